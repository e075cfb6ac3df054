import type { ViewContext } from '../ground/view-context.js'
import { effectMarkdown } from './effect.js'
import { bullets, join, type Markdown, md, NOTHING, prose } from './markdown.js'
import { titled } from './state-sections.js'

const PROBLEMS = 10

/** What a change to the policy would do, once it is merged: it does not judge itself. */
export function proposalPart({ proposal }: ViewContext): Markdown {
  if (proposal === null) return NOTHING
  const title = md`The policy of this change, once it is merged`
  if (proposal.kind === 'effect') return titled(title, effectMarkdown(proposal.effect))
  const { problems } = proposal
  const rest = problems.length - PROBLEMS
  return titled(
    title,
    join([
      md`It cannot be used as it is: after the merge the gate could not decide.`,
      bullets(problems.slice(0, PROBLEMS).map(problem => prose(problem))),
      rest > 0 ? md`… and ${rest} more.` : NOTHING
    ])
  )
}
