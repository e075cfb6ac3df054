import { describe, expect, test } from '@jest/globals'
import {
  branchEvent,
  type FakeEvent,
  issueCommentEvent,
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  workflowRunEvent,
  ZEROS
} from '../fake-github/events.js'
import { commit, pull, sha, workflowRun } from '../fake-github/state.js'
import { zip } from '../fake-github/zip.js'
import {
  type ApprovalWorld,
  approvalWorld,
  BOB,
  checkOf,
  EXCEPTIONS,
  MALLORY,
  POLICY,
  sarifOf,
  worldInProcess
} from './approval-world.js'
import type { Step, StepResult } from './step.js'

const LOOSE = 'version: 1\nrules: [{ id: anything-goes, when: { min-severity: high }, verdict: pass }]\n'
const FILES = { 'src/a.ts': 'eval(input)\n' }
const BAD = { ...FILES, 'results/out.sarif': sarifOf('src/a.ts'), '.github/policy-gate.yml': LOOSE }
const CLEAN = { ...BAD, 'results/out.sarif': sarifOf() }

const gate = (
  world: ApprovalWorld,
  event: FakeEvent,
  workspace: Step['workspace'] = BAD,
  more: Partial<Step> = {}
): Promise<StepResult> => world.run({ event, workspace, inputs: { sarif: 'results' }, ...more })

/** What a run of the pull request has kept. */
function keep({ repository }: ApprovalWorld, run: number, sarif: string, more: Parameters<typeof workflowRun>[1] = {}) {
  repository.runs.push(workflowRun(run, more))
  const kept = { name: 'policy-gate-sarif', runId: run, headSha: sha('head'), repositoryId: 1000, expired: false }
  repository.artifacts.push({ id: 10_000 + run, ...kept, zip: zip([{ name: 'out.sarif', content: sarif }]) })
}

const named = (name: string): FakeEvent => ({ ...pullRequestEvent('opened'), name })
const atHead = (event: FakeEvent): FakeEvent => ({ ...event, sha: sha('head') })
/** The end of a run, with what is changed of it. */
function ended(change: Readonly<Record<string, unknown>>): FakeEvent {
  const event = workflowRunEvent()
  const { payload } = event
  const run = payload.workflow_run as Record<string, unknown>
  return { ...event, payload: { ...payload, workflow_run: { ...run, ...change } } as FakeEvent['payload'] }
}

const ABOUT_PULL: readonly (readonly [string, FakeEvent])[] = [
  ['pull_request', pullRequestEvent('synchronize')],
  ['pull_request labeled', pullRequestEvent('labeled', { labels: ['x'] })],
  ['pull_request_target', named('pull_request_target')],
  ['pull_request_review', named('pull_request_review')],
  ['pull_request_review_comment', named('pull_request_review_comment')],
  ['an event of pull requests to come', named('pull_request_reaction')],
  ['any event that brings one', named('review_requested')],
  ['a command', issueCommentEvent('/gate help')],
  ['the end of its run', workflowRunEvent()]
]

const OF_BRANCH: readonly (readonly [string, FakeEvent])[] = [
  ['a push to its branch', pushEvent(sha('base'), sha('head'), 'refs/heads/feature')],
  ['a push to the default branch, which it comes from', pushEvent(sha('base'), sha('head'))],
  ['a push of a tag', pushEvent(sha('base'), sha('head'), 'refs/tags/main')],
  ['a schedule', atHead(branchEvent('schedule'))],
  ['a dispatch', atHead(branchEvent('workflow_dispatch'))],
  ['the end of a run of the branch', ended({ event: 'push', pull_requests: [], id: 78 })]
]

/** A world whose pull request has a run that kept the finding. */
async function world(policy = POLICY): Promise<ApprovalWorld> {
  const made = await worldInProcess(policy)
  keep(made, 77, sarifOf('src/a.ts'), { path: '.github/workflows/scan.yml' })
  return made
}

test('a rule that names pull_request_target applies to all of them, and an excuse for it to none', async () => {
  const named = 'event: [pull_request_target, push]'
  const own = await world(POLICY.replace('state: [introduced, unknown]', named))
  expect(await gate(own, pullRequestEvent('opened'))).toMatchObject({ exitCode: 1 })
  const excused = await world(POLICY.replace('}, verdict', `}, unless: { ${named} }, verdict`))
  expect(await gate(excused, pullRequestEvent('opened'))).toMatchObject({ exitCode: 1 })
})

describe.each(ABOUT_PULL)('a check that answers the pull request by %s', (name, event) => {
  test('is judged by the base, by rules of pull requests', async () => {
    const own = await world(POLICY.replace('state: [introduced, unknown]', 'event: pull_request'))
    const result = await gate(own, event, name === 'the end of its run' ? {} : BAD)
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    expect(result.decision.change).toMatchObject({ event: 'pull_request', pullRequest: 42, baseSha: sha('base') })
    expect(checkOf(own)).toMatchObject({ conclusion: 'failure' })
  })

  test('stays as it is whatever a run of a branch finds on that commit', async () => {
    const own = await world()
    await gate(own, event)
    const before = structuredClone(checkOf(own))
    expect(before).toMatchObject({ conclusion: 'failure' })
    for (const [, later] of OF_BRANCH) expect((await gate(own, later)).outputs.verdict).toBe('pass')
    expect(own.repository.checks).toEqual([before])
  })
})

describe('an answer to a branch', () => {
  test.each(OF_BRANCH)('by %s is taken over by the pull request', async (_, event) => {
    const own = await world()
    expect((await gate(own, event)).outputs.verdict).toBe('pass')
    expect(own.repository.checks).toMatchObject([{ conclusion: 'success' }])
    await gate(own, named('pull_request_review'))
    expect(own.repository.checks).toMatchObject([{ conclusion: 'failure' }])
  })

  test('that is still to come finds the pull request at work, and leaves it alone', async () => {
    const own = await world()
    // The branch's run is over while that of the pull request still reads.
    own.fake.fault({ path: /contents\/\.github\/policy-gate\.yml/, change: () => void 0 })
    own.repository.checks.push({
      ...{ id: 1, headSha: sha('head'), name: 'Policy gate', app: { id: 15368, slug: 'github-actions' } },
      ...{
        externalId: `policy-gate:2:branch:0:${'0'.repeat(64)}`,
        status: 'in_progress',
        conclusion: null,
        job: false
      },
      ...{ output: { title: 'Deciding', summary: 'Deciding', text: null }, annotations: [] }
    })
    await gate(own, pullRequestEvent('synchronize'))
    expect(checkOf(own)).toMatchObject({ conclusion: 'failure' })
    await gate(own, pushEvent(sha('base'), sha('head'), 'refs/heads/feature'))
    expect(checkOf(own)).toMatchObject({ conclusion: 'failure' })
  })
})

describe('through the bundle', () => {
  const rows: readonly (readonly [string, FakeEvent, Partial<StepResult>])[] = [
    ...ABOUT_PULL.map(([name, event]) => [name, event, { exitCode: 1 }] as const),
    ['merge_group', mergeGroupEvent(), { exitCode: 1 }],
    ...OF_BRANCH.map(([name, event]) => [name, event, { exitCode: 0 }] as const),
    ['the end of a branch', pushEvent(sha('base'), ZEROS), { exitCode: 0, outputs: {} }],
    ['a comment that is no command', issueCommentEvent('Thanks'), { exitCode: 0, outputs: {} }],
    ['the end of a cancelled run', ended({ conclusion: 'cancelled' }), { exitCode: 0, outputs: {} }],
    ['a release', branchEvent('release'), { exitCode: 2, outputs: {} }],
    ['a merged pull request', merged(), { exitCode: 0, outputs: {} }]
  ]
  test.each(rows)('%s', async (name, event, expected) => {
    const own = await approvalWorld()
    keep(own, 77, sarifOf('src/a.ts'))
    own.repository.commits.push(commit('group', { files: FILES }))
    const result = await gate(own, event, name === 'the end of its run' ? {} : BAD)
    expect(result).toMatchObject(expected)
    if (expected.outputs !== undefined) expect(own.repository.checks).toEqual([])
  })
})

function merged(): FakeEvent {
  const event = pullRequestEvent('opened')
  const { payload } = event
  const closed = { ...(payload.pull_request as object), merged: true, state: 'closed' }
  return { ...event, payload: { ...payload, action: 'closed', pull_request: closed } as FakeEvent['payload'] }
}

test('a run that is started again after the merge finds nothing to judge, and leaves the answer alone', async () => {
  const own = await world()
  await gate(own, pullRequestEvent('synchronize'))
  Object.assign(own.repository.pulls[0] ?? {}, { state: 'closed', merged: true })
  own.repository.commits.push(commit('merge', { files: FILES, parents: [sha('base'), sha('head')] }))
  own.repository.branches.main = sha('merge')
  expect(await gate(own, pullRequestEvent('synchronize'), CLEAN)).toMatchObject({ exitCode: 0, outputs: {} })
  expect(checkOf(own)).toMatchObject({ conclusion: 'failure' })
})

test('one that is closed is judged as before: it can be opened again', async () => {
  const own = await world()
  Object.assign(own.repository.pulls[0] ?? {}, { state: 'closed' })
  expect(await gate(own, pullRequestEvent('synchronize'))).toMatchObject({ exitCode: 1 })
})

describe('runs that did not come to their end', () => {
  const half = (conclusion: string) => ({ conclusion, path: '.github/workflows/gate.yml' })
  test.each(['cancelled', 'timed_out', 'skipped', 'action_required', 'startup_failure', 'stale'])(
    '%s: what such a run has kept answers no command; the one before it does',
    async conclusion => {
      const own = await world()
      keep(own, 602, sarifOf(), half(conclusion))
      own.write(MALLORY, '/gate help')
      await own.answer('/gate help')
      expect(checkOf(own)).toMatchObject({ conclusion: 'failure' })
    }
  )

  test('alone, it leaves nothing to decide on, and that is said', async () => {
    const own = await worldInProcess()
    keep(own, 602, sarifOf(), half('cancelled'))
    own.write(BOB, '/gate help')
    const result = await own.answer('/gate help')
    expect(result.exitCode).toBe(2)
    expect(result.log).toMatch(/has not come to its end \(cancelled\).*Run it again: https/)
  })

  test.each([
    ['that was cancelled', 'cancelled', 0],
    ['that blocked', 'failure', 1]
  ])('one %s and was started again shows what it kept before', async (_, earlier, exitCode) => {
    const own = await worldInProcess()
    keep(own, 602, sarifOf('src/a.ts'), { status: 'in_progress', conclusion: null, attempt: 2, earlier: [earlier] })
    own.write(BOB, '/gate help')
    const result = await own.answer('/gate help')
    expect(result).toMatchObject({ exitCode, outputs: exitCode === 1 ? { verdict: 'block' } : {} })
    if (exitCode === 0) expect(result.log).toMatch(/own run for this head is at work/)
  })

  test.each(['cancelled', 'timed_out', null])('the publisher leaves the check as it is after: %s', async conclusion => {
    const own = await worldInProcess()
    keep(own, 77, sarifOf(), { conclusion })
    const result = await gate(own, ended({ conclusion }), {})
    expect(result).toMatchObject({ exitCode: 0, outputs: {} })
    expect(own.repository.checks).toEqual([])
  })
})

describe('the base that the branch has now', () => {
  const ACCEPTED = `version: 1
exceptions:
  - id: EXC-1
    type: risk-accept
    match: { tool: CodeQL, rule-id: js/x, path: src/a.ts }
    reason: The endpoint is disabled and removed in the next release
    owner: "@alice"
    approved-by: ["@sec-bob"]
    approved-at: ${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}
    expires: ${new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)}
`
  const strict = POLICY.replace('min-severity: high', 'min-severity: low')

  test.each([
    ['an exception that was merged since holds', POLICY, { [EXCEPTIONS]: ACCEPTED }, BAD, 0],
    ['a policy that is stricter since blocks', LOOSE, { '.github/policy-gate.yml': strict }, BAD, 1]
  ])('%s, though the event is the old one', async (_, policy, since, workspace, exitCode) => {
    const own = await worldInProcess(policy)
    const before = await gate(own, pullRequestEvent('opened'), workspace)
    expect(before.exitCode).toBe(1 - exitCode)
    const files = { '.github/policy-gate.yml': policy, ...since }
    own.repository.commits.push(commit('moved', { files, parents: [sha('base')] }))
    own.repository.branches.main = sha('moved')
    for (const event of [pullRequestEvent('opened'), named('pull_request_target'), issueCommentEvent('/gate help')]) {
      const again = await gate(own, event, workspace)
      expect(again.exitCode).toBe(exitCode)
      expect(again.decision.change.baseSha).toBe(sha('moved'))
    }
    expect(checkOf(own)).toMatchObject({ conclusion: exitCode === 0 ? 'success' : 'failure' })
  })
})

test('a merge group whose scans are judged after its run is judged at its base branch', async () => {
  const own = await worldInProcess()
  own.repository.commits.push(commit('group', { files: FILES, parents: [sha('base')] }))
  own.repository.pulls.push(pull({ number: 7, headSha: sha('group') }))
  const head = { head_branch: `gh-readonly-queue/main/pr-42-${sha('base')}`, head_sha: sha('group') }
  const result = await gate(own, ended({ event: 'merge_group', pull_requests: [], ...head }))
  expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
  expect(result.decision.change).toMatchObject({ event: 'merge_group', baseSha: sha('base'), pullRequest: null })
  expect(checkOf(own, sha('group'))).toMatchObject({ conclusion: 'failure' })
})

describe('what a run has kept that the pull request has a hand in is not believed', () => {
  const uses = 'jobs: { scan: { steps: [{ uses: ./.github/actions/scan }, { uses: ./tools/gate/ }] } }\n'
  const nested = 'runs:\n  using: composite\n  steps:\n    - uses: "./tools/inner"\n'
  const WORKFLOWS = {
    '.github/workflows/gate.yml': uses,
    '.github/workflows/called.yml': '- uses: ./tools/called # the scanner\n',
    'tools/gate/action.yaml': nested
  }
  const called = ['acme/pay/.github/workflows/called.yml@refs/heads/main', 'other/pay/.github/workflows/far.yml@v1']

  test.each([
    ['the workflow', '.github/workflows/gate.yml', false],
    ['one that it calls', '.github/workflows/called.yml', false],
    ['an action that it uses', '.github/actions/scan/index.js', false],
    ['the description of an action', 'tools/gate/action.yaml', false],
    ['an action that an action uses', 'tools/inner/run.sh', false],
    ['an action that a called workflow uses', 'tools/called/main.py', false],
    ['an action that nobody uses', 'tools/other/main.py', true],
    ['a workflow of another repository by name', '.github/workflows/far.yml', true],
    ['something else', 'docs/c.md', true]
  ])('%s', async (_, filename, isBelieved) => {
    const own = await worldInProcess(POLICY)
    const head = own.repository.commits.find(({ sha: id }) => id === sha('head'))
    Object.assign(head ?? {}, { files: { ...head?.files, ...WORKFLOWS } })
    own.repository.pulls[0]?.files.push({ filename, status: 'modified', patch: '@@ -1 +1 @@\n-a\n+b' })
    keep(own, 602, sarifOf(), { called })
    own.write(BOB, '/gate help')
    const result = await own.answer('/gate help')
    expect(result.exitCode).toBe(isBelieved ? 0 : 2)
    if (!isBelieved) expect(result.log).toMatch(/changes the workflow that scans it, or what that calls or uses/)
  })
})

describe('feeds that lie in the repository', () => {
  const RULES = `version: 1
rules:
  - { id: known, when: { kev: true }, verdict: block }
  - { id: rest, when: { min-severity: high }, verdict: block }
`
  const vex = JSON.stringify({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    ...{ '@id': 'https://acme.example/vex/1', author: 'acme', timestamp: '2026-11-01T00:00:00Z', version: 1 },
    statements: [
      {
        vulnerability: { name: 'CVE-2021-44228' },
        products: [{ '@id': 'pkg:npm/lodash' }],
        status: 'not_affected',
        justification: 'vulnerable_code_not_present'
      }
    ]
  })
  const found = JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Grype', rules: [{ id: 'CVE-2021-44228', properties: { 'security-severity': '9.8' } }] }
        },
        results: [
          {
            ruleId: 'CVE-2021-44228',
            level: 'error',
            message: { text: 'lodash 4.17.20 is vulnerable' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'package-lock.json' } } }],
            properties: { purl: 'pkg:npm/lodash@4.17.20' }
          }
        ]
      }
    ]
  })
  const scan = { 'package-lock.json': '{}\n', 'results/out.sarif': found, 'vex/a.json': vex }

  async function withVex(base: Readonly<Record<string, string>>, touches: boolean) {
    const policy = { '.github/policy-gate.yml': RULES }
    const own = await worldInProcess(RULES, {
      commits: [
        commit('base', { files: { ...policy, ...base } }),
        commit('head', { files: { ...policy, 'package-lock.json': '{}\n', 'vex/a.json': vex } })
      ],
      pulls: [
        pull({
          files: [
            { filename: 'package-lock.json', status: 'added', patch: '@@ -0,0 +1 @@\n+{}' },
            ...(touches ? [{ filename: 'vex/a.json', status: 'added' as const, patch: '@@ -0,0 +1 @@\n+x' }] : [])
          ]
        })
      ]
    })
    return gate(own, pullRequestEvent('opened'), scan, { inputs: { sarif: 'results', vex: 'vex/*.json' } })
  }

  test('excuse nothing in the change that brings them', async () => {
    const excused = await withVex({ 'vex/a.json': vex }, false)
    const brought = await withVex({}, true)
    expect([excused.outputs.verdict, brought.outputs.verdict]).toEqual(['pass', 'block'])
    expect(brought.decision.notices).toContainEqual(
      expect.objectContaining({ code: 'governance-changed', message: expect.stringContaining('vex/a.json') })
    )
  })
})
