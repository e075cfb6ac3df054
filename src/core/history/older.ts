import { asArray, asObject, type JsonObject, type JsonValue, member } from '../ground/json.js'

/**
 * A decision file of version 1 in the shape of version 2: what it does not say is null, or unknown. Whatever does not
 * have the shape of version 1 stays as it is, for the schema to object to.
 */
export function fromVersion1(document: JsonObject): JsonObject {
  return {
    ...document,
    schemaVersion: 2,
    gate: { version: 'unknown', commit: null },
    change: withMore(document, 'change', { branch: null, scannedSha: null, runId: null }),
    options: null,
    rollout: member(document, 'rollout') ?? null,
    outcomes: mapped(document, 'outcomes', outcome => ({
      would: null,
      controls: [],
      ...outcome,
      finding: findingOf(outcome)
    })),
    exceptions: mapped(document, 'exceptions', exception => ({ ...UNKNOWN_RECORD, ...exception })),
    controls: [],
    problems: []
  }
}

const UNKNOWN_RECORD: JsonObject = {
  type: null,
  reason: null,
  owner: null,
  approvers: [],
  ticket: null,
  controls: [],
  quorum: null
}

/** Only one place was known, and malware was none of the facts. */
function findingOf(outcome: JsonObject): JsonValue | undefined {
  const finding = asObject(member(outcome, 'finding'))
  if (finding === null) return member(outcome, 'finding')
  const location = member(finding, 'location') ?? null
  return {
    locations: location === null ? [] : [location],
    claimedPlace: null,
    malware: false,
    kevEntry: null,
    ...finding
  }
}

const withMore = (document: JsonObject, key: string, more: JsonObject): JsonValue | undefined => {
  const object = asObject(member(document, key))
  return object === null ? member(document, key) : { ...more, ...object }
}

function mapped(document: JsonObject, key: string, change: (item: JsonObject) => JsonObject): JsonValue | undefined {
  const value = member(document, key)
  if (!Array.isArray(value)) return value
  return asArray(value).map(item => {
    const object = asObject(item)
    return object === null ? item : change(object)
  })
}
