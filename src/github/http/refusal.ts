import { asArray, asObject, asString, type JsonValue, member } from '../../core/ground/json.js'
import { GitHubError, type GitHubFailure } from './failure.js'
import { BodyTooLarge, type Call, isRead, textHeaders } from './transport.js'

type Headers = Readonly<Record<string, string>>

/** Circumstances of a failed exchange. */
export interface Circumstances {
  readonly timedOut: boolean
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly redact: (text: string) => string
}

/** What GitHub says about itself is shown to people, but not at any length. */
const MAX_DETAIL = 300

/** Turns whatever an exchange threw into an error of ours; the original is dropped, since it holds headers. */
export function refusalError(call: Call, error: unknown, { timedOut, now, redact }: Circumstances): GitHubError {
  const refused = refusalOf(error)
  const failure: GitHubFailure = refused
    ? classify(call, refused.status, refused.headers, refused.data, now)
    : error instanceof BodyTooLarge
      ? { kind: 'invalid' }
      : { kind: 'unavailable', mayHaveHappened: !isRead(call) }
  const said = refused ? messageOf(refused.data) : timedOut ? 'no answer in time' : textOf(error)
  // Redaction comes before the cut: half a token is not recognised by the runner's masking.
  const detail = redact(said)
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .slice(0, MAX_DETAIL)
  const parts = [`GitHub: cannot ${call.what}`, reasonOf(failure, refused?.status ?? null), detail]
  return new GitHubError(redact(parts.filter(part => part !== '').join(': ')), failure, refused?.status ?? null)
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function reasonOf(failure: GitHubFailure, status: number | null): string {
  const answered = status === null ? '' : ` (${status})`
  switch (failure.kind) {
    case 'not-found':
      return `not found, or the token cannot see it${answered}`
    case 'forbidden':
      return failure.permission === null ? `not allowed${answered}` : `the token lacks ${failure.permission}${answered}`
    case 'unauthorised':
      return `the token is not valid${answered}`
    case 'rate-limited':
      return failure.until === null ? `rate limit reached${answered}` : `rate limit reached until ${failure.until}`
    case 'unavailable':
      return `GitHub is not available${answered}`
    case 'invalid':
      return `refused${answered}`
    default:
      return failure satisfies never
  }
}

/** A refused response as Octokit throws it; null for errors without one (no connection, aborted, cut off). */
function refusalOf(error: unknown): { status: number; headers: Headers; data: JsonValue } | null {
  if (!(error instanceof Error) || !('response' in error)) return null
  const response = error.response as { status?: unknown; headers?: object; data?: unknown } | undefined
  if (typeof response?.status !== 'number') return null
  return {
    status: response.status,
    headers: textHeaders({ ...response.headers }),
    data: (response.data ?? null) as JsonValue
  }
}

function messageOf(data: JsonValue): string {
  const body = asObject(data)
  const errors = asArray(member(body, 'errors')).map(error =>
    typeof error === 'string' ? error : (asString(member(asObject(error), 'message')) ?? JSON.stringify(error))
  )
  return [asString(member(body, 'message')) ?? '', ...errors].filter(part => part !== '').join('; ')
}

/** Names the failure behind a status. */
function classify(call: Call, status: number, headers: Headers, data: JsonValue, now: number): GitHubFailure {
  if (status === 429 || (status === 403 && isLimit(headers, data))) {
    const until = limitEnds(headers, now)
    return { kind: 'rate-limited', until: until === null ? null : new Date(until).toISOString() }
  }
  if (status === 401) return { kind: 'unauthorised' }
  if (status === 403) return { kind: 'forbidden', permission: permissionOf(headers) ?? call.needs ?? null }
  if (status === 404 || status === 410) return { kind: 'not-found' }
  if (status < 500 && status !== 408) return { kind: 'invalid' }
  return { kind: 'unavailable', mayHaveHappened: !isRead(call) }
}

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
function isLimit(headers: Headers, data: JsonValue): boolean {
  const documentation = asString(member(asObject(data), 'documentation_url')) ?? ''
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /\brate-limits?\b/.test(documentation)
  )
}

/** `retry-after` (seconds, or a date) first, then `x-ratelimit-reset`; null where neither is given. */
function limitEnds(headers: Headers, now: number): number | null {
  const after = headers['retry-after'] ?? ''
  if (/^\d{1,9}$/.test(after)) return now + Number(after) * 1000
  const date = Date.parse(after)
  if (Number.isFinite(date)) return date
  const reset = headers['x-ratelimit-reset'] ?? ''
  return headers['x-ratelimit-remaining'] === '0' && /^\d{1,11}$/.test(reset) ? Number(reset) * 1000 : null
}

/** `X-Accepted-GitHub-Permissions: pull_requests=write; issues=write` lists alternatives. */
function permissionOf(headers: Headers): string | null {
  const accepted = headers['x-accepted-github-permissions'] ?? ''
  if (!/^[a-z_]+=[a-z_=,; ]{1,200}$/.test(accepted)) return null
  return accepted
    .split(/\s*;\s*/)
    .map(set => set.replaceAll('_', '-').replaceAll('=', ': ').replaceAll(/,\s*/g, ' and '))
    .join(' or ')
}
