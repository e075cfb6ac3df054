import { expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import {
  branchEvent,
  DEPENDABOT,
  type FakeEvent,
  FORK,
  issueCommentEvent,
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  workflowRunEvent
} from './events.js'
import { checkWith } from './openapi.js'
import { packageFile } from './package-file.js'

/** GitHub's own description of webhooks, against which our payloads are checked. */
const check = checkWith(
  new Ajv({ strict: false, logger: false, validateFormats: false, validateSchema: false }),
  JSON.parse(packageFile('@octokit/openapi-webhooks/generated/api.github.com.json'))
)

test.each<[string, FakeEvent]>([
  ['pull-request-opened', pullRequestEvent('opened')],
  ['pull-request-opened', pullRequestEvent('opened', FORK)],
  ['pull-request-opened', pullRequestEvent('opened', DEPENDABOT)],
  ['pull-request-synchronize', pullRequestEvent('synchronize')],
  ['pull-request-labeled', pullRequestEvent('labeled', { labels: ['a'] })],
  ['pull-request-unlabeled', pullRequestEvent('unlabeled', { labels: ['a'] })],
  ['merge-group-checks-requested', mergeGroupEvent()],
  ['push', pushEvent()],
  ['issue-comment-created', issueCommentEvent('/gate')],
  ['workflow-run-completed', workflowRunEvent()],
  ['workflow-run-completed', workflowRunEvent(FORK)],
  ['workflow-dispatch', branchEvent('workflow_dispatch')]
])('%s is as GitHub sends it today (%#)', (name, { payload }) => {
  expect(check(`/webhooks/${name}/post/requestBody/content/application~1json/schema`, payload)).toEqual([])
})
