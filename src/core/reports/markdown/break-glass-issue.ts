import type { Decision } from '../../decision/decision.js'
import { BREAK_GLASS } from '../../exceptions/approval/approval-notices.js'
import { commentMarker } from './comment.js'
import { bullets, code, join, md, prose } from './markdown.js'

/** Hidden text by which the issue about one pull request is found again. */
export const breakGlassMarker = (checkName: string, pullRequest: number): string =>
  commentMarker(`${checkName} break-glass ${pullRequest}`)

/** The issue that asks for a review after the fact; null where nothing passes by break-glass. */
export function renderBreakGlassIssue(
  { notices, change }: Decision,
  checkName: string,
  pullRequest: number
): string | null {
  const open = notices.filter(notice => notice.code === BREAK_GLASS)
  if (open.length === 0) return null
  const body = join([
    md`Pull request #${pullRequest} passes by break-glass at ${code(change.headSha ?? 'an unknown commit')}:`,
    bullets(open.map(({ message }) => prose(message))),
    md`Review what was let through. Fix it, or have an exception approved. Then close this issue: the gate does not.`
  ])
  return `${breakGlassMarker(checkName, pullRequest)}\n${body}\n`
}
