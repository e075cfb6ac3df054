/**
 * Words of GitHub that the gate tells apart. GitHub may add some at any time: what is not listed is `other`, which
 * is equal to none of them.
 */

/** Events that start a workflow and that the gate knows; any other is about a branch, or brings its pull request. */
export const EVENT_NAMES = [
  'pull_request',
  'pull_request_target',
  'pull_request_review',
  'pull_request_review_comment',
  'merge_group',
  'push',
  'schedule',
  'workflow_dispatch',
  'workflow_run',
  'issue_comment',
  'other'
] as const
export type EventName = (typeof EVENT_NAMES)[number]

/** What an event did, where that matters. */
export const EVENT_ACTIONS = ['created', 'labeled', 'unlabeled', 'other'] as const
export type EventAction = (typeof EVENT_ACTIONS)[number]

/** How far a workflow run or a check run is (REST, `status`). */
export const RUN_STATUSES = ['requested', 'pending', 'waiting', 'queued', 'in_progress', 'completed', 'other'] as const
export type RunStatus = (typeof RUN_STATUSES)[number]

/** How a workflow run or a check run ended (REST, `conclusion`). */
export const CONCLUSIONS = [
  'success',
  'neutral',
  'skipped',
  'stale',
  'cancelled',
  'timed_out',
  'action_required',
  'startup_failure',
  'failure',
  'other'
] as const
export type Conclusion = (typeof CONCLUSIONS)[number]

/** The word of the list that the text is, else `other`. */
export const wordOf = <Word extends string>(words: readonly (Word | 'other')[], text: string): Word | 'other' =>
  words.find(word => word === text) ?? 'other'

/** Whether a run of that event is one of the pull request itself. */
export const isPullRequestEvent = (event: EventName | null): boolean =>
  event === 'pull_request' || event === 'pull_request_target'
