import { expect, test } from '@jest/globals'
import { readEvent } from '../../src/action/event.js'
import { EVENT_NAMES, type EventName } from '../../src/core/change/occasion/happening.js'
import {
  branchEvent,
  type FakeEvent,
  issueCommentEvent,
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  workflowRunEvent
} from '../fake-github/events.js'

const ofPull = (name: EventName) => pullRequestEvent('opened', {}, name)

/** What GitHub sends with each event that the gate tells apart. */
const PAYLOADS: Readonly<Record<Exclude<EventName, 'other'>, FakeEvent>> = {
  pull_request: ofPull('pull_request'),
  pull_request_target: ofPull('pull_request_target'),
  pull_request_review: ofPull('pull_request_review'),
  pull_request_review_comment: ofPull('pull_request_review_comment'),
  merge_group: mergeGroupEvent(),
  push: pushEvent(),
  schedule: branchEvent('schedule'),
  workflow_dispatch: branchEvent('workflow_dispatch'),
  workflow_run: workflowRunEvent(),
  issue_comment: issueCommentEvent('/gate')
}

test('an event is listed once, and a payload of it is known', () => {
  expect(EVENT_NAMES.filter(name => name !== 'other').sort()).toEqual(Object.keys(PAYLOADS).sort())
})

/** Events that say nothing but on which branch they run; of any other the payload must be read. */
const OF_A_BRANCH: readonly string[] = ['schedule', 'workflow_dispatch']

test.each(Object.entries(PAYLOADS))('what %s says is read', (name, { name: own, payload, sha, ref }) => {
  const runner = { GITHUB_EVENT_NAME: name, GITHUB_REPOSITORY: 'acme/pay', GITHUB_SHA: sha, GITHUB_REF: ref }
  const { repository = null, action = null } = payload
  const isRead =
    JSON.stringify(readEvent(runner, payload)) !== JSON.stringify(readEvent(runner, { repository, action }))
  expect([own, isRead]).toEqual([name, !OF_A_BRANCH.includes(name)])
})
