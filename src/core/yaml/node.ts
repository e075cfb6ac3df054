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

/** What a validator that compares objects asks of them; nothing else is inherited, and no key has a meaning of its own. */
const PLAIN: object = Object.create(null, {
  valueOf: { value: Object.prototype.valueOf },
  toString: { value: Object.prototype.toString }
})

/** The plain value, as a validator takes it. */
export function toValue(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(toValue)
  const object: Record<string, unknown> = Object.create(PLAIN)
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
