import { describe, expect, test } from '@jest/globals'
import { type ChangeContext, loadEvent, readEvent } from '../../src/action/event.js'
import { resolveChange } from '../../src/action/facts/resolve-change.js'
import type { JsonValue } from '../../src/core/ground/json.js'
import {
  branchEvent,
  DEPENDABOT,
  type FakeEvent,
  FORK,
  issueCommentEvent,
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  workflowRunEvent,
  ZEROS
} from '../fake-github/events.js'
import { pull, sha } from '../fake-github/state.js'
import { world } from '../github/harness.js'

const environment = ({ name, sha: GITHUB_SHA, ref: GITHUB_REF }: FakeEvent) => ({
  GITHUB_EVENT_NAME: name,
  GITHUB_REPOSITORY: 'acme/pay',
  GITHUB_SHA,
  GITHUB_REF
})
const read = (event: FakeEvent): ChangeContext => readEvent(environment(event), event.payload)
const same = { repository: 'acme/pay' }
const ofPull = { baseSha: sha('base'), headSha: sha('head'), baseRef: 'main', headRef: 'feature', pullRequest: 42 }

describe('what an event is about', () => {
  test.each<[string, FakeEvent, Partial<ChangeContext>]>([
    ['opened', pullRequestEvent('opened'), { ...ofPull, action: 'other' }],
    ['synchronize', pullRequestEvent('synchronize'), { ...ofPull, action: 'other' }],
    ['labeled', pullRequestEvent('labeled', { labels: ['x'] }), { ...ofPull, action: 'labeled' }],
    ['unlabeled', pullRequestEvent('unlabeled', { labels: ['x'] }), { ...ofPull, action: 'unlabeled' }],
    ['pull_request_target', pullRequestEvent('opened', {}, 'pull_request_target'), ofPull],
    ['a fork', pullRequestEvent('opened', FORK), ofPull],
    ['a deleted fork of a deleted user', pullRequestEvent('opened', { headRepository: null, author: null }), ofPull],
    ['Dependabot', pullRequestEvent('opened', DEPENDABOT), { pullRequest: 42, baseSha: sha('base') }],
    [
      'a merge group',
      mergeGroupEvent(),
      { baseSha: sha('base'), headSha: sha('group'), baseRef: 'main', pullRequest: null, queuedPullRequest: 42 }
    ],
    ['a push', pushEvent(), { baseSha: sha('base'), headSha: sha('head'), headRef: 'main', pullRequest: null }],
    [
      'the first push of a branch',
      pushEvent(ZEROS, sha('head'), 'refs/heads/a/b'),
      { baseSha: null, headSha: sha('head'), headRef: 'a/b' }
    ],
    ['the end of a branch', pushEvent(sha('base'), ZEROS), { baseSha: sha('base'), headSha: null }],
    [
      'a comment',
      issueCommentEvent('/gate'),
      {
        pullRequest: 42,
        headSha: null,
        comment: { body: '/gate' }
      }
    ],
    ['a comment on an issue', issueCommentEvent('/gate', { onIssue: true }), { pullRequest: null, comment: null }],
    ['a comment without a body', issueCommentEvent(null), { pullRequest: 42 }],
    [
      'an event that the gate does not know',
      branchEvent('release'),
      { event: 'other', eventText: 'release', action: null, headSha: sha('base'), baseSha: null }
    ],
    ['workflow_run', workflowRunEvent(), ofPull],
    ['workflow_run of a fork', workflowRunEvent(FORK), { headSha: sha('head'), pullRequest: null }],
    [
      'schedule',
      branchEvent('schedule'),
      { headSha: sha('base'), baseSha: null, headRef: 'main', defaultBranch: null }
    ],
    [
      'workflow_dispatch',
      branchEvent('workflow_dispatch'),
      { headSha: sha('base'), baseSha: null, headRef: 'main', defaultBranch: 'main' }
    ]
  ])('%s', (_, event, expected) => {
    expect(read(event)).toMatchObject({ event: event.name, eventText: event.name, ...same, ...expected })
  })

  test.each<[string, JsonValue]>([
    ['nothing', null],
    ['a list', []],
    ['nulls', { pull_request: null, merge_group: null, workflow_run: null, issue: null, comment: null, sender: null }],
    ['empty objects', { pull_request: {}, merge_group: {}, workflow_run: {}, issue: {}, comment: {}, sender: {} }],
    [
      'wrong types',
      { pull_request: { head: 'x', base: 3, number: 'y', user: [] }, before: 3, after: {}, repository: 'x' }
    ]
  ])('a payload of %s breaks nothing and invents nothing', (_, payload) => {
    for (const name of ['pull_request', 'merge_group', 'push', 'issue_comment', 'workflow_run', 'schedule']) {
      const change = readEvent({ GITHUB_EVENT_NAME: name, GITHUB_REPOSITORY: 'acme/pay' }, payload)
      const { headSha, baseSha, pullRequest, comment } = change
      expect({ headSha, baseSha, pullRequest, comment }).toEqual({
        headSha: null,
        baseSha: null,
        pullRequest: null,
        comment: null
      })
    }
  })

  test('a file that is not there is an error that can be acted on', async () => {
    await expect(loadEvent({ GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: '/nowhere/event.json' })).rejects.toThrow(
      'The event of the run cannot be read'
    )
  })
})

describe('what GitHub is asked for', () => {
  test('the head of the commented pull request, of a fork too', async () => {
    const fork = pull({ headRepository: { id: 2000, owner: 'eve', name: 'pay' } })
    const { github } = await world({ pulls: [fork] })
    expect(await resolveChange(read(issueCommentEvent('/gate')), github)).toMatchObject(ofPull)
  })

  test('the pull request of a fork behind a workflow_run, by branch and commit', async () => {
    const fork = pull({ headRepository: { id: 2000, owner: 'eve', name: 'pay' } })
    const namesake = pull({
      number: 43,
      headSha: sha('other'),
      headRepository: { id: 2000, owner: 'eve', name: 'pay' }
    })
    const { github } = await world({ pulls: [namesake, fork] })
    expect(await resolveChange(read(workflowRunEvent(FORK)), github)).toMatchObject(ofPull)
  })

  test('a head that has moved on is nobody’s', async () => {
    const { github } = await world({ pulls: [pull({ headSha: sha('newer') })] })
    const change = read(workflowRunEvent())
    expect(await resolveChange(change, github)).toEqual(change)
  })

  test('nothing where the event says it all', async () => {
    const { fake, github } = await world()
    for (const event of [pullRequestEvent('opened'), mergeGroupEvent(), pushEvent(), branchEvent('schedule')]) {
      const change = read(event)
      expect(await resolveChange(change, github)).toEqual(change)
    }
    expect(fake.calls).toEqual([])
  })
})
