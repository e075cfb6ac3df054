import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fitLargest, selectWorst } from '../../../../src/core/reports/ground/selection.js'
import { anOutcome } from '../../../builders.js'

const outcomes = (rules: readonly string[]) => rules.map(ruleId => anOutcome({}, { ruleId }))
const ids = (rules: readonly string[], limit: number): readonly string[] =>
  selectWorst(outcomes(rules), limit).shown.map(({ finding }) => finding.ruleId)

describe('the worst that fit', () => {
  test('all of them, where they fit', () => expect(ids(['a', 'a', 'b'], 3)).toEqual(['a', 'a', 'b']))
  test('five of a rule before the next rule’s first is left out, then the next worst', () => {
    expect(ids([...Array<string>(20).fill('a'), 'b', 'c'], 8)).toEqual(['a', 'a', 'a', 'a', 'a', 'a', 'b', 'c'])
  })
  test('shown and rest are all, in order, and never more than the limit', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 }), fc.nat(40), (rules, limit) => {
        const all = outcomes(rules)
        const { shown, rest } = selectWorst(all, limit)
        expect(shown.length + rest).toBe(all.length)
        expect(shown.length).toBe(Math.min(all.length, limit))
        expect(shown).toEqual(all.filter(outcome => shown.includes(outcome)))
      })
    )
  })
})

describe('the largest rendering that fits', () => {
  test('fits, and leaves no room for another twentieth', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 5_000 }), (pieces, limit) => {
        const size = (budget: number): number => pieces.slice(0, budget).reduce((sum, piece) => sum + piece, 0)
        const found = fitLargest(pieces.length, limit, budget => budget, size)
        expect(size(found)).toBeLessThanOrEqual(limit)
        if (found < pieces.length && size(found) < 0.95 * limit) expect(size(found + 1)).toBeGreaterThan(limit)
      })
    )
  })
})
