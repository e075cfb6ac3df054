import type { ConditionName } from '../../../generated/condition-names.js'
import type { ConditionsEntry } from '../../../generated/policy.js'
import type { TestAssetEntry, TestEntry, TestFindingEntry } from '../../../generated/policy-test.js'
import type { FlowValue } from '../effective-yaml.js'
import type { GlobKind, GlobProblem } from '../globs.js'
import { asked, type Fact, type Holds, type Role, worded } from './fact.js'
import type { Kind } from './kinds.js'
import type { Subject } from './subject.js'

/**
 * What a fact that is not known counts as. In `unless` it never counts: what is not known excuses nothing. In `when` it
 * may count as another fact, so that a rule on high and critical never lets an unknown severity slip through.
 */
export interface CountsUnknown<F> {
  readonly when: 'as-nothing' | ((subject: Subject) => F)
  readonly unless: 'as-nothing'
}

/** It satisfies neither `true` nor `false` and no bound, wherever the condition stands. */
export const AS_NOTHING = { when: 'as-nothing', unless: 'as-nothing' } as const satisfies CountsUnknown<never>

/** Whether a stored decision records the fact; where it does not, what a replay of it assumes, as a sentence. */
export type Stored = 'recorded' | { readonly assumed: string }

/** Where a policy test in short form states the fact; null where it cannot, so that only one with SARIF can. */
export type StatedBy = `findings.${keyof TestFindingEntry}` | `assets.${keyof TestAssetEntry}` | keyof TestEntry | null

/** One condition, ready to be asked. */
export interface Check {
  readonly condition: string
  readonly glob: GlobKind | null
  readonly expected: string
  readonly actual: (subject: Subject) => string
  readonly holds: (subject: Subject) => Holds
}

/** What a row says of its condition. */
export interface Specification<V, W, F> {
  readonly kind: Kind<V, W, F>
  readonly fact: Fact<F>
  readonly unknown: CountsUnknown<F>
  readonly stored: Stored
  readonly statedBy: StatedBy
}

/** One condition of the policy, all that any part of the program knows of it. `V`: as the file has it, `W`: the model. */
export interface Row<V, W> {
  readonly glob: GlobKind | null
  readonly stored: Stored
  readonly statedBy: StatedBy
  readonly many: Fact<unknown>['many']
  /** Of what each has to be meant in `unless`; null: as `many` says. */
  readonly eachInUnless: 'reporter' | 'vulnerability' | null
  /** What an unknown fact counts as in `when`. */
  readonly unknownInWhen: 'nothing' | 'another fact'
  readonly read: (value: V) => W
  readonly write: (wanted: W) => FlowValue
  readonly problems: (value: V) => readonly GlobProblem[]
  readonly check: (wanted: W, role: Role) => Omit<Check, 'condition' | 'glob'>
  /** The fact as it is: a value, null, or a list. */
  readonly fact: (subject: Subject) => unknown
}

/** What a file may write for a condition. */
export type Written<K extends ConditionName> = NonNullable<ConditionsEntry[K]>

/** Rows by the name of their condition; what one makes of the value in the file is its own. */
export type Rows = {
  readonly [K in ConditionName]?: Omit<Row<Written<K>, never>, 'read'> & {
    readonly read: (value: Written<K>) => unknown
  }
}

/** Makes a row of what is said of a condition. */
export function row<V, W, F>({ kind, fact, unknown, stored, statedBy }: Specification<V, W, F>): Row<V, W> {
  return {
    stored,
    statedBy,
    glob: kind.glob,
    many: fact.many,
    eachInUnless: fact.many === 'no' ? null : (fact.excuses?.each ?? null),
    unknownInWhen: unknown.when === 'as-nothing' ? 'nothing' : 'another fact',
    read: kind.read,
    write: kind.write,
    problems: kind.problems,
    fact: fact.of,
    check: (wanted, role) => {
      const meets = kind.meets(wanted)
      const countsAs = unknown[role]
      return {
        expected: kind.expected(wanted),
        actual: worded(fact, (value, subject) => {
          if (value !== null && kind.isKnown(value)) return kind.shown(value)
          return countsAs === 'as-nothing' ? 'unknown' : `unknown, counted as ${kind.shown(countsAs(subject))}`
        }),
        holds: asked(fact, role, (value, subject) => {
          if (value !== null && meets(value)) return true
          if (value !== null && kind.isKnown(value)) return false
          return countsAs === 'as-nothing' ? 'unknown' : meets(countsAs(subject))
        })
      }
    }
  }
}
