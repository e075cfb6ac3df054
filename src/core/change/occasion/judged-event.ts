import { EVENT_NAMES, EVENTS, type EventName, JUDGED_EVENTS, type JudgedEvent } from './events.js'

/** The event that rules are asked about: a run that is about a pull request is judged as its own run is. */
export const judgedAs = (event: EventName): JudgedEvent => JUDGED_EVENTS[EVENTS[event]]

/** By the names of GitHub's events what each is judged as; of one that follows another run only that run tells. */
export const JUDGED_BY_NAME: Readonly<Record<string, JudgedEvent>> = Object.fromEntries(
  EVENT_NAMES.filter(name => name !== 'other' && EVENTS[name] !== 'run').map(name => [name, judgedAs(name)])
)

/** Whether GitHub names an event so that is about a pull request, one of tomorrow among them. */
export const namesRequest = (event: string): boolean => /^pull_request(?:_[a-z_]+)?$/.test(event)

/** Whether what is judged on that event waits for its merge, and is never judged by its own policy. */
export const awaitsMerge = (event: string | null): boolean =>
  event === JUDGED_EVENTS.request || event === JUDGED_EVENTS.queue
