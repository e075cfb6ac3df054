import { isUtf8 } from 'node:buffer'
import type { Place } from '../ground/errors.js'

/** UTF-8 without its byte order mark, or null where it is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  return isUtf8(bytes) ? new TextDecoder('utf-8').decode(bytes) : null
}

/** Turns offsets into a text (UTF-16 units) into places. */
export type Locate = (offset: number) => Place

/** The locator of one text. Line breaks are those of YAML 1.2 §5.4. */
export function locator(path: string, text: string): Locate {
  const starts = [0]
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + lineBreak.length)
  return offset => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { path, line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

/**
 * Offset of the `%` of a directive, or -1. Looked for in the text, because the parser drops directives it does not
 * know, and `%YAML 1.1` would change what `no` and `017` mean.
 */
export function findDirective(text: string): number {
  let start = 0
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.startsWith('%')) return start
    if (!/^[ \t]*(?:#.*)?$/.test(line)) return -1
    start += line.length
    start += text.startsWith('\r\n', start) ? 2 : 1
  }
  return -1
}

/** Characters by which people see another text than is read, wherever they stand; each can be written as an escape. */
const MISLEADING: readonly (readonly [RegExp, string, string])[] = [
  // YAML ends a line there, and viewers, git among them, do not: what follows would look like a part of a comment.
  [
    /\r(?!\n)/,
    'a carriage return without a line feed ends a line that people see going on',
    'Save the file with the line ends of Unix or Windows'
  ],
  // The other way round: what follows would look like a key of its own, and be part of a comment or a text.
  [
    /[\u0085\u2028\u2029]/,
    'an odd line separator begins a line for people and none for the gate',
    'Write a line feed, or in a quoted text `\\u2028`'
  ],
  // Trojan Source (CVE-2021-42574): marks that tell the direction of single letters are none of these.
  [
    /[\u202a-\u202e\u2066-\u2069]/,
    'a character that reorders text shows people another text than the gate reads',
    'Remove it; an editor that shows invisible characters finds it'
  ]
]

/** The first character by which people are misled, and what is wrong with it; null where there is none. */
export function findMisleading(text: string): { offset: number; message: string; hint: string } | null {
  const found = MISLEADING.flatMap(([pattern, message, hint]) => {
    const offset = text.search(pattern)
    return offset < 0 ? [] : [{ offset, message, hint }]
  })
  return found.sort((a, b) => a.offset - b.offset)[0] ?? null
}

const SYNTAX: readonly (readonly [RegExp, string, string])[] = [
  [/tab characters/, 'a tab is used for indentation', 'Indent with spaces'],
  [/maxDepth/, 'values are nested more than 50 levels deep', 'Flatten the file'],
  [
    /alias|anchor/,
    'anchors and aliases are not allowed',
    'Write the value out, or quote a text that begins with `*` or `&`'
  ],
  [/tag /, 'YAML tags are not allowed', 'Remove the word that begins with `!`, or quote the text'],
  [
    /multiline key|expected ':'/,
    'a key is not followed by `:`',
    'Write `key: value`, and quote a text that spans lines'
  ],
  [/missed comma/, 'a comma is missing in a list or mapping', 'Separate the entries by commas'],
  [/bad indentation/, 'the indentation does not fit the lines above', 'Indent all entries of a mapping or list alike'],
  [
    /deficient indentation/,
    'a quote, bracket or brace above is not closed, or this line is indented too little',
    'Close it, or indent the line'
  ],
  [/non-printable|null byte/, 'the file has characters that cannot be printed', 'Remove them'],
  [/unexpected end of the stream/, 'the file ends inside a value', 'Close the quote, bracket or brace'],
  [
    /end of the stream/,
    'there is text where nothing more is expected',
    'Check indentation and quotes of the lines above'
  ],
  [/unknown escape/, 'the escape sequence is unknown', 'Use single quotes, or write the backslash twice']
]

/** What a reason of the YAML parser, and the text before it, mean for the person who wrote the file. */
export function explainSyntax(reason: string, before: string): { readonly message: string; readonly hint: string } {
  const isTab = /(?:^|[\r\n]) *\t[^\r\n]*$/.test(before)
  const known = SYNTAX.find(([pattern]) => pattern.test(isTab ? 'tab characters' : reason))
  if (known) return { message: known[1], hint: known[2] }
  return { message: `this is not YAML: ${reason}`, hint: 'Check indentation, quotes and brackets' }
}

/**
 * The value of a plain scalar. Numbers only as JSON writes them: `017` and `0x1F` mean different numbers to different
 * readers of YAML, so they stay text here, and text where a number belongs is reported.
 */
export function resolvePlain(source: string): string | number | boolean | null {
  if (source === '' || source === '~' || /^(?:null|Null|NULL)$/.test(source)) return null
  if (/^(?:true|True|TRUE)$/.test(source)) return true
  if (/^(?:false|False|FALSE)$/.test(source)) return false
  if (!/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/.test(source)) return source
  const value = Number(source)
  return Number.isFinite(value) ? value : source
}

/** Whether a plain scalar is one of YAML's words for infinity and not-a-number. */
export const isNotFinite = (source: string): boolean => /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(source)
