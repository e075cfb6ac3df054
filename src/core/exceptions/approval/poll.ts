import type { ExceptionPolicy } from '../../policy/policy.js'
import { time } from '../../time/instant.js'
import { termsProblem } from '../terms.js'
import type { ApprovalFacts, ApprovalFinding } from './approval-facts.js'
import { expiryOf } from './ballot.js'
import { commitProblem } from './carry.js'
import { type CommandEntry, isBuried, type Tombstone } from './comments.js'
import { authorityOf, authorityProblem, independenceProblem } from './people.js'
import type { CommandReason } from './result.js'

/** What all polls of a run share. */
export interface PollContext {
  readonly facts: ApprovalFacts
  readonly policy: ExceptionPolicy
  readonly now: string
  readonly tombstones: readonly Tombstone[]
  readonly requesters: ReadonlyMap<string, ReadonlySet<number>>
}

/** Where the people stand who spoke about one finding. */
export interface Poll {
  readonly finding: ApprovalFinding
  readonly requests: readonly CommandEntry[]
  /** The last word of each person, if it is an approval that counts, and if that has run out since. */
  readonly approvals: readonly CommandEntry[]
  readonly expired: readonly CommandEntry[]
  /** Rejections and revocations that stand. */
  readonly refusals: readonly CommandEntry[]
  /** By comment id: why it does not count. */
  readonly reasons: ReadonlyMap<number, CommandReason>
}

interface Word {
  readonly entry: CommandEntry
  readonly kind: 'approval' | 'expired' | 'refusal'
}

/**
 * Goes through the commands about one finding in their order. The last word of each person counts; an approval that
 * is refused is no word. A refusal stands until the same person approves the current head.
 */
export function poll(finding: ApprovalFinding, entries: readonly CommandEntry[], context: PollContext): Poll {
  const words = new Map<number, Word>()
  const reasons = new Map<number, CommandReason>()
  const speak = (entry: CommandEntry, kind: Word['kind']) => {
    const last = words.get(entry.userId)
    if (last) reasons.set(last.entry.comment.id, SUPERSEDED)
    words.set(entry.userId, { entry, kind })
  }
  for (const entry of entries) {
    const problem = reasonAgainst(entry, finding, words.get(entry.userId)?.kind === 'refusal', context)
    const { verb } = entry.command
    if (problem?.code === 'expired') speak(entry, 'expired')
    if (problem !== null) reasons.set(entry.comment.id, problem)
    else if (verb !== 'request') speak(entry, verb === 'reject' || verb === 'revoke' ? 'refusal' : 'approval')
  }
  const last = (kind: Word['kind']) => [...words.values()].filter(word => word.kind === kind).map(({ entry }) => entry)
  const requests = entries.filter(({ command, comment }) => command.verb === 'request' && !reasons.has(comment.id))
  const [approvals, expired, refusals] = [last('approval'), last('expired'), last('refusal')]
  return {
    finding,
    requests,
    approvals: inTime(approvals),
    expired: inTime(expired),
    refusals: inTime(refusals),
    reasons
  }
}

const NEVER: CommandReason = { code: 'never', sentence: 'the policy allows no exception for this finding' }

const SUPERSEDED: CommandReason = { code: 'superseded', sentence: 'a later command of the same person took its place' }

const inTime = (entries: readonly CommandEntry[]): readonly CommandEntry[] =>
  [...entries].sort((a, b) => time(a.comment.createdAt) - time(b.comment.createdAt) || a.comment.id - b.comment.id)

function reasonAgainst(
  entry: CommandEntry,
  finding: ApprovalFinding,
  hasRefused: boolean,
  context: PollContext
): CommandReason | null {
  switch (entry.command.verb) {
    case 'request':
      return finding.never ? NEVER : null
    case 'reject':
    case 'revoke':
      return refusalProblem(entry, context)
    case 'approve':
    case 'break-glass':
      return approvalProblem(entry, finding, hasRefused, context)
  }
}

/** A refusal needs authority, but none of the distance that an approval needs; in doubt it stands. */
function refusalProblem({ userId: id, login }: CommandEntry, { facts, policy }: PollContext): CommandReason | null {
  const account = { id, login }
  return authorityOf(account, facts, policy) === 'none' ? authorityProblem(account, facts, policy) : null
}

function approvalProblem(
  entry: CommandEntry,
  finding: ApprovalFinding,
  hasRefused: boolean,
  context: PollContext
): CommandReason | null {
  const { facts, policy, tombstones, requesters } = context
  const account = { id: entry.userId, login: entry.login }
  if (finding.never) return NEVER
  return (
    authorityProblem(account, facts, policy) ??
    independenceProblem(account, finding, requesters.get(finding.id) ?? new Set(), facts) ??
    (isBuried(entry, tombstones) ? LATER_CHANGED : null) ??
    commitProblem(entry, finding, facts) ??
    (hasRefused && entry.command.sha !== facts.pullRequest.headSha ? AFTER_REJECTION : null) ??
    timeProblem(entry, finding, context)
  )
}

const LATER_CHANGED: CommandReason = {
  code: 'later-comment-changed',
  sentence: 'a later comment of this person was changed or deleted by somebody else: approve again'
}

const AFTER_REJECTION: CommandReason = {
  code: 'after-rejection',
  sentence: 'who has rejected lifts that only by approving the current head'
}

function timeProblem(
  entry: CommandEntry,
  finding: ApprovalFinding,
  { policy, now }: PollContext
): CommandReason | null {
  const { expires, expiresText } = expiryOf(entry)
  const { comment, command } = entry
  if (time(expires) < time(comment.createdAt)) {
    return { code: 'expires-past', sentence: 'the day of expiry was over when the command was given' }
  }
  const terms = {
    type: command.type ?? 'risk-accept',
    approvedAt: comment.createdAt,
    expires,
    expiresText,
    ticket: command.ticket,
    controls: command.controls
  } as const
  const problem = termsProblem(terms, finding, policy)
  if (problem !== null) return problem
  return time(expires) < time(now) ? { code: 'expired', sentence: `the approval expired on ${expiresText}` } : null
}
