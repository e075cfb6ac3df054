import type { Diff, DiffFile } from '../change/change.js'
import { toBaseLine, toHeadLine } from '../change/edits.js'
import { isCountedAlike } from '../change/hunks.js'
import { isInert } from '../change/manifests.js'
import { mayBeMadeAnew } from '../change/trail.js'
import type { Finding, Location, TrailPlace } from '../finding.js'
import { toolKey } from './fingerprint.js'
import type { IdentityContext } from './identified.js'
import type { Entry } from './match/entry.js'
import { placeChanged } from './reach.js'
import { movedByDiff } from './renames.js'
import type { BaselineFacts } from './state.js'

/** The baseline is of the very commit that the change starts from. */
export const NOTHING_SINCE: Diff = { files: new Map(), complete: true }

/**
 * Findings of an earlier commit at the places that they have in the tree that the change starts from. A line that is
 * gone there becomes the one that took its place, so that `sinceReaches` finds it changed.
 */
export function carried(baseline: readonly Finding[], since: Diff): readonly Finding[] {
  if (since.files.size === 0) return baseline
  const moved = new Map([...movedByDiff(since)].map(([path, before]) => [before, path]))
  const at = (location: Location): Location => carriedPlace(location, since, moved)
  return baseline.map(finding => {
    const { location, otherLocations } = finding
    const paths = [location, ...(otherLocations ?? [])].flatMap(each => each?.path ?? [])
    if (paths.every(path => !moved.has(path) && !since.files.has(path))) return finding
    return {
      ...finding,
      location: location === null ? null : at(location),
      ...(otherLocations === undefined ? {} : { otherLocations: otherLocations.map(at) })
    }
  })
}

function carriedPlace(location: Location, since: Diff, moved: ReadonlyMap<string, string>): Location {
  const path = moved.get(location.path) ?? location.path
  const file = since.files.get(path)
  const { startLine, endLine } = location
  if (file === undefined || file.edits === null || file.change === 'added') return { ...location, path }
  return { ...location, path, startLine: carriedLine(file, startLine), endLine: carriedLine(file, endLine) }
}

function carriedLine({ edits }: DiffFile, line: number | null): number | null {
  if (line === null || edits === null) return line
  return toHeadLine(edits, line) ?? edits.findLast(({ baseStart }) => baseStart <= line)?.headStart ?? line
}

/**
 * Whether what came since the baseline reaches a finding of it, which stands where it is carried to: its place, or a
 * file through which the finding that it is now leads. Null where that is not known. Only of what is not reached it is
 * proven that it is still there in the tree that the change starts from.
 */
export function sinceReaches(
  finding: Finding,
  entry: Pick<Entry, 'kind' | 'finding'>,
  { since, diff, readSource }: Pick<IdentityContext, 'since' | 'diff' | 'readSource'>
): boolean | null {
  if (since === undefined || isNothing(since) || finding.commit !== undefined || isInert(since, finding)) return false
  const at = placeChanged(finding, entry, since, null)
  if (at === false && entry.kind !== 'dependency' && !isCounted(finding, entry, since, readSource)) return null
  const steps = entry.kind === 'code' ? (entry.finding.trail ?? []) : []
  if (at !== false || steps.length === 0) return at
  // The lines of the steps are those of the head, so their whole files count.
  const isTouched = (path: string) => since.files.has(path) || since.files.has(diff?.files.get(path)?.basePath ?? path)
  if (steps.some(({ path }) => isTouched(path))) return true
  const isThere = ({ path, isClaimed, isMade }: TrailPlace): boolean =>
    path !== '' && isClaimed !== true && !(isMade === true && mayBeMadeAnew(since, path))
  return since.complete && steps.every(isThere) ? false : null
}

/** Whether the line is the same one for git and the scanner, as far as what came since has moved lines of its file. */
function isCounted(
  { location }: Finding,
  { finding: now }: Pick<Entry, 'finding'>,
  since: Diff,
  readSource: IdentityContext['readSource']
): boolean {
  if (location === null || location.startLine === null || !since.files.has(location.path)) return true
  const text = now.location === null ? null : readSource(now.location.path)
  return text !== null && isCountedAlike(text)
}

const isNothing = ({ files, complete }: Diff): boolean => complete && files.size === 0

/**
 * Whether a baseline that the gate itself has found says nothing of a finding that is not in it: its tool did not run
 * there to the end, or its place is another one since. Then it is no ground to call the finding new.
 */
export function isSilent(entry: Entry, basePath: string, context: IdentityContext, facts: BaselineFacts): boolean {
  if (context.since === undefined) return false
  const ran = facts.ran.get(toolKey(entry.finding.tool))
  if (ran === undefined || ran.failed) return true
  return sinceReaches(beforeChange(entry.finding, basePath, context.diff), entry, context) !== false
}

/** The finding at the place that it had before the change, where that leaves its line alone. */
function beforeChange(finding: Finding, basePath: string, diff: Diff | null): Finding {
  const { location } = finding
  if (location === null) return finding
  const edits = diff?.files.get(location.path)?.edits ?? []
  const before = (line: number | null) => (line === null ? null : (toBaseLine(edits, line) ?? line))
  const { startLine, endLine } = location
  return {
    ...finding,
    location: { ...location, path: basePath, startLine: before(startLine), endLine: before(endLine) }
  }
}
