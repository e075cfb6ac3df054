import type { Notice } from '../../core/ground/notice.js'
import { changedPaths } from '../../files/tree.js'
import { attempt } from '../../github/http/failure.js'
import type { GitHub } from '../../github/port.js'
import type { ChangeContext } from '../event.js'
import type { ScanCandidate } from './scanned.js'

/** Paths that a message names. */
const MOST_NAMED = 3

/**
 * Says that the base branch has moved on since it was merged into what was scanned, by a trial merge or by whoever
 * pushes to the head, where it has changed a file that a finding names: the policy is that of now, the files are those
 * of then.
 */
export async function baseMoved(
  scanned: ScanCandidate | undefined,
  { baseSha, baseRef, pullRequest }: ChangeContext,
  paths: readonly string[],
  place: Comparable
): Promise<readonly Notice[]> {
  if (scanned === undefined || baseSha === null || pullRequest === null) return []
  const from = scanned.into ?? scanned.commit.sha
  if (paths.length === 0 || from === baseSha) return []
  const named = new Set(paths)
  const moved = (await changedSince(from, baseSha, place)).filter(path => named.has(path))
  if (moved.length === 0) return []
  const shown = moved.toSorted().slice(0, MOST_NAMED).join(', ')
  const more = moved.length > MOST_NAMED ? ` and ${moved.length - MOST_NAMED} more files` : ''
  const message = `${baseRef ?? 'The base branch'} has changed ${shown}${more} since these scans were made: update the branch of the pull request to have them scanned as they will be merged`
  return [{ level: 'info', code: 'base-moved', message }]
}

/** Where commits are compared: in the clone, if it holds them, else by GitHub. */
interface Comparable {
  readonly root: string | null
  readonly github: GitHub | null
}

/** Names of the files that the second commit has changed since both have left; none where nobody knows. */
async function changedSince(from: string, to: string, { root, github }: Comparable): Promise<readonly string[]> {
  const local = root === null ? null : await changedPaths(root, from, to)
  if (local?.value) return local.value
  const since = github === null ? null : await attempt(github.changedFilesBetween(from, to))
  return since?.ok ? since.value.files.map(({ path, previousPath }) => previousPath ?? path) : []
}
