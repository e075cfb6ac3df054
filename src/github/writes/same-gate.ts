import { asObject } from '../../core/ground/json.js'
import { address, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import { attempt, isFailure } from '../http/failure.js'
import { textIn } from '../record.js'
import type { CheckReport, Dispute } from '../requests.js'
import { type Answered, hasSameScans, relation, shortDigest } from '../signature.js'
import { type CheckRun, runIdOf, signatureOf, ticketOf } from './check-runs.js'

/**
 * The gate that has answered in this check, if it is another one than the report's: null where it is the same. What
 * cannot be told by the marks GitHub is asked; a run that it does not know proves nothing.
 */
export async function otherGate(client: Client, check: CheckRun, report: CheckReport): Promise<Dispute | null> {
  if (isAtWorkBeside(check, report)) return { workflowPath: report.workflowPath ?? null }
  const there = answered(check)
  const told = relation(there, answering(report))
  if (told === 'same') return null
  if (told === 'another') return { workflowPath: await pathOrNull(client, there.runId) }
  return askFor(client, there, report)
}

/** The same as far as marks alone tell, before anything is decided. */
export function isOtherGate(check: CheckRun, report: CheckReport): boolean {
  return (
    isAtWorkBeside(check, report) ||
    relation({ ...answered(check), isCompleted: false }, answering(report)) === 'another'
  )
}

/** Whether another job of the same run and attempt is at work in it: of one gate there is one. */
function isAtWorkBeside(check: CheckRun, report: CheckReport): boolean {
  const [there, other] = [signatureOf(check), ticketOf(check)]
  const { signature: here = null, ticket = null } = report
  if (there === null || here === null || ticket === null || other === null) return false
  return !answering(report).again && other !== ticket && there.run === here.run && there.attempt === here.attempt
}

const answered = (check: CheckRun): Answered => ({
  signature: signatureOf(check),
  runId: runIdOf(check),
  isCompleted: check.status === 'completed'
})

const answering = ({ signature, runId, again, inName }: CheckReport) => ({
  signature: signature ?? null,
  runId,
  again: again === true || inName === true
})

async function askFor(client: Client, there: Answered, report: CheckReport): Promise<Dispute | null> {
  const { signature = null, runId } = report
  const asked = await attempt(workflowOfRun(client, there.runId ?? 0))
  if (asked.ok) {
    const own = report.workflowPath ?? (await pathOrNull(client, runId))
    return own === asked.value ? null : { workflowPath: asked.value }
  }
  const unknown = { workflowPath: null }
  // A deleted run, or one that never was: the mark's word is all there is, and nothing bears it out.
  if (isFailure(asked.error, 'not-found')) return hasSameScans(there.signature, signature) ? null : unknown
  // The token may not look at runs: what the marks say of workflows counts. Those of earlier versions say nothing.
  if (there.signature === null || signature === null) return null
  const isSame = there.signature.workflow !== null && there.signature.workflow === signature.workflow
  return isSame || hasSameScans(there.signature, signature) ? null : unknown
}

/** Path of the workflow that a run is of. GitHub appends the ref of one that lies elsewhere: `path@ref`. */
async function workflowOfRun(client: Client, runId: number): Promise<string> {
  const route = `GET ${repositoryAddress(client.repository)}${address`/actions/runs/${runId}`}`
  const run = asObject(await client.json({ what: `read the workflow run ${runId}`, route, needs: 'actions: read' }))
  return (textIn(run, 'path') ?? '').replace(/@.*$/, '')
}

async function pathOrNull(client: Client, runId: number | null): Promise<string | null> {
  const asked = runId === null ? null : await attempt(workflowOfRun(client, runId))
  return asked?.ok ? asked.value : null
}

/** Digest of the path of a workflow, as signatures hold it. */
export const workflowDigest = (path: string): string => shortDigest(path)
