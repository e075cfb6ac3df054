import type { SuppressionClaim } from '../../finding.js'
import { asArray, asObject, type JsonObject, type JsonValue, member } from '../../ground/json.js'
import { textMember } from '../rules.js'

const KINDS = new Set<JsonValue>(['inSource', 'external'])

/** Absent and null (legacy Grype) mean accepted; whatever the standard does not know is no ground to pass. */
function isAccepted(element: JsonObject): boolean {
  const status = member(element, 'status') ?? member(element, 'state') ?? 'accepted'
  const isKnownKind = KINDS.has(member(element, 'kind') ?? 'external')
  return isKnownKind && typeof status === 'string' && (status === 'accepted' || /^suppressed/i.test(status))
}

/**
 * The result's claim of being suppressed (SARIF 2.1.0 §3.27.23, §3.35): at least one element, and none under review or
 * rejected. Absent, null and empty mean that it is not. `state` is how Roslyn wrote it before the standard was final.
 */
export function suppressionOf(result: JsonObject): SuppressionClaim | null {
  const elements = asArray(member(result, 'suppressions'))
    .map(asObject)
    .filter(element => element !== null)
  const first = elements[0]
  if (first === undefined) return null
  if (!elements.every(isAccepted)) return null
  const inSource = textMember(first, 'kind') === 'inSource' || textMember(first, 'state') === 'suppressedInSource'
  const justification = elements.map(element => textMember(element, 'justification')).find(reason => reason !== null)
  return { kind: inSource ? 'in-source' : 'external', justification: justification?.slice(0, 1_000) ?? null }
}
