import { type Fault, KEYS, type Key, PREFIX, takes, type Verb } from './command.js'

/** A value as the line writes it. */
export interface WrittenValue {
  readonly text: string
  readonly isQuoted: boolean
}

/** The arguments of a line: the first of each key, and what is wrong with how they are written. */
export interface Arguments {
  readonly values: ReadonlyMap<Key, WrittenValue>
  readonly faults: readonly Fault[]
  /** True where a quotation is not closed: then what follows it is not known to be missing. */
  readonly isOpen: boolean
}

/** The beginning of a line: its verb and the id after it, as they are written, and where they end. */
export interface LineStart {
  readonly verb: string
  readonly finding: string
  readonly end: number
  readonly faults: readonly Fault[]
}

/** More faults of one line than anybody mends. */
const MOST_FAULTS = 20

const BLANKS = /\s*/y
const WORD = /\S*/y

const matchAt = (pattern: RegExp, line: string, at: number): string => {
  pattern.lastIndex = at
  return pattern.exec(line)?.[0] ?? ''
}

/** Names the place where the parts are not separated by one space, which nobody sees. */
function separatorFault(run: string, at: number): readonly Fault[] {
  if (run === ' ') return []
  const other = run.search(/[^ ]/)
  const where =
    run === ''
      ? `: put one at character ${at + 1}`
      : other >= 0
        ? `: at character ${at + other + 1} stands another blank, write a plain space`
        : `: there are two at character ${at + 1}, leave one out`
  return [{ code: 'separator', sentence: `the parts of a command are separated by exactly one space${where}` }]
}

/** Reads verb and id of a line that begins with the name of the gate. */
export function readStart(line: string): LineStart {
  const before = matchAt(BLANKS, line, PREFIX.length)
  const verb = matchAt(WORD, line, PREFIX.length + before.length)
  const verbEnd = PREFIX.length + before.length + verb.length
  const between = matchAt(BLANKS, line, verbEnd)
  const finding = matchAt(WORD, line, verbEnd + between.length)
  const end = verbEnd + between.length + finding.length
  const faults = [...separatorFault(before, PREFIX.length), ...(finding === '' ? [] : separatorFault(between, verbEnd))]
  return { verb, finding, end, faults }
}

const NAME = /[A-Za-z_]{1,20}=/y

/** Reads `key=value` pairs from there to the end of the line. */
export function readArguments(line: string, start: number, verb: Verb | null): Arguments {
  const values = new Map<Key, WrittenValue>()
  const faults: Fault[] = []
  let [at, isOpen] = [start, false]
  let last: Key | null = null
  while (at < line.length && faults.length < MOST_FAULTS) {
    const blanks = matchAt(BLANKS, line, at)
    faults.push(...separatorFault(blanks, at))
    at += blanks.length
    const name = matchAt(NAME, line, at)
    if (name === '') {
      const word = matchAt(WORD, line, at)
      faults.push(ARGUMENT)
      continueValue(values, last, word)
      at += word.length
      continue
    }
    const key = KEYS.find(known => `${known}=` === name.toLowerCase()) ?? null
    faults.push(...nameFaults(name, key, verb, values))
    const value = readValue(line, at + name.length)
    faults.push(...value.faults)
    if (key !== null && !values.has(key) && (verb === null || takes(verb, key))) values.set(key, value)
    last = value.isQuoted ? null : key
    at = value.end
    isOpen ||= value.isOpen
  }
  return { values, faults, isOpen }
}

const ARGUMENT: Fault = { code: 'argument', sentence: 'after the finding id come only key=value pairs' }

/** Words after a bare reason are most likely the rest of it. */
function continueValue(values: Map<Key, WrittenValue>, last: Key | null, word: string): void {
  const before = last === 'reason' || last === 'controls' ? values.get(last) : undefined
  if (last !== null && before !== undefined) values.set(last, { ...before, text: `${before.text} ${word}` })
}

function nameFaults(
  name: string,
  key: Key | null,
  verb: Verb | null,
  values: ReadonlyMap<Key, WrittenValue>
): readonly Fault[] {
  if (key === null) return [{ code: 'unknown-key', sentence: `the keys are ${KEYS.join(', ')}` }]
  if (name !== name.toLowerCase()) return [{ code: 'argument', sentence: 'keys are written in lower-case letters' }]
  if (values.has(key)) return [{ code: 'duplicate-key', sentence: `${key} is given twice` }]
  if (verb === null || takes(verb, key)) return []
  return [{ code: 'forbidden-key', sentence: `${verb} does not take ${key}` }]
}

/** Quotation marks that look like the straight ones, and single ones. */
const CURLY = /[\u2018-\u201f\u00ab\u00bb\u300c\u300d\uff02']/

interface ReadValue extends WrittenValue {
  readonly end: number
  readonly isOpen: boolean
  readonly faults: readonly Fault[]
}

function readValue(line: string, start: number): ReadValue {
  if (line[start] === '"') {
    const close = line.indexOf('"', start + 1)
    if (close >= 0)
      return { text: line.slice(start + 1, close), isQuoted: true, end: close + 1, isOpen: false, faults: [] }
    const faults: readonly Fault[] = [{ code: 'unclosed-quote', sentence: 'a quoted value has no closing quote' }]
    return { text: line.slice(start + 1), isQuoted: true, end: line.length, isOpen: true, faults }
  }
  const word = matchAt(WORD, line, start)
  if (!CURLY.test(line[start] ?? '')) {
    return { text: word, isQuoted: false, end: start + word.length, isOpen: false, faults: [] }
  }
  const close = closingQuote(line, start)
  const end = close ?? start + word.length
  const sentence = `the value at character ${start + 1} is in curly or single quotes: write straight double ones (")`
  const text = line.slice(start + 1, close === null ? end : end - 1)
  return { text, isQuoted: true, end, isOpen: false, faults: [{ code: 'value', sentence }] }
}

/** After the first mark that stands before a blank or the end; null where there is none. */
function closingQuote(line: string, start: number): number | null {
  const close = new RegExp(`${CURLY.source}(?=\\s|$)`, 'g')
  close.lastIndex = start + 1
  return close.exec(line) === null ? null : close.lastIndex
}
