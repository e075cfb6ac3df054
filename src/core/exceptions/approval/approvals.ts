import { createHash } from 'node:crypto'
import type { Account } from '../../ground/account.js'
import type { ExceptionPolicy } from '../../policy/policy.js'
import { parseCommand } from '../command.js'
import type { ExceptionOutcome } from '../exception.js'
import type { ApprovalFacts, ApprovalFinding, CommentFacts } from './approval-facts.js'
import { commentExceptionId, expiryOf } from './ballot.js'
import { type CommandEntry, entriesOf, inOrder, type ReadComment, readComments, tombstonesOf } from './comments.js'
import { contributorNotices } from './contributor-notices.js'
import { labelTrail, wantedLabels } from './labels.js'
import { requestersOf } from './people.js'
import { type PollContext, poll } from './poll.js'
import type { Approvals, CommandReason, CommandResult, FindingApproval } from './result.js'
import { standingOf } from './standing.js'

/**
 * Derives the exceptions that comments approve from facts alone, anew in every run (contract §5; governance A.1): no
 * state is kept, and nothing that the gate wrote is read. What cannot be established does not count.
 */
export function deriveApprovals(facts: ApprovalFacts, policy: ExceptionPolicy, now: string): Approvals {
  if (facts.comments === null) return UNREAD
  const comments = inOrder(facts.comments)
  const read = readComments(comments, facts, now)
  const entries = entriesOf(read)
  const own = comments.filter(comment => isOwn(comment, facts))
  const context: PollContext = {
    facts,
    policy,
    now,
    tombstones: tombstonesOf(own, facts),
    requesters: requestersOf(anyRequests(read))
  }
  const reasons = commentReasons(read, entries)
  const known = findingsById(facts)
  const standings = [...groupByFinding(entries)].flatMap(([id, about]) => {
    const finding = findingOf(known.get(id) ?? [], facts)
    if ('code' in finding) {
      for (const { comment } of about) reasons.set(comment.id, finding)
      return []
    }
    const result = poll(finding, about, context)
    const standing = standingOf(result, context)
    for (const [comment, reason] of [...result.reasons, ...standing.reasons]) reasons.set(comment, reason)
    return [standing]
  })
  const findings = standings.flatMap(({ approval }) => approval ?? []).sort(byFindingId)
  const commands = read.map(comment => commandResult(comment, reasons.get(comment.comment.id) ?? null, facts))
  return {
    commands,
    findings,
    records: standings.flatMap(({ record }) => record ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)),
    outcomes: findings.flatMap(finding => outcomeOf(finding, facts)),
    invalidated: commands.filter(isInvalidated),
    labels: wantedLabels(findings, policy, commands.some(isLeftToOthers)),
    labelTrail: labelTrail(facts, policy),
    notices: entries.length > 0 ? contributorNotices(facts.pullRequest) : []
  }
}

const UNREAD: Approvals = {
  commands: [],
  findings: [],
  records: [],
  outcomes: [],
  invalidated: [],
  labels: [],
  labelTrail: null,
  notices: [
    {
      level: 'warning',
      code: 'comments-unread',
      message: 'the comments of the pull request could not all be read: no exception that they approve counts'
    }
  ]
}

/** The people whose authority has to be looked up before: who gave a command that needs it, or set the label. */
export function peopleToAsk(comments: readonly CommentFacts[], labels: ApprovalFacts['labels']): readonly Account[] {
  const people = new Map<number, Account>()
  for (const { body, user } of comments) {
    const parsed = parseCommand(body)
    if (user?.type === 'User' && parsed.kind === 'command' && parsed.verb !== 'request') people.set(user.id, user)
  }
  for (const { actor } of labels?.events ?? []) if (actor?.type === 'User') people.set(actor.id, actor)
  return [...people.values()].sort((a, b) => a.id - b.id)
}

const isOwn = ({ repositoryId, pullRequest }: CommentFacts, facts: ApprovalFacts): boolean =>
  repositoryId === facts.pullRequest.repositoryId && pullRequest === facts.pullRequest.number

/** Requests of people in comments of any state: see `requestersOf`. */
function anyRequests(read: readonly ReadComment[]): readonly Pick<CommandEntry, 'userId' | 'command'>[] {
  return read.flatMap(({ comment: { user }, parsed }) =>
    user !== null && parsed.kind === 'command' ? [{ userId: user.id, command: parsed }] : []
  )
}

/** Why comments do not count; those whose refusal stands all the same are left out. */
function commentReasons(read: readonly ReadComment[], entries: readonly CommandEntry[]): Map<number, CommandReason> {
  const heard = new Set(entries.map(({ comment }) => comment.id))
  return new Map(
    read.flatMap(({ comment, problem }) => (problem && !heard.has(comment.id) ? [[comment.id, problem] as const] : []))
  )
}

function groupByFinding(entries: readonly CommandEntry[]): ReadonlyMap<string, readonly CommandEntry[]> {
  const groups = new Map<string, CommandEntry[]>()
  for (const entry of entries) {
    const group = groups.get(entry.command.finding)
    if (group) group.push(entry)
    else groups.set(entry.command.finding, [entry])
  }
  return groups
}

function findingsById({ findings }: ApprovalFacts): ReadonlyMap<string, readonly ApprovalFinding[]> {
  const known = new Map<string, ApprovalFinding[]>()
  for (const finding of findings) {
    const same = known.get(finding.id)
    if (same) same.push(finding)
    else known.set(finding.id, [finding])
  }
  return known
}

function findingOf(
  [finding, ...others]: readonly ApprovalFinding[],
  { otherGates }: ApprovalFacts
): ApprovalFinding | CommandReason {
  if (finding === undefined && otherGates) return OTHER_GATE
  if (finding === undefined) return { code: 'unknown-finding', sentence: 'no finding of this evaluation has this id' }
  // Whoever controls the code can try to make two findings look alike: then neither can be approved.
  return others.length === 0 ? finding : { code: 'ambiguous-finding', sentence: 'two findings have this id' }
}

const OTHER_GATE: CommandReason = {
  code: 'other-gate',
  sentence: 'this gate has no such finding, another one answers for its own'
}

const byFindingId = (a: FindingApproval, b: FindingApproval): number => (a.finding < b.finding ? -1 : 1)

/** Commands that were read, and have no effect for a reason that is nobody's mistake. */
const READ_ONLY: ReadonlySet<string> = new Set(['superseded', 'disagrees', 'blocked', 'label-missing'])

function commandResult(
  { comment, parsed }: ReadComment,
  reason: CommandReason | null,
  facts: ApprovalFacts
): CommandResult {
  const command = parsed.kind === 'command' ? parsed : null
  const outcome = outcomeOfCode(reason?.code ?? 'counted')
  const isApproval = command?.verb === 'approve' || command?.verb === 'break-glass'
  const isCarried = outcome === 'counted' && isApproval && command.sha !== facts.pullRequest.headSha
  const carried = isCarried ? command.sha : null
  return {
    commentId: comment.id,
    url: comment.url,
    login: comment.user?.login ?? null,
    verb: command?.verb ?? null,
    finding: command?.finding ?? null,
    outcome,
    code: reason?.code ?? 'counted',
    sentence: reason?.sentence ?? (carried === null ? 'counted' : `carried from ${carried}`),
    until: command !== null && isApproval ? expiryOf({ comment, command }).expires : null,
    bodySha256: createHash('sha256').update(comment.body).digest('hex'),
    reactions: isOwn(comment, facts) ? REACTIONS[outcome] : []
  }
}

const REACTIONS = { counted: ['eyes', 'rocket'], read: ['eyes'], refused: ['eyes', '-1'], elsewhere: [] } as const

function outcomeOfCode(code: CommandReason['code']): CommandResult['outcome'] {
  if (code === 'counted') return 'counted'
  if (code === OTHER_GATE.code) return 'elsewhere'
  return READ_ONLY.has(code) ? 'read' : 'refused'
}

const isLeftToOthers = ({ outcome, code }: CommandResult): boolean =>
  outcome === 'elsewhere' || code === 'authority-unknown'

const isInvalidated = ({ verb, outcome, code }: CommandResult): boolean =>
  (verb === 'approve' || verb === 'break-glass') &&
  (outcome === 'read' || outcome === 'refused') &&
  code !== 'superseded'

function outcomeOf({ finding, status, sentence }: FindingApproval, facts: ApprovalFacts): readonly ExceptionOutcome[] {
  if (status === 'active' || status === 'expired') return []
  const id = commentExceptionId(facts.pullRequest.number, finding)
  return [{ id, status, source: 'comment', finding, expires: null, problem: sentence }]
}
