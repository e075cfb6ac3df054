import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../src/core/ground/json.js'
import { ruleFinder } from '../../../src/core/sarif/rules.js'

const tool: JsonObject = {
  driver: {
    name: 'D',
    rules: [
      { id: 'A', name: 'a' },
      { id: 'B', name: 'b' },
      { id: 'A', name: 'second a' },
      { id: 'CA5350', name: 'ca' },
      { id: 'G', name: 'other guid', guid: 'ga' },
      { id: 'G', name: 'by guid', guid: 'gb' },
      { id: '41', name: 'numeric' }
    ]
  },
  extensions: [
    { name: 'E0', guid: 'g0', rules: [{ id: 'X', name: 'x' }] },
    {
      name: 'E1',
      guid: 'g1',
      rules: [
        { id: 'Y', name: 'y' },
        { id: 'A', name: 'a of e1' }
      ]
    }
  ]
}

describe('rule look-up', () => {
  test.each<[string, JsonObject, string | null, string | null, boolean]>([
    ['by index', { ruleIndex: 1 }, 'B', 'b', false],
    ['by rule.index', { rule: { index: 1 } }, 'B', 'b', false],
    ['by id', { ruleId: 'B' }, 'B', 'b', false],
    ['by rule.id', { rule: { id: 'B' } }, 'B', 'b', false],
    ['a guid', { rule: { guid: 'gb' } }, 'G', 'by guid', false],
    ['one of two by its guid', { ruleId: 'G', rule: { guid: 'gb' } }, 'G', 'by guid', false],
    ['an index as a text', { ruleIndex: '1' }, 'B', 'b', false],
    ['a number for an id', { ruleId: 41 }, '41', 'numeric', false],
    ['an extension by id', { ruleId: 'X' }, 'X', 'x', false],
    ['an extension by index', { rule: { index: 1, toolComponent: { index: 1 } } }, 'A', 'a of e1', false],
    ['an extension by guid', { rule: { index: 0, toolComponent: { guid: 'g1' } } }, 'Y', 'y', false],
    ['an extension by name', { ruleId: 'A', rule: { toolComponent: { name: 'E1' } } }, 'A', 'a of e1', false],
    [
      'an extension that is not there',
      { ruleId: 'A', rule: { index: 0, toolComponent: { index: 9 } } },
      'A',
      'a of e1',
      true
    ],
    ['a hierarchical id', { ruleId: 'CA5350/md5' }, 'CA5350/md5', 'ca', false],
    ['a hierarchical id with its index', { ruleId: 'CA5350/md5', ruleIndex: 3 }, 'CA5350/md5', 'ca', false],
    ['id and index disagree', { ruleId: 'B', ruleIndex: 0 }, 'B', 'b', true],
    ['an index of another rule for an unknown id', { ruleId: 'Z', ruleIndex: 0 }, 'Z', null, true],
    ['an index out of bounds', { ruleId: 'B', ruleIndex: 99 }, 'B', 'b', true],
    ['minus one means none', { ruleId: 'B', ruleIndex: -1 }, 'B', 'b', false],
    ['a fraction means none', { ruleId: 'B', ruleIndex: 0.5 }, 'B', 'b', false],
    ['not found is normal', { ruleId: 'Z' }, 'Z', null, false],
    ['nothing at all', {}, null, null, false],
    ['names of the prototype', { ruleId: '__proto__' }, '__proto__', null, false]
  ])('%s', (_, result, id, name, inconsistent) => {
    const found = ruleFinder(tool)(result)
    expect([found.id, found.rule?.name ?? null, found.inconsistent]).toEqual([id, name, inconsistent])
  })

  const namesOf = (result: JsonObject, of: JsonObject = tool) =>
    ruleFinder(of)(result)
      .copies.map(({ rule }) => rule?.name)
      .sort()

  test.each<[string, JsonObject, readonly string[]]>([
    ['by id alone: all of them', { ruleId: 'A' }, ['a', 'a of e1', 'second a']],
    ['by index: one', { ruleId: 'A', ruleIndex: 2 }, []],
    ['by component: those of it', { ruleId: 'A', rule: { toolComponent: { name: 'E1' } } }, []],
    ['a specialisation', { ruleId: 'G/x' }, ['by guid', 'other guid']],
    ['one alone', { ruleId: 'B' }, []],
    ['none', { ruleId: 'Z' }, []]
  ])('several rules of one id, %s', (_, result, names) => {
    expect(namesOf(result)).toEqual(names)
  })

  test('exact repetitions are one rule', () => {
    const rule = { id: 'A', name: 'a' }
    expect(
      namesOf({ ruleId: 'A' }, { driver: { rules: [rule, { ...rule }] }, extensions: [{ rules: [rule] }] })
    ).toEqual([])
  })

  test.each<[string, JsonObject, boolean]>([
    ['an id that no rule has', { ruleId: 'Z' }, true],
    ['an index beyond the rules', { ruleIndex: 99 }, true],
    ['a guid that no rule has', { rule: { guid: 'none' } }, true],
    ['no reference', {}, false],
    ['a rule that is there', { ruleId: 'B' }, false],
    ['a rule that is there, by a wrong index', { ruleId: 'B', ruleIndex: 99 }, false]
  ])('a reference leads nowhere: %s', (_, result, expected) => {
    expect(ruleFinder(tool)(result).isDangling).toBe(expected)
  })

  test('hostile tools find nothing and break nothing', () => {
    for (const value of [null, {}, { driver: 3 }, { driver: { rules: [null, 1, {}] }, extensions: {} }] as const) {
      expect(ruleFinder(value as JsonObject | null)({ ruleId: 'A', ruleIndex: 0 }).id).toBe('A')
    }
  })
})
