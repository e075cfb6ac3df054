import type { Evaluation } from '../decision/decide.js'
import type { Decision, Outcome } from '../decision/decision.js'
import { DUE_SOON_AT_MOST } from '../policy/sla.js'
import { isoInstant, time, toInstant } from '../time/instant.js'

/**
 * The first instant (ISO 8601 UTC) at which time alone may make the answer stricter: an exception or a suppression ends,
 * a rule begins to enforce, a finding grows too old or its time to fix runs out, evidence becomes stale. It may be told
 * too early, never too late. Null: nothing that the answer rests on ends.
 */
export function endOf({ policy, now }: Pick<Evaluation, 'policy' | 'now'>, decision: Decision): string | null {
  const at = time(now)
  const ages = minAges(policy)
  const ends = [
    ...decision.outcomes.flatMap(outcome => [
      ...grantsOf(outcome),
      ...dueOf(outcome, at),
      ...ages.flatMap(age => agedAt(outcome, age))
    ]),
    ...rolloutsOf(decision, policy),
    ...freshnessOf(policy, at)
  ].filter(end => end > at)
  // Not `Math.min(...)`: there may be a million of them.
  const first = ends.reduce((least, end) => Math.min(least, end), Number.POSITIVE_INFINITY)
  return Number.isFinite(first) ? isoInstant(first) : null
}

/** What lets a finding pass until some day: the last instant at which it holds is followed by the end. */
function grantsOf({ exception, finding }: Outcome): readonly number[] {
  const last = exception === null ? null : toInstant(exception.expires, 'ends')
  const until = finding.suppression?.until
  return [...(last === null ? [] : [time(last) + 1]), ...(until === undefined ? [] : [time(until)])]
}

/** When the time to fix runs short, at the earliest, and when it is over. */
function dueOf({ sla }: Outcome, at: number): readonly number[] {
  if (sla === null || sla.status === 'breached') return []
  const due = time(sla.due)
  const soon = due - DUE_SOON_AT_MOST
  return sla.status === 'within' && soon > at ? [soon] : [due]
}

/** Ages that the policy asks for, in milliseconds. */
function minAges({ rules, exceptions }: Evaluation['policy']): readonly number[] {
  const conditions = [
    ...rules.flatMap(({ when, unless }) => [when, unless]),
    ...exceptions.never.map(({ when }) => when)
  ]
  return conditions.flatMap(each => each?.['min-age'] ?? [])
}

function agedAt({ firstDetected }: Outcome, age: number): readonly number[] {
  const start = firstDetected === null ? Number.NaN : Date.parse(firstDetected)
  return Number.isNaN(start) ? [] : [start + age]
}

/** Rules that match and are held back until a day. */
function rolloutsOf({ outcomes }: Decision, { rules }: Evaluation['policy']): readonly number[] {
  const isHeldBack = (id: string, layer: string) =>
    outcomes.some(outcome =>
      outcome.rules.some(rule => rule.id === id && rule.layer === layer && rule.verdict !== rule.declared)
    )
  return rules.flatMap(({ id, layer, enforceFrom }) =>
    enforceFrom !== null && isHeldBack(id, layer) ? [time(enforceFrom)] : []
  )
}

/** Evidence that is fresh now is stale once its greatest age has passed, at the latest. */
const freshnessOf = ({ scans, feeds }: Evaluation['policy'], at: number): readonly number[] =>
  [...scans, ...feeds.values()].flatMap(({ maxAge }) => (maxAge === null ? [] : [at + maxAge]))
