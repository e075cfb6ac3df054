import type { CommitSide, Diff } from '../change/change.js'
import type { FindingFacts } from '../feeds/lookup.js'
import type { Finding, Location, State } from '../finding.js'
import type { Ran } from './ran.js'

/** What identity adds to a finding. */
export interface Identity {
  /** `F-` and the 32 hex digits of the fingerprint `policyGate/v1`. */
  readonly id: string
  readonly state: State
  /** One sentence: on what ground the state was chosen. */
  readonly stateReason: string
  /** Whether the change reaches any of its places, or what leads to it; null where that is not known. */
  readonly inDiff: boolean | null
  /** Of several places those that are part of the change; absent where there is none. */
  readonly changedPlaces?: readonly Location[]
  /** ISO 8601 UTC; null only where the caller gives no clock. */
  readonly firstDetected: string | null
  /** Path at the base of the file that the change moved here; absent where it was always here. */
  readonly movedFrom?: string
  /** The same of single places, where there are several. */
  readonly moves?: readonly { readonly location: Location; readonly from: string }[]
  /**
   * What shows that this change did not add the suppression that the scanner reports: the baseline has it, or the change
   * leaves the file alone in which it stands. Absent where nothing does.
   */
  readonly suppressionGround?: SuppressionGround
}

/** Why a suppression is known to be older than the change. */
export type SuppressionGround = 'baseline' | 'untouched'

export interface IdentifiedFinding {
  readonly finding: Finding
  readonly identity: Identity
  /** What the feeds said, where it was looked up before (a stored decision, a policy test); absent: look it up. */
  readonly facts?: FindingFacts
}

/** Everything that identity may look at. */
export interface IdentityContext {
  /** Findings of the baseline, or null where there is none. */
  readonly baseline: readonly Finding[] | null
  /**
   * Of a baseline that the gate itself has found: what lies between its commit and the tree that the change starts from,
   * to which its findings are carried. What that reaches is not proven to be there still. Absent: whoever gave the
   * baseline answers for it.
   */
  readonly since?: Diff
  readonly diff: Diff | null
  /** Text of a head file by repository path, or null where it cannot be read. */
  readonly readSource: (path: string) => string | null
  /** The evaluation's clock, ISO 8601 UTC: the first detection of what was never seen before. */
  readonly now: string
  /** What ran at the base and what ran now, where that is known: a finding can be new or gone because its rule is. */
  readonly ran?: { readonly base: Ran; readonly head: Ran }
  /** Where a commit stands, in full, of those in which secrets were found; absent: nobody can tell. */
  readonly history?: (commit: string) => CommitSide
}

export interface IdentityResult {
  /** In the order of the given findings. */
  readonly findings: readonly IdentifiedFinding[]
  /** In the baseline, gone now. */
  readonly fixed: readonly IdentifiedFinding[]
  /** Oddities for people, such as a tool upgrade or an ambiguous match. */
  readonly notices: readonly string[]
  /** What somebody should look at: rules that no longer run. */
  readonly warnings: readonly string[]
}
