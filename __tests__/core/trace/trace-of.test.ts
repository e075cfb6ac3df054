import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decide, type Evaluation } from '../../../src/core/decision/decide.js'
import { NO_CHANGE_KNOWN } from '../../../src/core/decision/decision.js'
import type { ExceptionCandidate, ExceptionMatch } from '../../../src/core/exceptions/exception.js'
import { parseExceptions } from '../../../src/core/exceptions/file.js'
import { indexSelectors, selectorsOf } from '../../../src/core/exceptions/selection.js'
import { UNKNOWN_EDITION } from '../../../src/core/ground/edition.js'
import type { IdentifiedFinding } from '../../../src/core/identity/identified.js'
import type { Policy } from '../../../src/core/policy/policy.js'
import { explanationJson, explanationText } from '../../../src/core/reports/terminal/explanation.js'
import { fieldsOf } from '../../../src/core/trace/exceptions.js'
import type { Trace } from '../../../src/core/trace/trace.js'
import { traceOf } from '../../../src/core/trace/trace-of.js'
import { prepare } from '../../../src/gate/gate.js'
import { localPorts } from '../../../src/gate/local-ports.js'
import { aFinding } from '../../builders.js'
import { shopRequest } from '../../cli/shop.js'
import { triesOf } from '../../thorough.js'
import { identified, policyOf } from '../decision/evaluation.js'
import { load, shared } from '../policy/support.js'

const NOW = '2026-12-01T12:00:00Z'
const POLICY = `assets: [{ name: core, paths: ["src/**"], tier: 0, exposure: internet }]
rules:
  - { id: high, description: No high findings, when: { min-severity: high, state: [introduced, unknown], tier: [0, 1] }, unless: { paths: ["test/**"] }, verdict: block }
  - { id: exploited, when: { kev: true, min-severity: low }, verdict: block }
  - { id: main-only, when: { branch: main, event: push, category: sast }, verdict: warn }
sla: { tier-0: { high: 14d } }
exceptions:
  approvers: { users: [sec-alice] }
  max-duration: { tier-0: { critical: 7d, high: 14d } }
  require: { ticket: [0] }
`
const EXCEPTIONS = `version: 1
exceptions:
  - { id: EXC-1, type: risk-accept, match: { tool: CodeQL, rule-id: js/xss, path: src/a.ts }, reason: The page is only shown to its own author, owner: "@a", approved-by: ["@b"], approved-at: 2026-11-20, expires: 2026-12-02, ticket: SEC-1 }
  - { id: EXC-2, type: risk-accept, match: { identifier: CVE-2026-9, package: "pkg:npm/left" }, reason: The package is only used while building, owner: "@a", approved-by: ["@b"], approved-at: 2026-11-20, expires: 2026-12-02, ticket: SEC-1 }
`

const subject = (): IdentifiedFinding => ({
  ...identified({
    location: { path: 'src/a.ts', startLine: 3, startColumn: null, endLine: 3, endColumn: null },
    identifiers: ['CVE-2026-1', 'CWE-89'],
    package: { purl: 'pkg:npm/lodash@4.17.20', name: 'lodash', version: '4.17.20', fixedVersion: '4.17.21' }
  }),
  identity: {
    id: `F-${'a'.repeat(32)}`,
    state: 'introduced',
    stateReason: 'as the test says',
    inDiff: true,
    firstDetected: NOW
  }
})

const evaluationOf = (policy: Policy, overrides: Partial<Evaluation> = {}): Evaluation => ({
  policy,
  defaultTier: 1,
  inputs: [],
  findings: [subject()],
  fixed: [],
  gate: UNKNOWN_EDITION,
  exceptions: parseExceptions('e.yml', new TextEncoder().encode(EXCEPTIONS)),
  pendingExceptions: [],
  ranAtBase: new Map(),
  codeowners: null,
  facts: {
    kev: {
      released: '2026-11-30T00:00:00Z',
      cves: new Map([['CVE-2026-2', { added: '2026-11-01', dueDate: null, ransomware: null }]])
    },
    epss: { date: '2026-11-30T00:00:00Z', scores: new Map([['CVE-2026-1', 0.2]]) },
    vex: new Map()
  },
  change: { ...NO_CHANGE_KNOWN, event: 'pull_request', branch: 'main', headSha: 'b'.repeat(40) },
  options: null,
  commits: [],
  checkout: null,
  files: [],
  notices: [],
  now: NOW,
  ...overrides
})

function traceFirst(evaluation: Evaluation): Trace {
  const decision = decide(evaluation)
  const [outcome] = decision.outcomes
  if (outcome === undefined) throw new Error('there is no outcome')
  return traceOf(evaluation, decision, outcome)
}

describe('a trace', () => {
  test('tells rule, facts, exceptions and the way out', async () => {
    const text = explanationText(traceFirst(evaluationOf(await policyOf(POLICY))))
    for (const line of [
      'BLOCK  src/a.ts:3  js/sql-injection (CodeQL)',
      'because of rule high',
      'block high (policy.yml:4:5)',
      'unless paths: test/**; the finding has src/a.ts',
      'block exploited (policy.yml:5:5): kev must be true, and is false',
      'warn  main-only (policy.yml:6:5): event must be push, and is pull_request',
      'tier       0: asset core (src/** in policy.yml), exposure internet',
      'KEV        no: the catalogue does not list CVE-2026-1 (catalogue of 2026-11-30T00:00:00Z)',
      'EPSS       0.2: CVE-2026-1 has 0.2',
      'due 2026-12-15T12:00:00Z; 14d (policy.yml)',
      'EXC-1 (e.yml:3:5) does not apply: rule-id must be js/xss, and is js/sql-injection',
      'exceptions that have nothing in common with it: 1',
      'Upgrade lodash to 4.17.21',
      'at most 14d at tier 0 for high, so until 2026-12-15; 1 of these must approve: @sec-alice',
      `/gate approve F-${'a'.repeat(32)} sha=${'b'.repeat(40)} type=risk-accept expires=2026-12-15 owner="<@login of who answers for it>" ticket="<ticket, such as SEC-12>" reason="why this can wait, 20 to 500 characters"`
    ])
      expect(text).toContain(line)
  })

  test('says of which layers the answers are, where the layers below see it otherwise', async () => {
    const policy = await load(
      `version: 1\nextends: ["${shared('org.yml')}"]\nassets: [{ name: mine, paths: ["src/**"], tier: 0 }]\n`,
      {
        'org.yml':
          'version: 1\nassets: [{ name: pci, paths: ["src/**"], tier: 1 }]\nrules:\n' +
          '  - { id: pci, when: { asset: pci, tier: 1 }, verdict: block }\n' +
          '  - { id: high, when: { min-severity: high }, verdict: block }\n'
      }
    )
    const trace = traceFirst(evaluationOf(policy))
    expect(trace.matched.map(({ id, seenTo }) => [id, seenTo])).toEqual([
      ['pci', shared('org.yml')],
      ['high', undefined]
    ])
    const text = explanationText(trace)
    expect(text).toContain(`as the layers to ${shared('org.yml')} see it:\n        tier: 1; the finding has 1`)
    expect(text).toContain('tier       0: asset mine')
  })

  test('every finding of a decision has one that is not empty', async () => {
    const request = shopRequest()
    const evaluation = await prepare(request, localPorts(request), () => undefined)
    const decision = decide(evaluation)
    expect(decision.outcomes.length).toBeGreaterThan(40)
    for (const outcome of decision.outcomes) {
      const trace = traceOf(evaluation, decision, outcome)
      expect(trace.tier.reason).not.toBe('')
      expect(trace.remedies.length).toBeGreaterThan(0)
      expect(trace.matched.length + trace.near.length + trace.others).toBe(evaluation.policy.rules.length)
      expect(trace.matched.map(({ id }) => id)).toEqual(outcome.rules.map(({ id }) => id))
      expect(JSON.parse(explanationJson(trace))).toMatchObject({
        finding: { id: outcome.id },
        verdict: outcome.verdict
      })
      expect(explanationText(trace)).toContain(outcome.id)
    }
  })

  test('gives no command to a runner that shows it', async () => {
    const [given] = [subject()]
    const finding = { ...given.finding, message: '##vso[task.setvariable variable=x]y', ruleId: '##[error]x' }
    const trace = traceFirst(evaluationOf(await policyOf(POLICY), { findings: [{ ...given, finding }] }))
    for (const text of [explanationText(trace), explanationJson(trace)]) {
      expect(text).toContain('vso[task.setvariable')
      expect(text).not.toMatch(/##[a-z]*\[/i)
    }
  })

  test('where no state is known, a baseline is a way out', async () => {
    const [finding] = [subject()]
    const unknown = { ...finding, identity: { ...finding.identity, state: 'unknown' as const } }
    const { remedies } = traceFirst(evaluationOf(await policyOf(POLICY), { findings: [unknown] }))
    expect(remedies.map(({ kind }) => kind)).toEqual(['fix', 'baseline', 'exception'])
  })
})

describe('changing an input changes the trace', () => {
  const finding = (change: Partial<IdentifiedFinding['finding']>) => ({
    findings: [{ ...subject(), finding: { ...subject().finding, ...change } }]
  })
  const identity = (change: Partial<IdentifiedFinding['identity']>) => ({
    findings: [{ ...subject(), identity: { ...subject().identity, ...change } }]
  })
  const kev = (released: string, added: string) => ({
    released,
    cves: new Map([['CVE-2026-1', { added, dueDate: null, ransomware: null }]])
  })
  const base = evaluationOf
  const mutations: readonly (readonly [string, keyof Trace, (policy: Policy) => Evaluation])[] = [
    ['severity', 'severity', policy => base(policy, finding({ severity: 'medium' }))],
    ['severity source', 'severity', policy => base(policy, finding({ severitySource: 'level' }))],
    ['severity conflict', 'severity', policy => base(policy, finding({ severityConflict: true }))],
    ['score', 'severity', policy => base(policy, finding({ score: 7.1 }))],
    ['category', 'category', policy => base(policy, finding({ category: 'iac' }))],
    ['place', 'tier', policy => base(policy, finding({ location: null }))],
    ['unmapped place', 'tier', policy => base(policy, finding({ placeProblem: 'it leads out' }))],
    [
      'suppression',
      'suppression',
      policy => base(policy, finding({ suppression: { kind: 'external', justification: 'x' } }))
    ],
    ['fix', 'remedies', policy => base(policy, finding({ package: null }))],
    ['state', 'state', policy => base(policy, identity({ state: 'existing' }))],
    ['ground of the state', 'state', policy => base(policy, identity({ stateReason: 'another' }))],
    ['diff', 'state', policy => base(policy, identity({ inDiff: false }))],
    ['first detection', 'sla', policy => base(policy, identity({ firstDetected: '2026-11-01T00:00:00Z' }))],
    [
      'KEV listing',
      'kev',
      policy => base(policy, { facts: { ...base(policy).facts, kev: kev('2026-11-30T00:00:00Z', '2026-11-02') } })
    ],
    [
      'KEV catalogue date',
      'kev',
      policy =>
        base(policy, { facts: { ...base(policy).facts, kev: { released: '2026-11-29T00:00:00Z', cves: new Map() } } })
    ],
    ['no KEV catalogue', 'kev', policy => base(policy, { facts: { ...base(policy).facts, kev: null } })],
    ['EPSS', 'epss', policy => base(policy, { facts: { ...base(policy).facts, epss: null } })],
    [
      'VEX',
      'reachability',
      policy =>
        base(policy, {
          facts: {
            ...base(policy).facts,
            vex: new Map([
              [
                'CVE-2026-1',
                [
                  {
                    identifiers: ['CVE-2026-1'],
                    products: [],
                    status: 'not_affected',
                    justification: null,
                    date: null,
                    problem: null
                  }
                ]
              ]
            ])
          }
        })
    ],
    ['exceptions', 'unrelatedExceptions', policy => base(policy, { exceptions: [] })],
    ['default tier', 'tier', policy => base({ ...policy, assets: [] }, { defaultTier: 2 })],
    ['assets', 'tier', policy => base({ ...policy, assets: [] })],
    ['rules', 'matched', policy => base({ ...policy, rules: policy.rules.slice(1) })],
    ['SLA', 'sla', policy => base({ ...policy, sla: [] })],
    [
      'terms',
      'remedies',
      policy => base({ ...policy, exceptions: { ...policy.exceptions, require: { ticket: [], controls: [] } } })
    ],
    ['event', 'change', policy => base(policy, { change: { ...base(policy).change, event: 'push' } })],
    ['branch', 'change', policy => base(policy, { change: { ...base(policy).change, branch: 'release' } })],
    ['head', 'remedies', policy => base(policy, { change: { ...base(policy).change, headSha: 'c'.repeat(40) } })],
    ['clock', 'evaluatedAt', policy => base(policy, { now: '2026-12-02T12:00:00Z' })]
  ]
  test.each(mutations)('%s', async (_, part, mutate) => {
    const policy = await policyOf(POLICY)
    const [before, after] = [traceFirst(evaluationOf(policy)), traceFirst(mutate(policy))]
    expect(after[part]).not.toEqual(before[part])
    if (part !== 'evaluatedAt') expect(explanationText(after)).not.toBe(explanationText(before))
  })
})

test('the fields of an exception all fit exactly where it matches', () => {
  const finding = fc.record({
    tool: fc.constantFrom('CodeQL', 'Semgrep'),
    ruleId: fc.constantFrom('a', 'b'),
    category: fc.constantFrom('sca' as const, 'container' as const, 'sast' as const),
    path: fc.constantFrom(null, 'src/a.ts', 'src/deep/b.ts', 'lib/c.ts'),
    identifiers: fc.subarray(['CVE-2026-1', 'GHSA-aaaa-bbbb-cccc']),
    purl: fc.constantFrom(null, 'pkg:npm/a@1', 'pkg:npm/a@2', 'pkg:npm/b@1'),
    other: fc.constantFrom(null, { tool: 'Semgrep', ruleId: 'a' })
  })
  const path = fc.constantFrom('src/a.ts', 'src/**', 'lib/c.ts')
  const match: fc.Arbitrary<ExceptionMatch> = fc.oneof(
    fc.record({ kind: fc.constant('finding' as const), finding: fc.constantFrom('F-1', 'F-2') }),
    fc.record({
      kind: fc.constant('advisory' as const),
      identifier: fc.constantFrom('CVE-2026-1', 'ghsa-aaaa-bbbb-cccc'),
      package: fc.constantFrom(null, 'pkg:npm/a', 'pkg:npm/a@2'),
      path: fc.option(path)
    }),
    fc.record({
      kind: fc.constant('rule' as const),
      tool: fc.constantFrom('codeql', 'Semgrep'),
      ruleId: fc.constantFrom('a', 'b'),
      path
    })
  )
  fc.assert(
    fc.property(finding, match, ({ tool, ruleId, category, path: place, identifiers, purl, other }, wanted) => {
      const candidate: ExceptionCandidate = {
        finding: aFinding({
          tool,
          ruleId,
          category,
          identifiers,
          location:
            place === null ? null : { path: place, startLine: 1, startColumn: null, endLine: 1, endColumn: null },
          package: purl === null ? null : { purl, name: 'a', version: null, fixedVersion: null },
          ...(other === null ? {} : { alsoReportedBy: [other] })
        }),
        id: 'F-1',
        tier: 1,
        effectiveSeverity: 'high',
        kev: null,
        never: false,
        matters: true
      }
      const [record] = parseExceptions('e.yml', new TextEncoder().encode(EXCEPTIONS))
      if (record === undefined) throw new Error('there is no record')
      const matches = selectorsOf(indexSelectors([{ ...record, match: wanted }]), candidate).length > 0
      expect(fieldsOf(wanted, candidate).every(({ fits }) => fits)).toBe(matches)
    }),
    { numRuns: triesOf(500) }
  )
})
