import type { JudgedOccasion } from '../../core/change/occasion/occasion.js'
import { attempt, isFailure } from '../../github/http/failure.js'
import type { PullRequest } from '../../github/objects.js'
import type { GitHub } from '../../github/port.js'
import type { ChangeContext } from '../event.js'

/** The change that is judged, or why there is none. */
export type Resolved = { readonly kind: 'change'; readonly change: ChangeContext } | Nothing
interface Nothing {
  readonly kind: 'nothing'
  readonly why: string
}

type Asked = Pick<GitHub, 'pullRequest' | 'pullRequestsOfHead' | 'branchTip'>

const NOBODYS: Nothing = {
  kind: 'nothing',
  why: 'No open pull request has the commit of that run as its head: there is nothing to judge'
}
const MERGED: Nothing = { kind: 'nothing', why: 'The pull request is merged: nothing to do' }
const CLOSED: Nothing = { kind: 'nothing', why: 'The pull request is closed: nothing to do' }

/**
 * Asks GitHub for what the event leaves out: the head of a commented pull request, the pull request behind a
 * `workflow_run`, and the tip that the base branch has now. Never trusts an artifact for it. Errors: GitHubError.
 */
export async function resolveChange(
  { subject }: JudgedOccasion,
  change: ChangeContext,
  github: Asked | null
): Promise<Resolved> {
  if (subject === 'branch') return { kind: 'change', change }
  const found = subject === 'queue' ? change : await ofPull(change, github)
  if ('kind' in found) return found
  // A group is based on what is before it in the queue.
  const isBased = subject === 'queue' && found.baseSha !== null
  if (github === null || isBased) return { kind: 'change', change: found }
  const based = await atTip(found, github)
  // A merge has moved the base. What the head brought is part of it by now, and would count as having been there.
  const isMerged = change.baseSha !== null && based.baseSha !== change.baseSha && (await isMergedBy(based, github))
  return isMerged ? MERGED : { kind: 'change', change: based }
}

/** What cannot be read keeps what the event said: that came from GitHub too. */
async function isMergedBy({ pullRequest }: ChangeContext, github: Asked): Promise<boolean> {
  const read = pullRequest === null ? null : await attempt(github.pullRequest(pullRequest))
  return read?.ok === true && read.value.merged
}

async function ofPull(change: ChangeContext, github: Asked | null): Promise<ChangeContext | Nothing> {
  const follows = change.sourceRun !== null
  if (follows && (github === null || change.headSha === null)) return change.pullRequest === null ? NOBODYS : change
  if (github === null) return change
  if (follows) return openPull(change, await pullOfRun(change, github), NOBODYS)
  if (change.headSha === null) return openPull(change, await pullOfComment(change, github), CLOSED)
  return change
}

/** The pull request as it is now, which must be open. */
function openPull(change: ChangeContext, pull: PullRequest | null, otherwise: Nothing): ChangeContext | Nothing {
  if (pull === null) return otherwise
  if (pull.state === 'closed') return CLOSED
  const { number, baseSha, headSha, baseRef, headRef, mergeSha } = pull
  return { ...change, pullRequest: number, baseSha, headSha, baseRef, headRef, mergeSha }
}

const pullOfComment = ({ pullRequest }: ChangeContext, github: Asked): Promise<PullRequest | null> =>
  pullRequest === null ? Promise.resolve(null) : github.pullRequest(pullRequest)

/** The pull request whose head the run was for; null where it has moved on, or where two share that head. */
async function pullOfRun(
  { pullRequest, headRef, headSha, sourceRun }: ChangeContext,
  github: Asked
): Promise<PullRequest | null> {
  if (pullRequest !== null) {
    const pull = await github.pullRequest(pullRequest)
    return pull.headSha === headSha ? pull : null
  }
  const owner = sourceRun?.headOwner ?? null
  if (owner === null || headRef === null || headSha === null) return null
  const found = await github.pullRequestsOfHead(owner, headRef, headSha, 'open')
  return found.length === 1 ? (found[0] ?? null) : null
}

/**
 * The change at the tip that its base branch has now: a check on the head holds whatever the base, so it must be the
 * policy of now that it is green by, and an exception that was merged since holds. GitHub keeps for a pull request the
 * commit that its base was at once. Whoever may not read branches keeps that; any other failure leaves it open what
 * counts. Errors: GitHubError.
 */
export async function atTip(change: ChangeContext, github: Pick<GitHub, 'branchTip'>): Promise<ChangeContext> {
  if (change.baseRef === null) return change
  const tip = await attempt(github.branchTip(change.baseRef))
  if (tip.ok) return { ...change, baseSha: tip.value }
  if (isFailure(tip.error, 'forbidden') || isFailure(tip.error, 'not-found')) return change
  throw tip.error
}
