import { registryName } from '../../../ground/package-url.js'
import type { PackageType } from '../locked.js'

/** One package as a lock file has it: under a key of the file's own, with the keys of what it requires. */
export interface LockedNode {
  readonly name: string
  readonly version: string
  readonly requires: readonly string[]
}

/** Who requires whom by a lock file, and what the repository's own manifests ask for. */
export interface LockGraph {
  readonly nodes: ReadonlyMap<string, LockedNode>
  readonly direct: ReadonlySet<string>
}

/** How a package comes into the repository: asked for by its own manifests, or by the packages named, nearest first. */
export type Bringing =
  | { readonly kind: 'direct' }
  | { readonly kind: 'brought'; readonly by: readonly string[]; readonly isMore: boolean }
  /** Not asked for by the repository's own code; the file does not tell by whom. */
  | { readonly kind: 'indirect' }

/** A lock file that names more is made by no tool that people wait for. */
const MOST_NODES = 50_000
export const MOST_REQUIRED = 250_000
/** So many direct dependencies are named; one more tells that there are others. */
const NAMED = 2
/** What can be shown as the name of a package; anything else is asked for by nobody. */
const NAME = /^@?[\w.~+-]{1,100}(?:[/:][\w.~+-]{1,100}){0,8}$/

/** Nodes of names that are looked up many times. */
export const byNameOf = <T>(items: Iterable<T>, nameOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const byName = new Map<string, T[]>()
  for (const item of items) {
    const known = byName.get(nameOf(item))
    if (known === undefined) byName.set(nameOf(item), [item])
    else known.push(item)
  }
  return byName
}

/**
 * The nearest direct dependencies of each node: a search from all of them at once, in which a node takes the first few
 * that reach it. So circles end, and no file costs more than its size.
 */
function nearest({ nodes, direct }: LockGraph): ReadonlyMap<string, readonly string[]> {
  const named = (key: string): string => nodes.get(key)?.name ?? ''
  const roots = [...direct].filter(key => NAME.test(named(key)))
  roots.sort((a, b) => (named(a) < named(b) ? -1 : named(a) > named(b) ? 1 : a < b ? -1 : 1))
  const reached = new Map<string, string[]>()
  const open = roots.map(root => ({ key: root, root: named(root) }))
  for (const { key, root } of open) {
    const known = reached.get(key) ?? []
    if (known.length > NAMED || known.includes(root)) continue
    known.push(root)
    reached.set(key, known)
    for (const next of nodes.get(key)?.requires ?? []) if (nodes.has(next)) open.push({ key: next, root })
  }
  return reached
}

const keyOf = (type: PackageType, name: string, version: string): string =>
  `${registryName(type, name.trim())}\0${version.trim().replace(/^v(?=\d)/, '')}`

/** How each package of a graph, by name and version, comes into the repository; null where the file is beyond reason. */
export function bringingIn(
  type: PackageType,
  graph: LockGraph
): ((name: string, version: string) => Bringing | null) | null {
  const required = [...graph.nodes.values()].reduce((sum, { requires }) => sum + requires.length, 0)
  if (graph.nodes.size > MOST_NODES || required > MOST_REQUIRED) return null
  const reached = nearest(graph)
  const keys = byNameOf(graph.nodes.keys(), key => {
    const { name, version } = graph.nodes.get(key) ?? { name: '', version: '' }
    return keyOf(type, name, version)
  })
  const told = new Map<string, Bringing | null>()
  return (name, version) => {
    const key = keyOf(type, name, version)
    const known = told.get(key)
    if (known !== undefined) return known
    const bringing = bringingOfKeys(keys.get(key) ?? [], graph.direct, reached)
    told.set(key, bringing)
    return bringing
  }
}

function bringingOfKeys(
  own: readonly string[],
  direct: ReadonlySet<string>,
  reached: ReadonlyMap<string, readonly string[]>
): Bringing | null {
  if (own.some(key => direct.has(key))) return { kind: 'direct' }
  const by = [...new Set(own.flatMap(key => reached.get(key) ?? []))]
  return by.length === 0 ? null : { kind: 'brought', by: by.slice(0, NAMED), isMore: by.length > NAMED }
}
