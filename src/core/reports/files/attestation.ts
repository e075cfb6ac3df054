import type { Decision } from '../../decision/decision.js'
import type { Edition } from '../../ground/edition.js'
import type { Verdict } from '../../policy/policy.js'
import { ruleResults } from '../ground/rule-results.js'
import type { ViewContext } from '../ground/view-context.js'

const STATEMENT = 'https://in-toto.io/Statement/v1'
/** https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md */
const PREDICATE_TYPE = 'https://in-toto.io/attestation/test-result/v0.1'

const RESULTS = { pass: 'PASSED', warn: 'WARNED', block: 'FAILED' } as const satisfies Record<Verdict, string>

/** The predicate alone, as `actions/attest` takes it: the verdict, the policy it rests on, and rules and scans as tests. */
export function attestationPredicate(decision: Decision, context: ViewContext): object {
  const tests = [
    ...ruleResults(decision, context.rules).map(({ id, layer, verdict }) => ({ name: `rule:${layer}#${id}`, verdict })),
    ...decision.scans.map(({ id, verdict }) => ({ name: `scan:${id}`, verdict }))
  ]
  const named = (verdict: Verdict): readonly string[] =>
    [...new Set(tests.filter(test => test.verdict === verdict).map(({ name }) => name))].sort()
  return {
    result: RESULTS[decision.verdict],
    configuration: [
      ...decision.inputs
        .filter(({ kind }) => kind === 'policy' || kind === 'exceptions')
        .map(({ name, sha256 }) => ({ name, digest: { sha256 } })),
      ...gateDescriptor(decision.gate)
    ],
    ...(context.runUrl === null ? {} : { url: context.runUrl }),
    passedTests: named('pass'),
    warnedTests: named('warn'),
    failedTests: named('block')
  }
}

/** The gate as a resource descriptor, which needs a digest: git's id of its sources. */
const gateDescriptor = ({ version, commit }: Edition): readonly object[] =>
  commit === null ? [] : [{ name: 'policy-gate', digest: { gitBlob: commit }, annotations: { version } }]

/**
 * The decision as an in-toto statement. Its subjects are the decision file, which `gh attestation verify` looks up by
 * its digest, and the commit that was judged.
 */
export function renderAttestation(decision: Decision, decisionSha256: string, context: ViewContext): string {
  const { headSha, repository } = decision.change
  const commit = headSha === null ? [] : [{ name: repository ?? 'commit', digest: { gitCommit: headSha } }]
  const statement = {
    _type: STATEMENT,
    subject: [{ name: 'decision.json', digest: { sha256: decisionSha256 } }, ...commit],
    predicateType: PREDICATE_TYPE,
    predicate: attestationPredicate(decision, context)
  }
  return `${JSON.stringify(statement, null, 2)}\n`
}
