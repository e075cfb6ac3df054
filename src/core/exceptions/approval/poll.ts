import type { Account } from '../../ground/account.js'
import type { ExceptionPolicy } from '../../policy/policy.js'
import { time } from '../../time/instant.js'
import { termsProblems } from '../terms.js'
import type { ApprovalFacts, ApprovalFinding } from './approval-facts.js'
import { expiryOf } from './ballot.js'
import { commitProblem } from './carry.js'
import { type CommandEntry, isBuried, type Tombstone } from './comments.js'
import { authorityOf, authorityProblem, independenceProblem } from './people.js'
import { type CommandReason, together } from './result.js'

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
  /** By line: why it does not count. */
  readonly reasons: ReadonlyMap<string, CommandReason>
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
  const reasons = new Map<string, CommandReason>()
  const speak = (entry: CommandEntry, kind: Word['kind']) => {
    const last = words.get(entry.userId)
    if (last) reasons.set(last.entry.key, SUPERSEDED)
    words.set(entry.userId, { entry, kind })
  }
  for (const entry of entries) {
    const problem = together(reasonsAgainst(entry, finding, words.get(entry.userId)?.kind === 'refusal', context))
    const { verb } = entry.command
    if (problem?.code === 'expired') speak(entry, 'expired')
    if (problem !== null) reasons.set(entry.key, problem)
    else if (verb !== 'request') speak(entry, verb === 'reject' || verb === 'revoke' ? 'refusal' : 'approval')
  }
  const last = (kind: Word['kind']) => [...words.values()].filter(word => word.kind === kind).map(({ entry }) => entry)
  const requests = entries.filter(({ command, key }) => command.verb === 'request' && !reasons.has(key))
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

function reasonsAgainst(
  entry: CommandEntry,
  finding: ApprovalFinding,
  hasRefused: boolean,
  context: PollContext
): readonly CommandReason[] {
  switch (entry.command.verb) {
    case 'request':
      return finding.never ? [NEVER] : []
    case 'reject':
    case 'revoke':
      return refusalProblems(entry, context)
    case 'approve':
    case 'break-glass':
      return approvalProblems(entry, finding, hasRefused, context)
  }
}

/** A refusal needs authority, but none of the distance that an approval needs; in doubt it stands. */
function refusalProblems(
  { userId: id, login }: CommandEntry,
  { facts, policy }: PollContext
): readonly CommandReason[] {
  const account = { id, login }
  return authorityOf(account, facts, policy) === 'none' ? all([authorityProblem(account, facts, policy)]) : []
}

/** Everything at once: who mends one fault must not meet the next. */
function approvalProblems(
  entry: CommandEntry,
  finding: ApprovalFinding,
  hasRefused: boolean,
  context: PollContext
): readonly CommandReason[] {
  const { facts, tombstones } = context
  if (finding.never) return [NEVER]
  return [
    ...personProblems({ id: entry.userId, login: entry.login }, finding, context),
    ...all([
      isBuried(entry, tombstones) ? LATER_CHANGED : null,
      commitProblem(entry, finding, facts),
      hasRefused && entry.command.sha !== facts.pullRequest.headSha ? AFTER_REJECTION : null
    ]),
    ...timeProblems(entry, finding, context)
  ]
}

/** Why this person cannot approve an exception for this finding, whatever they write. */
export function personProblems(
  account: Pick<Account, 'id' | 'login'>,
  finding: ApprovalFinding,
  { facts, policy, requesters }: PollContext
): readonly CommandReason[] {
  return all([
    authorityProblem(account, facts, policy),
    independenceProblem(account, finding, requesters.get(finding.id) ?? new Set(), facts)
  ])
}

const all = (reasons: readonly (CommandReason | null)[]): readonly CommandReason[] =>
  reasons.filter(reason => reason !== null)

const LATER_CHANGED: CommandReason = {
  code: 'later-comment-changed',
  sentence: 'a later comment, which may have been a rejection, was changed or deleted by somebody else: approve again'
}

const AFTER_REJECTION: CommandReason = {
  code: 'after-rejection',
  sentence: 'who has rejected lifts that only by approving the current head'
}

function timeProblems(
  entry: CommandEntry,
  finding: ApprovalFinding,
  { policy, now }: PollContext
): readonly CommandReason[] {
  const { expires, expiresText } = expiryOf(entry)
  const { comment, command } = entry
  const isPast = time(expires) < time(comment.createdAt)
  const isOver = !isPast && time(expires) < time(now)
  const terms = {
    type: command.type ?? 'risk-accept',
    approvedAt: comment.createdAt,
    expires,
    expiresText,
    ticket: command.ticket,
    controls: command.controls
  } as const
  return all([
    isPast ? { code: 'expires-past', sentence: 'the day of expiry was over when the command was given' } : null,
    ...termsProblems(terms, finding, policy),
    isOver ? { code: 'expired', sentence: `the approval expired on ${expiresText}` } : null
  ])
}
