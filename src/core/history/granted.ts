import { assessmentContextOf, type Evaluation } from '../decision/decide.js'
import type { Decision, Outcome } from '../decision/decision.js'
import { assess } from '../decision/subject.js'
import { isAboutSeveral } from '../exceptions/cover.js'
import type { ExceptionMatch, ExceptionOutcome, ExceptionRecord } from '../exceptions/exception.js'
import { quorum, type Risk } from '../exceptions/terms.js'
import { toInstant } from '../time/instant.js'

/** The exceptions of a stored decision as records, for another policy to judge. */
export interface Granted {
  readonly records: readonly ExceptionRecord[]
  /** Whether the decision leaves something open on which one of them rests: there it does not hold. */
  readonly isOpen: boolean
}

/**
 * What the decision shows as holding, with the terms that it records. A term that it does not tell (version 1 tells none)
 * is taken at its worst, so that the exception holds only where the policy does not ask for it. What an exception names
 * older files do not tell, and for which commit a comment approved it none does: where that matters it is dropped.
 */
export function grantedIn(decision: Decision, evaluation: Evaluation): Granted {
  const standing = standingExceptionsIn(decision)
  const byId = new Map(evaluation.findings.map(each => [each.identity.id, each]))
  const context = assessmentContextOf(evaluation)
  const records: ExceptionRecord[] = []
  let isOpen = false
  for (const outcome of decision.outcomes) {
    if (outcome.reason === 'fixed') continue
    for (const grant of grantsOf(outcome, standing)) {
      const identified = byId.get(outcome.id)
      if (identified === undefined) continue
      const { placement, effectiveSeverity: severity, facts } = assess(identified, context)
      const risk = { tier: placement.tier, severity, kev: facts.kev }
      const record = recordOf(outcome, grant)
      if (record === null || !isProven(outcome, grant, risk, evaluation)) isOpen = true
      else records.push(record)
      isOpen ||= grant.told?.account === undefined
    }
  }
  return { records, isOpen }
}

interface StandingExceptions {
  readonly ofFinding: ReadonlyMap<string, readonly ExceptionOutcome[]>
  readonly ofId: ReadonlyMap<string, readonly ExceptionOutcome[]>
}

function standingExceptionsIn({ exceptions }: Decision): StandingExceptions {
  const [ofFinding, ofId] = [new Map<string, ExceptionOutcome[]>(), new Map<string, ExceptionOutcome[]>()]
  const add = (to: Map<string, ExceptionOutcome[]>, key: string, each: ExceptionOutcome) =>
    to.set(key, [...(to.get(key) ?? []), each])
  for (const each of exceptions) {
    if (each.status !== 'active' && each.status !== 'expiring') continue
    add(ofId, each.id, each)
    if (each.finding !== null) add(ofFinding, each.finding, each)
  }
  return { ofFinding, ofId }
}

/** An exception of one finding, and what the decision tells of it. */
interface Grant {
  readonly id: string
  readonly expires: string | null
  /** Null where the decision lists no such exception, or several that could be meant. */
  readonly told: ExceptionOutcome | null
}

/** The one that the finding passes by, and whatever else stands for this very finding: the rules may not have asked for it. */
function grantsOf({ id, exception }: Outcome, { ofFinding, ofId }: StandingExceptions): readonly Grant[] {
  const own = ofFinding.get(id) ?? []
  const others = own.filter(each => each.id !== exception?.id && each.account !== undefined)
  const more = others.map((told): Grant => ({ id: told.id, expires: told.expires, told }))
  if (exception === null) return more
  const named = (ofId.get(exception.id) ?? []).filter(({ finding }) => finding === null || finding === id)
  const told = named.length === 1 ? (named[0] ?? null) : null
  return [{ ...exception, told }, ...more]
}

/** Whether all that terms do not say is known: that it covers the finding alone, at this tier, and has its approvals. */
function isProven(outcome: Outcome, { told }: Grant, risk: Risk, { policy }: Evaluation): boolean {
  const becomesTier0 = risk.tier === 0 && outcome.tier !== 0
  if (told?.source !== 'comment') {
    const match = told?.match ?? null
    const coversAll = match?.kind === 'finding' || !isAboutSeveral(outcome.finding)
    return coversAll && !(becomesTier0 && mayBeOfFolder(match))
  }
  // An approval does not carry over to a later commit there.
  if (becomesTier0) return false
  const { type = null, approvers = [] } = told.account ?? {}
  const have = Math.max(1, approvers.length)
  return have >= quorum(risk, type === null || type === 'break-glass', policy.exceptions)
}

/** At tier 0 a path that ends in /** covers nothing; what the file does not tell may be one. */
const mayBeOfFolder = (match: ExceptionMatch | null): boolean =>
  match === null || (match.kind !== 'finding' && match.path?.endsWith('/**') === true)

const LONG_AGO = '1970-01-01T00:00:00Z'

/** Null where its end cannot be read. */
function recordOf(outcome: Outcome, { id, expires: expiresText, told }: Grant): ExceptionRecord | null {
  const expires = expiresText === null ? null : toInstant(expiresText, 'ends')
  if (expires === null || expiresText === null) return null
  const { type = null, reason = null, owner = null, approvers = [], ticket = null, controls = [] } = told?.account ?? {}
  const times = approvers.map(({ at }) => at).sort()
  return {
    id,
    source: told?.source ?? 'file',
    place: null,
    // Of the types only these two have terms of their own, and what held has met them.
    type: type ?? 'risk-accept',
    match: { kind: 'finding', finding: outcome.id },
    reason: reason ?? 'not recorded',
    owner: owner ?? 'not recorded',
    approvedBy: approvers.length === 0 ? ['not recorded'] : approvers.map(({ login }) => login),
    ...(approvers.length === 0 ? {} : { approvers }),
    approvedAt: times[0] ?? LONG_AGO,
    expires,
    expiresText,
    ticket,
    controls
  }
}
