import { type Fetch, readBody } from '../../github/http/transport.js'

/** What a download needs of the world: arguments, so that no test waits or leaves the machine. */
export interface Network {
  /** The fetch for an address: by way of the proxy that the environment names for it. */
  readonly fetchFor: (origin: string) => Promise<Fetch>
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Milliseconds that one try may take. */
  readonly timeout: number
}

/** The bytes behind an address, or why there are none, as a part of a sentence. */
export type Downloaded = { readonly bytes: Uint8Array } | { readonly problem: string }

const ATTEMPTS = 3
const MOST_REDIRECTS = 5
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

/** A try that may end otherwise if it is made again. */
type Tried = Downloaded | { readonly problem: string; readonly mayPass: true }

/**
 * Fetches a file whole, of at most so many bytes. What the network or the server cannot do now is tried again; what a
 * server says is wrong is not. A redirect is followed, but never from https to http.
 */
export async function download(address: URL, mostBytes: number, network: Network): Promise<Downloaded> {
  for (let attempt = 1; ; attempt += 1) {
    const tried = await tryDownload(address, mostBytes, network)
    if (!('mayPass' in tried) || attempt === ATTEMPTS) return tried
    await network.sleep(500 * attempt)
  }
}

async function tryDownload(address: URL, mostBytes: number, network: Network): Promise<Tried> {
  const signal = AbortSignal.timeout(network.timeout)
  try {
    let url = address
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const fetch = await network.fetchFor(url.origin)
      const response = await fetch(bare(url), { signal, redirect: 'manual', headers: headersFor(url, address) })
      if (!REDIRECTS.includes(response.status)) return await contentOf(response, mostBytes)
      await response.body?.cancel()
      const next = response.headers.get('location') ?? ''
      if (next === '' || !URL.canParse(next, url.href)) return { problem: 'it redirects to no address' }
      const target = new URL(next, url)
      if (!isAllowed(target, url)) return { problem: `it redirects to ${withoutSecrets(target)}, which is not safe` }
      url = target
    }
    return { problem: `it redirects more than ${MOST_REDIRECTS} times` }
  } catch (error) {
    return failure(error, signal.aborted, mostBytes)
  }
}

/** Credentials of an address go in a header, and only to the host that they were given for. */
function headersFor(url: URL, given: URL): Readonly<Record<string, string>> {
  const agent = { 'user-agent': 'policy-gate' }
  if (given.username === '' || url.origin !== given.origin) return agent
  const [user, password] = [decodeURIComponent(given.username), decodeURIComponent(given.password)]
  return { ...agent, authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
}

const bare = ({ origin, pathname, search }: URL): string => `${origin}${pathname}${search}`

const isAllowed = (target: URL, from: URL): boolean =>
  target.protocol === 'https:' || (target.protocol === 'http:' && from.protocol === 'http:')

async function contentOf(response: Response, mostBytes: number): Promise<Tried> {
  const { status } = response
  if (status === 200) return { bytes: await readBody(response.body, mostBytes) }
  await response.body?.cancel()
  const problem = `the server answers ${status}`
  return status >= 500 || status === 429 || status === 408 ? { problem, mayPass: true } : { problem }
}

function failure(error: unknown, isLate: boolean, mostBytes: number): Tried {
  if (typeof error !== 'object' || error === null || !('name' in error)) throw error
  if (error.name === 'BodyTooLarge') return { problem: `it is larger than ${mostBytes} bytes` }
  return {
    problem: isLate ? 'there was no answer in time' : `the connection failed: ${reasonOf(error)}`,
    mayPass: true
  }
}

/** Node tells the reason as the cause of "fetch failed". */
function reasonOf(error: object): string {
  const cause = 'cause' in error && typeof error.cause === 'object' && error.cause !== null ? error.cause : error
  const text = 'code' in cause && typeof cause.code === 'string' ? cause.code : 'message' in cause ? cause.message : ''
  return String(text).split('\n')[0] ?? ''
}

/** An address as it may be shown and kept: without user, password and query. */
export const withoutSecrets = ({ origin, pathname }: URL): string => `${origin}${pathname}`
