import type { Metrics, Ratio, Spread } from '../../history/metrics.js'
import { VERDICTS } from '../../policy/policy.js'

/** KPIs for the terminal; every share with numerator and denominator. */
export function metricsText(metrics: Metrics): string {
  const { decisions, from, to, verdicts, complete, exceptions, waived, sla, timeToFix, overdue, rows } = metrics
  const lines = [
    `${decisions} decisions${from === null ? '' : `, ${from} to ${to}`}`,
    ...VERDICTS.map(verdict => line(`verdict ${verdict}`, ratio(verdicts[verdict]))),
    line('evidence complete', ratio(complete)),
    line('active exceptions', `${exceptions.active}; days left: ${spread(exceptions.daysLeft)}`),
    line('expired but open', ratio(exceptions.expiredButOpen)),
    line('blocks waived', ratio(waived)),
    line('fixed within SLA', ratio(sla)),
    line('open and overdue', String(overdue)),
    line('days to fix', spread(timeToFix)),
    '',
    'tier  severity  blocks waived     fixed within SLA  overdue  days to fix',
    ...rows.map(row =>
      [
        String(row.tier).padEnd(4),
        row.severity.padEnd(8),
        ratio(row.waived).padEnd(16),
        ratio(row.sla).padEnd(16),
        String(row.overdue).padEnd(7),
        spread(row.timeToFix)
      ].join('  ')
    )
  ]
  return `${lines.join('\n')}\n`
}

const line = (name: string, value: string): string => `${name.padEnd(20)} ${value}`

function ratio({ numerator, denominator }: Ratio): string {
  const percent = denominator === 0 ? 'no data' : `${Math.round((100 * numerator) / denominator)} %`
  return `${numerator} / ${denominator} (${percent})`
}

const spread = ({ count, median, p90 }: Spread): string =>
  count === 0 ? 'no data' : `median ${median}, p90 ${p90} (of ${count})`
