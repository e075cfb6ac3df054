import type { FindingFigures } from './finding-figures.js'
import type { Metrics } from './metrics.js'
import type { Ratio, Spread } from './statistics.js'

/** What a figure is: a share with both its numbers, days over so many, or a number. Null: nothing tells. */
export type FigureValue =
  | { readonly kind: 'share'; readonly value: Ratio | null }
  | { readonly kind: 'days'; readonly value: Spread | null }
  | { readonly kind: 'number'; readonly value: number | null }

/** One figure as views show it. */
export type Figure = FigureValue & {
  /** Name for machines, in snake case: that of OpenMetrics and of the query in `sql/`. */
  readonly id: string
  readonly title: string
  /** What it is of, where one figure is told of several. */
  readonly of: { readonly label: string; readonly value: string } | null
}

type Part = 'runs' | 'repositories' | 'findings' | 'exceptions'

/** Headings under which views put figures. */
export const PARTS: Readonly<Record<Part, string>> = {
  findings: 'Findings on default branches',
  exceptions: 'Exceptions',
  repositories: 'Repositories',
  runs: 'Runs of the gate'
}

/** Every figure of a fleet, by part, in the order of reading. */
export function figuresOf(metrics: Metrics): Readonly<Record<Part, readonly Figure[]>> {
  return {
    findings: findingPart(metrics),
    exceptions: exceptionPart(metrics),
    repositories: repositoryPart(metrics),
    runs: runPart(metrics)
  }
}

/** The figures that every group of findings has. */
export const groupFigures = (figures: FindingFigures): readonly Figure[] => [
  count('findings_opened', 'opened', figures.opened),
  count('findings_open', 'open', figures.open),
  count('findings_overdue', 'open and overdue', figures.overdue),
  share('sla', 'fixed within SLA', figures.sla),
  days('time_to_fix', 'days to fix', figures.timeToFix),
  share('reopened', 'came back within 90 days', figures.reopened),
  share('blocks_waived', 'blocks waived', figures.waived)
]

function findingPart(metrics: Metrics): readonly Figure[] {
  const { criticalByExposure, highTier0, secrets, updateLatency, containers } = metrics
  return [
    ...groupFigures(metrics),
    ...(criticalByExposure.length === 0 ? [days('critical_time_to_fix', 'days to fix, critical', null)] : []),
    ...criticalByExposure.map(({ exposure, ...spread }) =>
      days('critical_time_to_fix', 'days to fix, critical', spread, {
        label: 'exposure',
        value: exposure ?? 'not known'
      })
    ),
    days('high_tier_0_time_to_fix', 'days to fix, high at tier 0', highTier0),
    count('secrets_introduced', 'secrets introduced', secrets.introduced),
    share('update_latency_known', 'updates whose fix has a date', updateLatency.known),
    days('update_latency', 'days from fix to update', updateLatency.days),
    share('containers_pass', 'images pass the policy', containers)
  ]
}

function exceptionPart({ exceptions }: Metrics): readonly Figure[] {
  const { approverConcentration } = exceptions
  return [
    count('exceptions_active', 'active exceptions', exceptions.active),
    ...exceptions.byType.map(({ type, count: own }) =>
      count('exceptions_active_by_type', 'active exceptions', own, { label: 'type', value: type })
    ),
    days('exceptions_days_left', 'days left', exceptions.daysLeft),
    days('exceptions_age', 'age in days', exceptions.age),
    share('exceptions_expired_but_open', 'expired but open', exceptions.expiredButOpen),
    share('exceptions_renewed', 'renewals', exceptions.renewals),
    share('approver_concentration', 'approvals by one approver', approverConcentration),
    days('time_to_decide', 'days to decide a request', exceptions.timeToDecide),
    share('requests_undecided', 'requests not decided', exceptions.undecided),
    count('break_glass', 'break-glass', exceptions.breakGlass),
    share('break_glass_reviewed', 'break-glass reviewed in time', exceptions.breakGlassReviewed)
  ]
}

const repositoryPart = ({ silent, coverage }: Metrics): readonly Figure[] => [
  share('repositories_silent', 'silent repositories', silent),
  ...coverage.map(({ category, ...ratio }) =>
    share('coverage', 'scanned in time', ratio, { label: 'category', value: category })
  )
]

function runPart({ verdicts, complete, undecided, duration, wouldBlock }: Metrics): readonly Figure[] {
  return [
    ...(['block', 'warn', 'pass'] as const).map(verdict =>
      share('verdict', 'verdict', verdicts[verdict], { label: 'verdict', value: verdict })
    ),
    share('evidence_complete', 'evidence complete', complete),
    share('could_not_decide', 'could not decide', undecided),
    days('gate_duration', 'time of the gate', duration),
    share('would_block', 'would block if enforced', wouldBlock)
  ]
}

const share = (id: string, title: string, value: Ratio | null, of: Figure['of'] = null): Figure => ({
  kind: 'share',
  id,
  title,
  of,
  value
})

const days = (id: string, title: string, value: Spread | null, of: Figure['of'] = null): Figure => ({
  kind: 'days',
  id,
  title,
  of,
  value
})

const count = (id: string, title: string, value: number | null, of: Figure['of'] = null): Figure => ({
  kind: 'number',
  id,
  title,
  of,
  value
})

/** Whether there is anything that the figure rests on. */
export function isKnown({ kind, value }: FigureValue): boolean {
  if (value === null) return false
  if (kind === 'share') return value.denominator > 0
  return kind === 'number' || value.count > 0
}

/** A figure in words, with what it is a share of; `not known` where it rests on nothing. */
export function figureWords(figure: FigureValue): string {
  if (figure.value === null || !isKnown(figure)) return 'not known'
  switch (figure.kind) {
    case 'share': {
      const { numerator, denominator } = figure.value
      return `${numerator} / ${denominator} (${percent(figure.value)} %)`
    }
    case 'days': {
      const { count: of, mean, median, p90 } = figure.value
      return `mean ${mean}, median ${median}, p90 ${p90} (of ${of})`
    }
    case 'number':
      return String(figure.value)
    default:
      return figure satisfies never
  }
}

/** Whole per cent; one of a thousand is not none of them, and 999 are not all. */
export const percent = ({ numerator, denominator }: Ratio): number => {
  const rounded = Math.round((100 * numerator) / denominator)
  if (rounded === 0 && numerator > 0) return 1
  return rounded === 100 && numerator < denominator ? 99 : rounded
}
