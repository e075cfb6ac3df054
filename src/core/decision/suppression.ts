import type { Sight } from '../policy/policy.js'
import { time } from '../time/instant.js'
import type { AssessmentContext, LayerSightings } from './sightings.js'
import type { Assessed } from './subject.js'

/**
 * Whether a scanner's suppression is honoured. It is a claim: the policy's `suppressions` says per tier whether it
 * counts. At tier 0 it counts only where it is known that the change did not add it: the author of a change must not be
 * able to silence the gate with it. One whose end is reached counts nowhere, and what a layer ignores at the tier that it
 * sees is not honoured because another one gives it another tier.
 */
export const suppressionHolds = (sightings: LayerSightings, { policy, upper, at }: AssessmentContext): boolean =>
  sightings.every(({ assessed }, index) => holdsIn(assessed, upper[index]?.context.policy ?? policy, at))

function holdsIn({ finding, identity, placement }: Assessed, policy: Pick<Sight, 'suppressions'>, at: number): boolean {
  const { suppression } = finding
  if (suppression === null) return false
  if (suppression.until !== undefined && time(suppression.until) <= at) return false
  if (policy.suppressions.get(placement.tier) === 'ignore') return false
  return placement.tier !== 0 || identity.suppressionGround !== undefined
}
