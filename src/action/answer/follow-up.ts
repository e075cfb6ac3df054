import { commandSentence } from '../../core/exceptions/approval/approval-notices.js'
import type { Approvals } from '../../core/exceptions/approval/result.js'
import { breakGlassMarker, renderBreakGlassIssue } from '../../core/reports/markdown/break-glass-issue.js'
import type { GateResult } from '../../gate/gate.js'
import { type Attempt, attempt, isFailure } from '../../github/http/failure.js'
import type { GitHub } from '../../github/port.js'
import { workflowPath } from '../request.js'
import type { Run } from '../run-context.js'
import { complain, say } from './log.js'
import type { PublishProblem } from './publish.js'

/**
 * Answers the commands once the decision is made: reactions, labels, an issue after break-glass, and the pull request's
 * own run started again. Nothing here changes the decision; what fails is told. Nothing is written twice.
 */
export async function followUp(result: GateResult, run: Run, exitCode: number): Promise<readonly PublishProblem[]> {
  const { approvals } = result
  if (approvals === null) return []
  for (const command of approvals.commands) say(run.runner, commandSentence(command))
  const { github, occasion, change } = run
  if (github === null || change.pullRequest === null) return []
  return [
    ...(await label(approvals, change.pullRequest, github)),
    ...(await askForReview(result, change.pullRequest, run, github)),
    ...(occasion.afterwards.includes('rerun') ? await startAgain(run, github, exitCode) : []),
    ...(await react(approvals, github))
  ]
}

/** Reactions come last, and so many comments get one in a run: each costs two writes, a second each, and anybody can comment. */
const MOST_REACTIONS = { read: 20, malformed: 5 } as const

/** The newest comments that could be read come first, then the newest of those that could not. */
function toReactTo({ reactions: all }: Approvals): Approvals['reactions'] {
  const answered = all.filter(({ reactions }) => reactions.length > 0).toReversed()
  const [read, malformed] = [answered.filter(({ isRead }) => isRead), answered.filter(({ isRead }) => !isRead)]
  return [...read.slice(0, MOST_REACTIONS.read), ...malformed.slice(0, MOST_REACTIONS.malformed)]
}

async function react(approvals: Approvals, github: GitHub): Promise<readonly PublishProblem[]> {
  for (const { commentId, reactions } of toReactTo(approvals)) {
    const reacted = await attempt(github.react(commentId, reactions))
    // What the token may not do once it may not do again.
    if (!reacted.ok) return problems('A reaction could not be given', reacted)
  }
  return []
}

async function label({ labels }: Approvals, number: number, github: GitHub): Promise<readonly PublishProblem[]> {
  if (labels.length === 0) return []
  const managed = labels.map(({ name }) => name)
  const wanted = labels.filter(each => each.wanted).map(({ name }) => name)
  return problems(
    'The labels could not be brought up to date',
    await attempt(github.keepLabels(number, managed, wanted))
  )
}

async function askForReview(
  { decision }: GateResult,
  number: number,
  { inputs: { checkName }, runner }: Run,
  github: GitHub
): Promise<readonly PublishProblem[]> {
  const body = renderBreakGlassIssue(decision, checkName, number)
  if (body === null) return []
  complain(runner, `Findings of #${number} pass by break-glass; they have to be reviewed after the fact`)
  const marker = breakGlassMarker(checkName, number)
  const title = `Review after break-glass: pull request #${number}`
  return problems(
    'The issue that asks for a review could not be opened',
    await attempt(github.keepIssue({ marker, title, body, labels: [] }))
  )
}

/** A required job is the job of the pull request's own run: it turns only when that run is started again. */
async function startAgain(run: Run, github: GitHub, exitCode: number): Promise<readonly PublishProblem[]> {
  const { change, runner, gateRun } = run
  if (change.headSha === null) return []
  const expected = exitCode === 0 ? 'success' : 'failure'
  const path = workflowPath(runner.env.GITHUB_WORKFLOW_REF)
  const started = await attempt(
    github.rerunGate({ headSha: change.headSha, runId: gateRun, workflowPath: path, expected })
  )
  if (started.ok && started.value.action !== 'agrees') {
    say(runner, `The pull request's own run of the gate: ${started.value.action}`)
  }
  return problems('The own run of the pull request could not be started again', started)
}

function problems(what: string, outcome: Attempt<unknown>): readonly PublishProblem[] {
  if (outcome.ok) return []
  const level = isFailure(outcome.error, 'forbidden') ? 'info' : 'warning'
  return [{ level, message: `${what}: ${outcome.error.message}. The verdict stands` }]
}
