import { expect, test } from '@jest/globals'
import type { Metrics } from '../../../../src/core/history/fleet/metrics.js'
import { metricsOfRows, question, rowsOfAll } from './collected.js'
import { duckdb, type Engine } from './engines.js'
import { at, decisionsOf, planFleet } from './made-up-fleet.js'
import { oddRuns } from './odd-runs.js'
import { expectedAnswers, findingsAnswer, waivedAnswer } from './sql-answers.js'

const year = rowsOfAll(decisionsOf(planFleet()))

/** Every query of `sql/` beside the same figure of `metrics`. */
async function compare(engine: Engine, metrics: Metrics, byRepository: Metrics): Promise<void> {
  for (const [query, expected] of Object.entries(expectedAnswers(metrics))) {
    const answers = await engine.ask(query)
    // Who approved most stands first; the others are no figure.
    const shown = query === 'approvers' ? answers.slice(0, 1) : answers
    const isEmpty = query === 'approvers' && metrics.exceptions.approverConcentration.denominator === 0
    expect({ query, answers: shown }).toEqual({ query, answers: isEmpty ? [] : expected })
  }
  const findings = await engine.ask('findings')
  const waived = await engine.ask('blocks-waived')
  const groups = [
    { grouping: 'all', label: 'all', figures: metrics },
    ...metrics.months.map(({ month, ...figures }) => ({ grouping: 'month', label: month, figures })),
    ...metrics.rows.map(({ tier, severity, ...figures }) => ({
      grouping: 'tier and severity',
      label: `${tier} ${severity}`,
      figures
    })),
    ...byRepository.groups.map(({ key, ...figures }) => ({ grouping: 'repository', label: key, figures }))
  ]
  for (const { grouping, label, figures } of groups) {
    const own = findings.find(row => row.grouping_name === grouping && row.label === label)
    if (own !== undefined) expect(own).toEqual(findingsAnswer(grouping, label, figures))
    else expect({ grouping, label, ...figures }).toMatchObject({ opened: 0, sla: { denominator: 0 } })
    const ownWaived = waived.find(row => row.grouping_name === grouping && row.label === label)
    const none = { ...waivedAnswer(grouping, label, figures), waived_part: 0, waived_whole: 0 }
    expect(ownWaived ?? none).toEqual(waivedAnswer(grouping, label, figures))
  }
}

const CASES = [
  { name: 'the made-up year', rows: year, asked: question(at(360)) },
  { name: 'half of it', rows: year, asked: question(at(180), { since: Date.parse(at(90)) / 1000 }) },
  ...Array.from({ length: 12 }, (_, seed) => ({
    name: `odd runs ${seed}`,
    rows: oddRuns(seed, 150),
    asked: question('2026-09-20T00:00:00Z', { since: seed % 3 === 0 ? Date.UTC(2026, 6, 1) / 1000 : 0 })
  }))
]

test.each(CASES)('in DuckDB every figure equals that of metrics: $name', async ({ rows, asked }) => {
  const engine = await duckdb(rows, asked)
  try {
    await compare(engine, metricsOfRows(rows, asked), metricsOfRows(rows, asked, 'repository'))
  } finally {
    await engine.end()
  }
})
