import { resolve } from 'node:path'
import type { GitHub } from '../github/port.js'
import type { ChangeContext } from './event.js'
import type { Inputs } from './inputs.js'
import type { Runner } from './runner.js'

/** What one run of the Action works with, once inputs and event are read. */
export interface Run {
  readonly inputs: Inputs
  readonly change: ChangeContext
  readonly github: GitHub | null
  readonly workspace: string
  readonly runner: Runner
  /** The pull request's own run that made the check, where this run is another; null: not known. */
  readonly gateRun: number | null
  /** The commit that the run says to have scanned that made the check: its word, until the commit bears it out. */
  readonly gateScan: string | null
}

/** Directory in which the repository is checked out, if it is. */
export const checkoutOf = ({ workspace, inputs }: Pick<Run, 'workspace' | 'inputs'>): string =>
  resolve(workspace, inputs.sourceRoot ?? '.')
