import type { Package } from '../../finding.js'
import { bareVersion, parsePackageUrl, registryName } from '../../ground/package-url.js'

/** Whether a package is there for more than development and in every case; `unclear`: words of the file may mean either. */
export type Use = boolean | 'unclear'

/** What a lock file says is used. */
export interface Locked {
  /** Each package at one version (`keyOf`), with its use, as far as the file tells. */
  readonly packages: ReadonlyMap<string, Use>
  /** What is required directly for more than development, where only that tells what the rest is for; else null. */
  readonly direct: ReadonlySet<string> | null
}

/** Types of package URLs (https://github.com/package-url/purl-spec) whose lock files can be read. */
export type PackageType =
  | 'npm'
  | 'pypi'
  | 'cargo'
  | 'golang'
  | 'gem'
  | 'composer'
  | 'nuget'
  | 'maven'
  | 'hex'
  | 'pub'
  | 'cocoapods'

/** Adds one package; `use` is false where it is for development alone, or on a condition. */
export type Add = (name: string, version: string, use?: Use) => void

/** Reads a lock file into `add`; false where it is none that can be read. May add what is required directly. */
export type Fill = (text: string, add: Add, direct: (name: string) => void) => boolean

/** One package at one version. Nothing in either part can look like the separator. */
const keyOf = (type: PackageType, name: string, version: string): string =>
  `${registryName(type, name.trim())}\0${bareVersion(version)}`

/** The same for the package of a finding; null where it names no version, or is of another type. */
export function keyOfPackage(type: PackageType, found: Package | null): string | null {
  if (found === null || found.version === null) return null
  const parts = found.purl === null ? null : parsePackageUrl(found.purl)
  if (parts !== null && parts.type !== type) return null
  return keyOf(type, parts?.name ?? found.name, found.version)
}

/** What the text locks, or null where it cannot be read as a whole. */
export function lockedIn(type: PackageType, fill: Fill, text: string): Locked | null {
  const packages = new Map<string, Use>()
  const direct = new Set<string>()
  const add: Add = (name, version, use = true) => {
    if (name === '' || version === '') return
    const key = keyOf(type, name, version)
    const uses = [use, packages.get(key) ?? false]
    packages.set(key, uses.includes(true) || (uses.includes('unclear') ? 'unclear' : false))
  }
  const readable = fill(text, add, name => direct.add(registryName(type, name)))
  return readable ? { packages, direct: direct.size === 0 ? null : direct } : null
}

/** The lines of a text, without what ends them. */
export const linesOf = (text: string): readonly string[] => text.split(/\r?\n/)
