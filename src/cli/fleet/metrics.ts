import { configurationError } from '../../core/ground/errors.js'
import { FleetCollector } from '../../core/history/fleet/collector.js'
import { GROUPINGS, type Grouping } from '../../core/history/fleet/finding-figures.js'
import { type Metrics, metricsOf } from '../../core/history/fleet/metrics.js'
import type { FleetQuestion } from '../../core/history/fleet/period.js'
import { figureRowsOf } from '../../core/history/fleet/rows/rows.js'
import { figureReader } from '../../core/history/fleet/rows/wanted.js'
import { renderDashboard } from '../../core/reports/fleet/dashboard.js'
import { metricsMarkdown } from '../../core/reports/fleet/metrics-markdown.js'
import { metricsOpenMetrics } from '../../core/reports/fleet/metrics-openmetrics.js'
import { metricsText } from '../../core/reports/fleet/metrics-text.js'
import { jsonText } from '../../core/reports/ground/visible-text.js'
import { parseDuration } from '../../core/time/duration.js'
import { oneOfHint } from '../../core/yaml/nearest.js'
import { EXIT } from '../../gate/exit-codes.js'
import { type Flags, flagValue, type ParsedArguments } from '../arguments.js'
import type { CliCommand } from '../command.js'
import { oneFormat } from '../commands/format-flag.js'
import { instantFlag } from '../commands/instant-flag.js'
import type { Terminal } from '../terminal.js'
import { storedRuns } from './stored-runs.js'

const FORMATS = ['text', 'json', 'markdown', 'html', 'openmetrics'] as const
/** A month of weekly scans may miss one. */
const WITHIN = '14d'
const FLAGS = {
  now: { value: 'ISO-8601', help: 'the instant to ask about; later decisions are left out; default the clock' },
  since: { value: 'ISO-8601', help: 'count fixes, verdicts and whatever happens from here on; default all' },
  by: { value: 'GROUP', help: `figures of each group too: ${GROUPINGS.join(', ')}` },
  branch: { value: 'NAME', multiple: true, help: 'default branch; default what the runs of each repository tell' },
  within: { value: 'DURATION', help: `age of a complete scan from which a repository is silent; default ${WITHIN}` },
  format: { value: 'FORMAT', help: `${FORMATS.join(', ')}; default text` }
} as const satisfies Flags

/** `metrics DIR…`: KPIs over many decision files. */
export const metricsCommand: CliCommand = {
  words: 'DIR…',
  flags: FLAGS,
  async run(args, terminal) {
    const format = oneFormat(args, FORMATS)
    const by = groupingOf(flagValue(args, 'by'))
    const question = questionOf(args, terminal)
    const collector = new FleetCollector(question.now)
    for (const run of storedRuns(args, 'metrics', terminal, figureReader())) collector.add(figureRowsOf(run))
    await terminal.out(rendered(format, metricsOf(collector.repositories(), question, by)))
    return EXIT.pass
  }
}

function questionOf(args: ParsedArguments, terminal: Terminal): FleetQuestion {
  const now = instantFlag('now', flagValue(args, 'now')) ?? terminal.now()
  const since = instantFlag('since', flagValue(args, 'since'))
  if (since !== null && Date.parse(since) > Date.parse(now))
    throw configurationError(`--since ${since} is after now, ${now}`, 'Give an earlier instant')
  return {
    now: seconds(now),
    since: since === null ? 0 : seconds(since),
    within: withinOf(flagValue(args, 'within') ?? WITHIN),
    branches: args.values.get('branch') ?? []
  }
}

const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000)

function withinOf(text: string): number {
  const time = parseDuration(text)
  if (time === null) throw configurationError(`--within ${text} is no duration`, 'Write it as 24h, 14d or 2w')
  return time / 1000
}

function groupingOf(text: string | null): Grouping | null {
  const grouping = GROUPINGS.find(each => each === text)
  if (text !== null && grouping === undefined)
    throw configurationError(`--by ${text} is no grouping`, oneOfHint(text, GROUPINGS))
  return grouping ?? null
}

function rendered(format: (typeof FORMATS)[number], metrics: Metrics): string {
  switch (format) {
    case 'text':
      return metricsText(metrics)
    case 'json':
      return `${jsonText(metrics, 2)}\n`
    case 'markdown':
      return `${metricsMarkdown(metrics)}\n`
    case 'html':
      return renderDashboard(metrics)
    case 'openmetrics':
      return metricsOpenMetrics(metrics)
    default:
      return format satisfies never
  }
}
