import type { Decision } from '../../decision/decision.js'
import type { ExceptionRecord } from '../../exceptions/exception.js'
import { TEXT_POINTS } from '../ground/limits.js'
import { commentMarker } from './comment.js'
import { bullets, code, heading, join, type Markdown, md, prose } from './markdown.js'

/** Exceptions that one issue lists; the rest is counted. */
const MOST = 300

/** The hidden text by which the issue of reminders is found again. */
export const reminderMarker = (checkName: string): string => commentMarker(`${checkName} reminders`)

/**
 * What expires within the notice and what has expired, by owner: the body of one issue. Null where there is nothing to
 * remember. It names days and no remaining time, so that it changes only when something does.
 */
export function renderReminders(
  { exceptions }: Decision,
  records: readonly ExceptionRecord[],
  checkName: string
): string | null {
  const due = exceptions.filter(({ status }) => status === 'expiring' || status === 'expired')
  if (due.length === 0) return null
  const owners = new Map(records.map(({ id, owner }) => [id, owner]))
  const listed = due.slice(0, MOST).map(exception => ({ exception, owner: owners.get(exception.id) ?? 'nobody' }))
  const parts = [...new Set(listed.map(({ owner }) => owner))].sort().map(owner => {
    const own = listed.filter(each => each.owner === owner).map(({ exception }) => line(exception))
    return join([heading(3, code(owner, 80)), bullets(own)])
  })
  const rest = due.length > MOST ? md`and ${due.length - MOST} more in the decision file` : md``
  const lead = md`Exceptions that end soon or have ended. Fix the finding, or have a new exception approved before its day; remove what has expired.`
  return `${reminderMarker(checkName)}\n${join([lead, ...parts, rest])}\n`
}

function line({ id, status, finding, expires }: Decision['exceptions'][number]): Markdown {
  const what = finding === null ? md`` : md` for ${code(finding, 80)}`
  return md`${code(id, 80)}${what} ${prose(status === 'expired' ? 'expired on' : 'expires on', TEXT_POINTS.row)} ${code(expires ?? '')}`
}
