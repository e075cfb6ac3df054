import { artifactJson, runJson } from './represent.js'
import { type FakeRequest, notFound, paged, Refusal, type Route } from './route.js'
import type { FakeArtifact, FakeRun } from './state.js'

const R = '/repos/{owner}/{repo}'
const READ = ['actions:read']

function runOf({ repository, parameters }: FakeRequest): FakeRun {
  const found = repository.runs.find(({ id }) => id === Number(parameters.run_id))
  if (found === undefined) throw notFound()
  return found
}

function artifactOf({ repository, parameters }: FakeRequest): FakeArtifact {
  const found = repository.artifacts.find(({ id }) => id === Number(parameters.artifact_id))
  if (found === undefined) throw notFound()
  return found
}

/** Runs of the repository, or of one workflow by the name of its file, as the filters of the query leave them. */
function listRuns(request: FakeRequest) {
  const { repository, parameters, query } = request
  const { workflow_id: workflow } = parameters
  const isWanted = (parameter: string, value: string) => [null, value].includes(query.get(parameter))
  const ofWorkflow = repository.runs.filter(({ path }) => workflow === undefined || path.endsWith(`/${workflow}`))
  const shown = ofWorkflow
    .filter(run => isWanted('head_sha', run.headSha) && isWanted('event', run.event))
    .filter(run => isWanted('branch', run.headBranch))
    .toSorted((a, b) => b.id - a.id)
  const bodies = shown.map(run => runJson(request, run))
  return paged(request, bodies, page => ({ total_count: shown.length, workflow_runs: page }))
}

/** Starts the same run again: same commit and payload, next attempt. */
function rerun(request: FakeRequest) {
  const run = runOf(request)
  if (run.status !== 'completed') throw new Refusal(403, 'This workflow is already running')
  const earlier = [...(run.earlier ?? []), run.conclusion]
  Object.assign(run, { status: 'queued', conclusion: null, attempt: run.attempt + 1, earlier })
  return { status: 201, body: {} }
}

/** A run as it was at an earlier attempt, or is. */
function readAttempt(request: FakeRequest) {
  const run = runOf(request)
  const count = Number(request.parameters.attempt_number)
  if (count < 1 || count > run.attempt) throw notFound()
  const then = { ...run, attempt: count, status: 'completed' as const, conclusion: run.earlier?.[count - 1] ?? null }
  return { status: 200, body: runJson(request, count === run.attempt ? run : then) }
}

function listArtifacts(request: FakeRequest) {
  const own = request.repository.artifacts.filter(({ runId }) => runId === runOf(request).id)
  const bodies = own.map(artifact => artifactJson(request, artifact))
  return paged(request, bodies, page => ({ total_count: own.length, artifacts: page }))
}

/** GitHub sends to a short-lived address of its storage, which takes no token. */
function downloadArtifact(request: FakeRequest) {
  const { id, expired } = artifactOf(request)
  if (expired) throw new Refusal(410, 'Artifact has expired')
  return { status: 302, headers: { location: new URL(`/storage/${id}?sig=abc`, request.url).href } }
}

export const ACTION_ROUTES: readonly Route[] = [
  { route: `GET ${R}/actions/runs`, needs: READ, handle: listRuns },
  { route: `GET ${R}/actions/workflows/{workflow_id}/runs`, needs: READ, handle: listRuns },
  {
    route: `GET ${R}/actions/runs/{run_id}`,
    needs: READ,
    handle: request => ({ status: 200, body: runJson(request, runOf(request)) })
  },
  { route: `POST ${R}/actions/runs/{run_id}/rerun`, needs: ['actions:write'], handle: rerun },
  { route: `GET ${R}/actions/runs/{run_id}/attempts/{attempt_number}`, needs: READ, handle: readAttempt },
  { route: `GET ${R}/actions/runs/{run_id}/artifacts`, needs: READ, handle: listArtifacts },
  {
    route: `GET ${R}/actions/artifacts/{artifact_id}`,
    needs: READ,
    handle: request => ({ status: 200, body: artifactJson(request, artifactOf(request)) })
  },
  { route: `GET ${R}/actions/artifacts/{artifact_id}/{archive_format}`, needs: READ, handle: downloadArtifact }
]
