import { asArray, asObject, asString, type JsonObject, type JsonValue, member } from '../../../ground/json.js'
import { type LockedNode, type LockGraph, MOST_REQUIRED } from './graph.js'

/** A text read as JSON; null where it is none, or no object. */
export function objectIn(text: string): JsonObject | null {
  try {
    return asObject(JSON.parse(text) as JsonValue)
  } catch {
    // Not JSON, or nested beyond reason: no lock file that a tool wrote.
    return null
  }
}

const entriesOf = (object: JsonObject | null, key: string): readonly (readonly [string, JsonObject])[] =>
  Object.entries(asObject(member(object, key)) ?? {}).flatMap(([name, value]) => {
    const entry = asObject(value)
    return entry === null ? [] : [[name, entry] as const]
  })

const text = (object: JsonObject, key: string): string => asString(member(object, key)) ?? ''

/** Names that an object requires in these sections. */
const namesIn = (object: JsonObject, sections: readonly string[]): readonly string[] =>
  sections.flatMap(section => Object.keys(asObject(member(object, section)) ?? {}))

const INSTALLED = 'node_modules/'
const REQUIRED = ['dependencies', 'optionalDependencies', 'peerDependencies']
/** What a manifest of the repository may ask for. */
export const ASKED = [...REQUIRED, 'devDependencies']
/** A longer path is made by no install. */
const LONGEST_PATH = 300

/** Where Node finds a package that is required from a path: below it, beside it or above; for a workspace below, or in the root. */
function installedAt(packages: JsonObject, from: string, name: string): string | null {
  for (let folder = from; ; ) {
    const path = `${folder}${folder === '' ? '' : '/'}${INSTALLED}${name}`
    const entry = asObject(member(packages, path))
    if (entry !== null) return member(entry, 'link') === true ? null : path
    if (folder === '') return null
    const own = folder.lastIndexOf(`/${INSTALLED}`)
    folder = folder.slice(0, Math.max(0, own))
  }
}

/** `package-lock.json` and `npm-shrinkwrap.json` of versions 2 and 3: packages by the path where they are installed. */
export function npmGraph(lock: string): LockGraph | null {
  const root = objectIn(lock)
  const packages = asObject(member(root, 'packages'))
  if (packages === null) return null
  const nodes = new Map<string, LockedNode>()
  const direct = new Set<string>()
  let number = 0
  for (const [path, entry] of entriesOf(root, 'packages')) {
    if (path.length > LONGEST_PATH || member(entry, 'link') === true) continue
    const at = path.lastIndexOf(INSTALLED)
    const names = namesIn(entry, at < 0 ? ASKED : REQUIRED)
    number += names.length
    if (number > MOST_REQUIRED) return null
    const required = names.flatMap(name =>
      name.length > LONGEST_PATH ? [] : (installedAt(packages, path, name) ?? [])
    )
    // Without it the entry is a package of the repository itself.
    if (at < 0) for (const key of required) direct.add(key)
    else {
      const name = text(entry, 'name') || path.slice(at + INSTALLED.length)
      nodes.set(path, { name, version: text(entry, 'version'), requires: required })
    }
  }
  return { nodes, direct }
}

/** `composer.lock`; only the manifest beside it tells what is asked for. */
export function composerGraph(lock: string, manifest: string | null): LockGraph | null {
  const root = objectIn(lock)
  const asked = manifest === null ? null : objectIn(manifest)
  if (root === null || asked === null) return null
  const nodes = new Map<string, LockedNode>()
  for (const section of ['packages', 'packages-dev'])
    for (const element of asArray(member(root, section))) {
      const entry = asObject(element)
      if (entry === null) continue
      const name = text(entry, 'name')
      const requires = namesIn(entry, ['require']).map(each => each.toLowerCase())
      nodes.set(name.toLowerCase(), { name, version: text(entry, 'version'), requires })
    }
  const direct = namesIn(asked, ['require', 'require-dev']).map(each => each.toLowerCase())
  return { nodes, direct: new Set(direct) }
}

/** `packages.lock.json` of NuGet: each target framework has packages of its own. */
export function nugetGraph(lock: string): LockGraph | null {
  const root = objectIn(lock)
  if (root === null) return null
  const nodes = new Map<string, LockedNode>()
  const direct = new Set<string>()
  for (const [framework, packages] of entriesOf(root, 'dependencies')) {
    const keyOf = (name: string): string => `${framework}\0${name.toLowerCase()}`
    for (const name of Object.keys(packages)) {
      const entry = asObject(member(packages, name))
      if (entry === null) continue
      const kind = text(entry, 'type')
      const requires = namesIn(entry, ['dependencies']).map(keyOf)
      // A project is the repository's own: what it requires is asked for.
      if (kind === 'Project') for (const key of requires) direct.add(key)
      else nodes.set(keyOf(name), { name, version: text(entry, 'resolved'), requires })
      if (kind === 'Direct') direct.add(keyOf(name))
    }
  }
  return { nodes, direct }
}
