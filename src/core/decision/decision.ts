import type { ExceptionOutcome } from '../exceptions/exception.js'
import type { Category, Finding, Reachability, State } from '../finding.js'
import type { Notice } from '../ground/notice.js'
import type { FeedName, SlaStatus, Tier, Verdict } from '../policy/policy.js'
import type { EvidenceState } from '../sarif/input.js'

/** Closed reason codes of an outcome (contract §6). */
export const REASONS = ['rule', 'no-rule', 'excepted', 'suppressed', 'monitored', 'below-count', 'fixed'] as const
export type Reason = (typeof REASONS)[number]

/** The change that is judged, as far as it is known. */
export interface Change {
  readonly event: string | null
  readonly repository: string | null
  readonly baseSha: string | null
  readonly headSha: string | null
  readonly pullRequest: number | null
}

/** A file that the decision rests on; each layer of the policy is one, under the name that rules give as their `layer`. */
export interface InputFile {
  readonly kind: 'sarif' | 'baseline' | 'policy' | 'exceptions' | 'diff' | FeedName
  readonly name: string
  readonly sha256: string
  readonly bytes: number
}

/** One run of a tool. */
export interface ScanTool {
  readonly name: string
  readonly version: string | null
  readonly results: number
  /** Ids of all rules that ran; null where the file does not tell, absent in a stored decision. */
  readonly rules?: readonly string[] | null
}

/** One piece of expected or delivered evidence, judged. */
export interface ScanOutcome {
  readonly id: string
  readonly category: Category | null
  readonly state: EvidenceState
  readonly tools: readonly ScanTool[]
  readonly verdict: Verdict
  readonly reason: string
}

export interface MatchedRule {
  readonly id: string
  readonly layer: string
  /** What the rule contributes after its mode and count are applied. */
  readonly verdict: Verdict
  /** What the rule would say in mode `enforce`: the difference to `verdict` is what a rollout still holds back. */
  readonly declared: Verdict
  /** Too few findings match it (`more-than`): it says nothing, in whatever mode. Absent where it counts. */
  readonly belowCount?: true
}

/** What the policy concluded about one finding, with everything it rests on. */
export interface Outcome {
  readonly finding: Finding
  /** `F-` and 32 hex digits: what people write in exceptions and commands. */
  readonly id: string
  readonly asset: string | null
  readonly tier: Tier
  readonly exposure: string | null
  readonly owners: readonly string[]
  readonly state: State
  readonly stateReason: string | null
  readonly inDiff: boolean | null
  readonly kev: boolean | null
  readonly epss: number | null
  /** As a scanner or a VEX statement says it. */
  readonly reachability: Reachability
  readonly firstDetected: string | null
  readonly verdict: Verdict
  readonly reason: Reason
  readonly rules: readonly MatchedRule[]
  readonly sla: { readonly due: string; readonly status: SlaStatus } | null
  readonly exception: { readonly id: string; readonly expires: string } | null
  /** What to tell about exceptions that no longer hold or never did, e.g. which one expired when. */
  readonly refusedExceptions: readonly string[]
  /** Whether a request for an exception may be offered: what to do next is told from this and the finding. */
  readonly canBeExcepted: boolean
}

export interface Counts {
  readonly block: number
  readonly warn: number
  readonly pass: number
  readonly total: number
  readonly excepted: number
  readonly suppressed: number
  readonly monitored: number
  readonly fixed: number
  readonly results: number
  readonly notFindings: number
}

/** The one decision that every view renders. */
export interface Decision {
  readonly schemaVersion: 1
  readonly verdict: Verdict
  readonly completeness: 'complete' | 'incomplete'
  readonly evaluatedAt: string
  readonly change: Change
  readonly inputs: readonly InputFile[]
  readonly scans: readonly ScanOutcome[]
  readonly counts: Counts
  readonly outcomes: readonly Outcome[]
  readonly exceptions: readonly ExceptionOutcome[]
  readonly notices: readonly Notice[]
}
