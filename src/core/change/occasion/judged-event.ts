import { type EventName, isPullRequestEvent } from './happening.js'

/** Events as rules name them, by what has happened, for whoever hears of it from another system than GitHub. */
export const JUDGED_EVENTS = {
  request: 'pull_request',
  queue: 'merge_group',
  push: 'push',
  schedule: 'schedule',
  manual: 'workflow_dispatch'
} as const
export type JudgedEvent = (typeof JUDGED_EVENTS)[keyof typeof JUDGED_EVENTS]

/** The event that rules are asked about: a run that is about a pull request is judged as its own run is. */
export const judgedAs = (event: EventName): EventName =>
  isPullRequestEvent(event) || event === 'issue_comment' ? JUDGED_EVENTS.request : event

/** Whether GitHub names an event so that is about a pull request, one of tomorrow among them. */
export const namesRequest = (event: string): boolean => /^pull_request(?:_[a-z_]+)?$/.test(event)

/** Whether what is judged on that event waits for its merge, and is never judged by its own policy. */
export const awaitsMerge = (event: string | null): boolean =>
  event === JUDGED_EVENTS.request || event === JUDGED_EVENTS.queue
