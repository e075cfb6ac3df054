import type { Account } from '../../ground/account.js'
import { time } from '../../time/instant.js'
import type { Command, ParsedLine } from '../commands/command.js'
import { readComment } from '../commands/comment.js'
import type { ApprovalFacts, CommentFacts, DeletedComment, PullRequestFacts } from './approval-facts.js'
import type { CommandReason } from './result.js'

/** Clocks of the platform and of the runner may differ by this much. */
const CLOCK_SKEW = 5 * 60_000

/** A line of a comment that is addressed to the gate, and why it cannot count whatever it says; null where it can. */
export interface ReadLine {
  readonly comment: CommentFacts
  /** Names the line among those of all comments. */
  readonly key: string
  /** Of a comment with several of them: which one, from 1. */
  readonly line: number | null
  readonly parsed: ParsedLine
  readonly problem: CommandReason | null
}

/** A well-formed command whose comment is in order, of a person. */
export interface CommandEntry extends Pick<ReadLine, 'comment' | 'key'> {
  readonly userId: number
  readonly login: string
  readonly command: Command
}

/** A moment before which a person's approvals no longer count. */
export interface Tombstone {
  /** Null: everybody's. */
  readonly userId: number | null
  /** Null where the moment is known by time only. */
  readonly commentId: number | null
  readonly at: string
}

/** Comments in the order in which they were written, each once, however the pages were cut. */
export function inOrder(comments: readonly CommentFacts[]): readonly CommentFacts[] {
  const byId = new Map<number, CommentFacts>()
  for (const comment of comments) {
    const known = byId.get(comment.id)
    // Two readings of one comment: the later state holds, and of two at one time the one that was touched.
    if (known === undefined || isNewer(comment, known)) byId.set(comment.id, comment)
  }
  return [...byId.values()].sort((a, b) => time(a.createdAt) - time(b.createdAt) || a.id - b.id)
}

const isNewer = (a: CommentFacts, b: CommentFacts): boolean =>
  (time(a.updatedAt) - time(b.updatedAt) || Number(isTouched(a)) - Number(isTouched(b))) > 0

const isTouched = (comment: CommentFacts): boolean => comment.minimized || isEdited(comment)

/** Reads what is addressed to the gate, and checks what does not depend on its author's authority (V1, V3, V8, V15). */
export function readComments(
  comments: readonly CommentFacts[],
  facts: ApprovalFacts,
  now: string
): readonly ReadLine[] {
  return comments.flatMap(comment => {
    const lines = readComment(comment.body)
    if (lines.length === 0) return []
    const problem = placeProblem(comment, facts.pullRequest) ?? writerProblem(comment, now)
    const state = stateProblem(comment, facts.pullRequest)
    return lines.map((parsed, index) => ({
      comment,
      key: `${comment.id} ${index}`,
      line: lines.length === 1 ? null : index + 1,
      parsed,
      problem: problem ?? (parsed.kind === 'malformed' ? malformed(parsed.problem) : null) ?? state
    }))
  })
}

const malformed = (sentence: string): CommandReason => ({ code: 'malformed', sentence })

function placeProblem(
  { repositoryId, pullRequest, createdAt }: CommentFacts,
  pull: PullRequestFacts
): CommandReason | null {
  if (repositoryId !== pull.repositoryId) return reason('wrong-repository', 'the comment is of another repository')
  if (pullRequest !== pull.number) return reason('wrong-pull-request', 'the comment is of another pull request')
  // After a merge, what was approved before it is still read: it becomes the records for the exceptions file.
  const isBeforeMerge = pull.state === 'merged' && pull.closedAt !== null && time(createdAt) <= time(pull.closedAt)
  return pull.state === 'open' || isBeforeMerge ? null : reason('not-open', 'the pull request is not open')
}

function writerProblem({ user, viaApp, createdAt }: CommentFacts, now: string): CommandReason | null {
  if (user === null) return reason('no-user', 'the account of the comment is gone')
  if (user.type !== 'User')
    return reason('not-a-person', 'only people give commands: what a bot asks for, a person has to ask for')
  if (viaApp) return reason('through-app', 'the comment was written through an app')
  return time(createdAt) > time(now) + CLOCK_SKEW ? reason('from-future', 'the comment is newer than the clock') : null
}

function stateProblem(comment: CommentFacts, { resetAt }: PullRequestFacts): CommandReason | null {
  if (isEdited(comment)) return reason('edited', 'an edited command does not count: give it in a new comment')
  if (comment.minimized) return reason('hidden', 'a hidden command does not count')
  const isOld = resetAt !== null && time(comment.createdAt) < time(resetAt)
  return isOld ? reason('before-reset', 'the pull request was reopened or given another base since') : null
}

const isEdited = ({ lastEditedAt, includesCreatedEdit, updatedAt, createdAt }: CommentFacts): boolean =>
  lastEditedAt !== null || includesCreatedEdit || time(updatedAt) !== time(createdAt)

/** What leaves a refusal standing: whoever could edit or hide it must not lift it, and doubt does not speak for a pass. */
const STILL_REFUSING: ReadonlySet<string> = new Set([
  'edited',
  'hidden',
  'before-reset',
  'from-future',
  'through-app',
  'not-open'
])

/** The commands that are looked at further. A rejection or revocation stays one when its comment is changed or hidden. */
export function entriesOf(lines: readonly ReadLine[]): readonly CommandEntry[] {
  return lines.flatMap(({ comment, key, parsed, problem }) => {
    const { user } = comment
    if (user === null || parsed.kind !== 'command') return []
    const isRefusal = parsed.verb === 'reject' || parsed.verb === 'revoke'
    if (problem !== null && !(isRefusal && STILL_REFUSING.has(problem.code))) return []
    return [{ comment, key, userId: user.id, login: user.login, command: parsed }]
  })
}

/** A comment that somebody else than its author has changed or deleted. */
export interface Tampering {
  /** Whose comment it is; null: nobody knows. */
  readonly author: Account | null
  /** Null: it is gone. */
  readonly comment: CommentFacts | null
  readonly at: string
}

/** Comments of people that are not as they were written, by the hand of another. */
export function tamperings(
  comments: readonly CommentFacts[],
  deleted: readonly DeletedComment[]
): readonly Tampering[] {
  const edited = comments.flatMap(comment => {
    const { user: author, lastEditedAt: at, editorId } = comment
    return at !== null && author !== null && editorId !== author.id ? [{ author, comment, at }] : []
  })
  const gone = deleted.flatMap(({ author, actorId, at }) =>
    author !== null && author.id === actorId ? [] : [{ author, comment: null, at }]
  )
  return [...edited, ...gone].filter(({ author }) => author === null || author.type === 'User')
}

/**
 * Where a comment may have said something else. One that another person edited, or deleted, could have been a rejection:
 * what its author approved before does not count until it is approved again. A rejection would have stood against the
 * approvals of everybody: where its author may reject, or nobody can tell, all that was approved until then is in doubt.
 */
export function tombstonesOf(
  tampered: readonly Tampering[],
  mayReject: (author: Account) => boolean
): readonly Tombstone[] {
  return tampered.flatMap(({ author, comment, at }) => {
    const own = { userId: author?.id ?? null, commentId: comment?.id ?? null, at: comment?.createdAt ?? at }
    return author !== null && mayReject(author) ? [own, { userId: null, commentId: null, at }] : [own]
  })
}

/** Whether a tombstone lies after a comment of the person. */
export function isBuried({ comment, userId }: CommandEntry, tombstones: readonly Tombstone[]): boolean {
  return tombstones.some(tombstone => {
    if (tombstone.userId !== null && tombstone.userId !== userId) return false
    const later = time(tombstone.at) - time(comment.createdAt)
    return later > 0 || (later === 0 && (tombstone.commentId === null || tombstone.commentId > comment.id))
  })
}

const reason = (code: CommandReason['code'], sentence: string): CommandReason => ({ code, sentence })
