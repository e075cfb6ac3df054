import type { Identity } from '../../identity/identified.js'
import type { AssetMatch, Whereabouts } from '../../policy/assets.js'
import type { Placement } from './placement.js'

/**
 * A finding that came with its file from a place where less depends on it: at a more critical tier, or in another
 * asset, this change has introduced it, whatever it was where it came from. A suppression that the baseline shows was
 * honoured there, not here. What is moved out of its asset to where a milder tier holds for all the rest keeps its state.
 */
export function afterMove(identity: Identity, placement: Placement, assetOf: AssetOf): Identity {
  if (identity.state === 'fixed') return identity
  for (const { from, to } of movesOf(identity, placement)) {
    const before = assetOf({ path: from, placeProblem: null })
    if (to.tier >= before.tier && !isOtherAsset(to, before, assetOf)) continue
    const { suppressionGround: _, ...rest } = identity
    const move = `Moved from ${from} (${wordOf(before)}) to ${wordOf(to)}`
    const stateReason =
      identity.state === 'introduced' ? identity.stateReason : `${move}; before: ${identity.stateReason}`
    return { ...rest, state: 'introduced', stateReason, inDiff: true }
  }
  return identity
}

/** Each place that the change moved, with what it belongs to now. */
function movesOf({ movedFrom, moves = [] }: Identity, placement: Placement) {
  if (movedFrom !== undefined) return [{ from: movedFrom, to: placement }]
  return moves.map(({ location, from }) => ({
    from,
    to: placement.places?.find(place => place.location === location) ?? placement
  }))
}

type AssetOf = (where: Whereabouts) => AssetMatch

function isOtherAsset(placement: AssetMatch, before: AssetMatch, assetOf: AssetOf): boolean {
  if (placement.asset === null || placement.asset === before.asset) return false
  const ofTheRest = assetOf({ path: null, placeProblem: null }).asset
  return placement.tier === before.tier || placement.asset !== ofTheRest
}

const wordOf = ({ asset, tier }: AssetMatch): string => (asset === null ? `tier ${tier}` : `${asset}, tier ${tier}`)
