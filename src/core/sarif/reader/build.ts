import {
  AFTER_ELEMENT,
  AFTER_MEMBER,
  COLON,
  ELEMENT_OR_CLOSE,
  KEY_OR_CLOSE,
  LITERAL,
  NAME,
  NEXT,
  NUMBER,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  STRING
} from './grammar.js'
import { hold, keep, setMember } from './keep.js'
import { after, type Draft, type DraftValue, failUnexpected, type Machine } from './machine.js'
import { findMember } from './member-index.js'
import { KEEP, LIST, listOf, MEMBERS, type MemberTable, memberPlan, PLAIN, type Plan, TEXT, UNLIMITED } from './plan.js'
import { closingQuote, literalEnd, numberEnd, plainEnd, tooLong, UNFINISHED, WRONG } from './scan.js'
import { enter, skip } from './skip.js'
import { textOf } from './text.js'

/** Reads the bytes at hand, up to a token that they do not finish, the end of the text, or a problem. */
export function build(machine: Machine): void {
  const { buffer, end } = machine
  while (machine.fatal === null) {
    if (machine.floor >= 0 && !skip(machine)) return
    let at = machine.position
    let state = machine.state
    let action = state
    while (at < end) {
      action = NEXT[(state << 8) | (buffer[at] as number)] as number
      if (action >= STRING) break
      state = action
      at += 1
    }
    machine.position = at
    machine.state = state
    if (at >= end || !act(machine, at, action)) return
  }
}

/** Reads one token; false where it is unfinished or wrong. */
function act(machine: Machine, at: number, action: number): boolean {
  switch (action) {
    case STRING:
      return readString(machine, at)
    case NAME:
      return readName(machine, at)
    case NUMBER:
      return readScalar(machine, at, numberEnd(machine, at), numberValue)
    case LITERAL:
      return readScalar(machine, at, literalEnd(machine, at), literalValue)
    case OPEN_OBJECT:
    case OPEN_ARRAY:
      return open(machine, at, action)
    default:
      if (action < STRING || action > OPEN_ARRAY + 2) {
        failUnexpected(machine, at, machine.state)
        return false
      }
      machine.position = at + 1
      close(machine, at)
      return true
  }
}

function readScalar(
  machine: Machine,
  at: number,
  end: number,
  parse: (machine: Machine, at: number, end: number) => DraftValue
): boolean {
  if (end < 0) return false
  keep(machine, at, parse(machine, at, end), 0)
  machine.position = end
  machine.state = after(machine, machine.depth)
  return true
}

const literalValue = (machine: Machine, at: number): DraftValue => {
  const letter = machine.buffer[at]
  return letter === 0x6e ? null : letter === 0x74
}

/** A number beyond the range of doubles is not usable as one: it stays the text that it is, and is never Infinity. */
function numberValue(machine: Machine, at: number, end: number): DraftValue {
  if (end - at <= 9) {
    let integer = 0
    let digit = at
    while (digit < end && (machine.buffer[digit] as number) >= 0x30 && (machine.buffer[digit] as number) <= 0x39) {
      integer = integer * 10 + (machine.buffer[digit] as number) - 0x30
      digit += 1
    }
    if (digit === end) return integer
  }
  const text = machine.buffer.toString('latin1', at, end)
  const value = Number(text)
  return Number.isFinite(value) ? value : text
}

/** Position of the closing quote of the string that opens at this position, perhaps in an earlier chunk. */
function stringEnd(machine: Machine, at: number): number {
  let quote: number
  if (machine.resume > at) quote = closingQuote(machine, machine.resume)
  else {
    machine.escaped = false
    machine.wide = false
    quote = plainEnd(machine.buffer, at + 1, machine.end)
    if (quote < machine.end && machine.buffer[quote] === QUOTE) return quote
    quote = closingQuote(machine, quote)
  }
  if (quote >= 0) machine.resume = 0
  return quote
}

function readString(machine: Machine, at: number): boolean {
  const quote = stringEnd(machine, at)
  if (quote === WRONG || isTooLong(machine, at, quote, machine.target.cap)) return false
  if (quote === UNFINISHED) return readStart(machine, at)
  const text = stringText(machine, at + 1, quote, machine.target.cap)
  keep(machine, at, text, text.length)
  machine.position = quote + 1
  machine.state = after(machine, machine.depth)
  return true
}

const stringText = (machine: Machine, start: number, end: number, cap: number): string =>
  textOf(machine.interned, machine.buffer, start, end, cap, machine.escaped, machine.wide)

/** Bytes of a string that surely hold this many characters: none takes more than an escape. */
const enoughFor = (cap: number): number => cap * 6 + 12

/** True, with a problem, where more of a string would have to be held than the limit; the same for any chunks. */
function isTooLong(machine: Machine, at: number, quote: number, cap: number): boolean {
  const length = (quote < 0 ? machine.resume : quote) - at
  if (length <= machine.limits.token || enoughFor(cap) <= machine.limits.token) return false
  tooLong(machine, at)
  return true
}

/** Keeps the start of a string whose rest is not wanted as soon as there is enough of it, and skips the rest. */
function readStart(machine: Machine, at: number): boolean {
  const { cap } = machine.target
  if (machine.resume - at <= enoughFor(cap)) return false
  const text = stringText(machine, at + 1, machine.resume, cap)
  keep(machine, at, text, text.length)
  machine.position = machine.resume
  machine.resume = 0
  machine.state = after(machine, machine.depth)
  machine.floor = machine.depth
  machine.skippingString = true
  return true
}

function readName(machine: Machine, at: number): boolean {
  const quote = stringEnd(machine, at)
  if (quote === WRONG || isTooLong(machine, at, quote, UNLIMITED) || quote === UNFINISHED) return false
  const plan = machine.plan as Plan
  const member = plan.members === null ? -1 : memberAt(machine, plan.members, at + 1, quote)
  if (member >= 0) {
    const table = plan.members as MemberTable
    machine.name = table.names[member] as string
    machine.target = memberPlan(table, member)
  } else if (plan.element !== null) {
    machine.name = stringText(machine, at + 1, quote, UNLIMITED)
    machine.target = plan.element
    if (!hold(machine, at, quote - at)) return false
  } else if (plan.others === null || !isOther(machine, plan.others, at + 1, quote)) machine.floor = machine.depth
  machine.position = quote + 1
  machine.state = COLON
  return true
}

function memberAt(machine: Machine, table: MemberTable, start: number, end: number): number {
  if (!machine.escaped) return findMember(table, machine.buffer, start, end)
  return table.names.indexOf(stringText(machine, start, end, UNLIMITED))
}

/** Bytes of the longest name that is asked for: 64 characters, each as an escape. */
const MOST_ASKED = 64 * 6

/** Whether a member that the projection does not name is kept: then the machine is set for it. */
function isOther(machine: Machine, others: (name: string) => Plan | null, start: number, end: number): boolean {
  if (end - start > MOST_ASKED) return false
  const name = stringText(machine, start, end, UNLIMITED)
  const plan = others(name)
  if (plan === null) return false
  machine.name = name
  machine.target = plan
  return true
}

function open(machine: Machine, at: number, action: number): boolean {
  const { plan, depth } = machine
  const isObject = action === OPEN_OBJECT
  const { target: wanted } = machine
  const target = !isObject && wanted.kind === MEMBERS && wanted.role === PLAIN ? listOf(wanted) : wanted
  if ((plan === null || plan.role !== PLAIN || target.role !== PLAIN) && !machine.path.opens(machine, at, isObject)) {
    machine.floor = depth
    return machine.fatal === null
  }
  const value: DraftValue[] | Draft = isObject ? {} : []
  if (target.kind !== KEEP && target.kind !== (isObject ? MEMBERS : LIST) && (isObject || target.kind !== TEXT)) {
    keep(machine, at, value, 0)
    machine.floor = depth
    return true
  }
  if (!enter(machine, at, depth, action) || !hold(machine, at, 0)) return false
  machine.plans[depth] = plan
  machine.containers[depth] = machine.container
  machine.names[depth] = machine.name
  machine.plan = target
  machine.container = value
  machine.depth = depth + 1
  machine.position = at + 1
  machine.state = isObject ? KEY_OR_CLOSE : ELEMENT_OR_CLOSE
  if (!isObject) machine.target = target.element as Plan
  return true
}

/** Ends the innermost container. */
export function close(machine: Machine, at: number): void {
  const ended = machine.plan as Plan
  const value = machine.container as DraftValue[] | Draft
  const depth = machine.depth - 1
  const plan = machine.plans[depth] as Plan | null
  machine.depth = depth
  machine.plan = plan
  machine.container = machine.containers[depth] as DraftValue[] | Draft | null
  machine.name = machine.names[depth] as string
  machine.state = depth === 0 ? after(machine, 0) : machine.isObject[depth] === 1 ? AFTER_MEMBER : AFTER_ELEMENT
  if (plan === null || plan.role !== PLAIN || ended.role !== PLAIN) machine.path.closes(machine, at, ended, value)
  else keepContainer(machine, at, value)
}

/** Puts a finished container into the one around it. */
function keepContainer(machine: Machine, at: number, value: DraftValue): void {
  if (machine.isObject[machine.depth] === 1) setMember(machine, at, machine.container as Draft, value)
  else {
    const list = machine.container as DraftValue[]
    list.push(value)
    machine.target = (machine.plan as Plan).element as Plan
  }
}
