import type { ExceptionPolicy } from '../../policy/policy.js'
import { meaningOf } from '../commands/line.js'
import { offeredLine } from '../commands/offer.js'
import type { ExceptionAccount, ExceptionRecord } from '../exception.js'
import { quorum } from '../terms.js'
import { approverOf, type Ballot, leadingBallot, recordOf } from './ballot.js'
import type { CommandEntry } from './comments.js'
import { termsFor } from './corrections.js'
import { isConfirmedByLabel } from './labels.js'
import type { Poll, PollContext } from './poll.js'
import type { CommandReason, FindingApproval, Said } from './result.js'

/** What a poll comes to. */
export interface Standing {
  /** Null where nothing was said that concerns the finding. */
  readonly approval: FindingApproval | null
  readonly record: ExceptionRecord | null
  /** By line: why an approval that is in order by itself has no effect. */
  readonly reasons: ReadonlyMap<string, CommandReason>
}

/** Codes of approvals that may have counted before, and do no longer. */
const LAPSED: ReadonlySet<string> = new Set([
  'later-comment-changed',
  'head-moved',
  'sha-mismatch',
  'carry-unknown',
  'carry-fingerprint',
  'carry-content',
  'carry-severity',
  'carry-kev',
  'carry-tier',
  'too-long'
])

/** Decides one finding: refusals first, then what has its quorum, then what is still asked for. */
export function standingOf(poll: Poll, context: PollContext): Standing {
  const { policy, facts, now } = context
  const { finding } = poll
  const ballot = leadingBallot(poll.approvals, finding, policy)
  const [refusal] = poll.refusals.slice(-1)
  if (refusal) return refused(poll, refusal, context)
  if (ballot?.isReached) return reached(poll, ballot, context)
  const over = leadingBallot([...poll.approvals, ...poll.expired], finding, policy)
  if (over?.isReached) {
    const record = recordOf(over, finding.id, facts.pullRequest.number, now)
    const told = { status: 'expired', sentence: `expired on ${record.expiresText}` } as const
    const approval = { ...answer(poll, ballot, told, context), account: accountOf(poll, over, policy) }
    return { approval, record, reasons: new Map() }
  }
  return waiting(poll, ballot, context)
}

function answer(
  poll: Poll,
  ballot: Ballot | null,
  told: Pick<FindingApproval, 'status' | 'sentence'>,
  context: PollContext
): FindingApproval {
  // What has lapsed is mended where its command is answered.
  const isOffered = told.status === 'requested' && ballot?.isReached !== true
  return {
    finding: poll.finding.id,
    ...told,
    requests: poll.requests.map(said),
    approvals: (ballot?.voices ?? []).map(said),
    needed: ballot?.needed ?? quorum(poll.finding, false, context.policy),
    offer: isOffered ? offerOf(poll, ballot, context) : null,
    account: accountOf(poll, ballot, context.policy)
  }
}

/** What the approvals that agree say, or where there is none the last request. */
function accountOf(
  { finding, requests }: Poll,
  ballot: Ballot | null,
  policy: ExceptionPolicy
): ExceptionAccount | null {
  const voices = ballot?.voices ?? []
  const last = voices.at(-1) ?? requests.at(-1)
  if (last === undefined) return null
  const { type, reason, owner, ticket, controls } = last.command
  const needed = ballot?.needed ?? quorum(finding, false, policy)
  return {
    type,
    reason,
    owner,
    approvers: voices.map(approverOf),
    ticket,
    controls,
    quorum: { needed, have: voices.length }
  }
}

const said = ({ login, comment, command }: CommandEntry): Said => ({ login, url: comment.url, reason: command.reason })

/** An approval by the terms of the last request that agrees with those who have approved; the reason is the approver's own. */
function offerOf({ finding, requests }: Poll, ballot: Ballot | null, context: PollContext): string | null {
  const [voice] = ballot?.voices ?? []
  if (voice?.command.verb === 'break-glass') return null
  const [request] = requests.slice(-1)
  const asked = request === undefined ? [] : [...meaningOf(request.command).values]
  const type = voice?.command.type ?? null
  const values = new Map([
    ...asked.filter(([key]) => key !== 'reason'),
    ...(type === null ? [] : [['type', type] as const])
  ])
  const terms = termsFor(finding, request?.login ?? null, context)
  return offeredLine(
    { verb: 'approve', finding: finding.id, values },
    { ...terms, sha: voice?.command.sha ?? terms.sha },
    context.now
  )
}

function refused(poll: Poll, refusal: CommandEntry, context: PollContext): Standing {
  const status = refusal.command.verb === 'revoke' ? 'revoked' : 'rejected'
  const sentence = `${status} by @${refusal.login}`
  const blocked: CommandReason = { code: 'blocked', sentence: `it is ${sentence}` }
  const reasons = new Map(poll.approvals.map(({ key }) => [key, blocked]))
  // What was approved counts for nothing.
  return { approval: answer(poll, null, { status, sentence }, context), record: null, reasons }
}

function reached(poll: Poll, ballot: Ballot, context: PollContext): Standing {
  const { facts, policy, now, requesters } = context
  const { finding } = poll
  const reasons = disagreements(poll, ballot)
  if (isConfirmedByLabel(ballot.voices, finding, requesters.get(finding.id) ?? new Set(), facts, policy)) {
    const record = recordOf(ballot, finding.id, facts.pullRequest.number, now)
    const sentence = `approved by ${record.approvedBy.join(', ')} until ${record.expiresText}`
    return { approval: answer(poll, ballot, { status: 'active', sentence }, context), record, reasons }
  }
  const missing: CommandReason = {
    code: 'label-missing',
    sentence: 'an approver still has to set the label that the policy asks for, after the approval'
  }
  for (const { key } of ballot.voices) reasons.set(key, missing)
  const told = { status: 'requested', sentence: missing.sentence } as const
  return { approval: answer(poll, ballot, told, context), record: null, reasons }
}

function waiting(poll: Poll, ballot: Ballot | null, context: PollContext): Standing {
  const reasons = ballot ? disagreements(poll, ballot) : new Map<string, CommandReason>()
  if (ballot || poll.requests.length > 0) {
    const needed = ballot?.needed ?? quorum(poll.finding, false, context.policy)
    const told = { status: 'requested', sentence: `${ballot?.voices.length ?? 0} of ${needed} approvals` } as const
    return { approval: answer(poll, ballot, told, context), record: null, reasons }
  }
  const [lapsed] = [...poll.reasons.values()].filter(({ code }) => LAPSED.has(code)).slice(-1)
  const approval = lapsed ? answer(poll, ballot, { status: 'invalid', sentence: lapsed.sentence }, context) : null
  return { approval, record: null, reasons }
}

/** Approvals that are in order and agree with nobody who counts. */
function disagreements({ approvals }: Poll, ballot: Ballot): Map<string, CommandReason> {
  const reason: CommandReason = { code: 'disagrees', sentence: 'commit or type differ from the approval that counts' }
  return new Map(approvals.filter(entry => !ballot.voices.includes(entry)).map(({ key }) => [key, reason]))
}
