import { heldBack } from '../../decision/counts.js'
import type { Decision } from '../../decision/decision.js'
import { selectWorst } from '../ground/selection.js'
import type { ViewContext } from '../ground/view-context.js'
import { count } from '../ground/wording.js'
import { findingInFull, findingTable } from './finding-sections.js'
import { details, heading, join, type Markdown, md, NOTHING, prose } from './markdown.js'

/** How many findings a view shows: in full with all their facts, and as rows of a table. */
export interface Items {
  readonly full: number
  readonly rows: number
}

/** The items that a budget allows: findings in full are cut last, since they are the worst. */
export const within = (budget: number, items: Items): Items => ({
  full: Math.min(budget, items.full),
  rows: Math.min(Math.max(0, budget - items.full), items.rows)
})

const remainder = (rest: number, where: string): Markdown =>
  rest === 0 ? NOTHING : md`${prose(`${rest} more ${rest === 1 ? 'is' : 'are'} ${where}.`)}`

/** Blocking findings, the first in full and the others as rows, with the number of those that do not fit. */
export function blockers(decision: Decision, context: ViewContext, items: Items, where: string): Markdown {
  const blocking = decision.outcomes.filter(outcome => outcome.verdict === 'block')
  if (blocking.length === 0) return NOTHING
  const { shown, rest } = selectWorst(blocking, items.full + items.rows)
  const full = shown.slice(0, items.full).map((outcome, index) => findingInFull(outcome, index + 1, decision, context))
  const rows = shown.slice(items.full)
  return join([
    heading(3, md`Must be fixed (${blocking.length})`),
    ...full,
    rows.length === 0
      ? NOTHING
      : details(`${count(rows.length, 'more blocking finding')}`, findingTable(rows, decision, context)),
    remainder(rest, where)
  ])
}

/** Findings that warn, folded: they do not stop the merge. */
export function warnings(decision: Decision, context: ViewContext, limit: number, where: string): Markdown {
  const warning = decision.outcomes.filter(outcome => outcome.verdict === 'warn')
  if (warning.length === 0) return NOTHING
  const { shown, rest } = selectWorst(warning, limit)
  return details(
    `To look at, does not block (${warning.length})`,
    join([findingTable(shown, decision, context), remainder(rest, where)])
  )
}

/** Rows left for warnings once the blocking findings have theirs. */
export const rowsForWarnings = (decision: Decision, items: Items): number =>
  Math.max(0, items.rows - Math.max(0, decision.counts.block - items.full))

/** What the modes of rules hold back, folded, in the rows that are left: what enforcing them would block. */
export function heldBackPart(decision: Decision, context: ViewContext, items: Items, where: string): Markdown {
  const { block } = heldBack(decision.outcomes)
  if (block.length === 0) return NOTHING
  const left = Math.max(0, rowsForWarnings(decision, items) - decision.counts.warn)
  const { shown, rest } = selectWorst(block, left)
  return details(
    `Would block if every rule were enforced (${block.length})`,
    join([findingTable(shown, decision, context), remainder(rest, where)])
  )
}
