import type { Outcome } from '../decision/decision.js'
import { remedyFor } from '../decision/next-step.js'
import type { Key, Verb } from '../exceptions/commands/command.js'
import { lastDay, offeredLine, termsNow } from '../exceptions/commands/offer.js'
import type { ExceptionCandidate } from '../exceptions/exception.js'
import { maxDuration, quorum } from '../exceptions/terms.js'
import { approverNames, hasApprovers } from '../policy/approvers.js'
import type { ExceptionPolicy } from '../policy/policy.js'
import { formatDuration } from '../time/duration.js'
import type { Remedy, RuleTrace } from './trace.js'

/** What the remedies of one outcome depend on. */
export interface RemedyQuestion {
  readonly outcome: Outcome
  readonly matched: readonly RuleTrace[]
  readonly candidate: ExceptionCandidate
  readonly policy: ExceptionPolicy
  /** Commit that an approval has to name. */
  readonly headSha: string | null
  readonly now: string
  /** Reads the scanned tree; null where nobody can. */
  readonly source: ((path: string) => string | null) | null
  /** What the rules would say of the finding if a baseline knew it; null where its state is known. */
  readonly asExisting: Outcome['verdict'] | null
}

/** The changes that would let the finding pass, the one that removes the risk first. None of them loosens the policy. */
export function remediesOf(question: RemedyQuestion): readonly Remedy[] {
  const { outcome, source } = question
  if (outcome.verdict === 'pass') return [remedy('nothing', 'Nothing: it passes')]
  return [
    remedy('fix', remedyFor(outcome.finding, source)),
    ...baselineRemedy(question),
    ...countRemedies(question),
    noException(question) ?? exceptionRemedy(question)
  ]
}

function noException({ candidate, policy }: RemedyQuestion): Remedy | null {
  if (candidate.never)
    return remedy('no-exception', 'The policy allows no exception for this finding (exceptions.never)')
  if (hasApprovers(policy)) return null
  return remedy(
    'no-exception',
    'Nobody can approve an exception here: the policy names no approvers (exceptions.approvers)'
  )
}

const remedy = (kind: Remedy['kind'], text: string, commands: readonly string[] = []): Remedy => ({
  kind,
  text,
  commands
})

function baselineRemedy({ outcome, asExisting }: RemedyQuestion): readonly Remedy[] {
  if (asExisting === null || asExisting === outcome.verdict) return []
  const text = `Give the SARIF of the base commit as baseline: nobody can tell yet whether the change brings this in; if the base has it too, the rules say ${asExisting}`
  return [remedy('baseline', text)]
}

/** Only where every rule that decided counts findings, does bringing the number down help. */
function countRemedies({ outcome, matched }: RemedyQuestion): readonly Remedy[] {
  const decisive = matched.filter(({ verdict }) => verdict === outcome.verdict)
  if (!decisive.every(({ count }) => count !== null)) return []
  return decisive.flatMap(({ id, count }) => {
    if (count === null) return []
    const surplus = count.matched - count.moreThan
    const text = `Fix ${surplus} of the ${count.matched} findings that rule ${id} matches: it counts only above ${count.moreThan}`
    return [remedy('count', text)]
  })
}

function exceptionRemedy({ outcome, candidate, policy, headSha, now }: RemedyQuestion): Remedy {
  const risk = { tier: candidate.tier, severity: candidate.effectiveSeverity, kev: candidate.kev }
  const longest = maxDuration(risk, policy)
  const expires = lastDay(now, longest)
  const approvals = quorum(risk, false, policy)
  const cap =
    longest === null
      ? 'the policy sets no longest duration'
      : `at most ${formatDuration(longest)} at tier ${candidate.tier} for ${risk.severity}${risk.kev === true ? ', known exploited' : ''}${expires === null ? '' : `, so until ${expires}`}`
  const terms = termsNow(risk, policy, { now, sha: headSha ?? 'FULL-HEAD-SHA', login: null })
  const values = new Map<Key, string>([
    ['type', 'risk-accept'],
    ...(expires === null ? [] : [['expires', expires] as const])
  ])
  const line = (verb: Verb) => offeredLine({ verb, finding: outcome.id, values }, terms, now) ?? []
  return remedy(
    'exception',
    `Or request an exception, on GitHub by comment, elsewhere by an entry of the exceptions file: ${cap}; ${approvals} of these must approve: ${people(policy)}`,
    [line('request'), line('approve')].flat()
  )
}

function people(policy: ExceptionPolicy): string {
  return approverNames(policy).join(', ') || 'nobody (the policy names no approvers)'
}
