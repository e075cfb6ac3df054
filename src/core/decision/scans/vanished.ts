import { type Ran, ranIn } from '../../identity/ran.js'
import { isPreset, type Policy } from '../../policy/policy.js'
import type { SarifInput } from '../../sarif/input.js'
import type { ScanOutcome } from '../decision.js'
import { compareText } from '../order.js'
import { toolMatches } from './coverage.js'

const PREFIX = 'baseline:'

/** The tool that a scan says is missing since the baseline, by the scan's id; null for every other scan. */
export const vanishedTool = (id: string): string | null => (id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null)

/**
 * Scanners that ran for the baseline and did not run now: nobody asked for them, and still they are not there, as after
 * a step that failed and was let pass. Where a required scan names the tool and nothing met it, that says so already.
 */
export function vanishedScans({
  policy,
  inputs,
  ranAtBase
}: {
  readonly policy: Pick<Policy, 'layers' | 'scans'>
  readonly inputs: readonly SarifInput[]
  readonly ranAtBase: Ran
}): readonly ScanOutcome[] {
  const now = ranIn(inputs)
  const ran = inputs.flatMap(input => input.runs.map(({ tool }) => tool))
  const isAmong = (tool: string, wanted: readonly string[]): boolean => wanted.some(each => toolMatches(each, tool))
  // That nobody misses it is for the first policy file to say, not for one below.
  const firstFile = policy.layers.findIndex(layer => !isPreset(layer))
  const settled = policy.layers.slice(0, firstFile + 1).map(({ name }) => name)
  const isRequired = (tool: string): boolean =>
    policy.scans.some(
      ({ layer, tools }) =>
        tools !== null && settled.includes(layer) && isAmong(tool, tools) && !ran.some(each => isAmong(each, tools))
    )
  return [...ranAtBase]
    .filter(([key, { name }]) => !now.has(key) && !isRequired(name))
    .map(
      ([, { name }]): ScanOutcome => ({
        id: `${PREFIX}${name}`,
        category: null,
        state: 'missing',
        tools: [],
        verdict: 'warn',
        reason: `${name} ran for the baseline and did not run now: what it would find is not known`
      })
    )
    .toSorted((a, b) => compareText(a.id, b.id))
}
