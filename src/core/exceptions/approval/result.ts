import type { Notice } from '../../ground/notice.js'
import type { Question, Verb } from '../commands/command.js'
import type { ExceptionAccount, ExceptionOutcome, ExceptionRecord, ExceptionStatus } from '../exception.js'

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
  'later-comment-changed' // somebody else changed or deleted a later comment, which may have been a rejection
] as const

/** Why a command has the outcome it has: a closed set. */
export const COMMAND_CODES = [
  'counted',
  'answered', // a question, not a command
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

/** A finding that this gate does not have, where another gate answers too. */
export const OTHER_GATE: CommandReason = {
  code: 'other-gate',
  sentence: 'this gate has no such finding, another one answers for its own'
}

/** Several reasons as one, told by the first; null where there is none. */
export function together(reasons: readonly CommandReason[]): CommandReason | null {
  const [first] = reasons
  if (first === undefined) return null
  return { code: first.code, sentence: [...new Set(reasons.map(({ sentence }) => sentence))].join('; ') }
}

export type CommandReaction = 'eyes' | 'rocket' | '-1'

/** What came of one line that is addressed to the gate. */
export interface CommandResult extends CommandReason {
  readonly commentId: number
  /** Which line of its comment, from 1; null where it is the only one. */
  readonly line: number | null
  readonly url: string
  readonly login: string | null
  /** Null where the command is malformed. */
  readonly verb: Verb | Question | null
  readonly finding: string | null
  /** `elsewhere`: it may be for another gate, which answers it. */
  readonly outcome: 'counted' | 'read' | 'refused' | 'elsewhere'
  /** For the log: a comment can be deleted later. */
  readonly bodySha256: string
  /** The last instant (ISO 8601 UTC) at which it holds, should it count; null: it approves nothing. */
  readonly until: string | null
  /** The line that would be in order in place of a refused one, to be copied; null where no other line would help. */
  readonly corrected: string | null
}

/** What the gate wants to show on one comment: one answer for all its lines. */
export interface CommentReaction {
  readonly commentId: number
  readonly reactions: readonly CommandReaction[]
  /** False where no line of it could be read. */
  readonly isRead: boolean
}

/** Somebody's word about a finding. */
export interface Said {
  readonly login: string
  readonly url: string
  readonly reason: string
}

/** Where one finding stands. */
export interface FindingApproval {
  readonly finding: string
  readonly status: Extract<ExceptionStatus, 'requested' | 'active' | 'rejected' | 'revoked' | 'expired' | 'invalid'>
  readonly sentence: string
  /** Who asked for it, in order. */
  readonly requests: readonly Said[]
  /** Who has approved it with effect, or agrees with those who have. */
  readonly approvals: readonly Said[]
  /** Approvals that it needs. */
  readonly needed: number
  /** The whole approval to copy, but for its reason; null where none would help. */
  readonly offer: string | null
  /** What is asked for, and how far it has come; null: nobody asks any more. */
  readonly account: ExceptionAccount | null
}

export interface Approvals {
  readonly commands: readonly CommandResult[]
  readonly reactions: readonly CommentReaction[]
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
  reactions: each.flatMap(({ reactions }) => reactions),
  findings: each.flatMap(({ findings }) => findings),
  records: each.flatMap(({ records }) => records),
  outcomes: each.flatMap(({ outcomes }) => outcomes),
  invalidated: each.flatMap(({ invalidated }) => invalidated),
  labels: [],
  labelTrail: null,
  notices: each.flatMap(({ notices }) => notices)
})
