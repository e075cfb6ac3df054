import { compareLocations, type Finding, type Location, locationsOf } from '../../finding.js'
import type { Identity } from '../../identity/identified.js'
import { type AssetMatch, strictestExposure, type Whereabouts } from '../../policy/assets.js'
import { type Codeowners, ownersOf } from '../../policy/codeowners.js'

/** What places are looked up in. */
export interface PlacementContext {
  readonly assetOf: (where: Whereabouts) => AssetMatch
  readonly codeowners: Codeowners | null
}

/** What one place of a finding belongs to. */
export interface PlaceMatch extends AssetMatch {
  /** Null for a place that could not be mapped, and where the finding names none. */
  readonly location: Location | null
}

/** What a finding belongs to by all its places: the most critical tier, and the asset of the place that decides. */
export interface Placement extends AssetMatch {
  /** Each of several places, the one that decides first; absent where there is one at most. */
  readonly places?: readonly PlaceMatch[]
}

/** What the finding belongs to. The place that decides has the most critical tier; of equals, one that the change touches. */
export function placementOf(finding: Finding, identity: Identity, context: PlacementContext): Placement {
  const { location, otherLocations, placeProblem } = finding
  if (otherLocations === undefined && (location === null || placeProblem === null)) {
    return matchOf(location, placeProblem, context)
  }
  const known = locationsOf(finding).map(place => ({ ...matchOf(place, null, context), location: place }))
  const lost = placeProblem === null ? [] : [{ ...matchOf(null, placeProblem, context), location: null }]
  const places: readonly PlaceMatch[] = [...known, ...lost].sort(
    (a, b) => a.tier - b.tier || compareMatches(a, b, identity)
  )
  const { asset, tier } = places[0] ?? matchOf(location, placeProblem, context)
  const owners = [...new Set(places.flatMap(match => match.owners))]
  return { asset, tier, exposure: strictestExposure(places), owners, places }
}

function matchOf(location: Location | null, placeProblem: string | null, context: PlacementContext): AssetMatch {
  const path = location?.path ?? null
  const match = context.assetOf({ path, placeProblem })
  if (match.owners.length > 0 || context.codeowners === null || path === null) return match
  return { ...match, owners: ownersOf(context.codeowners, path) }
}

function compareMatches(a: PlaceMatch, b: PlaceMatch, { changedPlaces = [] }: Identity): number {
  if (a.location === null || b.location === null) return Number(a.location === null) - Number(b.location === null)
  const isUntouched = ({ location }: PlaceMatch): boolean => location === null || !changedPlaces.includes(location)
  return Number(isUntouched(a)) - Number(isUntouched(b)) || compareLocations(a.location, b.location)
}

/** The finding as views show it: with the place that decides before the others. */
export function shownAt(finding: Finding, { places = [] }: Placement): Finding {
  const shown = places.find(({ location }) => location !== null)?.location ?? null
  if (shown === null || shown === finding.location) return finding
  return { ...finding, location: shown, otherLocations: locationsOf(finding).filter(place => place !== shown) }
}
