import type { Diff } from '../../core/change/change.js'
import { NOTHING_SINCE } from '../../core/identity/since.js'
import { followedInClone, startInClone } from '../../gate/clone-change.js'
import type { SettledChange } from '../../gate/request.js'
import { attempt } from '../../github/http/failure.js'
import type { GitHub } from '../../github/port.js'
import type { ChangeContext } from '../event.js'
import { toDiff } from '../facts/between.js'

/** Where commits are compared: in the clone, if there is one that holds them, else by GitHub. */
export interface Comparer {
  readonly root: string | null
  readonly github: GitHub | null
}

/**
 * The commit that the change starts from: what a trial merge was merged into, else the merge base; of a run that is
 * about no change the commit that was scanned. Null where nobody can tell.
 */
export async function startOf(
  { baseSha, headSha }: Pick<ChangeContext, 'baseSha' | 'headSha'>,
  { mergedInto, scannedSha }: Pick<SettledChange, 'mergedInto' | 'scannedSha'>,
  { root, github }: Comparer
): Promise<string | null> {
  if (mergedInto !== null) return mergedInto
  if (baseSha === null) return scannedSha ?? headSha
  if (headSha === null) return null
  const local = root === null ? null : await startInClone(root, { base: baseSha, head: headSha }, { mergedInto })
  if (local !== null || github === null) return local
  const compared = await attempt(github.changedFilesBetween(baseSha, headSha))
  return compared.ok ? compared.value.mergeBase : null
}

/** What lies between a commit and one that follows from it; null where it is not known to follow. */
export async function followed(from: string, to: string, { root, github }: Comparer): Promise<Diff | null> {
  const local = from === to ? NOTHING_SINCE : root === null ? null : await followedInClone(root, from, to)
  if (local !== null || github === null) return local
  const compared = await attempt(github.changedFilesBetween(from, to))
  return compared.ok && compared.value.mergeBase === from ? toDiff(compared.value) : null
}

/** What came between a commit and the tree that the change starts from, for a baseline that the workflow gives. */
export async function sinceOf(
  change: Pick<ChangeContext, 'baseSha' | 'headSha'>,
  comparer: Comparer,
  commit: string,
  settled: SettledChange
): Promise<Diff | null> {
  const start = change.baseSha === null ? null : await startOf(change, settled, comparer)
  return start === null ? null : followed(commit, start, comparer)
}
