import { type Arrow, arrowsOf, circles, folderOf, foldersAbove } from './graph.js'
import { DECLARATIONS, FLOORS, FOUNDATION, LIMITS, LOG, PURE, type Rooms, TERMINAL } from './rooms.js'
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

/** Whether one folder is the other, or one of its parts. */
const isWithin = (folder: string, other: string): boolean => folder === other || folder.startsWith(`${other}/`)

/** Whether one folder is part of the other. `.` and `core` are floors, on which the rooms stand beside each other. */
const isOfOneRoom = (folder: string, other: string): boolean =>
  (isWithin(folder, other) && !FLOORS.includes(other)) || (isWithin(other, folder) && !FLOORS.includes(folder))

function strayArrow({ from, to, line }: Arrow, rooms: Rooms): readonly string[] {
  const [room, other] = [folderOf(from), folderOf(to)]
  if (room === other || isOfOneRoom(room, other) || rooms[room] === undefined) return []
  if (FOUNDATION.includes(other) && !UNDERGROUND.includes(room)) return []
  if (rooms[room].imports.some(allowed => isWithin(other, allowed))) return []
  return [`${from}:${line}: ${room} must not import ${other} (${to})`]
}

/** What stands below the foundation, or is it. */
const UNDERGROUND: readonly string[] = [...FOUNDATION, 'generated']

/** An arrow that nobody takes any more would let one come back unseen. */
function unusedArrows(arrows: readonly Arrow[], rooms: Rooms): readonly string[] {
  const taken = arrows.map(({ from, to }) => [folderOf(from), folderOf(to)] as const)
  return arrowsIn(rooms)
    .filter(([room, other]) => !taken.some(([from, to]) => from === room && isWithin(to, other)))
    .map(([room, other]) => `${room} → ${other} is in the table of rooms and nobody takes it`)
}

/** The table itself goes one way: a room and its parts stand below whatever it imports, parts and all. */
function upwardArrows(rooms: Rooms): readonly string[] {
  const order = Object.keys(rooms)
  const lastOf = (other: string) => order.findLastIndex(room => isWithin(room, other))
  return arrowsIn(rooms)
    .filter(([room, other]) => lastOf(other) >= order.indexOf(room))
    .map(([room, other]) => `${room} → ${other} goes up in the table of rooms`)
}

const arrowsIn = (rooms: Rooms): readonly (readonly [room: string, other: string])[] =>
  Object.entries(rooms).flatMap(([room, { imports }]) => imports.map(other => [room, other] as const))

function strayPackages({ path, imports }: SourceModule, rooms: Rooms): readonly string[] {
  const allowed = rooms[folderOf(path)]?.packages ?? []
  return imports.flatMap(({ line, specifier }) =>
    specifier === null || specifier.startsWith('.') || allowed.includes(specifier)
      ? []
      : [`${path}:${line}: ${folderOf(path)} must not import ${specifier}`]
  )
}

/** Files that start a program: the Action and the command line. */
const ENTRIES: readonly string[] = ['action.ts', 'cli.ts']

/** Modules that neither entry comes to: nothing runs them, so nothing that they say is so. */
export function orphanOffences({ files, modules }: House): readonly string[] {
  const { arrows } = arrowsOf(modules, new Set(files))
  const reached = new Set<string>(ENTRIES)
  // A set that grows while it is walked is walked to its end.
  for (const path of reached) for (const { from, to } of arrows) if (from === path) reached.add(to)
  return modules
    .filter(({ path }) => !reached.has(path) && !path.endsWith('.d.ts'))
    .map(({ path }) => `${path}: nobody imports it`)
    .sort()
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
      .filter(
        path =>
          path.endsWith('.d.ts') &&
          !DECLARATIONS.some(place => path === place || (place.endsWith('/') && path.startsWith(place)))
      )
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
    .filter(({ path }) => path.startsWith('action/') && path !== LOG.writer)
    .flatMap(({ path, imports, members, globals }) =>
      [
        ...imports.filter(({ specifier }) => specifier === '@actions/core' && path !== LOG.toolkit),
        ...members.filter(({ name }) => LOG.prints.includes(name)),
        ...globals.filter(writesDirectly)
      ].map(({ line }) => `${path}:${line}: only ${LOG.writer} writes to the log`)
    )
    .sort()

/** Only one module writes to standard error, and to the process at all: what it is given by the line it cleans. */
export const terminalOffences = ({ modules }: House): readonly string[] =>
  modules
    .filter(({ path }) => path !== TERMINAL.writer && !path.startsWith('action/') && !isGenerated(path))
    .flatMap(({ path, members, globals }) =>
      [...members.filter(({ name }) => TERMINAL.prints.includes(name)), ...globals.filter(writesDirectly)].map(
        ({ line }) => `${path}:${line}: only ${TERMINAL.writer} writes to the terminal`
      )
    )
    .sort()

const writesDirectly = ({ name, how }: GlobalUse): boolean =>
  name === 'console' || (name === 'process' && /^\.(?:stdout|stderr)$/.test(how))
