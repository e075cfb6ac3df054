import type { Decision } from '../../core/decision/decision.js'
import { type Annotation, type Annotations, checkAnnotations } from '../../core/reports/annotations.js'
import type { ViewContext } from '../../core/reports/ground/view-context.js'
import { renderCheck } from '../../core/reports/markdown/check.js'
import { commentMarker, renderComment } from '../../core/reports/markdown/comment.js'
import { withDispute } from '../../core/reports/markdown/dispute.js'
import { type Attempt, attempt, type GitHubError, isFailure } from '../../github/http/failure.js'
import type { GitHub } from '../../github/port.js'
import type { CheckReport, CheckResult, OwnCheck } from '../../github/requests.js'
import type { Basis } from '../basis.js'
import type { ChangeContext } from '../event.js'
import type { Inputs } from '../inputs.js'
import { type ScanRecord, writtenRecord } from '../scan-record.js'
import type { CheckPlace } from './signing.js'

/** What reached GitHub. A view that could not be sent is told in the log; it never changes the verdict. */
export interface Published {
  readonly checkUrl: string | null
  /** Whose answer the check shows; null where none could be posted. */
  readonly stands: CheckResult['stands'] | null
  /** True where the check run carries the annotations, so that the log need not repeat them. */
  readonly annotated: boolean
  readonly problems: readonly PublishProblem[]
}

export interface PublishProblem {
  readonly level: 'info' | 'warning'
  readonly message: string
}

export interface PublishContext {
  readonly change: Pick<ChangeContext, 'pullRequest' | 'headSha'>
  readonly inputs: Pick<Inputs, 'checkName' | 'comment'>
  readonly view: ViewContext
  readonly github: GitHub
  /** Null: the run has no commit that a check could stand on. */
  readonly place: CheckPlace | null
  /** At the lines of the head, worst first. */
  readonly annotations: Annotations
  /** What was scanned and where, so that a later command is answered on the same text; null where it is not known. */
  readonly scan: ScanRecord | null
  readonly basis: Basis
  /** Told what the check shows so far; true: it stays as it is. */
  readonly leaves: (shown: OwnCheck) => boolean
}

/**
 * Shows the check run as in progress. That this fails is not told: the same call at the end fails the same way, and
 * tells it.
 */
export async function announce(github: GitHub, place: CheckPlace): Promise<void> {
  const report: CheckReport = {
    ...place,
    conclusion: 'failure',
    title: 'Deciding',
    summary: 'The scans are being read. As long as this stands here, nothing has passed.',
    text: null,
    annotations: []
  }
  await attempt(github.startCheck(report))
}

/** Sends check run and comment; each on its own, so that one that fails does not take the other with it. */
export async function publish(decision: Decision, context: PublishContext): Promise<Published> {
  const { place, change } = context
  const { pullRequest } = change
  const annotations = checkAnnotations(context.annotations)
  const check = place === null ? null : await attempt(sendCheck(decision, place, annotations.shown, context))
  const stands = check?.ok ? check.value.stands : null
  // The comment says what the check says.
  const isSilent = pullRequest === null || stands === 'former'
  const isDisputed = stands === 'none'
  const comment = isSilent ? null : await attempt(sendComment(decision, pullRequest, isDisputed, context))
  return {
    checkUrl: check?.ok ? check.value.url : null,
    stands,
    annotated: check?.ok === true && check.value.annotationsError === null,
    problems: [
      ...(check?.ok ? beyondBudget(annotations.rest) : []),
      ...checkProblems(check),
      ...(comment?.ok === false ? [notPosted('The comment', comment.error)] : [])
    ]
  }
}

/** GitHub takes 50 of them with a write, and some 80 writes a minute. */
const beyondBudget = (rest: number): readonly PublishProblem[] =>
  rest === 0
    ? []
    : [{ level: 'info', message: `${rest} more findings have no annotation; the check run shows the worst` }]

async function sendCheck(
  decision: Decision,
  place: CheckPlace,
  annotations: readonly Annotation[],
  { view, github, scan, basis, leaves }: PublishContext
): Promise<CheckResult> {
  const record = writtenRecord(scan, basis)
  const shown = renderCheck(decision, view, Buffer.byteLength(record))
  return github.keepCheck({
    ...place,
    ...shown,
    text: record + shown.text,
    annotations,
    scannedSha: scan?.sha ?? null,
    leaves
  })
}

/** A newer head has a run of its own, which must not find its comment overwritten with what was true before. */
async function sendComment(
  decision: Decision,
  number: number,
  isDisputed: boolean,
  context: PublishContext
): Promise<void> {
  const { inputs, view, github, change } = context
  const body = renderComment(decision, view, inputs.comment, true)
  if (body === null) return
  const pull = await github.pullRequest(number)
  if (pull.state !== 'open' || pull.headSha !== change.headSha) return
  const create = isDisputed || renderComment(decision, view, inputs.comment, false) !== null
  const sticky = { number, marker: commentMarker(inputs.checkName), body, create }
  if (!isDisputed) {
    await github.keepComment(sticky)
    return
  }
  const amend = (current: string) => withDispute(current, { checkName: inputs.checkName, workflows: [] })
  await github.keepComment({ ...sticky, body: amend(body), amend })
}

function checkProblems(check: Attempt<CheckResult> | null): readonly PublishProblem[] {
  if (check === null) return []
  if (!check.ok) return [notPosted('The check run', check.error)]
  const { annotationsError, annotationsPosted, others, stands } = check.value
  return [
    ...(stands === 'former' ? [FORMER_STANDS] : []),
    ...(annotationsError === null ? [] : [notPosted(`All but ${annotationsPosted} annotations`, annotationsError)]),
    ...others.map(other => ({ level: 'warning' as const, message: otherCheck(other) }))
  ]
}

const FORMER_STANDS: PublishProblem = {
  level: 'info',
  message:
    'The check run that is there stays as it is: it answers what this run cannot. The verdict is in the job summary'
}

const otherCheck = ({ isJob, app }: CheckResult['others'][number]): string =>
  isJob
    ? 'A job has the name of the check run. Give one of them another name (input check-name), or the required check may be the wrong one'
    : `Another check run of this name was made by ${app ?? 'an unknown app'}. Only the one of this step is the gate's`

/** Read-only tokens are ordinary: forks and Dependabot have them. */
function notPosted(what: string, error: GitHubError): PublishProblem {
  const level = isFailure(error, 'forbidden') ? 'info' : 'warning'
  return {
    level,
    message: `${what} could not be posted: ${error.message}. The verdict stands; it is in the job summary`
  }
}

/** Tells on the pull request that the gate could not decide: a check that fails, never one that is missing. */
export async function publishFailure(
  github: GitHub,
  place: CheckPlace,
  { scan, basis }: { readonly scan: ScanRecord | null; readonly basis: Basis | null },
  text: { readonly title: string; readonly summary: string }
): Promise<readonly PublishProblem[]> {
  const report: CheckReport = {
    ...place,
    conclusion: 'failure',
    ...text,
    // What was scanned is as true as before: the next command is to find it.
    text: writtenRecord(scan, basis) || null,
    scannedSha: scan?.sha ?? null,
    annotations: []
  }
  return checkProblems(await attempt(github.keepCheck(report)))
}
