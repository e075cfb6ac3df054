import { describe, expect, test } from '@jest/globals'
import type { ApprovalFacts } from '../../../../src/core/exceptions/approval/approval-facts.js'
import { deriveApprovals, peopleToAsk } from '../../../../src/core/exceptions/approval/approvals.js'
import { joinApprovals } from '../../../../src/core/exceptions/approval/result.js'
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
  labelEvent,
  MALLORY,
  pullRequest,
  reject,
  request,
  subject
} from '../approval-builders.js'
import { exceptionPolicy, findingId, NOW } from '../builders.js'

const policy = exceptionPolicy()
const derive = (given: ApprovalFacts, using = policy) => deriveApprovals(given, using, NOW)
const FIRST = findingId(1)

describe('what came of a command', () => {
  test.each<[string, ApprovalFacts, object]>([
    [
      'an approval says until when it holds',
      facts([comment(1, BOB, approve())]),
      { until: '2026-12-04T23:59:59.999Z', sentence: 'counted', corrected: null, login: 'sec-bob', finding: FIRST }
    ],
    [
      'break-glass too',
      facts([comment(1, BOB, breakGlass())]),
      { until: '2026-11-23T22:21:00.000Z', sentence: 'counted', verb: 'break-glass' }
    ],
    ['a request approves nothing', facts([comment(1, AUTHOR, request())]), { until: null, sentence: 'counted' }],
    ['a rejection approves nothing', facts([comment(1, BOB, reject())]), { until: null, sentence: 'counted' }],
    [
      'a question is answered',
      facts([comment(1, BOB, '/gate status')]),
      { code: 'answered', until: null, finding: null }
    ],
    [
      'an approval of an earlier commit says of which',
      facts([comment(1, BOB, approve({ sha: EARLIER }))]),
      { code: 'counted', sentence: `carried from ${EARLIER}` }
    ],
    ['a request of an account that is gone', facts([comment(1, null, request())]), { code: 'no-user', login: null }],
    [
      'what was refused is mended in its place',
      facts([comment(1, BOB, approve({ expires: '2027-12-01' }))]),
      { outcome: 'refused', corrected: expect.stringContaining(`/gate approve ${FIRST} sha=${HEAD}`) }
    ],
    [
      'what is superseded is not',
      facts([comment(1, BOB, approve()), comment(2, BOB, reject())]),
      { outcome: 'read', code: 'superseded', corrected: null }
    ]
  ])('%s', (_, given, expected) => expect(derive(given).commands[0]).toMatchObject(expected))

  test('an unknown finding is left to another gate only where there is one', () => {
    const given = facts([comment(1, BOB, approve({ finding: 9 }))])
    expect(derive(given).commands).toMatchObject([{ outcome: 'refused', code: 'unknown-finding', corrected: null }])
    const several = { ...given, otherGates: true }
    expect(derive(several).commands).toMatchObject([{ outcome: 'elsewhere', code: 'other-gate' }])
    expect(derive(several).reactions).toMatchObject([{ reactions: [] }])
    // What is known is this gate's, whoever else answers.
    expect(derive({ ...several, comments: [comment(1, BOB, approve())] }).records).toHaveLength(1)
  })

  test('two findings of one id: neither is approved, and no line would help', () => {
    const given = facts([comment(1, BOB, approve({ expires: '2027-12-01' }))], { findings: [subject(), subject()] })
    expect(derive(given)).toMatchObject({ records: [], commands: [{ code: 'ambiguous-finding', corrected: null }] })
  })
})

describe('reactions', () => {
  const one = (body: string, more = {}) => derive(facts([comment(1, BOB, body, more)])).reactions[0]
  test.each<[string, string, readonly string[], boolean]>([
    ['what counts', approve(), ['eyes', 'rocket'], true],
    ['several that count', `${approve()}\n/gate status`, ['eyes', 'rocket'], true],
    ['a question alone', '/gate status', ['eyes'], true],
    ['one that counts and one without effect', `${approve()}\n${reject()}`, ['eyes'], true],
    ['one that is refused', `${approve()}\n${approve({ finding: 9 })}`, ['eyes', '-1'], true],
    ['one that cannot be read', '/gate aprove', ['eyes', '-1'], false],
    ['one of two that cannot be read', `/gate aprove\n${approve()}`, ['eyes', '-1'], true]
  ])('%s', (_, body, reactions, isRead) => expect(one(body)).toEqual({ commentId: 1, reactions, isRead }))

  test('one for each comment of this pull request, and none for those of another', () => {
    const given = facts([
      comment(1, BOB, approve()),
      comment(2, CAROL, approve()),
      comment(3, ALICE, approve(), { pullRequest: 43 }),
      comment(4, ALICE, approve(), { repositoryId: 8 })
    ])
    expect(derive(given).reactions.map(({ commentId }) => commentId)).toEqual([1, 2])
  })
})

test('a comment of another pull request that somebody edited doubts nothing here', () => {
  const doubt = { lastEditedAt: NOW, editorId: MALLORY.id, includesCreatedEdit: true }
  const approved = comment(1, BOB, approve())
  expect(derive(facts([approved, comment(2, BOB, 'x', { ...doubt, pullRequest: 43 })])).records).toHaveLength(1)
  expect(derive(facts([approved, comment(2, BOB, 'x', { ...doubt, repositoryId: 8 })])).records).toHaveLength(1)
  expect(derive(facts([approved, comment(2, BOB, 'x', doubt)])).records).toEqual([])
})

test('records and findings are in the order of their ids, whatever was said first', () => {
  const given = facts([comment(1, BOB, approve({ finding: 2 })), comment(2, BOB, approve())], {
    findings: [subject(2), subject(1)]
  })
  const { records, findings } = derive(given)
  expect(records.map(({ id }) => id)).toEqual([`PR-42-${FIRST}`, `PR-42-${findingId(2)}`])
  expect(findings.map(({ finding }) => finding)).toEqual([FIRST, findingId(2)])
})

test('approvals without effect are told, and nothing else', () => {
  const given = facts(
    [
      comment(1, BOB, approve()),
      comment(2, BOB, approve({ expires: '2026-11-30' })),
      comment(3, MALLORY, approve()),
      comment(4, MALLORY, reject()),
      comment(5, CAROL, approve({ type: 'false-positive' })),
      comment(6, AUTHOR, breakGlass()),
      comment(7, ALICE, approve({ finding: 9 }))
    ],
    { otherGates: true }
  )
  expect(derive(given).invalidated.map(({ commentId, code }) => [commentId, code])).toEqual([
    [2, 'disagrees'],
    [3, 'not-approver'],
    [6, 'not-approver']
  ])
})

test('comments that could not be read approve nothing, and say nothing else', () => {
  expect(derive(facts(null))).toEqual({
    commands: [],
    reactions: [],
    findings: [],
    records: [],
    outcomes: [],
    invalidated: [],
    labels: [],
    labelTrail: null,
    notices: [expect.objectContaining({ level: 'warning', code: 'comments-unread' })]
  })
})

test('what was asked for stands among the outcomes, what holds or is over does not', () => {
  const stale = { headShaAfterReading: EARLIER }
  const moved = facts([comment(1, BOB, approve())], { pullRequest: pullRequest(stale) })
  const [outcome] = derive(moved).outcomes
  expect(outcome).toEqual({
    id: `PR-42-${FIRST}`,
    status: 'invalid',
    source: 'comment',
    finding: FIRST,
    match: { kind: 'finding', finding: FIRST },
    expires: null,
    problem: 'the head of the pull request moved during this run'
  })
  const approved = facts([comment(1, BOB, approve({ expires: '2026-11-24' }))])
  expect(deriveApprovals(approved, policy, '2026-11-26T00:00:00.000Z')).toMatchObject({
    findings: [{ status: 'expired' }],
    outcomes: []
  })
})

describe('labels', () => {
  const names = (given: ApprovalFacts) => derive(given).labels.map(({ name, wanted }) => [name.split(': ')[1], wanted])
  const unknown = { approvers: new Map() }
  test.each<[string, ApprovalFacts, readonly (readonly [string, boolean])[]]>([
    [
      'are taken off where nothing is asked for',
      facts([]),
      [
        ['requested', false],
        ['approved', false]
      ]
    ],
    [
      'are only set where another gate answers',
      facts([comment(1, AUTHOR, request()), comment(2, BOB, approve({ finding: 9 }))], { otherGates: true }),
      [['requested', true]]
    ],
    ['are only set where nobody knows who may approve', facts([comment(1, BOB, approve())], unknown), []],
    [
      'are taken off where one who may not has tried',
      facts([comment(1, MALLORY, approve())]),
      [
        ['requested', false],
        ['approved', false]
      ]
    ]
  ])('%s', (_, given, expected) => expect(names(given)).toEqual(expected))
})

test.each<[string, string, boolean]>([
  ['an approval', approve(), true],
  ['a rejection among others', `${request()}\n${reject()}`, true],
  ['a request', request(), false],
  ['a question', '/gate status', false],
  ['an approval that is malformed', `/gate approve ${FIRST}`, true],
  ['break-glass that is malformed', `/gate break-glass ${FIRST}`, true],
  ['a rejection that is malformed', `/gate reject ${FIRST}`, false],
  ['an approval of nothing', '/gate approve', false],
  ['talk', 'looks good', false]
])('who has to be looked up: who wrote %s', (_, body, isAsked) => {
  expect(
    peopleToAsk({ comments: [comment(1, BOB, body), comment(2, BOT, body)], deletedComments: [], labels: null })
  ).toEqual(isAsked ? [BOB] : [])
})

test('people to look up are in the order of their ids, with those who set labels, and no bot', () => {
  const labels = { current: [], events: [labelEvent(1, ADMIN), labelEvent(2, BOT), labelEvent(3, null)] }
  expect(
    peopleToAsk({ comments: [comment(1, CAROL, approve()), comment(2, BOB, approve())], deletedComments: [], labels })
  ).toEqual([BOB, CAROL, ADMIN])
})

test('approvals of several pull requests stand beside each other, and no label follows from them', () => {
  const one = derive(facts([comment(1, BOB, approve()), comment(2, MALLORY, approve())]))
  const other = derive(facts([comment(3, AUTHOR, request())], { pullRequest: pullRequest({ contributors: null }) }))
  expect(joinApprovals([one, other])).toEqual({
    commands: [...one.commands, ...other.commands],
    reactions: [...one.reactions, ...other.reactions],
    findings: [...one.findings, ...other.findings],
    records: one.records,
    outcomes: other.outcomes,
    invalidated: one.invalidated,
    labels: [],
    labelTrail: null,
    notices: other.notices
  })
  expect([one.records, other.outcomes, one.invalidated, other.notices].map(({ length }) => length)).toEqual([
    1, 1, 1, 1
  ])
})
