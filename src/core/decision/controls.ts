import { type Rule, type Verdict, worst } from '../policy/policy.js'
import type { ControlOutcome, Decision, MatchedRule, Outcome } from './decision.js'
import { compareText } from './order.js'

/**
 * Every control that rules of the policy name, with what its rules came to; also those whose rules match nothing. What
 * another rule says of the same finding is no evidence for or against it.
 */
export function controlOutcomes(
  rules: readonly Rule[],
  outcomes: readonly Outcome[],
  completeness: Decision['completeness'],
  unanswered: ReadonlySet<Rule>
): readonly ControlOutcome[] {
  const controls = new Map<string, Rule[]>()
  for (const rule of rules)
    for (const control of rule.controls) {
      const named = controls.get(control)
      if (named === undefined) controls.set(control, [rule])
      else named.push(rule)
    }
  const touched = judgedAlike(outcomes)
  return [...controls]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, named]) => {
      // That a rule objects to nothing shows something only where it could have objected.
      const isAnswered = completeness === 'complete' && !named.some(rule => unanswered.has(rule))
      return controlOutcome(
        id,
        named,
        touched.filter(({ controls: own }) => own.includes(id)),
        isAnswered
      )
    })
}

/** Findings of which the same rules say the same. */
interface Alike {
  readonly rules: readonly MatchedRule[]
  readonly controls: readonly string[]
  /** How many of them an exception lets pass, and how many it does not. */
  excepted: number
  others: number
}

/** Findings share what was judged of them: of a million there are a few kinds, and rules are asked once for each. */
function judgedAlike(outcomes: readonly Outcome[]): readonly Alike[] {
  const known = new Map<readonly MatchedRule[], Alike>()
  const groups: Alike[] = []
  for (const { rules, controls, reason } of outcomes) {
    if (controls.length === 0) continue
    let group = known.get(rules)
    if (group === undefined) {
      group = { rules, controls, excepted: 0, others: 0 }
      known.set(rules, group)
      groups.push(group)
    }
    if (reason === 'excepted') group.excepted += 1
    else group.others += 1
  }
  return groups
}

function controlOutcome(
  id: string,
  rules: readonly Rule[],
  touched: readonly Alike[],
  isAnswered: boolean
): ControlOutcome {
  const own = new Set(rules.map(keyOf))
  const counts = { block: 0, warn: 0, pass: 0, total: 0, excepted: 0, monitored: 0 }
  let verdict: Verdict = 'pass'
  for (const { rules: all, excepted, others } of touched) {
    const said = all.filter(rule => own.has(keyOf(rule)))
    const here = said.reduce<Verdict>((most, rule) => worst(most, rule.verdict), 'pass')
    counts.total += excepted + others
    counts[here] += others
    counts.pass += excepted
    if (here !== 'pass') counts.excepted += excepted
    else if (said.some(isHeldBack)) counts.monitored += excepted + others
    if (others > 0) verdict = worst(verdict, here)
  }
  // What a mode only watches objects, and would once it is enforced: nobody can say that the control is met.
  const isKnown = verdict !== 'pass' || (isAnswered && counts.monitored === 0)
  return {
    id,
    rules: rules.map(({ id: rule, layer }) => ({ id: rule, layer })),
    counts,
    verdict: isKnown ? verdict : null
  }
}

const keyOf = ({ id, layer }: { readonly id: string; readonly layer: string }): string => `${layer}\0${id}`

const isHeldBack = ({ belowCount, declared, verdict }: MatchedRule): boolean => !belowCount && declared !== verdict
