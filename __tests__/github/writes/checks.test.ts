import { describe, expect, test } from '@jest/globals'
import type { CheckAnnotation, CheckReport } from '../../../src/github/requests.js'
import { check, READ_TOKEN, sha } from '../../fake-github/state.js'
import { connect, failureOf, world } from '../harness.js'

const CHECKS = /check-runs/

function annotations(count: number, from = 0): readonly CheckAnnotation[] {
  return Array.from({ length: count }, (_, index) => ({
    path: `src/file${from + index}.ts`,
    startLine: 3,
    endLine: 3,
    startColumn: 1,
    endColumn: 4,
    level: 'failure' as const,
    message: `Finding ${from + index}`,
    title: 'rule',
    rawDetails: null
  }))
}

const report = (overrides: Partial<CheckReport> = {}): CheckReport => ({
  headSha: sha('head'),
  name: 'Policy gate',
  conclusion: 'failure',
  title: 'Blocked',
  summary: 'One finding blocks',
  text: null,
  annotations: annotations(1),
  answer: 'pull-request',
  runId: 77,
  ...overrides
})

describe('the check run of a commit', () => {
  test('is made once and not touched by a second run', async () => {
    const { fake, github, clock, repository, written } = await world()
    const made = await github.keepCheck(report())
    expect(made).toMatchObject({ action: 'created', annotationsPosted: 1, annotationsError: null, others: [] })
    expect(made.url).toMatch(/^https:\/\/github\.com\/acme\/pay\/runs\/\d+$/)
    expect(written()).toEqual(['POST /check-runs'])
    expect(repository.checks).toMatchObject([{ status: 'completed', conclusion: 'failure', annotations: [{}] }])
    expect(await connect(fake, clock).keepCheck(report())).toMatchObject({ action: 'unchanged', url: made.url })
    expect(written()).toEqual([])
  })

  test('is adopted by the next evaluation; annotations that are there are not sent again', async () => {
    const { fake, github, clock, repository, written } = await world()
    await github.keepCheck(report({ annotations: annotations(2) }))
    written()
    const next = report({ conclusion: 'success', title: 'Passed', annotations: annotations(2, 1), text: 'More' })
    expect(await connect(fake, clock).keepCheck(next)).toMatchObject({ action: 'updated', annotationsPosted: 2 })
    expect(written()).toEqual([`PATCH /check-runs/${repository.checks[0]?.id}`])
    expect(repository.checks).toHaveLength(1)
    expect(repository.checks[0]).toMatchObject({ conclusion: 'success', output: { title: 'Passed', text: 'More' } })
    expect(repository.checks[0]?.annotations.map(({ message }) => message)).toEqual([0, 1, 2].map(n => `Finding ${n}`))
  })

  test.each([
    [50, ['POST']],
    [51, ['POST', 'PATCH']],
    [100, ['POST', 'PATCH']],
    [1000, ['POST', ...Array<string>(19).fill('PATCH')]]
  ])('%i annotations go 50 at a time, and it completes with the last', async (count, methods) => {
    const { github, repository, fake, written } = await world()
    const result = await github.keepCheck(report({ annotations: annotations(count) }))
    expect(result.annotationsPosted).toBe(count)
    expect(written().map(call => call.split(' ')[0])).toEqual(methods)
    const bodies = fake.calls.filter(call => call.method !== 'GET').map(call => call.body as { status: string })
    expect(bodies.map(({ status }) => status)).toEqual([...Array(methods.length - 1).fill('in_progress'), 'completed'])
    expect(repository.checks[0]?.annotations).toHaveLength(count)
  })

  test('a batch that fails: the rest is left, the conclusion stands, and the next run adds what lacks', async () => {
    const { fake, github, clock, repository } = await world()
    fake.fault({ path: CHECKS, method: 'PATCH', status: 422, after: 0 })
    const all = report({ annotations: annotations(120) })
    const first = await github.keepCheck(all)
    expect(first).toMatchObject({ annotationsPosted: 50, annotationsError: { failure: { kind: 'invalid' } } })
    expect(repository.checks).toMatchObject([{ status: 'completed', conclusion: 'failure' }])
    expect(await connect(fake, clock).keepCheck(all)).toMatchObject({ action: 'updated', annotationsPosted: 120 })
    expect(repository.checks[0]?.annotations).toHaveLength(120)
    expect(await connect(fake, clock).keepCheck(all)).toMatchObject({ action: 'unchanged' })
  })

  test.each([
    ['500 after the effect', { status: 500, effect: true }],
    ['500 before', { status: 500 }],
    ['a connection that breaks after the effect', { reset: 'after' as const }],
    ['no answer', { hang: true as const, effect: true }]
  ])('an update that meets %s adds nothing twice', async (_, fault) => {
    const { fake, github, repository } = await world()
    fake.fault({ path: CHECKS, method: 'PATCH', ...fault })
    const result = await github.keepCheck(report({ annotations: annotations(120) }))
    expect(result).toMatchObject({ annotationsPosted: 120, annotationsError: null })
    expect(repository.checks[0]).toMatchObject({ status: 'completed', conclusion: 'failure' })
    expect(repository.checks[0]?.annotations.map(({ path }) => path)).toEqual(annotations(120).map(({ path }) => path))
  })

  test.each([
    ['500 after it was made', { status: 500, effect: true }],
    ['500 before', { status: 500 }],
    ['a connection that breaks after', { reset: 'after' as const }],
    ['an answer that ends early', { truncate: true as const }]
  ])('is there exactly once after %s', async (_, fault) => {
    const { fake, github, repository } = await world()
    fake.fault({ path: CHECKS, method: 'POST', ...fault })
    expect(await github.keepCheck(report())).toMatchObject({ action: 'created' })
    expect(repository.checks).toHaveLength(1)
    expect(repository.checks[0]?.annotations).toHaveLength(1)
  })

  test('columns are left out on annotations of several lines', async () => {
    const [first] = annotations(1)
    if (first === undefined) throw new Error('no annotation')
    const { github, repository } = await world()
    await github.keepCheck(report({ annotations: [{ ...first, endLine: 9 }] }))
    expect(repository.checks[0]?.annotations[0]).toEqual({
      path: 'src/file0.ts',
      start_line: 3,
      end_line: 9,
      annotation_level: 'failure',
      message: 'Finding 0',
      title: 'rule'
    })
  })

  test('cannot be made with a token that only reads', async () => {
    const { github, count } = await world({}, { token: READ_TOKEN })
    expect((await failureOf(github.keepCheck(report()))).failure).toEqual({
      kind: 'forbidden',
      permission: 'checks: write'
    })
    expect(count('POST', CHECKS)).toBe(1)
  })

  test('tells later runs which run made it', async () => {
    const { github } = await world()
    await github.keepCheck(report())
    expect(await github.ownCheck(sha('head'), 'Policy gate')).toMatchObject({ runId: 77 })
    await github.keepCheck(report({ runId: null }))
    expect(await github.ownCheck(sha('head'), 'Policy gate')).toMatchObject({ runId: null })
    expect(await github.ownCheck(sha('base'), 'Policy gate')).toBeNull()
  })
})

describe('other check runs of the same name', () => {
  test('a job’s check is never touched; ours is made beside it, and it is reported', async () => {
    const { github, repository, written } = await world({ checks: [check(7, { job: true })] })
    const result = await github.keepCheck(report())
    expect(result).toMatchObject({ action: 'created', others: [{ id: 7, isJob: true, app: 'github-actions' }] })
    expect(written()).toEqual(['POST /check-runs'])
    expect(repository.checks).toMatchObject([{ id: 7, conclusion: 'success' }, { conclusion: 'failure' }])
  })

  test('one of another app is reported and left', async () => {
    const { github, repository } = await world({ checks: [check(7, { app: { id: 5, slug: 'forger' } })] })
    const result = await github.keepCheck(report())
    expect(result).toMatchObject({
      action: 'created',
      others: [{ id: 7, appId: 5, isJob: false, conclusion: 'success' }]
    })
    expect(repository.checks).toHaveLength(2)
  })

  test('one that another workflow forged under our name is overwritten', async () => {
    const { github, repository } = await world({ checks: [check(9, { conclusion: 'success' })] })
    expect(await github.keepCheck(report())).toMatchObject({ action: 'updated', others: [] })
    expect(repository.checks).toMatchObject([{ id: 9, conclusion: 'failure', output: { title: 'Blocked' } }])
  })

  test('one that GitHub refuses to update is left, and ours made beside it', async () => {
    const { fake, github, repository } = await world({ checks: [check(9)] })
    fake.fault({ path: CHECKS, method: 'PATCH', status: 403, times: 2 })
    expect(await github.keepCheck(report())).toMatchObject({ action: 'created', others: [{ id: 9 }] })
    expect(repository.checks).toHaveLength(2)
  })
})
