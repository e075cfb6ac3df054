import { configurationError } from '../../core/ground/errors.js'
import { MetricsCollector } from '../../core/history/metrics.js'
import { metricsText } from '../../core/reports/terminal/metrics-text.js'
import { readStoredReports } from '../../files/decision-files.js'
import { EXIT } from '../../gate/exit-codes.js'
import type { Flags } from '../arguments.js'
import type { CliCommand } from '../command.js'
import { oneFormat } from './format-flag.js'
import { tellUndecided } from './stored-runs.js'

const FORMATS = ['text', 'json'] as const
const FLAGS = { format: { value: 'FORMAT', help: `${FORMATS.join(' or ')}; default text` } } as const satisfies Flags

/** `metrics DIR…`: KPIs over many decision files. */
export const metricsCommand: CliCommand = {
  summary: 'Compute KPIs over many decision files',
  words: 'DIR…',
  flags: FLAGS,
  async run(args, terminal) {
    if (args.words.length === 0)
      throw configurationError('metrics needs a directory', 'Give directories with decision files')
    const format = oneFormat(args, FORMATS)
    const collector = new MetricsCollector()
    const { undecided } = readStoredReports(args.words, terminal.cwd, ({ decision }) => collector.add(decision))
    tellUndecided(undecided, terminal)
    const metrics = collector.result()
    if (metrics.decisions === 0)
      throw configurationError(
        `there is no decision file in ${args.words.join(', ')}`,
        'Keep decision.json of your runs there'
      )
    await terminal.out(format === 'json' ? `${JSON.stringify(metrics, null, 2)}\n` : metricsText(metrics))
    return EXIT.pass
  }
}
