import type { StatedCategory } from '../finding.js'
import type { Policy } from './policy.js'

/**
 * What the policy says of a tool's category; null where it says nothing. Where the file itself gave one, it counts only in
 * the first policy file of all layers: a layer below could otherwise rename findings away from the rules that it inherits.
 * That what the file calls security is mere quality takes it away from nearly every rule: that is for the first layer
 * alone, be it a preset.
 */
export function categoryOfTool(tool: string, policy: Policy): StatedCategory | null {
  const name = tool.toLowerCase()
  const category = policy.tools.get(name)?.category ?? null
  if (category === null) return null
  const first = policy.layers.find(layer => category === 'quality' || !layer.name.startsWith('preset:'))
  return { category, isFinal: first !== undefined && policy.origins.get(`tools.${name}.category`) === first.name }
}
