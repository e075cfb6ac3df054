import type { SchemaViolation } from '../../generated/validators/validator.js'
import type { Place, Problem } from '../ground/errors.js'
import { asArray, asNumber, asObject, asString, type JsonObject, type JsonValue, member } from '../ground/json.js'
import { hintFor } from './nearest.js'
import type { YamlNode } from './node.js'
import { resolvePlain } from './text.js'

/** What a text that does not fit its pattern means, where there is more to say than the schema does. */
export type ExplainPattern = (path: readonly string[], text: string) => Pick<Problem, 'message' | 'hint'> | null

/** Turns what the validator found into problems with places, each value and each key at most once. */
export function schemaProblems(
  violations: readonly SchemaViolation[],
  root: YamlNode,
  schema: JsonObject,
  explainPattern: ExplainPattern
): readonly Problem[] {
  // A value of the wrong type also fails every other check: one problem says it all.
  const mistyped = new Set(
    violations.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath)
  )
  const problems = new Map<string, Problem>()
  for (const violation of violations) {
    const { keyword, instancePath } = violation
    if (keyword === 'if' || (keyword !== 'type' && mistyped.has(instancePath))) continue
    const path = instancePath.split('/').slice(1).map(unescapePointer)
    const target = locate(root, path)
    if (target === null || target.broken) continue
    const { node } = target
    const special = keyword === 'pattern' && node.kind === 'scalar' ? explainPattern(path, node.source) : null
    const problem = special
      ? { place: target.place, ...special }
      : explain(violation, { path, ...target, root, schema: schemaAt(schema, path) })
    const id = `${instancePath} ${keyword === 'additionalProperties' || keyword === 'required' ? problem.message : ''}`
    if (!problems.has(id)) problems.set(id, problem)
  }
  return [...problems.values()]
}

/** One part of a JSON pointer as it is written in the document (RFC 6901). */
export const unescapePointer = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~')

interface Target {
  readonly path: readonly string[]
  readonly node: YamlNode
  readonly place: Place
  /** Something on the way was not taken as written; its problem is told already. */
  readonly broken: boolean
  readonly schema: JsonObject | null
  readonly root: YamlNode
}

function locate(root: YamlNode, path: readonly string[]): Pick<Target, 'node' | 'place' | 'broken'> | null {
  let node = root
  let broken = root.broken
  for (const part of path) {
    const next =
      node.kind === 'list' ? node.items[Number(part)] : node.kind === 'map' ? entry(node, part)?.value : undefined
    if (next === undefined) return null
    node = next
    broken ||= node.broken
  }
  return { node, place: node.place, broken }
}

const entry = (node: YamlNode, key: string) =>
  node.kind === 'map' ? node.entries.find(candidate => candidate.key === key) : undefined

/** The schema of the value at a path, through references and the branches for one value or many. */
export function schemaAt(root: JsonObject, path: readonly string[]): JsonObject | null {
  let current: JsonObject | null = resolve(root, root)
  for (const part of path) {
    current = resolve(root, step(current, part))
    if (current === null) return null
  }
  return current
}

function step(schema: JsonObject | null, part: string): JsonValue | undefined {
  const property = member(asObject(member(schema, 'properties')), part)
  if (property !== undefined) return property
  if (/^[0-9]+$/.test(part) && member(schema, 'items') !== undefined) return member(schema, 'items')
  const more = member(schema, 'additionalProperties')
  if (asObject(more)) return more
  const many = asObject(member(schema, 'then'))
  return many ? step(many, part) : undefined
}

function resolve(root: JsonObject, value: JsonValue | undefined): JsonObject | null {
  const schema = asObject(value)
  const reference = asString(member(schema, '$ref'))
  if (schema === null || reference === null) return schema
  const definition = asObject(member(asObject(member(root, 'definitions')), reference.replace('#/definitions/', '')))
  // What the definition says of its form stays beside what the use says of its meaning.
  return definition && { ...definition, ...schema, form: member(definition, 'description') }
}

function explain({ keyword, params }: SchemaViolation, target: Target): Problem {
  const { node, place, path, schema } = target
  const name = subject(target)
  const problem = (message: string, hint: string, where = place): Problem => ({ place: where, message, hint })
  const limit = String(params.limit)
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(String(params.additionalProperty), target)
    case 'required': {
      const missing = String(params.missingProperty)
      return problem(`${name} lacks \`${missing}\``, `Add \`${sample(missing, step(schema, missing))}\``)
    }
    case 'type':
      return problem(`${name} must be ${typeNames(params.type, schema)}, not ${shown(node)}`, suggestion(path, schema))
    case 'enum':
    case 'const': {
      const allowed = asArray((params.allowedValues ?? [params.allowedValue]) as JsonValue).map(String)
      const isWord = node.kind === 'scalar' && typeof node.value === 'string'
      const hint = isWord ? hintFor(node.source, allowed, suggestion(path, schema), quoted) : suggestion(path, schema)
      return problem(`${name} must be ${oneOf(allowed)}, not ${shown(node)}`, hint)
    }
    case 'minItems':
      return problem(`${name} is an empty list`, 'Add an entry, or remove the key')
    case 'minProperties':
      return problem(`${name} is empty`, 'Add a key, or remove it')
    case 'minLength':
      return problem(
        `${name} is too short`,
        `Write at least ${limit === '1' ? 'one character' : `${limit} characters`}`
      )
    case 'uniqueItems':
      return problem(`${name} lists the same value twice`, 'Remove one of them')
    case 'maxItems':
      return problem(`${name} has too many entries`, `Use at most ${limit}`)
    case 'maxLength':
      return problem(`${name} is too long`, `Write at most ${limit} characters`)
    case 'minimum':
      return problem(`${name} must be at least ${limit}, not ${shown(node)}`, suggestion(path, schema))
    case 'maximum':
      return problem(`${name} must be at most ${limit}, not ${shown(node)}`, suggestion(path, schema))
    default:
      return problem(`${name} cannot be ${shown(node)}`, suggestion(path, schema))
  }
}

const quoted = (word: string): string => `\`${word}\``

function unknownKey(key: string, target: Target): Problem {
  const { node, place, path, schema } = target
  const keyed =
    asObject(member(schema, 'properties')) ?? asObject(member(asObject(member(schema, 'then')), 'properties'))
  const allowed = Object.keys(keyed ?? {})
  const where = path.length === 0 ? '' : ` in ${subject(target)}`
  const hint = hintFor(key, allowed, `Known keys: ${allowed.map(quoted).join(', ')}`, quoted)
  return { place: entry(node, key)?.keyPlace ?? place, message: `unknown key \`${key.slice(0, 60)}\`${where}`, hint }
}

/** What a sentence about the value begins with: its path, and the id of the list entry that it is in. */
function subject({ path, root }: Target): string {
  if (path.length === 0) return 'the file'
  const text = path.map(part => (/^[0-9]+$/.test(part) ? `[${part}]` : `.${part}`)).join('')
  const entryNode = path.length > 1 ? locate(root, path.slice(0, 2))?.node : undefined
  const id = entryNode && (entry(entryNode, 'id') ?? entry(entryNode, 'name'))?.value
  const owner = id?.kind === 'scalar' && path.at(-1) !== 'id' && id.source !== '' ? ` of ${id.source.slice(0, 60)}` : ''
  return `\`${text.replace(/^\./, '').slice(0, 120)}\`${owner}`
}

function shown(node: YamlNode): string {
  if (node.kind === 'map') return 'a mapping'
  if (node.kind === 'list') return 'a list'
  if (node.value === null) return 'nothing'
  const text = `\`${node.source.length > 60 ? `${node.source.slice(0, 57)}…` : node.source.replaceAll('\n', ' ')}\``
  if (typeof node.value === 'number') return `the number ${text}`
  if (typeof node.value === 'boolean') return `the word ${text}`
  // Quoted, it is text; without the word for it, the sentence would say that 1 is not 1.
  return typeof resolvePlain(node.source) === 'string' ? text : `the text ${text}`
}

const NAMES = new Map([
  ['string', 'text'],
  ['array', 'a list'],
  ['object', 'a mapping'],
  ['boolean', '`true` or `false`'],
  ['integer', 'a whole number'],
  ['number', 'a number']
])

function typeNames(types: unknown, schema: JsonObject | null): string {
  const declared = member(schema, 'type') ?? (types as JsonValue)
  const list = Array.isArray(declared) ? declared.map(String) : [String(declared)]
  return list.map(type => NAMES.get(type) ?? type).join(' or ')
}

function oneOf(allowed: readonly string[]): string {
  return allowed.length === 1 ? String(allowed[0]) : `one of ${allowed.join(', ')}`
}

/** "Write …", from the description of the form and the example in the schema. */
function suggestion(path: readonly string[], schema: JsonObject | null): string {
  const key = path.findLast(part => !/^[0-9]+$/.test(part)) ?? ''
  const isItem = /^[0-9]+$/.test(path.at(-1) ?? '')
  const [value] = asArray(member(schema, 'examples'))
  if (value === undefined) return 'See the policy reference'
  const example = `for example \`${isItem ? flow(value) : `${key}: ${flow(value)}`}\``
  const form = asString(member(schema, 'form'))
  return form === null
    ? `Write ${example}`
    : `Write ${form.charAt(0).toLowerCase()}${form.slice(1).replace(/\.$/, '')}, ${example}`
}

function sample(key: string, schema: JsonValue | undefined): string {
  const [value] = asArray(member(asObject(schema), 'examples'))
  return value === undefined ? `${key}:` : `${key}: ${flow(value)}`
}

/** A value in YAML's flow style. */
function flow(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  const object = asObject(value)
  if (object)
    return `{ ${Object.entries(object)
      .map(([key, inner]) => `${key}: ${flow(inner ?? null)}`)
      .join(', ')} }`
  if (asNumber(value) !== null || typeof value === 'boolean') return String(value)
  const text = String(value)
  return /[*@{}[\],#&!|>'"%`]|: /.test(text) ? JSON.stringify(text) : text
}
