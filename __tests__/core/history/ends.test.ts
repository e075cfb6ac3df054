import { expect, test } from '@jest/globals'
import type { Evaluation } from '../../../src/core/decision/decide.js'
import type { Decision, Outcome } from '../../../src/core/decision/decision.js'
import { endOf } from '../../../src/core/history/ends.js'

const NOW = '2026-11-20T12:00:00Z'
const DAY = 86_400_000
const RULE = { id: 'r', layer: 'p', when: {}, unless: null, enforceFrom: null }
const POLICY = { rules: [], exceptions: { never: [] }, scans: [], feeds: new Map() }
const PLAIN = { exception: null, finding: { suppression: null }, sla: null, firstDetected: null, rules: [] }

const end = (policy: object, ...outcomes: readonly object[]): string | null =>
  endOf({ policy: { ...POLICY, ...policy } as unknown as Evaluation['policy'], now: NOW }, {
    outcomes: outcomes.map(each => ({ ...PLAIN, ...each })) as unknown as readonly Outcome[]
  } as Decision)

const held = { rules: [{ id: 'r', layer: 'p', verdict: 'pass', declared: 'block' }] }
const LATER = { ...RULE, enforceFrom: '2026-12-01T00:00:00Z' }

test.each<[string, string | null, object, readonly object[]]>([
  ['nothing', null, {}, [{}]],
  ['an exception until a day', '2026-11-23T00:00:00Z', {}, [{ exception: { id: 'E', expires: '2026-11-22' } }]],
  [
    'an exception until an instant',
    '2026-11-22T01:00:00Z',
    {},
    [{ exception: { id: 'E', expires: '2026-11-22T01:00:00Z' } }]
  ],
  [
    'the first of two',
    '2026-11-22T00:00:00Z',
    {},
    [{ exception: { id: 'E', expires: '2026-11-25' } }, { exception: { id: 'F', expires: '2026-11-21' } }]
  ],
  ['a suppression', '2026-11-24T00:00:00Z', {}, [{ finding: { suppression: { until: '2026-11-24T00:00:00Z' } } }]],
  ['a rule that is held back', '2026-12-01T00:00:00Z', { rules: [LATER] }, [held]],
  ['a rule that is held back and matches nothing', null, { rules: [LATER] }, [{}]],
  ['a rule of another layer', null, { rules: [{ ...LATER, layer: 'q' }] }, [held]],
  ['a time to fix', '2026-11-23T12:00:00Z', {}, [{ sla: { due: '2026-11-30T12:00:00Z', status: 'within' } }]],
  ['one that is short', '2026-11-21T12:00:00Z', {}, [{ sla: { due: '2026-11-21T12:00:00Z', status: 'due-soon' } }]],
  ['one that is over', null, {}, [{ sla: { due: '2026-11-19T12:00:00Z', status: 'breached' } }]],
  [
    'an age that a rule asks for',
    '2026-11-25T00:00:00Z',
    { rules: [{ ...RULE, when: { 'min-age': 10 * DAY } }] },
    [{ firstDetected: '2026-11-15T00:00:00Z' }]
  ],
  ['evidence that grows stale', '2026-11-27T12:00:00Z', { scans: [{ maxAge: 7 * DAY }] }, [{}]],
  ['a feed that grows stale', '2026-11-21T12:00:00Z', { feeds: new Map([['kev', { maxAge: DAY }]]) }, [{}]]
])('what an answer rests on ends: %s', (_, expected, policy, outcomes) => {
  expect(end(policy, ...outcomes)).toBe(expected)
})
