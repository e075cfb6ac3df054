import type { Finding, KnownSeverity } from '../finding.js'
import type { Place } from '../ground/errors.js'
import type { Notice } from '../ground/notice.js'
import type { Tier } from '../policy/policy.js'

export const EXCEPTION_TYPES = [
  'risk-accept',
  'false-positive',
  'mitigated',
  'vendor-dependency',
  'break-glass'
] as const
export type ExceptionType = (typeof EXCEPTION_TYPES)[number]

/**
 * Exactly one way to say which finding is meant. A path may end in one `/**`. An advisory names a package, a path or
 * both: an identifier alone would cover whatever appears under it later.
 */
export type ExceptionMatch =
  | { readonly kind: 'finding'; readonly finding: string }
  | {
      readonly kind: 'advisory'
      readonly identifier: string
      readonly package: string | null
      readonly path: string | null
    }
  | { readonly kind: 'rule'; readonly tool: string; readonly ruleId: string; readonly path: string }

/** What an exception covers, as its record says it, in one line. */
export function matchWords(match: ExceptionMatch): string {
  switch (match.kind) {
    case 'finding':
      return match.finding
    case 'advisory':
      return [match.identifier, inWords('in', match.package), inWords('at', match.path)].join('')
    case 'rule':
      return `${match.tool} ${match.ruleId} at ${match.path}`
    default:
      return match satisfies never
  }
}

const inWords = (word: string, text: string | null): string => (text === null ? '' : ` ${word} ${text}`)

/** One approval of an exception. */
export interface Approver {
  /** With its `@`. */
  readonly login: string
  /** ISO 8601 UTC: start of that day where the record gives a date only. */
  readonly at: string
  /** Address of the comment; null for one in the file. */
  readonly url: string | null
}

/** A time-bound, approved acceptance of one finding, from the file or from verified comments. */
export interface ExceptionRecord {
  readonly id: string
  readonly source: 'file' | 'comment'
  readonly place: Place | null
  readonly type: ExceptionType
  readonly match: ExceptionMatch
  readonly reason: string
  readonly owner: string
  readonly approvedBy: readonly string[]
  /** Each approval of its own; absent: all of them stand in the file, at `approvedAt`. */
  readonly approvers?: readonly Approver[]
  /** ISO 8601 UTC: start of that day where the record gives a date only. */
  readonly approvedAt: string
  /** ISO 8601 UTC, the last instant at which it holds: the end of the day where the record gives a date only. */
  readonly expires: string
  /** As the record writes it. */
  readonly expiresText: string
  readonly ticket: string | null
  readonly controls: readonly string[]
}

/** A finding as exceptions see it. */
export interface ExceptionCandidate {
  readonly finding: Finding
  readonly id: string
  readonly tier: Tier
  readonly effectiveSeverity: KnownSeverity
  readonly kev: boolean | null
  /** True where a `never` condition of the policy holds. */
  readonly never: boolean
  /** True where the rules say block or warn: only there an exception has an effect. */
  readonly matters: boolean
}

export interface ExceptionSettlement {
  /** By index of the candidate: the exception that holds, and its end as the record writes it. */
  readonly granted: ReadonlyMap<number, { readonly id: string; readonly expires: string }>
  /** By index of the candidate: what views say about exceptions that no longer or do not hold, e.g. "exception EXC-1 expired on 2026-11-01". */
  readonly refused: ReadonlyMap<number, readonly string[]>
  /** One for each record, in the order of ids. */
  readonly outcomes: readonly ExceptionOutcome[]
  readonly notices: readonly Notice[]
}

export const EXCEPTION_STATUSES = [
  'active',
  'expiring',
  'expired',
  'unused',
  'invalid',
  'requested',
  'rejected',
  'revoked'
] as const

export type ExceptionStatus = (typeof EXCEPTION_STATUSES)[number]

/** What an exception says for itself, or what is asked for it: who accepts what, and why. Null is what nobody has said. */
export interface ExceptionAccount {
  readonly type: ExceptionType | null
  readonly reason: string | null
  readonly owner: string | null
  /** Whose approval counts. */
  readonly approvers: readonly Approver[]
  readonly ticket: string | null
  readonly controls: readonly string[]
  /** Approvals that the policy asks for at the highest risk that it covers (null: it covers nothing), and those there are. */
  readonly quorum: { readonly needed: number | null; readonly have: number }
}

/** The approvals of a record, each with its time. */
export const approversOf = ({ approvers, approvedBy, approvedAt }: ExceptionRecord): readonly Approver[] =>
  approvers ?? approvedBy.map(login => ({ login, at: approvedAt, url: null }))

export interface ExceptionOutcome {
  readonly id: string
  readonly status: ExceptionStatus
  readonly source: 'file' | 'comment'
  readonly finding: string | null
  readonly expires: string | null
  readonly problem: string | null
  /** What it covers, as its record says it; absent in a decision that was stored without it. */
  readonly match?: ExceptionMatch
  /** Absent where nothing is known of it, and in a decision that was stored without it. */
  readonly account?: ExceptionAccount
}
