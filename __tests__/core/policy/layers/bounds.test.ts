import { describe, expect, test } from '@jest/globals'
import type { Policy } from '../../../../src/core/policy/policy.js'
import { load, shared } from '../support.js'

const DAY = 86_400_000
const RULE = 'rules: [{ id: r, when: {}, verdict: block }]'

/** Of two layers, the one that is extended first; and the other way round. */
const merged = (first: string, second: string): Promise<Policy> =>
  load(`version: 1\nextends: ["${shared('org.yml')}"]\n${second}\n`, { 'org.yml': `version: 1\n${RULE}\n${first}\n` })

const inBothOrders = async <T>(a: string, b: string, of: (policy: Policy) => T): Promise<readonly [T, T]> => [
  of(await merged(a, b)),
  of(await merged(b, a))
]

describe('of two layers, in either order', () => {
  test.each<[string, string, Record<string, number>]>([
    ['default: 1', 'default: 2', { default: 2 }],
    ['kev: 3', 'kev: 2', { default: 1, kev: 3 }],
    ['default: 2', 'kev: 1', { default: 2, kev: 2 }],
    ['{ default: 3, kev: 1 }', 'kev: 2', { default: 3, kev: 2 }],
    ['tier-0: 2', 'break-glass: 2', { default: 1, 'tier-0': 2, 'break-glass': 2 }],
    ['{ default: 2, tier-0: 3 }', '{ default: 1, tier-0: 4 }', { default: 2, 'tier-0': 4 }]
  ])('quorums %s and %s', async (a, b, expected) => {
    const entry = (text: string) => `exceptions: { quorum: ${text.startsWith('{') ? text : `{ ${text} }`} }`
    for (const quorum of await inBothOrders(entry(a), entry(b), ({ exceptions }) => exceptions.quorum))
      expect(Object.fromEntries(quorum)).toEqual(expected)
  })

  test.each<[string, string, number | null, number | null]>([
    ['kev: 3d', 'kev: 5d', 3, null],
    ['kev: 3d', '', 3, null],
    ['tier-1: { high: 14d }', 'tier-1: { high: 7d }', null, 7],
    ['tier-1: { high: 14d }', 'tier-2: { low: 9d }', null, 9],
    ['tier-1: { high: 14d }', 'tier-0: { high: 2d }', null, 14],
    ['tier-1: { high: 14d }', '', null, 14]
  ])('the longest exceptions %s and %s', async (a, b, kev, high) => {
    const entry = (text: string) => (text === '' ? '' : `exceptions: { max-duration: { ${text} } }`)
    const all = await inBothOrders(entry(a), entry(b), ({ exceptions }) => exceptions.maxDuration)
    for (const { kev: own, byTier } of all) {
      expect(own).toBe(kev === null ? null : kev * DAY)
      expect(byTier.get(1)?.get('high') ?? null).toBe(high === null ? null : high * DAY)
    }
  })

  test.each<[string, string, number | null, string]>([
    ['{ max-age: 7d }', '{ max-age: 2d }', 2, 'warn'],
    ['{ max-age: 7d }', '{ if-missing: pass }', 7, 'warn'],
    ['{ if-missing: warn }', '{ if-missing: pass }', null, 'warn'],
    ['{ if-missing: pass }', '{ if-missing: block }', null, 'block'],
    ['{ max-age: 7d }', '{ if-missing: block }', 7, 'block'],
    ['{ if-missing: pass }', '{ if-missing: pass }', null, 'pass']
  ])('feeds %s and %s', async (a, b, maxAge, ifMissing) => {
    const entry = (text: string) => `feeds: { epss: ${text} }`
    for (const feeds of await inBothOrders(entry(a), entry(b), policy => policy.feeds))
      expect([...feeds]).toEqual([['epss', { maxAge: maxAge === null ? null : maxAge * DAY, ifMissing }]])
  })

  test.each<[string, string, number | null, readonly string[]]>([
    ['max-age: 1d', 'max-age: 2d', 1, ['block', 'block', 'block', 'warn', 'warn']],
    ['max-age: 1d', '', 1, ['block', 'block', 'block', 'warn', 'warn']],
    ['if-stale: block', 'if-degraded: block', null, ['block', 'block', 'block', 'block', 'block']],
    ['if-missing: warn', 'if-missing: warn', null, ['warn', 'block', 'block', 'warn', 'warn']],
    // A layer below one that asks for no such scan, or for a stricter one, lets nothing off but what it asks for itself.
    ['if-invalid: pass', 'if-failed: pass', null, ['block', 'block', 'block', 'warn', 'warn']]
  ])('scans with %s and %s', async (a, b, maxAge, verdicts) => {
    const entry = (text: string) => `scans: [{ id: s, category: sast${text === '' ? '' : `, ${text}`} }]`
    for (const scans of await inBothOrders(entry(a), entry(b), policy => policy.scans)) {
      expect(scans).toHaveLength(1)
      const [{ maxAge: age, ifMissing, ifInvalid, ifFailed, ifDegraded, ifStale } = {}] = scans as readonly Partial<
        Policy['scans'][number]
      >[]
      expect(age).toBe(maxAge === null ? null : maxAge * DAY)
      expect([ifMissing, ifInvalid, ifFailed, ifDegraded, ifStale]).toEqual(verdicts)
    }
  })

  test.each<[string, string, string]>([
    ['low', 'critical', 'critical'],
    ['high', 'medium', 'high'],
    ['low', '', 'high'],
    ['low', 'low', 'low'],
    ['none', 'low', 'low']
  ])('findings without severity count as %s and %j', async (a, b, expected) => {
    const entry = (text: string) => (text === '' ? '' : `unknown-severity: ${text}`)
    expect(await inBothOrders(entry(a), entry(b), policy => policy.unknownSeverity)).toEqual([expected, expected])
  })

  test('suppressions are ignored where one layer ignores them', async () => {
    const all = await inBothOrders(
      'suppressions: { tier-0: ignore, tier-1: honour }',
      'suppressions: { tier-0: honour, tier-2: ignore }',
      policy => Object.fromEntries(policy.suppressions)
    )
    expect(all).toEqual(Array.from({ length: 2 }, () => ({ 0: 'ignore', 1: 'honour', 2: 'ignore' })))
  })

  test('the notice of an end is the earliest, of two weeks where nobody says', async () => {
    const notice = ({ exceptions }: Policy) => exceptions.expiringNotice / DAY
    const entry = (text: string) => `exceptions: { expiring-notice: ${text} }`
    expect(await inBothOrders(entry('3d'), entry('5d'), notice)).toEqual([5, 5])
    expect(await inBothOrders(entry('3d'), '', notice)).toEqual([3, 3])
    expect(await inBothOrders('', '', notice)).toEqual([14, 14])
  })
})

test.each<[string, string, string]>([
  ['suppressions: ignore', 'suppressions: honour', 'ignore ignore ignore'],
  ['suppressions: ignore', '', 'ignore ignore ignore'],
  ['suppressions: honour', '', 'honour honour honour'],
  ['suppressions: { tier-1: ignore }', 'suppressions: { tier-1: honour, tier-2: ignore }', 'honour ignore ignore']
])('of two layers, in either order, what is ignored stays so: %s and %s', async (a, b, expected) => {
  const words = await inBothOrders(a, b, ({ suppressions }) =>
    [0, 1, 2].map(tier => suppressions.get(tier as 0)).join(' ')
  )
  expect(words).toEqual([expected, expected])
})

test.each<[string, string, string]>([
  ['empty-runs: invalid', 'empty-runs: clean', 'invalid'],
  ['empty-runs: clean', '', 'clean'],
  ['', '', 'invalid']
])('of two layers, in either order, an empty file is what the stricter one says: %s and %s', async (a, b, expected) => {
  expect(await inBothOrders(a, b, ({ emptyRuns }) => emptyRuns)).toEqual([expected, expected])
})

test('the layer is named that decides what is ignored, and what an empty file is', async () => {
  const policy = await merged('suppressions: ignore\nempty-runs: clean', 'suppressions: honour\nempty-runs: invalid')
  expect(policy.origins.get('suppressions.tier-1')).toBe(shared('org.yml'))
  expect(policy.origins.get('empty-runs')).toBe('policy.yml')
})
