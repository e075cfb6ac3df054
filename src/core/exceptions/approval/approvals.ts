import type { Account } from '../../ground/account.js'
import type { ExceptionPolicy } from '../../policy/policy.js'
import type { ParsedLine } from '../commands/command.js'
import { readComment } from '../commands/comment.js'
import type { ExceptionOutcome } from '../exception.js'
import { answerLines, reactionsTo } from './answers.js'
import type { ApprovalFacts, ApprovalFinding, CommentFacts } from './approval-facts.js'
import { commentExceptionId } from './ballot.js'
import {
  type CommandEntry,
  entriesOf,
  inOrder,
  type ReadLine,
  readComments,
  tamperings,
  tombstonesOf
} from './comments.js'
import { contributorNotices } from './contributor-notices.js'
import { labelTrail, wantedLabels } from './labels.js'
import { authorityOf, requestersOf } from './people.js'
import { type PollContext, poll } from './poll.js'
import { type Approvals, type CommandReason, type CommandResult, type FindingApproval, OTHER_GATE } from './result.js'
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
    tombstones: tombstonesOf(
      tamperings(own, facts.deletedComments),
      author => authorityOf(author, facts, policy) !== 'none'
    ),
    requesters: requestersOf(anyRequests(read))
  }
  const reasons = lineReasons(read, entries)
  const known = findingsById(facts)
  const standings = [...groupByFinding(entries)].flatMap(([id, about]) => {
    const finding = findingOf(known.get(id) ?? [], facts)
    if ('code' in finding) {
      for (const { key } of about) reasons.set(key, finding)
      return []
    }
    const result = poll(finding, about, context)
    const standing = standingOf(result, context)
    for (const [key, reason] of [...result.reasons, ...standing.reasons]) reasons.set(key, reason)
    return [standing]
  })
  const findings = standings.flatMap(({ approval }) => approval ?? []).sort(byFindingId)
  const about = (id: string): ApprovalFinding | null => {
    const found = known.get(id) ?? []
    return found.length === 1 ? (found[0] ?? null) : null
  }
  const commands = answerLines(read, reasons, about, context)
  return {
    commands,
    reactions: reactionsTo(commands, new Set(own.map(({ id }) => id))),
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
  reactions: [],
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

/**
 * The people whose authority has to be looked up before: who gave a command that needs it, well-formed or not, set the
 * label, or wrote a comment that somebody else has changed or deleted.
 */
export function peopleToAsk({
  comments,
  deletedComments,
  labels
}: Pick<ApprovalFacts, 'deletedComments' | 'labels'> & {
  readonly comments: readonly CommentFacts[]
}): readonly Account[] {
  const people = new Map<number, Account>()
  for (const { body, user } of comments) {
    if (user?.type === 'User' && readComment(body).some(needsAuthority)) people.set(user.id, user)
  }
  for (const { author } of tamperings(comments, deletedComments)) if (author !== null) people.set(author.id, author)
  for (const { actor } of labels?.events ?? []) if (actor?.type === 'User') people.set(actor.id, actor)
  return [...people.values()].sort((a, b) => a.id - b.id)
}

function needsAuthority(line: ParsedLine): boolean {
  if (line.kind === 'command') return line.verb !== 'request'
  if (line.kind === 'question' || line.draft.finding === null) return false
  return line.draft.verb === 'approve' || line.draft.verb === 'break-glass'
}

const isOwn = ({ repositoryId, pullRequest }: CommentFacts, facts: ApprovalFacts): boolean =>
  repositoryId === facts.pullRequest.repositoryId && pullRequest === facts.pullRequest.number

/** Requests of people in comments of any state: see `requestersOf`. */
function anyRequests(read: readonly ReadLine[]): readonly Pick<CommandEntry, 'userId' | 'command'>[] {
  return read.flatMap(({ comment: { user }, parsed }) =>
    user !== null && parsed.kind === 'command' ? [{ userId: user.id, command: parsed }] : []
  )
}

/** Why lines do not count; those whose refusal stands all the same are left out. */
function lineReasons(read: readonly ReadLine[], entries: readonly CommandEntry[]): Map<string, CommandReason> {
  const heard = new Set(entries.map(({ key }) => key))
  return new Map(read.flatMap(({ key, problem }) => (problem && !heard.has(key) ? [[key, problem] as const] : [])))
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

const byFindingId = (a: FindingApproval, b: FindingApproval): number => (a.finding < b.finding ? -1 : 1)

function outcomeOf(approval: FindingApproval, facts: ApprovalFacts): readonly ExceptionOutcome[] {
  const { finding, status, sentence, account } = approval
  if (status === 'active' || status === 'expired') return []
  const id = commentExceptionId(facts.pullRequest.number, finding)
  const match = { kind: 'finding', finding } as const
  const outcome = { id, status, source: 'comment', finding, expires: null, problem: sentence, match } as const
  return [account === null ? outcome : { ...outcome, account }]
}

const isLeftToOthers = ({ outcome, code }: CommandResult): boolean =>
  outcome === 'elsewhere' || code === 'authority-unknown'

const isInvalidated = ({ verb, outcome, code }: CommandResult): boolean =>
  (verb === 'approve' || verb === 'break-glass') &&
  (outcome === 'read' || outcome === 'refused') &&
  code !== 'superseded'
