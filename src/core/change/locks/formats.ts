import { type Overruled, overruledByWorkspace } from './go-workspace.js'
import { composerLock, npmDirect, npmLock, nugetLock, pipfileLock } from './json-locks.js'
import { gemLock, goMod, gradleLock, mixLock, podLock, requirements } from './line-locks.js'
import type { Fill, PackageType } from './locked.js'
import { gemDirect, gemNamed, mixDirect, mixNamed } from './required.js'
import { cargoDirect, tomlLock } from './toml-locks.js'
import { packagesConfig, pom } from './xml-locks.js'
import { pnpmLock, pubLock, yarnLock } from './yaml-locks.js'

/** A kind of file that names packages at the version that is used. */
export interface LockFormat {
  /** Names of such files. */
  readonly names: RegExp
  readonly type: PackageType
  readonly fill: Fill
  /** Whether the change may make another file overrule what it says, or no longer. */
  readonly isOverruled?: Overruled
  /** The manifest beside it, where only that tells what is required for more than development. */
  readonly companion?: Companion
}

interface Companion {
  readonly name: string
  /** What it requires for more than development, each beginning with its name; null where it cannot be read. */
  readonly direct: (manifest: string) => readonly string[] | null
  /**
   * All that it names, for development or not. Where this is told, only what was named before can come to be used for
   * more: the rest is new in the lock file as well.
   */
  readonly named?: (manifest: string) => readonly string[]
}

const PACKAGE_JSON = { name: 'package.json', direct: npmDirect }

/** All formats that can be read; of a file that is not here nothing is proven. */
const FORMATS: readonly LockFormat[] = [
  { names: /^(?:package-lock|npm-shrinkwrap)\.json$/, type: 'npm', fill: npmLock },
  { names: /^yarn\.lock$/, type: 'npm', fill: yarnLock, companion: PACKAGE_JSON },
  { names: /^pnpm-lock\.ya?ml$/, type: 'npm', fill: pnpmLock },
  { names: /^(?:poetry|uv|pdm)\.lock$|^pylock(?:\..+)?\.toml$/, type: 'pypi', fill: tomlLock },
  { names: /^Pipfile\.lock$/, type: 'pypi', fill: pipfileLock },
  { names: /requirements.*\.txt$|^constraints.*\.txt$/, type: 'pypi', fill: requirements },
  {
    names: /^Cargo\.lock$/,
    type: 'cargo',
    fill: tomlLock,
    companion: { name: 'Cargo.toml', direct: cargoDirect }
  },
  { names: /^go\.mod$/, type: 'golang', fill: goMod, isOverruled: overruledByWorkspace },
  {
    names: /^Gemfile\.lock$/,
    type: 'gem',
    fill: gemLock,
    companion: { name: 'Gemfile', direct: gemDirect, named: gemNamed }
  },
  {
    names: /^gems\.locked$/,
    type: 'gem',
    fill: gemLock,
    companion: { name: 'gems.rb', direct: gemDirect, named: gemNamed }
  },
  { names: /^composer\.lock$/, type: 'composer', fill: composerLock },
  { names: /^packages\.lock\.json$/, type: 'nuget', fill: nugetLock },
  { names: /^packages\.config$/, type: 'nuget', fill: packagesConfig },
  { names: /^pom\.xml$/, type: 'maven', fill: pom },
  { names: /^(?:buildscript-)?gradle\.lockfile$/, type: 'maven', fill: gradleLock },
  {
    names: /^mix\.lock$/,
    type: 'hex',
    fill: mixLock,
    companion: { name: 'mix.exs', direct: mixDirect, named: mixNamed }
  },
  { names: /^pubspec\.lock$/, type: 'pub', fill: pubLock },
  { names: /^Podfile\.lock$/, type: 'cocoapods', fill: podLock }
]

/** Lock files that say which versions a manifest beside them, which names ranges, comes to. */
const RESOLVED_BY: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^package\.json$/, ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml']],
  [/^(?:pyproject\.toml|setup\.(?:py|cfg))$/, ['poetry.lock', 'uv.lock', 'pdm.lock', 'pylock.toml']],
  [/^Pipfile$/, ['Pipfile.lock']],
  [/^Cargo\.toml$/, ['Cargo.lock']],
  [/^go\.sum$/, ['go.mod']],
  [/^Gemfile$|\.gemspec$/, ['Gemfile.lock']],
  [/^gems\.rb$/, ['gems.locked']],
  [/^composer\.json$/, ['composer.lock']],
  [/\.(?:cs|fs|vb)proj$/, ['packages.lock.json']],
  [/^build\.gradle(?:\.kts)?$/, ['gradle.lockfile']],
  [/^mix\.exs$/, ['mix.lock']],
  [/^pubspec\.ya?ml$/, ['pubspec.lock']],
  [/^Podfile$/, ['Podfile.lock']]
]

const cut = (path: string): number => path.lastIndexOf('/') + 1

/** The path of a file in the directory of another one. */
export const beside = (path: string, name: string): string => path.slice(0, cut(path)) + name

/** How the file is read, or null. */
export const formatOf = (path: string): LockFormat | null =>
  FORMATS.find(({ names }) => names.test(path.slice(cut(path)))) ?? null

/** Paths of the lock files that a manifest may be resolved by; none for a lock file. */
export const locksBeside = (path: string): readonly string[] =>
  (RESOLVED_BY.find(([names]) => names.test(path.slice(cut(path))))?.[1] ?? []).map(name => beside(path, name))

/** Files besides its own whose text may say whether a dependency of this file was there before the change. */
export const filesThatTell = (path: string): readonly string[] =>
  [path, ...locksBeside(path)].flatMap(each => {
    const companion = formatOf(each)?.companion
    const names = each === path ? [] : [each]
    return companion === undefined ? names : [...names, beside(each, companion.name)]
  })
