import type { PullRequest } from '../../github/objects.js'
import type { GitHub } from '../../github/port.js'
import { isPullRequestEvent } from '../../github/vocabulary.js'
import type { ChangeContext } from '../event.js'

/**
 * Asks GitHub for what the event leaves out: the head of a commented pull request, and the pull request behind a
 * `workflow_run`. Never trusts an artifact for it. Errors: GitHubError.
 */
export async function resolveChange(
  change: ChangeContext,
  github: Pick<GitHub, 'pullRequest' | 'pullRequestsOfHead'>
): Promise<ChangeContext> {
  if (change.event === 'issue_comment' && change.pullRequest !== null) {
    return withPull(change, await github.pullRequest(change.pullRequest))
  }
  if (change.event === 'workflow_run' && isPullRequestEvent(change.sourceRun?.event ?? null)) {
    const pull = await pullOfRun(change, github)
    return pull === null ? change : withPull(change, pull)
  }
  return change
}

/** The pull request whose head the run was for; null where it has moved on, or where two share that head. */
async function pullOfRun(
  change: ChangeContext,
  github: Pick<GitHub, 'pullRequest' | 'pullRequestsOfHead'>
): Promise<PullRequest | null> {
  const { pullRequest, headRef, headSha, sourceRun } = change
  if (pullRequest !== null) {
    const pull = await github.pullRequest(pullRequest)
    return pull.headSha === headSha ? pull : null
  }
  const owner = sourceRun?.headOwner ?? null
  if (owner === null || headRef === null || headSha === null) return null
  const found = await github.pullRequestsOfHead(owner, headRef, headSha, 'open')
  return found.length === 1 ? (found[0] ?? null) : null
}

function withPull(change: ChangeContext, pull: PullRequest): ChangeContext {
  const { number, baseSha, headSha, baseRef, headRef, mergeSha } = pull
  const isClosed = pull.state === 'closed'
  return { ...change, pullRequest: number, baseSha, headSha, baseRef, headRef, isClosed, mergeSha }
}
