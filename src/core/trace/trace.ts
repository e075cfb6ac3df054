import type { Outcome } from '../decision/decision.js'
import type { Category, KnownSeverity, Reachability, Severity, SeveritySource, State } from '../finding.js'
import type { ExplainedCondition } from '../policy/conditions/conditions.js'
import type { Mode, SlaStatus, Tier, Verdict } from '../policy/policy.js'

/** One rule as it was asked about one finding. */
export interface RuleTrace {
  readonly id: string
  readonly layer: string
  /** Where the rule stands, `path:line:column`; null for what has no place. */
  readonly place: string | null
  readonly description: string | null
  readonly declared: Verdict
  /** The most it may do at this instant. */
  readonly mode: Mode
  /** What it contributes; null where it does not match. */
  readonly verdict: Verdict | null
  /** For `more-than`: how many findings it matches, and how many it lets be; null for rules without it. */
  readonly count: { readonly matched: number; readonly moreThan: number } | null
  readonly when: readonly ExplainedCondition[]
  readonly unless: readonly ExplainedCondition[]
  /** Conditions that keep it from matching, in words; empty where it matches. */
  readonly failing: readonly string[]
  /** The layer down to which the finding is seen as the conditions tell it; absent where that is the whole policy. */
  readonly seenTo?: string
}

/** What one layer says of a place. */
export interface PlacementTrace {
  readonly layer: string
  readonly asset: string
  readonly glob: string
  readonly tier: Tier
  readonly exposure: string | null
}

/** One field of an exception against the finding. */
export interface FieldTrace {
  readonly field: string
  readonly expected: string
  readonly actual: string
  readonly fits: boolean
}

/** One exception that has something in common with the finding. */
export interface ExceptionTrace {
  readonly id: string
  readonly source: 'file' | 'comment'
  readonly place: string | null
  readonly expires: string
  readonly fields: readonly FieldTrace[]
  readonly holds: boolean
  /** Why it does not hold; null where it does. */
  readonly problem: string | null
}

/** Something that would let the finding pass, or take it a step nearer. */
export interface Remedy {
  readonly kind: 'nothing' | 'fix' | 'baseline' | 'count' | 'exception' | 'no-exception'
  readonly text: string
  /** Commands to copy, in the order in which they are written. */
  readonly commands: readonly string[]
}

/** Everything that led to one outcome, and what would change it. Complete: no other input had a say. */
export interface Trace {
  readonly outcome: Outcome
  readonly evaluatedAt: string
  readonly change: { readonly event: string | null; readonly branch: string | null; readonly headSha: string | null }
  readonly layers: readonly { readonly name: string; readonly sha256: string }[]
  /** Ids of the rules that gave the verdict. */
  readonly decisive: readonly string[]
  readonly matched: readonly RuleTrace[]
  /** Rules with one or two conditions that fail, the nearest first. */
  readonly near: readonly RuleTrace[]
  /** How many further rules do not match. */
  readonly others: number
  readonly tier: { readonly value: Tier; readonly reason: string; readonly layers: readonly PlacementTrace[] }
  readonly state: {
    readonly value: State
    readonly reason: string | null
    readonly inDiff: boolean | null
    readonly firstDetected: string | null
  }
  readonly category: { readonly value: Category; readonly reported: Category }
  readonly severity: {
    readonly value: Severity
    /** Null where only the policy tells what an unknown one counts as. */
    readonly counted: KnownSeverity | null
    readonly source: SeveritySource
    readonly score: number | null
    readonly conflict: boolean
    /** What the scanner said, where the policy raised it. */
    readonly reported: Severity
  }
  readonly kev: {
    readonly value: boolean | null
    readonly released: string | null
    readonly listed: readonly { readonly cve: string; readonly added: string }[]
    readonly reason: string
  }
  readonly epss: {
    readonly value: number | null
    readonly date: string | null
    readonly scores: readonly { readonly cve: string; readonly score: number }[]
    readonly reason: string
  }
  readonly reachability: { readonly value: Reachability; readonly vex: readonly string[] }
  readonly suppression: { readonly claimed: string; readonly honoured: boolean } | null
  readonly sla: {
    /** Milliseconds that the policy gives, per layer that sets a time. */
    readonly times: readonly { readonly layer: string; readonly milliseconds: number }[]
    readonly due: string | null
    readonly status: SlaStatus | null
    readonly reason: string
  }
  readonly exceptions: readonly ExceptionTrace[]
  /** Exceptions that have no field in common with the finding. */
  readonly unrelatedExceptions: number
  readonly remedies: readonly Remedy[]
}
