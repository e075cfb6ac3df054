import type { Identity } from '../identity/identified.js'
import type { AssetMatch, Whereabouts } from '../policy/assets.js'

/**
 * A finding that came with its file from a place where less depends on it: at a more critical tier, or in another
 * asset, this change has introduced it, whatever it was where it came from. A suppression that the baseline shows was
 * honoured there, not here. Towards a milder place nothing changes but the tier.
 */
export function afterMove(
  identity: Identity,
  placement: AssetMatch,
  assetOf: (where: Whereabouts) => AssetMatch
): Identity {
  const { movedFrom, suppressionGround: _, ...rest } = identity
  if (movedFrom === undefined || identity.state === 'fixed') return identity
  const before = assetOf({ path: movedFrom, placeProblem: null })
  const isElsewhere = placement.asset !== null && placement.asset !== before.asset
  if (placement.tier >= before.tier && !isElsewhere) return identity
  const move = `Moved from ${movedFrom} (${wordOf(before)}) to ${wordOf(placement)}`
  const stateReason =
    identity.state === 'introduced' ? identity.stateReason : `${move}; before: ${identity.stateReason}`
  return { ...rest, movedFrom, state: 'introduced', stateReason, inDiff: true }
}

const wordOf = ({ asset, tier }: AssetMatch): string => (asset === null ? `tier ${tier}` : `${asset}, tier ${tier}`)
