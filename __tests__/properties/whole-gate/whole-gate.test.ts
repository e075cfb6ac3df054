import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Decision } from '../../../src/core/decision/decision.js'
import { VERDICTS } from '../../../src/core/policy/policy.js'
import { triesOf } from '../../thorough.js'
import { FAILED_ONCE } from './failed-once.js'
import { Place } from './judged.js'
import { LAWS, type Law } from './laws.js'
import { world } from './world.js'

/** Numbers by chance that a seed decides (Lehmer's generator), so that a case that fails stays the same. */
function diceOf(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state
  }
}

const place = new Place()
afterAll(() => place.remove())

const rank = ({ verdict }: Decision): number => VERDICTS.indexOf(verdict)

/** What must not become milder: a verdict, a block, or evidence that was not complete. */
function expectHeld(law: Law, before: Decision, after: Decision): void {
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

test('more to fear, or less to go by, makes nothing milder; another order or spelling changes nothing', async () => {
  const tried = new Map(LAWS.map(({ name }) => [name, 0]))
  const worlds = triesOf(800)
  await fc.assert(
    fc.asyncProperty(world, fc.noShrink(fc.nat(2 ** 31)), async (given, seed) => {
      const before = await place.judge(given)
      if (before === null) return
      for (const law of LAWS) {
        const changed = law.change(given, diceOf(seed))
        if (changed === null) continue
        const after = await place.judge(changed)
        if (after === null) continue
        tried.set(law.name, (tried.get(law.name) ?? 0) + 1)
        expectHeld(law, before, after)
      }
    }),
    { numRuns: worlds, examples: FAILED_ONCE }
  )
  for (const [name, times] of tried) expect([name, times > worlds / 20]).toEqual([name, true])
})
