import type { Decision } from '../../decision/decision.js'
import type { Edition } from '../../ground/edition.js'
import type { Rule, Verdict } from '../../policy/policy.js'
import { isUnasked, ruleResults } from '../ground/rule-results.js'
import type { ViewContext } from '../ground/view-context.js'
import { jsonText } from '../ground/visible-text.js'

const STATEMENT = 'https://in-toto.io/Statement/v1'
/** https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md */
const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1'
const SVR = 'https://in-toto.io/attestation/svr/v0.2'
const VERIFIER = 'https://github.com/policy-gate/policy-gate'

const RESULTS = { pass: 'PASSED', warn: 'WARNED', block: 'FAILED' } as const satisfies Record<Verdict, string>

const ruleName = ({ id, layer }: Pick<Rule, 'id' | 'layer'>): string => `rule:${layer}#${id}`

/** The predicate alone, as `actions/attest` takes it: the verdict, the policy it rests on, and rules and scans as tests. */
export function attestationPredicate(decision: Decision, context: ViewContext): object {
  const tests = [
    ...ruleResults(decision, context.rules).flatMap(result => {
      const name = ruleName(result)
      // What was not asked, or may not object yet, has passed nothing.
      return result.verdict === 'pass' && (result.isHeldBack || isUnasked(result, context))
        ? []
        : [{ name, verdict: result.verdict }]
    }),
    // What the policy lets pass without evidence has passed nothing either.
    ...decision.scans
      .filter(({ state, verdict }) => verdict !== 'pass' || state === 'complete')
      .map(({ id, verdict }) => ({ name: `scan:${id}`, verdict }))
  ]
  const named = (verdict: Verdict): readonly string[] =>
    [...new Set(tests.filter(test => test.verdict === verdict).map(({ name }) => name))].sort()
  return {
    result: RESULTS[decision.verdict],
    configuration: [
      // First: Conforma calls the test by the name of the first.
      gateDescriptor(decision.gate),
      ...decision.inputs
        .filter(({ kind }) => kind === 'policy' || kind === 'exceptions')
        .map(({ name, sha256 }) => ({ name, digest: { sha256 } }))
    ],
    ...(context.runUrl === null ? {} : { url: context.runUrl }),
    passedTests: named('pass'),
    warnedTests: named('warn'),
    failedTests: named('block')
  }
}

/** The gate as a resource descriptor: where it is from, and git's id of its sources where that is known. */
const gateDescriptor = ({ version, commit }: Edition): object => ({
  name: 'policy-gate',
  uri: VERIFIER,
  ...(commit === null ? {} : { digest: { gitBlob: commit } }),
  annotations: { version }
})

/** A passing property, as SVR lists them: what did not pass, or is not known, is left out. */
function verifiedProperties({ verdict, completeness, controls }: Decision): readonly string[] {
  const isComplete = completeness === 'complete'
  return [
    ...(verdict === 'block' ? [] : ['POLICY_GATE_NOT_BLOCKED']),
    ...(verdict === 'pass' && isComplete ? ['POLICY_GATE_PASSED'] : []),
    ...(isComplete ? ['POLICY_GATE_EVIDENCE_COMPLETE'] : []),
    // What is excepted or only watched is no proof that the control is met.
    ...controls
      .filter(({ verdict: own, counts }) => isComplete && own === 'pass' && counts.excepted + counts.monitored === 0)
      .map(({ id }) => `POLICY_GATE_CONTROL:${id}`)
  ]
}

/** https://github.com/in-toto/attestation/blob/main/spec/predicates/svr.md: which properties a verifier saw hold. */
export function verificationPredicate(decision: Decision): object {
  const { gate, evaluatedAt, inputs } = decision
  return {
    verifier: {
      id: `${VERIFIER}/v${gate.version}`,
      policies: inputs.filter(({ kind }) => kind === 'policy').map(({ name, sha256 }) => ({ name, digest: { sha256 } }))
    },
    timeCreated: evaluatedAt,
    properties: verifiedProperties(decision)
  }
}

/**
 * What a statement is about: the decision file, which `gh attestation verify` looks up by its digest, the commit that
 * was judged, and what the caller names.
 */
function subjectsOf({ change }: Decision, decisionSha256: string, { subjects }: ViewContext): readonly object[] {
  const { headSha, repository } = change
  return [
    { name: 'decision.json', digest: { sha256: decisionSha256 } },
    ...(headSha === null ? [] : [{ name: repository ?? 'commit', digest: { gitCommit: headSha } }]),
    ...(subjects ?? []).map(({ name, sha256 }) => ({ name, digest: { sha256 } }))
  ]
}

/** An in-toto statement, whole. */
const statement = (subject: readonly object[], predicateType: string, predicate: object): string =>
  `${jsonText({ _type: STATEMENT, subject, predicateType, predicate }, 2)}\n`

/** The decision as the result of a test: the statement that `attestation.json` holds. */
export const renderAttestation = (decision: Decision, decisionSha256: string, context: ViewContext): string =>
  statement(subjectsOf(decision, decisionSha256, context), TEST_RESULT, attestationPredicate(decision, context))

/** The same decision as the properties that it verified, for consumers that ask for those. */
export const renderVerification = (decision: Decision, decisionSha256: string, context: ViewContext): string =>
  statement(subjectsOf(decision, decisionSha256, context), SVR, verificationPredicate(decision))
