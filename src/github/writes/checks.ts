import { asObject, type JsonObject } from '../../core/ground/json.js'
import { ANNOTATIONS_PER_REQUEST } from '../../core/reports/ground/limits.js'
import { repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import { attempt, type GitHubError, isAmbiguous, isFailure } from '../http/failure.js'
import type { TokenIdentity } from '../identity.js'
import { requiredInteger, textIn } from '../record.js'
import type { CheckAnnotation, CheckReport, CheckResult, OtherCheck, OwnCheck } from '../requests.js'
import {
  annotationKey,
  annotationKeys,
  answerOf,
  type CheckRun,
  externalId,
  isMarked,
  listChecks,
  runIdOf,
  scannedShaOf,
  shows,
  signatureOf,
  split
} from './check-runs.js'
import { bodyOf, CHECKS_WRITE, update } from './check-update.js'
import { disputed, disputeIn, tellDispute } from './disputes.js'
import { isOtherGate } from './same-gate.js'

type Identify = () => Promise<TokenIdentity>

/**
 * Makes our check run on the commit show the report. One that is there is adopted and updated; of its annotations only
 * the missing ones are added, since GitHub appends what an update brings and removes nothing.
 */
export async function keepCheck(client: Client, identify: Identify, report: CheckReport): Promise<CheckResult> {
  const { own, others } = await find(client, identify, report.headSha, report.name)
  const former = formerThatStays(own, report)
  if (former !== undefined) return { ...result(former, 'unchanged', 0), others, stands: 'former' }
  const [newest] = own
  const dispute = await disputeIn(client, own, report)
  if (newest !== undefined && dispute !== null) {
    const action = await tellDispute(client, own, dispute)
    return { ...result(newest, action, 0), others, stands: 'none' }
  }
  const shown = inTheNameOf(newest, report)
  const made = await keepNewest(client, identify, shown, newest, others)
  // Two runs that began at once made two. A check run cannot be deleted, so all of ours say the same. The newest is the
  // one that counts; an older one that cannot be reached now is brought into line by the next run.
  for (const older of own.slice(1)) if (!agrees(older, shown)) await attempt(update(client, shown, older.id, [], true))
  return made
}

/** The check that stays as it is: somebody else's answer, or one that the report leaves alone. */
function formerThatStays(own: readonly CheckRun[], report: CheckReport): CheckRun | undefined {
  const another = report.yields ? own.find(check => answerOf(check) !== report.answer) : undefined
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
  const { own } = await find(client, identify, report.headSha, report.name)
  const [newest] = own
  if (newest !== undefined && report.disputed !== undefined && isOtherGate(newest, report)) {
    const shown = report.disputed({ workflowPath: null })
    return tellDispute(client, own, disputed(newest, report, shown))
  }
  if (newest !== undefined) {
    // What a push found on the branch, by the branch's own policy, is no answer to the pull request that follows it. From
    // now on that yields, though it may still be at work.
    if (report.yields || answerOf(newest) === report.answer) return 'unchanged'
    await update(client, report, newest.id, [], false)
    return 'updated'
  }
  const body = { ...bodyOf(report, false, []), name: report.name, head_sha: report.headSha }
  const route = `POST ${repositoryAddress(client.repository)}/check-runs`
  await client.json({ what: `create the check run "${report.name}"`, route, parameters: body, needs: CHECKS_WRITE })
  return 'created'
}

async function adopt(client: Client, report: CheckReport, check: CheckRun): Promise<CheckResult> {
  if (check.annotationsCount === 0) return complete(client, report, check, 'updated', report.annotations)
  const missing = await attempt(missingAnnotations(client, check.id, report.annotations))
  if (missing.ok) return complete(client, report, check, 'updated', missing.value)
  await update(client, report, check.id, [], true)
  return { ...result(check, 'updated', 0), annotationsError: missing.error }
}

/** Our newest check run of that name on the commit. */
export async function ownCheck(
  client: Client,
  identify: Identify,
  headSha: string,
  name: string
): Promise<OwnCheck | null> {
  const own = (await find(client, identify, headSha, name)).own[0]
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

async function find(client: Client, identify: Identify, headSha: string, name: string) {
  const checks = await listChecks(client, headSha, name)
  if (checks.length === 0) return { own: [], others: [] }
  const { own, others } = split(checks, await identify())
  return { own, others: others.map(toOther) }
}

async function create(client: Client, identify: Identify, report: CheckReport): Promise<CheckResult> {
  const first = report.annotations.slice(0, ANNOTATIONS_PER_REQUEST)
  const rest = report.annotations.slice(ANNOTATIONS_PER_REQUEST)
  const body = { ...bodyOf(report, rest.length === 0, first), name: report.name, head_sha: report.headSha }
  const route = `POST ${repositoryAddress(client.repository)}/check-runs`
  const call = { what: `create the check run "${report.name}"`, route, parameters: body, needs: CHECKS_WRITE }
  const post = async () => toMade(asObject(await client.json(call)))
  const made = await post().catch(async (error: unknown) => {
    if (!isAmbiguous(error)) throw error
    await client.pause()
    // Nobody knows whether it was made. The digest in its mark tells ours from an older one.
    const { own } = await find(client, identify, report.headSha, report.name)
    return own.find(check => check.externalId === externalId(report)) ?? (await post())
  })
  if (rest.length === 0) return result(made, 'created', first.length)
  return complete(client, report, made, 'created', rest)
}

/** Sends what the check run lacks, 50 annotations at a time, and the conclusion whatever becomes of them. */
async function complete(
  client: Client,
  report: CheckReport,
  check: { readonly id: number; readonly url: string | null },
  action: 'created' | 'updated',
  missing: readonly CheckAnnotation[]
): Promise<CheckResult> {
  const all = report.annotations.length
  const first = await sendBatches(client, report, check.id, missing)
  if (first.error === null) return result(check, action, all)
  // Sent without an answer: what arrived is asked for, since a batch that is sent twice shows twice.
  if (isAmbiguous(first.error)) {
    await client.pause()
    const left = await attempt(missingAnnotations(client, check.id, report.annotations))
    const second = left.ok ? await sendBatches(client, report, check.id, left.value) : null
    if (second?.error === null) return result(check, action, all)
  }
  // The conclusion matters more than the annotations; without this the check would stay in progress.
  await update(client, report, check.id, [], true)
  return { ...result(check, action, all - missing.length + first.sent), annotationsError: first.error }
}

async function sendBatches(
  client: Client,
  report: CheckReport,
  checkId: number,
  annotations: readonly CheckAnnotation[]
): Promise<{ readonly sent: number; readonly error: GitHubError | null }> {
  let sent = 0
  do {
    const batch = annotations.slice(sent, sent + ANNOTATIONS_PER_REQUEST)
    const isLast = sent + batch.length >= annotations.length
    const outcome = await attempt(update(client, report, checkId, batch, isLast))
    if (!outcome.ok) return { sent, error: outcome.error }
    sent += batch.length
  } while (sent < annotations.length)
  return { sent, error: null }
}

async function missingAnnotations(
  client: Client,
  checkId: number,
  annotations: readonly CheckAnnotation[]
): Promise<readonly CheckAnnotation[]> {
  const counts = new Map<string, number>()
  for (const key of await annotationKeys(client, checkId)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return annotations.filter(annotation => {
    const key = annotationKey(annotation)
    const there = counts.get(key) ?? 0
    counts.set(key, there - 1)
    return there <= 0
  })
}

const agrees = ({ status, conclusion, externalId: mark }: CheckRun, report: CheckReport): boolean =>
  status === 'completed' && conclusion === report.conclusion && mark === externalId(report)

const toMade = (check: JsonObject | null) => ({ id: requiredInteger(check, 'id'), url: textIn(check, 'html_url') })

function result(
  check: { readonly id: number; readonly url: string | null },
  action: CheckResult['action'],
  annotationsPosted: number
): CheckResult {
  return { url: check.url, action, stands: 'this', annotationsPosted, annotationsError: null, others: [] }
}

function toOther({ id, appId, app, isJob, status, conclusion, url }: CheckRun | OtherCheck): OtherCheck {
  return { id, appId, app, isJob, status, conclusion, url }
}
