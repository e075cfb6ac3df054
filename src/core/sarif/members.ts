import {
  asArray,
  asObject,
  asString,
  type JsonObject,
  type JsonValue,
  member,
  scalarsIn,
  textMember
} from '../ground/json.js'
import type { TextPlace, ToolProfile } from './tools/profile.js'

/** Named groups of a match. */
export type Groups = Readonly<Record<string, string>>

/** A pattern for a text that each result has of its own. */
export interface PatternOfResults {
  readonly pattern: RegExp
  readonly place: TextPlace
  /** The same, as for the other kind. */
  readonly of: TextPlace
}

/** A pattern for the results of one rule: where in each of them to look, or what it matched in a text of the rule. */
export type PreparedPattern =
  | PatternOfResults
  | { readonly pattern: RegExp; readonly place: null; readonly of: TextPlace; readonly matches: readonly Groups[] }

/** A result together with the rule and the tool that explain it. */
export interface ResultFacts {
  readonly result: JsonObject
  readonly rule: JsonObject | null
  readonly profile: ToolProfile
  readonly ruleId: string
  readonly message: string
  /** First element of `locations`. */
  readonly location: JsonObject | null
  /** Tags of rule and result. */
  readonly tags: readonly string[]
  /** Patterns that may name the package, with what they matched in the texts of the rule. */
  readonly packagePatterns: readonly PreparedPattern[]
}

/** The texts of a list, however deep they lie in it; of a text where a list is wanted, its parts. */
export function strings(value: JsonValue | undefined): readonly string[] {
  if (value === undefined || value === null) return NO_TEXTS
  if (isPlainList(value)) return value
  return (typeof value === 'string' ? partsOf(value) : scalarsIn(value).map(String)).filter(isWritten)
}

const NO_TEXTS: readonly string[] = []
const isWritten = (text: string): boolean => text.trim() !== ''
/** So long a list is what it says, whole. */
const PLAIN_LENGTH = 50

/** A list of texts and nothing else, as lists of tags nearly always are: it is its own texts. */
function isPlainList(value: JsonValue): value is readonly string[] {
  if (!Array.isArray(value) || value.length > PLAIN_LENGTH) return false
  for (const element of value as readonly JsonValue[]) {
    if (typeof element !== 'string' || !isWritten(element)) return false
  }
  return true
}

/** Between commas, semicolons and line ends; where there are none, the words. */
function partsOf(text: string): readonly string[] {
  const parts = text.split(/[,;|\n]/).map(part => part.trim())
  return parts.length > 1 ? parts : [text.trim(), ...text.trim().split(/\s+/)]
}

/** The message of a result; a text in its place is what it says. */
export function messageOf(result: JsonObject): JsonObject | null {
  const message = member(result, 'message')
  return typeof message === 'string' ? { text: message } : asObject(message)
}

/** A value deep in nested objects. */
export function at(object: JsonObject | null, path: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = object ?? undefined
  for (const key of path) value = member(asObject(value), key)
  return value
}

/** The property bag of a result or a rule; of several in a list all that they say. */
export function propertiesOf(object: JsonObject | null): JsonObject | null {
  const written = member(object, 'properties')
  return Array.isArray(written) ? bagOfList(written) : asObject(written)
}

const unitedBags = new WeakMap<readonly JsonValue[], JsonObject>()

/** The bags of a list as one; what several of them call alike is a list of what each says. */
function bagOfList(bags: readonly JsonValue[]): JsonObject {
  const known = unitedBags.get(bags)
  if (known !== undefined) return known
  const members = new Map<string, JsonValue>()
  for (const [name, value = null] of bags.flatMap(bag => Object.entries(asObject(bag) ?? {}))) {
    const before = members.get(name)
    members.set(name, before === undefined ? value : [before, value])
  }
  const united = Object.fromEntries(members)
  unitedBags.set(bags, united)
  return united
}

/** True where something that says nothing readable stands in the place of a property bag, or is one of several. */
export function isBagUnreadable(object: JsonObject | null): boolean {
  const written = member(object, 'properties') ?? null
  if (written === null || asObject(written) !== null) return false
  // A list without anything is how PHP writes an empty bag.
  return !Array.isArray(written) || written.some(bag => Object.keys(asObject(bag) ?? {}).length === 0)
}

/** Name of the function, class or resource that the location names. */
export const logicalName = (location: JsonObject | null): string | null => {
  const first = asObject(asArray(member(location, 'logicalLocations'))[0])
  return textMember(first, 'fullyQualifiedName') ?? textMember(first, 'name')
}

/** Places of texts that all results of a rule share. */
const OF_RULE = [
  'rule-id',
  'rule-name',
  'short-description',
  'full-description',
  'help',
  'help-markdown'
] as const satisfies readonly TextPlace[]
type PlaceOfRule = (typeof OF_RULE)[number]

const ofRule: ReadonlySet<TextPlace> = new Set(OF_RULE)

export const isOfRule = (place: TextPlace): place is PlaceOfRule => ofRule.has(place)

/** The text of a rule at a place, or null. */
export function textOfRule(place: PlaceOfRule, ruleId: string, rule: JsonObject | null): string | null {
  switch (place) {
    case 'rule-id':
      return ruleId
    case 'rule-name':
      return textMember(rule, 'name')
    case 'short-description':
      return asString(at(rule, ['shortDescription', 'text']))
    case 'full-description':
      return asString(at(rule, ['fullDescription', 'text']))
    case 'help':
      return asString(at(rule, ['help', 'text']))
    case 'help-markdown':
      return asString(at(rule, ['help', 'markdown']))
    default:
      return place satisfies never
  }
}

/** The text at a place, or null. */
export function textAt(
  place: TextPlace,
  facts: Pick<ResultFacts, 'result' | 'rule' | 'ruleId' | 'location'>
): string | null {
  switch (place) {
    case 'message':
      return textMember(messageOf(facts.result), 'text')
    case 'markdown':
      return textMember(messageOf(facts.result), 'markdown')
    case 'logical-name':
      return logicalName(facts.location)
    case 'location-message':
      return asString(at(facts.location, ['message', 'text']))
    case 'snippet':
      return asString(at(facts.location, ['physicalLocation', 'region', 'snippet', 'text']))
    case 'fix':
      return asString(at(asObject(asArray(member(facts.result, 'fixes'))[0]), ['description', 'text']))
    case 'module': {
      const frames = asArray(member(asObject(asArray(member(facts.result, 'stacks'))[0]), 'frames'))
      // The trace leads from the caller's own module to the vulnerable one.
      return textMember(asObject(frames.at(-1)), 'module')
    }
    default:
      return textOfRule(place, facts.ruleId, facts.rule)
  }
}
