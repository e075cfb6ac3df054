import { checkedOut } from '../../files/git.js'
import { attempt } from '../../github/http/failure.js'
import type { CommitObject } from '../../github/objects.js'
import type { GitHub } from '../../github/port.js'
import type { ChangeContext } from '../event.js'
import type { ScanRecord } from '../scan-record.js'

/** Where the files that were scanned are, and what is known of the commit that they are of. */
export interface ScanPlace {
  /** Root of the checkout; null where the files are read through the API, which says nothing of what was scanned. */
  readonly root: string | null
  /**
   * GITHUB_SHA of the run that scans, where it is a commit of the change: what a checkout takes where nothing else is
   * asked for. Null where it is not, or another run's.
   */
  readonly runSha: string | null
  /** The commit that the run that scanned has recorded, proven to be of this head; null: none. */
  readonly recorded: ScanRecord | null
}

/** A commit that may be the one that was scanned. */
export interface ScanCandidate {
  readonly commit: CommitObject
  /** The commit that it was merged into, for a trial merge; null for the head, which is compared from the merge base on. */
  readonly into: string | null
  /** Whether it is known to be the one, not only likely. */
  readonly isProven: boolean
}

/**
 * Commits that may have been scanned, likeliest first. What is checked out, or was recorded, is certain; that a run
 * has scanned its GITHUB_SHA is not, since a checkout can ask for the head. A commit that is neither the head nor
 * merges the head is none of the change.
 */
export async function candidates(
  change: ChangeContext,
  { root, runSha, recorded }: ScanPlace,
  github: GitHub | null
): Promise<readonly ScanCandidate[]> {
  const { headSha, mergeSha } = change
  if (headSha === null) return []
  const local = root === null || recorded !== null ? null : (await checkedOut(root)).value
  const claimed = recorded?.sha ?? local?.sha ?? runSha ?? mergeSha
  const first = claimed === local?.sha ? local : await commitOf(claimed, github)
  const role = first === null ? null : roleOf(first, headSha)
  const isProven = recorded?.isCertain ?? local !== null
  const own = first !== null && role !== null ? [{ commit: first, into: role.into, isProven }] : []
  const isHead = first?.sha === headSha
  if (own.length > 0 && isProven) return own
  // A run that was not certain had its trial merge in view as well.
  const other = isHead ? (recorded === null ? null : mergeSha) : headSha
  const commit = await commitOf(other, github)
  const also = commit === null ? null : roleOf(commit, headSha)
  return commit === null || also === null ? own : [...own, { commit, into: also.into, isProven: false }]
}

const commitOf = async (sha: string | null, github: GitHub | null): Promise<CommitObject | null> => {
  if (sha === null || github === null) return null
  const read = await attempt(github.commitObject(sha))
  return read.ok ? read.value : null
}

/** The head, or a trial merge of it: a merge of two whose second parent is the head. */
function roleOf({ sha, parents }: CommitObject, headSha: string): Pick<ScanCandidate, 'into'> | null {
  if (sha === headSha) return { into: null }
  const [into, head] = parents
  return parents.length === 2 && head === headSha && into !== undefined ? { into } : null
}

/**
 * Whether a commit is the head of the change, or a trial merge of it into a commit of its base branch. That is a fact of
 * the commits themselves, whoever names them.
 */
export async function isOfChange(
  sha: string,
  { headSha, baseSha }: Pick<ChangeContext, 'headSha' | 'baseSha'>,
  github: GitHub
): Promise<boolean> {
  if (sha === headSha) return true
  const commit = headSha === null ? null : await commitOf(sha, github)
  const into = commit === null || headSha === null ? null : (roleOf(commit, headSha)?.into ?? null)
  if (into === null || baseSha === null) return false
  if (into === baseSha) return true
  const compared = await attempt(github.changedFilesBetween(into, baseSha))
  return compared.ok && compared.value.mergeBase === into
}
