import type { ExceptionRecord } from '../../core/exceptions/exception.js'
import { MAX_EXCEPTIONS_BYTES } from '../../core/exceptions/file.js'
import { lasting, mergeRecords, newExceptionsFile, recordsToYaml } from '../../core/exceptions/records.js'
import { renderKeptRecords, renderMergedRecords } from '../../core/reports/markdown/exceptions/merged-records.js'
import type { GateResult } from '../../gate/gate.js'
import { attempt, isFailure } from '../../github/http/failure.js'
import type { GitHub } from '../../github/port.js'
import { collectApprovals } from '../approvals/collect.js'
import { policyReader } from '../facts/policy-at.js'
import type { Run } from '../run-context.js'
import { say } from './log.js'
import type { PublishProblem } from './publish.js'
import { addToSummary } from './runner-files.js'

/** What this run has found on the branch. */
type Judged = Pick<GateResult, 'evaluation' | 'decision'>

/** Commits of one push that are asked about; a merge queue brings a few at a time. */
const MOST_COMMITS = 50

/**
 * After a push to the default branch: the exceptions that were approved in the pull requests that it merges, as entries
 * for the exceptions file. They are derived as they were at the merge, against what this run finds on the branch, so a
 * finding that is gone needs no entry. Printed always; offered as a pull request where the token may.
 */
export async function afterMerge(result: Judged, run: Run): Promise<readonly PublishProblem[]> {
  const { github, occasion, change } = run
  if (github === null || change.headRef === null || !occasion.afterwards.includes('after-merge')) return []
  const problems: PublishProblem[] = []
  const numbers = await attempt(mergedPulls(change, github))
  if (!numbers.ok) return [problem('The merged pull requests could not be read', numbers.error)]
  for (const number of numbers.value) {
    const kept = await attempt(keepRecords(number, result, run, { github, branch: change.headRef }))
    if (!kept.ok) problems.push(problem(`The exceptions of #${number} could not be offered`, kept.error))
  }
  return problems
}

async function mergedPulls(change: Run['change'], github: GitHub): Promise<readonly number[]> {
  const commits = [...new Set([...change.pushed, change.headSha].filter(sha => sha !== null))].slice(-MOST_COMMITS)
  const numbers: number[] = []
  for (const commit of commits) numbers.push(...(await github.pullRequestsOfCommit(commit)))
  return [...new Set(numbers)].sort((a, b) => a - b)
}

async function keepRecords(
  number: number,
  { evaluation, decision: { outcomes } }: Judged,
  run: Run,
  { github, branch }: { readonly github: GitHub; readonly branch: string }
): Promise<void> {
  const pull = await github.pullRequest(number)
  if (pull.mergedAt === null || pull.baseRef !== branch) return
  const policyAt = policyReader(run)
  const asked = { number, headSha: null, now: pull.mergedAt, policyAt, checkName: run.inputs.checkName }
  const approvals = await collectApprovals(github, evaluation, asked)
  const { now } = evaluation
  const { file } = evaluation.policy.exceptions
  const yaml = recordsToYaml(approvals.records, now)
  if (yaml === '') return
  say(run.runner, `Exceptions that were approved in #${number}, for the exceptions file:\n${yaml}`)
  await addToSummary(run.runner, renderMergedRecords(number, yaml, file, lasting(approvals.records, now), outcomes))
  const content = file === null ? null : await newContent(file, approvals.records, now, branch, github)
  if (file === null || content === null) return
  const proposed = await github.proposeFile({
    branch: `policy-gate/exceptions-${number}`,
    base: branch,
    path: file,
    content: content.text,
    message: `Keep the exceptions that were approved in #${number}`,
    title: `Keep the exceptions that were approved in #${number}`,
    body: renderKeptRecords(number, content.added, outcomes)
  })
  say(run.runner, `The exceptions of #${number} are offered in ${proposed.url}`)
}

/** The file as it is to be, and the records that are new in it. */
interface NewContent {
  readonly text: string
  readonly added: readonly ExceptionRecord[]
}

/** Null where the file holds them already, or is written in a way that leaves no place for them. */
async function newContent(
  path: string,
  records: readonly ExceptionRecord[],
  now: string,
  branch: string,
  github: GitHub
): Promise<NewContent | null> {
  const file = await github.fileAt({ path, ref: branch, maxBytes: MAX_EXCEPTIONS_BYTES })
  if (file.kind === 'absent') return { text: newExceptionsFile(records, now), added: lasting(records, now) }
  if (file.kind === 'not-a-file') return null
  const merged = mergeRecords(path, Buffer.from(file.bytes).toString('utf8'), records, now)
  if (merged === null || merged.added.length === 0) return null
  return { text: merged.text, added: records.filter(({ id }) => merged.added.includes(id)) }
}

function problem(what: string, error: Error): PublishProblem {
  const level = isFailure(error, 'forbidden') ? 'info' : 'warning'
  return { level, message: `${what}: ${error.message}. They are in the job summary` }
}
