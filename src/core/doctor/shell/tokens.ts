/** A word of a shell script without its quotes, or an operator between commands. */
export interface Token {
  readonly kind: 'word' | 'operator'
  readonly text: string
  /** A word that is quoted, wholly or in part: no keyword of the shell. */
  readonly quoted: boolean
}

const OPERATORS = ['&&', '||', ';;', '|&', '\n', ';', '|', '&', '(', ')'] as const
const REDIRECTION = /(?:\d*(?:>>|>&|>\||<&|<>|>|<)(?!\()|&>>?)[ \t]*/y
const HEREDOC = /\d*<<(-?)[ \t]*(['"]?)([\w.-]+)\2/y
const FENCED = /\$\{\{[\s\S]*?\}\}/y
const PLAIN = /[^\s'"\\$`;&|()<>]+/y

interface TokenReading {
  readonly text: string
  readonly tokens: Token[]
  /** Here documents that begin at the next line. */
  readonly documents: { readonly word: string; readonly tabs: boolean }[]
}

/** Splits a script of a POSIX shell. Redirections, comments and here documents are left out: no command stands in them. */
export function tokensOf(script: string): readonly Token[] {
  const text = script.replaceAll('\r\n', '\n').replaceAll('\\\n', ' ')
  const reading: TokenReading = { text, tokens: [], documents: [] }
  let at = 0
  while (at < text.length) at = passedOver(reading, at) ?? taken(reading, at)
  return reading.tokens
}

/** The place behind what is no token; null where one begins. */
function passedOver({ text, documents }: TokenReading, at: number): number | null {
  const character = text[at]
  if (character === ' ' || character === '\t') return at + 1
  if (character === '#') return lineEnd(text, at)
  const document = matchAt(HEREDOC, text, at)
  if (document !== null) {
    documents.push({ word: document[3] ?? '', tabs: document[1] === '-' })
    return at + document[0].length
  }
  const redirection = matchAt(REDIRECTION, text, at)
  return redirection === null ? null : wordAt(text, at + redirection[0].length).end
}

/** Takes an operator or a word, and says where it ends. */
function taken({ text, tokens, documents }: TokenReading, at: number): number {
  const operator = OPERATORS.find(each => text.startsWith(each, at))
  if (operator !== undefined) {
    tokens.push({ kind: 'operator', text: operator, quoted: false })
    const end = at + operator.length
    return operator === '\n' ? behindDocuments(text, end, documents.splice(0)) : end
  }
  const word = wordAt(text, at)
  tokens.push({ kind: 'word', text: word.text, quoted: word.quoted })
  return Math.max(word.end, at + 1)
}

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function behindDocuments(text: string, start: number, documents: readonly { word: string; tabs: boolean }[]): number {
  let at = start
  for (const { word, tabs } of documents) {
    for (;;) {
      if (at >= text.length) return at
      const end = lineEnd(text, at)
      const line = text.slice(at, end)
      at = end + 1
      if ((tabs ? line.replace(/^\t+/, '') : line) === word) break
    }
  }
  return Math.min(at, text.length)
}

/** One word from a place on, with all that is quoted or substituted in it. */
function wordAt(
  text: string,
  start: number
): { readonly text: string; readonly quoted: boolean; readonly end: number } {
  let at = start
  let word = ''
  let quoted = false
  while (at < text.length) {
    const character = text[at] ?? ''
    const plain = matchAt(PLAIN, text, at)?.[0]
    const end = plain === undefined ? partEnd(text, at) : at + plain.length
    if (end === at) break
    const part = text.slice(at, end)
    if (character === "'" || character === '"' || character === '\\') quoted = true
    word += character === "'" || character === '"' ? part.slice(1, -1) : character === '\\' ? part.slice(1) : part
    at = end
  }
  return { text: word, quoted, end: at }
}

/** Where a quoted or substituted part ends; the same place where none begins. */
function partEnd(text: string, at: number): number {
  const character = text[at]
  const fenced = matchAt(FENCED, text, at)
  if (fenced !== null) return at + fenced[0].length
  if (character === "'") return closed(text.indexOf("'", at + 1), text)
  if (character === '"') return quoteEnd(text, at + 1)
  if (character === '`') return closed(text.indexOf('`', at + 1), text)
  if (character === '\\') return Math.min(at + 2, text.length)
  // What reads or feeds another process (`>(tee log)`) is one word.
  if ((character === '<' || character === '>') && text[at + 1] === '(') return parenthesisEnd(text, at + 2)
  if (character !== '$') return at
  if (text[at + 1] === '(') return parenthesisEnd(text, at + 2)
  if (text[at + 1] === '{') return closed(text.indexOf('}', at + 2), text)
  return at + 1
}

const closed = (index: number, text: string): number => (index < 0 ? text.length : index + 1)

function quoteEnd(text: string, start: number): number {
  let at = start
  while (at < text.length && text[at] !== '"') {
    if (text[at] === '\\') at += 2
    else if (text[at] === '$') at = Math.max(partEnd(text, at), at + 1)
    else at += 1
  }
  return Math.min(at + 1, text.length)
}

function parenthesisEnd(text: string, start: number): number {
  let at = start
  while (at < text.length && text[at] !== ')') {
    if (text[at] === '(') at = parenthesisEnd(text, at + 1)
    else at = Math.max(partEnd(text, at), at + 1)
  }
  return Math.min(at + 1, text.length)
}
