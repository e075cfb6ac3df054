import type { Decision } from '../../../decision/decision.js'
import type { CommandResult } from '../../../exceptions/approval/result.js'
import { breakGlassWords } from '../../ground/headline.js'
import { count } from '../../ground/wording.js'
import { bold, bullets, code, fence, heading, join, link, type Markdown, md, NOTHING, prose } from '../markdown.js'

/**
 * Commands of the pull request that have no effect, each with the reason and the line to copy instead; the text of none
 * is quoted. What its author has mended since is not told again.
 */
export function commandPart(commands: readonly CommandResult[], limit: number): Markdown {
  const own = commands.filter(({ outcome, code: reason }) => outcome !== 'elsewhere' && reason !== 'answered')
  const idle = own.filter((command, index) => isIdle(command) && !own.slice(index + 1).some(mends(command)))
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

const isIdle = ({ outcome, code: reason }: CommandResult): boolean => outcome !== 'counted' && reason !== 'superseded'

/** Whether a later command of the same person stands in the place of this one. */
const mends =
  ({ login, finding, line, commentId, outcome }: CommandResult) =>
  (later: CommandResult): boolean =>
    outcome === 'refused' &&
    later.outcome === 'counted' &&
    later.login === login &&
    (finding === null ? later.commentId !== commentId || line === null : later.finding === finding)

function commandLine(command: CommandResult): Markdown {
  const { verb, finding, login, line, url, code: reason, sentence, corrected } = command
  const name = verb === null ? md`A command` : code(verb)
  const told = join(
    [
      link(name, url),
      finding === null ? NOTHING : md`for ${code(finding)}`,
      line === null ? NOTHING : md`in line ${line}`,
      md`by ${code(login ?? 'a deleted account')}:`,
      md`${prose(sentence)} (${code(reason)})`
    ],
    ' '
  )
  return corrected === null ? told : join([md`${told}. To copy instead:`, fence(corrected)])
}

/** What passes without the usual approval, under the verdict; nothing where all has it. */
export function breakGlassBanner(decision: Decision): Markdown {
  const told = breakGlassWords(decision)
  if (told === null) return NOTHING
  return join([heading(3, md`🚨 ${prose(told.title)}`), bullets(told.sentences.map(each => bold(prose(each))))])
}
