import { type Decision, NO_CHANGE_KNOWN, type Outcome, type ScanOutcome } from '../src/core/decision/decision.js'
import type { Finding } from '../src/core/finding.js'

/** A finding of which little is known; give what the test is about. */
export const aPlainFinding = (overrides: Partial<Finding> = {}): Finding => ({
  tool: 'Scanner',
  toolVersion: '1.0.0',
  ruleId: 'rule',
  category: 'sast',
  severity: 'high',
  severitySource: 'level',
  score: null,
  severityConflict: false,
  malware: false,
  message: 'A message',
  helpUri: null,
  location: null,
  placeGround: 'tree',
  claimedPlace: null,
  placeProblem: null,
  identifiers: [],
  package: null,
  reachability: 'unknown',
  fixAvailable: null,
  tags: [],
  suppression: null,
  firstDetected: null,
  clues: { snippet: null, fingerprints: {}, symbol: null },
  occurrences: 1,
  sources: ['a.sarif'],
  ...overrides
})

/** A finding of an ordinary scanner; give what the test is about. */
export const aFinding = (overrides: Partial<Finding> = {}): Finding =>
  aPlainFinding({
    tool: 'CodeQL',
    toolVersion: '2.20.0',
    ruleId: 'js/sql-injection',
    severitySource: 'security-severity',
    score: 8.8,
    message: 'This query depends on a user-provided value.',
    location: { path: 'services/payments/db.ts', startLine: 12, startColumn: 3, endLine: 12, endColumn: 40 },
    identifiers: ['CWE-89'],
    tags: ['security'],
    clues: { snippet: 'db.query(sql + id)', fingerprints: {}, symbol: null },
    sources: ['results/codeql.sarif'],
    ...overrides
  })

const FINGERPRINT = '3b9c0000000000000000000000000001'

/** What the policy concluded about a finding; the default blocks. */
export const anOutcome = (overrides: Partial<Outcome> = {}, finding: Partial<Finding> = {}): Outcome => ({
  finding: aFinding(finding),
  id: `F-${FINGERPRINT}`,
  asset: 'payments-api',
  tier: 0,
  exposure: 'internet',
  owners: ['@acme/payments'],
  state: 'introduced',
  stateReason: 'not among the findings of the base',
  inDiff: true,
  kev: null,
  kevEntry: null,
  epss: null,
  reachability: 'unknown',
  firstDetected: '2026-11-20T00:00:00Z',
  verdict: 'block',
  reason: 'rule',
  rules: [{ id: 'introduced-high', layer: 'preset:baseline', verdict: 'block', declared: 'block' }],
  sla: { due: '2026-12-04T00:00:00Z', status: 'within' },
  exception: null,
  refusedExceptions: [],
  controls: [],
  canBeExcepted: true,
  ...overrides
})

/** Evidence that is there and passes. */
export const aScan = (overrides: Partial<ScanOutcome> = {}): ScanOutcome => ({
  id: 'sast',
  category: 'sast',
  state: 'complete',
  tools: [{ name: 'CodeQL', version: '2.20.0', results: 12 }],
  verdict: 'pass',
  reason: 'all results were read',
  ...overrides
})

const tally = (outcomes: readonly Outcome[]): Decision['counts'] => {
  const present = outcomes.filter(outcome => outcome.state !== 'fixed')
  const number = (holds: (outcome: Outcome) => boolean): number => present.filter(holds).length
  return {
    block: number(outcome => outcome.verdict === 'block'),
    warn: number(outcome => outcome.verdict === 'warn'),
    pass: number(outcome => outcome.verdict === 'pass'),
    total: present.length,
    excepted: number(outcome => outcome.reason === 'excepted'),
    suppressed: number(outcome => outcome.reason === 'suppressed'),
    monitored: number(outcome => outcome.reason === 'monitored'),
    fixed: outcomes.length - present.length,
    results: present.reduce((sum, outcome) => sum + outcome.finding.occurrences, 0),
    notFindings: 0
  }
}

/** A decision whose verdict, completeness and counts follow from its outcomes and scans, unless given. */
export const aDecision = (overrides: Partial<Decision> = {}): Decision => {
  const outcomes = overrides.outcomes ?? [anOutcome()]
  const scans = overrides.scans ?? [aScan()]
  const verdicts = [...outcomes, ...scans].map(({ verdict }) => verdict)
  return {
    schemaVersion: 2,
    gate: { version: '1.0.0', commit: 'c'.repeat(40) },
    verdict: verdicts.includes('block') ? 'block' : verdicts.includes('warn') ? 'warn' : 'pass',
    completeness: scans.every(scan => scan.state === 'complete' || scan.state === 'not-applicable')
      ? 'complete'
      : 'incomplete',
    evaluatedAt: '2026-11-23T15:00:00Z',
    change: {
      ...NO_CHANGE_KNOWN,
      event: 'pull_request',
      repository: 'acme/pay',
      baseSha: 'b'.repeat(40),
      headSha: 'a'.repeat(40),
      pullRequest: 42
    },
    options: null,
    inputs: [
      { kind: 'sarif', name: 'results/codeql.sarif', sha256: '1'.repeat(64), bytes: 1234 },
      { kind: 'policy', name: 'preset:baseline', sha256: '2'.repeat(64), bytes: 900 }
    ],
    counts: tally(outcomes),
    exceptions: [],
    controls: [],
    notices: [],
    ...overrides,
    outcomes,
    scans
  }
}
