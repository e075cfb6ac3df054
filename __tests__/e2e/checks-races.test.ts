import { afterEach, describe, expect, test } from '@jest/globals'
import { type FakeEvent, pullRequestEvent, pushEvent } from '../fake-github/events.js'
import { type FakeGitHub, startFakeGitHub } from '../fake-github/server.js'
import { ORG_TOKEN, sha, workflowRun } from '../fake-github/state.js'
import { sampleOf } from '../thorough.js'
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

/** Starts a run that asks that GitHub. */
type Start = (fake: FakeGitHub) => Promise<StepResult>

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
async function interleaved(
  world: ApprovalWorld,
  [first, second]: readonly [Start, Start],
  stopsAt: number,
  makes: number
): Promise<readonly StepResult[]> {
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
      later.push(second(other).finally(resolve))
    })
  world.fake.fault({ path: CHECKS, after: stopsAt, change: begin })
  const results = [await first(world.fake)]
  firstEnds()
  results.push(...(await Promise.all(later)))
  expect(other.violations).toEqual([])
  return results
}

/** All ways in which calls of the one fall between calls of the other. */
const gridOf = (stops: number, most: number): readonly (readonly [number, number])[] =>
  Array.from({ length: stops }, (_, at) => Array.from({ length: most + 1 }, (_, makes) => [at, makes] as const)).flat()

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
    for (const [stopsAt, makes] of sampleOf(gridOf(most, mostOther), 3)) {
      const world = await worldInProcess()
      for (const { run: id, workflow } of [first, second])
        if (!world.repository.runs.some(each => each.id === id))
          world.repository.runs.push(workflowRun(id, { path: `.github/workflows/${workflow}` }))
      const both = [first, second].map(
        (leg): Start =>
          fake =>
            run(fake, leg)
      ) as [Start, Start]
      const results = await interleaved(world, both, stopsAt, makes)
      const seen = world.repository.checks.map(({ conclusion, output }) => `${conclusion} ${output.title}`)
      const isTold = seen.every(each => each === 'failure Two gates have this name')
      if (!isTold || seen.length > 3 || !results.some(({ exitCode }) => exitCode === 2))
        wrong.push(`${stopsAt} ${makes}: ${seen.join(', ')}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('a run of the default branch and one of a pull request that is opened from it at that moment', () => {
  const LOOSE = 'version: 1\nrules: [{ id: anything-goes, when: { min-severity: high }, verdict: pass }]\n'
  const workspace = { ...FILES, 'results/out.sarif': BAD, '.github/policy-gate.yml': LOOSE }
  const inputs = { sarif: 'results', comment: 'never' }
  const step = (fake: FakeGitHub, event: FakeEvent, id: number) =>
    runStep({ fake, inProcess: true, event, workspace, inputs, env: { GITHUB_RUN_ID: String(id) } })

  test('whichever call of the one falls between which of the other, the pull request is answered by its own', async () => {
    const wrong: string[] = []
    for (const [stopsAt, makes] of sampleOf(gridOf(5, 5), 3)) {
      const world = await worldInProcess()
      const [pull] = world.repository.pulls
      if (pull === undefined) throw new Error('there is no pull request')
      Object.assign(pull, { state: 'closed', headRef: 'main', baseRef: 'release' })
      Object.assign(world.repository.branches, { main: sha('head'), release: sha('base') })
      const ofBranch: Start = fake => step(fake, pushEvent(sha('base'), sha('head')), 700)
      const ofPull: Start = fake => {
        pull.state = 'open'
        return step(fake, pullRequestEvent('opened', { headRef: 'main' }), 701)
      }
      await interleaved(world, [ofBranch, ofPull], stopsAt, makes)
      const seen = world.repository.checks.map(({ status, conclusion }) => `${status} ${conclusion}`)
      if (!seen.every(each => each === 'completed failure')) wrong.push(`${stopsAt} ${makes}: ${seen.join(', ')}`)
    }
    expect(wrong).toEqual([])
  })
})
