import type { Projection } from '../input.js'
import { STATED } from './stated.js'

/** Characters kept of a name, an address or an id. */
export const NAME = 1_000
/** Characters kept of a snippet: enough to recognise a place, too little for an embedded file. */
export const SNIPPET = 2_000

/** All of these members, each whole. */
export const whole = (names: readonly string[]) => Object.fromEntries(names.map(name => [name, true] as const))

/** Severities and scores, which some tools write beside the property bag too. */
export const GRAVITY = whole([...STATED.severity, ...STATED.score])

const record = { id: NAME, cve: NAME, cveId: NAME, cve_id: NAME, ghsaId: NAME, value: NAME, name: NAME } as const
const purlOf = { purl: NAME, ref: NAME, package: { purl: NAME } } as const

/** Members of the property bags that some table of `tools/` or the order of severity sources reads. */
export const bagsWith = <Package extends Readonly<Record<string, number>>>(packageProperties: Package) => {
  const named = { ...packageProperties, name: NAME, purl: NAME, type: NAME, fixed: NAME } as const
  return {
    ...GRAVITY,
    ...whole([...STATED.advisory, ...STATED.weakness, ...STATED.kind]),
    // Whole records of a database in some tools, and a bare id in others.
    advisory: record,
    vulnerability: record,
    ...Object.fromEntries(STATED.purl.map(name => [name, [purlOf]] as const)),
    ruleset: NAME,
    ruleSet: NAME,
    impacts: true,
    tags: [NAME],
    'problem.severity': NAME,
    problem: { severity: NAME },
    precision: NAME,
    issue_severity: NAME,
    'zizmor/severity': NAME,
    DevSkimSeverity: NAME,
    cvssv2_severity: NAME,
    cvssv3_baseSeverity: NAME,
    cvssv3_baseScore: true,
    cvssv4_baseScore: true,
    cvssv40_baseScore: true,
    'snykPolicy/v1': { severity: NAME },
    exposure: NAME,
    applicability: NAME,
    reachable: true,
    'github/alertNumber': true,
    ...packageProperties,
    // An object or a name.
    component: named,
    dependency: named,
    library: named,
    module: named,
    solutionAvailable: true,
    package: named,
    classification: [NAME],
    Impact: NAME,
    Accuracy: NAME,
    Probability: NAME,
    Confidence: NAME,
    threatType: NAME,
    offender: SNIPPET,
    commit: NAME,
    commitSha: NAME,
    commit_sha: NAME,
    commitHash: NAME,
    commit_hash: NAME,
    resource: true,
    resourceName: true,
    resource_name: true,
    resourceId: true,
    resource_id: true,
    resourceAddress: true,
    resource_address: true,
    policyGate: { instance: NAME }
  } as const satisfies Projection
}
