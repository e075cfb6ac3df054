import { resolve } from 'node:path'
import type { JudgedOccasion } from '../core/change/occasion/occasion.js'
import type { Notice } from '../core/ground/notice.js'
import type { GitHub } from '../github/port.js'
import type { OwnCheck } from '../github/requests.js'
import type { ChangeContext } from './event.js'
import type { Inputs } from './inputs.js'
import type { Runner } from './runner.js'
import type { ScanRecord } from './scan-record.js'

/** What one run of the Action works with, once inputs and event are read. */
export interface Run {
  readonly inputs: Inputs
  readonly occasion: JudgedOccasion
  readonly change: ChangeContext
  readonly github: GitHub | null
  readonly workspace: string
  readonly runner: Runner
  /** What this run has to say before it has read anything of its own. */
  readonly told: readonly Notice[]
  /** Whether it makes no check, though its occasion has one: a pull request has the same head, or may have. */
  readonly noCheck: boolean
  /** The check that is answered in, where this run brings no scan; null: there is none, or it is not known. */
  readonly gateCheck: OwnCheck | null
  /** The pull request's own run that made it; null: not known. */
  readonly gateRun: number | null
  /** What the run that made it says of what it has scanned, and where. */
  readonly gateScan: ScanRecord | null
}

/** Directory in which the repository is checked out, if it is. */
export const checkoutOf = ({ workspace, inputs }: Pick<Run, 'workspace' | 'inputs'>): string =>
  resolve(workspace, inputs.sourceRoot ?? '.')
