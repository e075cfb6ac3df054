import { describe, expect, test } from '@jest/globals'
import { READ_TOKEN, sha, workflowRun } from '../../fake-github/state.js'
import { connect, failureOf, world } from '../harness.js'

const request = { headSha: sha('head'), runId: null, workflowPath: null, expected: 'success' as const }

describe('the pull request’s own gate run', () => {
  test('is started again once where it does not agree', async () => {
    const { fake, github, clock, repository, written } = await world({ runs: [workflowRun(1)] })
    expect(await github.rerunGate(request)).toEqual({ action: 'restarted' })
    expect(repository.runs).toMatchObject([{ status: 'queued', attempt: 2 }])
    expect(await connect(fake, clock).rerunGate(request)).toMatchObject({ action: 'running' })
    Object.assign(repository.runs[0] ?? {}, { status: 'completed', conclusion: 'success' })
    expect(await connect(fake, clock).rerunGate(request)).toMatchObject({ action: 'agrees' })
    expect(written()).toEqual(['POST /actions/runs/1/rerun'])
  })

  test.each([
    ['the one that made our check', { runId: 1 }, 1],
    ['the newest of the workflow', { workflowPath: '.github/workflows/gate.yml' }, 3],
    ['none where several could be', {}, null]
  ])('%s', async (_, hint, id) => {
    const runs = [
      workflowRun(1, { path: '.github/workflows/other.yml' }),
      workflowRun(2),
      workflowRun(3, { path: '.github/workflows/gate.yml@refs/heads/main' }),
      workflowRun(4, { event: 'push', path: '.github/workflows/gate.yml' }),
      workflowRun(5, { headSha: sha('base') })
    ]
    const { github, repository } = await world({ runs })
    const { action } = await github.rerunGate({ ...request, ...hint })
    const again = repository.runs.find(({ attempt }) => attempt > 1)?.id ?? null
    expect([again, action]).toEqual([id, id === null ? 'unknown' : 'restarted'])
  })

  test('a run of another head or event is not ours, whatever its number', async () => {
    const { github, count } = await world({ runs: [workflowRun(1, { event: 'push' })] })
    expect(await github.rerunGate({ ...request, runId: 1 })).toEqual({ action: 'unknown' })
    expect(count('POST', /rerun/)).toBe(0)
  })

  test.each([
    ['before', { status: 500 }, 'unavailable'],
    ['after', { status: 500, effect: true }, null]
  ])('an outage %s the start is looked into', async (_, fault, kind) => {
    const { fake, github, count } = await world({ runs: [workflowRun(1)] })
    fake.fault({ path: /rerun$/, ...fault })
    const call = github.rerunGate(request)
    if (kind === null) expect(await call).toEqual({ action: 'restarted' })
    else expect((await failureOf(call)).failure.kind).toBe(kind)
    expect(count('POST', /rerun/)).toBe(1)
  })

  test('needs a token that may', async () => {
    const { github } = await world({ runs: [workflowRun(1)] }, { token: READ_TOKEN })
    const { failure } = await failureOf(github.rerunGate(request))
    expect(failure).toEqual({ kind: 'forbidden', permission: 'actions: write' })
  })
})
