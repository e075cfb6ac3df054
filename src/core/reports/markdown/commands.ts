import type { Decision } from '../../decision/decision.js'
import { BREAK_GLASS } from '../../exceptions/approval/approval-notices.js'
import type { CommandResult } from '../../exceptions/approval/result.js'
import { count } from '../ground/wording.js'
import { bold, bullets, code, heading, join, link, type Markdown, md, NOTHING, prose } from './markdown.js'

/** Commands of the pull request that have no effect, each with the reason; the text of none is quoted. */
export function commandPart(commands: readonly CommandResult[], limit: number): Markdown {
  const own = commands.filter(({ outcome }) => outcome !== 'elsewhere')
  const idle = own.filter(({ outcome, code: reason }) => outcome !== 'counted' && reason !== 'superseded')
  if (idle.length === 0 || limit === 0) return NOTHING
  const counted = own.filter(({ outcome }) => outcome === 'counted').length
  // The newest first: it is what somebody waits for.
  const lines = [...idle].reverse().slice(0, limit).map(commandLine)
  const rest = idle.length - lines.length
  return join([
    md`${counted} of ${own.length} counted.`,
    bullets(rest > 0 ? [...lines, md`and ${prose(count(rest, 'more command'))}`] : lines)
  ])
}

function commandLine({ verb, finding, login, url, code: reason, sentence }: CommandResult): Markdown {
  const name = verb === null ? md`A command` : code(verb)
  return join(
    [
      link(name, url),
      finding === null ? NOTHING : md`for ${code(finding)}`,
      md`by ${code(login ?? 'a deleted account')}:`,
      md`${prose(sentence)} (${code(reason)})`
    ],
    ' '
  )
}

/** What stands under the verdict of every view while findings pass without the usual approval. */
export function breakGlassBanner({ notices }: Decision): Markdown {
  const open = notices.filter(notice => notice.code === BREAK_GLASS)
  if (open.length === 0) return NOTHING
  return join([
    heading(3, md`🚨 Break-glass: ${prose(count(open.length, 'finding passes', 'findings pass'))} unreviewed`),
    bullets(open.slice(0, 10).map(({ message }) => bold(prose(message))))
  ])
}
