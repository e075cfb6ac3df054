import { describe, expect, test } from '@jest/globals'
import type { Outcome } from '../../../../src/core/decision/decision.js'
import { nextStep, remedyOf } from '../../../../src/core/decision/next-step.js'
import {
  changeSentence,
  daysLeft,
  expiryWords,
  headline,
  requestCommand,
  scanStep
} from '../../../../src/core/reports/ground/wording.js'
import { aDecision, aFinding, anOutcome, aScan } from '../../../builders.js'
import { BLIND, BLOCKED, CLEAN, WARNED } from '../sample-decisions.js'

const now = '2026-11-23T15:00:00Z'

describe('the headline', () => {
  test.each([
    [BLOCKED, 'Blocked: 3 findings must be fixed or excepted; evidence incomplete (1 of 4 scans)'],
    [WARNED, 'Passed with warnings: 2 findings to look at; evidence complete'],
    [CLEAN, 'Passed: no findings; evidence complete'],
    [BLIND, 'Blocked: 1 scan must be repaired; evidence incomplete (1 of 1 scan)'],
    [
      aDecision({ outcomes: [anOutcome({ verdict: 'pass' })] }),
      'Passed: none of 1 finding stands in the way; evidence complete'
    ],
    [
      aDecision({ outcomes: [], scans: [aScan({ state: 'stale', verdict: 'warn' })] }),
      'Passed with warnings: 1 scan to look at; evidence incomplete (1 of 1 scan)'
    ],
    [aDecision({ outcomes: [], completeness: 'incomplete' }), 'Passed: no findings; evidence incomplete'],
    [aDecision({ outcomes: [], verdict: 'block' }), 'Blocked; evidence complete']
  ])('%#: %s', (decision, words) => expect(headline(decision)).toBe(words))
})

test('the change in one sentence', () => {
  expect(changeSentence(BLOCKED)).toBe(
    'Compared with the base: 1 new, 1 newly disclosed, 1 fixed, 4 there before, 1 of unknown age.'
  )
  expect(changeSentence(CLEAN)).toBeNull()
})

describe('the end of an exception', () => {
  test.each([
    ['2026-11-30', 7, 'expires in 7 days (2026-11-30)'],
    ['2026-11-24', 1, 'expires in 1 day (2026-11-24)'],
    ['2026-11-23', 0, 'expires within a day (2026-11-23)'],
    ['2026-11-22', -1, 'expired 1 day ago (2026-11-22)'],
    ['2026-11-19', -4, 'expired 3 days ago (2026-11-19)'],
    ['2026-11-23T14:59:59Z', -1, 'expired 1 day ago (2026-11-23)'],
    ['2026-11-30T15:00:00Z', 7, 'expires in 7 days (2026-11-30)'],
    ['soon', null, 'expires soon']
  ])('%s', (expires, left, words) => {
    expect(daysLeft(expires, now)).toBe(left)
    expect(expiryWords(expires, now)).toBe(words)
  })
})

describe('the next step', () => {
  const id = `F-${'0'.repeat(32)}`
  const outcome = (overrides: Partial<Outcome>) =>
    anOutcome({
      id,
      finding: aFinding({ package: { purl: null, name: 'a', version: '1', fixedVersion: '2' } }),
      ...overrides
    })
  test('names the command in the decision, and leaves it to where it can be copied in views', () => {
    expect(nextStep(outcome({ canBeExcepted: true }))).toBe(
      `Upgrade a to 2, or request an exception: /gate request ${id} reason="…"`
    )
    expect(remedyOf(outcome({ canBeExcepted: true }))).toBe('Upgrade a to 2, or request an exception')
    expect(nextStep(outcome({ canBeExcepted: false }))).toBe('Upgrade a to 2')
    expect(nextStep(outcome({ verdict: 'pass' }))).toBeNull()
  })
  test('a request is offered only where the decision offers one, and only for an id', () => {
    expect(requestCommand(outcome({ canBeExcepted: true }))).toMatch(`/gate request ${id} reason="`)
    expect(requestCommand(outcome({ canBeExcepted: false }))).toBeNull()
    expect(requestCommand(outcome({ id: 'F-1\n/gate approve', canBeExcepted: true }))).toBeNull()
  })
})

test('a feed is handed over, a scan is run', () => {
  expect(scanStep(aScan({ id: 'feed:kev', state: 'missing' }))).toBe('Hand over the current file of the feed')
  expect(scanStep(aScan({ state: 'missing' }))).toBe('Run the scan before the gate and hand over its SARIF file')
  expect(scanStep(aScan({ id: 'feed:kev' }))).toBeNull()
})
