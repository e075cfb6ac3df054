import type { Clock } from '../../src/github/http/clock.js'

/** A clock that only moves when somebody sleeps or a timeout is made to expire. */
export interface FakeClock extends Clock {
  /** Milliseconds of each sleep, in order. */
  readonly slept: readonly number[]
  /** Lets every pending timeout expire now. */
  expire(): void
}

/** Starts at the moment of the stand-in's state. */
export function fakeClock(start = Date.parse('2026-11-23T12:00:00Z')): FakeClock {
  let now = start
  const slept: number[] = []
  const pending = new Map<AbortController, number>()
  return {
    slept,
    now: () => now,
    sleep: async milliseconds => {
      slept.push(milliseconds)
      now += milliseconds
    },
    timeout: milliseconds => {
      const controller = new AbortController()
      pending.set(controller, milliseconds)
      return { signal: controller.signal, cancel: () => pending.delete(controller) }
    },
    expire: () => {
      now += Math.max(0, ...pending.values())
      for (const controller of pending.keys()) controller.abort()
      pending.clear()
    }
  }
}
