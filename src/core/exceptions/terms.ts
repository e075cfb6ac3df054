import type { KnownSeverity } from '../finding.js'
import { type ExceptionPolicy, TIERS, type Tier } from '../policy/policy.js'
import { boundOf } from '../policy/sla.js'
import { describeDuration, HOUR } from '../time/duration.js'
import { span, time } from '../time/instant.js'
import type { ExceptionRecord } from './exception.js'

/** How long a break-glass exception holds, counted from its command (contract §5). */
export const BREAK_GLASS_DURATION = 24 * HOUR

/** What the terms of an exception depend on. */
export interface Risk {
  readonly tier: Tier
  readonly severity: KnownSeverity
  readonly kev: boolean | null
}

// What is more critical never gets easier terms, even where the policy leaves a tier or severity out: each lookup
// takes the strictest of the finding's own entry and those of less critical tiers and milder severities.
const lessCritical = (tier: Tier): readonly Tier[] => TIERS.filter(other => other >= tier)

/** The longest duration allowed, in milliseconds; null where the policy sets no bound. */
export function maxDuration({ tier, severity, kev }: Risk, policy: ExceptionPolicy): number | null {
  const { byTier, kev: kevBound } = policy.maxDuration
  const bound = boundOf(byTier, tier, severity)
  if (kev !== true || kevBound === null) return bound
  return bound === null ? kevBound : Math.min(bound, kevBound)
}

/** How many distinct people have to approve, at least one. */
export function quorum({ tier, kev }: Risk, isBreakGlass: boolean, policy: ExceptionPolicy): number {
  const standard = policy.quorum.get('default') ?? 1
  const needed = [1, ...lessCritical(tier).map(t => policy.quorum.get(`tier-${t}`) ?? standard)]
  if (kev === true) needed.push(policy.quorum.get('kev') ?? standard)
  if (isBreakGlass) needed.push(policy.quorum.get('break-glass') ?? standard)
  return Math.max(...needed)
}

/** The terms that every exception has to meet, wherever it comes from. */
export type Terms = Pick<ExceptionRecord, 'type' | 'approvedAt' | 'expires' | 'expiresText' | 'ticket' | 'controls'>

/** Why terms do not hold for a risk; a closed set. */
export type TermsCode = 'too-long' | 'ticket-required' | 'controls-required'

/** One thing that is wrong with the terms of an exception. */
export interface TermsProblem {
  readonly code: TermsCode
  readonly sentence: string
}

/** The first thing that is wrong with the terms at this risk, or null. */
export const termsProblem = (terms: Terms, risk: Risk, policy: ExceptionPolicy): TermsProblem | null =>
  termsProblems(terms, risk, policy)[0] ?? null

/** All that is wrong with the terms at this risk. The time of evaluation does not matter here. */
export function termsProblems(terms: Terms, risk: Risk, policy: ExceptionPolicy): readonly TermsProblem[] {
  const where = `at tier ${risk.tier}`
  const problems: TermsProblem[] = []
  const tooLong = durationProblem(terms, risk, policy)
  if (tooLong !== null) problems.push({ code: 'too-long', sentence: tooLong })
  const isRequired = (tiers: readonly Tier[]) => lessCritical(risk.tier).some(tier => tiers.includes(tier))
  if (terms.ticket === null && (terms.type === 'break-glass' || isRequired(policy.require.ticket))) {
    problems.push({ code: 'ticket-required', sentence: `a ticket is required ${where}` })
  }
  // A break-glass command names an incident instead of controls (contract §5).
  const needsControls = terms.type !== 'break-glass' && isRequired(policy.require.controls)
  if (terms.controls.length === 0 && (terms.type === 'mitigated' || needsControls)) {
    problems.push({ code: 'controls-required', sentence: `compensating controls are required ${where}` })
  }
  return problems
}

function durationProblem(terms: Terms, risk: Risk, policy: ExceptionPolicy): string | null {
  const isBreakGlass = terms.type === 'break-glass'
  const allowed = isBreakGlass ? BREAK_GLASS_DURATION : maxDuration(risk, policy)
  const length = span(terms.approvedAt, terms.expires, terms.expiresText)
  if (allowed === null || length <= allowed) return null
  const exploited = risk.kev ? ', known exploited' : ''
  const why = isBreakGlass ? 'for break-glass' : `at tier ${risk.tier} for ${risk.severity}${exploited}`
  return `it runs for ${describeDuration(length)}, at most ${describeDuration(allowed)} are allowed ${why}`
}

/** An exception is about to expire in the last part of its length, so that a short one is not so from its first day. */
const LAST_PART = 1 / 5

/**
 * Where an exception stands at an instant. `expires` is the last instant at which it holds; it is expiring from the
 * policy's notice on, or in its last fifth where that is shorter.
 */
export function phase(
  { approvedAt, expires }: Pick<ExceptionRecord, 'approvedAt' | 'expires'>,
  policy: ExceptionPolicy,
  now: string
): 'active' | 'expiring' | 'expired' {
  const left = time(expires) - time(now)
  if (left < 0) return 'expired'
  const length = time(expires) - time(approvedAt)
  return left <= Math.min(policy.expiringNotice, length * LAST_PART) ? 'expiring' : 'active'
}
