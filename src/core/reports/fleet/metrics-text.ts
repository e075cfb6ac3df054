import { type Figure, figuresOf, figureWords, groupFigures, isKnown, PARTS } from '../../history/fleet/figures.js'
import type { FindingFigures } from '../../history/fleet/finding-figures.js'
import type { Metrics } from '../../history/fleet/metrics.js'
import { commandSafe, visibleLine } from '../ground/visible-text.js'
import { count } from '../ground/wording.js'

/** Silent repositories that are named before they are only counted. */
const NAMED = 20

/** KPIs for the terminal; every share with numerator and denominator. */
export function metricsText(metrics: Metrics): string {
  const figures = figuresOf(metrics)
  const parts = (Object.keys(PARTS) as (keyof typeof PARTS)[]).flatMap(part => [
    '',
    PARTS[part],
    ...figures[part].map(line),
    ...(part === 'repositories' ? silentLines(metrics) : [])
  ])
  const lines = [
    headLine(metrics),
    ...parts,
    '',
    groupHeader('tier  severity'),
    ...metrics.rows.map(({ tier, severity, ...own }) => groupLine(`${String(tier).padEnd(4)}  ${severity}`, own)),
    ...byLines(metrics)
  ]
  return commandSafe(`${lines.join('\n')}\n`)
}

function headLine({ decisions, from, to, now, since, repositories }: Metrics): string {
  const span = from === null ? '' : `, ${from} to ${to}`
  const asked = since === null ? `as of ${now}` : `since ${since}, as of ${now}`
  return `${count(decisions, 'decision')} of ${count(repositories.length, 'repository', 'repositories')}${span}; ${asked}`
}

const line = (figure: Figure): string => {
  const title = figure.of === null ? figure.title : `${figure.title}, ${visibleLine(figure.of.value)}`
  return `${title.padEnd(32)} ${figureWords(figure)}`
}

function silentLines({ silent }: Metrics): readonly string[] {
  const named = silent.repositories.slice(0, NAMED)
  const more = silent.repositories.length - named.length
  return [
    ...named.map(({ repository, branch, lastScan }) => {
      const where = `${nameOf(repository)}${branch === null ? '' : ` (${visibleLine(branch)})`}`
      return `  silent: ${where}, ${lastScan === null ? 'never scanned on its branch' : `last scanned ${lastScan}`}`
    }),
    ...(more > 0 ? [`  and ${more} more, in --format json`] : [])
  ]
}

const nameOf = (repository: string): string => (repository === '' ? 'no repository named' : visibleLine(repository))

const WIDTH = 30

function groupHeader(first: string): string {
  const titles = ['open', 'overdue', 'fixed within SLA', 'days to fix', 'blocks waived']
  return [first.padEnd(WIDTH), ...titles.map((title, index) => title.padEnd(COLUMNS[index] ?? 0))].join('  ').trimEnd()
}

const COLUMNS = [5, 7, 18, 42, 16]

function groupLine(name: string, figures: FindingFigures): string {
  const of = new Map(groupFigures(figures).map(figure => [figure.id, figure]))
  const ids = ['findings_open', 'findings_overdue', 'sla', 'time_to_fix', 'blocks_waived']
  const cells = ids.map((id, index) => {
    const figure = of.get(id)
    const words = figure === undefined || !isKnown(figure) ? '-' : figureWords(figure)
    return words.padEnd(COLUMNS[index] ?? 0)
  })
  return [visibleLine(name).padEnd(WIDTH), ...cells].join('  ').trimEnd()
}

function byLines({ by, groups }: Metrics): readonly string[] {
  if (by === null) return []
  return ['', groupHeader(by), ...groups.map(({ key, ...own }) => groupLine(key === '' ? 'not known' : key, own))]
}
