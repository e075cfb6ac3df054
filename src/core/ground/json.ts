/** A value as JSON has it. Scanner output is typed as this and never trusted beyond it. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined
}

// Looked up once: they are asked millions of times.
const isArray = Array.isArray
const hasOwn = Object.hasOwn

/** The value if it is a string, else null: absent and mistyped members are treated alike. */
export const asString = (value: JsonValue | undefined): string | null => (typeof value === 'string' ? value : null)

/** What a value says as a text: a text, a number written out, or the first of these in a list; null where there is none. */
export function asText(value: JsonValue | undefined): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (!Array.isArray(value)) return null
  return (value as readonly JsonValue[]).map(asText).find(text => text !== null && text.trim() !== '') ?? null
}

const MOST_SCALARS = 50

/** Every text and number that a value holds, however it is wrapped in lists and objects; no more than 50. */
export function scalarsIn(value: JsonValue | undefined): readonly (string | number)[] {
  if (typeof value === 'string' || typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return NO_SCALARS
  const found: (string | number)[] = []
  collectScalars(value, found)
  return found
}

const NO_SCALARS: readonly (string | number)[] = []

function collectScalars(value: JsonValue | undefined, found: (string | number)[]): void {
  if (typeof value === 'string' || typeof value === 'number') found.push(value)
  if (typeof value !== 'object' || value === null) return
  const values: readonly (JsonValue | undefined)[] = isArray(value) ? value : Object.values(value as JsonObject)
  const most = Math.min(values.length, MOST_SCALARS)
  for (let index = 0; index < most && found.length < MOST_SCALARS; index += 1) collectScalars(values[index], found)
}

/** A whole number, be it written as a text; else null. */
export function asInteger(value: JsonValue | undefined): number | null {
  const number = typeof value === 'string' && /^\s*[+-]?\d{1,15}\s*$/.test(value) ? Number(value) : asNumber(value)
  return number !== null && Number.isInteger(number) ? number : null
}

/** The value if it is a finite number, else null. */
export const asNumber = (value: JsonValue | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

/** The value if it is an array, else an empty one. */
export const asArray = (value: JsonValue | undefined): readonly JsonValue[] => (isArray(value) ? value : [])

/** The value if it is an object, else null. */
export const asObject = (value: JsonValue | undefined): JsonObject | null =>
  typeof value === 'object' && value !== null && !isArray(value) ? (value as JsonObject) : null

/** An own member of an object. Names like `constructor` or `__proto__` never reach the prototype. */
export const member = (object: JsonObject | null, key: string): JsonValue | undefined =>
  object !== null && hasOwn(object, key) ? object[key] : undefined

/** The text of a member, a number written out, or the first text of a list; null where there is none that is not blank. */
export const textMember = (object: JsonObject | null, key: string): string | null => {
  const value = asText(member(object, key))
  return value === null || value.trim() === '' ? null : value
}

/** A guid in the form in which two of them can be compared: letters of either case are the same (RFC 4122 §3). */
export const guidMember = (object: JsonObject | null): string | null =>
  textMember(object, 'guid')?.trim().toLowerCase() ?? null

/** A usable index: a whole number from 0; -1 and worse mean "none" (SARIF 2.1.0 §3.27.6). */
export const indexMember = (object: JsonObject | null, key: string): number | null => {
  const value = asInteger(member(object, key))
  return value !== null && value >= 0 ? value : null
}

/** The elements of a list; what stands alone where a list is wanted is its only one. */
export const elementsOf = (value: JsonValue | undefined): readonly JsonValue[] =>
  isArray(value) ? value : value === undefined || value === null ? [] : [value]
