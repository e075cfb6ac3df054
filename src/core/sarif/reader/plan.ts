import { Buffer } from 'node:buffer'
import type { Projection } from '../input.js'

/**
 * A projection, compiled for reading. Where a value is not of the kind that the projection expects, its kind stays
 * visible and its content is skipped: a container becomes an empty one, a number, boolean or null stays as it is,
 * and a string is kept up to MISPLACED_TEXT characters (`message: "text"` is a real defect worth seeing). Where a text or
 * an object is expected, a list is kept as a list of such texts or objects.
 */
export interface Plan {
  readonly kind: typeof KEEP | typeof TEXT | typeof LIST | typeof MEMBERS
  /** Most characters kept of a string. */
  readonly cap: number
  /** For what has no name in the projection: elements of an array, further members of an object. Null: not kept. */
  readonly element: Plan | null
  /** For the members of an object; null where objects are not expected or are kept whole. */
  readonly members: MemberTable | null
  /** Where an object is expected: the plan of a list of such objects. Null: a list in its place is skipped. */
  readonly list: Plan | null
  /** What the container means to a SARIF log. */
  readonly role: typeof PLAIN | typeof LOG | typeof RUNS | typeof RUN | typeof RESULTS
}

export const KEEP = 0
export const TEXT = 1
export const LIST = 2
export const MEMBERS = 3

export const PLAIN = 0
const LOG = 1
export const RUNS = 2
export const RUN = 3
export const RESULTS = 4

/** Strings in places where the projection expects something else. */
const MISPLACED_TEXT = 1024
/** Of a string: all of it. A small integer, so that the hot functions only ever see one kind of number. */
export const UNLIMITED = 0x3fffffff

/** The members that an object's plan names, with an index by length, first and last byte of the name. */
export interface MemberTable {
  readonly names: readonly string[]
  readonly bytes: readonly Uint8Array[]
  readonly plans: readonly Plan[]
  readonly byName: ReadonlyMap<string, number>
  /** Position in `names`, by `slotOf`; -1 where empty. */
  readonly slots: Int16Array
  readonly spread: number
}

const keep: Plan = wholePlan()

function wholePlan(): Plan {
  const plan: { -readonly [Field in keyof Plan]: Plan[Field] } = {
    kind: KEEP,
    cap: UNLIMITED,
    element: null,
    members: null,
    list: null,
    role: PLAIN
  }
  plan.element = plan
  return plan
}

/** Plans of logs that were made: a small scan is read faster than a plan is made. */
const known = new WeakMap<object, Plan>()
/** Plans of objects on the way, of which a projection names some in many places. */
const compiled = new WeakMap<object, Plan>()

/** The plan of a whole log. `runs[].results[]` is always followed, whether or not the projection names it. */
export function logPlan(projection: Projection): Plan {
  if (typeof projection !== 'object') return newPlan(projection)
  const plan = known.get(projection) ?? newPlan(projection)
  known.set(projection, plan)
  return plan
}

function newPlan(projection: Projection): Plan {
  const runs = memberOf(projection, 'runs')
  const run = elementOf(runs)
  const results = memberOf(run, 'results')
  const result = elementOf(results)
  const resultPlan = result === true || isTree(result) ? compile(result) : membersPlan([], PLAIN)
  const runPlan = pathPlan(run, 'results', listPlan(resultPlan, RESULTS), RUN)
  return pathPlan(projection, 'runs', listPlan(runPlan, RUNS), LOG)
}

function compile(projection: Projection): Plan {
  if (projection === true) return keep
  if (typeof projection === 'number') return textPlan(projection)
  const element = elementOf(projection)
  if (element !== undefined) return listPlan(compile(element), PLAIN)
  const plan =
    compiled.get(projection) ??
    membersPlan(
      Object.entries(projection).map(([name, value]) => [name, compile(value)]),
      PLAIN
    )
  compiled.set(projection, plan)
  return plan
}

function textPlan(cap: number): Plan {
  const plan: { -readonly [Field in keyof Plan]: Plan[Field] } = {
    kind: TEXT,
    cap,
    element: null,
    members: null,
    list: null,
    role: PLAIN
  }
  plan.element = plan
  return plan
}

/** The plan of an object on the way to the results: what the projection says, but always with this member. */
function pathPlan(projection: Projection | undefined, name: string, plan: Plan, role: Plan['role']): Plan {
  const others = isTree(projection) ? Object.entries(projection).filter(([other]) => other !== name) : []
  const members = [...others.map(([other, value]) => [other, compile(value)] as const), [name, plan] as const]
  return membersPlan(members, role, projection === true ? keep : null)
}

const isTree = (projection: Projection | undefined): projection is { readonly [member: string]: Projection } =>
  typeof projection === 'object' && !Array.isArray(projection)

function memberOf(projection: Projection | undefined, name: string): Projection | undefined {
  if (projection === true) return true
  return isTree(projection) && Object.hasOwn(projection, name) ? projection[name] : undefined
}

function elementOf(projection: Projection | undefined): Projection | undefined {
  if (projection === true) return true
  return Array.isArray(projection) ? (projection[0] as Projection) : undefined
}

const listPlan = (element: Plan, role: Plan['role']): Plan => ({
  kind: LIST,
  cap: MISPLACED_TEXT,
  element,
  members: null,
  list: null,
  role
})

function membersPlan(
  members: readonly (readonly [string, Plan])[],
  role: Plan['role'],
  others: Plan | null = null
): Plan {
  const names = members.map(([name]) => name)
  const bytes = names.map(name => Uint8Array.from(Buffer.from(name, 'utf8')))
  const table: MemberTable = {
    names,
    bytes,
    plans: members.map(([, plan]) => plan),
    byName: new Map(names.map((name, index) => [name, index])),
    ...slotsFor(bytes)
  }
  const plan: { -readonly [Field in keyof Plan]: Plan[Field] } = {
    kind: MEMBERS,
    cap: MISPLACED_TEXT,
    element: others,
    members: table,
    list: null,
    role
  }
  if (role === PLAIN) plan.list = listPlan(plan, PLAIN)
  return plan
}

const slotOf = (length: number, first: number, last: number, spread: number, mask: number): number =>
  (length * spread + first * 31 + last * (spread + 2)) & mask

/** Looks for a spread without collisions; names that cannot be told apart (same ends and length) share by probing. */
function slotsFor(names: readonly Uint8Array[]): { slots: Int16Array; spread: number } {
  let size = 8
  while (size < names.length * 4) size *= 2
  const looks = names.map(name => `${name.length} ${name[0]} ${name.at(-1)}`)
  // These collide by every spread: looking on would find no better one.
  const alike = names.length - new Set(looks).size
  let best = { slots: placed(names, size, 1), spread: 1, moved: collisions(names, size, 1) }
  for (let spread = 2; spread < 64 && best.moved > alike; spread += 1) {
    const moved = collisions(names, size, spread)
    if (moved < best.moved) best = { slots: placed(names, size, spread), spread, moved }
  }
  return best
}

function collisions(names: readonly Uint8Array[], size: number, spread: number): number {
  const taken = new Uint8Array(size)
  let moved = 0
  for (const name of names) {
    const slot = slotOf(name.length, name[0] ?? 0, name.at(-1) ?? 0, spread, size - 1)
    moved += taken[slot] ?? 0
    taken[slot] = 1
  }
  return moved
}

function placed(names: readonly Uint8Array[], size: number, spread: number): Int16Array {
  const slots = new Int16Array(size).fill(-1)
  names.forEach((name, index) => {
    let slot = slotOf(name.length, name[0] ?? 0, name.at(-1) ?? 0, spread, size - 1)
    while (slots[slot] !== -1) slot = (slot + 1) & (size - 1)
    slots[slot] = index
  })
  return slots
}

/** Position of the member whose name has exactly these bytes, or -1. */
export function findMember(table: MemberTable, bytes: Uint8Array, start: number, end: number): number {
  const { slots } = table
  const mask = slots.length - 1
  const length = end - start
  const first = length > 0 ? (bytes[start] as number) : 0
  const last = length > 0 ? (bytes[end - 1] as number) : 0
  let slot = slotOf(length, first, last, table.spread, mask)
  for (;;) {
    const index = slots[slot] as number
    if (index < 0 || sameBytes(table.bytes[index] as Uint8Array, bytes, start, length)) return index
    slot = (slot + 1) & mask
  }
}

function sameBytes(name: Uint8Array, bytes: Uint8Array, start: number, length: number): boolean {
  if (name.length !== length) return false
  for (let at = 0; at < length; at += 1) {
    if (name[at] !== bytes[start + at]) return false
  }
  return true
}
