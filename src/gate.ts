import { decide, type Evaluation } from './core/decision/decide.js'
import type { Decision, Notice } from './core/decision/model.js'
import { approvalNotices } from './core/exceptions/approval/notices.js'
import type { Approvals } from './core/exceptions/approval/result.js'
import { identify } from './core/identity/identify.js'
import { mergeFindings } from './core/identity/merge.js'
import type { Policy, Tier } from './core/policy/model.js'
import { gather, type KnownChange, type SourcePort } from './shell/gather.js'
import type { PolicyPort } from './shell/policy-files.js'

/** What to evaluate: the inputs of the Action or the flags of the command line, checked. */
export interface GateRequest {
  /** Files, directories or globs, relative to `cwd`. */
  readonly sarif: readonly string[]
  /** Path or `preset:NAME`; null: the default path. */
  readonly policy: string | null
  /** Path; null: the file that the policy names, which may be absent. */
  readonly exceptions: string | null
  readonly baseline: readonly string[]
  readonly kev: readonly string[]
  readonly epss: readonly string[]
  readonly vex: readonly string[]
  readonly diff: string | null
  readonly cwd: string
  /** Root of the checkout; null: `cwd`. */
  readonly sourceRoot: string | null
  readonly defaultTier: Tier
  /** Directories that stand for other repositories, by OWNER/REPO. */
  readonly layerSources: ReadonlyMap<string, string>
  /** ISO 8601 UTC: the one clock of the evaluation. */
  readonly now: string
  readonly event: string | null
  readonly branch: string | null
  readonly repository: string | null
  readonly headSha: string | null
  readonly baseSha: string | null
  /** The commit that was checked out for a pull request, where it is not the head. */
  readonly mergeSha: string | null
  readonly pullRequest: number | null
  /** Path of the workflow that runs the gate, where it is known. */
  readonly workflow: string | null
  /** True where the root is expected to be a clone: without one, its files say nothing about what applies. */
  readonly expectsClone: boolean
  /** Preset that counts until the repository has a policy; null: there must be one. */
  readonly bootstrap: string | null
}

/** Told what is being read, for people who wait; null when there is nothing more to wait for. */
export type Progress = (message: string | null) => void

/** The world that an evaluation asks besides local files; on the command line most of it is local too. */
export interface GatePorts {
  readonly policy: PolicyPort
  /** The change under review, where the request names no diff file; null: nobody knows it. */
  readonly change: (() => Promise<KnownChange>) | null
  /**
   * Exceptions that people approved in comments, derived for the findings of this evaluation; null: no comments here.
   * Asked when everything else is known, because an approval is bound to what was found.
   */
  readonly approvals: ((evaluation: Evaluation) => Promise<Approvals>) | null
  /** Where the files of the change are; null: in the checkout, `sourceRoot`. */
  readonly sources: SourcePort | null
}

/** A decision, and what it was made by: views name rules that matched nothing, and commands are answered. */
export interface GateResult {
  readonly decision: Decision
  readonly policy: Policy
  readonly approvals: Approvals | null
  /** What was evaluated, with the approved exceptions. */
  readonly evaluation: Evaluation
}

/**
 * The one pipeline that the Action and the command line share: gather facts, identify findings, decide.
 * Throws ConfigurationError where the gate cannot decide; an unreadable scan is evidence, not an error.
 */
export async function evaluate(request: GateRequest, ports: GatePorts, progress: Progress): Promise<GateResult> {
  const facts = await prepare(request, ports, progress)
  const approvals = ports.approvals === null ? null : await ports.approvals(facts)
  const evaluation = approvals === null ? facts : withApprovals(facts, approvals)
  const decision = decide(evaluation)
  progress(null)
  return { decision, policy: facts.policy, approvals, evaluation }
}

/** The first two steps of the pipeline: everything that the decision rests on, for those who explain it too. */
export async function prepare(request: GateRequest, ports: GatePorts, progress: Progress): Promise<Evaluation> {
  const { inputs, identity, evaluation, notices } = await gather(request, ports, progress)
  progress('Deciding')
  const merged = mergeFindings(
    inputs.flatMap(input => input.findings),
    evaluation.policy.unknownSeverity
  )
  const { findings, fixed, notices: oddities, warnings } = identify(merged, { ...identity, now: request.now })
  const told: readonly Notice[] = [
    ...warnings.map((message): Notice => ({ level: 'warning', code: 'rules-gone', message })),
    ...oddities.map((message): Notice => ({ level: 'info', code: 'identity', message }))
  ]
  return { ...evaluation, inputs, findings, fixed, notices: [...notices, ...told] }
}

const withApprovals = (facts: Evaluation, approvals: Approvals): Evaluation => ({
  ...facts,
  exceptions: [...facts.exceptions, ...approvals.records],
  pendingExceptions: approvals.outcomes,
  notices: [...facts.notices, ...approvals.notices, ...approvalNotices(approvals)]
})
