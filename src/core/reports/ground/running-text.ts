/** A stretch of running text: words that may stand as they are, or what is shown as code, with punctuation round it. */
export type TextPiece =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'code'; readonly before: string; readonly code: string; readonly after: string }

const OPENING = /^["'(“‘（「『]*/
const CLOSING = /["')”’）」』.,;:!?%。，、：；！？…]*$/
// Letters and digits, inside also - ' . / , between them: nothing that Markdown or GitHub gives a meaning. A colon only
// before a capital, since `:word:` is a picture; a plural in brackets.
const PLAIN =
  /^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:[-'’./,–—。，、：；！？（）「」『』“”…]|:(?=\p{Lu}))[\p{L}\p{N}\p{M}]+)*(?:\(e?s\))?$/u
/** Signs between words that mean nothing where they stand alone within a line. */
const SIGNS = new Set(['·', '/', '–', '—', '&', '=', '->', '=>', '≥'])
const LINKS = [
  /www\./i, // https://github.github.com/gfm/#autolinks-extension-
  /[A-Za-z]-\d/, // GH-1, and the references that a repository may define itself
  /(?<![0-9A-Za-z_])[0-9a-f]{7,}(?![0-9A-Za-z_])/i // commits
]
/** Words that a bracket or a backtick may hold together. */
const MOST_WORDS = 12

const PAIRS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}']
]
const times = (text: string, sign: string): number => text.split(sign).length - 1
/** Brackets that are opened and not closed; negative where more are closed. */
const open = (text: string, [first, last]: readonly [string, string]): number => times(text, first) - times(text, last)

interface Peeled {
  readonly opening: string
  readonly core: string
  readonly closing: string
}

/** A text split into the punctuation round it and the rest, which keeps the brackets that belong to it. */
function peel(text: string): Peeled {
  const opening = OPENING.exec(text)?.[0] ?? ''
  const closing = CLOSING.exec(text.slice(opening.length))?.[0] ?? ''
  let [start, end] = [opening.length, text.length - closing.length]
  while (text[end] === ')' && open(text.slice(start, end), ['(', ')']) > 0) end += 1
  while (start > 0 && text[start - 1] === '(' && open(text.slice(start, end), ['(', ')']) < 0) start -= 1
  return { opening: text.slice(0, start), core: text.slice(start, end), closing: text.slice(end) }
}

function isPlain(word: string, index: number): boolean {
  if (SIGNS.has(word)) return index > 0
  const { core, closing } = peel(word)
  const isListMarker = index === 0 && /^\d+$/.test(core) && /^[.)]/.test(closing) // CommonMark §5.2
  return (
    PLAIN.test(core) && !isListMarker && (word.match(/:/g) ?? []).length < 2 && !LINKS.some(link => link.test(word))
  )
}

/** How many words from here on belong together: to the backtick that closes, or until the brackets are. */
function together(words: readonly string[], from: number): number {
  const isClosed = (text: string): boolean =>
    times(text, '`') % 2 === 0 && PAIRS.every(pair => open(peel(text).core, pair) <= 0)
  for (let length = 1; length <= MOST_WORDS && from + length <= words.length; length += 1)
    if (isClosed(words.slice(from, from + length).join(' '))) return length
  return 1
}

function codeOf(words: readonly string[]): TextPiece {
  const text = words.join(' ')
  const { opening, core, closing } = peel(text)
  // Scanners write backticks round names as well: then what they enclose is the code that was meant.
  return core === ''
    ? { kind: 'code', before: '', code: text, after: '' }
    : { kind: 'code', before: opening, code: core.replace(/^`([^`]+)`$/, '$1'), after: closing }
}

/**
 * One line of running text in pieces: plain words stay, every other word becomes code, neighbours in one. An allow
 * list, so what is not known to be harmless is never raw. Brackets and backticks hold together what they enclose.
 */
export function textPieces(line: string): readonly TextPiece[] {
  const words = line.split(' ').filter(word => word !== '')
  const pieces: TextPiece[] = []
  let risky: string[] = []
  const flush = (): void => {
    if (risky.length > 0) pieces.push(codeOf(risky))
    risky = []
  }
  for (let index = 0; index < words.length; ) {
    const word = words[index] ?? ''
    if (isPlain(word, index)) {
      flush()
      pieces.push({ kind: 'plain', text: word })
      index += 1
      continue
    }
    const length = together(words, index)
    const own = words.slice(index, index + length)
    // What the scanner itself marks as code is a stretch of its own.
    const isMarked = /^["'(]*`[^`]+`[^`]*$/.test(own.join(' '))
    if (isMarked) flush()
    risky.push(...own)
    if (isMarked) flush()
    index += length
  }
  flush()
  return pieces
}
