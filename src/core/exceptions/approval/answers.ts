import { createHash } from 'node:crypto'
import type { ApprovalFinding } from './approval-facts.js'
import { expiryOf } from './ballot.js'
import type { ReadLine } from './comments.js'
import { correctedLine, furtherFaults } from './corrections.js'
import type { PollContext } from './poll.js'
import {
  type CommandCode,
  type CommandReaction,
  type CommandReason,
  type CommandResult,
  type CommentReaction,
  OTHER_GATE,
  together
} from './result.js'

const COUNTED: CommandReason = { code: 'counted', sentence: 'counted' }
const ANSWERED: CommandReason = { code: 'answered', sentence: 'answered here' }

/**
 * What came of each line, in order. `reasons`: by line, why one does not count; `about`: the one finding of an id, null
 * where there is none or several.
 */
export function answerLines(
  lines: readonly ReadLine[],
  reasons: ReadonlyMap<string, CommandReason>,
  about: (id: string) => ApprovalFinding | null,
  context: PollContext
): readonly CommandResult[] {
  return lines.map(line => {
    const reason = reasons.get(line.key) ?? null
    const id = line.parsed.kind === 'malformed' ? line.parsed.draft.finding : findingOf(line)
    return answerLine(line, reason, id === null ? null : about(id), context)
  })
}

const findingOf = ({ parsed }: ReadLine): string | null => (parsed.kind === 'command' ? parsed.finding : null)

function answerLine(
  line: ReadLine,
  reason: CommandReason | null,
  finding: ApprovalFinding | null,
  context: PollContext
): CommandResult {
  const { comment, parsed } = line
  const verb = parsed.kind === 'malformed' ? null : parsed.verb
  const isApproval = parsed.kind === 'command' && (verb === 'approve' || verb === 'break-glass')
  const fallback = parsed.kind === 'question' ? ANSWERED : counted(line, context)
  const told = (reason?.code === 'malformed' ? withFurther(reason, line, finding, context) : reason) ?? fallback
  const outcome = outcomeOfCode(told.code)
  return {
    commentId: comment.id,
    line: line.line,
    url: comment.url,
    login: comment.user?.login ?? null,
    verb,
    finding: findingOf(line),
    outcome,
    ...told,
    until: isApproval ? expiryOf({ comment, command: parsed }).expires : null,
    bodySha256: createHash('sha256').update(comment.body).digest('hex'),
    corrected: outcome === 'refused' ? correctedLine(line, told, finding, context) : null
  }
}

/** An approval that a later head took over says of which commit it is. */
function counted({ parsed }: ReadLine, { facts }: PollContext): CommandReason {
  if (parsed.kind !== 'command' || (parsed.verb !== 'approve' && parsed.verb !== 'break-glass')) return COUNTED
  return parsed.sha === facts.pullRequest.headSha ? COUNTED : { ...COUNTED, sentence: `carried from ${parsed.sha}` }
}

const withFurther = (
  reason: CommandReason,
  line: ReadLine,
  finding: ApprovalFinding | null,
  context: PollContext
): CommandReason | null => together([reason, ...furtherFaults(line, finding, context)])

/** Commands that were read, and have no effect for a reason that is nobody's mistake. */
const READ_ONLY: ReadonlySet<CommandCode> = new Set(['answered', 'superseded', 'disagrees', 'blocked', 'label-missing'])

function outcomeOfCode(code: CommandCode): CommandResult['outcome'] {
  if (code === 'counted') return 'counted'
  if (code === OTHER_GATE.code) return 'elsewhere'
  return READ_ONLY.has(code) ? 'read' : 'refused'
}

/** One answer for each comment: what none of its lines calls for is not shown. `own`: comments of this pull request. */
export function reactionsTo(commands: readonly CommandResult[], own: ReadonlySet<number>): readonly CommentReaction[] {
  const byComment = new Map<number, CommandResult[]>()
  for (const command of commands) {
    if (!own.has(command.commentId)) continue
    const others = byComment.get(command.commentId)
    if (others) others.push(command)
    else byComment.set(command.commentId, [command])
  }
  return [...byComment].map(([commentId, lines]) => ({
    commentId,
    reactions: reactionsOf(lines),
    isRead: lines.some(({ verb }) => verb !== null)
  }))
}

function reactionsOf(lines: readonly CommandResult[]): readonly CommandReaction[] {
  const has = (outcome: CommandResult['outcome']) => lines.some(line => line.outcome === outcome)
  if (has('refused')) return ['eyes', '-1']
  // The other gate reacts to its own lines; of two answers to one comment neither may take the other's away.
  if (has('elsewhere')) return []
  const isCounted = has('counted') && lines.every(({ outcome, code }) => outcome === 'counted' || code === 'answered')
  return isCounted ? ['eyes', 'rocket'] : ['eyes']
}
