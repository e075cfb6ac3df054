import { describe, expect, test } from '@jest/globals'
import { ACTIONS_BOT, comment, type FakeLabelEvent, READ_TOKEN, user } from '../fake-github/state.js'
import { connect, failureOf, world } from './harness.js'

describe('the role of a user', () => {
  test.each(['admin', 'maintain', 'write', 'triage', 'read', 'security-engineer'])('%s', async role => {
    const { github } = await world({ roles: { bob: { user: user(12, 'bob'), role } } })
    expect(await github.roleOf('bob')).toEqual({ role, userId: 12 })
  })

  test('nobody has none', async () => {
    const { fake, github } = await world()
    expect(await github.roleOf('nobody')).toEqual({ role: 'none', userId: null })
    expect(await github.roleOf('not a login')).toEqual({ role: 'none', userId: null })
    expect(fake.calls).toHaveLength(1)
  })

  test('an error is not a none', async () => {
    const { fake, github } = await world()
    fake.fault({ path: /collaborators/, status: 403 })
    expect((await failureOf(github.roleOf('bob'))).failure.kind).toBe('forbidden')
  })
})

describe('the members of a team', () => {
  const teams = [{ organisation: 'acme', slug: 'appsec', members: { bob: 'active', carol: 'pending' } as const }]

  test.each([
    ['bob', 'active'],
    ['carol', 'pending'],
    ['mallory', 'none']
  ])('%s is %s', async (login, expected) => {
    const { github } = await world({}, { state: { teams: teams.map(team => ({ ...team })) } })
    expect(await github.teamMembership('acme', 'appsec', login)).toBe(expected)
  })

  test('of a team that is not there, or cannot be seen, are an error', async () => {
    const { fake, github, clock } = await world({}, { state: { teams: teams.map(team => ({ ...team })) } })
    const missing = await failureOf(github.teamMembership('acme', 'unknown', 'bob'))
    expect(missing.failure).toEqual({ kind: 'not-found' })
    expect(missing.message).toContain('acme/unknown')
    const blind = connect(fake, clock, { orgToken: null })
    expect((await failureOf(blind.teamMembership('acme', 'appsec', 'bob'))).failure).toEqual({ kind: 'not-found' })
  })

  test('during an outage are an error', async () => {
    const { fake, github } = await world()
    fake.fault({ path: /memberships/, status: 502, times: 3 })
    expect((await failureOf(github.teamMembership('acme', 'appsec', 'bob'))).failure.kind).toBe('unavailable')
  })
})

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

describe('reactions', () => {
  test('are ours only, change once, and can be taken back', async () => {
    const { fake, github, clock, repository, written } = await world({ comments: [comment(1, '/gate')] })
    repository.reactions.push({ id: 1, comment: 1, user: user(12, 'bob'), content: '-1' })
    expect(await github.react(1, ['eyes', 'rocket'])).toBe('changed')
    expect(await connect(fake, clock).react(1, ['eyes', 'rocket'])).toBe('unchanged')
    expect(written()).toHaveLength(2)
    expect(await github.react(1, ['eyes', '-1'])).toBe('changed')
    const ours = repository.reactions.filter(({ user: by }) => by.id === ACTIONS_BOT.id)
    expect(ours.map(({ content }) => content).toSorted()).toEqual(['-1', 'eyes'])
    expect(repository.reactions[0]).toMatchObject({ user: { login: 'bob' }, content: '-1' })
  })

  test('need a token that may write', async () => {
    const { github } = await world({ comments: [comment(1, '/gate')] }, { token: READ_TOKEN })
    expect((await failureOf(github.react(1, ['eyes']))).failure.kind).toBe('forbidden')
  })
})
