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
