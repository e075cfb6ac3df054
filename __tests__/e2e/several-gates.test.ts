import { describe, expect, test } from '@jest/globals'
import { FORK, mergeGroupEvent, pullRequestEvent, workflowRunEvent } from '../fake-github/events.js'
import { commit, ORG_TOKEN, pull, sha, workflowRun } from '../fake-github/state.js'
import { keepArtifact } from '../fake-github/uploads.js'
import {
  type ApprovalWorld,
  approve,
  BOB,
  CAROL,
  findingOf,
  MALLORY,
  POLICY,
  reactionsTo,
  sarifOf,
  worldInProcess
} from './approval-world.js'
import type { Step, StepResult } from './step.js'

const FILES = { 'src/a.ts': 'eval(input)\n', 'pay/b.ts': 'exec(input)\n', 'docs/c.md': 'text\n' }
const BAD = sarifOf('src/a.ts')
const WORSE = sarifOf('src/a.ts', 'pay/b.ts')
const CLEAN = sarifOf()

/** Where an answer comes from. */
interface Seat {
  readonly run?: number
  readonly attempt?: number
  readonly workflow?: string
  readonly job?: string
  readonly step?: string
  readonly name?: string
}

const environment = ({ run = 601, attempt = 1, workflow = 'gate.yml', job = 'gate', step = '__run' }: Seat) => ({
  GITHUB_RUN_ID: String(run),
  GITHUB_RUN_ATTEMPT: String(attempt),
  GITHUB_WORKFLOW_REF: `acme/pay/.github/workflows/${workflow}@refs/pull/42/merge`,
  GITHUB_JOB: job,
  GITHUB_ACTION: step
})

/** A step of the gate in a run of the pull request. */
const gate = (world: ApprovalWorld, seat: Seat, sarif: string, more: Partial<Step> = {}): Promise<StepResult> =>
  world.run({
    event: pullRequestEvent('synchronize'),
    workspace: { ...FILES, 'results/out.sarif': sarif },
    ...more,
    env: environment(seat),
    inputs: { sarif: 'results', 'org-token': ORG_TOKEN, ...named(seat), ...more.inputs }
  })

const named = ({ name }: Seat): Readonly<Record<string, string>> => (name === undefined ? {} : { 'check-name': name })

/** A run, and what it kept. */
function keep(
  { repository }: ApprovalWorld,
  run: number,
  sarif: string,
  more: { readonly workflow?: string; readonly name?: string; readonly overwrite?: boolean } = {}
): void {
  const { workflow = 'gate.yml', name = 'policy-gate-sarif', overwrite = false } = more
  if (!repository.runs.some(({ id }) => id === run))
    repository.runs.push(workflowRun(run, { path: `.github/workflows/${workflow}` }))
  keepArtifact(repository, { run, name, files: { 'out.sarif': sarif }, overwrite })
}

const checkNamed = ({ repository }: ApprovalWorld, name = 'Policy gate') =>
  repository.checks.filter(check => check.name === name).at(-1)
const conclusionOf = (world: ApprovalWorld, name?: string) => checkNamed(world, name)?.conclusion
const stickyOf = ({ repository: { comments } }: ApprovalWorld): string =>
  comments.find(({ body }) => body?.startsWith('<!-- policy-gate'))?.body ?? ''

const API: Seat = { run: 601, workflow: 'api.yml', name: 'Policy gate (api)' }
const WEB: Seat = { run: 602, workflow: 'web.yml', name: 'Policy gate (web)' }

describe('two gates of one name', () => {
  const pairs: readonly (readonly [string, Seat, Seat])[] = [
    ['two steps of a job', {}, { step: '__run_2' }],
    ['two jobs', { job: 'sast' }, { job: 'iac' }],
    ['two legs of a matrix', {}, {}],
    ['two workflows', {}, { run: 602, workflow: 'other.yml' }],
    ['two workflows, the later first', { run: 602, workflow: 'other.yml' }, {}],
    ['a step that is run again, and another', { attempt: 2 }, { attempt: 2, step: '__run_2' }]
  ]
  const answers: readonly (readonly [string, string, string])[] = [
    ['what blocks and what is clean', BAD, CLEAN],
    ['what is clean and what blocks', CLEAN, BAD],
    ['two that block', BAD, WORSE]
  ]
  test.each(
    pairs.flatMap(([who, first, second]) => answers.map(([what, ...both]) => [who, what, first, second, both] as const))
  )('%s, %s: a failure of both, in words that say what to do', async (_, __, first, second, [one, other]) => {
    const world = await worldInProcess()
    for (const { run = 601, workflow = 'gate.yml' } of [first, second])
      world.repository.runs.push(workflowRun(run, { path: `.github/workflows/${workflow}` }))
    await gate(world, first, one)
    const later = await gate(world, second, other)
    expect(later).toMatchObject({ exitCode: 2 })
    expect(later.log).toMatch(/Two gates are named "Policy gate"/)
    // One of each: whoever still writes in the check of the first sees the one that the second has left.
    expect(world.repository.checks).toMatchObject(
      Array(2).fill({ conclusion: 'failure', output: { title: 'Two gates have this name' } })
    )
    expect(checkNamed(world)?.output.summary).toMatch(/check-name/)
    expect(stickyOf(world)).toMatch(/Two gates are named/)
    if (one !== CLEAN) expect(stickyOf(world)).toMatch(/must be fixed/)
  })

  test('it stays so, whoever comes later and whatever they find, and is written once', async () => {
    const world = await worldInProcess()
    keep(world, 601, CLEAN)
    await gate(world, {}, CLEAN)
    await gate(world, { step: '__run_2' }, BAD)
    world.written()
    expect(await gate(world, { attempt: 2 }, CLEAN)).toMatchObject({ exitCode: 2, outputs: { verdict: 'pass' } })
    expect(await world.answer('/gate hello')).toMatchObject({ exitCode: 2 })
    expect(world.written()).toEqual([])
    expect(conclusionOf(world)).toBe('failure')
  })

  test('the decision stands in the outputs of its step', async () => {
    const world = await worldInProcess()
    await gate(world, {}, BAD)
    const later = await gate(world, { step: '__run_2' }, CLEAN)
    expect(later.outputs).toMatchObject({ verdict: 'pass' })
    expect(later.summary).not.toMatch(/could not decide/)
  })

  test('in a merge group and after a push as well', async () => {
    const commits = [commit('base', { files: { '.github/policy-gate.yml': POLICY } }), commit('head'), commit('group')]
    const world = await worldInProcess(POLICY, { commits })
    await gate(world, {}, BAD, { event: mergeGroupEvent() })
    await gate(world, { step: '__run_2' }, CLEAN, { event: mergeGroupEvent() })
    expect(conclusionOf(world)).toBe('failure')
  })

  test('a run that GitHub does not know is no proof of anything', async () => {
    const world = await worldInProcess()
    await gate(world, { run: 601 }, BAD)
    await gate(world, { run: 602 }, CLEAN)
    expect(conclusionOf(world)).toBe('failure')
  })
})

describe('one gate', () => {
  const replaced: readonly (readonly [string, Seat])[] = [
    ['started again', { attempt: 2 }],
    ['in a later run of its workflow', { run: 602 }],
    ['started again twice', { attempt: 3 }]
  ]
  test.each(replaced)('%s takes the place of its own answer', async (_, again) => {
    const world = await worldInProcess()
    for (const run of [601, 602]) world.repository.runs.push(workflowRun(run))
    await gate(world, {}, BAD)
    expect(await gate(world, again, CLEAN)).toMatchObject({ exitCode: 0 })
    expect([conclusionOf(world), world.repository.checks.length]).toEqual(['success', 1])
  })

  test('without a right to look at runs, what the marks say of their workflows counts', async () => {
    const answers = []
    for (const workflow of ['gate.yml', 'other.yml']) {
      const world = await worldInProcess()
      const token = Object.values(world.fake.state.tokens)[0]
      if (token !== undefined) delete token.permissions.actions
      await gate(world, {}, BAD)
      await gate(world, { run: 602, workflow }, CLEAN)
      answers.push(conclusionOf(world))
    }
    expect(answers).toEqual(['success', 'failure'])
  })

  test('after a command and the run that it starts again, the answer is the same and its own', async () => {
    const world = await worldInProcess()
    keep(world, 601, BAD)
    world.write(BOB, approve(findingOf(await gate(world, {}, BAD))))
    expect((await world.answer()).exitCode).toBe(0)
    expect(world.repository.runs[0]?.attempt).toBe(2)
    expect(await gate(world, { attempt: 2 }, BAD)).toMatchObject({ exitCode: 0 })
    expect(conclusionOf(world)).toBe('success')
    await gate(world, { attempt: 2, step: '__run_2' }, CLEAN)
    expect(conclusionOf(world)).toBe('failure')
  })

  test('a command between two gates of one name hides neither', async () => {
    const world = await worldInProcess()
    keep(world, 601, BAD)
    await gate(world, {}, BAD)
    await world.answer('/gate hello')
    await gate(world, { step: '__run_2' }, CLEAN)
    expect(conclusionOf(world)).toBe('failure')
  })

  test('which could not decide decides when it is started again', async () => {
    const world = await worldInProcess()
    world.repository.runs.push(workflowRun(601))
    const [base] = world.repository.commits
    const { files = {} } = base ?? {}
    if (base !== undefined) base.files = { '.github/policy-gate.yml': 'version: 9' }
    expect((await gate(world, {}, CLEAN)).exitCode).toBe(2)
    expect(conclusionOf(world)).toBe('failure')
    if (base !== undefined) base.files = files
    expect((await gate(world, { attempt: 2 }, CLEAN)).exitCode).toBe(0)
    expect(conclusionOf(world)).toBe('success')
  })
})

describe('what a run kept', () => {
  test.each([
    ['in two workflows', 601, 602],
    ['in one run, the second over the first', 601, 601]
  ])('%s: a command is judged by what its own gate has read', async (_, first, second) => {
    const world = await worldInProcess()
    keep(world, first, BAD, { workflow: 'api.yml' })
    const finding = findingOf(await gate(world, { ...API, run: first }, BAD))
    await gate(world, { ...WEB, run: second }, CLEAN)
    keep(world, second, CLEAN, { workflow: 'web.yml', overwrite: true })
    world.write(CAROL, `/gate reject ${finding} reason="It is reachable from the login page"`)
    await world.answer('/gate', { inputs: named(API) })
    expect(conclusionOf(world, API.name)).toBe('failure')
    await world.answer('/gate', { inputs: named(WEB) })
    expect(conclusionOf(world, WEB.name)).toBe('success')
  })

  test('of several artifacts, and of several files in one, exactly those that were read count', async () => {
    const world = await worldInProcess()
    keep(world, 601, CLEAN, { name: 'policy-gate-sarif-web' })
    keep(world, 601, BAD, { name: 'policy-gate-sarif-api' })
    const finding = findingOf(await gate(world, { ...API, run: 601 }, BAD))
    await gate(world, { ...WEB, run: 601 }, CLEAN)
    world.write(BOB, approve(finding))
    expect((await world.answer('/gate', { inputs: named(API) })).outputs).toMatchObject({
      verdict: 'pass',
      excepted: '1'
    })
    expect((await world.answer('/gate', { inputs: named(WEB) })).outputs).toMatchObject({
      verdict: 'pass',
      excepted: '0'
    })
    expect([conclusionOf(world, API.name), conclusionOf(world, WEB.name)]).toEqual(['success', 'success'])
  })

  test('of two workflows, before any check: nobody can tell whose it is', async () => {
    const world = await worldInProcess()
    keep(world, 601, BAD, { workflow: 'api.yml' })
    keep(world, 602, CLEAN, { workflow: 'web.yml' })
    const answer = await world.answer('/gate', { inputs: named(API) })
    expect(answer).toMatchObject({ exitCode: 2 })
    expect(answer.log).toMatch(/Several workflows kept scans/)
  })

  test('a name that is there already is refused, unless it is to be replaced', async () => {
    const world = await worldInProcess()
    keep(world, 601, BAD)
    expect(() => keep(world, 601, CLEAN)).toThrow(/409/)
    keep(world, 601, CLEAN, { overwrite: true })
    expect(world.repository.artifacts).toHaveLength(1)
  })
})

describe('two gates of two names', () => {
  test('a command for the one is left alone by the other, in its own run and in that of a command', async () => {
    const world = await worldInProcess()
    keep(world, 601, BAD, { workflow: 'api.yml' })
    keep(world, 602, CLEAN, { workflow: 'web.yml' })
    const asked = world.write(BOB, approve(findingOf(await gate(world, API, BAD))))
    await world.answer('/gate', { inputs: named(API) })
    for (const answer of [await gate(world, WEB, CLEAN), await world.answer('/gate', { inputs: named(WEB) })])
      expect(answer.decision.notices).toContainEqual(expect.objectContaining({ level: 'info', code: 'command' }))
    expect(reactionsTo(world, asked.id)).toEqual(['eyes', 'rocket'])
    expect(world.repository.comments.at(-1)?.body).not.toMatch(/other-gate|unknown-finding/)
  })

  test('a finding that nobody has is refused where there is one gate', async () => {
    const world = await worldInProcess()
    await gate(world, {}, BAD)
    const asked = world.write(BOB, approve(`F-${'0'.repeat(32)}`))
    await gate(world, { attempt: 2 }, BAD)
    expect(reactionsTo(world, asked.id)).toEqual(['eyes', '-1'])
  })

  test('the one does not take off the label of the other', async () => {
    const world = await worldInProcess()
    world.write(BOB, approve(findingOf(await gate(world, API, BAD))))
    await gate(world, { ...API, attempt: 2 }, BAD)
    const labels = () => world.repository.issues.find(({ number }) => number === 42)?.labels
    expect(labels()).toEqual(['exception: approved'])
    await gate(world, WEB, CLEAN)
    expect(labels()).toEqual(['exception: approved'])
  })
})

describe('people without a right', () => {
  const hindered: readonly (readonly [string, (world: ApprovalWorld) => void])[] = [
    [
      'the scans have expired',
      ({ repository }) => {
        for (const each of repository.artifacts) each.expired = true
      }
    ],
    [
      'the workflow is touched',
      ({ repository }) => {
        repository.pulls[0]?.files.push({ filename: '.github/workflows/gate.yml', status: 'modified' })
      }
    ],
    [
      'there are too many files',
      ({ repository }) => {
        for (let n = 0; n < 3_000; n += 1) repository.pulls[0]?.files.push({ filename: `x/${n}.txt`, status: 'added' })
      }
    ]
  ]
  const unheard: readonly (readonly [string, string])[] = [
    ['what is no command', '/gate hello'],
    ['a request', `/gate request F-${'0'.repeat(32)} reason="Please"`],
    ['an approval', approve(`F-${'0'.repeat(32)}`)],
    ['a rejection', `/gate reject F-${'0'.repeat(32)} reason="No"`]
  ]
  test.each(hindered.flatMap(([why, hinder]) => unheard.map(([what, body]) => [why, what, hinder, body] as const)))(
    '%s: %s leaves a green check alone',
    async (_, __, hinder, body) => {
      const world = await worldInProcess()
      keep(world, 601, CLEAN)
      await gate(world, {}, CLEAN)
      hinder(world)
      world.write(MALLORY, body)
      world.written()
      await world.answer(body)
      expect(conclusionOf(world)).toBe('success')
      expect(world.written()).toEqual([])
    }
  )

  test.each(hindered)('%s: an approval that has made it green does not count against it', async (_, hinder) => {
    const world = await worldInProcess()
    keep(world, 601, BAD)
    world.write(BOB, approve(findingOf(await gate(world, {}, BAD))))
    await world.answer()
    hinder(world)
    world.write(MALLORY, '/gate hello')
    await world.answer('/gate hello')
    expect(conclusionOf(world)).toBe('success')
  })

  test.each(hindered)('%s: the rejection of somebody with a right does not go unheard', async (_, hinder) => {
    const world = await worldInProcess()
    keep(world, 601, BAD)
    const finding = findingOf(await gate(world, {}, BAD))
    world.write(BOB, approve(finding))
    await world.answer()
    for (const run of world.repository.runs) Object.assign(run, { status: 'completed', conclusion: 'success' })
    hinder(world)
    world.write(CAROL, `/gate reject ${finding} reason="It is reachable from the login page"`)
    await world.answer()
    expect(conclusionOf(world)).toBe('failure')
  })
})

test('the publisher for forks names the run whose scans it has read, and a command believes that one', async () => {
  const headRepository = { id: 2000, owner: 'eve', name: 'pay' }
  const world = await worldInProcess(POLICY, {
    pulls: [pull({ headRepository, files: [{ filename: 'src/a.ts', status: 'added', patch: '@@ -0,0 +1 @@\n+x' }] })]
  })
  const own = { path: '.github/workflows/scan.yml', headRepositoryId: 2000 }
  world.repository.runs.push(workflowRun(77, own), workflowRun(78, { ...own, path: '.github/workflows/other.yml' }))
  keepArtifact(world.repository, { run: 77, name: 'policy-gate-sarif', files: { 'out.sarif': BAD }, overwrite: false })
  keepArtifact(world.repository, {
    run: 78,
    name: 'policy-gate-sarif',
    files: { 'out.sarif': CLEAN },
    overwrite: false
  })
  const publish = { event: workflowRunEvent(FORK), workspace: {}, inputs: { sarif: 'results' } }
  const publisher = environment({ run: 900, workflow: 'forks.yml' })
  await world.run({ ...publish, env: publisher })
  expect(conclusionOf(world)).toBe('failure')
  world.write(MALLORY, '/gate hello')
  await world.answer('/gate hello')
  expect(conclusionOf(world)).toBe('failure')
  // The same run again, started again by hand, is the same gate.
  world.written()
  await world.run({ ...publish, env: { ...publisher, GITHUB_RUN_ATTEMPT: '2' } })
  expect(checkNamed(world)?.output.title).not.toMatch(/Two gates/)
  expect(checkNamed(world)?.headSha).toBe(sha('head'))
})
