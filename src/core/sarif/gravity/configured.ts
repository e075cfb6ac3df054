import { asArray, asObject, type JsonObject, type JsonValue, member } from '../../ground/json.js'
import { lineage, textMember } from '../rules.js'

/** What the policies of a run say of rules, by the id of the rule (SARIF 2.1.0 §3.14.22). */
export type PolicyRules = ReadonlyMap<string, readonly JsonObject[]>

/** The rules of all policies that a run was held to; null where it names none, as nearly everywhere. */
export function policyRulesOf(run: JsonObject): PolicyRules | null {
  const policies = asArray(member(run, 'policies'))
  if (policies.length === 0) return null
  const byId = new Map<string, JsonObject[]>()
  for (const each of policies.flatMap(policy => asArray(member(asObject(policy), 'rules')))) {
    const rule = asObject(each)
    const id = textMember(rule, 'id')
    if (rule !== null && id !== null) byId.set(id, [...(byId.get(id) ?? []), rule])
  }
  return byId
}

/** What policies say of a rule, or of the one that it specialises. */
export const policiesFor = (ruleId: string, policyRules: PolicyRules): readonly JsonObject[] =>
  [...lineage(ruleId)].flatMap(id => policyRules.get(id) ?? [])

/**
 * Levels of a rule besides that of its default configuration: what policies set it to, and where the editions before the
 * standard was final had it (`configuration`, `defaultLevel`). Nothing says which of several counts, so they only raise.
 */
export function otherLevelsOf(rule: JsonObject | null, policies: readonly JsonObject[]): readonly JsonValue[] {
  const configuration = asObject(member(rule, 'configuration'))
  return [
    member(configuration, 'level'),
    member(configuration, 'defaultLevel'),
    member(rule, 'defaultLevel'),
    ...policies.flatMap(each => [member(asObject(member(each, 'defaultConfiguration')), 'level')])
  ].filter((level): level is JsonValue => level !== undefined && level !== null)
}
