import type { Client } from '../http/client.js'
import type { CheckReport } from '../requests.js'
import { type CheckRun, runIdOf, signatureOf } from './check-runs.js'
import { update } from './check-update.js'
import { otherGate } from './same-gate.js'

/** What is to be shown where one of the checks is another gate's answer; null where none is. */
export async function disputeIn(
  client: Client,
  own: readonly CheckRun[],
  report: CheckReport
): Promise<CheckReport | null> {
  if (report.disputed === undefined) return null
  for (const check of own) {
    const other = await otherGate(client, check, report)
    if (other !== null) return disputed(check, report, report.disputed(other))
  }
  return null
}

/** Signed by the first of the two, so that whoever comes after them finds it as it is. */
export function disputed(
  check: CheckRun,
  report: CheckReport,
  shown: Pick<CheckReport, 'title' | 'summary' | 'text'>
): CheckReport {
  const signature = signatureOf(check) ?? report.signature ?? null
  return {
    ...report,
    ...shown,
    conclusion: 'failure',
    annotations: [],
    runId: runIdOf(check),
    scannedSha: null,
    signature: signature === null ? null : { ...signature, isDisputed: true }
  }
}

/** Neither answer stands: the one that was there may be milder than the other, and the other than that. */
export async function tellDispute(
  client: Client,
  own: readonly CheckRun[],
  report: CheckReport
): Promise<'updated' | 'unchanged'> {
  const open = own.filter(check => !isTold(check))
  for (const check of open) await update(client, report, check.id, [], true)
  return open.length > 0 ? 'updated' : 'unchanged'
}

/** True where the check tells it already. */
const isTold = (check: CheckRun): boolean =>
  check.status === 'completed' && check.conclusion === 'failure' && signatureOf(check)?.isDisputed === true
