import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { GIT_ENVIRONMENT, type Made } from './commits.js'
import type { Texts } from './story.js'

/** How the scanned files came onto the runner. */
export const CLONES = ['whole', 'depth 1', 'sub folder', 'sparse', 'files only', 'nothing'] as const
export type Clone = (typeof CLONES)[number]

/** Where the gate runs. */
export interface Place {
  readonly workspace: string
  readonly root: string
  /** What the input `source-root` says; null where nobody says anything. */
  readonly sourceRoot: string | null
}

/** Where thousands of small files are written and removed: in memory, where the machine offers it. */
export const QUICK = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** The folder that a sparse checkout leaves out. */
export const LEFT_OUT = 'lib'

/** A commit that is to be checked out, and how. */
export interface Wanted {
  readonly made: Made
  readonly clone: Clone
}

/** Workspaces of their own for commits of the repository in `directory`; all lie in one directory, which goes with `clean`. */
export function checkOutAll(directory: string, wanted: readonly Wanted[]): Checkouts {
  const parent = mkdtempSync(join(QUICK, 'place-'))
  const script: string[] = ['set -e']
  const places = wanted.map(({ made: { sha, texts }, clone }, index): Place => {
    const workspace = join(parent, String(index))
    const sourceRoot = clone === 'sub folder' ? 'repo' : null
    const root = join(workspace, sourceRoot ?? '.')
    mkdirSync(root, { recursive: true })
    if (clone === 'files only') writeAll(root, texts)
    else if (clone !== 'nothing') script.push(`cd '${root}'`, ...cloned(directory, root, sha, clone))
    return { workspace, root, sourceRoot }
  })
  // A process for each step takes longer than all else.
  execFileSync('sh', ['-s'], { input: script.join('\n'), env: GIT_ENVIRONMENT, stdio: ['pipe', 'ignore', 'inherit'] })
  return { places, clean: () => execFileSync('rm', ['-rf', parent]) }
}

export interface Checkouts {
  /** In the order of what is wanted. */
  readonly places: readonly Place[]
  clean(): void
}

/** Files below a directory. */
export function writeAll(directory: string, files: Texts): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
}

/** Begins a clone by hand, and gives the commands that are left. Only a shallow one has objects of its own. */
function cloned(directory: string, root: string, sha: string, clone: Clone): readonly string[] {
  const isShallow = clone === 'depth 1'
  const isSparse = clone === 'sparse'
  mkdirSync(join(root, '.git', 'refs', 'heads'), { recursive: true })
  writeAll(join(root, '.git'), {
    HEAD: `${sha}\n`,
    config: `[core]\n\trepositoryformatversion = 0\n\tbare = false\n${isSparse ? '\tsparseCheckout = true\n' : ''}`,
    'objects/info/alternates': isShallow ? '' : `${join(directory, '.git', 'objects')}\n`,
    ...(isSparse ? { 'info/sparse-checkout': `/*\n!/${LEFT_OUT}/\n` } : {})
  })
  const fetch = `git -c protocol.file.allow=always fetch -q --depth=1 'file://${directory}' ${sha}`
  return [...(isShallow ? [fetch] : []), `git read-tree -m -u ${sha}`]
}
