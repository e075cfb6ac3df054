import { decide, type Evaluation } from '../core/decision/decide.js'
import type { Decision } from '../core/decision/decision.js'
import { approvalNotices } from '../core/exceptions/approval/approval-notices.js'
import type { Approvals } from '../core/exceptions/approval/result.js'
import type { Notice } from '../core/ground/notice.js'
import { identify } from '../core/identity/identify.js'
import { mergeFindings } from '../core/identity/merging/merge.js'
import { unansweredNotices } from '../core/policy/lint/unanswered.js'
import type { Policy } from '../core/policy/policy.js'
import { type Gathered, gather } from './gather.js'
import type { GatePorts, GateRequest, Progress, ScanSite, SettledChange } from './request.js'

/** A decision, and what it was made by: views name rules that matched nothing, and commands are answered. */
export interface GateResult {
  readonly decision: Decision
  readonly policy: Policy
  readonly approvals: Approvals | null
  /** What was evaluated, with the approved exceptions. */
  readonly evaluation: Evaluation
  /** The commit that was scanned, where that was, its texts, what the change does to them, and where they are at the head. */
  readonly scanned: Pick<SettledChange, 'diff' | 'edited' | 'scannedSha' | 'isCertain' | 'onHead' | 'readSource'> & {
    readonly site: ScanSite
  }
}

/**
 * The one pipeline that the Action and the command line share: gather facts, identify findings, decide.
 * Throws ConfigurationError where the gate cannot decide; an unreadable scan is evidence, not an error.
 */
export async function evaluate(request: GateRequest, ports: GatePorts, progress: Progress): Promise<GateResult> {
  const gathered = await gather(request, ports, progress)
  const facts = identifyAll(gathered, request, progress)
  const approvals = ports.approvals === null ? null : await ports.approvals(facts)
  const evaluation = approvals === null ? facts : withApprovals(facts, approvals)
  const decision = decide(evaluation)
  progress(null)
  return {
    decision,
    policy: facts.policy,
    approvals,
    evaluation,
    scanned: { ...gathered.settled, site: gathered.site }
  }
}

/** The first two steps of the pipeline: everything that the decision rests on, for those who explain it too. */
export async function prepare(request: GateRequest, ports: GatePorts, progress: Progress): Promise<Evaluation> {
  return identifyAll(await gather(request, ports, progress), request, progress)
}

function identifyAll(
  { inputs, identity, evaluation, notices }: Gathered,
  request: GateRequest,
  progress: Progress
): Evaluation {
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
  return { ...evaluation, inputs, findings, fixed, notices: [...notices, ...unanswered(evaluation, findings), ...told] }
}

const unanswered = ({ policy, facts }: Gathered['evaluation'], findings: Evaluation['findings']): readonly Notice[] =>
  unansweredNotices(policy, {
    feeds: facts,
    hasFirstDetected: findings.length === 0 ? null : findings.some(({ identity }) => identity.firstDetected !== null)
  })

const withApprovals = (facts: Evaluation, approvals: Approvals): Evaluation => ({
  ...facts,
  exceptions: [...facts.exceptions, ...approvals.records],
  pendingExceptions: approvals.outcomes,
  notices: [...facts.notices, ...approvals.notices, ...approvalNotices(approvals)]
})
