import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CATEGORIES, KNOWN_SEVERITIES, type KnownSeverity, STATES } from '../../../src/core/finding.js'
import { compileAssets } from '../../../src/core/policy/assets.js'
import { compile } from '../../../src/core/policy/conditions/conditions.js'
import type { Subject } from '../../../src/core/policy/conditions/subject.js'
import { loadPolicy, presetSource } from '../../../src/core/policy/layers/layers.js'
import { PRESET_NAMES } from '../../../src/core/policy/layers/references.js'
import { MODES, type Policy, TIERS, type Tier, VERDICTS, type Verdict, worst } from '../../../src/core/policy/policy.js'
import { slaOf } from '../../../src/core/policy/sla.js'
import { triesOf } from '../../thorough.js'
import { encode, load, shared, UNKNOWN } from './support.js'

const NOW = Date.parse('2026-11-23T15:00:00Z')
const DAY = 86_400_000

/** What the gate knows of a finding before it asks the policy. */
type Facts = Pick<Subject, 'severity' | 'category' | 'state' | 'kev' | 'epss' | 'inDiff' | 'age'> & {
  readonly path: string
  readonly tier: Tier
  readonly exposure: string | null
}

/** The verdict of the rules of a policy on one finding, by the contract: the strictest match, capped by its mode. */
function verdictOf(policy: Policy, facts: Facts): Verdict {
  const effectiveSeverity: KnownSeverity = facts.severity === 'unknown' ? policy.unknownSeverity : facts.severity
  const asset = compileAssets(policy, facts.tier)({ path: facts.path, placeProblem: null })
  const firstDetected = facts.age === null ? null : new Date(NOW - facts.age).toISOString()
  const sla = slaOf(policy, { tier: asset.tier, severity: effectiveSeverity, kev: facts.kev, firstDetected }, NOW)
  const subject: Subject = {
    ...UNKNOWN,
    ...facts,
    tier: asset.tier,
    paths: [facts.path],
    assets: [asset.asset],
    exposures: [asset.exposure ?? facts.exposure],
    effectiveSeverity,
    slaStatus: sla?.status ?? null
  }
  const caps = { monitor: 'pass', warn: 'warn', enforce: 'block' } as const
  return policy.rules
    .filter(rule => compile(rule)(subject))
    .map(({ verdict, mode }) => VERDICTS[Math.min(VERDICTS.indexOf(verdict), VERDICTS.indexOf(caps[mode]))] ?? 'block')
    .reduce(worst, 'pass')
}

const facts: fc.Arbitrary<Facts> = fc.record({
  severity: fc.constantFrom(...KNOWN_SEVERITIES, 'unknown' as const),
  category: fc.constantFrom(...CATEGORIES.filter(category => category !== 'quality')),
  state: fc.constantFrom(...STATES.filter(state => state !== 'fixed')),
  kev: fc.constantFrom(true, false, null),
  epss: fc.constantFrom(null, 0.01, 0.5),
  inDiff: fc.constantFrom(true, false, null),
  age: fc.constantFrom(null, 0, 4 * DAY, 15 * DAY, 61 * DAY),
  path: fc.constantFrom('src/a.ts', 'lib/b.ts', 'test/c.ts'),
  tier: fc.constantFrom(...TIERS),
  exposure: fc.constantFrom(null, 'internet')
})

const rank = (verdict: Verdict) => VERDICTS.indexOf(verdict)

/** The finding with one fact worse, or as it was where it cannot get worse. */
const WORSE: readonly ((finding: Facts) => Facts)[] = [
  finding => ({
    ...finding,
    severity:
      finding.severity === 'unknown'
        ? 'critical'
        : (KNOWN_SEVERITIES[KNOWN_SEVERITIES.indexOf(finding.severity) + 1] ?? 'critical')
  }),
  finding => ({ ...finding, tier: finding.tier === 2 ? 1 : 0 }),
  finding => ({ ...finding, kev: true }),
  finding => ({ ...finding, epss: 0.9 }),
  finding => ({ ...finding, exposure: 'internet' }),
  finding => ({ ...finding, age: (finding.age ?? 0) + 30 * DAY })
]

describe('presets', () => {
  test.each(PRESET_NAMES)('%s: a finding that gets worse never gets a milder verdict', async name => {
    const policy = await loadPolicy(presetSource(name), async () => encode(''))
    fc.assert(
      fc.property(facts, fc.constantFrom(...WORSE), (finding, worsen) => {
        expect(rank(verdictOf(policy, worsen(finding)))).toBeGreaterThanOrEqual(rank(verdictOf(policy, finding)))
      }),
      { numRuns: triesOf(500) }
    )
  })

  test.each(PRESET_NAMES.filter(name => name !== 'audit'))('%s stops something, and not everything', async name => {
    const policy = await loadPolicy(presetSource(name), async () => encode(''))
    const all = fc.sample(facts, { numRuns: 500, seed: 1 }).map(finding => verdictOf(policy, finding))
    for (const verdict of VERDICTS) expect(all).toContain(verdict)
  })

  test('audit stops nothing, and sees what baseline and strict would stop', async () => {
    const [audit, baseline, strict] = await Promise.all(
      ['audit', 'baseline', 'strict'].map(name => loadPolicy(presetSource(name), async () => encode('')))
    )
    if (!audit || !baseline || !strict) throw new Error('three presets are expected')
    const enforced = { ...audit, rules: audit.rules.map(rule => ({ ...rule, mode: 'enforce' as const })) }
    fc.assert(
      fc.property(facts, finding => {
        expect(verdictOf(audit, finding)).toBe('pass')
        const seen = verdictOf(enforced, finding.severity === 'unknown' ? { ...finding, severity: 'high' } : finding)
        const known = finding.severity === 'unknown' ? { ...finding, severity: 'high' as const } : finding
        for (const other of [baseline, strict]) {
          if (verdictOf(other, known) === 'block') expect(seen).toBe('block')
        }
      }),
      { numRuns: triesOf(300) }
    )
  })

  test.each([
    ['a high finding of a first run, without baseline and diff', { severity: 'high', state: 'unknown' }, 'block'],
    ['one without any severity', { severity: 'unknown', state: 'unknown' }, 'block'],
    ['a medium one', { severity: 'medium', state: 'unknown' }, 'pass'],
    ['a medium one on changed lines', { severity: 'medium', state: 'unknown', inDiff: true }, 'warn'],
    ['a medium one that the change brings in', { severity: 'medium', state: 'introduced' }, 'warn'],
    ['the backlog', { severity: 'critical', state: 'existing' }, 'pass'],
    ['a backlog that is being exploited', { severity: 'low', state: 'existing', kev: true }, 'warn'],
    ['a low secret of a change', { severity: 'low', state: 'introduced', category: 'secret' }, 'block'],
    ['a high finding in the least critical part', { severity: 'high', state: 'introduced', tier: 2 }, 'warn'],
    ['a newly disclosed critical one', { severity: 'critical', state: 'newly-disclosed' }, 'warn']
  ] as const)('baseline: %s', async (_name, known, expected) => {
    const policy = await loadPolicy(presetSource('baseline'), async () => encode(''))
    const least: Facts = {
      severity: 'low',
      category: 'sast',
      state: 'existing',
      kev: null,
      epss: null,
      inDiff: null,
      age: null,
      path: 'a',
      tier: 1,
      exposure: null
    }
    expect(verdictOf(policy, { ...least, ...known })).toBe(expected)
  })
})

describe('bod-26-04 is the table of the directive', () => {
  // In KEV, exposed, automatable: days for partial and for total impact (CERTCC/SSVC, cisa_bod_26_04_1_0_0).
  test.each([
    [false, false, false, null, null],
    [false, false, true, 60, 60],
    [false, true, false, 60, 14],
    [false, true, true, 14, 3],
    [true, false, false, 14, 14],
    [true, false, true, 14, 3],
    [true, true, false, 14, 3],
    [true, true, true, 3, 3]
  ])('KEV %s, exposed %s, automatable %s: %s and %s days', async (kev, exposed, automatable, partial, total) => {
    const policy = await loadPolicy(presetSource('bod-26-04'), async () => encode(''))
    for (const [severity, days] of [
      ['high', partial],
      ['critical', total]
    ] as const) {
      const blocks = (age: number) =>
        verdictOf(policy, {
          severity,
          category: 'sca',
          state: 'existing',
          kev,
          epss: automatable ? 0.4 : 0.01,
          inDiff: null,
          age,
          path: 'a',
          tier: 2,
          exposure: exposed ? 'internet' : 'internal'
        }) === 'block'
      expect(blocks(days === null ? 3650 * DAY : days * DAY)).toBe(days !== null)
      expect(blocks(days === null ? 0 : days * DAY - 1)).toBe(false)
    }
  })
})

describe('layers', () => {
  const rule = fc.record({
    verdict: fc.constantFrom(...VERDICTS),
    mode: fc.constantFrom(...MODES),
    when: fc.constantFrom(
      '{}',
      '{min-severity: high}',
      '{state: [introduced, unknown]}',
      '{kev: true}',
      '{sla: breached}',
      '{severity: [high]}',
      '{exposure: internet}',
      '{tier: [0, 1]}'
    ),
    unless: fc.constantFrom('', 'unless: {paths: "test/**"}, ', 'unless: {kev: false}, ')
  })
  const layer = fc.record({
    mode: fc.constantFrom(...MODES),
    unknown: fc.constantFrom(...KNOWN_SEVERITIES, ''),
    tier: fc.constantFrom(...TIERS),
    exposure: fc.constantFrom('', ', exposure: internet', ', exposure: internal'),
    days: fc.constantFrom(3, 14, 60),
    rules: fc.array(rule, { minLength: 1, maxLength: 3 })
  })
  type Layer = typeof layer extends fc.Arbitrary<infer T> ? T : never

  /** Every layer names all paths, so that none of them relies on the default tier. */
  const textOf = ({ mode, unknown, tier, exposure, days, rules }: Layer, name: string) =>
    [
      'version: 1',
      `mode: ${mode}`,
      unknown && `unknown-severity: ${unknown}`,
      `assets: [{name: ${name}, paths: "**", tier: ${tier}${exposure}}]`,
      `sla: {tier-1: {high: ${days}d}}`,
      `rules: [${rules.map((entry, index) => `{id: ${name}-${index}, when: ${entry.when}, ${entry.unless}verdict: ${entry.verdict}, mode: ${entry.mode}}`).join(', ')}]`
    ]
      .filter(line => line !== '')
      .join('\n')

  /** Rules on tiers, exposure and severities of these layers are closed upwards, as the contract asks of a policy. */
  const isClosed = ({ rules }: Layer) => rules.every(({ when }) => when !== '{severity: [high]}')

  test('a layer on top of another never makes a verdict milder', async () => {
    await fc.assert(
      fc.asyncProperty(layer.filter(isClosed), layer, facts, async (org, own, finding) => {
        const base = await load(textOf(org, 'org'))
        const both = await load(`${textOf(own, 'own')}\nextends: "${shared('org.yml')}"\n`, {
          'org.yml': textOf(org, 'org')
        })
        const seen = { ...finding, exposure: null } // only assets say what is exposed
        expect(rank(verdictOf(both, seen))).toBeGreaterThanOrEqual(rank(verdictOf(base, seen)))
      }),
      { numRuns: triesOf(300) }
    )
  })

  test('a further rule never makes a verdict milder', async () => {
    await fc.assert(
      fc.asyncProperty(layer, rule, facts, async (own, more, finding) => {
        const fewer = await load(textOf(own, 'own'))
        const all = await load(textOf({ ...own, rules: [...own.rules, more] }, 'own'))
        expect(rank(verdictOf(all, finding))).toBeGreaterThanOrEqual(rank(verdictOf(fewer, finding)))
      }),
      { numRuns: triesOf(200) }
    )
  })
})
