import type { Decision } from '../../../decision/decision.js'
import {
  type ExceptionAccount,
  type ExceptionOutcome,
  type ExceptionStatus,
  matchWords
} from '../../../exceptions/exception.js'
import { TEXT_POINTS } from '../../ground/limits.js'
import { count, expiryWords, needsAttention } from '../../ground/wording.js'
import { bullets, code, join, link, type Markdown, md, NOTHING, prose } from '../markdown.js'
import { aboutFinding } from './requests.js'

/**
 * The exceptions that bear on this decision, those that need somebody first: rule, file and severity, who approved why,
 * until when, with the approving comment. `told`: findings whose requests stand elsewhere in the view.
 */
export function exceptionList(decision: Decision, limit: number, told: readonly string[] = []): Markdown {
  const used = decision.exceptions.filter(
    ({ status, finding }) => status !== 'unused' && !(status === 'requested' && told.includes(finding ?? ''))
  )
  if (used.length === 0 || limit === 0) return NOTHING
  const ordered = [...used.filter(needsAttention), ...used.filter(exception => !needsAttention(exception))]
  const items = ordered.slice(0, limit).map(exception => exceptionLine(exception, decision))
  return bullets(
    used.length > limit ? [...items, md`and ${prose(count(used.length - limit, 'more exception'))}`] : items
  )
}

/** Where it stands and when it ends; that it expires or has expired is said once. */
function standing(status: ExceptionStatus, expires: string | null, now: string): readonly Markdown[] {
  if (expires === null) return [prose(status)]
  const end = expiryWords(expires, now)
  const isSaid =
    (status === 'expiring' && end.startsWith('expires')) || (status === 'expired' && end.startsWith(status))
  return isSaid ? [prose(end)] : [prose(status), prose(end)]
}

function exceptionLine(
  { id, status, finding, expires, match, account, problem }: ExceptionOutcome,
  decision: Decision
): Markdown {
  return join(
    [
      finding === null ? NOTHING : aboutFinding(finding, decision),
      match === undefined || match.kind === 'finding' ? NOTHING : md`covers ${code(matchWords(match))}`,
      ...standing(status, expires, decision.evaluatedAt),
      account === undefined ? NOTHING : accountPart(account),
      problem === null ? NOTHING : prose(problem, TEXT_POINTS.row),
      code(id, 80)
    ],
    ' · '
  )
}

/** Who accepts what, and why; what nobody has said is left out. */
function accountPart({ type, reason, owner, approvers, ticket, controls }: ExceptionAccount): Markdown {
  const names = join(
    approvers.map(({ login, url }) => link(code(login), url)),
    ', '
  )
  const why = reason === null ? NOTHING : prose(reason, TEXT_POINTS.row)
  const terms = [
    type,
    owner === null ? null : `owned by ${owner}`,
    ticket,
    controls.length === 0 ? null : `controls: ${controls.join(', ')}`
  ].filter(part => part !== null)
  return join(
    [
      approvers.length === 0 ? why : join([md`approved by ${names}${why === NOTHING ? NOTHING : md`:`}`, why], ' '),
      terms.length === 0 ? NOTHING : prose(terms.join(' · '), TEXT_POINTS.row)
    ],
    ' · '
  )
}
