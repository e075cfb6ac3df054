import { Buffer } from 'node:buffer'

/** An index of names: of few by length, first and last byte, of many by all bytes. */
interface MemberIndex {
  readonly bytes: readonly Uint8Array[]
  /** Position in `names`, by `slotOf` or `hashOf`; -1 where empty. */
  readonly slots: Int16Array
  /** Of `slotOf`; 0 where all bytes count. */
  readonly spread: number
}

/** Names, and how to find one. */
export interface Indexed {
  readonly names: readonly string[]
  /** Null until a file has an object with members of such names. */
  index: MemberIndex | null
}

function madeIndex(table: Indexed): MemberIndex {
  const bytes = table.names.map(name => Uint8Array.from(Buffer.from(name, 'utf8')))
  const index = { bytes, ...slotsFor(bytes) }
  table.index = index
  return index
}

const slotOf = (length: number, first: number, last: number, spread: number, mask: number): number =>
  (length * spread + first * 31 + last * (spread + 2)) & mask

/** FNV-1a of all bytes, folded: of many names some have ends and length in common. */
function hashOf(bytes: Uint8Array, start: number, end: number, mask: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
  return (hash ^ (hash >>> 15)) & mask
}

/** More names than this are told apart by all their bytes. */
const FEW = 32
/** Spreads that are tried: looking for the best one takes longer than a small scan. */
const SPREADS = 16

/** Looks for a spread without collisions; names that share a slot are found by probing. */
function slotsFor(names: readonly Uint8Array[]): Pick<MemberIndex, 'slots' | 'spread'> {
  let size = 8
  while (size < names.length * 4) size *= 2
  if (names.length > FEW) return { slots: placed(names, size, 0), spread: 0 }
  let best = { spread: 1, moved: names.length }
  for (let spread = 1; spread <= SPREADS && best.moved > 0; spread += 1) {
    const moved = collisions(names, size, spread)
    if (moved < best.moved) best = { spread, moved }
  }
  return { slots: placed(names, size, best.spread), spread: best.spread }
}

function collisions(names: readonly Uint8Array[], size: number, spread: number): number {
  return names.length - new Set(names.map(name => firstSlot(name, spread, size - 1))).size
}

function firstSlot(name: Uint8Array, spread: number, mask: number): number {
  if (spread === 0) return hashOf(name, 0, name.length, mask)
  return slotOf(name.length, name[0] ?? 0, name.at(-1) ?? 0, spread, mask)
}

function placed(names: readonly Uint8Array[], size: number, spread: number): Int16Array {
  const slots = new Int16Array(size).fill(-1)
  names.forEach((name, index) => {
    let slot = firstSlot(name, spread, size - 1)
    while (slots[slot] !== -1) slot = (slot + 1) & (size - 1)
    slots[slot] = index
  })
  return slots
}

/** Position of the member whose name has exactly these bytes, or -1. */
export function findMember(table: Indexed, bytes: Uint8Array, start: number, end: number): number {
  const { slots, spread, bytes: names } = table.index ?? madeIndex(table)
  const mask = slots.length - 1
  const length = end - start
  const first = length > 0 ? (bytes[start] as number) : 0
  const last = length > 0 ? (bytes[end - 1] as number) : 0
  let slot = spread === 0 ? hashOf(bytes, start, end, mask) : slotOf(length, first, last, spread, mask)
  for (;;) {
    const index = slots[slot] as number
    if (index < 0 || sameBytes(names[index] as Uint8Array, bytes, start, length)) return index
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
