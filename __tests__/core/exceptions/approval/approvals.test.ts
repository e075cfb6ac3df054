import { describe, expect, test } from '@jest/globals'
import type { ApprovalFacts } from '../../../../src/core/exceptions/approval/approval-facts.js'
import { deriveApprovals, peopleToAsk } from '../../../../src/core/exceptions/approval/approvals.js'
import { leadingBallot, recordOf } from '../../../../src/core/exceptions/approval/ballot.js'
import { type CommandEntry, entriesOf, readComments } from '../../../../src/core/exceptions/approval/comments.js'
import type { ExceptionPolicy } from '../../../../src/core/policy/policy.js'
import {
  ADMIN,
  ALICE,
  AUTHOR,
  approve,
  BOB,
  BOT,
  breakGlass,
  CAROL,
  comment,
  EARLIER,
  facts,
  HEAD,
  MALLORY,
  reject,
  request,
  revoke,
  subject
} from '../approval-builders.js'
import { exceptionPolicy, findingId, later, NOW } from '../builders.js'

const policy = exceptionPolicy()

/** The answer in short: what is approved, where findings stand, and the code of each command. */
function derive(given: ApprovalFacts, using: ExceptionPolicy = policy, now = NOW) {
  const result = deriveApprovals(given, using, now)
  return {
    ...result,
    approved: result.records.map(({ approvedBy }) => approvedBy),
    statuses: result.findings.map(({ status }) => status),
    codes: result.commands.map(({ code }) => code)
  }
}

describe('an approval that counts', () => {
  test.each([
    ['a named user', ALICE],
    ['a member of a team', BOB],
    ['a holder of a role', ADMIN]
  ])('by %s', (_, person) => {
    const { records, commands, findings, outcomes, labels } = derive(facts([comment(1, person, approve())]))
    expect(records).toEqual([
      {
        id: `PR-42-${findingId(1)}`,
        source: 'comment',
        place: null,
        type: 'risk-accept',
        match: { kind: 'finding', finding: findingId(1) },
        reason: 'The endpoint is disabled in production',
        owner: '@dev-dave',
        approvedBy: [`@${person.login}`],
        approvers: [{ login: `@${person.login}`, at: '2026-11-22T22:21:00Z', url: comment(1, person, '').url }],
        approvedAt: comment(1, person, '').createdAt,
        expires: '2026-12-04T23:59:59.999Z',
        expiresText: '2026-12-04',
        ticket: null,
        controls: []
      }
    ])
    expect(commands).toMatchObject([{ outcome: 'counted', code: 'counted', sentence: 'counted' }])
    expect(findings).toMatchObject([{ status: 'active' }])
    expect(outcomes).toEqual([])
    expect(labels).toEqual([
      { name: 'security-exception: requested', wanted: false },
      { name: 'security-exception: approved', wanted: true }
    ])
  })

  test('a request waits, and is told what it waits for', () => {
    const { findings, outcomes, labels, commands } = derive(facts([comment(1, AUTHOR, request())]))
    expect(findings).toMatchObject([{ status: 'requested', sentence: '0 of 1 approvals' }])
    expect(outcomes).toEqual([
      {
        id: `PR-42-${findingId(1)}`,
        status: 'requested',
        source: 'comment',
        finding: findingId(1),
        match: { kind: 'finding', finding: findingId(1) },
        expires: null,
        problem: '0 of 1 approvals',
        account: {
          type: null,
          reason: 'we need this for the release',
          owner: null,
          approvers: [],
          ticket: null,
          controls: [],
          quorum: { needed: 1, have: 0 }
        }
      }
    ])
    expect(labels[0]).toEqual({ name: 'security-exception: requested', wanted: true })
    expect(commands[0]?.outcome).toBe('counted')
  })

  test('after a merge, what was approved before it', () => {
    const merged = facts([comment(1, ALICE, approve()), comment(5, ALICE, approve({ finding: 2 }))], {
      findings: [subject(1), subject(2)],
      pullRequest: { ...facts([]).pullRequest, state: 'merged', closedAt: comment(3, null, '').createdAt }
    })
    expect(derive(merged)).toMatchObject({ approved: [['@sec-alice']], codes: ['counted', 'not-open'] })
  })
})

describe('quorum', () => {
  const two = facts([comment(1, BOB, approve()), comment(2, CAROL, approve({ expires: '2026-11-30' }))], {
    findings: [subject(1, { tier: 0 })]
  })

  test('two people agree, and the earlier expiry wins with its terms', () => {
    const { records, findings } = derive(two)
    expect(records).toMatchObject([{ approvedBy: ['@sec-bob', '@sec-carol'], expiresText: '2026-11-30' }])
    expect(findings).toMatchObject([{ status: 'active' }])
  })

  test.each<[string, Partial<ReturnType<typeof subject>>]>([
    ['at tier 0', { tier: 0 }],
    ['with known exploitation', { kev: true }]
  ])('%s one is not enough', (_, risk) => {
    const given = facts([comment(1, BOB, approve({ expires: '2026-11-24' }))], { findings: [subject(1, risk)] })
    expect(derive(given)).toMatchObject({ approved: [], statuses: ['requested'], codes: ['counted'] })
    expect(derive(given).findings[0]?.sentence).toBe('1 of 2 approvals')
  })

  test('one person twice is one', () => {
    const given = { ...two, comments: [comment(1, BOB, approve()), comment(2, BOB, approve())] }
    expect(derive(given)).toMatchObject({ approved: [], codes: ['superseded', 'counted'] })
  })

  test.each([
    ['commit', approve({ sha: EARLIER })],
    ['type', approve({ type: 'false-positive' })]
  ])('two people with another %s do not add up', (_, body) => {
    const strict = exceptionPolicy({ quorum: new Map([['default', 2]]) })
    const given = facts([comment(1, BOB, approve()), comment(2, CAROL, body)])
    expect(derive(given, strict).approved).toEqual([])
    expect(derive(given, strict).codes).toContain('disagrees')
  })

  test('the order of the pages does not matter', () => {
    expect(derive({ ...two, comments: [...(two.comments ?? [])].reverse() })).toEqual(derive(two))
  })
})

describe('of several approvals that do not agree', () => {
  const other = { type: 'false-positive' }
  const of = (...given: readonly (readonly [number, typeof BOB, string])[]) =>
    facts(given.map(([number, user, body]) => comment(number, user, body)))
  const needing = (count: number) => exceptionPolicy({ quorum: new Map([['default', count]]) })

  test.each<[string, ApprovalFacts, number, object]>([
    [
      'one that has its quorum counts before one that has not, whenever it was given and however long it holds',
      of([1, ALICE, approve({ ...other, expires: '2026-12-20' })], [2, BOB, approve()], [3, CAROL, approve()]),
      2,
      { type: 'risk-accept', approvedBy: ['@sec-bob', '@sec-carol'] }
    ],
    [
      'break-glass with its quorum counts before another without',
      of([1, ALICE, approve()], [2, BOB, breakGlass()], [3, CAROL, breakGlass()]),
      2,
      { type: 'break-glass', approvedBy: ['@sec-bob', '@sec-carol'] }
    ],
    [
      'the one that holds longer',
      of([1, BOB, approve({ expires: '2026-11-30' })], [2, CAROL, approve(other)]),
      1,
      { type: 'false-positive', expiresText: '2026-12-04' }
    ],
    [
      'of one the first end of its voices, not the last',
      of(
        [1, BOB, approve({ expires: '2026-12-20' })],
        [2, CAROL, approve({ expires: '2026-12-04' })],
        [3, ADMIN, approve({ ...other, expires: '2026-12-10' })]
      ),
      1,
      { type: 'false-positive', expiresText: '2026-12-10' }
    ],
    [
      'of those that end together the one that was begun first',
      of([1, BOB, approve(other)], [2, CAROL, approve()], [3, ADMIN, approve()], [4, ALICE, approve(other)]),
      1,
      { type: 'false-positive', approvedBy: ['@sec-bob', '@sec-alice'] }
    ]
  ])('%s', (_, given, needed, expected) => {
    expect(derive(given, needing(needed)).records).toMatchObject([expected])
  })

  test('without a quorum the one with more voices is waited for, though another holds longer', () => {
    const given = of(
      [1, ALICE, approve({ ...other, expires: '2026-12-20' })],
      [2, BOB, approve()],
      [3, CAROL, approve()]
    )
    expect(derive(given, needing(3))).toMatchObject({
      approved: [],
      codes: ['disagrees', 'counted', 'counted'],
      findings: [{ sentence: '2 of 3 approvals', needed: 3, approvals: [{ login: 'sec-bob' }, { login: 'sec-carol' }] }]
    })
  })

  test('of voices that end together the first one sets the terms, and all of their controls count', () => {
    const given = of(
      [1, BOB, approve({ more: ' ticket=SEC-1 controls="WAF; rate limit"' })],
      [2, CAROL, approve({ more: ' ticket=SEC-2 controls="rate limit; alarm"' })]
    )
    expect(derive(given, needing(2)).records).toMatchObject([
      { ticket: 'SEC-1', controls: ['WAF', 'rate limit', 'alarm'], approvedAt: comment(1, BOB, '').createdAt }
    ])
  })

  test('in whatever order they come, the first comment leads and sets the terms', () => {
    const given = [
      comment(1, BOB, approve({ ...other, more: ' ticket=SEC-1' })),
      comment(2, CAROL, approve({ more: ' ticket=SEC-2' })),
      comment(3, ADMIN, approve({ more: ' ticket=SEC-3' }))
    ]
    const [first, second, third] = entriesOf(readComments(given, facts(given), NOW))
    if (!first || !second || !third) throw new Error('there are three')
    const leading = (entries: readonly CommandEntry[]) => leadingBallot(entries, subject(), needing(1))
    expect(leading([third, second, first])?.voices).toEqual([first])
    expect(leading([first, third, second])?.voices).toEqual([first])
    const together = leading([third, second])
    expect(together && recordOf(together, findingId(1), 42, NOW).ticket).toBe('SEC-2')
  })

  test('an approval by a clock that is ahead begins now', () => {
    const ahead = { createdAt: later(NOW, 120_000), updatedAt: later(NOW, 120_000) }
    const given = facts([comment(1, BOB, approve(), ahead)])
    expect(derive(given).records).toMatchObject([{ approvedAt: NOW }])
  })
})

describe('refusals', () => {
  const commands = (...entries: readonly (readonly [typeof BOB, string])[]) =>
    facts(entries.map(([user, body], index) => comment(index + 1, user, body)))

  test.each<[string, ApprovalFacts, string, boolean]>([
    ['a rejection after an approval', commands([BOB, approve()], [BOB, reject()]), 'rejected', false],
    ['a rejection by somebody else', commands([BOB, approve()], [CAROL, reject()]), 'rejected', false],
    ['a rejection by somebody else, before', commands([CAROL, reject()], [BOB, approve()]), 'rejected', false],
    ['a revocation', commands([BOB, approve()], [BOB, revoke()]), 'revoked', false],
    ['an approval of the head after a rejection', commands([BOB, reject()], [BOB, approve()]), 'active', true],
    [
      'an approval of an older commit after a rejection',
      commands([BOB, reject()], [BOB, approve({ sha: EARLIER })]),
      'rejected',
      false
    ],
    ['a rejection by somebody without authority', commands([BOB, approve()], [MALLORY, reject()]), 'active', true],
    ['a rejection by the author of the change', commands([BOB, approve()], [AUTHOR, reject()]), 'active', true],
    [
      'a rejection stands against break-glass',
      commands([CAROL, reject()], [BOB, breakGlass()], [ADMIN, breakGlass()]),
      'rejected',
      false
    ],
    ['a rejection of another finding', commands([BOB, approve()], [CAROL, reject(2)]), 'active', true]
  ])('%s', (_, given, status, isApproved) => {
    const result = derive(given)
    expect(result.statuses).toEqual([status])
    expect(result.records).toHaveLength(isApproved ? 1 : 0)
  })

  test('in doubt about the person a rejection stands', () => {
    const given = commands([BOB, approve()], [CAROL, reject()])
    const unknown = { ...given, approvers: new Map([...given.approvers].filter(([id]) => id !== CAROL.id)) }
    expect(derive(unknown).statuses).toEqual(['rejected'])
  })

  test('an approval that is refused does not take back an earlier one', () => {
    const result = derive(commands([BOB, approve()], [BOB, approve({ expires: '2027-12-01' })]))
    expect(result).toMatchObject({ approved: [['@sec-bob']], codes: ['counted', 'too-long'] })
  })

  test('a shorter approval takes the place of a longer one', () => {
    const given = commands([BOB, approve()], [BOB, approve({ expires: '2026-11-25' })])
    expect(derive(given).records[0]?.expiresText).toBe('2026-11-25')
    const over = derive(given, policy, '2026-11-26T00:00:00.000Z')
    expect(over).toMatchObject({ statuses: ['expired'], codes: ['superseded', 'expired'] })
    // The record is kept, so that every view can say when it ended.
    expect(over.records).toMatchObject([{ expiresText: '2026-11-25' }])
  })
})

describe('where a finding stands', () => {
  const standing = (given: ApprovalFacts, using = policy, now = NOW) => derive(given, using, now).findings[0]
  const labelled = exceptionPolicy({ requireLabel: true })
  const two = exceptionPolicy({ quorum: new Map([['default', 2]]) })

  test.each<[string, ReturnType<typeof standing>, object]>([
    [
      'the last refusal is told',
      standing(facts([comment(1, BOB, reject()), comment(2, CAROL, revoke())])),
      { status: 'revoked', sentence: 'revoked by @sec-carol', offer: null, approvals: [] }
    ],
    [
      'what waits for a label is not offered again',
      standing(facts([comment(1, BOB, approve())]), labelled),
      {
        status: 'requested',
        sentence: expect.stringContaining('label'),
        offer: null,
        approvals: [{ login: 'sec-bob' }]
      }
    ],
    [
      'what waits for voices is offered as the first of them was given',
      standing(facts([comment(1, BOB, approve({ type: 'false-positive' }))]), two),
      { sentence: '1 of 2 approvals', offer: expect.stringMatching(new RegExp(`sha=${HEAD} type=false-positive `)) }
    ],
    [
      'break-glass is not offered',
      standing(facts([comment(1, BOB, breakGlass())])),
      { status: 'requested', sentence: '1 of 2 approvals', offer: null }
    ],
    [
      'the last request is offered',
      standing(facts([comment(1, AUTHOR, request()), comment(2, AUTHOR, `${request()} ticket=SEC-2`)])),
      {
        offer: expect.stringContaining('ticket=SEC-2 reason='),
        requests: [{ login: 'dev-dave' }, { login: 'dev-dave' }]
      }
    ],
    [
      'whoever asks answers for it where the author is no person',
      standing(facts([comment(1, MALLORY, request())], { pullRequest: { ...facts([]).pullRequest, author: BOT } })),
      { offer: expect.stringContaining('owner=@mallory') }
    ],
    [
      'what has lapsed last is told',
      standing(
        facts(
          [
            comment(1, BOB, approve({ sha: EARLIER })),
            comment(2, CAROL, approve({ expires: '2027-12-01' })),
            comment(3, MALLORY, approve())
          ],
          { snapshotAt: () => null }
        )
      ),
      { status: 'invalid', sentence: expect.stringContaining('it runs for') }
    ],
    [
      'of two who approve, the one who spoke again is the later one',
      standing(facts([comment(1, BOB, approve()), comment(2, CAROL, approve()), comment(3, BOB, approve())]), two),
      { status: 'active', approvals: [{ login: 'sec-carol' }, { login: 'sec-bob' }] }
    ]
  ])('%s', (_, told, expected) => expect(told).toMatchObject(expected))

  test('nobody who may not is heard', () => {
    expect(derive(facts([comment(1, MALLORY, approve())])).findings).toEqual([])
  })

  test('a request that is refused is none', () => {
    const never = facts([comment(1, AUTHOR, request())], { findings: [subject(1, { never: true })] })
    expect(derive(never)).toMatchObject({ findings: [], codes: ['never'] })
  })

  test('an approval on the last instant of its day was not over', () => {
    const at = '2026-11-22T23:59:59.999Z'
    const given = facts([comment(1, BOB, approve({ expires: '2026-11-22' }), { createdAt: at, updatedAt: at })])
    expect(derive(given, policy, at)).toMatchObject({ approved: [['@sec-bob']], codes: ['counted'] })
  })

  test('who has rejected cannot approve an earlier commit, and is told', () => {
    const given = facts([comment(1, BOB, reject()), comment(2, BOB, approve({ sha: EARLIER }))])
    expect(derive(given).commands[1]).toMatchObject({
      code: 'after-rejection',
      sentence: 'who has rejected lifts that only by approving the current head'
    })
  })
})

describe('carrying to a later head', () => {
  const carried = (
    then: Partial<ReturnType<typeof subject>> | null,
    now: Partial<ReturnType<typeof subject>> = {},
    body = approve({ sha: EARLIER, expires: '2026-11-24' })
  ) =>
    facts([comment(1, BOB, body), comment(2, CAROL, body)], {
      findings: [subject(1, now)],
      snapshotAt: (_, finding) => (then === null ? null : { ...finding, ...then })
    })

  test('nothing changed: it carries, and says from where', () => {
    const { commands, records } = derive(carried({}))
    expect(records).toHaveLength(1)
    expect(commands[0]).toMatchObject({ outcome: 'counted', sentence: `carried from ${EARLIER}` })
  })

  test('of a package the version counts, not the file', () => {
    expect(derive(carried({ blobSha: 'other' }, { packageVersion: '1.0.0' })).records).toHaveLength(1)
    expect(derive(carried({ packageVersion: '1.0.1' }, { packageVersion: '1.0.0' })).codes).toEqual([
      'carry-content',
      'carry-content'
    ])
  })

  test.each<[string, ApprovalFacts, string]>([
    ['it cannot be told', carried(null), 'carry-unknown'],
    ['another fingerprint', carried({ fingerprint: 'other' }), 'carry-fingerprint'],
    ['another file', carried({ blobSha: 'other' }), 'carry-content'],
    ['no file known at either', carried({}, { blobSha: null }), 'carry-content'],
    ['the version was unknown', carried({ packageVersion: null }, { packageVersion: '1.0.0' }), 'carry-content'],
    ['the version is unknown now', carried({ packageVersion: '1.0.0' }), 'carry-content'],
    ['its file was unknown', carried({ blobSha: null }), 'carry-content'],
    ['severity rose', carried({ severity: 'medium' }), 'carry-severity'],
    ['severity fell', carried({ severity: 'critical' }), 'carry-severity'],
    ['no longer known exploited', carried({ kev: true }), 'carry-kev'],
    ['exploitation was unknown', carried({ kev: null }), 'carry-kev'],
    ['another tier', carried({ tier: 2 }), 'carry-tier'],
    ['tier 0', carried({}, { tier: 0 }), 'sha-mismatch'],
    ['known exploited', carried({}, { kev: true }), 'sha-mismatch'],
    ['break-glass', carried({}, {}, breakGlass(EARLIER)), 'sha-mismatch']
  ])('%s: it does not carry', (_, given, code) => {
    expect(derive(given)).toMatchObject({ approved: [], statuses: ['invalid'], codes: [code, code] })
    expect(derive(given).invalidated.map(entry => entry.code)).toEqual([code, code])
  })

  test.each<[string, ApprovalFacts]>([
    ['at tier 0 an approval', carried({}, { tier: 0 })],
    ['with known exploitation an approval', carried({}, { kev: true })],
    ['break-glass', carried({}, {}, breakGlass(EARLIER))]
  ])('%s says why it does not carry', (why, given) => {
    const sentence = `${why} holds for the head that it names only, and the head is another now`
    expect(derive(given).commands[0]?.sentence).toBe(sentence)
  })
})

describe('break-glass', () => {
  const glass = facts([comment(1, BOB, breakGlass()), comment(2, CAROL, breakGlass())])

  test('holds for 24 hours from the first command, to the millisecond', () => {
    const end = later(comment(1, BOB, '').createdAt, 24 * 3_600_000)
    expect(derive(glass).records).toMatchObject([
      { type: 'break-glass', expires: end, ticket: 'INC-7', owner: '@sec-bob' }
    ])
    expect(derive(glass, policy, end).statuses).toEqual(['active'])
    expect(derive(glass, policy, later(end, 1)).statuses).toEqual(['expired'])
  })

  test('needs its own quorum', () => {
    const given = { ...glass, comments: [comment(1, BOB, breakGlass())] }
    expect(derive(given)).toMatchObject({ approved: [], statuses: ['requested'] })
  })

  test('does not ask for controls', () => {
    const asking = exceptionPolicy({ require: { ticket: [0, 1, 2], controls: [0, 1, 2] } })
    expect(derive(glass, asking).records).toHaveLength(1)
  })

  test('never for what can never be excepted', () => {
    const never = { ...glass, findings: [subject(1, { never: true })] }
    expect(derive(never)).toMatchObject({ approved: [], codes: ['never', 'never'] })
  })

  test('a normal approval goes first', () => {
    const both = { ...glass, comments: [...(glass.comments ?? []), comment(3, ALICE, approve())] }
    expect(derive(both).records).toMatchObject([{ type: 'risk-accept' }])
  })
})

describe('terms', () => {
  test.each<[string, string, Partial<ExceptionPolicy>, string]>([
    ['a day that was over', approve({ expires: '2026-11-20' }), {}, 'expires-past'],
    ['the end of time', approve({ expires: '9999-12-31' }), {}, 'too-long'],
    ['no ticket', approve(), { require: { ticket: [1], controls: [] } }, 'ticket-required'],
    ['no controls', approve(), { require: { ticket: [], controls: [1] } }, 'controls-required']
  ])('%s', (_, body, change, code) => {
    expect(derive(facts([comment(1, ALICE, body)]), exceptionPolicy(change))).toMatchObject({
      approved: [],
      codes: [code]
    })
  })

  test('with what the policy asks for', () => {
    const asking = exceptionPolicy({ require: { ticket: [1], controls: [1] } })
    const given = facts([comment(1, ALICE, approve({ more: ' ticket=SEC-1 controls="WAF; rate limit"' }))])
    expect(derive(given, asking).records).toMatchObject([{ ticket: 'SEC-1', controls: ['WAF', 'rate limit'] }])
  })
})

test('who has to be looked up: those who gave a command with effect, and those who set labels', () => {
  const comments = [
    comment(1, BOB, approve()),
    comment(2, AUTHOR, request()),
    comment(3, BOT, approve()),
    comment(4, null, approve()),
    comment(5, CAROL, reject())
  ]
  expect(peopleToAsk({ comments, deletedComments: [], labels: null })).toEqual([BOB, CAROL])
})

test('a command with a mistake is answered, and quotes nothing', () => {
  const { commands } = derive(facts([comment(1, ALICE, `${approve()} @everyone`)]))
  expect(commands).toMatchObject([{ outcome: 'refused', code: 'malformed', verb: null, finding: null }])
  expect(commands[0]?.sentence).not.toContain('@everyone')
})

test('a head that moved while reading', () => {
  const moved = facts([comment(1, ALICE, approve())], {
    pullRequest: { ...facts([]).pullRequest, headShaAfterReading: EARLIER }
  })
  expect(derive(moved)).toMatchObject({ approved: [], codes: ['head-moved'] })
  expect(HEAD).not.toBe(EARLIER)
})
