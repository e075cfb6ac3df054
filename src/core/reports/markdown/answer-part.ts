import type { Decision } from '../../decision/decision.js'
import type { ViewContext } from '../ground/view-context.js'
import { commandPart } from './exceptions/commands.js'
import { exceptionList } from './exceptions/list.js'
import { answerToQuestion, requestPart, waitingFindings } from './exceptions/requests.js'
import { heldBackPart, type Items, rowsForWarnings, warnings } from './findings-part.js'
import { join, type Markdown, md } from './markdown.js'
import { proposalPart } from './proposal.js'
import { fixedPart, titled } from './state-sections.js'

/**
 * What comment and summary answer below what must be fixed, in this order: what to look at, what waits for approval, what is
 * excepted, what came of commands, what is gone, what the policy would become. `where`: where the rest is; `others`: the longest other list.
 */
export const answerPart = (
  decision: Decision,
  context: ViewContext,
  items: Items,
  where: string,
  others: number
): Markdown =>
  join([
    warnings(decision, context, rowsForWarnings(decision, items), where),
    heldBackPart(decision, context, items, where),
    titled(md`Waiting for approval`, requestPart(decision, context, others)),
    titled(md`Exceptions`, exceptionList(decision, others, waitingFindings(context))),
    titled(md`Commands`, commandPart(context.commands ?? [], others)),
    titled(md`You asked`, answerToQuestion(decision, context)),
    fixedPart(decision, others),
    proposalPart(context)
  ])
