/** Time as the client needs it: an argument, so that no test waits. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  sleep(milliseconds: number): Promise<void>
  /** A signal that aborts after that time, unless it is cancelled. */
  timeout(milliseconds: number): { readonly signal: AbortSignal; cancel(): void }
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
  timeout: milliseconds => {
    const controller = new AbortController()
    const timer = setTimeout(() => controller.abort(), milliseconds)
    return { signal: controller.signal, cancel: () => clearTimeout(timer) }
  }
}
