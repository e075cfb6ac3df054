import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { diffTrees } from '../../fake-github/patches.js'
import { commit, type FakeRepository, pull } from '../../fake-github/state.js'

type Files = Readonly<Record<string, string>>

const IDENTITY = ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false']

export const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', [...IDENTITY, '-c', 'protocol.file.allow=always', ...args], {
    cwd,
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    stdio: ['ignore', 'pipe', 'ignore']
  })
    .toString()
    .trim()

const BASE = Array.from({ length: 30 }, (_, index) => (index === 4 ? 'old()' : `const value${index} = ${index}`))
const HEAD = BASE.map((line, index) => (index === 19 ? 'danger()' : line))
const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`

/** The tree that main has when the branch is begun; `tail.ts` is what nobody touches. */
const FORK: Files = { 'src/a.ts': text(BASE), 'src/tail.ts': 'one\nold()\n' }

/** What main has got since. */
export const MOVES: Readonly<Record<string, (files: Files) => Files>> = {
  'has not moved': files => files,
  'got lines above': files => ({ ...files, 'src/a.ts': `// 1\n// 2\n// 3\n${files['src/a.ts']}` }),
  'got lines below': files => ({ ...files, 'src/a.ts': `${files['src/a.ts']}// 1\n// 2\n` }),
  'lost lines above': files => ({ ...files, 'src/a.ts': text(BASE.slice(3)) }),
  'edited the same file': files => ({ ...files, 'src/a.ts': text(BASE.map((l, i) => (i === 9 ? 'a\nb\nc\nd' : l))) }),
  'renamed the file': ({ 'src/a.ts': a = '', ...files }) => ({ ...files, 'lib/a.ts': a }),
  'changed another file': files => ({ ...files, 'src/other.ts': 'x\n' })
}

/** Real commits of a pull request whose base has moved on, and the same in the stand-in's words. */
export interface Moved {
  readonly directory: string
  readonly shas: Readonly<Record<'fork' | 'base' | 'head' | 'merge', string>>
  readonly trees: Readonly<Record<'base' | 'head' | 'merge', Files>>
  readonly repository: Partial<FakeRepository>
  clean(): void
}

/** `more` is what the change adds, `common` what both sides have. */
export function movedBase(move: (files: Files) => Files, more: Files = {}, common: Files = {}): Moved {
  const start = { ...FORK, ...common }
  const directory = mkdtempSync(join(tmpdir(), 'moved-base-'))
  git(directory, 'init', '-q', '-b', 'main')
  git(directory, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  const fork = commitAll(directory, start)
  git(directory, 'checkout', '-q', '-b', 'feature')
  const head = commitAll(directory, { ...start, 'src/a.ts': text(HEAD), ...more })
  git(directory, 'checkout', '-q', 'main')
  const base = commitAll(directory, move(start))
  git(directory, 'checkout', '-q', '--detach')
  git(directory, 'merge', '-q', '--no-ff', '-m', 'merge', head)
  const merge = git(directory, 'rev-parse', 'HEAD')
  const trees = { base: treeOf(directory, base), head: treeOf(directory, head), merge: treeOf(directory, merge) }
  const listed = diffTrees(treeOf(directory, fork), trees.head)
  const repository = {
    branches: { main: base, feature: head },
    commits: [
      commit('fork', { sha: fork, files: treeOf(directory, fork), parents: [] }),
      commit('base', { sha: base, files: trees.base, parents: [fork] }),
      commit('head', { sha: head, files: trees.head, parents: [fork] }),
      commit('merge', { sha: merge, files: trees.merge, parents: [base, head] })
    ],
    pulls: [pull({ baseSha: base, headSha: head, commits: [head], files: [...listed] })]
  }
  const clean = () => rmSync(directory, { recursive: true, force: true })
  return { directory, shas: { fork, base, head, merge }, trees, repository, clean }
}

function commitAll(directory: string, files: Files): string {
  for (const name of readdirSync(directory)) if (name !== '.git') rmSync(join(directory, name), { recursive: true })
  writeAll(directory, files)
  git(directory, 'add', '-A')
  git(directory, 'commit', '-q', '--allow-empty', '-m', 'x')
  return git(directory, 'rev-parse', 'HEAD')
}

export function writeAll(directory: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), content)
  }
}

/** All files of a commit, in one call: a tree may be large. */
function treeOf(directory: string, sha: string): Record<string, string> {
  const paths = git(directory, 'ls-tree', '-r', '--name-only', sha).split('\n')
  const input = paths.map(path => `${sha}:${path}\n`).join('')
  const output = execFileSync('git', ['cat-file', '--batch'], { cwd: directory, input })
  const tree: Record<string, string> = {}
  let at = 0
  for (const path of paths) {
    const end = output.indexOf(10, at)
    const size = Number(output.subarray(at, end).toString().split(' ')[2])
    tree[path] = output.subarray(end + 1, end + 1 + size).toString()
    at = end + size + 2
  }
  return tree
}

/** How the scanned files came onto the runner; `tree` says which they are. */
export interface Checkout {
  readonly tree: 'head' | 'merge'
  readonly clone: 'whole' | 'depth 1' | null
  /** Whether the files are there at all. */
  readonly files: boolean
}

/** A directory with that checkout, below the repository's own. */
export function checkOut(moved: Moved, { tree, clone, files }: Checkout): string {
  const root = mkdtempSync(join(tmpdir(), 'checkout-'))
  const sha = moved.shas[tree]
  if (clone === null) {
    if (files) writeAll(root, moved.trees[tree])
    return root
  }
  git(root, 'init', '-q')
  git(root, 'fetch', '-q', ...(clone === 'whole' ? [] : ['--depth=1']), `file://${moved.directory}`, sha)
  if (clone === 'whole') git(root, 'fetch', '-q', `file://${moved.directory}`, moved.shas.base)
  git(root, 'checkout', '-q', '--detach', sha)
  return root
}

export const readIn =
  (root: string) =>
  (path: string): string | null => {
    try {
      return readFileSync(join(root, path), 'utf8')
    } catch {
      return null
    }
  }
