import type { Decision, Outcome } from '../decision/decision.js'
import { modeAt } from '../decision/judge.js'
import { holdsFor, sightIndexOf } from '../decision/sightings.js'
import type { Place } from '../ground/errors.js'
import { compile, type ExplainedCondition, explainRule } from '../policy/conditions/conditions.js'
import type { Subject } from '../policy/conditions/subject.js'
import type { Policy, Rule } from '../policy/policy.js'
import type { RuleTrace, Trace } from './trace.js'

/** The rules of a policy against one finding. */
export type RuleTraces = Pick<Trace, 'matched' | 'near' | 'others'>

/** A rule with more conditions failing than this did not nearly match. */
const NEAR = 2

/** Rules that matched, rules that nearly did (nearest first, then in the policy's order), and how many others there are. */
export function traceRules(policy: Policy, sightings: Seen, outcome: Outcome, decision: Decision): RuleTraces {
  const traces = policy.rules.map(rule => {
    const subject = subjectFor(rule, policy, sightings)
    const seenTo = policy.sights[sightings.findIndex(each => each.subject === subject)]?.layers.at(-1)
    const trace = traceRule(rule, subject, outcome, decision)
    return seenTo === undefined || subject === sightings.at(-1)?.subject ? trace : { ...trace, seenTo }
  })
  const near = traces.filter(({ failing }) => failing.length > 0 && failing.length <= NEAR)
  return {
    matched: traces.filter(({ failing }) => failing.length === 0),
    near: near.toSorted((a, b) => a.failing.length - b.failing.length),
    others: traces.filter(({ failing }) => failing.length > NEAR).length
  }
}

type Seen = readonly { readonly subject: Subject }[]

/** The finding as the sight has it by which the rule matches; where none does, as the whole policy sees it. */
function subjectFor(rule: Rule, policy: Policy, sightings: Seen): Subject {
  const whole = sightings.at(-1)?.subject
  if (whole === undefined) throw new TypeError('a finding that nobody has looked at')
  return holdsFor(sightings, sightIndexOf(policy, rule.layer), compile(rule)) ?? whole
}

function traceRule(rule: Rule, subject: Subject, outcome: Outcome, decision: Decision): RuleTrace {
  const { when, unless, excused } = explainRule(rule, subject)
  return {
    id: rule.id,
    layer: rule.layer,
    place: positionText(rule.place),
    description: rule.description,
    declared: rule.verdict,
    mode: modeAt(rule, decision.evaluatedAt),
    verdict: outcome.rules.find(({ id, layer }) => id === rule.id && layer === rule.layer)?.verdict ?? null,
    count: rule.moreThan === null ? null : { matched: countOf(rule, decision), moreThan: rule.moreThan },
    when,
    unless,
    failing: [
      ...when.filter(({ holds }) => holds !== true).map(conditionText),
      ...(excused ? [`unless holds (${unless.map(each => `${each.condition} is ${each.actual}`).join(', ')})`] : [])
    ]
  }
}

const conditionText = ({ condition, expected, actual }: ExplainedCondition): string =>
  `${condition} must be ${expected}, and is ${actual}`

/** Suppressed findings match no rule, and excepted ones take no part in the count. */
const countOf = ({ id, layer }: Rule, { outcomes }: Decision): number =>
  outcomes.filter(each => each.reason !== 'excepted' && each.rules.some(one => one.id === id && one.layer === layer))
    .length

/** A place as `path:line:column`. */
export const positionText = (place: Place | null): string | null =>
  place === null ? null : [place.path, place.line, place.column].filter(part => part !== null).join(':')
