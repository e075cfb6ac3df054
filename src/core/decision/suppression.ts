import type { Policy } from '../policy/policy.js'
import type { Assessed } from './subject.js'

/**
 * Whether a scanner's suppression is honoured. It is a claim: the policy's `suppressions` says per tier whether it
 * counts. At tier 0 a comment in the source that the change itself may have added never counts: the author of a
 * change must not be able to silence the gate with it.
 */
export function suppressionHolds({ finding, identity, placement }: Assessed, policy: Policy): boolean {
  if (finding.suppression === null) return false
  if (policy.suppressions.get(placement.tier) === 'ignore') return false
  if (placement.tier !== 0 || finding.suppression.kind !== 'in-source') return true
  if (identity.inDiff !== null) return !identity.inDiff
  return identity.state === 'existing' || identity.state === 'newly-disclosed'
}
