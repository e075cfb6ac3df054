import { describe, expect, test } from '@jest/globals'
import type { Outcome } from '../../../../src/core/decision/decision.js'
import { nextStep, remedyOf } from '../../../../src/core/decision/next-step.js'
import {
  daysLeft,
  expiryWords,
  requestCommand,
  scanStep,
  shortDay
} from '../../../../src/core/reports/ground/wording.js'
import { aFinding, anOutcome, aScan } from '../../../builders.js'

const now = '2026-11-23T15:00:00Z'

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
    expect(remedyOf(outcome({ canBeExcepted: true }), null)).toBe('Upgrade a to 2, or request an exception')
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
  expect(scanStep(aScan({ id: 'feed:kev', state: 'missing' }))).toBe(
    'Hand over the current file of the feed, which `feeds` fetches'
  )
  expect(scanStep(aScan({ state: 'missing' }))).toBe('Run the scan before the gate and hand over its SARIF file')
  expect(scanStep(aScan({ id: 'feed:kev' }))).toBeNull()
})

test.each([
  ['2026-12-05', '5 Dec'],
  ['2026-12-05T23:59:59Z', '5 Dec'],
  ['2027-01-31', '31 Jan 2027'],
  ['soon', 'soon']
])('the day %s in short', (instant, words) => expect(shortDay(instant, now)).toBe(words))
