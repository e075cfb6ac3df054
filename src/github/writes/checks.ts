import { repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import { attempt, isFailure } from '../http/failure.js'
import type { CheckReport, CheckResult, OtherCheck, OwnCheck } from '../requests.js'
import { adopt, create, result } from './check-posts.js'
import {
  answerOf,
  type CheckRun,
  externalId,
  findChecks,
  type Identify,
  isMarked,
  listChecks,
  runIdOf,
  scannedShaOf,
  shows,
  signatureOf,
  split,
  ticketText,
  toOther
} from './check-runs.js'
import { bodyOf, CHECKS_WRITE, update } from './check-update.js'
import { disputed, disputeIn, tellDispute } from './disputes.js'
import { isOtherGate } from './same-gate.js'
import { anotherAnswer, giveWay, lookAgain } from './second-look.js'

/**
 * Makes our check run on the commit show the report. One that is there is adopted and updated; of its annotations only
 * the missing ones are added, since GitHub appends what an update brings and removes nothing.
 */
export async function keepCheck(client: Client, identify: Identify, report: CheckReport): Promise<CheckResult> {
  const { own, others } = await findChecks(client, identify, report)
  const former = formerThatStays(own, report)
  // What this run has begun before the other one came must not stay behind as the newest.
  if (former !== undefined && report.yields) await attempt(giveWay(client, identify, report))
  if (former !== undefined) return { ...result(former, 'unchanged', 0), others, stands: 'former' }
  const [newest] = own
  const dispute = await disputeIn(client, own, report)
  if (newest !== undefined && dispute !== null) {
    const action = await tellDispute(client, identify, own, { report, dispute })
    return { ...result(newest, action, 0), others, stands: 'none' }
  }
  const shown = inTheNameOf(newest, report)
  const made = await keepNewest(client, identify, shown, newest, others)
  // Two runs that began at once made two. A check run cannot be deleted, so all of ours say the same. The newest is the
  // one that counts; an older one that cannot be reached now is brought into line by the next run.
  for (const older of own.slice(1)) if (!agrees(older, shown)) await attempt(update(client, shown, older.id, [], true))
  if (made.action === 'unchanged') return made
  // What cannot be looked at again stands as it was written.
  const looked = await attempt(lookAgain(client, identify, shown, made))
  return looked.ok ? looked.value : made
}

/** The check that stays as it is: somebody else's answer, or one that the report leaves alone. */
function formerThatStays(own: readonly CheckRun[], report: CheckReport): CheckRun | undefined {
  const another = anotherAnswer(own, report)
  const [newest] = own
  return another ?? (newest !== undefined && report.leaves?.(toOwn(newest)) === true ? newest : undefined)
}

/** An answer in somebody's name bears their signature, which may be a newer one than was read when it was begun. */
function inTheNameOf(check: CheckRun | undefined, report: CheckReport): CheckReport {
  const signature = check === undefined || report.inName !== true ? null : signatureOf(check)
  return signature === null || check === undefined || runIdOf(check) !== report.runId
    ? report
    : { ...report, signature }
}

async function keepNewest(
  client: Client,
  identify: Identify,
  report: CheckReport,
  current: CheckRun | undefined,
  others: readonly OtherCheck[]
): Promise<CheckResult> {
  if (current === undefined) return { ...(await create(client, identify, report)), others }
  if (shows(current, report)) return { ...result(current, 'unchanged', report.annotations.length), others }
  const updated = await attempt(adopt(client, report, current))
  if (updated.ok) return { ...updated.value, others }
  // The check of a job, or of another app, whatever its mark says: it stays as it is and ours is made beside it.
  if (!isFailure(updated.error, 'forbidden')) throw updated.error
  return { ...(await create(client, identify, report)), others: [...others, current].map(toOther) }
}

/**
 * Shows that the gate is at work, where the commit has no check run of ours yet: a run that dies leaves it unfinished,
 * and an unfinished required check does not let a merge through. One that is there stays until it is updated, but for
 * one that answers somebody else, such as the branch before there was a pull request.
 */
export async function startCheck(
  client: Client,
  identify: Identify,
  report: CheckReport
): Promise<'created' | 'updated' | 'unchanged'> {
  const { own } = await findChecks(client, identify, report)
  const [newest] = own
  if (newest !== undefined && report.disputed !== undefined && isOtherGate(newest, report)) {
    const shown = report.disputed({ workflowPath: null })
    return tellDispute(client, identify, own, { report, dispute: disputed(newest, report, shown) })
  }
  const begun = report.ticket == null ? report : { ...report, text: ticketText(report.ticket) }
  // What a push found on the branch, by the branch's own policy, is no answer to the pull request that follows it.
  const isBranchs = newest !== undefined && !report.yields && answerOf(newest) !== report.answer
  if (newest !== undefined && !isBranchs) return 'unchanged'
  const body = { ...bodyOf(begun, false, []), name: report.name, head_sha: report.headSha }
  const route = `POST ${repositoryAddress(client.repository)}/check-runs`
  await client.json({ what: `create the check run "${report.name}"`, route, parameters: body, needs: CHECKS_WRITE })
  if (newest === undefined) return 'created'
  // It may be about to be written to: this run has one of its own by now, which the other one yields to.
  await update(client, begun, newest.id, [], false)
  return 'updated'
}

/** Our newest check run of that name on the commit. */
export async function ownCheck(
  client: Client,
  identify: Identify,
  headSha: string,
  name: string
): Promise<OwnCheck | null> {
  const own = (await findChecks(client, identify, { headSha, name })).own[0]
  return own === undefined ? null : toOwn(own)
}

/** Names of our check runs on the commit that bear the mark of a gate. */
export async function gatesOf(client: Client, identify: Identify, headSha: string): Promise<readonly string[]> {
  const checks = (await listChecks(client, headSha, null)).filter(isMarked)
  const { own } = checks.length === 0 ? { own: [] } : split(checks, await identify())
  return [...new Set(own.map(({ name }) => name))].sort()
}

const toOwn = (check: CheckRun): OwnCheck => ({
  runId: runIdOf(check),
  signature: signatureOf(check),
  conclusion: check.status === 'completed' ? check.conclusion : null,
  scannedSha: scannedShaOf(check),
  text: check.text
})

const agrees = ({ status, conclusion, externalId: mark }: CheckRun, report: CheckReport): boolean =>
  status === 'completed' && conclusion === report.conclusion && mark === externalId(report)
