import type { CommitSide, Diff } from '../change/change.js'
import { changedAt, fileIn } from '../change/diff.js'
import { dependencyChanged } from '../change/manifests.js'
import { trailChanged } from '../change/trail.js'
import type { Finding } from '../finding.js'
import type { IdentityContext } from './identified.js'
import { type Lines, mostLines } from './match/content.js'
import type { Entry } from './match/entry.js'

/** What of the context tells whether the change reaches a place. */
export type ReachContext = Pick<IdentityContext, 'diff' | 'history'>

type EntryKind = Pick<Entry, 'kind'>

/**
 * Whether the change reaches the finding: its place, or a step that leads to it. Null where that is not known. A diff
 * says nothing of files that are not proven to be in the tree that it leads to. A secret of the history is where its
 * commit is, whatever became of the file. `lines` is the text of its file, null where it cannot be read.
 */
export function inDiff(finding: Finding, entry: EntryKind, context: ReachContext, lines: Lines | null): boolean | null {
  const { diff, history } = context
  if (finding.commit !== undefined) return IN_CHANGE[history?.(finding.commit) ?? 'unknown']
  if (diff === null) return null
  const at = placeChanged(finding, entry, diff, lines)
  if (at === true) return true
  const reached = leadsThrough(finding, entry, diff)
  return reached === false ? at : reached
}

const IN_CHANGE: Readonly<Record<CommitSide, boolean | null>> = { change: true, base: false, unknown: null }

/** Whether the diff reaches the place of the finding; null where that is not known. */
export function placeChanged(finding: Finding, { kind }: EntryKind, diff: Diff, lines: Lines | null): boolean | null {
  const { location } = finding
  if (location === null) return null
  const isDependency = kind === 'dependency'
  const changed = isDependency ? dependencyChanged(diff, finding) : changedAt(diff, location)
  if (changed !== false) return changed
  // Beyond the end the scanner saw another text than the one that is here.
  const isSeen = isDependency || lines === null || !isBeyond(location.startLine ?? 0, lines)
  return isSeen && isProven(finding) ? false : null
}

const isBeyond = (line: number, lines: Lines): boolean => line > lines.raw.length && line > mostLines(lines)

/** Whether what leads to the finding lies in the change. That a dependency is named in its manifest leads to nothing. */
export function leadsThrough({ trail, location }: Finding, { kind }: EntryKind, diff: Diff | null): boolean | null {
  if (trail === undefined || diff === null) return false
  return trailChanged(diff, kind === 'dependency' ? trail.filter(({ path }) => path !== location?.path) : trail)
}

/** What of a finding lies in the change that reaches it. */
export const reachedPart = (finding: Finding, entry: EntryKind, diff: Diff | null): 'place' | 'trail' =>
  diff === null || finding.trail === undefined || placeChanged(finding, entry, diff, null) === true ? 'place' : 'trail'

/** Whether lines of the finding's file can be followed through the change; where nobody gave a diff, nobody doubts them. */
export function isFollowed({ location }: Finding, diff: Diff | null): boolean {
  if (diff === null || location === null) return true
  const file = fileIn(diff, location.path)
  return file === undefined ? diff.complete : file.edits !== null && file.change !== 'added'
}

/** Whether the place is a file of the tree that was scanned. */
export const isProven = ({ location, placeGround }: Finding): boolean => location !== null && placeGround === 'tree'

const UNCHECKED =
  'nobody knows whether its file is in the repository: check out the repository, or give its directory as source-root'

/** Whether a finding is of unknown age for the sole reason that nobody knows the files of the repository. */
export const isOfUnknownTree = (stateReason: string | null): boolean => stateReason?.endsWith(UNCHECKED) === true

/** Why the diff cannot tell anything of the place, and what to do. */
export function unproven({ location, placeGround, placeProblem }: Finding): string {
  if (placeProblem !== null) return 'its place is not mapped into the repository'
  if (location === null) return 'the finding names no place'
  if (placeGround === 'generated') return 'its file is none of the repository: git ignores it, or the build makes it'
  return UNCHECKED
}
