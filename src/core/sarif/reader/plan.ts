import { Buffer } from 'node:buffer'
import { OTHERS, type ProjectedMembers, type Projection } from '../input.js'

/**
 * A projection, compiled for reading. Where a value is not of the kind that the projection expects, its kind stays
 * visible and its content is skipped: a container becomes an empty one, a number, boolean or null stays as it is,
 * and a string is kept up to MISPLACED_TEXT characters (`message: "text"` is a real defect worth seeing). Where a text is
 * expected, a list is kept as a list of such texts.
 */
export interface Plan {
  readonly kind: typeof KEEP | typeof TEXT | typeof LIST | typeof MEMBERS
  /** Most characters kept of a string. */
  readonly cap: number
  /** For what has no name in the projection: elements of an array, further members of an object. Null: not kept. */
  readonly element: Plan | null
  /** For the members of an object; null where objects are not expected or are kept whole. */
  readonly members: MemberTable | null
  /** Asked for a member that has no name in the projection; null where no such member is kept. */
  readonly others: ((name: string) => Plan | null) | null
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

/** The members that an object's plan names, with an index by length and three bytes of the name. */
export interface MemberTable {
  readonly names: readonly string[]
  readonly plans: readonly Plan[]
  /** Of each name, once it was looked at: of most tables a file asks for a few. */
  readonly bytes: (Uint8Array | null)[]
  /** Position in `names`, by `slotOf`; -1 where empty. */
  readonly slots: Int16Array
}

const NOTHING = { element: null, members: null, others: null, role: 0 } as const

/** A plan for all that is inside, too. */
function wholePlan(kind: typeof KEEP | typeof TEXT, cap: number): Plan {
  const plan: { -readonly [Field in keyof Plan]: Plan[Field] } = { kind, cap, ...NOTHING }
  plan.element = plan
  return plan
}

const keep = wholePlan(KEEP, UNLIMITED)

/** Plans of texts, by how much is kept of them. */
const texts = new Map<number, Plan>()

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
  const plan = compiled.get(projection) ?? compileContainer(projection)
  compiled.set(projection, plan)
  return plan
}

function compileContainer(projection: Exclude<Projection, true | number>): Plan {
  if (!isTree(projection)) return listPlan(compile(projection[0]), PLAIN)
  const members = Object.entries(projection).map(([name, value]) => [name, compile(value)] as const)
  return { ...membersPlan(members, PLAIN), others: othersOf(projection) }
}

function othersOf(projection: ProjectedMembers): Plan['others'] {
  const asked = projection[OTHERS]
  if (asked === undefined) return null
  return name => {
    const shape = asked(name)
    return shape === undefined ? null : compile(shape)
  }
}

function textPlan(cap: number): Plan {
  const plan = texts.get(cap) ?? wholePlan(TEXT, cap)
  texts.set(cap, plan)
  return plan
}

/** The plan of an object on the way to the results: what the projection says, but always with this member. */
function pathPlan(projection: Projection | undefined, name: string, plan: Plan, role: Plan['role']): Plan {
  const named = isTree(projection) ? Object.entries(projection).filter(([other]) => other !== name) : []
  const members = [...named.map(([other, value]) => [other, compile(value)] as const), [name, plan] as const]
  const others = isTree(projection) ? othersOf(projection) : null
  return { ...membersPlan(members, role, projection === true ? keep : null), others }
}

const isTree = (projection: Projection | undefined): projection is ProjectedMembers =>
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
  ...NOTHING,
  kind: LIST,
  cap: MISPLACED_TEXT,
  element,
  role
})

function membersPlan(
  members: readonly (readonly [string, Plan])[],
  role: Plan['role'],
  element: Plan | null = null
): Plan {
  const names = members.map(([name]) => name)
  const table: MemberTable = {
    names,
    plans: members.map(([, plan]) => plan),
    bytes: names.map(() => null),
    slots: placed(names)
  }
  return { ...NOTHING, kind: MEMBERS, cap: MISPLACED_TEXT, element, members: table, role }
}

/** Where to look first for a name, by what tells most names apart: length, first, last and middle byte. */
const slotOf = (length: number, first: number, last: number, middle: number, mask: number): number =>
  (length * 37 + first * 31 + last * 17 + middle * 7) & mask

const bytesOf = (name: string): Uint8Array => Uint8Array.from(Buffer.from(name, 'utf8'))

/** The byte in the middle of so many. */
const middleOf = (length: number): number => length >> 1

function placed(names: readonly string[]): Int16Array {
  let size = 8
  while (size < names.length * 4) size *= 2
  const slots = new Int16Array(size).fill(-1)
  names.forEach((name, index) => {
    let slot = firstSlot(name, size - 1)
    while (slots[slot] !== -1) slot = (slot + 1) & (size - 1)
    slots[slot] = index
  })
  return slots
}

function firstSlot(name: string, mask: number): number {
  if (NOT_ASCII.test(name)) {
    const bytes = bytesOf(name)
    const { length } = bytes
    return slotOf(length, bytes[0] ?? 0, bytes[length - 1] ?? 0, bytes[middleOf(length)] ?? 0, mask)
  }
  const { length } = name
  const byteAt = (at: number): number => (length === 0 ? 0 : name.charCodeAt(at))
  return slotOf(length, byteAt(0), byteAt(length - 1), byteAt(middleOf(length)), mask)
}

/** Others have as many bytes as characters. */
const NOT_ASCII = /[^\0-\x7f]/

/** Position of the member whose name has exactly these bytes, or -1. */
export function findMember(table: MemberTable, bytes: Uint8Array, start: number, end: number): number {
  const { slots } = table
  const mask = slots.length - 1
  const length = end - start
  const first = length > 0 ? (bytes[start] as number) : 0
  const last = length > 0 ? (bytes[end - 1] as number) : 0
  const middle = length > 0 ? (bytes[start + middleOf(length)] as number) : 0
  let slot = slotOf(length, first, last, middle, mask)
  for (;;) {
    const index = slots[slot] as number
    if (index < 0 || sameBytes(nameBytes(table, index), bytes, start, length)) return index
    slot = (slot + 1) & mask
  }
}

function nameBytes({ bytes, names }: MemberTable, index: number): Uint8Array {
  const known = bytes[index] ?? null
  if (known !== null) return known
  const now = bytesOf(names[index] as string)
  bytes[index] = now
  return now
}

function sameBytes(name: Uint8Array, bytes: Uint8Array, start: number, length: number): boolean {
  if (name.length !== length) return false
  for (let at = 0; at < length; at += 1) {
    if (name[at] !== bytes[start + at]) return false
  }
  return true
}
