import { type TreeListing, treeOf } from '../sarif/place/tree.js'
import type { Diff, DiffFile } from './change.js'

/** The listing with the files of the change, which are in the tree whoever has listed it. */
export function withChanged(listing: TreeListing, diff: Diff | null): TreeListing {
  if (diff === null) return listing
  const known = new Set(listing.files)
  const more = [...diff.files].flatMap(([path, { change }]) => (change === 'deleted' || known.has(path) ? [] : [path]))
  return more.length === 0 ? listing : { ...listing, files: [...listing.files, ...more] }
}

/**
 * Files that the change is said to leave in the tree and that git does not have there: then it is a change of another
 * tree, or its paths begin elsewhere (`git diff --relative`), and that it does not name a file says nothing.
 */
export function strangersIn(listing: TreeListing | null, diff: Diff | null): readonly string[] {
  if (diff === null || listing?.isGits !== true) return []
  const tree = treeOf(listing)
  const isThere = (path: string): boolean => tree.find(path) !== null || tree.isOutside(path)
  return [...diff.files].flatMap(([path, { change }]) => (change === 'deleted' || isThere(path) ? [] : [path])).sort()
}

/** The listing of the tree that the change was made to: paths of a baseline are those of that tree. */
export function listingBefore(listing: TreeListing, diff: Diff | null): TreeListing {
  if (diff === null) return listing
  const files = new Set(listing.files)
  for (const [path, { change }] of diff.files) if (isAddition(change)) files.delete(path)
  for (const [, { change, basePath }] of diff.files) {
    if (basePath !== null && (change === 'deleted' || change === 'renamed')) files.add(basePath)
  }
  return { ...listing, files: [...files] }
}

const isAddition = (change: DiffFile['change']): boolean =>
  change === 'added' || change === 'copied' || change === 'renamed'
