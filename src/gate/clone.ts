import { realpathSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { type GitAnswer, git, OBJECT_NAME } from '../files/git.js'
import { editedFiles } from '../files/tree.js'

/** A clone that was found from one of its directories. */
export interface Clone {
  /** Its root, without symbolic links. */
  readonly root: string
  /** Whether the directory that was asked about is that root. */
  readonly isRoot: boolean
  /** The commit that is checked out; null before the first one. */
  readonly head: string | null
}

const line = (output: Buffer | null): string => output?.toString('utf8').replace(/\r?\n$/, '') ?? ''

/** The clone that holds the directory, or why there is none. */
export async function cloneAt(directory: string): Promise<GitAnswer<Clone>> {
  const found = await git(directory, ['rev-parse', '--show-toplevel'])
  if (found.value === null) return found
  const root = realpathSync(line(found.value))
  const head = line((await git(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])).value)
  const value = { root, isRoot: realpathSync(directory) === root, head: OBJECT_NAME.test(head) ? head : null }
  return { value, reason: null }
}

/** What names a commit from outside: its id, whole or at least 7 digits of it, or a branch. */
export type CommitName = { readonly sha: string } | { readonly branch: string }

/** The commit in the clone; null where it is not there. A branch is that of `origin`, or the local one of that name. */
export async function commitNamed({ root }: Pick<Clone, 'root'>, name: CommitName): Promise<string | null> {
  if ('sha' in name) {
    const wanted = name.sha.toLowerCase()
    if (!/^[0-9a-f]{7,64}$/.test(wanted)) return null
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${wanted}^{commit}`]
    const found = line((await git(root, args)).value)
    // A branch may be called like the beginning of an id.
    return OBJECT_NAME.test(found) && found.startsWith(wanted) ? found : null
  }
  const branch = name.branch.replace(/^refs\/heads\//, '')
  for (const ref of [`refs/remotes/origin/${branch}`, `refs/heads/${branch}`]) {
    const found = line((await git(root, ['show-ref', '--verify', '--hash', ref])).value)
    if (OBJECT_NAME.test(found)) return found
  }
  return null
}

/** Path in the clone of a file that is named from a directory; null where it lies elsewhere. */
export function pathInClone({ root }: Pick<Clone, 'root'>, directory: string, path: string): string | null {
  const named = resolve(realOf(directory), path)
  // What the name says comes first: a change may make a link of a folder, which leads out.
  for (const full of [named, resolve(realOf(dirname(named)), named.slice(dirname(named).length + 1))]) {
    const inner = relative(root, full)
    if (inner !== '..' && !inner.startsWith(`..${sep}`) && resolve(inner) !== inner) return inner.split(sep).join('/')
  }
  return null
}

function realOf(directory: string): string {
  try {
    return realpathSync(directory)
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException | null)?.code === 'string') return directory
    throw error
  }
}

const pathsIn = (output: Buffer): readonly string[] => output.toString('utf8').split('\0').filter(Boolean)

/**
 * Files of the working tree that are not as the commit has them: changed, gone, or not in it. What git ignores is left
 * out.
 */
export async function filesUnlike({ root }: Clone, commit: string): Promise<GitAnswer<readonly string[]>> {
  const changed = await editedFiles(root, commit)
  if (changed.value === null) return changed
  const others = await git(root, ['ls-files', '-z', '--others', '--exclude-standard'])
  if (others.value === null) return others
  return { value: [...changed.value, ...pathsIn(others.value)], reason: null }
}

/** Whether git keeps the path, something below it, or a submodule that holds it. Unknown counts as kept. */
export async function isTracked({ root }: Pick<Clone, 'root'>, path: string): Promise<boolean> {
  const [top = ''] = path.split('/')
  const found = await git(root, ['ls-files', '-z', '--cached', ...(top === '' ? [] : ['--', top])])
  if (found.value === null) return true
  const parts = path.split('/')
  const above = new Set(parts.map((_, index) => parts.slice(0, index + 1).join('/')))
  return pathsIn(found.value).some(each => path === '' || above.has(each) || each.startsWith(`${path}/`))
}
