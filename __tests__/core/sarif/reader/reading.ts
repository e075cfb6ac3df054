import { Buffer } from 'node:buffer'
import type { JsonObject, JsonValue } from '../../../../src/core/ground/json.js'
import {
  OTHERS,
  type ProjectedMembers,
  type Projection,
  type ReadProblem,
  type ResultsProperty
} from '../../../../src/core/sarif/input.js'
import type { ReaderLimits } from '../../../../src/core/sarif/reader/machine.js'
import { createSarifReader } from '../../../../src/core/sarif/reader/sarif-reader.js'

/** All that a reader delivered. */
export interface Reading {
  readonly results: readonly (readonly [number, JsonObject])[]
  readonly runs: readonly (readonly [number, JsonObject, ResultsProperty])[]
  readonly log: JsonObject | null
  readonly problem: ReadProblem | null
}

/** Reads a text in chunks of the given sizes, over and over; the chunk's memory is wiped after each write. */
export function readInChunks(
  text: string | Uint8Array,
  projection: Projection,
  sizes: readonly number[] = [65_536],
  limits: Partial<ReaderLimits> = {}
): Reading {
  const bytes = Buffer.from(text as string)
  const results: [number, JsonObject][] = []
  const runs: [number, JsonObject, ResultsProperty][] = []
  let log: JsonObject | null = null
  const reader = createSarifReader(
    {
      result: (index, result) => results.push([index, result]),
      run: (index, run, property) => runs.push([index, run, property]),
      log: members => {
        log = members
      }
    },
    projection,
    limits
  )
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1
    const chunk = Buffer.from(bytes.subarray(at, at + size))
    reader.write(chunk)
    chunk.fill(0x21)
    at += size
  }
  const problem = reader.end()
  return { results, runs, log, problem }
}

/** What the reader must deliver for a text, by way of JSON.parse: slow, whole, and plainly right. */
export function expectedReading(text: string, projection: Projection): Omit<Reading, 'problem'> {
  const log = JSON.parse(text) as Record<string, JsonValue>
  const runsShape = memberOf(projection, 'runs')
  const runShape = elementOf(runsShape)
  const resultShape = elementOf(memberOf(runShape, 'results'))
  const results: [number, JsonObject][] = []
  const runs: [number, JsonObject, ResultsProperty][] = []
  const elements = Array.isArray(log.runs) ? (log.runs as JsonValue[]) : []
  elements.forEach((run, index) => {
    if (!isObject(run)) return
    const list = Object.hasOwn(run, 'results') ? run.results : undefined
    for (const result of (Array.isArray(list) ? list : []).filter(isObject)) {
      results.push([index, project(result, resultShape ?? {}) as JsonObject])
    }
    runs.push([index, project(without(run, 'results'), runShape ?? {}) as JsonObject, propertyOf(list)])
  })
  return { results, runs, log: project(without(log, 'runs'), projection) as JsonObject }
}

function propertyOf(list: JsonValue | undefined): ResultsProperty {
  if (list === undefined) return 'absent'
  if (list === null) return 'null'
  return Array.isArray(list) ? 'array' : 'malformed'
}

function without(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([other]) => other !== name))
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isTree = (shape: Projection | undefined): shape is ProjectedMembers =>
  typeof shape === 'object' && !Array.isArray(shape)

const memberOf = (shape: Projection | undefined, name: string): Projection | undefined =>
  shape === true ? true : isTree(shape) ? (Object.hasOwn(shape, name) ? shape[name] : shape[OTHERS]?.(name)) : undefined

const elementOf = (shape: Projection | undefined): Projection | undefined =>
  shape === true || typeof shape === 'number' ? shape : Array.isArray(shape) ? (shape[0] as Projection) : undefined

/** The text with U+FFFD for each lone surrogate. */
export const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8')

/** A rendering in which equal means the same in every respect: order, minus zero, members called `__proto__`. */
export const shown = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (Object.is(inner, -0) ? '-0 as a number' : inner), 1)

/** The definition of a projection: what is kept of a value. */
export function project(value: JsonValue, shape: Projection): JsonValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'string') {
    const text = wellFormed(value)
    return shape === true ? text : cutAt(text, typeof shape === 'number' ? shape : 1024)
  }
  if (value === null || typeof value === 'boolean') return value
  if (Array.isArray(value)) {
    const element = isTree(shape) ? shape : elementOf(shape)
    return element === undefined ? [] : value.map(item => project(item as JsonValue, element))
  }
  const entries = Object.entries(value as JsonObject).flatMap(([name, item]) => {
    const inner = memberOf(shape, name)
    return inner === undefined ? [] : [[wellFormed(name), project(item as JsonValue, inner)] as const]
  })
  return Object.fromEntries(entries)
}

function cutAt(text: string, cap: number): string {
  const cut = text.slice(0, cap)
  return cut.length < text.length && /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
}
