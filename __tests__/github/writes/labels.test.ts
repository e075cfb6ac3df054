import { describe, expect, test } from '@jest/globals'
import { ACTIONS_BOT, type FakeLabelEvent, user } from '../../fake-github/state.js'
import { connect, world } from '../harness.js'

describe('labels', () => {
  test('are brought in step; others stay; a second run changes nothing', async () => {
    const { fake, github, clock, repository, written } = await world()
    const managed = ['security-exception: requested', 'security-exception: approved']
    await github.keepLabels(42, ['unrelated'], ['unrelated'])
    written()
    expect(await github.keepLabels(42, managed, [managed[0] ?? ''])).toBe('changed')
    expect(await connect(fake, clock).keepLabels(42, managed, [managed[0] ?? ''])).toBe('unchanged')
    expect(written()).toEqual(['POST /issues/42/labels'])
    expect(await github.keepLabels(42, managed, [managed[1] ?? ''])).toBe('changed')
    expect(repository.issues[0]?.labels).toEqual(['unrelated', managed[1]])
    expect(written()).toEqual(['POST /issues/42/labels', 'DELETE /issues/42/labels/security-exception%3A%20requested'])
  })

  test('that somebody took off meanwhile are no failure', async () => {
    const { fake, github, repository } = await world()
    await github.keepLabels(42, ['a'], ['a'])
    fake.fault({
      method: 'DELETE',
      path: /labels/,
      change: state => {
        const [issue] = state.repositories[0]?.issues ?? []
        if (issue !== undefined) issue.labels = []
      }
    })
    expect(await github.keepLabels(42, ['a'], [])).toBe('changed')
    expect(repository.issues[0]?.labels).toEqual([])
  })

  test('tell whether an app set and took them', async () => {
    const event = (event: FakeLabelEvent['event'], actor = user(12, 'bob')): FakeLabelEvent => ({
      issue: 42,
      event,
      label: 'ok',
      actor,
      createdAt: '2026-11-23T10:00:00Z'
    })
    const { github } = await world({
      labelEvents: [event('labeled'), event('renamed'), event('unlabeled', ACTIONS_BOT)]
    })
    expect(await github.labelEvents(42)).toEqual([
      { label: 'ok', viaApp: false, nodeId: 'E_1' },
      { label: 'ok', viaApp: false, nodeId: 'E_3' }
    ])
  })
})
