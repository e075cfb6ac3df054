import { severityRank } from '../../finding.js'
import { formatDuration } from '../../time/duration.js'
import type { Conditions, Rule, Subject } from '../policy.js'
import { atLeast, type Check, given, globs, type Holds, oneOf, type Role, single } from './condition.js'
import { identityChecks } from './condition-identity.js'

/** One condition as it was answered for one finding. */
export interface ExplainedCondition {
  /** Its name in the policy file. */
  readonly condition: string
  readonly expected: string
  readonly actual: string
  readonly holds: Holds
}

/** Compiles conditions: true only where every one of them is known to hold. */
export function compileConditions(conditions: Conditions, role: Role = 'when'): (subject: Subject) => boolean {
  const checks = checksOf(conditions, role)
  return subject => checks.every(({ holds }) => holds(subject) === true)
}

/**
 * Compiles a rule: true where it matches, that is where `when` holds and `unless` is not known to hold. Findings of
 * category `quality` match only where `when` names that category.
 */
export function compile(rule: Pick<Rule, 'when' | 'unless'>): (subject: Subject) => boolean {
  const when = compileConditions(rule.when)
  const unless = rule.unless === null ? () => false : compileConditions(rule.unless, 'unless')
  const takesQuality = rule.when.category?.includes('quality') === true
  return subject => (takesQuality || subject.category !== 'quality') && when(subject) && !unless(subject)
}

/** Each condition with what it asks for, what the finding has, and whether it holds; in the order of the contract. */
export function explainConditions(
  conditions: Conditions,
  subject: Subject,
  role: Role = 'when'
): readonly ExplainedCondition[] {
  return checksOf(conditions, role).map(({ condition, expected, actual, holds }) => ({
    condition,
    expected,
    actual: actual(subject),
    holds: holds(subject)
  }))
}

function checksOf(conditions: Conditions, role: Role): readonly Check[] {
  return [
    ...placeChecks(conditions, role),
    ...identityChecks(conditions, role),
    ...severityChecks(conditions, role),
    ...factChecks(conditions)
  ]
}

/**
 * A place that could not be mapped may be anywhere: it meets whatever `when` asks of a place, and nothing that `unless`
 * does.
 */
const anywhere = (checks: readonly Check[], role: Role): readonly Check[] =>
  checks.map(check => ({
    ...check,
    actual: s => (s.isUnmapped ? 'not mapped: it may be any' : check.actual(s)),
    holds: s => (s.isUnmapped ? role === 'when' : check.holds(s))
  }))

function placeChecks(c: Conditions, role: Role): readonly Check[] {
  return [
    ...oneOf('tier', c.tier, s => s.tier),
    ...anywhere(
      oneOf('asset', c.asset, s => s.asset),
      role
    ),
    ...anywhere(
      oneOf('exposure', c.exposure, s => s.exposure),
      role
    ),
    ...oneOf('category', c.category, s => s.category),
    ...anywhere(
      globs('paths', c.paths, 'path', s => s.path),
      role
    ),
    ...globs('branch', c.branch, 'path', s => s.branch),
    ...oneOf('event', c.event, s => s.event)
  ]
}

function severityChecks(c: Conditions, role: Role): readonly Check[] {
  const isCounted = (s: Subject) => s.severity !== 'unknown' || role === 'when'
  const actual = (s: Subject) =>
    s.severity === 'unknown' && role === 'when' ? `unknown, counted as ${s.effectiveSeverity}` : s.severity
  const { severity, minSeverity, minScore } = c
  return [
    ...given(severity, wanted => ({
      condition: 'severity',
      expected: wanted.join(', '),
      actual,
      holds: s => wanted.includes(s.severity) || (isCounted(s) ? wanted.includes(s.effectiveSeverity) : 'unknown')
    })),
    ...given(minSeverity, least => ({
      condition: 'min-severity',
      expected: `at least ${least}`,
      actual,
      holds: s => (isCounted(s) ? severityRank(s.effectiveSeverity) >= severityRank(least) : 'unknown')
    })),
    ...atLeast('min-score', minScore, s => s.score)
  ]
}

function factChecks(c: Conditions): readonly Check[] {
  return [
    ...oneOf('state', c.state, s => s.state),
    ...oneOf('in-diff', single(c.inDiff), s => s.inDiff),
    ...oneOf('kev', single(c.kev), s => s.kev),
    ...atLeast('min-epss', c.minEpss, s => s.epss),
    ...oneOf('reachability', c.reachability, s => s.reachability),
    ...oneOf('fix-available', single(c.fixAvailable), s => s.fixAvailable),
    ...atLeast('min-age', c.minAge, s => s.age, formatAge),
    ...oneOf('sla', c.sla, s => s.slaStatus)
  ]
}

const formatAge = (milliseconds: number) => formatDuration(milliseconds - (milliseconds % 3_600_000))
