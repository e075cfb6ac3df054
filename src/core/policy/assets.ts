import { remembered } from '../ground/remembered.js'
import { compileGlob, firstSegment, type Matcher } from './globs.js'
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
  /** Those that a path may be in, by its first segment, the one that wins first; null: a finding without a place. */
  readonly near: (path: string) => readonly CompiledGlob[]
  readonly whole: CompiledGlob | undefined
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
  const unowned = join([], defaultTier)
  const joined = joining()
  const find = (path: string | null): AssetMatch => {
    const named = layers.flatMap(layer => lookUp(layer, path)?.asset ?? [])
    return joined(named, named.length > 0 ? defaultTier : (tierBelow(lower, path) ?? defaultTier))
  }
  const ofPath = remembered(find)
  return ({ path, placeProblem }) => {
    if (placeProblem !== null) return UNMAPPED
    if (layers.length === 0 && lower.length === 0) return unowned
    return path === null ? find(null) : ofPath(path)
  }
}

const UNMAPPED: AssetMatch = { asset: null, tier: TIERS[0], exposure: null, owners: [] }

/** Joins assets; all places of the same assets share what comes of it. */
function joining(): (assets: readonly Asset[], defaultTier: Tier) => AssetMatch {
  const numbers = new Map<Asset, number>()
  const known = new Map<string, AssetMatch>()
  return (assets, defaultTier) => {
    for (const asset of assets) if (!numbers.has(asset)) numbers.set(asset, numbers.size)
    const key = `${defaultTier} ${assets.map(asset => numbers.get(asset)).join(' ')}`
    const match = known.get(key) ?? join(assets, defaultTier)
    known.set(key, match)
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
  const globs = assets
    .flatMap(asset =>
      asset.paths.map(glob => ({ glob, asset, matches: compileGlob(glob, 'path'), first: firstSegment(glob) }))
    )
    .sort((a, b) => b.glob.length - a.glob.length || a.asset.tier - b.asset.tier)
  const below = remembered(segment => globs.filter(({ first }) => first === null || first === segment))
  return {
    near: path => below(path.split('/', 1)[0] ?? ''),
    whole: globs.find(({ glob }) => glob === '**')
  }
}

function lookUp({ near, whole }: CompiledLayer, path: string | null): CompiledGlob | undefined {
  return path === null ? whole : near(path).find(({ matches }) => matches(path))
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
