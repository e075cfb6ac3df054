import type { Clock } from './clock.js'
import { GitHubError, type GitHubFailure } from './failure.js'
import { refusalError } from './refusal.js'
import { type Answer, type Call, isRead } from './transport.js'

/** One try of a call. */
export type Exchange = (signal: AbortSignal) => Promise<Answer>

/** Tries of one call, the first included. */
const ATTEMPTS = 3
const REQUEST_TIMEOUT = 60_000
/** Where a limit names no end, GitHub asks for a minute at least. */
const UNSTATED_WAIT = 60_000

/** Milliseconds between the tries of a call: 1 s, then 4 s. */
export const backOff = (attempt: number): number => 1000 * attempt * attempt

/**
 * Runs calls with up to three tries each, all within one budget.
 *
 * Reads are repeated after outages. Writes never are: a POST that answers 500 may have taken effect, so whoever wrote
 * must look first. A limit refuses a request before it is carried out, so any call may wait for its end.
 */
export function budgeted(clock: Clock, deadline: number, redact: (text: string) => string) {
  return async (call: Call, exchange: Exchange): Promise<Answer> => {
    for (let attempt = 1; ; attempt++) {
      const result = await tryOnce(call, exchange, clock, deadline, redact)
      if (!(result instanceof GitHubError)) return result
      const wait = waitAfter(result.failure, attempt, call, clock.now())
      if (wait === null || attempt >= ATTEMPTS || clock.now() + wait >= deadline) throw result
      await clock.sleep(wait)
    }
  }
}

async function tryOnce(
  call: Call,
  exchange: Exchange,
  clock: Clock,
  deadline: number,
  redact: (text: string) => string
): Promise<Answer | GitHubError> {
  const left = deadline - clock.now()
  if (left <= 0) {
    const spent: GitHubFailure = { kind: 'unavailable', mayHaveHappened: false }
    return new GitHubError(`GitHub: cannot ${call.what}: the time for GitHub is used up`, spent, null)
  }
  const timeout = clock.timeout(Math.min(REQUEST_TIMEOUT, left))
  try {
    return checked(call, await exchange(timeout.signal))
  } catch (error) {
    if (error instanceof GitHubError) return error
    return refusalError(call, error, { timedOut: timeout.signal.aborted, now: clock.now(), redact })
  } finally {
    timeout.cancel()
  }
}

/** Milliseconds until the next try, null where there must be none. */
function waitAfter(failure: GitHubFailure, attempt: number, call: Call, now: number): number | null {
  if (failure.kind === 'rate-limited') {
    return failure.until === null ? UNSTATED_WAIT : Math.max(0, Date.parse(failure.until) - now)
  }
  return failure.kind === 'unavailable' && isRead(call) ? backOff(attempt) : null
}

/** 200 with HTML (a proxy, an outage page) or with JSON that ends early is no answer; nor is a redirect to elsewhere. */
function checked(call: Call, answer: Answer): Answer {
  const expected = call.expect ?? 'json'
  if (answer.status >= 300) {
    if (expected === 'redirect') return answer
    throw unreadable(call, 'it redirects to another place', answer.status)
  }
  // Only 201 to 205 may come without a body.
  const mayBeEmpty = answer.status > 200 && answer.body.byteLength === 0
  if (expected === 'json' && !mayBeEmpty && parseJson(answer.body) === undefined) {
    throw unreadable(call, 'the answer cannot be read', answer.status)
  }
  return answer
}

/** The failure of a call whose answer is not what it should be. */
export function unreadable(call: Call, why: string, status: number | null = null): GitHubError {
  const failure: GitHubFailure = { kind: 'unavailable', mayHaveHappened: !isRead(call) }
  return new GitHubError(`GitHub: cannot ${call.what}: ${why}`, failure, status)
}

/** JSON in valid UTF-8, undefined for anything else. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined // the caller says that it cannot be read
  }
}
