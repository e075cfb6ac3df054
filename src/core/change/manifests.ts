import type { Finding } from '../finding.js'
import type { Diff, DiffFile } from './change.js'
import { changedAt, fileIn } from './diff.js'
import { ecosystemsOf, handsDown, isLock, manifestPlaceOf } from './ecosystems.js'

/** Files that no program reads. */
const INERT =
  /(?:^|\/)(?:[^/]*\.(?:md|markdown|rst|adoc|png|jpe?g|gif|webp|pdf)|(?:LICENSE|NOTICE|AUTHORS|CHANGELOG|README)(?:\.txt)?)$/i

const inert = new WeakMap<Diff, boolean>()

/** Paths that something is written to or gone from: a file that is moved away is missing where it was. */
const pathsIn = ({ files }: Diff): readonly string[] =>
  [...files].flatMap(([path, file]) => [path, ...vacatedBy(path, file)])

const vacatedBy = (path: string, { change, basePath }: DiffFile): readonly string[] =>
  change === 'renamed' && basePath !== null && basePath !== path ? [basePath] : []

/** Whether all of the change is known, and documentation and pictures only. */
function isDocumentation(diff: Diff): boolean {
  const known = inert.get(diff) ?? (diff.complete && pathsIn(diff).every(path => INERT.test(path)))
  inert.set(diff, known)
  return known
}

/**
 * Whether nothing in the change can have made the finding: it touches documentation only, and the finding is in another
 * file, which is known to be one of the scanned tree. Never of a secret, which documentation may hold, nor of an image,
 * which may be built from a file of any name.
 */
export function isInert(diff: Diff, finding: Finding): boolean {
  const { category, location, otherLocations = [], placeGround, claimedPlace, commit } = finding
  if (category === 'secret' || category === 'container' || commit !== undefined) return false
  if (location === null || placeGround !== 'tree' || claimedPlace !== null || !isDocumentation(diff)) return false
  return [location, ...otherLocations].every(({ path }) => fileIn(diff, path) === undefined)
}

/**
 * Whether the change can have brought a vulnerable dependency in: any line of its manifest, of a lock file or manifest
 * beside it, or of one above it that governs it. Lines do not count: scanners report lock files at line 1. Null where
 * that cannot be known, as for an image that is built from more than we see.
 */
export function dependencyChanged(diff: Diff, finding: Finding): boolean | null {
  if (finding.location === null) return null
  const { path } = finding.location
  const own = changedAt(diff, { ...finding.location, startLine: null, endLine: null })
  const file = fileIn(diff, path)
  // A manifest that was moved here is used where none was, whatever it says.
  if (file?.change === 'renamed') return true
  if (own === true || governed(diff, path)) return true
  const anImage = finding.category === 'container' && ecosystemsOf(manifestPlaceOf(path)).length === 0
  return anImage ? null : own
}

/** What changed in one directory: ecosystems by their number, and those whose files there reach the directories below. */
interface Changed {
  readonly here: Set<number>
  readonly below: Set<number>
}

const known = new WeakMap<Diff, ReadonlyMap<string, Changed>>()

/** Changed files of the diff that say which dependencies are used, by directory: there may be as many as findings. */
function changedManifests(diff: Diff): ReadonlyMap<string, Changed> {
  const before = known.get(diff)
  if (before !== undefined) return before
  const directories = new Map<string, Changed>()
  for (const [path, file] of diff.files) {
    // Another mode changes no version.
    if (file.change === 'modified' && file.edits?.length === 0) continue
    for (const each of [path, ...vacatedBy(path, file)]) addManifest(each, directories)
  }
  known.set(diff, directories)
  return directories
}

function addManifest(path: string, directories: Map<string, Changed>): void {
  const at = manifestPlaceOf(path)
  const ecosystems = ecosystemsOf(at)
  if (ecosystems.length === 0) return
  const changed = directories.get(at.folder) ?? { here: new Set(), below: new Set() }
  directories.set(at.folder, changed)
  for (const ecosystem of ecosystems) {
    changed.here.add(ecosystem)
    if (handsDown(at)) changed.below.add(ecosystem)
  }
}

/** A folder that ends in a slash, and all above it to the root, which is the empty text. */
function withFoldersAbove(folder: string): readonly string[] {
  const parts = folder.split('/').slice(0, -1)
  return Array.from({ length: parts.length + 1 }, (_, left) =>
    parts
      .slice(0, parts.length - left)
      .map(part => `${part}/`)
      .join('')
  )
}

function governed(diff: Diff, path: string): boolean {
  const manifests = changedManifests(diff)
  const at = manifestPlaceOf(path)
  const { folder } = at
  const ecosystems = ecosystemsOf(at)
  for (const above of withFoldersAbove(folder)) {
    const changed = manifests.get(above)
    if (changed === undefined) continue
    // What is no manifest itself (an installed package, an archive) is there because of any manifest above it.
    if (ecosystems.length === 0) return true
    const reaching = above === folder ? changed.here : isLock(at) ? NONE : changed.below
    if (ecosystems.some(ecosystem => reaching.has(ecosystem))) return true
  }
  return false
}

const NONE: ReadonlySet<number> = new Set()
