import { Ajv, type AnySchema, type ValidateFunction } from 'ajv'
import { packageFile } from './package-file.js'

/** JSON of any shape, as tests build and read it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type JsonRecord = { readonly [key: string]: Json }

/** One operation of GitHub's description. */
export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: string
}

/** GitHub's own description, as checks of requests and responses. */
export interface OpenApi {
  /** An example of GitHub's own for a schema, as a template for answers. It cannot be changed. */
  example(name: string): JsonRecord
  /** Problems of a request: unknown or ill-typed query parameters, a body that the description does not allow. */
  checkRequest(operation: Operation, query: URLSearchParams, body: Json | undefined): readonly string[]
  checkResponse(operation: Operation, status: number, body: Json | undefined): readonly string[]
}

interface Description {
  readonly paths: { readonly [path: string]: { readonly [method: string]: DescribedOperation | undefined } | undefined }
  readonly components: { readonly examples: { readonly [name: string]: { readonly value: JsonRecord } | undefined } }
}

interface DescribedOperation {
  readonly parameters?: readonly JsonRecord[]
  readonly requestBody?: { readonly required?: boolean; readonly content: { readonly [type: string]: Json } }
  readonly responses: {
    readonly [status: string]:
      | { readonly $ref?: string; readonly content?: { readonly [type: string]: Json } }
      | undefined
  }
}

const FORMATS = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  uri: /^[a-z][a-z0-9+.-]*:[^\s]+$/i,
  date: /^\d{4}-\d\d-\d\d$/
}

/** What GitHub sends although its description does not allow it: the head of a deleted fork has no repository. */
const UNDESCRIBED: readonly string[] = ['/head/repo must be object']

const OPTIONS = {
  strict: false,
  logger: false,
  formats: FORMATS,
  // The description is GitHub's. Most checks run a few times only, so what counts is how fast they are compiled.
  validateSchema: false,
  inlineRefs: false,
  code: { optimize: false }
} as const

/** Checks of values by where their schema stands in the description. */
export type Check = (pointer: string, value: unknown) => readonly string[]

/** Compiles a schema of a description when it is first used, with those that it names: all of them take seconds. */
export function checkWith(ajv: Ajv, description: unknown): Check {
  const compiled = new Map<string, ValidateFunction>()
  const added = new Set<string>()
  const add = (schema: Json): Json => {
    fixNullable(schema)
    for (const name of takeNames(schema)) {
      if (added.has(name)) continue
      added.add(name)
      ajv.addSchema(add(resolve(description, `/components/schemas/${name}`) as Json) as AnySchema, idOf(name))
    }
    return schema
  }
  const compile = (pointer: string): ValidateFunction => {
    const validate = ajv.compile(add(resolve(description, pointer) as Json) as AnySchema)
    compiled.set(pointer, validate)
    return validate
  }
  return (pointer, value) => {
    const validate = compiled.get(pointer) ?? compile(pointer)
    if (validate(value)) return []
    return (validate.errors ?? []).map(e => `${e.instancePath || '/'} ${e.message ?? 'is wrong'}`)
  }
}

const COMPONENT = '#/components/schemas/'
const idOf = (name: string): string => `/schemas/${name}`

/** Names of the schemas that a schema refers to; from now on it does so by their id. */
function takeNames(schema: Json): ReadonlySet<string> {
  const names = new Set<string>()
  for (const part of partsOf(schema)) {
    const { $ref } = part
    if (typeof $ref !== 'string') continue
    const name = $ref.startsWith(COMPONENT) ? $ref.slice(COMPONENT.length) : $ref.slice(idOf('').length)
    part.$ref = idOf(name)
    names.add(name)
  }
  return names
}

/** Loads the description. */
export function loadOpenApi(): OpenApi {
  const description = JSON.parse(packageFile('@octokit/openapi/generated/api.github.com.json')) as Description
  const checkJson = checkWith(new Ajv(OPTIONS), description)
  const checkText = checkWith(new Ajv({ ...OPTIONS, coerceTypes: true }), description)
  const described = ({ path, method }: Operation) => description.paths[path]?.[method]

  return {
    example: name => {
      const example = description.components.examples[name]
      if (example === undefined) throw new Error(`GitHub's description has no example ${name}`)
      return frozen(example.value)
    },
    checkRequest: (operation, query, body) => [
      ...checkQuery(description, operation, query, checkText),
      ...checkBody(operation, described(operation), body, checkJson)
    ],
    checkResponse: (operation, status, body) => {
      const response = described(operation)?.responses[String(status)]
      if (response === undefined) return [`${operation.id} does not answer ${status}`]
      const base = response.$ref?.slice(1) ?? pointerTo(operation, 'responses', String(status))
      const content = resolve(description, base)
      const hasJson = typeof content === 'object' && content !== null && 'content' in content
      if (!hasJson) return body === undefined ? [] : [`${operation.id} ${status} has no body`]
      if (status === 302) return []
      return checkJson(`${base}/content/${escapePointer('application/json')}/schema`, body)
        .filter(problem => !UNDESCRIBED.includes(problem))
        .map(problem => `${operation.id} ${status}: ${problem}`)
    }
  }
}

function checkQuery(
  description: Description,
  operation: Operation,
  query: URLSearchParams,
  check: Check
): readonly string[] {
  const parameters = description.paths[operation.path]?.[operation.method]?.parameters ?? []
  const pointers = new Map(
    parameters.map((parameter, index) => {
      const pointer =
        typeof parameter.$ref === 'string' ? parameter.$ref.slice(1) : pointerTo(operation, 'parameters', String(index))
      const name = (resolve(description, pointer) as { name: string }).name
      return [name, `${pointer}/schema`] as const
    })
  )
  return [...query].flatMap(([name, value]) => {
    const pointer = pointers.get(name)
    if (pointer === undefined) return [`${operation.id}: unknown query parameter ${name}`]
    return checkWrapped(pointer, value, check).map(problem => `${operation.id} ?${name}: ${problem}`)
  })
}

/** A text from an address can be coerced only as a member, so integers are tried as such. */
function checkWrapped(pointer: string, value: string, check: Check): readonly string[] {
  const asText = check(pointer, value)
  return asText.length === 0 || !/^-?\d+$/.test(value) ? asText : check(pointer, Number(value))
}

function checkBody(
  operation: Operation,
  described: DescribedOperation | undefined,
  body: Json | undefined,
  check: Check
): readonly string[] {
  const { requestBody } = described ?? {}
  if (requestBody === undefined) return body === undefined ? [] : [`${operation.id} takes no body`]
  if (body === undefined) return requestBody.required ? [`${operation.id} needs a body`] : []
  const pointer = pointerTo(operation, 'requestBody', 'content', 'application/json', 'schema')
  return check(pointer, body).map(problem => `${operation.id}: ${problem}`)
}

const pointerTo = ({ path, method }: Operation, ...rest: readonly string[]): string =>
  ['', 'paths', path, method, ...rest].map(escapePointer).join('/')

/** JSON pointer (RFC 6901) inside a fragment, as `$ref` has it. */
const escapePointer = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))

function resolve(description: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map(part => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], description)
}

/**
 * OpenAPI 3.0 says `nullable` where JSON Schema says `type: [..., null]`; Ajv takes it only beside a `type`, and not
 * with an `enum` that lacks null.
 */
export function fixNullable(value: Json): void {
  for (const part of partsOf(value)) allowNull(part)
}

/** The value, which nobody can change from now on. */
function frozen<T extends Json>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) frozen(part as Json)
  return Object.freeze(value)
}

/** Every object in a value, itself included; what a caller puts into one is not looked at. */
function partsOf(value: Json): readonly Record<string, Json>[] {
  const parts: Record<string, Json>[] = []
  const open: Json[] = [value]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue
    for (const child of Object.values(next)) open.push(child)
    if (!Array.isArray(next)) parts.push(next as Record<string, Json>)
  }
  return parts
}

function allowNull(schema: Record<string, Json>): void {
  if (schema.nullable !== true) return
  delete schema.nullable
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum = [...schema.enum, null]
  if (typeof schema.type === 'string') schema.type = [schema.type, 'null']
  for (const key of ['allOf', 'anyOf', 'oneOf']) {
    if (!Array.isArray(schema[key]) || schema.type !== undefined) continue
    const alternatives = { [key]: schema[key] }
    delete schema[key]
    schema.anyOf = [alternatives, { type: 'null' }]
  }
}
