import type { Decision } from '../core/decision/decision.js'
import { ConfigurationError, configurationError, formatProblem } from '../core/ground/errors.js'
import type { Notice } from '../core/ground/notice.js'
import type { Annotations } from '../core/reports/annotations.js'
import type { PolicyProposal, ViewContext } from '../core/reports/ground/view-context.js'
import { renderSummary } from '../core/reports/markdown/summary.js'
import { textReport } from '../core/reports/terminal/text.js'
import { type ReportFiles, writeReportFiles } from '../files/report-files.js'
import { EXIT, exitCodeOf } from '../gate/exit-codes.js'
import { evaluate, type GateResult } from '../gate/gate.js'
import type { OwnCheck } from '../github/requests.js'
import { afterMerge } from './answer/after-merge.js'
import { decideAgain } from './answer/again.js'
import { annotationsOf } from './answer/annotated.js'
import { followUp } from './answer/follow-up.js'
import { logFailure, logFindings, logProblems, logRemedies, say } from './answer/log.js'
import { setOutputs } from './answer/outputs.js'
import { announce, type Published, publish } from './answer/publish.js'
import { remind } from './answer/reminders.js'
import { orTell, replaceSummary } from './answer/runner-files.js'
import { checkPlaceOf, type Reply } from './answer/signing.js'
import { suggest } from './answer/suggest.js'
import { reportFailure, undecided } from './answer/undecided.js'
import { reportDirectory } from './answer/undecided-file.js'
import { viewOf } from './answer/view.js'
import { basisOf, leavesFormer } from './basis.js'
import { type PlannedEvaluation, planOf } from './evaluation.js'
import { loadEvent } from './event.js'
import { readProposal } from './facts/proposal.js'
import { resolveChange } from './facts/resolve-change.js'
import { connect, firstRun, withChecks } from './first-run.js'
import { type Inputs, inputNamesOf, inputOf, readInputs } from './inputs.js'
import type { Run } from './run-context.js'
import { nowOf, type Runner } from './runner.js'
import { basisIn, recordFrom } from './scan-record.js'
import { isOutdated, onNewBase } from './up-to-date.js'

/** Findings that the log lists; the job summary lists far more. */
const LOG_LIMITS = { blockers: 50, warnings: 12 } as const

/** The Action, from its inputs to its exit code. Nothing that goes wrong here is a pass. */
export async function runAction(runner: Runner): Promise<number> {
  let run: Run | null = null
  let inputs: Inputs | null = null
  try {
    inputs = readInputs(name => inputOf(runner.env, name), inputNamesOf(runner.env))
    const { occasion, change } = await loadEvent(runner.env)
    if (occasion.kind === 'refused') throw configurationError(occasion.problem, occasion.hint)
    if (occasion.kind === 'nothing') return idle(runner, occasion.why)
    run = firstRun(inputs, occasion, change, runner)
    const resolved = await resolveChange(occasion, change, run.github)
    if (resolved.kind === 'nothing') return idle(runner, resolved.why)
    run = await withChecks({ ...run, change: resolved.change })
    // First of all: what ends has ended whatever becomes of this run.
    const again = await decideAgain(run, decideBeside)
    run = afterOthers(run, again.notices)
    const plan = await planOf(run)
    if (plan.kind === 'idle') return idle(runner, plan.why)
    const shown = await decideAndShow(plan, run)
    const { result, files, published } = shown
    await orTell(runner, 'The outputs could not be set', () => setOutputs(runner, result.decision, files, published))
    await conclude(result, shown)
    if (again.fault !== null) throw again.fault
    if (published.stands === 'none') return tellDispute(shown.run)
    return exitCodeOf(result.decision, run.inputs.failOn)
  } catch (thrown) {
    const error = undecided(thrown)
    logFailure(runner, error)
    await reportFailure(error, run, inputs, runner)
    return error instanceof ConfigurationError ? EXIT.configuration : EXIT.internal
  }
}

/** The decision stands in the summary and the outputs; the check and the exit code pass nobody. */
function tellDispute({ inputs, runner }: Run): number {
  logFailure(
    runner,
    configurationError(
      `Two gates are named "${inputs.checkName}", and both have answered for this commit`,
      'Give each a check-name of its own (of a matrix let one job decide on what all legs have found), and push'
    )
  )
  return EXIT.configuration
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
  const announced = begin(start, first)
  let [plan, run, hasShown] = [first, start, false]
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
    const proposal = run.occasion.proposal ? await readProposal(result, request, plan.ports.policy) : null
    const { view, files } = await record(result, proposal, run)
    if (!(await isOutdated(result.approvals, run))) {
      const published = await show(result, view, run, { kept: plan.kept, again: hasShown })
      hasShown = true
      if (!(await isOutdated(result.approvals, run))) return { run, result, files, published }
    }
    say(run.runner, 'The pull request has got a command or another head in the meantime: the gate decides again')
  }
  throw configurationError(
    'The pull request kept getting commands or other heads while the gate decided',
    'Start this run again when it has come to rest'
  )
}

/** The run once others have been decided: what could not be is told in its decision, and it has time of its own. */
function afterOthers(run: Run, notices: readonly Notice[]): Run {
  if (!run.occasion.afterwards.includes('again')) return run
  logProblems(run.runner, notices.map(toProblem))
  return { ...run, told: notices, github: connect(run.inputs, run.change, run.runner) }
}

const toProblem = ({ level, message }: Notice) => ({ level: level === 'info' ? level : ('warning' as const), message })

/** Decides about a pull request that a scheduled run looks at; returns why not, where there is nothing to decide. */
async function decideBeside(run: Run): Promise<string | null> {
  const plan = await planOf(run)
  if (plan.kind === 'idle') return plan.why
  const shown = await decideAndShow(plan, run)
  await conclude(shown.result, shown)
  return null
}

async function planAgain(run: Run): Promise<PlannedEvaluation> {
  const plan = await planOf(run)
  if (plan.kind === 'evaluate') return plan
  throw configurationError(plan.why, 'Start this run again')
}

const progressOf =
  (runner: Runner) =>
  (message: string | null): void => {
    if (message !== null) say(runner, message)
  }

function idle(runner: Runner, why: string): number {
  say(runner, why)
  return EXIT.pass
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
  const markdown = renderSummary(decision, view)
  const files = await keepFiles(decision, view, { markdown }, run)
  say(runner, textReport(decision, { colour: false, width: null, limits: LOG_LIMITS, source: view.source }))
  logRemedies(runner, result)
  // A second round takes the place of the first.
  await replaceSummary(runner, markdown)
  return { view, files }
}

/** Shows the decision on GitHub, and its findings in the log where the check run cannot carry them. */
async function show(
  result: GateResult,
  view: ViewContext,
  run: Run,
  answer: Pick<Reply, 'kept' | 'again'>
): Promise<Published> {
  const annotations = await annotationsOf(result, run.inputs.annotations)
  const published = await send(result, view, annotations, run, answer)
  if (!published.annotated) logFindings(run.runner, annotations)
  logProblems(run.runner, published.problems)
  return published
}

/** What follows from a decision that stands. */
async function conclude(result: GateResult, { run, published }: Pick<Shown, 'run' | 'published'>): Promise<void> {
  // Where another answer stands, what it brought about stands as well.
  if (published.stands === null || published.stands === 'this') {
    logProblems(run.runner, await followUp(result, run, exitCodeOf(result.decision, run.inputs.failOn)))
    logProblems(run.runner, await suggest(result, run))
  }
  logProblems(run.runner, await afterMerge(result, run))
  logProblems(run.runner, await remind(result, run))
}

/** While files are read, the check run says that the gate is at work. */
async function begin(run: Run, { kept }: PlannedEvaluation): Promise<void> {
  const place = checkPlaceOf(run, { kept, scans: null, again: false })
  if (run.github !== null && place !== null) await announce(run.github, place)
}

async function send(
  result: GateResult,
  view: ViewContext,
  annotations: Annotations,
  run: Run,
  answer: Pick<Reply, 'kept' | 'again'>
): Promise<Published> {
  const { change, github, inputs } = run
  if (github === null) return { checkUrl: null, stands: null, annotated: false, problems: [] }
  const basis = basisOf(result)
  const place = checkPlaceOf(run, { ...answer, scans: basis.scans?.all ?? null })
  const leaves = (shown: OwnCheck) => leavesFormer(result, basisIn(shown), shown.conclusion)
  const context = { change, inputs, view, annotations, github, place, basis, leaves }
  return publish(result.decision, { ...context, scan: recordFrom(result.scanned) })
}

/** A place that cannot be written costs the files, which are views of the decision as well; never the verdict. */
async function keepFiles(
  decision: Decision,
  view: ViewContext,
  rendered: { readonly markdown: string },
  { inputs, runner }: Run
): Promise<ReportFiles | null> {
  const directory = reportDirectory(inputs, runner)
  try {
    return await writeReportFiles(decision, view, rendered, directory)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    const message = `The report files are missing: ${error.problems.map(formatProblem).join('; ')}`
    logProblems(runner, [{ level: 'warning', message }])
    return null
  }
}
