import { expect, test } from '@jest/globals'
import type { FaultKind } from '../fake-github/faults.js'
import { aWorld, BLOCKS, closeAfterEach, expectCleanEnd, pay, runGate } from './fault-world.js'

closeAfterEach()

/** Each is a whole process, so there are few; the law itself has more seeds in properties/faults. */
const SEEDS = Math.min(40, Number(process.env.POLICY_GATE_SEEDS ?? '8'))
const RATE = 0.2

const KINDS: readonly FaultKind[] = [
  { status: 500 },
  { status: 502, effect: true },
  { status: 403 },
  { status: 429, headers: { 'retry-after': '2' } },
  { status: 404 },
  { hang: true },
  { drip: true },
  { truncate: true },
  { html: true },
  { reset: 'before' },
  { reset: 'after' }
]

/** A linear congruential generator: the same seed, the same faults. */
function dice(seed: number): () => number {
  let state = seed * 7919 + 17
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}

test.each(Array.from({ length: SEEDS }, (_, seed) => seed))(
  'a fifth of the calls fails, seed %i: what is blocked without faults never passes, and the step ends',
  async seed => {
    const fake = await aWorld()
    const roll = dice(seed)
    // Each fault meets one call, after that many others that met none.
    let others = 0
    for (let call = 0; call < 120; call += 1) {
      if (roll() >= RATE) {
        others += 1
        continue
      }
      fake.fault({ path: /./, after: others, ...(KINDS[Math.floor(roll() * KINDS.length)] as FaultKind) })
    }
    const result = await runGate(fake, BLOCKS)
    expectCleanEnd(result)
    expect([1, 2]).toContain(result.exitCode)
    expect(result.stderr).toBe('')
    expect(pay(fake).checks.filter(({ conclusion }) => conclusion === 'success' || conclusion === 'neutral')).toEqual(
      []
    )
    expect(pay(fake).comments.length).toBeLessThanOrEqual(1)
  }
)
