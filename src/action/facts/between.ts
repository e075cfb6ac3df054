import type { Diff } from '../../core/change/change.js'
import { fromApiFiles } from '../../core/change/diff.js'
import { gitDiff, treeDiff } from '../../files/git.js'
import { attempt } from '../../github/http/failure.js'
import type { ChangedFiles } from '../../github/objects.js'
import type { GitHub } from '../../github/port.js'
import type { ChangeContext } from '../event.js'
import type { ScanCandidate } from './scanned.js'

/** A diff, or why there is none. */
export interface Between {
  readonly diff: Diff | null
  readonly reasons: readonly string[]
}

/**
 * What lies between the tree that the change is merged into and a commit that may have been scanned: for a trial merge
 * from its first parent on, for a head from the merge base on. The local clone is asked first, because it lists all
 * files; then GitHub, whose comparisons end at 300 files and whose lists of a pull request at 3,000.
 */
export async function changeUpTo(
  { commit, into }: ScanCandidate,
  change: ChangeContext,
  root: string | null,
  github: GitHub | null
): Promise<Between> {
  const { baseSha, pullRequest } = change
  const from = into ?? baseSha
  const local =
    root === null || from === null ? null : await (into === null ? gitDiff : treeDiff)(root, from, commit.sha)
  if (local?.value) return { diff: local.value, reasons: [] }
  if (github === null) return { diff: null, reasons: ['there is no token', local?.reason ?? ''].filter(Boolean) }
  const asked = await attempt(
    into === null && pullRequest !== null
      ? github.changedFiles(pullRequest, commit.sha)
      : from === null
        ? Promise.resolve(null)
        : github.changedFilesBetween(from, commit.sha)
  )
  if (!asked.ok) return { diff: null, reasons: [asked.error.message, local?.reason ?? ''].filter(Boolean) }
  const listed = asked.value
  if (listed === null) return { diff: null, reasons: ['there is nothing to compare with'] }
  const whole = listed.complete || into === null ? null : await listOfHead(commit.tree, change, github)
  return { diff: toDiff(whole ?? listed), reasons: [] }
}

/**
 * The pull request's own list, which is longer. It names no file too few where the head holds the same files as the
 * trial merge: what the base has got since is part of the head then.
 */
async function listOfHead(
  tree: string,
  { pullRequest, headSha }: ChangeContext,
  github: GitHub
): Promise<ChangedFiles | null> {
  if (pullRequest === null || headSha === null) return null
  const head = await attempt(github.commitObject(headSha))
  if (!head.ok || head.value.tree !== tree) return null
  const listed = await attempt(github.changedFiles(pullRequest, headSha))
  return listed.ok && listed.value.complete ? listed.value : null
}

/** What differs from one commit to another that follows from it. */
export async function diffBetween(
  from: string,
  to: string,
  root: string | null,
  github: GitHub | null
): Promise<Diff | null> {
  const local = root === null ? null : await treeDiff(root, from, to)
  if (local?.value) return local.value
  const asked = github === null ? null : await attempt(github.changedFilesBetween(from, to))
  return asked?.ok ? toDiff(asked.value) : null
}

/** What GitHub lists, as a diff. */
export const toDiff = ({ files, complete }: ChangedFiles): Diff =>
  fromApiFiles(
    files.map(({ path, status, previousPath, patch, blobSha, additions, deletions }) => ({
      filename: path,
      status,
      previous_filename: previousPath ?? undefined,
      patch: patch ?? undefined,
      sha: blobSha ?? undefined,
      additions: additions ?? undefined,
      deletions: deletions ?? undefined
    })),
    complete
  )
