/**
 * The grammar of JSON (RFC 8259) as a table: state and byte give the next state, or an action where more is to do
 * than to step over one byte. Reading and skipping follow the same table, so both reject the same texts.
 */

/** What may come next. `AFTER_*`: behind a value, inside the container that the name says. */
export const VALUE = 0
export const ELEMENT_OR_CLOSE = 1
export const KEY_OR_CLOSE = 2
export const KEY = 3
export const COLON = 4
export const AFTER_MEMBER = 5
export const AFTER_ELEMENT = 6
export const DONE = 7

/** Actions; every number from here on is one, every number below is a state. */
export const STRING = 16
export const NAME = 17
export const NUMBER = 18
export const LITERAL = 19
export const OPEN_OBJECT = 20
export const OPEN_ARRAY = 21
export const CLOSE_OBJECT = 22
export const CLOSE_ARRAY = 23
const BAD = 24

export const QUOTE = 0x22
export const BACKSLASH = 0x5c

const STATES = [VALUE, ELEMENT_OR_CLOSE, KEY_OR_CLOSE, KEY, COLON, AFTER_MEMBER, AFTER_ELEMENT, DONE]

/** What a state expects, for messages. */
export const EXPECTED: readonly string[] = [
  'a value',
  'a value or ]',
  'a member name or }',
  'a member name',
  ':',
  ', or }',
  ', or ]',
  'the end of the file'
]

/** `NEXT[state << 8 | byte]`. */
export const NEXT: Uint8Array = buildTable()

function buildTable(): Uint8Array {
  const table = new Uint8Array(256 * STATES.length).fill(BAD)
  const on = (states: readonly number[], bytes: string, next: number) => {
    for (const state of states) {
      for (const byte of bytes) table[(state << 8) | byte.charCodeAt(0)] = next
    }
  }
  for (const state of STATES) on([state], ' \t\n\r', state)
  const value = [VALUE, ELEMENT_OR_CLOSE]
  on(value, '"', STRING)
  on(value, '-0123456789', NUMBER)
  on(value, 'tfn', LITERAL)
  on(value, '{', OPEN_OBJECT)
  on(value, '[', OPEN_ARRAY)
  on([KEY_OR_CLOSE, KEY], '"', NAME)
  on([COLON], ':', VALUE)
  on([AFTER_MEMBER], ',', KEY)
  on([AFTER_ELEMENT], ',', VALUE)
  on([KEY_OR_CLOSE, AFTER_MEMBER], '}', CLOSE_OBJECT)
  on([ELEMENT_OR_CLOSE, AFTER_ELEMENT], ']', CLOSE_ARRAY)
  return table
}

/** 1 for the bytes inside a string that need a second look: quote, backslash, control characters, non-ASCII. */
export const SPECIAL: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x20 || byte >= 0x80 || byte === QUOTE || byte === BACKSLASH ? 1 : 0
)

/** What the letter behind a backslash stands for; 0 where it is no escape. */
export const SIMPLE_ESCAPES: Uint8Array = new Uint8Array(256)
for (const [letter, code] of [
  ['"', 0x22],
  ['\\', 0x5c],
  ['/', 0x2f],
  ['b', 8],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9]
] as const) {
  SIMPLE_ESCAPES[letter.charCodeAt(0)] = code
}

/** Value of a hexadecimal digit; 255 for other bytes. */
export const HEX: Uint8Array = new Uint8Array(256).fill(255)
for (let digit = 0; digit < 16; digit += 1) {
  HEX[digit.toString(16).charCodeAt(0)] = digit
  HEX[digit.toString(16).toUpperCase().charCodeAt(0)] = digit
}
