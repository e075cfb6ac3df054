import { type Arrow, arrowsOf, circles, folderOf, foldersAbove } from './graph.js'
import { DECLARATIONS, FOUNDATION, LIMITS, LOG, PURE, type Rooms } from './rooms.js'
import type { GlobalUse, SourceModule } from './source-module.js'

/** The files of a tree, and what those of TypeScript hold. Paths are relative to `src`. */
export interface House {
  readonly files: readonly string[]
  readonly modules: readonly SourceModule[]
}

const isGenerated = (path: string): boolean => path.startsWith('generated/')

/** Offences against the direction of imports: an unknown folder, an arrow that the table does not name, a circle. */
export function directionOffences({ files, modules }: House, rooms: Rooms): readonly string[] {
  const { arrows, offences } = arrowsOf(modules, new Set(files))
  const folders = new Set(files.flatMap(foldersAbove))
  return [
    ...offences,
    ...[...folders]
      .filter(folder => !Object.hasOwn(rooms, folder))
      .map(folder => `${folder} is not in the table of rooms`),
    ...Object.keys(rooms)
      .filter(room => !folders.has(room))
      .map(room => `${room} is in the table of rooms and not there`),
    ...arrows.flatMap(arrow => strayArrow(arrow, rooms)),
    ...unusedArrows(arrows, rooms),
    ...upwardArrows(rooms),
    ...modules.flatMap(module => strayPackages(module, rooms)),
    ...circles(arrows)
  ].sort()
}

/** What stands below the foundation, or is it. */
const UNDERGROUND: readonly string[] = [...FOUNDATION, 'generated']

function strayArrow({ from, to, line }: Arrow, rooms: Rooms): readonly string[] {
  const [room, other] = [folderOf(from), folderOf(to)]
  const allowed = rooms[room]
  if (room === other || allowed === undefined || allowed.imports.includes(other)) return []
  if (FOUNDATION.includes(other) && !UNDERGROUND.includes(room)) return []
  return [`${from}:${line}: ${room} must not import ${other} (${to})`]
}

/** An arrow that nobody takes any more would let one come back unseen. */
function unusedArrows(arrows: readonly Arrow[], rooms: Rooms): readonly string[] {
  const taken = new Set(arrows.map(({ from, to }) => `${folderOf(from)} → ${folderOf(to)}`))
  return Object.entries(rooms)
    .flatMap(([room, { imports }]) => imports.map(other => `${room} → ${other}`))
    .filter(arrow => !taken.has(arrow))
    .map(arrow => `${arrow} is in the table of rooms and nobody takes it`)
}

/** The table itself goes one way: what a room imports stands above it, but for a folder and its own parts. */
function upwardArrows(rooms: Rooms): readonly string[] {
  const order = Object.keys(rooms)
  const isPart = (room: string, other: string) => room.startsWith(`${other}/`) || other.startsWith(`${room}/`)
  return Object.entries(rooms).flatMap(([room, { imports }]) =>
    imports
      .filter(other => order.indexOf(other) >= order.indexOf(room) && !isPart(room, other))
      .map(other => `${room} → ${other} goes up in the table of rooms`)
  )
}

function strayPackages({ path, imports }: SourceModule, rooms: Rooms): readonly string[] {
  const allowed = rooms[folderOf(path)]?.packages ?? []
  return imports.flatMap(({ line, specifier }) =>
    specifier === null || specifier.startsWith('.') || allowed.includes(specifier)
      ? []
      : [`${path}:${line}: ${folderOf(path)} must not import ${specifier}`]
  )
}

/** Folders, files and functions that nobody can take in any more. Generated code is nobody's to read. */
export function sizeOffences({ files, modules }: House): readonly string[] {
  const children = new Map<string, Set<string>>([['.', new Set()]])
  for (const path of files) {
    for (const child of [path, ...foldersAbove(path)]) {
      if (child === '.') continue
      const folder = folderOf(child)
      children.set(folder, (children.get(folder) ?? new Set()).add(child))
    }
  }
  const written = modules.filter(({ path }) => !isGenerated(path))
  return [
    ...[...children]
      .filter(([, { size }]) => size > LIMITS.entries)
      .map(([folder, { size }]) => `${folder} has ${size} entries`),
    ...written.filter(({ lines }) => lines > LIMITS.fileLines).map(({ path, lines }) => `${path} has ${lines} lines`),
    ...written.flatMap(({ path, functions }) =>
      functions
        .filter(({ lines }) => lines > LIMITS.functionLines)
        .map(({ line, lines }) => `${path}:${line}: a function of ${lines} lines`)
    )
  ].sort()
}

/**
 * What makes the core depend on more than its arguments. The compiler knows most of it, since for the core nothing else
 * exists (src/core/ground/host.d.ts); this finds what the language itself offers, and ways around the compiler.
 */
export function purityOffences({ files, modules }: House): readonly string[] {
  const core = modules.filter(({ path }) => path.startsWith('core/'))
  return [
    ...files
      .filter(path => path.endsWith('.d.ts') && !DECLARATIONS.includes(path))
      .map(path => `${path} declares what is not there`),
    ...core.flatMap(({ path, globals, members, escapes }) => [
      ...globals.filter(use => !isPure(use)).map(({ line, name, how }) => `${path}:${line}: ${name} (${how})`),
      ...members
        .filter(({ name }) => OF_THE_PLACE.test(name))
        .map(({ line, name }) => `${path}:${line}: ${name} depends on where it runs`),
      ...escapes.map(({ line, what }) => `${path}:${line}: ${what}`)
    ])
  ].sort()
}

/** Members whose answer depends on the language or the time zone of the machine. */
const OF_THE_PLACE =
  /^(?:localeCompare|toLocale\w+|getTimezoneOffset|[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)|constructor)$/

function isPure({ name, how }: GlobalUse): boolean {
  const uses = Object.hasOwn(PURE, name) ? PURE[name] : null
  return uses === 'any' || (uses instanceof RegExp && uses.test(how))
}

/** Only one module writes to the log of the runner: it breaks up what the runner would take for a command. */
export const logOffences = ({ modules }: House): readonly string[] =>
  modules
    .filter(({ path }) => path !== LOG.port)
    .flatMap(({ path, imports, globals }) => [
      ...imports
        .filter(
          ({ specifier, names }) => specifier === '@actions/core' && names.some(name => !LOG.others.includes(name))
        )
        .map(({ line }) => `${path}:${line}: only ${LOG.writer} writes to the log`),
      ...(path.startsWith('action/') ? globals.filter(writesDirectly) : []).map(
        ({ line }) => `${path}:${line}: only ${LOG.writer} writes to the log`
      )
    ])
    .sort()

const writesDirectly = ({ name, how }: GlobalUse): boolean =>
  name === 'console' || (name === 'process' && /^\.(?:stdout|stderr)$/.test(how))
