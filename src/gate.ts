import { decide } from './core/decision/decide.js'
import type { Decision, Notice } from './core/decision/model.js'
import { identify } from './core/identity/identify.js'
import { mergeFindings } from './core/identity/merge.js'
import type { Policy, Tier } from './core/policy/model.js'
import { gather } from './shell/gather.js'
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
}

/** Told what is being read, for people who wait; null when there is nothing more to wait for. */
export type Progress = (message: string | null) => void

/** A decision, and the policy that it was made by: views name rules that matched nothing. */
export interface GateResult {
  readonly decision: Decision
  readonly policy: Policy
}

/**
 * The one pipeline that the Action and the command line share: gather facts, identify findings, decide.
 * Throws ConfigurationError where the gate cannot decide; an unreadable scan is evidence, not an error.
 */
export async function evaluate(request: GateRequest, port: PolicyPort, progress: Progress): Promise<GateResult> {
  const { inputs, identity, evaluation, notices } = await gather(request, port, progress)
  progress('Deciding')
  const merged = mergeFindings(
    inputs.flatMap(input => input.findings),
    evaluation.policy.unknownSeverity
  )
  const { findings, fixed, notices: oddities } = identify(merged, { ...identity, now: request.now })
  const decision = decide({
    ...evaluation,
    inputs,
    findings,
    fixed,
    notices: [...notices, ...oddities.map(identityNotice)]
  })
  progress(null)
  return { decision, policy: evaluation.policy }
}

const identityNotice = (message: string): Notice => ({ level: 'info', code: 'identity', message })
