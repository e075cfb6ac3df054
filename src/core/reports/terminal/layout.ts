/** What the terminal can do; the caller knows. */
export interface TerminalKind {
  readonly colour: boolean
  /** Columns in which running text is wrapped; null or absent: it is not. */
  readonly width?: number | null | undefined
}

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const
export type Style = keyof typeof CODES
export type Paint = (style: Style, text: string) => string

export const paintFor =
  ({ colour }: Pick<TerminalKind, 'colour'>): Paint =>
  (style, text) =>
    colour && text !== '' ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text

/** Two columns wide in every terminal font (UAX 11, wide and fullwidth; emoji). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u

/** Columns that a text without control characters takes. */
export function columns(text: string): number {
  let sum = 0
  for (const character of text) sum += WIDE.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1
  return sum
}

/** Narrower than this nothing is wrapped: single words would stand below each other. */
const LEAST = 20

/**
 * Words set in lines of this width, the first after `first`, the others after `rest`, both of spaces or words of ours. A
 * word that is longer than a line stays whole, so that paths and ids can be copied.
 */
export function wrapped(text: string, width: number | null, first: string, rest: string): readonly string[] {
  if (width === null || width < LEAST) return [`${first}${text}`]
  const lines: string[] = []
  let line = first
  let used = columns(first)
  let isEmpty = true
  for (const word of text.split(' ')) {
    const size = columns(word)
    if (!isEmpty && used + 1 + size > width) {
      lines.push(line)
      line = rest
      used = columns(rest)
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    used += size + (isEmpty ? 0 : 1)
    isEmpty = false
  }
  return [...lines, line]
}

/** The part of a line and of the marks below it that fits, with what is marked in it. */
export function windowOf(lines: readonly string[], room: number | null): readonly string[] {
  if (room === null || room < LEAST || lines.every(line => columns(line) <= room)) return lines
  const [text = '', marks = null] = lines
  const [, number = ''] = /^(\d+ \| )/.exec(text) ?? []
  const fits = room - number.length
  const letters = [...text.slice(number.length)]
  const below = marks === null ? [] : [...marks.slice(number.length)]
  const end = below.length
  const start = end > fits ? Math.min(Math.max(0, below.indexOf('^') - 4), letters.length) : 0
  const gutter = marks?.slice(0, number.length) ?? ''
  const cut = (all: readonly string[]) => all.slice(start, start + Math.max(1, fits)).join('')
  return [`${number}${cut(letters)}`, ...(marks === null ? [] : [`${gutter}${cut(below)}`])]
}
