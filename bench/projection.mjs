/** Members of a log that a gate looks at: the measure of the bare reader, close to what the gate itself keeps. */
const message = { text: 4000, markdown: 4000, id: true, arguments: [400] }
const artifactLocation = { uri: true, uriBaseId: true, index: true }
const region = { startLine: true, startColumn: true, endLine: true, endColumn: true, snippet: { text: 2000 } }
const location = {
  physicalLocation: { artifactLocation, region, contextRegion: { snippet: { text: 2000 } } },
  logicalLocations: [{ name: 400, fullyQualifiedName: 400, kind: 100 }],
  message: { text: 1000 }
}
const rule = {
  id: true,
  name: 400,
  guid: true,
  shortDescription: { text: 1000 },
  fullDescription: { text: 1000 },
  messageStrings: true,
  defaultConfiguration: { level: true, enabled: true },
  helpUri: true,
  properties: true,
  relationships: [{ target: { id: true, toolComponent: { name: true } } }]
}
const component = { name: true, version: true, semanticVersion: true, rules: [rule] }
const result = {
  ruleId: true,
  ruleIndex: true,
  rule: { id: true, index: true, toolComponent: { name: true, index: true } },
  level: true,
  kind: true,
  message,
  locations: [location],
  fingerprints: true,
  partialFingerprints: true,
  baselineState: true,
  suppressions: [{ kind: true, status: true, justification: 1000 }],
  properties: true,
  rank: true,
  provenance: { firstDetectionTimeUtc: true },
  taxa: [{ id: true, toolComponent: { name: true } }]
}

export const projection = {
  $schema: 400,
  version: 100,
  runs: [
    {
      tool: { driver: component, extensions: [component] },
      results: [result],
      invocations: [{ executionSuccessful: true, endTimeUtc: 100, exitCode: true }],
      automationDetails: { id: 1000 },
      originalUriBaseIds: true,
      artifacts: [{ location: artifactLocation }],
      versionControlProvenance: [{ repositoryUri: 1000, revisionId: 100 }],
      properties: true
    }
  ]
}
