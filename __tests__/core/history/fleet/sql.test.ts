import { expect, test } from '@jest/globals'
import { GROUPINGS, type Grouping } from '../../../../src/core/history/fleet/finding-figures.js'
import type { Metrics } from '../../../../src/core/history/fleet/metrics.js'
import { metricsOfRows, question, rowsOfAll } from './collected.js'
import { duckdb, type Engine, postgres } from './engines.js'
import { at, decisionsOf, planFleet } from './made-up-fleet.js'
import { oddRuns } from './odd-runs.js'
import { expectedAnswers, findingsAnswer, waivedAnswer } from './sql-answers.js'

const year = rowsOfAll(decisionsOf(planFleet()))

/** Every query of `sql/` beside the same figure of `metrics`. */
async function compare(engine: Engine, metricsBy: (by: Grouping | null) => Metrics): Promise<void> {
  const metrics = metricsBy(null)
  for (const [query, expected] of Object.entries(expectedAnswers(metrics))) {
    const answers = await engine.ask(query)
    // Who approved most stands first; the others are no figure.
    const shown = query === 'approvers' ? answers.slice(0, 1) : answers
    const isEmpty = query === 'approvers' && metrics.exceptions.approverConcentration.denominator === 0
    expect({ query, answers: shown }).toEqual({ query, answers: isEmpty ? [] : expected })
  }
  // One exception has as many rows as approvers, and each that holds has one.
  const accepted = await engine.ask('accepted')
  const held = new Set(accepted.map(row => JSON.stringify([row.repository, row.exception_id])))
  expect(held.size).toBe(metrics.exceptions.active)
  const findings = await engine.ask('findings')
  const waived = await engine.ask('blocks-waived')
  for (const { grouping, label, figures } of groupsOf(metricsBy)) {
    const own = findings.find(row => row.grouping_name === grouping && row.label === label)
    if (own !== undefined) expect(own).toEqual(findingsAnswer(grouping, label, figures))
    else expect({ grouping, label, ...figures }).toMatchObject({ opened: 0, sla: { denominator: 0 } })
    const ownWaived = waived.find(row => row.grouping_name === grouping && row.label === label)
    const none = { ...waivedAnswer(grouping, label, figures), waived_part: 0, waived_whole: 0 }
    expect(ownWaived ?? none).toEqual(waivedAnswer(grouping, label, figures))
  }
  for (const { exposure, ...spread } of metrics.criticalByExposure) {
    const own = findings.find(row => row.grouping_name === 'critical by exposure' && row.label === (exposure ?? ''))
    expect(own).toMatchObject({ measured: spread.count, mean_days: spread.mean, p90_days: spread.p90 })
  }
  const high = findings.find(({ grouping_name }) => grouping_name === 'high at tier 0')
  expect(high?.measured ?? 0).toBe(metrics.highTier0.count)
  expect(high?.median_days ?? null).toBe(metrics.highTier0.median)
}

const groupsOf = (metricsBy: (by: Grouping | null) => Metrics) => [
  { grouping: 'all', label: 'all', figures: metricsBy(null) },
  ...metricsBy(null).rows.map(({ tier, severity, ...figures }) => ({
    grouping: 'tier and severity',
    label: `${tier} ${severity}`,
    figures
  })),
  ...GROUPINGS.flatMap(by =>
    metricsBy(by).groups.map(({ key, ...figures }) => ({ grouping: by as string, label: key, figures }))
  )
]

const CASES = [
  { name: 'the made-up year', rows: year, asked: question(at(360)) },
  { name: 'half of it', rows: year, asked: question(at(180), { since: Date.parse(at(90)) / 1000 }) },
  ...Array.from({ length: 12 }, (_, seed) => ({
    name: `odd runs ${seed}`,
    rows: oddRuns(seed, 150),
    asked: question('2026-09-20T00:00:00Z', { since: seed % 3 === 0 ? Date.UTC(2026, 6, 1) / 1000 : 0 })
  }))
]

/** The engine within the process, and the server that whoever runs the tests has started. */
const socket = process.env.POLICY_GATE_POSTGRES
const ENGINES = [
  { engine: 'DuckDB', open: duckdb },
  ...(socket === undefined
    ? []
    : [{ engine: 'PostgreSQL', open: (...given: Parameters<typeof duckdb>) => postgres(socket, ...given) }])
]

test.each(ENGINES.flatMap(engine => CASES.map(each => ({ ...engine, ...each }))))(
  'in $engine every figure equals that of metrics: $name',
  async ({ open, rows, asked }) => {
    const engine = await open(rows, asked)
    try {
      await compare(engine, by => metricsOfRows(rows, asked, by))
    } finally {
      await engine.end()
    }
  }
)
