import type { MatchedRule, Outcome } from '../../decision/decision.js'
import { adviceFor } from '../../decision/next-step.js'
import { placeRemark } from '../../decision/places/place-advice.js'
import { maskSecrets } from '../../ground/credentials.js'
import type { Verdict } from '../../policy/policy.js'
import { excerptLines, excerptOf, type SourceText } from '../ground/excerpt.js'
import { elsewhereText, listedPlaces, morePlaces } from '../ground/place-links.js'
import { type ProblemPlace, problemPlaces } from '../ground/problems.js'
import { detailOf, titleOf } from '../ground/title.js'
import { clip, visibleLine } from '../ground/visible-text.js'
import { shortState } from '../ground/wording.js'
import { type Paint, type TerminalKind, windowOf, wrapped } from './layout.js'

/** How findings are set. */
export interface FindingStyle extends TerminalKind {
  readonly width: number | null
  readonly paint: Paint
  /** Texts of the files as they were scanned; null: what the scanners kept of them. */
  readonly source: SourceText | null
}

export const VERDICT_STYLE = { pass: 'green', warn: 'yellow', block: 'red' } as const

export const tag = (verdict: Verdict, paint: Paint): string => paint(VERDICT_STYLE[verdict], verdict.padEnd(5))

/** Names and places can hold a credential as well as messages can. */
export const shown = (text: string): string => visibleLine(maskSecrets(text))

const INDENT = ' '.repeat(8)
/** Code points of what a scanner says beyond the title. */
const MOST_DETAIL = 400

/** Problems under the names of their files, in the order of each file's worst; what several tools say of one weakness is one. */
export function findingBlocks(outcomes: readonly Outcome[], style: FindingStyle): readonly string[] {
  const byFile = new Map<string, ProblemPlace[]>()
  for (const place of problemPlaces(outcomes)) {
    const name = fileOf(place.lead)
    const own = byFile.get(name)
    if (own) own.push(place)
    else byFile.set(name, [place])
  }
  return [...byFile].flatMap(([name, own]) => [
    '',
    style.paint('bold', style.paint('cyan', name)),
    ...own.flatMap((place, index) => [...(index === 0 ? [] : ['']), ...findingBlock(place, style)])
  ])
}

const fileOf = ({ finding }: Outcome): string =>
  shown(finding.location === null ? elsewhereText(finding) : finding.location.path)

/** `12:3`; empty where the finding is in no line. */
const lineOf = ({ finding: { location } }: Outcome): string =>
  [location?.startLine ?? null, location?.startColumn ?? null].filter(part => part !== null).join(':')

function findingBlock({ lead: outcome, others: joined }: ProblemPlace, style: FindingStyle): readonly string[] {
  const { finding } = outcome
  const { paint, width } = style
  const lines = (text: string, label = '') =>
    wrapped(text, width, `${INDENT}${label}`, `${INDENT}${' '.repeat(label.length)}`)
  const dim = (text: string) => lines(text).map(line => paint('dim', line))
  const detail = detailOf(finding)
  const others = listedPlaces(finding)
  const remark = placeRemark(finding)
  // That it is to be fixed where it stands is no advice.
  const advice = adviceFor(finding, style.source)
  const excerpt = excerptOf(finding, style.source)
  const [title = '', ...more] = lines(
    shown(titleOf(finding)),
    `${lineOf(outcome)}${morePlaces(finding)}${lineOf(outcome) === '' ? '' : '  '}`
  )
  return [
    `  ${tag(outcome.verdict, paint)} ${paint('bold', title.slice(INDENT.length))}`,
    ...more.map(line => paint('bold', line)),
    ...(detail === null ? [] : lines(clip(shown(detail), MOST_DETAIL))),
    ...excerptPart(excerpt === null ? [] : excerptLines(excerpt), style),
    ...(others === null ? [] : lines(shown(others), 'also: ')),
    ...(remark === null ? [] : lines(shown(remark), 'place: ')),
    ...(advice === null ? [] : lines(shown(advice), 'help: ')),
    ...[outcome, ...joined].flatMap(each =>
      each.refusedExceptions.flatMap(sentence => lines(shown(sentence), 'note: '))
    ),
    ...dim(whyOf(outcome)),
    ...dim(nameOf(outcome)),
    // Each is judged and excepted on its own: where it differs, it says why it stands here.
    ...joined.flatMap(each => [
      ...(whyOf(each) === whyOf(outcome) ? [] : dim(whyOf(each))),
      ...dim(`and ${nameOf(each)}`)
    ])
  ]
}

const nameOf = ({ finding, id }: Outcome): string => `${shown(finding.ruleId)} (${shown(finding.tool)}) ${id}`

function excerptPart(excerpt: readonly string[], { paint, width }: FindingStyle): readonly string[] {
  const [text, marks] = windowOf(excerpt, width === null ? null : width - INDENT.length - 2)
  if (text === undefined) return []
  const marked = marks === undefined ? [] : [`${INDENT}  ${paint('red', marks)}`]
  return [`${INDENT}  ${text}`, ...marked]
}

/** One finding in a line of its own: warnings are there to be seen, not to stand in the way of what blocks. */
export function shortLines(outcome: Outcome, rules: string, { paint, width }: FindingStyle): readonly string[] {
  const { finding } = outcome
  const place = lineOf(outcome) === '' ? fileOf(outcome) : `${fileOf(outcome)}:${lineOf(outcome)}`
  const facts = factsOf(outcome).slice(0, 2).join(', ')
  const what = `${shown(titleOf(finding))} [${shown(finding.ruleId)}, ${shown(finding.tool)}] ${facts}; ${rules}`
  const [first = '', ...more] = wrapped(`${place}  ${what}`, width, INDENT, INDENT)
  return [`  ${tag(outcome.verdict, paint)} ${first.slice(INDENT.length)}`, ...more]
}

const whyOf = (outcome: Outcome): string => {
  const owners = outcome.owners.length > 0 ? `; owner ${outcome.owners.map(shown).join(', ')}` : ''
  return `${factsOf(outcome).join(', ')}; ${decisive(outcome)}${owners}`
}

/** The rules that gave the verdict; milder ones that matched too are in the decision. */
export const decisive = ({ rules, verdict }: Outcome): string =>
  ruleNames(rules.filter(rule => rule.verdict === verdict))

export const ruleNames = (rules: readonly MatchedRule[]): string =>
  `rule ${rules.map(rule => shown(rule.id)).join(', ')}`

function factsOf(outcome: Outcome): readonly string[] {
  const { severity, score } = outcome.finding
  const asset = outcome.asset === null ? '' : `${shown(outcome.asset)}, `
  return [
    `${severity}${score === null ? '' : ` ${score}`}`,
    shortState(outcome),
    `${asset}tier ${outcome.tier}`,
    outcome.kev === true ? 'known exploited' : null,
    slaText(outcome)
  ].filter(fact => fact !== null)
}

function slaText({ sla }: Outcome): string | null {
  if (sla === null || sla.status === 'within') return null
  return sla.status === 'breached' ? `overdue since ${sla.due.slice(0, 10)}` : `due ${sla.due.slice(0, 10)}`
}
