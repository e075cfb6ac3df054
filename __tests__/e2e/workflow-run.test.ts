import { describe, expect, test } from '@jest/globals'
import { FORK, issueCommentEvent, workflowRunEvent } from '../fake-github/events.js'
import type { FakeGitHub } from '../fake-github/server.js'
import { type FakeArtifact, pull, sha, workflowRun } from '../fake-github/state.js'
import { type ZipEntry, zip } from '../fake-github/zip.js'
import { aWorld, BLOCKS, CLEAN, closeAfterEach, expectCleanEnd, gateInProcess, pay, runGate } from './fault-world.js'

closeAfterEach()

const SCAN = { id: 77, path: '.github/workflows/scan.yml', headRepositoryId: 2000 }
const FILES = [{ name: 'out.sarif', content: BLOCKS }]

/** A fork's pull request, whose own run has ended and kept this artifact. */
async function afterFork(entries: readonly ZipEntry[], artifact: Partial<FakeArtifact> = {}): Promise<FakeGitHub> {
  const headRepository = { id: 2000, owner: 'eve', name: 'pay' }
  const fake = await aWorld({ pulls: [pull({ headRepository })] })
  const own = pay(fake)
  own.runs.push(workflowRun(77, SCAN))
  const kept = {
    id: 900,
    name: 'policy-gate-sarif',
    runId: 77,
    headSha: sha('head'),
    repositoryId: 1000,
    expired: false
  }
  own.artifacts.push({ ...kept, zip: zip(entries), ...artifact })
  return fake
}

/** The publisher: a run of the default branch with nothing of the change in its workspace. */
const publish = (fake: FakeGitHub, gate = gateInProcess) =>
  gate(fake, '', { event: workflowRunEvent(FORK), inputs: { sarif: 'results' } })

describe('the run that publishes for forks', () => {
  test.each([
    ['block', BLOCKS, 1, 'failure'],
    ['pass', CLEAN, 0, 'success']
  ])('%s: judged as the pull request, told on its head', async (verdict, content, exitCode, conclusion) => {
    const fake = await afterFork([{ name: 'out.sarif', content }])
    const result = await publish(fake, runGate)
    expectCleanEnd(result)
    expect(result).toMatchObject({ exitCode, outputs: { verdict } })
    expect(result.decision.change).toMatchObject({
      event: 'pull_request',
      pullRequest: 42,
      headSha: sha('head'),
      baseSha: sha('base')
    })
    expect(pay(fake).checks).toMatchObject([{ headSha: sha('head'), conclusion }])
    expect(pay(fake).comments).toHaveLength(verdict === 'block' ? 1 : 0)
  })

  test.each<[string, readonly ZipEntry[], Partial<FakeArtifact>, RegExp]>([
    ['of another repository', FILES, { repositoryId: 2000 }, /run of another repository/],
    ['of another head', FILES, { headSha: sha('other') }, /not from a run for/],
    [
      'that climbs out of its directory',
      [...FILES, { name: '../../evil.sarif', content: CLEAN }],
      {},
      /cannot read artifact 900/
    ],
    ['with an absolute path', [...FILES, { name: '/tmp/evil.sarif', content: CLEAN }], {}, /cannot read artifact 900/],
    [
      'with a link',
      [...FILES, { name: 'l.sarif', content: '/etc/passwd', mode: 0o120777 }],
      {},
      /cannot read artifact 900/
    ],
    ['that is damaged', [], { zip: Buffer.from('PK nothing') }, /cannot read artifact 900/],
    ['of another run', FILES, { runId: 78 }, /no SARIF of/],
    ['that has expired', FILES, { expired: true }, /no SARIF of/]
  ])('an artifact %s is refused: exit 2, and a check that fails', async (_, entries, artifact, message) => {
    const fake = await afterFork(entries, artifact)
    // Another run of that head, so that the wrong one could be taken.
    pay(fake).runs.push(workflowRun(78, { ...SCAN, id: 78 }))
    const result = await publish(fake)
    expectCleanEnd(result)
    expect(result.exitCode).toBe(2)
    expect(result.outputs.verdict).toBeUndefined()
    expect(result.log).toMatch(message)
    expect(Object.keys(result.files).filter(name => name.includes('evil'))).toEqual([])
    expect(pay(fake).checks).toMatchObject([
      { headSha: sha('head'), conclusion: 'failure', output: { title: 'Could not decide' } }
    ])
  })

  test('what a workflow kept that the pull request changes is not believed', async () => {
    const fake = await afterFork([{ name: 'out.sarif', content: CLEAN }])
    pay(fake).pulls[0]?.files.push({ filename: SCAN.path, status: 'modified', patch: '@@ -1 +1 @@\n-a\n+b' })
    const result = await publish(fake)
    expect(result.exitCode).toBe(2)
    expect(result.log).toMatch(/changes the workflow that scans it/)
  })

  test.each<[string, { readonly state?: 'closed'; readonly headRef?: string }]>([
    ['on the same branch', {}],
    ['on the same branch, closed by now', { state: 'closed' }],
    ['on another branch', { headRef: 'second' }]
  ])('scans for another base, by a pull request of the same head %s, are not believed', async (_, second) => {
    const fake = await afterFork(FILES)
    const own = pay(fake)
    const [first] = own.pulls
    own.pulls.push(pull({ number: 43, baseRef: 'old', headRepository: first?.headRepository ?? null, ...second }))
    const branch = { headBranch: second.headRef ?? 'feature' }
    own.runs.push(workflowRun(78, { ...SCAN, id: 78, ...branch }))
    const kept = { name: 'policy-gate-sarif', headSha: sha('head'), repositoryId: 1000, expired: false }
    own.artifacts.push({ id: 901, runId: 78, ...kept, zip: zip([{ name: 'out.sarif', content: CLEAN }]) })
    const result = await gateInProcess(fake, '', {
      event: issueCommentEvent('/gate help'),
      inputs: { sarif: 'results' }
    })
    expectCleanEnd(result)
    expect(result.exitCode).toBe(second.headRef === undefined ? 2 : 1)
    expect(pay(fake).checks).toMatchObject([{ headSha: sha('head'), conclusion: 'failure' }])
  })

  test('GitHub that does not answer is no internal error: exit 2, told in the summary', async () => {
    const fake = await afterFork(FILES)
    fake.fault({ path: /actions\/runs/, status: 502, times: Infinity })
    const result = await publish(fake)
    expectCleanEnd(result)
    expect(result.exitCode).toBe(2)
    expect(result.summary).toMatch(/could not decide/i)
  })
})
