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

/** A duration as policies have it, in the largest unit that divides it, days before weeks. */
export function formatDuration(milliseconds: number): string {
  return milliseconds % DAY === 0 ? `${milliseconds / DAY}d` : `${milliseconds / HOUR}h`
}

/** A duration in words: `7 days`, `36 hours`. */
export function describeDuration(milliseconds: number): string {
  const isDays = milliseconds % DAY === 0 && milliseconds !== 0
  const count = isDays ? milliseconds / DAY : Math.ceil(milliseconds / HOUR)
  return `${count} ${isDays ? 'day' : 'hour'}${count === 1 ? '' : 's'}`
}
