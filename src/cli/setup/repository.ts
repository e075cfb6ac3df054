import { lstatSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { configurationError, wholeFile } from '../../core/ground/errors.js'
import { checkedOut, git, OBJECT_NAME } from '../../files/git.js'
import { readOrNull } from '../../files/policy-files.js'

/** Names that default branches have most often, in this order. */
const USUAL = ['main', 'master', 'trunk', 'develop']

/** The default branch: as the remote says, else a usual name that is there, else what is checked out, else `main`. */
export async function defaultBranch(root: string): Promise<string> {
  const remote = await said(root, ['symbolic-ref', '--short', 'refs/remotes/origin/HEAD'])
  if (remote !== null) return remote.replace(/^origin\//, '')
  const branches = (await said(root, ['for-each-ref', '--format=%(refname:short)', 'refs/heads']))?.split('\n') ?? []
  return (
    USUAL.find(name => branches.includes(name)) ?? (await said(root, ['symbolic-ref', '--short', 'HEAD'])) ?? 'main'
  )
}

/** Refuses a directory of a clone that is not its root: what is written there, GitHub does not read. */
export async function requireRoot(root: string): Promise<void> {
  const { value } = await git(root, ['rev-parse', '--show-cdup'])
  const up = value?.toString('utf8').trim() ?? ''
  if (up !== '')
    throw configurationError('This is not the root of the clone', `Run it in ${up}, or give --source-root ${up}`)
  for (const folder of ['.github', '.github/workflows']) {
    if (lstatSync(join(root, folder), { throwIfNoEntry: false })?.isSymbolicLink())
      throw configurationError('is a link', 'Replace it by a directory', wholeFile(folder))
  }
}

async function said(root: string, args: readonly string[]): Promise<string | null> {
  const { value } = await git(root, args)
  return value?.toString('utf8').trim() || null
}

/**
 * The commit of the gate that this program is of: of the clone whose `dist/` it lies in, else the one that its package
 * was made from (`gitHead`). Null where neither tells.
 */
export async function ownCommit(): Promise<string | null> {
  const directory = dirname(dirname(fileURLToPath(import.meta.url)))
  const { value } = await checkedOut(directory)
  if (value !== null) return value.sha
  const manifest = readOrNull(join(directory, 'package.json'))
  const head = manifest === null ? null : /"gitHead":\s*"([0-9a-f]+)"/.exec(Buffer.from(manifest).toString('utf8'))?.[1]
  return head != null && OBJECT_NAME.test(head) ? head : null
}
