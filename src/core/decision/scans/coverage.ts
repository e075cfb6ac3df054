import type { Category } from '../../finding.js'
import { toolKey } from '../../identity/fingerprint.js'
import type { Policy, ScanRequirement, Sight } from '../../policy/policy.js'
import type { RunFacts } from '../../sarif/input.js'
import { plainName } from '../../sarif/tools/names.js'
import { sightIndexOf } from '../sightings.js'

/** Whether a run is the scan that a requirement asks for: it is, it may be and does not say so, or it is not. */
export type Coverage = 'met' | 'perhaps' | 'none'

/** Why a run only may be what is asked for. */
export const NOT_SAID =
  'could have looked for secrets and does not say so: it lists no rule for secrets and found none. Deliver the run of a ' +
  'scanner for secrets, or accept this with `if-degraded: pass`'

/** What a run has to show, where its tool does it only when it is asked to; of all else the tool is evidence enough. */
const shownBy = (category: Category, run: RunFacts): RunFacts['secretScan'] =>
  category === 'secret' ? run.secretScan : 'shown'

/**
 * Whether the run meets the requirement. Categories that the policy gives to tools count as far as the layer that
 * requires the scan sees them: none below it can say what meets it.
 */
export function coverageOf(requirement: ScanRequirement, run: RunFacts, policy: Policy): Coverage {
  const { category, tools } = requirement
  const isNamed = tools?.some(tool => toolMatches(tool, run.tool)) ?? false
  if (tools !== null && !isNamed) return 'none'
  if (category === null) return 'met'
  const shown = shownBy(category, run)
  // A tool that is named is taken at its name, but for what it does only when it is asked to.
  if (isNamed && category !== 'secret') return 'met'
  const stated = sightOf(requirement, policy).tools.get(run.tool.toLowerCase())?.category ?? null
  if (stated !== null) return stated === category ? 'met' : 'none'
  if (shown === 'none' || !(isNamed || run.categories.includes(category))) return 'none'
  return shown === 'shown' ? 'met' : 'perhaps'
}

const sightOf = ({ layer }: ScanRequirement, policy: Policy): Pick<Sight, 'tools'> =>
  policy.sights[sightIndexOf(policy, layer)] ?? policy

/** Why a requirement is not met, by the runs that were delivered. */
export function unmet({ tools, category }: ScanRequirement, runs: readonly RunFacts[]): string {
  const ran = runs.filter(run => tools?.some(tool => toolMatches(tool, run.tool)))
  if (ran.length > 0) {
    const names = [...new Set(ran.map(({ tool }) => tool))].sort().join(', ')
    return `${names} ran, but did not look for what category ${category} asks for`
  }
  return `No run of ${tools === null ? `a ${category ?? 'scan'} tool` : tools.join(' or ')} was delivered`
}

/**
 * A tool is meant by any of its names, or by the first words of the one that it has: `Snyk` means `Snyk Code` too. Case,
 * decoration and what a wrapper adds do not matter.
 */
export function toolMatches(wantedName: string, driver: string): boolean {
  const wantedLower = wantedName.toLowerCase()
  const names = [driver.toLowerCase(), plainName(driver)]
  return toolKey(driver) === toolKey(wantedName) || names.some(name => `${name} `.startsWith(`${wantedLower} `))
}
