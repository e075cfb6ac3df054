import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CommitSide, Diff } from '../core/change/change.js'
import { parseDiff } from '../core/change/diff-text.js'
import { ConfigurationError } from '../core/ground/errors.js'
import { mayLieInClone } from './checkout.js'
import { sourceText } from './encoding.js'

/** What git said, or why it could not say it. */
export type GitAnswer<Value> =
  | { readonly value: Value; readonly reason: null }
  | { readonly value: null; readonly reason: string }

export const answer = <Value>(value: Value): GitAnswer<Value> => ({ value, reason: null })
export const none = (reason: string): GitAnswer<never> => ({ value: null, reason })

/** A full object name: SHA-1 or SHA-256 in hex. Nothing else is ever handed to git as a revision. */
export const OBJECT_NAME = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** Output beyond this is not read: the answer then says so. */
const MOST_BYTES = 512 * 1024 * 1024

/**
 * Options for every call: nothing of the user's or the repository's configuration may run a program or change what is
 * printed (https://git-scm.com/docs/git-config). `safe.directory` is set because containers check out as another user
 * than they run as, and we only read.
 */
const FIXED_OPTIONS = [
  '--no-pager',
  ...['safe.directory=*', 'core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.quotePath=true'].flatMap(
    setting => ['-c', setting]
  )
]

/** Environment of every call: no user or system configuration, no prompt, no network for partial clones. */
function environment(attributes: string | null): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env
  return {
    ...(PATH === undefined ? {} : { PATH }),
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    ...(attributes === null ? {} : { GIT_ATTR_SOURCE: attributes })
  }
}

/** Paths are no patterns; the one command that refuses to be told so gets paths that cannot be taken for any. */
const literal = (command: string | undefined): readonly string[] =>
  command === 'check-ignore' ? [] : ['--literal-pathspecs']

/** Runs git without a shell. */
export async function git(
  directory: string,
  args: readonly string[],
  attributes: string | null = null,
  input = ''
): Promise<GitAnswer<Buffer>> {
  if (!mayLieInClone(directory)) return none('not a git repository, nor is any folder above it')
  // Loaded where it is needed: it takes a tenth of the time of a whole evaluation of small files.
  const { execFile } = await import('node:child_process')
  return new Promise(resolve => {
    const options = {
      cwd: directory,
      env: environment(attributes),
      encoding: 'buffer' as const,
      maxBuffer: MOST_BYTES,
      windowsHide: true
    }
    const child = execFile(
      'git',
      [...FIXED_OPTIONS, ...literal(args[0]), ...args],
      options,
      (error, stdout, stderr) => {
        resolve(error === null ? answer(stdout) : none(explain(error, stderr)))
      }
    )
    // Whoever does not read its input to the end tells so by its exit code.
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
}

function explain(error: Error & { readonly code?: unknown }, stderr: Buffer): string {
  if (error.code === 'ENOENT') return 'git is not installed, or the directory does not exist'
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'git printed more than can be read'
  const said = stderr
    .toString('utf8')
    .split('\n')
    .find(line => line.trim() !== '')
  return said === undefined ? `git failed: ${error.message.split('\n')[0]}` : `git says: ${said.trim()}`
}

/** Why these are no names of commits; null where they are. */
export const badName = (...names: readonly string[]): string | null => {
  const bad = names.find(name => !OBJECT_NAME.test(name))
  return bad === undefined ? null : `not a full commit name: ${JSON.stringify(bad.slice(0, 80))}`
}

/** The newest commit that both histories hold: what a pull request is compared with. */
export async function mergeBase(directory: string, base: string, head: string): Promise<GitAnswer<string>> {
  const bad = badName(base, head)
  if (bad !== null) return none(bad)
  const found = await git(directory, ['merge-base', '--end-of-options', base, head])
  if (found.value === null)
    return none(`no merge base of ${base} and ${head}; fetch the full history (fetch-depth: 0). ${found.reason}`)
  const name = found.value.toString('latin1').trim()
  return OBJECT_NAME.test(name) ? answer(name) : none('git named no merge base')
}

/** A commit as git keeps it: its parents are named even where a shallow clone does not hold them. */
export interface LocalCommit {
  readonly sha: string
  readonly tree: string
  readonly parents: readonly string[]
}

/** The commit of that name. That it is not here is no answer. */
export async function localCommit(directory: string, name: string): Promise<GitAnswer<LocalCommit>> {
  const bad = badName(name)
  if (bad !== null) return none(bad)
  const content = await git(directory, ['cat-file', 'commit', name])
  return content.value === null ? content : commitIn(name, content.value)
}

function commitIn(sha: string, content: Buffer): GitAnswer<LocalCommit> {
  const [headers = ''] = content.toString('latin1').split('\n\n')
  const named = (key: string) =>
    [...headers.matchAll(new RegExp(`^${key} ([0-9a-f]+)$`, 'gm'))].map(match => match[1] ?? '')
  const [tree = ''] = named('tree')
  return OBJECT_NAME.test(tree) ? answer({ sha, tree, parents: named('parent') }) : none(`${sha} is no commit`)
}

/** The commit that is checked out, where the directory is the root of a clone. */
export async function checkedOut(directory: string): Promise<GitAnswer<LocalCommit>> {
  const found = await git(directory, ['cat-file', '--batch'], null, 'HEAD\n')
  if (found.value === null) return found
  // `NAME commit SIZE`, a line end, and as many bytes; another text where HEAD is not here.
  const end = found.value.indexOf(10)
  const header = found.value.subarray(0, end).toString('latin1')
  const [, name, size] = /^([0-9a-f]+) commit (\d+)$/.exec(header) ?? []
  if (name === undefined) return none(`git says of HEAD: ${header}`)
  if (!existsSync(join(directory, '.git'))) return none('the directory is not the root of the clone')
  return commitIn(name, found.value.subarray(end + 1, end + 1 + Number(size)))
}

/** The change between the merge base and the head. */
export async function gitDiff(directory: string, base: string, head: string): Promise<GitAnswer<Diff>> {
  const from = await mergeBase(directory, base, head)
  return from.value === null ? from : treeDiff(directory, from.value, head)
}

/**
 * The change between the trees of two commits, with renames found by likeness. Attributes of the tree count for
 * nothing: `*.js -diff` in the change under review would else hide its lines.
 */
export async function treeDiff(directory: string, from: string, to: string): Promise<GitAnswer<Diff>> {
  const bad = badName(from, to)
  if (bad !== null) return none(bad)
  const options = ['--no-ext-diff', '--no-textconv', '--no-color', '--no-relative', '--full-index', '--unified=3']
  const names = [
    '--find-renames',
    '-l2000',
    '--src-prefix=a/',
    '--dst-prefix=b/',
    '--submodule=short',
    '--ignore-submodules=none'
  ]
  const range = ['--end-of-options', from, to, '--']
  const text = await git(directory, ['diff', ...options, '--inter-hunk-context=0', ...names, ...range], emptyTree(from))
  if (text.value === null) return text
  try {
    return answer(parseDiff(sourceText(text.value), 'git diff', true))
  } catch (error) {
    if (error instanceof ConfigurationError) return none(error.message)
    throw error
  }
}

/**
 * Where commits stand: in the history of the base, in what the head adds to it, or neither. Only a whole history can
 * tell; a shallow clone is no answer.
 */
export async function commitSides(
  directory: string,
  base: string,
  head: string,
  commits: readonly string[]
): Promise<GitAnswer<ReadonlyMap<string, CommitSide>>> {
  const bad = badName(base, head)
  if (bad !== null) return none(bad)
  const shallow = await git(directory, ['rev-parse', '--is-shallow-repository'])
  if (shallow.value?.toString('latin1').trim() !== 'false') return none('the clone does not hold the whole history')
  const added = await git(directory, ['rev-list', '--end-of-options', head, `^${base}`])
  if (added.value === null) return added
  const brought = new Set(added.value.toString('latin1').split('\n'))
  const sides = new Map<string, CommitSide>()
  for (const commit of commits) {
    const side = brought.has(commit) ? 'change' : (await isAncestor(directory, commit, base)) ? 'base' : 'unknown'
    sides.set(commit, side)
  }
  return answer(sides)
}

/** Whether the clone shows that one commit follows from the other; false where it does not hold enough to tell. */
export const isAncestor = async (directory: string, commit: string, tip: string): Promise<boolean> =>
  badName(commit, tip) === null && (await git(directory, ['merge-base', '--is-ancestor', commit, tip])).value !== null

/** Name of the empty tree, which git knows without having it, in the hash of the repository: a source of attributes that holds none. */
const emptyTree = (name: string): string =>
  name.length === 40
    ? '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
    : '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321'

/** What a commit holds at a path. */
export type CommittedFile =
  | { readonly kind: 'file'; readonly bytes: Buffer }
  | { readonly kind: 'absent' }
  /** A directory, a symbolic link or a submodule. */
  | { readonly kind: 'not-a-file' }

/** The file of a commit. That the commit is not here is no answer; that it holds no such file is one. */
export async function fileAt(directory: string, commit: string, path: string): Promise<GitAnswer<CommittedFile>> {
  const bad = badName(commit)
  if (bad !== null) return none(bad)
  const isPath = path !== '' && !path.includes('\0') && !path.split('/').some(part => ['', '.', '..'].includes(part))
  if (!isPath) return none(`not a path of the repository: ${JSON.stringify(path.slice(0, 200))}`)
  const listed = await git(directory, ['ls-tree', '-z', '--full-tree', commit, '--', path])
  if (listed.value === null) return listed
  const entry = /^(\d{6}) (\w+) ([0-9a-f]+)\t/.exec(listed.value.toString('utf8'))
  if (entry === null) return answer({ kind: 'absent' })
  const [, mode, , blob = ''] = entry
  if (mode !== '100644' && mode !== '100755') return answer({ kind: 'not-a-file' })
  const content = await git(directory, ['cat-file', 'blob', blob])
  return content.value === null ? content : answer({ kind: 'file', bytes: content.value })
}
