import type { Clock } from './clock.js'

/** Writes that may follow each other at once; GitHub asks for a second between the others. */
const BURST = 10
const INTERVAL = 1000

/**
 * Sends writes one after the other, and no more than ten at once plus one a second: below the secondary limits of
 * about 80 a minute. https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export function writePacer(clock: Clock): <T>(write: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  let tokens = BURST
  let filledAt = clock.now()

  const takeTurn = async (): Promise<void> => {
    tokens = Math.min(BURST, tokens + (clock.now() - filledAt) / INTERVAL)
    filledAt = clock.now()
    if (tokens < 1) await clock.sleep(Math.ceil((1 - tokens) * INTERVAL))
    tokens -= 1
  }
  return write => {
    const turn = last.then(takeTurn).then(write)
    // A failed write is reported to its caller; the next one goes ahead.
    last = turn.catch(() => undefined)
    return turn
  }
}
