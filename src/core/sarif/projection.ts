import { OTHERS, type Projection } from './input.js'
import { PACKAGE_PROPERTIES } from './package/parts.js'
import { bitsOf, statedBy, states } from './tools/stated.js'

/** Characters kept of a message; what a person reads of a finding fits many times over. */
export const MESSAGE = 4_000
/** Characters kept of a snippet: enough to recognise a place, too little for an embedded file. */
const SNIPPET = 2_000
/** Characters kept of a help text: some tools write package and version nowhere else. */
const HELP = 8_000
/** Characters kept of a name, an address or an id. */
const NAME = 1_000
/** Longer paths than the longest of any file system are kept up to here, and refused later. */
const PATH = 8_192

const message = { text: MESSAGE, markdown: MESSAGE, id: NAME, arguments: [NAME] } as const satisfies Projection
const description = { text: MESSAGE, markdown: MESSAGE } as const satisfies Projection
const artifactLocation = { uri: PATH, uriBaseId: PATH, index: true } as const satisfies Projection
const componentReference = { name: NAME, guid: NAME, index: true } as const satisfies Projection
const taxon = { id: NAME, index: true, guid: NAME, toolComponent: componentReference } as const satisfies Projection

/** Names of members in which tools keep what is known of a package. */
const packageProperties = Object.fromEntries(PACKAGE_PROPERTIES.map(name => [name, NAME] as const))

/** Members that state facts of some kinds, kept whole. */
const wholeOf = (kinds: number) =>
  ({ [OTHERS]: (name: string) => ((statedBy(name) & kinds) === 0 ? undefined : true) }) as const

/** Severities and scores, which some tools write beside the property bag too. */
const gravity = wholeOf(bitsOf('severity', 'score'))
const ends = wholeOf(bitsOf('end'))
const TOLD = bitsOf('severity', 'score', 'advisory', 'weakness', 'kind')

const named = { ...packageProperties, name: NAME, purl: NAME, type: NAME, fixed: NAME } as const
const record = { id: NAME, cve: NAME, cveId: NAME, cve_id: NAME, ghsaId: NAME, value: NAME, name: NAME } as const
const purlsOf = [{ purl: NAME, ref: NAME, package: { purl: NAME } }] as const

/** Members of the property bags that some table of `tools/` or the order of severity sources reads. */
const properties = {
  [OTHERS]: (name: string) => (states(name, 'purl') ? purlsOf : (statedBy(name) & TOLD) === 0 ? undefined : true),
  // Whole records of a database in some tools, and a bare id in others.
  advisory: record,
  vulnerability: record,
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

const location = {
  physicalLocation: {
    artifactLocation,
    region: {
      startLine: true,
      startColumn: true,
      endLine: true,
      endColumn: true,
      byteOffset: true,
      byteLength: true,
      charOffset: true,
      charLength: true,
      snippet: { text: SNIPPET }
    }
  },
  logicalLocations: [{ fullyQualifiedName: NAME, name: NAME, index: true }],
  message: { text: NAME }
} as const satisfies Projection

const rule = {
  ...gravity,
  id: NAME,
  name: NAME,
  guid: NAME,
  deprecatedIds: [NAME],
  deprecatedNames: [NAME],
  shortDescription: description,
  fullDescription: description,
  messageStrings: true,
  defaultConfiguration: { level: NAME, properties: gravity, parameters: { properties: gravity } },
  helpUri: NAME,
  help: { text: HELP, markdown: HELP },
  properties,
  relationships: [{ target: taxon, kinds: [NAME] }]
} as const satisfies Projection

const component = {
  name: NAME,
  fullName: NAME,
  guid: NAME,
  semanticVersion: NAME,
  version: NAME,
  properties: { scan_level: NAME },
  globalMessageStrings: true,
  rules: [rule],
  notifications: [{ id: NAME, guid: NAME, defaultConfiguration: { level: NAME } }]
} as const satisfies Projection

const notification = {
  level: NAME,
  message: { text: 500 },
  descriptor: { id: NAME, index: true, guid: NAME, toolComponent: componentReference }
} as const satisfies Projection

/** What is kept of an element of `runs[].results`. */
export const RESULT_PROJECTION = {
  ...gravity,
  ruleId: NAME,
  ruleIndex: true,
  rule: { id: NAME, index: true, guid: NAME, toolComponent: componentReference },
  kind: NAME,
  level: NAME,
  rank: true,
  message,
  locations: [location],
  correlationGuid: NAME,
  occurrenceCount: true,
  fingerprints: true,
  partialFingerprints: true,
  suppressions: [
    {
      kind: NAME,
      status: NAME,
      state: NAME,
      justification: NAME,
      ...ends,
      properties: ends,
      location: { physicalLocation: { artifactLocation } }
    }
  ],
  baselineState: NAME,
  taxa: [taxon],
  provenance: { firstDetectionTimeUtc: NAME, invocationIndex: true },
  // Snyk names the fixed version only here.
  fixes: [{ description: { text: NAME } }],
  // govulncheck names the module and its version only here.
  stacks: [{ frames: [{ module: NAME }] }],
  properties
} as const satisfies Projection

/** What is kept of a step on the way to a result. */
const step = {
  physicalLocation: { artifactLocation, region: { startLine: true, endLine: true } }
} as const satisfies Projection

/** What is kept of a result besides, where somebody asks which places lead to it. */
const TRAIL_PROJECTION = {
  codeFlows: [{ threadFlows: [{ locations: [{ location: step, index: true }] }] }],
  stacks: [{ frames: [{ module: NAME, location: step }] }],
  relatedLocations: [step]
} as const satisfies Projection

/** What is kept of an external property file's content or reference: only whether a kind of thing is there. */
const external = {
  results: [{}],
  artifacts: [{}],
  logicalLocations: [{}],
  invocations: [{}],
  extensions: [{}],
  policies: [{}],
  driver: {},
  conversion: {}
} as const satisfies Projection

/** What is kept of a run besides its results. */
export const RUN_PROJECTION = {
  tool: { driver: component, extensions: [component] },
  invocations: [
    {
      executionSuccessful: true,
      exitCode: true,
      exitSignalName: NAME,
      exitSignalNumber: true,
      processStartFailureMessage: NAME,
      endTimeUtc: NAME,
      workingDirectory: artifactLocation,
      toolExecutionNotifications: [notification],
      toolConfigurationNotifications: [notification],
      ruleConfigurationOverrides: [
        {
          descriptor: { id: NAME, index: true, guid: NAME, toolComponent: componentReference },
          configuration: { level: NAME }
        }
      ]
    }
  ],
  originalUriBaseIds: true,
  artifacts: [{ location: artifactLocation, parentIndex: true }],
  logicalLocations: [{ fullyQualifiedName: NAME, name: NAME }],
  automationDetails: { id: NAME },
  versionControlProvenance: [{ revisionId: NAME }],
  taxonomies: [{ name: NAME, guid: NAME, taxa: [{ id: NAME, guid: NAME }] }],
  externalPropertyFileReferences: external,
  conversion: { tool: { driver: { name: NAME } } },
  properties: { imageName: NAME, policyGate: { listsEveryRule: true } }
} as const satisfies Projection

/** What is kept of a whole log; the reader skips everything else without decoding it. */
export const LOG_PROJECTION = {
  version: NAME,
  $schema: NAME,
  inlineExternalProperties: [external],
  runs: [{ ...RUN_PROJECTION, results: [RESULT_PROJECTION] }]
} as const satisfies Projection

/** The same with the steps of flows, which can be ten times as much: read only where a change is known that they may touch. */
export const TRAIL_LOG_PROJECTION = {
  ...LOG_PROJECTION,
  runs: [
    {
      ...RUN_PROJECTION,
      threadFlowLocations: [{ location: step }],
      results: [{ ...RESULT_PROJECTION, ...TRAIL_PROJECTION }]
    }
  ]
} as const satisfies Projection
