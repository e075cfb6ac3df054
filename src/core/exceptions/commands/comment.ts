import {
  type Command,
  type Fault,
  type Malformed,
  malformed,
  NOTHING_MEANT,
  type ParsedLine,
  PREFIX,
  QUESTIONS,
  VERBS
} from './command.js'
import { meaningOf, readLine } from './line.js'

/** More commands than one comment holds; who needs more writes another. */
const MOST_LINES = 50

const LINE_BREAK = /\r\n|\n/
/** Breaks that only some readers see, so that one line looks like two. */
const ODD_BREAK = /[\r\u0085\u2028\u2029]/
const BLANKS_AT_END = /[ \t]+$/

/**
 * Reads a comment as commands (contract §5), in the order of its lines; empty where it is not addressed to the gate. It is
 * a comment of commands from its first character on, and every line that is not empty begins with the name of the gate:
 * then each is judged on its own. Where anything else stands in it none of its lines is a command; that is told where a
 * line looks like one. What is quoted, fenced, indented or within HTML is not addressed to the gate.
 */
export function readComment(body: string): readonly ParsedLine[] {
  const isCommand = body.startsWith(PREFIX)
  if (!isCommand && !isTalkOfCommands(body)) return []
  const lines = body
    .split(LINE_BREAK)
    .map(line => line.replace(BLANKS_AT_END, ''))
    .filter(line => line !== '')
  if (lines.length > MOST_LINES) return [malformed([TOO_MANY], NOTHING_MEANT)]
  const isTalk = !isCommand || lines.some(line => !line.startsWith(PREFIX) || ODD_BREAK.test(line))
  if (isTalk) return lines.filter(isCommand ? isNamed : looksLikeCommand).map(line => refused(readLine(line), TALK))
  const read = lines.map(readLine)
  const open = read.findIndex(line => faultsOf(line).some(({ code }) => code === 'unclosed-quote'))
  // What follows an open quotation may be part of it.
  return read.map((line, index) => (open >= 0 && index > open ? refused(line, IN_QUOTATION) : line))
}

/** The commands of a comment: those of its lines that are in order. Nothing tells yet whether they count. */
export const commandsIn = (body: string): readonly Command[] =>
  readComment(body).flatMap(line => (line.kind === 'command' ? [line] : []))

/** Whether the gate has something to answer. */
export const isAddressed = (body: string): boolean => readComment(body).length > 0

const isNamed = (line: string): boolean => line.startsWith(PREFIX)

const NAMES: readonly string[] = [...VERBS, ...QUESTIONS]
const looksLikeCommand = (line: string): boolean =>
  line.startsWith(`${PREFIX} `) && NAMES.some(name => line.slice(PREFIX.length + 1).split(' ', 1)[0] === name)

/** Fences, quotations and HTML, anywhere: then a line may be somebody else's, or an example. */
const OF_OTHERS = /^[ \t]*(?:```|~~~|>)|<[A-Za-z!/?]/m

const isTalkOfCommands = (body: string): boolean =>
  body.includes(`\n${PREFIX} `) && !OF_OTHERS.test(body) && body.split(LINE_BREAK).some(looksLikeCommand)

const faultsOf = (line: ParsedLine): readonly Fault[] => (line.kind === 'malformed' ? line.faults : [])

function refused(line: ParsedLine, fault: Fault): Malformed {
  if (line.kind === 'question') return malformed([fault], { ...NOTHING_MEANT, verb: line.verb })
  return malformed([fault, ...faultsOf(line)], line.kind === 'command' ? meaningOf(line) : line.draft)
}

const TALK: Fault = {
  code: 'lines',
  sentence: 'a comment with a command holds nothing but commands, one a line, from its first character on'
}

const TOO_MANY: Fault = { code: 'lines', sentence: `a comment holds at most ${MOST_LINES} commands` }

const IN_QUOTATION: Fault = { code: 'lines', sentence: 'a line above it does not close its quotation' }
