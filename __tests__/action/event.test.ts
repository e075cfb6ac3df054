import { describe, expect, test } from '@jest/globals'
import { type ChangeContext, loadEvent, readEvent } from '../../src/action/event.js'
import { resolveChange } from '../../src/action/facts/resolve-change.js'
import type { JsonValue } from '../../src/core/ground/json.js'
import type { GitHub } from '../../src/github/port.js'
import {
  branchEvent,
  DEPENDABOT,
  type FakeEvent,
  FORK,
  issueCommentEvent,
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  workflowRunEvent,
  ZEROS
} from '../fake-github/events.js'
import { type FakePull, pull, sha } from '../fake-github/state.js'
import { world } from '../github/harness.js'
import { EVENT_CASES, environmentOf } from './event-cases.js'

const read = (event: FakeEvent): ChangeContext => readEvent(environmentOf(event), event.payload).change
const same = { repository: 'acme/pay' }
const ofPull = { baseSha: sha('base'), headSha: sha('head'), baseRef: 'main', headRef: 'feature', pullRequest: 42 }

const NOT_TOLD = {
  baseSha: null,
  headSha: null,
  baseRef: null,
  headRef: null,
  pullRequest: null,
  queuedPullRequest: null,
  mergeSha: null,
  sourceRun: null
}

test.each(Object.entries(EVENT_CASES).flatMap(([name, cases]) => cases.map(each => ({ name, ...each }))))(
  '$name $when: what it says is read, and nothing else',
  ({ name, sent, about }) => {
    // What is not listed is sent under a name of its own.
    if (name !== 'other') expect(sent.name).toBe(name)
    const { repository, defaultBranch, pushed, ...change } = read(sent)
    expect(change).toEqual({ ...NOT_TOLD, ...about })
  }
)

describe('what an event is about', () => {
  test.each<[string, FakeEvent, Partial<ChangeContext>]>([
    ['synchronize', pullRequestEvent('synchronize'), ofPull],
    ['unlabeled', pullRequestEvent('unlabeled', { labels: ['x'] }), ofPull],
    ['a fork', pullRequestEvent('opened', FORK), ofPull],
    ['a deleted fork of a deleted user', pullRequestEvent('opened', { headRepository: null, author: null }), ofPull],
    ['Dependabot', pullRequestEvent('opened', DEPENDABOT), { pullRequest: 42, baseSha: sha('base') }],
    ['a push', pushEvent(), { baseSha: sha('base'), headSha: sha('head'), headRef: 'main', pullRequest: null }],
    [
      'the first push of a branch',
      pushEvent(ZEROS, sha('head'), 'refs/heads/a/b'),
      { baseSha: null, headSha: sha('head'), headRef: 'a/b' }
    ],
    ['the end of a branch', pushEvent(sha('base'), ZEROS), { baseSha: sha('base'), headSha: null }],
    ['a comment on an issue', issueCommentEvent('/gate', { onIssue: true }), { pullRequest: null }],
    ['a comment without a body', issueCommentEvent(null), { pullRequest: 42 }],
    ['an event that the gate does not know', branchEvent('release'), { headSha: null, baseSha: null }],
    ['workflow_run of a fork', workflowRunEvent(FORK), { headSha: sha('head'), pullRequest: null }],
    [
      'schedule',
      branchEvent('schedule'),
      { headSha: sha('base'), baseSha: null, headRef: 'main', defaultBranch: null }
    ],
    [
      'workflow_dispatch',
      branchEvent('workflow_dispatch'),
      { headSha: sha('base'), baseSha: null, headRef: 'main', defaultBranch: 'main' }
    ]
  ])('%s', (_, event, expected) => {
    expect(read(event)).toMatchObject({ ...same, ...expected })
  })

  test.each<[string, JsonValue]>([
    ['nothing', null],
    ['a list', []],
    ['nulls', { pull_request: null, merge_group: null, workflow_run: null, issue: null, comment: null, sender: null }],
    ['empty objects', { pull_request: {}, merge_group: {}, workflow_run: {}, issue: {}, comment: {}, sender: {} }],
    [
      'wrong types',
      { pull_request: { head: 'x', base: 3, number: 'y', user: [] }, before: 3, after: {}, repository: 'x' }
    ]
  ])('a payload of %s breaks nothing and invents nothing', (_, payload) => {
    for (const name of ['pull_request', 'merge_group', 'push', 'issue_comment', 'workflow_run', 'schedule']) {
      const { change } = readEvent({ GITHUB_EVENT_NAME: name, GITHUB_REPOSITORY: 'acme/pay' }, payload)
      const { headSha, baseSha, pullRequest } = change
      expect({ headSha, baseSha, pullRequest }).toEqual({ headSha: null, baseSha: null, pullRequest: null })
    }
  })

  test('a file that is not there is an error that can be acted on', async () => {
    await expect(loadEvent({ GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: '/nowhere/event.json' })).rejects.toThrow(
      'The event of the run cannot be read'
    )
  })
})

/** The change as GitHub tells it, or why there is none. */
const resolved = async (event: FakeEvent, github: GitHub | null) => {
  const { occasion, change } = readEvent(environmentOf(event), event.payload)
  if (occasion.kind !== 'judged') throw new Error(`${event.name} is judged`)
  return resolveChange(occasion, change, github)
}

describe('what GitHub is asked for', () => {
  const fork = pull({ headRepository: { id: 2000, owner: 'eve', name: 'pay' } })

  test('the head of the commented pull request, of a fork too', async () => {
    const { github } = await world({ pulls: [fork] })
    expect(await resolved(issueCommentEvent('/gate'), github)).toMatchObject({ kind: 'change', change: ofPull })
  })

  test('the pull request of a fork behind a workflow_run, by branch and commit', async () => {
    const namesake = { ...fork, number: 43, headSha: sha('other') }
    const { github } = await world({ pulls: [namesake, fork] })
    expect(await resolved(workflowRunEvent(FORK), github)).toMatchObject({ kind: 'change', change: ofPull })
  })

  test('the branch that a pull request goes to by now, and the tip of that', async () => {
    const { github } = await world({
      branches: { main: sha('main'), release: sha('release') },
      pulls: [pull({ baseRef: 'release', baseSha: sha('long ago') })]
    })
    const release = { ...ofPull, baseRef: 'release', baseSha: sha('release') }
    for (const event of [issueCommentEvent('/gate'), workflowRunEvent()])
      expect(await resolved(event, github)).toMatchObject({ kind: 'change', change: release })
  })

  test.each<[string, number, string | null]>([
    ['that may not be read', 403, sha('base')],
    ['that is gone', 404, sha('base')],
    ['of which GitHub says nothing', 502, null]
  ])('a branch %s leaves what the event said, or nothing to decide on', async (_, status, baseSha) => {
    const { fake, github } = await world()
    fake.fault({ path: /git\/ref/, status, times: Infinity })
    const asked = resolved(pullRequestEvent('opened'), github)
    if (baseSha === null) await expect(asked).rejects.toThrow('read the branch main')
    else expect(await asked).toMatchObject({ change: { baseSha } })
  })

  test.each<[string, FakeEvent, Partial<FakePull>, RegExp]>([
    ['a head that has moved on', workflowRunEvent(), { headSha: sha('newer') }, /No open pull request/],
    ['one that is closed', workflowRunEvent(), { state: 'closed' }, /is closed/],
    ['a command on one that is closed', issueCommentEvent('/gate'), { state: 'closed' }, /is closed/]
  ])('%s: there is nothing to judge', async (_, event, now, why) => {
    const { github } = await world({ pulls: [pull(now)] })
    expect(await resolved(event, github)).toEqual({ kind: 'nothing', why: expect.stringMatching(why) })
  })

  test('nothing where the event says it all', async () => {
    const { fake, github } = await world()
    for (const event of [mergeGroupEvent(), pushEvent(), branchEvent('schedule')])
      expect(await resolved(event, github)).toEqual({ kind: 'change', change: read(event) })
    expect(fake.calls).toEqual([])
  })

  test('without a token the event is all there is', async () => {
    for (const event of [pullRequestEvent('opened'), workflowRunEvent()])
      expect(await resolved(event, null)).toEqual({ kind: 'change', change: read(event) })
    expect(await resolved(workflowRunEvent(FORK), null)).toMatchObject({ kind: 'nothing' })
  })
})
