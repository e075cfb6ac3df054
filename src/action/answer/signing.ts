import { answersInName } from '../../core/change/occasion/occasion.js'
import { DISPUTE_TITLE, renderDispute } from '../../core/reports/markdown/dispute.js'
import type { WorkflowRun } from '../../github/objects.js'
import type { CheckReport, Dispute } from '../../github/requests.js'
import { shortDigest } from '../../github/signature.js'
import { workflowPath } from '../request.js'
import type { Run } from '../run-context.js'

/** Who answers, as a check holds it. */
type Signing = Required<
  Pick<CheckReport, 'runId' | 'signature' | 'workflowPath' | 'again' | 'ticket' | 'inName' | 'disputed'>
>

/** Where the check stands, and what it says of itself. */
export type CheckPlace = Signing & Required<Pick<CheckReport, 'name' | 'headSha' | 'answer' | 'yields' | 'exact'>>

/** Where the check of this run stands; null where it has no commit, or makes none. */
export function checkPlaceOf(run: Run, answer: Reply): CheckPlace | null {
  const { occasion, change, inputs } = run
  const { headSha } = change
  if (headSha === null || !occasion.hasCheck || run.noCheck) return null
  const { mark, yields } = occasion
  // What ends is read in what the check keeps for other runs: it must not stay what it was before.
  const exact = occasion.scans === 'kept-alone'
  return { name: inputs.checkName, headSha, answer: mark.answer, yields, exact, ...signingOf(run, answer) }
}

/** What of an answer its signature tells. */
export interface Reply {
  /** The run that kept the scans; null: they are this one's own. */
  readonly kept: WorkflowRun | null
  /** Digest of the scans; null: none are read yet, or there are none. */
  readonly scans: string | null
  /** Whether this run has answered before, or fails. */
  readonly again: boolean
}

/**
 * The signature of a run: of the gate whose own run it is, or in whose name it answers. What a command brings about is
 * said in the name of the gate that made the check, or of the run that kept the scans.
 */
function signingOf(run: Run, { kept, scans, again }: Reply): Signing {
  const { occasion, runner, gateCheck, inputs } = run
  const { env } = runner
  const own = workflowPath(env.GITHUB_WORKFLOW_REF)
  const here = { run: numberOf(env.GITHUB_RUN_ID), attempt: numberOf(env.GITHUB_RUN_ATTEMPT), seat: seatOf(run) }
  const disputed = (other: Dispute) => disputeOf(inputs.checkName, other, path)
  const inName = answersInName(occasion) && (gateCheck !== null || kept !== null)
  const path = kept?.path ?? (inName ? null : own)
  const workflow = path === null ? null : shortDigest(path)
  const made = { workflow, ...here, scans: scans === null ? null : shortDigest(scans), isDisputed: false }
  const common = { runId: runToName(run, kept), workflowPath: path, disputed, again, ticket: ticketOf(env), inName }
  if (!inName) return { ...common, signature: made }
  const ofKept = kept === null ? made : { ...made, run: kept.id, attempt: kept.attempt, seat: null }
  return { ...common, signature: gateCheck?.signature ?? ofKept }
}

/**
 * Of two legs of a matrix that are at work at the same time nothing differs but the machine: the runner gives each of its
 * jobs a name and a number of its own. Null: it gives none.
 */
function ticketOf({ RUNNER_NAME: name = '', RUNNER_TRACKING_ID: id = '' }: Run['runner']['env']): string | null {
  return name === '' && id === '' ? null : shortDigest(`${name}\n${id}`)
}

const numberOf = (text: string | undefined): number => Number(text ?? '') || 0

/** Inputs by which two steps of one name may differ; a leg of a matrix has nothing else that tells it from another. */
const TELLING = ['sarif', 'policy', 'exceptions', 'baseline', 'sourceRoot', 'tier', 'kev', 'epss', 'vex'] as const

function seatOf({ inputs, runner: { env } }: Run): string {
  const given = TELLING.map(name => inputs[name])
  return shortDigest(JSON.stringify([env.GITHUB_JOB ?? '', env.GITHUB_ACTION ?? '', given]))
}

/** The run that a later command is to find in the check, and to start again. */
function runToName({ occasion, change, runner, gateRun }: Run, kept: WorkflowRun | null): number | null {
  const thisRun = Number(runner.env.GITHUB_RUN_ID ?? '') || null
  const named = gateRun ?? kept?.id ?? null
  switch (occasion.mark.run) {
    case 'this':
      return thisRun
    case 'named':
      return named
    case 'named-or-this':
      return named ?? thisRun
    case 'followed':
      return change.sourceRun?.id ?? null
    case 'none':
      return null
  }
}

function disputeOf(checkName: string, { workflowPath: other }: Dispute, own: string | null) {
  const workflows = [...new Set([own, other].filter(path => path !== null))].sort()
  return { title: DISPUTE_TITLE, summary: renderDispute({ checkName, workflows }), text: null }
}
