import { type Fill, linesOf } from './locked.js'

/** Text over several lines could hold anything that looks like a table; no tool writes it into a lock file. */
export const SEVERAL_LINES = /"""|'''/

/** Where a table begins. Tools write headings and keys at the start of the line, and so nothing within a list is taken for one. */
export const TABLE = /^(?=\[)/m
export const PACKAGE_TABLE = /^\[\[packages?\]\]\s/

const STRING = /^(?:"([^"\\]*)"|'([^']*)')\s*(?:#.*)?$/
/** Groups of Poetry and PDM that are not for development. */
const RUNTIME_GROUP = /["'](?:main|default)["']/
/** How uv writes the project that the lock file is for. */
export const ROOT_SOURCE = /^\{\s*(?:editable|virtual)\s*=/
const REQUIRED = /^\s+\{\s*name = "([^"\\]+)"/gm

/** The lists of packages that Cargo, Poetry, uv, PDM and `pylock.toml` write. */
export const tomlLock: Fill = (lock, add, direct) => {
  if (SEVERAL_LINES.test(lock)) return false
  for (const table of lock.split(TABLE)) {
    if (!PACKAGE_TABLE.test(table)) continue
    const keys = keysOf(table)
    const isRoot = ROOT_SOURCE.test(keys.get('source') ?? '')
    if (isRoot) for (const name of requiredBy(table)) direct(name)
    else add(stringOf(keys.get('name')), stringOf(keys.get('version')), isForRuntime(keys))
  }
  return true
}

/** The values of a table as they are written, the first of each key. */
export function keysOf(table: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  for (const line of linesOf(table)) {
    const [, key, value = ''] = /^(name|version|category|groups|source)\s*=\s*(.*)$/.exec(line) ?? []
    if (key !== undefined && !keys.has(key)) keys.set(key, value)
  }
  return keys
}

export function stringOf(value = ''): string {
  const [, double, single] = STRING.exec(value) ?? []
  return double ?? single ?? ''
}

function isForRuntime(keys: ReadonlyMap<string, string>): boolean {
  const groups = keys.get('groups')
  return stringOf(keys.get('category')) !== 'dev' && (groups === undefined || RUNTIME_GROUP.test(groups))
}

function requiredBy(table: string): readonly string[] {
  const [, list = ''] = table.split(/^dependencies = \[/m)
  const [own = ''] = list.split(/^\]/m)
  return Array.from(own.matchAll(REQUIRED), ([, name = '']) => name)
}

/** What a `Cargo.toml` requires for more than development. */
export const cargoDirect = (manifest: string): readonly string[] | null => {
  if (SEVERAL_LINES.test(manifest)) return null
  const names: string[] = []
  let inTable = false
  for (const line of linesOf(manifest)) {
    const heading = /^\s*\[{1,2}([^[\]]+)\]/.exec(line)?.[1]
    if (heading !== undefined) {
      inTable = /^(?:target\..+\.)?(?:build-)?dependencies$/.test(heading)
      const own = /^(?:target\..+\.)?(?:build-)?dependencies\.(.+)$/.exec(heading)?.[1]
      if (own !== undefined) names.push(own.replace(/["']/g, ''))
    } else if (inTable) names.push(...(/^\s*["']?([\w-]+)["']?\s*(?:=|\.)/.exec(line)?.slice(1, 2) ?? []))
  }
  return names
}
