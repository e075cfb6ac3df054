/** The exit code that a scanner ended with, as whoever ran it says; null: nobody said. */
export type ExitCode = number | null

/** What an exit code says of the report that is at hand. */
export interface Ending {
  /** False: the scanner did not do its work. */
  readonly successful: boolean
  /** What it could not look at, or nobody knows that it did. */
  readonly unread: readonly string[]
  /** Why report and exit code cannot be of one run; null where they can. */
  readonly problem: string | null
}

const DONE: Ending = { successful: true, unread: [], problem: null }

/** Scanners that end with 0 or 1 where they have done their work, and whose errors are no report. */
export function endingOf(exitCode: ExitCode, found: number): Ending {
  if (exitCode === null || exitCode === 0) return DONE
  if (exitCode === 1)
    return found > 0 ? DONE : unlike('exit code 1 says that something was found, and it lists nothing')
  return failed(exitCode)
}

/**
 * ShellCheck's report names no file that it could not open: only the exit code 2 tells. Where nobody says how it ended,
 * nobody knows whether it looked at everything (https://github.com/koalaman/shellcheck/blob/master/shellcheck.1.md#return-values).
 */
export function shellcheckEnding(exitCode: ExitCode, found: number): Ending {
  if (exitCode === null) return { ...DONE, unread: [NOT_SAID] }
  if (exitCode === 0 && found > 0) return unlike(`exit code 0 says that nothing was found, and it lists ${found}`)
  if (exitCode !== 2) return endingOf(exitCode, found)
  // What was found shows that it looked at something; without that nothing does.
  return found > 0 ? { ...DONE, unread: ['ShellCheck could not read some file (exit code 2)'] } : failed(exitCode)
}

const NOT_SAID =
  'Nobody said how ShellCheck ended, and its report does not name what it could not open: give its exit code with --exit-code'

const failed = (exitCode: number): Ending => ({
  successful: false,
  unread: [`It ended with exit code ${exitCode}`],
  problem: null
})

const unlike = (why: string): Ending => ({ ...DONE, problem: `it is not of a run that ended so: ${why}` })
