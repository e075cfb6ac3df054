import { Buffer } from 'node:buffer'
import { BACKSLASH, HEX, SIMPLE_ESCAPES } from './grammar.js'

/**
 * Short strings that were seen before, found by their raw bytes: rule ids, paths, member names. A direct-mapped
 * cache: a collision replaces the entry, so hostile input costs speed and never memory.
 */
export interface Interned {
  readonly strings: string[]
  readonly lengths: Uint8Array
  /** INTERNED_LENGTH bytes for each slot. */
  readonly bytes: Uint8Array
}

// Looked up once: it is asked for every byte.
const imul = Math.imul

const SLOTS = 4096
const INTERNED_LENGTH = 96

let shared: Interned | null = null

/** The cache of all readers: what a string is depends on its bytes alone, and files share their paths and rule ids. */
export function sharedStrings(): Interned {
  shared ??= {
    strings: new Array<string>(SLOTS).fill(''),
    lengths: new Uint8Array(SLOTS),
    bytes: new Uint8Array(SLOTS * INTERNED_LENGTH)
  }
  return shared
}

/**
 * The text of a checked string between its quotes, at most `cap` UTF-16 units of it and no half of a surrogate pair
 * at the cut. Lone surrogates in escapes and invalid UTF-8 become U+FFFD.
 */
export function textOf(
  interned: Interned,
  buffer: Buffer,
  start: number,
  end: number,
  cap: number,
  escaped: boolean,
  wide: boolean
): string {
  const length = end - start
  if (length > INTERNED_LENGTH || length > cap) return decode(buffer, start, end, cap, escaped, wide)
  let hash = length
  for (let at = start; at < end; at += 1) hash = (imul(hash, 31) + (buffer[at] as number)) | 0
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  if (matches(interned, slot, buffer, start, length)) return interned.strings[slot] as string
  const text = decode(buffer, start, end, cap, escaped, wide)
  interned.strings[slot] = text
  interned.lengths[slot] = length
  const from = slot * INTERNED_LENGTH
  for (let at = 0; at < length; at += 1) interned.bytes[from + at] = buffer[start + at] as number
  return text
}

function matches(interned: Interned, slot: number, buffer: Buffer, start: number, length: number): boolean {
  if (interned.lengths[slot] !== length) return false
  const { bytes } = interned
  const from = slot * INTERNED_LENGTH
  for (let at = 0; at < length; at += 1) {
    if (bytes[from + at] !== buffer[start + at]) return false
  }
  return true
}

function decode(buffer: Buffer, start: number, end: number, cap: number, escaped: boolean, wide: boolean): string {
  if (escaped) return unescaped(buffer, start, end, cap)
  if (!wide) return buffer.toString('latin1', start, end - start > cap ? start + cap : end)
  // A UTF-16 unit takes at most three bytes of UTF-8, so this much is enough for the cut.
  return cut(buffer.toString('utf8', start, end - start > cap * 3 + 3 ? start + cap * 3 + 3 : end), cap)
}

/** At most this many UTF-16 units, and not the first half of a surrogate pair alone. */
export function cut(text: string, cap: number): string {
  if (text.length <= cap) return text
  const last = cap > 0 ? text.charCodeAt(cap - 1) : 0
  const kept = text.slice(0, last >= 0xd800 && last < 0xdc00 ? cap - 1 : cap)
  // A slice would keep the whole text alive; a copy of its own does not.
  return Buffer.from(kept, 'utf8').toString('utf8')
}

let scratch = Buffer.alloc(4096)

/** Writes the unescaped text as UTF-8, which is never longer than its escaped form, and decodes that at once. */
function unescaped(buffer: Buffer, start: number, end: number, cap: number): string {
  const last = Math.min(end, cap < ESCAPE_FREE ? start + (cap + 1) * LONGEST_ESCAPE : end)
  if (scratch.length < last - start + LONGEST_ESCAPE) scratch = Buffer.alloc((last - start) * 2 + LONGEST_ESCAPE)
  let to = 0
  let at = start
  while (at < last) {
    const byte = buffer[at] as number
    if (byte !== BACKSLASH) {
      scratch[to] = byte
      to += 1
      at += 1
    } else if (buffer[at + 1] !== 0x75) {
      scratch[to] = SIMPLE_ESCAPES[buffer[at + 1] as number] as number
      to += 1
      at += 2
    } else {
      const code = codePoint(buffer, at, end)
      to = writeUtf8(code, to)
      at += code > 0xffff ? 12 : 6
    }
  }
  const text = cut(scratch.toString('utf8', 0, to), cap)
  if (scratch.length > SCRATCH_KEPT) scratch = Buffer.alloc(4096)
  return text
}

/** `\uXXXX`: the longest form of one UTF-16 unit. */
const LONGEST_ESCAPE = 6
const ESCAPE_FREE = 0x1000000
const SCRATCH_KEPT = 2 ** 20

/** The code point of the `\u` escape, of two where they are a surrogate pair; U+FFFD for a lone surrogate. */
function codePoint(buffer: Buffer, at: number, end: number): number {
  const unit = hexUnit(buffer, at)
  if (unit < 0xd800 || unit > 0xdfff) return unit
  if (unit > 0xdbff || at + 12 > end || buffer[at + 6] !== BACKSLASH || buffer[at + 7] !== 0x75) return 0xfffd
  const low = hexUnit(buffer, at + 6)
  return low < 0xdc00 || low > 0xdfff ? 0xfffd : ((unit - 0xd800) << 10) + (low - 0xdc00) + 0x10000
}

function hexUnit(buffer: Buffer, at: number): number {
  let unit = 0
  for (let digit = at + 2; digit < at + 6; digit += 1) unit = (unit << 4) | (HEX[buffer[digit] as number] as number)
  return unit
}

function writeUtf8(code: number, to: number): number {
  if (code < 0x80) {
    scratch[to] = code
    return to + 1
  }
  if (code < 0x800) {
    scratch[to] = 0xc0 | (code >> 6)
    scratch[to + 1] = 0x80 | (code & 0x3f)
    return to + 2
  }
  if (code < 0x10000) {
    scratch[to] = 0xe0 | (code >> 12)
    scratch[to + 1] = 0x80 | ((code >> 6) & 0x3f)
    scratch[to + 2] = 0x80 | (code & 0x3f)
    return to + 3
  }
  scratch[to] = 0xf0 | (code >> 18)
  scratch[to + 1] = 0x80 | ((code >> 12) & 0x3f)
  scratch[to + 2] = 0x80 | ((code >> 6) & 0x3f)
  scratch[to + 3] = 0x80 | (code & 0x3f)
  return to + 4
}
