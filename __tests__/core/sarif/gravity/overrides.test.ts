import { expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/core/ground/json.js'
import { logOf, normalise } from '../feed.js'

/** Severity of a result without a level of its own, whose rule states one, by what else the run says of the rule. */
function severityBy(
  level: string,
  run: JsonObject,
  result: JsonObject = {},
  rule: JsonObject = {}
): string | undefined {
  const rules = [
    { id: 'R1', guid: 'g1', defaultConfiguration: { level }, ...rule },
    { id: 'R2', defaultConfiguration: { level: 'error' } }
  ]
  const log = logOf({
    tool: { driver: { name: 'AcmeScan', rules } },
    results: [{ ruleId: 'R1', message: { text: 'm' }, ...result }],
    ...run
  })
  return normalise(log).findings[0]?.severity
}

const set = (descriptor: JsonObject | null, level: JsonObject[string]): JsonObject => ({
  invocations: [{ ruleConfigurationOverrides: [{ descriptor, configuration: { level } }] }, {}]
})
const OWN = { provenance: { invocationIndex: 0 } }

test.each<[string, string, JsonObject, JsonObject, string]>([
  ['of its invocation', 'error', set({ id: 'R1' }, 'note'), OWN, 'low'],
  ['by index', 'error', set({ index: 0 }, 'note'), OWN, 'low'],
  ['by guid', 'error', set({ guid: 'g1' }, 'note'), OWN, 'low'],
  ['by index, upwards', 'note', set({ index: 0 }, 'error'), OWN, 'high'],
  [
    'by id and the part of the tool',
    'error',
    set({ id: 'R1', toolComponent: { name: 'AcmeScan' } }, 'note'),
    OWN,
    'low'
  ],
  ['by id and an empty reference', 'error', set({ id: 'R1', toolComponent: {} }, 'note'), OWN, 'low'],
  ['of another rule', 'note', set({ index: 1 }, 'error'), OWN, 'low'],
  ['of another invocation', 'note', set({ id: 'R1' }, 'error'), { provenance: { invocationIndex: 1 } }, 'low'],
  // Nothing says that it was in force: it may have been, and so it only raises.
  ['without provenance, downwards', 'error', set({ id: 'R1' }, 'note'), {}, 'high'],
  ['without provenance, upwards', 'note', set({ id: 'R1' }, 'error'), {}, 'high'],
  ['without provenance, by index alone', 'note', set({ index: 0 }, 'error'), {}, 'high'],
  [
    'of an invocation that there is not',
    'note',
    set({ id: 'R1' }, 'error'),
    { provenance: { invocationIndex: 9 } },
    'high'
  ],
  ['that nobody can read, without provenance', 'note', set({ id: 'R1' }, 'x'), {}, 'unknown'],
  // It leads to no rule: it does not lower any, and may have raised this one.
  ['that leads nowhere, downwards', 'error', set({ index: 9 }, 'note'), OWN, 'high'],
  ['that leads nowhere, downwards from a warning', 'warning', set({ guid: 'x' }, 'note'), OWN, 'medium'],
  ['that leads nowhere, upwards', 'note', set({ index: 9 }, 'error'), OWN, 'unknown'],
  ['that leads nowhere, and that nobody can read', 'note', set({ index: 9 }, 'x'), OWN, 'unknown'],
  ['without a descriptor, upwards', 'note', set(null, 'error'), OWN, 'unknown'],
  ['without a descriptor, downwards', 'error', set(null, 'note'), OWN, 'high'],
  [
    'of this name in a part of the tool that there is not, downwards',
    'error',
    set({ id: 'R1', toolComponent: { index: 4 } }, 'note'),
    OWN,
    'high'
  ],
  [
    'of this name in a part of the tool that there is not, upwards',
    'note',
    set({ id: 'R1', toolComponent: { index: 4 } }, 'error'),
    OWN,
    'unknown'
  ],
  [
    'in a part of the tool that there is not, downwards',
    'error',
    set({ id: 'R9', toolComponent: { index: 4 } }, 'note'),
    OWN,
    'high'
  ],
  ['of a rule that the file does not list', 'note', set({ id: 'R9' }, 'error'), OWN, 'low'],
  ['beside a level of the result', 'error', set({ id: 'R1' }, 'error'), { ...OWN, level: 'note' }, 'low']
])('an override %s', (_, level, run, result, expected) => {
  expect(severityBy(level, run, result)).toBe(expected)
})

const policy = (rule: JsonObject): JsonObject => ({ policies: [{ name: 'house', rules: [rule] }] })

test.each<[string, string, JsonObject, string]>([
  ['raises a level', 'note', policy({ id: 'R1', defaultConfiguration: { level: 'error' } }), 'high'],
  ['does not lower one', 'error', policy({ id: 'R1', defaultConfiguration: { level: 'note' } }), 'high'],
  ['raises by a score', 'note', policy({ id: 'R1', properties: { 'security-severity': '9.8' } }), 'critical'],
  ['speaks of its own rules alone', 'note', policy({ id: 'R2', defaultConfiguration: { level: 'error' } }), 'low'],
  ['sets a level that nobody can read', 'note', policy({ id: 'R1', defaultConfiguration: { level: 'x' } }), 'unknown']
])('a policy of the run %s', (_, level, run, expected) => {
  expect(severityBy(level, run)).toBe(expected)
})

test.each<[string, string, JsonObject, string]>([
  ['configuration.level', 'note', { configuration: { level: 'error' } }, 'high'],
  ['configuration.defaultLevel', 'note', { configuration: { defaultLevel: 'error' } }, 'high'],
  ['defaultLevel', 'note', { defaultLevel: 'error' }, 'high'],
  ['a milder one', 'error', { configuration: { level: 'note' } }, 'high'],
  ['nothing there', 'note', { configuration: { level: null, defaultLevel: null } }, 'low'],
  ['what nobody can read', 'note', { defaultLevel: 'x' }, 'unknown']
])('a level where earlier editions had it: %s', (_, level, rule, expected) => {
  expect(severityBy(level, {}, {}, rule)).toBe(expected)
})

test('an override of a rule that the file has twice is that of either', () => {
  const log = logOf({
    tool: {
      driver: {
        name: 'AcmeScan',
        rules: [
          { id: 'R1', defaultConfiguration: { level: 'note' } },
          { id: 'R1', name: 'again', defaultConfiguration: { level: 'note' } }
        ]
      }
    },
    results: [0, 1].map(ruleIndex => ({ ruleId: 'R1', ruleIndex, message: { text: `m${ruleIndex}` }, ...OWN })),
    ...set({ id: 'R1', toolComponent: { name: 'AcmeScan' } }, 'error')
  })
  expect(normalise(log).findings.map(({ severity }) => severity)).toEqual(['high', 'high'])
})
