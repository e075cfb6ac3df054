import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Fault, faultScript, hasEffect, sendFaulty } from './faults.js'
import { fakeGraphql } from './graphql.js'
import type { Json, JsonRecord, OpenApi } from './openapi.js'
import { openApi } from './published.kept.js'
import { type FakeRequest, type FakeResponse, Refusal, type Route } from './route.js'
import { matchRoute } from './router.js'
import type { FakeRepository, FakeState, FakeToken } from './state.js'

export interface FakeCall {
  readonly method: string
  /** Path below the API's base, without query. */
  readonly path: string
  readonly query: string
  readonly body: Json | undefined
  /** The `Authorization` header as it arrived. */
  readonly authorization: string
  /** Status of the answer; null where none was sent. */
  readonly status: number | null
  /** What GitHub called now. */
  readonly at: string
}

export interface FakeGitHub {
  /** What `GITHUB_API_URL` would say. */
  readonly url: string
  readonly graphqlUrl: string
  readonly state: FakeState
  readonly calls: readonly FakeCall[]
  /** Requests and answers that GitHub's description does not allow. */
  readonly violations: readonly string[]
  fault(fault: Fault): void
  /** Called where a scripted fault has stopped sending. */
  onStall(listener: () => void): void
  close(): Promise<void>
}

export interface FakeOptions {
  /** `/api/v3` makes a GitHub Enterprise Server of it. */
  readonly basePath?: string
  readonly host?: string
}

/** Starts a GitHub on this machine: the state is real, every request and answer is checked against GitHub's description. */
export async function startFakeGitHub(state: FakeState, options: FakeOptions = {}): Promise<FakeGitHub> {
  const { basePath = '', host = '127.0.0.1' } = options
  const calls: FakeCall[] = []
  const violations: string[] = []
  const faults = faultScript()
  const listeners: (() => void)[] = []
  const graphql = fakeGraphql()
  const context = { state, openapi: openApi(), graphql, violations, basePath, origin: '' }

  const server = createServer(async (incoming, out) => {
    const url = new URL(incoming.url ?? '/', context.origin)
    const body = parseBody(await readAll(incoming))
    const method = incoming.method ?? 'GET'
    const fault = faults.meet(method, `${url.pathname}${url.search}`)
    if (fault !== null && 'change' in fault) await fault.change(state)
    const answer = hasEffect(fault) ? respond(context, incoming, url, body) : { status: 200 }
    const status =
      fault !== null && 'status' in fault ? fault.status : fault !== null && 'reset' in fault ? null : answer.status
    const path = url.pathname.slice(basePath.length)
    const { authorization = '' } = incoming.headers
    calls.push({ method, path, query: url.search, body, authorization, status, at: state.now })
    sendFaulty(out as ServerResponse, answer, fault, () => {
      for (const listener of listeners) listener()
    })
  })
  await new Promise<void>(resolve => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  context.origin = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  return {
    url: `${context.origin}${basePath}`,
    graphqlUrl: `${context.origin}${basePath.replace(/\/v3$/, '')}/graphql`,
    state,
    calls,
    violations,
    fault: faults.add,
    onStall: listener => {
      listeners.push(listener)
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

interface Context {
  readonly state: FakeState
  readonly openapi: OpenApi
  readonly graphql: ReturnType<typeof fakeGraphql>
  readonly violations: string[]
  readonly basePath: string
  readonly origin: string
}

function respond(context: Context, incoming: IncomingMessage, url: URL, body: Json | undefined): FakeResponse {
  const { state, basePath } = context
  if (url.pathname.startsWith('/storage/')) return storage(context, incoming, url)
  const token = state.tokens[/^(?:token|bearer) (.+)$/i.exec(incoming.headers.authorization ?? '')?.[1] ?? '']
  if (token === undefined) return new Refusal(401, 'Bad credentials').response
  if (url.pathname === `${basePath.replace(/\/v3$/, '')}/graphql`) {
    return answerGraphql(context, token, body)
  }
  try {
    return dispatch(context, incoming, url, body, token)
  } catch (error) {
    if (error instanceof Refusal) return error.response
    return crashed(context, error)
  }
}

function answerGraphql(context: Context, token: FakeToken, body: Json | undefined): FakeResponse {
  try {
    const { response, violations } = context.graphql.answer(context.state, token, body)
    context.violations.push(...violations)
    return response
  } catch (error) {
    return crashed(context, error)
  }
}

/** A fault of the stand-in itself must not look like one of GitHub's. */
function crashed({ violations }: Context, error: unknown): FakeResponse {
  violations.push(`the stand-in failed: ${error instanceof Error ? error.stack : String(error)}`)
  return { status: 500, body: { message: 'The stand-in failed' } }
}

/** The address of a download is its own key; a token must not get there. */
function storage({ state, violations }: Context, incoming: IncomingMessage, url: URL): FakeResponse {
  if (incoming.headers.authorization !== undefined) violations.push('the token was sent to the storage')
  const id = Number(url.pathname.split('/')[2])
  const found = state.repositories.flatMap(({ artifacts }) => artifacts).find(artifact => artifact.id === id)
  return found === undefined ? { status: 404 } : { status: 200, raw: found.zip }
}

function dispatch(
  context: Context,
  incoming: IncomingMessage,
  url: URL,
  body: Json | undefined,
  token: FakeToken
): FakeResponse {
  const { state, openapi, violations, basePath, origin } = context
  const method = incoming.method ?? 'GET'
  const match = matchRoute(method, url.pathname.slice(basePath.length))
  if (match === null) {
    violations.push(`no such operation: ${method} ${url.pathname}`)
    throw new Refusal(404, 'Not Found')
  }
  const moved = movedTo(state, match.parameters, url)
  if (moved !== null) return moved
  const operation = { id: match.route.route, method: method.toLowerCase(), path: match.route.route.split(' ')[1] ?? '' }
  const problems = openapi.checkRequest(operation, url.searchParams, body)
  violations.push(...problems)
  if (problems.length > 0)
    throw new Refusal(
      422,
      'Validation Failed',
      problems.map(message => ({ message }))
    )
  permit(match.route, token)
  const request: FakeRequest = {
    state,
    openapi,
    token,
    url: `${origin}${basePath}`,
    parameters: match.parameters,
    query: url.searchParams,
    body: (body ?? {}) as JsonRecord,
    accept: incoming.headers.accept ?? '',
    repository: repositoryOf(state, match.route, match.parameters)
  }
  const response = match.route.handle(request)
  if (response.raw === undefined) violations.push(...openapi.checkResponse(operation, response.status, response.body))
  return response
}

/** What a token may not do, GitHub answers with 403 and the permissions that would do; teams it hides. */
function permit(route: Route, token: FakeToken): void {
  const allowed = route.needs.some(need => {
    const [name = '', level] = need.split(':')
    const given = token.permissions[name]
    return name === 'metadata' || given === 'write' || (given === 'read' && level === 'read')
  })
  if (allowed || route.needs.length === 0) return
  if (route.needs.includes('members:read')) throw new Refusal(404, 'Not Found')
  const refusal = new Refusal(403, 'Resource not accessible by integration')
  const accepted = route.needs.map(need => need.replace(':', '=')).join('; ')
  throw Object.assign(refusal, {
    response: { ...refusal.response, headers: { 'x-accepted-github-permissions': accepted } }
  })
}

/** Of a fork only its activity is shown. */
function repositoryOf(
  state: FakeState,
  { route }: Route,
  parameters: Readonly<Record<string, string>>
): FakeRepository {
  const { owner, repo } = parameters
  const found = state.repositories.find(repository => repository.owner === owner && repository.name === repo)
  const first = state.repositories[0]
  if (owner === undefined && first !== undefined) return first
  if (found !== undefined) return found
  const parent = state.repositories.find(({ pulls }) =>
    pulls.some(({ headRepository: head }) => head?.owner === owner && head?.name === repo)
  )
  if (parent === undefined || !route.endsWith('/activity')) throw new Refusal(404, 'Not Found')
  return parent
}

function movedTo(state: FakeState, { owner, repo }: Readonly<Record<string, string>>, url: URL): FakeResponse | null {
  const target = state.repositories.find(({ movedFrom }) => movedFrom !== null && movedFrom === `${owner}/${repo}`)
  if (target === undefined) return null
  const location = url.href.replace(`/repos/${owner}/${repo}`, `/repos/${target.owner}/${target.name}`)
  const body = { message: 'Moved Permanently', url: location, documentation_url: 'https://docs.github.com/rest' }
  return { status: 301, body, headers: { location } }
}

async function readAll(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

const parseBody = (text: string): Json | undefined => (text === '' ? undefined : (JSON.parse(text) as Json))
