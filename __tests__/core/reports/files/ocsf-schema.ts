/** OCSF events held against the schema of its publisher, which is written in a language of its own (`ocsf/ocsf-schema`). */
import { existsSync, readFileSync } from 'node:fs'
import { SCHEMAS } from './published-schema.js'

interface Attribute {
  readonly requirement?: string
  readonly enum?: Readonly<Record<string, { readonly caption: string }>>
  readonly type?: string
  readonly is_array?: boolean
  readonly profile?: string | null
}

interface Definition {
  readonly uid?: number
  readonly extends?: string
  readonly attributes: Readonly<Record<string, Attribute | readonly string[]>>
  readonly constraints?: Readonly<Partial<Record<'at_least_one' | 'just_one', readonly string[]>>>
}

type Attributes = Readonly<Record<string, Attribute>>
type Value = Readonly<Record<string, unknown>>

const at = (file: string): string => `${SCHEMAS}/ocsf/${file}.json`
const read = (file: string): Definition => JSON.parse(readFileSync(at(file), 'utf8'))
export const HAS_OCSF = SCHEMAS !== null && existsSync(at('dictionary'))

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  integer_t: Number.isInteger,
  long_t: Number.isInteger,
  timestamp_t: Number.isInteger,
  float_t: value => typeof value === 'number',
  boolean_t: value => typeof value === 'boolean'
}

/** Classes by their uid. */
const CLASSES: Readonly<Record<number, string>> = {
  2002: 'events/findings/vulnerability_finding',
  2003: 'events/findings/compliance_finding'
}

/** What the schema has against an event; nothing where the schema is not here. */
export function ocsfObjections(event: Value): readonly string[] {
  if (!HAS_OCSF) return []
  const name = CLASSES[Number(event.class_uid)]
  if (name === undefined) return [`class_uid ${event.class_uid}`]
  const number = Number(event.class_uid) * 100 + Number(event.activity_id)
  return [
    ...(event.type_uid === number ? [] : [`type_uid ${event.type_uid}`]),
    ...(Number(event.class_uid) === Number(event.category_uid) * 1000 + (read(name).uid ?? -1) ? [] : ['category_uid']),
    ...objectionsOf(event, name, '')
  ]
}

function objectionsOf(value: Value, file: string, path: string): readonly string[] {
  const { attributes, constraints } = whole(file)
  const missing = Object.entries(attributes).flatMap(([name, { requirement, profile }]) =>
    requirement === 'required' && !profile && !Object.hasOwn(value, name) ? [`${path}${name} is required`] : []
  )
  const has = (name: string) => Object.hasOwn(value, name)
  const { at_least_one: some = [], just_one: one = [] } = constraints
  return [
    ...missing,
    ...(some.length > 0 && !some.some(has) ? [`${path} has none of ${some.join(', ')}`] : []),
    ...(one.length > 0 && one.filter(has).length !== 1 ? [`${path} has not just one of ${one.join(', ')}`] : []),
    ...Object.entries(value).flatMap(([name, each]) => memberObjections(attributes[name], name, each, `${path}${name}`))
  ]
}

function memberObjections(
  attribute: Attribute | undefined,
  name: string,
  value: unknown,
  path: string
): readonly string[] {
  const known = dictionary()[name]
  if (attribute === undefined || known === undefined) return [`${path} is unknown`]
  const {
    type,
    is_array = false,
    enum: allowed
  } = { ...known, ...attribute, enum: { ...known.enum, ...attribute.enum } }
  if (is_array !== Array.isArray(value)) return [`${path} is ${is_array ? 'a list' : 'no list'}`]
  // The numbers of class and category follow from the class, and are asked for above.
  const isCoded = Object.keys(allowed).length > 0 && path !== 'class_uid' && path !== 'category_uid'
  return (is_array ? (value as readonly unknown[]) : [value]).flatMap(each =>
    isCoded && !Object.hasOwn(allowed, String(each))
      ? [`${path} is none of its enum: ${each}`]
      : valueObjections(each, type ?? 'string_t', path)
  )
}

function valueObjections(value: unknown, type: string, path: string): readonly string[] {
  if (type.endsWith('_t')) return (TYPES[type] ?? isText)(value) ? [] : [`${path} is no ${type}`]
  if (typeof value !== 'object' || value === null) return [`${path} is no object`]
  return type === 'object' ? [] : objectionsOf(value as Value, `objects/${type}`, `${path}.`)
}

const isText = (value: unknown): boolean => typeof value === 'string'

let words: Attributes | null = null
const dictionary = (): Attributes => {
  words ??= read('dictionary').attributes as Attributes
  return words
}

const known = new Map<string, { attributes: Attributes; constraints: NonNullable<Definition['constraints']> }>()

/** A class or object with all that it extends and includes. */
function whole(file: string): { attributes: Attributes; constraints: NonNullable<Definition['constraints']> } {
  const before = known.get(file)
  if (before !== undefined) return before
  const own = read(file)
  const parent = own.extends === undefined || own.extends === 'object' ? null : whole(parentOf(file, own.extends))
  const { $include: included = [], ...attributes } = own.attributes
  // What a profile adds is asked for only of events that say to have it.
  const parts = (included as readonly string[]).map(part => ofProfile(part.replace(/\.json$/, '')))
  const merged: Record<string, Attribute> = {}
  for (const part of [...parts, parent?.attributes ?? {}, attributes])
    for (const [name, attribute] of Object.entries(part))
      merged[name] = { ...merged[name], ...(attribute as Attribute) }
  const found = { attributes: merged, constraints: { ...parent?.constraints, ...own.constraints } }
  known.set(file, found)
  return found
}

const ofProfile = (profile: string): Attributes =>
  Object.fromEntries(
    Object.entries(read(profile).attributes as Attributes).map(([name, attribute]) => [name, { ...attribute, profile }])
  )

const parentOf = (file: string, name: string): string =>
  [`events/findings/${name}`, `events/${name}`, `objects/${name}`].find(
    each => each !== file && existsSync(at(each)) && each.split('/')[0] === file.split('/')[0]
  ) ?? `objects/${name}`
