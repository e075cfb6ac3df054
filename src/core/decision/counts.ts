import { type Verdict, worst } from '../policy/policy.js'
import type { SarifInput } from '../sarif/input.js'
import type { Counts, Outcome, Reason } from './decision.js'
import { isUnseen } from './outcome.js'

/** Tallies outcomes by verdict and reason; fixed ones are outside the total (contract §6). */
export function countOutcomes(outcomes: readonly Outcome[], inputs: readonly SarifInput[]): Counts {
  const verdicts: Record<Verdict, number> = { pass: 0, warn: 0, block: 0 }
  const reasons: Partial<Record<Reason, number>> = {}
  let occurrences = 0
  for (const outcome of outcomes) {
    const { reason, verdict, finding } = outcome
    // What nothing looked for is gone from the files, and nobody knows of it from the code.
    if (isUnseen(outcome)) continue
    reasons[reason] = (reasons[reason] ?? 0) + 1
    if (reason === 'fixed') continue
    verdicts[verdict] += 1
    occurrences += finding.occurrences
  }
  const notFindings = inputs.reduce((sum, input) => sum + input.notFindings, 0)
  const of = (reason: Reason): number => reasons[reason] ?? 0
  return {
    block: verdicts.block,
    warn: verdicts.warn,
    pass: verdicts.pass,
    total: verdicts.block + verdicts.warn + verdicts.pass,
    excepted: of('excepted'),
    suppressed: of('suppressed'),
    monitored: of('monitored'),
    fixed: of('fixed'),
    results: occurrences + notFindings,
    notFindings
  }
}

/**
 * What the finding would get if every rule were enforced; null where the modes of rules hold nothing back. What is
 * suppressed or excepted stays so.
 */
export function enforcedVerdict({ verdict, reason, rules }: Outcome): Verdict | null {
  if (reason !== 'rule' && reason !== 'monitored') return null
  const enforced = rules.reduce<Verdict>(
    (most, rule) => (rule.belowCount || rule.declared === rule.verdict ? most : worst(most, rule.declared)),
    'pass'
  )
  return worst(enforced, verdict) === verdict ? null : enforced
}

/** What the modes of rules hold back: what a rollout would cost. */
export interface HeldBack {
  readonly block: readonly Outcome[]
  readonly warn: readonly Outcome[]
  /** How many of those that would block are critical. */
  readonly critical: number
}

/** What was found of a decision's outcomes: several views ask, and some more than once. */
const known = new WeakMap<readonly Outcome[], HeldBack>()

/** The findings that would get a stricter verdict if every rule were enforced, in the order of the decision. */
export function heldBack(outcomes: readonly Outcome[]): HeldBack {
  const found = known.get(outcomes) ?? heldBackOf(outcomes)
  known.set(outcomes, found)
  return found
}

function heldBackOf(outcomes: readonly Outcome[]): HeldBack {
  const block: Outcome[] = []
  const warn: Outcome[] = []
  for (const outcome of outcomes) {
    const would = enforcedVerdict(outcome)
    if (would === 'block') block.push(outcome)
    else if (would === 'warn') warn.push(outcome)
  }
  return { block, warn, critical: block.filter(({ finding }) => finding.severity === 'critical').length }
}
