import type { ScanRequirement, Tier } from '../../policy/policy.js'

/** What is known of the checkout when a required scan was not delivered. */
export interface Applicability {
  /** Files of the checkout, repository-relative; null where they are not known: then every scan applies. */
  readonly checkout: readonly string[] | null
  readonly matcherOf: (globs: readonly string[]) => (path: string) => boolean
  /** The tiers that a path has for what a layer asks. */
  readonly tiersOf: (path: string, layer: string) => readonly Tier[]
}

/**
 * Whether a required scan applies to this checkout: some file matches `applies-to`, and belongs to one of `tiers`.
 * What is not known never makes a scan inapplicable.
 */
export function requirementApplies(
  requirement: ScanRequirement,
  { checkout, matcherOf, tiersOf }: Applicability
): { readonly applies: boolean; readonly reason: string } {
  const { appliesTo, tiers, layer } = requirement
  if (checkout === null || (appliesTo === null && tiers === null)) return { applies: true, reason: '' }
  const relevant = appliesTo === null ? checkout : checkout.filter(matcherOf(appliesTo))
  if (appliesTo !== null && relevant.length === 0) {
    return { applies: false, reason: `No file of the checkout matches ${appliesTo.join(', ')}` }
  }
  if (tiers !== null && !relevant.some(path => tiersOf(path, layer).some(tier => tiers.includes(tier)))) {
    return { applies: false, reason: `No file that the scan applies to is in tier ${tiers.join(' or ')}` }
  }
  return { applies: true, reason: '' }
}
