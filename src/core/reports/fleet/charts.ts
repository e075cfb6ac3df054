import { type Html, h, NO_HTML } from '../html/escape.js'

/** One line of a chart: a value for each label, null where there is none. */
export interface Series {
  readonly name: string
  /** Class of the style sheet. */
  readonly style: string
  readonly values: readonly (number | null)[]
}

const SIZE = { width: 520, height: 220, left: 40, right: 10, top: 10, bottom: 28 } as const
const PLOT = {
  width: SIZE.width - SIZE.left - SIZE.right,
  height: SIZE.height - SIZE.top - SIZE.bottom,
  base: SIZE.height - SIZE.bottom
} as const

/** Labels under an axis before every second, third … is left out. */
const LABELS = 9

/** Trends over labels that stand side by side, such as months. */
export function lineChart(title: string, labels: readonly string[], series: readonly Series[]): Html {
  const most = niceTop(Math.max(0, ...series.flatMap(({ values }) => values.map(value => value ?? 0))))
  const step = labels.length > 1 ? PLOT.width / (labels.length - 1) : 0
  const x = (index: number) => round(labels.length > 1 ? SIZE.left + index * step : SIZE.left + PLOT.width / 2)
  const y = (value: number) => round(PLOT.base - (value / most) * PLOT.height)
  return chart(
    title,
    series.map(({ name, style }) => ({ name, style, isLine: true })),
    h`${scale(most)}${labelRow(labels, x)}${series.map(each => trend(each, x, y, labels))}`
  )
}

/** A line is broken where a value is missing: what is not known is not between its neighbours. */
function trend(
  { name, style, values }: Series,
  x: (index: number) => number,
  y: (value: number) => number,
  labels: readonly string[]
): Html {
  const parts: string[] = []
  let open = false
  for (const [index, value] of values.entries()) {
    if (value !== null) parts.push(`${open ? 'L' : 'M'}${x(index)} ${y(value)}`)
    open = value !== null
  }
  const dots = values.map((value, index) =>
    value === null
      ? NO_HTML
      : h`<circle class="dot ${style}" cx="${x(index)}" cy="${y(value)}" r="3"><title>${labels[index] ?? ''}: ${name} ${value}</title></circle>`
  )
  return h`<path class="trend ${style}" d="${parts.join(' ')}"/>${dots}`
}

/** Bars of several parts, one upon the other. */
export function stackedBars(title: string, labels: readonly string[], series: readonly Series[]): Html {
  const totals = labels.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0))
  const most = niceTop(Math.max(0, ...totals))
  const slot = PLOT.width / Math.max(1, labels.length)
  const width = round(slot * 0.6)
  const left = (index: number) => round(SIZE.left + index * slot + slot * 0.2)
  const bars = labels.map((label, index) => {
    let base: number = PLOT.base
    const parts = series.map(({ name, style, values }) => {
      const value = values[index] ?? 0
      const height = round((value / most) * PLOT.height)
      base = round(base - height)
      return value === 0
        ? NO_HTML
        : h`<rect class="${style}" x="${left(index)}" y="${base}" width="${width}" height="${height}"><title>${label}: ${name} ${value}</title></rect>`
    })
    const total = totals[index] ?? 0
    return h`${parts}<text x="${round(left(index) + width / 2)}" y="${round(base - 4)}" text-anchor="middle">${total}</text>`
  })
  return chart(
    title,
    series.map(({ name, style }) => ({ name, style, isLine: false })),
    h`${scale(most)}${labelRow(labels, index => round(left(index) + width / 2))}${bars}`
  )
}

interface LegendEntry {
  readonly name: string
  readonly style: string
  readonly isLine: boolean
}

function chart(title: string, keys: readonly LegendEntry[], body: Html): Html {
  const legend = keys.map(({ name, style, isLine }) => {
    const sign = isLine
      ? h`<path class="trend ${style}" d="M0 6 L22 6"/>`
      : h`<rect class="${style}" width="14" height="12"/>`
    return h`<span class="key"><svg viewBox="0 0 22 12" aria-hidden="true">${sign}</svg> ${name}</span>`
  })
  return h`<figure><figcaption>${title}</figcaption>
<svg viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-label="${title}">${body}</svg>
<div>${legend}</div></figure>
`
}

function scale(most: number): Html {
  const lines = [0, 0.5, 1].map(part => {
    const y = round(PLOT.base - part * PLOT.height)
    return h`<line class="axis" x1="${SIZE.left}" x2="${SIZE.width - SIZE.right}" y1="${y}" y2="${y}"/><text x="${SIZE.left - 6}" y="${round(y + 4)}" text-anchor="end">${round(most * part)}</text>`
  })
  return h`${lines}`
}

function labelRow(labels: readonly string[], x: (index: number) => number): Html {
  const every = Math.ceil(labels.length / LABELS)
  const shown = labels.map((label, index) =>
    index % every === 0 ? h`<text x="${x(index)}" y="${SIZE.height - 8}" text-anchor="middle">${label}</text>` : NO_HTML
  )
  return h`${shown}`
}

/** The next of 1, 2, 5 times a power of ten: an axis that people can read. */
function niceTop(most: number): number {
  if (most <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 5, 10].map(factor => factor * power).find(top => top >= most) ?? most
}

const round = (value: number): number => Math.round(value * 10) / 10
