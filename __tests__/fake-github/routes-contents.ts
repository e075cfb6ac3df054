import { blobIdOf, commitAt, parentsOf, treeIdOf } from './graph.js'
import type { Json, JsonRecord } from './openapi.js'
import { accountJson, commitJson } from './represent.js'
import { type FakeRequest, invalid, notFound, Refusal, type Route, string } from './route.js'
import type { FakeCommit, FakeUpdate } from './state.js'
import { sha } from './state.js'

const R = '/repos/{owner}/{repo}'
const READ = ['contents:read']
const WRITE = ['contents:write']
/** Above it GitHub leaves the content out of the JSON. */
const MAX_INLINE = 1024 * 1024
const LINK = 'symlink:'

/** The commit behind a branch, a commit id, or the default branch. */
function commitOf({ repository }: FakeRequest, ref: string | null | undefined): FakeCommit {
  const id = repository.branches[ref ?? repository.defaultBranch] ?? ref
  const found = commitAt(repository, id ?? undefined)
  if (found === undefined) throw notFound()
  return found
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content

function readContents(request: FakeRequest) {
  const path = request.parameters.path ?? ''
  const { files } = commitOf(request, request.query.get('ref'))
  const content = files[path]
  if (content === undefined) return listDirectory(request, path, files)
  if (request.accept.includes('raw')) return { status: 200, raw: bytesOf(content) }
  return { status: 200, body: entryJson(request, path, content) }
}

function listDirectory(request: FakeRequest, path: string, files: FakeCommit['files']) {
  const inside = Object.entries(files).filter(([name]) => name.startsWith(`${path}/`))
  if (inside.length === 0) throw notFound()
  return {
    status: 200,
    body: inside.map(([name, content]) => {
      const {
        content: _content,
        encoding: _encoding,
        ...entry
      } = entryJson(request, name, content) as Record<string, Json>
      return entry
    })
  }
}

function entryJson({ openapi }: FakeRequest, path: string, content: string | Uint8Array): JsonRecord {
  const bytes = bytesOf(content)
  const common = {
    ...openapi.example('content-file-response-if-content-is-a-file'),
    name: path.split('/').at(-1) ?? '',
    path,
    sha: blobIdOf(bytes),
    size: bytes.byteLength
  }
  if (typeof content === 'string' && content.startsWith(LINK)) {
    const { content: _content, encoding: _encoding, ...entry } = common as Record<string, Json>
    return { ...entry, type: 'symlink', target: content.slice(LINK.length) }
  }
  // GitHub breaks the lines of base64.
  return bytes.byteLength > MAX_INLINE
    ? { ...common, encoding: 'none', content: '' }
    : { ...common, encoding: 'base64', content: Buffer.from(bytes).toString('base64').replaceAll(/.{60}/g, '$&\n') }
}

function writeContents(request: FakeRequest) {
  const { openapi, repository, parameters, body, token } = request
  const path = parameters.path ?? ''
  const branch = string(body.branch)
  const parent = commitOf(request, branch)
  const current = parent.files[path]
  const expected = current === undefined ? undefined : blobIdOf(current)
  if (expected !== undefined && body.sha === undefined) throw invalid('"sha" wasn\'t supplied')
  if (expected !== body.sha) throw new Refusal(409, `${path} does not match ${string(body.sha)}`)
  const content = Buffer.from(string(body.content), 'base64')
  const made: FakeCommit = {
    ...parent,
    sha: sha(`${parent.sha}${path}${string(body.content)}`),
    message: string(body.message),
    author: token.actor,
    files: { ...parent.files, [path]: content }
  }
  repository.commits.push(made)
  repository.branches[branch] = made.sha
  return {
    status: current === undefined ? 201 : 200,
    body: openapi.example('file-commit-example-for-creating-a-file')
  }
}

const refJson = ({ openapi }: FakeRequest, name: string, id: string): JsonRecord => {
  const template = openapi.example('git-ref')
  return { ...template, ref: `refs/heads/${name}`, object: { ...(template.object as JsonRecord), sha: id } }
}

function readRef(request: FakeRequest) {
  const name = request.parameters.ref?.replace(/^heads\//, '') ?? ''
  const id = request.repository.branches[name]
  if (id === undefined) throw notFound()
  return { status: 200, body: refJson(request, name, id) }
}

function createRef(request: FakeRequest) {
  const { repository, body } = request
  const name = string(body.ref).replace(/^refs\/heads\//, '')
  if (repository.branches[name] !== undefined) throw invalid('Reference already exists')
  const { sha: id } = commitOf(request, string(body.sha))
  repository.branches[name] = id
  return { status: 201, body: refJson(request, name, id) }
}

function readTree(request: FakeRequest) {
  const { openapi, parameters, url } = request
  const commit = commitOf(request, parameters.tree_sha)
  const tree = Object.entries(commit.files).map(([path, content]) => {
    const bytes = bytesOf(content)
    const id = blobIdOf(bytes)
    return { path, mode: '100644', type: 'blob', size: bytes.byteLength, sha: id, url: `${url}/blobs/${id}` }
  })
  return {
    status: 200,
    body: { ...openapi.example('git-tree-default-response'), sha: treeIdOf(commit), tree }
  }
}

function readCommit(request: FakeRequest) {
  const { openapi, repository, parameters, url } = request
  const commit = commitOf(request, parameters.commit_sha)
  const named = (id: string): JsonRecord => ({ sha: id, url: `${url}/commits/${id}`, html_url: `${url}/commits/${id}` })
  const tree = treeIdOf(commit)
  const parents = parentsOf(repository, commit.sha).map(named)
  return {
    status: 200,
    body: {
      ...openapi.example('git-commit-2'),
      sha: commit.sha,
      message: commit.message,
      tree: { sha: tree, url: `${url}/trees/${tree}` },
      parents
    }
  }
}

const MADE_AT = '2026-01-01T00:00:00Z'

/**
 * What is recorded of a branch; of a pull request's that nothing else is said of, its author pushed each commit by itself.
 * A fork that is private is nobody's to see.
 */
function updatesOf({ repository, parameters }: FakeRequest, branch: string): readonly FakeUpdate[] {
  const { owner, repo } = parameters
  const isOwn = owner === repository.owner && repo === repository.name
  const pull = repository.pulls.find(
    ({ headRef, headRepository: head }) => headRef === branch && head?.owner === owner && head?.name === repo
  )
  if (!isOwn && (pull === undefined || pull.headRepository?.isPrivate === true)) throw notFound()
  const told = isOwn ? repository.updates.filter(({ ref }) => ref === branch) : []
  if (pull === undefined || told.length > 0) return told
  const before = [pull.forkSha ?? '0'.repeat(40), ...pull.commits]
  return pull.commits.map((after, index) => ({
    ...{ ref: branch, before: before[index] ?? '', after, at: MADE_AT, actor: pull.user }
  }))
}

/** Newest first; a cursor stands for the place in the list. */
function listActivity(request: FakeRequest) {
  const { openapi, repository, query, url } = request
  const branch = (query.get('ref') ?? '').replace(/^refs\/heads\//, '')
  const moved = updatesOf(request, branch)
  const first = moved[0]?.before ?? repository.branches[branch]
  const made: readonly FakeUpdate[] =
    first === undefined || /^0+$/.test(first)
      ? []
      : [{ ref: branch, before: '0'.repeat(40), after: first, at: MADE_AT }]
  const all = [...made, ...moved].toReversed()
  const size = Number(query.get('per_page') ?? 30)
  const start = Number(query.get('after') ?? 0)
  const template = openapi.example('activity-items') as unknown as readonly JsonRecord[]
  const next = `<${url}/any?after=${start + size}>; rel="next"`
  return {
    status: 200,
    body: all.slice(start, start + size).map(({ ref, before, after, at, actor }, index) => ({
      ...template[0],
      id: start + index,
      ref: `refs/heads/${ref}`,
      before,
      after,
      timestamp: at,
      actor: actor == null ? null : accountJson(openapi, actor),
      activity_type: before.startsWith('00000000') ? 'branch_creation' : 'push'
    })),
    ...(start + size < all.length ? { headers: { link: next } } : {})
  }
}

export const CONTENT_ROUTES: readonly Route[] = [
  { route: `GET ${R}/contents/{path}`, needs: READ, handle: readContents },
  { route: `PUT ${R}/contents/{path}`, needs: WRITE, handle: writeContents },
  { route: `GET ${R}/activity`, needs: READ, handle: listActivity },
  { route: `GET ${R}/git/ref/{ref}`, needs: READ, handle: readRef },
  { route: `POST ${R}/git/refs`, needs: WRITE, handle: createRef },
  { route: `GET ${R}/git/commits/{commit_sha}`, needs: READ, handle: readCommit },
  { route: `GET ${R}/git/trees/{tree_sha}`, needs: READ, handle: readTree },
  {
    route: `GET ${R}/commits/{ref}`,
    needs: READ,
    handle: request => ({ status: 200, body: commitJson(request, commitOf(request, request.parameters.ref)) })
  }
]
