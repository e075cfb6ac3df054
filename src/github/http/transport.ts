import type { JsonObject } from '../../core/ground/json.js'

/** As much of `fetch` as is used here. */
export type Fetch = (url: string, options: object) => Promise<Response>

/** One request, as the callers of the client describe it. */
export interface Call {
  /** Completes the sentence "GitHub: cannot …". */
  readonly what: string
  /** Method and address, e.g. `GET /repos/acme/pay/pulls/1`; see `address.ts`. */
  readonly route: string
  readonly parameters?: JsonObject
  /** The permission that the call needs, e.g. `checks: write`: said when GitHub refuses without naming it. */
  readonly needs?: string
  /** Default `json`. `redirect` takes the address of a download on another host for an answer. */
  readonly expect?: 'json' | 'bytes' | 'redirect'
  readonly accept?: string
  /** Whether the call only reads, so that it may be sent again when its fate is unknown. Default: true for GET. */
  readonly reads?: boolean
  /** Largest body that is read. */
  readonly maxBytes?: number
}

/** A response that is not a refusal, its body read whole. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** What the transport needs of Octokit: with `parseSuccessResponseBody: false` the data is a stream. */
export type SendRequest = (
  route: string,
  parameters: Readonly<Record<string, unknown>>
) => Promise<{ readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly data: unknown }>

/** True for calls that change nothing. */
export const isRead = (call: Call): boolean => call.reads ?? call.route.startsWith('GET ')

/** 32 MiB: above the largest page of files, comments or check runs that GitHub sends. */
const DEFAULT_MAX_BYTES = 32 * 1024 * 1024

const REDIRECTS: readonly number[] = [301, 302, 307, 308]

/** Sends one request, follows one redirect on the same host (a moved repository), and reads the body. */
export async function send(request: SendRequest, call: Call, baseUrl: string, signal: AbortSignal): Promise<Answer> {
  const headers = { accept: call.accept ?? 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' }
  const common = { headers, request: { signal, redirect: 'manual', parseSuccessResponseBody: false } }
  const first = await request(call.route, { ...call.parameters, ...common })
  // 302 is the address of a download, which carries its own authorisation; the others say that a repository moved.
  const target = call.expect === 'redirect' && first.status === 302 ? null : redirectOf(first, baseUrl)
  const isGet = call.route.startsWith('GET ')
  // The token goes along, so the host must be the one that it is for. The address carries the query of a GET already.
  const response =
    target?.origin === new URL(baseUrl).origin
      ? await request(`${methodOf(call)} ${target.href}`, isGet ? common : { ...call.parameters, ...common })
      : first
  return {
    status: response.status,
    headers: textHeaders(response.headers),
    body: await readBody(response.data, call.maxBytes ?? DEFAULT_MAX_BYTES)
  }
}

const methodOf = (call: Call): string => call.route.split(' ', 1)[0] ?? 'GET'

function redirectOf(response: Awaited<ReturnType<SendRequest>>, baseUrl: string): URL | null {
  const { location } = response.headers
  if (!REDIRECTS.includes(response.status) || typeof location !== 'string') return null
  return URL.canParse(location, baseUrl) ? new URL(location, baseUrl) : null
}

/** Reads a stream up to a size; the rest of a larger one is not fetched. */
export async function readBody(data: unknown, maxBytes: number): Promise<Uint8Array> {
  if (!isStream(data)) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = data.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      throw new BodyTooLarge(maxBytes)
    }
    chunks.push(next.value)
  }
  return Buffer.concat(chunks)
}

const isStream = (data: unknown): data is ReadableStream<Uint8Array> =>
  typeof data === 'object' && data !== null && 'getReader' in data

/** The answer is larger than the caller takes; asking again would not help. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'
  constructor(maxBytes: number) {
    super(`the answer is larger than ${maxBytes} bytes`)
  }
}

/** Headers with lower-case names, as text. */
export function textHeaders(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name.toLowerCase(), String(value)]] : []
    )
  )
}
