import { assessmentContextOf, candidateOf, type Evaluation } from '../decision/decide.js'
import type { Decision, Outcome } from '../decision/decision.js'
import { compileRules, judge, matchRules, RuleCounter } from '../decision/judge.js'
import {
  type AssessmentContext,
  type LayerSightings,
  neverExcepted,
  sightingsOf,
  wholeOf
} from '../decision/sightings.js'
import { suppressionHolds } from '../decision/suppression.js'
import { locationsOf, type State } from '../finding.js'
import type { IdentifiedFinding } from '../identity/identified.js'
import { isNotLookedFor } from '../identity/ran.js'
import type { Verdict } from '../policy/policy.js'
import { traceExceptions } from './exceptions.js'
import {
  traceEpss,
  traceKev,
  traceReachability,
  traceSeverity,
  traceSla,
  traceSuppression,
  traceTier
} from './fact-traces.js'
import { remediesOf } from './remedies.js'
import { type RuleTraces, traceRules } from './rules.js'
import type { Trace } from './trace.js'

/**
 * Why one finding of a decision got its verdict: every fact with its origin, every rule condition by condition, every
 * exception field by field, and what would change it. Pure; `decision` is what `decide` made of `evaluation`.
 */
export function traceOf(
  evaluation: Evaluation,
  decision: Decision,
  outcome: Outcome,
  source: ((path: string) => string | null) | null = null
): Trace {
  const { policy, facts, now } = evaluation
  const context = assessmentContextOf(evaluation)
  const identified = identifiedOf(evaluation, outcome)
  const sightings = sightingsOf(identified, context)
  const assessed = wholeOf(sightings)
  const seen = outcome.state === 'fixed' ? withState(sightings, outcome.state) : sightings
  const rules = unlessSpared(traceRules(policy, seen, outcome, decision), outcome)
  const candidate = candidateOf(
    assessed,
    neverExcepted(context)(identified),
    outcome.rules.some(({ verdict }) => verdict !== 'pass')
  )
  const isAmbiguous = evaluation.findings.filter(({ identity }) => identity.id === outcome.id).length > 1
  const { headSha, event } = decision.change
  return {
    outcome,
    evaluatedAt: now,
    change: { event, branch: evaluation.change.branch, headSha },
    layers: policy.layers.map(({ name, sha256 }) => ({ name, sha256 })),
    decisive: outcome.rules.filter(({ verdict }) => verdict === worstOf(outcome)).map(({ id }) => id),
    ...rules,
    tier: traceTier(assessed, policy),
    state: {
      value: outcome.state,
      reason: outcome.stateReason,
      inDiff: outcome.inDiff,
      firstDetected: outcome.firstDetected
    },
    category: { value: assessed.finding.category, reported: identified.finding.category },
    severity: traceSeverity(assessed, identified.finding),
    kev: traceKev(assessed, facts),
    epss: traceEpss(assessed, facts),
    reachability: traceReachability(assessed, facts),
    suppression: traceSuppression(assessed, suppressionHolds(sightings, context)),
    sla: traceSla(assessed, policy),
    ...traceExceptions(evaluation.exceptions, candidate, isAmbiguous, policy.exceptions, now),
    remedies: remediesOf({
      outcome,
      matched: rules.matched,
      candidate,
      policy: policy.exceptions,
      headSha,
      now,
      source,
      asExisting: outcome.state === 'unknown' ? verdictAsExisting(sightings, context, decision) : null
    })
  }
}

const worstOf = ({ rules }: Outcome): Verdict => {
  if (rules.some(({ verdict }) => verdict === 'block')) return 'block'
  return rules.some(({ verdict }) => verdict === 'warn') ? 'warn' : 'pass'
}

/** What is suppressed or gone is not put to the rules: those that would match are the nearest ones. */
function unlessSpared(rules: RuleTraces, { reason, stateReason }: Outcome): RuleTraces {
  if (reason !== 'suppressed' && reason !== 'fixed') return rules
  const gone = isNotLookedFor(stateReason) ? 'nothing looked for the finding' : 'the finding is gone'
  const failing = [reason === 'fixed' ? gone : 'the finding is suppressed']
  return { ...rules, matched: [], near: [...rules.matched.map(rule => ({ ...rule, failing })), ...rules.near] }
}

/** Ids can be shared by findings that nobody can tell apart; then the place decides. */
function identifiedOf({ findings, fixed }: Evaluation, { id, finding, state }: Outcome): IdentifiedFinding {
  const own = (state === 'fixed' ? fixed : findings).filter(({ identity }) => identity.id === id)
  const places = JSON.stringify(locationsOf(finding))
  const found = own.find(each => JSON.stringify(locationsOf(each.finding)) === places) ?? own[0]
  if (found === undefined) throw new TypeError(`the evaluation has no finding ${id}`)
  return found
}

/** What the rules would say if a baseline had the finding. Counts stay as they are. */
function verdictAsExisting(
  sightings: LayerSightings,
  context: AssessmentContext,
  { outcomes, evaluatedAt }: Decision
): Verdict {
  const rules = compileRules(context.policy, evaluatedAt)
  const counter = new RuleCounter(rules)
  const indexes = new Map(rules.map(({ rule }, index) => [`${rule.layer}\0${rule.id}`, index]))
  for (const outcome of outcomes) {
    if (outcome.reason === 'excepted') continue
    counter.add(outcome.rules.flatMap(({ id, layer }) => indexes.get(`${layer}\0${id}`) ?? []))
  }
  return judge(rules, matchRules(rules, withState(sightings, 'existing')), counter).verdict
}

const withState = (sightings: LayerSightings, state: State) =>
  sightings.map(({ subject }) => ({ subject: { ...subject, state } }))
