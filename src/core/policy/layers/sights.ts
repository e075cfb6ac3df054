import { isPreset, type LayerSight, type Sight, type ToolOverride } from '../policy.js'
import type { Layer } from './parse.js'

/**
 * How each layer but the last sees a finding, by what it and the layers above it say: what is said below it can then only
 * add to what its rules match (contract §4, Layers). Layers that see the same share a sight.
 *
 * Two things have to be said by somebody, and are left open above: the tier of a place that no asset names is what the
 * next layer below says, and of which category the findings of an unknown tool are is for the first policy file below
 * the presets, which know no such tool.
 */
export function sightsOf(layers: readonly Layer[], merge: (layers: readonly Layer[]) => Sight): readonly LayerSight[] {
  const whole = merge(layers)
  const firstFile = layers.findIndex(({ info }) => !isPreset(info))
  const categories = merge(layers.slice(0, firstFile + 1)).tools
  const sights: LayerSight[] = []
  for (const [index, layer] of layers.slice(0, -1).entries()) {
    const own = merge(layers.slice(0, index + 1))
    if (!layers.slice(index + 1).some(saysHow) && own.unknownSeverity === whole.unknownSeverity) break
    const above = saysHow(layer) ? undefined : sights.at(-1)
    if (above?.unknownSeverity === own.unknownSeverity) {
      sights[sights.length - 1] = { ...above, layers: [...above.layers, layer.info.name] }
      continue
    }
    sights.push({
      ...own,
      tools: index < firstFile ? withCategories(own.tools, categories) : own.tools,
      layers: [layer.info.name],
      below: whole.assets.slice(own.assets.length)
    })
  }
  return sights
}

/** Whether the layer says anything that changes how findings are seen. */
const saysHow = ({ document }: Layer): boolean => {
  const { assets, tools, sla, suppressions, 'unknown-severity': severity } = document
  return [assets, tools, sla, suppressions, severity].some(value => value !== undefined)
}

/** What `categories` say of findings whose category no file gave. */
function withCategories(
  own: ReadonlyMap<string, ToolOverride>,
  categories: ReadonlyMap<string, ToolOverride>
): ReadonlyMap<string, ToolOverride> {
  const silent: ToolOverride = {
    category: null,
    overrides: false,
    rules: new Map(),
    root: null,
    mountedAt: null,
    above: []
  }
  const named = [...categories].flatMap(([tool, { category }]): [string, ToolOverride][] =>
    category === null ? [] : [[tool, { ...(own.get(tool) ?? silent), category, overrides: false }]]
  )
  return new Map([...own, ...named])
}
