import { severityRank } from '../finding.js'
import { matchAny } from './globs.js'
import type { Conditions, Rule, Subject } from './model.js'
import { formatDuration } from './time.js'

/** Whether a condition holds for a finding; `unknown` where the fact it asks for is not known. */
export type Holds = boolean | 'unknown'

/**
 * Where conditions stand decides how an unknown severity counts. In `when` (and `never`) it also counts as what the
 * policy says of unknown severities, so that a rule on high and critical never lets one slip through. In `unless` it
 * counts as itself alone, so that it never excuses.
 */
export type Role = 'when' | 'unless'

/** One condition, ready to be asked. */
interface Check {
  readonly condition: string
  readonly expected: string
  readonly actual: (subject: Subject) => string
  readonly holds: (subject: Subject) => Holds
}

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
    ...placeChecks(conditions),
    ...identityChecks(conditions, role),
    ...severityChecks(conditions, role),
    ...factChecks(conditions)
  ]
}

function placeChecks(c: Conditions): readonly Check[] {
  return [
    ...oneOf('tier', c.tier, s => s.tier),
    ...oneOf('asset', c.asset, s => s.asset),
    ...oneOf('exposure', c.exposure, s => s.exposure),
    ...oneOf('category', c.category, s => s.category),
    ...globs('paths', c.paths, 'path', s => s.path),
    ...globs('branch', c.branch, 'path', s => s.branch),
    ...oneOf('event', c.event, s => s.event)
  ]
}

function identityChecks(c: Conditions, role: Role): readonly Check[] {
  return [
    ...reporters('tool', c.tool, s => s.tools, role, toolNames),
    ...reporters('rule-id', c.ruleId, s => s.ruleIds, role),
    ...anyOf(
      'cwe',
      c.cwe,
      s => s.identifiers,
      cwe => identifier => identifier.toUpperCase() === cwe.toUpperCase()
    ),
    ...anyGlob('identifier', c.identifier, s => s.identifiers),
    ...packages(c.package),
    ...anyGlob('tags', c.tags, s => s.tags)
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

const given = <T>(value: T | null, make: (value: T) => Check): readonly Check[] => (value === null ? [] : [make(value)])

const single = <T>(value: T | null): readonly T[] | null => (value === null ? null : [value])

const shown = (value: string | number | boolean | null) => (value === null ? 'unknown' : String(value))

type Fact = string | number | boolean

/** The fact is one of the values. */
function oneOf<T extends Fact>(condition: string, wanted: readonly T[] | null, fact: (s: Subject) => T | null) {
  return given(wanted, values => ({
    condition,
    expected: values.join(', '),
    actual: s => shown(fact(s)),
    holds: s => {
      const value = fact(s)
      if (value !== null && values.includes(value)) return true
      return value === null || value === 'unknown' ? 'unknown' : false
    }
  }))
}

function atLeast(
  condition: string,
  wanted: number | null,
  fact: (s: Subject) => number | null,
  format: (value: number) => string = String
) {
  return given(wanted, least => ({
    condition,
    expected: `at least ${format(least)}`,
    actual: s => {
      const value = fact(s)
      return value === null ? 'unknown' : format(value)
    },
    holds: s => {
      const value = fact(s)
      return value === null ? 'unknown' : value >= least
    }
  }))
}

const formatAge = (milliseconds: number) => formatDuration(milliseconds - (milliseconds % 3_600_000))

function globs(
  condition: string,
  patterns: readonly string[] | null,
  kind: 'path' | 'text',
  fact: (s: Subject) => string | null
) {
  return given(patterns, list => {
    const matches = matchAny(list, kind)
    return {
      condition,
      expected: list.join(', '),
      actual: s => shown(fact(s)),
      holds: s => {
        const value = fact(s)
        return value === null ? 'unknown' : matches(value)
      }
    }
  })
}

/** A tool is meant by its name, or by the first words of it: `Semgrep` means `Semgrep OSS` too. */
const toolNames = (pattern: string): readonly string[] => [pattern, `${pattern} *`]

/**
 * Tools or rules that report the finding. In `when` one of them is enough, in `unless` all are asked for: that a
 * second tool reports the same must never make the verdict milder.
 */
function reporters(
  condition: string,
  patterns: readonly string[] | null,
  facts: (s: Subject) => readonly string[],
  role: Role,
  spellings: (pattern: string) => readonly string[] = pattern => [pattern]
) {
  return given(patterns, list => {
    const matches = matchAny(list.flatMap(spellings), 'text')
    return {
      condition,
      expected: list.join(', '),
      actual: s => facts(s).join(', '),
      holds: s => (role === 'when' ? facts(s).some(matches) : facts(s).every(matches))
    }
  })
}

/** Any member of the finding's list fits any of the values. */
function anyOf(
  condition: string,
  wanted: readonly string[] | null,
  facts: (s: Subject) => readonly string[],
  fits: (value: string) => (fact: string) => boolean
) {
  return given(wanted, values => {
    const tests = values.map(fits)
    return {
      condition,
      expected: values.join(', '),
      actual: s => facts(s).join(', ') || 'none',
      holds: s => facts(s).some(fact => tests.some(test => test(fact)))
    }
  })
}

function anyGlob(condition: string, patterns: readonly string[] | null, facts: (s: Subject) => readonly string[]) {
  return given(patterns, list => {
    const matches = matchAny(list, 'text')
    return {
      condition,
      expected: list.join(', '),
      actual: s => facts(s).join(', ') || 'none',
      holds: s => facts(s).some(matches)
    }
  })
}

/** Package URLs are compared as a whole and without what follows the name: a pattern without version covers all. */
function packages(patterns: readonly string[] | null) {
  return given(patterns, list => {
    const matches = matchAny(list.map(readable), 'text')
    return {
      condition: 'package',
      expected: list.join(', '),
      actual: s => shown(s.purl),
      holds: s => {
        if (s.purl === null) return 'unknown'
        const whole = readable(s.purl)
        const unqualified = whole.replace(/[?#].*$/s, '')
        return [whole, unqualified, withoutVersion(unqualified)].some(matches)
      }
    }
  })
}

/** The `@` of npm scopes is written `%40` by some and `@` by others. */
const readable = (purl: string) => purl.replaceAll(/%40/gi, '@')

/** The version follows the last `@` that is not the first character of a name (purl-spec, "Rules for each component"). */
function withoutVersion(purl: string): string {
  const at = purl.lastIndexOf('@')
  return at > purl.lastIndexOf('/') + 1 ? purl.slice(0, at) : purl
}
