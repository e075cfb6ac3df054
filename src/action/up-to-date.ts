import type { Approvals } from '../core/exceptions/approval/result.js'
import { sha256Of } from '../files/policy-files.js'
import { attempt } from '../github/http/failure.js'
import type { Comment } from '../github/objects.js'
import type { GitHub } from '../github/port.js'
import { isCommand } from './approvals/collect.js'
import { atTip } from './facts/resolve-change.js'
import type { Run } from './run-context.js'

/**
 * Whether a decision still rests on what the pull request says (governance V9, A9). Runs overlap: one that has read the
 * comments before a rejection arrived must not write its pass over the answer to that rejection. So commands are read
 * again before anything is shown, and once more after it, when whatever another run wrote has become visible. Where
 * approvals count, the head is looked at too; and where that cannot be read, they are not known to hold.
 */
export async function isOutdated(approvals: Approvals | null, { change, github }: Run): Promise<boolean> {
  const { pullRequest, headSha } = change
  if (approvals === null || github === null || pullRequest === null) return false
  // What could not be read gave no approval, and that stands.
  if (approvals.notices.some(({ code }) => code === 'comments-unread')) return false
  const rests = approvals.records.length > 0
  const read = await attempt(readAgain(github, pullRequest, rests))
  if (!read.ok) return rests
  const { comments, head } = read.value
  return (head !== null && head !== headSha) || !sameCommands(approvals, comments)
}

async function readAgain(github: GitHub, number: number, withHead: boolean) {
  const comments = await github.comments(number)
  return { comments, head: withHead ? (await github.pullRequest(number)).headSha : null }
}

function sameCommands({ commands }: Approvals, comments: readonly Comment[]): boolean {
  const known = new Set(commands.map(({ commentId, bodySha256 }) => `${commentId} ${bodySha256}`))
  const now = comments.filter(isCommand).map(({ id, body }) => `${id} ${sha256Of(Buffer.from(body))}`)
  return known.size === new Set(now).size && now.every(each => known.has(each))
}

/**
 * The run at the base branch that the pull request has now; null where that is the one it was evaluated at. The event of
 * a run that is started again is the first one's, and a check on the head holds whatever the base: it must be the policy
 * of this base that it is green by.
 */
export async function onNewBase(run: Run): Promise<Run | null> {
  const { change, github } = run
  if (github === null || change.pullRequest === null || change.baseRef === null) return null
  const read = await attempt(github.pullRequest(change.pullRequest))
  // What cannot be read keeps what the event said: that came from GitHub too.
  if (!read.ok || read.value.baseRef === change.baseRef) return null
  const { baseRef, baseSha } = read.value
  return { ...run, change: await atTip({ ...change, baseRef, baseSha }, github) }
}
