import type { Decision } from '../../decision/decision.js'
import { editionText } from '../../ground/edition.js'
import { SUMMARY_BYTES, SUMMARY_ITEMS } from '../ground/limits.js'
import { fitLargest } from '../ground/selection.js'
import type { ViewContext } from '../ground/view-context.js'
import { utf8Bytes } from '../ground/visible-text.js'
import { count, feedWords, gaps } from '../ground/wording.js'
import { answerPart } from './answer-part.js'
import { changePart, verdictHeading } from './comment.js'
import { blockersPart, type Items, within } from './findings-part.js'
import { bullets, code, details, join, type Markdown, md, NOTHING, prose, table } from './markdown.js'
import { controlTable, countTable, gapList, noticeList, scanTable, titled } from './state-sections.js'

const IN_FILES = 'in the decision file and the SARIF report'

function changeFacts({ change }: Decision): Markdown {
  const facts = [
    [md`Event`, change.event],
    [md`Repository`, change.repository],
    [md`Pull request`, change.pullRequest === null ? null : `#${change.pullRequest}`],
    [md`Base`, change.baseSha],
    [md`Head`, change.headSha]
  ] as const
  const known = facts.flatMap(([name, value]) => (value === null ? [] : [md`${name}: ${code(value)}`]))
  return known.length === 0 ? NOTHING : bullets(known)
}

function inputTable(decision: Decision, limit: number): Markdown {
  if (decision.inputs.length === 0) return NOTHING
  const rows = decision.inputs
    .slice(0, limit)
    .map(input => [prose(input.kind), code(input.name), code(input.sha256.slice(0, 12)), md`${input.bytes}`])
  const rest = decision.inputs.length - rows.length
  return join([
    table([md`Kind`, md`Name`, md`SHA-256`, md`Bytes`], rows),
    rest > 0 ? md`${rest} more are in the decision file.` : NOTHING
  ])
}

const folding = (title: string, body: Markdown): Markdown => (body === NOTHING ? NOTHING : details(title, body))

/** The scans, closed: those that are not whole are told above, one by one. */
const evidencePart = (decision: Decision, limit: number): Markdown => {
  const { length } = decision.scans
  const feeds = feedWords(decision)
  const title = `Evidence: ${count(length, 'scan')}, ${length - gaps(decision).length} complete`
  if (length === 0) return feeds === null ? NOTHING : prose(feeds)
  return folding(feeds === null ? title : `${title} · ${feeds}`, scanTable(decision, limit))
}

function controlsTitle({ controls }: Decision): string {
  const unmet = controls.filter(({ verdict }) => verdict !== 'pass').length
  return `Controls: ${controls.length}, ${unmet === 0 ? 'no rule objects' : `${unmet} with objections or not known`}`
}

function body(decision: Decision, context: ViewContext, items: Items): Markdown {
  const others = Math.min(items.full + items.rows, 500)
  return join([
    verdictHeading(decision),
    changePart(decision),
    countTable(decision),
    gapList(decision, Math.min(others, 50)),
    blockersPart(decision, context, items, IN_FILES),
    answerPart(decision, context, items, IN_FILES, others),
    evidencePart(decision, others),
    folding(controlsTitle(decision), controlTable(decision, others)),
    titled(md`Notices`, noticeList(decision, others)),
    folding('What was judged', join([changeFacts(decision), inputTable(decision, others)])),
    md`${prose(context.checkName)} at ${code(decision.evaluatedAt)}, by Policy Gate ${prose(editionText(decision.gate))}`
  ])
}

/** The job summary, and what `--format markdown` prints: everything in one page, at most 1 MiB. */
export const renderSummary = (decision: Decision, context: ViewContext): string =>
  fitLargest(
    SUMMARY_ITEMS.full + SUMMARY_ITEMS.rows,
    SUMMARY_BYTES,
    budget => `${body(decision, context, within(budget, SUMMARY_ITEMS))}\n`,
    utf8Bytes
  )
