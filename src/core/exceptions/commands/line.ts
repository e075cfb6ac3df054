import { nearest } from '../../yaml/nearest.js'
import { cleanText } from '../wording.js'
import {
  type Command,
  type Fault,
  isFindingId,
  isQuestion,
  type Key,
  type Meaning,
  malformed,
  type ParsedLine,
  QUESTIONS,
  RULES,
  VERBS,
  type Verb
} from './command.js'
import { readArguments, readStart, type WrittenValue } from './parts.js'
import { controlsOf, ownerOf, soundValues, typeOf, valueFaults } from './values.js'

const NAMES = [...VERBS, ...QUESTIONS]

/**
 * Reads one line that begins with the name of the gate (contract §5): its parts separated by single spaces, a verb, one
 * finding, each key at most once. A line with any fault is no command; all its faults are told, and what was most likely
 * meant.
 */
export function readLine(line: string): ParsedLine {
  const head = readStart(line)
  const verb = NAMES.find(name => name === head.verb) ?? null
  if (isQuestion(verb)) return question(verb, head.faults, line.length > head.end || head.finding !== '')
  const meant = verb ?? NAMES.find(name => name === nearest(visible(head.verb), NAMES)) ?? null
  const args = readArguments(line, head.end, isQuestion(meant) ? null : meant)
  const faults: readonly Fault[] = [
    ...head.faults,
    ...(verb === null ? [{ code: 'verb' as const, sentence: `the verb is one of ${NAMES.join(', ')}` }] : []),
    ...(isFindingId(head.finding) ? [] : [FINDING]),
    ...args.faults,
    ...(verb === null ? [] : missingFaults(verb, args.values, args.isOpen)),
    ...(isQuestion(meant) || meant === null ? [] : valueFaults(args.values, meant))
  ]
  const values = soundValues(args.values, isQuestion(meant) ? null : meant)
  if (faults.length === 0 && verb !== null) return build(verb, head.finding, args.values)
  return malformed(faults, { verb: meant, finding: idMeant(head.finding), values })
}

const visible = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '')

const FINDING: Fault = {
  code: 'finding',
  sentence: 'the verb is followed by one finding id: F- and 32 lower-case hex digits'
}

/** Digits in capitals are the same digits. */
function idMeant(text: string): string | null {
  const id = `F-${text.slice(2).toLowerCase()}`
  return isFindingId(id) ? id : null
}

function question(verb: (typeof QUESTIONS)[number], faults: readonly Fault[], hasMore: boolean): ParsedLine {
  const more: readonly Fault[] = hasMore ? [{ code: 'argument', sentence: `${verb} stands alone` }] : []
  const all = [...faults, ...more]
  return all.length === 0 ? { kind: 'question', verb } : malformed(all, { verb, finding: null, values: new Map() })
}

function missingFaults(verb: Verb, values: ReadonlyMap<Key, WrittenValue>, isOpen: boolean): readonly Fault[] {
  const missing = RULES[verb].required.filter(key => !values.has(key))
  if (!isOpen && missing.length > 0) {
    return [{ code: 'missing-key', sentence: `${verb} also needs ${missing.join(', ')}` }]
  }
  const isMitigated = verb === 'approve' && values.get('type')?.text === 'mitigated'
  return isMitigated && !values.has('controls') && !isOpen
    ? [{ code: 'controls', sentence: 'type=mitigated also needs controls' }]
    : []
}

/** Of values that have no fault. */
function build(verb: Verb, finding: string, values: ReadonlyMap<Key, WrittenValue>): Command {
  const get = (key: Key): string | null => values.get(key)?.text ?? null
  return {
    kind: 'command',
    verb,
    finding,
    sha: get('sha'),
    type: verb === 'break-glass' ? 'break-glass' : typeOf(get('type')),
    expires: get('expires'),
    reason: cleanText(get('reason') ?? ''),
    ticket: get('ticket'),
    controls: controlsOf(get('controls')),
    owner: ownerOf(get('owner'))
  }
}

/** The draft of a command that is one: for what is offered in its place. */
export function meaningOf(command: Command): Meaning {
  const { verb, finding, sha, type, expires, owner, ticket, controls, reason } = command
  const values: readonly (readonly [Key, string | null])[] = [
    ['sha', sha],
    ['type', verb === 'break-glass' ? null : type],
    ['expires', expires],
    ['owner', owner],
    ['ticket', ticket],
    ['controls', controls.length === 0 ? null : controls.join('; ')],
    ['reason', reason]
  ]
  return { verb, finding, values: new Map(values.flatMap(([key, text]) => (text === null ? [] : [[key, text]]))) }
}
