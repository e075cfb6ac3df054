import { asArray, asInteger, asObject, asText, type JsonObject, type JsonValue, member } from '../ground/json.js'

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

/** The text of a member, a number written out, or the first text of a list; null where there is none that is not blank. */
export const textMember = (object: JsonObject | null, key: string): string | null => {
  const value = asText(member(object, key))
  return value === null || value.trim() === '' ? null : value
}

/** A usable index: a whole number from 0; -1 and worse mean "none" (SARIF 2.1.0 §3.27.6). */
export const indexMember = (object: JsonObject | null, key: string): number | null => {
  const value = asInteger(member(object, key))
  return value !== null && value >= 0 ? value : null
}

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
    guid: textMember(object, 'guid'),
    rules: rules ?? [],
    byId,
    messages: asObject(member(object, 'globalMessageStrings')),
    isUnreadable:
      isMistyped(value, object) || isMistyped(written, rules) || (rules ?? []).some(rule => asObject(rule) === null)
  }
}

/** `CA5350/md5` is a specialisation of `CA5350` (SARIF 2.1.0 §3.5.4, §3.52.4): the id itself, then each ancestor. */
export function* lineage(id: string): Generator<string> {
  let current = id
  yield current
  for (let levels = 0; levels < 10; levels++) {
    const slash = current.lastIndexOf('/')
    if (slash <= 0) return
    current = current.slice(0, slash)
    yield current
  }
}

const isSpecialisation = (id: string, ancestor: string): boolean => id === ancestor || id.startsWith(`${ancestor}/`)

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
    .find((each): each is Candidate => each.rule !== null && textMember(each.rule, 'guid') === guid) ?? null

/** The extension or driver that a reference names by index, guid or name (SARIF 2.1.0 §3.54); null for the default, the driver. */
function referenced(
  reference: JsonObject | null,
  driver: Component,
  extensions: readonly Component[]
): Component | null {
  const position = indexMember(reference, 'index')
  if (position !== null && position < extensions.length) return extensions[position] ?? null
  const guid = textMember(reference, 'guid')
  const name = textMember(reference, 'name')
  const all = [driver, ...extensions]
  return (
    (guid === null ? undefined : all.find(component => component.guid === guid)) ??
    (name === null ? undefined : all.find(component => component.name === name)) ??
    null
  )
}

/** Whether a reference to a part of the tool says which: an empty one means the driver. */
const isNamed = (reference: JsonObject | null): boolean =>
  indexMember(reference, 'index') !== null ||
  textMember(reference, 'guid') !== null ||
  textMember(reference, 'name') !== null

interface Reference {
  readonly id: string | null
  readonly position: number | null
  readonly guid: string | null
  /** The component that the result names; null for the default. */
  readonly component: Component | null
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

const missingRule = ({ id, position, guid }: Reference, all: readonly Component[]): FoundRule => ({
  id,
  rule: null,
  globalMessages: all[0]?.messages ?? null,
  componentName: all[0]?.name ?? null,
  inconsistent: position !== null,
  isDangling: id !== null || position !== null || guid !== null,
  isUnreadable: all.some(({ isUnreadable }) => isUnreadable),
  copies: []
})

/** By the id in the component that the result names, else in all of them. */
function foundById(id: string, reference: Reference, all: readonly Component[]): FoundRule {
  const own = reference.component === null ? NONE : byIdIn([reference.component], id)
  const candidates = own.length > 0 ? own : byIdIn(all, id)
  const isElsewhere = own.length === 0 && reference.component !== null ? { isElsewhere: true as const } : {}
  const copies = candidates.map(each => ({ ...foundRule(id, each, reference.position !== null), ...isElsewhere }))
  const [first] = copies
  return first === undefined ? missingRule(reference, all) : copies.length > 1 ? { ...first, copies } : first
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
    const home = component ?? driver
    const all = [home, ...[driver, ...extensions].filter(each => each !== home)]
    const indexed = position === null ? null : asObject(home.rules[position])
    const byIndex: Candidate | null = indexed === null ? null : { rule: indexed, component: home, text: '' }
    const byGuid = guid === null ? null : guidIn(all, guid)
    for (const candidate of [byIndex, byGuid]) {
      const ownId = textMember(candidate?.rule ?? null, 'id')
      if (candidate !== null && (id === null || ownId === null || isSpecialisation(id, ownId))) {
        return foundRule(id ?? ownId, candidate, candidate !== byIndex && position !== null)
      }
    }
    return id === null ? missingRule(reference, all) : foundById(id, reference, all)
  }

  const partOf = (home: Component | null, isNowhere: boolean) =>
    isNowhere ? 'none' : home === null ? '' : extensions.indexOf(home)

  return result => {
    const reference = asObject(member(result, 'rule'))
    const id = textMember(result, 'ruleId') ?? textMember(reference, 'id')
    const position = indexMember(reference, 'index') ?? indexMember(result, 'ruleIndex')
    const toolComponent = asObject(member(reference, 'toolComponent'))
    const home = toolComponent === null ? null : referenced(toolComponent, driver, extensions)
    const guid = textMember(reference, 'guid')
    const isNowhere = home === null && isNamed(toolComponent)
    // By id, then by what else there is: no text is made for each of a million results.
    let ofId = known.get(id)
    if (ofId === undefined) {
      ofId = new Map()
      known.set(id, ofId)
    }
    const isBare = home === null && guid === null && !isNowhere
    const key = isBare ? position : `${partOf(home, isNowhere)}:${position ?? ''}:${guid ?? ''}`
    const cached = ofId.get(key)
    if (cached !== undefined) return cached
    const somewhere = find({ id, position, guid, component: home })
    const found = isNowhere ? { ...somewhere, isElsewhere: true as const } : somewhere
    ofId.set(key, found)
    return found
  }
}
