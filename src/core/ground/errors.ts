import { spelt, visibleLine } from './visible-line.js'

/** A position in a file that a person wrote; line and column count from 1, null where the file as a whole is meant. */
export interface Place {
  readonly path: string
  readonly line: number | null
  readonly column: number | null
}

/** The place of what concerns a file as a whole. */
export const wholeFile = (path: string): Place => ({ path, line: null, column: null })

/** Something that the user can fix: where it is, what is wrong, what to do. */
export interface Problem {
  readonly place: Place | null
  readonly message: string
  readonly hint: string
  /** Lines that follow, such as what may have been meant; absent: none. */
  readonly more?: readonly string[]
}

/**
 * The gate could not decide because its own configuration is wrong (contract: exit code 2).
 * Carries every problem found, not only the first, so that one run shows all there is to fix; nothing in them is hidden.
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.problems = problems.map(problem => ({
      ...problem,
      message: visibleLine(problem.message),
      hint: visibleLine(problem.hint)
    }))
  }
}

/** A ConfigurationError with a single problem. */
export function configurationError(
  message: string,
  hint: string,
  place: Place | null = null,
  more: readonly string[] = []
): ConfigurationError {
  return new ConfigurationError([{ place, message, hint, ...(more.length === 0 ? {} : { more }) }])
}

/**
 * One line in the form of the contract: `path:line:column: what is wrong. What to do`. What is quoted of a file stays on
 * the line: a log would take the next one for a command.
 */
export function formatProblem({ place, message, hint, more = [] }: Problem): string {
  const where = place ? `${[place.path, place.line, place.column].filter(part => part !== null).join(':')}: ` : ''
  return [visibleLine(`${where}${message}. ${hint}`), ...more.map(line => `  ${spelt(line)}`)].join('\n')
}
