import type { Projection } from '../input.js'
import { STATED } from './stated.js'

/** Characters kept of a name, an address or an id. */
export const NAME_LENGTH = 1_000
/** Characters kept of a snippet: enough to recognise a place, too little for an embedded file. */
export const SNIPPET_LENGTH = 2_000

/** All of these members, each whole. */
export const whole = (names: readonly string[]) => Object.fromEntries(names.map(name => [name, true] as const))

/** Severities and scores, which some tools write beside the property bag too. */
export const GRAVITY = whole([...STATED.severity, ...STATED.score])

const record = {
  id: NAME_LENGTH,
  cve: NAME_LENGTH,
  cveId: NAME_LENGTH,
  cve_id: NAME_LENGTH,
  ghsaId: NAME_LENGTH,
  value: NAME_LENGTH,
  name: NAME_LENGTH
} as const
const purlOf = { purl: NAME_LENGTH, ref: NAME_LENGTH, package: { purl: NAME_LENGTH } } as const

/** Members of the property bags that some table of `tools/` or the order of severity sources reads. */
export const bagsWith = <Package extends Readonly<Record<string, number>>>(packageProperties: Package) => {
  const named = {
    ...packageProperties,
    name: NAME_LENGTH,
    purl: NAME_LENGTH,
    type: NAME_LENGTH,
    fixed: NAME_LENGTH
  } as const
  return {
    ...GRAVITY,
    ...whole([...STATED.advisory, ...STATED.weakness, ...STATED.kind]),
    // Whole records of a database in some tools, and a bare id in others.
    advisory: record,
    vulnerability: record,
    ...Object.fromEntries(STATED.purl.map(name => [name, [purlOf]] as const)),
    ruleset: NAME_LENGTH,
    ruleSet: NAME_LENGTH,
    impacts: true,
    tags: [NAME_LENGTH],
    'problem.severity': NAME_LENGTH,
    problem: { severity: NAME_LENGTH },
    precision: NAME_LENGTH,
    issue_severity: NAME_LENGTH,
    'zizmor/severity': NAME_LENGTH,
    DevSkimSeverity: NAME_LENGTH,
    cvssv2_severity: NAME_LENGTH,
    cvssv3_baseSeverity: NAME_LENGTH,
    cvssv3_baseScore: true,
    cvssv4_baseScore: true,
    cvssv40_baseScore: true,
    'snykPolicy/v1': { severity: NAME_LENGTH },
    exposure: NAME_LENGTH,
    applicability: NAME_LENGTH,
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
    classification: [NAME_LENGTH],
    Impact: NAME_LENGTH,
    Accuracy: NAME_LENGTH,
    Probability: NAME_LENGTH,
    Confidence: NAME_LENGTH,
    threatType: NAME_LENGTH,
    offender: SNIPPET_LENGTH,
    commit: NAME_LENGTH,
    commitSha: NAME_LENGTH,
    commit_sha: NAME_LENGTH,
    commitHash: NAME_LENGTH,
    commit_hash: NAME_LENGTH,
    resource: true,
    resourceName: true,
    resource_name: true,
    resourceId: true,
    resource_id: true,
    resourceAddress: true,
    resource_address: true,
    policyGate: { instance: NAME_LENGTH }
  } as const satisfies Projection
}
