import { EVENT_NAMES, type EventName, isPullRequestEvent } from './events.js'

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

/** The run that ended before a `workflow_run` started. */
export interface SourceHappening {
  readonly event: EventName
  /** True for every event of pull requests, those too that are not listed, and where GitHub names one with that head. */
  readonly isAboutPull: boolean
  /** Whether it ran on the default branch. */
  readonly isOnDefault: boolean
  /** Null: it has not ended. */
  readonly conclusion: Conclusion | null
}

/** All that an event says of what it is about, before GitHub is asked. */
export interface Happening {
  readonly event: EventName
  /** True where the name of the event begins with `pull_request`, whatever the payload says. */
  readonly isPullEvent: boolean
  /** What the payload says of a pull request; `merged` only where an event tells of the merge. */
  readonly pull: 'named' | 'merged' | 'untold'
  /** Whether what happened is that a label was set or taken off. */
  readonly isLabel: boolean
  /** A comment that was written and may be a command, another one, or none. */
  readonly comment: 'command' | 'other' | 'none'
  /** What the event was on, for events of branches. */
  readonly ref: 'default-branch' | 'branch' | 'queue' | 'tag' | 'deleted'
  readonly source: SourceHappening | null
}

/**
 * Whether a run that ended so has come to its end by itself. A gate that blocks ends as a failure; what was cancelled or
 * ran out of time may have kept half of its scans.
 */
export const isWhole = (conclusion: Conclusion | null): boolean =>
  conclusion === 'success' || conclusion === 'failure' || conclusion === 'neutral'

/**
 * What rules see of an event, whatever names it (the command line, a policy test, an older decision): one about a pull
 * request is `pull_request`, those too that are not listed. Null: not known.
 */
export const asRulesAreAsked = (event: string | null): string | null =>
  event !== null && /^pull_request/.test(event) ? 'pull_request' : event

/** Events that a rule names, and the one that runs of those are judged as. */
export const asRulesSee = (events: readonly string[]): readonly string[] => {
  const isOfPull = EVENT_NAMES.some(name => isPullRequestEvent(name) && events.includes(name))
  return isOfPull && !events.includes('pull_request') ? [...events, 'pull_request'] : events
}
