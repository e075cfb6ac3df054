import type { SchemaViolation, Validator } from '../../generated/validators.js'
import type { Problem } from '../ground/errors.js'
import { asObject, type JsonObject, type JsonValue } from '../ground/json.js'
import { toValue, type YamlNode } from './node.js'
import { parseYaml } from './parse.js'
import { type ExplainPattern, schemaProblems, unescapePointer } from './schema-problems.js'

/** A format of strict YAML: how its files are checked. */
export interface YamlFormat<T> {
  readonly validate: Validator
  /** Text of the JSON Schema; read only to explain what is wrong. */
  readonly schema: string
  /**
   * What the schema cannot say. Called with what fits the schema: top-level keys that do not are left out, and entries
   * of top-level lists that do not are undefined.
   */
  readonly check: (document: Partial<T>, root: YamlNode) => readonly Problem[]
  readonly explainPattern: ExplainPattern
  /** The most bytes that are read; what contract §4 allows where nothing is said. */
  readonly maxBytes?: number
}

/** What was read: the document where there is nothing wrong, else every problem found. */
export type ReadDocument<T> =
  | { readonly document: T; readonly root: YamlNode; readonly problems: readonly [] }
  | { readonly document: null; readonly root: YamlNode | null; readonly problems: readonly Problem[] }

/** Reads a file of strict YAML: syntax, then shape, then meaning; problems in the order of the file. */
export function readDocument<T>(path: string, bytes: Uint8Array, format: YamlFormat<T>): ReadDocument<T> {
  const { root, problems: syntax } = parseYaml(
    path,
    bytes,
    format.maxBytes === undefined ? {} : { maxBytes: format.maxBytes }
  )
  if (root === null) return { document: null, root, problems: syntax }
  const value = toValue(root)
  const violations = violationsOf(format.validate, value)
  const shape =
    violations.length > 0 ? schemaProblems(violations, root, schemaObject(format.schema), format.explainPattern) : []
  const meaning = format.check(withoutMisfits(toValue(root), violations) as Partial<T>, root)
  const problems = [...syntax, ...shape, ...meaning].sort(byPlace)
  if (problems.length === 0 && violations.length === 0) return { document: value as T, root, problems: [] }
  return { document: null, root, problems }
}

function withoutMisfits(value: unknown, violations: readonly SchemaViolation[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  const document = value as Record<string, unknown>
  for (const { instancePath, keyword } of violations) {
    const [, key, index] = instancePath.split('/')
    if (key === undefined || keyword === 'if') continue // a branch that fails has violations of its own
    const name = unescapePointer(key)
    const list = document[name]
    if (Array.isArray(list) && index !== undefined) list[Number(index)] = undefined
    else delete document[name]
  }
  return document
}

function violationsOf(validate: Validator, value: unknown): readonly SchemaViolation[] {
  return validate(value) ? [] : (validate.errors ?? [])
}

const schemaObject = (text: string): JsonObject => asObject(JSON.parse(text) as JsonValue) ?? {}

const byPlace = ({ place: a }: Problem, { place: b }: Problem) =>
  (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0)
