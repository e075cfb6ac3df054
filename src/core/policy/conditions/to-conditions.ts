import type { ConditionsEntry } from '../../../generated/policy.js'
import { parseDuration } from '../../time/duration.js'
import type { Conditions } from '../policy.js'

/** Conditions as a file has them, as the model has them: one value or many becomes a list, absent becomes null. */
export function toConditions(entry: ConditionsEntry): Conditions {
  const minAge = entry['min-age']
  return {
    tier: list(entry.tier),
    asset: list(entry.asset),
    exposure: list(entry.exposure),
    category: list(entry.category),
    tool: list(entry.tool),
    ruleId: list(entry['rule-id']),
    cwe: list(entry.cwe),
    identifier: list(entry.identifier),
    package: list(entry.package),
    paths: list(entry.paths),
    severity: list(entry.severity),
    minSeverity: entry['min-severity'] ?? null,
    minScore: entry['min-score'] ?? null,
    state: list(entry.state),
    inDiff: entry['in-diff'] ?? null,
    kev: entry.kev ?? null,
    minEpss: entry['min-epss'] ?? null,
    reachability: list(entry.reachability),
    fixAvailable: entry['fix-available'] ?? null,
    minAge: minAge === undefined ? null : parseDuration(minAge),
    sla: list(entry.sla),
    branch: list(entry.branch),
    event: list(entry.event),
    tags: list(entry.tags)
  }
}

const list = <T>(value: T | readonly T[] | undefined): readonly T[] | null =>
  value === undefined ? null : Array.isArray(value) ? (value as readonly T[]) : [value as T]
