import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Decision } from '../../../../src/core/decision/decision.js'
import { gitlabChunks } from '../../../../src/core/reports/files/gitlab.js'
import { aDecision, anOutcome } from '../../../builders.js'
import { triesOf } from '../../../thorough.js'
import { decisionFrom, hostileText } from '../hostile-text.js'
import { BLOCKED, CLEAN } from '../sample-decisions.js'

interface Entry {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: string
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } }
}
const entries = (decision: Decision): readonly Entry[] =>
  JSON.parse([...gitlabChunks(decision)].join('')) as readonly Entry[]

test('the whole report of an ordinary pull request', () => expect(entries(BLOCKED)).toMatchSnapshot())

test('no finding is an empty list', () => expect(entries(CLEAN)).toEqual([]))

test('fixed findings are not listed, all others are', () => {
  expect(entries(BLOCKED).map(({ fingerprint }) => fingerprint)).toEqual(
    BLOCKED.outcomes.filter(({ state }) => state !== 'fixed').map(({ id }) => id.slice('F-'.length))
  )
})

describe('severity', () => {
  test.each([
    ['blocks', { verdict: 'block' }, 'low', 'blocker'],
    ['warns', { verdict: 'warn' }, 'critical', 'critical'],
    ['warns', { verdict: 'warn' }, 'high', 'major'],
    ['passes', { verdict: 'pass', reason: 'no-rule' }, 'medium', 'minor'],
    ['passes', { verdict: 'pass', reason: 'no-rule' }, 'unknown', 'minor'],
    ['passes', { verdict: 'pass', reason: 'no-rule' }, 'none', 'info'],
    ['is excepted', { verdict: 'pass', reason: 'excepted' }, 'critical', 'info']
  ] as const)('of a finding that %s: %j %s', (_name, outcome, severity, expected) => {
    expect(entries(aDecision({ outcomes: [anOutcome(outcome, { severity })] }))[0]?.severity).toBe(expected)
  })
})

test('a finding without a place is shown at its source', () => {
  expect(entries(aDecision({ outcomes: [anOutcome({}, { location: null })] }))[0]?.location).toEqual({
    path: 'results/codeql.sarif',
    lines: { begin: 1 }
  })
})

test('is valid whatever the text', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1, maxLength: 7 }), texts => {
      for (const { description, location } of entries(decisionFrom(texts))) {
        expect(description).not.toMatch(/[\p{Cc}\p{Cf}]/u)
        expect(location.lines.begin).toBeGreaterThanOrEqual(1)
      }
    }),
    { numRuns: triesOf(100) }
  )
})
