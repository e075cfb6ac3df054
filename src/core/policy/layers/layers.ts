import { ConfigurationError, type Place, type Problem } from '../../ground/errors.js'
import { asList } from '../one-or-many.js'
import type { Policy } from '../policy.js'
import { mergeLayers } from './merge.js'
import { ruleCollisions } from './merge-rules.js'
import { type Layer, type PartialLayer, placeIn, readLayer } from './parse.js'
import { type LayerReference, parseReference, presetBytes, referenceProblem } from './references.js'

/** The file itself, what it extends, and what that extends. */
const MAX_LEVELS = 3

/** A policy file: the name that views show, and its bytes. */
export interface LayerSource {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Gets the file of another repository. A rejection means that it cannot be had, and its message says why. */
export type FetchLayer = (reference: Extract<LayerReference, { kind: 'github' }>) => Promise<Uint8Array>

/** Reads a policy with all its layers. Throws a ConfigurationError with every problem of every layer. */
export async function loadPolicy(root: LayerSource, fetch: FetchLayer): Promise<Policy> {
  return mergeLayers(await resolveLayers(root, fetch))
}

/** The bundled preset as a layer, or a ConfigurationError that names the right one. */
export function presetSource(preset: string): LayerSource {
  const bytes = presetBytes(preset)
  const problem = referenceProblem(`preset:${preset}`)
  if (bytes === null || problem) {
    throw new ConfigurationError([{ place: null, message: 'there is no such preset', hint: '', ...problem }])
  }
  return { name: `preset:${preset}`, bytes }
}

/**
 * The layers of a policy, in the order in which they count: what `extends` names first to last, then the file itself. A
 * layer that is reached twice counts once, where it was first.
 */
async function resolveLayers(root: LayerSource, fetch: FetchLayer): Promise<readonly Layer[]> {
  const resolution: LayerSearch = { fetch, layers: new Map(), partial: [], seen: new Set([root.name]), problems: [] }
  await visit(resolution, root, [])
  const { layers, partial, problems } = resolution
  // One run tells all there is to mend: what layers have against each other does not wait for what each has by itself.
  if (problems.length > 0) throw new ConfigurationError([...problems, ...ruleCollisions(partial)])
  return [...layers.values()]
}

interface LayerSearch {
  readonly fetch: FetchLayer
  readonly layers: Map<string, Layer>
  /** Every layer that could be read, with problems or without, in their order. */
  readonly partial: (Layer | PartialLayer)[]
  readonly seen: Set<string>
  readonly problems: Problem[]
}

async function visit(resolution: LayerSearch, source: LayerSource, trail: readonly string[]): Promise<void> {
  const read = readLayer(source.name, source.bytes)
  resolution.problems.push(...read.problems)
  const found = read.layer ?? read.partial
  if (found === null) return
  const { extends: references } = found.document
  const isList = Array.isArray(references)
  const path = [...trail, source.name]
  for (const [index, reference] of asList(references).entries()) {
    if (typeof reference !== 'string') continue
    await extend(resolution, reference, path, placeIn(found, isList ? ['extends', index] : ['extends']))
  }
  resolution.partial.push(found)
  if (read.layer !== null) resolution.layers.set(source.name, read.layer)
}

async function extend(
  resolution: LayerSearch,
  reference: string,
  trail: readonly string[],
  place: Place | null
): Promise<void> {
  const { seen, problems } = resolution
  if (trail.includes(reference)) {
    const message = `the layers form a cycle: ${[...trail, reference].join(' → ')}`
    problems.push({ place, message, hint: 'Remove one of the references' })
  } else if (trail.length >= MAX_LEVELS) {
    const hint = `At most ${MAX_LEVELS} levels count: extend it from a file that comes before`
    problems.push({ place, message: `layers are nested too deep: ${[...trail, reference].join(' → ')}`, hint })
  } else if (!seen.has(reference)) {
    seen.add(reference)
    const bytes = await bytesOf(resolution, reference, place)
    if (bytes !== null) await visit(resolution, { name: reference, bytes }, trail)
  }
}

async function bytesOf(
  { fetch, problems }: LayerSearch,
  text: string,
  place: Place | null
): Promise<Uint8Array | null> {
  const reference = parseReference(text)
  if (reference?.kind === 'preset') return presetBytes(reference.preset)
  if (reference === null) return null // told when the layer was parsed
  try {
    return await fetch(reference)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const hint =
      'Check that the file exists at that commit; the Action needs a token that may read that repository, the command line --layer-source'
    problems.push({ place, message: `the layer \`${text}\` cannot be read: ${reason}`, hint })
    return null
  }
}
