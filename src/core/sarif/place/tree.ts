import { remembered } from '../../ground/remembered.js'
import { isMadeByBuild } from './folders.js'

/** The files of a tree, as whoever lists them knows them. Paths are relative to its root, with `/`. */
export interface TreeListing {
  /** What is committed: files, symbolic links and submodules. */
  readonly files: readonly string[]
  /** What lies in the checkout besides, as git lists it: files, and whole directories with a slash at the end. */
  readonly untracked: readonly string[]
  /**
   * False where the files are only those of a directory that nobody called a checkout: what it holds is there, and what
   * it does not hold may be elsewhere.
   */
  readonly isWhole: boolean
  /** Git has listed it: what is not named is not there. Absent: whoever listed it may have passed something over. */
  readonly isGits?: true
}

/** The tree that was scanned: asked where a path that a scanner wrote is. Pure, and fast for a hundred thousand files. */
export interface Tree {
  /** Whether a path that it does not have is none of the repository's. */
  readonly isWhole: boolean
  /**
   * The path as the tree spells it (Unicode has several spellings of one name), or null. What lies under a submodule, a
   * symbolic link or an archive is there where that is.
   */
  find(path: string): string | null
  /** Files whose path ends with these segments and has others before them. */
  endingWith(tail: string): readonly string[]
  /** Files whose path differs in nothing but case. */
  inOtherCase(path: string): readonly string[]
  hasDirectory(path: string): boolean
  /** It lies in the checkout, or could, and is none of the repository's own: not tracked, or ignored by git. */
  isOutside(path: string): boolean
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

function grouped(files: readonly string[], key: (path: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const path of files) {
    const name = key(path)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [path])
    else group.push(path)
  }
  return groups
}

/** A value that is made when it is first asked for. */
function later<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The directories above a path, from the nearest to the root's child. */
function* above(path: string): Generator<string> {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) yield path.slice(0, end)
}

/** So many directories are remembered: most paths share theirs with others. */
const MOST_DIRECTORIES = 16_384

/** Whether one of the directories above a path is such a one. */
function ofDirectory(isSuch: (directory: string) => boolean): (path: string) => boolean {
  const isWithin = remembered(directory => {
    if (isSuch(directory)) return true
    for (const higher of above(directory)) if (isSuch(higher)) return true
    return false
  }, MOST_DIRECTORIES)
  return path => {
    const end = path.lastIndexOf('/')
    return end > 0 && isWithin(path.slice(0, end))
  }
}

function directoriesOf(files: readonly string[]): ReadonlySet<string> {
  const directories = new Set<string>()
  for (const path of files) {
    for (const directory of above(path)) {
      if (directories.has(directory)) break
      directories.add(directory)
    }
  }
  return directories
}

/** Letters outside of ASCII are all that can be spelt in two ways. */
const ASCII = /^[\0-\x7f]*$/

const NONE: readonly string[] = []

/** Makes the tree of a listing. */
export function treeOf({ files, untracked, isWhole }: TreeListing): Tree {
  const exact = new Set(files)
  const outside = new Set(untracked)
  const spellings = later(
    () => new Map(files.filter(path => !ASCII.test(path)).map(path => [path.normalize('NFC'), path]))
  )
  const byName = later(() => grouped(files, baseName))
  const byLetters = later(() => grouped(files, path => path.toLowerCase()))
  const directories = later(() => directoriesOf(files))
  const has = (path: string): string | null => {
    if (exact.has(path)) return path
    return ASCII.test(path) ? null : (spellings().get(path.normalize('NFC')) ?? null)
  }
  const isBelowFile = ofDirectory(directory => exact.has(directory))
  const isBelowOutside = ofDirectory(directory => outside.has(`${directory}/`) || outside.has(directory))
  return {
    isWhole,
    find: path => {
      const found = has(path)
      if (found !== null) return found
      return isBelowFile(path) ? path : null
    },
    endingWith: tail => {
      const end = `/${tail}`
      return (byName().get(baseName(tail)) ?? NONE).filter(path => path.endsWith(end))
    },
    inOtherCase: path => (byLetters().get(path.toLowerCase()) ?? NONE).filter(other => other !== path),
    hasDirectory: path => directories().has(path),
    isOutside: path => {
      return outside.size > 0 && (outside.has(path) || isBelowOutside(path))
    }
  }
}

/** The tree, with what git says that it ignores. */
export const withIgnored = (tree: Tree, ignored: ReadonlySet<string>): Tree => ({
  ...tree,
  isOutside: path => ignored.has(path) || tree.isOutside(path)
})

/**
 * The listing of a directory that is no clone: git is not there to say what is committed, and what lies where builds put
 * their results may be one of those.
 */
export const listingOfDirectory = (files: readonly string[], isWhole: boolean): TreeListing => ({
  files: files.filter(path => !isMadeByBuild(path)),
  untracked: files.filter(isMadeByBuild),
  isWhole
})
