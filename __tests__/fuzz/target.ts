import { ConfigurationError, formatProblem } from '../../src/core/ground/errors.js'

/** What reads texts of others, and what must hold for any text. */
export interface Target {
  readonly name: string
  /** How its texts are changed: as lines, or as trees of values too. */
  readonly form: 'lines' | 'json' | 'yaml'
  /** What the format speaks of. */
  readonly words: readonly string[]
  /** Throws where something does not hold that must. */
  readonly check: (bytes: Uint8Array, text: string) => void | Promise<void>
}

/** What the files of inputs are called. */
export const NAME = 'input'

/** Longer lines nobody reads; a log that grows with its input is no log. */
const LONGEST_LINE = 3000
const MOST_PROBLEMS = 20_000

export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what)
}

/** A text for people: one line, without what turns or hides it. */
export function mustBeShowable(text: string): void {
  must(text.trim() !== '', 'an empty text for people')
  must(text.length <= LONGEST_LINE, `a line of ${text.length} characters`)
  must(!/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text), `a text with a hidden character: ${JSON.stringify(text)}`)
}

/** That an error is one for the user to mend: each problem with its place in the text, and what to do. */
export function mustBeProblems(error: unknown, text: string): void {
  if (!(error instanceof ConfigurationError)) throw error
  const lines = text.split(/\r\n|\r|\n/).length
  must(error.problems.length > 0 && error.problems.length <= MOST_PROBLEMS, `${error.problems.length} problems`)
  for (const problem of error.problems) {
    const { place, message, hint } = problem
    must(place !== null && place.path === NAME, 'a problem without a place')
    must(place.line === null || (place.line >= 1 && place.line <= lines), `line ${place.line} of ${lines}`)
    must(place.column === null || place.column >= 1, 'a column before the first')
    mustBeShowable(message)
    mustBeShowable(hint)
    mustBeShowable(formatProblem(problem))
  }
}

/** What came of it, or null where it was told that the text cannot be read. */
export function readOrTold<T>(text: string, read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    mustBeProblems(error, text)
    return null
  }
}
