import type { Decision, Outcome } from '../decision/decision.js'
import { remedyFor } from '../decision/next-step.js'
import { worst } from '../policy/policy.js'
import type { ExceptionTrace, Remedy, RuleTrace, Trace } from './trace.js'

/** What stands where only the policy or a feed could tell more. */
const AS_RECORDED = 'as the decision records it'
const NOT_RECORDED = 'the decision records none'
const recorded = (value: unknown): string => (value === null ? NOT_RECORDED : AS_RECORDED)

/**
 * Why a finding of a stored decision got its verdict, from the decision alone: the rules that matched, facts and
 * exceptions, without the conditions of the policy, which a decision does not hold.
 */
export function storedTrace(decision: Decision, outcome: Outcome): Trace {
  const { evaluatedAt, change, inputs } = decision
  const { finding } = outcome
  const { suppression } = finding
  const decisive = outcome.rules.reduce((most, { verdict }) => worst(most, verdict), outcome.verdict)
  const exceptions = decision.exceptions.filter(({ finding: id }) => id === outcome.id)
  return {
    outcome,
    evaluatedAt,
    change: { event: change.event, branch: change.branch, headSha: change.headSha },
    layers: inputs.filter(({ kind }) => kind === 'policy').map(({ name, sha256 }) => ({ name, sha256 })),
    decisive: outcome.rules.filter(({ verdict }) => verdict === decisive).map(({ id }) => id),
    matched: outcome.rules.map(ruleTrace),
    near: [],
    others: 0,
    tier: {
      value: outcome.tier,
      reason: outcome.asset === null ? AS_RECORDED : `asset ${outcome.asset}`,
      layers: []
    },
    state: {
      value: outcome.state,
      reason: outcome.stateReason,
      inDiff: outcome.inDiff,
      firstDetected: outcome.firstDetected
    },
    category: { value: finding.category, reported: finding.category },
    severity: {
      value: finding.severity,
      counted: finding.severity === 'unknown' ? null : finding.severity,
      source: finding.severitySource,
      score: finding.score,
      conflict: finding.severityConflict,
      reported: finding.severity
    },
    kev: { value: outcome.kev, released: null, listed: [], reason: recorded(outcome.kev) },
    epss: { value: outcome.epss, date: null, scores: [], reason: recorded(outcome.epss) },
    reachability: { value: outcome.reachability, vex: [] },
    suppression: suppression === null ? null : { claimed: suppression.kind, honoured: outcome.reason === 'suppressed' },
    sla: {
      times: [],
      due: outcome.sla?.due ?? null,
      status: outcome.sla?.status ?? null,
      reason: recorded(outcome.sla)
    },
    exceptions: exceptions.map(exceptionTrace),
    unrelatedExceptions: decision.exceptions.length - exceptions.length,
    remedies: remediesOf(outcome)
  }
}

const ruleTrace = ({ id, layer, verdict, declared, belowCount }: Outcome['rules'][number]): RuleTrace => ({
  id,
  layer,
  place: null,
  description: null,
  declared,
  mode: belowCount || verdict === declared ? 'enforce' : verdict === 'pass' ? 'monitor' : 'warn',
  verdict,
  count: null,
  when: [],
  unless: [],
  failing: []
})

const exceptionTrace = ({ id, source, expires, status, problem }: Decision['exceptions'][number]): ExceptionTrace => {
  const holds = status === 'active' || status === 'expiring'
  return {
    id,
    source,
    place: null,
    expires: expires ?? 'not recorded',
    fields: [],
    holds,
    problem: holds ? null : (problem ?? status)
  }
}

/** Comments are answered on GitHub alone. */
const OR_REQUEST = 'Or request an exception: on GitHub by this comment, elsewhere by an entry of the exceptions file'

function remediesOf({ id, verdict, finding, canBeExcepted }: Outcome): readonly Remedy[] {
  if (verdict === 'pass') return [{ kind: 'nothing', text: 'Nothing: it passes', commands: [] }]
  const fix: Remedy = { kind: 'fix', text: remedyFor(finding, null), commands: [] }
  const exception: Remedy = canBeExcepted
    ? { kind: 'exception', text: OR_REQUEST, commands: [`/gate request ${id} reason="…"`] }
    : { kind: 'no-exception', text: 'The decision offers no exception for this finding', commands: [] }
  return [fix, exception]
}
