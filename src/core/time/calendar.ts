import { DAY } from './duration.js'

/** The instant (milliseconds) at which a calendar day `YYYY-MM-DD` begins in UTC, or null for a day that does not exist. */
export function startOfDay(date: string): number | null {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(date)
  if (!match) return null
  const instant = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  // Date.UTC rolls the 30th of February over into March, and reads the years 0 to 99 as 1900 to 1999.
  return dayOf(instant) === date ? instant : null
}

/** The last millisecond of a calendar day in UTC, or null for a day that does not exist. */
export function endOfDay(date: string): number | null {
  const start = startOfDay(date)
  return start === null ? null : start + DAY - 1
}

/** True for a day of the calendar written `YYYY-MM-DD`. */
export const isCalendarDate = (text: string): boolean => startOfDay(text) !== null

/** The day in UTC that an instant (milliseconds) lies in. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** The instant (milliseconds) at which the day in UTC begins that an instant lies in; before 1970 too. */
export const midnightBefore = (time: number): number => Math.floor(time / DAY) * DAY
