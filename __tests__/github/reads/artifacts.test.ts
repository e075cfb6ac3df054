import { describe, expect, test } from '@jest/globals'
import { type FakeArtifact, sha, workflowRun } from '../../fake-github/state.js'
import { zip } from '../../fake-github/zip.js'
import { failureOf, world } from '../harness.js'

test('runs of a workflow on a branch are listed by what started them, newest first', async () => {
  const on = { event: 'push', headBranch: 'main', path: '.github/workflows/gate.yml' }
  const { github } = await world({
    runs: [
      workflowRun(1, on),
      workflowRun(2, { ...on, headRepositoryId: 2000 }),
      workflowRun(3, { ...on, event: 'schedule' }),
      workflowRun(4, { ...on, headBranch: 'feature' }),
      workflowRun(5, { ...on, path: '.github/workflows/other.yml' })
    ]
  })
  const listed = await github.runsOfBranch({ workflow: on.path, branch: 'main', event: 'push' })
  expect(listed).toMatchObject([
    { id: 2, headRepositoryId: 2000, repositoryId: 1000 },
    { id: 1, headRepositoryId: 1000, repositoryId: 1000, event: 'push', headBranch: 'main', path: on.path }
  ])
})

describe('artifacts', () => {
  const artifact = (overrides: Partial<FakeArtifact> = {}): FakeArtifact => ({
    id: 9,
    name: 'sarif',
    runId: 1,
    headSha: sha('head'),
    repositoryId: 1000,
    expired: false,
    zip: zip([{ name: 'results/a.sarif', content: '{"runs":[]}' }]),
    ...overrides
  })

  test('of a run are listed and read, without the token at the storage', async () => {
    const { github } = await world({ runs: [workflowRun(1)], artifacts: [artifact(), artifact({ id: 8, runId: 2 })] })
    const listed = await github.artifactsOfRun(1)
    expect(listed).toMatchObject([{ id: 9, name: 'sarif', headSha: sha('head'), repositoryId: 1000 }])
    const [file, ...more] = await github.artifactFiles(9, sha('head'))
    expect([file?.name, Buffer.from(file?.bytes ?? []).toString(), more]).toEqual([
      'results/a.sarif',
      '{"runs":[]}',
      []
    ])
  })

  test('give only what is wanted', async () => {
    const packed = zip([
      { name: 'a/want.sarif', content: 'x' },
      { name: 'b', content: 'y' }
    ])
    const { github } = await world({ artifacts: [artifact({ zip: packed })] })
    const files = await github.artifactFiles(9, sha('head'), name => name.endsWith('want.sarif'))
    expect(files.map(({ name }) => name)).toEqual(['a/want.sarif'])
  })

  test.each<[string, Partial<FakeArtifact>, string]>([
    ['another head', { headSha: sha('base') }, 'it is not from a run for'],
    ['another repository', { repositoryId: 2000 }, 'another repository'],
    ['the past', { expired: true }, 'it has expired'],
    ['a trickster', { zip: zip([{ name: '../../x', content: '' }]) }, 'a path in it is not plain'],
    ['nobody: no archive', { zip: new Uint8Array(50) }, 'it is not a zip archive']
  ])('from %s are refused', async (_, overrides, why) => {
    const { github } = await world({ artifacts: [artifact(overrides)] })
    const { failure, message } = await failureOf(github.artifactFiles(9, sha('head')))
    expect(failure).toEqual({ kind: 'invalid' })
    expect(message).toContain(why)
  })

  test('whose bytes are not those that were uploaded are refused', async () => {
    const { fake, github } = await world({ artifacts: [artifact()] })
    const change = () => {
      const [first] = fake.state.repositories[0]?.artifacts ?? []
      if (first !== undefined) first.zip = zip([{ name: 'a', content: 'other' }])
    }
    fake.fault({ path: /storage/, change })
    expect((await failureOf(github.artifactFiles(9, sha('head')))).message).toContain('not those that were uploaded')
  })

  test('an outage of the storage is an outage', async () => {
    const { fake, github } = await world({ artifacts: [artifact()] })
    fake.fault({ path: /storage/, status: 503, times: 3 })
    expect((await failureOf(github.artifactFiles(9, sha('head')))).failure.kind).toBe('unavailable')
    fake.fault({ path: /storage/, status: 503, times: 2 })
    expect(await github.artifactFiles(9, sha('head'))).toHaveLength(1)
  })
})
