import {
  asArray,
  asObject,
  elementsOf,
  indexMember,
  type JsonObject,
  type JsonValue,
  member,
  textMember
} from '../../ground/json.js'
import type { FoundRule, RuleFinder } from '../rules.js'
import { graverOf, type Rating, ratingOfConfiguration, SAYS_NOTHING } from './rating.js'

/** What an invocation was told of a rule (SARIF 2.1.0 §3.20.5). */
interface Override {
  readonly level: JsonValue
  /** What its configuration says besides. */
  readonly rating: Rating
  readonly id: string | null
  /** It says which part of the tool has the rule. */
  readonly isPlaced: boolean
  /** The rule that the descriptor leads to; null where it leads to none. */
  readonly target: FoundRule | null
}

/** The overrides of each invocation of a run. */
export type Overrides = readonly (readonly Override[])[]

/** The overrides of a run that set a level, or a severity of another kind; null where there are none, as nearly everywhere. */
export function overridesOf(run: JsonObject, findRule: RuleFinder): Overrides | null {
  const byInvocation = asArray(member(run, 'invocations')).map(invocation =>
    elementsOf(member(asObject(invocation), 'ruleConfigurationOverrides')).flatMap(
      each => overrideIn(each, findRule) ?? []
    )
  )
  return byInvocation.some(list => list.length > 0) ? byInvocation : null
}

function overrideIn(value: JsonValue, findRule: RuleFinder): Override | null {
  const override = asObject(value)
  const configuration = asObject(member(override, 'configuration'))
  const level = member(configuration, 'level') ?? null
  const rating = ratingOfConfiguration(configuration)
  if (level === null && rating === SAYS_NOTHING) return null
  const descriptor = asObject(member(override, 'descriptor'))
  const found = descriptor === null ? null : findRule({ rule: descriptor })
  const isPlaced = member(descriptor, 'toolComponent') != null
  return {
    level,
    rating,
    id: textMember(descriptor, 'id'),
    isPlaced,
    target: found?.rule == null || (isPlaced && found.isElsewhere) ? null : found
  }
}

/** What the overrides of a run say of the level of one result. */
export interface Overridden {
  /** That of the invocation which produced the result, for exactly this rule: it counts before the rule's own. */
  readonly level: JsonValue | undefined
  /** Those for this rule of a run that does not say which invocation produced the result: they may be meant, and only raise. */
  readonly perhaps: readonly JsonValue[]
  /** Those that lead to no rule: of each rule they may be what it was set to. */
  readonly lost: readonly JsonValue[]
}

const leadsTo = ({ target }: Override, rule: JsonObject | null): boolean =>
  target !== null && rule !== null && [target, ...target.copies].some(each => each.rule === rule)

/** An id alone means the rule of that id; with more beside it, what all of it leads to has to be the rule. */
function isMeant(override: Override, ruleId: string, rule: JsonObject | null): boolean {
  const { id, isPlaced } = override
  if (id !== null && id !== ruleId && id !== textMember(rule, 'id')) return false
  return (id !== null && !isPlaced) || leadsTo(override, rule)
}

const isLost = ({ id, isPlaced, target }: Override): boolean => target === null && (id === null || isPlaced)

/** The overrides of the invocation that produced the result; null where it does not say which that was. */
function ownOverrides(overrides: Overrides, result: JsonObject): readonly Override[] | null {
  const position = indexMember(asObject(member(result, 'provenance')), 'invocationIndex')
  return position === null ? null : (overrides[position] ?? null)
}

const setsLevel = ({ level }: Override): boolean => level !== null

/** What the overrides that may count for a result of the rule say beside levels; it only raises. */
export const overridingRating = (
  overrides: Overrides,
  result: JsonObject,
  ruleId: string,
  rule: JsonObject | null
): Rating =>
  (ownOverrides(overrides, result) ?? overrides.flat())
    .filter(each => isMeant(each, ruleId, rule) || isLost(each))
    .reduce((worst, { rating }) => graverOf(worst, rating), SAYS_NOTHING)

/** The overrides that count for a result of the rule. */
export function overriddenBy(
  overrides: Overrides,
  result: JsonObject,
  ruleId: string,
  rule: JsonObject | null
): Overridden {
  const own = ownOverrides(overrides, result)
  const applicable = (own ?? overrides.flat()).filter(setsLevel)
  const meant = applicable.filter(each => isMeant(each, ruleId, rule)).map(({ level }) => level)
  return {
    level: own === null ? undefined : meant[0],
    perhaps: own === null ? meant : meant.slice(1),
    lost: applicable.filter(isLost).map(({ level }) => level)
  }
}
