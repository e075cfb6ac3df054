import type { ConditionName } from '../../../generated/condition-names.js'
import type { GlobKind } from '../globs.js'
import type { Holds, Role } from './fact.js'
import type { Check } from './row.js'
import type { Subject } from './subject.js'
import { type Conditions, IN_ORDER, ROWS, type Wanted } from './table.js'

/** One condition as it was answered for one finding. */
export interface ExplainedCondition {
  /** Its name in the policy file. */
  readonly condition: string
  readonly expected: string
  readonly actual: string
  readonly holds: Holds
}

/** The part of a rule that says which findings it is about. */
export interface RuleScope {
  readonly when: Conditions
  /** Null where the rule has no `unless`. */
  readonly unless: Conditions | null
}

/** The conditions of a rule as they were answered for one finding. */
export interface ExplainedRule {
  readonly when: readonly ExplainedCondition[]
  readonly unless: readonly ExplainedCondition[]
  /** Whether `unless` keeps the rule from matching. */
  readonly excused: boolean
}

/** Compiles conditions of `never` or `when`: true only where every one of them is known to hold. */
export const compileConditions = (conditions: Conditions): ((subject: Subject) => boolean) =>
  allHold('when', checksOf(conditions, 'when'))

/**
 * Compiles a rule: true where it matches, that is where `when` holds and `unless` is not known to hold. Findings of
 * category `quality` match only where `when` names that category.
 */
export function compile({ when, unless }: RuleScope): (subject: Subject) => boolean {
  const guard = when.category === null ? [NOT_QUALITY] : []
  const applies = allHold('when', [...guard, ...checksOf(when, 'when')])
  const isExcused = allHold('unless', unless === null ? [] : checksOf(unless, 'unless'))
  return subject => applies(subject) && !isExcused(subject)
}

/** Each condition of a rule with what it asks for, what the finding has, and whether it holds. */
export function explainRule(rule: RuleScope, subject: Subject): ExplainedRule {
  const isBarred = rule.when.category === null && NOT_QUALITY.holds(subject) !== true
  const unless = rule.unless === null ? [] : checksOf(rule.unless, 'unless')
  return {
    when: [...explainConditions(rule.when, subject), ...(isBarred ? [explained(NOT_QUALITY, subject)] : [])],
    unless: unless.map(check => explained(check, subject)),
    excused: allHold('unless', unless)(subject)
  }
}

/** Each condition with what it asks for, what the finding has, and whether it holds; by what they are about. */
export const explainConditions = (
  conditions: Conditions,
  subject: Subject,
  role: Role = 'when'
): readonly ExplainedCondition[] => checksOf(conditions, role).map(check => explained(check, subject))

const explained = ({ condition, expected, actual, holds }: Check, subject: Subject): ExplainedCondition => ({
  condition,
  expected,
  actual: actual(subject),
  holds: holds(subject)
})

/** How much it takes to answer, by what `*` means in the condition. */
const COST = { none: 0, text: 1, path: 2 } as const satisfies Record<GlobKind | 'none', number>

/** Whether conditions hold together. None at all let everything into `when`, and excuse nothing in `unless`. */
function allHold(role: Role, checks: readonly Check[]): (subject: Subject) => boolean {
  if (checks.length === 0) return () => role === 'when'
  // All must hold, whatever their order: those that compare values come before those that match patterns.
  const questions = checks.toSorted((a, b) => COST[a.glob ?? 'none'] - COST[b.glob ?? 'none']).map(({ holds }) => holds)
  return subject => {
    for (const holds of questions) if (holds(subject) !== true) return false
    return true
  }
}

/** What a rule asks that says nothing of the category. */
const NOT_QUALITY: Check = {
  condition: 'category',
  glob: null,
  expected: 'named by the rule',
  actual: ({ category }) => category,
  holds: ({ category }) => category !== 'quality'
}

const checksOf = (conditions: Conditions, role: Role): readonly Check[] =>
  IN_ORDER.flatMap(name => checkOf(name, conditions, role))

function checkOf<K extends ConditionName>(name: K, conditions: Conditions, role: Role): readonly Check[] {
  const wanted: Wanted<K> | null = conditions[name]
  return wanted === null ? [] : [{ condition: name, glob: ROWS[name].glob, ...ROWS[name].check(wanted, role) }]
}
