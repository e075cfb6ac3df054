import type { Decision, MatchedRule, Outcome } from '../../decision/decision.js'
import { HTML_ITEMS, TEXT_POINTS } from '../ground/limits.js'
import type { ViewContext } from '../ground/view-context.js'
import { clip } from '../ground/visible-text.js'
import { type Html, h, withSign } from './escape.js'
import { namedTable } from './tables.js'

/** A rule of the policy that gave findings their verdict. */
interface DecisiveRule {
  readonly rule: MatchedRule
  findings: number
}

/** Those rules in the order in which the decision needs them first, by id and layer. */
export type RuleList = ReadonlyMap<string, DecisiveRule>

const keyOf = ({ id, layer }: MatchedRule): string => JSON.stringify([id, layer])

/** The rules that gave a finding its verdict; milder ones that matched too are in the decision. */
const decisive = ({ rules, verdict }: Outcome): readonly MatchedRule[] => rules.filter(rule => rule.verdict === verdict)

export function rulesOf({ outcomes }: Decision): RuleList {
  const list = new Map<string, DecisiveRule>()
  for (const outcome of outcomes)
    for (const rule of decisive(outcome)) {
      const known = list.get(keyOf(rule)) ?? { rule, findings: 0 }
      list.set(keyOf(rule), known)
      known.findings += 1
    }
  return list
}

/** Number of each rule's row, in the rows that the table shows. */
export const ruleNumbers = (list: RuleList): ReadonlyMap<string, number> =>
  new Map([...list.keys()].slice(0, HTML_ITEMS.rows).map((key, index) => [key, index + 1]))

/** Why these findings have their verdict: the names of the rules, each once, which lead to what they say. */
export function why(outcomes: readonly Outcome[], numbers: ReadonlyMap<string, number>): Html {
  const names = new Map(
    outcomes.flatMap(decisive).map(rule => {
      const number = numbers.get(keyOf(rule))
      const name = h`<code>${rule.id}</code>`
      return [keyOf(rule), number === undefined ? name : h`<a href="#r${number}">${name}</a>`] as const
    })
  )
  return withSign([...names.values()], ', ')
}

/** What each rule says, once for all findings that have their verdict of it. */
export function ruleTable(list: RuleList, { rules }: ViewContext): Html {
  const rows = [...list.values()].map(({ rule: { id, layer }, findings }, index) => [
    h`<code id="r${index + 1}">${id}</code>`,
    clip(rules.find(rule => rule.id === id && rule.layer === layer)?.description ?? '', TEXT_POINTS.message),
    layer,
    findings
  ])
  return namedTable('Rules that gave findings their verdict', ['Rule', 'Says', 'Layer', 'Findings'], rows)
}
