import { severityRank } from '../finding.js'
import type { KnownSeverity } from '../finding.js'
import { VERDICTS } from '../policy/model.js'
import type { Outcome } from './model.js'

/** Compares by UTF-16 code units: the same on every machine and in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** An outcome with what it is sorted by. */
export interface Sortable {
  readonly outcome: Outcome
  readonly effectiveSeverity: KnownSeverity
}

/**
 * The canonical order (contract §6): verdict, tier, severity, path, line, rule, id; the worst first, fixed ones last.
 * Findings without a path follow those with one.
 */
export function sortOutcomes(outcomes: Sortable[]): readonly Outcome[] {
  return outcomes.sort(compareOutcomes).map(({ outcome }) => outcome)
}

function compareOutcomes(left: Sortable, right: Sortable): number {
  const a = left.outcome
  const b = right.outcome
  const [aPlace, bPlace] = [a.finding.location, b.finding.location]
  return (
    Number(a.state === 'fixed') - Number(b.state === 'fixed') ||
    VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict) ||
    a.tier - b.tier ||
    severityRank(right.effectiveSeverity) - severityRank(left.effectiveSeverity) ||
    Number(aPlace === null) - Number(bPlace === null) ||
    compareText(aPlace?.path ?? '', bPlace?.path ?? '') ||
    (aPlace?.startLine ?? 0) - (bPlace?.startLine ?? 0) ||
    compareText(a.finding.ruleId, b.finding.ruleId) ||
    compareText(a.id, b.id)
  )
}
