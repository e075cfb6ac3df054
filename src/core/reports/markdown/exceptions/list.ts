import type { Decision } from '../../../decision/decision.js'
import type { CommandResult } from '../../../exceptions/approval/result.js'
import type { ExceptionAccount, ExceptionOutcome } from '../../../exceptions/exception.js'
import { TEXT_POINTS } from '../../ground/limits.js'
import { count, expiryWords, needsAttention } from '../../ground/wording.js'
import { bullets, code, join, link, type Markdown, md, NOTHING, prose } from '../markdown.js'
import { aboutFinding } from './requests.js'

/**
 * The exceptions that bear on this decision, those that need somebody first: rule, file and severity, who approved why,
 * until when, with the approving comment. What waits for approval is told apart from them.
 */
export function exceptionList(decision: Decision, limit: number, commands: readonly CommandResult[] = []): Markdown {
  const used = decision.exceptions.filter(exception => exception.status !== 'unused')
  if (used.length === 0 || limit === 0) return NOTHING
  const ordered = [...used.filter(needsAttention), ...used.filter(exception => !needsAttention(exception))]
  const items = ordered.slice(0, limit).map(exception => exceptionLine(exception, decision, commands))
  return bullets(
    used.length > limit ? [...items, md`and ${prose(count(used.length - limit, 'more exception'))}`] : items
  )
}

function exceptionLine(
  { id, status, finding, expires, account, problem }: ExceptionOutcome,
  decision: Decision,
  commands: readonly CommandResult[]
): Markdown {
  const { evaluatedAt } = decision
  return join(
    [
      finding === null ? NOTHING : aboutFinding(finding, decision),
      prose(status),
      expires === null ? NOTHING : prose(expiryWords(expires, evaluatedAt)),
      account === undefined ? NOTHING : approval(account, finding, commands),
      problem === null ? NOTHING : prose(problem, TEXT_POINTS.row),
      code(id, 80)
    ],
    ' · '
  )
}

function approval(
  { type, reason, owner, approvedBy, ticket, controls }: ExceptionAccount,
  finding: string | null,
  commands: readonly CommandResult[]
): Markdown {
  const who = join(
    approvedBy.map(name => link(code(name), commandOf(name, finding, commands)?.url ?? null)),
    ', '
  )
  const terms = [
    `${type}, owned by ${owner}`,
    ...(ticket === null ? [] : [ticket]),
    ...(controls.length === 0 ? [] : [`controls: ${controls.join(', ')}`])
  ].join(' · ')
  return join(
    [
      approvedBy.length === 0 ? NOTHING : md`approved by ${who}: ${prose(reason, TEXT_POINTS.row)}`,
      prose(terms, TEXT_POINTS.row)
    ],
    ' · '
  )
}

/** The comment in which somebody approved it. */
const commandOf = (name: string, finding: string | null, commands: readonly CommandResult[]): CommandResult | null =>
  commands.findLast(
    command =>
      command.outcome === 'counted' &&
      command.until !== null &&
      command.finding === finding &&
      `@${command.login}` === name
  ) ?? null
