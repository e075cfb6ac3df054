import type { ExceptionPolicy } from '../../policy/policy.js'
import { isoInstant, time, toInstant, withMilliseconds } from '../../time/instant.js'
import { type Approver, EXCEPTION_TYPES, type ExceptionRecord, type ExceptionType } from '../exception.js'
import { BREAK_GLASS_DURATION, quorum } from '../terms.js'
import type { ApprovalFinding } from './approval-facts.js'
import type { CommandEntry } from './comments.js'

/** Approvals of one finding that agree: same commit, same type. At most one of each person. */
export interface Ballot {
  /** In the order in which they were given. */
  readonly voices: readonly CommandEntry[]
  readonly needed: number
  readonly isReached: boolean
}

/** Until when a command's approval holds, and how that is written. */
export function expiryOf({
  comment,
  command
}: Pick<CommandEntry, 'comment' | 'command'>): Pick<ExceptionRecord, 'expires' | 'expiresText'> {
  if (command.verb === 'break-glass') {
    const expires = time(comment.createdAt) + BREAK_GLASS_DURATION
    return { expires: withMilliseconds(expires), expiresText: isoInstant(expires) }
  }
  const expiresText = command.expires ?? ''
  const expires = toInstant(expiresText, 'ends')
  if (expires === null) throw new TypeError('an approval without a real day passed the grammar')
  return { expires, expiresText }
}

/** The ballot that counts: one that has its quorum before others, a normal one before break-glass, the longest. */
export function leadingBallot(
  approvals: readonly CommandEntry[],
  finding: ApprovalFinding,
  policy: ExceptionPolicy
): Ballot | null {
  const groups = new Map<string, CommandEntry[]>()
  for (const entry of approvals) {
    const key = `${entry.command.type} ${entry.command.sha}`
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  const ballots = [...groups.values()].map(voices => {
    const needed = quorum(finding, isBreakGlass(voices), policy)
    return { voices, needed, isReached: voices.length >= needed }
  })
  return ballots.sort(strongestFirst)[0] ?? null
}

const isBreakGlass = ([first]: readonly CommandEntry[]): boolean => first?.command.verb === 'break-glass'

function strongestFirst(a: Ballot, b: Ballot): number {
  return (
    Number(b.isReached) - Number(a.isReached) ||
    Number(isBreakGlass(a.voices)) - Number(isBreakGlass(b.voices)) ||
    (a.isReached ? 0 : b.voices.length - a.voices.length) ||
    time(earliestExpiry(b.voices).expires) - time(earliestExpiry(a.voices).expires) ||
    firstComment(a) - firstComment(b)
  )
}

const firstComment = ({ voices }: Ballot): number => Math.min(...voices.map(({ comment }) => comment.id))

/** Of several approvals the one that ends first sets the terms. */
function firstToEnd(voices: readonly CommandEntry[]): CommandEntry {
  const [first] = [...voices].sort(
    (a, b) => time(expiryOf(a).expires) - time(expiryOf(b).expires) || a.comment.id - b.comment.id
  )
  if (first === undefined) throw new TypeError('a ballot without voices')
  return first
}

const earliestExpiry = (voices: readonly CommandEntry[]) => expiryOf(firstToEnd(voices))

/** Name of the exception that comments of a pull request make for a finding. */
export const commentExceptionId = (pullRequest: number, finding: string): string => `PR-${pullRequest}-${finding}`

/** The record of a ballot that has its quorum. */
export function recordOf({ voices }: Ballot, finding: string, pullRequest: number, now: string): ExceptionRecord {
  const terms = firstToEnd(voices)
  const { command } = terms
  const created = Math.min(...voices.map(({ comment }) => time(comment.createdAt)), time(now))
  return {
    id: commentExceptionId(pullRequest, finding),
    source: 'comment',
    place: null,
    type: typeOf(command.type),
    match: { kind: 'finding', finding },
    reason: command.reason,
    // Who breaks the glass answers for it.
    owner: command.owner ?? `@${voices[0]?.login ?? terms.login}`,
    approvedBy: voices.map(({ login }) => `@${login}`),
    approvers: voices.map(approverOf),
    approvedAt: withMilliseconds(created),
    ...expiryOf(terms),
    ticket: command.ticket,
    controls: [...new Set(voices.flatMap(voice => voice.command.controls))]
  }
}

/** The approval that a command is. */
export const approverOf = ({ login, comment }: CommandEntry): Approver => ({
  login: `@${login}`,
  at: isoInstant(time(comment.createdAt)),
  url: comment.url
})

function typeOf(type: ExceptionType | null): ExceptionType {
  const known = EXCEPTION_TYPES.find(name => name === type)
  if (known === undefined) throw new TypeError('an approval without a type passed the grammar')
  return known
}
