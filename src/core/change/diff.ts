import type { Location } from '../finding.js'
import { pathAsWritten } from '../sarif/place/paths.js'
import type { Diff, DiffFile, Edit } from './change.js'
import { isCountedAlike, parseHunks } from './hunks.js'

/** What the GitHub API says became of a file. */
export const FILE_STATUSES = ['added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged'] as const
export type FileStatus = (typeof FILE_STATUSES)[number]

/** A word that GitHub may add one day says no more than that the file was changed. */
export const fileStatusOf = (text: string): FileStatus => FILE_STATUSES.find(status => status === text) ?? 'changed'

/** What the GitHub API says about one file of a pull request or comparison (`GET /repos/{o}/{r}/pulls/{n}/files`). */
export interface ApiFile {
  readonly filename: string
  readonly status: FileStatus
  readonly previous_filename?: string | undefined
  /** Absent for binary and for large files, and for files that attributes declare binary; an empty one says as little. */
  readonly patch?: string | undefined
}

const API_CHANGES: Readonly<Record<Exclude<FileStatus, 'unchanged'>, DiffFile['change']>> = {
  added: 'added',
  removed: 'deleted',
  modified: 'modified',
  changed: 'modified',
  renamed: 'renamed',
  copied: 'copied'
}

/** Ranges of added lines that belong to replacements. */
export function changedLines(edits: readonly Edit[]): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = []
  for (const { headStart, added } of edits) if (added > 0) ranges.push([headStart, headStart + added - 1])
  return ranges
}

/** The diff as far as its line numbers can be those of the findings: not in files that git and scanners count apart. */
export function countedAlike(
  diff: Diff,
  paths: ReadonlySet<string>,
  readSource: (path: string) => string | null
): Diff {
  const files = new Map(diff.files)
  for (const [path, file] of diff.files) {
    if (file.lines === null || !paths.has(path)) continue
    const text = readSource(path)
    if (text !== null && !isCountedAlike(text)) files.set(path, { ...file, lines: null, edits: null })
  }
  return { ...diff, files }
}

/** Makes the entry of one file. A copy is new from its first to its last line, whatever its hunks say. */
export function diffFile(change: DiffFile['change'], basePath: string | null, edits: readonly Edit[] | null): DiffFile {
  const lines = edits === null || change === 'copied' ? null : changedLines(edits)
  return { change, basePath: change === 'added' ? null : basePath, lines, edits: change === 'copied' ? null : edits }
}

/**
 * Turns the file records of the GitHub API into a diff. A file without a patch, or with one that was cut, has unknown
 * lines. Say `complete: false` where the list of files itself was cut (the API ends after 3,000 files).
 */
export function fromApiFiles(files: readonly ApiFile[], complete = true): Diff {
  const entries = new Map<string, DiffFile>()
  for (const { filename, status, previous_filename: previous, patch } of files) {
    if (status === 'unchanged') continue
    const change = API_CHANGES[status]
    const hunks = patch === undefined || patch === '' ? null : parseHunks(patch.split('\n'), 0)
    const whole = hunks !== null && hunks.problem === null && hunks.isCounted && hunks.next === hunks.end
    entries.set(filename, diffFile(change, previous ?? filename, whole ? hunks.edits : null))
  }
  return { files: entries, complete }
}

/** Somewhere at or under this path something changed; nobody knows where. */
const changedSomehow = (path: string): DiffFile => ({ change: 'modified', basePath: path, lines: null, edits: null })

const readings = new WeakMap<Diff, ReadonlyMap<string, DiffFile>>()

/**
 * Files of the change under the name that they get when a scanner writes it without escaping, such as `ev%69l.js` for
 * `evil.js`. There may be a file of that name too, so nothing is known of its lines.
 */
function readingsOf(diff: Diff): ReadonlyMap<string, DiffFile> {
  let found = readings.get(diff)
  if (found === undefined) {
    const names = [...diff.files.keys()].map(path => [path, pathAsWritten(path)] as const)
    found = new Map(
      names.flatMap(([path, read]) => (read === null || read === path ? [] : [[read, changedSomehow(read)]]))
    )
    readings.set(diff, found)
  }
  return found
}

/**
 * What the change does to a path that a finding names, or undefined. What lies under a submodule or a symbolic link has
 * no entry of its own: it changes with that.
 */
export function fileIn(diff: Diff, path: string): DiffFile | undefined {
  const own = readingsOf(diff).get(path) ?? diff.files.get(path)
  if (own !== undefined) return own
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const above = diff.files.get(path.slice(0, end))
    if (above !== undefined && above.change !== 'deleted') return changedSomehow(path)
  }
  return undefined
}

/**
 * Whether the place is part of the change: null where that cannot be known. A place without a line stands for its
 * whole file.
 */
export function changedAt(diff: Diff, location: Location): boolean | null {
  const file = fileIn(diff, location.path)
  if (file === undefined) return diff.complete ? false : null
  if (file.lines === null) return true
  // A change of mode or name alone touches no line.
  if (location.startLine === null) return file.change === 'added' || file.edits === null || file.edits.length > 0
  return intersects(file.lines, location.startLine, Math.max(location.endLine ?? 0, location.startLine))
}

function intersects(ranges: readonly (readonly [number, number])[], first: number, last: number): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.[1] ?? 0) < first) low = middle + 1
    else high = middle
  }
  return (ranges[low]?.[0] ?? Number.POSITIVE_INFINITY) <= last
}

/** Index of the last replacement that starts at or before the base line, or -1. */
function editBefore(edits: readonly Edit[], baseLine: number): number {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edits[middle]?.baseStart ?? 0) <= baseLine) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The head's number of a line of the base, or null where the change removed or replaced it. */
export function toHeadLine(edits: readonly Edit[], baseLine: number): number | null {
  const edit = edits[editBefore(edits, baseLine)]
  if (edit === undefined) return baseLine
  const past = baseLine - edit.baseStart - edit.removed.length
  return past < 0 ? null : edit.headStart + edit.added + past
}

/** Index of the replacement that removed the base line, or null. */
export function removingEdit(edits: readonly Edit[], baseLine: number): number | null {
  const index = editBefore(edits, baseLine)
  const edit = edits[index]
  return edit !== undefined && baseLine < edit.baseStart + edit.removed.length ? index : null
}

/** Index of the replacement that added the head line, or null. */
export function addingEdit(edits: readonly Edit[], headLine: number): number | null {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edits[middle]?.headStart ?? 0) <= headLine) low = middle + 1
    else high = middle
  }
  // Removals without additions may share the head line with the replacement before them.
  for (let index = low - 1; index >= 0; index--) {
    const edit = edits[index]
    if (edit === undefined || edit.headStart + edit.added > headLine) return edit === undefined ? null : index
    if (edit.added > 0) return null
  }
  return null
}

/** The base's lines, from the head's lines and the replacements: a diff applied backwards. */
export function baseLines(headLines: readonly string[], edits: readonly Edit[]): readonly string[] {
  if (edits.length === 0) return headLines
  const lines: string[] = []
  let next = 1
  for (const { headStart, added, removed } of edits) {
    for (; next < headStart; next++) lines.push(headLines[next - 1] ?? '')
    for (const line of removed) lines.push(line)
    next = headStart + added
  }
  for (; next <= headLines.length; next++) lines.push(headLines[next - 1] ?? '')
  return lines
}
