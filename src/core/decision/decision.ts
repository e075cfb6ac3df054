import type { ExceptionOutcome } from '../exceptions/exception.js'
import type { KevEntry } from '../feeds/feed.js'
import type { Category, Finding, Reachability, State } from '../finding.js'
import type { Edition } from '../ground/edition.js'
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
  /** The branch that the change goes to, or that was pushed. */
  readonly branch: string | null
  readonly baseSha: string | null
  readonly headSha: string | null
  /** The commit whose tree was scanned: the head, or a trial merge of it. */
  readonly scannedSha: string | null
  readonly pullRequest: number | null
  /** Number of the workflow run that decided. */
  readonly runId: number | null
}

/** A change of which nothing is known. */
export const NO_CHANGE_KNOWN: Change = {
  event: null,
  repository: null,
  branch: null,
  baseSha: null,
  headSha: null,
  scannedSha: null,
  pullRequest: null,
  runId: null
}

/** What was asked for: with it and the inputs the decision can be made again. */
export interface Options {
  /** Files; where a pattern says more than the files that it matched, what was given. */
  readonly sarif: readonly string[]
  /** Path or `preset:NAME`; null: the default path. */
  readonly policy: string | null
  /** Path; null: the file that the policy names. */
  readonly exceptions: string | null
  readonly baseline: readonly string[]
  readonly kev: readonly string[]
  readonly epss: readonly string[]
  readonly vex: readonly string[]
  readonly diff: string | null
  /** Root of the checkout, seen from the directory that paths are relative to; null: none was named, so it is that one. */
  readonly sourceRoot: string | null
  /** Tier of paths that no asset names. */
  readonly tier: Tier
  readonly layerSources: readonly { readonly repository: string; readonly directory: string }[]
  /** Where policy, exceptions and CODEOWNERS were read. */
  readonly policyFrom: 'base' | 'checkout'
}

/** A file that the decision rests on; each layer of the policy is one, under the name that rules give as their `layer`. */
export interface InputFile {
  readonly kind: 'sarif' | 'baseline' | 'policy' | 'exceptions' | 'codeowners' | 'diff' | FeedName
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
  /** What KEV says of it: null where it is not known to be listed. */
  readonly kevEntry: KevEntry | null
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
  /** The controls of all rules that match, in the order of their names, each once. */
  readonly controls: readonly string[]
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

/** What became of a control that rules of the policy name: the evidence for it, in this decision. */
export interface ControlOutcome {
  readonly id: string
  readonly rules: readonly { readonly id: string; readonly layer: string }[]
  /** Findings that any of the rules matches, by what these rules make of them; excepted and monitored are parts of pass. */
  readonly counts: Pick<Counts, 'block' | 'warn' | 'pass' | 'total' | 'excepted' | 'monitored'>
  /** The strictest of them; null where nothing enforced objects and nobody knows that nothing would. */
  readonly verdict: Verdict | null
}

/** The one decision that every view renders. */
export interface Decision {
  readonly schemaVersion: 2
  /** The gate that decided. */
  readonly gate: Edition
  readonly verdict: Verdict
  readonly completeness: 'complete' | 'incomplete'
  readonly evaluatedAt: string
  readonly change: Change
  /** Null in a decision that was stored without them. */
  readonly options: Options | null
  readonly inputs: readonly InputFile[]
  readonly scans: readonly ScanOutcome[]
  readonly counts: Counts
  readonly outcomes: readonly Outcome[]
  readonly exceptions: readonly ExceptionOutcome[]
  readonly controls: readonly ControlOutcome[]
  readonly notices: readonly Notice[]
}
