import { Ajv, type ValidateFunction } from 'ajv'
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
  /** An example of GitHub's own for a schema, as a template for answers. */
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

/** Loads the description; schemas are compiled when an operation is first used, since all of them take seconds. */
export function loadOpenApi(): OpenApi {
  const description = JSON.parse(packageFile('@octokit/openapi/generated/api.github.com.json')) as Description
  fixNullable(description as unknown as Json)
  const options = { strict: false, logger: false, formats: FORMATS } as const
  const bodies = new Ajv(options).addSchema(description, 'github')
  const queries = new Ajv({ ...options, coerceTypes: true }).addSchema(description, 'github')
  const compiled = new Map<string, ValidateFunction>()
  const check = (ajv: Ajv, pointer: string, value: unknown): readonly string[] => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `github#${pointer}` })
    compiled.set(pointer, validate)
    return validate(value)
      ? []
      : (validate.errors ?? []).map(e => `${e.instancePath || '/'} ${e.message ?? 'is wrong'}`)
  }
  const described = ({ path, method }: Operation) => description.paths[path]?.[method]

  return {
    example: name => {
      const example = description.components.examples[name]
      if (example === undefined) throw new Error(`GitHub's description has no example ${name}`)
      return structuredClone(example.value)
    },
    checkRequest: (operation, query, body) => [
      ...checkQuery(description, operation, query, (pointer, value) => check(queries, pointer, value)),
      ...checkBody(operation, described(operation), body, (pointer, value) => check(bodies, pointer, value))
    ],
    checkResponse: (operation, status, body) => {
      const response = described(operation)?.responses[String(status)]
      if (response === undefined) return [`${operation.id} does not answer ${status}`]
      const base = response.$ref?.slice(1) ?? pointerTo(operation, 'responses', String(status))
      const content = resolve(description, base)
      const hasJson = typeof content === 'object' && content !== null && 'content' in content
      if (!hasJson) return body === undefined ? [] : [`${operation.id} ${status} has no body`]
      if (status === 302) return []
      return check(bodies, `${base}/content/${escapePointer('application/json')}/schema`, body)
        .filter(problem => !UNDESCRIBED.includes(problem))
        .map(problem => `${operation.id} ${status}: ${problem}`)
    }
  }
}

function checkQuery(
  description: Description,
  operation: Operation,
  query: URLSearchParams,
  check: (pointer: string, value: unknown) => readonly string[]
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
function checkWrapped(
  pointer: string,
  value: string,
  check: (pointer: string, value: unknown) => readonly string[]
): readonly string[] {
  const asText = check(pointer, value)
  return asText.length === 0 || !/^-?\d+$/.test(value) ? asText : check(pointer, Number(value))
}

function checkBody(
  operation: Operation,
  described: DescribedOperation | undefined,
  body: Json | undefined,
  check: (pointer: string, value: unknown) => readonly string[]
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
  const open: Json[] = [value]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue
    for (const child of Object.values(next)) open.push(child)
    if (!Array.isArray(next)) allowNull(next as Record<string, Json>)
  }
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
