import type { ToolEntry } from '../../../generated/policy.js'
import { type Category, type KnownSeverity, severityRank } from '../../finding.js'
import type { Problem } from '../../ground/errors.js'
import { isPreset, type ToolOverride, type ToolPlace } from '../policy.js'
import { type Layer, placeIn } from './parse.js'

interface KnownTool {
  category: Category | null
  overrides: boolean
  readonly rules: Map<string, { severity: KnownSeverity }>
  root: string | null
  mountedAt: string | null
  readonly above: ToolPlace[]
}

/**
 * What the layers say of tools. A later layer may add to it and raise a severity. That it lowers one, gives another
 * category, or declares a tool of a shared policy to be without security evidence, is a problem with both places.
 */
export function mergeTools(
  layers: readonly Layer[],
  problems: Problem[],
  origins: Map<string, string>
): ReadonlyMap<string, ToolOverride> {
  const merged = new Map<string, KnownTool>()
  for (const layer of layers) {
    for (const [name, entry] of Object.entries(layer.document.tools ?? {})) {
      const key = name.toLowerCase()
      const known = merged.get(key) ?? {
        category: null,
        overrides: false,
        rules: new Map(),
        root: null,
        mountedAt: null,
        above: []
      }
      merged.set(key, known)
      mergeCategory(layers, layer, name, entry, known, problems, origins)
      mergeSeverities(layer, name, entry, known, problems, origins)
      mergePlace(layers, layer, name, entry, known, problems, origins)
    }
  }
  return merged
}

function mergeCategory(
  layers: readonly Layer[],
  layer: Layer,
  name: string,
  { category }: ToolEntry,
  known: KnownTool,
  problems: Problem[],
  origins: Map<string, string>
): void {
  if (category === undefined) return
  const origin = `tools.${name.toLowerCase()}.category`
  const place = placeIn(layer, ['tools', name, 'category'])
  const inherits = hasFileAbove(layers, layer)
  if (known.category !== null && known.category !== category) {
    const message = `the category of ${name} is already ${known.category} in ${origins.get(origin)}`
    problems.push({ place, message, hint: 'Remove one of the two' })
  } else if (category === 'quality' && known.category === null && inherits) {
    const message = `${name} cannot be made a quality tool under an inherited policy, whose rules would no longer see it`
    problems.push({ place, message, hint: 'Say so in the layer that this file extends' })
  } else if (known.category === null) {
    known.category = category
    known.overrides = !layers
      .slice(0, layers.indexOf(layer))
      .some(({ info }) => category === 'quality' || !isPreset(info))
    origins.set(origin, layer.info.name)
  }
}

function mergeSeverities(
  layer: Layer,
  name: string,
  { rules }: ToolEntry,
  known: KnownTool,
  problems: Problem[],
  origins: Map<string, string>
): void {
  for (const [rule, { severity }] of Object.entries(rules ?? {})) {
    const origin = `tools.${name.toLowerCase()}.rules.${rule}.severity`
    const earlier = known.rules.get(rule)?.severity
    if (earlier !== undefined && severityRank(severity) < severityRank(earlier)) {
      const place = placeIn(layer, ['tools', name, 'rules', rule, 'severity'])
      const message = `${rule} of ${name} is already ${earlier} in ${origins.get(origin)}, and cannot be lowered to ${severity}`
      problems.push({ place, message, hint: `Write ${earlier} or a more severe word, or remove the entry` })
    } else if (severity !== earlier) {
      known.rules.set(rule, { severity })
      origins.set(origin, layer.info.name)
    }
  }
}

/**
 * Where a tool ran. Below a policy file that leaves it open, what it wrote stays a place of its findings as that file sees
 * it: to say more could otherwise move them to milder paths, and out of the change.
 */
function mergePlace(
  layers: readonly Layer[],
  layer: Layer,
  name: string,
  entry: ToolEntry,
  known: KnownTool,
  problems: Problem[],
  origins: Map<string, string>
): void {
  const { root, mountedAt } = known
  known.root = placeOf('root', layer, name, entry, root, problems, origins)
  known.mountedAt = placeOf('mounted-at', layer, name, entry, mountedAt, problems, origins)
  if ((known.root !== root || known.mountedAt !== mountedAt) && hasFileAbove(layers, layer)) {
    known.above.push({ root, mountedAt })
  }
}

/** Whether a layer above is somebody's own word, and no preset. */
const hasFileAbove = (layers: readonly Layer[], layer: Layer): boolean =>
  layers.slice(0, layers.indexOf(layer)).some(({ info }) => !isPreset(info))

/** The first layer that says it is final. */
function placeOf(
  key: 'root' | 'mounted-at',
  layer: Layer,
  name: string,
  entry: ToolEntry,
  known: string | null,
  problems: Problem[],
  origins: Map<string, string>
): string | null {
  const own = entry[key]?.replace(/(?<=.)[/\\]+$/, '')
  if (own === undefined || own === known) return known
  const origin = `tools.${name.toLowerCase()}.${key}`
  if (known !== null) {
    const message = `\`${key}\` of ${name} is already ${known} in ${origins.get(origin)}`
    problems.push({ place: placeIn(layer, ['tools', name, key]), message, hint: 'Remove one of the two' })
    return known
  }
  origins.set(origin, layer.info.name)
  return own
}
