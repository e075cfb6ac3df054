import type { Evaluation } from '../core/decision/decide.js'
import { type Approvals, joinApprovals } from '../core/exceptions/approval/result.js'
import { configurationError } from '../core/ground/errors.js'
import type { GatePorts, GateRequest, SourcePort } from '../gate/request.js'
import { attempt } from '../github/http/failure.js'
import type { GitHub } from '../github/port.js'
import { collectApprovals } from './approvals/collect.js'
import { baselineOf } from './baseline/port.js'
import { readChange } from './facts/change.js'
import { policyReader } from './facts/policy-at.js'
import { remoteSources } from './facts/remote-sources.js'
import { isOfChange, type ScanPlace } from './facts/scanned.js'
import { followsRun, usesStoredScans, withStoredScans } from './facts/stored-scans.js'
import { trustedPolicyPort } from './facts/trust.js'
import { requestOfRun, trustedCommit, workflowPath } from './request.js'
import { checkoutOf, type Run } from './run-context.js'
import { type Environment, nowOf } from './runner.js'
import type { ScanRecord } from './scan-record.js'

/** An evaluation that a run is to make. */
export interface PlannedEvaluation {
  readonly kind: 'evaluate'
  readonly request: GateRequest
  readonly ports: GatePorts
}

/** What is evaluated and what it asks the world, or why this run has nothing to do. */
export type EvaluationPlan = PlannedEvaluation | { readonly kind: 'idle'; readonly why: string }

/** Plans the evaluation of a run: with the files of the workspace, or with those that the pull request's own run kept. */
export async function planOf(run: Run): Promise<EvaluationPlan> {
  const { change, github, inputs, runner, workspace } = run
  const { env } = runner
  const workflow = workflowPath(env.GITHUB_WORKFLOW_REF)
  const request = requestOfRun(inputs, change, {
    workspace,
    mergeSha: env.GITHUB_SHA ?? null,
    workflow,
    now: nowOf(runner)
  })
  const here: ScanPlace = { root: checkoutOf(run), runSha: env.GITHUB_SHA ?? null, recorded: null }
  const ports = portsOf(run, here, workflow)
  if (isOrphan(change)) {
    return {
      kind: 'idle',
      why: 'No open pull request has the commit of that run as its head: there is nothing to judge'
    }
  }
  const follows = github !== null && followsRun(change)
  if (!usesStoredScans(change) && !follows) return { kind: 'evaluate', request, ports }
  const { headSha, pullRequest: number } = change
  if (github === null || headSha === null || number === null) {
    throw configurationError('The pull request cannot be read without a token', 'Leave github-token at its default')
  }
  const thisRun = Number(env.GITHUB_RUN_ID ?? '') || null
  const runId = follows ? (change.sourceRun?.id ?? null) : null
  const head = { headSha, number, runId, gateRun: run.gateRun, thisRun }
  const stored = await withStoredScans(request, github, head, env.RUNNER_TEMP ?? workspace)
  if (stored?.kind === 'running')
    return {
      kind: 'idle',
      why: `The gate's own run for this head is at work and reads the comments: ${stored.run.url}`
    }
  const isElsewhere = follows || change.event === 'issue_comment'
  if (stored === null && !isElsewhere) return { kind: 'evaluate', request, ports }
  const recorded = await provenScan(run, github)
  const elsewhere = portsOf(run, { root: null, runSha: null, recorded }, stored?.run.path ?? workflow)
  const sources = sourcesOf(change, recorded, github)
  return { kind: 'evaluate', request: stored?.request ?? request, ports: { ...elsewhere, sources } }
}

/** A run of a pull request that has moved on, is closed, or cannot be told from another one with the same head. */
const isOrphan = ({ event, sourceRun, pullRequest }: Run['change']): boolean =>
  event === 'workflow_run' && pullRequest === null && sourceRun?.isAboutPull === true

/** What the pull request's own run says that it scanned, where the commit itself bears it out. */
async function provenScan({ change, gateScan }: Run, github: GitHub): Promise<ScanRecord | null> {
  return gateScan !== null && (await isOfChange(gateScan.sha, change, github)) ? gateScan : null
}

/** Runs of the default branch have its files checked out, if any: those of the change are read through the API. */
function sourcesOf({ mergeSha, headSha }: Run['change'], recorded: ScanRecord | null, github: GitHub): SourcePort {
  const commits = recorded === null ? [mergeSha, headSha] : [recorded.sha]
  return remoteSources(
    github,
    commits.filter(commit => commit !== null),
    recorded?.site ?? null
  )
}

function portsOf(run: Run, place: ScanPlace, workflow: string | null): GatePorts {
  const { change, github, inputs, runner } = run
  const workspace = checkoutOf(run)
  const isAboutPulls = change.pullRequest !== null || change.event === 'merge_group'
  return {
    policy: trustedPolicyPort({ workspace, baseSha: trustedCommit(change), github }),
    change: () => readChange(change, place, github),
    approvals: github === null || !isAboutPulls ? null : evaluation => approvalsOf(run, github, evaluation),
    baseline: inputs.baseline === 'auto' ? settled => baselineOf(run, { root: place.root, workflow }, settled) : null,
    sources: null,
    tree: github === null ? null : scannedTree(change, runner.env, github)
  }
}

/** Events whose GITHUB_SHA is the commit that checkout gives. */
const CHECKED_OUT = new Set(['pull_request', 'merge_group', 'push', 'schedule', 'workflow_dispatch'])

/** The files of the commit that was scanned, by the API. */
function scannedTree({ event, mergeSha, headSha }: Run['change'], env: Environment, github: GitHub) {
  const checkedOut = CHECKED_OUT.has(event) ? (env.GITHUB_SHA ?? null) : null
  const commits = [checkedOut, mergeSha, headSha].flatMap(commit => commit || [])
  return () => remoteSources(github, [...new Set(commits)]).files()
}

/** Approvals of the pull request, or of those that a merge group holds, each at the head that it has there. */
async function approvalsOf(run: Run, github: GitHub, evaluation: Evaluation): Promise<Approvals> {
  const { change } = run
  const { pullRequest, headSha } = change
  const policyAt = policyReader(run)
  const { now } = evaluation
  if (pullRequest !== null) return collectApprovals(github, evaluation, { number: pullRequest, headSha, now, policyAt })
  const approvals: Approvals[] = []
  for (const number of await queuedPulls(change, github)) {
    approvals.push(await collectApprovals(github, evaluation, { number, headSha: null, now, policyAt }))
  }
  return joinApprovals(approvals)
}

/** The group's name tells one of its pull requests; GitHub tells the others, where it can be asked. */
async function queuedPulls({ queuedPullRequest, headSha }: Run['change'], github: GitHub): Promise<readonly number[]> {
  const held = headSha === null ? null : await attempt(github.pullRequestsOfCommit(headSha))
  const numbers = [queuedPullRequest, ...(held?.ok ? held.value : [])].filter(number => number !== null)
  return [...new Set(numbers)].sort((a, b) => a - b)
}
