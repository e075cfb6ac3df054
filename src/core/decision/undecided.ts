import type { Edition } from '../ground/edition.js'
import { ConfigurationError } from '../ground/errors.js'
import type { Change, Options } from './decision.js'

/** Why the gate could not decide: something to mend in what it was given, or a fault of its own. */
export interface UndecidedProblem {
  readonly kind: 'configuration' | 'internal'
  readonly path: string | null
  /** From 1. */
  readonly line: number | null
  readonly column: number | null
  readonly message: string
  readonly hint: string | null
}

/** What a run leaves that could not decide: no verdict, which is no pass. */
export interface Undecided {
  readonly schemaVersion: 2
  readonly gate: Edition
  /** ISO 8601 UTC: when it should have decided. */
  readonly evaluatedAt: string
  readonly change: Change
  /** Null where they could not be read. */
  readonly options: Options | null
  readonly problems: readonly UndecidedProblem[]
}

/** What is known of an evaluation that came to nothing. */
export type AskedFor = Pick<Undecided, 'gate' | 'evaluatedAt' | 'change' | 'options'>

/** The record of a run that ended with this error. */
export const undecidedBy = (error: unknown, asked: AskedFor): Undecided => ({
  schemaVersion: 2,
  ...asked,
  problems: problemsOf(error)
})

/** What is thrown by a fault of the gate may quote what it has read: the log has it, a file that is kept has not. */
const problemsOf = (error: unknown): readonly UndecidedProblem[] =>
  error instanceof ConfigurationError
    ? error.problems.map(({ place, message, hint }) => ({
        kind: 'configuration',
        path: place?.path ?? null,
        line: place?.line ?? null,
        column: place?.column ?? null,
        message,
        hint
      }))
    : [{ kind: 'internal', path: null, line: null, column: null, message: INTERNAL, hint: null }]

const INTERNAL = 'An internal error; its text is in the log'
