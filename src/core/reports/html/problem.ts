import type { Decision, Outcome } from '../../decision/decision.js'
import { adviceFor, remedyOf } from '../../decision/next-step.js'
import { placeRemark } from '../../decision/places/place-advice.js'
import { type KnownSeverity, reportersOf, severityRank } from '../../finding.js'
import { excerptLines, excerptOf } from '../ground/excerpt.js'
import { TEXT_POINTS } from '../ground/limits.js'
import { safeMessageLine } from '../ground/masks.js'
import { advisoryPages, rulePages } from '../ground/pages.js'
import { otherPlaces } from '../ground/place-links.js'
import type { ProblemPlace, ProblemRow } from '../ground/problems.js'
import type { ViewContext } from '../ground/view-context.js'
import { clip } from '../ground/visible-text.js'
import { day, exceptionOffer, factWords, SEVERITY_WORDS, stateWords } from '../ground/wording.js'
import { type Html, h, NO_HTML, preformatted, withSign } from './escape.js'
import { findingAnchor, furtherPlaces, placeLink, placeName } from './place.js'
import { why } from './rules.js'

/** How a problem is shown. */
export interface Showing {
  /** As a card with its line of source, or as a row that opens. */
  readonly as: 'card' | 'row'
  /** Whether message, places and commands stand as a whole. */
  readonly isWhole: boolean
  /** Of its places so many are listed. */
  readonly places: number
  /** `id` of its element, and the groups of the index that it belongs to, as attributes. */
  readonly attributes: Html
  /** Where the page says what a rule says, as `ruleNumbers`. */
  readonly rules: ReadonlyMap<string, number>
}

/** Commands of one problem that are offered to be copied. */
const REQUESTS = 10
const REPORTERS = 5
const PAGES = 4

const listed = (items: readonly Html[], most: number): readonly Html[] =>
  items.length > most ? [...items.slice(0, most), h`and ${items.length - most} more`] : items

const codes = (texts: readonly string[], most: number): Html =>
  withSign(
    listed(
      texts.map(text => h`<code>${text}</code>`),
      most
    ),
    ', '
  )

const row = (name: string, value: Html): Html => (value.html === '' ? NO_HTML : h`<dt>${name}</dt><dd>${value}</dd>`)

/** Who found it by which rule, each once. */
function foundBy({ outcomes }: ProblemRow): Html {
  const reporters = new Map(
    outcomes.slice(0, 50).flatMap(({ finding }) => {
      const own = finding.toolVersion === null ? NO_HTML : h` ${finding.toolVersion}`
      return reportersOf(finding).map(
        ({ tool, ruleId }) =>
          [
            JSON.stringify([tool, ruleId]),
            h`${tool}${tool === finding.tool ? own : NO_HTML} <code>${ruleId}</code>`
          ] as const
      )
    })
  )
  return withSign(listed([...reporters.values()], REPORTERS), ', ')
}

const pages = ({ finding }: Outcome): Html =>
  withSign(
    [...advisoryPages(finding), ...rulePages(finding)]
      .slice(0, PAGES)
      .map(({ label, address }) => h`<a href="${address}" rel="noreferrer">${label}</a>`),
    ', '
  )

function excerpt({ lead }: ProblemRow, context: ViewContext): Html {
  const found = excerptOf(lead.finding, context.source ?? null)
  if (found === null) return NO_HTML
  const lines = preformatted(excerptLines(found))
  return h`<pre class="excerpt" tabindex="0" role="group" aria-label="Line ${found.line}">${lines}</pre>\n`
}

/** What makes it more urgent than its severity says. */
function urgency({ kev, sla }: Outcome): Html {
  if (kev === true) return h`<strong>known to be exploited</strong>`
  if (sla?.status === 'breached') return h`<strong>overdue since ${day(sla.due)}</strong>`
  return sla?.status === 'due-soon' ? h`due on ${day(sla.due)}` : NO_HTML
}

function placeItem({ lead, others }: ProblemPlace, decision: Decision, context: ViewContext): Html {
  const ids = [lead, ...others].map(outcome => {
    const anchor = findingAnchor(outcome)
    return anchor === null ? h`<code>${outcome.id}</code>` : h`<code id="${anchor}">${outcome.id}</code>`
  })
  return h`<li>${placeLink(lead, decision, context)} · ${stateWords(lead)} · ${withSign(ids, ' ')}</li>`
}

function requests({ places }: ProblemRow, decision: Decision, context: ViewContext): Html {
  const outcomes = places.slice(0, REQUESTS).flatMap(({ lead, others }) => [lead, ...others])
  const { byComment, lines } = exceptionOffer(outcomes, REQUESTS, decision, context)
  if (lines.length === 0) return NO_HTML
  const way = byComment
    ? 'To request an exception, comment with:'
    : 'An exception is an entry of the exceptions file that is merged, and names the finding:'
  return h`<p>${way}</p>
<pre tabindex="0" role="group" aria-label="${byComment ? 'Command' : 'Entry'}">${preformatted(lines)}</pre>\n`
}

/** All that its owner may want to know besides. */
function facts(problem: ProblemRow, shown: Showing, decision: Decision, context: ViewContext): Html {
  const { lead, places, outcomes } = problem
  const { finding } = lead
  const message = safeMessageLine(finding)
  const items = places.slice(0, shown.places).map(place => placeItem(place, decision, context))
  // A card has said already how it is fixed, and what to request stands below.
  const isTold = shown.as === 'card' && adviceFor(finding, context.source ?? null) !== null
  const next = isTold ? null : remedyOf(lead, context.source ?? null)
  return h`<p>${shown.isWhole ? message : clip(message, TEXT_POINTS.row)}</p>
<dl>${[
    row('Next', next === null ? NO_HTML : h`${next}`),
    row('Why', why(outcomes, shown.rules)),
    row('Place', h`${placeRemark(finding) ?? ''}`),
    row('Facts', h`${factWords(lead, decision.evaluatedAt).join(' · ')}`),
    row('Also at', codes(otherPlaces(finding), shown.isWhole ? Number.POSITIVE_INFINITY : REPORTERS)),
    row('Found by', foundBy(problem)),
    row('Asset', h`${lead.asset ?? 'none'}, tier ${lead.tier}`),
    row('Owner', codes(lead.owners, 10)),
    row('Identifiers', codes(finding.identifiers, 20)),
    row('Read', pages(lead)),
    row(
      'Exceptions',
      withSign(
        lead.refusedExceptions.slice(0, 3).map(sentence => h`${sentence}`),
        '; '
      )
    )
  ]}</dl>
<ul class="places">${listed(items, items.length)}${places.length > items.length ? h`<li>and ${places.length - items.length} more places, in the decision file</li>` : NO_HTML}</ul>
${shown.isWhole ? requests(problem, decision, context) : NO_HTML}`
}

const rank = ({ finding: { severity } }: Outcome): number =>
  severity === 'unknown' ? severityRank('high') : severityRank(severity as KnownSeverity)

/** What the script sorts by: numbers of ours. */
const sorting = (lead: Outcome): Html =>
  h`data-severity="${rank(lead)}" data-due="${lead.sla === null ? 99999999 : Number(day(lead.sla.due).replace(/\D/g, '')) || 99999999}"`

const badge = ({ lead }: ProblemRow): Html => h`<span class="tone">${SEVERITY_WORDS[lead.finding.severity]}</span>`

function card(problem: ProblemRow, shown: Showing, decision: Decision, context: ViewContext): Html {
  const { lead, tools } = problem
  const advice = adviceFor(lead.finding, context.source ?? null)
  const told = [
    h`${placeLink(lead, decision, context)}${furtherPlaces(problem)}`,
    h`${stateWords(lead)}`,
    urgency(lead),
    h`tier ${lead.tier}`,
    codes(lead.owners, 3),
    tools.length < 2 ? NO_HTML : h`found by ${tools.slice(0, 3).join(', ')}`
  ]
  return h`<h3>${badge(problem)} ${problem.title}</h3>
<p class="where">${withSign(told, ' · ')}</p>
${advice === null ? NO_HTML : h`<p><b>Fix:</b> ${advice}</p>\n`}${excerpt(problem, context)}<details><summary>Details</summary>
${facts(problem, shown, decision, context)}</details>`
}

const opened = (problem: ProblemRow, shown: Showing, decision: Decision, context: ViewContext): Html =>
  h`<details><summary><h3>${badge(problem)} <span class="title">${problem.title}</span> <span class="where">${placeName(problem)}${furtherPlaces(problem)} ${urgency(problem.lead)}</span></h3></summary>
${excerpt(problem, context)}${facts(problem, shown, decision, context)}</details>`

/** One problem: what is wrong, how grave, where, and on opening all that is known of it. */
export const problemArticle = (problem: ProblemRow, shown: Showing, decision: Decision, context: ViewContext): Html =>
  h`<article class="${problem.lead.verdict} ${shown.as}" ${shown.attributes} ${sorting(problem.lead)}>
${shown.as === 'card' ? card(problem, shown, decision, context) : opened(problem, shown, decision, context)}
</article>
`
