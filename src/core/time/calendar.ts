import { DAY, HOUR, startOfDay } from './duration.js'

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/

/** True for a day of the calendar written `YYYY-MM-DD`. */
export const isCalendarDate = (text: string): boolean => startOfDay(text) !== null

/**
 * ISO 8601 UTC with milliseconds for a date or a UTC instant, or null where the text is neither.
 * A date alone means its first instant where it begins something and its last where it ends something (contract §4).
 */
export function toInstant(text: string, meaning: 'begins' | 'ends'): string | null {
  if (isCalendarDate(text)) return `${text}T${meaning === 'begins' ? '00:00:00.000' : '23:59:59.999'}Z`
  const [, date] = INSTANT.exec(text) ?? []
  if (date === undefined || !isCalendarDate(date)) return null
  // What ends at an instant no longer holds at it: `approved-at` ≤ now < `expires`.
  return new Date(Date.parse(text) - (meaning === 'ends' ? 1 : 0)).toISOString()
}

/** Milliseconds since 1970 of an instant that the program itself made. Throws for anything else: that is our mistake. */
export function time(instant: string): number {
  const value = Date.parse(instant)
  if (Number.isNaN(value)) throw new TypeError(`not an instant: ${JSON.stringify(instant)}`)
  return value
}

/**
 * Milliseconds from approval to expiry. Where the end is written as a date, whole calendar days count, as people
 * count them: approved on the 1st and expiring on the 8th is seven days, whatever the hour of the approval.
 */
export function span(approvedAt: string, expires: string, expiresText: string): number {
  const end = isCalendarDate(expiresText) ? time(`${expiresText}T00:00:00.000Z`) : time(expires)
  const start = time(approvedAt)
  return end - (isCalendarDate(expiresText) ? start - (((start % DAY) + DAY) % DAY) : start)
}

/** A duration as people write it: `7 days`, `36 hours`. */
export function describeDuration(milliseconds: number): string {
  const isDays = milliseconds % DAY === 0 && milliseconds !== 0
  const count = isDays ? milliseconds / DAY : Math.ceil(milliseconds / HOUR)
  return `${count} ${isDays ? 'day' : 'hour'}${count === 1 ? '' : 's'}`
}
