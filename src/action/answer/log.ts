import { ConfigurationError, formatProblem } from '../../core/ground/errors.js'
import { type Annotations, logAnnotations } from '../../core/reports/annotations.js'
import { selectWorst } from '../../core/reports/ground/selection.js'
import { logText } from '../../core/reports/ground/visible-text.js'
import { MOST_REMEDIES, remedyLines } from '../../core/reports/terminal/remedy-lines.js'
import { traceOf } from '../../core/trace/trace-of.js'
import type { GateResult } from '../../gate/gate.js'
import type { Runner } from '../runner.js'
import type { PublishProblem } from './publish.js'

/** Writes to the log of the runner, which nothing else does: whatever the text holds, it gives no command. */
export const say = (runner: Runner, text: string): void => runner.print(logText(text))

/** What would let blocking findings pass, a line of JSON each: a coding agent reads the log of a failed job first. */
export function logRemedies(runner: Runner, { decision, evaluation, scanned }: GateResult): void {
  const blocking = decision.outcomes.filter(({ verdict }) => verdict === 'block')
  const { shown, rest } = selectWorst(blocking, MOST_REMEDIES)
  const lines = remedyLines(shown.map(outcome => traceOf(evaluation, decision, outcome, scanned.readSource)))
  if (lines.length === 0) return
  say(runner, [rest === 0 ? REMEDIES : `${REMEDIES} (${rest} more in decision.json)`, ...lines].join('\n'))
}

const REMEDIES = 'What would pass, for programs, as JSON of one line a finding'

/** Writes an annotation of the run. */
export const warn = (runner: Runner, text: string): void => runner.annotate('warning', logText(text), {})
export const complain = (runner: Runner, text: string): void => runner.annotate('error', logText(text), {})

/** The runner for what is decided beside what the run is about: its log is shared, its outputs and summary are not. */
export const runnerBeside = (runner: Runner, name: string): Runner => ({
  ...runner,
  print: text => runner.print(`${name}: ${text}`),
  annotate: (_level, text) => runner.print(logText(`${name}: ${text}`)),
  setOutput: () => undefined,
  writeSummary: () => Promise.resolve()
})

/** Findings as annotations of the run, at their places. */
export function logFindings(runner: Runner, annotations: Annotations): void {
  const { shown, rest } = logAnnotations(annotations)
  for (const { path, startLine, endLine, startColumn, endColumn, level, title, message } of shown) {
    const place = { file: path, startLine, endLine, title }
    const whole = startColumn === null || endColumn === null ? place : { ...place, startColumn, endColumn }
    runner.annotate(level === 'failure' ? 'error' : 'warning', message, whole)
  }
  if (rest > 0) say(runner, `${rest} more findings are in the job summary; the log shows the worst`)
}

/** Views that could not be sent. */
export function logProblems(runner: Runner, problems: readonly PublishProblem[]): void {
  for (const { level, message } of problems) {
    if (level === 'warning') warn(runner, message)
    else say(runner, message)
  }
}

/** Every problem of a configuration at its place, or the stack of a fault of ours. */
export function logFailure(runner: Runner, error: unknown): void {
  if (error instanceof ConfigurationError) {
    for (const problem of error.problems) {
      const { place } = problem
      const at = place === null ? {} : { file: place.path, startLine: place.line ?? 1, startColumn: place.column ?? 1 }
      runner.annotate('error', formatProblem(problem), { title: 'Policy Gate could not decide', ...at })
    }
  } else {
    runner.annotate('error', logText(error instanceof Error ? (error.stack ?? error.message) : String(error)), {
      title: 'Policy Gate: internal error'
    })
  }
}
