import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
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

/** The folder that a sparse checkout leaves out. */
export const LEFT_OUT = 'lib'

/** A workspace with that checkout of a commit of the repository in `directory`. */
export function checkOut(directory: string, { sha, texts }: Made, clone: Clone): Place {
  const workspace = mkdtempSync(join(tmpdir(), 'place-'))
  const sourceRoot = clone === 'sub folder' ? 'repo' : null
  const root = join(workspace, sourceRoot ?? '.')
  if (clone === 'files only') writeAll(root, texts)
  else if (clone !== 'nothing') cloned(directory, root, sha, clone)
  return { workspace, root, sourceRoot }
}

/** Files below a directory. */
export function writeAll(directory: string, files: Texts): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
}

/** A clone by hand, since a process for each step takes longer than all else. Only a shallow one has objects of its own. */
function cloned(directory: string, root: string, sha: string, clone: Clone): void {
  const isShallow = clone === 'depth 1'
  const isSparse = clone === 'sparse'
  mkdirSync(join(root, '.git', 'refs', 'heads'), { recursive: true })
  writeAll(join(root, '.git'), {
    HEAD: `${sha}\n`,
    config: `[core]\n\trepositoryformatversion = 0\n\tbare = false\n${isSparse ? '\tsparseCheckout = true\n' : ''}`,
    'objects/info/alternates': isShallow ? '' : `${join(directory, '.git', 'objects')}\n`,
    ...(isSparse ? { 'info/sparse-checkout': `/*\n!/${LEFT_OUT}/\n` } : {})
  })
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], {
      cwd: root,
      env: GIT_ENVIRONMENT,
      stdio: 'ignore'
    })
  if (isShallow) git('fetch', '-q', '--depth=1', `file://${directory}`, sha)
  git('read-tree', '-m', '-u', sha)
}
