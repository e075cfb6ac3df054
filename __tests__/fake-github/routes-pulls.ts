import type { JsonRecord } from './openapi.js'
import { commitJson, pullJson } from './represent.js'
import { type FakeRequest, invalid, nextId, notFound, paged, type Route, string } from './route.js'
import type { FakeFile, FakePull } from './state.js'
import { sha } from './state.js'

const R = '/repos/{owner}/{repo}'
const READ = ['pull_requests:read']
/** GitHub lists no more than these. */
const MAX = { files: 3000, compared: 300, commits: 250 }

function pullOf({ repository, parameters }: FakeRequest): FakePull {
  const found = repository.pulls.find(({ number }) => number === Number(parameters.pull_number))
  if (found === undefined) throw notFound()
  return found
}

function fileJson({ openapi }: FakeRequest, file: FakeFile): JsonRecord {
  const { patch: _patch, ...template } =
    (openapi.example('diff-entry-items') as unknown as readonly JsonRecord[])[0] ?? {}
  return { ...template, sha: sha(file.filename), ...file }
}

function listFiles(request: FakeRequest) {
  const { files } = pullOf(request)
  return paged(request, files.slice(0, MAX.files), page => page.map(file => fileJson(request, file)))
}

function listCommits(request: FakeRequest) {
  const { repository } = request
  const listed = pullOf(request).commits.slice(0, MAX.commits)
  return paged(
    request,
    listed.flatMap(id => {
      const found = repository.commits.find(commit => commit.sha === id)
      return found === undefined ? [] : [commitJson(request, found)]
    })
  )
}

function listPulls(request: FakeRequest) {
  const { repository, query } = request
  const head = query.get('head')
  const state = query.get('state') ?? 'open'
  const shown = repository.pulls
    .filter(pull => state === 'all' || pull.state === state)
    .filter(({ headRepository, headRef }) => head === null || head === `${headRepository?.owner}:${headRef}`)
  return paged(
    request,
    shown.map(pull => pullJson(request, pull, true))
  )
}

function createPull(request: FakeRequest) {
  const { state, repository, token, body } = request
  const head = string(body.head)
  const headSha = repository.branches[head]
  const baseSha = repository.branches[string(body.base)]
  if (headSha === undefined || baseSha === undefined) throw invalid('head and base must be branches')
  if (headSha === baseSha) throw invalid(`No commits between ${string(body.base)} and ${head}`)
  if (repository.pulls.some(pull => pull.state === 'open' && pull.headRef === head)) {
    throw invalid('A pull request already exists')
  }
  const made: FakePull = {
    number: nextId(state),
    title: string(body.title),
    body: string(body.body),
    state: 'open',
    merged: false,
    draft: false,
    user: token.actor,
    headSha,
    headRef: head,
    headRepository: { id: repository.id, owner: repository.owner, name: repository.name },
    baseSha,
    baseRef: string(body.base),
    commits: [headSha],
    files: []
  }
  repository.pulls.push(made)
  return { status: 201, body: pullJson(request, made) }
}

function pullsOfCommit(request: FakeRequest) {
  const { repository, parameters } = request
  const holding = repository.pulls.filter(({ commits }) => commits.includes(parameters.commit_sha ?? ''))
  return paged(
    request,
    holding.map(pull => pullJson(request, pull, true))
  )
}

/** The files of the comparison are those of the pull request with these ends, or that has left this head. */
function compare(request: FakeRequest) {
  const { openapi, repository, parameters } = request
  const [base, head] = (parameters.basehead ?? '').split('...')
  const known = (id: string | undefined) => repository.commits.some(commit => commit.sha === id)
  if (!known(base) || !known(head)) throw notFound()
  const ofBase = repository.pulls.filter(({ baseSha }) => baseSha === base)
  const pull =
    ofBase.find(({ headSha }) => headSha === head) ?? ofBase.find(({ commits }) => commits.includes(head ?? ''))
  const files = (pull?.files ?? []).slice(0, MAX.compared).map(file => fileJson(request, file))
  return { status: 200, body: { ...openapi.example('commit-comparison'), files } }
}

export const PULL_ROUTES: readonly Route[] = [
  {
    route: `GET ${R}/pulls/{pull_number}`,
    needs: READ,
    handle: request => ({ status: 200, body: pullJson(request, pullOf(request)) })
  },
  { route: `GET ${R}/pulls/{pull_number}/files`, needs: READ, handle: listFiles },
  { route: `GET ${R}/pulls/{pull_number}/commits`, needs: READ, handle: listCommits },
  { route: `GET ${R}/pulls`, needs: READ, handle: listPulls },
  { route: `POST ${R}/pulls`, needs: ['pull_requests:write'], handle: createPull },
  { route: `GET ${R}/commits/{commit_sha}/pulls`, needs: READ, handle: pullsOfCommit },
  { route: `GET ${R}/compare/{basehead}`, needs: ['contents:read'], handle: compare }
]
