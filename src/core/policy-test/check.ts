import type { ExpectEntry, ExpectedFindingEntry, TestFindingEntry } from '../../generated/policy-test.js'
import type { Decision, Outcome } from '../decision/decision.js'
import { type Finding, locationsOf, reportersOf } from '../finding.js'
import { VERDICTS, type Verdict } from '../policy/policy.js'

/** One expectation that was not met. */
export interface Mismatch {
  readonly what: string
  readonly expected: string
  readonly actual: string
  /** The finding whose explanation helps; null where no finding is to blame. */
  readonly outcome: Outcome | null
}

const COUNTS = ['block', 'warn', 'pass', 'total', 'excepted', 'suppressed', 'monitored', 'fixed'] as const

/** Every expectation of a test that the decision does not meet. */
export function mismatchesOf(expect: ExpectEntry, decision: Decision): readonly Mismatch[] {
  const rules = [...new Set(decision.outcomes.flatMap(outcome => outcome.rules.map(({ id }) => id)))]
  return [
    ...differ('verdict', expect.verdict, decision.verdict, culprit(expect.verdict, decision)),
    ...differ('completeness', expect.completeness, decision.completeness),
    ...COUNTS.flatMap(count => differ(count, expect[count], decision.counts[count])),
    ...differ('rules', sorted(expect.rules), sorted(rules)),
    ...Object.entries(expect.scans ?? {}).flatMap(([id, wanted]) => scanMismatches(id, wanted, decision)),
    ...(expect.findings ?? []).flatMap(wanted => findingMismatches(wanted, decision))
  ]
}

/** What a test expects of each of its findings alone. */
export function ownMismatches(
  findings: readonly { readonly id: string; readonly expect: TestFindingEntry['expect'] }[],
  { outcomes }: Decision
): readonly Mismatch[] {
  const byId = new Map(outcomes.map(outcome => [outcome.id, outcome]))
  return findings.flatMap(({ id, expect }) => {
    const outcome = byId.get(id)
    if (expect === undefined || outcome === undefined) return []
    const isVerdict = VERDICTS.some(verdict => verdict === expect)
    return differ(nameOf(outcome), expect, isVerdict ? outcome.verdict : outcome.reason, outcome)
  })
}

function differ<T extends string | number>(
  what: string,
  expected: T | undefined,
  actual: T,
  outcome: Outcome | null = null
): readonly Mismatch[] {
  if (expected === undefined || expected === actual) return []
  return [{ what, expected: String(expected), actual: String(actual), outcome }]
}

const sorted = <T extends readonly string[] | undefined>(ids: T) =>
  (ids === undefined ? undefined : `[${[...new Set(ids)].sort().join(', ')}]`) as T extends undefined
    ? undefined
    : string

/** The finding that made the verdict too strict; where it is too mild, the first that should have been more. */
function culprit(expected: Verdict | undefined, { verdict, outcomes }: Decision): Outcome | null {
  const own = outcomes.filter(({ state }) => state !== 'fixed')
  if (expected === undefined) return null
  const isTooStrict = VERDICTS.indexOf(verdict) > VERDICTS.indexOf(expected)
  return (isTooStrict ? own.find(outcome => outcome.verdict === verdict) : own[0]) ?? null
}

function scanMismatches(id: string, wanted: string, { scans }: Decision): readonly Mismatch[] {
  const scan = scans.find(each => each.id === id)
  const isVerdict = VERDICTS.some(verdict => verdict === wanted)
  const actual = scan === undefined ? 'no such scan' : isVerdict ? scan.verdict : scan.state
  return differ(`scan ${id}`, wanted, actual)
}

function findingMismatches(wanted: ExpectedFindingEntry, { outcomes }: Decision): readonly Mismatch[] {
  const found = outcomes.filter(outcome => isMeant(wanted, outcome))
  if (found.length === 0) {
    const words = Object.entries(wanted).map(([key, value]) => `${key} ${String(value)}`)
    return [{ what: 'findings', expected: words.join(', '), actual: 'no finding fits', outcome: null }]
  }
  return found.flatMap(outcome => {
    const name = nameOf(outcome)
    return [
      ...differ(`${name}: verdict`, wanted.verdict, outcome.verdict, outcome),
      ...differ(`${name}: reason`, wanted.reason, outcome.reason, outcome),
      ...differ(`${name}: tier`, wanted.tier, outcome.tier, outcome),
      ...differ(`${name}: severity`, wanted.severity, outcome.finding.severity, outcome),
      ...differ(`${name}: state`, wanted.state, outcome.state, outcome),
      ...differ(`${name}: rules`, sorted(wanted.rules), sorted(outcome.rules.map(({ id }) => id)), outcome)
    ]
  })
}

function isMeant(wanted: ExpectedFindingEntry, { id, finding }: Outcome): boolean {
  const reports = reportersOf(finding)
  const fits = (value: string | number | undefined, holds: (value: string | number) => boolean) =>
    value === undefined || holds(value)
  return (
    fits(wanted.finding, value => value === id) &&
    isAt(wanted, finding) &&
    fits(wanted.tool, value => reports.some(({ tool }) => tool === value)) &&
    fits(wanted['rule-id'], value => reports.some(({ ruleId }) => ruleId === value)) &&
    fits(wanted.identifier, value => finding.identifiers.some(identifier => identifier === value))
  )
}

function isAt({ path, line }: ExpectedFindingEntry, finding: Finding): boolean {
  if (path === undefined && line === undefined) return true
  return locationsOf(finding).some(
    place => (path === undefined || place.path === path) && (line === undefined || place.startLine === line)
  )
}

function nameOf({ finding }: Outcome): string {
  const { location, severity, ruleId } = finding
  const line = location?.startLine == null ? '' : `:${location.startLine}`
  return `${severity} ${ruleId} in ${location?.path ?? 'no file'}${line}`
}
