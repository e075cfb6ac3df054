import type { CommandResult, FindingApproval } from '../../exceptions/approval/result.js'
import { DEFAULT_CHECK_NAME } from '../../ground/check-name.js'
import type { Effect } from '../../history/effect.js'
import type { Rule } from '../../policy/policy.js'
import type { ReportOrigin } from '../../sarif/report-origin.js'
import type { SourceText } from './excerpt.js'

/** A policy that the change proposes: what it would make of the same findings, or why it cannot be used. */
export type PolicyProposal =
  | { readonly kind: 'effect'; readonly effect: Effect }
  | { readonly kind: 'unusable'; readonly problems: readonly string[] }

/** What an attestation is about besides the decision and the commit, e.g. an image. */
export interface EvidenceSubject {
  readonly name: string
  /** 64 lower-case hex digits. */
  readonly sha256: string
}

/** What views say beside the decision. None of it changes what was decided. */
export interface ViewContext {
  /** Name of the gate: tells the comments of two gates on one pull request apart. */
  readonly checkName: string
  /** Where repository, commit and path make an address, e.g. `https://github.com`; null: no links. */
  readonly serverUrl: string | null
  /** Where the repository is cloned from, without a password, e.g. `https://gitlab.com/acme/pay`; absent: not known. */
  readonly cloneAddress?: string
  /** All rules of the policy, so that rules without a match are seen too; empty where only the decision is at hand. */
  readonly rules: readonly Pick<Rule, 'id' | 'layer' | 'description'>[]
  /** Those of them that could not be asked of every finding, such as one on KEV without KEV; absent: none. */
  readonly unasked?: ReadonlySet<Pick<Rule, 'id' | 'layer' | 'description'>>
  /** What the change would make of the policy, where it touches it; null where it does not. */
  readonly proposal: PolicyProposal | null
  /** Address of the workflow run, for evidence; null where there is none. */
  readonly runUrl: string | null
  /** Commands of the pull request, to be answered; absent: none. */
  readonly commands?: readonly CommandResult[]
  /** Where findings stand that somebody asked an exception for; absent: nobody did. */
  readonly approvals?: readonly FindingApproval[]
  /** Who may approve by the policy, as `approverNames` names them. */
  readonly approvers?: readonly string[]
  /** What the report says of itself, to be believed as a baseline; absent: nothing. */
  readonly origin?: ReportOrigin
  /** Whatever else the attestation is about; absent: nothing. */
  readonly subjects?: readonly EvidenceSubject[]
  /** Texts of the files as they were scanned, for the line that a finding is about; absent: what the scanners kept of it. */
  readonly source?: SourceText
}

/** Outside GitHub: the decision alone. */
export const PLAIN_CONTEXT: ViewContext = {
  checkName: DEFAULT_CHECK_NAME,
  serverUrl: null,
  rules: [],
  proposal: null,
  runUrl: null
}
