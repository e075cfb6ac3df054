import { error as writeError, info as writeInfo, warning as writeWarning } from '@actions/core'
import { ConfigurationError, formatProblem } from '../../core/ground/errors.js'
import { type Annotation, logAnnotations } from '../../core/reports/annotations.js'
import type { PublishProblem } from './publish.js'

/**
 * Text for the log of a runner, which acts on what it reads there: `::command::` at the start of a line and the older
 * `##[command]` anywhere in one; to it U+0085 is a blank as well. Both are broken up visibly; text of scanners must not give commands.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export const commandSafe = (text: string): string =>
  text.replace(/^([\s\u{85}]*):(?=:)/gmu, '$1\\u{3a}').replaceAll('##[', '#\\u{23}[')

/** Writes to the log of the runner, which nothing else does: whatever the text holds, it gives no command. */
export const say = (text: string): void => writeInfo(commandSafe(text))

/** Writes an annotation of the run. The toolkit escapes what would end its command or start another. */
export const warn = (text: string): void => writeWarning(text)
export const complain = (text: string): void => writeError(text)

/** Findings as annotations of the run, at their places. */
export function logFindings(annotations: readonly Annotation[]): void {
  const { shown, rest } = logAnnotations(annotations)
  for (const { path, startLine, endLine, startColumn, endColumn, level, title, message } of shown) {
    const tell = level === 'failure' ? writeError : writeWarning
    const place = { file: path, startLine, endLine, title }
    tell(message, startColumn === null || endColumn === null ? place : { ...place, startColumn, endColumn })
  }
  if (rest > 0) say(`${rest} more findings are in the job summary; the log shows the worst`)
}

/** Views that could not be sent. */
export function logProblems(problems: readonly PublishProblem[]): void {
  for (const { level, message } of problems) {
    if (level === 'warning') warn(message)
    else say(message)
  }
}

/** Every problem of a configuration at its place, or the stack of a fault of ours. */
export function logFailure(error: unknown): void {
  if (error instanceof ConfigurationError) {
    for (const problem of error.problems) {
      const { place } = problem
      const at = place === null ? {} : { file: place.path, startLine: place.line ?? 1, startColumn: place.column ?? 1 }
      writeError(formatProblem(problem), { title: 'Policy Gate could not decide', ...at })
    }
  } else {
    writeError(error instanceof Error ? (error.stack ?? error.message) : String(error), {
      title: 'Policy Gate: internal error'
    })
  }
}
