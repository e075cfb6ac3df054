import type { Decision } from '../../decision/decision.js'
import { type KnownSeverity, severityRank } from '../../finding.js'
import { TEXT_POINTS } from '../ground/limits.js'
import { findingTotal, type ProblemRow, problemsIn } from '../ground/problems.js'
import { selectWorst } from '../ground/selection.js'
import type { ViewContext } from '../ground/view-context.js'
import { count } from '../ground/wording.js'
import { bullets, code, details, heading, join, type Markdown, md, NOTHING, prose } from './markdown.js'
import { problemCard, problemTable } from './problem-sections.js'

/** How many problems a view shows: as cards with all their facts, and as rows of a table. */
export interface Items {
  readonly full: number
  readonly rows: number
}

/** The items that a budget allows: cards are cut last, since they are the worst. */
export const within = (budget: number, items: Items): Items => ({
  full: Math.min(budget, items.full),
  rows: Math.min(Math.max(0, budget - items.full), items.rows)
})

/** Rows of a table that stand open: more are a wall, and are folded. */
const OPEN_ROWS = 12

const remainder = (rest: number, where: string): Markdown =>
  rest === 0 ? NOTHING : prose(`${count(rest, 'more finding')} ${rest === 1 ? 'is' : 'are'} ${where}.`)

/** Of the problems those that are shown, in their order, and how many findings the others have. */
function chosen(problems: readonly ProblemRow[], limit: number) {
  const leads = new Set(
    selectWorst(
      problems.map(({ lead }) => lead),
      limit
    ).shown
  )
  const shown = problems.filter(({ lead }) => leads.has(lead))
  return { shown, rest: findingTotal(problems) - findingTotal(shown) }
}

const rank = ({ lead }: ProblemRow): number =>
  lead.finding.severity === 'unknown' ? -1 : severityRank(lead.finding.severity as KnownSeverity)

/** Whether a milder one stands before a graver one because its tier is more critical: then that is said. */
const isByTier = (problems: readonly ProblemRow[]): boolean =>
  problems.some((graver, index) => {
    const before = problems[index - 1]
    return (
      before !== undefined && before.lead.tier < graver.lead.tier && rank(before) >= 0 && rank(before) < rank(graver)
    )
  })

const ruleKey = (id: string, layer: string): string => `${id}\u0000${layer}`

const ruleCounts = new WeakMap<readonly ProblemRow[], ReadonlyMap<string, number>>()

/** How many findings each rule decided: counted once, however often a view is tried for its size. */
function ruleNumbers(problems: readonly ProblemRow[]): ReadonlyMap<string, number> {
  const known = ruleCounts.get(problems)
  if (known !== undefined) return known
  const numbers = new Map<string, number>()
  for (const { outcomes } of problems)
    for (const { rules, verdict } of outcomes)
      for (const rule of rules) {
        if (rule.verdict !== verdict) continue
        const key = ruleKey(rule.id, rule.layer)
        numbers.set(key, (numbers.get(key) ?? 0) + 1)
      }
  ruleCounts.set(problems, numbers)
  return numbers
}

/** What the rules say that decided about these outcomes, each once; those that say nothing are left out. */
function ruleLegend(problems: readonly ProblemRow[], context: ViewContext, before = ''): Markdown {
  const numbers = context.rules.length === 0 ? new Map<string, number>() : ruleNumbers(problems)
  const lines = context.rules.flatMap(({ id, layer, description }) => {
    const number = numbers.get(ruleKey(id, layer))
    if (number === undefined || !description) return []
    return [md`${code(id)} (${number}): ${prose(description, TEXT_POINTS.row)}`]
  })
  return lines.length === 0
    ? NOTHING
    : details(
        `${before}${count(lines.length, 'rule')} of the policy that ${lines.length === 1 ? 'decides' : 'decide'} here`,
        bullets(lines.slice(0, 30))
      )
}

/** The table with its first rows open. */
function rowsPart(rows: readonly ProblemRow[], decision: Decision, context: ViewContext): Markdown {
  const hidden = rows.slice(OPEN_ROWS)
  return join([
    problemTable(rows.slice(0, OPEN_ROWS), decision, context),
    hidden.length === 0
      ? NOTHING
      : details(count(hidden.length, 'more problem'), problemTable(hidden, decision, context))
  ])
}

function howMany(problems: readonly ProblemRow[]): Markdown {
  const findings = findingTotal(problems)
  return findings === problems.length
    ? md`${findings}`
    : prose(`${count(findings, 'finding')} in ${count(problems.length, 'problem')}`)
}

/** In a sentence that what follows must be fixed, how many problems it is, and in which order: as far as that does not go without saying. */
export function mustBeFixed(decision: Decision): Markdown {
  const { block } = problemsIn(decision)
  if (block.length === 0) return NOTHING
  const number = findingTotal(block) === block.length ? [] : [howMany(block)]
  const order = isByTier(block) ? [md`most critical tier first`] : []
  const facts = join([...number, ...order], ', ')
  return facts === NOTHING ? md`**Must be fixed:**` : md`**Must be fixed:** ${facts}.`
}

/** The same under a heading of their own. */
export function blockersPart(decision: Decision, context: ViewContext, items: Items, where: string): Markdown {
  const { block } = problemsIn(decision)
  if (block.length === 0) return NOTHING
  const order = isByTier(block) ? md`, most critical tier first` : NOTHING
  return join([
    heading(3, md`Must be fixed (${howMany(block)}${order})`),
    blockers(decision, context, items, where),
    ruleLegend(block, context)
  ])
}

/** What the rules say that block, below words that stand before their number; nothing where none of them says anything. */
export const blockersLegend = (decision: Decision, context: ViewContext, before: string): Markdown =>
  ruleLegend(problemsIn(decision).block, context, before)

/** What blocks: the first as cards, the others as rows, with the number of those that do not fit. */
export function blockers(decision: Decision, context: ViewContext, items: Items, where: string): Markdown {
  const { block } = problemsIn(decision)
  if (block.length === 0) return NOTHING
  const { shown, rest } = chosen(block, items.full + items.rows)
  const cards = shown.slice(0, items.full).map((problem, index) => problemCard(problem, index + 1, decision, context))
  return join([...cards, rowsPart(shown.slice(items.full), decision, context), remainder(rest, where)])
}

/** Where the rest is told to be. */
interface Rest {
  readonly limit: number
  readonly where: string
}

/** A folded table of problems under a title that counts their findings. */
function foldedPart(
  title: string,
  problems: readonly ProblemRow[],
  decision: Decision,
  context: ViewContext,
  { limit, where }: Rest
): Markdown {
  if (problems.length === 0) return NOTHING
  const { shown, rest } = chosen(problems, limit)
  return details(
    `${title} (${findingTotal(problems)})`,
    join([problemTable(shown, decision, context), remainder(rest, where), ruleLegend(problems, context)])
  )
}

/** Findings that warn, folded: they do not stop the merge. */
export const warnings = (decision: Decision, context: ViewContext, limit: number, where: string): Markdown =>
  foldedPart('To look at, does not block', problemsIn(decision).warn, decision, context, { limit, where })

/** Rows left for warnings once what blocks has its own. */
export const rowsForWarnings = (decision: Decision, items: Items): number =>
  Math.max(0, items.rows - Math.max(0, problemsIn(decision).block.length - items.full))

/** What the modes of rules hold back, in the rows that are left: folded, but where nothing else is to be looked at. */
export function heldBackPart(decision: Decision, context: ViewContext, items: Items, where: string): Markdown {
  const { warn, heldBack } = problemsIn(decision)
  const limit = Math.max(0, rowsForWarnings(decision, items) - warn.length)
  if (heldBack.length === 0 || decision.verdict !== 'pass')
    return foldedPart('Would block if every rule were enforced', heldBack, decision, context, { limit, where })
  const { shown, rest } = chosen(heldBack, limit)
  return join([
    heading(3, md`Would block if every rule were enforced (${howMany(heldBack)})`),
    rowsPart(shown, decision, context),
    remainder(rest, where)
  ])
}
