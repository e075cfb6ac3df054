import type { ExceptionPolicy } from '../../policy/policy.js'
import type { ExceptionAccount, ExceptionRecord } from '../exception.js'
import { quorum } from '../terms.js'
import { approverOf, type Ballot, leadingBallot, recordOf } from './ballot.js'
import type { CommandEntry } from './comments.js'
import { isConfirmedByLabel } from './labels.js'
import type { Poll, PollContext } from './poll.js'
import type { CommandReason, FindingApproval } from './result.js'

/** What a poll comes to. */
export interface Standing {
  /** Null where nothing was said that concerns the finding. */
  readonly approval: FindingApproval | null
  readonly record: ExceptionRecord | null
  /** By comment id: why an approval that is in order by itself has no effect. */
  readonly reasons: ReadonlyMap<number, CommandReason>
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
  if (refusal) return refused(poll, refusal, policy)
  if (ballot?.isReached) return reached(poll, ballot, context)
  const over = leadingBallot([...poll.approvals, ...poll.expired], finding, policy)
  if (over?.isReached) {
    const record = recordOf(over, finding.id, facts.pullRequest.number, now)
    const sentence = `expired on ${record.expiresText}`
    return { approval: answer(poll, 'expired', sentence, accountOf(poll, over, policy)), record, reasons: new Map() }
  }
  return waiting(poll, ballot, policy)
}

const answer = (
  { finding }: Poll,
  status: FindingApproval['status'],
  sentence: string,
  account: ExceptionAccount | null
): FindingApproval => ({ finding: finding.id, status, sentence, account })

/** What the approvals that agree say, or where there is none the last request. */
function accountOf(
  { finding, requests }: Poll,
  ballot: Ballot | null,
  policy: ExceptionPolicy
): ExceptionAccount | null {
  const voices = ballot?.voices ?? []
  const said = voices.at(-1) ?? requests.at(-1)
  if (said === undefined) return null
  const { type, reason, owner, ticket, controls } = said.command
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

function refused(poll: Poll, refusal: CommandEntry, policy: ExceptionPolicy): Standing {
  const status = refusal.command.verb === 'revoke' ? 'revoked' : 'rejected'
  const sentence = `${status} by @${refusal.login}`
  const blocked: CommandReason = { code: 'blocked', sentence: `it is ${sentence}` }
  const reasons = new Map(poll.approvals.map(({ comment }) => [comment.id, blocked]))
  return { approval: answer(poll, status, sentence, accountOf(poll, null, policy)), record: null, reasons }
}

function reached(poll: Poll, ballot: Ballot, { facts, policy, now, requesters }: PollContext): Standing {
  const { finding } = poll
  const reasons = disagreements(poll, ballot)
  const account = accountOf(poll, ballot, policy)
  if (isConfirmedByLabel(ballot.voices, finding, requesters.get(finding.id) ?? new Set(), facts, policy)) {
    const record = recordOf(ballot, finding.id, facts.pullRequest.number, now)
    const sentence = `approved by ${record.approvedBy.join(', ')} until ${record.expiresText}`
    return { approval: answer(poll, 'active', sentence, account), record, reasons }
  }
  const missing: CommandReason = {
    code: 'label-missing',
    sentence: 'an approver still has to set the label that the policy asks for, after the approval'
  }
  for (const { comment } of ballot.voices) reasons.set(comment.id, missing)
  return { approval: answer(poll, 'requested', missing.sentence, account), record: null, reasons }
}

function waiting(poll: Poll, ballot: Ballot | null, policy: ExceptionPolicy): Standing {
  const reasons = ballot ? disagreements(poll, ballot) : new Map<number, CommandReason>()
  if (ballot || poll.requests.length > 0) {
    const needed = ballot?.needed ?? quorum(poll.finding, false, policy)
    const sentence = `${ballot?.voices.length ?? 0} of ${needed} approvals`
    return { approval: answer(poll, 'requested', sentence, accountOf(poll, ballot, policy)), record: null, reasons }
  }
  const [lapsed] = [...poll.reasons.values()].filter(({ code }) => LAPSED.has(code)).slice(-1)
  const approval = lapsed ? answer(poll, 'invalid', lapsed.sentence, null) : null
  return { approval, record: null, reasons }
}

/** Approvals that are in order and agree with nobody who counts. */
function disagreements({ approvals }: Poll, ballot: Ballot): Map<number, CommandReason> {
  const reason: CommandReason = { code: 'disagrees', sentence: 'commit or type differ from the approval that counts' }
  return new Map(approvals.filter(entry => !ballot.voices.includes(entry)).map(({ comment }) => [comment.id, reason]))
}
