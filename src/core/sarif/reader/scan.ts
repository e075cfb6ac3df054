import { BACKSLASH, HEX, QUOTE, SIMPLE_ESCAPES, SPECIAL } from './grammar.js'
import { fail, flaw, type Machine } from './machine.js'

/** The bytes at hand end before the token does; the machine knows where to go on. */
export const UNFINISHED = -1
/** The token is not JSON; the machine holds the problem. */
export const WRONG = -2

/** Position of the first byte that needs a second look. */
export function plainEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  while (at < end && SPECIAL[bytes[at] as number] === 0) at += 1
  return at
}

/**
 * Position of the quote that closes a string, from any place between two characters of it. Checks what it passes.
 * Control characters and invalid UTF-8 are flaws: the end of the string is not in doubt, so reading goes on.
 */
export function closingQuote(machine: Machine, start: number): number {
  const { buffer, end } = machine
  let at = start
  for (;;) {
    at = plainEnd(buffer, at, end)
    if (at >= end) return pause(machine, at)
    const byte = buffer[at] as number
    if (byte === QUOTE) return at
    const length =
      byte === BACKSLASH
        ? escapeLength(machine, at)
        : byte < 0x20
          ? controlLength(machine, at)
          : sequenceLength(machine, at)
    if (length === UNFINISHED) return pause(machine, at)
    if (length === WRONG) return WRONG
    at += length
  }
}

function pause(machine: Machine, at: number): number {
  machine.resume = at
  return UNFINISHED
}

function controlLength(machine: Machine, at: number): number {
  const code = (machine.buffer[at] as number).toString(16).padStart(2, '0')
  flaw(machine, at, `control character 0x${code} in a string`)
  return 1
}

/** Length of the escape at this position. */
function escapeLength(machine: Machine, at: number): number {
  const { buffer, end } = machine
  machine.escaped = true
  if (at + 1 >= end) return UNFINISHED
  const kind = buffer[at + 1] as number
  if (kind !== 0x75) {
    if (SIMPLE_ESCAPES[kind] !== 0) return 2
    fail(machine, at, 'bad escape in a string')
    return WRONG
  }
  for (let digit = at + 2; digit < at + 6; digit += 1) {
    if (digit >= end) return UNFINISHED
    if ((HEX[buffer[digit] as number] as number) > 15) {
      fail(machine, at, 'bad \\u escape in a string')
      return WRONG
    }
  }
  return 6
}

/** Length of the UTF-8 sequence at this position (RFC 3629 §4); 1 and a flaw where there is none. */
function sequenceLength(machine: Machine, at: number): number {
  const { buffer, end } = machine
  machine.wide = true
  const lead = buffer[at] as number
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
  if (length > 0 && at + 1 >= end) return UNFINISHED
  if (length === 0 || !isSecond(lead, buffer[at + 1] as number)) return badSequence(machine, at)
  for (let next = at + 2; next < at + length; next += 1) {
    if (next >= end) return UNFINISHED
    if (((buffer[next] as number) & 0xc0) !== 0x80) return badSequence(machine, at)
  }
  return length
}

/** Overlong forms, surrogates and code points beyond U+10FFFF all show in the second byte. */
function isSecond(lead: number, second: number): boolean {
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  return second >= lowest && second <= highest
}

function badSequence(machine: Machine, at: number): number {
  flaw(machine, at, 'invalid UTF-8')
  return 1
}

/** End of the number that starts here. A number ends only where another byte follows, so it can be UNFINISHED. */
export function numberEnd(machine: Machine, start: number): number {
  const { buffer, end } = machine
  const first = buffer[start] === MINUS ? start + 1 : start
  let at = digitsEnd(buffer, first, end)
  if (at < end && buffer[first] === ZERO && at > first + 1) return badNumber(machine, start)
  if (at < end && at > first && buffer[at] === DOT) at = someDigitsEnd(buffer, at + 1, end)
  if (at < end && at > first && ((buffer[at] as number) | 0x20) === 0x65) {
    const sign = at + 1 < end ? buffer[at + 1] : MINUS
    at = someDigitsEnd(buffer, sign === MINUS || sign === PLUS ? at + 2 : at + 1, end)
  }
  if ((at === first && at < end) || at === WRONG) return badNumber(machine, start)
  if (at < end) return at
  return end - start > LONGEST_NUMBER ? tooLong(machine, start) : UNFINISHED
}

/** No double has so many digits; it bounds what is read again when a number comes in many small chunks. */
const LONGEST_NUMBER = 65_536
const MINUS = 0x2d
const PLUS = 0x2b
const DOT = 0x2e
const ZERO = 0x30

function digitsEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  while (at < end && (bytes[at] as number) >= ZERO && (bytes[at] as number) <= 0x39) at += 1
  return at
}

function someDigitsEnd(bytes: Uint8Array, start: number, end: number): number {
  const at = digitsEnd(bytes, start, end)
  return at === start && at < end ? WRONG : at
}

function badNumber(machine: Machine, start: number): number {
  fail(machine, start, 'bad number')
  return WRONG
}

/** Records that a token is longer than the limit. */
export function tooLong(machine: Machine, start: number): number {
  fail(machine, start, 'a string, name or number is too long')
  return WRONG
}

const WORDS = ['true', 'false', 'null'].map(word => Uint8Array.from(word, letter => letter.charCodeAt(0)))

/** End of `true`, `false` or `null` that starts here. */
export function literalEnd(machine: Machine, start: number): number {
  const { buffer, end } = machine
  const word = WORDS.find(candidate => candidate[0] === buffer[start]) as Uint8Array
  for (let at = 0; at < word.length; at += 1) {
    if (start + at >= end) return UNFINISHED
    if (buffer[start + at] !== word[at]) {
      fail(machine, start, 'unknown word: neither true, false nor null')
      return WRONG
    }
  }
  return start + word.length
}
