import { type ChangeContext, readEvent } from '../../src/action/event.js'
import type { EventName } from '../../src/core/change/occasion/events.js'
import { AGAIN, type Occasion } from '../../src/core/change/occasion/occasion.js'
import type { JsonObject } from '../../src/core/ground/json.js'
import {
  branchEvent,
  type FakeEvent,
  issueCommentEvent,
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  sentEvent,
  workflowRunEvent,
  ZEROS
} from '../fake-github/events.js'
import { sha } from '../fake-github/state.js'

/** What may happen by an event, and what must come of it; all written by hand. */
export interface EventCase {
  /** What of the event it is about, in a few words; empty: all of it. */
  readonly when: string
  /** What GitHub sends. */
  readonly sent: FakeEvent
  /** What it says of the change. Whatever does not stand here is not told. */
  readonly about: Partial<ChangeContext>
  /** What follows, as `inShort` has it. */
  readonly follows: string
}

const ofCase = (when: string, sent: FakeEvent, about: Partial<ChangeContext>, follows: string): EventCase => ({
  when,
  sent,
  about,
  follows
})

/** The same event, with other members of what it is about. */
function withIn(event: FakeEvent, name: string, members: JsonObject): FakeEvent {
  const about = event.payload[name] as JsonObject
  return { ...event, payload: { ...event.payload, [name]: { ...about, ...members } } }
}

const named = (name: string): FakeEvent => pullRequestEvent('opened', {}, name)
const labeled = (name: string): FakeEvent => pullRequestEvent('labeled', { labels: ['x'] }, name)
const PULL = { pullRequest: 42, baseSha: sha('base'), headSha: sha('head'), baseRef: 'main', headRef: 'feature' }
const OF_PULL = 'pull-request by base, scans'
const OWN = `${OF_PULL} workspace, checkout, sha judged, base-branch, names this: approvals hasCheck proposal`
const TARGET = `${OF_PULL} workspace, checkout, sha elsewhere, base-branch, names this: approvals hasCheck`
const labels = (run: string): string =>
  `${OF_PULL} kept, checkout, sha ${run}, base-branch, names named-or-this: approvals hasCheck`
const KEPT = 'base-branch, names named, rerun: approvals hasCheck'

const after = (members: JsonObject): FakeEvent => withIn(workflowRunEvent(), 'workflow_run', members)
const ENDED = { sourceRun: { id: 77, headOwner: 'acme' } }
const QUEUE = `gh-readonly-queue/main/pr-42-${sha('base')}`

const onBranch = (sent: FakeEvent, name: string): FakeEvent => ({ ...sent, ref: `refs/heads/${name}` })
const OF_BRANCH = 'branch by checkout, scans workspace, checkout, sha'
const at = (headRef: string) => ({ headRef, baseRef: headRef })
const PUSHED = { baseSha: sha('base'), headSha: sha('head') }

/** Every event that the gate runs on, for tests and for people: `docs/security-model.md` prints it. */
export const EVENT_CASES: Readonly<Record<EventName, readonly EventCase[]>> = {
  pull_request: [
    ofCase('opened, synchronize, reopened, closed and others', named('pull_request'), PULL, OWN),
    ofCase('labeled, unlabeled', labeled('pull_request'), PULL, labels('judged')),
    ofCase('of one that is merged', withIn(named('pull_request'), 'pull_request', { merged: true }), PULL, 'nothing')
  ],
  pull_request_target: [
    ofCase('all but labels', named('pull_request_target'), PULL, TARGET),
    ofCase('labeled, unlabeled', labeled('pull_request_target'), PULL, labels('elsewhere'))
  ],
  pull_request_review: [ofCase('', named('pull_request_review'), PULL, OWN)],
  pull_request_review_comment: [ofCase('', named('pull_request_review_comment'), PULL, OWN)],
  issue_comment: [
    ofCase(
      'a command on a pull request',
      issueCommentEvent('/gate'),
      { pullRequest: 42 },
      `${OF_PULL} kept, commit, sha elsewhere, ${KEPT}`
    ),
    ofCase('another one, or on an issue', issueCommentEvent('thanks'), { pullRequest: 42 }, 'nothing')
  ],
  workflow_run: [
    ofCase(
      'after a run of a pull request',
      workflowRunEvent(),
      { ...PULL, ...ENDED },
      `${OF_PULL} kept-by-run, commit, sha elsewhere, base-branch, names followed: approvals hasCheck`
    ),
    ofCase(
      'after a run of another event whose commit is the head of a pull request',
      after({ event: 'push' }),
      { ...PULL, ...ENDED },
      `${OF_PULL} workspace, commit, sha elsewhere, base-branch, names none: approvals hasCheck`
    ),
    ofCase(
      'after a run of a merge group',
      after({ event: 'merge_group', head_branch: QUEUE, head_sha: sha('group'), pull_requests: [] }),
      { headSha: sha('group'), headRef: QUEUE, baseRef: 'main', queuedPullRequest: 42, ...ENDED },
      'queue by base, scans workspace, commit, sha elsewhere, base-branch, names followed: approvals hasCheck'
    ),
    ofCase(
      'after a run of the default branch',
      after({ event: 'push', head_branch: 'main', pull_requests: [] }),
      { headSha: sha('head'), headRef: 'main', ...ENDED },
      `${OF_BRANCH} elsewhere, none, names none: hasCheck yields`
    ),
    ofCase(
      'after a run of another branch',
      after({ event: 'push', pull_requests: [] }),
      { headSha: sha('head'), headRef: 'feature', ...ENDED },
      `${OF_BRANCH} elsewhere, none, names none: yields`
    ),
    ofCase(
      'after a run that was cancelled, or ran out of time',
      after({ conclusion: 'cancelled' }),
      { ...PULL, ...ENDED },
      'nothing'
    )
  ],
  merge_group: [
    ofCase(
      '',
      mergeGroupEvent(),
      { baseSha: sha('base'), headSha: sha('group'), baseRef: 'main', headRef: QUEUE, queuedPullRequest: 42 },
      'queue by base, scans workspace, checkout, sha judged, base-branch, names this: approvals hasCheck proposal'
    )
  ],
  push: [
    ofCase(
      'to the default branch',
      pushEvent(),
      { ...PUSHED, ...at('main') },
      `${OF_BRANCH} judged, run-before, names none, after-merge: hasCheck yields`
    ),
    ofCase(
      'to another branch',
      pushEvent(sha('base'), sha('head'), 'refs/heads/feature'),
      { ...PUSHED, ...at('feature') },
      `${OF_BRANCH} judged, none, names none: yields`
    ),
    ofCase(
      'to the branch of a merge queue',
      pushEvent(sha('base'), sha('head'), `refs/heads/${QUEUE}`),
      { ...PUSHED, ...at(QUEUE) },
      'nothing'
    ),
    ofCase(
      'of a tag',
      pushEvent(sha('base'), sha('head'), 'refs/tags/v1'),
      { ...PUSHED, ...at('v1') },
      `${OF_BRANCH} judged, none, names none: yields`
    ),
    ofCase('that deletes', pushEvent(sha('base'), ZEROS), { baseSha: sha('base'), ...at('main') }, 'nothing')
  ],
  schedule: [
    ofCase(
      '',
      branchEvent('schedule'),
      { headSha: sha('base'), ...at('main') },
      `${OF_BRANCH} judged, run-before, names none, reminders, again: hasCheck yields`
    )
  ],
  workflow_dispatch: [
    ofCase(
      'on the default branch',
      branchEvent('workflow_dispatch'),
      { headSha: sha('base'), ...at('main') },
      `${OF_BRANCH} judged, run-before, names none: hasCheck yields`
    ),
    ofCase(
      'on another branch or a tag',
      onBranch(branchEvent('workflow_dispatch'), 'feature'),
      { headSha: sha('base'), ...at('feature') },
      `${OF_BRANCH} judged, none, names none: yields`
    )
  ],
  other: [
    ofCase('that brings a pull request', named('pull_request_review_thread'), PULL, OWN),
    ofCase(
      'of any other kind',
      withIn(sentEvent('release', null), 'release', { immutable: false, updated_at: '2019-05-15T15:20:53Z' }),
      {},
      'refused'
    )
  ]
}

/** What the runner says of an event, besides its payload. */
export const environmentOf = ({ name, sha: GITHUB_SHA, ref: GITHUB_REF }: FakeEvent) => ({
  GITHUB_EVENT_NAME: name,
  GITHUB_REPOSITORY: 'acme/pay',
  GITHUB_SHA,
  GITHUB_REF
})

/** A row of the table of events: what happens, in the words of GitHub, and what it is an occasion for. */
export interface OccasionRow {
  readonly event: EventName
  readonly when: string
  readonly occasion: Occasion
}

/** What a run does afterwards on an occasion of its own. */
const LATER: OccasionRow = {
  event: 'schedule',
  when: 'afterwards, for each open pull request whose answer may have ended',
  occasion: AGAIN
}

/** The table, as the source has it. */
export const OCCASIONS: readonly OccasionRow[] = (Object.keys(EVENT_CASES) as EventName[]).flatMap(event => [
  ...EVENT_CASES[event].map(({ when, sent }) => ({
    event,
    when,
    occasion: readEvent(environmentOf(sent), sent.payload).occasion
  })),
  ...(event === LATER.event ? [LATER] : [])
])
