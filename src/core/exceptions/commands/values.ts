import { isCalendarDate } from '../../time/calendar.js'
import { EXCEPTION_TYPES, type ExceptionType } from '../exception.js'
import { cleanText, isTicket, reasonProblem, toLogin } from '../wording.js'
import { type Fault, KEYS, type Key, MAX_QUOTED, MAX_TOKEN, type Verb } from './command.js'
import type { WrittenValue } from './parts.js'
import { isPlaceholder } from './placeholders.js'

/** What is wrong with how one value is written; nothing where it may stand like that. */
export function writtenFaults({ text, isQuoted }: WrittenValue): readonly Fault[] {
  const max = isQuoted ? MAX_QUOTED : MAX_TOKEN
  // Two code units make a character at most: what is longer need not be counted.
  if (text.length > 2 * max || [...text].length > max) {
    const sentence = `a quoted value has at most ${MAX_QUOTED} characters, another at most ${MAX_TOKEN}`
    return [{ code: 'too-long', sentence }]
  }
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)) {
    return [{ code: 'hidden-character', sentence: 'a value holds control or format characters' }]
  }
  if (cleanText(text) === '') return [{ code: 'empty-value', sentence: 'a value is empty' }]
  if (isQuoted || BARE_VALUE.test(text)) return []
  const sentence = 'a value with other than letters, digits and -_./:@# stands in double quotes'
  return [{ code: 'value', sentence }]
}

/** A value that needs no quotes. */
export const BARE_VALUE = /^[A-Za-z0-9._/:@#-]+$/

/** What is wrong with what one value says, as this verb takes it; null where nothing is. */
export function valueFault(key: Key, text: string, verb: Verb | null): Fault | null {
  if (isPlaceholder(text)) return { code: 'placeholder', sentence: `${key} still has to be filled in` }
  const sentence = PROBLEMS[key](text, verb)
  return sentence === null ? null : { code: key, sentence }
}

const TYPES = EXCEPTION_TYPES.filter(name => name !== 'break-glass')

/** The type that a command names; break-glass is a verb. */
export const typeOf = (text: string | null): ExceptionType | null => TYPES.find(name => name === text) ?? null

/** The controls of a value, each with content. */
export const controlsOf = (text: string | null): readonly string[] =>
  (text ?? '').split(';').map(cleanText).filter(Boolean)

/** One person, with the `@`. */
export const ownerOf = (text: string | null): string | null => (text?.startsWith('@') ? toLogin(text) : null)

const unless = (isGood: boolean, sentence: string): string | null => (isGood ? null : sentence)

const PROBLEMS: Record<Key, (text: string, verb: Verb | null) => string | null> = {
  sha: text =>
    unless(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text), 'sha is the full commit id: 40 or 64 lower-case hex digits'),
  type: text => unless(typeOf(text) !== null, `type is one of ${TYPES.join(', ')}`),
  expires: text => unless(isCalendarDate(text), 'expires is a day of the calendar, written YYYY-MM-DD'),
  owner: text => unless(ownerOf(text) !== null, 'owner is one person, written @login'),
  ticket: text => unless(isTicket(text), 'ticket is an https address or a key with a number, such as SEC-12'),
  controls: text => unless(controlsOf(text).length > 0, 'controls names at least one control'),
  // Only what can take effect has to explain itself at length; a request or a refusal may be short.
  reason: (text, verb) =>
    verb === 'approve' || verb === 'break-glass' || verb === null
      ? reasonProblem(cleanText(text))
      : unless(/[\p{L}\p{N}]/u.test(text), 'the reason says nothing')
}

/** Every fault of the values of a line: how each is written, else what it says. */
export const valueFaults = (values: ReadonlyMap<Key, WrittenValue>, verb: Verb): readonly Fault[] => {
  const written = new Map([...values].map(([key, value]) => [key, writtenFaults(value)] as const))
  const said = KEYS.flatMap(key => {
    const value = values.get(key)
    return value === undefined || written.get(key)?.length !== 0 ? [] : (valueFault(key, value.text, verb) ?? [])
  })
  return [...[...written.values()].flat(), ...said]
}

/** The values that are in order by themselves, once hidden characters and surplus blanks are gone. */
export function soundValues(values: ReadonlyMap<Key, WrittenValue>, verb: Verb | null): ReadonlyMap<Key, string> {
  return new Map(
    [...values].flatMap(([key, { text }]) => {
      // What is shown and copied must not hold what would end it.
      const clean = cleanText(text.slice(0, 4 * MAX_QUOTED)).replaceAll('"', "'")
      const fits = [...clean].length <= MAX_QUOTED && clean !== ''
      return fits && !/[\p{Cs}]/u.test(clean) && valueFault(key, clean, verb) === null ? [[key, clean] as const] : []
    })
  )
}
