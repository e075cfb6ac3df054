import type { Decision, Outcome } from '../../decision/decision.js'
import { type Verdict, worst } from '../../policy/policy.js'
import type { ViewContext } from './view-context.js'

/** A rule of the policy with what it came to: for reports that list tests. */
export interface RuleResult {
  readonly id: string
  readonly layer: string
  readonly description: string | null
  readonly verdict: Verdict
  /** Findings that the rule makes warn or block, in the decision's order. */
  readonly outcomes: readonly Outcome[]
  /** Whether it would say more of a finding than it may yet: by its mode, or as too few match. */
  readonly isHeldBack: boolean
}

/**
 * Every rule with its result: those of the policy where the caller knows them, and in any case those that matched.
 * A rule counts against a finding only where the finding itself did not pass, say by an exception.
 */
export function ruleResults(decision: Decision, rules: ViewContext['rules']): readonly RuleResult[] {
  const key = (id: string, layer: string): string => JSON.stringify([id, layer])
  const found = new Map<
    string,
    {
      id: string
      layer: string
      description: string | null
      verdict: Verdict
      outcomes: Outcome[]
      isHeldBack: boolean
    }
  >()
  for (const { id, layer, description } of rules)
    found.set(key(id, layer), { id, layer, description, verdict: 'pass', outcomes: [], isHeldBack: false })
  for (const outcome of decision.outcomes)
    for (const { id, layer, verdict, declared } of outcome.rules) {
      const none = { id, layer, description: null, verdict: 'pass' as const, outcomes: [], isHeldBack: false }
      const result = found.get(key(id, layer)) ?? none
      found.set(key(id, layer), result)
      result.isHeldBack ||= declared !== verdict
      if (outcome.verdict === 'pass' || verdict === 'pass') continue
      result.verdict = worst(result.verdict, verdict)
      result.outcomes.push(outcome)
    }
  return [...found.values()]
}

/** Whether a rule could not be asked of every finding, because what it asks for is not known. */
export const isUnasked = ({ id, layer }: Pick<RuleResult, 'id' | 'layer'>, { unasked }: ViewContext): boolean =>
  [...(unasked ?? [])].some(rule => rule.id === id && rule.layer === layer)
