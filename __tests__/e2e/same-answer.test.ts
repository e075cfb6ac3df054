import { describe, expect, test } from '@jest/globals'
import { commit } from '../fake-github/state.js'
import {
  aWorld,
  BLOCKS,
  closeAfterEach,
  expectCleanEnd,
  finding,
  gateInProcess,
  POLICY_PATH,
  pay,
  quickTime,
  runGate,
  sarif
} from './fault-world.js'
import { aResult } from './workspace.js'

closeAfterEach()

const EXCEPTIONS = '.github/policy-exceptions.yml'
const POLICY = `version: 1
assets:
  - { name: pay, paths: ["pay/**"], tier: 0 }
  - { name: rest, paths: ["**"], tier: 2 }
rules:
  - { id: errors, when: { min-severity: high }, verdict: block }
  - { id: critical-parts, when: { tier: 0, min-severity: medium }, verdict: block }
  - { id: warnings, when: { min-severity: medium }, verdict: warn }
exceptions:
  file: ${EXCEPTIONS}
  approvers: { users: [sec-bob] }
  max-duration: { tier-2: { high: 60d } }
`
const accepted = (expires: string, approvedAt: string) => `version: 1
exceptions:
  - id: EXC-1
    type: risk-accept
    match: { tool: CodeQL, rule-id: js/x, path: src/a.ts }
    reason: The endpoint is disabled and removed in the next release
    owner: "@alice"
    approved-by: ["@sec-bob"]
    approved-at: ${approvedAt}
    expires: ${expires}
`

/** A world whose base holds the policy and this exceptions file. */
const worldWith = (exceptions: string) =>
  aWorld({ commits: [commit('base', { files: { [POLICY_PATH]: POLICY, [EXCEPTIONS]: exceptions } }), commit('head')] })

describe('the moment at which an exception ends (33)', () => {
  test.each([
    ['with the year, far west', '2026-12-31', '2026-12-01', '2027-01-01T00:00:00.000Z', 'America/Los_Angeles'],
    ['on 29 February, far east', '2028-02-29', '2028-02-01', '2028-03-01T00:00:00.000Z', 'Pacific/Auckland'],
    ['on the day when clocks change', '2027-03-28', '2027-03-01', '2027-03-29T00:00:00.000Z', 'Europe/Berlin']
  ])('%s: it holds a millisecond before the end of the day UTC and no longer', async (_, expires, from, end, TZ) => {
    const codes: (number | null)[] = []
    for (const offset of [-1, 0, 1]) {
      const fake = await worldWith(accepted(expires, from))
      const startsAt = new Date(Date.parse(end) + offset).toISOString()
      const result = await runGate(fake, BLOCKS, { env: { ...quickTime(startsAt), TZ } })
      expectCleanEnd(result)
      expect(result.decision.exceptions).toMatchObject([{ id: 'EXC-1', status: offset < 0 ? 'expiring' : 'expired' }])
      codes.push(result.exitCode)
    }
    expect(codes).toEqual([0, 1, 1])
  })
})

test('order of files, time zone, language and place change no byte of decision and comment (34)', async () => {
  const second = sarif(finding('warning', 7, 'pay/b.ts'), aResult('js/ä', 'src/Ä.ts', 2, { level: 'error' }))
  const worlds = [
    ['results/a.sarif\nresults/b.sarif', { TZ: 'UTC', LANG: 'C' }],
    ['results/b.sarif\nresults/a.sarif', { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ['results/*.sarif', { TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8' }]
  ] as const
  const answers: unknown[] = []
  for (const [inputs, env] of worlds) {
    const fake = await aWorld({}, POLICY)
    const result = await runGate(fake, '', {
      workspace: { 'results/a.sarif': BLOCKS, 'results/b.sarif': second },
      inputs: { sarif: inputs },
      env: { ...quickTime('2026-11-23T12:00:00.000Z'), ...env }
    })
    expectCleanEnd(result)
    answers.push([result.exitCode, result.files['policy-gate-report/decision.json'], pay(fake).comments[0]?.body])
  }
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
})

test('shuffled results give the same outcomes and the same comment (34)', async () => {
  const results = [
    finding('error', 3),
    finding('warning', 7, 'pay/b.ts'),
    finding('error', 9, 'src/z.ts'),
    finding('note', 2)
  ]
  const answers: unknown[] = []
  for (const order of [results, results.toReversed()]) {
    const fake = await aWorld({}, POLICY)
    const result = await gateInProcess(fake, sarif(...order), { env: quickTime('2026-11-23T12:00:00.000Z') })
    answers.push([result.exitCode, result.decision.outcomes, pay(fake).comments[0]?.body])
  }
  expect(answers[1]).toEqual(answers[0])
})

describe('what makes a change worse never makes the verdict milder (36)', () => {
  const RANK: Readonly<Record<string, number>> = { pass: 0, warn: 1, block: 2 }
  const WARNS = [finding('warning')]
  test.each([
    ['a finding more', sarif(...WARNS, finding('error', 5))],
    ['a harmless finding more', sarif(...WARNS, finding('note', 5))],
    ['a higher severity', sarif(finding('error'))],
    ['a more critical place', sarif(finding('warning', 1, 'pay/a.ts'))]
  ])('%s', async (_, worse) => {
    const fake = await aWorld({}, POLICY)
    const before = await gateInProcess(fake, sarif(...WARNS))
    const after = await gateInProcess(fake, worse)
    expect(before.outputs.verdict).toBe('warn')
    const [was = 0, is = 0] = [before, after].map(({ outputs }) => RANK[outputs.verdict ?? ''])
    expect(is).toBeGreaterThanOrEqual(was)
    expect(after.exitCode).toBeGreaterThanOrEqual(before.exitCode ?? 0)
  })
})

test('an exception that is about something else changes nothing of the verdict, in whatever order (37)', async () => {
  const [head, entry] = accepted('2026-11-30', '2026-11-01').split('exceptions:\n')
  const others = ['src/other.ts', 'web/x.ts'].map((path, index) =>
    (entry ?? '').replace('src/a.ts', path).replace('EXC-1', `EXC-${index}`)
  )
  const answers: unknown[] = []
  for (const entries of [others.slice(0, 1), others, others.toReversed()]) {
    const fake = await worldWith(`${head}exceptions:\n${entries.join('')}`)
    const result = await gateInProcess(fake, sarif(finding()), { env: quickTime('2026-11-23T12:00:00.000Z') })
    answers.push([result.exitCode, result.outputs.verdict, result.decision.outcomes])
  }
  expect(answers[0]).toMatchObject([1, 'block', [{ verdict: 'block' }]])
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
})
