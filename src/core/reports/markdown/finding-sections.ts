import type { Decision, Outcome } from '../../decision/decision.js'
import { remedyOf } from '../../decision/next-step.js'
import { placeRemark } from '../../decision/places/place-advice.js'
import type { Finding } from '../../finding.js'
import { TEXT_POINTS } from '../ground/limits.js'
import { safeMessageLine } from '../ground/masks.js'
import { advisoryPages, rulePages } from '../ground/pages.js'
import { elsewhereText, otherPlaces, placeText, placeUrl } from '../ground/place-links.js'
import type { ViewContext } from '../ground/view-context.js'
import { count, factWords, requestCommand, SEVERITY_WORDS } from '../ground/wording.js'
import {
  bold,
  bullets,
  code,
  details,
  fence,
  heading,
  join,
  link,
  type Markdown,
  md,
  NOTHING,
  prose,
  table
} from './markdown.js'

/** Where the finding is, linked to the head commit where that is known. */
function placeLink(outcome: Outcome, decision: Decision, context: ViewContext): Markdown {
  const { location, package: component } = outcome.finding
  if (location !== null) {
    const address = placeUrl(location, decision.change, context.serverUrl)
    const place = link(code(placeText(location), TEXT_POINTS.path), address)
    const others = otherPlaces(outcome.finding).length
    return others === 0 ? place : md`${place} and ${prose(count(others, 'more place'))}`
  }
  return component === null && outcome.finding.placeProblem === null
    ? prose(elsewhereText(outcome.finding))
    : code(elsewhereText(outcome.finding), TEXT_POINTS.path)
}

const severityOf = (outcome: Outcome): Markdown => prose(SEVERITY_WORDS[outcome.finding.severity])

/** The rules that fired with what the policy says about them. */
function ruleNames(outcome: Outcome, context: ViewContext): Markdown {
  const names = outcome.rules
    .filter(rule => rule.verdict === outcome.verdict)
    .map(rule => {
      const known = context.rules.find(candidate => candidate.id === rule.id && candidate.layer === rule.layer)
      return known?.description ? md`${code(rule.id)} (${prose(known.description, TEXT_POINTS.row)})` : code(rule.id)
    })
  return join(names, ', ')
}

function why(outcome: Outcome, decision: Decision, context: ViewContext): Markdown {
  const rules = ruleNames(outcome, context)
  const asset = outcome.asset === null ? NOTHING : code(outcome.asset)
  return join(
    [
      rules === NOTHING ? NOTHING : md`rule ${rules}`,
      ...factWords(outcome, decision.evaluatedAt).map(words => prose(words)),
      join([md`tier ${outcome.tier}`, asset], ' ')
    ],
    ' · '
  )
}

const exceptionHelp = (outcome: Outcome): Markdown => {
  const command = requestCommand(outcome)
  return command === null ? NOTHING : details('Request an exception', fence(command))
}

/** So many further places of one finding are listed; the report files have all of them. */
const LISTED = 20

function alsoAt(finding: Finding): Markdown {
  const others = otherPlaces(finding)
  if (others.length === 0) return NOTHING
  const rest = others.length - LISTED
  const listed = others.slice(0, LISTED).map(other => code(other, TEXT_POINTS.path))
  return join(rest > 0 ? [...listed, md`and ${rest} more`] : listed, ', ')
}

/** One finding with all that its owner needs: place, message, why, owner, next step, and the command to copy. */
export function findingInFull(outcome: Outcome, number: number, decision: Decision, context: ViewContext): Markdown {
  const { finding } = outcome
  const next = remedyOf(outcome)
  const remark = placeRemark(finding)
  const owners = join(
    outcome.owners.map(owner => code(owner)),
    ', '
  )
  const others = alsoAt(finding)
  const pages = join(
    [...advisoryPages(finding), ...rulePages(finding)].map(({ label, address }) => link(code(label), address)),
    ', '
  )
  const component = finding.package === null ? NOTHING : code(finding.package.purl ?? finding.package.name)
  const facts = [
    next === null ? NOTHING : md`${bold(md`Next:`)} ${prose(next)}`,
    remark === null ? NOTHING : md`${bold(md`Place:`)} ${prose(remark)}`,
    md`${bold(md`Why:`)} ${why(outcome, decision, context)}`,
    others === NOTHING ? NOTHING : md`${bold(md`Also at:`)} ${others}`,
    owners === NOTHING ? NOTHING : md`${bold(md`Owner:`)} ${owners}`,
    pages === NOTHING ? NOTHING : md`${bold(md`See:`)} ${pages}`,
    md`${bold(md`Found by:`)} ${join([prose(finding.tool, TEXT_POINTS.identifier), component], ' · ')}`
  ]
  return join([
    heading(
      4,
      md`${number}. ${severityOf(outcome)}: ${code(finding.ruleId)} in ${placeLink(outcome, decision, context)}`
    ),
    prose(safeMessageLine(finding)),
    bullets(facts.filter(fact => fact !== NOTHING)),
    exceptionHelp(outcome)
  ])
}

/** Findings as rows: severity, place, message, why. */
export function findingTable(outcomes: readonly Outcome[], decision: Decision, context: ViewContext): Markdown {
  if (outcomes.length === 0) return NOTHING
  const rows = outcomes.map(outcome => {
    const message = prose(safeMessageLine(outcome.finding), TEXT_POINTS.row)
    const rules = ruleNames(outcome, { ...context, rules: [] })
    const facts = factWords(outcome, decision.evaluatedAt).map(words => prose(words))
    return [
      severityOf(outcome),
      placeLink(outcome, decision, context),
      join([code(outcome.finding.ruleId, 80), message], ' '),
      join([rules, ...facts], ' · ')
    ]
  })
  return table([md`Severity`, md`Place`, md`Finding`, md`Why`], rows)
}
