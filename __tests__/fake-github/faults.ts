import type { ServerResponse } from 'node:http'
import type { FakeResponse } from './route.js'
import type { FakeState } from './state.js'

/** What goes wrong with a call. */
export type FaultKind =
  /** An answer of that status instead of the real one; `effect`: what was asked for happens all the same. */
  | {
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
      readonly effect?: boolean
    }
  /** No byte is ever sent. */
  | { readonly hang: true; readonly effect?: boolean }
  /** The head and one byte, then nothing. */
  | { readonly drip: true }
  /** Half of the answer, properly ended. */
  | { readonly truncate: true }
  /** 200 with a page for people. */
  | { readonly html: true }
  /** The connection breaks before anything is done, or after. */
  | { readonly reset: 'before' | 'after' }
  /** Nothing goes wrong, but the world changes first; the answer waits for it. */
  | { readonly change: (state: FakeState) => unknown }
  /** Nothing goes wrong, and this is told once the answer has been sent. */
  | { readonly answered: () => void }

export type Fault = FaultKind & {
  /** `GET`, `POST`…; absent: any. */
  readonly method?: string
  /** Matches path and query. */
  readonly path: RegExp
  /** How many calls it meets; default 1, `Infinity` for ever. */
  readonly times?: number
  /** How many matching calls pass before it. */
  readonly after?: number
}

/** Faults in the order in which they were scripted; each call meets the first that matches. */
export interface FaultScript {
  add(fault: Fault): void
  meet(method: string, path: string): Fault | null
}

export function faultScript(): FaultScript {
  const scripted: { fault: Fault; left: number; pass: number }[] = []
  return {
    add: fault => {
      scripted.push({ fault, left: fault.times ?? 1, pass: fault.after ?? 0 })
    },
    meet(method, path) {
      for (const entry of scripted) {
        const { fault } = entry
        if (entry.left <= 0 || !fault.path.test(path)) continue
        if (fault.method !== undefined && fault.method !== method) continue
        if (entry.pass > 0) {
          entry.pass -= 1
          continue
        }
        entry.left -= 1
        return fault
      }
      return null
    }
  }
}

/** Whether what was asked for happens despite the fault. */
export const hasEffect = (fault: Fault | null): boolean => {
  if (fault === null || 'change' in fault || 'answered' in fault) return true
  if ('drip' in fault || 'truncate' in fault || 'html' in fault) return true
  if ('reset' in fault) return fault.reset === 'after'
  return fault.effect === true
}

/** Sends the answer as the fault has it. `stalled` is told where nothing more will come. */
export function sendFaulty(out: ServerResponse, answer: FakeResponse, fault: Fault | null, stalled: () => void): void {
  const bytes = answer.raw ?? (answer.body === undefined ? null : Buffer.from(JSON.stringify(answer.body)))
  const type = answer.raw ? 'application/vnd.github.raw+json; charset=utf-8' : 'application/json; charset=utf-8'
  const headers = { ...(bytes === null ? {} : { 'content-type': type }), ...answer.headers }
  if (fault === null || 'change' in fault) {
    out.writeHead(answer.status, headers).end(bytes ?? undefined)
  } else if ('answered' in fault) {
    out.writeHead(answer.status, headers).end(bytes ?? undefined, fault.answered)
  } else if ('reset' in fault) {
    out.socket?.resetAndDestroy()
  } else if ('hang' in fault) {
    stalled()
  } else if ('drip' in fault) {
    out.writeHead(answer.status, headers)
    out.write(bytes?.subarray(0, 1) ?? '', stalled)
  } else if ('truncate' in fault) {
    out.writeHead(answer.status, headers).end(bytes?.subarray(0, Math.floor(bytes.length / 2)))
  } else if ('html' in fault) {
    out.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html><body>Unicorn!</body></html>')
  } else {
    const body =
      fault.body ?? JSON.stringify({ message: 'Scripted', documentation_url: 'https://docs.github.com/rest' })
    out.writeHead(fault.status, { 'content-type': 'application/json; charset=utf-8', ...fault.headers }).end(body)
  }
}
