// Loaded into a step with `--import`: waits of seconds pass at once and move the clock; longer ones, the time that an
// answer may take, end when the test says so with SIGUSR2. STEP_STARTS_AT makes the clock stand still between waits, and
// STEP_WAITS is a file that gets the milliseconds of each as soon as it has passed.
import { appendFileSync } from 'node:fs'

const { setTimeout: start, clearTimeout: stop } = globalThis
const tell = Date.now
const { STEP_STARTS_AT: startsAt, STEP_WAITS: waits } = process.env
const LEAST = 900
const LONG = 10_000
/** Ends of long waits, by their timer. */
const pending = new Map()
let skipped = 0

Date.now = () => (startsAt === undefined ? tell() : Date.parse(startsAt)) + skipped

globalThis.setTimeout = (callback, milliseconds = 0, ...rest) => {
  // A timer with arguments is the HTTP client's, for connections that are idle: nobody waits for it.
  if (milliseconds < LEAST || rest.length > 0) return start(callback, milliseconds, ...rest)
  const end = () => {
    skipped += milliseconds
    if (waits !== undefined) appendFileSync(waits, `${milliseconds}\n`)
    callback()
  }
  if (milliseconds < LONG) return start(end, 1)
  const timer = start(end, milliseconds)
  pending.set(timer, end)
  return timer
}

globalThis.clearTimeout = timer => {
  pending.delete(timer)
  stop(timer)
}

process.on('SIGUSR2', () => {
  for (const [timer, end] of [...pending]) {
    clearTimeout(timer)
    end()
  }
})
