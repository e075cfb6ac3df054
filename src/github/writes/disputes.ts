import type { Client } from '../http/client.js'
import { attempt } from '../http/failure.js'
import type { CheckReport } from '../requests.js'
import { signed } from '../signature.js'
import { create } from './check-posts.js'
import { type CheckRun, findChecks, type Identify, runIdOf, signatureOf, ticketOf } from './check-runs.js'
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

/** What is told where two gates of one name meet, and by whom. */
interface Telling {
  /** What this run would have answered, or begins with. */
  readonly report: CheckReport
  /** What all checks are to show instead. */
  readonly dispute: CheckReport
}

/**
 * Neither answer stands: the one that was there may be milder than the other, and the other than that. The other gate may
 * have looked before this one came, and be about to write over what is told in its check. So this one leaves a check of
 * its own first, and looks again: whichever of the two looks last sees the other.
 */
export async function tellDispute(
  client: Client,
  identify: Identify,
  own: readonly CheckRun[],
  { report, dispute }: Telling
): Promise<'updated' | 'unchanged'> {
  if (own.every(isTold)) return 'unchanged'
  const isAlone = !own.some(check => isOf(check, report))
  const left = isAlone ? await attempt(create(client, identify, dispute)) : null
  const all = left?.ok ? (await findChecks(client, identify, report)).own : own
  for (const check of all.filter(each => !isTold(each))) await update(client, dispute, check.id, [], true)
  return 'updated'
}

/** Whether this very run has made it, or answered in it. */
function isOf(check: CheckRun, { ticket = null, signature = null }: CheckReport): boolean {
  const there = signatureOf(check)
  if (check.status !== 'completed') return ticket !== null && ticketOf(check) === ticket
  return there !== null && signature !== null && signed(there) === signed(signature)
}

/** True where the check tells it already. */
const isTold = (check: CheckRun): boolean =>
  check.status === 'completed' && check.conclusion === 'failure' && signatureOf(check)?.isDisputed === true
