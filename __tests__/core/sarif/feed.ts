import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { asArray, asObject, type JsonObject, type JsonValue, member } from '../../../src/core/ground/json.js'
import { OTHERS, type ProjectedMembers, type Projection, type SarifConsumer } from '../../../src/core/sarif/input.js'
import { createNormaliser, type Normalised } from '../../../src/core/sarif/normalise.js'
import { NO_KNOWLEDGE } from '../../../src/core/sarif/place/paths.js'
import type { PlaceKnowledge } from '../../../src/core/sarif/place/positions.js'
import { RESULT_PROJECTION, RUN_PROJECTION } from '../../../src/core/sarif/projection.js'

/** Applies a projection to a parsed value, as the streaming reader does while reading. */
export function project(value: JsonValue | undefined, projection: Projection): JsonValue | undefined {
  if (projection === true || value === undefined || value === null) return value
  if (typeof projection === 'number') return typeof value === 'string' ? value.slice(0, projection) : value
  if (Array.isArray(projection)) {
    const [shape] = projection as readonly [Projection]
    return Array.isArray(value) ? value.map(element => project(element, shape) ?? null) : value
  }
  if (Array.isArray(value)) return value.map(element => project(element, projection) ?? null)
  if (typeof value !== 'object') return value
  const kept: Record<string, JsonValue> = {}
  const { [OTHERS]: others, ...named } = projection as ProjectedMembers
  for (const [key, shape] of Object.entries(named)) {
    const part = project(member(value as JsonObject, key), shape)
    if (part !== undefined) kept[key] = part
  }
  for (const [key, inner] of Object.entries(value)) {
    const shape = Object.hasOwn(named, key) ? undefined : others?.(key)
    if (shape !== undefined && inner !== undefined) kept[key] = project(inner, shape) ?? null
  }
  return kept
}

const kindOf = (value: JsonValue | undefined) =>
  Array.isArray(value) ? 'array' : value === undefined ? 'absent' : value === null ? 'null' : 'malformed'

/** Feeds a parsed log to a consumer. */
export function feed(log: JsonValue, consumer: SarifConsumer): void {
  const object = asObject(log)
  if (object === null) return
  asArray(member(object, 'runs')).forEach((element, runIndex) => {
    const run = asObject(element) ?? {}
    const results = member(run, 'results')
    for (const result of asArray(results)) {
      consumer.result(runIndex, asObject(project(result, RESULT_PROJECTION)) ?? {})
    }
    consumer.run(runIndex, asObject(project(run, RUN_PROJECTION)) ?? {}, kindOf(results))
  })
  const { runs: _, ...rest } = object
  consumer.log(rest)
}

/** What is known where nobody knows the tree. */
export const withRoots = (...roots: readonly string[]): PlaceKnowledge => ({ ...NO_KNOWLEDGE, roots })

/** A log normalised as the file `scan.sarif`, with the given roots, or all that is known of places. */
export function normalise(
  log: JsonValue,
  known: readonly string[] | PlaceKnowledge = ['/repo'],
  name = 'scan.sarif'
): Normalised {
  const places = 'roots' in known ? known : withRoots(...known)
  const first = createNormaliser(name, { places })
  feed(log, first)
  const runs = first.unexplained()
  if (runs === null) return first.finish(null)
  // As a file is read once more where its results came before what explains them.
  const second = createNormaliser(name, { places, runs })
  feed(log, second)
  return second.finish(null)
}

/** A log with one run. */
export const logOf = (run: JsonObject): JsonObject => ({
  version: '2.1.0',
  runs: [{ tool: { driver: { name: 'Tool' } }, results: [], ...run }]
})

/** Directory of real scanner output, where it is; null where it is not. */
export const CORPUS: string | null = [resolve(process.cwd(), '../shared/corpus')].find(path => existsSync(path)) ?? null

/** Files of the corpus, by their path in it. */
export const corpusPaths = (directory = ''): readonly string[] =>
  CORPUS === null
    ? []
    : readdirSync(join(CORPUS, directory), { withFileTypes: true, recursive: true })
        .filter(entry => entry.isFile() && !entry.name.endsWith('.tsv'))
        .map(entry => relative(CORPUS, join(entry.parentPath, entry.name)))
        .sort()

/** Text of a file of the corpus, without a byte order mark. */
export const corpusText = (path: string): string =>
  readFileSync(join(CORPUS ?? '', path), 'utf8').replace(/^\uFEFF/, '')

/** Parsed files of the corpus that are JSON, by their path in it. */
export function* corpusFiles(directory: string): Generator<readonly [string, JsonValue]> {
  for (const path of corpusPaths(directory)) {
    try {
      yield [path, JSON.parse(corpusText(path)) as JsonValue]
    } catch {
      // Unreadable files are the reader's concern; the count of the readable ones is asserted.
    }
  }
}
