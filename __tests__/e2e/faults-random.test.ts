import { afterEach, expect, test } from '@jest/globals'
import { pullRequestEvent } from '../fake-github/events.js'
import type { Fault } from '../fake-github/faults.js'
import { type FakeGitHub, startFakeGitHub } from '../fake-github/server.js'
import { commit, type FakeRepository, fakeState, repository } from '../fake-github/state.js'
import { runStep } from './step.js'
import { aLog, aResult, aSarifRun } from './workspace.js'

const POLICY =
  'version: 1\nrules: [{ id: no-errors, when: { min-severity: high, state: [introduced, unknown] }, verdict: block }]\n'
const SARIF = JSON.stringify(aLog(aSarifRun('CodeQL', [aResult('js/x', 'src/a.ts', 1, { level: 'error' })])))

/** Whole processes are slow: CI's number of seeds is for the tests within one. */
const SEEDS = Math.min(20, Number(process.env.POLICY_GATE_SEEDS ?? '6'))

/** Ways to fail that need no long wait; the others are tried one by one. */
const KINDS: readonly Fault[] = [
  { path: /./, status: 401 },
  { path: /./, status: 403 },
  { path: /./, status: 404 },
  { path: /./, status: 410 },
  { path: /./, status: 422 },
  { path: /./, html: true },
  { path: /./, truncate: true },
  { path: /./, reset: 'before' },
  { path: /./, reset: 'after' }
]

/** xorshift: the same seed, the same faults. */
function dice(seed: number): () => number {
  let state = seed * 2654435761 + 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

const running: FakeGitHub[] = []
afterEach(async () => {
  const violations = running.flatMap(fake => fake.violations)
  await Promise.all(running.splice(0).map(fake => fake.close()))
  expect(violations).toEqual([])
})

/** One call in five meets a fault; a call that is sent again may meet another. */
async function flaky(seed: number): Promise<FakeGitHub> {
  const base = commit('base', { files: { 'src/a.ts': 'a\n', '.github/policy-gate.yml': POLICY } })
  const state = fakeState({ repositories: [repository({ commits: [base, commit('head')] })] })
  const fake = await startFakeGitHub(state)
  running.push(fake)
  const roll = dice(seed)
  for (let call = 0; call < 60; call += 1) {
    if (roll() >= 0.2) continue
    const kind = KINDS[Math.floor(roll() * KINDS.length)] ?? KINDS[0]
    if (kind !== undefined) fake.fault({ ...kind, after: call })
  }
  return fake
}

test.each(Array.from({ length: SEEDS }, (_, seed) => [seed]))(
  'seed %i: a change that is blocked without faults never passes, and the run ends in order',
  async seed => {
    const fake = await flaky(seed)
    const result = await runStep({
      fake,
      event: pullRequestEvent('opened'),
      inputs: { sarif: 'out.sarif' },
      workspace: { 'out.sarif': SARIF, 'src/a.ts': 'b\n' }
    })
    expect([1, 2]).toContain(result.exitCode)
    expect(result.outputs.verdict ?? 'block').toBe('block')
    expect(result.log).not.toMatch(/unhandled|internal error/i)
    expect(result.summary).toMatch(/blocked|could not decide/i)
    const { checks } = fake.state.repositories[0] as FakeRepository
    expect(checks.every(({ conclusion }) => conclusion !== 'success' && conclusion !== 'neutral')).toBe(true)
  },
  120_000
)
