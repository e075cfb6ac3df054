/** Why a call to GitHub gave no usable answer; closed, and never derived from English prose. */
export type GitHubFailure =
  /** The thing is not there, or the token cannot see it: GitHub answers 404 to both. */
  | { readonly kind: 'not-found' }
  /** The token lacks a permission; the one that is needed, e.g. `checks: write`, where GitHub or the call names it. */
  | { readonly kind: 'forbidden'; readonly permission: string | null }
  | { readonly kind: 'unauthorised' }
  /** `until` is ISO 8601 UTC, null where GitHub does not say. */
  | { readonly kind: 'rate-limited'; readonly until: string | null }
  /** No answer, or one that cannot be read. `mayHaveHappened`: a write whose effect is unknown. */
  | { readonly kind: 'unavailable'; readonly mayHaveHappened: boolean }
  /** GitHub understood the request and refuses it (409, 422 and the like). */
  | { readonly kind: 'invalid' }

/** A failed call. The message is one line, free of tokens, and fit for people. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError'
  readonly failure: GitHubFailure
  /** HTTP status, null where there was no answer. */
  readonly status: number | null

  constructor(message: string, failure: GitHubFailure, status: number | null) {
    super(message)
    this.failure = failure
    this.status = status
  }
}

/** What came of an attempt whose failure is part of the result. */
export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: GitHubError }

/** Turns a rejected call into a value; anything but a GitHubError is a fault of ours and passes through. */
export async function attempt<T>(call: Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await call }
  } catch (error) {
    if (error instanceof GitHubError) return { ok: false, error }
    throw error
  }
}

/** True where the error is GitHub's and of that kind. */
export const isFailure = (error: unknown, kind: GitHubFailure['kind']): error is GitHubError =>
  error instanceof GitHubError && error.failure.kind === kind

/** True for a write of which nobody knows whether it took effect. */
export const isAmbiguous = (error: unknown): boolean =>
  error instanceof GitHubError && error.failure.kind === 'unavailable' && error.failure.mayHaveHappened
