import type { Diff } from '../change/change.js'
import { fileIn } from '../change/diff.js'
import type { SuppressionGround } from './identified.js'
import { type Entry, isByMessageAlone } from './match/entry.js'

/**
 * What shows that the change did not add the suppression of a finding. One in the source: its partner in the baseline
 * is suppressed in the source, too, as is all of the baseline that could be its partner (`open` holds the keys of what
 * is not), or the change leaves its files alone, which are known to be files of the scanned tree. One from elsewhere:
 * only where the scanner names the file in which it stands, and the change leaves that alone.
 */
export function suppressionGround(
  entry: Entry,
  open: ReadonlySet<string>,
  diff: Diff | null
): SuppressionGround | null {
  const { finding, partner } = entry
  const { suppression, location, otherLocations = [], placeGround } = finding
  if (suppression === null) return null
  if (suppression.kind === 'external') {
    return suppression.path !== undefined && isUntouched(suppression.path, diff) ? 'untouched' : null
  }
  const isFound = partner !== null && !isByMessageAlone(entry)
  if (isFound && isSuppressed(partner) && !open.has(partner.key)) return 'baseline'
  if (location === null || placeGround !== 'tree' || diff === null) return null
  return [location, ...otherLocations].every(({ path }) => isLeftAlone(path, diff)) ? 'untouched' : null
}

const isSuppressed = ({ finding: { suppression } }: Entry): boolean => suppression?.kind === 'in-source'

/** Keys of the findings that no comment in the source suppresses. */
export const keysOfOpen = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap(entry => (isSuppressed(entry) ? [] : [entry.key])))

const isLeftAlone = (path: string, diff: Diff): boolean => diff.complete && fileIn(diff, path) === undefined

/** Nobody has looked the file up, and it may be named from another directory: any changed file that could be meant counts. */
function isUntouched(path: string, diff: Diff | null): boolean {
  if (diff === null || !isLeftAlone(path, diff)) return false
  for (const changed of diff.files.keys()) {
    if (changed.endsWith(`/${path}`) || path.endsWith(`/${changed}`)) return false
  }
  return true
}
