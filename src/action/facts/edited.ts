import type { Diff } from '../../core/change/change.js'
import { editedFiles } from '../../files/tree.js'
import { UNKNOWN_FILE } from './base-texts.js'
import type { ScanCandidate, ScanPlace } from './scanned.js'

/** Files whose text, as it was scanned, is none of a commit: a step of the run has written it. */
export interface Edited {
  /** Those of the files that findings name; null where the run that scanned could not record them all. */
  readonly paths: readonly string[] | null
  /** Whether the text that was scanned is known to be another one than what anybody else can read. */
  readonly has: (path: string) => boolean
}

const NONE: Edited = { paths: [], has: () => false }

/**
 * What a step of the run that scanned has changed between checkout and scan (a formatter, a generator, `npm install`).
 * That text is there for the run alone: what the change did to it is known to nobody else, so it is to nobody.
 */
export async function editedBefore(
  { root, recorded }: ScanPlace,
  own: ScanCandidate | undefined,
  paths: readonly string[]
): Promise<Edited> {
  if (recorded !== null) return recorded.isCertain ? editedIn(recorded.site?.edited ?? null) : NONE
  if (root === null || own?.isProven !== true) return NONE
  const edited = new Set((await editedFiles(root, own.commit.sha)).value ?? [])
  return editedIn(paths.filter(path => edited.has(path)).sort())
}

function editedIn(paths: readonly string[] | null): Edited {
  const named = new Set(paths)
  return { paths, has: path => named.has(path) }
}

/** The diff, of which nothing is known at files that were edited, or may have been. */
export function withoutEdited(diff: Diff | null, edited: Edited, paths: readonly string[]): Diff | null {
  const doubtful = edited.paths ?? paths
  if (diff === null || doubtful.length === 0) return diff
  const files = new Map(diff.files)
  for (const path of doubtful) files.set(path, UNKNOWN_FILE)
  return { ...diff, files }
}
