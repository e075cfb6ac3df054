/** Milliseconds of an hour and of a day. */
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

const UNITS = new Map([
  ['h', HOUR],
  ['d', DAY],
  ['w', 7 * DAY]
])

/** Milliseconds of a duration (`24h`, `7d`, `2w`), or null. Zero is none: it would be over before it began. */
export function parseDuration(text: string): number | null {
  const match = /^([1-9][0-9]{0,4})([hdw])$/.exec(text)
  const unit = UNITS.get(match?.[2] ?? '')
  return match && unit !== undefined ? Number(match[1]) * unit : null
}

/** A duration as people write it, in the largest unit that divides it, days before weeks. */
export function formatDuration(milliseconds: number): string {
  return milliseconds % DAY === 0 ? `${milliseconds / DAY}d` : `${milliseconds / HOUR}h`
}

/** The instant (milliseconds) at which a calendar day begins in UTC, or null for a day that does not exist. */
export function startOfDay(date: string): number | null {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(date)
  if (!match) return null
  const instant = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  // Date.UTC rolls the 30th of February over into March, and reads the years 0 to 99 as 1900 to 1999.
  return new Date(instant).toISOString().slice(0, 10) === date ? instant : null
}

/** The last millisecond of a calendar day in UTC, or null. */
export function endOfDay(date: string): number | null {
  const start = startOfDay(date)
  return start === null ? null : start + DAY - 1
}

/** Whether a text is a real calendar day, or a real instant `YYYY-MM-DDTHH:MM:SSZ`. */
export function isDateOrInstant(text: string): boolean {
  if (startOfDay(text) !== null) return true
  const instant = Date.parse(text)
  return (
    /^[0-9-]{10}T[0-9:]{8}Z$/.test(text) &&
    !Number.isNaN(instant) &&
    new Date(instant).toISOString() === text.replace('Z', '.000Z')
  )
}
