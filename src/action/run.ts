import { join } from 'node:path'
import type { Decision } from '../core/decision/decision.js'
import { ConfigurationError, configurationError, formatProblem } from '../core/ground/errors.js'
import type { Annotation } from '../core/reports/annotations.js'
import type { PolicyProposal, ViewContext } from '../core/reports/ground/view-context.js'
import { renderFailure } from '../core/reports/markdown/failure.js'
import { renderSummary } from '../core/reports/markdown/summary.js'
import { textReport } from '../core/reports/terminal/text.js'
import { type ReportFiles, writeReportFiles } from '../files/report-files.js'
import { EXIT, exitCodeOf } from '../gate/exit-codes.js'
import { evaluate, type GateResult } from '../gate/gate.js'
import { connectGitHub, DEFAULT_BUDGET } from '../github/connect.js'
import { GitHubError } from '../github/http/failure.js'
import type { GitHub } from '../github/port.js'
import { afterMerge } from './answer/after-merge.js'
import { annotationsOf } from './answer/annotated.js'
import { followUp } from './answer/follow-up.js'
import { logFailure, logFindings, logProblems, say } from './answer/log.js'
import { setOutputs } from './answer/outputs.js'
import { ownRunId } from './answer/own-run-id.js'
import { announce, type Published, publish, publishFailure } from './answer/publish.js'
import { remind } from './answer/reminders.js'
import { orTell, replaceSummary } from './answer/runner-files.js'
import { viewOf } from './answer/view.js'
import { type PlannedEvaluation, planOf } from './evaluation.js'
import { type ChangeContext, loadEvent } from './event.js'
import { readProposal } from './facts/proposal.js'
import { resolveChange } from './facts/resolve-change.js'
import { gateCheckOf, usesStoredScans } from './facts/stored-scans.js'
import { type Inputs, inputNamesOf, inputOf, readInputs } from './inputs.js'
import { needsBase } from './request.js'
import type { Run } from './run-context.js'
import { nowOf, type Runner } from './runner.js'
import { recordFrom, recordIn } from './scan-record.js'
import { isOutdated, onNewBase } from './up-to-date.js'

/** Findings that the log lists; the job summary lists far more. */
const LOG_LIMITS = { blockers: 50, warnings: 12 } as const

/** The Action, from its inputs to its exit code. Nothing that goes wrong here is a pass. */
export async function runAction(runner: Runner): Promise<number> {
  let run: Run | null = null
  try {
    const inputs = readInputs(name => inputOf(runner.env, name), inputNamesOf(runner.env))
    const event = await loadEvent(runner.env)
    if (isIdle(event)) return idle(runner, 'There is no command in this comment: nothing to do')
    run = await prepare(inputs, event, runner)
    if (run.change.isClosed) return idle(runner, 'The pull request is closed: nothing to do')
    const plan = await planOf(run)
    if (plan.kind === 'idle') return idle(runner, plan.why)
    const shown = await decideAndShow(plan, run)
    const { result, files, published } = shown
    await orTell(runner, 'The outputs could not be set', () => setOutputs(runner, result.decision, files, published))
    await conclude(result, shown.run)
    return exitCodeOf(result.decision, run.inputs.failOn)
  } catch (thrown) {
    const error = thrown instanceof GitHubError ? undecided(thrown) : thrown
    logFailure(runner, error)
    await reportFailure(error, run, runner)
    return error instanceof ConfigurationError ? EXIT.configuration : EXIT.internal
  }
}

/** Decisions that one run makes at most: a pull request that does not stand still for so long is not decided. */
const MOST_ROUNDS = 4

/** A decision that was shown, and stands. */
interface Shown {
  /** The run, at the base that the decision is about. */
  readonly run: Run
  readonly result: GateResult
  /** Null where they could not be written. */
  readonly files: ReportFiles | null
  readonly published: Published
}

/** Decides anew until nothing has come in between, neither before the decision was shown nor while it was. */
async function decideAndShow(first: PlannedEvaluation, start: Run): Promise<Shown> {
  const announced = begin(start)
  let [plan, run] = [first, start]
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const request = round === 1 ? plan.request : { ...plan.request, now: nowOf(start.runner) }
    const result = await evaluate(request, plan.ports, progressOf(start.runner)).finally(() => announced)
    const moved = await onNewBase(run)
    if (moved !== null) {
      run = moved
      plan = await planAgain(moved)
      say(run.runner, 'The pull request points at another base by now: the gate decides again, by the policy there')
      continue
    }
    const proposal = hasProposal(run.change) ? await readProposal(result, request, plan.ports.policy) : null
    const { view, files } = await record(result, proposal, run)
    if (!(await isOutdated(result.approvals, run))) {
      const published = await show(result, view, run)
      if (!(await isOutdated(result.approvals, run))) return { run, result, files, published }
    }
    say(run.runner, 'The pull request has got a command or another head in the meantime: the gate decides again')
  }
  throw configurationError(
    'The pull request kept getting commands or other heads while the gate decided',
    'Start this run again when it has come to rest'
  )
}

async function planAgain(run: Run): Promise<PlannedEvaluation> {
  const plan = await planOf(run)
  if (plan.kind === 'evaluate') return plan
  throw configurationError(plan.why, 'Start this run again')
}

/** Without what GitHub would have said there is nothing to decide on. That is no fault of the gate. */
const undecided = ({ message }: GitHubError): ConfigurationError =>
  configurationError(message, 'Give the job the permission that it lacks, or run it again once GitHub answers')

const progressOf =
  (runner: Runner) =>
  (message: string | null): void => {
    if (message !== null) say(runner, message)
  }

/**
 * Most comments are no commands: they cost no call. The `startsWith` of a workflow does not mind case
 * (https://docs.github.com/actions/reference/workflows-and-actions/expressions#startswith), so a comment `/Gate…` may
 * have taken the place of a command that waited in the concurrency group: its run decides for both.
 */
const isIdle = ({ event, action, comment }: ChangeContext): boolean =>
  event === 'issue_comment' && (action !== 'created' || comment === null || !/^\/gate/i.test(comment.body))

function idle(runner: Runner, why: string): number {
  say(runner, why)
  return EXIT.pass
}

async function prepare(inputs: Inputs, event: ChangeContext, runner: Runner): Promise<Run> {
  const github = connect(inputs, event, runner)
  const change = github === null ? event : await resolveChange(event, github)
  if (needsBase(change) && change.baseSha === null) {
    throw configurationError(
      'The base commit of the change is not known',
      'Run the gate on pull_request or merge_group events'
    )
  }
  const workspace = runner.env.GITHUB_WORKSPACE ?? process.cwd()
  const check = await gateCheckOf(change, inputs.checkName, github)
  return { inputs, change, github, workspace, runner, gateRun: check?.runId ?? null, gateScan: recordIn(check) }
}

function connect(
  { githubToken, orgToken }: Inputs,
  { repository }: ChangeContext,
  { env, clock }: Runner
): GitHub | null {
  if (githubToken === null || repository === '') return null
  const apiUrl = env.GITHUB_API_URL ?? 'https://api.github.com'
  const graphqlUrl = env.GITHUB_GRAPHQL_URL ?? null
  return connectGitHub({ token: githubToken, orgToken, repository, apiUrl, graphqlUrl, budget: DEFAULT_BUDGET, clock })
}

interface Recorded {
  readonly view: ViewContext
  readonly files: ReportFiles | null
}

/** Leaves the decision on the runner: report files, log, job summary. */
async function record(result: GateResult, proposal: PolicyProposal | null, run: Run): Promise<Recorded> {
  const { decision } = result
  const { runner } = run
  const view = viewOf(run, result, proposal)
  const files = await keepFiles(decision, view, run)
  say(runner, textReport(decision, { colour: false, limits: LOG_LIMITS }))
  // A second round takes the place of the first.
  await replaceSummary(runner, renderSummary(decision, view))
  return { view, files }
}

/** Shows the decision on GitHub, and its findings in the log where the check run cannot carry them. */
async function show(result: GateResult, view: ViewContext, run: Run): Promise<Published> {
  const annotations = await annotationsOf(result, run.inputs.annotations)
  const published = await send(result, view, annotations, run)
  if (!published.annotated) logFindings(run.runner, annotations)
  logProblems(run.runner, published.problems)
  return published
}

/** What follows from a decision that stands. */
async function conclude(result: GateResult, run: Run): Promise<void> {
  logProblems(run.runner, await followUp(result, run, exitCodeOf(result.decision, run.inputs.failOn)))
  logProblems(run.runner, await afterMerge(result.evaluation, run))
  logProblems(run.runner, await remind(result, run))
}

/** Only where the checkout is the change's own: runs of the default branch have another policy lying there. */
const hasProposal = (change: ChangeContext): boolean =>
  ['pull_request', 'merge_group'].includes(change.event) && !usesStoredScans(change)

/** While files are read, the check run says that the gate is at work. */
async function begin(run: Run): Promise<void> {
  const { change, github, inputs } = run
  if (github === null || change.headSha === null) return
  await announce(github, change.headSha, inputs.checkName, ownRunId(run))
}

async function send(
  { decision, scanned }: GateResult,
  view: ViewContext,
  annotations: readonly Annotation[],
  run: Run
): Promise<Published> {
  const { change, github, inputs } = run
  if (github === null) return { checkUrl: null, annotated: false, problems: [] }
  const context = { change, inputs, view, annotations, github, runId: ownRunId(run) }
  return publish(decision, { ...context, scan: recordFrom(scanned) })
}

/** A place that cannot be written costs the files, which are views of the decision as well; never the verdict. */
async function keepFiles(decision: Decision, view: ViewContext, { inputs, runner }: Run): Promise<ReportFiles | null> {
  const directory = inputs.outputDir ?? join(runner.env.RUNNER_TEMP ?? '.', 'policy-gate-report')
  try {
    return await writeReportFiles(decision, view, directory)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    const message = `The report files are missing: ${error.problems.map(formatProblem).join('; ')}`
    logProblems(runner, [{ level: 'warning', message }])
    return null
  }
}

/** A gate that could not decide says so wherever the verdict would have been. */
async function reportFailure(error: unknown, run: Run | null, runner: Runner): Promise<void> {
  const problems =
    error instanceof ConfigurationError
      ? error.problems.map(formatProblem)
      : ['An internal error; its text is in the log']
  const summary = renderFailure(problems)
  // In place of a verdict that was written before: what stands alone cannot be taken for a pass.
  await replaceSummary(runner, summary)
  const { github = null, change } = run ?? {}
  if (github === null || !run || !change?.headSha) return
  const failed = { ...change, headSha: change.headSha, runId: ownRunId(run), scan: run.gateScan }
  logProblems(
    runner,
    await publishFailure(github, failed, run.inputs.checkName, { title: 'Could not decide', summary })
  )
}
