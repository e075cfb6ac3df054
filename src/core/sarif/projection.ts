import type { Projection } from './input.js'
import { PACKAGE_PROPERTIES } from './package/parts.js'
import {
  bagsWith,
  GRAVITY as gravity,
  NAME_LENGTH as NAME,
  SNIPPET_LENGTH as SNIPPET,
  OF_SUPPRESSION as standing
} from './tools/bags.js'

/** Characters kept of a message; what a person reads of a finding fits many times over. */
export const MESSAGE = 4_000
/** Characters kept of a help text: some tools write package and version nowhere else. */
const HELP = 8_000
/** Longer paths than the longest of any file system are kept up to here, and refused later. */
const PATH = 8_192

const message = { text: MESSAGE, markdown: MESSAGE, id: NAME, arguments: [NAME] } as const satisfies Projection
const description = { text: MESSAGE, markdown: MESSAGE } as const satisfies Projection
const artifactLocation = { uri: PATH, uriBaseId: PATH, index: true } as const satisfies Projection
const componentReference = { name: NAME, guid: NAME, index: true } as const satisfies Projection
const taxon = { id: NAME, index: true, guid: NAME, toolComponent: componentReference } as const satisfies Projection

/** Names of members in which tools keep what is known of a package. */
const packageProperties = Object.fromEntries(PACKAGE_PROPERTIES.map(name => [name, NAME] as const))

const properties = bagsWith(packageProperties)

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
  message: { text: NAME },
  properties: gravity
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
  // As editions before the standard was final had it.
  configuration: { level: NAME, defaultLevel: NAME },
  defaultLevel: NAME,
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
  locations: location,
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
      ...standing,
      properties: standing,
      location: { physicalLocation: { artifactLocation } }
    }
  ],
  baselineState: NAME,
  taxa: taxon,
  provenance: { firstDetectionTimeUtc: NAME, invocationIndex: true },
  // Snyk names the fixed version only here.
  fixes: [{ description: { text: NAME } }],
  // govulncheck names the module and its version only here.
  stacks: [{ frames: [{ module: NAME }] }],
  properties
} as const satisfies Projection

/** What is kept of a step on the way to a result, and of one of a flow. */
const step = { physicalLocation: { artifactLocation, region: { startLine: true, endLine: true } } } as const
const flowStep = { location: step, stack: { frames: [{ location: step }] } } as const satisfies Projection

/** Nodes hold nodes, at any depth (SARIF 2.1.0 §3.40.4). */
interface Node {
  readonly location: typeof step
  readonly children: Node
  readonly [member: string]: Projection
}
const node: Node = {
  location: step,
  get children(): Node {
    return node
  }
}
const graph = { nodes: node } as const satisfies Projection

/** What is kept of a result besides, where somebody asks which places lead to it. */
const TRAIL_PROJECTION = {
  codeFlows: { threadFlows: { locations: { ...flowStep, index: true } } },
  stacks: { frames: { module: NAME, location: step } },
  graphs: graph,
  graphTraversals: { runGraphIndex: true },
  relatedLocations: step
} as const satisfies Projection

const descriptor = {
  id: NAME,
  index: true,
  guid: NAME,
  toolComponent: componentReference
} as const
const override = {
  descriptor,
  configuration: { level: NAME, properties: gravity, parameters: { properties: gravity } }
} as const
const notification = { level: NAME, message: { text: 500 }, descriptor, exception: { kind: NAME } } as const

/** As the standard calls them, and the editions before it. */
const notifications = {
  toolExecutionNotifications: [notification],
  toolConfigurationNotifications: [notification],
  toolNotifications: [notification],
  configurationNotifications: [notification]
} as const satisfies Projection

/** What is kept of an invocation, besides where it ran. */
const invocation = {
  executionSuccessful: true,
  toolExecutionSuccessful: true,
  exitCode: true,
  exitCodeDescription: NAME,
  exitSignalName: NAME,
  exitSignalNumber: true,
  processStartFailureMessage: NAME,
  startTimeUtc: NAME,
  endTimeUtc: NAME,
  ...notifications,
  notificationConfigurationOverrides: [override],
  // An object in the place of a list is its only element, here and below.
  ruleConfigurationOverrides: override
} as const satisfies Projection

/** What is kept of external properties, or of a reference to them: only whether a kind of thing is there. */
const external = {
  results: [{}],
  artifacts: [{}],
  logicalLocations: [{}],
  invocations: [{}],
  extensions: [{}],
  policies: [{}],
  threadFlowLocations: [{}],
  driver: {},
  conversion: {},
  externalizedProperties: {}
} as const satisfies Projection

/** What is kept of a run besides its results. */
export const RUN_PROJECTION = {
  tool: { driver: component, extensions: [component] },
  ...notifications,
  invocations: [{ ...invocation, workingDirectory: artifactLocation }],
  // SARIF 1.0 had one.
  invocation,
  originalUriBaseIds: true,
  artifacts: [{ location: artifactLocation, parentIndex: true }],
  logicalLocations: [{ fullyQualifiedName: NAME, name: NAME }],
  automationDetails: { id: NAME },
  versionControlProvenance: [{ revisionId: NAME }],
  policies: {
    rules: {
      ...gravity,
      id: NAME,
      guid: NAME,
      defaultConfiguration: rule.defaultConfiguration,
      properties: gravity,
      relationships: { target: taxon }
    }
  },
  taxonomies: [{ name: NAME, fullName: NAME, guid: NAME, taxa: [{ id: NAME, guid: NAME }] }],
  externalPropertyFileReferences: external,
  externalPropertyFiles: external,
  externalFiles: external,
  conversion: { tool: { driver: { name: NAME } } },
  properties: { imageName: NAME, policyGate: { listsEveryRule: true } }
} as const satisfies Projection

/** What is kept of a whole log; the reader skips everything else without decoding it. */
export const LOG_PROJECTION = {
  version: NAME,
  $schema: NAME,
  inlineExternalProperties: external,
  runs: [{ ...RUN_PROJECTION, results: [RESULT_PROJECTION] }]
} as const satisfies Projection

/** The same with the steps of flows, which can be ten times as much: read only where a change is known that they may touch. */
export const TRAIL_LOG_PROJECTION = {
  ...LOG_PROJECTION,
  runs: [
    {
      ...RUN_PROJECTION,
      threadFlowLocations: [flowStep],
      graphs: [graph],
      results: [{ ...RESULT_PROJECTION, ...TRAIL_PROJECTION }]
    }
  ]
} as const satisfies Projection
