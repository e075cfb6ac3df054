import type { PolicyTestDocument, TestEntry } from '../../generated/policy-test.js'
import type { Evaluation } from '../decision/decide.js'
import { NO_CHANGE_KNOWN } from '../decision/decision.js'
import type { ExceptionRecord } from '../exceptions/exception.js'
import { UNKNOWN_EDITION } from '../ground/edition.js'
import type { Place } from '../ground/errors.js'
import { NOTHING_RAN } from '../identity/ran.js'
import { DEFAULT_TIER, type Policy } from '../policy/policy.js'
import { evidenceOf } from './evidence.js'
import type { TestFinding } from './findings.js'

/** The evaluation of a test in short form. */
export function shortEvaluation(
  file: PolicyTestDocument,
  { test, place }: { readonly test: TestEntry; readonly place: Place },
  policy: Policy,
  findings: readonly TestFinding[],
  exceptions: readonly ExceptionRecord[],
  now: string
): Evaluation {
  const evidence = evidenceOf(policy, test.scans ?? {}, now, place)
  return {
    ...evidence,
    gate: UNKNOWN_EDITION,
    policy: withAssets(evidence.policy, file),
    defaultTier: test.tier ?? file.tier ?? DEFAULT_TIER,
    findings: findings.map(({ identified }) => identified),
    fixed: [],
    exceptions,
    pendingExceptions: [],
    ranAtBase: NOTHING_RAN,
    codeowners: null,
    change: { ...NO_CHANGE_KNOWN, event: test.event ?? null, branch: test.branch ?? null },
    options: null,
    checkout: null,
    files: [],
    notices: [],
    now
  }
}

/** The policy with the assets of the test file as one more layer. */
export function withAssets(policy: Policy, { assets }: PolicyTestDocument): Policy {
  if (assets === undefined) return policy
  const layer = assets.map(({ name, paths, tier, exposure }) => ({
    name,
    layer: 'the test file',
    paths,
    tier,
    exposure: exposure ?? null,
    owners: []
  }))
  // What a test states is so for every layer.
  const sights = policy.sights.map(sight => ({ ...sight, assets: [...sight.assets, layer] }))
  return { ...policy, assets: [...policy.assets, layer], sights }
}
