import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { KNOWN_SEVERITIES, severityRank } from '../../../src/core/finding.js'
import { TIERS } from '../../../src/core/policy/policy.js'
import { slaOf, timeToFix } from '../../../src/core/policy/sla.js'
import { triesOf } from '../../thorough.js'
import { load, shared } from './support.js'

const DAY = 86_400_000
const START = '2026-01-01T00:00:00Z'
const day = (n: number) => Date.parse(START) + n * DAY

const withSla = (sla: string) => load(`version: 1\nrules: [{id: a, when: {}, verdict: block}]\nsla: ${sla}\n`)
const CONTRACT =
  '{tier-0: {critical: 7d, high: 14d, medium: 30d, low: 90d}, tier-1: {critical: 14d, high: 30d, medium: 90d}, kev: 3d}'
const high = { tier: 1, severity: 'high', kev: null, firstDetected: START } as const

describe('status', () => {
  test.each([
    [0, 'within'],
    [23.99, 'within'],
    [24, 'due-soon'],
    [29.99, 'due-soon'],
    [30, 'breached'],
    [400, 'breached']
  ] as const)('30 days, on day %d: %s', async (days, status) => {
    expect(slaOf(await withSla(CONTRACT), high, day(days))).toEqual({ due: '2026-01-31T00:00:00Z', status })
  })

  test.each([
    [82.9, 'within'],
    [83, 'due-soon']
  ] as const)('90 days are due soon in the last seven: day %d: %s', async (days, status) => {
    expect(slaOf(await withSla(CONTRACT), { ...high, tier: 0, severity: 'low' }, day(days))?.status).toBe(status)
  })

  test.each([
    ['no first detection', { ...high, firstDetected: null }],
    ['an unreadable first detection', { ...high, firstDetected: 'yesterday' }],
    ['no time for the tier', { ...high, tier: 2 }],
    ['no time for the severity', { ...high, severity: 'low' }]
  ] as const)('%s: none', async (_name, question) => {
    expect(slaOf(await withSla(CONTRACT), question, day(400))).toBeNull()
  })

  test('known exploited: the shorter time, whatever the tier; not known: no change', async () => {
    const policy = await withSla(CONTRACT)
    expect(timeToFix(policy, { ...high, kev: true })).toBe(3 * DAY)
    expect(timeToFix(policy, { tier: 2, severity: 'none', kev: true })).toBe(3 * DAY)
    expect(timeToFix(policy, { ...high, kev: false })).toBe(30 * DAY)
    expect(timeToFix(policy, { ...high, kev: null })).toBe(30 * DAY)
  })

  test('the shortest time of all layers counts', async () => {
    const policy = await load(
      `version: 1\nextends: "${shared('org.yml')}"\nrules: [{id: a, when: {}, verdict: block}]\nsla: {tier-1: {high: 300d, low: 10d}}\n`,
      { 'org.yml': `version: 1\nsla: ${CONTRACT}\n` }
    )
    expect(timeToFix(policy, high)).toBe(10 * DAY)
    expect(timeToFix(policy, { ...high, tier: 0, severity: 'critical' })).toBe(7 * DAY)
  })
})

test('what is worse never has more time, whatever the table', async () => {
  const cell = fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined })
  const row = fc.record({ critical: cell, high: cell, medium: cell, low: cell })
  await fc.assert(
    fc.asyncProperty(fc.record({ 'tier-0': row, 'tier-1': row, 'tier-2': row }), async table => {
      const rows = Object.entries(table).map(([tier, cells]) => {
        const given = Object.entries(cells).filter(([, time]) => time !== undefined)
        return `${tier}: {${[...given.map(([severity, time]) => `${severity}: ${time}d`), ...(given.length === 0 ? ['low: 99d'] : [])].join(', ')}}`
      })
      const policy = await withSla(`{${rows.join(', ')}, kev: 9d}`)
      const time = (tier: 0 | 1 | 2, severity: (typeof KNOWN_SEVERITIES)[number], kev: boolean | null) =>
        timeToFix(policy, { tier, severity, kev }) ?? Number.POSITIVE_INFINITY
      for (const tier of TIERS)
        for (const severity of KNOWN_SEVERITIES) {
          expect(time(tier, severity, true)).toBeLessThanOrEqual(time(tier, severity, null))
          for (const worse of KNOWN_SEVERITIES.filter(other => severityRank(other) >= severityRank(severity)))
            for (const closer of TIERS.filter(other => other <= tier))
              expect(time(closer, worse, null)).toBeLessThanOrEqual(time(tier, severity, null))
        }
    }),
    { numRuns: triesOf(30) }
  )
})
