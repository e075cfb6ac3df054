import { expect } from '@jest/globals'
import type { Decision } from '../../../src/core/decision/decision.js'
import { VERDICTS } from '../../../src/core/policy/policy.js'
import type { Law } from './laws.js'

/** Numbers by chance that a seed decides (Lehmer's generator), so that a case that fails stays the same. */
export function diceOf(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state
  }
}

const rank = ({ verdict }: Decision): number => VERDICTS.indexOf(verdict)

/** What must not become milder: a verdict, a block, or evidence that was not complete. */
export function expectHeld(law: Law, before: Decision, after: Decision): void {
  try {
    expectRelation(law, before, after)
  } catch (error) {
    throw new Error(law.name, { cause: error })
  }
}

function expectRelation(law: Law, before: Decision, after: Decision): void {
  if (law.relation === 'same') expect(verdictsOf(after)).toEqual(verdictsOf(before))
  if (law.relation === 'no milder') expect(rank(after)).toBeGreaterThanOrEqual(rank(before))
  if (law.relation === 'no block less' && before.verdict === 'block') expect(after.verdict).toBe('block')
  if (before.completeness === 'incomplete' && law.relation !== 'same') expect(after.completeness).toBe('incomplete')
}

const verdictsOf = ({ verdict, completeness, counts, outcomes }: Decision) => ({
  verdict,
  completeness,
  counts,
  outcomes: outcomes.map(({ id, verdict, state, tier, reason, finding }) => [
    id,
    verdict,
    state,
    finding.severity,
    tier,
    reason
  ])
})
