import { KNOWN_SEVERITIES, type KnownSeverity, severityRank } from '../finding.js'
import { DAY } from '../time/duration.js'
import { isoInstant } from '../time/instant.js'
import { type Policy, type SlaStatus, type SlaTable, TIERS, type Tier } from './policy.js'

/** Milliseconds by tier and severity. */
export type DurationTable = ReadonlyMap<Tier, ReadonlyMap<KnownSeverity, number>>

/** A finding is due soon in the last fifth of its time, but never more than this before its end. */
const DUE_SOON_SHARE = 0.2
export const DUE_SOON_AT_MOST = 7 * DAY

/** What the time to fix depends on. */
export interface SlaQuestion {
  readonly tier: Tier
  /** Severity with `unknown` counted as the policy says. */
  readonly severity: KnownSeverity
  readonly kev: boolean | null
  /** ISO 8601, or null where it is not known. */
  readonly firstDetected: string | null
}

/** When a finding has to be fixed, and where that stands. */
export interface Sla {
  /** ISO 8601 UTC. */
  readonly due: string
  readonly status: SlaStatus
}

/**
 * The shortest time that a table gives for a tier and severity, or null. A time for a milder severity or a less critical
 * tier also bounds what is worse, so that a gap in the table never gives the worse finding more time.
 */
export function boundOf(table: DurationTable, tier: Tier, severity: KnownSeverity): number | null {
  let least: number | null = null
  for (const lesserTier of TIERS.filter(candidate => candidate >= tier)) {
    for (const milder of KNOWN_SEVERITIES.filter(candidate => severityRank(candidate) <= severityRank(severity))) {
      const bound = table.get(lesserTier)?.get(milder)
      if (bound !== undefined && (least === null || bound < least)) least = bound
    }
  }
  return least
}

/** Milliseconds to fix, the shortest of all layers; null where no layer sets a time. */
export function timeToFix(policy: Pick<Policy, 'sla'>, question: Omit<SlaQuestion, 'firstDetected'>): number | null {
  const times = policy.sla.flatMap(table => timesOf(table, question))
  return times.length === 0 ? null : Math.min(...times)
}

function timesOf({ byTier, kev }: SlaTable, question: Omit<SlaQuestion, 'firstDetected'>): readonly number[] {
  return [boundOf(byTier, question.tier, question.severity), question.kev === true ? kev : null].filter(
    time => time !== null
  )
}

/** Due date and status at the instant `now` (milliseconds); null where there is no time to fix or no first detection. */
export function slaOf(policy: Pick<Policy, 'sla'>, question: SlaQuestion, now: number): Sla | null {
  if (policy.sla.length === 0) return null
  const time = timeToFix(policy, question)
  const start = question.firstDetected === null ? Number.NaN : Date.parse(question.firstDetected)
  if (time === null || Number.isNaN(start)) return null
  const due = start + time
  return { due: isoInstant(due), status: statusAt(now, due, time) }
}

function statusAt(now: number, due: number, time: number): SlaStatus {
  if (now >= due) return 'breached'
  return due - now <= Math.min(time * DUE_SOON_SHARE, DUE_SOON_AT_MOST) ? 'due-soon' : 'within'
}
