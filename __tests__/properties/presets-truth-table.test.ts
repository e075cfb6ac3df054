import { describe, expect, test } from '@jest/globals'
import type { Finding, Severity, State } from '../../src/core/finding.js'
import { loadPolicy } from '../../src/core/policy/layers/layers.js'
import type { Verdict } from '../../src/core/policy/policy.js'
import { decideOn, identified, NOW } from '../core/decision/evaluation.js'

/** One row of the table: everything that a preset could ask of a finding in a dependency. */
interface Row {
  readonly tier: 0 | 1 | 2
  readonly severity: Severity
  readonly state: Exclude<State, 'fixed'>
  readonly kev: boolean | null
  readonly fix: boolean | null
  readonly exposed: boolean
  readonly epss: number | null
  readonly days: number
}

const TIERS = [0, 1, 2] as const
const SEVERITIES = ['none', 'low', 'medium', 'high', 'critical', 'unknown'] as const
const STATES = ['introduced', 'newly-disclosed', 'existing', 'unknown'] as const
const TRI = [true, false, null] as const

const rows: readonly Row[] = TIERS.flatMap(tier =>
  SEVERITIES.flatMap(severity =>
    STATES.flatMap(state =>
      TRI.flatMap(kev =>
        TRI.flatMap(fix =>
          [true, false].map(exposed => ({ tier, severity, state, kev, fix, exposed, epss: null, days: 0 }))
        )
      )
    )
  )
)

const policyOf = (preset: string) => {
  const assets = TIERS.flatMap(tier =>
    [true, false].map(
      exposed =>
        `  - { name: a${tier}${exposed}, paths: ["${tier}/${exposed}/**"], tier: ${tier}, exposure: ${exposed ? 'internet' : 'internal'} }`
    )
  )
  const text = `version: 1\nextends: [preset:${preset}]\nassets:\n${assets.join('\n')}\n`
  return loadPolicy({ name: 'policy.yml', bytes: new TextEncoder().encode(text) }, () =>
    Promise.reject(new Error('no other'))
  )
}

function findingOf({ tier, severity, state, kev, fix, exposed, epss, days }: Row) {
  const parts: Partial<Finding> = {
    category: 'sca',
    severity,
    fixAvailable: fix,
    location: { path: `${tier}/${exposed}/lock.json`, startLine: 1, startColumn: null, endLine: 1, endColumn: null }
  }
  const known = identified(parts, state)
  const firstDetected = new Date(Date.parse(NOW) - days * 86_400_000).toISOString()
  return {
    ...known,
    identity: { ...known.identity, firstDetected },
    facts: { kev, kevEntry: null, epss, reachability: 'unknown' as const }
  }
}

/** The verdict of one finding alone; feeds that are absent have verdicts of their own. */
async function verdicts(preset: string, table: readonly Row[]): Promise<readonly (Verdict | undefined)[]> {
  const policy = await policyOf(preset)
  return table.map(row => decideOn(policy, [findingOf(row)]).outcomes[0]?.verdict)
}

// The oracles are written from the comments at the head of each preset, in other words than the presets.

const isNew = ({ state }: Row) => state === 'introduced' || state === 'unknown'
const points = (severity: Severity, unknown: number) =>
  severity === 'unknown' ? unknown : ['none', 'low', 'medium', 'high', 'critical'].indexOf(severity)

function baseline(row: Row): Verdict {
  const worth = points(row.severity, 3)
  if (isNew(row)) {
    if (row.kev === true || worth === 4 || (worth === 3 && row.tier < 2)) return 'block'
    return worth === 3 || (worth === 2 && row.state === 'introduced') ? 'warn' : 'pass'
  }
  return row.kev === true || (row.state === 'newly-disclosed' && worth > 2) ? 'warn' : 'pass'
}

function strict(row: Row): Verdict {
  const worth = points(row.severity, 4)
  if (row.kev === true) return 'block'
  if (isNew(row)) return worth > 1 ? 'block' : 'warn'
  if (row.state === 'newly-disclosed' && worth === 4) return 'block'
  return worth > 2 ? 'warn' : 'pass'
}

describe('tier × severity × state × KEV × fix × exposure', () => {
  const oracles: readonly (readonly [string, (row: Row) => Verdict])[] = [
    ['baseline', baseline],
    ['strict', strict],
    ['audit', () => 'pass'],
    ['bod-26-04', ({ kev }) => (kev === true ? 'warn' : 'pass')]
  ]
  test.each(oracles)('%s', async (preset, oracle) => {
    const actual = await verdicts(preset, rows)
    const wrong = rows.flatMap((row, index) =>
      actual[index] === oracle(row) ? [] : [{ ...row, actual: actual[index], expected: oracle(row) }]
    )
    expect(rows).toHaveLength(1296)
    expect(wrong).toEqual([])
  })
})

describe('times to fix', () => {
  test("bod-26-04 is the directive's table", async () => {
    /** Days by in KEV, exposed, automatable; then partial and total impact. */
    const table: Readonly<Record<string, readonly [number, number]>> = {
      '000': [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
      '001': [60, 60],
      '010': [60, 14],
      '011': [14, 3],
      '100': [14, 14],
      '101': [14, 3],
      '110': [14, 3],
      '111': [3, 3]
    }
    const digit = (value: boolean) => (value ? '1' : '0')
    const grid: readonly Row[] = TRI.flatMap(kev =>
      [true, false].flatMap(exposed =>
        [null, 0.05, 0.1, 0.9].flatMap(epss =>
          (['medium', 'high', 'critical'] as const).flatMap(severity =>
            [0, 1, 2, 3, 4, 13, 14, 15, 59, 60, 400].map(days => ({
              tier: 1 as const,
              severity,
              state: 'existing' as const,
              kev,
              fix: null,
              exposed,
              epss,
              days
            }))
          )
        )
      )
    )
    const actual = await verdicts('bod-26-04', grid)
    const expected = grid.map(({ kev, exposed, epss, severity, days }): Verdict => {
      const key = digit(kev === true) + digit(exposed) + digit((epss ?? 0) >= 0.1)
      const limit = table[key]?.[severity === 'critical' ? 1 : 0] ?? 0
      return days >= limit ? 'block' : kev === true ? 'warn' : 'pass'
    })
    expect(grid.map((row, index) => ({ ...row, verdict: actual[index] }))).toEqual(
      grid.map((row, index) => ({ ...row, verdict: expected[index] }))
    )
  })

  test('strict blocks the backlog when its time is over', async () => {
    const limits: Readonly<Record<Severity, number>> = {
      none: Number.POSITIVE_INFINITY,
      low: 90,
      medium: 30,
      high: 14,
      critical: 7,
      unknown: 7
    }
    const grid: readonly Row[] = SEVERITIES.flatMap(severity =>
      TIERS.flatMap(tier =>
        Array.from({ length: 100 }, (_, days) => ({
          tier,
          severity,
          state: 'existing' as const,
          kev: null,
          fix: null,
          exposed: false,
          epss: null,
          days
        }))
      )
    )
    const actual = await verdicts('strict', grid)
    expect(grid.filter((_, index) => actual[index] === 'block')).toEqual(
      grid.filter(({ severity, days }) => days >= limits[severity])
    )
  })
})
