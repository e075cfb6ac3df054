import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { configurationError, wholeFile } from '../core/ground/errors.js'

/** Directories that hold no sources of the repository's own. */
const SKIPPED = new Set(['.git', 'node_modules'])

/** The root of the checkout. One that is not there would make scans inapplicable, and every finding one without source. */
export function checkoutRoot(cwd: string, sourceRoot: string | null): string {
  const root = resolve(cwd, sourceRoot ?? '.')
  if (sourceRoot === null || statSync(root, { throwIfNoEntry: false })?.isDirectory() === true) return root
  throw configurationError(
    'the source root is not a directory',
    'Give the root of the checkout, or leave it out',
    wholeFile(sourceRoot)
  )
}

/**
 * Files of the checkout, repository-relative and sorted: what git tracks, or, outside a repository, what lies there.
 * Used to tell whether a scan applies at all, so a guess will not do: null where a directory cannot be read, and where
 * there is no repository and no file, because then nothing was checked out.
 * `expectsClone`: what is no clone is no checkout either, such as a workspace that only holds downloaded scan results.
 */
export async function listCheckout(root: string, expectsClone: boolean): Promise<readonly string[] | null> {
  if (expectsClone && statSync(join(root, '.git'), { throwIfNoEntry: false }) === undefined) return null
  const files = (await trackedFiles(root)) ?? filesBelow(root)
  return files?.toSorted() ?? null
}

async function trackedFiles(root: string): Promise<readonly string[] | null> {
  // Here git may be led by its environment as well.
  if (process.env.GIT_DIR === undefined && !mayLieInClone(root)) return null
  try {
    // Loaded where it is needed: it takes a tenth of the time of a whole evaluation of small files.
    const { execFileSync } = await import('node:child_process')
    const output = execFileSync(
      'git',
      ['-c', 'core.fsmonitor=false', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
      {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 1 << 30,
        stdio: ['ignore', 'pipe', 'ignore']
      }
    )
    return output.split('\0').filter(path => path !== '')
  } catch {
    // No git, or no repository: the directory itself is asked instead.
    return null
  }
}

/** What git looks for in a folder and those above it: of a clone, and of a bare or linked one (gitrepository-layout(5)). */
const MARKS = ['.git', 'HEAD']

/**
 * Whether git may find a repository that holds the directory. False only where it would look in vain: to start a process
 * that finds nothing takes longer than to judge a small scan.
 */
export function mayLieInClone(directory: string): boolean {
  try {
    let folder = realpathSync(directory)
    while (!MARKS.some(mark => lstatSync(join(folder, mark), { throwIfNoEntry: false }) !== undefined)) {
      if (folder === dirname(folder)) return false
      folder = dirname(folder)
    }
    return true
  } catch (error) {
    // What cannot be looked at is git's to explain.
    if (typeof (error as NodeJS.ErrnoException | null)?.code === 'string') return true
    throw error
  }
}

/** Files that lie below a directory; null where one cannot be read, and where there is none. */
export function filesBelow(root: string): readonly string[] | null {
  const files: string[] = []
  const pending = ['']
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    const entries = entriesOf(join(root, directory))
    if (entries === null) return null
    for (const entry of entries) {
      const path = directory === '' ? entry.name : `${directory}/${entry.name}`
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) pending.push(path)
      else if (entry.isFile()) files.push(path)
    }
  }
  return files.length === 0 ? null : files
}

function entriesOf(directory: string): readonly Dirent[] | null {
  try {
    return readdirSync(directory, { withFileTypes: true })
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException | null)?.code === 'string') return null
    throw error
  }
}
