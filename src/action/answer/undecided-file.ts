import { join } from 'node:path'
import { NO_CHANGE_KNOWN } from '../../core/decision/decision.js'
import { type AskedFor, undecidedBy } from '../../core/decision/undecided.js'
import { writeUndecidedFile } from '../../files/report-files.js'
import { EDITION } from '../../gate/record/edition.js'
import { changeOf, optionsAsGiven } from '../../gate/record/options.js'
import { requestFor } from '../evaluation.js'
import type { Inputs } from '../inputs.js'
import type { Run } from '../run-context.js'
import { nowOf, type Runner } from '../runner.js'
import { warn } from './log.js'

/** Where the report files go. */
export const reportDirectory = (inputs: Pick<Inputs, 'outputDir'> | null, { env }: Pick<Runner, 'env'>): string =>
  inputs?.outputDir ?? join(env.RUNNER_TEMP ?? '.', 'policy-gate-report')

/** Leaves a decision file that says why there is no decision, and names it in the outputs. */
export async function keepUndecided(
  error: unknown,
  run: Run | null,
  inputs: Inputs | null,
  runner: Runner
): Promise<void> {
  const directory = reportDirectory(inputs, runner)
  try {
    const path = await writeUndecidedFile(undecidedBy(error, askedFor(run, runner)), directory)
    runner.setOutput('completeness', 'incomplete')
    runner.setOutput('decision-file', path)
    runner.setOutput('report-dir', directory)
  } catch (unwritten) {
    const why = unwritten instanceof Error ? unwritten.message : String(unwritten)
    warn(runner, `The decision file, which would say that there is no decision, is missing: ${why}`)
  }
}

/** What is known of the evaluation; null: not even the event could be read. */
function askedFor(run: Run | null, runner: Runner): AskedFor {
  if (run === null) return { gate: EDITION, evaluatedAt: nowOf(runner), change: NO_CHANGE_KNOWN, options: null }
  const request = requestFor(run)
  const change = changeOf(request, { scannedSha: null })
  return { gate: EDITION, evaluatedAt: request.now, change, options: optionsAsGiven(request) }
}
