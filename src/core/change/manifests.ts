import type { Finding } from '../finding.js'
import type { Diff } from './change.js'
import { changedAt, fileIn } from './diff.js'

/** Files that say which dependencies are used, by ecosystem: a change of one may change what another resolves to. */
const ECOSYSTEMS: readonly RegExp[] = [
  /^(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|bun\.lockb?|deno\.(?:json|lock)|\.npmrc)$/,
  /^(?:.*requirements.*\.(?:txt|in)|constraints.*\.txt|Pipfile(?:\.lock)?|poetry\.lock|pdm\.lock|uv\.lock|pyproject\.toml|setup\.(?:py|cfg)|environment\.ya?ml)$/,
  /^(?:go\.(?:mod|sum|work|work\.sum)|modules\.txt)$/,
  /^(?:Cargo\.(?:toml|lock))$/,
  /^(?:pom\.xml|.*\.gradle(?:\.kts)?|gradle\.lockfile|.*\.versions\.toml|gradle\.properties|build\.sbt|ivy\.xml)$/,
  /^(?:Gemfile(?:\.lock)?|gems\.(?:rb|locked)|.*\.gemspec)$/,
  /^(?:composer\.(?:json|lock))$/,
  /^(?:.*\.(?:csproj|fsproj|vbproj|props|targets|nuspec)|packages\.config|packages\.lock\.json|.*\.deps\.json|paket\.(?:dependencies|lock))$/,
  /^(?:Package\.(?:swift|resolved)|Podfile(?:\.lock)?|Cartfile(?:\.resolved)?|pubspec\.(?:yaml|lock)|mix\.(?:exs|lock)|conan(?:file\.(?:txt|py)|\.lock)|vcpkg\.json)$/,
  /^(?:(?:.*[.-])?(?:Dockerfile|Containerfile)(?:\..*)?|(?:docker-)?compose.*\.ya?ml|Chart\.(?:yaml|lock)|flake\.lock)$/
]

/** Manifests that hand versions down to the ones in directories below. */
const INHERITED =
  /^(?:pom\.xml|.*\.gradle(?:\.kts)?|gradle\.properties|.*\.versions\.toml|.*\.(?:props|targets)|Cargo\.toml|go\.work|pnpm-workspace\.yaml)$/

/** The directory in which Gradle keeps version catalogues; they hold for the one above. */
const CATALOGUE = /(?:^|(?<=\/))gradle\/$/

/** Files that no program reads. */
const INERT =
  /(?:^|\/)(?:[^/]*\.(?:md|markdown|rst|adoc|png|jpe?g|gif|webp|pdf)|(?:LICENSE|NOTICE|AUTHORS|CHANGELOG|README)(?:\.txt)?)$/i

const cut = (path: string): number => path.lastIndexOf('/') + 1
const folderOf = (path: string): string => path.slice(0, cut(path))
/** The name that tells the ecosystem; in a directory `requirements`, any list of packages is one of pip. */
const nameOf = (path: string): string =>
  /(?:^|\/)requirements\/[^/]+\.(?:txt|in)$/.test(path) ? 'requirements.txt' : path.slice(cut(path))

/** Whether nothing in the change can have made a finding elsewhere: documentation and pictures only, all of it known. */
export const isInert = (diff: Diff): boolean => diff.complete && [...diff.files.keys()].every(path => INERT.test(path))

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
  if (own === true || file !== undefined) return own
  if (governed(diff, path)) return true
  if (isInert(diff)) return false
  const anImage = finding.category === 'container' && !ECOSYSTEMS.some(names => names.test(nameOf(path)))
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
  for (const path of diff.files.keys()) {
    const name = nameOf(path)
    const ecosystems = ECOSYSTEMS.flatMap((names, index) => (names.test(name) ? [index] : []))
    if (ecosystems.length === 0) continue
    const directory = folderOf(path).replace(CATALOGUE, '')
    const changed = directories.get(directory) ?? { here: new Set(), below: new Set() }
    directories.set(directory, changed)
    for (const ecosystem of ecosystems) {
      changed.here.add(ecosystem)
      if (handsDown(name)) changed.below.add(ecosystem)
    }
  }
  known.set(diff, directories)
  return directories
}

function governed(diff: Diff, path: string): boolean {
  const manifests = changedManifests(diff)
  const folder = folderOf(path)
  const ecosystem = ECOSYSTEMS.findIndex(names => names.test(nameOf(path)))
  for (let end = folder.length; end >= 0; end = end === 0 ? -1 : folder.lastIndexOf('/', end - 2) + 1) {
    const changed = manifests.get(folder.slice(0, end))
    if (changed === undefined) continue
    // What is no manifest itself (an installed package, an archive) is there because of any manifest above it.
    if (ecosystem < 0) return true
    if (end === folder.length ? changed.here.has(ecosystem) : changed.below.has(ecosystem) && !isLock(path)) return true
  }
  return false
}

const handsDown = (name: string): boolean => isLock(name) || INHERITED.test(name)

const isLock = (path: string): boolean => /lock|\.sum$|\.resolved$|shrinkwrap/i.test(nameOf(path))
