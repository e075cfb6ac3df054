import { endOfDay, isCalendarDate, midnightBefore, startOfDay } from './calendar.js'

/** An instant as ISO 8601 UTC, without a fraction where that is zero: the one spelling that the gate writes. */
export const isoInstant = (time: number): string => withMilliseconds(time).replace('.000Z', 'Z')

/** An instant as ISO 8601 UTC with its milliseconds: texts of one length, whose order is that of their times. */
export const withMilliseconds = (time: number): string => new Date(time).toISOString()

/** Milliseconds since 1970 of an instant that the program itself made. Throws for anything else: that is our mistake. */
export function time(instant: string): number {
  const value = Date.parse(instant)
  if (Number.isNaN(value)) throw new TypeError(`not an instant: ${JSON.stringify(instant)}`)
  return value
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/

/** True for a real instant as people write it in our files: UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
export const isInstant = (text: string): boolean => isCalendarDate(INSTANT.exec(text)?.[1] ?? '')

/**
 * ISO 8601 UTC with milliseconds for a date or a UTC instant, or null where the text is neither.
 * A date alone means its first instant where it begins something and its last where it ends something (contract §4).
 */
export function toInstant(text: string, meaning: 'begins' | 'ends'): string | null {
  const ofDate = meaning === 'begins' ? startOfDay(text) : endOfDay(text)
  if (ofDate !== null) return withMilliseconds(ofDate)
  // What ends at an instant no longer holds at it: `approved-at` ≤ now < `expires`.
  return isInstant(text) ? withMilliseconds(time(text) - (meaning === 'ends' ? 1 : 0)) : null
}

/**
 * Milliseconds from approval to expiry. Where the end is written as a date, whole calendar days count, as people
 * count them: approved on the 1st and expiring on the 8th is seven days, whatever the hour of the approval.
 */
export function span(approvedAt: string, expires: string, expiresText: string): number {
  const start = time(approvedAt)
  const lastDay = startOfDay(expiresText)
  return lastDay === null ? time(expires) - start : lastDay - midnightBefore(start)
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?))?(Z|[+-]\d{2}:?\d{2})?$/i

/**
 * Milliseconds of a date and time as other programs write it (ISO 8601, down to the day alone); without a zone it is
 * read as UTC, as SARIF 2.1.0 §3.9 has it. Null where it is none.
 */
export function parseIso(text: string): number | null {
  const [, date = '', clock = '00:00', zone = 'Z'] = ISO.exec(text.trim()) ?? []
  if (!isCalendarDate(date)) return null
  const value = Date.parse(`${date}T${clock}${zone.toUpperCase().replace(/^(...)(\d\d)$/, '$1:$2')}`)
  return Number.isNaN(value) ? null : value
}

const DAY = 86_400_000

/** Whether something can have happened then, as seen from `now` (both ISO 8601 UTC): clocks differ, by no more than a day. */
export const isPast = (instant: string, now: string): boolean => time(instant) <= time(now) + DAY

/** The same as ISO 8601 in UTC, to the second; null for what is no date. */
export function utc(text: string | null): string | null {
  const value = text === null ? null : parseIso(text)
  return value === null ? null : isoInstant(value - (((value % 1000) + 1000) % 1000))
}
