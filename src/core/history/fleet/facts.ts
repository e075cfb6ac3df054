import type { DecisionRow, OutcomeRow } from '../../../generated/rows.js'

/** What most runs have in common with many others, so that it is kept once. */
export interface RunKind {
  readonly month: string
  /** Empty where the decision does not tell. */
  readonly branch: string
  readonly merged: boolean | null
  readonly isScheduled: boolean
  readonly verdict: DecisionRow['verdict']
  readonly isComplete: boolean
  /** Whether enforcing every rule would block; null where the file does not tell. */
  readonly wouldBlock: boolean | null
  /** Tools whose scans are complete: what they do not report is not there. */
  readonly looked: readonly string[]
  /** Whether any scan is complete. */
  readonly hasScan: boolean
  /** Whether images were looked at in full and none of them blocks; null where no image was to be looked at. */
  readonly containersPass: boolean | null
}

/** One decision, as far as figures rest on it: there may be a million. */
export interface FleetRun {
  readonly sha256: string
  /** Seconds since 1970. */
  readonly at: number
  readonly kind: RunKind
}

/** What figures are asked by; the same of many findings, which share it. */
export type Traits = Pick<OutcomeRow, 'tier' | 'severity' | 'category' | 'exposure' | 'owners' | 'tool_key'>

/** What one run says of a finding. */
export interface View {
  readonly traits: Traits
  readonly isOpen: boolean
  /** Reported as there, and not only kept as not looked for. */
  readonly isReported: boolean
  /** Seconds since 1970; null where nobody knows. */
  readonly firstDetected: number | null
  readonly due: number | null
  readonly fixAvailable: boolean | null
  readonly isExcepted: boolean
  readonly isBlockedByRule: boolean
}

/** A finding in a run. */
export interface Sighting {
  readonly run: FleetRun
  readonly view: View
}

/** Where a finding was seen, in any order: two lists and no object for each, for there may be a million. */
export class Sightings {
  readonly #runs: FleetRun[] = []
  readonly #views: View[] = []

  add(run: FleetRun, view: View): void {
    this.#runs.push(run)
    this.#views.push(view)
  }

  *[Symbol.iterator](): Generator<Sighting> {
    for (const [index, run] of this.#runs.entries()) {
      const view = this.#views[index]
      if (view !== undefined) yield { run, view }
    }
  }
}

/** In the order of time; what happened in one second, in an order that any engine finds again. */
export const byTime = (a: FleetRun, b: FleetRun): number =>
  a.at - b.at || (a.sha256 < b.sha256 ? -1 : a.sha256 > b.sha256 ? 1 : 0)

/** The last run in the order of time of those that are so; null where none is. */
export function lastOf(runs: readonly FleetRun[], isSo: (run: FleetRun) => boolean): FleetRun | null {
  let last: FleetRun | null = null
  for (const run of runs) if (isSo(run) && (last === null || byTime(run, last) > 0)) last = run
  return last
}
