import type { JudgedOccasion } from '../core/change/occasion/occasion.js'
import type { Evaluation } from '../core/decision/decide.js'
import { type Approvals, joinApprovals } from '../core/exceptions/approval/result.js'
import { configurationError } from '../core/ground/errors.js'
import { governedBy } from '../core/policy/scanning-files.js'
import type { GatePorts, GateRequest, SourcePort } from '../gate/request.js'
import { attempt } from '../github/http/failure.js'
import type { WorkflowRun } from '../github/objects.js'
import type { GitHub } from '../github/port.js'
import { collectApprovals } from './approvals/collect.js'
import { sinceOf } from './baseline/follow.js'
import { baselineOf } from './baseline/port.js'
import { readChange } from './facts/change.js'
import { withStoredScans } from './facts/kept/stored-scans.js'
import { onceKept } from './facts/kept/upload-awaited.js'
import { policyOfRun, policyReader } from './facts/policy-at.js'
import { remoteSources } from './facts/remote-sources.js'
import { isOfChange, type ScanPlace } from './facts/scanned.js'
import { trustedPolicyPort } from './facts/trust.js'
import { requestOfRun, trustedCommit, workflowPath } from './request.js'
import { checkoutOf, type Run } from './run-context.js'
import { nowOf } from './runner.js'
import { basisIn, type ScanRecord } from './scan-record.js'

/** An evaluation that a run is to make. */
export interface PlannedEvaluation {
  readonly kind: 'evaluate'
  readonly request: GateRequest
  readonly ports: GatePorts
  /** The run that kept the scans; null: they lie in the workspace. */
  readonly kept: WorkflowRun | null
}

/** What is evaluated and what it asks the world, or why this run has nothing to do. */
export type EvaluationPlan = PlannedEvaluation | { readonly kind: 'idle'; readonly why: string }

/** Plans the evaluation of a run: with the files of the workspace, or with those that the pull request's own run kept. */
export async function planOf(run: Run): Promise<EvaluationPlan> {
  const { occasion, change, github, runner, workspace } = run
  const { env } = runner
  const request = requestFor(run)
  const { workflow, runId: thisRun } = request
  if (occasion.scans === 'workspace') return planned(run, request, occasion.sources, { workflow, kept: null })
  const { headSha, pullRequest: number } = change
  if (github === null || headSha === null || number === null) {
    throw configurationError('The pull request cannot be read without a token', 'Leave github-token at its default')
  }
  const runId = occasion.scans === 'kept-by-run' ? (change.sourceRun?.id ?? null) : null
  const read = basisIn(run.gateCheck)?.scans ?? null
  const governed = async () => governedBy(await policyOfRun(run))
  const head = {
    headSha,
    number,
    runId,
    gateRun: run.gateRun,
    thisRun,
    read,
    governed,
    isAlone: occasion.scans === 'kept-alone'
  }
  const ask = () => withStoredScans(request, github, head, env.RUNNER_TEMP ?? workspace)
  const stored = await onceKept(ask, run)
  if (stored?.kind === 'running')
    return {
      kind: 'idle',
      why: `The gate's own run for this head is at work and reads the comments: ${stored.run.url}`
    }
  return stored === null
    ? planned(run, request, occasion.sources, { workflow, kept: null })
    : planned(run, stored.request, 'commit', { workflow: stored.run.path, kept: stored.run })
}

/** What the run is asked to evaluate. */
export function requestFor(run: Run): GateRequest {
  const { env } = run.runner
  return requestOfRun(run, {
    workspace: run.workspace,
    runSha: runShaOf(run),
    workflow: workflowPath(env.GITHUB_WORKFLOW_REF),
    runId: Number(env.GITHUB_RUN_ID ?? '') || null,
    now: nowOf(run.runner)
  })
}

/** The evaluation, with the files of the change from there; `workflow` is the one that has scanned. */
async function planned(
  run: Run,
  request: GateRequest,
  sources: JudgedOccasion['sources'],
  { workflow, kept }: { readonly workflow: string | null; readonly kept: WorkflowRun | null }
): Promise<PlannedEvaluation> {
  const { github } = run
  const here: ScanPlace = { root: checkoutOf(run), runSha: runShaOf(run), recorded: null }
  const isHere = sources === 'checkout' || github === null
  const ports = isHere ? portsOf(run, here, workflow) : await portsElsewhere(run, github, workflow)
  return { kind: 'evaluate', request, ports, kept }
}

/** GITHUB_SHA, where it is a commit of what is judged. */
const runShaOf = ({ occasion, runner }: Run): string | null =>
  occasion.runSha === 'judged' ? (runner.env.GITHUB_SHA ?? null) : null

/** Where the files of the change are read through the API. */
async function portsElsewhere(run: Run, github: GitHub, workflow: string | null): Promise<GatePorts> {
  const recorded = await provenScan(run, github)
  const elsewhere = portsOf(run, { root: null, runSha: null, recorded }, workflow)
  return { ...elsewhere, sources: sourcesOf(run.change, recorded, github) }
}

/** What the pull request's own run says that it scanned, where the commit itself bears it out. */
async function provenScan({ change, gateScan }: Run, github: GitHub): Promise<ScanRecord | null> {
  return gateScan !== null && (await isOfChange(gateScan.sha, change, github)) ? gateScan : null
}

/** Runs of the default branch have its files checked out, if any: those of the change are read through the API. */
function sourcesOf({ mergeSha, headSha }: Run['change'], recorded: ScanRecord | null, github: GitHub): SourcePort {
  const others = recorded?.isCertain === true ? [] : [mergeSha, headSha]
  const commits = [recorded?.sha ?? null, ...others].filter(commit => commit !== null)
  return remoteSources(github, [...new Set(commits)], recorded?.site ?? null)
}

function portsOf(run: Run, place: ScanPlace, workflow: string | null): GatePorts {
  const { occasion, change, github, inputs } = run
  const workspace = checkoutOf(run)
  return {
    policy: trustedPolicyPort({ workspace, baseSha: trustedCommit(occasion, change), github }),
    change: () => readChange(change, place, github),
    approvals: github === null || !occasion.approvals ? null : evaluation => approvalsOf(run, github, evaluation),
    baseline: inputs.baseline === 'auto' ? settled => baselineOf(run, { root: place.root, workflow }, settled) : null,
    since: (commit, settled) => sinceOf(change, { root: place.root, github }, commit, settled),
    sources: null,
    tree: github === null ? null : scannedTree(run, github)
  }
}

/** The files of the commit that was scanned, by the API. */
function scannedTree(run: Run, github: GitHub) {
  const { mergeSha, headSha } = run.change
  const commits = [runShaOf(run), mergeSha, headSha].flatMap(commit => commit || [])
  return () => remoteSources(github, [...new Set(commits)]).files()
}

/** Approvals of the pull request, or of those that a merge group holds, each at the head that it has there. */
async function approvalsOf(run: Run, github: GitHub, evaluation: Evaluation): Promise<Approvals> {
  const { change } = run
  const { pullRequest, headSha } = change
  const asked = { now: evaluation.now, policyAt: policyReader(run), checkName: run.inputs.checkName }
  if (pullRequest !== null) return collectApprovals(github, evaluation, { ...asked, number: pullRequest, headSha })
  const approvals: Approvals[] = []
  for (const number of await queuedPulls(change, github)) {
    approvals.push(await collectApprovals(github, evaluation, { ...asked, number, headSha: null }))
  }
  return joinApprovals(approvals)
}

/** The group's name tells one of its pull requests; GitHub tells the others, where it can be asked. */
async function queuedPulls({ queuedPullRequest, headSha }: Run['change'], github: GitHub): Promise<readonly number[]> {
  const held = headSha === null ? null : await attempt(github.pullRequestsOfCommit(headSha))
  const numbers = [queuedPullRequest, ...(held?.ok ? held.value : [])].filter(number => number !== null)
  return [...new Set(numbers)].sort((a, b) => a - b)
}
