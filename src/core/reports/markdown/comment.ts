import { createHash } from 'node:crypto'
import type { Decision } from '../../decision/decision.js'
import type { Verdict } from '../../policy/policy.js'
import { changeSentence, fixedWords, headline, rolloutWords } from '../ground/headline.js'
import { COMMENT_CHARACTERS, COMMENT_ITEMS } from '../ground/limits.js'
import { fitLargest } from '../ground/selection.js'
import type { ViewContext } from '../ground/view-context.js'
import { utf8Bytes } from '../ground/visible-text.js'
import { feedWords, needsAttention } from '../ground/wording.js'
import { answerPart } from './answer-part.js'
import { breakGlassBanner, commandPart } from './exceptions/commands.js'
import { answerToQuestion } from './exceptions/requests.js'
import { blockers, blockersLegend, type Items, mustBeFixed, within } from './findings-part.js'
import { code, heading, hidden, join, type Markdown, md, NOTHING, prose } from './markdown.js'
import { gapList, sentence } from './state-sections.js'

/** When the sticky comment is written (input `comment`). */
export const COMMENT_MODES = ['always', 'on-findings', 'never'] as const
export type CommentMode = (typeof COMMENT_MODES)[number]

// A symbol beside the word, never instead of it: colour and shape alone do not reach everybody (WCAG 1.4.1).
const SYMBOLS: Readonly<Record<Verdict, Markdown>> = { block: md`⛔`, warn: md`⚠️`, pass: md`✅` }

const IN_SUMMARY = 'in the job summary'
/** Outside a workflow. */
const IN_REPORT = 'in the full report'

/** How the hidden first line of every gate's comment begins. */
export const MARKER_START = '<!-- policy-gate:'

/** The hidden first line by which the gate finds its own comment again; differs for each name of a check. */
export function commentMarker(checkName: string): Markdown {
  const readable = checkName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
  const exact = createHash('sha256').update(checkName).digest('hex').slice(0, 8)
  return hidden(`policy-gate:${readable}-${exact}`.replace(/-{2,}/g, '-'))
}

/** The verdict as a heading: symbol, word, what it asks for; and what passes without the usual approval. */
export const verdictHeading = (decision: Decision): Markdown =>
  join([heading(3, md`${SYMBOLS[decision.verdict]} ${prose(headline(decision))}`), breakGlassBanner(decision)])

/** What the change fixed, by name, and how it compares with the base. */
export const changePart = (decision: Decision): Markdown =>
  join(
    [fixedWords(decision)?.words ?? null, changeSentence(decision)].flatMap(words =>
      words === null ? [] : [sentence(words)]
    ),
    ' '
  )

/** What changed, and that what follows must be fixed: in one paragraph, unless scans that are missing stand between. */
function opening(decision: Decision): readonly Markdown[] {
  const gaps = gapList(decision, 10)
  return gaps === NOTHING
    ? [join([changePart(decision), mustBeFixed(decision)], ' ')]
    : [changePart(decision), gaps, mustBeFixed(decision)]
}

function body(decision: Decision, context: ViewContext, items: Items): Markdown {
  const others = Math.min(items.full + items.rows, 10)
  const where = context.runUrl === null ? IN_REPORT : IN_SUMMARY
  return join([
    md``,
    verdictHeading(decision),
    ...opening(decision),
    blockers(decision, context, items, where),
    answerPart(decision, context, items, where, others),
    feedLine(decision),
    footer(decision, context)
  ])
}

/** Whether what is known to be exploited was asked for: an answer that rests on no feed looks like one that does. */
function feedLine(decision: Decision): Markdown {
  const words = feedWords(decision)
  return words === null ? NOTHING : prose(words)
}

/**
 * Names the commit, and no time: a second run that finds the same must find the same comment. Where rules block it opens, and
 * says what they are there for.
 */
function footer(decision: Decision, context: ViewContext): Markdown {
  const { checkName } = context
  const commit = decision.change.headSha?.slice(0, 12) ?? null
  const legend = blockersLegend(decision, context, `${checkName}${commit === null ? '' : ` for ${commit}`}: `)
  if (legend !== NOTHING) return legend
  return commit === null ? prose(checkName) : md`${prose(checkName)} for ${code(commit)}`
}

/**
 * Nothing to say to the author of the change: a pass on whole evidence, no exception of this pull request pending, no
 * command to answer, nothing that passes by break-glass or because a rule is not enforced yet.
 */
const isQuiet = (decision: Decision, context: ViewContext): boolean =>
  decision.verdict === 'pass' &&
  decision.completeness === 'complete' &&
  rolloutWords(decision) === null &&
  breakGlassBanner(decision) === '' &&
  commandPart(context.commands ?? [], 1) === '' &&
  answerToQuestion(decision, context) === '' &&
  !decision.exceptions.some(exception => exception.source === 'comment' && needsAttention(exception))

/**
 * The sticky comment, or null where none is to be written. `exists` says whether an earlier run left one: it is then
 * brought up to date even when all is well, so that no stale block stays on the page.
 */
export function renderComment(
  decision: Decision,
  context: ViewContext,
  mode: CommentMode,
  exists: boolean
): string | null {
  if (mode === 'never' || (mode === 'on-findings' && !exists && isQuiet(decision, context))) return null
  const marker = commentMarker(context.checkName)
  return fitLargest(
    COMMENT_ITEMS.full + COMMENT_ITEMS.rows,
    COMMENT_CHARACTERS,
    budget => `${marker}\n${body(decision, context, within(budget, COMMENT_ITEMS))}\n`,
    utf8Bytes
  )
}
