import { decide, type Evaluation } from './core/decision/decide.js'
import type { Decision, Notice } from './core/decision/model.js'
import type { Approvals } from './core/exceptions/approval/result.js'
import { identify } from './core/identity/identify.js'
import { mergeFindings } from './core/identity/merge.js'
import type { Policy, Tier } from './core/policy/model.js'
import { gather, type KnownChange } from './shell/gather.js'
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
   * Asked after a first decision, because an approval is bound to what was found.
   */
  readonly approvals: ((before: GateResult) => Promise<Approvals>) | null
}

/** A decision, and what it was made by: views name rules that matched nothing, and commands are answered. */
export interface GateResult {
  readonly decision: Decision
  readonly policy: Policy
  readonly approvals: Approvals | null
  /** What the decision rests on: another policy can be asked about the same. */
  readonly facts: Evaluation
}

/**
 * The one pipeline that the Action and the command line share: gather facts, identify findings, decide.
 * Throws ConfigurationError where the gate cannot decide; an unreadable scan is evidence, not an error.
 */
export async function evaluate(request: GateRequest, ports: GatePorts, progress: Progress): Promise<GateResult> {
  const found = await prepare(request, ports, progress)
  const { policy } = found
  const before = decide(found)
  const approvals =
    ports.approvals === null ? null : await ports.approvals({ decision: before, policy, approvals: null, facts: found })
  const facts = approvals === null ? found : withApprovals(found, approvals)
  progress(null)
  return { decision: approvals === null ? before : decide(facts), policy, approvals, facts }
}

/** The first two steps of the pipeline: everything that the decision rests on, for those who explain it too. */
export async function prepare(request: GateRequest, ports: GatePorts, progress: Progress): Promise<Evaluation> {
  const { inputs, identity, evaluation, notices } = await gather(request, ports, progress)
  progress('Deciding')
  const merged = mergeFindings(
    inputs.flatMap(input => input.findings),
    evaluation.policy.unknownSeverity
  )
  const { findings, fixed, notices: oddities } = identify(merged, { ...identity, now: request.now })
  return { ...evaluation, inputs, findings, fixed, notices: [...notices, ...oddities.map(identityNotice)] }
}

const withApprovals = (facts: Evaluation, { records, outcomes, notices }: Approvals): Evaluation => ({
  ...facts,
  exceptions: [...facts.exceptions, ...records],
  pendingExceptions: outcomes,
  notices: [...facts.notices, ...notices]
})

const identityNotice = (message: string): Notice => ({ level: 'info', code: 'identity', message })
