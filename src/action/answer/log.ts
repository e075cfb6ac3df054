import * as core from '@actions/core'
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

/** Annotations through the toolkit, which escapes what would end the command or start another. */
export function logFindings(annotations: readonly Annotation[]): void {
  const { shown, rest } = logAnnotations(annotations)
  for (const { path, startLine, endLine, startColumn, endColumn, level, title, message } of shown) {
    const tell = level === 'failure' ? core.error : core.warning
    const place = { file: path, startLine, endLine, title }
    tell(message, startColumn === null || endColumn === null ? place : { ...place, startColumn, endColumn })
  }
  if (rest > 0) core.info(`${rest} more findings are in the job summary; the log shows the worst`)
}

export function logProblems(problems: readonly PublishProblem[]): void {
  for (const { level, message } of problems) {
    if (level === 'warning') core.warning(message)
    else core.info(commandSafe(message))
  }
}

/** Every problem of a configuration at its place, or the stack of a fault of ours. */
export function logFailure(error: unknown): void {
  if (error instanceof ConfigurationError) {
    for (const problem of error.problems) {
      const { place } = problem
      const at = place === null ? {} : { file: place.path, startLine: place.line ?? 1, startColumn: place.column ?? 1 }
      core.error(formatProblem(problem), { title: 'Policy Gate could not decide', ...at })
    }
  } else {
    core.error(error instanceof Error ? (error.stack ?? error.message) : String(error), {
      title: 'Policy Gate: internal error'
    })
  }
}
