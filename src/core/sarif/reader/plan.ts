import { OTHERS, type ProjectedMembers, type Projection } from '../input.js'
import type { Indexed } from './member-index.js'

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

/** What makes the plan of a member, once a file has the member: most files have few of those that are named. */
type Making = () => Plan

/** The members that an object's plan names. */
export interface MemberTable extends Indexed {
  readonly makings: readonly Making[]
  /** By position in `names`; null until a file has the member. */
  readonly plans: (Plan | null)[]
}

const keep: Plan = wholePlan()

function wholePlan(kind: typeof KEEP | typeof TEXT = KEEP, cap = UNLIMITED): Plan {
  const plan: { -readonly [Field in keyof Plan]: Plan[Field] } = {
    kind,
    cap,
    element: null,
    members: null,
    others: null,
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
  if (typeof projection === 'number') return wholePlan(TEXT, projection)
  const plan = compiled.get(projection) ?? containerPlan(projection)
  compiled.set(projection, plan)
  return plan
}

function containerPlan(projection: Exclude<Projection, true | number>): Plan {
  if (!isTree(projection)) return listPlan(compile(projection[0]), PLAIN)
  const members = Object.entries(projection).map(([name, value]) => [name, () => compile(value)] as const)
  return { ...membersPlan(members, PLAIN), others: othersOf(projection) }
}

function othersOf(projection: Projection | undefined): Plan['others'] {
  const asked = isTree(projection) ? projection[OTHERS] : undefined
  if (asked === undefined) return null
  return name => {
    const shape = asked(name)
    return shape === undefined ? null : compile(shape)
  }
}

/** The plan of an object on the way to the results: what the projection says, but always with this member. */
function pathPlan(projection: Projection | undefined, name: string, plan: Plan, role: Plan['role']): Plan {
  const named = isTree(projection) ? Object.entries(projection).filter(([other]) => other !== name) : []
  const members = named.map(([other, value]) => [other, () => compile(value)] as const)
  const way = membersPlan([...members, [name, () => plan]], role, projection === true ? keep : null)
  return { ...way, others: othersOf(projection) }
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
  kind: LIST,
  cap: MISPLACED_TEXT,
  element,
  members: null,
  others: null,
  role
})

function membersPlan(
  members: readonly (readonly [string, Making])[],
  role: Plan['role'],
  element: Plan | null = null
): Plan {
  const table: MemberTable = {
    names: members.map(([name]) => name),
    makings: members.map(([, making]) => making),
    plans: members.map(() => null),
    index: null
  }
  return { kind: MEMBERS, cap: MISPLACED_TEXT, element, members: table, others: null, role }
}

const lists = new WeakMap<Plan, Plan>()

/** Where an object is expected, the plan of a list of such objects; such a list is rare. */
export function listOf(plan: Plan): Plan {
  const made = lists.get(plan) ?? listPlan(plan, PLAIN)
  lists.set(plan, made)
  return made
}

/** The plan of the member at a position of `names`. */
export const memberPlan = (table: MemberTable, member: number): Plan => table.plans[member] ?? madePlan(table, member)

function madePlan(table: MemberTable, member: number): Plan {
  const plan = (table.makings[member] as Making)()
  table.plans[member] = plan
  return plan
}
