import { asObject, asString, member } from '../../../ground/json.js'
import { linesOf } from '../locked.js'
import { PNPM_KEY, PNPM_PATH } from '../yaml-locks.js'
import type { LockedNode, LockGraph } from './graph.js'
import { ASKED, objectIn } from './json-graphs.js'

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2')

/** Name and range as one requirement writes them. */
type Requirement = readonly [string, string]

/** One entry of `yarn.lock`: everything that is asked for and met by it. */
interface YarnEntry {
  readonly specs: readonly string[]
  version: string
  resolution: string
  readonly requires: Requirement[]
}

/** The entries in order; null where the text is none that Yarn writes, e.g. has marks of a merge. */
function yarnEntries(lock: string): readonly YarnEntry[] | null {
  const entries: YarnEntry[] = []
  let section = ''
  for (const line of linesOf(lock)) {
    if (line.trim() === '' || line.startsWith('#')) continue
    if (!line.startsWith(' ')) {
      if (!line.endsWith(':')) return null
      const specs = line.slice(0, -1).replaceAll('"', '').split(', ')
      entries.push({ specs, version: '', resolution: '', requires: [] })
      section = ''
    } else if (/^ {2}\S/.test(line)) section = line.trim()
    const entry = entries.at(-1)
    if (entry === undefined) return null
    takeLine(line, section, entry)
  }
  return entries
}

/** What a line of an entry says, in the section of it that was opened last. */
function takeLine(line: string, section: string, entry: YarnEntry): void {
  entry.version ||= /^ {2}version:? "?([^"\s]+)"?$/.exec(line)?.[1] ?? ''
  entry.resolution ||= /^ {2}resolution: "([^"]+)"$/.exec(line)?.[1] ?? ''
  if (section !== 'dependencies:' && section !== 'optionalDependencies:') return
  const [, name, range] = /^ {4}("[^"]+"|[^\s":]+):? (.+)$/.exec(line) ?? []
  if (name !== undefined && range !== undefined) entry.requires.push([unquoted(name), unquoted(range)])
}

/** The name that the registry knows: that of the resolution in Berry, in the first version of an alias what it stands for. */
function yarnName({ specs: [spec = ''], resolution }: YarnEntry): string {
  const known = resolution === '' ? spec : resolution
  const at = known.indexOf('@', 1)
  if (at < 0) return ''
  const range = known.slice(at + 1)
  const aliased = /^npm:(@?[^@]+)@/.exec(range)?.[1]
  return resolution === '' && aliased !== undefined ? aliased : known.slice(0, at)
}

/** What `package.json` asks for; null where workspaces ask for more than it says. */
function askedBy(manifest: string | null): readonly Requirement[] | null {
  const root = manifest === null ? null : objectIn(manifest)
  if (root === null || member(root, 'workspaces') !== undefined) return null
  return ASKED.flatMap(section =>
    Object.entries(asObject(member(root, section)) ?? {}).map(([name, range]) => [name, asString(range) ?? ''] as const)
  )
}

/** Whether the entry is a package of the repository itself. */
const isOwn = ({ resolution }: YarnEntry): boolean => resolution.includes('@workspace:')

/** `yarn.lock` of both forms. Berry lists the repository's own packages; before, only the manifest tells what is asked for. */
export function yarnGraph(lock: string, manifest: string | null): LockGraph | null {
  const entries = yarnEntries(lock)
  if (entries === null) return null
  const own = entries.filter(isOwn)
  const asked = own.length > 0 ? own.flatMap(({ requires }) => requires) : askedBy(manifest)
  if (asked === null) return null
  const bySpec = new Map(entries.flatMap(({ specs }) => specs.map(spec => [spec, specs[0] ?? ''] as const)))
  const resolve = ([name, range]: Requirement): readonly string[] => {
    const key = bySpec.get(`${name}@${range}`) ?? bySpec.get(`${name}@npm:${range}`)
    return key === undefined ? [] : [key]
  }
  const nodes = new Map<string, LockedNode>()
  for (const entry of entries)
    if (!isOwn(entry))
      nodes.set(entry.specs[0] ?? '', {
        name: yarnName(entry),
        version: entry.version,
        requires: entry.requires.flatMap(resolve)
      })
  return { nodes, direct: new Set(asked.flatMap(resolve)) }
}

/** Requirements by the place that makes them, from lines of one section whose places stand that far in. */
function pnpmRequirements(section: string, indent: number): ReadonlyMap<string, readonly Requirement[]> {
  const places = new Map<string, Requirement[]>()
  let own: Requirement[] = []
  let part = ''
  let name = ''
  const deep = (more: number): RegExp => new RegExp(`^ {${indent + more}}("[^"]+"|'[^']+'|[^\\s"'][^\\s]*):(?: (.*))?$`)
  const [place, heading, required, member_] = [deep(0), deep(2), deep(4), deep(6)]
  for (const line of linesOf(section)) {
    const [, opened] = place.exec(line) ?? []
    if (opened !== undefined) {
      own = []
      part = ''
      places.set(unquoted(opened), own)
    }
    part = heading.exec(line)?.[1] ?? part
    if (!/^(?:dev|optional)?[dD]ependencies$/.test(part)) continue
    const [, key, value] = required.exec(line) ?? []
    if (key !== undefined) name = unquoted(key)
    if (key !== undefined && value) own.push([name, unquoted(value)])
    const [, property, version] = member_.exec(line) ?? []
    if (property === 'version' && version) own.push([name, unquoted(version)])
  }
  return places
}

/** `pnpm-lock.yaml` of versions 5 to 9: who requires whom stands in `packages`, from version 9 on in `snapshots`. */
export function pnpmGraph(lock: string): LockGraph | null {
  const sections = lock.split(/^(?=[A-Za-z])/m)
  const sectionOf = (name: string): string => sections.find(section => section.startsWith(`${name}:`)) ?? ''
  if (sectionOf('lockfileVersion') === '') return null
  const listed = pnpmRequirements(sectionOf('snapshots') || sectionOf('packages'), 2)
  const resolve = ([name, value]: Requirement): readonly string[] =>
    [`${name}@${value}`, `/${name}@${value}`, `/${name}/${value}`, value, `/${value}`].filter(key => listed.has(key))
  const nodes = new Map<string, LockedNode>()
  for (const [key, requirements] of listed) {
    const [, name, version] = PNPM_PATH.exec(key) ?? PNPM_KEY.exec(key) ?? []
    if (name !== undefined && version !== undefined)
      nodes.set(key, { name, version, requires: requirements.flatMap(resolve) })
  }
  // A repository of one package has no list of importers: its sections stand alone.
  const alone = sections.filter(section => /^(?:dev|optional)?[dD]ependencies:/.test(section))
  const single = pnpmRequirements(`.:\n${alone.join('').replace(/^/gm, '  ')}`, 0)
  const asked = [...pnpmRequirements(sectionOf('importers'), 2).values(), ...single.values()].flat()
  return { nodes, direct: new Set(asked.flatMap(resolve)) }
}
