import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { KNOWN_SEVERITIES, type KnownSeverity, type Severity, type State } from '../../src/core/finding.js'
import type { IdentifiedFinding } from '../../src/core/identity/identified.js'
import { loadPolicy } from '../../src/core/policy/layers/layers.js'
import { type Policy, VERDICTS } from '../../src/core/policy/policy.js'
import { decideOn, identified, NOW } from '../core/decision/evaluation.js'
import { triesOf } from '../thorough.js'

/**
 * The contract's law: a finding, rule or layer more, a higher severity, a more critical tier, or learning that something
 * is exploited, never makes the verdict milder. It holds for every policy as far as rules and layers are added. As far
 * as facts of a finding get worse it holds for policies that are closed upwards: whose rules, matching a finding, match
 * the same finding made worse. A rule on `severity: high` alone is not (`lint` warns of it); all presets are.
 */
interface Spec {
  readonly tier: number
  readonly severity: Severity
  readonly state: Exclude<State, 'fixed'>
  readonly kev: boolean | null
  readonly days: number
  readonly exposed: boolean
}

const spec: fc.Arbitrary<Spec> = fc.record({
  tier: fc.constantFrom(0, 1, 2),
  severity: fc.constantFrom<Severity>('none', 'low', 'medium', 'high', 'critical', 'unknown'),
  state: fc.constantFrom('introduced', 'newly-disclosed', 'existing', 'unknown'),
  kev: fc.constantFrom(true, false, null),
  days: fc.integer({ min: 0, max: 100 }),
  exposed: fc.boolean()
})
const findings = fc.array(spec, { maxLength: 5 })

function findingOf({ tier, severity, state, kev, days, exposed }: Spec): IdentifiedFinding {
  const path = `${tier}/${exposed ? 'out' : 'in'}/lock.json`
  const place = { path, startLine: 1, startColumn: null, endLine: 1, endColumn: null }
  const known = identified({ category: 'sca', severity, location: place }, state)
  const firstDetected = new Date(Date.parse(NOW) - days * 86_400_000).toISOString()
  return {
    ...known,
    identity: { ...known.identity, firstDetected },
    facts: { kev, kevEntry: null, epss: null, reachability: 'unknown' }
  }
}

const ASSETS = `assets:
${[0, 1, 2].map(tier => `  - { name: in${tier}, paths: ["${tier}/in/**"], tier: ${tier} }\n  - { name: out${tier}, paths: ["${tier}/out/**"], tier: ${tier}, exposure: internet }`).join('\n')}
`

const condition = {
  minSeverity: fc.constantFrom(null, ...KNOWN_SEVERITIES),
  tiers: fc.constantFrom(null, '[0]', '[0, 1]', '[0, 1, 2]'),
  state: fc.constantFrom(null, 'introduced', '[introduced, unknown]', 'existing'),
  kev: fc.constantFrom(null, true),
  sla: fc.constantFrom(null, 'breached', '[due-soon, breached]'),
  moreThan: fc.constantFrom(null, null, 1, 2),
  verdict: fc.constantFrom('pass', 'warn', 'block'),
  mode: fc.constantFrom('monitor', 'warn', 'enforce')
}
const upward = fc.record(condition)
/** Any rule at all, also such as match something milder and not the worse. */
const anyRule = fc.record({
  ...condition,
  kev: fc.constantFrom(null, true, false),
  tiers: fc.constantFrom(null, '[2]', '[1, 2]'),
  exposure: fc.constantFrom(null, 'internet')
})
type Rule = Readonly<Record<string, string | number | boolean | null>>

function ruleText(rule: Rule, id: string): string {
  const names = [
    ['min-severity', rule.minSeverity],
    ['tier', rule.tiers],
    ['state', rule.state],
    ['kev', rule.kev],
    ['sla', rule.sla],
    ['exposure', rule.exposure]
  ] as const
  const when = names.flatMap(([name, value]) => (value === null || value === undefined ? [] : [`${name}: ${value}`]))
  const more = rule.moreThan === null ? '' : `, more-than: ${rule.moreThan}`
  return `  - { id: ${id}, when: { ${when.join(', ')} }, verdict: ${rule.verdict}, mode: ${rule.mode}${more} }`
}
const rulesText = (rules: readonly Rule[], prefix: string) =>
  rules.map((rule, index) => ruleText(rule, `${prefix}${index}`)).join('\n')
const SLA = 'sla: { tier-2: { critical: 7d, high: 14d, medium: 30d }, kev: 3d }\n'

const SHA = '0'.repeat(40)
const load = (text: string, base = ''): Promise<Policy> =>
  loadPolicy({ name: 'policy.yml', bytes: new TextEncoder().encode(`version: 1\n${text}`) }, async () =>
    new TextEncoder().encode(`version: 1\n${base}`)
  )

const PRESETS = ['baseline', 'strict', 'audit', 'bod-26-04'].map(name => `extends: [preset:${name}]\n${ASSETS}`)
const random = fc
  .array(upward, { minLength: 1, maxLength: 4 })
  .map(rules => `${ASSETS}${SLA}rules:\n${rulesText(rules, 'r')}\n`)
const closedUpwards = fc.oneof(fc.constantFrom(...PRESETS), random)

const rank = (policy: Policy, specs: readonly Spec[]): number =>
  VERDICTS.indexOf(decideOn(policy, specs.map(findingOf)).verdict)

/** The first finding made worse. */
const worsened = (specs: readonly Spec[], change: (worst: Spec) => Spec): readonly Spec[] =>
  specs.map((each, index) => (index === 0 ? change(each) : each))

const moreSevere = (severity: Severity, steps: number): KnownSeverity | 'unknown' =>
  severity === 'unknown'
    ? 'critical'
    : (KNOWN_SEVERITIES[Math.min(4, KNOWN_SEVERITIES.indexOf(severity) + steps)] ?? 'critical')

describe('never milder', () => {
  const facts: readonly (readonly [string, (worst: Spec) => Spec])[] = [
    ['a higher severity', worst => ({ ...worst, severity: moreSevere(worst.severity, 1) })],
    ['the highest severity', worst => ({ ...worst, severity: 'critical' })],
    ['a more critical tier', worst => ({ ...worst, tier: Math.max(0, worst.tier - 1) })],
    ['learning that it is exploited', worst => ({ ...worst, kev: true })],
    ['more time gone by', worst => ({ ...worst, days: worst.days + 30 })]
  ]
  test.each(facts)('with %s, under presets and policies that are closed upwards', async (_, change) => {
    await fc.assert(
      fc.asyncProperty(closedUpwards, fc.array(spec, { minLength: 1, maxLength: 5 }), async (text, specs) => {
        const policy = await load(text)
        expect(rank(policy, worsened(specs, change))).toBeGreaterThanOrEqual(rank(policy, specs))
      }),
      { numRuns: triesOf(150) }
    )
  })

  test('with a finding more, under any policy', async () => {
    const policies = fc.oneof(
      fc.constantFrom(...PRESETS),
      fc
        .array(anyRule, { minLength: 1, maxLength: 4 })
        .map(rules => `${ASSETS}${SLA}rules:\n${rulesText(rules, 'r')}\n`)
    )
    await fc.assert(
      fc.asyncProperty(policies, findings, spec, async (text, specs, more) => {
        const policy = await load(text)
        expect(rank(policy, [...specs, more])).toBeGreaterThanOrEqual(rank(policy, specs))
      }),
      { numRuns: triesOf(150) }
    )
  })

  test('with a rule more, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(closedUpwards, anyRule, findings, async (text, extra, specs) => {
        const rules = text.includes('rules:') ? text : `${text}rules:\n`
        const [before, after] = [await load(text), await load(`${rules}${ruleText(extra, 'more')}\n`)]
        expect(rank(after, specs)).toBeGreaterThanOrEqual(rank(before, specs))
      }),
      { numRuns: triesOf(150) }
    )
  })

  test('with a layer more, whatever it says', async () => {
    const layer = fc.record({
      rules: fc.array(anyRule, { maxLength: 3 }),
      mode: fc.constantFrom('monitor', 'warn', 'enforce'),
      unknown: fc.constantFrom(null, 'none', 'low', 'critical'),
      sla: fc.constantFrom('', 'sla: { tier-2: { low: 1d } }\n', 'sla: { tier-0: { critical: 900d } }\n'),
      assets: fc.constantFrom(
        '',
        'assets: [{ name: all, paths: ["**"], tier: 2 }]\n',
        'assets: [{ name: all, paths: ["0/in/**"], tier: 2, exposure: none }, { name: two, paths: ["2/**"], tier: 0 }]\n'
      ),
      scans: fc.constantFrom('', 'scans: [{ id: sast, category: sast, if-missing: pass }]\n'),
      suppressions: fc.constantFrom('', 'suppressions: honour\n')
    })
    await fc.assert(
      fc.asyncProperty(closedUpwards, layer, findings, async (base, own, specs) => {
        const rules = own.rules.length === 0 ? '' : `rules:\n${rulesText(own.rules, 'own')}\n`
        const unknown = own.unknown === null ? '' : `unknown-severity: ${own.unknown}\n`
        const head = `extends: ["github:acme/security/base.yml@${SHA}"]\nmode: ${own.mode}\n`
        const above = await load(
          `${head}${unknown}${own.sla}${own.assets}${own.scans}${own.suppressions}${rules}`,
          base
        )
        expect(rank(above, specs)).toBeGreaterThanOrEqual(rank(await load(base), specs))
      }),
      { numRuns: triesOf(200) }
    )
  })
})
