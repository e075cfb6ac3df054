import type { FindingFacts } from '../facts/lookup.js'
import type { Finding, State } from '../finding.js'
import type { Ran } from './ran.js'

/** Lines of the head's files that the change adds or edits, and the manifests it touches. Paths are repository-relative with `/`. */
export interface Diff {
  readonly files: ReadonlyMap<string, DiffFile>
  /** False where a part could not be read (too many files, a missing patch): a file that is not named may have changed. */
  readonly complete: boolean
}

export interface DiffFile {
  /** Path at the base where the file was renamed or copied, else the same path; null for an added file. */
  readonly basePath: string | null
  readonly change: 'added' | 'modified' | 'deleted' | 'renamed' | 'copied'
  /** Inclusive ranges of added or edited lines at the head, ascending; null where they are not known: then every line counts as changed. */
  readonly lines: readonly (readonly [number, number])[] | null
  /** The same as replacements, ascending: with the head's text they give the base's text. Null where not known. */
  readonly edits: readonly Edit[] | null
}

/** A stretch of base lines that the change replaces by a stretch of head lines; either may be empty. Lines count from 1. */
export interface Edit {
  /** First removed line of the base; where none is removed, the line before which the new ones stand. */
  readonly baseStart: number
  readonly removed: readonly string[]
  /** First added line of the head; where none is added, the line before which the removed ones stood. */
  readonly headStart: number
  readonly added: number
}

/** What identity adds to a finding. */
export interface Identity {
  /** `F-` and the 32 hex digits of the fingerprint `policyGate/v1`. */
  readonly id: string
  readonly state: State
  /** One sentence: on what ground the state was chosen. */
  readonly stateReason: string
  /** Whether the place is part of the change; null where no diff is known. */
  readonly inDiff: boolean | null
  /** ISO 8601 UTC; null only where the caller gives no clock. */
  readonly firstDetected: string | null
}

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
  readonly diff: Diff | null
  /** Text of a head file by repository path, or null where it cannot be read. */
  readonly readSource: (path: string) => string | null
  /** The evaluation's clock, ISO 8601 UTC: the first detection of what was never seen before. */
  readonly now: string
  /** What ran at the base and what ran now, where that is known: a finding can be new or gone because its rule is. */
  readonly ran?: { readonly base: Ran; readonly head: Ran }
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
