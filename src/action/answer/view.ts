import { unansweredIn } from '../../core/decision/decide.js'
import { approverNames } from '../../core/policy/approvers.js'
import type { PolicyProposal, ViewContext } from '../../core/reports/ground/view-context.js'
import type { GateResult } from '../../gate/gate.js'
import { workflowPath } from '../request.js'
import type { Run } from '../run-context.js'

/** What the views say of the run besides its decision. */
export function viewOf(
  { inputs, runner }: Run,
  { policy, approvals, evaluation, scanned }: GateResult,
  proposal: PolicyProposal | null
): ViewContext {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = runner.env
  const runUrl = server && repository && run ? `${server}/${repository}/actions/runs/${run}` : null
  const talk = {
    commands: approvals?.commands ?? [],
    approvals: approvals?.findings ?? [],
    approvers: approverNames(policy.exceptions),
    unasked: unansweredIn(evaluation)
  }
  const { checkName } = inputs
  const origin = originOfReport(checkName, scanned, workflowPath(runner.env.GITHUB_WORKFLOW_REF))
  const { readSource: source } = scanned
  return { checkName, serverUrl: server ?? null, rules: policy.rules, proposal, runUrl, source, ...talk, ...origin }
}

/** A report of nobody knows which commit must never stand for one. */
function originOfReport(
  gate: string,
  { scannedSha: commit, isCertain }: GateResult['scanned'],
  workflow: string | null
): Pick<ViewContext, 'origin'> {
  return commit === null || !isCertain || workflow === null ? {} : { origin: { gate, workflow, commit } }
}
