import { describe, expect, test } from '@jest/globals'
import { FORK, pullRequestEvent, workflowRunEvent } from '../fake-github/events.js'
import { READ_TOKEN, sha } from '../fake-github/state.js'
import { type ZipEntry, zip } from '../fake-github/zip.js'
import { type ApprovalWorld, approvalWorld, checkOf, sarifOf, sticky } from './approval-world.js'
import { runStep, type StepResult } from './step.js'

/** A pull request of a fork. */
async function forkWorld(): Promise<ApprovalWorld> {
  const world = await approvalWorld()
  Object.assign(world.repository.pulls[0] ?? {}, { headRepository: { id: 2000, owner: 'eve', name: 'pay' } })
  return world
}

/** The run on the default branch that starts when the fork's own run is over. */
const publish = ({ fake }: ApprovalWorld): Promise<StepResult> =>
  runStep({ fake, event: workflowRunEvent(FORK), workspace: {}, inputs: { sarif: 'results' } })

/** What the fork's run kept holds these entries instead. */
const packed = (world: ApprovalWorld, ...entries: readonly ZipEntry[]): void => {
  for (const artifact of world.repository.artifacts) artifact.zip = zip(entries)
}
const patch = (world: ApprovalWorld, change: object): void => {
  for (const artifact of world.repository.artifacts) Object.assign(artifact, change)
}
const SARIF = { name: 'out.sarif', content: sarifOf('src/a.ts') }
const EMPTY = { name: 'out.sarif', content: sarifOf() }

describe('a pull request of a fork', () => {
  test('its own run decides and posts nothing; the run after it posts the same verdict', async () => {
    const world = await forkWorld()
    const own = await world.scan(['src/a.ts'], {
      event: pullRequestEvent('opened', FORK),
      inputs: { 'github-token': READ_TOKEN, 'org-token': '' }
    })
    expect(own).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    expect(own.summary).toMatch(/Blocked/)
    expect(world.repository.checks).toEqual([])
    expect(sticky(world)).toBe('')

    const published = await publish(world)
    expect(published).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    expect(published.decision.change).toMatchObject({ pullRequest: 42, headSha: sha('head') })
    expect(published.decision.outcomes[0].finding.id).toBe(own.decision.outcomes[0].finding.id)
    expect(checkOf(world)).toMatchObject({ conclusion: 'failure', headSha: sha('head') })
    expect(sticky(world)).toMatch(/Blocked/)
  })

  test('a clean one gets its green check, and the same again writes nothing', async () => {
    const world = await forkWorld()
    world.store([])
    expect(await publish(world)).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
    expect(checkOf(world)).toMatchObject({ conclusion: 'success' })
    world.written()
    expect((await publish(world)).exitCode).toBe(0)
    expect(world.written()).toEqual([])
  })

  test('one that has moved on is left to the run of its new head', async () => {
    const world = await forkWorld()
    world.store([])
    world.push('newer', {})
    const result = await publish(world)
    expect(result.outputs.verdict).toBeUndefined()
    expect(result.log).toContain('there is nothing to judge')
    expect(world.repository.checks).toEqual([])
  })
})

describe('what a fork keeps is data that anybody may have made: the check fails, and nothing passes', () => {
  test.each<readonly [string, (world: ApprovalWorld) => void, RegExp]>([
    ['nothing at all', world => void world.repository.artifacts.splice(0), /no run of the pull request kept/],
    ['an artifact of another repository', world => patch(world, { repositoryId: 2000 }), /another repository/],
    ['an artifact for another head', world => patch(world, { headSha: sha('base') }), /not from a run for/],
    ['an artifact that has expired', world => patch(world, { expired: true }), /no run of the pull request kept/],
    ['a path that leads out', world => packed(world, { ...EMPTY, name: '../out.sarif' }), /path|name/],
    ['an absolute path', world => packed(world, { ...EMPTY, name: '/tmp/out.sarif' }), /path|name/],
    ['a link', world => packed(world, { name: 'out.sarif', content: '/etc/passwd', mode: 0o120777 }), /link/],
    ['two entries of one name', world => packed(world, EMPTY, SARIF), /twice|same name|two/],
    [
      'names that differ in case only',
      world => packed(world, EMPTY, { ...SARIF, name: 'OUT.sarif' }),
      /twice|same name|two/
    ],
    ['a size that is a lie', world => packed(world, { ...EMPTY, declaredSize: 3 }), /damaged/],
    [
      'the workflow that scans it changed',
      world =>
        void world.repository.pulls[0]?.files.push({
          filename: '.github/workflows/gate.yml',
          status: 'modified',
          patch: '@@ -1 +1 @@\n-a\n+b'
        }),
      /changes the workflow/
    ]
  ])('%s', async (_, forge, told) => {
    const world = await forkWorld()
    world.store([])
    forge(world)
    const result = await publish(world)
    expect(result.outputs.verdict).not.toBe('pass')
    expect(result.exitCode).toBe(2)
    expect(result.log).toMatch(told)
    expect(result.log).not.toMatch(/root:|unhandled|internal error/i)
    expect(checkOf(world)).toMatchObject({ conclusion: 'failure' })
  })

  test('SARIF that is none is evidence that something is wrong', async () => {
    const world = await forkWorld()
    world.store([])
    packed(world, { name: 'out.sarif', content: '{"version":"2.1.0","runs":[' })
    expect(await publish(world)).toMatchObject({
      exitCode: 1,
      outputs: { verdict: 'block', completeness: 'incomplete' }
    })
    expect(checkOf(world)).toMatchObject({ conclusion: 'failure' })
  })
})
