import { matchAny } from '../globs.js'
import type { Subject } from '../policy.js'

/** Whether a condition holds for a finding; `unknown` where the fact it asks for is not known. */
export type Holds = boolean | 'unknown'

/**
 * Where conditions stand decides how an unknown severity counts. In `when` (and `never`) it also counts as what the
 * policy says of unknown severities, so that a rule on high and critical never lets one slip through. In `unless` it
 * counts as itself alone, so that it never excuses.
 */
export type Role = 'when' | 'unless'

/** One condition, ready to be asked. */
export interface Check {
  readonly condition: string
  readonly expected: string
  readonly actual: (subject: Subject) => string
  readonly holds: (subject: Subject) => Holds
}

/** The check of a condition that the policy states; none where it does not. */
export const given = <T>(value: T | null, make: (value: T) => Check): readonly Check[] =>
  value === null ? [] : [make(value)]

/** A condition of one value, as one of a list of values. */
export const single = <T>(value: T | null): readonly T[] | null => (value === null ? null : [value])

/** A fact as explanations show it. */
export const shown = (value: string | number | boolean | null) => (value === null ? 'unknown' : String(value))

type Fact = string | number | boolean

/** The fact is one of the values. */
export function oneOf<T extends Fact>(condition: string, wanted: readonly T[] | null, fact: (s: Subject) => T | null) {
  return given(wanted, values => ({
    condition,
    expected: values.join(', '),
    actual: s => shown(fact(s)),
    holds: s => {
      const value = fact(s)
      if (value !== null && values.includes(value)) return true
      return value === null || value === 'unknown' ? 'unknown' : false
    }
  }))
}

/** The fact is a number that is not below the bound. */
export function atLeast(
  condition: string,
  wanted: number | null,
  fact: (s: Subject) => number | null,
  format: (value: number) => string = String
) {
  return given(wanted, least => ({
    condition,
    expected: `at least ${format(least)}`,
    actual: s => {
      const value = fact(s)
      return value === null ? 'unknown' : format(value)
    },
    holds: s => {
      const value = fact(s)
      return value === null ? 'unknown' : value >= least
    }
  }))
}

/** The fact fits any of the patterns. */
export function globs(
  condition: string,
  patterns: readonly string[] | null,
  kind: 'path' | 'text',
  fact: (s: Subject) => string | null
) {
  return given(patterns, list => {
    const matches = matchAny(list, kind)
    return {
      condition,
      expected: list.join(', '),
      actual: s => shown(fact(s)),
      holds: s => {
        const value = fact(s)
        return value === null ? 'unknown' : matches(value)
      }
    }
  })
}

/** Any member of the finding's list fits any of the values. */
export function anyOf(
  condition: string,
  wanted: readonly string[] | null,
  facts: (s: Subject) => readonly string[],
  fits: (value: string) => (fact: string) => boolean
) {
  return given(wanted, values => {
    const tests = values.map(fits)
    return {
      condition,
      expected: values.join(', '),
      actual: s => facts(s).join(', ') || 'none',
      holds: s => facts(s).some(fact => tests.some(test => test(fact)))
    }
  })
}

/** Any member of the finding's list fits any of the patterns. */
export function anyGlob(
  condition: string,
  patterns: readonly string[] | null,
  facts: (s: Subject) => readonly string[]
) {
  return given(patterns, list => {
    const matches = matchAny(list, 'text')
    return {
      condition,
      expected: list.join(', '),
      actual: s => facts(s).join(', ') || 'none',
      holds: s => facts(s).some(matches)
    }
  })
}
