import type { ExceptionRow } from '../../../generated/rows.js'
import { byTime, type FleetRun } from './facts.js'
import type { DecisionRows } from './rows/rows.js'

/** An exception as the last run that names it tells. */
export interface ExceptionState
  extends Pick<ExceptionRow, 'exception_id' | 'status' | 'source' | 'finding_id' | 'type' | 'expires_s'> {
  readonly run: FleetRun
  /** The earliest approval, seconds since 1970; null where nobody tells. */
  readonly approved: number | null
}

/** When somebody asked for an exception of a finding, and when it was decided. Seconds since 1970. */
interface Request {
  asked: number | null
  /** Runs that saw an answer, some of them several times. */
  readonly answered: number[]
}

const APPROVED: readonly ExceptionRow['status'][] = ['active', 'expiring', 'expired']
const ANSWERED: readonly ExceptionRow['status'][] = ['active', 'expiring', 'rejected']

/** What figures need of the exceptions of one repository. */
export class ExceptionFacts {
  /** By id. */
  readonly states = new Map<string, ExceptionState>()
  /** Approvals, each once: by exception and approver, with their time. */
  readonly approvals = new Map<string, { readonly approver: string; readonly at: number | null }>()
  /** By what is excepted: every id and end under which it was. */
  readonly grants = new Map<string, readonly string[]>()
  /** By finding. */
  readonly requests = new Map<string, Request>()

  add(row: DecisionRows['exceptions'][number], run: FleetRun): void {
    const { exception_id, status, finding_id, approver, approved_s } = row
    this.#state(row, run)
    if (APPROVED.includes(status)) {
      const key = finding_id ?? exception_id
      this.#grant(key, `${exception_id}\n${row.expires ?? ''}`)
      if (approver !== null) this.#approval(`${exception_id}\n${approver}`, approver, approved_s)
    }
    if (finding_id !== null && (status === 'requested' || ANSWERED.includes(status))) {
      const request = this.requests.get(finding_id) ?? { asked: null, answered: [] }
      this.requests.set(finding_id, request)
      if (status === 'requested') request.asked = Math.min(request.asked ?? run.at, run.at)
      else if (request.answered.at(-1) !== run.at) request.answered.push(run.at)
    }
  }

  #grant(key: string, end: string): void {
    const known = this.grants.get(key) ?? []
    if (!known.includes(end)) this.grants.set(key, [...known, end])
  }

  #approval(key: string, approver: string, at: number | null): void {
    const known = this.approvals.get(key)?.at ?? null
    this.approvals.set(key, { approver, at: earlier(known, at) })
  }

  #state(row: DecisionRows['exceptions'][number], run: FleetRun): void {
    const known = this.states.get(row.exception_id)
    const order = known === undefined ? 1 : byTime(run, known.run)
    if (order < 0) return
    const { exception_id, status, source, finding_id, type, expires_s, approved_s } = row
    const before = order === 0 ? (known?.approved ?? null) : null
    const approved = earlier(before, approved_s)
    this.states.set(exception_id, { exception_id, status, source, finding_id, type, expires_s, run, approved })
  }
}

/** The earlier of two instants; the other where one is not known. */
const earlier = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b)
