import type { Diff } from '../core/change/change.js'
import { listingBefore, withChanged } from '../core/change/listing.js'
import type { Policy } from '../core/policy/policy.js'
import type { PlaceKnowledge } from '../core/sarif/place/positions.js'
import { type TreeListing, treeOf } from '../core/sarif/place/tree.js'
import { filesBelow } from '../files/checkout.js'
import { listTree, siblingsOf, subfolderOf } from '../files/tree.js'
import type { GatePorts, GateRequest } from './request.js'

/** What is known of the places of the scans, and of those of the baseline. */
export interface GatheredPlaces {
  readonly head: PlaceKnowledge
  readonly base: PlaceKnowledge
  /** Those of the paths that git ignores in the checkout. */
  readonly ignored: (paths: readonly string[]) => Promise<ReadonlySet<string>>
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
  const { workspace } = request
  const subfolder = subfolderOf(workspace, root)
  const shared = {
    // Beside a checkout in a folder of its own nothing of the workspace is in the repository.
    roots: subfolder === null ? [root, workspace] : [root],
    subfolder,
    siblings: siblingsOf(workspace, subfolder),
    tools: policy.tools
  }
  const tree = listing === null ? null : treeOf(withChanged(listing, diff))
  const before = listing === null ? null : treeOf(listingBefore(listing, diff))
  return {
    head: { ...shared, tree, isBaseline: false },
    base: { ...shared, tree: before, isBaseline: true },
    ignored: async paths => {
      if (!isHere) return new Set()
      const { ignoredFiles } = await import('../files/git.js')
      return ignoredFiles(root, paths)
    }
  }
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
  const here = sources === null ? filesBelow(root) : null
  const known = new Set(files)
  return { listing: { files, untracked: (here ?? []).filter(path => !known.has(path)), isWhole: true }, isHere: false }
}
