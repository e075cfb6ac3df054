import { isCalendarDate } from '../time/calendar.js'
import { EXCEPTION_TYPES, type ExceptionType } from './exception.js'
import { cleanText, isTicket, reasonProblem, toLogin } from './wording.js'

export const VERBS = ['request', 'approve', 'reject', 'revoke', 'break-glass'] as const
export type Verb = (typeof VERBS)[number]

const KEYS = ['sha', 'expires', 'reason', 'ticket', 'type', 'controls', 'owner'] as const
type Key = (typeof KEYS)[number]

/** Why a body that begins with `/gate` is no command. */
const MALFORMED_CODES = [
  'lines', // more than one line
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
  'sha',
  'expires',
  'reason',
  'ticket',
  'type',
  'controls',
  'owner'
] as const
export type MalformedCode = (typeof MALFORMED_CODES)[number]

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

export interface Malformed {
  readonly kind: 'malformed'
  readonly code: MalformedCode
  /** One sentence that quotes nothing of the body. */
  readonly problem: string
}

export type ParsedComment = Command | Malformed | { readonly kind: 'none' }

const RULES: Record<Verb, { readonly required: readonly Key[]; readonly optional: readonly Key[] }> = {
  request: { required: ['reason'], optional: ['type', 'expires', 'ticket', 'controls', 'owner'] },
  approve: { required: ['sha', 'type', 'expires', 'owner', 'reason'], optional: ['ticket', 'controls'] },
  reject: { required: ['reason'], optional: [] },
  revoke: { required: ['reason'], optional: [] },
  'break-glass': { required: ['sha', 'ticket', 'reason'], optional: [] }
}

const PREFIX = '/gate'
const MAX_TOKEN = 200
const MAX_QUOTED = 500

/**
 * Reads a comment as a command (contract §5). The whole body is the command: one line that begins at its first
 * character, its parts separated by single spaces. A command inside a quotation, a code block or other text is none.
 */
export function parseCommand(body: string): ParsedComment {
  if (!body.startsWith(PREFIX)) return { kind: 'none' }
  const line = body.replace(/\r?\n$/, '')
  if (/[\n\r\u0085\u2028\u2029]/.test(line)) return malformed('lines', 'a command is the only line of its comment')
  const head = readHead(line)
  if ('kind' in head) return head
  const args = readArguments(line, head.end, head.verb)
  return args instanceof Map ? build(head.verb, head.finding, args) : args
}

const malformed = (code: MalformedCode, problem: string): Malformed => ({ kind: 'malformed', code, problem })

/** Names the place where the parts are not separated by one space, which nobody sees. */
function separatorProblem(line: string, from: number): Malformed {
  const rest = line.slice(from)
  const [twice, other, last] = [rest.search(/ {2}/), rest.search(/[^\S ]/), rest.search(/ $/)]
  const where =
    twice >= 0
      ? `: there are two at character ${from + twice + 1}, leave one out`
      : other >= 0
        ? `: at character ${from + other + 1} stands another blank, write a plain space`
        : last >= 0
          ? `: take the one at the end, character ${from + last + 1}, away`
          : `: put one at character ${from + 1}`
  return malformed('separator', `the parts of a command are separated by exactly one space${where}`)
}

function readHead(line: string): { verb: Verb; finding: string; end: number } | Malformed {
  if (line[PREFIX.length] !== ' ') return separatorProblem(line, PREFIX.length)
  const verbEnd = endOfPart(line, PREFIX.length + 1)
  const verb = VERBS.find(name => name === line.slice(PREFIX.length + 1, verbEnd))
  if (verbEnd === PREFIX.length + 1) return separatorProblem(line, PREFIX.length)
  if (verb === undefined) return malformed('verb', `the verb is one of ${VERBS.join(', ')}`)
  const end = endOfPart(line, verbEnd + 1)
  const finding = line.slice(verbEnd + 1, end)
  if (finding === '' && end < line.length) return separatorProblem(line, verbEnd)
  if (!isFindingId(finding)) {
    return malformed('finding', 'the verb is followed by one finding id: F- and 32 lower-case hex digits')
  }
  return { verb, finding, end }
}

/** True for the id of a finding: `F-` and 32 lower-case hex digits. */
export const isFindingId = (text: string): boolean => /^F-[0-9a-f]{32}$/.test(text)

function endOfPart(line: string, start: number): number {
  const space = line.indexOf(' ', start)
  return space < 0 ? line.length : space
}

function readArguments(line: string, start: number, verb: Verb): Map<Key, string> | Malformed {
  const args = new Map<Key, string>()
  let at = start
  while (at < line.length) {
    // A closing quote or the id may be followed by a space only.
    if (line[at] !== ' ' || at + 1 === line.length || line[at + 1] === ' ') return separatorProblem(line, at)
    const name = /[a-z_]{1,20}=/y
    name.lastIndex = at + 1
    const [written] = name.exec(line) ?? []
    if (written === undefined) return malformed('argument', 'after the finding id come only key=value pairs')
    const key = KEYS.find(known => `${known}=` === written)
    const problem =
      key === undefined ? malformed('unknown-key', `the keys are ${KEYS.join(', ')}`) : keyProblem(key, verb, args)
    if (key === undefined || problem) return problem ?? separatorProblem(line, at)
    const value = readValue(line, name.lastIndex)
    if ('kind' in value) return value
    args.set(key, value.text)
    at = value.end
  }
  const missing = RULES[verb].required.filter(key => !args.has(key))
  return missing.length > 0 ? malformed('missing-key', `${verb} also needs ${missing.join(', ')}`) : args
}

function keyProblem(key: Key, verb: Verb, args: ReadonlyMap<Key, string>): Malformed | null {
  if (args.has(key)) return malformed('duplicate-key', `${key} is given twice`)
  const { required, optional } = RULES[verb]
  if (required.includes(key) || optional.includes(key)) return null
  return malformed('forbidden-key', `${verb} does not take ${key}`)
}

function readValue(line: string, start: number): { text: string; end: number } | Malformed {
  if (line[start] === '"') {
    const close = line.indexOf('"', start + 1)
    if (close < 0) return malformed('unclosed-quote', 'a quoted value has no closing quote')
    return checkValue(line.slice(start + 1, close), close + 1, MAX_QUOTED)
  }
  const end = endOfPart(line, start)
  const value = checkValue(line.slice(start, end), end, MAX_TOKEN)
  if (CURLY.test(line[start] ?? '')) {
    const place = `the value at character ${start + 1}`
    return malformed('value', `${place} is in curly or single quotes: write straight double ones (")`)
  }
  if ('kind' in value || /^[A-Za-z0-9._/:@#-]+$/.test(value.text)) return value
  return malformed('value', 'a value with other than letters, digits and -_./:@# stands in double quotes')
}

/** Quotation marks that look like the straight ones, and single ones. */
const CURLY = /^[\u2018-\u201f\u00ab\u00bb\u300c\u300d\uff02']/

function checkValue(text: string, end: number, max: number): { text: string; end: number } | Malformed {
  // Two code units make a character at most: what is longer need not be counted.
  if (text.length > 2 * max || [...text].length > max) {
    return malformed('too-long', `a quoted value has at most ${MAX_QUOTED} characters, another at most ${MAX_TOKEN}`)
  }
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)) {
    return malformed('hidden-character', 'a value holds control or format characters')
  }
  return cleanText(text) === '' ? malformed('empty-value', 'a value is empty') : { text, end }
}

function build(verb: Verb, finding: string, args: ReadonlyMap<Key, string>): Command | Malformed {
  const get = (key: Key): string | null => args.get(key) ?? null
  const controls = (get('controls') ?? '').split(';').map(cleanText).filter(Boolean)
  const type = EXCEPTION_TYPES.find(name => name === get('type')) ?? null
  const owner = get('owner') === null ? null : ownerOf(get('owner') ?? '')
  const command: Command = {
    kind: 'command',
    verb,
    finding,
    sha: get('sha'),
    type: verb === 'break-glass' ? 'break-glass' : type,
    expires: get('expires'),
    reason: cleanText(get('reason') ?? ''),
    ticket: get('ticket'),
    controls,
    owner
  }
  return valueProblem(command, args) ?? command
}

const ownerOf = (text: string): string | null => (text.startsWith('@') ? toLogin(text) : null)

function valueProblem(command: Command, args: ReadonlyMap<Key, string>): Malformed | null {
  const { verb, sha, type, expires, ticket, controls, owner } = command
  if (sha !== null && !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha)) {
    return malformed('sha', 'sha is the full commit id: 40 or 64 lower-case hex digits')
  }
  if (args.has('type') && (type === null || type === 'break-glass')) {
    return malformed('type', `type is one of ${EXCEPTION_TYPES.filter(name => name !== 'break-glass').join(', ')}`)
  }
  if (expires !== null && !isCalendarDate(expires)) {
    return malformed('expires', 'expires is a day of the calendar, written YYYY-MM-DD')
  }
  if (args.has('owner') && owner === null) return malformed('owner', 'owner is one person, written @login')
  if (ticket !== null && !isTicket(ticket)) {
    return malformed('ticket', 'ticket is an https address or a key with a number, such as SEC-12')
  }
  if (args.has('controls') && controls.length === 0) return malformed('controls', 'controls names at least one control')
  if (verb === 'approve' && type === 'mitigated' && controls.length === 0) {
    return malformed('controls', 'type=mitigated also needs controls')
  }
  // Only what can take effect has to explain itself at length; a request or a refusal may be short.
  const problem = verb === 'approve' || verb === 'break-glass' ? reasonProblem(command.reason) : null
  return problem === null ? null : malformed('reason', problem)
}
