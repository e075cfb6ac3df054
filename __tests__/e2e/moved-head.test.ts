import { expect, test } from '@jest/globals'
import { issueCommentEvent } from '../fake-github/events.js'
import type { FakeGitHub } from '../fake-github/server.js'
import { commit, type FakeFile, pull, sha, workflowRun } from '../fake-github/state.js'
import { zip } from '../fake-github/zip.js'
import { aWorld, BLOCKS, CLEAN, closeAfterEach, gateInProcess, pay } from './fault-world.js'

closeAfterEach()

const HARMLESS: FakeFile[] = [{ filename: 'README.md', status: 'added', patch: '@@ -0,0 +1 @@\n+x' }]

/** What the first head changes, as a comparison with it tells whatever the pull request has become. */
const asItWas = (files: FakeFile[]) => pull({ number: 41, state: 'closed', headRef: 'other', files })

/** The pull request gets a head that changes nothing of interest; its author can bring the first one back later. */
const moveOn = ([first]: ReturnType<typeof pay>['pulls']) =>
  void Object.assign(first ?? {}, { headSha: sha('later'), commits: [sha('later')], files: HARMLESS })

async function world(more: FakeFile[] = []): Promise<FakeGitHub> {
  const files = [...pull().files, ...more]
  const fake = await aWorld({ pulls: [pull({ files }), asItWas(files)] })
  pay(fake).commits.push(commit('later'))
  return fake
}

test.each([
  ['before the run', null],
  ['before the list of files', /compare\//]
])('a head that the pull request left %s is judged by its own changes', async (_, meanwhile) => {
  const fake = await world()
  if (meanwhile === null) moveOn(pay(fake).pulls)
  else fake.fault({ path: meanwhile, change: () => moveOn(pay(fake).pulls) })
  const result = await gateInProcess(fake, BLOCKS)
  expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
  expect(result.decision.outcomes).toMatchObject([{ finding: { state: 'introduced', inDiff: true } }])
  expect(pay(fake).checks).toMatchObject([{ headSha: sha('head'), conclusion: 'failure' }])
})

test('scans of a workflow that the head changes are not believed, though the next head leaves it alone', async () => {
  const fake = await world([
    { filename: '.github/workflows/gate.yml', status: 'modified', patch: '@@ -1 +1 @@\n-a\n+b' }
  ])
  const own = pay(fake)
  own.runs.push(workflowRun(77))
  const kept = { name: 'policy-gate-sarif', runId: 77, headSha: sha('head'), repositoryId: 1000, expired: false }
  own.artifacts.push({ id: 900, ...kept, zip: zip([{ name: 'out.sarif', content: CLEAN }]) })
  fake.fault({ path: /actions\/runs/, change: () => moveOn(own.pulls) })
  const result = await gateInProcess(fake, '', { event: issueCommentEvent('/gate help'), inputs: { sarif: 'results' } })
  expect(result.exitCode).toBe(2)
  expect(result.log).toMatch(/changes the workflow that scans it/)
  expect(own.checks).toMatchObject([{ headSha: sha('head'), conclusion: 'failure' }])
})
