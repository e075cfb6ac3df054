import { describe, expect, test } from '@jest/globals'
import type { ApproverFacts } from '../../../../src/core/exceptions/approval/approval-facts.js'
import { authorityOf, independenceProblem } from '../../../../src/core/exceptions/approval/people.js'
import type { ExceptionPolicy } from '../../../../src/core/policy/policy.js'
import { AUTHOR, BOB, facts, pullRequest, subject } from '../approval-builders.js'
import { exceptionPolicy } from '../builders.js'

type Approvers = ExceptionPolicy['approvers']
const READER: ApproverFacts = { roleName: 'read', teams: new Map(), error: null }
const nobody: Approvers = { teams: [], users: [], roles: [] }

describe('who may approve', () => {
  test.each<[string, Partial<Approvers>, ApproverFacts | null, ReturnType<typeof authorityOf>]>([
    ['nobody is named', {}, READER, 'none'],
    ['only other roles', { roles: ['admin', 'maintain'] }, READER, 'none'],
    ['only another user', { users: ['sec-alice'] }, READER, 'none'],
    ['one of the roles', { roles: ['admin', 'read'] }, READER, 'approver'],
    ['one of the users, with an at sign and in other case', { users: ['x', '@SEC-bob'] }, null, 'approver'],
    ['a user whose name begins alike', { users: ['sec-bo'] }, READER, 'none'],
    [
      'one of two teams',
      { teams: ['acme/a', '@Acme/B'] },
      { ...READER, teams: new Map([['acme/b', 'active']]) },
      'approver'
    ],
    ['a team that waits', { teams: ['acme/a'] }, { ...READER, teams: new Map([['acme/a', 'pending']]) }, 'none'],
    ['no team of it', { teams: ['acme/a'] }, { ...READER, teams: new Map([['acme/a', 'none']]) }, 'none'],
    ['a team that nobody asked about', { teams: ['acme/a'] }, READER, 'none'],
    ['a role is not known', { roles: ['admin'] }, { ...READER, roleName: null }, 'none'],
    ['nobody was asked', { roles: ['read'] }, null, 'unknown'],
    ['something could not be read', { teams: ['acme/a'] }, { ...READER, error: '403' }, 'unknown'],
    ['enough could be read', { roles: ['read'] }, { ...READER, error: '403' }, 'approver']
  ])('%s', (_, approvers, known, expected) => {
    const people = new Map(known === null ? [] : [[BOB.id, known]])
    const policy = exceptionPolicy({ approvers: { ...nobody, ...approvers } })
    expect(authorityOf(BOB, { approvers: people }, policy)).toBe(expected)
  })
})

describe('who is too close to the change', () => {
  const codeOf = (change: Parameters<typeof pullRequest>[0], tier: 0 | 1 = 1, requesters: readonly number[] = []) =>
    independenceProblem(BOB, subject(1, { tier }), new Set(requesters), facts([], { pullRequest: pullRequest(change) }))
      ?.code ?? null

  test.each<[string, Parameters<typeof codeOf>, string | null]>([
    ['nothing of it', [{}], null],
    ['the author', [{ author: BOB }], 'own-change'],
    ['the commits are not known', [{ contributors: null }], 'contributors-unknown'],
    ['one commit of several', [{ contributors: [{ userId: AUTHOR.id }, { userId: BOB.id }] }], 'contributor'],
    ['one push of several', [{ pushers: [AUTHOR.id, BOB.id] }], 'pusher'],
    ['who pushed is not known', [{ pushers: null }], null],
    ['who pushed is not known, at tier 0', [{ pushers: null }, 0], 'pusher-unknown'],
    ['one who pushed is gone', [{ pushers: [AUTHOR.id, null] }], null],
    ['one who pushed is gone, at tier 0', [{ pushers: [AUTHOR.id, null] }, 0], 'pusher-unknown'],
    ['no author', [{ author: null }], null],
    ['no author, at tier 0', [{ author: null }, 0], 'unmapped-commit'],
    ['one commit of nobody', [{ contributors: [{ userId: AUTHOR.id }, { userId: null }] }], null],
    [
      'one commit of nobody, at tier 0',
      [{ contributors: [{ userId: AUTHOR.id }, { userId: null }] }, 0],
      'unmapped-commit'
    ],
    ['all are known, at tier 0', [{}, 0], null],
    ['somebody else asked for it', [{}, 1, [AUTHOR.id]], null],
    ['asked for it', [{}, 1, [AUTHOR.id, BOB.id]], 'requester']
  ])('%s', (_, given, code) => expect(codeOf(...given)).toBe(code))
})
