import { type Place, type Problem, wholeFile } from '../../ground/errors.js'
import { nodeAt } from '../../yaml/node.js'
import { isPreset, type LayerText, type Policy } from '../policy.js'

/** Something that is allowed and cannot work, or is probably not meant: for people, never for the verdict. */
export interface LintWarning extends Problem {
  /** Whether it bears on the very run that is judged: then `evaluate` says it, too. */
  readonly concernsRun: boolean
}

/** What is known of the repository that the policy is for. */
export interface LintGround {
  /** Files of the checkout; null where they are not known. */
  readonly checkout: readonly string[] | null
  /** Whether the exceptions file that the policy names is there; null where nobody has looked. */
  readonly hasExceptions: boolean | null
}

/** The layers that people of this policy wrote: what a preset says is not theirs to mend. */
export const ownTexts = ({ texts = [] }: Policy): readonly LayerText[] => texts.filter(({ info }) => !isPreset(info))

/** Where a value of a layer stands, or the layer as a whole. */
export function layerPlace(policy: Policy, layer: string, path: readonly (string | number)[]): Place {
  const text = policy.texts?.find(({ info }) => info.name === layer)
  for (let length = path.length; text !== undefined && length > 0; length -= 1) {
    const node = nodeAt(text.root, path.slice(0, length))
    if (node !== null) return node.place
  }
  return wholeFile(layer)
}
