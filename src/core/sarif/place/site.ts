/**
 * What of the machine that scanned decides where its paths lead. Whoever judges the same scans elsewhere needs it, or
 * finds other places.
 */
export interface ScanSite {
  /** Absolute directories that count as the root of the repository, with `/` and without a slash at the end. */
  readonly roots: readonly string[]
  /** Folder of the workspace in which the repository is checked out; null where it is the workspace itself. */
  readonly subfolder: string | null
  /** What lies beside that folder: other checkouts, of which nothing is in the repository. */
  readonly siblings: readonly string[]
  /** Paths of findings that lay in the checkout, or that git ignores there, and are none of the repository's own. */
  readonly outside: readonly string[]
}
