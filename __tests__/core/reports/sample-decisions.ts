import { createHash } from 'node:crypto'
import { type Decision, NO_CHANGE_KNOWN } from '../../../src/core/decision/decision.js'
import { aDecision, anOutcome, aScan } from '../../builders.js'

const fingerprint = (number: number): string =>
  createHash('sha256').update(`finding ${number}`).digest('hex').slice(0, 32)

const lodash = { purl: 'pkg:npm/lodash@4.17.20', name: 'lodash', version: '4.17.20', fixedVersion: '4.17.21' }

/** A pull request of ordinary size with something of everything. */
export const BLOCKED: Decision = aDecision({
  change: {
    ...NO_CHANGE_KNOWN,
    event: 'pull_request',
    repository: 'acme/pay',
    baseSha: '1c35a0b7e0f7d1d0a3f1a4b9f4c7b5e2d8a6c913',
    headSha: '9f1c2e7ab04d5c6f8e3b7a1d2c9f0e4b6a5d8c37',
    pullRequest: 42
  },
  outcomes: [
    anOutcome(
      {
        id: `F-${fingerprint(1)}`,
        kev: true,
        epss: 0.9432,
        owners: ['@acme/payments', '@alice'],
        state: 'newly-disclosed',
        rules: [{ id: 'known-exploited', layer: 'preset:baseline', verdict: 'block', declared: 'block' }],
        sla: { due: '2026-11-21T00:00:00Z', status: 'breached' },
        canBeExcepted: true
      },
      {
        tool: 'Trivy',
        toolVersion: '0.69.3',
        ruleId: 'CVE-2026-1234',
        category: 'sca',
        severity: 'critical',
        score: 9.8,
        message:
          'Package: lodash\nInstalled Version: 4.17.20\nVulnerability CVE-2026-1234\nSeverity: CRITICAL\nFixed Version: 4.17.21',
        location: { path: 'web/package-lock.json', startLine: 1203, startColumn: null, endLine: null, endColumn: null },
        identifiers: ['CVE-2026-1234'],
        package: lodash,
        fixAvailable: true,
        clues: { snippet: null, fingerprints: {}, symbol: null }
      }
    ),
    anOutcome(
      { id: `F-${fingerprint(2)}` },
      {
        message: 'This query depends on a user-provided value from req.query.id, and `raw()` does not escape it.'
      }
    ),
    anOutcome(
      {
        id: `F-${fingerprint(3)}`,
        tier: 1,
        asset: 'web',
        owners: [],
        state: 'unknown',
        canBeExcepted: false
      },
      {
        tool: 'gitleaks',
        toolVersion: '8.21.0',
        ruleId: 'aws-access-token',
        category: 'secret',
        score: null,
        severitySource: 'secret-default',
        message: 'aws-access-token has detected secret AKIAIOSFODNN7EXAMPLE for file web/deploy.env.',
        location: { path: 'web/deploy.env', startLine: 3, startColumn: 9, endLine: 3, endColumn: 29 },
        identifiers: ['CWE-798'],
        clues: { snippet: 'AWS_KEY=AKIAIOSFODNN7EXAMPLE', fingerprints: {}, symbol: null }
      }
    ),
    ...[4, 5].map(number =>
      anOutcome(
        {
          id: `F-${fingerprint(number)}`,
          verdict: 'warn',
          state: 'existing',
          tier: 1,
          asset: 'web',
          rules: [{ id: 'backlog', layer: '.github/policy-gate.yml', verdict: 'warn', declared: 'warn' }],
          sla: { due: '2026-12-01T00:00:00Z', status: 'due-soon' }
        },
        {
          tool: 'Semgrep',
          toolVersion: '1.139.0',
          ruleId: 'javascript.express.open-redirect',
          severity: 'medium',
          score: null,
          severitySource: 'level',
          message: 'The application redirects to a URL from the request. An attacker may send users to another site.',
          location: {
            path: 'web/src/login.ts',
            startLine: 20 * number,
            startColumn: 5,
            endLine: 20 * number + 2,
            endColumn: 6
          },
          identifiers: ['CWE-601']
        }
      )
    ),
    anOutcome(
      {
        id: `F-${fingerprint(6)}`,
        verdict: 'pass',
        reason: 'excepted',
        state: 'existing',
        exception: { id: 'EXC-2026-0042', expires: '2026-11-30T23:59:59.999Z' },
        canBeExcepted: false
      },
      {
        ruleId: 'js/path-injection',
        location: { path: 'services/payments/files.ts', startLine: 7, startColumn: 1, endLine: 7, endColumn: 9 }
      }
    ),
    anOutcome(
      {
        id: `F-${fingerprint(7)}`,
        verdict: 'pass',
        reason: 'no-rule',
        rules: [],
        state: 'existing',
        tier: 2,
        sla: null,
        canBeExcepted: false,
        asset: null
      },
      { ruleId: 'js/unused', severity: 'low', score: null, category: 'quality', identifiers: [] }
    ),
    anOutcome(
      {
        id: `F-${fingerprint(8)}`,
        verdict: 'pass',
        reason: 'fixed',
        rules: [],
        state: 'fixed',
        sla: null,
        canBeExcepted: false
      },
      {
        ruleId: 'js/xss',
        location: { path: 'web/src/view.ts', startLine: 31, startColumn: 1, endLine: 31, endColumn: 9 }
      }
    )
  ],
  scans: [
    aScan(),
    aScan({ id: 'sca', category: 'sca', tools: [{ name: 'Trivy', version: '0.69.3', results: 1 }] }),
    aScan({ id: 'secrets', category: 'secret', tools: [{ name: 'gitleaks', version: '8.21.0', results: 1 }] }),
    aScan({
      id: 'iac',
      category: 'iac',
      state: 'missing',
      tools: [],
      verdict: 'warn',
      reason: 'the policy expects a scan of category iac and no file holds one'
    })
  ],
  exceptions: [
    {
      id: 'EXC-2026-0042',
      status: 'expiring',
      source: 'file',
      finding: `F-${fingerprint(6)}`,
      expires: '2026-11-30',
      problem: null
    },
    {
      id: 'EXC-2026-0017',
      status: 'expired',
      source: 'file',
      finding: `F-${fingerprint(2)}`,
      expires: '2026-11-19',
      problem: 'The finding counts again'
    }
  ],
  notices: [
    { level: 'info', code: 'identity', message: 'Trivy was upgraded from 0.71.0 since the baseline' },
    { level: 'warning', code: 'exception-expiring', message: 'EXC-2026-0042 expires on 2026-11-30' }
  ]
})

/** Warnings only, on whole evidence. */
export const WARNED: Decision = aDecision({ outcomes: BLOCKED.outcomes.filter(outcome => outcome.verdict !== 'block') })

/** Nothing found, everything read. */
export const CLEAN: Decision = aDecision({ outcomes: [] })

/** No finding, but a scan that should be there is not. */
export const BLIND: Decision = aDecision({
  outcomes: [],
  scans: [aScan({ state: 'failed', verdict: 'block', reason: 'CodeQL reports executionSuccessful: false' })]
})

/** A pass by an entry of the exceptions file that is break-glass. */
export const BROKEN_GLASS: Decision = aDecision({
  outcomes: [
    anOutcome({
      id: `F-${fingerprint(1)}`,
      verdict: 'pass',
      reason: 'excepted',
      exception: { id: 'EXC-7', expires: '2026-11-24T09:30:00Z' }
    })
  ],
  exceptions: [
    {
      id: 'EXC-7',
      status: 'active',
      source: 'file',
      finding: `F-${fingerprint(1)}`,
      expires: '2026-11-24T09:30:00Z',
      problem: null,
      account: {
        type: 'break-glass',
        reason: 'Payments are down and this is the fix',
        owner: '@acme/payments',
        approvers: [{ login: '@bob', at: '2026-11-23T09:30:00Z', url: null }],
        ticket: 'INC-77',
        controls: [],
        quorum: { needed: 1, have: 1 }
      }
    }
  ]
})
