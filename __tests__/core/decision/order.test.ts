import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Outcome } from '../../../src/core/decision/decision.js'
import { compareText, sortOutcomes } from '../../../src/core/decision/order.js'
import { SEVERITIES, severityRank } from '../../../src/core/finding.js'
import { VERDICTS } from '../../../src/core/policy/policy.js'
import { aFinding, anOutcome } from '../../builders.js'

/** The order of the contract, one criterion after the other. */
function inOrder(a: Outcome, b: Outcome): number {
  const rank = ({ finding }: Outcome) => severityRank(finding.severity === 'unknown' ? 'high' : finding.severity)
  const line = ({ finding }: Outcome) => finding.location?.startLine ?? 0
  return (
    Number(a.state === 'fixed') - Number(b.state === 'fixed') ||
    VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict) ||
    a.tier - b.tier ||
    rank(b) - rank(a) ||
    Number(a.finding.location === null) - Number(b.finding.location === null) ||
    compareText(a.finding.location?.path ?? '', b.finding.location?.path ?? '') ||
    line(a) - line(b) ||
    compareText(a.finding.ruleId, b.finding.ruleId) ||
    compareText(a.id, b.id)
  )
}

const path = fc.constantFrom(null, 'a.ts', 'a/b.ts', 'a-b.ts', 'B.ts', '\u{1f600}.ts', '\uffee.ts')
const outcome = fc
  .record({
    path,
    line: fc.constantFrom(null, 1, 2, 10, 2 ** 40),
    severity: fc.constantFrom(...SEVERITIES),
    verdict: fc.constantFrom(...VERDICTS),
    tier: fc.constantFrom(0, 1, 2),
    state: fc.constantFrom('introduced', 'fixed'),
    ruleId: fc.constantFrom('R1', 'R10', 'R2'),
    id: fc.constantFrom('F-1', 'F-2', 'F-3')
  })
  .map(({ path, line, severity, ruleId, ...rest }) => {
    const place = { startLine: line, startColumn: null, endLine: line, endColumn: null }
    const location = path === null ? null : { path, ...place }
    return anOutcome({ ...(rest as Partial<Outcome>), finding: aFinding({ location, severity, ruleId }) })
  })

test('outcomes are in the order of the contract, those that it does not tell apart as they came', () => {
  fc.assert(
    fc.property(fc.array(outcome, { maxLength: 40 }), outcomes => {
      const sorted = sortOutcomes(outcomes, 'high')
      const expected = outcomes.toSorted(inOrder)
      expect(sorted.map(each => outcomes.indexOf(each))).toEqual(expected.map(each => outcomes.indexOf(each)))
    }),
    { numRuns: 500, seed: 11 }
  )
})
