import type { JsonObject } from '../../ground/json.js'
import { bitsOf, type StatedKind, statedBy } from './stated.js'

/** Names of members of which somebody asks an object, as one bit among those of all who ask. */
export type Telling = number

interface Asked {
  readonly bit: Telling
  readonly names: ReadonlySet<string>
  readonly stated: number
}

const asked: Asked[] = []

/** Whether an object has any of these members, or of those that state such facts, is to be asked by `tells`. */
export function telling(names: readonly string[], ...kinds: readonly StatedKind[]): Telling {
  if (asked.length === MOST) throw new Error(`More than ${MOST} lists of names do not fit into one number`)
  const bit = 1 << asked.length
  asked.push({ bit, names: new Set(names), stated: bitsOf(...kinds) })
  known.clear()
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
export const isTelling = (name: string, which: Telling): boolean => (ofName(name) & which) !== 0

/** The last two objects that were asked and what they have: of each result its own bag and that of its rule are asked in turns. */
let [one, other]: [JsonObject | null, JsonObject | null] = [null, null]
let [ofOne, ofOther] = [0, 0]

/**
 * Whether an object has a member of one of these names. Its names are looked at once for all who ask, as property bags are
 * small and asked a dozen times; nobody changes an object once it is read.
 */
export function tells(object: JsonObject | null, which: Telling): boolean {
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
