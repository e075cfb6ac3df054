import type { JsonObject } from '../../ground/json.js'
import type { Ending, ExitCode } from './ending.js'

/** What became of a report in a scanner's own format: a SARIF log, or why it is none of that format. */
export type Conversion =
  | { readonly log: JsonObject; readonly problem: null }
  | { readonly log: null; readonly problem: string }

/** A run that is made of another format. */
export interface MadeRun {
  readonly tool: string
  readonly version: string | null
  readonly informationUri: string
  readonly rules: readonly JsonObject[]
  readonly results: readonly JsonObject[]
  /** What the scanner could not look at: each makes the scan degraded. */
  readonly unread: readonly string[]
  readonly exitCode: ExitCode
  /** What the exit code says of it. */
  readonly ending: Ending
}

/** A log with one run, as the scanner would have written it. */
export function madeLog(made: MadeRun): Conversion {
  const { tool, version, informationUri, rules, results, exitCode, ending } = made
  if (ending.problem !== null) return notConverted(ending.problem)
  const notifications = [...made.unread, ...ending.unread].map(text => ({ level: 'error', message: { text } }))
  const driver = { name: tool, ...(version === null ? {} : { version }), informationUri, rules }
  const run = {
    tool: { driver },
    invocations: [
      {
        executionSuccessful: ending.successful,
        ...(exitCode === null ? {} : { exitCode }),
        toolExecutionNotifications: notifications
      }
    ],
    columnKind: 'utf16CodeUnits',
    results
  }
  return { log: { $schema: SCHEMA, version: '2.1.0', runs: [run] }, problem: null }
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

export const notConverted = (problem: string): Conversion => ({ log: null, problem })

/** A place by a path of the repository; only a percent sign would be read otherwise. */
export const madePlace = (path: string, region: JsonObject | null): JsonObject => ({
  physicalLocation: {
    artifactLocation: { uri: path.replaceAll('%', '%25') },
    ...(region === null ? {} : { region })
  }
})
