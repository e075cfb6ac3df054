import type { ExceptionEntry } from '../../generated/exceptions.js'
import { isInstant, time, toInstant } from '../time/instant.js'
import { matchProblems } from './match.js'
import { cleanText, isTicket, REASON_LENGTH, reasonProblem, toLogin } from './wording.js'

/** Something wrong with an entry of an exceptions file; `key` is the path of the key in the entry. */
export interface KeyProblem {
  readonly key: string
  readonly message: string
  readonly hint: string
}

/** What the schema cannot say about one entry. */
export function entryProblems(entry: ExceptionEntry): readonly KeyProblem[] {
  return [...match(entry), ...reason(entry), ...dates(entry), ...people(entry), ...evidence(entry)]
}

const match = (entry: ExceptionEntry): readonly KeyProblem[] =>
  matchProblems(entry.match).map(({ key, message, hint }) => ({
    key: key === null ? 'match' : `match.${key}`,
    message,
    hint
  }))

function reason(entry: ExceptionEntry): readonly KeyProblem[] {
  const message = reasonProblem(cleanText(entry.reason))
  const hint = `Say in ${REASON_LENGTH.min} to ${REASON_LENGTH.max} characters why this finding may stay, and until when`
  return message === null ? [] : [{ key: 'reason', message, hint }]
}

function dates(entry: ExceptionEntry): readonly KeyProblem[] {
  const from = toInstant(entry['approved-at'], 'begins')
  const to = toInstant(entry.expires, 'ends')
  const problems: KeyProblem[] = []
  const hint = 'Write a real day as YYYY-MM-DD'
  if (from === null) problems.push({ key: 'approved-at', message: '`approved-at` is not a day of the calendar', hint })
  else if (entry.type === 'break-glass' && !isInstant(entry['approved-at'])) {
    problems.push({
      key: 'approved-at',
      message: '`approved-at` of `break-glass` is a day, and the 24 hours begin at an instant',
      hint: 'Write the instant as YYYY-MM-DDTHH:MM:SSZ'
    })
  }
  if (to === null) problems.push({ key: 'expires', message: '`expires` is not a day of the calendar', hint })
  if (from !== null && to !== null && time(from) > time(to)) {
    problems.push({
      key: 'expires',
      message: '`expires` is before `approved-at`',
      hint: 'Correct one of the dates, or remove the exception'
    })
  }
  return problems
}

function people(entry: ExceptionEntry): readonly KeyProblem[] {
  // Absent where one of them is no text: that is told already.
  const approvers: readonly string[] = entry['approved-by'] ?? []
  const logins = approvers.map(login => toLogin(login)?.toLowerCase())
  const problems: KeyProblem[] = []
  const hint = 'Write GitHub logins such as "@alice"; teams and apps answer for nothing'
  if (toLogin(entry.owner) === null) problems.push({ key: 'owner', message: '`owner` is not a person', hint })
  if (logins.includes(undefined)) {
    problems.push({ key: 'approved-by', message: '`approved-by` names other than people', hint })
  }
  if (new Set(logins).size < logins.length) {
    problems.push({ key: 'approved-by', message: '`approved-by` names a person twice', hint: 'Name each person once' })
  }
  return problems
}

function evidence(entry: ExceptionEntry): readonly KeyProblem[] {
  const problems: KeyProblem[] = []
  const controls = entry.controls?.map(cleanText) ?? []
  if (entry.type === 'mitigated' && controls.length === 0) {
    problems.push({
      key: 'type',
      message: '`mitigated` needs `controls`',
      hint: 'Add `controls:` with what keeps the weakness from being used'
    })
  }
  if (controls.includes('')) {
    problems.push({
      key: 'controls',
      message: '`controls` has an empty entry',
      hint: 'Remove it, or describe the control'
    })
  }
  if (entry.type === 'break-glass' && entry.ticket === undefined) {
    problems.push({ key: 'type', message: '`break-glass` needs a `ticket`', hint: 'Add `ticket:` with the incident' })
  }
  if (entry.ticket !== undefined && !isTicket(entry.ticket)) {
    problems.push({
      key: 'ticket',
      message: '`ticket` cannot be found by this text',
      hint: 'Write an https address, or a key with a number such as SEC-12'
    })
  }
  return problems
}
