import { readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { listingOfDirectory, type TreeListing } from '../core/sarif/place/tree.js'
import { filesBelow } from './checkout.js'

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
  // Loaded where it is needed: it takes a tenth of the time of a whole evaluation of small files.
  const { listedFiles } = await import('./git-files.js')
  const listed = (await listedFiles(root)).value
  if (listed !== null && listed.tracked.length > 0)
    return { files: listed.tracked, untracked: listed.untracked, isWhole: true }
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
