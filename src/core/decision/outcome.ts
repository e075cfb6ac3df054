import { isNotLookedFor } from '../identity/ran.js'
import type { Outcome } from './decision.js'
import { type Judgement, NOT_MATCHED } from './judge.js'
import type { Assessed } from './subject.js'

/** What may turn a judgement into a pass, and what may not be offered. */
export interface Mitigation {
  readonly suppressed: boolean
  readonly exception: Outcome['exception']
  /** Sentences about exceptions that no longer hold, or never did; null: there are none. */
  readonly refused: readonly string[] | null
  /** True where the policy forbids any exception, or names nobody who may approve one. */
  readonly isNever: boolean
}

/** An outcome while it is made: there may be a million of them, and a copy of each would not be small. */
export type OutcomeDraft = { -readonly [Field in keyof Outcome]: Outcome[Field] }

/** What is known about one finding, before anything is concluded. */
export function draftOf({ finding, identity, placement, facts, sla }: Assessed): OutcomeDraft {
  return {
    finding,
    id: identity.id,
    asset: placement.asset,
    tier: placement.tier,
    exposure: placement.exposure,
    owners: placement.owners,
    state: identity.state,
    stateReason: identity.stateReason,
    inDiff: identity.inDiff,
    kev: facts.kev,
    kevEntry: facts.kevEntry,
    epss: facts.epss,
    reachability: facts.reachability,
    firstDetected: identity.firstDetected,
    verdict: NOT_MATCHED.verdict,
    reason: NOT_MATCHED.reason,
    rules: NOT_MATCHED.rules,
    sla,
    exception: null,
    refusedExceptions: NONE,
    controls: NONE,
    canBeExcepted: false
  }
}

const NONE: readonly string[] = []

/** Writes down what was concluded about the finding. */
export function conclude(
  draft: OutcomeDraft,
  judgement: Judgement,
  { suppressed, exception, refused, isNever }: Mitigation
): Outcome {
  const excepted = exception !== null && judgement.verdict !== 'pass'
  draft.verdict = suppressed || excepted ? 'pass' : judgement.verdict
  draft.reason = suppressed ? 'suppressed' : excepted ? 'excepted' : judgement.reason
  draft.rules = judgement.rules
  draft.controls = judgement.controls
  draft.exception = excepted ? exception : null
  draft.refusedExceptions = refused ?? NONE
  draft.canBeExcepted = draft.verdict !== 'pass' && !isNever
  return draft
}

/** Whether a finding of the baseline is gone only because nothing looked for it. */
export const isUnseen = ({ reason, stateReason }: Pick<Outcome, 'reason' | 'stateReason'>): boolean =>
  reason === 'fixed' && isNotLookedFor(stateReason)

/** State and reason as files tell them: of what nobody looked for it is not known whether it is there, and no rule is asked. */
export const toldStanding = (outcome: Outcome): Pick<Outcome, 'state' | 'reason'> =>
  isUnseen(outcome) ? { state: 'unknown', reason: 'no-rule' } : { state: outcome.state, reason: outcome.reason }

/** A finding of the baseline that is gone: good news, outside the total. */
export const fixedOutcome = (assessed: Assessed): Outcome => ({
  ...draftOf(assessed),
  state: 'fixed',
  reason: 'fixed',
  sla: null
})
