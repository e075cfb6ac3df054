import { isPullRequestEvent } from '../../../core/change/occasion/events.js'
import { isWhole } from '../../../core/change/occasion/happening.js'
import { answersInName, type JudgedOccasion } from '../../../core/change/occasion/occasion.js'
import { configurationError } from '../../../core/ground/errors.js'
import { expandPatterns } from '../../../files/patterns.js'
import type { GateRequest } from '../../../gate/request.js'
import { attempt } from '../../../github/http/failure.js'
import type { Artifact, WorkflowRun } from '../../../github/objects.js'
import type { GitHub } from '../../../github/port.js'
import type { OwnCheck } from '../../../github/requests.js'
import type { ReadScans } from '../../basis.js'
import type { ChangeContext } from '../../event.js'
import { inputsOfArtifact, type KeptInputs, SCAN_ARTIFACT, scanArtifacts } from './kept-files.js'
import { leavesActions, leavesWorkflows, touchedBy, touchedOf } from './scan-makers.js'

/** The check that the answer to a command is about: it names the run that made it, and what that has scanned. */
export async function gateCheckOf(
  occasion: JudgedOccasion,
  { headSha }: ChangeContext,
  checkName: string,
  github: GitHub | null
): Promise<OwnCheck | null> {
  if (github === null || headSha === null || !answersInName(occasion)) return null
  const check = await attempt(github.ownCheck(headSha, checkName))
  return check.ok ? check.value : null
}

/** The pull request, and the head of it that scans must be of. */
export interface StoredHead {
  readonly number: number
  readonly headSha: string
  /** The only run whose artifact counts; null: the newest of that head. */
  readonly runId: number | null
  /** The run that made the check, and this one; null: not known. */
  readonly gateRun: number | null
  readonly thisRun: number | null
  /** What the check says that its gate has read; null: it does not say. */
  readonly read: ReadScans | null
  /** True: what lies in the workspace is about something else. */
  readonly isAlone: boolean
  /** Whether the policy says of a path that it decides what is scanned; asked for only where there are scans. */
  readonly governed: () => Promise<(path: string) => boolean>
}

/** What came of the search: the files, or a run that is still making them and will read the comments itself. */
export type StoredScans =
  | { readonly kind: 'found'; readonly request: GateRequest; readonly run: WorkflowRun }
  | { readonly kind: 'running'; readonly run: WorkflowRun }

/**
 * The evaluation with the files that the pull request's own run kept for the same head; null where the inputs lie in
 * the workspace, because the workflow has brought them. What an artifact holds is only ever read as scan results, and
 * only of a workflow that the pull request does not change.
 */
export async function withStoredScans(
  request: GateRequest,
  github: GitHub,
  head: StoredHead,
  temp: string
): Promise<StoredScans | null> {
  const { headSha, runId } = head
  if (!head.isAlone && expandPatterns(request.sarif, request.cwd).files.length > 0) return null
  const found = (await github.runsOfHead(headSha))
    .filter(run => isPullRequestEvent(run.event) && run.headSha === headSha)
    .toSorted((a, b) => b.id - a.id)
  const runs = await ofPull(found, head, github)
  const touched = runs.length === 0 ? null : await touchedBy(head, github)
  const own = runs.filter(run => leavesWorkflows(run, touched))
  // A run that scans by other lists still decides by itself: only what it has kept is not believed.
  const governed = own.length === 0 ? [] : touchedOf(touched, await head.governed())
  let isTouched = own.length < runs.length
  const leaves = async (run: WorkflowRun): Promise<boolean> => {
    const leavesAll = touched !== null && governed.length === 0 && (await leavesActions(run, touched, headSha, github))
    isTouched ||= !leavesAll
    return leavesAll
  }
  // The run that the check names is the gate's own: another one may be another gate's, with other scans.
  const only = runId ?? head.gateRun
  const named = own.filter(run => only === null || run.id === only)
  const kept = await keptBy(named, request, head, github, { temp, leaves })
  if (kept !== null) return { kind: 'found', request: { ...request, ...kept.inputs }, run: kept.run }
  const running = scanningRun(own, head)
  if (running !== undefined) return { kind: 'running', run: running }
  const [first] = governed
  if (first !== undefined) {
    throw configurationError(
      `This pull request changes ${first}, which the policy governs because it decides what is scanned: what was kept is not believed here`,
      'Have the change of that file merged by itself, or let a push decide'
    )
  }
  if (isTouched) {
    throw configurationError(
      'This pull request changes the workflow that scans it, or what that calls or uses, or has too many files to tell: what was kept is not believed here',
      'Have the change of the workflow merged by itself, or let a push decide'
    )
  }
  const broken = named.find(({ conclusion }) => !isWhole(conclusion))
  if (broken !== undefined) {
    throw configurationError(
      `The run that scans ${headSha} has not come to its end (${broken.conclusion}): what it has kept is not believed`,
      `Run it again: ${broken.url}`
    )
  }
  const who = only === null ? 'no run of the pull request' : `run ${only} has not`
  const what = head.read === null ? 'an artifact' : 'what this gate has read in an artifact'
  throw configurationError(
    `There is no SARIF of ${headSha}: ${who} kept ${what} ${SCAN_ARTIFACT}`,
    `Upload what the gate reads as ${SCAN_ARTIFACT} in the workflow of the pull request, give this job \`actions: read\`, and run that workflow again`
  )
}

/** What the newest of the runs kept that kept anything; null where none did. */
async function keptBy(
  runs: readonly WorkflowRun[],
  request: GateRequest,
  { headSha, read }: Pick<StoredHead, 'headSha' | 'read'>,
  github: GitHub,
  { temp, leaves }: { readonly temp: string; readonly leaves: (run: WorkflowRun) => Promise<boolean> }
): Promise<{ readonly run: WorkflowRun; readonly inputs: KeptInputs } | null> {
  const holding: { run: WorkflowRun; artifacts: readonly Artifact[] }[] = []
  for (const run of runs) {
    if (!(await isBelieved(run, github))) continue
    const artifacts = scanArtifacts(await github.artifactsOfRun(run.id))
    if (artifacts.length > 0 && (await leaves(run))) holding.push({ run, artifacts })
  }
  refuseSeveral(holding.map(({ run }) => run))
  const [newest] = holding
  // Without a record only the plain name, or the only one, can be meant.
  const [first, second] = newest?.artifacts ?? []
  const isPlain = first?.name === SCAN_ARTIFACT || second === undefined
  if (newest === undefined || (read === null && !isPlain)) return null
  for (const artifact of read === null ? newest.artifacts.slice(0, 1) : newest.artifacts) {
    const inputs = await inputsOfArtifact(artifact, request, read, github, { headSha, temp })
    if (inputs !== null) return { run: newest.run, inputs }
  }
  return null
}

/** Of several workflows that kept scans nobody can tell which are this gate's. */
function refuseSeveral(runs: readonly WorkflowRun[]): void {
  const paths = [...new Set(runs.map(({ path }) => path))].sort()
  if (paths.length < 2) return
  throw configurationError(
    `Several workflows kept scans of this head (${paths.join(', ')}), and no check tells which are this gate's`,
    'Run the workflow of the gate again'
  )
}

/**
 * What a cancelled run has kept may lack the scanner that finds. One that is still at work has kept all or nothing; where
 * it was started again, it shows what it kept before.
 */
async function isBelieved({ id, status, conclusion, attempt: count }: WorkflowRun, github: GitHub): Promise<boolean> {
  if (status === 'completed') return isWhole(conclusion)
  return count === 1 || isWhole((await github.attemptOfRun(id, count - 1)).conclusion)
}

/**
 * A run that is still at work and will read the comments itself: neither this one, which a label has started, nor, where
 * it is known which workflow is the gate's, one of another workflow. Nothing would ever answer for those.
 */
function scanningRun(runs: readonly WorkflowRun[], { gateRun, thisRun }: StoredHead): WorkflowRun | undefined {
  const path = runs.find(run => run.id === gateRun)?.path ?? null
  return runs.find(run => run.status !== 'completed' && run.id !== thisRun && (path === null || run.path === path))
}

/**
 * Runs that the pull request itself started. A run does not say for which base it was, and the workflows of another base
 * may look for less: whoever wants to be judged by those opens a second pull request there, with the same head, and
 * closes it again.
 */
async function ofPull(
  runs: readonly WorkflowRun[],
  { number, headSha }: Pick<StoredHead, 'number' | 'headSha'>,
  github: GitHub
): Promise<readonly WorkflowRun[]> {
  if (runs.length === 0) return []
  const { headRef, headRepository, headRepositoryId } = await github.pullRequest(number)
  const [owner = ''] = headRepository?.split('/') ?? []
  const sharing = owner === '' ? null : await github.pullRequestsOfHead(owner, headRef, headSha, 'all')
  const other = sharing?.find(pull => pull.number !== number)
  if (sharing === null || other !== undefined) {
    const why = other === undefined ? 'its repository is gone' : `#${other.number} has the same head`
    throw configurationError(
      `Which scans of ${headSha} are those of #${number} cannot be told: ${why}`,
      'Push another commit to the pull request'
    )
  }
  return runs.filter(run => run.headBranch === headRef && run.headRepositoryId === headRepositoryId)
}
