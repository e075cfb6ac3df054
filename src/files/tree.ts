import { readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { listingOfDirectory, type TreeListing } from '../core/sarif/place/tree.js'
import { filesBelow } from './checkout.js'
import { answer, badName, type GitAnswer, git, none } from './git.js'

/** Where the repository lies on this machine. */
export interface CheckoutDirectory {
  readonly root: string
  /** Somebody has said that the root is one: what is not there is not in the repository. */
  readonly isNamed: boolean
  /** The root is expected to be a clone; what is none is no checkout. */
  readonly expectsClone: boolean
}

/**
 * The tree of a checkout: what git tracks, and what lies there besides. Of a directory that is no clone its files, which
 * are all that there is only where somebody calls it the checkout. Null where nothing is checked out.
 */
export async function listTree({ root, isNamed, expectsClone }: CheckoutDirectory): Promise<TreeListing | null> {
  if (expectsClone && statSync(join(root, '.git'), { throwIfNoEntry: false }) === undefined) return null
  const listed = (await listedFiles(root)).value
  if (listed !== null && listed.tracked.length > 0)
    return { files: listed.tracked, untracked: listed.untracked, isWhole: true, isGits: true }
  const files = filesBelow(root)
  return files === null ? null : listingOfDirectory(files, isNamed)
}

/** Folder of the workspace in which the checkout is, with `/`; null where it is the workspace or elsewhere. */
export function subfolderOf(workspace: string, root: string): string | null {
  const path = relative(workspace, root).split(sep).join('/')
  return path === '' || path === '..' || path.startsWith('../') || /^(?:\/|[A-Za-z]:)/.test(path) ? null : path
}

/** What lies in the workspace beside the folder of the checkout. */
export function siblingsOf(workspace: string, subfolder: string | null): readonly string[] {
  if (subfolder === null) return []
  const [own = ''] = subfolder.split('/')
  try {
    const entries = readdirSync(workspace, { withFileTypes: true })
    return entries.flatMap(entry => (entry.isDirectory() && entry.name !== own ? [entry.name] : [])).sort()
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException | null)?.code === 'string') return []
    throw error
  }
}

const pathsIn = (output: Buffer): readonly string[] =>
  output
    .toString('utf8')
    .split('\0')
    .filter(path => path !== '')

/** Paths of all tracked files, links and submodules below the directory, relative to it, as git stores them. */
export async function trackedFiles(directory: string): Promise<GitAnswer<readonly string[]>> {
  const found = await git(directory, ['ls-files', '-z', '--cached'])
  return found.value === null ? found : answer([...new Set(pathsIn(found.value))].sort())
}

/** What git tracks below a directory, and what lies there besides: files, and directories of nothing else with a slash at the end. */
export interface ListedFiles {
  readonly tracked: readonly string[]
  readonly untracked: readonly string[]
}

/** Both in one call, since to start git takes longer than its answer. */
export async function listedFiles(directory: string): Promise<GitAnswer<ListedFiles>> {
  const found = await git(directory, ['ls-files', '-z', '-t', '--cached', '--others', '--directory'])
  if (found.value === null) return found
  // A letter for the state, a blank and the path.
  const isOther = (entry: string): boolean => entry.startsWith('? ')
  const entries = pathsIn(found.value)
  const pathOf = (entry: string): string => entry.slice(2)
  return answer({
    tracked: [...new Set(entries.filter(entry => !isOther(entry)).map(pathOf))].sort(),
    untracked: entries.filter(isOther).map(pathOf)
  })
}

/**
 * Tracked files whose text in the working tree is another one than in the commit. How lines end does not count: a checkout
 * may write them in its own way, by settings of the machine that are not read here.
 */
export async function editedFiles(directory: string, commit: string): Promise<GitAnswer<readonly string[]>> {
  const bad = badName(commit)
  if (bad !== null) return none(bad)
  const options = ['--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all']
  const range = ['--end-of-options', commit, '--']
  const found = await git(directory, ['-c', 'core.autocrlf=input', 'diff', ...options, ...range])
  return found.value === null ? found : answer(pathsIn(found.value))
}

/**
 * Names of what a history has changed since it left another one: of a file that was renamed both. Without the lines, which of a
 * base that moved on may be many.
 */
export async function changedPaths(directory: string, from: string, to: string): Promise<GitAnswer<readonly string[]>> {
  const bad = badName(from, to)
  if (bad !== null) return none(bad)
  const options = ['--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv', '--no-relative']
  // Three dots: from where both have left (git-diff(1)).
  const found = await git(directory, ['diff', ...options, '--end-of-options', `${from}...${to}`, '--'])
  return found.value === null ? found : answer(pathsIn(found.value))
}

/** Those of the paths, relative to the directory, that git ignores, whether they are there or not. */
export async function ignoredFiles(directory: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const asked = paths.filter(path => path !== '' && !path.includes('\0') && !/^\/|(?:^|\/)\.{1,2}(?:\/|$)/.test(path))
  if (asked.length === 0) return new Set()
  // It fails where it ignores none of them, too. It would look through the whole index for each path, and tracked ones
  // are not asked for.
  const input = asked.map(path => `./${path}\0`).join('')
  const found = await git(directory, ['check-ignore', '-z', '--stdin', '--no-index'], null, input)
  return new Set(found.value === null ? [] : pathsIn(found.value).map(path => path.slice('./'.length)))
}
