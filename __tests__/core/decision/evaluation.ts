import { decide, type Evaluation } from '../../../src/core/decision/decide.js'
import { type Decision, NO_CHANGE_KNOWN } from '../../../src/core/decision/decision.js'
import { NO_FACTS } from '../../../src/core/feeds/feed.js'
import type { Finding, State } from '../../../src/core/finding.js'
import { UNKNOWN_EDITION } from '../../../src/core/ground/edition.js'
import type { IdentifiedFinding } from '../../../src/core/identity/identified.js'
import { loadPolicy } from '../../../src/core/policy/layers/layers.js'
import type { Policy } from '../../../src/core/policy/policy.js'
import type { RunFacts, SarifInput } from '../../../src/core/sarif/input.js'
import { aFinding } from '../../builders.js'

export const NOW = '2026-11-23T15:00:00Z'

/** A policy from its text; layers of other repositories are not needed here. */
export const policyOf = (yaml: string): Promise<Policy> =>
  loadPolicy({ name: 'policy.yml', bytes: new TextEncoder().encode(`version: 1\n${yaml}`) }, () =>
    Promise.reject(new Error('no other repository'))
  )

let serial = 0

/** A finding that identity has seen. */
export const identified = (
  overrides: Partial<Finding> = {},
  state: State = 'introduced',
  inDiff: boolean | null = null
): IdentifiedFinding => {
  serial += 1
  const fingerprint = serial.toString(16).padStart(32, '0')
  return {
    finding: aFinding(overrides),
    identity: {
      id: `F-${fingerprint}`,
      state,
      stateReason: 'as the test says',
      inDiff,
      firstDetected: NOW
    }
  }
}

export const aRun = (overrides: Partial<RunFacts> = {}): RunFacts => ({
  tool: 'CodeQL',
  version: '2.20.0',
  results: 1,
  notFindings: 0,
  state: 'complete',
  reason: '',
  categories: ['sast'],
  secretScan: 'not-said',
  rules: null,
  revisions: [],
  endTime: null,
  ...overrides
})

export const anInput = (overrides: Partial<SarifInput> = {}): SarifInput => ({
  name: 'codeql.sarif',
  sha256: '0'.repeat(64),
  bytes: 1,
  runs: [aRun()],
  findings: [],
  results: 0,
  notFindings: 0,
  problem: null,
  warnings: [],
  ...overrides
})

/** Decides with what the test gives and nothing else. */
export const decideOn = (
  policy: Policy,
  findings: readonly IdentifiedFinding[],
  overrides: Partial<Evaluation> = {}
): Decision =>
  decide({
    gate: UNKNOWN_EDITION,
    policy,
    defaultTier: 1,
    inputs: [anInput()],
    findings,
    fixed: [],
    exceptions: [],
    pendingExceptions: [],
    ranAtBase: new Map(),
    codeowners: null,
    facts: NO_FACTS,
    change: NO_CHANGE_KNOWN,
    options: null,
    commits: [],
    checkout: null,
    files: [],
    notices: [],
    now: NOW,
    ...overrides
  })
