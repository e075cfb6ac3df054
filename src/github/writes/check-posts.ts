import { asObject, type JsonObject } from '../../core/ground/json.js'
import { ANNOTATIONS_PER_REQUEST } from '../../core/reports/ground/limits.js'
import { repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import { attempt, type GitHubError, isAmbiguous } from '../http/failure.js'
import { requiredInteger, textIn } from '../record.js'
import type { CheckAnnotation, CheckReport, CheckResult } from '../requests.js'
import { annotationKey, annotationKeys, type CheckRun, externalId, findChecks, type Identify } from './check-runs.js'
import { bodyOf, CHECKS_WRITE, update } from './check-update.js'

/** Makes a check run that is there show the report. */
export async function adopt(client: Client, report: CheckReport, check: CheckRun): Promise<CheckResult> {
  if (check.annotationsCount === 0) return complete(client, report, check, 'updated', report.annotations)
  const missing = await attempt(missingAnnotations(client, check.id, report.annotations))
  if (missing.ok) return complete(client, report, check, 'updated', missing.value)
  await update(client, report, check.id, [], true)
  return { ...result(check, 'updated', 0), annotationsError: missing.error }
}

/** Makes a check run of ours on the commit that shows the report. */
export async function create(client: Client, identify: Identify, report: CheckReport): Promise<CheckResult> {
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
    const { own } = await findChecks(client, identify, report)
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

const toMade = (check: JsonObject | null) => ({ id: requiredInteger(check, 'id'), url: textIn(check, 'html_url') })

/** What came of a check run, before anything is known of others. */
export function result(
  check: { readonly id: number; readonly url: string | null },
  action: CheckResult['action'],
  annotationsPosted: number
): CheckResult {
  return { url: check.url, action, stands: 'this', annotationsPosted, annotationsError: null, others: [] }
}
