import { describe, expect, test } from '@jest/globals'
import { ranIn } from '../../../src/core/identity/ran.js'
import type { Policy } from '../../../src/core/policy/policy.js'
import type { RunFacts } from '../../../src/core/sarif/input.js'
import { load, shared } from '../policy/support.js'
import { anInput, aRun, decideOn, identified, policyOf } from './evaluation.js'

const RULES = 'rules: [{ id: r, when: { severity: [critical] }, verdict: block }]\n'
const judged = (policy: Policy, runs: readonly Partial<RunFacts>[]) =>
  decideOn(policy, [], { inputs: [anInput({ runs: runs.map(run => aRun(run)) })] }).scans[0]

const MANY = ['sast', 'sca', 'secret']
const semgrep = { tool: 'Semgrep OSS', categories: MANY, secretScan: 'not-said' } as const
const gitleaks = { tool: 'gitleaks', categories: ['secret'], secretScan: 'shown' } as const

describe('a scan for secrets is met by what looked for secrets', () => {
  const cases: readonly (readonly [string, string, readonly Partial<RunFacts>[], string, string])[] = [
    ['one that shows it', 'category: secret', [{ ...semgrep, secretScan: 'shown' }], 'complete', 'pass'],
    ['one that could and does not say', 'category: secret', [semgrep], 'degraded', 'warn'],
    ['the same by its name', 'category: secret, tools: [Semgrep]', [semgrep], 'degraded', 'warn'],
    [
      'a tool that nobody knows, by its name',
      'category: secret, tools: [Odd]',
      [{ tool: 'Odd', categories: [] }],
      'degraded',
      'warn'
    ],
    [
      'one whose rules show that it did not',
      'category: secret',
      [{ ...semgrep, secretScan: 'none' }],
      'missing',
      'block'
    ],
    [
      'the same by its name',
      'category: secret, tools: [Semgrep]',
      [{ ...semgrep, secretScan: 'none' }],
      'missing',
      'block'
    ],
    ['one that never does', 'category: secret', [{ tool: 'CodeQL', categories: ['sast'] }], 'missing', 'block'],
    ['a real one beside one that does not say', 'category: secret', [semgrep, gitleaks], 'complete', 'pass'],
    ['one that failed', 'category: secret', [{ ...semgrep, state: 'failed', reason: 'crashed' }], 'failed', 'block'],
    ['accepted by the policy', 'category: secret, if-degraded: pass', [semgrep], 'degraded', 'pass'],
    [
      'too old as well, which alone is accepted',
      'category: secret, max-age: 1h, if-stale: pass',
      [semgrep],
      'stale',
      'warn'
    ],
    ['strictly', 'category: secret, if-degraded: block', [semgrep], 'degraded', 'block']
  ]
  test.each(cases)('%s (%s)', async (_, fields, runs, state, verdict) => {
    expect(judged(await policyOf(`${RULES}scans: [{ id: s, ${fields} }]`), runs)).toMatchObject({ state, verdict })
  })

  test('says why, and what to do', async () => {
    const policy = await policyOf(`${RULES}scans: [{ id: s, category: secret, tools: [Semgrep] }]`)
    expect(judged(policy, [semgrep])?.reason).toBe(
      'Semgrep OSS: could have looked for secrets and does not say so: it lists no rule for secrets and found none. ' +
        'Deliver the run of a scanner for secrets, or accept this with `if-degraded: pass`'
    )
    expect(judged(policy, [{ ...semgrep, secretScan: 'none' }])?.reason).toBe(
      'Semgrep OSS ran, but did not look for what category secret asks for'
    )
  })
})

describe('categories that the policy gives to tools', () => {
  const org = (category: string, own = '') => `version: 1\n${RULES}scans: [{ id: s, category: ${category} }]\n${own}`
  const below = (own: string) => `version: 1\nextends: ["${shared('org.yml')}"]\n${own}`
  const lint = { tool: 'MyLint', categories: [] }

  test('below do not meet what a layer above asks for', async () => {
    for (const category of ['secret', 'sast', 'iac']) {
      const policy = await load(below(`tools: { MyLint: { category: ${category} } }\n`), { 'org.yml': org(category) })
      expect(judged(policy, [lint])).toMatchObject({ state: 'missing', verdict: 'block' })
    }
  })

  test('nor do they take away what meets it', async () => {
    const policy = await load(below('tools: { gitleaks: { category: iac } }\n'), { 'org.yml': org('secret') })
    expect(judged(policy, [gitleaks])).toMatchObject({ state: 'complete' })
  })

  test('of the layer itself, or of one above, do', async () => {
    const own = await load(below(''), { 'org.yml': org('secret', 'tools: { MyLint: { category: secret } }\n') })
    expect(judged(own, [lint])).toMatchObject({ state: 'complete' })
    const repository = await policyOf(
      `${RULES}tools: { MyLint: { category: secret } }\nscans: [{ id: s, category: secret }]`
    )
    expect(judged(repository, [lint])).toMatchObject({ state: 'complete' })
  })
})

describe('a scanner that ran for the baseline and did not run now', () => {
  const ranAtBase = ranIn([{ problem: null, runs: [aRun({ tool: 'ESLint' }), aRun({ tool: 'Semgrep' })] }])
  const now = (tool: string) => [anInput({ runs: [aRun({ tool })] })]

  test('makes the evidence incomplete, and warns by its name', async () => {
    const decision = decideOn(await policyOf(RULES), [], { ranAtBase, inputs: now('Semgrep OSS') })
    expect(decision).toMatchObject({ verdict: 'warn', completeness: 'incomplete' })
    expect(decision.scans.slice(1)).toEqual([
      {
        id: 'baseline:ESLint',
        category: null,
        state: 'missing',
        tools: [],
        verdict: 'warn',
        reason: 'ESLint ran for the baseline and did not run now: what it would find is not known'
      }
    ])
  })

  test('is told once where a required scan names it', async () => {
    const text = `${RULES}scans: [{ id: lint, tools: [ESLint], if-missing: pass }]`
    const { scans } = decideOn(await policyOf(text), [], { ranAtBase, inputs: now('Semgrep') })
    expect(scans.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['lint', 'pass'],
      ['codeql.sarif', 'pass']
    ])
  })

  test('is told where another tool met the scan that names it', async () => {
    const text = `${RULES}scans: [{ id: any, tools: [ESLint, Semgrep] }]`
    const { scans } = decideOn(await policyOf(text), [], { ranAtBase, inputs: now('Semgrep') })
    expect(scans.map(({ id }) => id)).toEqual(['any', 'baseline:ESLint'])
  })

  test('has nothing that counts as fixed', async () => {
    const gone = (stateReason: string) => {
      const known = identified({ tool: 'ESLint' }, 'fixed')
      return { ...known, identity: { ...known.identity, stateReason } }
    }
    const fixed = [gone('In the baseline; its tool did not run now'), gone('In the baseline, and not reported now')]
    expect(decideOn(await policyOf(RULES), [], { fixed }).counts).toMatchObject({ fixed: 1, total: 0 })
  })
})

test('an age that cannot be checked is too old', async () => {
  const policy = await policyOf(`${RULES}scans: [{ id: s, category: sast, max-age: 24h }]`)
  expect(judged(policy, [{ endTime: null }])).toMatchObject({
    state: 'stale',
    verdict: 'warn',
    reason: 'CodeQL: does not say when it ended (endTimeUtc), so that max-age cannot be checked'
  })
})
