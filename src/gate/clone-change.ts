import type { CommitSide, Diff, DiffFile } from '../core/change/change.js'
import type { Notice } from '../core/ground/notice.js'
import { NOTHING_SINCE } from '../core/identity/since.js'
import { commitSides, gitDiff, isAncestor, localCommit, mergeBase, treeDiff } from '../files/git.js'
import { type Clone, filesUnlike } from './clone.js'
import type { KnownChange, Scanned, SettledChange } from './request.js'

/** The commits of a change, as full ids. */
export interface ChangeCommits {
  readonly base: string
  /** Null: what is checked out. */
  readonly head: string | null
}

/**
 * The change by git: from the base to what is checked out, where that is the head or a trial merge of it, else to the
 * head. Files of the working tree that are not as that commit has them are unknown: nobody can tell which of their lines
 * the change brings.
 */
export async function cloneChange(clone: Clone, { base, head }: ChangeCommits): Promise<KnownChange> {
  if (!clone.isRoot) return unavailable('the source root is not the root of the clone: give it with --source-root')
  const to = await compared(clone, head)
  if (to === null) return unavailable('nothing is checked out')
  const { value: known, reason } = await (to.into === null
    ? gitDiff(clone.root, base, to.commit)
    : treeDiff(clone.root, to.into, to.commit))
  if (known === null) return unavailable(reason)
  const unlike = await filesUnlike(clone, to.commit)
  if (unlike.value === null) return unavailable(unlike.reason)
  const diff = withDoubtful(known, unlike.value)
  const scannedSha = to.commit === clone.head ? to.commit : null
  const isUnlike = new Set(unlike.value)
  const settle = async ({ paths, readSource, commits }: Scanned): Promise<SettledChange> => ({
    diff,
    readSource,
    scannedSha,
    mergedInto: to.into,
    isCertain: scannedSha !== null && isUnlike.size === 0,
    edited: paths.filter(path => isUnlike.has(path)),
    commits: scannedSha === null ? [] : [scannedSha],
    history: commits.length === 0 ? null : await sidesOf(clone, base, head ?? to.commit, commits),
    notices: [],
    onHead: null
  })
  return { diff, files: [], notices: [], settle }
}

/** The commit whose tree is compared, and for a trial merge of the head what it was merged into. */
async function compared({ root, head: here }: Clone, head: string | null) {
  if (here === null || head === null || head === here) return here === null ? null : { commit: here, into: null }
  const [into, merged, ...more] = (await localCommit(root, here)).value?.parents ?? []
  const isTrial = into !== undefined && merged === head && more.length === 0
  return isTrial ? { commit: here, into } : { commit: head, into: null }
}

async function sidesOf({ root }: Clone, base: string, head: string, commits: readonly string[]) {
  const sides = (await commitSides(root, base, head, commits)).value
  return (commit: string): CommitSide => sides?.get(commit) ?? 'unknown'
}

const UNKNOWN_FILE: DiffFile = { change: 'modified', basePath: null, lines: null, edits: null, doubt: 'unfit' }

const withDoubtful = (diff: Diff, paths: readonly string[]): Diff => ({
  ...diff,
  files: new Map([...diff.files, ...paths.map(path => [path, UNKNOWN_FILE] as const)])
})

const unavailable = (reason: string): KnownChange => {
  const message = `Nobody can tell which lines the change touches: ${reason}`
  const notice: Notice = { level: 'warning', code: 'diff-unavailable', message }
  return { diff: null, files: [], notices: [notice] }
}

/** The commit that a change starts from, as the clone has it; null where it does not tell. */
export const startInClone = async (
  root: string,
  { base, head }: { readonly base: string; readonly head: string },
  { mergedInto }: Pick<SettledChange, 'mergedInto'>
): Promise<string | null> => mergedInto ?? (await mergeBase(root, base, head)).value

/** What lies between a commit and one that follows from it; null where the clone does not show that it does. */
export const followedInClone = async (root: string, from: string, to: string): Promise<Diff | null> =>
  (await isAncestor(root, from, to)) ? (await treeDiff(root, from, to)).value : null

/** What came between a commit and the tree that a change of the clone starts from. */
export async function sinceInClone(
  root: string,
  { base, head }: ChangeCommits,
  commit: string,
  settled: SettledChange
): Promise<Diff | null> {
  const to = head ?? settled.scannedSha
  const start = to === null ? settled.mergedInto : await startInClone(root, { base, head: to }, settled)
  return start === null ? null : start === commit ? NOTHING_SINCE : followedInClone(root, commit, start)
}
