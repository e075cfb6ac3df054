import { describe, expect, test } from '@jest/globals'
import { compile, compileConditions, explainRule } from '../../../../src/core/policy/conditions/conditions.js'
import { asked, type Holds, names, one, places, things } from '../../../../src/core/policy/conditions/fact.js'
import type { Rows } from '../../../../src/core/policy/conditions/row.js'
import { IDENTITY } from '../../../../src/core/policy/conditions/rows/identity.js'
import { SETTING } from '../../../../src/core/policy/conditions/rows/setting.js'
import { SEVERITY } from '../../../../src/core/policy/conditions/rows/severity.js'
import { STANDING } from '../../../../src/core/policy/conditions/rows/standing.js'
import { IN_ORDER, ROWS } from '../../../../src/core/policy/conditions/table.js'
import { conditionMembers, toConditions } from '../../../../src/core/policy/conditions/to-conditions.js'
import { CONDITION_NAMES } from '../../../../src/generated/condition-names.js'
import type { ConditionsEntry } from '../../../../src/generated/policy.js'
import { SCHEMAS } from '../../../../src/generated/schemas.js'
import { UNKNOWN } from '../support.js'

interface Property {
  readonly $ref?: string
  readonly examples: readonly [unknown]
}
const schema = JSON.parse(SCHEMAS.policy) as {
  readonly definitions: { readonly conditions: { readonly properties: Readonly<Record<string, Property>> } }
}
const properties = Object.entries(schema.definitions.conditions.properties)
const entryOf = (name: string, value: unknown) => ({ [name]: value }) as ConditionsEntry

describe('the table of conditions', () => {
  test('has each condition of the schema once', () => {
    expect(CONDITION_NAMES).toEqual(properties.map(([name]) => name))
    const themes = [SETTING, IDENTITY, SEVERITY, STANDING]
    expect(themes.flatMap(theme => Object.keys(theme)).toSorted()).toEqual(CONDITION_NAMES.toSorted())
    expect(IN_ORDER.toSorted()).toEqual(CONDITION_NAMES.toSorted())
  })

  test('does not compile without a row, nor with a row that the schema does not have', () => {
    const { kev, ...others } = ROWS
    // @ts-expect-error a condition of the schema has no row
    const incomplete: Required<Rows> = others
    // @ts-expect-error a row has no condition in the schema
    const strange: Rows = { 'no-condition': kev }
    expect([incomplete, strange]).toHaveLength(2)
  })

  test.each(properties)('has the kind of glob for %s that the schema says', (name, { $ref }) => {
    const kinds: Readonly<Record<string, string>> = { '#/definitions/globs': 'path', '#/definitions/textGlobs': 'text' }
    expect(Object.entries(ROWS).find(([key]) => key === name)?.[1].glob).toBe(kinds[$ref ?? ''] ?? null)
  })

  test.each(properties)('%s is written as it can be read again', (name, { examples: [value] }) => {
    const conditions = toConditions(entryOf(name, value))
    expect(Object.keys(conditionMembers(conditions))).toEqual([name])
    expect(toConditions(conditionMembers(conditions) as ConditionsEntry)).toEqual(conditions)
  })

  test.each(properties)('what is not known of %s makes no `unless` hold', (name, { examples: [value] }) => {
    const row = Object.entries(ROWS).find(([key]) => key === name)?.[1]
    const isKnown = ![null, 'unknown'].includes(row?.fact(UNKNOWN) as string | null)
    const byName = JSON.stringify(value).includes('"unknown"')
    const { excused, unless } = explainRule(
      { when: toConditions({}), unless: toConditions(entryOf(name, value)) },
      UNKNOWN
    )
    expect(unless).toHaveLength(1)
    if (!isKnown) expect(excused).toBe(byName)
  })

  test('a condition that it does not have is an error, never ignored', () => {
    expect(() => toConditions(entryOf('no-condition', true))).toThrow('no-condition')
    expect(() => toConditions(entryOf('min-age', 'soon'))).toThrow('soon')
  })
})

describe('conditions of which there is none', () => {
  const nothing = toConditions({})

  test('excuse nothing', () => {
    expect(compile({ when: nothing, unless: nothing })(UNKNOWN)).toBe(true)
    expect(explainRule({ when: nothing, unless: nothing }, UNKNOWN)).toEqual({ when: [], unless: [], excused: false })
  })

  test('let everything in where they stand in `when` or `never`', () => {
    expect(compile({ when: nothing, unless: null })(UNKNOWN)).toBe(true)
    expect(compileConditions(nothing)(UNKNOWN)).toBe(true)
  })
})

describe('several values of a fact', () => {
  const answers: Readonly<Record<string, Holds>> = { y: true, n: false, '?': 'unknown' }
  const together = (values: string, many: typeof names | typeof things, role: 'when' | 'unless') =>
    asked(
      many(() => [...values]),
      role,
      value => answers[value ?? ''] ?? 'unknown'
    )(UNKNOWN)

  test.each<[values: string, any: Holds, all: Holds]>([
    ['', false, false],
    ['y', true, true],
    ['n', false, false],
    ['?', 'unknown', 'unknown'],
    ['yy', true, true],
    ['yn', true, false],
    ['ny', true, false],
    ['nn', false, false],
    ['y?', true, 'unknown'],
    ['?y', true, 'unknown'],
    ['n?', 'unknown', false],
    ['?n', 'unknown', false]
  ])('%j: any %s, all %s', (values, any, all) => {
    expect(together(values, things, 'when')).toBe(any)
    expect(together(values, things, 'unless')).toBe(all)
    expect(together(values, names, 'when')).toBe(any)
    expect(together(values, names, 'unless')).toBe(any)
  })

  test.each(['', 'y', 'n', '?', 'yn', 'n?'])('%j at places of which one could not be mapped', values => {
    const at = (role: 'when' | 'unless') =>
      asked(
        places(() => [...values]),
        role,
        value => answers[value ?? ''] ?? 'unknown'
      )({ ...UNKNOWN, isUnmapped: true })
    expect(at('when')).toBe(true)
    expect(at('unless')).toBe(false)
  })

  test('one value is asked as it is', () => {
    expect(
      asked(
        one(({ kev }) => kev),
        'unless',
        value => value ?? 'unknown'
      )(UNKNOWN)
    ).toBe('unknown')
  })

  test.each([
    ['tool', { tools: ['Trivy', 'grype'] }, { tools: ['grype'] }],
    ['rule-id', { ruleIds: ['CVE-1', 'grype'] }, { ruleIds: ['grype'] }]
  ])('a second %s never excuses, and is enough to match', (name, both, alone) => {
    const conditions = toConditions(entryOf(name, 'grype'))
    const excusedBy = compile({ when: toConditions({}), unless: conditions })
    expect(compileConditions(conditions)({ ...UNKNOWN, ...both })).toBe(true)
    expect(excusedBy({ ...UNKNOWN, ...both })).toBe(true)
    expect(excusedBy({ ...UNKNOWN, ...alone })).toBe(false)
  })
})
