import { configurationError } from '../../core/ground/errors.js'
import { isoInstant, parseIso } from '../../core/time/instant.js'

/** A day, or a time with its zone: a person's clock without one could be any. */
const WITH_ZONE = /^[\d-]+$|T.*(?:Z|[+-]\d{2}:\d{2})$/

/** The instant that a flag names, ISO 8601 UTC; null where it is not given. */
export function instantFlag(flag: string, text: string | null): string | null {
  if (text === null) return null
  const time = WITH_ZONE.test(text) ? parseIso(text) : null
  if (time === null) throw configurationError(`--${flag} ${text} is not an instant`, 'Write it as 2026-11-23T15:00:00Z')
  return isoInstant(time)
}
