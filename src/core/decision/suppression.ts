import type { Policy } from '../policy/policy.js'
import type { Assessed } from './subject.js'

/**
 * Whether a scanner's suppression is honoured. It is a claim: the policy's `suppressions` says per tier whether it
 * counts. At tier 0 it counts only where it is known that the change did not add it: the author of a change must not be
 * able to silence the gate with it.
 */
export function suppressionHolds({ finding, identity, placement }: Assessed, policy: Policy): boolean {
  if (finding.suppression === null) return false
  if (policy.suppressions.get(placement.tier) === 'ignore') return false
  return placement.tier !== 0 || identity.suppressionGround !== undefined
}
