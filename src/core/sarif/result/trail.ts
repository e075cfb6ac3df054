import type { TrailPlace } from '../../finding.js'
import {
  asArray,
  asObject,
  elementsOf,
  indexMember,
  type JsonObject,
  type JsonValue,
  member
} from '../../ground/json.js'
import { isForeign } from '../place/folders.js'
import { regionOf } from '../place/region.js'
import type { MappedPlace } from '../place/resolve.js'

/** So many steps of one result are kept as they are. */
const MOST_STEPS = 1_000
const WHOLE_FILE = Number.MAX_SAFE_INTEGER
/** Stands for steps that are too many to be kept, or that may be anywhere. */
const ANYWHERE: TrailPlace = { path: '', firstLine: 1, lastLine: WHOLE_FILE, isClaimed: true }

/** What a run knows that its trails need. */
export interface TrailContext {
  /** Each finds a place that a step may be at. */
  readonly mapPaths: readonly ((artifactLocation: JsonObject | null) => MappedPlace)[]
  /** `threadFlowLocations` of the run, to which steps may point (SARIF 2.1.0 §3.38.2). */
  readonly steps: readonly (JsonObject | null)[]
  /** `graphs` of the run, which results may traverse (SARIF 2.1.0 §3.42.2). */
  readonly graphs: readonly (JsonObject | null)[]
}

/** What is on the way; `lost` for a step that is somewhere, and nobody can tell where. */
type OnTheWay = JsonObject | 'lost' | null

/** Every location on the way to the result: steps of its code flows, frames of stacks, nodes of graphs, related locations. */
function* locationsOf(result: JsonObject, { steps, graphs }: TrailContext): Generator<OnTheWay> {
  for (const flow of elementsOf(member(result, 'codeFlows'))) {
    for (const thread of elementsOf(member(asObject(flow), 'threadFlows'))) {
      for (const value of elementsOf(member(asObject(thread), 'locations'))) yield* placesOfStep(asObject(value), steps)
    }
  }
  for (const stack of elementsOf(member(result, 'stacks'))) yield* framesOf(stack)
  for (const graph of elementsOf(member(result, 'graphs'))) yield* nodesOf(member(asObject(graph), 'nodes'))
  for (const traversal of asArray(member(result, 'graphTraversals'))) {
    const position = indexMember(asObject(traversal), 'runGraphIndex')
    if (position === null) continue
    const graph = graphs[position] ?? null
    if (graph === null) yield 'lost'
    else yield* nodesOf(member(graph, 'nodes'))
  }
  for (const related of elementsOf(member(result, 'relatedLocations'))) yield asObject(related)
}

/** Where a step of a flow is, or the shared one that it points to, and the frames of its stack. */
function* placesOfStep(step: JsonObject | null, steps: TrailContext['steps']): Generator<OnTheWay> {
  const own = asObject(member(step, 'location'))
  const position = own === null ? indexMember(step, 'index') : null
  const shared = position === null ? null : (steps[position] ?? null)
  yield position !== null && shared === null ? 'lost' : (own ?? asObject(member(shared, 'location')))
  yield* framesOf(member(step, 'stack') ?? member(shared, 'stack'))
}

function* framesOf(stack: JsonValue | undefined): Generator<JsonObject | null> {
  for (const frame of elementsOf(member(asObject(stack), 'frames'))) yield locationIn(frame)
}

/** Places of the nodes of a graph, and of those that are nested in them (SARIF 2.1.0 §3.40). */
function* nodesOf(nodes: JsonValue | undefined): Generator<JsonObject | null> {
  const open = [...elementsOf(nodes)]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield locationIn(node)
    for (const child of elementsOf(member(asObject(node), 'children'))) open.push(child)
  }
}

const locationIn = (value: JsonValue): JsonObject | null => asObject(member(asObject(value), 'location'))

function stepOf(location: JsonObject | null, mapPath: TrailContext['mapPaths'][number]): TrailPlace | null {
  const physical = asObject(member(location, 'physicalLocation'))
  if (physical === null) return null
  const place = mapPath(asObject(member(physical, 'artifactLocation')))
  if (place.kind === 'none') return null
  const { startLine, endLine } = regionOf(asObject(member(physical, 'region')))
  const firstLine = startLine ?? 1
  const lastLine = startLine === null ? WHOLE_FILE : (endLine ?? startLine)
  if (place.kind === 'unmappable') return { path: place.claimed, firstLine, lastLine, isClaimed: true }
  const { path } = place
  // What a package manager fetched changes with its lock file alone.
  const made = place.ground === 'generated' && !isForeign(path) ? { isMade: true as const } : {}
  // Lines of a member are none of the archive's.
  if (place.member !== null) return { path, firstLine: 1, lastLine: WHOLE_FILE, ...made }
  if (startLine === null && place.line !== null) return { path, firstLine: place.line, lastLine: place.line, ...made }
  return { path, firstLine, lastLine, ...made }
}

/** The steps that lead to a result, each once, in an order that only they decide; undefined where there is none. */
export function trailOf(result: JsonObject, context: TrailContext): readonly TrailPlace[] | undefined {
  const all: TrailPlace[] = []
  for (const location of locationsOf(result, context)) {
    if (location === 'lost') all.push(ANYWHERE)
    else
      for (const mapPath of context.mapPaths) {
        const step = stepOf(location, mapPath)
        if (step !== null) all.push(step)
      }
  }
  if (all.length === 0) return undefined
  const sorted = all.sort(compareSteps)
  const steps = sorted.filter((step, at) => at === 0 || compareSteps(step, sorted[at - 1] ?? step) !== 0)
  return steps.length > MOST_STEPS ? stretches(steps) : steps
}

// Paths are shared by all steps in a file, so most comparisons are of one string with itself.
const compareSteps = (a: TrailPlace, b: TrailPlace): number =>
  (a.path === b.path ? 0 : a.path < b.path ? -1 : 1) ||
  a.firstLine - b.firstLine ||
  a.lastLine - b.lastLine ||
  Number(a.isClaimed === true) - Number(b.isClaimed === true)

/** Of each file the stretch from its first to its last step: more than the steps are, and never less. */
function stretches(steps: readonly TrailPlace[]): readonly TrailPlace[] {
  const files = new Map<string, TrailPlace>()
  for (const step of steps) {
    const key = step.isClaimed === true ? `?${step.path}` : `=${step.path}`
    const known = files.get(key) ?? step
    files.set(key, {
      ...step,
      firstLine: Math.min(known.firstLine, step.firstLine),
      lastLine: Math.max(known.lastLine, step.lastLine)
    })
  }
  return files.size > MOST_STEPS ? [ANYWHERE] : [...files.values()]
}
