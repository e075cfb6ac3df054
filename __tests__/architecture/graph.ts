import { posix } from 'node:path'
import type { SourceModule } from './source-module.js'

/** One module that reaches another, by whatever kind of import. */
export interface Arrow {
  readonly from: string
  readonly to: string
  readonly line: number
}

/** Where relative imports lead. Those that lead to no file are told, as are those that are worked out at run time. */
export function arrowsOf(
  modules: readonly SourceModule[],
  files: ReadonlySet<string>
): { readonly arrows: readonly Arrow[]; readonly offences: readonly string[] } {
  const arrows: Arrow[] = []
  const offences: string[] = []
  for (const { path, imports } of modules) {
    for (const { line, specifier } of imports) {
      if (specifier === null) offences.push(`${path}:${line}: what is imported is worked out while the program runs`)
      if (!specifier?.startsWith('.')) continue
      const to = resolved(path, specifier, files)
      if (to === null) offences.push(`${path}:${line}: ${specifier} leads to no file of src`)
      else arrows.push({ from: path, to, line })
    }
  }
  return { arrows, offences }
}

/** As Node resolves it once the compiler has turned `.ts` into `.js`. */
function resolved(from: string, specifier: string, files: ReadonlySet<string>): string | null {
  const target = posix.join(posix.dirname(from), specifier)
  const candidates = [target.replace(/\.js$/, '.ts'), target]
  return candidates.find(path => files.has(path)) ?? null
}

/** The folder that a file lies in; that of `src` itself is `.`. */
export const folderOf = (path: string): string => posix.dirname(path)

/** The folders that a file lies in, the innermost first. */
export function foldersAbove(path: string): readonly string[] {
  const folder = folderOf(path)
  return folder === '.' ? ['.'] : [folder, ...foldersAbove(folder)]
}

/** What of a folder the file is, or lies in; null where it lies elsewhere. */
function childIn(folder: string, path: string): string | null {
  const start = folder === '.' ? '' : `${folder}/`
  return path.startsWith(start) ? (path.slice(start.length).split('/')[0] ?? null) : null
}

/**
 * Circles among the files and folders of each folder. Any circle of files shows in the folder that holds all of them, as
 * one of its children; a circle of folders need not have one of files.
 */
export function circles(arrows: readonly Arrow[]): readonly string[] {
  const folders = new Set(arrows.flatMap(({ from, to }) => [...foldersAbove(from), ...foldersAbove(to)]))
  return [...folders].sort().flatMap(folder => {
    const graph = new Map<string, Set<string>>()
    for (const { from, to } of arrows) {
      const [a, b] = [childIn(folder, from), childIn(folder, to)]
      if (a === null || b === null || a === b) continue
      graph.set(a, (graph.get(a) ?? new Set()).add(b))
    }
    return knots(graph).map(knot => `circle in ${folder}: ${knot.join(', ')}`)
  })
}

/** Sets of nodes of which each reaches each other one, of at least two nodes, sorted. */
function knots(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] {
  const reach = new Map([...graph.keys()].map(node => [node, reachable(graph, node)]))
  const found = new Map<string, readonly string[]>()
  for (const [node, reached] of reach) {
    if (!reached.has(node)) continue
    const knot = [...reached].filter(other => reach.get(other)?.has(node)).sort()
    found.set(knot.join(), knot)
  }
  return [...found.values()]
}

function reachable(graph: ReadonlyMap<string, ReadonlySet<string>>, start: string): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [...(graph.get(start) ?? [])]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (reached.has(node)) continue
    reached.add(node)
    open.push(...(graph.get(node) ?? []))
  }
  return reached
}
