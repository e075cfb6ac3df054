import type { StatedCategory } from '../sarif/stated-category.js'
import type { Sight } from './policy.js'

/**
 * What the policy says of a tool's category; null where it says nothing. Where the file itself gave one, it counts only in
 * the first policy file of all layers: a layer below could otherwise rename findings away from the rules that it inherits.
 * That what the file calls security is mere quality takes it away from nearly every rule: that is for the first layer
 * alone, be it a preset.
 */
export function categoryOfTool(tool: string, { tools }: Pick<Sight, 'tools'>): StatedCategory | null {
  const own = tools.get(tool.toLowerCase())
  if (own === undefined || own.category === null) return null
  return { category: own.category, isFinal: own.overrides }
}
