import { statSync } from 'node:fs'
import { summary } from '@actions/core'
import { SUMMARY_BYTES } from '../../core/reports/ground/limits.js'
import { warn } from './log.js'

/**
 * Adds to the job summary. A runner without one, or one that is full, costs the view and is told; the verdict does not
 * hang on it. Of a file above 1 MiB the runner shows nothing, so what does not fit is left out whole.
 */
export const addToSummary = (text: string): Promise<void> => writeSummary(text, false)

/** The same in place of what this step wrote there before. */
export const replaceSummary = (text: string): Promise<void> => writeSummary(text, true)

async function writeSummary(text: string, overwrite: boolean): Promise<void> {
  await orTell('The job summary could not be written', async () => {
    const file = process.env.GITHUB_STEP_SUMMARY ?? ''
    const there = overwrite ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0)
    if (there + Buffer.byteLength(text) > SUMMARY_BYTES) throw new Error('it would be larger than 1 MiB')
    await summary.addRaw(text).write({ overwrite })
  })
  summary.emptyBuffer()
}

/** The runner's files are views: what goes wrong with them is a warning. */
export async function orTell(what: string, write: () => Promise<void> | void): Promise<void> {
  try {
    await write()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    warn(`${what}: ${why}. The verdict stands; it is in the log`)
  }
}
