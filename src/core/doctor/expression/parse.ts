/** A parsed expression of GitHub Actions (docs.github.com, Evaluate expressions). */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** A context with the keys that lead into it, lower case; null where a key is computed, or is `*`. */
  | { readonly kind: 'access'; readonly path: readonly (string | null)[] }
  /** A key of something computed: `fromJSON(x).y`. */
  | { readonly kind: 'part'; readonly of: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly values: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'operation'; readonly operator: string; readonly left: Expression; readonly right: Expression }

const TOKEN =
  /\s*(?:('(?:[^']|'')*')|(-?(?:0x[0-9a-f]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?))|([a-z_][\w-]*)|(&&|\|\||[=!<>]=|[!<>()[\].,*]))/iy

/** Weakest first. */
const OPERATORS = [['||'], ['&&'], ['==', '!='], ['<', '<=', '>', '>=']] as const

interface Reader {
  readonly tokens: readonly string[]
  at: number
}

/** Parses what stands between `${{` and `}}`; null where GitHub would not take it, or it is not known here. */
export function parseExpression(text: string): Expression | null {
  const tokens = tokensOf(text)
  if (tokens === null || tokens.length === 0) return null
  const reader: Reader = { tokens, at: 0 }
  const expression = operation(reader, 0)
  return reader.at === tokens.length ? expression : null
}

function tokensOf(text: string): readonly string[] | null {
  const tokens: string[] = []
  const end = text.trimEnd().length
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(text)
    if (match === null) return null
    tokens.push(match[0].trim())
  }
  return tokens
}

function takes(reader: Reader, ...words: readonly string[]): string | null {
  const token = reader.tokens[reader.at]
  if (token === undefined || !words.includes(token)) return null
  reader.at += 1
  return token
}

function operation(reader: Reader, level: number): Expression | null {
  const operators = OPERATORS[level]
  if (operators === undefined) return unary(reader)
  let left = operation(reader, level + 1)
  for (;;) {
    const operator = takes(reader, ...operators)
    if (operator === null || left === null) return left
    const right = operation(reader, level + 1)
    if (right === null) return null
    left = { kind: 'operation', operator, left, right }
  }
}

function unary(reader: Reader): Expression | null {
  if (takes(reader, '!') === null) return keysOf(reader, primary(reader))
  const of = unary(reader)
  return of === null ? null : { kind: 'not', of }
}

const KEYWORDS = new Map<string, string | number | boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['nan', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY]
])

function primary(reader: Reader): Expression | null {
  const token = reader.tokens[reader.at++]
  if (token === undefined) return null
  if (token === '(') {
    const inside = operation(reader, 0)
    return takes(reader, ')') === null ? null : inside
  }
  if (token.startsWith("'")) return { kind: 'literal', value: token.slice(1, -1).replaceAll("''", "'") }
  if (/^[-.\d]/.test(token)) return { kind: 'literal', value: Number(token) }
  if (!/^[a-z_]/i.test(token)) return null
  const word = token.toLowerCase()
  if (takes(reader, '(') !== null) return callOf(reader, word)
  const keyword = KEYWORDS.get(word)
  return keyword === undefined ? { kind: 'access', path: [word] } : { kind: 'literal', value: keyword }
}

function callOf(reader: Reader, name: string): Expression | null {
  const values: Expression[] = []
  if (takes(reader, ')') !== null) return { kind: 'call', name, values }
  for (;;) {
    const value = operation(reader, 0)
    if (value === null) return null
    values.push(value)
    if (takes(reader, ')') !== null) return { kind: 'call', name, values }
    if (takes(reader, ',') === null) return null
  }
}

/** `.name`, `.*`, `['name']` and `[0]` behind a value: all are one path. */
function keysOf(reader: Reader, start: Expression | null): Expression | null {
  let value = start
  for (;;) {
    if (value === null) return null
    if (takes(reader, '.') !== null) value = named(reader, value)
    else if (takes(reader, '[') !== null) value = indexed(reader, value)
    else return value
  }
}

function named(reader: Reader, value: Expression): Expression | null {
  const key = reader.tokens[reader.at++]
  return key === undefined ? null : keyed(value, key === '*' ? null : key.toLowerCase())
}

function indexed(reader: Reader, value: Expression): Expression | null {
  if (takes(reader, '*') !== null) return takes(reader, ']') === null ? null : keyed(value, null)
  const key = operation(reader, 0)
  if (key === null || takes(reader, ']') === null) return null
  return keyed(value, key.kind === 'literal' && key.value !== null ? String(key.value).toLowerCase() : null)
}

const keyed = (value: Expression, key: string | null): Expression =>
  value.kind === 'access' ? { kind: 'access', path: [...value.path, key] } : { kind: 'part', of: value }
