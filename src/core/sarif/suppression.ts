import type { SuppressionClaim } from '../finding.js'
import { asArray, asObject, type JsonObject, member } from '../json.js'
import { text } from './rules.js'

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
  const states = elements.map(element => text(element, 'status') ?? text(element, 'state') ?? 'accepted')
  if (states.some(state => state !== 'accepted' && !/^suppressed/i.test(state))) return null
  const inSource = text(first, 'kind') === 'inSource' || text(first, 'state') === 'suppressedInSource'
  const justification = elements.map(element => text(element, 'justification')).find(reason => reason !== null)
  return { kind: inSource ? 'in-source' : 'external', justification: justification?.slice(0, 1_000) ?? null }
}
