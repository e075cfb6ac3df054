import type { Finding } from '../../finding.js'
import type { Identity } from '../../identity/identified.js'
import type { AssetMatch, Whereabouts } from '../../policy/assets.js'
import type { PassedOver } from './passed-over.js'
import type { Placement } from './placement.js'

/**
 * A finding that came with its file from a place where less depends on it: at a more critical tier, in another asset, or
 * where a rule asks that passed it over before, this change has introduced it, whatever it was where it came from. A
 * suppression that the baseline shows was honoured there, not here. What is moved out of its asset to where a milder tier
 * holds for all the rest keeps its state.
 */
export function afterMove(
  identity: Identity,
  finding: Finding,
  placement: Placement,
  { assetOf, passedOver }: MoveContext
): Identity {
  if (identity.state === 'fixed') return identity
  for (const { from, to, path } of movesOf(identity, finding, placement)) {
    const before = assetOf({ path: from, placeProblem: null })
    const rule = ruleThatAsksAnew(from, path, passedOver)
    if (to.tier >= before.tier && !isOtherAsset(to, before, assetOf) && rule === null) continue
    const { suppressionGround: _, ...rest } = identity
    const where = rule === null ? wordOf(to) : `${wordOf(to)}, where the rule ${rule} asks`
    const move = `Moved from ${from} (${wordOf(before)}) to ${where}`
    const stateReason =
      identity.state === 'introduced' ? identity.stateReason : `${move}; before: ${identity.stateReason}`
    return { ...rest, state: 'introduced', stateReason, inDiff: true }
  }
  return identity
}

/** Each place that the change moved, with what it belongs to now. */
function movesOf({ movedFrom, moves = [] }: Identity, { location: own }: Finding, placement: Placement) {
  if (movedFrom !== undefined) return [{ from: movedFrom, to: placement, path: own?.path ?? null }]
  return moves.map(({ location, from }) => ({
    from,
    to: placement.places?.find(place => place.location === location) ?? placement,
    path: location.path
  }))
}

/** A rule that passes over the path before the move, and not the one after it; null where there is none. */
function ruleThatAsksAnew(from: string, path: string | null, passedOver: PassedOver): string | null {
  if (path === null) return null
  const still = passedOver(path)
  return [...passedOver(from)].find(id => !still.has(id)) ?? null
}

/** What a move is judged by. */
export interface MoveContext {
  readonly assetOf: AssetOf
  readonly passedOver: PassedOver
}

type AssetOf = (where: Whereabouts) => AssetMatch

function isOtherAsset(placement: AssetMatch, before: AssetMatch, assetOf: AssetOf): boolean {
  if (placement.asset === null || placement.asset === before.asset) return false
  const ofTheRest = assetOf({ path: null, placeProblem: null }).asset
  return placement.tier === before.tier || placement.asset !== ofTheRest
}

const wordOf = ({ asset, tier }: AssetMatch): string => (asset === null ? `tier ${tier}` : `${asset}, tier ${tier}`)
