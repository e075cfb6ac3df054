import { asObject, type JsonValue, member } from '../../core/ground/json.js'
import type { RepositoryName } from './address.js'
import type { Clock } from './clock.js'
import { GitHubError } from './failure.js'
import { writePacer } from './pace.js'
import { fetchFor } from './proxy.js'
import { redactor } from './redact.js'
import { backOff, budgeted, parseJson, unreadable } from './retry.js'
import {
  type Answer,
  type Call,
  type Fetch,
  isRead,
  readBody,
  type SendRequest,
  send,
  textHeaders
} from './transport.js'

export interface ClientOptions {
  readonly token: string
  /** Further secrets that no message may contain. */
  readonly secrets: readonly string[]
  readonly repository: RepositoryName
  /** `GITHUB_API_URL`, e.g. `https://api.github.com` or `https://ghes.example/api/v3`. */
  readonly apiUrl: string
  readonly graphqlUrl: string
  readonly clock: Clock
  /** Milliseconds since the epoch at which the last wait must be over. */
  readonly deadline: number
}

/** Sends calls, waits for limits and repeats reads, all within the budget. */
export interface Client {
  readonly repository: RepositoryName
  readonly graphqlUrl: string
  send(call: Call): Promise<Answer>
  json(call: Call): Promise<JsonValue>
  /** Every item of a list; a page that cannot be read fails the whole, so no partial list exists. */
  pages(call: Call, key?: string): Promise<readonly JsonValue[]>
  /** Fetches from another host without the token, through the proxy that the environment names for it. */
  fetchElsewhere(what: string, url: URL, maxBytes: number): Promise<Uint8Array>
  /** Lets a moment pass before a second look. */
  pause(): Promise<void>
}

/** A bound against a server that always names a next page; above GitHub's own limit of 3,000 files. */
const MAX_PAGES = 300

/** Connects lazily: Octokit is loaded with the first call, so that it costs nothing where no call is made. */
export function createClient(options: ClientOptions): Client {
  const run = budgeted(options.clock, options.deadline, redactor([options.token, ...options.secrets]))
  const pace = writePacer(options.clock)
  const octokit = once(() => loadOctokit(options))
  const sendCall = (call: Call): Promise<Answer> => {
    const carryOut = () => run(call, async signal => send(await octokit(), call, options.apiUrl, signal))
    return isRead(call) ? carryOut() : pace(carryOut)
  }
  return {
    repository: options.repository,
    graphqlUrl: options.graphqlUrl,
    send: sendCall,
    json: async call => decode(await sendCall(call)),
    pages: (call, key) => readPages(sendCall, call, key),
    fetchElsewhere: async (what, url, maxBytes) => {
      const call: Call = { what, route: `GET ${url.origin}`, expect: 'bytes' }
      const fetch = await fetchFor(url.origin)
      return (await run(call, signal => fetchPlain(fetch, url, signal, maxBytes))).body
    },
    pause: () => options.clock.sleep(backOff(1))
  }
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | null = null
  return () => {
    loaded ??= load()
    return loaded
  }
}

/** Octokit with a fetch that knows proxies, and without a log: what goes wrong is ours to tell, with secrets left out. */
async function loadOctokit({ token, apiUrl }: ClientOptions): Promise<SendRequest> {
  const [{ Octokit }, fetch] = await Promise.all([import('@octokit/rest'), fetchFor(apiUrl)])
  const silent = () => undefined
  const log = { debug: silent, info: silent, warn: silent, error: silent }
  const octokit = new Octokit({ auth: token, baseUrl: apiUrl, userAgent: 'policy-gate', log, request: { fetch } })
  return octokit.request as SendRequest
}

/** The address of a download carries its own authorisation; the token stays with GitHub. */
async function fetchPlain(fetch: Fetch, url: URL, signal: AbortSignal, maxBytes: number): Promise<Answer> {
  const response = await fetch(url.href, { signal, redirect: 'error' })
  const headers = textHeaders(Object.fromEntries(response.headers))
  if (response.status >= 400) {
    throw Object.assign(new Error('refused'), { response: { status: response.status, headers, data: null } })
  }
  return { status: response.status, headers, body: await readBody(response.body, maxBytes) }
}

/** An answer without a body (204) is null. The body has been checked to be JSON. */
const decode = (answer: Answer): JsonValue =>
  answer.body.byteLength === 0 ? null : (parseJson(answer.body) as JsonValue)

async function readPages(
  sendCall: (call: Call) => Promise<Answer>,
  call: Call,
  key: string | undefined
): Promise<readonly JsonValue[]> {
  const all: JsonValue[] = []
  for (let page = 1; page <= MAX_PAGES; page++) {
    const answer = await sendCall({ ...call, parameters: { ...call.parameters, per_page: 100, page } })
    const found = key === undefined ? decode(answer) : member(asObject(decode(answer)), key)
    if (!Array.isArray(found)) throw unreadable(call, 'the answer is not a list')
    all.push(...(found as readonly JsonValue[]))
    const { link } = answer.headers
    // Where a proxy strips the header, a full page may have a successor.
    if (!(link === undefined ? found.length >= 100 : /rel="next"/.test(link))) return all
  }
  throw new GitHubError(`GitHub: cannot ${call.what}: more than ${MAX_PAGES} pages`, { kind: 'invalid' }, null)
}
