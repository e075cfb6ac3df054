import { CONDITION_NAMES, type ConditionName } from '../../../generated/condition-names.js'
import type { ConditionsEntry } from '../../../generated/policy.js'
import { asRulesSee } from '../../change/occasion/happening.js'
import type { FlowValue } from '../effective-yaml.js'
import type { GlobProblem } from '../globs.js'
import { type Conditions, ROWS, type Wanted } from './table.js'

/** Conditions as a file has them, as the model has them: one value or many becomes a list, absent becomes null. */
export function toConditions(entry: ConditionsEntry): Conditions {
  // Nothing that was read may be left out: a condition that nobody asks would let `unless` excuse more.
  const stranger = Object.keys(entry).find(name => !Object.hasOwn(ROWS, name))
  if (stranger !== undefined) throw new TypeError(`no row in the table of conditions: ${stranger.slice(0, 60)}`)
  return Object.fromEntries(CONDITION_NAMES.map(name => [name, wantedOf(name, entry)])) as Conditions
}

/**
 * The same for what makes a rule apply: whoever asks for another event of pull requests asks for all of them, which count
 * as `pull_request` (contract §2). What excuses is taken at its word.
 */
export function toApplying(entry: ConditionsEntry): Conditions {
  const conditions = toConditions(entry)
  return conditions.event === null ? conditions : { ...conditions, event: asRulesSee(conditions.event) }
}

function wantedOf<K extends ConditionName>(name: K, entry: ConditionsEntry): Wanted<K> | null {
  const value = entry[name]
  return value === undefined ? null : ROWS[name].read(value)
}

/** What is wrong with the values of conditions that fit the schema, in the order of the schema. */
export function conditionProblems(
  entry: ConditionsEntry
): readonly (GlobProblem & { readonly condition: ConditionName })[] {
  return CONDITION_NAMES.flatMap(name => problemsOf(name, entry).map(problem => ({ condition: name, ...problem })))
}

function problemsOf<K extends ConditionName>(name: K, entry: ConditionsEntry): readonly GlobProblem[] {
  const value = entry[name]
  return value === undefined ? [] : ROWS[name].problems(value)
}

/** Conditions that are given, as the policy file may write them. */
export function conditionMembers(conditions: Conditions): Readonly<Record<string, FlowValue>> {
  return Object.fromEntries(CONDITION_NAMES.flatMap(name => memberOf(name, conditions)))
}

function memberOf<K extends ConditionName>(name: K, conditions: Conditions): readonly (readonly [K, FlowValue])[] {
  const wanted: Wanted<K> | null = conditions[name]
  return wanted === null ? [] : [[name, ROWS[name].write(wanted)]]
}
