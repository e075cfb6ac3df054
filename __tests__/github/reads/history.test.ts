import { describe, expect, test } from '@jest/globals'
import { ACTIONS_BOT, commit, type FakeLabelEvent, sha, user } from '../../fake-github/state.js'
import { failureOf, world } from '../harness.js'

const at = '2026-11-23T10:00:00Z'
const event = (index: number, more: Partial<FakeLabelEvent> = {}): FakeLabelEvent => ({
  issue: 42,
  event: index % 2 === 0 ? 'labeled' : 'unlabeled',
  label: 'ok',
  actor: user(12, 'bob'),
  createdAt: at,
  ...more
})

describe('the history of a pull request', () => {
  test('is read to its last page: labels with ids, deleted comments with both people, resets', async () => {
    const { github, count } = await world({
      labelEvents: [0, 1, 2, 3, 4, 5, 6].map(index => event(index)),
      timeline: [
        { kind: 'deleted', issue: 42, author: user(13, 'carol'), actor: user(12, 'bob'), at },
        { kind: 'deleted', issue: 42, author: null, actor: ACTIONS_BOT, at },
        { kind: 'reopened', issue: 42, at },
        { kind: 'base-changed', issue: 42, at: '2026-11-23T11:00:00Z' },
        { kind: 'reopened', issue: 7, at }
      ],
      issues: [{ number: 42, title: '', body: null, state: 'open', user: null, labels: ['ok'] }]
    })
    const history = await github.pullHistory(42)
    expect(history.labelEvents).toHaveLength(7)
    expect(history.labelEvents[1]).toEqual({
      nodeId: 'E_2',
      action: 'unlabeled',
      label: 'ok',
      labelId: 'LA_ok',
      actor: { id: 12, login: 'bob', type: 'User' },
      at
    })
    expect(history).toMatchObject({
      closedAt: null,
      labels: [{ id: 'LA_ok', name: 'ok' }],
      deletedComments: [
        { author: { id: 13, login: 'carol', type: 'User' }, actorId: 12, at },
        { author: null, actorId: ACTIONS_BOT.id, at }
      ],
      resets: [at, '2026-11-23T11:00:00Z']
    })
    expect(count('POST', /graphql$/)).toBe(3)
  })

  test('that GitHub tells in half is a failure, never a short one', async () => {
    const { fake, github } = await world()
    const body = JSON.stringify({ data: { repository: { pullRequest: null } } })
    fake.fault({ path: /graphql$/, status: 200, body })
    expect((await failureOf(github.pullHistory(42))).failure.kind).toBe('unavailable')
  })
})

test('the files of a commit are its blobs', async () => {
  const { github } = await world({ commits: [commit('head', { files: { 'src/b.ts': 'b', 'a.ts': 'a' } })] })
  expect(await github.filesAt(sha('head'))).toEqual(['a.ts', 'src/b.ts'])
})
