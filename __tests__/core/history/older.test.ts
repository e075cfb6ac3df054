import { describe, expect, test } from '@jest/globals'
import { readDecision } from '../../../src/core/history/stored.js'

/** A decision as editions before 1.0.0 wrote it. */
const VERSION_1 = {
  schemaVersion: 1,
  verdict: 'block',
  completeness: 'complete',
  evaluatedAt: '2026-10-23T15:00:00Z',
  change: { event: 'pull_request', repository: 'acme/till', baseSha: null, headSha: null, pullRequest: 7 },
  inputs: [],
  scans: [],
  counts: {
    block: 1,
    warn: 0,
    pass: 0,
    total: 1,
    excepted: 0,
    suppressed: 0,
    monitored: 0,
    fixed: 0,
    results: 1,
    notFindings: 0
  },
  outcomes: [
    {
      finding: {
        id: `F-${'a'.repeat(32)}`,
        fingerprint: 'a'.repeat(32),
        tool: 'Gosec',
        toolVersion: null,
        ruleId: 'G401',
        category: 'sast',
        severity: 'high',
        severitySource: 'level',
        severityConflict: false,
        score: null,
        message: 'Weak hash',
        helpUri: null,
        location: { path: 'till/hash.go', startLine: 3, startColumn: null, endLine: null, endColumn: null },
        placeProblem: null,
        asset: null,
        tier: 1,
        exposure: null,
        owners: [],
        state: 'introduced',
        stateReason: null,
        inDiff: true,
        identifiers: [],
        package: null,
        kev: null,
        epss: null,
        reachability: 'unknown',
        fixAvailable: null,
        firstDetected: null,
        suppression: null,
        tags: [],
        alsoReportedBy: [],
        occurrences: 1,
        sources: ['gosec.sarif']
      },
      verdict: 'block',
      reason: 'rule',
      rules: [{ id: 'r', layer: 'p.yml', verdict: 'block', declared: 'block' }],
      sla: null,
      exception: null,
      refusedExceptions: [],
      next: null
    }
  ],
  exceptions: [
    {
      id: 'EXC-1',
      status: 'unused',
      source: 'file',
      finding: null,
      expires: '2026-11-30',
      problem: 'nothing is like it'
    }
  ],
  notices: []
}

const [OUTCOME] = VERSION_1.outcomes

describe('a decision file of version 1', () => {
  test('is read, and what it does not say is unknown', () => {
    const read = readDecision(structuredClone(VERSION_1))
    expect(read).toMatchObject({
      kind: 'decision',
      decision: {
        gate: { version: 'unknown', commit: null },
        verdict: 'block',
        change: { pullRequest: 7, branch: null, runId: null, scannedSha: null },
        options: null,
        controls: [],
        outcomes: [{ controls: [], finding: { malware: false, location: { path: 'till/hash.go' } } }]
      }
    })
    // Nothing says who approved: that is not nobody.
    if (read.kind === 'decision') expect(read.decision.exceptions[0]).not.toHaveProperty('account')
  })

  test.each([
    ['an outcome that is none', { outcomes: [7] }],
    ['outcomes that are no list', { outcomes: {} }],
    ['a finding that is none', { outcomes: [{ ...OUTCOME, finding: 'F' }] }],
    ['no change', { change: null }],
    ['a member that nobody knows', { more: true }],
    ['no verdict', { verdict: undefined }]
  ])('with %s is not read', (_, part) => {
    expect(readDecision({ ...structuredClone(VERSION_1), ...part })).toMatchObject({ kind: 'invalid' })
  })
})
