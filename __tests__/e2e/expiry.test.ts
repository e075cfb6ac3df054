import { describe, expect, test } from '@jest/globals'
import { ORG_TOKEN, pull, READ_TOKEN, sha } from '../fake-github/state.js'
import {
  type ApprovalWorld,
  approve,
  BOB,
  CAROL,
  checkOf,
  findingOf,
  inDays,
  onSchedule,
  POLICY,
  worldInProcess
} from './approval-world.js'
import type { Step } from './step.js'

const NONE = 'version: 1\nexceptions: []\n'
const HOUR = 3_600_000
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString()

/** The scheduled run, so many hours from now. */
const later = (world: ApprovalWorld, hours: number, more: Partial<Step> = {}) =>
  onSchedule(world, NONE, {
    ...more,
    env: { STEP_STARTS_AT: inHours(hours), ...more.env },
    inputs: { sarif: 'results', 'org-token': ORG_TOKEN, ...more.inputs }
  })

const breakGlass = (id: string): string =>
  `/gate break-glass ${id} sha=${sha('head')} ticket=INC-7 reason="Payments are down and this is the fix"`

/** A pull request that is green by these words of two approvers. */
async function greenWorld(words: (id: string) => string, policy = POLICY): Promise<ApprovalWorld> {
  const world = await worldInProcess(policy)
  const id = findingOf(await world.scan())
  for (const person of [BOB, CAROL]) world.write(person, words(id))
  expect((await world.answer()).outputs.verdict).toBe('pass')
  expect(checkOf(world)?.conclusion).toBe('success')
  // The own run was started again, and has come to its end.
  for (const run of world.repository.runs) Object.assign(run, { status: 'completed', conclusion: 'success' })
  world.written()
  return world
}

describe('on a schedule an open pull request is decided again', () => {
  test.each([
    ['break-glass, a day later', breakGlass, 25, 'failure'],
    ['break-glass, an hour before its end', breakGlass, 22, 'success'],
    ['an approval, the day after its last', (id: string) => approve(id, { expires: inDays(3) }), 4 * 24 + 1, 'failure'],
    ['an approval, the day before its last', (id: string) => approve(id, { expires: inDays(3) }), 2 * 24, 'success']
  ] as const)('%s', async (_, words, hours, conclusion) => {
    const world = await greenWorld(words)
    const result = await later(world, hours)
    // The branch has an answer of its own, and the exit code, the outputs and the summary are that one's.
    expect(result).toMatchObject({ exitCode: 1, decision: { change: { event: 'schedule', pullRequest: null } } })
    expect(checkOf(world)?.conclusion).toBe(conclusion)
    // A required job follows.
    expect(world.written().includes('POST /actions/runs/501/rerun')).toBe(conclusion === 'failure')
  })

  test('a rule that begins to enforce', async () => {
    const from = inDays(2)
    const rollout = POLICY.replace('verdict: block', `verdict: block, mode: monitor, enforce-from: ${from}`)
    const world = await worldInProcess(rollout)
    expect((await world.scan()).outputs.verdict).toBe('pass')
    await later(world, 24, { env: {} })
    expect(checkOf(world)?.conclusion).toBe('success')
    await later(world, 73)
    expect(checkOf(world)?.conclusion).toBe('failure')
  })

  test('a policy that is stricter by now, which is read at the base and not from the workspace', async () => {
    const loose = POLICY.replace('min-severity: high', 'min-severity: critical')
    const world = await worldInProcess(loose)
    await world.scan()
    await later(world, 1)
    expect(checkOf(world)?.conclusion).toBe('success')
    world.rule('stricter', POLICY, 1)
    await later(world, 2)
    expect(checkOf(world)?.conclusion).toBe('failure')
  })

  test('by its own scans: what lies in the workspace is about the branch', async () => {
    const world = await worldInProcess(POLICY.replace('min-severity: high', 'min-severity: critical'))
    await world.scan(['src/a.ts'])
    world.rule('stricter', POLICY, 1)
    await later(world, 1, {
      workspace: { 'results/out.sarif': '{"version":"2.1.0","runs":[]}', '.github/policy-gate.yml': POLICY }
    })
    expect(checkOf(world)?.output.text).toContain('src/a.ts')
    expect(checkOf(world)?.conclusion).toBe('failure')
  })
})

describe('what costs nothing, and what cannot be done', () => {
  test('an answer that rests on nothing that ends is looked at once, and left', async () => {
    const world = await worldInProcess(POLICY.replace('min-severity: high', 'min-severity: critical'))
    await world.scan()
    const before = world.fake.calls.length
    world.written()
    await later(world, 24 * 30)
    const asked = world.fake.calls.slice(before).map(({ path }) => path)
    expect(asked.filter(path => path.includes('/artifacts'))).toEqual([])
    expect(world.written().filter(call => call.endsWith(`/check-runs/${checkOf(world)?.id}`))).toEqual([])
    expect(checkOf(world)?.conclusion).toBe('success')
  })

  test('a red check is left alone, and so is a closed pull request', async () => {
    const world = await worldInProcess()
    await world.scan()
    world.written()
    await later(world, 25)
    expect(world.written().filter(call => call.includes('rerun'))).toEqual([])
    const closed = await greenWorld(breakGlass)
    Object.assign(closed.repository.pulls[0] ?? {}, { state: 'closed' })
    await later(closed, 25)
    expect(checkOf(closed)?.conclusion).toBe('success')
  })

  test('an answer that has ended is no pass where the scans are gone; the next run tries again', async () => {
    const world = await greenWorld(breakGlass)
    for (const artifact of world.repository.artifacts) artifact.expired = true
    const result = await later(world, 25)
    expect(result.log).toMatch(/#42 is not decided again: There is no SARIF/)
    expect(checkOf(world)).toMatchObject({
      conclusion: 'failure',
      output: { title: 'Has ended, and could not be decided again' }
    })
    for (const artifact of world.repository.artifacts) artifact.expired = false
    await later(world, 26)
    expect(checkOf(world)?.output.title).toMatch(/1 finding/)
  })

  test('an own run that waits for ever does not keep green what has ended', async () => {
    const world = await greenWorld(breakGlass)
    for (const run of world.repository.runs) Object.assign(run, { status: 'queued', conclusion: null })
    await later(world, 20)
    expect(checkOf(world)?.conclusion).toBe('success')
    await later(world, 25)
    expect(checkOf(world)?.conclusion).toBe('failure')
  })

  test('one that has not ended stays where the scans are gone, and that is told', async () => {
    const world = await greenWorld(breakGlass)
    for (const artifact of world.repository.artifacts) artifact.expired = true
    const result = await later(world, 20)
    expect(result.log).toMatch(/Not decided again: #42\./)
    expect(checkOf(world)?.conclusion).toBe('success')
  })

  test('more than one run may ask about: those that have ended come first, and the rest are named', async () => {
    const world = await greenWorld(breakGlass)
    const [first] = world.repository.pulls
    const check = checkOf(world)
    for (let number = 100; number < 125; number += 1) {
      const head = `head ${number}`
      world.repository.commits.push({ ...world.repository.commits[1], sha: sha(head), message: head } as never)
      world.repository.pulls.unshift(
        pull({ ...first, number, headRef: head, headSha: sha(head), commits: [sha(head)] })
      )
      // The answer of an earlier version, of which nobody knows whether it ends.
      world.repository.checks.push({
        ...check,
        id: 90_000 + number,
        headSha: sha(head),
        output: { title: 'Old', summary: 'Old', text: null }
      } as never)
    }
    const result = await later(world, 25, { inputs: { comment: 'never' } })
    expect(checkOf(world)?.conclusion).toBe('failure')
    expect(result.log).toMatch(/Not decided again: #100, #101,.* and 15 more\. /)
    expect(result.decision.notices).toContainEqual({
      level: 'warning',
      code: 'not-decided-again',
      message: expect.stringMatching(/^Not decided again: #100, #101,.* and 15 more\. /)
    })
  })

  test('a token that may not list pull requests: told, and the branch is judged all the same', async () => {
    const world = await greenWorld(breakGlass)
    world.fake.fault({ path: /\/pulls\?/, status: 403, times: Number.POSITIVE_INFINITY })
    const result = await later(world, 25)
    expect(result.log).toMatch(/No open pull request could be looked at again/)
    expect(result.decision.notices).toContainEqual(
      expect.objectContaining({ level: 'info', code: 'not-decided-again' })
    )
    expect(result.exitCode).toBe(1)
  })

  test('what ends has ended, also where the branch itself cannot be decided', async () => {
    const world = await greenWorld(breakGlass)
    const result = await later(world, 25, { workspace: { '.github/policy-gate.yml': 'version: 9' } })
    expect(result).toMatchObject({ exitCode: 2, outputs: {} })
    expect(checkOf(world)?.conclusion).toBe('failure')
  })

  test('a token that may only read changes nothing', async () => {
    const world = await greenWorld(breakGlass)
    const result = await later(world, 25, { inputs: { 'github-token': READ_TOKEN } })
    expect(result.exitCode).toBe(1)
    expect(result.log).toMatch(/#42: The check run could not be posted/)
    expect(checkOf(world)?.conclusion).toBe('success')
  })
})
