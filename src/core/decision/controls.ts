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
  const touched = outcomesByControl(outcomes)
  return [...controls]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, named]) => {
      // That a rule objects to nothing shows something only where it could have objected.
      const isAnswered = completeness === 'complete' && !named.some(rule => unanswered.has(rule))
      return controlOutcome(id, named, touched.get(id) ?? [], isAnswered)
    })
}

function outcomesByControl(outcomes: readonly Outcome[]): ReadonlyMap<string, readonly Outcome[]> {
  const touched = new Map<string, Outcome[]>()
  for (const outcome of outcomes)
    for (const control of outcome.controls) {
      const known = touched.get(control)
      if (known === undefined) touched.set(control, [outcome])
      else known.push(outcome)
    }
  return touched
}

function controlOutcome(
  id: string,
  rules: readonly Rule[],
  outcomes: readonly Outcome[],
  isAnswered: boolean
): ControlOutcome {
  const own = new Set(rules.map(keyOf))
  const counts = { block: 0, warn: 0, pass: 0, total: outcomes.length, excepted: 0, monitored: 0 }
  let verdict: Verdict = 'pass'
  for (const outcome of outcomes) {
    const said = outcome.rules.filter(rule => own.has(keyOf(rule)))
    const here = said.reduce<Verdict>((most, rule) => worst(most, rule.verdict), 'pass')
    const isExcepted = outcome.reason === 'excepted' && here !== 'pass'
    const counted = isExcepted ? 'pass' : here
    counts[counted] += 1
    if (isExcepted) counts.excepted += 1
    else if (here === 'pass' && said.some(isHeldBack)) counts.monitored += 1
    verdict = worst(verdict, counted)
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
