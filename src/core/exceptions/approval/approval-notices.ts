import type { Notice } from '../../ground/notice.js'
import type { Approvals, CommandResult } from './result.js'

/** The code of the notice that findings pass by break-glass. */
export const BREAK_GLASS = 'break-glass'

/** What the decision keeps of commands: each with its outcome and the hash of its text, and what break-glass lets pass. */
export const approvalNotices = (approvals: Approvals): readonly Notice[] => [
  ...breakGlassNotices(approvals),
  ...approvals.commands.map(commandNotice)
]

function breakGlassNotices({ records, findings }: Approvals): readonly Notice[] {
  return records.flatMap(({ type, match, approvedBy, expiresText, ticket }) => {
    const id = match.kind === 'finding' ? match.finding : ''
    const isActive = findings.some(({ finding, status }) => finding === id && status === 'active')
    if (type !== 'break-glass' || !isActive) return []
    const who = approvedBy.map(login => login.slice(1)).join(', ')
    const message = `${id} passes by break-glass until ${expiresText}, by ${who}, for ${ticket}: review it after the fact`
    return [{ level: 'error' as const, code: BREAK_GLASS, message }]
  })
}

function commandNotice(command: CommandResult): Notice {
  const level = command.outcome === 'refused' ? 'warning' : 'info'
  return { level, code: 'command', message: commandSentence(command) }
}

/** One command in a sentence that quotes nothing of it; the hash recognises its text, should it be changed or deleted. */
export function commandSentence({ verb, finding, line, login, code, sentence, bodySha256 }: CommandResult): string {
  const about = finding === null ? '' : ` for ${finding}`
  const what = `${verb === null ? 'A malformed command' : `${verb}${about}`}${line === null ? '' : ` in line ${line}`}`
  return `${what} by ${login ?? 'a deleted account'}: ${code}, ${sentence} (comment sha256 ${bodySha256})`
}
