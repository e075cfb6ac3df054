import type { Evaluation } from '../../core/decision/decide.js'
import type { ApprovalFacts, PullRequestFacts } from '../../core/exceptions/approval/approval-facts.js'
import { deriveApprovals, peopleToAsk } from '../../core/exceptions/approval/approvals.js'
import type { Approvals } from '../../core/exceptions/approval/result.js'
import { isAddressed, readComment } from '../../core/exceptions/commands/comment.js'
import type { Notice } from '../../core/ground/notice.js'
import { commentMarker } from '../../core/reports/markdown/comment.js'
import { attempt, type GitHubError } from '../../github/http/failure.js'
import type { Comment, PullRequest } from '../../github/objects.js'
import type { GitHub } from '../../github/port.js'
import type { PolicyAt } from '../facts/policy-at.js'
import { askAuthority } from './authority.js'
import { toCommentFacts } from './comment-facts.js'
import { toLabelFacts } from './label-facts.js'
import { makersOf } from './makers.js'
import { hasOtherGates } from './other-gates.js'
import { approvalFindings, readSnapshots } from './snapshots.js'

/** The pull request whose comments are read, and the head that the evaluation is about. */
export interface ApprovalQuestion {
  readonly number: number
  /** Null: whatever head it has, as in a merge group, which holds that head together with others. */
  readonly headSha: string | null
  /** Name of this gate: another one may answer on the same pull request. */
  readonly checkName: string
  /** Approvals of earlier heads are held against the policy that stood when they were given. */
  readonly policyAt: PolicyAt
  /** ISO 8601 UTC: the instant at which approvals must hold. */
  readonly now: string
}

/**
 * Reads everything that approvals by comment are derived from, afresh, and derives them. What cannot be read makes no
 * approval: a failed list of comments, edits or events means that none counts; a failed look-up of a person, that
 * theirs does not. The head is read again after everything else (governance V9).
 */
export async function collectApprovals(
  github: GitHub,
  evaluation: Evaluation,
  question: ApprovalQuestion
): Promise<Approvals> {
  const policy = evaluation.policy.exceptions
  const read = await attempt(readConversation(github, evaluation, question))
  if (read.ok) return deriveApprovals(read.value, policy, question.now)
  const none = deriveApprovals(unread(question), policy, question.now)
  return { ...none, notices: none.notices.map(notice => withCause(notice, read.error)) }
}

/** Whoever waits for an approval to count has to learn what keeps it from counting, and until when. */
const withCause = (notice: Notice, { message }: GitHubError): Notice => ({
  ...notice,
  message: `${notice.message}. ${message}`
})

async function readConversation(
  github: GitHub,
  evaluation: Evaluation,
  { number, headSha, policyAt, checkName }: ApprovalQuestion
): Promise<ApprovalFacts> {
  const policy = evaluation.policy.exceptions
  const comments = await github.comments(number)
  // Most pull requests hold no command: then nothing more is asked.
  if (!comments.some(isCommand)) return { ...unread({ number, headSha }), comments: [] }
  const pull = await github.pullRequest(number)
  const history = await github.pullHistory(number)
  const edits = await github.commentFacts(comments.map(({ nodeId }) => nodeId))
  const facts = comments.map(comment => toCommentFacts(comment, edits, pull, evaluation.change.repository))
  const labels = policy.requireLabel ? toLabelFacts(history, await github.labelEvents(number)) : null
  const { deletedComments } = history
  const people = peopleToAsk({ comments: facts, deletedComments, labels })
  const approvers = await askAuthority(github, people, policy.approvers)
  const { named, meant } = namedFindings(comments)
  const findings = approvalFindings(evaluation, new Set([...named, ...meant]))
  const head = headSha ?? pull.headSha
  const makers = await makersOf(github, pull, people, head)
  const known = new Set(findings.map(({ finding }) => finding.id))
  const marker = commentMarker(checkName)
  const otherGates =
    [...named].some(id => !known.has(id)) && (await hasOtherGates(comments, { checkName, marker }, head, github))
  const { baseRef } = pull
  const snapshots = await readSnapshots(comments, findings, { github, evaluation, headSha: head, baseRef, policyAt })
  const after = await attempt(github.pullRequest(number))
  return {
    comments: facts,
    deletedComments,
    pullRequest: {
      ...pullFacts(pull),
      headSha: head,
      headShaAfterReading: after.ok ? after.value.headSha : '',
      closedAt: history.closedAt,
      resetAt: history.resets.toSorted().at(-1) ?? null,
      ...makers
    },
    approvers,
    labels,
    otherGates,
    ...snapshots
  }
}

/** What is addressed to the gate; whether it is a command is told later. */
export const isCommand = ({ body }: Pick<Comment, 'body'>): boolean => isAddressed(body)

/** The findings that commands name, and those that faulty lines most likely mean, which are told how to be mended. */
function namedFindings(comments: readonly Comment[]) {
  const lines = comments.flatMap(({ body }) => readComment(body))
  return {
    named: new Set(lines.flatMap(line => (line.kind === 'command' ? [line.finding] : []))),
    meant: new Set(lines.flatMap(line => (line.kind === 'malformed' ? (line.draft.finding ?? []) : [])))
  }
}

function pullFacts({
  number,
  repositoryId,
  author,
  baseSha,
  state,
  merged
}: PullRequest): Pick<PullRequestFacts, 'number' | 'repositoryId' | 'author' | 'baseSha' | 'state'> {
  return { number, repositoryId, author, baseSha, state: merged ? 'merged' : state }
}

/** Facts of a conversation that could not be read: by them nothing is approved. */
const unread = ({ number, headSha }: Pick<ApprovalQuestion, 'number' | 'headSha'>): ApprovalFacts => ({
  comments: null,
  deletedComments: [],
  pullRequest: {
    number,
    repositoryId: 0,
    author: null,
    headSha: headSha ?? '',
    headShaAfterReading: '',
    baseSha: '',
    state: 'open',
    closedAt: null,
    resetAt: null,
    contributors: null,
    commitCount: null,
    pushers: null
  },
  approvers: new Map(),
  labels: null,
  otherGates: false,
  findings: [],
  snapshotAt: () => null
})
