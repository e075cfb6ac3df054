import type { KnownSeverity, Severity } from '../finding.js'
import { severityRank } from '../finding.js'
import { VERDICTS } from '../policy/policy.js'
import type { Outcome } from './decision.js'

/** Compares by UTF-16 code units: the same on every machine and in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The canonical order (contract §6): verdict, tier, severity, path, line, rule, id; the worst first, fixed ones last.
 * Findings without a path follow those with one. `unknownAs` is what an unknown severity counts as.
 */
export function sortOutcomes(outcomes: Outcome[], unknownAs: KnownSeverity): readonly Outcome[] {
  const ranks: Readonly<Record<Severity, number>> = {
    none: severityRank('none'),
    low: severityRank('low'),
    medium: severityRank('medium'),
    high: severityRank('high'),
    critical: severityRank('critical'),
    unknown: severityRank(unknownAs)
  }
  return outcomes.sort((a, b) => compareOutcomes(a, b, ranks))
}

function compareOutcomes(a: Outcome, b: Outcome, ranks: Readonly<Record<Severity, number>>): number {
  const aPlace = a.finding.location
  const bPlace = b.finding.location
  return (
    Number(a.state === 'fixed') - Number(b.state === 'fixed') ||
    VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict) ||
    a.tier - b.tier ||
    ranks[b.finding.severity] - ranks[a.finding.severity] ||
    Number(aPlace === null) - Number(bPlace === null) ||
    compareText(aPlace?.path ?? '', bPlace?.path ?? '') ||
    (aPlace?.startLine ?? 0) - (bPlace?.startLine ?? 0) ||
    compareText(a.finding.ruleId, b.finding.ruleId) ||
    compareText(a.id, b.id)
  )
}
