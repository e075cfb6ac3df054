import type { KnownSeverity, Severity } from '../finding.js'
import { KNOWN_SEVERITIES, severityRank } from '../finding.js'
import { TIERS, VERDICTS } from '../policy/policy.js'
import type { Outcome } from './decision.js'

/** Compares by UTF-16 code units: the same on every machine and in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The canonical order (contract §6): verdict, tier, severity, path, line, rule, id; the worst first, fixed ones last.
 * Findings without a path follow those with one. `unknownAs` is what an unknown severity counts as. By numbers as far as
 * they tell: of a million findings texts are compared where those are equal.
 */
export function sortOutcomes(outcomes: readonly Outcome[], unknownAs: KnownSeverity): readonly Outcome[] {
  const paths = rankedPaths(outcomes)
  const ranks = severityRanks(unknownAs)
  const most = outcomes.length
  // The place in the list is the last part of each number: so sorted, they still say whose they are.
  const keys = Float64Array.from(outcomes, (outcome, index) => {
    const { location, severity } = outcome.finding
    const place = location === null ? paths.size : (paths.get(location.path) ?? paths.size)
    return (gravityOf(outcome, ranks[severity]) * (paths.size + 1) + place) * most + index
  })
  const sorted = Array.from(keys.sort(), key => outcomes[key % most]).filter(outcome => outcome !== undefined)
  sortEqual(sorted, keys, most)
  return sorted
}

/** Puts those in order that stand at one path and weigh the same. */
function sortEqual(sorted: Outcome[], keys: Float64Array, most: number): void {
  for (let start = 0, end = 1; start < sorted.length; start = end, end += 1) {
    const rank = Math.floor((keys[start] ?? 0) / most)
    while (end < sorted.length && Math.floor((keys[end] ?? 0) / most) === rank) end += 1
    if (end - start === 1) continue
    for (const [index, outcome] of sorted.slice(start, end).sort(compareWithin).entries())
      sorted[start + index] = outcome
  }
}

/** The position of each path among all. */
function rankedPaths(outcomes: readonly Outcome[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>()
  for (const { finding } of outcomes) if (finding.location !== null) ranks.set(finding.location.path, 0)
  // Without a function to compare by, texts are put in the order of their UTF-16 code units, as by compareText.
  for (const [rank, path] of [...ranks.keys()].sort().entries()) ranks.set(path, rank)
  return ranks
}

const severityRanks = (unknownAs: KnownSeverity): Readonly<Record<Severity, number>> => ({
  none: severityRank('none'),
  low: severityRank('low'),
  medium: severityRank('medium'),
  high: severityRank('high'),
  critical: severityRank('critical'),
  unknown: severityRank(unknownAs)
})

/** Less for what comes first, by all that is no text. */
function gravityOf({ state, verdict, tier }: Outcome, severity: number): number {
  const verdictFirst = Number(state === 'fixed') * VERDICTS.length + VERDICTS.length - 1 - VERDICTS.indexOf(verdict)
  return (verdictFirst * TIERS.length + tier) * KNOWN_SEVERITIES.length + KNOWN_SEVERITIES.length - 1 - severity
}

/** The order of two findings of one file, or of none. */
function compareWithin(a: Outcome, b: Outcome): number {
  return (
    (a.finding.location?.startLine ?? 0) - (b.finding.location?.startLine ?? 0) ||
    compareText(a.finding.ruleId, b.finding.ruleId) ||
    compareText(a.id, b.id)
  )
}
