import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Directories that hold no sources of the repository's own. */
const SKIPPED = new Set(['.git', 'node_modules'])

/**
 * Files of the checkout, repository-relative and sorted: what git tracks, or, outside a repository, what lies there.
 * Used to tell whether a scan applies at all.
 */
export function listCheckout(root: string): readonly string[] {
  return (trackedFiles(root) ?? filesBelow(root)).toSorted()
}

function trackedFiles(root: string): readonly string[] | null {
  try {
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

function filesBelow(root: string): readonly string[] {
  const files: string[] = []
  const pending = ['']
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    for (const entry of readdirSync(join(root, directory), { withFileTypes: true })) {
      const path = directory === '' ? entry.name : `${directory}/${entry.name}`
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) pending.push(path)
      else if (entry.isFile()) files.push(path)
    }
  }
  return files
}
