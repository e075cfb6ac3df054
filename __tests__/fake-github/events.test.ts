import { expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import { EVENT_CASES } from '../action/event-cases.js'
import { DEPENDABOT, type FakeEvent, FORK, pullRequestEvent, workflowRunEvent } from './events.js'
import { checkWith } from './openapi.js'
import { packageFile } from './package-file.js'

/** GitHub's own description of webhooks, against which our payloads are checked. */
const check = checkWith(
  new Ajv({ strict: false, logger: false, validateFormats: false, validateSchema: false }),
  JSON.parse(packageFile('@octokit/openapi-webhooks/generated/api.github.com.json'))
)

/** The name that GitHub describes an event by. What workflows run on about a pull request has the payload of that. */
function described({ name, payload: { action = null } }: FakeEvent): string {
  const event = name.startsWith('pull_request') ? 'pull_request' : name
  return `${event}${action === null ? '' : `_${action}`}`.replaceAll('_', '-')
}

const MORE: readonly FakeEvent[] = [
  pullRequestEvent('opened', FORK),
  pullRequestEvent('opened', DEPENDABOT),
  pullRequestEvent('synchronize'),
  pullRequestEvent('unlabeled', { labels: ['a'] }),
  workflowRunEvent(FORK)
]
// A schedule is no webhook.
const SENT = Object.entries(EVENT_CASES).flatMap(([name, cases]) =>
  name === 'schedule' ? [] : cases.map(({ sent }) => sent)
)

test.each([...SENT, ...MORE].map(event => [described(event), event] as const))(
  '%s is as GitHub sends it today (%#)',
  (name, { payload }) => {
    expect(check(`/webhooks/${name}/post/requestBody/content/application~1json/schema`, payload)).toEqual([])
  }
)
