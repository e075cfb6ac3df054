import { OTHERS, type Projection } from '../input.js'
import { bitsOf, statedBy, states } from './stated.js'

/** Characters kept of a name, an address or an id. */
export const NAME_LENGTH = 1_000
/** Characters kept of a snippet: enough to recognise a place, too little for an embedded file. */
export const SNIPPET_LENGTH = 2_000

/** Members that state facts of some kinds, kept whole. */
const wholeOf = (kinds: number) =>
  ({ [OTHERS]: (name: string) => ((statedBy(name) & kinds) === 0 ? undefined : true) }) as const

/** Severities and scores, which some tools write beside the property bag too. */
export const GRAVITY = wholeOf(bitsOf('severity', 'score'))
/** Members that say how it stands with a suppression, and when it ends. */
export const OF_SUPPRESSION = wholeOf(bitsOf('end', 'standing'))
const TOLD = bitsOf('severity', 'score', 'advisory', 'weakness', 'kind')

const record = {
  id: NAME_LENGTH,
  cve: NAME_LENGTH,
  cveId: NAME_LENGTH,
  cve_id: NAME_LENGTH,
  ghsaId: NAME_LENGTH,
  value: NAME_LENGTH,
  name: NAME_LENGTH
} as const
const purlsOf = [{ purl: NAME_LENGTH, ref: NAME_LENGTH, package: { purl: NAME_LENGTH } }] as const

/** Members of the property bags that some table of `tools/` or the order of severity sources reads. */
const members = {
  [OTHERS]: (name: string) => (states(name, 'purl') ? purlsOf : (statedBy(name) & TOLD) === 0 ? undefined : true),
  // Whole records of a database in some tools, and a bare id in others.
  advisory: record,
  vulnerability: record,
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
  solutionAvailable: true,
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
  policyGate: {
    instance: NAME_LENGTH,
    category: NAME_LENGTH,
    severity: NAME_LENGTH,
    score: true,
    reachability: NAME_LENGTH,
    fixAvailable: true
  }
} as const satisfies Projection

/** The same, with those in which tools keep what is known of a package: each by itself, or in an object for it. */
export const bagsWith = <Package extends Readonly<Record<string, number>>>(packageProperties: Package) => {
  const named = {
    ...packageProperties,
    name: NAME_LENGTH,
    purl: NAME_LENGTH,
    type: NAME_LENGTH,
    fixed: NAME_LENGTH
  } as const
  const objects = { component: named, dependency: named, library: named, module: named, package: named } as const
  return { ...members, ...packageProperties, ...objects } as const satisfies Projection
}
