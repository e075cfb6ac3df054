import { afterEach, describe, expect, test } from '@jest/globals'
import { pullRequestEvent } from '../fake-github/events.js'
import { type FakeGitHub, startFakeGitHub } from '../fake-github/server.js'
import { ORG_TOKEN, workflowRun } from '../fake-github/state.js'
import { type ApprovalWorld, sarifOf, worldInProcess } from './approval-world.js'
import { runStep, type StepResult } from './step.js'

const FILES = { 'src/a.ts': 'eval(input)\n', 'pay/b.ts': 'exec(input)\n', 'docs/c.md': 'text\n' }
const BAD = sarifOf('src/a.ts')
const CLEAN = sarifOf()

/** Where an answer comes from, and what it has scanned. */
interface Leg {
  readonly run: number
  readonly workflow: string
  readonly step: string
  readonly sarif: string
}
const LEG: Leg = { run: 601, workflow: 'gate.yml', step: '__run', sarif: BAD }

const run = (fake: FakeGitHub, { run: id, workflow, step, sarif }: Leg): Promise<StepResult> =>
  runStep({
    ...{ fake, inProcess: true, event: pullRequestEvent('synchronize') },
    workspace: { ...FILES, 'results/out.sarif': sarif },
    inputs: { sarif: 'results', 'org-token': ORG_TOKEN, comment: 'never' },
    env: {
      GITHUB_RUN_ID: String(id),
      GITHUB_WORKFLOW_REF: `acme/pay/.github/workflows/${workflow}@refs/pull/42/merge`,
      GITHUB_ACTION: step,
      RUNNER_NAME: `GitHub Actions ${fake.url}`
    }
  })

const others: FakeGitHub[] = []
afterEach(async () => {
  await Promise.all(others.splice(0).map(fake => fake.close()))
})

const CHECKS = /check-runs/

/** A second way to the same GitHub, so that it is known whose call is whose. */
async function besides({ fake }: ApprovalWorld): Promise<FakeGitHub> {
  const other = await startFakeGitHub(fake.state)
  others.push(other)
  return other
}

/** How many calls about checks a leg makes that is alone. */
async function callsOf(leg: Leg): Promise<number> {
  const world = await worldInProcess()
  await run(world.fake, leg)
  return world.fake.calls.filter(({ path }) => CHECKS.test(path)).length
}

/**
 * The first leg stops before one of its calls about checks; the second makes so many of its own, and stops; the first
 * comes to its end; the second goes on.
 */
async function interleaved(world: ApprovalWorld, [first, second]: readonly [Leg, Leg], stopsAt: number, makes: number) {
  const other = await besides(world)
  let firstEnds = (): void => {}
  const firstEnded = new Promise<void>(resolve => {
    firstEnds = resolve
  })
  const later: Promise<StepResult>[] = []
  const begin = () =>
    new Promise<void>(resolve => {
      const change = async () => {
        resolve()
        await firstEnded
      }
      other.fault({ path: CHECKS, after: makes, change })
      later.push(run(other, second).finally(resolve))
    })
  world.fake.fault({ path: CHECKS, after: stopsAt, change: begin })
  const results = [await run(world.fake, first)]
  firstEnds()
  results.push(...(await Promise.all(later)))
  expect(other.violations).toEqual([])
  return results
}

describe('two gates of one name at the same moment, whichever call of the one falls between which of the other', () => {
  const pairs: readonly (readonly [string, Leg, Leg])[] = [
    ['two workflows', LEG, { ...LEG, run: 602, workflow: 'other.yml', sarif: CLEAN }],
    ['two jobs of a run', { ...LEG, sarif: CLEAN }, { ...LEG, step: '__run_2' }],
    ['two legs of a matrix', LEG, { ...LEG, sarif: CLEAN }]
  ]
  test.each(pairs)('%s: a failure of both', async (_, first, second) => {
    const [most, mostOther] = [await callsOf(first), await callsOf(second)]
    expect(Math.min(most, mostOther)).toBeGreaterThan(3)
    const wrong: string[] = []
    for (let stopsAt = 0; stopsAt < most; stopsAt += 1) {
      for (let makes = 0; makes <= mostOther; makes += 1) {
        const world = await worldInProcess()
        for (const { run: id, workflow } of [first, second])
          if (!world.repository.runs.some(each => each.id === id))
            world.repository.runs.push(workflowRun(id, { path: `.github/workflows/${workflow}` }))
        const results = await interleaved(world, [first, second], stopsAt, makes)
        const seen = world.repository.checks.map(({ conclusion, output }) => `${conclusion} ${output.title}`)
        const isTold = seen.every(each => each === 'failure Two gates have this name')
        if (!isTold || seen.length > 3 || !results.some(({ exitCode }) => exitCode === 2))
          wrong.push(`${stopsAt} ${makes}: ${seen.join(', ')}`)
      }
    }
    expect(wrong).toEqual([])
  })
})
