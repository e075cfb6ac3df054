import type { DecisionDocument, Outcome } from '../../../generated/decision.js'

type Exception = DecisionDocument['exceptions'][number]

/** What the second version of the decision file says of an exception besides. */
interface ExceptionAccount {
  readonly type: 'risk-accept' | 'false-positive' | 'mitigated' | 'vendor-dependency' | 'break-glass' | null
  readonly reason: string | null
  readonly owner: string | null
  readonly approvers: readonly { readonly login: string; readonly at: string }[]
  readonly ticket: string | null
  readonly controls: readonly string[]
  readonly quorum: { readonly needed: number | null; readonly have: number } | null
}

/** An exception in a decision file of any version. */
export type StoredException = Exception & Partial<ExceptionAccount>

/** An outcome in a decision file of any version. */
export type StoredOutcome = Outcome & { readonly controls?: readonly string[] }

/** What rows need of a decision file, in any of its versions: what the first one does not tell is absent. */
export interface StoredRun extends Pick<DecisionDocument, 'completeness' | 'evaluatedAt' | 'scans'> {
  readonly schemaVersion: number
  readonly gate?: { readonly version: string; readonly commit: string | null }
  /** Null: the run could not decide. */
  readonly verdict: DecisionDocument['verdict'] | null
  readonly change: DecisionDocument['change'] & {
    readonly branch?: string | null
    readonly scannedSha?: string | null
    readonly runId?: number | null
  }
  readonly counts: DecisionDocument['counts'] | null
  readonly rollout?: DecisionDocument['rollout'] | null
  readonly outcomes: readonly StoredOutcome[]
  readonly exceptions: readonly StoredException[]
  readonly problems?: readonly unknown[]
}
