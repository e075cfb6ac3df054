import { describe, expect, test } from '@jest/globals'
import { user } from '../../fake-github/state.js'
import { connect, failureOf, world } from '../harness.js'

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
