import { error, info, setOutput, summary, warning } from '@actions/core'
import { systemClock } from '../github/http/clock.js'
import type { Environment, Runner } from './runner.js'

/** The runner of this process, by way of GitHub's toolkit. */
export const toolkitRunner = (env: Environment): Runner => ({
  env,
  clock: systemClock,
  print: text => info(text),
  annotate: (level, text, place) => (level === 'error' ? error : warning)(text, place),
  setOutput: (name, value) => setOutput(name, value),
  writeSummary: async (text, how) => {
    try {
      await summary.addRaw(text).write(how)
    } finally {
      summary.emptyBuffer()
    }
  }
})
