import {
  asArray,
  asInteger,
  asObject,
  asText,
  guidMember,
  indexMember,
  type JsonObject,
  type JsonValue,
  member,
  textMember
} from '../ground/json.js'
import { isSpecialisation, lineage } from '../ground/lineage.js'

/** A part of the tool with rules: the driver or an extension (SARIF 2.1.0 §3.19). */
interface Component {
  readonly name: string | null
  readonly guid: string | null
  readonly rules: readonly JsonValue[]
  readonly byId: ReadonlyMap<string, readonly JsonObject[]>
  readonly messages: JsonObject | null
  /** Something stands where rules are wanted that is none. */
  readonly isUnreadable: boolean
}

/** What a result's references to its rule lead to. */
export interface FoundRule {
  /** The id under which the result was reported; null where neither result nor rule has one. */
  readonly id: string | null
  /** The rule's metadata; null where the file has none. */
  readonly rule: JsonObject | null
  /** The component's own message strings. */
  readonly globalMessages: JsonObject | null
  /** Name of the component that has the rule; null where it has none. */
  readonly componentName: string | null
  /** True where an index led to a rule of another id, or out of the rules. */
  readonly inconsistent: boolean
  /** The result names or points to a rule that the file does not have. */
  readonly isDangling: boolean
  /** Dangling, and rules of the tool cannot be read: one of them may be its own. */
  readonly isUnreadable: boolean
  /** Where several rules have the id and nothing tells which is meant: each of them. Empty where one is meant. */
  readonly copies: readonly FoundRule[]
  /** The reference names a part of the tool that is not there, or has no such rule: this one stands in another part. */
  readonly isElsewhere?: true
}

/** Finds the rule of a result; equal references lead to the same object, to which other facts of the rule may be tied. */
export type RuleFinder = (result: JsonObject) => FoundRule

/** A value that is there and could not be taken for what is wanted. */
const isMistyped = (value: JsonValue | undefined, taken: unknown): boolean =>
  value !== undefined && value !== null && taken === null

function componentOf(value: JsonValue | undefined): Component {
  const object = asObject(value)
  const written = member(object, 'rules')
  const rules = Array.isArray(written) ? asArray(written) : null
  const byId = new Map<string, JsonObject[]>()
  for (const element of rules ?? []) {
    const rule = asObject(element)
    const id = textMember(rule, 'id')
    if (rule === null || id === null) continue
    const others = byId.get(id)
    if (others === undefined) byId.set(id, [rule])
    else others.push(rule)
  }
  return {
    name: textMember(object, 'name'),
    guid: guidMember(object),
    rules: rules ?? [],
    byId,
    messages: asObject(member(object, 'globalMessageStrings')),
    isUnreadable:
      isMistyped(value, object) || isMistyped(written, rules) || (rules ?? []).some(rule => asObject(rule) === null)
  }
}

interface Candidate {
  readonly rule: JsonObject
  readonly component: Component
  /** What tells it from others, and puts them in an order that is not that of the file. */
  readonly text: string
}

const NONE: readonly Candidate[] = []

/** The rules of an id, or of its next ancestor that has one, without exact repetitions. */
function byIdIn(components: readonly Component[], id: string): readonly Candidate[] {
  for (const ancestor of lineage(id)) {
    const found = components.flatMap(component =>
      (component.byId.get(ancestor) ?? []).map(rule => ({ rule, component }))
    )
    if (found.length === 1) return found.map(each => ({ ...each, text: '' }))
    if (found.length > 1) {
      const distinct = new Map(found.map(each => [JSON.stringify(each.rule), each]))
      const sorted = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1))
      return sorted.map(([text, each]) => ({ ...each, text }))
    }
  }
  return NONE
}

const guidIn = (components: readonly Component[], guid: string): Candidate | null =>
  components
    .flatMap(component => component.rules.map(rule => ({ rule: asObject(rule), component, text: '' })))
    .find((each): each is Candidate => each.rule !== null && guidMember(each.rule) === guid) ?? null

/**
 * The extension or driver that a reference names by index, guid or name (SARIF 2.1.0 §3.54); null for the default, the
 * driver; `lost` where it names one that the file does not have: a rule of the driver is none of its.
 */
function referenced(
  reference: JsonObject | null,
  driver: Component,
  extensions: readonly Component[]
): Component | 'lost' | null {
  const position = indexMember(reference, 'index')
  if (position !== null && position < extensions.length) return extensions[position] ?? null
  const guid = guidMember(reference)
  const name = textMember(reference, 'name')
  if (position === null && guid === null && name === null) return null
  const all = [driver, ...extensions]
  return (
    (guid === null ? undefined : all.find(component => component.guid === guid)) ??
    (name === null ? undefined : all.find(component => component.name === name)) ??
    'lost'
  )
}

interface Reference {
  readonly id: string | null
  readonly position: number | null
  readonly guid: string | null
  /** The component that the result names; null for the default. */
  readonly component: Component | 'lost' | null
  /** What should be an index is none, and says something all the same. */
  readonly isOdd: boolean
}

const foundRule = (id: string | null, { rule, component }: Candidate, inconsistent: boolean): FoundRule => ({
  id,
  rule,
  globalMessages: component.messages,
  componentName: component.name,
  inconsistent,
  isDangling: false,
  isUnreadable: false,
  copies: []
})

const missingRule = ({ id, position, guid, isOdd }: Reference, all: readonly Component[]): FoundRule => ({
  id,
  rule: null,
  globalMessages: all[0]?.messages ?? null,
  componentName: all[0]?.name ?? null,
  inconsistent: position !== null,
  isDangling: id !== null || position !== null || guid !== null || isOdd,
  isUnreadable: all.some(({ isUnreadable }) => isUnreadable),
  copies: []
})

/** By the id in the component that the result names, else in all of them. */
function foundById(id: string, reference: Reference, all: readonly Component[]): FoundRule {
  const { component } = reference
  const own = component === null || component === 'lost' ? NONE : byIdIn([component], id)
  const candidates = own.length > 0 ? own : byIdIn(all, id)
  const isElsewhere = own.length === 0 && component !== null ? { isElsewhere: true as const } : {}
  const copies = candidates.map(each => ({ ...foundRule(id, each, reference.position !== null), ...isElsewhere }))
  const [first] = copies
  return first === undefined ? missingRule(reference, all) : copies.length > 1 ? { ...first, copies } : first
}

/** What stands for an index and is none: neither a whole number, nor null. */
const isNoIndex = (value: JsonValue | undefined): boolean =>
  value !== undefined && value !== null && asInteger(value) === null

/** The references of a result to its rule: one, and further ones where it names the rule in two ways that differ. */
function referencesIn(
  result: JsonObject,
  driver: Component,
  extensions: readonly Component[]
): readonly [Reference, ...Reference[]] {
  const written = member(result, 'rule')
  const reference = asObject(written)
  const other = reference === null ? asText(written) : textMember(reference, 'id')
  const id = textMember(result, 'ruleId') ?? other
  const [own, ofResult] = [indexMember(reference, 'index'), indexMember(result, 'ruleIndex')]
  const position = own ?? ofResult
  const toolComponent = asObject(member(reference, 'toolComponent'))
  const component = toolComponent === null ? null : referenced(toolComponent, driver, extensions)
  const isOdd = position === null && [member(reference, 'index'), member(result, 'ruleIndex')].some(isNoIndex)
  const first: Reference = { id, position, guid: guidMember(reference), component, isOdd }
  const isOther = other !== null && id !== null && !isSpecialisation(id, other)
  return [
    first,
    ...(ofResult === null || ofResult === position ? [] : [{ ...first, position: ofResult }]),
    ...(isOther ? [{ ...first, id: other }] : [])
  ]
}

/** The first; where they lead to several rules, each of them may be meant. */
function oneOf(found: readonly FoundRule[]): FoundRule | null {
  const [first = null] = found
  const copies = found.filter(({ rule }) => rule !== first?.rule)
  return first !== null && copies.length > 0 ? { ...first, copies: [first, ...copies] } : first
}

/** What a result leads to that names its rule twice, and not the same one (SARIF 2.1.0 §3.27.6 and §3.27.7 want them equal). */
function contested(first: FoundRule, others: readonly FoundRule[]): FoundRule {
  const all = [first, ...others].flatMap(each => (each.copies.length > 0 ? each.copies : [each]))
  return oneOf(all.filter(({ rule }) => rule !== null).map(each => ({ ...each, id: first.id ?? each.id }))) ?? first
}

/**
 * The look-up of SARIF 2.1.0 §3.27.5 to §3.27.7 and §3.52: extension, index, id, hierarchical id.
 * Where index and id disagree the id is trusted: indexes are wrong in files of several tools, and an index alone
 * must not lend one rule's severity to another. Where several rules have the id and no index, guid or component tells
 * which is meant, each of them may be.
 */
export function ruleFinder(tool: JsonObject | null): RuleFinder {
  const driver = componentOf(member(tool, 'driver'))
  const extensions = asArray(member(tool, 'extensions')).map(componentOf)
  const known = new Map<string | null, Map<string | number | null, FoundRule>>()

  const find = (reference: Reference): FoundRule => {
    const { id, position, guid, component } = reference
    const home = component === null || component === 'lost' ? driver : component
    const all = [home, ...[driver, ...extensions].filter(each => each !== home)]
    const indexed = position === null || component === 'lost' ? null : asObject(home.rules[position])
    const byIndex: Candidate | null = indexed === null ? null : { rule: indexed, component: home, text: '' }
    const meant = [byIndex, guid === null ? null : guidIn(all, guid)].flatMap(candidate => {
      const ownId = textMember(candidate?.rule ?? null, 'id')
      if (candidate === null || (id !== null && ownId !== null && !isSpecialisation(id, ownId))) return []
      const found = foundRule(id ?? ownId, candidate, candidate !== byIndex && position !== null)
      return component === 'lost' ? { ...found, isElsewhere: true as const } : found
    })
    return oneOf(meant) ?? (id === null ? missingRule(reference, all) : foundById(id, reference, all))
  }

  // By id, then by what else there is: no text is made for each of a million results.
  const keep = (id: string | null, key: string | number | null, found: FoundRule): FoundRule => {
    known.set(id, (known.get(id) ?? new Map<string | number | null, FoundRule>()).set(key, found))
    return found
  }
  return result => {
    const id = textMember(result, 'ruleId')
    const position = indexMember(result, 'ruleIndex')
    if ((member(result, 'rule') ?? null) === null && (position !== null || !isNoIndex(member(result, 'ruleIndex')))) {
      const bare = { id, position, guid: null, component: null, isOdd: false }
      return known.get(id)?.get(position) ?? keep(id, position, find(bare))
    }
    const [first, ...others] = referencesIn(result, driver, extensions)
    const { component, guid, isOdd } = first
    const home = component === null || component === 'lost' ? component : extensions.indexOf(component)
    const ways = [first, ...others].map(each => `${each.position ?? ''}:${each.id ?? ''}`)
    const key = `${home}:${guid}:${isOdd}:${ways.join('\0')}`
    return known.get(first.id)?.get(key) ?? keep(first.id, key, contested(find(first), others.map(find)))
  }
}
