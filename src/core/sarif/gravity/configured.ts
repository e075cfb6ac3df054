import {
  asObject,
  elementsOf,
  guidMember,
  type JsonObject,
  type JsonValue,
  member,
  textMember
} from '../../ground/json.js'
import { lineage } from '../../ground/lineage.js'
import type { RuleFinder } from '../rules.js'

/** What the policies of a run say of rules (SARIF 2.1.0 §3.14.22), by the id or the guid of a rule, or by a rule that they are related to. */
export type PolicyRules = ReadonlyMap<string | JsonObject, readonly JsonObject[]>

/** The rules of all policies that a run was held to; null where it names none, as nearly everywhere. */
export function policyRulesOf(run: JsonObject, findRule: RuleFinder): PolicyRules | null {
  const policies = elementsOf(member(run, 'policies'))
  if (policies.length === 0) return null
  const known = new Map<string | JsonObject, JsonObject[]>()
  for (const each of policies.flatMap(policy => elementsOf(member(asObject(policy), 'rules')))) {
    const rule = asObject(each)
    if (rule === null) continue
    for (const key of new Set(keysOf(rule, findRule))) {
      const rules = known.get(key)
      if (rules === undefined) known.set(key, [rule])
      else rules.push(rule)
    }
  }
  return known
}

/** What a rule of a policy is about: the rule of its id, of its guid, and those that its relationships lead to. */
function keysOf(rule: JsonObject, findRule: RuleFinder): readonly (string | JsonObject)[] {
  const related = elementsOf(member(rule, 'relationships')).map(each => {
    const target = asObject(member(asObject(each), 'target'))
    return target === null ? null : (findRule({ rule: target }).rule ?? textMember(target, 'id'))
  })
  return [textMember(rule, 'id'), guidMember(rule), ...related].filter(key => key !== null)
}

/** What policies say of a rule, or of the one that it specialises. */
export function policiesFor(ruleId: string, rule: JsonObject | null, known: PolicyRules): readonly JsonObject[] {
  const keys = [...lineage(ruleId), guidMember(rule), rule].filter(key => key !== null)
  return [...new Set(keys.flatMap(key => known.get(key) ?? []))]
}

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
