import type { Expression } from './parse.js'

/** A value that nobody knows before the run; where `prefix` is there, it is a text that begins so. */
export interface Unknown {
  readonly prefix: string | null
}

/** An object or a filled list of a context: true, and equal to nothing. */
export interface Filled {
  readonly filled: true
}

export type ContextValue = string | number | boolean | null | readonly unknown[] | Unknown | Filled

/** What is known where an expression is evaluated. */
export interface KnownContexts {
  /** The value that a path of contexts has. */
  readonly lookUp: (path: readonly (string | null)[]) => ContextValue
  /** What the functions about what ran before answer. */
  readonly status: Readonly<Record<'always' | 'success' | 'failure' | 'cancelled', boolean>>
}

export const UNKNOWN: Unknown = { prefix: null }
export const FILLED: Filled = { filled: true }

const isUnknown = (value: ContextValue): value is Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'prefix' in value

/** Whether a value counts as true; null where nobody knows. */
export function truthOf(value: ContextValue): boolean | null {
  if (isUnknown(value)) return value.prefix ? true : null
  return typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : Boolean(value)
}

/** Evaluates as GitHub does, with unknown as a value of its own. */
export function valueIn(expression: Expression, knowledge: KnownContexts): ContextValue {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'access':
      return knowledge.lookUp(expression.path)
    case 'part':
      return UNKNOWN
    case 'not': {
      const truth = truthOf(valueIn(expression.of, knowledge))
      return truth === null ? UNKNOWN : !truth
    }
    case 'operation':
      return operated(expression.operator, valueIn(expression.left, knowledge), valueIn(expression.right, knowledge))
    case 'call':
      return called(
        expression.name,
        expression.values.map(value => valueIn(value, knowledge)),
        knowledge
      )
  }
}

function operated(operator: string, left: ContextValue, right: ContextValue): ContextValue {
  // `a && b` is b where a is true; `a || b` the other way round.
  if (operator === '&&') return joined(left, right, false)
  if (operator === '||') return joined(left, right, true)
  if (operator !== '==' && operator !== '!=') return UNKNOWN
  const same = equal(left, right)
  return same === null ? UNKNOWN : same === (operator === '==')
}

/** `decides`: the truth that ends it on either side, whatever the other is. */
function joined(left: ContextValue, right: ContextValue, decides: boolean): ContextValue {
  const first = truthOf(left)
  if (first !== null) return first === decides ? left : right
  return truthOf(right) === decides ? decides : UNKNOWN
}

const isPlain = (value: ContextValue): value is string | number | boolean | null =>
  typeof value !== 'object' || value === null

/** Texts are compared without regard to case; other kinds as numbers. */
function equal(left: ContextValue, right: ContextValue): boolean | null {
  if (isUnknown(left) || isUnknown(right)) {
    const [unknown, other] = isUnknown(left) ? [left, right] : [right, left]
    const apart = isUnknown(unknown) && unknown.prefix !== null && isPlain(other) && !startsWith(String(other), unknown)
    return apart ? false : null
  }
  if (!isPlain(left) || !isPlain(right)) return false
  if (typeof left === 'string' && typeof right === 'string') return left.toLowerCase() === right.toLowerCase()
  return left === right || numberOf(left) === numberOf(right)
}

const startsWith = (text: string, { prefix }: Unknown): boolean =>
  text.toLowerCase().startsWith((prefix ?? '').toLowerCase())

const numberOf = (value: string | number | boolean | null): number =>
  typeof value === 'string' && value.trim() === '' ? 0 : Number(value)

function called(name: string, values: readonly ContextValue[], { status }: KnownContexts): ContextValue {
  if (name === 'always' || name === 'success' || name === 'failure' || name === 'cancelled') return status[name]
  const [first = null, second = null] = values
  if (name === 'fromjson') return typeof first === 'string' ? parsed(first) : UNKNOWN
  if (name === 'text') return first === '' ? UNKNOWN : FILLED
  if (name === 'contains' && Array.isArray(first) && isPlain(second)) {
    return first.some(item => isPlain(item as ContextValue) && equal(item as ContextValue, second) === true)
  }
  return isPlain(second) ? compared(name, first, String(second ?? '').toLowerCase()) : UNKNOWN
}

/** `contains`, `startsWith` and `endsWith` of texts. */
function compared(name: string, first: ContextValue, wanted: string): ContextValue {
  if (isUnknown(first)) return name === 'startswith' && first.prefix !== null ? begun(first.prefix, wanted) : UNKNOWN
  if (!isPlain(first)) return UNKNOWN
  const text = String(first ?? '').toLowerCase()
  if (name === 'contains') return text.includes(wanted)
  if (name === 'startswith') return text.startsWith(wanted)
  return name === 'endswith' ? text.endsWith(wanted) : UNKNOWN
}

function begun(prefix: string, wanted: string): ContextValue {
  const known = prefix.toLowerCase()
  if (known.startsWith(wanted)) return true
  return wanted.startsWith(known) ? UNKNOWN : false
}

function parsed(text: string): ContextValue {
  try {
    const value: unknown = JSON.parse(text)
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value as ContextValue
    return Array.isArray(value) ? value : FILLED
  } catch {
    return UNKNOWN
  }
}

/** Whether an expression calls one of the functions about what ran before: else GitHub puts `success() &&` before it. */
export function asksStatus(expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
    case 'access':
      return false
    case 'part':
    case 'not':
      return asksStatus(expression.of)
    case 'operation':
      return asksStatus(expression.left) || asksStatus(expression.right)
    case 'call':
      return /^(?:always|success|failure|cancelled)$/.test(expression.name) || expression.values.some(asksStatus)
  }
}
