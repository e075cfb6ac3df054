import type { SchemaViolation, Validator } from '../../generated/validators/validator.js'
import type { Place, Problem } from '../ground/errors.js'
import { asObject, type JsonObject, type JsonValue } from '../ground/json.js'
import { nodeAt, toValue, type YamlNode } from './node.js'
import { parseYaml } from './parse.js'
import { type ExplainPattern, schemaProblems, unescapePointer } from './schema-problems.js'

/** A format of strict YAML: how its files are checked. */
export interface YamlFormat<T> {
  readonly validate: Validator
  /** Text of the JSON Schema; read only to explain what is wrong. */
  readonly schema: string
  /**
   * What the schema cannot say. Called with what has the right types, for what is otherwise wrong there is told beside it:
   * values of another type are left out, and entries of top-level lists that lack something are undefined.
   */
  readonly check: (document: Partial<T>, root: YamlNode) => readonly Problem[]
  readonly explainPattern: ExplainPattern
  /** The most bytes that are read; what contract §4 allows where nothing is said. */
  readonly maxBytes?: number
}

/** What was read: the document where there is nothing wrong, else every problem found. */
export type ReadDocument<T> =
  | { readonly document: T; readonly root: YamlNode; readonly problems: readonly [] }
  | {
      readonly document: null
      /** What has the right types; null where there is nothing to be read. */
      readonly partial: Partial<T> | null
      readonly root: YamlNode | null
      readonly problems: readonly Problem[]
    }

/** Reads a file of strict YAML: syntax, then shape, then meaning; problems in the order of the file. */
export function readDocument<T>(path: string, bytes: Uint8Array, format: YamlFormat<T>): ReadDocument<T> {
  const { root, problems: syntax } = parseYaml(
    path,
    bytes,
    format.maxBytes === undefined ? {} : { maxBytes: format.maxBytes }
  )
  if (root === null) return { document: null, partial: null, root, problems: syntax }
  const value = toValue(root)
  const violations = violationsOf(format.validate, value)
  const shape =
    violations.length > 0 ? schemaProblems(violations, root, schemaObject(format.schema), format.explainPattern) : []
  const { document, bereft } = withoutMisfits(toValue(root), violations, root)
  // Where something is wrong already, what follows from it is no problem of its own.
  const told = new Set([...shape.map(({ place }) => positionOf(place)), ...bereft])
  const partial = document as Partial<T>
  const meaning = format.check(partial, root).filter(({ place }) => !told.has(positionOf(place)))
  const problems = [...syntax, ...shape, ...meaning].sort(byPlace)
  if (problems.length === 0 && violations.length === 0) return { document: value as T, root, problems: [] }
  return { document: null, partial, root, problems }
}

const positionOf = (place: Place | null): string => `${place?.line}:${place?.column}`

/** Keywords after which a value cannot be asked anything: it is of another type, or lacks a part. */
const UNUSABLE: ReadonlySet<string> = new Set(['type', 'required'])

/** The document without what cannot be used, and the positions of what has lost something by that. */
function withoutMisfits(value: unknown, violations: readonly SchemaViolation[], root: YamlNode) {
  const bereft: string[] = []
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { document: {}, bereft }
  const document = value as Record<string, unknown>
  for (const { instancePath, keyword } of violations) {
    const path = instancePath.split('/').slice(1).map(unescapePointer)
    if (path.length === 0 || !UNUSABLE.has(keyword)) continue
    const [list, index, ...rest] = path
    // Of an entry of a list at the top its own members are needed; what lies deeper can be spared, a list as a whole.
    const isEntry = Array.isArray(document[list ?? '']) && index !== undefined
    const ofList = path.findIndex((part, at) => at > (isEntry ? 1 : 0) && /^[0-9]+$/.test(part))
    const kept = isEntry && rest.length < 2 ? path.slice(0, 2) : ofList < 0 ? path : path.slice(0, ofList)
    const parent = kept.slice(0, -1).reduce<unknown>((at, part) => memberOf(at, part), document)
    remove(parent, kept.at(-1) ?? '')
    bereft.push(positionOf(nodeAt(root, kept.slice(0, -1))?.place ?? null))
  }
  return { document, bereft }
}

const memberOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined

function remove(parent: unknown, key: string): void {
  if (Array.isArray(parent)) parent[Number(key)] = undefined
  else if (typeof parent === 'object' && parent !== null) delete (parent as Record<string, unknown>)[key]
}

function violationsOf(validate: Validator, value: unknown): readonly SchemaViolation[] {
  return validate(value) ? [] : (validate.errors ?? [])
}

const schemaObject = (text: string): JsonObject => asObject(JSON.parse(text) as JsonValue) ?? {}

const byPlace = ({ place: a }: Problem, { place: b }: Problem) =>
  (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0)
