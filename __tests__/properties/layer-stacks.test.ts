import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Decision } from '../../src/core/decision/decision.js'
import { maxDuration, quorum, termsProblem } from '../../src/core/exceptions/terms.js'
import { CATEGORIES, type Category, KNOWN_SEVERITIES, type Severity } from '../../src/core/finding.js'
import { ConfigurationError } from '../../src/core/ground/errors.js'
import type { IdentifiedFinding } from '../../src/core/identity/identified.js'
import { ranIn } from '../../src/core/identity/ran.js'
import { loadPolicy } from '../../src/core/policy/layers/layers.js'
import { type Policy, TIERS, VERDICTS, type Verdict } from '../../src/core/policy/policy.js'
import { anInput, aRun, decideOn, identified, NOW } from '../core/decision/evaluation.js'
import { triesOf } from '../thorough.js'

/**
 * The contract's law of layers: a layer more, below all others, makes no verdict, quorum, bound or requirement milder,
 * whatever it says of assets, tools, severities, times and exceptions. The top layer names every place: the tier of what
 * nothing above names is for a layer below to say.
 */
const PATHS = ['pay/a.ts', 'pay/lab/b.ts', 'web/c.ts', 'd.ts']
const GLOBS = ['**', 'pay/**', 'pay/lab/**', 'web/**', '**/*.ts']
const NAMES = ['pci', 'lab', 'web', 'rest']
const EXPOSURES = ['internet', 'partner', 'none']
const TOOLS = ['gitleaks', 'Odd', 'CodeQL']

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1, maxLength: 2 })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })

const asset = fc.record(
  {
    name: fc.constantFrom(...NAMES),
    paths: some(GLOBS),
    tier: fc.constantFrom(...TIERS),
    exposure: fc.constantFrom(...EXPOSURES)
  },
  { requiredKeys: ['name', 'paths', 'tier'] }
)
const assets = fc.uniqueArray(asset, { selector: each => each.name, maxLength: 3 })

const conditions = fc.record(
  {
    tier: some(TIERS),
    asset: some(NAMES),
    exposure: some(EXPOSURES),
    category: some(CATEGORIES),
    severity: some(KNOWN_SEVERITIES),
    'min-severity': fc.constantFrom(...KNOWN_SEVERITIES),
    sla: some(['within', 'due-soon', 'breached']),
    tool: some(TOOLS)
  },
  { requiredKeys: [] }
)
/** A condition or two: more seldom match anything. */
const few = conditions.map(all => Object.fromEntries(Object.entries(all).slice(0, 2)))
const given = few.filter(each => Object.keys(each).length > 0)
const rule = fc.record(
  {
    when: few,
    unless: given,
    verdict: fc.constantFrom('warn', 'block'),
    'more-than': fc.constantFrom(1, 2),
    mode: fc.constantFrom('monitor', 'warn', 'enforce')
  },
  { requiredKeys: ['when', 'verdict'] }
)
const duration = fc.constantFrom('1d', '7d', '30d', '90d')
const table = fc.record(
  Object.fromEntries(
    TIERS.map(tier => [`tier-${tier}`, fc.record({ high: duration, low: duration }, { requiredKeys: [] })])
  ),
  { requiredKeys: [] }
)
const quorums = fc.record(
  Object.fromEntries(
    ['default', 'tier-0', 'tier-1', 'tier-2', 'kev', 'break-glass'].map(key => [key, fc.integer({ min: 1, max: 3 })])
  ),
  { requiredKeys: [] }
)
const layer = fc.record(
  {
    mode: fc.constantFrom('monitor', 'warn', 'enforce'),
    assets,
    rules: fc.array(rule, { minLength: 1, maxLength: 3 }),
    'unknown-severity': fc.constantFrom(...KNOWN_SEVERITIES),
    suppressions: fc.constantFrom('honour', 'ignore', { 'tier-1': 'ignore' }),
    sla: table,
    tools: fc.dictionary(
      fc.constantFrom(...TOOLS),
      fc.record(
        {
          category: fc.constantFrom(...CATEGORIES),
          rules: fc.record({ r1: fc.record({ severity: fc.constantFrom(...KNOWN_SEVERITIES) }) })
        },
        { requiredKeys: [] }
      ),
      { maxKeys: 2 }
    ),
    scans: fc.array(
      fc.record(
        {
          category: fc.constantFrom(...CATEGORIES),
          tiers: some(TIERS),
          'applies-to': some(GLOBS),
          tools: some(TOOLS),
          'max-age': duration,
          ...Object.fromEntries(
            ['missing', 'invalid', 'failed', 'degraded', 'stale'].map(state => [
              `if-${state}`,
              fc.constantFrom(...VERDICTS)
            ])
          )
        },
        { requiredKeys: ['category'] }
      ),
      { maxLength: 2 }
    ),
    exceptions: fc.record(
      {
        quorum: quorums,
        'max-duration': table,
        require: fc.record({ ticket: some(TIERS), controls: some(TIERS) }, { requiredKeys: [] }),
        never: fc.array(given, { maxLength: 2 })
      },
      { requiredKeys: [] }
    )
  },
  { requiredKeys: ['rules'] }
)
type Layer = Readonly<Record<string, unknown>>

const finding = fc.record({
  path: fc.constantFrom(...PATHS),
  tool: fc.constantFrom(...TOOLS),
  category: fc.constantFrom<Category>(...CATEGORIES),
  severity: fc.constantFrom<Severity>(...KNOWN_SEVERITIES, 'unknown'),
  days: fc.integer({ min: 0, max: 100 }),
  suppressed: maybe(fc.constant(true))
})
type Spec = typeof finding extends fc.Arbitrary<infer T> ? T : never

const run = fc.record({
  tool: fc.constantFrom(...TOOLS),
  state: fc.constantFrom('complete', 'degraded', 'failed'),
  categories: some(CATEGORIES),
  secretScan: fc.constantFrom('shown', 'none', 'not-said'),
  endTime: fc.constantFrom(null, NOW, '2026-11-01T00:00:00Z')
})
const ranAtBase = ranIn([{ problem: null, runs: [aRun({ tool: 'CodeQL' })] }])

let serial = 0
function findingOf({ path, tool, category, severity, days, suppressed }: Spec): IdentifiedFinding {
  serial += 1
  const location = { path, startLine: serial, startColumn: null, endLine: serial, endColumn: null }
  const suppression = suppressed ? { kind: 'external' as const, justification: null } : null
  const known = identified({ tool, ruleId: 'r1', category, severity, location, suppression })
  const firstDetected = new Date(Date.parse(NOW) - days * 86_400_000).toISOString()
  return { ...known, identity: { ...known.identity, firstDetected } }
}

const SHA = '0'.repeat(40)
const named = (list: unknown, prefix: string) =>
  Array.isArray(list) ? list.map((entry: object, index) => ({ id: `${prefix}${index}`, ...entry })) : list

/** A list or mapping that holds nothing may not be written, but for `when`, which then holds for everything. */
function withoutEmpty(key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || key === 'when') return value
  const entries = Object.entries(value).filter(([name, each]) => withoutEmpty(name, each) !== undefined)
  if (entries.length === 0) return undefined
  return Array.isArray(value) ? value : Object.fromEntries(entries)
}

/** The policy of layers from the top; JSON is YAML. Null where the lowest contradicts what it inherits. */
async function stack(layers: readonly Layer[]): Promise<Policy | null> {
  const texts = layers.map((each, index) =>
    JSON.stringify(
      {
        version: 1,
        ...each,
        rules: named(each.rules, `rule${index}-`),
        scans: named(each.scans, `scan${index}-`),
        extends:
          index < layers.length - 1 ? [] : layers.slice(0, -1).map((_, at) => `github:acme/policy/${at}.yml@${SHA}`)
      },
      withoutEmpty
    )
  )
  const bytes = (text: string | undefined) => new TextEncoder().encode(text ?? '')
  try {
    return await loadPolicy({ name: 'policy.yml', bytes: bytes(texts.at(-1)) }, async ({ path }) =>
      bytes(texts[Number.parseInt(path, 10)])
    )
  } catch (error) {
    if (error instanceof ConfigurationError) return null
    throw error
  }
}

const rank = (verdict: Verdict | undefined) => (verdict === undefined ? -1 : VERDICTS.indexOf(verdict))
const rankOf = ({ outcomes }: Decision, id: string) => rank(outcomes.find(each => each.id === id)?.verdict)

const worstScan = ({ scans }: Decision) => Math.max(-1, ...scans.map(({ verdict }) => rank(verdict)))

function expectNoMilderTerms(before: Policy, after: Policy): void {
  for (const tier of TIERS) {
    for (const severity of KNOWN_SEVERITIES) {
      for (const kev of [true, false]) {
        const risk = { tier, severity, kev }
        for (const isBreakGlass of [true, false])
          expect(quorum(risk, isBreakGlass, after.exceptions)).toBeGreaterThanOrEqual(
            quorum(risk, isBreakGlass, before.exceptions)
          )
        const none = Number.POSITIVE_INFINITY
        expect(maxDuration(risk, after.exceptions) ?? none).toBeLessThanOrEqual(
          maxDuration(risk, before.exceptions) ?? none
        )
        const terms = {
          type: 'risk-accept' as const,
          approvedAt: NOW,
          expires: NOW,
          expiresText: NOW,
          ticket: null,
          controls: []
        }
        if (termsProblem(terms, risk, before.exceptions) !== null)
          expect(termsProblem(terms, risk, after.exceptions)).not.toBeNull()
      }
    }
  }
}

const everywhere = { name: 'everything', paths: ['**'], tier: 2 }

test('a layer below makes nothing milder', async () => {
  const stacks = fc.record({
    layers: fc.array(layer, { minLength: 1, maxLength: 3 }),
    below: layer,
    runs: fc.array(run, { maxLength: 2 }),
    specs: fc.array(finding, { minLength: 1, maxLength: 4 })
  })
  await fc.assert(
    fc.asyncProperty(stacks, async ({ layers: [top = {}, ...rest], below, runs, specs }) => {
      const own = Array.isArray(top.assets) ? top.assets : []
      const layers = [{ ...top, assets: [...own, everywhere] }, ...rest]
      const [before, after] = [await stack(layers), await stack([...layers, below])]
      fc.pre(before !== null && after !== null)
      const findings = specs.map(findingOf)
      const facts = { inputs: runs.map(each => anInput({ runs: [aRun(each)] })), ranAtBase, checkout: PATHS }
      const [control, more] = [decideOn(before, findings, facts), decideOn(after, findings, facts)]
      for (const { identity } of findings) {
        expect(rankOf(more, identity.id)).toBeGreaterThanOrEqual(rankOf(control, identity.id))
        const isExcepted = (decision: Decision) => decision.outcomes.find(({ id }) => id === identity.id)
        if (isExcepted(control)?.verdict === 'block' && !isExcepted(control)?.canBeExcepted)
          expect(isExcepted(more)?.canBeExcepted).toBe(false)
      }
      for (const scan of control.scans.filter(({ id }) => id.startsWith('scan')))
        expect(rank(more.scans.find(({ id }) => id === scan.id)?.verdict)).toBeGreaterThanOrEqual(rank(scan.verdict))
      expect(worstScan(more)).toBeGreaterThanOrEqual(worstScan(control))
      expect(rank(more.verdict)).toBeGreaterThanOrEqual(rank(control.verdict))
      expectNoMilderTerms(before, after)
    }),
    { numRuns: triesOf(1000) }
  )
})
