import type { Diff } from '../core/change/change.js'
import { listingBefore, strangersIn, withChanged } from '../core/change/listing.js'
import type { Policy } from '../core/policy/policy.js'
import type { PlaceKnowledge } from '../core/sarif/place/positions.js'
import { type TreeListing, treeOf } from '../core/sarif/place/tree.js'
import { filesBelow } from '../files/checkout.js'
import { ignoredFiles, listTree, siblingsOf, subfolderOf } from '../files/tree.js'
import type { GatePorts, GateRequest, ScanSite } from './request.js'

/** What is known of the places of the scans, and of those of the baseline. */
export interface GatheredPlaces {
  readonly head: PlaceKnowledge
  /** Of the tree that the change starts from, or of an earlier one where it is known what came since. */
  readonly base: (since: Diff | null) => PlaceKnowledge
  /** Where the scans were made: to be asked when they are read, with the roots that places were found under. */
  readonly site: () => ScanSite
  /** Those of the paths that git ignores in the checkout. */
  readonly ignored: (paths: readonly string[]) => Promise<ReadonlySet<string>>
  /** Files of a diff that was given which the tree should have and does not. */
  readonly strangers: readonly string[]
}

/** The tree that was scanned, before anything is read that names places in it. */
export async function gatherPlaces(
  request: GateRequest,
  ports: GatePorts,
  root: string,
  diff: Diff | null,
  policy: Policy
): Promise<GatheredPlaces> {
  const { listing, isHere } = await listingOf(request, ports, root)
  const site = ports.sources?.site ?? siteHere(request, root)
  const { roots, subfolder, siblings } = site
  const shared = { roots, subfolder, siblings: new Set(siblings), tools: policy.tools }
  const tree = listing === null ? null : treeOf(withChanged(listing, diff))
  const before = (since: Diff | null) =>
    listing === null ? null : treeOf(listingBefore(listingBefore(listing, diff), since))
  const used = new Set<string>()
  return {
    strangers: request.diff === null ? [] : strangersIn(listing, diff),
    head: { ...shared, tree, isBaseline: false, rootUsed: each => used.add(each) },
    base: since => ({ ...shared, tree: before(since), isBaseline: true }),
    // The name of a folder that no place was found under is another one on each machine, and says nothing.
    site: () => ({ ...site, roots: roots.filter(each => used.has(each)) }),
    ignored: async paths => (isHere ? ignoredFiles(root, paths) : new Set())
  }
}

/** This machine, as the place where the scans were made. */
function siteHere({ workspace }: GateRequest, root: string): ScanSite {
  const subfolder = subfolderOf(workspace, root)
  // Beside a checkout in a folder of its own nothing of the workspace is in the repository.
  const roots = subfolder === null ? [root, workspace] : [root]
  return { roots: [...new Set(roots)], subfolder, siblings: siblingsOf(workspace, subfolder), outside: [], edited: [] }
}

async function listingOf(
  { sourceRoot, expectsClone }: GateRequest,
  { sources, tree }: GatePorts,
  root: string
): Promise<{ readonly listing: TreeListing | null; readonly isHere: boolean }> {
  const local = sources === null ? await listTree({ root, isNamed: sourceRoot !== null, expectsClone }) : null
  if (local !== null) return { listing: local, isHere: true }
  const files = sources !== null ? await sources.files() : tree === null ? null : await tree()
  if (files === null) return { listing: null, isHere: false }
  // What lies here all the same, without being a clone, is known by its name alone.
  const here = sources === null ? filesBelow(root) : (sources.site?.outside ?? null)
  const known = new Set(files)
  return { listing: { files, untracked: (here ?? []).filter(path => !known.has(path)), isWhole: true }, isHere: false }
}
