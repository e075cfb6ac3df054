import type { PullRequestFacts } from '../../core/exceptions/approval/approval-facts.js'
import type { Account } from '../../core/ground/account.js'
import { attempt } from '../../github/http/failure.js'
import type { Commits, PullRequest } from '../../github/objects.js'
import type { GitHub } from '../../github/port.js'
import { readContributors } from './contributors.js'

/** Who made the change, as far as GitHub tells: whom its commits name, and who pushed them. */
export async function makersOf(
  github: GitHub,
  pull: PullRequest,
  people: readonly Account[],
  headSha: string
): Promise<Pick<PullRequestFacts, 'contributors' | 'commitCount' | 'pushers'>> {
  const { commits: commitCount, number } = pull
  const commits = await attempt(github.commits(number))
  if (!commits.ok) return { contributors: null, commitCount, pushers: null }
  const contributors = await readContributors(github, commits.value, pull, people)
  return { contributors, commitCount, pushers: await pushersOf(github, pull, commits.value, headSha) }
}

/**
 * Who pushed the commits of the pull request to its branch, by user id, null for an account that is gone: whoever makes
 * a commit writes any author into it, but pushes as themselves. Null where GitHub's record does not tell to the end, or
 * does not lead to the head: then somebody may have pushed who is not in it.
 */
async function pushersOf(
  github: GitHub,
  pull: Pick<PullRequest, 'headRef' | 'headRepository' | 'headRepositoryId' | 'repositoryId'>,
  commits: Commits,
  headSha: string
): Promise<readonly (number | null)[] | null> {
  const { headRef, headRepository, headRepositoryId, repositoryId } = pull
  if (headRepository === null || !commits.complete) return null
  const fork = headRepositoryId === repositoryId ? null : headRepository
  const pushes = await attempt(github.pushesTo(headRef, fork))
  if (!pushes.ok || !pushes.value.complete) return null
  const own = new Set(commits.commits.map(({ sha }) => sha))
  const of = pushes.value.pushes.filter(({ after }) => own.has(after))
  if (!of.some(({ after }) => after === headSha)) return null
  return [...new Set(of.map(({ actorId }) => actorId))]
}
