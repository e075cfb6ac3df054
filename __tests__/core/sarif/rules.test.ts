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
      { id: 'CA5350', name: 'ca' }
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
    ['the first of duplicates', { ruleId: 'A' }, 'A', 'a', false],
    ['an extension by id', { ruleId: 'X' }, 'X', 'x', false],
    ['an extension by index', { rule: { index: 1, toolComponent: { index: 1 } } }, 'A', 'a of e1', false],
    ['an extension by guid', { rule: { index: 0, toolComponent: { guid: 'g1' } } }, 'Y', 'y', false],
    ['an extension by name', { ruleId: 'A', rule: { toolComponent: { name: 'E1' } } }, 'A', 'a of e1', false],
    [
      'an extension that is not there',
      { ruleId: 'A', rule: { index: 0, toolComponent: { index: 9 } } },
      'A',
      'a',
      false
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

  test('hostile tools find nothing and break nothing', () => {
    for (const value of [null, {}, { driver: 3 }, { driver: { rules: [null, 1, {}] }, extensions: {} }] as const) {
      expect(ruleFinder(value as JsonObject | null)({ ruleId: 'A', ruleIndex: 0 }).id).toBe('A')
    }
  })
})
