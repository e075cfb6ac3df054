import { describe, expect, test } from '@jest/globals'
import { vanishedScans, vanishedTool } from '../../../src/core/decision/scans/vanished.js'
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

  const vanished = (scans: string, inputs: readonly string[], layers: readonly string[] = ['own']) => {
    const policy = {
      layers: layers.map(name => ({ name, sha256: '', bytes: 1 })),
      scans: [{ layer: 'own', tools: ['ESLint'], ...JSON.parse(scans) }]
    } as unknown as Policy
    return vanishedScans({ policy, inputs: inputs.flatMap(now), ranAtBase }).map(({ id }) => id)
  }
  test.each<[string, readonly string[], readonly string[]]>([
    ['a scan that names it among others', vanished('{ "tools": ["Ruff", "ESLint"] }', []), ['baseline:Semgrep']],
    ['a scan that names no tool', vanished('{ "tools": null }', []), ['baseline:ESLint', 'baseline:Semgrep']],
    ['a scan that names another', vanished('{ "tools": ["Ruff"] }', []), ['baseline:ESLint', 'baseline:Semgrep']],
    ['a scan of the first file', vanished('{}', [], ['preset:strict', 'own', 'team']), ['baseline:Semgrep']],
    [
      'a scan of a preset',
      vanished('{ "layer": "preset:strict" }', [], ['preset:strict', 'own']),
      ['baseline:Semgrep']
    ],
    [
      'a scan of a layer below the first file',
      vanished('{}', [], ['preset:strict', 'org', 'own']),
      ['baseline:ESLint', 'baseline:Semgrep']
    ],
    [
      'a scan that one of several tools met',
      vanished('{ "tools": ["ESLint", "Semgrep"] }', ['CodeQL', 'Semgrep']),
      ['baseline:ESLint']
    ]
  ])('%s', (_, told, expected) => expect(told).toEqual(expected))

  test('has its name in that of the scan', () => {
    expect(['baseline:ESLint', 'ESLint', 'ESLint baseline:'].map(vanishedTool)).toEqual(['ESLint', null, null])
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

test.each<[string, string, Partial<RunFacts>, readonly string[] | null, string]>([
  ['a tool to which the policy gives another category', 'category: sast', { tool: 'Odd' }, null, 'missing'],
  ['the same where the policy gives it this one', 'category: iac', { tool: 'Odd', categories: [] }, null, 'complete'],
  ['a tool by its name, whatever it writes', 'category: sast, tools: [CodeQL]', { categories: [] }, null, 'complete'],
  ['a tool whose name ends alike', 'tools: [Secrets]', { tool: 'Semgrep Secrets' }, null, 'missing'],
  ['one of several tools', 'tools: [Ruff, CodeQL]', {}, null, 'complete'],
  ['a tier that some file is in', 'category: sca, tiers: [0]', {}, ['a/x.ts', 'b/x.ts'], 'missing'],
  ['a tier that no file is in', 'category: sca, tiers: [0]', {}, ['b/x.ts'], 'not-applicable'],
  ['a tier of a checkout without files', 'category: sca, tiers: [0]', {}, [], 'not-applicable']
])('a required scan and %s', async (_, scan, run, checkout, state) => {
  const policy = await policyOf(
    `${RULES}tools: { Odd: { category: iac } }\nassets: [{ name: a, paths: ["a/**"], tier: 0 }]\nscans: [{ id: s, ${scan} }]`
  )
  const decision = decideOn(policy, [], { inputs: [anInput({ runs: [aRun(run)] })], checkout })
  expect(decision.scans[0]).toMatchObject({ id: 's', state })
})

test('what could have met a scan is told by its name', async () => {
  const reasonOf = async (scan: string, tools: readonly string[]) =>
    judged(
      await policyOf(`${RULES}scans: [{ id: s, ${scan} }]`),
      tools.map(tool => ({ tool, categories: ['sast'], secretScan: 'none' }))
    )?.reason
  expect(await reasonOf('category: secret', ['b', 'a'])).toBe('No run of a secret tool was delivered')
  expect(await reasonOf('category: secret, tools: [b, a]', ['b', 'a', 'b', 'c'])).toBe(
    'a, b ran, but did not look for what category secret asks for'
  )
  expect(await reasonOf('tools: [x, y]', ['b'])).toBe('No run of x or y was delivered')
})

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const OTHER = 'f'.repeat(40)
test.each<[string, readonly string[], readonly string[], string]>([
  ['of the commit', [COMMIT], [COMMIT], 'complete'],
  ['of its first digits', ['0123456'], [COMMIT], 'complete'],
  ['in capitals', [COMMIT.toUpperCase()], [COMMIT], 'complete'],
  ['of its last digits', ['1234567'], [COMMIT], 'stale'],
  ['of too few digits', ['012345'], [COMMIT], 'complete'],
  ['of a branch', ['main'], [COMMIT], 'complete'],
  ['of another commit', [OTHER], [COMMIT], 'stale'],
  ['of one of two commits', [OTHER, COMMIT], [COMMIT], 'complete'],
  ['of the second commit that is meant', [OTHER], [COMMIT, OTHER], 'complete'],
  ['where no commit is known', [OTHER], [], 'complete'],
  ['that names none', [], [COMMIT], 'complete']
])('a run %s', async (_, revisions, commits, state) => {
  const policy = await policyOf(`${RULES}scans: [{ id: s, category: sast }]`)
  const inputs = [anInput({ runs: [aRun({ revisions })] })]
  expect(decideOn(policy, [], { inputs, commits }).scans[0]).toMatchObject({ state })
})

test('to the last instant of max-age a run is fresh', async () => {
  const policy = await policyOf(`${RULES}scans: [{ id: s, category: sast, max-age: 24h }]`)
  const stateOf = (endTime: string) => judged(policy, [{ endTime }])?.state
  expect([stateOf('2026-11-22T15:00:00Z'), stateOf('2026-11-22T14:59:59Z')]).toEqual(['complete', 'stale'])
})

test('files that no scan asks for are judged each by itself, with their tools in order and where they break off', async () => {
  const runs = [
    aRun({ tool: 'b', version: '2' }),
    aRun({ tool: 'b', version: null }),
    aRun({ tool: 'a', results: 2 }),
    aRun({ tool: 'a', results: 1 })
  ]
  const inputs = [
    anInput({
      name: 'one.sarif',
      runs: runs.map(run => ({ ...run, version: run.version === '2.20.0' ? null : run.version }))
    }),
    anInput({ name: 'two.sarif', runs: [], problem: { offset: 9, message: 'it breaks off' } }),
    anInput({ name: 'three.sarif', runs: [], problem: { offset: null, message: 'it is none' } })
  ]
  const { scans } = decideOn(await policyOf(RULES), [], { inputs })
  expect(
    scans.map(({ id, tools }) => [id, tools.map(({ name, version, results }) => [name, version, results])])
  ).toEqual([
    [
      'one.sarif',
      [
        ['a', null, 1],
        ['a', null, 2],
        ['b', null, 1],
        ['b', '2', 1]
      ]
    ],
    ['two.sarif', []],
    ['three.sarif', []]
  ])
  expect(scans.map(({ reason }) => reason)).toEqual([
    'The scan ran to its end',
    'two.sarif: it breaks off (at byte 9)',
    'three.sarif: it is none'
  ])
})

test('a tool that is named is taken at its name, whatever it is known to look for', async () => {
  const policy = await policyOf(`${RULES}scans: [{ id: s, category: sast, tools: [Odd] }]`)
  expect(judged(policy, [{ tool: 'Odd', categories: [] }])).toMatchObject({ state: 'complete', verdict: 'pass' })
  expect(judged(policy, [{ tool: 'Other', categories: ['sast'] }])).toMatchObject({
    state: 'missing',
    verdict: 'block'
  })
})
