import { describe, expect, test } from '@jest/globals'
import { isUnseen, toldStanding } from '../../../src/core/decision/outcome.js'
import { anOutcome } from '../../builders.js'
import { decideOn, identified, policyOf } from './evaluation.js'

const UNSEEN = 'In the baseline; its rule did not run now'
const POLICY = 'rules: [{ id: r, when: { min-severity: low }, verdict: block }]'

describe('what nobody looked for', () => {
  test.each([
    [
      'gone because nobody looked',
      anOutcome({ reason: 'fixed', state: 'fixed', stateReason: UNSEEN }),
      'unknown',
      'no-rule'
    ],
    [
      'gone because it is mended',
      anOutcome({ reason: 'fixed', state: 'fixed', stateReason: 'gone' }),
      'fixed',
      'fixed'
    ],
    [
      'there, whatever its reason says',
      anOutcome({ reason: 'rule', state: 'existing', stateReason: UNSEEN }),
      'existing',
      'rule'
    ]
  ] as const)('%s', (_, outcome, state, reason) => {
    expect(isUnseen(outcome)).toBe(state === 'unknown')
    expect(toldStanding(outcome)).toEqual({ state, reason })
  })
})

test('a finding that is gone asks for nothing, and no exception is offered for it', async () => {
  const policy = await policyOf(POLICY)
  const fixed = identified({}, 'fixed')
  const { outcomes, verdict, counts } = decideOn(policy, [], { fixed: [fixed] })
  expect(outcomes).toMatchObject([
    { state: 'fixed', reason: 'fixed', verdict: 'pass', sla: null, rules: [], controls: [], canBeExcepted: false }
  ])
  expect([verdict, counts.fixed, counts.total]).toEqual(['pass', 1, 0])
})
