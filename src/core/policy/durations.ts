import type { SeverityDurations } from '../../generated/policy.js'
import type { KnownSeverity } from '../finding.js'
import { parseDuration } from '../time/duration.js'
import { TIERS, type Tier } from './policy.js'

const RATED = ['critical', 'high', 'medium', 'low'] as const satisfies readonly KnownSeverity[]

/** A table as `sla` and `max-duration` have it: durations by severity under `tier-0` to `tier-2`. */
export type DurationsByTier = { readonly [tier in `tier-${Tier}`]?: SeverityDurations }

/** Milliseconds by tier and severity; tiers that are not named are left out. */
export function durationTable(entry: DurationsByTier): ReadonlyMap<Tier, ReadonlyMap<KnownSeverity, number>> {
  const table = new Map<Tier, ReadonlyMap<KnownSeverity, number>>()
  for (const tier of TIERS) {
    const row = entry[`tier-${tier}`]
    if (row === undefined) continue
    const cells = RATED.flatMap(severity => {
      const duration = row[severity]
      const time = duration === undefined ? null : parseDuration(duration)
      return time === null ? [] : [[severity, time] as const]
    })
    table.set(tier, new Map(cells))
  }
  return table
}
