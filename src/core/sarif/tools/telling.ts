import type { JsonObject } from '../../ground/json.js'
import { bitsOf, type StatedKind, statedBy } from './stated.js'

interface Asked {
  readonly bit: number
  readonly names: ReadonlySet<string>
  readonly stated: number
}

const asked: Asked[] = []

/**
 * Members of these names, or that state such facts, are to be asked for by `tells`. Gives what stands for them there: one
 * bit among those of all who ask.
 */
export function telling(names: readonly string[], ...kinds: readonly StatedKind[]): number {
  if (asked.length === MOST) throw new Error(`More than ${MOST} lists of names do not fit into one number`)
  const bit = 1 << asked.length
  asked.push({ bit, names: new Set(names), stated: bitsOf(...kinds) })
  known.clear()
  one = null
  other = null
  return bit
}

/** Bits of a small integer, the sign left out. */
const MOST = 30

const MOST_KNOWN = 4096
const known = new Map<string, number>()

function ofName(name: string): number {
  const before = known.get(name)
  if (before !== undefined) return before
  const stated = statedBy(name)
  let bits = 0
  for (const each of asked) if (each.names.has(name) || (stated & each.stated) !== 0) bits |= each.bit
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(name, bits)
  return bits
}

/** Whether the name is one of these. */
export const isTelling = (name: string, which: number): boolean => (ofName(name) & which) !== 0

/** The last two objects that were asked and what they have: of each result its own bag and that of its rule are asked in turns. */
let one: JsonObject | null = null
let other: JsonObject | null = null
let ofOne = 0
let ofOther = 0

/**
 * Whether an object has a member of one of these names. Its names are looked at once for all who ask, as property bags are
 * small and asked a dozen times; nobody changes an object once it is read.
 */
export function tells(object: JsonObject | null, which: number): boolean {
  if (object === null) return false
  if (object === one) return (ofOne & which) !== 0
  if (object === other) return (ofOther & which) !== 0
  let bits = 0
  for (const name in object) bits |= ofName(name)
  other = one
  ofOther = ofOne
  one = object
  ofOne = bits
  return (bits & which) !== 0
}
