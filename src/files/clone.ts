import { lstatSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

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
