import { asArray, asObject, type JsonObject, type JsonValue, member, textMember } from '../../ground/json.js'

/**
 * Alerts of a list of GitHub's REST API; pages that were joined as arrays (`gh api --paginate --slurp`) are unfolded.
 * `isOnePage`: the list holds exactly as many as one page of the API does, so that there may be more.
 */
export function alertsOf(value: JsonValue): { readonly alerts: readonly JsonValue[]; readonly isOnePage: boolean } {
  const elements = asArray(value)
  const alerts = elements.flatMap(each => (Array.isArray(each) ? (each as readonly JsonValue[]) : [each]))
  return { alerts, isOnePage: elements.length === alerts.length && PAGES.includes(alerts.length) }
}

/** Alerts on a page of the API: by default, and at most. */
const PAGES: readonly number[] = [30, 100]

/** The invocation of a list: what may be cut off is no whole scan. */
export const invocationOf = (isOnePage: boolean): JsonObject => ({
  executionSuccessful: true,
  toolExecutionNotifications: isOnePage ? [{ level: 'error', message: { text: ONE_PAGE } }] : []
})

const ONE_PAGE = 'the list is just one page long, and there may be more: ask with `gh api --paginate`'

/** The tool and the region of a path as SARIF has it: only a percent sign would be read otherwise. */
export const uriOf = (path: string): string => path.replaceAll('%', '%25')

const login = (alert: JsonObject, key: string): string | null => textMember(asObject(member(alert, key)), 'login')

/** How a kind of alert tells of its dismissal, by the names of its members. */
export interface DismissalNames {
  readonly reason: string
  readonly comment: string
  readonly by: string
  /** The person who agreed, where the API names one. */
  readonly approver: string | null
}

/** Words of a request that was not granted: then the dismissal is not settled. */
const UNSETTLED = new Set(['pending', 'rejected', 'cancelled', 'denied', 'expired'])

/**
 * A dismissal as a suppression: a claim, which the policy may honour. It says why and by whom, and whether a second
 * person agreed; one that was asked for and not granted is none.
 */
export function dismissal(alert: JsonObject, { reason, comment, by, approver }: DismissalNames): JsonObject {
  const why = [textMember(alert, reason), textMember(alert, comment)].filter(part => part !== null).join(': ')
  const person = login(alert, by)
  const second = approver === null ? null : login(alert, approver)
  const request = textMember(asObject(member(alert, 'dismissal_request')), 'status')
  const agreed =
    second !== null && second !== person
      ? `approved by @${second}`
      : request === 'approved'
        ? 'approved by a second person'
        : 'nobody else approved it'
  const who = `dismissed${person === null ? '' : ` by @${person}`}; ${agreed}`
  return {
    kind: 'external',
    status: request !== null && UNSETTLED.has(request) ? 'underReview' : 'accepted',
    justification: why === '' ? who : `${why} (${who})`
  }
}
