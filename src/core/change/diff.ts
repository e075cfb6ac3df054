import type { Location } from '../finding.js'
import { isOfOtherKind } from '../sarif/place/file-kinds.js'
import { pathAsWritten } from '../sarif/place/paths.js'
import type { Diff, DiffFile, Edit, Fit } from './change.js'
import { changedLines, reaches } from './edits.js'
import { fits } from './fit.js'
import { type Hunks, isCountedAlike, parseHunks } from './hunks.js'

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
  /** Git's id of the file's text. */
  readonly sha?: string | undefined
  /** Lines that the hunks of the whole file add and remove. */
  readonly additions?: number | undefined
  readonly deletions?: number | undefined
}

const API_CHANGES: Readonly<Record<Exclude<FileStatus, 'unchanged'>, DiffFile['change']>> = {
  added: 'added',
  removed: 'deleted',
  modified: 'modified',
  changed: 'modified',
  renamed: 'renamed',
  copied: 'copied'
}

/** A diff as far as it holds for the files that were scanned, and the paths where it leads to another text than theirs. */
export interface Fitted {
  readonly diff: Diff
  readonly unfit: readonly string[]
}

/**
 * The diff, held against the text of the files that findings name. Nothing is known of the lines of a file that git and
 * scanners count apart, that is another text than the one the diff leads to, or that the diff has deleted.
 */
export function fitted(diff: Diff, paths: ReadonlySet<string>, readSource: (path: string) => string | null): Fitted {
  const files = new Map(diff.files)
  const unfit: string[] = []
  // Findings may lead through far more files than the change touches.
  const touched = [...diff.files.keys()].filter(path => paths.has(path))
  for (const path of touched.sort()) {
    const file = diff.files.get(path)
    if (file === undefined || file.lines === null || isAllNew(file)) continue
    const doubt = doubtOf(file, readSource(path))
    if (doubt === 'unfit') unfit.push(path)
    if (doubt === 'unread') files.set(path, { ...file, doubt })
    else if (doubt !== null) files.set(path, unknownLines(file, doubt))
  }
  return { diff: { ...diff, files }, unfit }
}

/** The file as changed nobody knows where. What was removed from a deleted one is known still. */
function unknownLines(file: DiffFile, doubt: 'unfit' | 'uncounted'): DiffFile {
  const edits = file.change === 'deleted' ? file.edits : null
  return { ...file, lines: null, edits, ...(doubt === 'unfit' ? { doubt } : {}) }
}

function doubtOf(file: DiffFile, text: string | null): 'unfit' | 'unread' | 'uncounted' | null {
  // What was scanned is there, whatever the diff says.
  if (file.change === 'deleted') return 'unfit'
  if (text === null) return file.edits?.length === 0 && file.fit === undefined ? null : 'unread'
  if (!isCountedAlike(text)) return 'uncounted'
  return fits(file, text) ? null : 'unfit'
}

/** All of the file is the change's, whatever the hunks say: what was scanned may be longer than they are. */
const isAllNew = ({ change }: DiffFile): boolean => change === 'added' || change === 'copied'

/** Makes the entry of one file. A copy is new from its first to its last line, whatever its hunks say. */
export function diffFile(
  change: DiffFile['change'],
  basePath: string | null,
  edits: readonly Edit[] | null,
  fit: Fit | null = null
): DiffFile {
  const known = change === 'copied' ? null : edits
  const lines = known === null ? null : changedLines(known)
  const entry = { change, basePath: change === 'added' ? null : basePath, lines, edits: known }
  return fit === null ? entry : { ...entry, fit }
}

/**
 * Turns the file records of the GitHub API into a diff. A file without a patch, or with one that was cut, has unknown
 * lines. Say `complete: false` where the list of files itself was cut (the API ends after 3,000 files).
 */
export function fromApiFiles(files: readonly ApiFile[], complete = true): Diff {
  const entries = new Map<string, DiffFile>()
  for (const file of files) {
    const { filename, status, previous_filename: previous, patch } = file
    if (status === 'unchanged') continue
    const change = API_CHANGES[status]
    const hunks = patch === undefined || patch === '' ? null : parseHunks(patch.split('\n'), 0)
    const edits = hunks !== null && isWhole(hunks, file) ? hunks.edits : null
    const fit = hunks === null ? null : { blob: file.sha ?? null, base: null, stretches: hunks.stretches }
    entries.set(filename, diffFile(change, previous ?? filename, edits, fit))
  }
  return { files: entries, complete }
}

/** Whether the hunks are all that there are: GitHub counts the lines of the file apart. */
function isWhole({ edits, problem, isCounted, next, end }: Hunks, { additions, deletions }: ApiFile): boolean {
  if (problem !== null || !isCounted || next !== end) return false
  const sum = (count: (edit: Edit) => number): number => edits.reduce((total, edit) => total + count(edit), 0)
  return (
    (additions ?? sum(edit => edit.added)) === sum(edit => edit.added) &&
    (deletions ?? sum(edit => edit.removed.length)) === sum(edit => edit.removed.length)
  )
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

/** Whether the file was none that scanners read in this way before its name was changed. */
const isNowRead = ({ change, basePath }: DiffFile, path: string): boolean =>
  change === 'renamed' && basePath !== null && isOfOtherKind(basePath, path)

/**
 * Whether the change reaches the place: null where that cannot be known. A place without a line stands for its whole
 * file.
 */
export function changedAt(diff: Diff, location: Location): boolean | null {
  const file = fileIn(diff, location.path)
  if (file === undefined) return diff.complete ? false : null
  if (file.lines === null || file.edits === null || isAllNew(file) || isNowRead(file, location.path)) return true
  const { startLine, endLine } = location
  // A change of mode or name alone touches no line.
  const isReached =
    startLine === null ? file.edits.length > 0 : reaches(file.edits, startLine, Math.max(endLine ?? 0, startLine))
  return isReached || file.doubt === undefined ? isReached : null
}
