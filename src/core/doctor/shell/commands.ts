import { type Token, tokensOf } from './tokens.js'

/** What a command stands in: the condition or a branch of an `if`, a loop, a choice, a group, a function. */
export type Enclosure = 'condition' | 'then' | 'else' | 'loop' | 'case' | 'subshell' | 'group' | 'function'

/** A simple command of a script with what stands around it. */
export interface ShellCommand {
  readonly words: readonly string[]
  /** The operator before it and after it; null at the ends of the script. */
  readonly before: string | null
  readonly after: string | null
  readonly negated: boolean
  /** Outermost first, each with a number of its own. */
  readonly within: readonly { readonly kind: Enclosure; readonly id: number }[]
}

interface CommandReading {
  readonly commands: ShellCommand[]
  readonly within: { kind: Enclosure; id: number }[]
  words: string[]
  before: string | null
  negated: boolean
  ids: number
}

/** The simple commands of a script, in the order in which they are written. */
export function commandsOf(script: string): readonly ShellCommand[] {
  const reading: CommandReading = { commands: [], within: [], words: [], before: null, negated: false, ids: 0 }
  for (const token of tokensOf(script)) {
    if (token.kind === 'operator') operator(reading, token.text)
    else if (reading.words.length > 0 || token.quoted || !keyword(reading, token)) reading.words.push(token.text)
  }
  finish(reading, null)
  return reading.commands
}

function finish(reading: CommandReading, after: string | null): void {
  const { words, before, negated } = reading
  if (words.length > 0) reading.commands.push({ words, before, after, negated, within: [...reading.within] })
  // Line ends behind an operator do not end what it joins.
  const joins = words.length === 0 && after === '\n' && before !== null && before !== ';'
  if (!joins) reading.before = after
  reading.words = []
  if (!joins) reading.negated = false
}

function operator(reading: CommandReading, text: string): void {
  if (text === '(' && reading.words.length > 0) {
    reading.words = []
    open(reading, 'function')
  } else if (text === '(') open(reading, 'subshell')
  else if (text === ')') {
    finish(reading, text)
    if (reading.within.at(-1)?.kind === 'subshell') reading.within.pop()
    reading.before = text
  } else finish(reading, text)
}

function open(reading: CommandReading, kind: Enclosure): void {
  reading.ids += 1
  reading.within.push({ kind, id: reading.ids })
}

function turn(reading: CommandReading, kind: Enclosure): void {
  const last = reading.within.at(-1)
  if (last !== undefined) reading.within[reading.within.length - 1] = { kind, id: last.id }
}

const CLOSING = new Set(['fi', 'done', 'esac', '}'])

/** Takes a keyword of the shell where a command begins. */
function keyword(reading: CommandReading, { text }: Token): boolean {
  if (text === 'if' || text === 'while' || text === 'until') open(reading, 'condition')
  else if (text === 'for' || text === 'select') open(reading, 'loop')
  else if (text === 'case') open(reading, 'case')
  else if (text === 'then') turn(reading, 'then')
  else if (text === 'else') turn(reading, 'else')
  else if (text === 'elif') turn(reading, 'condition')
  else if (text === 'do') turn(reading, 'loop')
  else if (text === '{') {
    if (reading.within.at(-1)?.kind === 'function') turn(reading, 'function')
    else open(reading, 'group')
  } else if (CLOSING.has(text)) reading.within.pop()
  else if (text === '!') reading.negated = !reading.negated
  else return false
  if (text !== '!') reading.before = CLOSING.has(text) ? text : ';'
  return true
}
