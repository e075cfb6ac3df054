import { beforeAll, describe, expect, test } from '@jest/globals'
import { issueCommentEvent } from '../fake-github/events.js'
import { type ApprovalWorld, approvalWorld, MALLORY, reactionsTo, worldInProcess } from './approval-world.js'
import { isWrite, quickTime } from './fault-world.js'
import type { StepResult } from './step.js'
import {
  atOnce,
  type Findings,
  type Happening,
  happens,
  inGroup,
  instant,
  mostInAMinute,
  PATHS,
  pointsOf,
  scanned,
  seen,
  startsJob,
  stormOf
} from './storm.js'

let findings: Findings
beforeAll(async () => {
  const { decision } = await (await worldInProcess()).scan(PATHS)
  const idIn = (path: string): string =>
    decision.outcomes.find(({ finding }: { finding: { location: { path: string } } }) => finding.location.path === path)
      .finding.id
  findings = PATHS.map(idIn) as unknown as Findings
})

/** What there is to see of a world after its last run, and what that run made of the commands. */
const left = (world: ApprovalWorld, { exitCode, outputs, decision }: StepResult) => ({
  ...seen(world),
  exitCode,
  excepted: outputs.excepted,
  exceptions: decision.exceptions,
  notices: decision.notices
})

/** The same without haste: all has been said, and one run answers. */
async function calmly(storm: readonly Happening[]) {
  const world = await scanned()
  storm.forEach(happens(world))
  return left(world, await world.answer('/gate', { env: quickTime(instant(200)) }))
}

/** Nothing is lost and nothing counts twice: one rejection, one pass by two people, and no approval of the third. */
const expected = () => ({
  exitCode: 1,
  excepted: '1',
  checks: [expect.stringContaining('failure')],
  stickies: [expect.stringContaining('Blocked')],
  labels: ['exception: approved', 'exception: requested'],
  exceptions: [
    { finding: findings[0], status: 'rejected' },
    { finding: findings[1], status: 'active', problem: null },
    { finding: findings[2], status: 'requested', problem: '0 of 1 approvals' }
  ]
})

const isPassed = ({ decision }: StepResult, finding: string): boolean =>
  decision.exceptions.some(
    (each: { finding: string; status: string }) => each.finding === finding && /active|expiring/.test(each.status)
  )

describe('200 events of comments in a minute (40)', () => {
  test('in a concurrency group: it ends as without haste, and within the limits', async () => {
    const storm = stormOf(findings)
    const world = await scanned()
    const before = world.fake.calls.length
    const results = await inGroup(world, storm)
    expect(results.length).toBeLessThan(storm.filter(startsJob).length)
    const calm = await calmly(storm)
    expect(calm).toMatchObject(expected())
    expect(left(world, results.at(-1) as StepResult)).toEqual(calm)

    const calls = world.fake.calls.slice(before)
    const writes = calls.filter(isWrite)
    expect(mostInAMinute(writes, () => 1)).toBeLessThan(80)
    expect(mostInAMinute(calls, pointsOf)).toBeLessThanOrEqual(900)
    expect(writes.length).toBeLessThan(500)
    // The second approver speaks after 36 seconds: until then one counts, however often.
    const early = results.filter(({ ended }) => ended < 36)
    expect(early.length).toBeGreaterThan(0)
    expect(early.map(result => isPassed(result, findings[1]))).toEqual(early.map(() => false))
    // Whichever run has read a command answers it.
    const approvals = world.repository.comments.filter(({ body }) => body?.startsWith(`/gate approve ${findings[1]}`))
    expect(approvals.map(({ id }) => reactionsTo(world, id))).toEqual([
      ['eyes'],
      ['eyes'],
      ['eyes', 'rocket'],
      ['eyes', 'rocket']
    ])
  })

  test('without a group, four processes at once: it ends as without haste', async () => {
    const storm = stormOf(findings)
    const world = await scanned(approvalWorld)
    world.written()
    const results = await atOnce(world, storm, 4)
    expect(results.length).toBe(storm.filter(startsJob).length)
    const calm = await calmly(storm)
    expect(calm).toMatchObject(expected())
    expect(left(world, results.at(-1) as StepResult)).toEqual(calm)
    // Two reactions for each command, and little else: a run that finds its answer there does not give it again.
    expect(world.written().length).toBeLessThan(6 * results.length)
  })
})

describe('a comment that is no command (40)', () => {
  const created = (body: string | null) => issueCommentEvent(body)
  const other = (action: string) => {
    const event = issueCommentEvent('/gate approve it')
    return { ...event, payload: { ...event.payload, action } }
  }

  test('costs no call, whatever was done with it', async () => {
    const world = await scanned()
    const before = world.fake.calls.length
    const storm = stormOf(findings)
    const bodies = new Set(
      storm.filter(happening => !startsJob(happening)).map(({ body, of }) => (of === null ? body : null))
    )
    for (const event of [...[...bodies].map(created), other('edited'), other('deleted')])
      expect(await world.answer('', { event })).toMatchObject({ exitCode: 0, outputs: {} })
    expect(world.fake.calls.slice(before)).toEqual([])
  })

  test.each(['/GATE is loud', '/Gate'])('%s, which a workflow takes for one: a few reads, no write', async body => {
    const world = await scanned()
    const env = quickTime(instant(200))
    await world.answer('/gate', { env })
    const before = world.fake.calls.length
    world.write(MALLORY, body)
    const result = await world.answer(body, { env })
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', blocking: '3' } })
    const calls = world.fake.calls.slice(before)
    expect(calls.filter(isWrite)).toEqual([])
    expect(calls.length).toBeLessThan(60)
  })
})
