import { expect, test } from '@jest/globals'
import { sha } from '../fake-github/state.js'
import { type ApprovalWorld, approve, BOB, checkOf, findingOf, POLICY, worldInProcess } from './approval-world.js'
import { replay } from './step.js'

/** The run that scans; the stand-in numbers it so. */
const OWN = 501

/** The pull request's run blocks, its finding is approved, and the run is started again. */
async function startedAgain(): Promise<ApprovalWorld> {
  const world = await worldInProcess()
  const own = await world.scan()
  expect(own.exitCode).toBe(1)
  Object.assign(world.repository.runs[0] ?? {}, { status: 'completed', conclusion: 'failure' })
  world.write(BOB, approve(findingOf(own)))
  expect((await world.answer()).exitCode).toBe(0)
  expect(world.repository.runs).toMatchObject([{ id: OWN, status: 'queued', attempt: 2 }])
  world.written()
  return world
}

test('the run that a command has started again passes with the payload of then, and writes nothing anew', async () => {
  const world = await startedAgain()
  expect(await replay(world.fake, OWN)).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', excepted: '1' } })
  expect(world.repository.runs).toMatchObject([{ status: 'completed', conclusion: 'success', attempt: 2 }])
  expect(checkOf(world)).toMatchObject({ conclusion: 'success' })
  expect(world.written().filter(write => !write.includes('/check-runs/'))).toEqual([])
})

test('its payload names a head that is no longer there: the new one gets no answer by it', async () => {
  const world = await startedAgain()
  world.push('newer', { 'src/b.ts': 'eval(other)\n' })
  await replay(world.fake, OWN)
  expect(checkOf(world, sha('newer'))).toBeUndefined()
})

test('what was revoked in between is not approved for it: the policy of now counts, not that of then', async () => {
  const world = await startedAgain()
  world.rule('stricter', POLICY.replace(/approvers: .*/, 'approvers: { users: [nobody] }'), 0)
  const result = await replay(world.fake, OWN)
  expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
  expect(checkOf(world)).toMatchObject({ conclusion: 'failure' })
})
