import type { Json, JsonRecord, OpenApi } from './openapi.js'
import type { FakeRepository, FakeState, FakeToken } from './state.js'

/** What a handler gets. */
export interface FakeRequest {
  readonly state: FakeState
  readonly openapi: OpenApi
  readonly token: FakeToken
  /** Address of the API, as answers name it. */
  readonly url: string
  readonly parameters: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: JsonRecord
  readonly accept: string
  /** The repository of `{owner}/{repo}`. */
  readonly repository: FakeRepository
}

export interface FakeResponse {
  readonly status: number
  readonly body?: Json
  /** Instead of a body in JSON. */
  readonly raw?: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

export interface Route {
  /** `GET /repos/{owner}/{repo}`, as GitHub's description writes it. */
  readonly route: string
  /** Permissions of which any is enough, as `checks:write`. */
  readonly needs: readonly string[]
  handle(request: FakeRequest): FakeResponse
}

/** Thrown by handlers: GitHub refuses. */
export class Refusal extends Error {
  readonly response: FakeResponse
  constructor(status: number, message: string, errors: readonly JsonRecord[] = []) {
    super(message)
    const body = { message, documentation_url: 'https://docs.github.com/rest', status: String(status) }
    this.response = { status, body: errors.length > 0 ? { ...body, errors } : body }
  }
}

export const notFound = (): Refusal => new Refusal(404, 'Not Found')

/** 422 as GitHub words it. */
export const invalid = (message: string): Refusal =>
  new Refusal(422, 'Validation Failed', [{ resource: 'Request', code: 'custom', message }])

/** One page of a list, with GitHub's Link header. */
export function paged<T = Json>(
  request: FakeRequest,
  items: readonly T[],
  wrap: (page: readonly T[]) => Json = page => page as readonly Json[]
) {
  const size = Math.min(100, Math.max(1, Number(request.query.get('per_page') ?? 30)))
  const page = Math.max(1, Number(request.query.get('page') ?? 1))
  const last = Math.max(1, Math.ceil(items.length / size))
  const link = (number: number, rel: string) => `<${request.url}/any?page=${number}>; rel="${rel}"`
  const links = page < last ? [link(page + 1, 'next'), link(last, 'last')] : page > 1 ? [link(1, 'first')] : []
  return {
    status: 200,
    body: wrap(items.slice((page - 1) * size, page * size)),
    ...(links.length > 0 ? { headers: { link: links.join(', ') } } : {})
  }
}

/** The next number that GitHub gives out. */
export function nextId(state: FakeState): number {
  state.nextId += 1
  return state.nextId
}

export const string = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
