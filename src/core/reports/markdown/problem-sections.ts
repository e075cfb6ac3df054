import type { Decision, Outcome } from '../../decision/decision.js'
import { adviceFor } from '../../decision/next-step.js'
import { placeRemark } from '../../decision/places/place-advice.js'
import { reportersOf } from '../../finding.js'
import { excerptLines, excerptOf } from '../ground/excerpt.js'
import { TEXT_POINTS } from '../ground/limits.js'
import { safeMessageLine } from '../ground/masks.js'
import { advisoryPages, rulePages } from '../ground/pages.js'
import { elsewhereText, otherPlaces, placeText, placeUrl } from '../ground/place-links.js'
import type { ProblemPlace, ProblemRow } from '../ground/problems.js'
import type { ViewContext } from '../ground/view-context.js'
import { count, day, exceptionOffer, factWords, SEVERITY_WORDS, SHORT_STATES, shortState } from '../ground/wording.js'
import {
  bold,
  bullets,
  code,
  details,
  fence,
  folded,
  heading,
  join,
  link,
  type Markdown,
  md,
  NOTHING,
  prose,
  stacked,
  table
} from './markdown.js'

/** Where the finding is, linked to the head commit where that is known. */
function placeLink({ finding }: Outcome, decision: Decision, context: ViewContext): Markdown {
  const { location, package: component } = finding
  if (location !== null) {
    const address = placeUrl(location, decision.change, context.serverUrl)
    return link(code(placeText(location), TEXT_POINTS.path), address)
  }
  return component === null && finding.placeProblem === null
    ? prose(elsewhereText(finding))
    : code(elsewhereText(finding), TEXT_POINTS.path)
}

const severityOf = ({ lead }: ProblemRow): Markdown => prose(SEVERITY_WORDS[lead.finding.severity])

const titleWords = ({ title }: ProblemRow): Markdown => prose(title, TEXT_POINTS.row)

/** ` and 2 more places`, of the problem's places and of those of its first finding. */
function morePlaces({ places, lead }: ProblemRow): Markdown {
  const more = places.length - 1 + otherPlaces(lead.finding).length
  return more === 0 ? NOTHING : md`and ${prose(count(more, 'more place'))}`
}

/** Further places of one finding that are listed; the report files have all of them. */
const LISTED = 20
/** Places of one problem that are listed with their ids. */
const LISTED_PLACES = 10

const listed = (items: readonly Markdown[], most: number): readonly Markdown[] =>
  items.length > most ? [...items.slice(0, most), md`and ${items.length - most} more`] : items

const alsoAt = ({ finding }: Outcome): Markdown =>
  join(
    listed(
      otherPlaces(finding).map(other => code(other, TEXT_POINTS.path)),
      LISTED
    ),
    ', '
  )

/** Who found it by which rule, each once. */
function foundBy({ outcomes }: ProblemRow): Markdown {
  const reporters = new Map(
    outcomes
      .slice(0, 50)
      .flatMap(({ finding }) => reportersOf(finding))
      .map(reporter => [JSON.stringify([reporter.tool, reporter.ruleId]), reporter] as const)
  )
  const texts = [...reporters.values()].map(({ tool, ruleId }) => join([prose(tool, 60), code(ruleId, 80)], ' '))
  return join(listed(texts, 5), ', ')
}

const pagesOf = ({ finding }: Outcome): Markdown =>
  join(
    [...advisoryPages(finding), ...rulePages(finding)]
      .slice(0, 4)
      .map(({ label, address }) => link(code(label, 80), address)),
    ', '
  )

/** The rules of the policy that gave the verdict; what each says is told once, below. */
const ruleNames = (outcome: Outcome): Markdown =>
  join(
    outcome.rules.filter(rule => rule.verdict === outcome.verdict).map(rule => code(rule.id, 80)),
    ', '
  )

/** How an exception is asked for, for each finding of these places. */
const offerFor = (
  places: readonly ProblemPlace[],
  decision: Decision,
  context: ViewContext
): ReturnType<typeof exceptionOffer> =>
  exceptionOffer(
    places.slice(0, LISTED_PLACES).flatMap(({ lead, others }) => [lead, ...others]),
    LISTED_PLACES,
    decision,
    context
  )

function exceptionHelp({ places }: ProblemRow, decision: Decision, context: ViewContext): Markdown {
  const { byComment, lines } = offerFor(places, decision, context)
  if (lines.length === 0) return NOTHING
  const way = byComment ? 'comment with' : 'an entry of the exceptions file that is merged, and names the finding'
  return join([md`${bold(md`Exception:`)} ${prose(way)}`, fence(lines.join('\n'))])
}

/** A state in few words; the details of a card have them all. */
const CARD_STATES = { ...SHORT_STATES, introduced: 'new in this change', unknown: 'counted as new' }

/** Where and whose, and what makes it urgent: one line in most comments. */
function placeLine(problem: ProblemRow, decision: Decision, context: ViewContext): Markdown {
  const { lead, tools } = problem
  return join(
    [
      join([placeLink(lead, decision, context), morePlaces(problem)], ' '),
      urgency(problem),
      join(
        lead.owners.slice(0, 3).map(owner => code(owner, 80)),
        ', '
      ),
      tools.length < 2 ? NOTHING : md`found by ${toolNames(problem)}`
    ],
    ' · '
  )
}

/** Everything else that its owner may want to know, folded: message, rules, tools, ids, further places, the command. */
function folder(problem: ProblemRow, decision: Decision, context: ViewContext): Markdown {
  const { lead, places } = problem
  const others = alsoAt(lead)
  const remark = placeRemark(lead.finding)
  const rules = ruleNames(lead)
  const asset = lead.asset === null ? NOTHING : md`asset ${code(lead.asset, 80)}`
  const facts = join([...factWords(lead, decision.evaluatedAt).map(each => prose(each)), asset], ' · ')
  const told = [
    prose(safeMessageLine(lead.finding)),
    remark === null ? NOTHING : md`${bold(md`Place:`)} ${prose(remark)}`,
    rules === NOTHING ? NOTHING : md`${bold(md`Rule:`)} ${rules}`,
    md`${bold(md`Found by:`)} ${foundBy(problem)}`,
    md`${bold(md`Facts:`)} ${facts}`,
    others === NOTHING ? NOTHING : md`${bold(md`Also at:`)} ${others}`,
    ...lead.refusedExceptions.slice(0, 3).map(sentence => prose(sentence)),
    md`${bold(md`Finding:`)} ${join(placeIds(problem, decision, context), ', ')}`
  ]
  const label =
    offerFor(places, decision, context).lines.length > 0 ? 'details, and how to request an exception' : 'details'
  return details(
    `${CARD_STATES[lead.state]} · tier ${lead.tier} · ${label}`,
    join([bullets(told.filter(line => line !== NOTHING)), exceptionHelp(problem, decision, context)])
  )
}

/** The first places with their ids, and the number of the others. */
function placeIds({ places }: ProblemRow, decision: Decision, context: ViewContext): readonly Markdown[] {
  const shown = places.slice(0, LISTED_PLACES).map(place => idsOf(place, places.length > 1, decision, context))
  const rest = places.length - shown.length
  return rest > 0 ? [...shown, md`and ${rest} more`] : shown
}

/** The ids at one place, with the place where there are several. */
function idsOf({ lead, others }: ProblemPlace, isNamed: boolean, decision: Decision, context: ViewContext): Markdown {
  const ids = [lead, ...others].map(({ id }) => code(id, 80))
  return join([isNamed ? placeLink(lead, decision, context) : NOTHING, ...ids], ' ')
}

const toolNames = ({ tools }: ProblemRow): Markdown =>
  join(
    listed(
      tools.map(tool => prose(tool, 60)),
      3
    ),
    ', '
  )

/** Where it is and what fixes it, and at the end where to read about it. */
function glance(problem: ProblemRow, decision: Decision, context: ViewContext): Markdown {
  const place = placeLine(problem, decision, context)
  const pages = pagesOf(problem.lead)
  const advice = adviceFor(problem.lead.finding, context.source ?? null)
  if (advice === null) return join([place, pages], ' · ')
  return stacked([place, join([md`${bold(md`Fix:`)} ${prose(advice)}`, pages], ' · ')])
}

/** One problem with what its owner needs at a glance: what is wrong, where, the line, and what to do. */
export function problemCard(problem: ProblemRow, number: number, decision: Decision, context: ViewContext): Markdown {
  const excerpt = excerptOf(problem.lead.finding, context.source ?? null)
  return join([
    heading(4, md`${number}. ${severityOf(problem)}: ${titleWords(problem)}`),
    glance(problem, decision, context),
    excerpt === null ? NOTHING : fence(excerptLines(excerpt).join('\n')),
    folder(problem, decision, context)
  ])
}

/** What makes it more urgent than its severity says. */
function urgency({ lead }: ProblemRow): Markdown {
  const { kev, sla } = lead
  return join(
    [
      kev === true ? bold(md`known to be exploited`) : NOTHING,
      sla?.status === 'breached' ? bold(md`overdue since ${prose(day(sla.due))}`) : NOTHING,
      sla?.status === 'due-soon' ? md`due on ${prose(day(sla.due))}` : NOTHING
    ],
    ', '
  )
}

/** What of a row opens: rules, tools, ids and all places. */
function rowFolder(problem: ProblemRow, decision: Decision, context: ViewContext): Markdown {
  const { lead } = problem
  const advice = adviceFor(lead.finding, context.source ?? null)
  const ids = placeIds(problem, decision, context)
  const others = alsoAt(lead)
  const told = [md`tier ${lead.tier}`, prose(shortState(lead)), toolNames(problem)]
  return folded(join(told, ' · '), [
    md`Found by ${foundBy(problem)}`,
    advice === null ? NOTHING : md`Fix: ${prose(advice, TEXT_POINTS.row)}`,
    md`Rule: ${ruleNames(lead)}`,
    others === NOTHING ? NOTHING : md`Also at ${others}`,
    ...ids
  ])
}

/** Problems as rows that open: severity, what is wrong and how new, and where. */
export function problemTable(problems: readonly ProblemRow[], decision: Decision, context: ViewContext): Markdown {
  if (problems.length === 0) return NOTHING
  const rows = problems.map(problem => {
    const { lead } = problem
    return [
      join(
        [
          bold(md`${severityOf(problem)}:`),
          join([titleWords(problem), urgency(problem)], ' · '),
          rowFolder(problem, decision, context)
        ],
        ' '
      ),
      join([placeLink(lead, decision, context), morePlaces(problem)], ' ')
    ]
  })
  return table([md`What is wrong`, md`Where`], rows)
}
