import { join } from 'node:path'
import * as core from '@actions/core'
import { ConfigurationError, configurationError, formatProblem } from '../../core/errors.js'
import { renderAnnotations } from '../../core/reports/annotations.js'
import { renderFailure } from '../../core/reports/failure.js'
import { renderSummary } from '../../core/reports/summary.js'
import { textReport } from '../../core/reports/text.js'
import type { PolicyProposal, ViewContext } from '../../core/reports/view-context.js'
import { evaluate, type GatePorts, type GateResult } from '../../gate.js'
import { type ChangeContext, loadEvent } from '../event.js'
import { EXIT, exitCodeOf } from '../exit-codes.js'
import { connectGitHub, DEFAULT_BUDGET } from '../github/connect.js'
import type { GitHub } from '../github/port.js'
import { type Inputs, inputNamesOf, readInputs } from '../inputs.js'
import { type ReportFiles, writeReportFiles } from '../report-files.js'
import { resolveChange } from '../resolve-change.js'
import { readChange } from './change.js'
import { commandSafe, logFailure, logFindings, logProblems } from './log.js'
import { readProposal } from './proposal.js'
import { announce, type Published, publish, publishFailure } from './publish.js'
import { needsBase, type RunnerFacts, requestOf, trustedCommit, workflowPath } from './request.js'
import { trustedPolicyPort } from './trust.js'

type Environment = Readonly<Record<string, string | undefined>>

/** What one run of the Action works with, once inputs and event are read. */
interface Run {
  readonly inputs: Inputs
  readonly change: ChangeContext
  readonly github: GitHub | null
  readonly workspace: string
  readonly env: Environment
}

/** Findings that the log lists; the job summary lists far more. */
const LOG_LIMITS = { blockers: 50, warnings: 12 } as const

/** The Action, from its inputs to its exit code. Nothing that goes wrong here is a pass. */
export async function runAction(env: Environment): Promise<number> {
  let run: Run | null = null
  try {
    run = await prepare(env)
    const announced = begin(run)
    const request = requestOf(run.inputs, run.change, runnerOf(run))
    const ports = portsOf(run)
    const result = await evaluate(request, ports, progress).finally(() => announced)
    const proposal = trustedCommit(run.change) === null ? null : await readProposal(result, request, ports.policy)
    await report(result, proposal, run)
    return exitCodeOf(result.decision, run.inputs.failOn)
  } catch (error) {
    logFailure(error)
    await reportFailure(error, run)
    return error instanceof ConfigurationError ? EXIT.configuration : EXIT.internal
  }
}

const progress = (message: string | null): void => {
  if (message !== null) core.info(commandSafe(message))
}

async function prepare(env: Environment): Promise<Run> {
  const inputs = readInputs(name => core.getInput(name), inputNamesOf(env))
  const event = await loadEvent(env)
  const github = connect(inputs, event, env)
  const change = github === null ? event : await resolveChange(event, github)
  if (needsBase(change) && change.baseSha === null) {
    throw configurationError(
      'The base commit of the change is not known',
      'Run the gate on pull_request or merge_group events'
    )
  }
  return { inputs, change, github, workspace: env.GITHUB_WORKSPACE ?? process.cwd(), env }
}

function connect({ githubToken, orgToken }: Inputs, { repository }: ChangeContext, env: Environment): GitHub | null {
  if (githubToken === null || repository === '') return null
  const apiUrl = env.GITHUB_API_URL ?? 'https://api.github.com'
  const graphqlUrl = env.GITHUB_GRAPHQL_URL ?? null
  return connectGitHub({ token: githubToken, orgToken, repository, apiUrl, graphqlUrl, budget: DEFAULT_BUDGET })
}

const runnerOf = ({ workspace, env }: Run): RunnerFacts => ({
  workspace,
  mergeSha: env.GITHUB_SHA ?? null,
  workflow: workflowPath(env.GITHUB_WORKFLOW_REF)
})

const portsOf = ({ change, github, workspace }: Run): GatePorts => ({
  policy: trustedPolicyPort({ workspace, baseSha: trustedCommit(change), github }),
  change: () => readChange(change, workspace, github),
  approvals: null
})

async function report(result: GateResult, proposal: PolicyProposal | null, run: Run): Promise<void> {
  const { decision, policy } = result
  const { inputs, env } = run
  const view = viewOf(run, policy.rules, proposal)
  const files = await writeReportFiles(
    decision,
    view,
    inputs.outputDir ?? join(env.RUNNER_TEMP ?? '.', 'policy-gate-report')
  )
  core.info(commandSafe(textReport(decision, { colour: false, limits: LOG_LIMITS })))
  await core.summary.addRaw(renderSummary(decision, view)).write()
  const published = await send(result, view, run)
  if (!published.annotated) logFindings(renderAnnotations(decision, inputs.annotations))
  logProblems(published.problems)
  setOutputs(result, files, published)
}

/** While files are read, the check run says that the gate is at work. */
async function begin({ change, github, inputs, env }: Run): Promise<void> {
  if (github === null || change.headSha === null) return
  await announce(github, change.headSha, inputs.checkName, runIdOf(change, env))
}

/** The run of the pull request's own workflow, so that a later command finds it. */
function runIdOf({ event }: ChangeContext, env: Environment): number | null {
  const own = event === 'pull_request' || event === 'merge_group'
  return own ? Number(env.GITHUB_RUN_ID ?? '') || null : null
}

async function send(
  { decision }: GateResult,
  view: ViewContext,
  { change, github, inputs, env }: Run
): Promise<Published> {
  if (github === null) return { checkUrl: null, annotated: false, problems: [] }
  return publish(decision, { change, inputs, view, github, runId: runIdOf(change, env) })
}

function setOutputs({ decision }: GateResult, files: ReportFiles, { checkUrl }: Published): void {
  const { counts } = decision
  core.setOutput('verdict', decision.verdict)
  core.setOutput('completeness', decision.completeness)
  core.setOutput('blocking', counts.block)
  core.setOutput('warnings', counts.warn)
  core.setOutput('excepted', counts.excepted)
  core.setOutput('fixed', counts.fixed)
  core.setOutput('decision-file', files.decision)
  core.setOutput('sarif-file', files.sarif)
  core.setOutput('attestation-file', files.attestation)
  core.setOutput('report-dir', files.directory)
  core.setOutput('check-url', checkUrl ?? '')
}

function viewOf({ inputs, env }: Run, rules: ViewContext['rules'], proposal: PolicyProposal | null): ViewContext {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env
  const runUrl = server && repository && run ? `${server}/${repository}/actions/runs/${run}` : null
  return { checkName: inputs.checkName, serverUrl: server ?? null, rules, proposal, runUrl }
}

/** A gate that could not decide says so wherever the verdict would have been. */
async function reportFailure(error: unknown, run: Run | null): Promise<void> {
  const problems =
    error instanceof ConfigurationError
      ? error.problems.map(formatProblem)
      : ['An internal error; its text is in the log']
  const summary = renderFailure(problems)
  await core.summary.addRaw(summary).write()
  const { github = null, change } = run ?? {}
  if (github === null || !run || !change?.headSha) return
  logProblems(
    await publishFailure(github, change.headSha, run.inputs.checkName, { title: 'Could not decide', summary })
  )
}
