import { type Figure, figuresOf, groupFigures } from '../../history/fleet/figures.js'
import type { Metrics } from '../../history/fleet/metrics.js'

/** Content type under which a server offers the text. */
export const OPENMETRICS_TYPE = 'application/openmetrics-text; version=1.0.0; charset=utf-8'

/** A number under a name of its own, with what it is of. */
interface Sample {
  readonly family: string
  readonly help: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/**
 * KPIs as OpenMetrics 1.0 (https://prometheus.io/docs/specs/om/open_metrics_spec/): gauges all, as figures of a file can
 * fall. A share is two gauges, so that shares of several fleets can be added before they are divided; what is not known
 * has no sample.
 */
export function metricsOpenMetrics(metrics: Metrics): string {
  const samples = [
    sample('decisions', 'decision files read', {}, metrics.decisions),
    sample('repositories', 'repositories', {}, metrics.repositories.length),
    ...Object.values(figuresOf(metrics)).flatMap(figures => figures.flatMap(figure => samplesOf(figure, ''))),
    ...metrics.rows.flatMap(({ tier, severity, ...own }) =>
      groupFigures(own).flatMap(figure => samplesOf(figure, 'by_tier_', { tier: String(tier), severity }))
    ),
    ...metrics.groups.flatMap(({ key, ...own }) =>
      metrics.by === null
        ? []
        : groupFigures(own).flatMap(figure => samplesOf(figure, `by_${metrics.by}_`, { [metrics.by ?? '']: key }))
    ),
    ...metrics.silent.repositories.map(({ repository, branch }) =>
      sample('repository_silent', 'repositories that nobody scans', { repository, branch: branch ?? '' }, 1)
    )
  ]
  const families = new Map<string, Sample[]>()
  for (const each of samples) families.set(each.family, [...(families.get(each.family) ?? []), each])
  return `${[...families.values()].map(familyText).join('')}# EOF\n`
}

const sample = (family: string, help: string, labels: Sample['labels'], value: number): Sample => ({
  family: `policy_gate_${family}`,
  help,
  labels,
  value
})

function samplesOf(figure: Figure, prefix: string, more: Sample['labels'] = {}): readonly Sample[] {
  const { id, title, of } = figure
  const labels = of === null ? more : { ...more, [of.label]: of.value }
  const name = `${prefix}${id}`
  if (figure.value === null) return []
  switch (figure.kind) {
    case 'share':
      return [
        sample(`${name}_part`, `${title}: the part`, labels, figure.value.numerator),
        sample(`${name}_whole`, `${title}: what it is a part of`, labels, figure.value.denominator)
      ]
    case 'days': {
      const { count, mean, median, p90 } = figure.value
      const statistics = Object.entries({ mean, median, p90 })
      return [
        sample(`${name}_measured`, `${title}: how many`, labels, count),
        ...statistics.flatMap(([statistic, value]) =>
          value === null ? [] : [sample(`${name}_days`, title, { ...labels, statistic }, value)]
        )
      ]
    }
    case 'number':
      return [sample(name, title, labels, figure.value)]
    default:
      return figure satisfies never
  }
}

function familyText(samples: readonly Sample[]): string {
  const [first] = samples
  if (first === undefined) return ''
  const lines = samples.map(({ family, labels, value }) => `${family}${labelText(labels)} ${value}\n`)
  return `# TYPE ${first.family} gauge\n# HELP ${first.family} ${escaped(first.help)}\n${lines.join('')}`
}

function labelText(labels: Sample['labels']): string {
  const entries = Object.entries(labels)
  return entries.length === 0 ? '' : `{${entries.map(([name, value]) => `${name}="${escaped(value)}"`).join(',')}}`
}

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"')
