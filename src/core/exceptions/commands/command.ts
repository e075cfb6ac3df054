import type { ExceptionType } from '../exception.js'

/** Verbs that ask for something to be done about one finding. */
export const VERBS = ['request', 'approve', 'reject', 'revoke', 'break-glass'] as const
export type Verb = (typeof VERBS)[number]

/** Verbs that only ask to be told something, and take nothing else. */
export const QUESTIONS = ['help', 'status'] as const
export type Question = (typeof QUESTIONS)[number]

/** In the order in which the gate writes them. */
export const KEYS = ['sha', 'type', 'expires', 'owner', 'ticket', 'controls', 'reason'] as const
export type Key = (typeof KEYS)[number]

/** Which keys a verb takes. */
export const RULES: Record<Verb, { readonly required: readonly Key[]; readonly optional: readonly Key[] }> = {
  request: { required: ['reason'], optional: ['type', 'expires', 'ticket', 'controls', 'owner'] },
  approve: { required: ['sha', 'type', 'expires', 'owner', 'reason'], optional: ['ticket', 'controls'] },
  reject: { required: ['reason'], optional: [] },
  revoke: { required: ['reason'], optional: [] },
  'break-glass': { required: ['sha', 'ticket', 'reason'], optional: [] }
}

/** Whether a verb takes a key at all. */
export const takes = (verb: Verb, key: Key): boolean =>
  RULES[verb].required.includes(key) || RULES[verb].optional.includes(key)

/** How every command begins. */
export const PREFIX = '/gate'
/** Characters of a value without quotes, and of one in quotes. */
export const MAX_TOKEN = 200
export const MAX_QUOTED = 500

/** Why a line that is addressed to the gate is no command. */
const MALFORMED_CODES = [
  'lines', // the comment holds other lines than commands
  'separator', // not exactly one space between the parts
  'verb',
  'finding', // not `F-` and 32 lower-case hex digits
  'argument', // not key=value
  'unknown-key',
  'forbidden-key', // a key that this verb does not take
  'duplicate-key',
  'missing-key',
  'empty-value',
  'value', // a character that a bare value may not have
  'unclosed-quote',
  'too-long',
  'hidden-character', // control or format characters, such as those that turn the direction of text
  'placeholder', // what was to be filled in was left as it is
  'sha',
  'expires',
  'reason',
  'ticket',
  'type',
  'controls',
  'owner'
] as const
export type MalformedCode = (typeof MALFORMED_CODES)[number]

/** One thing that is wrong with a line. */
export interface Fault {
  readonly code: MalformedCode
  /** One sentence that quotes nothing of the line. */
  readonly sentence: string
}

/** A well-formed command: whether it counts is decided elsewhere. What a verb does not take is null or empty. */
export interface Command {
  readonly kind: 'command'
  readonly verb: Verb
  readonly finding: string
  readonly sha: string | null
  readonly type: ExceptionType | null
  /** A day of the calendar, `YYYY-MM-DD`. */
  readonly expires: string | null
  readonly reason: string
  readonly ticket: string | null
  readonly controls: readonly string[]
  /** With its `@`. */
  readonly owner: string | null
}

/** A question to the gate. */
export interface Inquiry {
  readonly kind: 'question'
  readonly verb: Question
}

/** What can be told of a line that may be no command: what it was most likely meant to say. Nothing follows from it. */
export interface Meaning {
  /** Null where nothing near a verb, or no id, stands in its place. */
  readonly verb: Verb | Question | null
  readonly finding: string | null
  /** The values that are in order by themselves, whatever is wrong with how they are written. */
  readonly values: ReadonlyMap<Key, string>
}

export interface Malformed {
  readonly kind: 'malformed'
  /** At least one, the first one found first. */
  readonly faults: readonly Fault[]
  /** Of the first fault. */
  readonly code: MalformedCode
  /** All faults in one sentence that quotes nothing of the line. */
  readonly problem: string
  readonly draft: Meaning
}

/** One line of a comment, read. */
export type ParsedLine = Command | Inquiry | Malformed

/** True for the id of a finding: `F-` and 32 lower-case hex digits. */
export const isFindingId = (text: string): boolean => /^F-[0-9a-f]{32}$/.test(text)

/** A question or a verb, by its exact name. */
export const isQuestion = (verb: string | null): verb is Question => QUESTIONS.some(name => name === verb)

/** A line of which nothing can be told. */
export const NOTHING_MEANT: Meaning = { verb: null, finding: null, values: new Map() }

/** A line with these faults, of which there is at least one; the same is told once. */
export function malformed(faults: readonly Fault[], draft: Meaning): Malformed {
  const sentences = [...new Set(faults.map(({ sentence }) => sentence))]
  return { kind: 'malformed', faults, code: faults[0]?.code ?? 'argument', problem: sentences.join('; '), draft }
}
