import type { Json, JsonRecord } from './openapi.js'
import { checkJson } from './represent.js'
import { type FakeRequest, invalid, nextId, notFound, paged, Refusal, type Route, string } from './route.js'
import type { FakeCheck } from './state.js'

const R = '/repos/{owner}/{repo}'
const MAX_TEXT = 65_535

/** Limits that GitHub enforces and does not describe. */
function checkOutput(body: JsonRecord): void {
  if (body.status === 'completed' && body.conclusion === undefined) throw invalid('conclusion is needed with completed')
  const output = (body.output ?? {}) as JsonRecord
  if (string(output.summary).length > MAX_TEXT || Buffer.byteLength(string(output.summary)) > MAX_TEXT) {
    throw invalid('summary exceeds a maximum bytesize of 65535')
  }
  if (string(output.text).length > MAX_TEXT) throw invalid('text is too long (maximum is 65535 characters)')
  for (const annotation of (output.annotations ?? []) as readonly JsonRecord[]) checkAnnotation(annotation)
}

function checkAnnotation(annotation: JsonRecord): void {
  if (string(annotation.title).length > 255) throw invalid('title is too long (maximum is 255 characters)')
  const { start_line: start, end_line: end, message, raw_details: details } = annotation
  const hasColumns = annotation.start_column !== undefined || annotation.end_column !== undefined
  if (hasColumns && start !== end) throw invalid('columns need start_line and end_line to be the same')
  for (const line of [start, end, annotation.start_column ?? 1, annotation.end_column ?? 1]) {
    if (Number(line) < 1) throw invalid('lines and columns start at 1')
  }
  if (Number(end) < Number(start)) throw invalid('end_line is before start_line')
  if (Buffer.byteLength(string(message)) > 65_536 || Buffer.byteLength(string(details)) > 65_536) {
    throw invalid('message and raw_details are at most 64 KB')
  }
}

/** GitHub cuts a text of too many bytes without saying so. */
const cutText = (text: Json | undefined): string | null =>
  typeof text === 'string' ? Buffer.from(text).subarray(0, MAX_TEXT).toString() : null

function apply(check: FakeCheck, body: JsonRecord): void {
  if (typeof body.name === 'string') check.name = body.name
  if (typeof body.external_id === 'string') check.externalId = body.external_id
  if (typeof body.status === 'string') check.status = body.status as FakeCheck['status']
  if (check.status !== 'completed') check.conclusion = null
  if (typeof body.conclusion === 'string') {
    check.conclusion = body.conclusion
    check.status = 'completed'
  }
  if (body.output === undefined) return
  const output = body.output as JsonRecord
  // An update replaces the whole output, and appends the annotations.
  check.output = {
    title: typeof output.title === 'string' ? output.title : null,
    summary: string(output.summary),
    text: cutText(output.text)
  }
  check.annotations.push(...((output.annotations ?? []) as FakeCheck['annotations']))
}

function create(request: FakeRequest) {
  const { state, repository, token, body } = request
  const output = body.output as JsonRecord | undefined
  if (output !== undefined && output.title === undefined) throw invalid('output.title is needed')
  checkOutput(body)
  if (!repository.commits.some(({ sha }) => sha === body.head_sha)) throw invalid('No commit found for SHA')
  const check: FakeCheck = {
    id: nextId(state),
    headSha: string(body.head_sha),
    name: '',
    app: token.app ?? { id: 0, slug: '' },
    externalId: '',
    status: 'queued',
    conclusion: null,
    job: false,
    output: { title: null, summary: null, text: null },
    annotations: []
  }
  apply(check, body)
  repository.checks.push(check)
  return { status: 201, body: checkJson(request, check) }
}

function update(request: FakeRequest) {
  const { repository, parameters, token, body } = request
  const check = repository.checks.find(({ id }) => id === Number(parameters.check_run_id))
  if (check === undefined) throw notFound()
  if (check.app.id !== token.app?.id) throw new Refusal(403, 'Invalid app_id')
  if (check.job && (body.status !== undefined || body.conclusion !== undefined)) {
    throw new Refusal(403, 'Check run status and conclusions can only be updated internally by GitHub Actions')
  }
  checkOutput(body)
  apply(check, body)
  return { status: 200, body: checkJson(request, check) }
}

function list(request: FakeRequest) {
  const { repository, parameters, query } = request
  const name = query.get('check_name')
  const app = query.get('app_id')
  const matching = repository.checks
    .filter(check => check.headSha === parameters.ref)
    .filter(check => (name === null || check.name === name) && (app === null || check.app.id === Number(app)))
    .toSorted((a, b) => b.id - a.id)
  const newest = matching.filter(
    (check, at) => matching.findIndex(other => other.name === check.name && other.app.id === check.app.id) === at
  )
  const shown = query.get('filter') === 'all' ? matching : newest
  const bodies = shown.map(check => checkJson(request, check))
  return paged(request, bodies, page => ({ total_count: shown.length, check_runs: page }))
}

function annotations(request: FakeRequest) {
  const check = request.repository.checks.find(({ id }) => id === Number(request.parameters.check_run_id))
  if (check === undefined) throw notFound()
  const none = { start_column: null, end_column: null, title: null, raw_details: null }
  return paged(
    request,
    check.annotations.map(annotation => ({ ...none, ...annotation, blob_href: 'https://github.com/blob' }))
  )
}

export const CHECK_ROUTES: readonly Route[] = [
  { route: `POST ${R}/check-runs`, needs: ['checks:write'], handle: create },
  { route: `PATCH ${R}/check-runs/{check_run_id}`, needs: ['checks:write'], handle: update },
  { route: `GET ${R}/check-runs/{check_run_id}/annotations`, needs: ['checks:read'], handle: annotations },
  { route: `GET ${R}/commits/{ref}/check-runs`, needs: ['checks:read'], handle: list }
]
