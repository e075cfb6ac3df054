import type { Diff } from '../../core/change/change.js'
import { fromApiFiles } from '../../core/change/diff.js'
import type { Notice } from '../../core/ground/notice.js'
import { gitDiff } from '../../files/git.js'
import type { KnownChange } from '../../gate/request.js'
import { attempt } from '../../github/http/failure.js'
import type { ChangedFiles } from '../../github/objects.js'
import type { GitHub } from '../../github/port.js'
import type { ChangeContext } from '../event.js'

/**
 * The lines that a change touches: from GitHub, else from the local clone. Null where there is nothing to compare with
 * (a schedule, a first push) or nobody can tell: findings then have the state `unknown`, which counts as introduced.
 */
export async function readChange(
  change: ChangeContext,
  workspace: string,
  github: GitHub | null
): Promise<KnownChange> {
  const { baseSha, headSha } = change
  if (headSha === null || (baseSha === null && change.pullRequest === null))
    return { diff: null, files: [], notices: [] }
  const asked = github === null ? null : await attempt(askGitHub(change, github))
  if (asked?.ok && asked.value !== null) return known(toDiff(asked.value), asked.value.complete ? [] : [CUT])
  const local = baseSha === null ? null : await gitDiff(workspace, baseSha, headSha)
  if (local?.value) return known(local.value, [])
  const reasons = [asked === null ? 'there is no token' : asked.ok ? null : asked.error.message, local?.reason ?? null]
  const message = `Nobody can tell which lines the change touches: ${reasons.filter(reason => reason !== null).join('; ')}`
  return known(null, [{ level: 'warning', code: 'diff-unavailable', message }])
}

const CUT: Notice = {
  level: 'warning',
  code: 'diff-cut',
  message:
    'GitHub does not list all files of this change; a finding in a file that it does not list may be part of the change'
}

const known = (diff: Diff | null, notices: readonly Notice[]): KnownChange => ({ diff, files: [], notices })

async function askGitHub(change: ChangeContext, github: GitHub): Promise<ChangedFiles | null> {
  const { pullRequest, baseSha, headSha } = change
  if (headSha === null) return null
  if (pullRequest !== null) return github.changedFiles(pullRequest, headSha)
  return baseSha === null ? null : github.changedFilesBetween(baseSha, headSha)
}

const toDiff = ({ files, complete }: ChangedFiles): Diff =>
  fromApiFiles(
    files.map(({ path, status, previousPath, patch }) => ({
      filename: path,
      status,
      previous_filename: previousPath ?? undefined,
      patch: patch ?? undefined
    })),
    complete
  )
