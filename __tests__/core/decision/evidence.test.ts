import { describe, expect, test } from '@jest/globals'
import { anInput, aRun, decideOn, identified, NOW, policyOf } from './evaluation.js'

const RULES = 'rules: [{ id: r, when: { severity: [critical] }, verdict: block }]\n'

describe('files that no scan covers are judged by the defaults', () => {
  const cases = [
    ['complete', anInput(), 'pass', 'complete'],
    ['invalid', anInput({ runs: [], problem: { offset: 3, message: 'the file breaks off' } }), 'block', 'invalid'],
    [
      'a problem after whole runs',
      anInput({ problem: { offset: 3, message: 'trailing garbage' } }),
      'block',
      'invalid'
    ],
    ['no run', anInput({ runs: [] }), 'block', 'invalid'],
    ['failed', anInput({ runs: [aRun({ state: 'failed', reason: 'it says so' })] }), 'block', 'failed'],
    ['degraded', anInput({ runs: [aRun({ state: 'degraded', reason: 'errors' })] }), 'warn', 'degraded'],
    ['for another commit', anInput({ runs: [aRun({ revisions: ['b'.repeat(40)] })] }), 'warn', 'stale'],
    ['for this commit, short', anInput({ runs: [aRun({ revisions: ['aaaaaaa'] })] }), 'pass', 'complete'],
    [
      'one good, one bad run',
      anInput({ runs: [aRun(), aRun({ state: 'failed', reason: 'crashed' })] }),
      'block',
      'failed'
    ]
  ] as const
  test.each(cases)('%s', async (_, input, verdict, state) => {
    const decision = decideOn(await policyOf(RULES), [], { inputs: [input], commits: ['a'.repeat(40)] })
    expect(decision.scans).toMatchObject([{ id: 'codeql.sarif', verdict, state }])
    expect(decision.verdict).toBe(verdict)
    expect(decision.completeness).toBe(state === 'complete' ? 'complete' : 'incomplete')
  })
})

describe('a file whose list of runs is empty', () => {
  const empty = anInput({ name: 'merged.sarif', runs: [] })
  const judged = async (policy: string, input = empty) =>
    decideOn(await policyOf(policy), [], { inputs: [input] }).scans.map(({ id, state, verdict }) => [
      id,
      state,
      verdict
    ])

  test('is invalid, and the reason says what to do', async () => {
    const [scan] = decideOn(await policyOf(RULES), [], { inputs: [empty] }).scans
    expect(scan).toMatchObject({ state: 'invalid', verdict: 'block' })
    expect(scan?.reason).toContain('set `empty-runs: clean` in the policy')
  })

  test('is clean by the policy, and never the evidence that is asked for', async () => {
    expect(await judged(`empty-runs: clean\n${RULES}`)).toEqual([['merged.sarif', 'complete', 'pass']])
    expect(await judged(`empty-runs: clean\n${RULES}scans: [{ id: s, category: sast }]`)).toEqual([
      ['s', 'missing', 'block'],
      ['merged.sarif', 'complete', 'pass']
    ])
  })

  test('is invalid where it breaks off, whatever the policy says', async () => {
    const broken = anInput({ name: 'x.sarif', runs: [], problem: { offset: 9, message: 'the file breaks off' } })
    expect(await judged(`empty-runs: clean\n${RULES}`, broken)).toEqual([['x.sarif', 'invalid', 'block']])
  })
})

describe('required scans', () => {
  const scan = (fields: string) => `${RULES}scans: [{ id: s, ${fields} }]`
  const semgrep = anInput({ name: 'semgrep.sarif', runs: [aRun({ tool: 'Semgrep OSS' })] })
  const old = anInput({ runs: [aRun({ endTime: '2026-11-21T00:00:00Z' })] })
  const fresh = anInput({ runs: [aRun({ endTime: '2026-11-23T14:00:00Z' })] })
  const cases = [
    ['by category', scan('category: sast'), anInput(), null, 'pass', 'complete'],
    ['by category, absent', scan('category: sca'), anInput(), null, 'block', 'missing'],
    ['absent, the policy only warns', scan('category: sca, if-missing: warn'), anInput(), null, 'warn', 'missing'],
    ['by tool', scan('category: sast, tools: [CodeQL]'), anInput(), null, 'pass', 'complete'],
    ['by the first words of a tool', scan('category: sast, tools: [semgrep]'), semgrep, null, 'pass', 'complete'],
    ['by another name of the tool', scan('category: sast, tools: [Opengrep]'), semgrep, null, 'pass', 'complete'],
    [
      'by its name, run by a wrapper',
      scan('category: sast, tools: [Acme Lint]'),
      anInput({ runs: [aRun({ tool: '🧹 Acme Lint (MegaLinter ACME_LINT)' })] }),
      null,
      'pass',
      'complete'
    ],
    ['another tool of its maker does not do', scan('tools: [Semgrep Secrets]'), semgrep, null, 'block', 'missing'],
    ['another tool does not do', scan('category: sast, tools: [Sem]'), semgrep, null, 'block', 'missing'],
    ['too old', scan('category: sast, max-age: 24h'), old, null, 'warn', 'stale'],
    ['fresh', scan('category: sast, max-age: 24h'), fresh, null, 'pass', 'complete'],
    [
      'too old and degraded, of which each costs',
      scan('category: sast, max-age: 24h, if-stale: block, if-degraded: pass'),
      anInput({ runs: [aRun({ endTime: '2026-11-21T00:00:00Z', state: 'degraded' })] }),
      null,
      'block',
      'stale'
    ],
    [
      'too old and failed, of which each costs',
      scan('category: sast, max-age: 24h, if-stale: block, if-failed: pass'),
      anInput({ runs: [aRun({ endTime: '2026-11-21T00:00:00Z', state: 'failed' })] }),
      null,
      'block',
      'failed'
    ],
    [
      'broken off and failed, of which each costs',
      scan('category: sast, if-invalid: pass, if-failed: block'),
      anInput({ runs: [aRun({ state: 'failed' })], problem: { offset: 1, message: 'it breaks off' } }),
      null,
      'block',
      'invalid'
    ],
    [
      'nothing it applies to',
      scan('category: sca, applies-to: ["**/*.py"]'),
      anInput(),
      ['a.ts'],
      'pass',
      'not-applicable'
    ],
    [
      'something it applies to',
      scan('category: sca, applies-to: ["**/*.ts"]'),
      anInput(),
      ['a.ts'],
      'block',
      'missing'
    ],
    ['nothing in its tiers', scan('category: sca, tiers: [0]'), anInput(), ['a.ts'], 'pass', 'not-applicable'],
    [
      'an unknown checkout is not a reason to pass',
      scan('category: sca, applies-to: ["**/*.py"]'),
      anInput(),
      null,
      'block',
      'missing'
    ]
  ] as const
  test.each(cases)('%s', async (_, yaml, input, checkout, verdict, state) => {
    const decision = decideOn(await policyOf(yaml), [], { inputs: [input], checkout })
    expect(decision.scans[0]).toMatchObject({ id: 's', verdict, state })
    expect(decision.verdict).toBe(verdict)
  })

  test('two runs of one tool are united, and an empty one hides nothing', async () => {
    const empty = anInput({
      name: 'empty.sarif',
      runs: [aRun({ results: 0, state: 'failed', reason: 'results is null' })]
    })
    const decision = decideOn(await policyOf(scan('category: sast')), [], { inputs: [anInput(), empty] })
    expect(decision.scans).toMatchObject([{ id: 's', state: 'failed', verdict: 'block', tools: [{}, {}] }])
  })

  test.each([
    ['2026-11-23T14:00:00Z', 'complete'],
    ['2026-11-24T14:00:00Z', 'complete'],
    ['2026-11-25T14:00:00Z', 'stale'],
    ['2999-01-01T00:00:00Z', 'stale'],
    ['2026-11-20T00:00:00Z', 'stale']
  ])('a scan that ended at %s', async (endTime, state) => {
    const policy = await policyOf(scan('category: sast, max-age: 24h'))
    const decision = decideOn(policy, [], { inputs: [anInput({ runs: [aRun({ endTime })] })] })
    expect(decision.scans[0]).toMatchObject({ id: 's', state })
  })

  test('a missing scan names the files that could not be read', async () => {
    const broken = anInput({ name: 'x.sarif', runs: [], problem: { offset: 0, message: 'the file is empty' } })
    const decision = decideOn(await policyOf(scan('category: sast, if-missing: pass')), [], { inputs: [broken] })
    expect(decision.scans.map(({ state, verdict }) => `${state} ${verdict}`)).toEqual(['missing pass', 'invalid block'])
    expect(decision.scans[0]?.reason).toContain('x.sarif')
  })
})

describe('feeds', () => {
  const kev = (released: string | null) => ({
    kev: { released, cves: new Map([['CVE-2021-44228', { added: '2021-12-10', dueDate: null, ransomware: null }]]) },
    epss: null,
    vex: new Map()
  })
  const cases = [
    ['absent', null, 'warn', 'missing'],
    ['fresh', kev('2026-11-20T00:00:00Z'), 'pass', 'complete'],
    ['old', kev('2026-11-01T00:00:00Z'), 'warn', 'stale'],
    ['of a clock that is some hours ahead', kev('2026-11-24T10:00:00Z'), 'pass', 'complete'],
    ['of days to come', kev('2026-11-25T00:00:00Z'), 'warn', 'stale'],
    ['undated', kev(null), 'warn', 'stale']
  ] as const
  test.each(cases)('%s', async (_, facts, verdict, state) => {
    const policy = await policyOf(`${RULES}feeds: { kev: { max-age: 7d, if-missing: warn } }`)
    const decision = decideOn(policy, [], facts === null ? {} : { facts })
    expect(decision.scans.find(({ id }) => id === 'feed:kev')).toMatchObject({ verdict, state })
    expect(decision.verdict).toBe(verdict)
  })
})

test('known exploited is tri-state: without a catalogue neither true nor false holds', async () => {
  const policy = await policyOf(
    'rules: [{ id: yes, when: { kev: true }, verdict: block }, { id: no, when: { kev: false }, verdict: warn }]'
  )
  const finding = () => identified({ category: 'sca', identifiers: ['CVE-2026-1234'] })
  const catalogue = (...cves: readonly string[]) => ({
    kev: {
      released: NOW,
      cves: new Map(cves.map(cve => [cve, { added: '2026-11-01', dueDate: null, ransomware: null }]))
    },
    epss: null,
    vex: new Map()
  })
  expect(decideOn(policy, [finding()]).verdict).toBe('pass')
  expect(decideOn(policy, [finding()], { facts: catalogue('CVE-2021-44228') }).verdict).toBe('warn')
  expect(decideOn(policy, [finding()], { facts: catalogue('CVE-2026-1234') }).verdict).toBe('block')
  expect(
    decideOn(policy, [identified({ identifiers: ['CWE-89'] })], { facts: catalogue('CVE-2021-44228') }).verdict
  ).toBe('pass')
})

describe('the reason says what evidence lacks', () => {
  const HEAD = 'a'.repeat(40)
  const NAMED = { name: 'x.sarif' }
  test.each<[string, Parameters<typeof anInput>[0], string, string]>([
    ['nothing', {}, 'complete', 'The scan ran to its end'],
    [
      'nothing, and it has more to say',
      { runs: [aRun({ reason: 'exit code 1 is no failure.' })] },
      'complete',
      'exit code 1 is no failure'
    ],
    ['an end', { runs: [aRun({ state: 'failed', reason: 'it crashed.' })] }, 'failed', 'CodeQL: it crashed'],
    [
      'a whole file',
      { ...NAMED, problem: { offset: 3, message: 'it breaks off' } },
      'invalid',
      'x.sarif: it breaks off (at byte 3)'
    ],
    [
      'a file',
      { ...NAMED, runs: [], problem: { offset: null, message: 'not found' } },
      'invalid',
      'x.sarif: not found'
    ],
    [
      'a run',
      { ...NAMED, runs: [] },
      'invalid',
      'x.sarif: the file has no run: nothing says that anything was scanned. Let the scanner write a run without results, or, where it writes this after a clean scan (Salesforce Code Analyzer, sarif merge), set `empty-runs: clean` in the policy'
    ],
    [
      'the commit',
      { runs: [aRun({ revisions: ['main', 'B'.repeat(7)] })] },
      'stale',
      `CodeQL: made for commit bbbbbbb, not for ${HEAD}`
    ],
    [
      'two things, each said once',
      {
        runs: [
          aRun({ state: 'failed', reason: 'b' }),
          aRun({ state: 'failed', reason: 'a' }),
          aRun({ state: 'failed', reason: 'b' })
        ]
      },
      'failed',
      'CodeQL: a; CodeQL: b'
    ]
  ])('%s', async (_, input, state, reason) => {
    const { scans } = decideOn(await policyOf(RULES), [], { inputs: [anInput(input)], commits: [HEAD.toUpperCase()] })
    expect(scans).toMatchObject([{ state, reason }])
  })

  test.each<[string, string | null, string, string]>([
    ['at the last instant', '2026-11-22T15:00:00Z', 'complete', 'The scan ran to its end'],
    [
      'a second older',
      '2026-11-22T14:59:59Z',
      'stale',
      'CodeQL: ended at 2026-11-22T14:59:59Z, longer ago than max-age allows'
    ],
    [
      'of tomorrow',
      '2026-11-25T00:00:00Z',
      'stale',
      'CodeQL: says that it ended at 2026-11-25T00:00:00Z, which is yet to come'
    ],
    ['of no time', null, 'stale', 'CodeQL: does not say when it ended (endTimeUtc), so that max-age cannot be checked']
  ])('its age: %s', async (_, endTime, state, reason) => {
    const policy = await policyOf(`${RULES}scans: [{ id: s, category: sast, max-age: 24h }]`)
    const { scans } = decideOn(policy, [], { inputs: [anInput({ runs: [aRun({ endTime })] })] })
    expect(scans).toMatchObject([{ id: 's', state, reason }])
  })

  test('an empty list that the policy takes for clean', async () => {
    const policy = await policyOf(`empty-runs: clean\n${RULES}`)
    const { scans } = decideOn(policy, [], { inputs: [anInput({ ...NAMED, runs: [] })] })
    expect(scans).toMatchObject([
      { state: 'complete', reason: 'x.sarif: it has no run; by `empty-runs: clean` that is a clean scan' }
    ])
  })

  test.each<[string, string, string, string]>([
    ['the files', 'applies-to: ["*.rs", "*.ts"]', 'not-applicable', 'No file of the checkout matches *.rs, *.ts'],
    ['the files below', 'applies-to: ["**/*.ts"]', 'missing', 'No run of a sca tool was delivered'],
    ['the tiers', 'tiers: [0, 2]', 'not-applicable', 'No file that the scan applies to is in tier 0 or 2'],
    ['none of these', 'tiers: [1]', 'missing', 'No run of a sca tool was delivered'],
    ['the tools', 'tools: [Trivy, Grype]', 'missing', 'No run of Trivy or Grype was delivered']
  ])('a scan that did not run, by %s that it is for', async (_, fields, state, reason) => {
    const policy = await policyOf(`${RULES}scans: [{ id: s, category: sca, ${fields} }]`)
    const { scans } = decideOn(policy, [], { checkout: ['src/a.ts'] })
    expect(scans.find(({ id }) => id === 's')).toMatchObject({ state, reason, tools: [] })
  })

  test('files that cannot be read are named beside a scan that is missing, each once', async () => {
    const broken = (name: string) => anInput({ name, runs: [], problem: { offset: null, message: 'broken' } })
    const policy = await policyOf(`${RULES}scans: [{ id: s, category: sca }]`)
    const { scans } = decideOn(policy, [], {
      inputs: [broken('b.sarif'), broken('a.sarif'), broken('b.sarif'), anInput()]
    })
    expect(scans[0]?.reason).toBe('No run of a sca tool was delivered; unreadable: b.sarif, a.sarif')
  })
})

test.each([
  ['a branch that ends like one', 'refs/deadbeef'],
  ['a version that begins like one', 'deadbeef-dirty'],
  ['a number that is too short', 'deadbe'],
  ['what is longer than any', 'd'.repeat(65)]
])('no commit, of which nothing can be said: %s', async (_, revision) => {
  const input = anInput({ runs: [aRun({ revisions: [revision] })] })
  const { scans } = decideOn(await policyOf(RULES), [], { inputs: [input], commits: ['a'.repeat(40)] })
  expect(scans).toMatchObject([{ state: 'complete' }])
})

test('runs are listed by tool, version and number of results, whichever came first', async () => {
  const runs = [
    aRun({ tool: 'B', results: 1 }),
    aRun({ tool: 'A', version: '2', results: 1 }),
    aRun({ tool: 'A', version: '1', results: 9 }),
    aRun({ tool: 'A', version: '1', results: 2 }),
    aRun({ tool: 'A', version: null, results: 3 })
  ]
  for (const order of [runs, runs.toReversed()]) {
    const { scans } = decideOn(await policyOf(RULES), [], { inputs: [anInput({ runs: order })] })
    expect(scans[0]?.tools.map(({ name, version, results }) => [name, version, results])).toEqual([
      ['A', null, 3],
      ['A', '1', 2],
      ['A', '1', 9],
      ['A', '2', 1],
      ['B', '2.20.0', 1]
    ])
  }
})

test('without findings and files nothing speaks against a change', async () => {
  expect(decideOn(await policyOf(RULES), [], { inputs: [] })).toMatchObject({
    verdict: 'pass',
    completeness: 'complete'
  })
})
