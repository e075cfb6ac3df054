import { compile } from '../policy/conditions/conditions.js'
import type { Subject } from '../policy/conditions/subject.js'
import type { Mode, Policy, Rule, Verdict } from '../policy/policy.js'
import { MODES, worst } from '../policy/policy.js'
import type { MatchedRule, Reason } from './decision.js'
import { holdsFor, sightIndexOf } from './sightings.js'

/** A rule ready to be asked. */
export interface CompiledRule {
  readonly rule: Rule
  readonly matches: (subject: Subject) => boolean
  /** From which sighting on it is asked. */
  readonly from: number
  /** What the rule may do at this instant: its own mode until `enforce-from`, its layer's after it. */
  readonly mode: Mode
}

/** What the rules say about one finding, before exceptions. */
export interface Judgement {
  readonly verdict: Verdict
  readonly reason: Reason
  readonly rules: readonly MatchedRule[]
  /** The controls of these rules, sorted, each once. */
  readonly controls: readonly string[]
}

/** Counts, per rule, the findings that it matches; `counts` says which findings take part (contract: `more-than`). */
export class RuleCounter {
  readonly #counts: number[]
  readonly #said = new Map<number, MatchedRule>()

  constructor(rules: readonly CompiledRule[]) {
    this.#counts = rules.map(() => 0)
  }

  add(matched: readonly number[]): void {
    for (const index of matched) this.#counts[index] = (this.#counts[index] ?? 0) + 1
  }

  /** What the rule with this index says, once all are counted: one object for all findings that it matches. */
  said(index: number, rule: Rule, verdict: Verdict): MatchedRule {
    const known = this.#said.get(index)
    if (known !== undefined) return known
    const said = { id: rule.id, layer: rule.layer, verdict, declared: rule.verdict }
    const whole = this.reached(index, rule) ? said : { ...said, belowCount: true as const }
    this.#said.set(index, whole)
    return whole
  }

  /** Whether the rule with this index counts: always, or when more findings than its `more-than` match. */
  reached(index: number, rule: Rule): boolean {
    return rule.moreThan === null || (this.#counts[index] ?? 0) > rule.moreThan
  }
}

/** The mode that holds at `now` (ISO 8601 UTC): `enforce-from` lifts the rule's own cap, never its layer's. */
export function modeAt(rule: Rule, now: string): Mode {
  if (rule.enforceFrom !== null && Date.parse(now) >= Date.parse(rule.enforceFrom)) return rule.layerMode
  return rule.mode
}

/** Makes the policy's rules ready for this instant (ISO 8601 UTC). */
export function compileRules(policy: Policy, now: string): readonly CompiledRule[] {
  return policy.rules.map(rule => ({
    rule,
    matches: compile(rule),
    from: sightIndexOf(policy, rule.layer),
    mode: modeAt(rule, now)
  }))
}

/** Indices of the rules that match, ascending. */
export function matchRules(
  rules: readonly CompiledRule[],
  sightings: readonly { readonly subject: Subject }[]
): readonly number[] {
  const matched: number[] = []
  for (const [index, { from, matches }] of rules.entries()) {
    if (holdsFor(sightings, from, matches) !== null) matched.push(index)
  }
  return matched
}

/** Unites the matching rules: every one counts, the strictest verdict wins (contract §4). */
export function judge(rules: readonly CompiledRule[], matched: readonly number[], counter: RuleCounter): Judgement {
  if (matched.length === 0) return NOT_MATCHED
  let verdict: Verdict = 'pass'
  let belowCount = true
  let monitored = false
  const contributions: MatchedRule[] = []
  const controls = new Set<string>()
  for (const index of matched) {
    const compiled = rules[index]
    if (compiled === undefined) continue
    const { rule, mode } = compiled
    const reached = counter.reached(index, rule)
    const contributed = reached ? cap(rule.verdict, mode) : 'pass'
    if (reached) belowCount = false
    if (reached && contributed === 'pass' && rule.verdict !== 'pass') monitored = true
    verdict = worst(verdict, contributed)
    contributions.push(counter.said(index, rule, contributed))
    for (const control of rule.controls) controls.add(control)
  }
  const reason = reasonFor(verdict, belowCount, monitored)
  return { verdict, reason, rules: contributions, controls: [...controls].sort() }
}

/** What is said of a finding that no rule matches. */
export const NOT_MATCHED: Judgement = { verdict: 'pass', reason: 'no-rule', rules: [], controls: [] }

function reasonFor(verdict: Verdict, belowCount: boolean, monitored: boolean): Reason {
  if (verdict !== 'pass') return 'rule'
  if (belowCount) return 'below-count'
  return monitored ? 'monitored' : 'rule'
}

/** `monitor` lets a rule only be counted, `warn` lets it warn at most. */
function cap(verdict: Verdict, mode: Mode): Verdict {
  if (MODES.indexOf(mode) === 0) return 'pass'
  return mode === 'warn' && verdict === 'block' ? 'warn' : verdict
}
