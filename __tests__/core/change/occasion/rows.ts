import type { EventName, Happening, SourceHappening } from '../../../../src/core/change/occasion/happening.js'
import { AGAIN, type Occasion, occasionOf } from '../../../../src/core/change/occasion/occasion.js'

/** A row of the table of events: what happens, in the words of GitHub, and what it is an occasion for. */
export interface OccasionRow {
  readonly event: EventName
  /** What of the event it is about, in a few words; empty: all of it. */
  readonly when: string
  readonly occasion: Occasion
}

const PLAIN: Happening = {
  event: 'other',
  isPullEvent: false,
  pull: 'untold',
  isLabel: false,
  comment: 'none',
  ref: 'branch',
  source: null
}
const PULL: Partial<Happening> = { isPullEvent: true, pull: 'named' }
const ENDED: SourceHappening = { event: 'pull_request', isAboutPull: true, isOnDefault: false, conclusion: 'failure' }

const row = (event: EventName, when: string, more: Partial<Happening> = {}): OccasionRow => ({
  event,
  when,
  occasion: occasionOf({ ...PLAIN, ...more, event })
})
const after = (when: string, source: Partial<SourceHappening>): OccasionRow =>
  row('workflow_run', when, { source: { ...ENDED, ...source } })

/** Every event that the gate runs on, for people to read; `docs/security-model.md` prints it. */
export const OCCASIONS: readonly OccasionRow[] = [
  row('pull_request', 'opened, synchronize, reopened, closed and others', PULL),
  row('pull_request', 'labeled, unlabeled', { ...PULL, isLabel: true }),
  row('pull_request', 'of one that is merged', { ...PULL, pull: 'merged' }),
  row('pull_request_target', 'all but labels', PULL),
  row('pull_request_target', 'labeled, unlabeled', { ...PULL, isLabel: true }),
  row('pull_request_review', '', PULL),
  row('pull_request_review_comment', '', PULL),
  row('issue_comment', 'a command on a pull request', { pull: 'named', comment: 'command' }),
  row('issue_comment', 'another one, or on an issue', { pull: 'named', comment: 'other' }),
  after('after a run of a pull request', {}),
  after('after a run of another event whose commit is the head of a pull request', { event: 'push' }),
  after('after a run of a merge group', { event: 'merge_group', isAboutPull: false }),
  after('after a run of the default branch', { event: 'push', isAboutPull: false, isOnDefault: true }),
  after('after a run of another branch', { event: 'push', isAboutPull: false }),
  after('after a run that was cancelled, or ran out of time', { conclusion: 'cancelled' }),
  row('merge_group', ''),
  row('push', 'to the default branch', { ref: 'default-branch' }),
  row('push', 'to another branch'),
  row('push', 'to the branch of a merge queue', { ref: 'queue' }),
  row('push', 'of a tag', { ref: 'tag' }),
  row('push', 'that deletes', { ref: 'deleted' }),
  row('schedule', '', { ref: 'default-branch' }),
  {
    event: 'schedule',
    when: 'afterwards, for each open pull request whose answer may have ended',
    occasion: AGAIN
  },
  row('workflow_dispatch', 'on the default branch', { ref: 'default-branch' }),
  row('workflow_dispatch', 'on another branch or a tag'),
  row('other', 'that brings a pull request', { pull: 'named' }),
  row('other', 'of any other kind')
]
