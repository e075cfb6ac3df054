import { statSync } from 'node:fs'
import { SUMMARY_BYTES } from '../../core/reports/ground/limits.js'
import type { Runner } from '../runner.js'
import { warn } from './log.js'

/**
 * Adds to the job summary. A runner without one, or one that is full, costs the view and is told; the verdict does not
 * hang on it. Of a file above 1 MiB the runner shows nothing, so what does not fit is left out whole.
 */
export const addToSummary = (runner: Runner, text: string): Promise<void> => writeSummary(runner, text, false)

/** The same in place of what this step wrote there before. */
export const replaceSummary = (runner: Runner, text: string): Promise<void> => writeSummary(runner, text, true)

async function writeSummary(runner: Runner, text: string, overwrite: boolean): Promise<void> {
  await orTell(runner, 'The job summary could not be written', async () => {
    const file = runner.env.GITHUB_STEP_SUMMARY ?? ''
    const there = overwrite ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0)
    if (there + Buffer.byteLength(text) > SUMMARY_BYTES) throw new Error('it would be larger than 1 MiB')
    await runner.writeSummary(text, { overwrite })
  })
}

/** The runner's files are views: what goes wrong with them is a warning. */
export async function orTell(runner: Runner, what: string, write: () => Promise<void> | void): Promise<void> {
  try {
    await write()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    warn(runner, `${what}: ${why}. The verdict stands; it is in the log`)
  }
}
