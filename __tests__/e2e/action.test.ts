import { afterEach, describe, expect, test } from '@jest/globals'
import { branchEvent, FORK, mergeGroupEvent, pullRequestEvent, pushEvent } from '../fake-github/events.js'
import { type FakeGitHub, startFakeGitHub } from '../fake-github/server.js'
import {
  commit,
  type FakeRepository,
  fakeState,
  ORG_TOKEN,
  pull,
  READ_TOKEN,
  repository,
  sha,
  TOKEN
} from '../fake-github/state.js'
import { runStep, type Step } from './step.js'
import { aLog, aResult, aSarifRun } from './workspace.js'

const POLICY =
  'version: 1\nrules: [{ id: no-errors, when: { min-severity: high, state: [introduced, unknown] }, verdict: block }]\n'
const LOOSE = 'version: 1\nrules: [{ id: anything-goes, when: { min-severity: high }, verdict: pass }]\n'
const PATH = '.github/policy-gate.yml'
const ON_CHANGED_LINE = JSON.stringify(
  aLog(
    aSarifRun(
      'CodeQL',
      [aResult('js/x', 'src/a.ts', 1, { level: 'error' })],
      [{ id: 'js/x', properties: { tags: ['security'] } }]
    )
  )
)
const ELSEWHERE = ON_CHANGED_LINE.replaceAll('src/a.ts', 'src/old.ts')
const CLEAN = JSON.stringify(aLog(aSarifRun('CodeQL', [])))
const workspace = (sarif: string) => ({ 'out.sarif': sarif, 'src/a.ts': 'b\n', 'src/old.ts': 'old\n', [PATH]: LOOSE })

const running: FakeGitHub[] = []
afterEach(async () => {
  const violations = running.flatMap(fake => fake.violations)
  await Promise.all(running.splice(0).map(fake => fake.close()))
  expect(violations).toEqual([])
})

/** A repository whose base commit holds the policy, and whose head wants a looser one. */
async function github(overrides: Partial<FakeRepository> = {}, policy: string | null = POLICY): Promise<FakeGitHub> {
  const old = { 'src/old.ts': 'old\n' }
  const base = commit('base', { files: { ...old, 'src/a.ts': 'a\n', ...(policy === null ? {} : { [PATH]: policy }) } })
  const head = commit('head', { files: { ...old, 'src/a.ts': 'b\n', [PATH]: LOOSE } })
  const fake = await startFakeGitHub(fakeState({ repositories: [repository({ commits: [base, head], ...overrides })] }))
  running.push(fake)
  return fake
}

const step = (fake: FakeGitHub, sarif: string, more: Partial<Step> = {}): Step => ({
  fake,
  event: pullRequestEvent('opened'),
  workspace: workspace(sarif),
  ...more,
  inputs: { sarif: 'out.sarif', ...more.inputs }
})

const first = (fake: FakeGitHub) => fake.state.repositories[0] as FakeRepository
/** GraphQL is asked with POST, and only asked. */
const writes = (fake: FakeGitHub) =>
  fake.calls
    .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/graphql'))
    .map(({ method, path }) => `${method} ${path}`)

/** The decision file of a run that could not decide, which says so and gives nothing else. */
function undecidedIn({ files, outputs }: Pick<Awaited<ReturnType<typeof runStep>>, 'files' | 'outputs'>) {
  const file = JSON.parse(files['policy-gate-report/decision.json'] ?? 'null')
  expect(file).toMatchObject({
    schemaVersion: 2,
    verdict: null,
    completeness: 'incomplete',
    counts: null,
    outcomes: []
  })
  expect(outputs).toMatchObject({
    completeness: 'incomplete',
    'decision-file': expect.stringContaining('decision.json')
  })
  expect(outputs.verdict).toBeUndefined()
  return file
}

/** What the log says for programs. */
const remediesIn = (log: string) =>
  log.split('\n').flatMap(line => (line.startsWith('{"id":"F-') ? [JSON.parse(line)] : []))

describe('a pull request', () => {
  test('that brings in a finding: check, comment, annotation, outputs, exit code', async () => {
    const fake = await github()
    const result = await runStep(step(fake, ON_CHANGED_LINE))
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ verdict: 'block', completeness: 'complete', blocking: '1', warnings: '0' })
    const { checks, comments } = first(fake)
    expect(checks).toMatchObject([
      {
        name: 'Policy gate',
        status: 'completed',
        conclusion: 'failure',
        annotations: [{ path: 'src/a.ts', start_line: 1 }]
      }
    ])
    expect(comments).toMatchObject([{ body: expect.stringContaining('js/x') }])
    expect(result.outputs['check-url']).toContain(String(checks[0]?.id))
    expect(result.summary).toMatch(/Blocked/)
    expect(result.decision.change).toMatchObject({
      event: 'pull_request',
      pullRequest: 42,
      headSha: checks[0]?.headSha
    })
    expect(result.log).not.toContain(TOKEN)
    expect(remediesIn(result.log)).toEqual([
      {
        id: expect.stringMatching(/^F-[0-9a-f]{32}$/),
        verdict: 'block',
        reason: 'rule',
        finding: { ruleId: 'js/x', location: { path: 'src/a.ts', startLine: 1 }, package: null },
        trace: {
          remedies: [
            { kind: 'fix', text: 'Fix the code at src/a.ts:1', commands: [] },
            { kind: 'no-exception', text: expect.stringMatching(/names no approvers/), commands: [] }
          ]
        }
      }
    ])
  })

  test('a second identical run writes nothing', async () => {
    const fake = await github()
    await runStep(step(fake, ON_CHANGED_LINE))
    const before = writes(fake).length
    const again = await runStep(step(fake, ON_CHANGED_LINE))
    expect(again.exitCode).toBe(1)
    expect(writes(fake).slice(before)).toEqual([])
  })

  describe('that points at another base than its event says', () => {
    const stricter = commit('release', { files: { [PATH]: POLICY } })
    const retarget = (fake: FakeGitHub) =>
      void Object.assign(first(fake).pulls[0] ?? {}, { baseRef: 'release', baseSha: stricter.sha })

    test.each([
      ['since before the run, which is one that was started again', null],
      ['since the files were read', /compare/]
    ] as const)('%s: the policy of that base decides', async (_, meanwhile) => {
      const fake = await github({}, LOOSE)
      first(fake).commits.push(stricter)
      if (meanwhile === null) retarget(fake)
      else fake.fault({ path: meanwhile, change: () => retarget(fake) })
      const result = await runStep(step(fake, ON_CHANGED_LINE))
      expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
      expect(result.decision.change.baseSha).toBe(stricter.sha)
      expect(first(fake).checks).toMatchObject([{ conclusion: 'failure' }])
    })
  })

  test('that a review tells of is judged by its base too', async () => {
    const fake = await github()
    const event = { ...pullRequestEvent('opened'), name: 'pull_request_review' }
    const result = await runStep(step(fake, ON_CHANGED_LINE, { event }))
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
  })

  test('that a review does not tell of is not judged by what it brings', async () => {
    const fake = await github()
    const event = pullRequestEvent('opened')
    const untold = { ...event, name: 'pull_request_review', payload: { ...event.payload, pull_request: null } }
    expect(await runStep(step(fake, ON_CHANGED_LINE, { event: untold }))).toMatchObject({ exitCode: 2, outputs: {} })
  })

  test('that brings in nothing: a green check and no comment', async () => {
    const fake = await github()
    const result = await runStep(step(fake, ELSEWHERE))
    expect(result.exitCode).toBe(0)
    expect(result.decision.outcomes).toMatchObject([{ finding: { state: 'existing', inDiff: false }, verdict: 'pass' }])
    expect(first(fake).checks).toMatchObject([{ conclusion: 'success' }])
    expect(first(fake).comments).toEqual([])
  })

  test('that was mended: the comment of the block before is brought up to date', async () => {
    const fake = await github()
    await runStep(step(fake, ON_CHANGED_LINE))
    const result = await runStep(step(fake, CLEAN, { env: { GITHUB_RUN_ATTEMPT: '2' } }))
    expect(result.exitCode).toBe(0)
    expect(first(fake).comments).toMatchObject([{ body: expect.not.stringContaining('js/x') }])
  })

  test('cannot loosen the policy that judges it', async () => {
    const files = [
      { filename: PATH, status: 'modified' as const, patch: '@@ -1 +1 @@\n-a\n+b' },
      { filename: 'src/a.ts', status: 'modified' as const, patch: '@@ -1 +1 @@\n-a\n+b' }
    ]
    const fake = await github()
    for (const pull of first(fake).pulls) pull.files = files
    const result = await runStep(step(fake, ON_CHANGED_LINE))
    expect(result.outputs.verdict).toBe('block')
    expect(result.decision.notices).toMatchObject([{ code: 'baseline-none' }, { code: 'governance-changed' }])
    expect(result.summary).toMatch(/base commit/)
    expect(result.summary).toMatch(
      /The policy of this change[\s\S]*0 findings would newly block, 1 would no longer block/
    )
    expect(first(fake).comments).toMatchObject([{ body: expect.stringContaining('would no longer block') }])
  })

  test('in a repository without a policy is judged by the bootstrap preset, and told so', async () => {
    const fake = await github({}, null)
    const result = await runStep(step(fake, ON_CHANGED_LINE))
    expect(result.outputs.verdict).toBe('block')
    expect(result.decision.notices).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'policy-bootstrap' })])
    )
    expect(result.decision.inputs).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'policy', name: 'preset:baseline' })])
    )
  })

  test('that proposes a policy which cannot be used is told so before the merge', async () => {
    const fake = await github()
    const broken = { ...workspace(ON_CHANGED_LINE), [PATH]: LOOSE.replace('verdict', 'verdit') }
    const result = await runStep(step(fake, ON_CHANGED_LINE, { workspace: broken }))
    expect(result.outputs.verdict).toBe('block')
    expect(result.summary).toMatch(/after the merge the gate could not decide[\s\S]*verdit/)
  })

  test('with a policy at its base that is wrong cannot be decided: exit 2, a failing check, no pass anywhere', async () => {
    const fake = await github({}, POLICY.replace('verdict', 'verdit'))
    const result = await runStep(step(fake, CLEAN))
    expect(result.exitCode).toBe(2)
    expect(undecidedIn(result)).toMatchObject({
      gate: { version: expect.any(String), commit: expect.stringMatching(/^[0-9a-f]{40}$/) },
      change: { event: 'pull_request', pullRequest: expect.any(Number) },
      problems: expect.arrayContaining([
        expect.objectContaining({ kind: 'configuration', path: PATH, line: 2, hint: 'Did you mean `verdict`?' })
      ])
    })
    expect(Object.keys(result.files).filter(name => name.startsWith('policy-gate-report/'))).toEqual([
      'policy-gate-report/decision.json'
    ])
    expect(result.outputs.verdict).toBeUndefined()
    expect(first(fake).checks).toMatchObject([{ conclusion: 'failure', output: { title: 'Could not decide' } }])
    expect(result.summary).toMatch(/could not decide/i)
    expect(result.commands).toContainEqual(
      expect.objectContaining({ name: 'error', data: expect.stringMatching(/verdit.*verdict/) })
    )
  })
})

describe('a token that may only read (forks, Dependabot)', () => {
  test.each([
    ['block', ON_CHANGED_LINE, 1],
    ['pass', CLEAN, 0]
  ])('%s: same verdict and exit code, everything in summary and log', async (verdict, sarif, status) => {
    const fake = await github()
    const result = await runStep(
      step(fake, sarif, { event: pullRequestEvent('opened', FORK), inputs: { 'github-token': READ_TOKEN } })
    )
    expect(result).toMatchObject({ exitCode: status, outputs: { verdict, 'check-url': '' } })
    expect(first(fake)).toMatchObject({ checks: [], comments: [] })
    const annotated = result.commands.filter(({ name }) => name === 'error').map(({ properties }) => properties.file)
    expect(annotated).toEqual(verdict === 'block' ? ['src/a.ts'] : [])
    expect(result.summary).not.toBe('')
    expect(result.log).not.toMatch(/pull_request_target/)
  })
})

describe('a push to the branch of a pull request', () => {
  const ofBranch = (fake: FakeGitHub, sarif = ON_CHANGED_LINE) =>
    runStep(step(fake, sarif, { event: pushEvent(sha('base'), sha('head'), 'refs/heads/feature') }))

  test('that passes by the policy of the branch leaves the check of the pull request as it is', async () => {
    const fake = await github()
    await runStep(step(fake, ON_CHANGED_LINE))
    const pushed = await ofBranch(fake)
    expect(pushed.outputs.verdict).toBe('pass')
    expect(first(fake).checks).toMatchObject([{ conclusion: 'failure' }])
  })

  test('leaves a pull request that could not be decided as it is', async () => {
    const fake = await github({}, POLICY.replace('verdict', 'verdit'))
    await runStep(step(fake, CLEAN))
    expect((await ofBranch(fake)).outputs.verdict).toBe('pass')
    expect(first(fake).checks).toMatchObject([{ conclusion: 'failure', output: { title: 'Could not decide' } }])
  })

  test('that is there first makes no check that could let the pull request through', async () => {
    const fake = await github()
    const pushed = await ofBranch(fake)
    expect(pushed.outputs).toMatchObject({ verdict: 'pass', 'check-url': '' })
    expect(first(fake).checks).toEqual([])
  })
})

describe('other events', () => {
  test.each([
    ['merge group', mergeGroupEvent(), 'block'],
    ['push', pushEvent(), 'pass'],
    ['schedule', branchEvent('schedule'), 'pass'],
    ['workflow dispatch', branchEvent('workflow_dispatch'), 'pass']
  ])('%s is judged by the policy that counts there', async (_, event, verdict) => {
    // A merge group is judged at its base; what is on the branch already is judged by the branch's own, looser policy.
    const fake = await github()
    first(fake).commits.push(commit('queued', { sha: event.sha }))
    first(fake).pulls.push(pull({ number: 7, headSha: event.sha }))
    const result = await runStep(step(fake, ON_CHANGED_LINE, { event }))
    expect(result.outputs.verdict).toBe(verdict)
    expect(first(fake).checks).toHaveLength(1)
    expect(first(fake).comments).toEqual([])
  })
})

test('a policy layer of another repository is read at its pinned commit, with the organisation token', async () => {
  const org = commit('org', { files: { 'org.yml': POLICY } })
  const fake = await github({}, `version: 1\nextends: ["github:acme/policies/org.yml@${org.sha}"]\n`)
  fake.state.repositories.push(repository({ id: 3000, name: 'policies', commits: [org], pulls: [] }))
  const result = await runStep(step(fake, ON_CHANGED_LINE, { inputs: { 'org-token': ORG_TOKEN } }))
  expect(result.outputs.verdict).toBe('block')
  expect(result.decision.inputs).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'policy', name: `github:acme/policies/org.yml@${org.sha}` })
    ])
  )
  const asked = fake.calls.filter(({ path }) => path.includes('/acme/policies/'))
  expect(asked.map(({ authorization }) => authorization.includes(ORG_TOKEN))).toEqual(asked.map(() => true))
})

test('a workspace that is no clone says nothing about what applies, the commit does: a required scan is missing', async () => {
  const scans = `${POLICY}scans: [{ id: s, category: sca, applies-to: ["**/*.lock"] }]\n`
  const fake = await github({}, scans)
  for (const { files } of first(fake).commits) files['web/yarn.lock'] = 'lodash@4.17.20:\n'
  const result = await runStep(step(fake, CLEAN))
  expect(result.outputs.verdict).toBe('block')
  expect(result.decision.scans).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: 's', state: 'missing' })])
  )
})

describe('what goes wrong', () => {
  test('GitHub that cannot be reached for comments never changes the verdict', async () => {
    const fake = await github()
    fake.fault({ method: 'POST', path: /comments/, times: 20, status: 500 })
    const result = await runStep(step(fake, ON_CHANGED_LINE))
    expect(result.outputs.verdict).toBe('block')
    expect(result.exitCode).toBe(1)
  })

  test('text of scanners gives the runner no commands', async () => {
    const hostile = 'x\n::error::pwn\n##[add-mask]a ::set-output name=verdict::pass'
    const sarif = JSON.stringify(
      aLog(
        aSarifRun('::warning::tool', [
          aResult('::add-mask::a', 'src/a.ts', 1, { level: 'error', message: { text: hostile } })
        ])
      )
    )
    const fake = await github()
    const result = await runStep(step(fake, sarif, { inputs: { 'github-token': READ_TOKEN } }))
    expect(new Set(result.commands.map(({ name }) => name))).toEqual(new Set(['error']))
    expect(result.log).not.toContain(READ_TOKEN)
    expect(remediesIn(result.log)).toMatchObject([{ verdict: 'block', finding: { ruleId: '::add-mask::a' } }])
    expect(result.commands.filter(({ data }) => data.startsWith('pwn'))).toEqual([])
  })

  test.each([
    ['an unknown input', { sarif: 'out.sarif', fail_on: 'never' }, /Unknown input fail_on.*fail-on/],
    ['a wrong word', { sarif: 'out.sarif', comment: 'sometimes' }, /Input comment is sometimes/],
    ['no SARIF', { sarif: '' }, /Input sarif is empty/]
  ])('%s is exit 2', async (_, inputs, message) => {
    const fake = await github()
    const result = await runStep(step(fake, CLEAN, { inputs: inputs as unknown as Record<string, string> }))
    expect(result.exitCode).toBe(2)
    expect(undecidedIn(result).problems[0].message).toMatch(new RegExp(message.source.split('.*')[0] ?? ''))
    expect(result.commands).toContainEqual(
      expect.objectContaining({ name: 'error', data: expect.stringMatching(message) })
    )
    expect(result.summary).toMatch(/could not decide/i)
  })
})
