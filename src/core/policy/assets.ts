import { compileGlob, type Matcher } from './globs.js'
import { type Asset, type LayerSight, type Policy, TIERS, type Tier } from './policy.js'

/** The exposure that wins where layers disagree: it is the one that rules are written against. */
const MOST_EXPOSED = 'internet'

/** Where a finding is, as far as it is known. */
export interface Whereabouts {
  readonly path: string | null
  /** Why the place could not be mapped into the repository, or null. */
  readonly placeProblem: string | null
}

/** What a place belongs to. */
export interface AssetMatch {
  readonly asset: string | null
  readonly tier: Tier
  readonly exposure: string | null
  readonly owners: readonly string[]
}

interface CompiledGlob {
  readonly glob: string
  readonly asset: Asset
  readonly matches: Matcher
}

interface CompiledLayer {
  readonly globs: readonly CompiledGlob[]
}

/** What each layer that has assets says of a place, with the glob that won in it; nothing where none of its globs fits. */
export function placementsOf(
  policy: Pick<Policy, 'assets'>,
  path: string | null
): readonly { readonly asset: Asset; readonly glob: string }[] {
  return policy.assets.flatMap(assets => {
    const found = lookUp(compileLayer(assets), path)
    return found === undefined ? [] : [{ asset: found.asset, glob: found.glob }]
  })
}

/**
 * Compiles the look-up of assets. In each layer the longest matching glob wins (of two as long, the more critical tier,
 * then the earlier one); over all layers the most critical tier wins, then the earlier layer. Exposure and owners are
 * joined over the layers, so that no layer can take away what another says.
 *
 * A finding without a place (an image, the repository as a whole) belongs to the asset of the glob `**`. A place that
 * could not be mapped may be anywhere, so it counts at tier 0. What no asset names has the tier that the first layer of
 * `below` to name it says, and the default tier where none does: nothing else is taken from there.
 */
export function compileAssets(
  { assets, below = [] }: Pick<Policy, 'assets'> & Partial<Pick<LayerSight, 'below'>>,
  defaultTier: Tier
): (where: Whereabouts) => AssetMatch {
  const [layers, lower] = [assets.map(compileLayer), below.map(compileLayer)]
  const known = new Map<string | null, AssetMatch>()
  const unowned = join([], defaultTier)
  return ({ path, placeProblem }) => {
    if (placeProblem !== null) return { asset: null, tier: TIERS[0], exposure: null, owners: [] }
    if (layers.length === 0 && lower.length === 0) return unowned
    const before = known.get(path)
    if (before) return before
    const named = layers.flatMap(layer => lookUp(layer, path)?.asset ?? [])
    const match = join(named, named.length > 0 ? defaultTier : (tierBelow(lower, path) ?? defaultTier))
    known.set(path, match)
    return match
  }
}

function tierBelow(layers: readonly CompiledLayer[], path: string | null): Tier | null {
  for (const layer of layers) {
    const found = lookUp(layer, path)
    if (found !== undefined) return found.asset.tier
  }
  return null
}

function compileLayer(assets: readonly Asset[]): CompiledLayer {
  const globs = assets.flatMap(asset => asset.paths.map(glob => ({ glob, asset, matches: compileGlob(glob, 'path') })))
  return { globs: globs.sort((a, b) => b.glob.length - a.glob.length || a.asset.tier - b.asset.tier) }
}

function lookUp({ globs }: CompiledLayer, path: string | null): CompiledGlob | undefined {
  return globs.find(({ glob, matches }) => (path === null ? glob === '**' : matches(path)))
}

function join(assets: readonly Asset[], defaultTier: Tier): AssetMatch {
  const [first] = assets
  if (first === undefined) return { asset: null, tier: defaultTier, exposure: null, owners: [] }
  const winner = assets.reduce((best, asset) => (asset.tier < best.tier ? asset : best), first)
  return {
    asset: winner.name,
    tier: winner.tier,
    exposure: strictestExposure([winner, ...assets]),
    owners: [...new Set([winner, ...assets].flatMap(({ owners }) => owners))]
  }
}

/** The exposure that counts of several: the one that rules are written against, else the first that is known. */
export function strictestExposure(matches: readonly { readonly exposure: string | null }[]): string | null {
  const known = matches.flatMap(({ exposure }) => exposure ?? [])
  return known.includes(MOST_EXPOSED) ? MOST_EXPOSED : (known[0] ?? null)
}
