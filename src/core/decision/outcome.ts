import { type Judgement, NOT_MATCHED } from './judge.js'
import type { Outcome } from './model.js'
import { nextStep } from './next-step.js'
import type { Assessed } from './subject.js'

/** What may turn a judgement into a pass, and what may not be offered. */
export interface Mitigation {
  readonly suppressed: boolean
  readonly exception: Outcome['exception']
  /** Sentences about exceptions that no longer hold, or never did. */
  readonly refused: readonly string[]
  /** True where the policy forbids any exception. */
  readonly isNever: boolean
}

/** Puts together what is known and what was concluded about one finding. */
export function outcomeOf(
  assessed: Assessed,
  judgement: Judgement,
  { suppressed, exception, refused, isNever }: Mitigation
): Outcome {
  const { finding, identity, placement, facts, sla } = assessed
  const excepted = exception !== null && judgement.verdict !== 'pass'
  const verdict = suppressed || excepted ? 'pass' : judgement.verdict
  return {
    finding,
    id: identity.id,
    fingerprint: identity.fingerprint,
    asset: placement.asset,
    tier: placement.tier,
    exposure: placement.exposure,
    owners: placement.owners,
    state: identity.state,
    stateReason: identity.stateReason,
    inDiff: identity.inDiff,
    kev: facts.kev,
    epss: facts.epss,
    reachability: facts.reachability,
    firstDetected: identity.firstDetected,
    verdict,
    reason: suppressed ? 'suppressed' : excepted ? 'excepted' : judgement.reason,
    rules: judgement.rules,
    sla,
    exception: excepted ? exception : null,
    refusedExceptions: refused,
    next: nextStep(finding, identity.id, verdict, !isNever)
  }
}

/** A finding of the baseline that is gone: good news, outside the total. */
export function fixedOutcome(assessed: Assessed) {
  const outcome = outcomeOf(assessed, NOT_MATCHED, { suppressed: false, exception: null, refused: [], isNever: false })
  const fixed: Outcome = { ...outcome, state: 'fixed', reason: 'fixed', sla: null }
  return { outcome: fixed, effectiveSeverity: assessed.effectiveSeverity }
}
