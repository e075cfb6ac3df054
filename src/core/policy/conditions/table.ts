import type { ConditionName } from '../../../generated/condition-names.js'
import type { Row, Rows, Written } from './row.js'
import { IDENTITY } from './rows/identity.js'
import { SETTING } from './rows/setting.js'
import { SEVERITY } from './rows/severity.js'
import { STANDING } from './rows/standing.js'

/**
 * Every condition of `when`, `unless` and `never`, in the order in which explanations list them. A condition of the
 * schema without a row does not compile, nor does a row without a condition. Whatever a part of the program has to know
 * of a condition is read here.
 */
const CONDITIONS = { ...SETTING, ...IDENTITY, ...SEVERITY, ...STANDING } satisfies Required<Rows>

/** What a condition asks for, in the model. */
export type Wanted<K extends ConditionName> = (typeof CONDITIONS)[K] extends {
  readonly read: (value: never) => infer W
}
  ? W
  : never

/** Conditions of `when` and `unless`: all that are given must hold; a list means any of. Null: not given. */
export type Conditions = { readonly [K in ConditionName]: Wanted<K> | null }

/** The rows, for those who go through all of them. */
export const ROWS: { readonly [K in ConditionName]: Row<Written<K>, Wanted<K>> } = CONDITIONS

/** Every condition, in the order of the table. */
export const IN_ORDER = Object.keys(CONDITIONS) as readonly ConditionName[]
