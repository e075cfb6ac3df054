import { CHECK_TEXT_BYTES, FAILURE_PROBLEMS } from '../ground/limits.js'
import { clipBytes } from '../ground/visible-text.js'
import { bullets, heading, join, md, NOTHING, prose } from './markdown.js'

/** What the job summary and the check run say where the gate could not decide, each problem on its line. */
export function renderFailure(problems: readonly string[]): string {
  const rest = problems.length - FAILURE_PROBLEMS
  const text = join([
    heading(3, md`⛔ Policy Gate could not decide`),
    md`This is not a pass. Correct what follows, and run it again.`,
    bullets(problems.slice(0, FAILURE_PROBLEMS).map(problem => prose(problem))),
    rest > 0 ? md`${rest} more are in the log.` : NOTHING
  ])
  return clipBytes(`${text}\n`, CHECK_TEXT_BYTES)
}
