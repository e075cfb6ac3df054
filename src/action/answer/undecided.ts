import { ConfigurationError, configurationError, formatProblem } from '../../core/ground/errors.js'
import { renderFailure } from '../../core/reports/markdown/failure.js'
import { GitHubError } from '../../github/http/failure.js'
import type { Inputs } from '../inputs.js'
import type { Run } from '../run-context.js'
import type { Runner } from '../runner.js'
import { basisIn } from '../scan-record.js'
import { logProblems, say } from './log.js'
import { isPowerless } from './powerless.js'
import { publishFailure } from './publish.js'
import { replaceSummary } from './runner-files.js'
import { checkPlaceOf } from './signing.js'
import { keepUndecided } from './undecided-file.js'

/** Without what GitHub would have said there is nothing to decide on. That is no fault of the gate. */
export const undecided = (thrown: unknown): unknown =>
  thrown instanceof GitHubError
    ? configurationError(
        thrown.message,
        'Give the job the permission that it lacks, or run it again once GitHub answers'
      )
    : thrown

/** A gate that could not decide says so wherever the verdict would have been. */
export async function reportFailure(
  error: unknown,
  run: Run | null,
  inputs: Inputs | null,
  runner: Runner
): Promise<void> {
  const problems =
    error instanceof ConfigurationError
      ? error.problems.map(formatProblem)
      : ['An internal error; its text is in the log']
  const summary = renderFailure(problems)
  // In place of a verdict that was written before: what stands alone cannot be taken for a pass.
  await replaceSummary(runner, summary)
  await keepUndecided(error, run, inputs, runner)
  const place = run === null ? null : checkPlaceOf(run, { kept: null, scans: null, again: true })
  if (run === null || run.github === null || place === null) return
  if (await isPowerless(run)) {
    say(runner, 'No command of the pull request can have changed its answer: the check run stays as it is')
    return
  }
  const record = { scan: run.gateScan, basis: basisIn(run.gateCheck) }
  const text = { title: 'Could not decide', summary }
  logProblems(runner, await publishFailure(run.github, place, record, text))
}
