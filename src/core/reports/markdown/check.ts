import type { Decision } from '../../decision/decision.js'
import { headline } from '../ground/headline.js'
import { CHECK_ITEMS, CHECK_TEXT_BYTES, CHECK_TITLE_CHARACTERS } from '../ground/limits.js'
import { fitLargest } from '../ground/selection.js'
import type { ViewContext } from '../ground/view-context.js'
import { clip, utf8Bytes } from '../ground/visible-text.js'
import { changePart, verdictHeading } from './comment.js'
import { exceptionList } from './exceptions/list.js'
import { blockersPart, heldBackPart, rowsForWarnings, warnings, within } from './findings-part.js'
import { join, md } from './markdown.js'
import { countTable, fixedPart, gapList, noticeList, scanTable, titled } from './state-sections.js'

/** Output of a completed check run. */
export interface CheckOutput {
  readonly conclusion: 'success' | 'neutral' | 'failure'
  readonly title: string
  /** Markdown. */
  readonly summary: string
  /** Markdown. */
  readonly text: string
}

// A required check passes with `neutral`: a warning never blocks a merge.
const CONCLUSIONS = { pass: 'success', warn: 'neutral', block: 'failure' } as const

const IN_SUMMARY = 'in the job summary'

/** The check run: verdict and evidence in the summary, findings in the text, of which so many bytes are taken already. */
export function renderCheck(decision: Decision, context: ViewContext, taken = 0): CheckOutput {
  const summary = fitLargest(
    100,
    CHECK_TEXT_BYTES,
    (limit): string =>
      join([
        verdictHeading(decision),
        changePart(decision),
        countTable(decision),
        titled(md`Scans`, scanTable(decision, limit)),
        gapList(decision, Math.min(limit, 20)),
        titled(md`Notices`, noticeList(decision, Math.min(limit, 50)))
      ]),
    utf8Bytes
  )
  const text = fitLargest(
    CHECK_ITEMS.full + CHECK_ITEMS.rows,
    CHECK_TEXT_BYTES - taken,
    (budget): string => {
      const items = within(budget, CHECK_ITEMS)
      const others = Math.min(budget, 50)
      return join([
        blockersPart(decision, context, items, IN_SUMMARY),
        warnings(decision, context, rowsForWarnings(decision, items), IN_SUMMARY),
        heldBackPart(decision, context, items, IN_SUMMARY),
        titled(md`Exceptions`, exceptionList(decision, others)),
        fixedPart(decision, others)
      ])
    },
    utf8Bytes
  )
  return {
    conclusion: CONCLUSIONS[decision.verdict],
    title: clip(headline(decision), CHECK_TITLE_CHARACTERS),
    summary,
    text
  }
}
