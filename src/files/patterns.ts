import { accessSync, constants, type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { Minimatch } from 'minimatch'

/** A file to read. */
export interface ListedFile {
  readonly path: string
  /** Relative to the base, or absolute where it lies outside; with `/`. */
  readonly name: string
}

export interface FileList {
  /** Sorted by name, each file once. */
  readonly files: readonly ListedFile[]
  /** Patterns that gave no file. */
  readonly unmatched: readonly string[]
  /** Symbolic links met in directories that lead out of the base to what would count, and were not followed. */
  readonly outside: readonly ListedFile[]
  /** Files met in directories whose names are none of SARIF, in the order of their names; no more than 1,000. */
  readonly passedOver: readonly ListedFile[]
}

export const SARIF_NAME = /\.(sarif|json)(\.gz)?$/i
const LONGEST_PATTERN = 4096

/**
 * Expands files, directories and globs, given relative to the base. A file that is named counts whatever its name; of
 * a directory, at any depth, and of a glob whose last part has no dot, `.sarif`, `.sarif.json` and `.json` count, each
 * optionally with `.gz`. A directory that a glob matches counts with its content. Nothing is opened here: what cannot
 * be read, a directory too, is listed, so that reading it gives a problem and not a silent gap.
 */
export function expandPatterns(patterns: readonly string[], base: string): FileList {
  const walk: Walk = { base: resolve(base), found: new Map(), outside: new Map(), passedOver: new Map(), whole: [] }
  const unmatched = patterns.filter(pattern => pattern.trim() !== '' && !expand(walk, pattern.trim()))
  return {
    files: sorted([...walk.found.values()]),
    unmatched,
    outside: sorted([...walk.outside.values()].filter(file => !isRead(walk, file))),
    passedOver: sorted([...walk.passedOver.values()].filter(({ path }) => !walk.found.has(realPath(path))))
  }
}

const sorted = (files: readonly ListedFile[]): readonly ListedFile[] =>
  files.toSorted((a, b) => (a.name < b.name ? -1 : 1))

/** Whether what a link leads to is read by another way: the file, or all of the directory. */
function isRead({ found, whole }: Walk, { path }: ListedFile): boolean {
  const real = realPath(path)
  return found.has(real) || (statsOf(path)?.isDirectory() === true && whole.some(named => isInside(named, real)))
}

interface Walk {
  readonly base: string
  /** By real path. */
  readonly found: Map<string, ListedFile>
  /** By path. */
  readonly outside: Map<string, ListedFile>
  readonly passedOver: Map<string, ListedFile>
  /** Real paths of the directories that are named themselves: what is in them is read. */
  readonly whole: string[]
}

/** What of a directory counts; paths are relative to it, with `/`. */
interface DirectorySelection {
  isFile(path: string): boolean
  /** A directory that may hold something. */
  isWay(path: string): boolean
  /** A directory that counts with its content. */
  isWhole(path: string): boolean
}

const everything: DirectorySelection = { isFile: path => SARIF_NAME.test(path), isWay: () => true, isWhole: () => true }

/** True where the pattern gave at least one file. */
function expand(walk: Walk, pattern: string): boolean {
  const literal = resolve(walk.base, pattern)
  const stats = statsOf(literal)
  if (stats?.isDirectory()) {
    walk.whole.push(realPath(literal))
    return walkDirectory(walk, literal, everything)
  }
  if (stats !== null) return add(walk, literal)
  if (pattern.length <= LONGEST_PATTERN && expandGlob(walk, slashed(pattern))) return true
  return isHidden(literal) && add(walk, literal)
}

function expandGlob(walk: Walk, pattern: string): boolean {
  const glob = globOf(pattern, walk.base)
  if (glob === null || statsOf(glob.root)?.isDirectory() !== true) return false
  return walkDirectory(walk, glob.root, glob.selection)
}

/** Where a glob looks, and what counts there; null for a pattern that is none. */
export function globOf(
  pattern: string,
  base: string
): { readonly root: string; readonly selection: DirectorySelection } | null {
  const segments = pattern.split('/')
  const fixed = segments.findIndex(segment => /[*?[{(\\]/.test(segment))
  if (fixed < 0) return null
  const prefix = segments.slice(0, fixed)
  const root = resolve(base, prefix.length === 1 && prefix[0] === '' ? '/' : prefix.join('/'))
  const options = { dot: true, nocomment: true, nonegate: true } as const
  const glob = segments.slice(fixed).join('/')
  const whole = new Minimatch(glob, options)
  const partial = new Minimatch(glob, { ...options, partial: true })
  const isPrecise = segments.at(-1)?.includes('.') === true
  const selection: DirectorySelection = {
    isFile: path => whole.match(path) && (isPrecise || SARIF_NAME.test(path)),
    isWay: path => partial.match(path),
    // `results/**` matches its directories too, but says nothing more by that than with the files in them.
    isWhole: path => !glob.includes('**') && whole.match(path)
  }
  return { root, selection }
}

export const slashed = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path)

interface Visit {
  readonly path: string
  /** Relative to the root of the walk; empty for the root. */
  readonly shown: string
  readonly selection: DirectorySelection
}

/** Walks iteratively, so that depth costs no stack; true where it found a file. */
function walkDirectory(walk: Walk, root: string, selection: DirectorySelection): boolean {
  const borders = [walk.base, root].flatMap(path => [path, realPath(path)])
  const seen = new Set<string>()
  const pending: Visit[] = [{ path: root, shown: '', selection }]
  let found = false
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    // Links may lead to a directory twice or in circles; a selection of the whole may still add to one of a part.
    const real = realPath(visit.path)
    const key = `${real}\0${visit.selection === everything}`
    if (seen.has(key)) continue
    seen.add(key)
    const entries = entriesOf(visit.path)
    // A directory that stands where a file was wanted is no file without findings.
    const isMistaken = entries?.length === 0 && visit.shown !== '' && SARIF_NAME.test(visit.shown)
    if (entries === null || isMistaken) found = add(walk, visit.path)
    for (const entry of entries ?? []) {
      const next = choose(visit, entry)
      if (next === null) passOver(walk, visit, entry.name)
      else if (!borders.some(border => isInside(border, realIn(visit, real, entry, next)))) leaveOutside(walk, next)
      else if (next.isDirectory) pending.push(next)
      else found = add(walk, next.path, realIn(visit, real, entry, next))
    }
  }
  return found
}

/** What is no link lies where its directory does; asking the system takes long, and a second text of it room. */
const realIn = (directory: Visit, real: string, entry: Dirent, { path }: Visit): string =>
  entry.isSymbolicLink() ? realPath(path) : directory.path === real ? path : join(real, entry.name)

const listed = (walk: Walk, path: string): ListedFile => ({ path, name: nameOf(walk, path) })

/** So many files are kept in mind that are not read. */
const MOST_PASSED_OVER = 1_000

function passOver(walk: Walk, { path, selection }: Visit, entry: string): void {
  if (selection !== everything || walk.passedOver.size >= MOST_PASSED_OVER) return
  const file = join(path, entry)
  if (statsOf(file)?.isFile() === true) walk.passedOver.set(file, listed(walk, file))
}

/** So many names are looked at in a directory that lies outside; in a larger one anything may be. */
const MOST_OUTSIDE = 1_000

/** A link that leads out of the directory: to a file that counts, or to a directory that has such files. */
function leaveOutside(walk: Walk, visit: Visit & { readonly isDirectory: boolean }): void {
  if (!visit.isDirectory || mayHoldScans(visit)) walk.outside.set(visit.path, listed(walk, visit.path))
}

function mayHoldScans(start: Visit): boolean {
  const pending = [start]
  let looked = 0
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    for (const entry of entriesOf(visit.path) ?? []) {
      const next = choose(visit, entry)
      looked += 1
      if (looked > MOST_OUTSIDE || next?.isDirectory === false) return true
      if (next !== null) pending.push(next)
    }
  }
  return false
}

/** An entry of a directory, if it counts. */
function choose(visit: Visit, entry: Dirent): (Visit & { readonly isDirectory: boolean }) | null {
  const path = join(visit.path, entry.name)
  const shown = visit.shown === '' ? entry.name : `${visit.shown}/${entry.name}`
  const isDirectory = entry.isSymbolicLink() ? statsOf(path)?.isDirectory() === true : entry.isDirectory()
  const isWhole = isDirectory && visit.selection.isWhole(shown)
  const selection = isWhole ? everything : visit.selection
  const counts = isDirectory ? isWhole || selection.isWay(shown) : selection.isFile(shown)
  return counts ? { path, shown, selection, isDirectory } : null
}

function add(walk: Walk, path: string, real = realPath(path)): true {
  const known = walk.found.get(real)
  // Of several names of one file, its own comes before links to it, whatever the order of the patterns.
  const file = { path, name: nameOf(walk, path) }
  if (known === undefined || rank(file, real) < rank(known, real)) walk.found.set(real, file)
  return true
}

const rank = (file: ListedFile, real: string): string => `${file.path === real ? 0 : 1}${file.name}`

function nameOf(walk: Walk, path: string): string {
  const name = relative(walk.base, path)
  return slashed(name === '' || name.startsWith('..') || isAbsolute(name) ? path : name)
}

export const isInside = (border: string, path: string): boolean =>
  path === border || path.startsWith(border.endsWith(sep) ? border : border + sep)

/** The target's stats, a dangling link's own, or null where there is nothing. */
function statsOf(path: string): Stats | null {
  for (const look of [statSync, lstatSync]) {
    try {
      const stats = look(path, { throwIfNoEntry: false })
      if (stats !== undefined) return stats
    } catch {
      // A loop of links is there, but not to be looked into.
    }
  }
  return null
}

/** Whether the system does not say what is there: a forbidden directory or a circle of links on the way is no absence. */
function isHidden(path: string): boolean {
  try {
    lstatSync(path, { throwIfNoEntry: false })
    return false
  } catch (error) {
    return ['EACCES', 'EPERM', 'ELOOP'].includes(String((error as NodeJS.ErrnoException).code))
  }
}

/** Where links lead; a path that leads nowhere stands for itself. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** Names in a directory; null where it cannot be read, or where its names lead nowhere. */
function entriesOf(path: string): readonly Dirent[] | null {
  try {
    accessSync(path, constants.R_OK | constants.X_OK)
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return null
  }
}
