import { configurationError } from '../../../core/ground/errors.js'
import type { WorkflowRun } from '../../../github/objects.js'
import type { Run } from '../../run-context.js'
import type { StoredScans } from './stored-scans.js'

/** How long an upload that follows the gate is waited for, in milliseconds, and how often it is looked for. */
const LONGEST_WAIT = 180_000
const BETWEEN_LOOKS = 5_000

/**
 * What the pull request's own run kept, once it has kept it. An upload may follow the gate, with its report: a command
 * that comes after the gate's last look at the comments, and before the end of the upload, would be answered by nobody.
 * A run whose gate has not decided yet is not waited for: it reads the comments itself.
 */
export async function onceKept(
  ask: () => Promise<StoredScans | null>,
  run: Pick<Run, 'gateCheck' | 'occasion' | 'runner'>
): Promise<StoredScans | null> {
  const { clock } = run.runner
  const until = clock.now() + LONGEST_WAIT
  for (;;) {
    const stored = await ask()
    if (stored?.kind !== 'running' || !hasDecided(stored.run, run)) return stored
    if (clock.now() >= until) throw neverKept(stored.run)
    await clock.sleep(BETWEEN_LOOKS)
  }
}

/** Whether the gate of that very attempt has shown its answer, and looked at the comments for the last time. */
function hasDecided(
  { id, attempt }: WorkflowRun,
  { gateCheck, occasion }: Pick<Run, 'gateCheck' | 'occasion'>
): boolean {
  // A scheduled run looks at one pull request after the other: it comes back to this one the next time.
  if (occasion.scans === 'kept-alone' || gateCheck === null || gateCheck.conclusion === null) return false
  return gateCheck.signature?.run === id && gateCheck.signature.attempt === attempt
}

const neverKept = ({ url }: WorkflowRun) =>
  configurationError(
    `The run that scans this head has decided, but kept nothing in ${LONGEST_WAIT / 60_000} minutes: ${url}`,
    'Upload what the gate reads right after it, and start this run again when that run has ended'
  )
