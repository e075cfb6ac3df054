import { createHash } from 'node:crypto'
import {
  type Figure,
  figuresOf,
  figureWords,
  groupFigures,
  isKnown,
  PARTS,
  percent
} from '../../history/fleet/figures.js'
import type { FindingFigures } from '../../history/fleet/finding-figures.js'
import type { Metrics } from '../../history/fleet/metrics.js'
import { AGES } from '../../history/fleet/special.js'
import { count, day } from '../ground/wording.js'
import { type Html, h, NO_HTML } from '../html/escape.js'
import { STYLE } from '../html/style.js'
import { lineChart, stackedBars } from './charts.js'
import { DASHBOARD_STYLE } from './style.js'

/** Rows of a table before the rest is only counted. */
const ROWS = 1000

/** Hides the rows of a table that do not hold what is typed. All is readable without it. */
const SCRIPT = `document.documentElement.classList.add('scripted')
for (const input of document.querySelectorAll('.filter input')) input.addEventListener('input', () => {
  for (const row of input.closest('section').querySelectorAll('tbody tr'))
    row.hidden = !row.textContent.toLowerCase().includes(input.value.toLowerCase())
})`

/** The KPIs as one page: nothing is loaded, everything is readable without scripts, trends are drawn as SVG. */
export function renderDashboard(metrics: Metrics): string {
  const style = `${STYLE}${DASHBOARD_STYLE}`
  const policy = `default-src 'none'; style-src 'sha256-${digest(style)}'; script-src 'sha256-${digest(SCRIPT)}'; base-uri 'none'; form-action 'none'`
  const body = h`${head(metrics)}${tiles(metrics)}<div class="charts">${charts(metrics)}</div>
${section(BY_TIER, tierTable(metrics), false)}${silentPart(metrics)}${groupPart(metrics)}${figureTables(metrics)}${section(BY_MONTH, monthTable(metrics), false)}`
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Security figures</title>
<style>${style}</style>
</head>
<body>
<main>
${body.html}</main>
<script>${SCRIPT}</script>
</body>
</html>
`
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64')

function head({ decisions, repositories, from, to, now, since }: Metrics): Html {
  const span = from === null || to === null ? '' : `, ${day(from)} to ${day(to)}`
  const asked = since === null ? '' : `; events since ${since}`
  return h`<h1>Security figures</h1>
<p>${count(decisions, 'decision')} of ${count(repositories.length, 'repository', 'repositories')}${span}${asked}. As of ${now}.</p>
`
}

/** The figures that are asked for first. */
const FIRST: readonly string[] = [
  'sla',
  'findings_open',
  'findings_overdue',
  'time_to_fix',
  'reopened',
  'repositories_silent',
  'exceptions_active',
  'blocks_waived'
]

function tiles(metrics: Metrics): Html {
  const all = Object.values(figuresOf(metrics)).flat()
  const shown = FIRST.flatMap(id => all.filter(figure => figure.id === id))
  return h`<dl class="tiles">${shown.map(figure => h`<div><dt>${figure.title}</dt><dd>${tile(figure)}</dd></div>`)}</dl>
`
}

function tile(figure: Figure): Html {
  if (figure.value === null || !isKnown(figure)) return h`<small>not known</small>`
  switch (figure.kind) {
    case 'share': {
      const { numerator, denominator } = figure.value
      return h`${percent(figure.value)} %<small>${numerator} of ${denominator}</small>`
    }
    case 'days': {
      const { median, mean, p90, count } = figure.value
      return h`${median ?? 0}<small>median; mean ${mean ?? 0}, p90 ${p90 ?? 0}, of ${count}</small>`
    }
    case 'number':
      return h`${figure.value}`
    default:
      return figure satisfies never
  }
}

function charts({ months, ageing }: Metrics): Html {
  const labels = months.map(({ month }) => month)
  const trends = lineChart('Days to fix, by the month of the fix', labels, [
    { name: 'mean', style: 'mean', values: months.map(({ timeToFix }) => timeToFix.mean) },
    { name: 'median', style: 'median', values: months.map(({ timeToFix }) => timeToFix.median) }
  ])
  const ages = [...AGES.map(days => `under ${days} d`), `${AGES.at(-1)} d and more`]
  const bars = ageing.map(({ severity, counts }) => ({ name: severity, style: severity, values: counts }))
  return h`${labels.length === 0 ? NO_HTML : trends}${bars.length === 0 ? NO_HTML : stackedBars('Open findings by age', ages, bars)}`
}

const section = (title: string, body: Html, hasFilter: boolean): Html =>
  body.html === ''
    ? NO_HTML
    : h`<section><h2>${title}</h2>
${hasFilter ? h`<p class="filter"><label>Show rows with <input type="search"></label></p>\n` : NO_HTML}${body}</section>
`

/** `name` is that of its region: each on the page has another, so that a list of landmarks tells them apart. */
function table(name: string, caption: string, header: readonly string[], rows: readonly (readonly string[])[]): Html {
  if (rows.length === 0) return NO_HTML
  const shown = rows.slice(0, ROWS)
  const told = rows.length > shown.length ? `${caption}; ${rows.length - shown.length} more` : caption
  return h`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table><caption>${told}</caption>
<thead><tr>${header.map(cell => h`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${shown.map(cells => h`<tr>${cells.map(cell => h`<td>${cell}</td>`)}</tr>\n`)}</tbody></table></div>
`
}

const BY_TIER = 'By tier and severity'
const BY_MONTH = 'By month'
const SILENT = 'Silent repositories'
const GROUP_HEADER = ['Opened', 'Open', 'Overdue', 'Fixed within SLA', 'Days to fix', 'Came back', 'Blocks waived']

const groupCells = (figures: FindingFigures): readonly string[] =>
  groupFigures(figures).map(figure => (isKnown(figure) ? figureWords(figure) : '–'))

const tierTable = ({ rows }: Metrics): Html =>
  table(
    BY_TIER,
    'Tiers and severities that have findings; – is not known',
    ['Tier', 'Severity', ...GROUP_HEADER],
    rows.map(({ tier, severity, ...own }) => [String(tier), severity, ...groupCells(own)])
  )

const monthTable = ({ months }: Metrics): Html =>
  table(
    BY_MONTH,
    'What began and ended in each month; – is not known',
    ['Month', ...GROUP_HEADER],
    months.map(({ month, ...own }) => [month, ...groupCells(own)])
  )

function groupPart({ by, groups }: Metrics): Html {
  if (by === null || by === 'month') return NO_HTML
  const rows = groups.map(({ key, ...own }) => [key === '' ? 'not known' : key, ...groupCells(own)])
  const title = `By ${by}`
  return section(title, table(title, `Each ${by}; – is not known`, [by, ...GROUP_HEADER], rows), true)
}

function silentPart({ silent }: Metrics): Html {
  const rows = silent.repositories.map(({ repository, branch, lastScan }) => [
    repository === '' ? 'no repository named' : repository,
    branch ?? 'not known',
    lastScan ?? 'never'
  ])
  const caption = 'How it stands there is not known; what was open counts on'
  return section(SILENT, table(SILENT, caption, ['Repository', 'Branch', 'Last complete scan'], rows), true)
}

function figureTables(metrics: Metrics): Html {
  const figures = figuresOf(metrics)
  const parts = (Object.keys(PARTS) as (keyof typeof PARTS)[]).map(part =>
    section(
      PARTS[part],
      table(
        PARTS[part],
        'Each share with both its numbers',
        ['Figure', 'Value'],
        figures[part].map(figure => [
          figure.of === null ? figure.title : `${figure.title}, ${figure.of.label} ${figure.of.value}`,
          figureWords(figure)
        ])
      ),
      false
    )
  )
  return h`${parts}`
}
