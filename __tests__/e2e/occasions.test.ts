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
import { commit, pull, sha } from '../fake-github/state.js'
import { type ApprovalWorld, approvalWorld, checkOf, POLICY, sarifOf, worldInProcess } from './approval-world.js'
import { atHead, BAD, CLEAN, ended, FILES, gate, keep, named, world } from './occasion-world.js'
import type { StepResult } from './step.js'

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

const ON_DEFAULT = ['a push to the default branch, which it comes from', 'a schedule', 'a dispatch']

describe('a run of a branch makes no check on what may be the head of a pull request', () => {
  const alone = async (): Promise<ApprovalWorld> => {
    const own = await world()
    Object.assign(own.repository.pulls[0] ?? {}, { state: 'closed' })
    return own
  }

  test.each(OF_BRANCH)('%s, by its own policy: only on the default branch', async (name, event) => {
    const own = await alone()
    const result = await gate(own, event)
    expect(result.outputs.verdict).toBe('pass')
    const isShown = ON_DEFAULT.includes(name)
    expect(own.repository.checks).toMatchObject(isShown ? [{ conclusion: 'success' }] : [])
    if (!isShown) expect(result.log).toMatch(/no check run on other branches/)
    expect(result.summary).toMatch(/Passed/)
  })

  test('after a run of the default branch there is one', async () => {
    const own = await alone()
    await gate(own, ended({ event: 'push', pull_requests: [], head_branch: 'main' }))
    expect(own.repository.checks).toMatchObject([{ conclusion: 'success' }])
  })

  const ofDefault = OF_BRANCH.filter(([name]) => ON_DEFAULT.includes(name) && name !== 'a schedule')
  test.each(ofDefault)('%s: none either where a pull request comes from it, or may', async (_, event) => {
    const own = await world()
    Object.assign(own.repository.pulls[0] ?? {}, { headRef: 'main', baseRef: 'release' })
    own.repository.branches.release = sha('base')
    expect((await gate(own, event)).log).toMatch(/#42 has this head/)
    own.fake.fault({ path: /\/pulls\?/, status: 403 })
    expect((await gate(own, event)).log).toMatch(/a pull request may have this head/)
    expect(own.repository.checks).toEqual([])
  })
})

describe('an answer to a branch', () => {
  test('that was there before the pull request was opened is taken over, and is at work before anything is decided', async () => {
    const own = await world()
    const [pulled] = own.repository.pulls
    Object.assign(pulled ?? {}, { state: 'closed' })
    await gate(own, pushEvent(sha('base'), sha('head')))
    expect(own.repository.checks).toMatchObject([{ conclusion: 'success' }])
    Object.assign(pulled ?? {}, { state: 'open' })
    const seen: unknown[] = []
    own.fake.fault({ path: /compare|pulls\/42\/files/, change: () => void seen.push(checkOf(own)?.status) })
    await gate(own, pullRequestEvent('opened'))
    expect(seen).toEqual(['in_progress'])
    expect(own.repository.checks.map(({ conclusion }) => conclusion)).toEqual(['failure', 'failure'])
  })

  test('that is still to come finds the pull request at work, and leaves it alone', async () => {
    const own = await world()
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

describe('the branch of a merge queue', () => {
  const branch = `gh-readonly-queue/main/pr-42-${sha('base')}`
  const ref = `refs/heads/${branch}`
  const group = { head_branch: branch, head_sha: sha('group'), pull_requests: [] }

  async function queue() {
    const own = await worldInProcess()
    own.repository.commits.push(commit('group', { files: FILES, parents: [sha('base')] }))
    return own
  }

  test.each<[string, FakeEvent]>([
    ['a push', pushEvent(ZEROS, sha('group'), ref)],
    ['a dispatch', { ...branchEvent('workflow_dispatch'), ref, sha: sha('group') }]
  ])('is not judged on %s by the policy that the group brings, before or after the group is', async (_, event) => {
    const own = await queue()
    expect(await gate(own, event)).toMatchObject({
      exitCode: 0,
      outputs: {},
      log: expect.stringMatching(/merge_group/)
    })
    expect(own.repository.checks).toEqual([])
    await gate(own, mergeGroupEvent())
    await gate(own, event)
    expect(checkOf(own, sha('group'))).toMatchObject({ conclusion: 'failure' })
  })

  test('is judged as the group where a push to it has ended', async () => {
    const own = await queue()
    const result = await gate(own, ended({ event: 'push', ...group }))
    expect(result.decision.change).toMatchObject({ event: 'merge_group', baseSha: sha('base') })
    expect(checkOf(own, sha('group'))).toMatchObject({ conclusion: 'failure' })
  })

  test('is not what a fork calls so', async () => {
    const own = await world()
    const result = await gate(own, ended({ head_branch: branch }), {})
    expect(result.decision?.change.event ?? 'none').not.toBe('merge_group')
  })
})
