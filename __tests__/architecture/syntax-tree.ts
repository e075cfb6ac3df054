import { parseSync } from '@swc/core'

/** A node of swc's syntax tree, of which nothing is taken for granted but its kind. */
export interface Node {
  readonly type: string
  readonly [member: string]: unknown
}

/** A parsed file: its statements, and what the positions and marks in them mean. */
export interface SyntaxTree {
  readonly body: readonly Node[]
  /** Whether the name has no meaning in the file: it is the language's, or the host's. */
  isFree(identifier: Node): boolean
  /** Lines count from 1. */
  firstLine(node: Node): number
  lastLine(node: Node): number
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { readonly type?: unknown }).type === 'string'

/** A member that is a node, or null. */
export function nodeIn(node: Node | null, member: string): Node | null {
  const value = node?.[member]
  return isNode(value) ? value : null
}

/** The nodes of a member that is a list. */
export function nodesIn(node: Node | null, member: string): readonly Node[] {
  const value = node?.[member]
  return Array.isArray(value) ? value.filter(isNode) : []
}

/** A member that is a text, or null: the value of a literal or an identifier. */
export function textIn(node: Node | null, member: string): string | null {
  const value = node?.[member]
  return typeof value === 'string' ? value : null
}

/** The nodes right below one. Some of them are wrapped in objects that are no nodes themselves. */
export function childrenOf(value: object, into: Node[] = []): readonly Node[] {
  for (const child of Object.values(value)) {
    if (typeof child !== 'object' || child === null) continue
    if (isNode(child)) into.push(child)
    else childrenOf(child, into)
  }
  return into
}

/** The nodes and every node below them. */
export function nodesBelow(nodes: readonly Node[]): readonly Node[] {
  const all = [...nodes]
  for (let at = 0; at < all.length; at += 1) childrenOf(all[at] as Node, all)
  return all
}

/** A name that no file gives a meaning to: it shows how swc marks those, and where it counts positions from. */
const FREE = '_free_'

/** Parses TypeScript. */
export function parse(path: string, text: string): SyntaxTree {
  const source = Buffer.from(`${text}\n${FREE}`)
  const tree = parseSync(source.toString(), { syntax: 'typescript', target: 'es2023', decorators: false })
  const body = tree.body as unknown as readonly Node[]
  const last = body.at(-1) ?? null
  const free = nodeIn(last, 'expression')
  if (last === null || free === null || textIn(free, 'value') !== FREE) throw new Error(`${path} cannot be parsed`)
  // Positions count bytes, and go on from one parse to the next.
  const start = spanOf(last).end - source.length
  const lineOf = lineFinder(source)
  return {
    body: body.slice(0, -1),
    isFree: identifier => identifier.ctxt === free.ctxt,
    firstLine: node => lineOf(spanOf(node).start - start),
    lastLine: node => lineOf(spanOf(node).end - start - 1)
  }
}

const spanOf = (node: Node) => node.span as { readonly start: number; readonly end: number }

function lineFinder(bytes: Buffer): (offset: number) => number {
  const starts = [0]
  for (let at = bytes.indexOf('\n'); at !== -1; at = bytes.indexOf('\n', at + 1)) starts.push(at + 1)
  return offset => starts.findLastIndex(start => start <= offset) + 1
}
