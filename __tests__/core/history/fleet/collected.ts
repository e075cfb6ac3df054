import { createHash } from 'node:crypto'
import type { Decision } from '../../../../src/core/decision/decision.js'
import { FleetCollector } from '../../../../src/core/history/fleet/collector.js'
import type { Grouping } from '../../../../src/core/history/fleet/finding-figures.js'
import { type Metrics, metricsOf } from '../../../../src/core/history/fleet/metrics.js'
import type { FleetQuestion } from '../../../../src/core/history/fleet/period.js'
import { type DecisionRows, rowsOf } from '../../../../src/core/history/fleet/rows/rows.js'
import { decisionJson } from '../../../../src/core/reports/files/decision-json.js'

const DAY_SECONDS = 86_400

/** The rows of decisions, as their files give them. */
export const rowsOfAll = (decisions: readonly Decision[]): readonly DecisionRows[] =>
  decisions.map(decision => {
    const text = decisionJson(decision)
    return rowsOf({ document: JSON.parse(text), version: 2, sha256: createHash('sha256').update(text).digest('hex') })
  })

/** A question about now, an instant; everything of before counts. */
export const question = (now: string, more: Partial<FleetQuestion> = {}): FleetQuestion => ({
  now: Date.parse(now) / 1000,
  since: 0,
  within: 14 * DAY_SECONDS,
  branches: [],
  ...more
})

export function metricsOfRows(
  rows: readonly DecisionRows[],
  asked: FleetQuestion,
  by: Grouping | null = null
): Metrics {
  const collector = new FleetCollector(asked.now)
  for (const each of rows) collector.add(each)
  return metricsOf(collector.repositories(), asked, by)
}
