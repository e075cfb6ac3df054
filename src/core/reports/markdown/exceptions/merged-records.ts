import type { Outcome } from '../../../decision/decision.js'
import { type ExceptionRecord, matchWords } from '../../../exceptions/exception.js'
import { TEXT_POINTS } from '../../ground/limits.js'
import { code, fence, heading, join, type Markdown, md, prose, table } from '../markdown.js'
import { aboutFinding } from './requests.js'

/** Rows that are told; the file has all. */
const MOST_ROWS = 100

/** What is kept, for people: what for, who approved why, and until when. */
function keptTable(records: readonly ExceptionRecord[], outcomes: readonly Outcome[]): Markdown {
  const rows = records
    .slice(0, MOST_ROWS)
    .map(({ match, type, reason, owner, approvedBy, expiresText, ticket }) => [
      match.kind === 'finding' ? aboutFinding(match.finding, { outcomes }) : code(matchWords(match)),
      prose(type),
      prose(reason, TEXT_POINTS.row),
      code(approvedBy.join(', ')),
      code(owner),
      prose(expiresText),
      ticket === null ? md`none` : code(ticket)
    ])
  const names = [md`Finding`, md`Type`, md`Why`, md`Approved by`, md`Owner`, md`Until`, md`Ticket`]
  const rest = records.length - rows.length
  return join([table(names, rows), rest > 0 ? md`${rest} more are in the file.` : md``])
}

/** What is to be added to the exceptions file after a merge, for the job summary. */
export function renderMergedRecords(
  pullRequest: number,
  yaml: string,
  file: string | null,
  records: readonly ExceptionRecord[],
  outcomes: readonly Outcome[]
): string {
  const where =
    file === null
      ? md`The policy names no exceptions file (${code('exceptions.file')}); these exceptions have ended with the merge.`
      : md`Approved in pull request #${pullRequest}. They have ended with the merge; to keep them, add to ${code(file)}:`
  return `${join([heading(3, md`Exceptions to add`), keptTable(records, outcomes), where, fence(yaml.trimEnd())])}\n`
}

/** Text of the pull request that adds them: a table of what merging it keeps. */
export const renderKeptRecords = (
  pullRequest: number,
  records: readonly ExceptionRecord[],
  outcomes: readonly Outcome[]
): string =>
  join([
    md`Approved in #${pullRequest}, and ended with its merge. Merging this keeps them until they expire; closing it lets the findings come back.`,
    keptTable(records, outcomes)
  ])
