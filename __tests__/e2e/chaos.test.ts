import { describe, expect, test } from '@jest/globals'
import type { FaultKind } from '../fake-github/faults.js'
import type { FakeGitHub } from '../fake-github/server.js'
import { seedsOf } from '../thorough.js'
import { aWorld, BLOCKS, closeAfterEach, expectCleanEnd, gateInProcess, pay, runGate } from './fault-world.js'
import type { StepResult } from './step.js'

closeAfterEach()

/** Few are whole processes; the law itself has more seeds in properties/faults. */
const SEEDS = seedsOf(8, 40)
const PROCESSES = SEEDS.slice(0, 8)
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

/** A world in which a fifth of the calls fails. */
async function faulty(seed: number): Promise<FakeGitHub> {
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
  return fake
}

function expectNoPass(fake: FakeGitHub, result: StepResult): void {
  expectCleanEnd(result)
  expect([1, 2]).toContain(result.exitCode)
  expect(pay(fake).checks.filter(({ conclusion }) => conclusion === 'success' || conclusion === 'neutral')).toEqual([])
  expect(pay(fake).comments.length).toBeLessThanOrEqual(1)
}

describe('a fifth of the calls fails: what is blocked without faults never passes', () => {
  test.each(SEEDS)('seed %i', async seed => {
    const fake = await faulty(seed)
    expectNoPass(fake, await gateInProcess(fake, BLOCKS))
  })

  test.each(PROCESSES)('seed %i: and the process ends', async seed => {
    const fake = await faulty(seed)
    const result = await runGate(fake, BLOCKS)
    expectNoPass(fake, result)
    expect(result.stderr).toBe('')
  })
})
