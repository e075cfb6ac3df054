import { asArray, asObject, asString, type JsonObject, type JsonValue, member } from '../../ground/json.js'
import type { Add, Fill } from './locked.js'

function parsed(text: string): JsonObject | null {
  try {
    return asObject(JSON.parse(text) as JsonValue)
  } catch {
    // Not JSON, or nested beyond reason: no lock file that a tool wrote.
    return null
  }
}

const entries = (value: JsonValue | undefined): readonly (readonly [string, JsonObject])[] =>
  Object.entries(asObject(value) ?? {}).flatMap(([name, entry]) => {
    const object = asObject(entry)
    return object === null ? [] : [[name, object] as const]
  })

const text = (object: JsonObject, key: string): string => asString(member(object, key)) ?? ''

const INSTALLED = 'node_modules/'

/** `package-lock.json`, `npm-shrinkwrap.json`: the tree of version 1, the list by path of versions 2 and 3. */
export const npmLock: Fill = (lock, add) => {
  const root = parsed(lock)
  if (root === null) return false
  if (asObject(member(root, 'packages')) === null) return npmTree(root, add)
  for (const [path, entry] of entries(member(root, 'packages'))) {
    const at = path.lastIndexOf(INSTALLED)
    // Without it the entry is a package of the repository itself.
    if (at < 0 || member(entry, 'link') === true) continue
    // Only an alias has a name of its own: the one that the registry knows.
    const name = text(entry, 'name') || path.slice(at + INSTALLED.length)
    add(name, text(entry, 'version'), member(entry, 'dev') !== true)
  }
  return true
}

/** `npm:real-name@1.2.3` in the place of a version. */
const ALIAS = /^npm:(@?[^@]+)@(.+)$/

function npmTree(root: JsonObject, add: Add): boolean {
  if (asObject(member(root, 'dependencies')) === null) return false
  const open = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const [name, entry] of entries(member(node, 'dependencies'))) {
      const version = text(entry, 'version')
      const alias = ALIAS.exec(version)
      const runtime = member(entry, 'dev') !== true
      if (alias !== null) add(alias[1] ?? '', alias[2] ?? '', runtime)
      else if (/^\d/.test(version)) add(name, version, runtime)
      open.push(entry)
    }
  }
  return true
}

/** `Pipfile.lock`: only what is pinned to one version. */
export const pipfileLock: Fill = (lock, add) => {
  const root = parsed(lock)
  if (root === null) return false
  for (const section of Object.keys(root)) {
    if (section === '_meta') continue
    for (const [name, entry] of entries(member(root, section))) {
      const version = /^==([^*,]+)$/.exec(text(entry, 'version'))?.[1]
      if (version !== undefined) add(name, version, section !== 'develop')
    }
  }
  return true
}

export const composerLock: Fill = (lock, add) => {
  const root = parsed(lock)
  if (root === null) return false
  for (const section of ['packages', 'packages-dev']) {
    for (const element of asArray(member(root, section))) {
      const entry = asObject(element)
      if (entry !== null) add(text(entry, 'name'), text(entry, 'version'), section === 'packages')
    }
  }
  return true
}

/** `packages.lock.json` of NuGet, by target framework. */
export const nugetLock: Fill = (lock, add) => {
  const root = parsed(lock)
  if (root === null) return false
  for (const [, framework] of entries(member(root, 'dependencies'))) {
    for (const [name, entry] of entries(framework)) {
      if (text(entry, 'type') !== 'Project') add(name, text(entry, 'resolved'))
    }
  }
  return true
}

/** What a `package.json` requires for more than development. */
export const npmDirect = (manifest: string): readonly string[] | null => {
  const root = parsed(manifest)
  if (root === null) return null
  return ['dependencies', 'optionalDependencies', 'peerDependencies'].flatMap(section =>
    Object.keys(asObject(member(root, section)) ?? {})
  )
}
