import { EVENT_NAMES, isPullRequestEvent } from '../../core/change/occasion/events.js'
import { CONCLUSIONS } from '../../core/change/occasion/happening.js'
import { asArray, asObject, type JsonValue, member } from '../../core/ground/json.js'
import { address, type RepositoryName, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import { attempt, isFailure } from '../http/failure.js'
import type { BranchRuns, WorkflowRun } from '../objects.js'
import { inner, numberIn, requiredInteger, requiredText, textIn, wordIn } from '../record.js'
import type { RerunRequest, RerunResult } from '../requests.js'
import { RUN_STATUSES, wordOf } from '../vocabulary.js'

/** Workflow runs for a head commit. */
export async function runsOfHead(client: Client, headSha: string): Promise<readonly WorkflowRun[]> {
  const listed = await client.pages(
    {
      what: `list the workflow runs of ${headSha}`,
      route: `GET ${repositoryAddress(client.repository)}/actions/runs`,
      parameters: { head_sha: headSha },
      needs: 'actions: read'
    },
    'workflow_runs'
  )
  return listed.map(run => toRun(client, run))
}

/** The newest runs of a workflow on a branch. What GitHub was asked to leave out may be among them all the same. */
export async function runsOfBranch(
  client: Client,
  { workflow, branch, event }: BranchRuns
): Promise<readonly WorkflowRun[]> {
  const file = workflow.slice(workflow.lastIndexOf('/') + 1)
  const answer = await client.json({
    what: `list the runs of ${workflow} on ${branch}`,
    route: `GET ${repositoryAddress(client.repository)}${address`/actions/workflows/${file}/runs`}`,
    parameters: { branch, event, per_page: 100 },
    needs: 'actions: read'
  })
  return asArray(member(asObject(answer), 'workflow_runs'))
    .map(value => toRun(client, value))
    .toSorted((a, b) => b.id - a.id)
}

/** How a workflow run was at one of its attempts, counted from 1. */
export async function attemptOfRun(client: Client, runId: number, count: number): Promise<WorkflowRun> {
  const route = `GET ${repositoryAddress(client.repository)}${address`/actions/runs/${runId}/attempts/${count}`}`
  return toRun(
    client,
    await client.json({ what: `read attempt ${count} of run ${runId}`, route, needs: 'actions: read' })
  )
}

/**
 * Starts the pull request's own gate run again, so that a required job follows what a comment decided. Nothing is
 * started where the run agrees already, is still going, or cannot be told from others.
 */
export async function rerunGate(client: Client, request: RerunRequest): Promise<RerunResult> {
  const run = gateRun(await runsOfHead(client, request.headSha), request)
  if (run === null) return { action: 'unknown' }
  if (run.status !== 'completed') return { action: 'running' }
  if (run.conclusion === request.expected) return { action: 'agrees' }
  const route = `POST ${repositoryAddress(client.repository)}${address`/actions/runs/${run.id}/rerun`}`
  const started = await attempt(client.json({ what: 'run the gate again', route, needs: 'actions: write' }))
  if (started.ok) return { action: 'restarted' }
  // Refused since it has been started meanwhile, or unclear: the run itself tells.
  if (!isFailure(started.error, 'unavailable') && !isFailure(started.error, 'invalid')) throw started.error
  const now = (await runsOfHead(client, request.headSha)).find(({ id }) => id === run.id)
  if (now !== undefined && now.attempt > run.attempt) return { action: 'restarted' }
  throw started.error
}

/**
 * Of the runs that the pull request itself started, whose job may be a required check: the one that made our check; else the newest of the gate's workflow; else the
 * only one that there is.
 */
function gateRun(runs: readonly WorkflowRun[], { headSha, runId, workflowPath }: RerunRequest): WorkflowRun | null {
  const candidates = runs
    .filter(run => isPullRequestEvent(run.event) && run.headSha === headSha)
    .toSorted((a, b) => b.id - a.id)
  const known = candidates.find(run => run.id === runId)
  const sameWorkflow = candidates.find(run => workflowPath !== null && run.path === workflowPath)
  const only = candidates.length === 1 ? candidates[0] : undefined
  return known ?? sameWorkflow ?? only ?? null
}

function toRun(client: Client, value: JsonValue): WorkflowRun {
  const run = asObject(value)
  const called = asArray(member(run, 'referenced_workflows')).map(each => textIn(asObject(each), 'path') ?? '')
  return {
    id: requiredInteger(run, 'id'),
    // GitHub appends the ref of a workflow that lies elsewhere: `path@ref`.
    path: (textIn(run, 'path') ?? '').replace(/@.*$/, ''),
    called: called.flatMap(path => pathIn(client.repository, path) ?? []),
    event: wordOf(EVENT_NAMES, requiredText(run, 'event')),
    headSha: requiredText(run, 'head_sha'),
    headBranch: textIn(run, 'head_branch'),
    headRepositoryId: numberIn(inner(run, 'head_repository'), 'id'),
    repositoryId: numberIn(inner(run, 'repository'), 'id'),
    status: wordIn(run, 'status', RUN_STATUSES) ?? 'other',
    conclusion: wordIn(run, 'conclusion', CONCLUSIONS),
    attempt: numberIn(run, 'run_attempt') ?? 1,
    url: textIn(run, 'html_url') ?? ''
  }
}

/** The path in `owner/name/path@ref`, where that is this repository; null where it is another one. */
function pathIn({ owner, name }: RepositoryName, reference: string): string | null {
  const prefix = `${owner}/${name}/`
  const isHere = reference.toLowerCase().startsWith(prefix.toLowerCase())
  return isHere ? reference.slice(prefix.length).replace(/@.*$/, '') : null
}
