import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import type { ApprovalFacts } from '../../../../src/core/exceptions/approval/approval-facts.js'
import { approvalNotices, commandSentence } from '../../../../src/core/exceptions/approval/approval-notices.js'
import { deriveApprovals } from '../../../../src/core/exceptions/approval/approvals.js'
import { contributorNotices } from '../../../../src/core/exceptions/approval/contributor-notices.js'
import { ALICE, approve, BOB, breakGlass, CAROL, comment, facts, pullRequest, subject } from '../approval-builders.js'
import { exceptionPolicy, findingId, NOW } from '../builders.js'

const policy = exceptionPolicy()
const derive = (given: ApprovalFacts) => deriveApprovals(given, policy, NOW)
const FIRST = findingId(1)

describe('notices', () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  test('each command with its outcome and the hash of its text, and break-glass that holds in the first place', () => {
    const body = breakGlass()
    const refused = approve({ finding: 9 })
    const given = facts([comment(1, BOB, body), comment(2, CAROL, body), comment(3, null, refused)])
    const until = '2026-11-23T22:21:00Z'
    expect(approvalNotices(derive(given))).toEqual([
      {
        level: 'error',
        code: 'break-glass',
        message: `${FIRST} passes by break-glass until ${until}, by sec-bob, sec-carol, for INC-7: review it after the fact`
      },
      ...['sec-bob', 'sec-carol'].map(login => ({
        level: 'info',
        code: 'command',
        message: `break-glass for ${FIRST} by ${login}: counted, counted (comment sha256 ${sha256(body)})`
      })),
      {
        level: 'warning',
        code: 'command',
        message: `approve for ${findingId(9)} by a deleted account: no-user, the account of the comment is gone (comment sha256 ${sha256(refused)})`
      }
    ])
  })

  test('none of break-glass that is over, or of another approval', () => {
    const codes = (given: ApprovalFacts, now = NOW) =>
      approvalNotices(deriveApprovals(given, policy, now)).map(({ code }) => code)
    const glass = facts([comment(1, BOB, breakGlass()), comment(2, CAROL, breakGlass())])
    expect(codes(glass, '2026-11-25T00:00:00.000Z')).toEqual(['command', 'command'])
    expect(codes(facts([comment(1, BOB, approve())]))).toEqual(['command'])
    const both = { ...glass, comments: [...(glass.comments ?? []), comment(3, ALICE, approve({ finding: 2 }))] }
    expect(codes({ ...both, findings: [subject(1), subject(2)] })).toEqual([
      'break-glass',
      'command',
      'command',
      'command'
    ])
  })

  test('a malformed line is named by its number, and by nothing that it says', () => {
    const [first] = derive(facts([comment(1, BOB, `/gate aprove @everyone\n${approve()}`)])).commands
    expect(first && commandSentence(first)).toMatch(/^A malformed command in line 1 by sec-bob: malformed, /)
  })

  test('of people who are not known, once and only where somebody asks', () => {
    const nobody = { pullRequest: pullRequest({ contributors: null, commitCount: 251 }) }
    expect(derive(facts([], nobody)).notices).toEqual([])
    expect(derive(facts([comment(1, BOB, approve())], nobody)).notices).toMatchObject([{ code: 'commits-unread' }])
  })

  const told = (change: Parameters<typeof pullRequest>[0]) => contributorNotices(pullRequest(change))
  const unmapped = (...addresses: readonly string[]) => ({
    contributors: addresses.map(address => ({ userId: null, address }))
  })
  test.each<[string, Parameters<typeof pullRequest>[0], readonly RegExp[]]>([
    ['all known', {}, []],
    ['as many commits as are listed', { contributors: null, commitCount: 250 }, [/no approval by comment counts$/]],
    ['one more', { contributors: null, commitCount: 251 }, [/GitHub lists 250 commits .* this one has 251/]],
    ['nobody knows how many', { contributors: null, commitCount: null }, [/no approval by comment counts$/]],
    ['one address', unmapped('a@b.io'), [/^1 names in commits belong to no account \(a@b\.io\): at tier 0/]],
    ['one of them twice', unmapped('b@b.io', 'a@b.io', 'a@b.io'), [/^3 names .* account \(a@b\.io, b@b\.io\): /]],
    ['no address', { contributors: [{ userId: null }] }, [/^1 names in commits belong to no account: at tier 0/]],
    ['five', unmapped(...'abcde'), [/\(a, b, c, d, e\)/]],
    ['more than are named', unmapped(...'abcdefg'), [/\(a, b, c, d, e and 2 more\)/]],
    ['pushers that could not be read', { pushers: null }, [/^who pushed the commits could not be read/]],
    ['a pusher who is gone', { pushers: [1, null] }, [/^who pushed the commits could not be read/]]
  ])('%s', (_, change, expected) => {
    const notices = told(change)
    expect(notices).toHaveLength(expected.length)
    for (const [index, pattern] of expected.entries()) {
      expect(notices[index]).toMatchObject({ level: 'warning', message: expect.stringMatching(pattern) })
    }
  })
  test('each has a code of its own', () => {
    const codes = told({ ...unmapped('a@b.io'), pushers: null }).map(({ code }) => code)
    expect(codes).toEqual(['commits-unmapped', 'pushers-unread'])
  })
})
