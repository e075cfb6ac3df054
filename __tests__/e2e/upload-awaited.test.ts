import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { sha } from '../fake-github/state.js'
import {
  type ApprovalWorld,
  approve,
  BOB,
  checkOf,
  findingOf,
  MALLORY,
  reactionsTo,
  worldInProcess
} from './approval-world.js'
import type { StepResult } from './step.js'

/** The run that scans; the stand-in numbers it so. */
const OWN = 501
const artifactsOf = /actions\/runs\/501\/artifacts/

/** The gate has decided, and its run is still keeping what it has read. */
async function uploading(): Promise<{ world: ApprovalWorld; finding: string; end: (state?: object) => void }> {
  const world = await worldInProcess()
  const own = await world.scan()
  const { repository } = world
  const kept = repository.artifacts.splice(0)
  const run = repository.runs.find(({ id }) => id === OWN)
  Object.assign(run ?? {}, { status: 'in_progress', conclusion: null })
  const end = (state: object = { status: 'completed', conclusion: 'failure' }) => {
    repository.artifacts.push(...kept)
    Object.assign(run ?? {}, state)
  }
  return { world, finding: findingOf(own), end }
}

/** What the answer to the commands comes to, and for how many seconds it has waited. */
async function answered(world: ApprovalWorld): Promise<StepResult & { waited: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'policy-gate-waits-'))
  try {
    const waits = join(folder, 'waits')
    const result = await world.answer('/gate', { env: { STEP_WAITS: waits } })
    const told = readFileSync(waits, { encoding: 'utf8', flag: 'a+' }).split('\n')
    return { ...result, waited: told.filter(wait => wait === '5000').length * 5 }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.each([
  ['the run has ended by then', undefined],
  ['the run has more to do', { status: 'in_progress' }]
])('a command that comes while the scans are being kept is answered once they are: %s', async (_, state) => {
  const { world, finding, end } = await uploading()
  const command = world.write(BOB, approve(finding))
  world.fake.fault({ method: 'GET', path: artifactsOf, after: 2, change: () => end(state) })
  const result = await answered(world)
  expect(result).toMatchObject({ exitCode: 0, waited: 10, outputs: { verdict: 'pass', excepted: '1' } })
  expect([checkOf(world)?.conclusion, reactionsTo(world, command.id)]).toEqual(['success', ['eyes', 'rocket']])
})

test.each<[string, object]>([
  ['that was started again: its gate has not decided', { attempt: 2, earlier: ['cancelled'] }],
  ['that is another one than the check names', { id: 502 }]
])('nobody waits for a run %s', async (_, change) => {
  const { world, finding } = await uploading()
  Object.assign(world.repository.runs.find(({ id }) => id === OWN) ?? {}, change)
  world.write(BOB, approve(finding))
  const result = await answered(world)
  expect(result).toMatchObject({ exitCode: 0, waited: 0 })
  expect(result.log).toMatch(/own run for this head is at work and reads the comments/)
})

test('nobody waits for a run whose gate is at work: it reads the comments', async () => {
  const { world, finding } = await uploading()
  Object.assign(checkOf(world) ?? {}, { status: 'in_progress', conclusion: null })
  world.write(BOB, approve(finding))
  expect(await answered(world)).toMatchObject({ exitCode: 0, waited: 0 })
})

test('what is never kept is waited for three minutes, and decides nothing', async () => {
  const { world, finding } = await uploading()
  world.write(BOB, approve(finding))
  const result = await answered(world)
  expect(result).toMatchObject({ exitCode: 2, waited: 180 })
  expect(result.log).toMatch(
    /has decided, but kept nothing in 3 minutes: https:.*Upload what the gate reads right after/
  )
  expect(checkOf(world, sha('head'))?.conclusion).toBe('failure')
})

test('a run that was cancelled before it had kept anything is told as such', async () => {
  const { world, finding, end } = await uploading()
  world.write(BOB, approve(finding))
  world.fake.fault({
    method: 'GET',
    path: artifactsOf,
    after: 1,
    change: () => {
      end({ status: 'completed', conclusion: 'cancelled' })
      world.repository.artifacts.splice(0)
    }
  })
  const result = await answered(world)
  expect(result.exitCode).toBe(2)
  expect(result.log).toMatch(/has not come to its end \(cancelled\)|kept an artifact|kept what this gate has read/)
})

test('somebody without a right has nothing turned red by it', async () => {
  const world = await worldInProcess()
  await world.scan([])
  world.repository.artifacts.splice(0)
  Object.assign(world.repository.runs[0] ?? {}, { status: 'in_progress', conclusion: null })
  world.write(MALLORY, '/gate help')
  expect((await answered(world)).exitCode).toBe(2)
  expect(checkOf(world)?.conclusion).toBe('success')
})
