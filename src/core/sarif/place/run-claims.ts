import type { Tree } from './tree.js'

/** What the relative paths of one run say together of where its tool ran. */
export interface RunClaims {
  /** A path that the tree has as it stands. */
  readonly named: (path: string) => void
  /** A path that the tree has only below this folder. */
  readonly foundIn: (folder: string) => void
  /**
   * Folders in which the tool seems to have run, where they hold files of paths that the root of the repository has as
   * well: those paths may be either. Empty where nothing is in doubt.
   */
  readonly doubted: (tree: Tree) => readonly string[]
}

/** Collects the claims of a run. */
export function runClaims(): RunClaims {
  const paths = new Set<string>()
  const folders = new Set<string>()
  return {
    named: path => void paths.add(path),
    foundIn: folder => void folders.add(folder),
    doubted: tree => {
      if (folders.size === 0) return []
      const doubted = new Set<string>()
      for (const path of paths) {
        for (const file of tree.endingWith(path)) doubted.add(file.slice(0, -path.length - 1))
      }
      return [...folders].filter(folder => doubted.has(folder)).sort()
    }
  }
}
