import { beforeAll, describe, expect, test } from '@jest/globals'
import { sha } from '../fake-github/state.js'
import { type ApprovalWorld, approvalWorld, approve, BOB, CAROL, checkOf, findingOf, sticky } from './approval-world.js'
import type { StepResult } from './step.js'

let finding = ''
beforeAll(async () => {
  finding = findingOf(await (await approvalWorld()).scan())
})

/** What was decided of each finding. Runs differ in where their files lie, and in their clock. */
const judged = ({ decision }: StepResult) =>
  decision.outcomes.map(({ finding: { id }, verdict, reason, exception }: Judged) => [id, verdict, reason, exception])
interface Judged {
  readonly finding: { readonly id: string }
  readonly verdict: string
  readonly reason: string
  readonly exception: object | null
}

const stickies = ({ repository }: ApprovalWorld) =>
  repository.comments.filter(({ body }) => body?.startsWith('<!-- policy-gate'))

describe('A9: what happens while a run is at work', () => {
  test('a rejection after the comments were read is not overwritten by the approval before it', async () => {
    const world = await approvalWorld()
    world.write(BOB, approve(finding))
    world.store()
    // The last thing that is read of the pull request before the decision.
    const reject = () => void world.write(BOB, `/gate reject ${finding} reason="Reachable from the login page"`)
    world.fake.fault({ method: 'GET', path: /pulls\/42\/commits/, change: reject })
    const result = await world.answer()
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
    expect(result.log).toContain('deciding again')
    expect(checkOf(world)).toMatchObject({ conclusion: 'failure' })
    expect(stickies(world)).toHaveLength(1)
  })

  test('an approval that comes while a push is judged counts at once, as it would have after it', async () => {
    const world = await approvalWorld()
    world.write(BOB, `/gate request ${finding} reason="The parser needs a release first"`)
    world.fake.fault({
      method: 'GET',
      path: /pulls\/42\/commits/,
      change: () => void world.write(CAROL, approve(finding))
    })
    const pushed = await world.scan()
    expect(pushed).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', excepted: '1' } })
    const after = await world.answer()
    expect(after).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', excepted: '1' } })
    expect(judged(after)).toEqual(judged(pushed))
    expect(stickies(world)).toHaveLength(1)
  })

  test('commands that cannot be read again approve nothing', async () => {
    const world = await approvalWorld()
    world.write(BOB, approve(finding))
    world.store()
    world.fake.fault({ method: 'GET', path: /issues\/42\/comments/, after: 1, times: 50, status: 403 })
    const result = await world.answer()
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
  })

  test('two runs at once, one for a push and one for a command: the same verdict, and in the end one comment', async () => {
    const world = await approvalWorld()
    world.store()
    for (const run of world.repository.runs) Object.assign(run, { status: 'completed' })
    world.write(BOB, approve(finding))
    const [pushed, answered] = await Promise.all([world.scan(), world.answer()])
    expect([pushed.exitCode, answered.exitCode]).toEqual([0, 0])
    expect(judged(pushed)).toEqual(judged(answered))
    expect((await world.answer()).exitCode).toBe(0)
    expect(stickies(world)).toHaveLength(1)
    expect(sticky(world)).toMatch(/Passed/)
    const checks = world.repository.checks.filter(({ headSha }) => headSha === sha('head'))
    expect(checks.every(({ conclusion }) => conclusion === 'success')).toBe(true)
  })
})
