import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import type {
  ApprovalFacts,
  Contributor,
  LabelEvent,
  LabelFacts
} from '../../../src/core/exceptions/approval/approval-facts.js'
import { deriveApprovals } from '../../../src/core/exceptions/approval/approvals.js'
import {
  ADMIN,
  ALICE,
  APPROVED_LABEL,
  APPROVERS,
  AUTHOR,
  approve,
  BASE,
  BOB,
  BOT,
  CAROL,
  comment,
  EARLIER,
  edited,
  facts,
  labelEvent,
  MALLORY,
  pullRequest,
  reject,
  request,
  revoke,
  subject
} from './approval-builders.js'
import { exceptionPolicy, NOW } from './builders.js'

const policy = exceptionPolicy()
const labelled = exceptionPolicy({ requireLabel: true })
const good = comment(1, BOB, approve())
const tierZero = { findings: [subject(1, { tier: 0 })] }

const by = (...contributors: readonly Contributor[]) => ({ pullRequest: pullRequest({ contributors }) })

/** Attacks by their number in the threat model: facts, and the code that each of their approvals ends with. */
const ATTACKS: readonly (readonly [string, ApprovalFacts, readonly string[]])[] = [
  // A1: approve, then push
  ['A1 the head moved, tier 0', facts([comment(1, BOB, approve({ sha: EARLIER }))], tierZero), ['sha-mismatch']],
  [
    'A1 pushed between comment and run, content changed',
    facts([comment(1, BOB, approve({ sha: EARLIER }))], { snapshotAt: (_, f) => ({ ...f, blobSha: 'x' }) }),
    ['carry-content']
  ],
  [
    'A1 pushed during the run',
    facts([good], { pullRequest: pullRequest({ headShaAfterReading: EARLIER }) }),
    ['head-moved']
  ],
  ['A1 the base', facts([comment(1, BOB, approve({ sha: BASE }))]), ['base-sha']],
  // A2: edit an old comment into an approval
  ['A2 edited by its author', facts([edited(good, BOB)]), ['edited']],
  ['A2 edited by an admin', facts([edited(good, ADMIN)]), ['edited']],
  ['A2 edited and restored', facts([{ ...good, includesCreatedEdit: true }]), ['edited']],
  ['A2 only the time tells', facts([{ ...good, updatedAt: NOW }]), ['edited']],
  // A3: approve one's own change
  ['A3 author', facts([good], { pullRequest: pullRequest({ author: BOB }) }), ['own-change']],
  [
    'A3 author, named by the policy',
    facts([comment(1, ALICE, approve())], { pullRequest: pullRequest({ author: ALICE }) }),
    ['own-change']
  ],
  ['A3 author of a commit', facts([good], by({ userId: BOB.id })), ['contributor']],
  ['A3 committer', facts([good], by({ userId: BOB.id })), ['contributor']],
  ['A3 co-author', facts([good], by({ userId: BOB.id })), ['contributor']],
  ['A3 commit of nobody at tier 0', facts([good], { ...by({ userId: null }), ...tierZero }), ['unmapped-commit']],
  [
    'A3 commits not all read',
    facts([good], { pullRequest: pullRequest({ contributors: null }) }),
    ['contributors-unknown']
  ],
  [
    'A3 author is gone, tier 0',
    facts([good], { pullRequest: pullRequest({ author: null }), ...tierZero }),
    ['unmapped-commit']
  ],
  ['A3 requester', facts([comment(0, BOB, request()), good]), ['counted', 'requester']],
  [
    'A3 requester whose request was edited away from the pull request',
    facts([edited(comment(0, BOB, request()), BOB), good]),
    ['edited', 'requester']
  ],
  ['A3 bot', facts([comment(1, BOT, approve())]), ['not-a-person']],
  ['A3 bot with the id of an approver', facts([comment(1, { ...BOT, id: BOB.id }, approve())]), ['not-a-person']],
  ['A3 through an app', facts([{ ...good, viaApp: true }]), ['through-app']],
  ['A3 a second account without authority', facts([comment(1, MALLORY, approve())]), ['not-approver']],
  [
    'A3 login like an approver of a team',
    facts([comment(1, { ...MALLORY, login: 'sec-bob' }, approve())]),
    ['not-approver']
  ],
  ['A3 ghost', facts([comment(1, null, approve())]), ['no-user']],
  // A5: the gate's own marker in a comment of others
  ['A5 marker before a command', facts([comment(1, BOB, `<!-- policy-gate -->\n${approve()}`)]), []],
  [
    'A5 marker after a command',
    facts([comment(1, BOB, `${approve()}\n<!-- policy-gate: approved -->`)]),
    ['malformed']
  ],
  [
    'A5 user named like the app',
    facts([comment(1, { ...MALLORY, login: 'policy-gate' }, approve())]),
    ['not-approver']
  ],
  ['A5 second bot', facts([comment(1, { id: 91, login: 'other[bot]', type: 'Bot' }, approve())]), ['not-a-person']],
  // A6: a command in a quotation, in code, in an e-mail, in an echo
  ['A6 quoted', facts([comment(1, BOB, `> ${approve()}`)]), []],
  ['A6 fenced', facts([comment(1, BOB, `\`\`\`\n${approve()}\n\`\`\``)]), []],
  ['A6 e-mail', facts([comment(1, BOB, `No.\n\nOn Monday mallory wrote:\n> ${approve()}`)]), []],
  ['A6 echo of a bot', facts([comment(1, BOT, `${approve()}`)]), ['not-a-person']],
  // A7: replay
  ['A7 from another pull request', facts([{ ...good, pullRequest: 41 }]), ['wrong-pull-request']],
  ['A7 from another repository', facts([{ ...good, repositoryId: 8 }]), ['wrong-repository']],
  [
    'A7 the approver left the team',
    facts([good], {
      approvers: new Map([
        ...APPROVERS,
        [BOB.id, { roleName: 'read', teams: new Map([['acme/appsec', 'none' as const]]), error: null }]
      ])
    }),
    ['not-approver']
  ],
  [
    'A7 membership is pending',
    facts([good], {
      approvers: new Map([
        ...APPROVERS,
        [BOB.id, { roleName: 'read', teams: new Map([['acme/appsec', 'pending' as const]]), error: null }]
      ])
    }),
    ['not-approver']
  ],
  [
    'A7 the look-up failed',
    facts([good], { approvers: new Map([...APPROVERS, [BOB.id, { roleName: null, teams: new Map(), error: '502' }]]) }),
    ['authority-unknown']
  ],
  ['A7 nobody looked', facts([good], { approvers: new Map() }), ['authority-unknown']],
  [
    'A7 before the pull request was reopened',
    facts([good], { pullRequest: pullRequest({ resetAt: NOW }) }),
    ['before-reset']
  ],
  ['A7 closed', facts([good], { pullRequest: pullRequest({ state: 'closed', closedAt: NOW }) }), ['not-open']],
  // A8: hide or delete
  ['A8 hidden', facts([{ ...good, minimized: true }]), ['hidden']],
  [
    'A8 a later rejection was deleted by somebody else',
    facts([good], { deletedComments: [{ author: BOB, actorId: AUTHOR.id, at: NOW }] }),
    ['later-comment-changed']
  ],
  [
    'A8 a later comment of nobody known was deleted',
    facts([good], { deletedComments: [{ author: null, actorId: null, at: NOW }] }),
    ['later-comment-changed']
  ],
  [
    'A8 a later rejection was edited into prose by somebody else',
    facts([good, edited(comment(2, BOB, reject()), AUTHOR, 'thanks')]),
    ['later-comment-changed']
  ],
  [
    'A8 a later rejection was edited into an approval',
    facts([good, edited(comment(2, BOB, reject()), AUTHOR, approve())]),
    ['later-comment-changed', 'edited']
  ],
  [
    'A8 a later rejection was hidden',
    facts([good, { ...comment(2, CAROL, reject()), minimized: true }]),
    ['blocked', 'counted']
  ],
  [
    'A8 a later rejection was edited and says the same',
    facts([good, edited(comment(2, CAROL, reject()), AUTHOR)]),
    ['later-comment-changed', 'counted']
  ],
  [
    'A8 a rejection from before the pull request was reopened',
    facts([{ ...comment(2, CAROL, reject()) }, comment(9, BOB, approve())], {
      pullRequest: pullRequest({ resetAt: comment(5, null, '').createdAt })
    }),
    ['counted', 'blocked']
  ],
  [
    'A8 a later rejection is newer than the clock',
    facts([good, comment(1010, CAROL, reject())]),
    ['blocked', 'counted']
  ],
  [
    'A8 a later rejection came through an app',
    facts([good, { ...comment(2, CAROL, reject()), viaApp: true }]),
    ['blocked', 'counted']
  ],
  [
    'A8 revoked after the merge',
    facts([good, comment(9, CAROL, revoke())], {
      pullRequest: pullRequest({ state: 'merged', closedAt: comment(5, null, '').createdAt })
    }),
    ['blocked', 'counted']
  ],
  ['A8 read twice, hidden meanwhile', facts([{ ...good, minimized: true }, good]), ['hidden']],
  // A9: two approvals race with a push
  [
    'A9 two approvals of two heads',
    facts([comment(1, BOB, approve({ sha: EARLIER })), comment(2, CAROL, approve())], tierZero),
    ['sha-mismatch', 'counted']
  ],
  // A10: a page of comments is missing
  ['A10 a page failed', facts(null), []],
  // A11: bait and switch
  [
    'A11 two findings forced to one id',
    facts([good], { findings: [subject(1), subject(1, { fingerprint: 'evil' })] }),
    ['ambiguous-finding']
  ],
  [
    'A11 the finding behind the id changed',
    facts([comment(1, BOB, approve({ sha: EARLIER }))], { snapshotAt: (_, f) => ({ ...f, fingerprint: 'benign' }) }),
    ['carry-fingerprint']
  ],
  [
    'A11 the severity rose after the approval',
    facts([comment(1, BOB, approve({ sha: EARLIER }))], { snapshotAt: (_, f) => ({ ...f, severity: 'low' as const }) }),
    ['carry-severity']
  ],
  ['A11 a finding that is not there', facts([comment(1, BOB, approve({ finding: 9 }))]), ['unknown-finding']],
  // Clocks
  ['a comment from the future', facts([comment(1010, BOB, approve())]), ['from-future']]
]

describe('attacks', () => {
  test.each(ATTACKS)('%s', (_, given, codes) => {
    const result = deriveApprovals(given, policy, NOW)
    expect(result.records).toEqual([])
    expect(result.commands.map(({ code }) => code)).toEqual(codes)
    expect(result.labels.every(({ name, wanted }) => name !== APPROVED_LABEL || !wanted)).toBe(true)
  })

  test('the same facts without an attack are approved', () => {
    expect(deriveApprovals(facts([good]), policy, NOW).records).toHaveLength(1)
  })

  test('A10 a missing page is said, and leaves the labels alone', () => {
    expect(deriveApprovals(facts(null), policy, NOW)).toMatchObject({
      labels: [],
      notices: [{ level: 'warning', code: 'comments-unread' }]
    })
  })

  test('A8 a person may delete or edit what they wrote themselves', () => {
    const own = facts([good, edited(comment(2, BOB, 'thansk'), BOB, 'thanks')], {
      deletedComments: [{ author: BOB, actorId: BOB.id, at: NOW }]
    })
    expect(deriveApprovals(own, policy, NOW).records).toHaveLength(1)
  })

  test('A8 what was said is kept as a hash for the log', () => {
    const [command] = deriveApprovals(facts([good]), policy, NOW).commands
    expect(command?.bodySha256).toBe(createHash('sha256').update(good.body).digest('hex'))
  })

  test('A11 what becomes of the request changes nothing of the approval', () => {
    const asked = comment(0, AUTHOR, request())
    const before = deriveApprovals(facts([asked, good]), policy, NOW).records
    expect(before).toHaveLength(1)
    expect(deriveApprovals(facts([edited(asked, AUTHOR, request(2)), good]), policy, NOW).records).toEqual(before)
    expect(deriveApprovals(facts([good]), policy, NOW).records).toEqual(before)
  })

  test('A9 a page that is read twice counts once', () => {
    const twice = facts([good, good, { ...good }], tierZero)
    expect(deriveApprovals(twice, policy, NOW)).toMatchObject({ records: [], commands: [{ code: 'counted' }] })
  })

  test('a comment read before and after an edit is an edited one', () => {
    expect(deriveApprovals(facts([edited(good, BOB), good]), policy, NOW).records).toEqual([])
  })

  test('elsewhere than at tier 0 a commit of nobody does not stop an approval', () => {
    const given = facts([good], by({ userId: null }))
    expect(deriveApprovals(given, policy, NOW)).toMatchObject({
      records: [{ approvedBy: ['@sec-bob'] }],
      notices: [{ level: 'warning', code: 'commits-unmapped' }]
    })
  })

  test('commits that could not be read are said', () => {
    const given = facts([good], { pullRequest: pullRequest({ contributors: null }) })
    expect(deriveApprovals(given, policy, NOW).notices).toMatchObject([{ code: 'commits-unread' }])
  })

  test('who is named by the policy needs no look-up', () => {
    const given = facts([comment(1, ALICE, approve())], { approvers: new Map() })
    expect(deriveApprovals(given, policy, NOW).records).toHaveLength(1)
  })
})

describe('A4 labels', () => {
  const current: LabelFacts['current'] = [{ name: APPROVED_LABEL, id: 'LA_1' }]
  const withLabel = (events: readonly LabelEvent[], now = current) =>
    facts([good], { labels: { current: now, events } })

  test('set by an approver after the approval it confirms', () => {
    for (const actor of [CAROL, ALICE, BOB]) {
      expect(deriveApprovals(withLabel([labelEvent(2, actor)]), labelled, NOW).records).toHaveLength(1)
    }
  })

  test.each<[string, ApprovalFacts]>([
    ['none', withLabel([], [])],
    ['by a triager', withLabel([labelEvent(2, MALLORY)])],
    ['by the author of the change', withLabel([labelEvent(2, AUTHOR)])],
    ['by a bot', withLabel([labelEvent(2, BOT)])],
    ['through an app', withLabel([labelEvent(2, CAROL, { viaApp: true })])],
    ['by nobody known', withLabel([labelEvent(2, null)])],
    ['before the approval', withLabel([labelEvent(0, CAROL)])],
    [
      'by an approver, removed and set again by another',
      withLabel([labelEvent(2, CAROL), labelEvent(3, CAROL, { action: 'unlabeled' }), labelEvent(4, MALLORY)])
    ],
    ['removed', withLabel([labelEvent(2, CAROL), labelEvent(3, MALLORY, { action: 'unlabeled' })])],
    ['set and removed at one time', withLabel([labelEvent(2, CAROL, { action: 'unlabeled' }), labelEvent(2, CAROL)])],
    ['another label', withLabel([labelEvent(2, CAROL, { label: 'docs', labelId: 'LA_9' })])],
    ['another label renamed to it', withLabel([labelEvent(2, CAROL, { label: 'docs' })])],
    ['deleted and made anew', withLabel([labelEvent(2, CAROL)], [{ name: APPROVED_LABEL, id: 'LA_2' }])],
    ['of unknown identity', withLabel([labelEvent(2, CAROL, { labelId: null })], [{ name: APPROVED_LABEL, id: null }])],
    ['events not read', facts([good], { labels: null })]
  ])('%s: not confirmed', (_, given) => {
    const result = deriveApprovals(given, labelled, NOW)
    expect(result.records).toEqual([])
    expect(result.commands).toMatchObject([{ code: 'label-missing', outcome: 'read' }])
    expect(result.findings).toMatchObject([{ status: 'requested' }])
  })

  test('a label alone approves nothing', () => {
    const given = { ...withLabel([labelEvent(2, ADMIN)]), comments: [] }
    expect(deriveApprovals(given, policy, NOW).records).toEqual([])
    expect(deriveApprovals(given, labelled, NOW)).toMatchObject({
      records: [],
      labels: [{ wanted: false }, { wanted: false }]
    })
  })
})
