import { asArray, asNumber, asObject, asString, type JsonObject, type JsonValue, member } from '../ground/json.js'

/** A part of the tool with rules: the driver or an extension (SARIF 2.1.0 §3.19). */
interface Component {
  readonly name: string | null
  readonly guid: string | null
  readonly rules: readonly JsonValue[]
  readonly byId: ReadonlyMap<string, JsonObject>
  readonly messages: JsonObject | null
}

/** What a result's references to its rule lead to. */
export interface FoundRule {
  /** The id under which the result was reported; null where neither result nor rule has one. */
  readonly id: string | null
  /** The rule's metadata; null where the file has none. */
  readonly rule: JsonObject | null
  /** The component's own message strings. */
  readonly globalMessages: JsonObject | null
  /** True where an index led to a rule of another id, or out of the rules. */
  readonly inconsistent: boolean
}

/** Finds the rule of a result; equal references lead to the same object, to which other facts of the rule may be tied. */
export type RuleFinder = (result: JsonObject) => FoundRule

/** The text of a member, or null where it is absent, mistyped or blank. */
export const textMember = (object: JsonObject | null, key: string): string | null => {
  const value = asString(member(object, key))
  return value === null || value.trim() === '' ? null : value
}

/** A usable index: a whole number from 0; -1 and worse mean "none" (SARIF 2.1.0 §3.27.6). */
export const indexMember = (object: JsonObject | null, key: string): number | null => {
  const value = asNumber(member(object, key))
  return value !== null && Number.isInteger(value) && value >= 0 ? value : null
}

function componentOf(value: JsonValue | undefined): Component {
  const object = asObject(value)
  const rules = asArray(member(object, 'rules'))
  const byId = new Map<string, JsonObject>()
  for (const element of rules) {
    const rule = asObject(element)
    const id = textMember(rule, 'id')
    // Duplicate ids occur in the field: the first stands.
    if (rule !== null && id !== null && !byId.has(id)) byId.set(id, rule)
  }
  return {
    name: textMember(object, 'name'),
    guid: textMember(object, 'guid'),
    rules,
    byId,
    messages: asObject(member(object, 'globalMessageStrings'))
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

function byIdIn(components: readonly Component[], id: string): [JsonObject, Component] | null {
  for (const candidate of lineage(id)) {
    for (const component of components) {
      const rule = component.byId.get(candidate)
      if (rule !== undefined) return [rule, component]
    }
  }
  return null
}

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

/**
 * The look-up of SARIF 2.1.0 §3.27.5 to §3.27.7 and §3.52: extension, index, id, hierarchical id.
 * Where index and id disagree the id is trusted: indexes are wrong in files of several tools, and an index alone
 * must not lend one rule's severity to another.
 */
export function ruleFinder(tool: JsonObject | null): RuleFinder {
  const driver = componentOf(member(tool, 'driver'))
  const extensions = asArray(member(tool, 'extensions')).map(componentOf)
  const known = new Map<string, FoundRule>()

  const find = (id: string | null, position: number | null, component: Component | null): FoundRule => {
    const home = component ?? driver
    const indexed = position === null ? null : asObject(home.rules[position])
    const indexedId = textMember(indexed, 'id')
    if (indexed !== null && (id === null || indexedId === null || isSpecialisation(id, indexedId))) {
      return { id: id ?? indexedId, rule: indexed, globalMessages: home.messages, inconsistent: false }
    }
    const found = id === null ? null : byIdIn([home, driver, ...extensions], id)
    return {
      id,
      rule: found?.[0] ?? null,
      globalMessages: found?.[1].messages ?? home.messages,
      inconsistent: position !== null
    }
  }

  return result => {
    const reference = asObject(member(result, 'rule'))
    const id = textMember(result, 'ruleId') ?? textMember(reference, 'id')
    const position = indexMember(reference, 'index') ?? indexMember(result, 'ruleIndex')
    const toolComponent = asObject(member(reference, 'toolComponent'))
    const home = toolComponent === null ? null : referenced(toolComponent, driver, extensions)
    const key = `${home === null ? '' : extensions.indexOf(home)}:${position ?? ''}:${id === null ? '' : `=${id}`}`
    const cached = known.get(key)
    if (cached !== undefined) return cached
    const found = find(id, position, home)
    known.set(key, found)
    return found
  }
}
