import {
  type Figure,
  type FigureValue,
  figuresOf,
  groupFigures,
  isKnown,
  PARTS,
  percent
} from '../../history/fleet/figures.js'
import type { FindingFigures } from '../../history/fleet/finding-figures.js'
import type { Metrics } from '../../history/fleet/metrics.js'
import { count } from '../ground/wording.js'
import { bullets, code, heading, join, type Markdown, md, NOTHING, prose, table } from '../markdown/markdown.js'

/** Silent repositories that are named before they are only counted. */
const NAMED = 50

/** KPIs for a job summary, an issue or a wiki. */
export function metricsMarkdown(metrics: Metrics): string {
  const { decisions, repositories, from, to, now, since, rows, by, groups } = metrics
  const figures = figuresOf(metrics)
  const ofTiers = rows.map(({ tier, severity, ...own }) => [prose(`${tier}`), prose(severity), ...cells(own)])
  const ofGroups = groups.map(({ key, ...own }) => [key === '' ? prose('not known') : code(key), ...cells(own)])
  const span = from === null ? NOTHING : md` from ${code(from)} to ${code(to ?? '')}`
  const asked = since === null ? NOTHING : md`, since ${code(since)}`
  return join([
    heading(2, prose('Security figures')),
    md`${prose(count(decisions, 'decision'))} of ${prose(count(repositories.length, 'repository', 'repositories'))}${span}, as of ${code(now)}${asked}.`,
    ...(Object.keys(PARTS) as (keyof typeof PARTS)[]).flatMap(part => [
      heading(3, prose(PARTS[part])),
      table([prose('Figure'), prose('Value')], figures[part].map(row)),
      part === 'repositories' ? silentList(metrics) : NOTHING
    ]),
    heading(3, prose('By tier and severity')),
    table([prose('Tier'), prose('Severity'), ...titles()], ofTiers),
    ...(by === null ? [] : [heading(3, prose(`By ${by}`)), table([prose(by), ...titles()], ofGroups)])
  ])
}

const titles = (): readonly Markdown[] =>
  ['Opened', 'Open', 'Overdue', 'Fixed within SLA', 'Days to fix', 'Came back', 'Blocks waived'].map(title =>
    prose(title)
  )

/** As the terminal has it: numbers and words of our own, of which nothing is code. */
function words(figure: FigureValue): Markdown {
  if (figure.value === null || !isKnown(figure)) return prose('not known')
  switch (figure.kind) {
    case 'share': {
      const { numerator, denominator } = figure.value
      return md`${numerator} / ${denominator} (${percent(figure.value)} %)`
    }
    case 'days': {
      const { count, mean, median, p90 } = figure.value
      return md`mean ${mean ?? 0}, median ${median ?? 0}, p90 ${p90 ?? 0} (of ${count})`
    }
    case 'number':
      return md`${figure.value}`
    default:
      return figure satisfies never
  }
}

const cells = (figures: FindingFigures): readonly Markdown[] => groupFigures(figures).map(words)

const row = (figure: Figure): readonly Markdown[] => [
  figure.of === null ? prose(figure.title) : md`${prose(figure.title)}, ${code(figure.of.value)}`,
  words(figure)
]

function silentList({ silent }: Metrics): Markdown {
  const named = silent.repositories.slice(0, NAMED)
  const more = silent.repositories.length - named.length
  return bullets([
    ...named.map(({ repository, lastScan }) => {
      const last = lastScan === null ? prose('never scanned on its branch') : md`last scanned ${code(lastScan)}`
      return md`${code(repository)}: ${last}`
    }),
    ...(more > 0 ? [md`and ${more} more`] : [])
  ])
}
