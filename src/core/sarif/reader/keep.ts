import { type Draft, type DraftValue, fail, flaw, type Machine } from './machine.js'
import { KEEP, PLAIN } from './plan.js'

/** A value, and the name of a member, each cost about this much besides their text. */
const VALUE_BYTES = 64

/** Accounts for a value about to be held; false where it would be too much. */
export function hold(machine: Machine, at: number, text: number): boolean {
  machine.held += VALUE_BYTES + text
  if (machine.held <= machine.limits.held) return true
  fail(machine, at, `one result, or the rest of one run, holds more than ${machine.limits.held} bytes`)
  return false
}

/** Puts a finished value where it belongs: into the innermost container, or to those who follow the log's path. */
export function keep(machine: Machine, at: number, value: DraftValue, text: number): void {
  const { plan, container } = machine
  if (!hold(machine, at, text)) return
  if (plan === null || plan.role !== PLAIN || machine.target.role !== PLAIN) machine.path.scalar(machine, at, value)
  else if (machine.isObject[machine.depth] === 1) setMember(machine, at, container as Draft, value)
  else (container as DraftValue[]).push(value)
}

/** Sets the member at hand. The name may be anything, `__proto__` too: it becomes an own property. */
export function setMember(machine: Machine, at: number, draft: Draft, value: DraftValue): void {
  const { name } = machine
  const old = draft[name]
  const kept = old !== undefined && Object.hasOwn(draft, name) ? duplicate(machine, at, old, value) : value
  if (name !== '__proto__') draft[name] = kept
  else Object.defineProperty(draft, name, { value: kept, enumerable: true, configurable: true, writable: true })
}

/**
 * The value of a member that occurs twice. The same value twice says the same. Two different ones make the file
 * invalid, with one exception: dependency-check writes `security-severity` into a property bag once for each version
 * of CVSS that scores the vulnerability. So in an object that is kept whole, of two scores by such a name the greater
 * one counts, which can never make a finding milder, and the report of a real scanner stays readable.
 */
function duplicate(machine: Machine, at: number, old: DraftValue, value: DraftValue): DraftValue {
  if (JSON.stringify(old) === JSON.stringify(value)) return value
  const isRated = machine.plan?.kind === KEEP && /score|severity/i.test(machine.name)
  if (isRated && isScore(old) && isScore(value)) return Number(old) > Number(value) ? old : value
  flaw(machine, at, `duplicate member ${JSON.stringify(machine.name.slice(0, 80))} with different values`)
  return value
}

const isScore = (value: DraftValue): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && /^\d{1,2}(\.\d{1,4})?$/.test(value))
