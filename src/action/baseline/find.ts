import type { Diff } from '../../core/change/change.js'
import { BRANCH_EVENTS } from '../../core/change/occasion/events.js'
import { isWhole } from '../../core/change/occasion/happening.js'
import { attempt } from '../../github/http/failure.js'
import type { WorkflowRun } from '../../github/objects.js'
import type { GitHub } from '../../github/port.js'
import { type Comparer, followed } from './follow.js'
import { type GateName, keptReport } from './kept-report.js'

/** What is looked for. */
export interface BaselineQuestion extends GateName {
  /** The branch whose runs may have left it. */
  readonly branch: string
  /** The commit that the change starts from. */
  readonly start: string
  /** This very run, which is none of an earlier state. */
  readonly thisRun: number | null
}

/** A report that may stand for the tree that the change starts from, as far as `since` leaves it; or why there is none. */
export type BaselineAnswer =
  | { readonly kind: 'found'; readonly bytes: Uint8Array; readonly commit: string; readonly since: Diff }
  | { readonly kind: 'none'; readonly why: string }

/** GitHub has to be asked for runs, whoever compares commits. */
type AskingComparer = Comparer & { readonly github: GitHub }

/** Runs that are asked for a report, one after the other: each costs a call or two. */
const MOST_RUNS = 10

/**
 * The newest report that the gate itself left on the base branch, at a commit that the change starts from or one before
 * that. Only runs count that nobody without the right to write to that branch can start.
 */
export async function findBaseline(question: BaselineQuestion, comparer: AskingComparer): Promise<BaselineAnswer> {
  const { workflow, branch, start } = question
  const listed = await runsOf(question, comparer.github)
  if (listed.runs.length === 0)
    return {
      kind: 'none',
      why: listed.problem ?? `no run of ${workflow} on ${branch} has ended that could have left one`
    }
  const exact = listed.runs.filter(({ headSha }) => headSha === start)
  const others = listed.runs.filter(({ headSha }) => headSha !== start)
  let why: string | null = null
  for (const run of [...exact, ...others].slice(0, MOST_RUNS)) {
    const since = await followed(run.headSha, start, comparer)
    const kept = since === null ? null : await keptReport(run, question, comparer.github)
    if (since !== null && kept?.kind === 'found')
      return { kind: 'found', bytes: kept.bytes, commit: run.headSha, since }
    why ??= `run ${run.id} of ${branch}: ${kept?.kind === 'none' ? kept.why : notBefore(run, start)}`
  }
  return { kind: 'none', why: why ?? 'nothing was found' }
}

const notBefore = ({ headSha }: WorkflowRun, start: string): string =>
  `its commit ${headSha} is not known to lie before ${start}, which the change starts from`

/** The runs that may be believed, newest first, and what went wrong where there are none. */
async function runsOf(
  question: BaselineQuestion,
  github: GitHub
): Promise<{ readonly runs: readonly WorkflowRun[]; readonly problem: string | null }> {
  const { workflow, branch } = question
  const runs = new Map<number, WorkflowRun>()
  let problem: string | null = null
  for (const event of BRANCH_EVENTS) {
    const listed = await attempt(github.runsOfBranch({ workflow, branch, event }))
    if (!listed.ok) {
      problem = listed.error.message
      // Whoever may not list the one kind may not list the others.
      break
    }
    for (const run of listed.value) if (isBelieved(run, question)) runs.set(run.id, run)
  }
  return { runs: [...runs.values()].toSorted((a, b) => b.id - a.id), problem }
}

/** A branch of that name may be a fork's, and a run of a pull request bears the name of its head's branch. */
function isBelieved(run: WorkflowRun, { workflow, branch, thisRun }: BaselineQuestion): boolean {
  const isOfBranch = run.headBranch === branch && BRANCH_EVENTS.some(event => event === run.event)
  const isOwn = run.repositoryId !== null && run.headRepositoryId === run.repositoryId
  // What failed may be the gate itself, which says so of the branch: its report holds all the same.
  const hasEnded = run.status === 'completed' && isWhole(run.conclusion)
  return isOfBranch && isOwn && hasEnded && run.path === workflow && run.id !== thisRun
}
