import type { Identity } from '../identity/identified.js'
import type { AssetMatch, Whereabouts } from '../policy/assets.js'

/**
 * A finding that came with its file from a place where less depends on it: at a more critical tier, or in another
 * asset, this change has introduced it, whatever it was where it came from. A suppression that the baseline shows was
 * honoured there, not here. What is moved out of its asset to where a milder tier holds for all the rest keeps its state.
 */
export function afterMove(identity: Identity, placement: AssetMatch, assetOf: AssetOf): Identity {
  const { movedFrom, suppressionGround: _, ...rest } = identity
  if (movedFrom === undefined || identity.state === 'fixed') return identity
  const before = assetOf({ path: movedFrom, placeProblem: null })
  if (placement.tier >= before.tier && !isOtherAsset(placement, before, assetOf)) return identity
  const move = `Moved from ${movedFrom} (${wordOf(before)}) to ${wordOf(placement)}`
  const stateReason =
    identity.state === 'introduced' ? identity.stateReason : `${move}; before: ${identity.stateReason}`
  return { ...rest, movedFrom, state: 'introduced', stateReason, inDiff: true }
}

type AssetOf = (where: Whereabouts) => AssetMatch

function isOtherAsset(placement: AssetMatch, before: AssetMatch, assetOf: AssetOf): boolean {
  if (placement.asset === null || placement.asset === before.asset) return false
  const ofTheRest = assetOf({ path: null, placeProblem: null }).asset
  return placement.tier === before.tier || placement.asset !== ofTheRest
}

const wordOf = ({ asset, tier }: AssetMatch): string => (asset === null ? `tier ${tier}` : `${asset}, tier ${tier}`)
