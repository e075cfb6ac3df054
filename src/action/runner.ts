import { isoInstant } from '../core/time/instant.js'
import type { Clock } from '../github/http/clock.js'

/** Variables of the runner. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The instant by the runner's clock. */
export const nowOf = ({ clock }: Pick<Runner, 'clock'>): string => isoInstant(clock.now())

/** Where an annotation of the run stands; lines and columns count from 1. */
export interface LogPlace {
  readonly title?: string
  readonly file?: string
  readonly startLine?: number
  readonly endLine?: number
  readonly startColumn?: number
  readonly endColumn?: number
}

/** What a run has of its runner. An argument, so that a test can be one. */
export interface Runner {
  /** Inputs, what the run is about, and places of files. */
  readonly env: Environment
  readonly clock: Clock
  /** Writes a text to the log and ends the line; the runner acts on what looks like a command of its own. */
  print(text: string): void
  /** Writes a command for an annotation; the text cannot end it. */
  annotate(level: 'error' | 'warning', text: string, place: LogPlace): void
  setOutput(name: string, value: string | number): void
  /** Adds to the job summary, or takes the place of what this step has written there. */
  writeSummary(text: string, how: { readonly overwrite: boolean }): Promise<void>
}
