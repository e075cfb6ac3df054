import type { Notice } from '../../ground/notice.js'
import type { Verb } from '../command.js'
import type { ExceptionOutcome, ExceptionRecord, ExceptionStatus } from '../exception.js'

/** Why a comment does not count, whoever wrote it and whatever it asks for. */
export const OUT_OF_ORDER = [
  'malformed',
  'wrong-repository',
  'wrong-pull-request',
  'not-open',
  'no-user',
  'not-a-person',
  'through-app',
  'from-future',
  'edited',
  'hidden',
  'before-reset', // before the pull request was reopened or given another base
  'later-comment-changed' // somebody else changed or deleted a later comment of the same person
] as const

/** Why a command has the outcome it has: a closed set. */
export const COMMAND_CODES = [
  'counted',
  // Read, without effect of its own
  'superseded', // a later command of the same person took its place
  'disagrees', // commit or type differ from the approval that has more voices
  'blocked', // a rejection or revocation stands
  'label-missing',
  // Left to whom it is for
  'other-gate', // another gate answers here too, and this one has no such finding
  // The comment
  ...OUT_OF_ORDER,
  // The finding
  'unknown-finding',
  'ambiguous-finding',
  'never',
  // The person
  'not-approver',
  'authority-unknown',
  'own-change',
  'contributor',
  'contributors-unknown',
  'unmapped-commit',
  'pusher',
  'pusher-unknown',
  'requester',
  // The commit
  'head-moved',
  'base-sha',
  'sha-mismatch',
  'carry-unknown',
  'carry-fingerprint',
  'carry-content',
  'carry-severity',
  'carry-kev',
  'carry-tier',
  // The terms
  'expires-past', // before the command was given
  'expired',
  'too-long',
  'ticket-required',
  'controls-required',
  'after-rejection' // the same person rejected before, and this names another commit than the current head
] as const
export type CommandCode = (typeof COMMAND_CODES)[number]

/** A code and what to say about it; the sentence quotes nothing that a stranger wrote. */
export interface CommandReason {
  readonly code: CommandCode
  readonly sentence: string
}

export type CommandReaction = 'eyes' | 'rocket' | '-1'

/** What came of one comment that begins like a command. */
export interface CommandResult extends CommandReason {
  readonly commentId: number
  readonly url: string
  readonly login: string | null
  /** Null where the command is malformed. */
  readonly verb: Verb | null
  readonly finding: string | null
  /** `elsewhere`: it may be for another gate, which answers it. */
  readonly outcome: 'counted' | 'read' | 'refused' | 'elsewhere'
  /** For the log: a comment can be deleted later. */
  readonly bodySha256: string
  /** The last instant (ISO 8601 UTC) at which it holds, should it count; null: it approves nothing. */
  readonly until: string | null
  /** Wanted from the gate on this comment. */
  readonly reactions: readonly CommandReaction[]
}

/** Where one finding stands. */
export interface FindingApproval {
  readonly finding: string
  readonly status: Extract<ExceptionStatus, 'requested' | 'active' | 'rejected' | 'revoked' | 'expired' | 'invalid'>
  readonly sentence: string
}

export interface Approvals {
  readonly commands: readonly CommandResult[]
  readonly findings: readonly FindingApproval[]
  /** Approved exceptions; expired ones too, so that views can say when they ended. */
  readonly records: readonly ExceptionRecord[]
  /** Of the findings that have no record: requested, rejected, revoked, invalid. */
  readonly outcomes: readonly ExceptionOutcome[]
  /** Approvals that do not count, and why. */
  readonly invalidated: readonly CommandResult[]
  /** Labels of the policy, and whether the pull request should have them; empty where nothing should change. */
  readonly labels: readonly { readonly name: string; readonly wanted: boolean }[]
  /** What the label that the policy asks for has been through, to be compared; null: none is asked for, or none known. */
  readonly labelTrail: string | null
  readonly notices: readonly Notice[]
}

/** The approvals of several pull requests that are judged together, each by its own comments. */
export const joinApprovals = (each: readonly Approvals[]): Approvals => ({
  commands: each.flatMap(({ commands }) => commands),
  findings: each.flatMap(({ findings }) => findings),
  records: each.flatMap(({ records }) => records),
  outcomes: each.flatMap(({ outcomes }) => outcomes),
  invalidated: each.flatMap(({ invalidated }) => invalidated),
  labels: [],
  labelTrail: null,
  notices: each.flatMap(({ notices }) => notices)
})
