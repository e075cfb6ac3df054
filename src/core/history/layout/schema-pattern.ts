/** What the schema of the decision file says, as far as a layout has to know: every word of it is kept to. */
export interface Schema {
  readonly $ref?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
  readonly items?: Schema
  readonly minItems?: number
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly definitions?: Readonly<Record<string, Schema>>
}

const KEYWORDS: ReadonlySet<string> = new Set([
  ...['$ref', 'const', 'enum', 'anyOf', 'type', 'properties', 'required', 'additionalProperties', 'items', 'minItems'],
  ...['pattern', 'minimum', 'maximum', 'exclusiveMinimum', 'definitions', 'description', '$schema', '$id', 'title']
])

/** Text of JSON, as bytes of UTF-8 taken for Latin-1: whoever decodes it has checked that the bytes are UTF-8. */
const TEXT = String.raw`"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*"`

const literal = (value: unknown): string => JSON.stringify(value).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** The start of a line so far in. */
export const line = (indent: number): string => `\\n${' '.repeat(indent)}`

const unknown = (schema: Schema): TypeError =>
  new TypeError(`a layout cannot say what this schema does: ${JSON.stringify(schema)}`)

/**
 * Patterns of values that are valid by a schema and stand in a file as `JSON.stringify(…, null, 2)` writes them, with their
 * members in the order of the schema. They are narrower than the schema, never wider: what does not fit may still be valid.
 * Throws for a schema that says what no pattern here can.
 */
export class SchemaPatterns {
  readonly #definitions: Readonly<Record<string, Schema>>

  constructor({ definitions = {} }: Schema) {
    this.#definitions = definitions
  }

  /** The schema that a reference leads to. */
  resolved(schema: Schema): Schema {
    for (const keyword of Object.keys(schema)) if (!KEYWORDS.has(keyword)) throw unknown(schema)
    const { $ref } = schema
    if ($ref === undefined) return schema
    const found = this.#definitions[$ref.replace('#/definitions/', '')]
    if (found === undefined) throw unknown(schema)
    return this.resolved(found)
  }

  /** A value whose first line is so far in. */
  of(given: Schema, indent: number): string {
    const schema = this.resolved(given)
    if (schema.const !== undefined) return literal(schema.const)
    if (schema.enum !== undefined) return oneOf(schema.enum.map(literal))
    if (schema.anyOf !== undefined) return oneOf(schema.anyOf.map(each => this.of(each, indent)))
    if (Array.isArray(schema.type)) return oneOf(schema.type.map(type => this.of({ ...schema, type }, indent)))
    switch (schema.type) {
      case 'null':
        return 'null'
      case 'boolean':
        return '(?:true|false)'
      case 'string':
        return schema.pattern === undefined ? TEXT : plainText(schema)
      case 'integer':
        return integer(schema)
      case 'number':
        return number(schema)
      case 'array':
        return this.#list(schema, indent)
      case 'object':
        return `\\{${this.members(schema, indent + 2, (_, member) => this.of(member, indent + 2))}${line(indent)}\\}`
      default:
        throw unknown(schema)
    }
  }

  /** The members of an object one after the other, each on a line; `patternFor` says what stands behind its name. */
  members(object: Schema, indent: number, patternFor: (key: string, member: Schema) => string): string {
    const names = Object.keys(object.properties ?? {})
    const isNeeded = (key: string | undefined) => key !== undefined && object.required?.includes(key) === true
    if (object.additionalProperties !== false || !isNeeded(names[0])) throw unknown(object)
    return Object.entries(object.properties ?? {})
      .map(([key, member], index) => {
        const own = `${index === 0 ? '' : ','}${line(indent)}${literal(key)}: ${patternFor(key, member)}`
        return isNeeded(key) ? own : `(?:${own})?`
      })
      .join('')
  }

  #list(schema: Schema, indent: number): string {
    if (schema.items === undefined || (schema.minItems ?? 1) !== 1) throw unknown(schema)
    const item = `${line(indent + 2)}${this.of(schema.items, indent + 2)}`
    const items = `${item}(?:,${item})*${line(indent)}\\]`
    return `\\[${schema.minItems === 1 ? items : `(?:\\]|${items})`}`
  }
}

const oneOf = (patterns: readonly string[]): string => `(?:${patterns.join('|')})`

/** Whatever fits such a pattern has no character that JSON would write in another way. */
const PLAIN_PATTERN = /^\^(?:[\w:-]|\[[\w-]+\]|\\[d.]|[{}()?+])*\$$/

function plainText(schema: Schema): string {
  const { pattern = '' } = schema
  if (!PLAIN_PATTERN.test(pattern)) throw unknown(schema)
  return `"${pattern.slice(1, -1).replaceAll('(', '(?:')}"`
}

function integer(schema: Schema): string {
  const { minimum, maximum } = schema
  if (maximum !== undefined && minimum === 0 && maximum < 10) return `[0-${maximum}]`
  if (maximum !== undefined || (minimum !== 0 && minimum !== 1)) throw unknown(schema)
  return minimum === 1 ? '[1-9]\\d{0,14}' : '(?:0|[1-9]\\d{0,14})'
}

/** Without an exponent. */
function number(schema: Schema): string {
  const { minimum, exclusiveMinimum, maximum } = schema
  if ((minimum ?? exclusiveMinimum) !== 0 || maximum === undefined || maximum < 1 || maximum > 10) throw unknown(schema)
  const between = maximum === 1 ? [] : [`[1-${maximum - 1}](?:\\.\\d{1,17})?`]
  return oneOf([String(maximum), ...between, '0\\.(?=\\d*[1-9])\\d{1,17}', ...(minimum === 0 ? ['0'] : [])])
}
