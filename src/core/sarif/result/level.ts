import { asArray, asObject, type JsonObject, member } from '../../ground/json.js'
import { indexMember, textMember } from '../rules.js'

/** Levels of SARIF 2.1.0 §3.27.10. */
export const LEVELS = ['none', 'note', 'warning', 'error'] as const
export type Level = (typeof LEVELS)[number]

/** The level that counts for a result, and whether anybody stated it. */
export interface EffectiveLevel {
  /** Null where the tool could not decide (kind `open`) and stated no level. */
  readonly level: Level | null
  readonly stated: boolean
  /** A level that the standard does not know; treated as absent. */
  readonly unknownWord: string | null
}

const known = new Set<string>(LEVELS)
const INVENTED_ERRORS = new Set(['fatal', 'critical', 'blocker', 'high'])

/**
 * A level of the standard in any case, or one that some tool made up for what is worse than its words allow: that is
 * an error. Null for other inventions (`advice`, `like`, `5`), which say nothing.
 */
export function asLevel(word: string | null): Level | null {
  const lower = word?.trim().toLowerCase() ?? ''
  if (INVENTED_ERRORS.has(lower)) return 'error'
  return known.has(lower) ? (lower as Level) : null
}

/** The override of the invocation that produced the result (SARIF 2.1.0 §3.20.5, §3.27.10). */
function overriddenLevel(
  result: JsonObject,
  ruleId: string,
  rule: JsonObject | null,
  invocations: readonly (JsonObject | null)[]
): string | null {
  const position = indexMember(asObject(member(result, 'provenance')), 'invocationIndex')
  if (position === null) return null
  for (const element of asArray(member(invocations[position] ?? null, 'ruleConfigurationOverrides'))) {
    const override = asObject(element)
    const descriptor = asObject(member(override, 'descriptor'))
    const id = textMember(descriptor, 'id')
    const guid = textMember(descriptor, 'guid')
    const designated =
      id === null
        ? guid !== null
          ? guid === textMember(rule, 'guid')
          : indexMember(descriptor, 'index') !== null &&
            indexMember(descriptor, 'index') === indexMember(result, 'ruleIndex')
        : id === ruleId || id === textMember(rule, 'id')
    const level = designated ? textMember(asObject(member(override, 'configuration')), 'level') : null
    if (level !== null) return level
  }
  return null
}

/** The rules of SARIF 2.1.0 §3.27.10: the result's own level, an override's, the rule's default, `warning`. */
export function effectiveLevel(
  result: JsonObject,
  kind: 'fail' | 'open',
  ruleId: string,
  rule: JsonObject | null,
  invocations: readonly (JsonObject | null)[]
): EffectiveLevel {
  const words = [
    textMember(result, 'level'),
    overriddenLevel(result, ruleId, rule, invocations),
    textMember(asObject(member(rule, 'defaultConfiguration')), 'level')
  ]
  const level = words.map(asLevel).find(candidate => candidate !== null) ?? null
  const unknownWord = words.find(word => word !== null && asLevel(word) === null) ?? null
  if (level !== null) return { level, stated: true, unknownWord }
  // A level of none is the standard's default for `open`; it would make an undecided result harmless, so it stays unknown.
  return { level: kind === 'open' ? null : 'warning', stated: false, unknownWord }
}
