import type { Event } from '../../../generated/policy.js'

/**
 * Kinds of events, whatever system they come from: each is read in its own way (`readEvent`), is an occasion of its own
 * (`occasionOf`), and has the name by which rules are asked about it.
 */
export const JUDGED_EVENTS = {
  /** Of a pull request. */
  request: 'pull_request',
  /** Of a merge group, which waits in a queue. */
  queue: 'merge_group',
  push: 'push',
  schedule: 'schedule',
  /** Started by hand, or by another program. */
  manual: 'workflow_dispatch',
  /** The end of another run. */
  run: 'workflow_run',
  /** On a pull request, or on an issue. */
  comment: 'pull_request'
} as const satisfies Readonly<Record<string, Event>>
export type JudgedEvent = (typeof JUDGED_EVENTS)[EventKind]
export type EventKind = keyof typeof JUDGED_EVENTS

/**
 * Events of GitHub that the gate tells apart, each with its kind. GitHub may add some at any time: what is not listed is
 * `other`, which counts as a pull request's where the payload brings one, and is refused elsewhere.
 */
export const EVENTS = {
  pull_request: 'request',
  pull_request_target: 'request',
  pull_request_review: 'request',
  pull_request_review_comment: 'request',
  merge_group: 'queue',
  push: 'push',
  schedule: 'schedule',
  workflow_dispatch: 'manual',
  workflow_run: 'run',
  issue_comment: 'comment',
  other: 'request'
} as const satisfies Readonly<Record<string, EventKind>>
export type EventName = keyof typeof EVENTS

export const EVENT_NAMES = Object.keys(EVENTS) as readonly EventName[]

/** The name that stands for each kind, where people are told on which events to run the gate. */
export const ADVISED: readonly EventName[] = EVENT_NAMES.filter(
  (name, index) => EVENT_NAMES.findIndex(each => EVENTS[each] === EVENTS[name]) === index
)

const BRANCH_KINDS = ['push', 'schedule', 'manual'] as const
export type BranchKind = (typeof BRANCH_KINDS)[number]
const isBranchKind = (kind: EventKind): kind is BranchKind => BRANCH_KINDS.some(each => each === kind)

export type BranchEvent = { [Name in EventName]: (typeof EVENTS)[Name] extends BranchKind ? Name : never }[EventName]

/** Events of runs that are about a branch itself, so that nobody without the right to write to it has started them. */
export const BRANCH_EVENTS: readonly BranchEvent[] = EVENT_NAMES.filter((name): name is BranchEvent =>
  isBranchKind(EVENTS[name])
)

/** Whether a run of that event is one of a pull request, with the head of the pull request as its own. */
export const isPullRequestEvent = (event: EventName | null): boolean =>
  event !== null && event !== 'other' && EVENTS[event] === 'request'
