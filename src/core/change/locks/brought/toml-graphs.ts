import { registryName } from '../../../ground/package-url.js'
import { linesOf } from '../locked.js'
import { keysOf, PACKAGE_TABLE, ROOT_SOURCE, SEVERAL_LINES, stringOf, TABLE } from '../toml-locks.js'
import { byNameOf, type LockedNode, type LockGraph } from './graph.js'

const HEADING = /^\[{1,2}([^[\]\n]{1,200})\]/
const headingOf = (table: string): string => HEADING.exec(table)?.[1]?.trim() ?? ''
const TEXTS = /"([^"\\\n]*)"|'([^'\n]*)'/g

/** One package with the tables that belong to it: their names and what stands in them. */
interface PackageTables {
  readonly name: string
  readonly version: string
  /** As it is written; null where there is none. */
  readonly source: string | null
  readonly tables: readonly (readonly [string, string])[]
}

function packagesIn(lock: string): readonly PackageTables[] {
  const found: { name: string; version: string; source: string | null; tables: (readonly [string, string])[] }[] = []
  for (const table of lock.split(TABLE)) {
    const heading = headingOf(table)
    if (PACKAGE_TABLE.test(table)) {
      const keys = keysOf(table)
      const [name, version] = [stringOf(keys.get('name')), stringOf(keys.get('version'))]
      found.push({ name, version, source: keys.get('source') ?? null, tables: [['', table]] })
    } else if (heading.startsWith('package.')) found.at(-1)?.tables.push([heading.slice('package.'.length), table])
  }
  return found
}

/** The elements of a list that begins so, in the line itself or one a line. */
function listIn(table: string, key: string): string {
  const lines = linesOf(table)
  const at = lines.findIndex(line => new RegExp(`^${key}\\s*=\\s*\\[`).test(line))
  if (at < 0) return ''
  const [, first = ''] = (lines[at] ?? '').split(/=\s*\[(.*)/s)
  if (/\]\s*(?:#.*)?$/.test(first)) return first
  const end = lines.findIndex((line, index) => index > at && /^\s*\]/.test(line))
  return [first, ...lines.slice(at + 1, end < 0 ? undefined : end)].join('\n')
}

const textsIn = (list: string): readonly string[] =>
  Array.from(list.matchAll(TEXTS), ([, double, single]) => double ?? single ?? '')

/** `Cargo.lock`: a package without a source is the repository's own. */
export function cargoGraph(lock: string): LockGraph | null {
  if (SEVERAL_LINES.test(lock)) return null
  const packages = packagesIn(lock)
  const key = (name: string, version: string): string => `${name} ${version}`
  const byName = byNameOf(packages, ({ name }) => name)
  // `name`, where several are locked `name version`, with the source after it.
  const resolve = (text: string): readonly string[] => {
    const [name = '', version] = text.split(' ')
    if (version !== undefined) return [key(name, version)]
    const [only, ...others] = byName.get(name) ?? []
    return only === undefined || others.length > 0 ? [] : [key(name, only.version)]
  }
  const nodes = new Map<string, LockedNode>()
  const direct = new Set<string>()
  for (const { name, version, source, tables } of packages) {
    const requires = textsIn(listIn(tables[0]?.[1] ?? '', 'dependencies')).flatMap(resolve)
    if (source === null) for (const each of requires) direct.add(each)
    else nodes.set(key(name, version), { name, version, requires })
  }
  return { nodes, direct }
}

/** For as many versions of Python one package may be locked at different versions. */
const MOST_ALIKE = 8

/** A graph of Python packages: one name may be locked at several versions, and a requirement means all of them. */
function pythonGraph(
  packages: readonly PackageTables[],
  requiredBy: (own: PackageTables) => readonly string[],
  asked: readonly string[]
): LockGraph {
  const spelt = (name: string): string => registryName('pypi', name)
  const keyOf = ({ name, version }: PackageTables): string => `${spelt(name)} ${version}`
  const byName = byNameOf(packages, ({ name }) => spelt(name))
  const resolve = (name: string): readonly string[] => (byName.get(spelt(name)) ?? []).slice(0, MOST_ALIKE).map(keyOf)
  const nodes = new Map<string, LockedNode>()
  for (const own of packages)
    nodes.set(keyOf(own), { name: own.name, version: own.version, requires: requiredBy(own).flatMap(resolve) })
  return { nodes, direct: new Set(asked.flatMap(resolve)) }
}

const NAMED_ENTRY = /\{\s*name = "([^"\\]+)"/g
const namedIn = (text: string): readonly string[] => Array.from(text.matchAll(NAMED_ENTRY), ([, name = '']) => name)

/** What a package of `uv.lock` requires; the repository's own also for extras and for development. */
function uvRequires({ source, tables }: PackageTables): readonly string[] {
  const isOwn = ROOT_SOURCE.test(source ?? '')
  return tables.flatMap(([heading, table]) => {
    if (heading === '') return namedIn(listIn(table, 'dependencies'))
    return isOwn && /^(?:dev|optional)-dependencies$/.test(heading) ? namedIn(table) : []
  })
}

/** `uv.lock`: the repository's own packages are editable or virtual. */
export function uvGraph(lock: string): LockGraph | null {
  if (SEVERAL_LINES.test(lock)) return null
  const packages = packagesIn(lock)
  const isOwn = ({ source }: PackageTables): boolean => ROOT_SOURCE.test(source ?? '')
  const asked = packages.filter(isOwn).flatMap(uvRequires)
  return pythonGraph(
    packages.filter(each => !isOwn(each)),
    uvRequires,
    asked
  )
}

const keysIn = (table: string): readonly string[] =>
  linesOf(table).flatMap(line => /^["']?([A-Za-z0-9][\w.-]*)["']?\s*=/.exec(line)?.slice(1, 2) ?? [])
/** `flask>=1; python_version < '3.8'` and the like, by the name at the start. */
const requirementsIn = (text: string): readonly string[] =>
  textsIn(text).flatMap(each => /^[A-Za-z0-9][\w.-]*/.exec(each) ?? [])

/** What a `pyproject.toml` asks for, in the words of Poetry and of the standard. */
function askedByProject(manifest: string): readonly string[] {
  return manifest.split(TABLE).flatMap(table => {
    const heading = headingOf(table)
    if (/^tool\.poetry\.(?:dev-|group\.[^.]+\.)?dependencies$/.test(heading)) return keysIn(table)
    if (heading === 'project') return requirementsIn(listIn(table, 'dependencies'))
    return heading === 'project.optional-dependencies' || heading === 'dependency-groups' ? requirementsIn(table) : []
  })
}

/** `poetry.lock`; only the manifest beside it tells what is asked for. */
export function poetryGraph(lock: string, manifest: string | null): LockGraph | null {
  if (manifest === null || SEVERAL_LINES.test(lock) || SEVERAL_LINES.test(manifest)) return null
  const requiredBy = ({ tables }: PackageTables): readonly string[] =>
    tables.flatMap(([heading, table]) => (heading === 'dependencies' ? keysIn(table) : []))
  return pythonGraph(packagesIn(lock), requiredBy, askedByProject(manifest))
}
