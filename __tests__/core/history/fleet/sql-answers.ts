import type { FindingFigures } from '../../../../src/core/history/fleet/finding-figures.js'
import type { Metrics } from '../../../../src/core/history/fleet/metrics.js'
import { AGES } from '../../../../src/core/history/fleet/special.js'
import type { Ratio, Spread } from '../../../../src/core/history/fleet/statistics.js'
import type { Answer } from './engines.js'

const part = (name: string, { numerator, denominator }: Ratio): Answer => ({
  [`${name}_part`]: numerator,
  [`${name}_whole`]: denominator
})

const daysOf = ({ mean, median, p90 }: Spread): Answer => ({ mean_days: mean, median_days: median, p90_days: p90 })

/** What a query of `sql/` has to answer, by its file: the figures of `metrics`, in the columns of the query. */
export function expectedAnswers(metrics: Metrics): Readonly<Record<string, readonly Answer[]>> {
  const { exceptions, undecided, complete, verdicts, wouldBlock, silent, updateLatency } = metrics
  const approvals = exceptions.approverConcentration
  return {
    runs: [
      {
        block: verdicts.block.numerator,
        warn: verdicts.warn.numerator,
        pass: verdicts.pass.numerator,
        complete: complete.numerator,
        decided: complete.denominator,
        could_not_decide: undecided.numerator,
        all_runs: undecided.denominator,
        ...part('would_block', wouldBlock)
      }
    ],
    silent: silent.repositories.map(({ repository, branch, lastScan }) => ({
      repository,
      branch,
      last_scan_s: lastScan === null ? null : Date.parse(lastScan) / 1000
    })),
    coverage: metrics.coverage.map(({ category, ...ratio }) => ({ category, ...part('covered', ratio) })),
    'exceptions-over': [{ ...part('expired_but_open', exceptions.expiredButOpen), break_glass: exceptions.breakGlass }],
    renewals: [part('renewals', exceptions.renewals)],
    approvers: [
      {
        approver: approvals.approver,
        approvals_part: approvals.numerator,
        approvals_whole: approvals.denominator
      }
    ],
    requests: [{ ...part('undecided', exceptions.undecided), ...daysOf(exceptions.timeToDecide) }],
    secrets: metrics.secrets.months.map(({ month, introduced }) => ({ month_name: month, introduced })),
    'update-latency': [{ ...part('known', updateLatency.known), ...daysOf(updateLatency.days) }],
    containers: [part('passing', metrics.containers)],
    exceptions: exceptionAnswers(metrics),
    ageing: metrics.ageing
      .map(({ severity, counts }) => ({
        severity,
        ...Object.fromEntries(
          [...AGES.map(age => `under_${age}`), 'older'].map((name, index) => [name, counts[index] ?? 0])
        )
      }))
      .sort((a, b) => (a.severity < b.severity ? -1 : 1))
  }
}

function exceptionAnswers({ exceptions }: Metrics): readonly Answer[] {
  const none = { mean_days: null, median_days: null, p90_days: null }
  const spreads = [
    { measure: 'age', spread: exceptions.age },
    { measure: 'days left', spread: exceptions.daysLeft }
  ]
  return [
    { measure: 'all', how_many: exceptions.active, ...none },
    ...exceptions.byType.map(({ type, count }) => ({ measure: `type ${type}`, how_many: count, ...none })),
    ...spreads.map(({ measure, spread }) => ({ measure, how_many: spread.count, ...daysOf(spread) }))
  ]
    .filter(({ how_many }) => how_many > 0)
    .sort((a, b) => (a.measure < b.measure ? -1 : 1))
}

/** The row of `findings` for a group. */
export const findingsAnswer = (grouping: string, label: string, figures: FindingFigures): Answer => ({
  grouping_name: grouping,
  label,
  opened: figures.opened,
  open_now: figures.open ?? 0,
  overdue: figures.overdue ?? 0,
  ...part('sla', figures.sla),
  measured: figures.timeToFix.count,
  ...daysOf(figures.timeToFix),
  ...part('came_back', figures.reopened)
})

/** The row of `blocks-waived` for a group. */
export const waivedAnswer = (grouping: string, label: string, { waived }: FindingFigures): Answer => ({
  grouping_name: grouping,
  label,
  ...part('waived', waived)
})
