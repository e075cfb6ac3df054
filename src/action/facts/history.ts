import type { CommitSide } from '../../core/change/change.js'
import { commitSides } from '../../files/git.js'
import { attempt } from '../../github/http/failure.js'
import type { GitHub } from '../../github/port.js'
import type { ChangeContext } from '../event.js'

/** Commits that are compared with the base one by one; those beyond are unknown. */
const MOST_COMPARED = 20

/**
 * Where commits stand in whose history secrets were found: the local clone tells it where it is whole, else GitHub's list
 * of the pull request's commits, and for those that it does not name whether the base follows from them.
 */
export async function historyOf(
  commits: readonly string[],
  change: ChangeContext,
  root: string | null,
  github: GitHub | null
): Promise<(commit: string) => CommitSide> {
  const { baseSha, headSha } = change
  const local =
    root === null || baseSha === null || headSha === null ? null : await commitSides(root, baseSha, headSha, commits)
  const sides = local?.value ?? (github === null ? new Map() : await askGitHub(commits, change, github))
  return commit => sides.get(commit) ?? 'unknown'
}

async function askGitHub(
  commits: readonly string[],
  { baseSha, pullRequest, pushed }: ChangeContext,
  github: GitHub
): Promise<ReadonlyMap<string, CommitSide>> {
  const listed = pullRequest === null ? null : await attempt(github.commits(pullRequest))
  const brought = new Set([...pushed, ...(listed?.ok ? listed.value.commits.map(({ sha }) => sha) : [])])
  const sides = new Map<string, CommitSide>()
  let left = MOST_COMPARED
  for (const commit of [...new Set(commits)].sort()) {
    if (brought.has(commit)) sides.set(commit, 'change')
    else if (baseSha !== null && left-- > 0) sides.set(commit, await sideOf(commit, baseSha, github))
  }
  return sides
}

/** The base follows from a commit exactly where that is what both have in common. */
async function sideOf(commit: string, baseSha: string, github: GitHub): Promise<CommitSide> {
  const compared = await attempt(github.changedFilesBetween(commit, baseSha))
  return compared.ok && compared.value.mergeBase === commit ? 'base' : 'unknown'
}
