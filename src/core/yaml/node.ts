import type { Place } from '../ground/errors.js'

/** A value with its place in the file. `broken` marks what could not be taken as written and has its own problem. */
export type YamlNode = (
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null; readonly source: string }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[] }
  | { readonly kind: 'map'; readonly entries: readonly YamlEntry[] }
) & { readonly place: Place; readonly broken: boolean }

/** One key of a mapping with its value. */
export interface YamlEntry {
  readonly key: string
  readonly keyPlace: Place
  readonly value: YamlNode
}

/** The plain value, as a validator takes it. It inherits nothing: no key has a meaning of its own. */
export function toValue(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(toValue)
  const object: Record<string, unknown> = Object.create(null)
  for (const { key, value } of node.entries)
    Object.defineProperty(object, key, { value: toValue(value), enumerable: true, writable: true, configurable: true })
  return object
}

/** The node at a path of keys and indices, or null. */
export function nodeAt(root: YamlNode, path: readonly (string | number)[]): YamlNode | null {
  let node: YamlNode | undefined = root
  for (const part of path) {
    if (node?.kind === 'list') node = node.items[Number(part)]
    else if (node?.kind === 'map') node = node.entries.find(({ key }) => key === part)?.value
    else return null
  }
  return node ?? null
}
