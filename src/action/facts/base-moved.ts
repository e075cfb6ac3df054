import type { Notice } from '../../core/ground/notice.js'
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
  github: GitHub | null
): Promise<readonly Notice[]> {
  if (github === null || scanned === undefined || baseSha === null || pullRequest === null) return []
  // GitHub compares from where both have left, which for a head is what it has of the base.
  const from = scanned.into ?? scanned.commit.sha
  if (paths.length === 0 || from === baseSha) return []
  const since = await attempt(github.changedFilesBetween(from, baseSha))
  if (!since.ok) return []
  const named = new Set(paths)
  const moved = since.value.files.map(({ path, previousPath }) => previousPath ?? path).filter(path => named.has(path))
  if (moved.length === 0) return []
  const shown = moved.toSorted().slice(0, MOST_NAMED).join(', ')
  const more = moved.length > MOST_NAMED ? ` and ${moved.length - MOST_NAMED} more files` : ''
  const message = `${baseRef ?? 'The base branch'} has changed ${shown}${more} since these scans were made: update the branch of the pull request to have them scanned as they will be merged`
  return [{ level: 'info', code: 'base-moved', message }]
}
