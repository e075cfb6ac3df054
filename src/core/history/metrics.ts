import type { Decision } from '../decision/decision.js'
import { KNOWN_SEVERITIES, type Severity } from '../finding.js'
import { isNotLookedFor } from '../identity/ran.js'
import { TIERS, type Tier, VERDICTS, type Verdict } from '../policy/policy.js'
import { endOfDay } from '../time/calendar.js'
import { DAY } from '../time/duration.js'

/** A share with what it is a share of; nothing is divided, so that no figure hides how small its ground is. */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

/** Median and ninetieth percentile in days, of so many values; null where there is none. */
export interface Spread {
  readonly count: number
  readonly median: number | null
  readonly p90: number | null
}

/** Figures of the findings of one tier and severity. */
export interface MetricsRow {
  readonly tier: Tier
  readonly severity: Severity
  /** Findings that last passed under an exception, of those that a rule blocks or that were excepted from a block. */
  readonly waived: Ratio
  /** Findings that were gone by their due date, of those that were due or are gone. Excepted ones stay in the denominator. */
  readonly sla: Ratio
  /** Days from first detection to the first decision that says fixed. */
  readonly timeToFix: Spread
  /** Findings that are open and overdue at their last decision. */
  readonly overdue: number
}

/** KPIs over many decisions. */
export interface Metrics {
  readonly decisions: number
  readonly from: string | null
  readonly to: string | null
  readonly verdicts: Readonly<Record<Verdict, Ratio>>
  readonly complete: Ratio
  /** Exceptions that hold in the last decision of their repository, with the days they still run. */
  readonly exceptions: {
    readonly active: number
    readonly daysLeft: Spread
    /** Exceptions that are over and whose finding is still there, of all that are over. */
    readonly expiredButOpen: Ratio
  }
  readonly waived: Ratio
  readonly sla: Ratio
  readonly timeToFix: Spread
  readonly overdue: number
  /** Tiers and severities that have findings, the most critical first. */
  readonly rows: readonly MetricsRow[]
}

/** What one decision says of a finding. */
interface Observation {
  readonly tier: Tier
  readonly severity: Severity
  readonly at: string
  readonly firstDetected: string | null
  readonly due: string | null
  readonly blocked: boolean
  readonly excepted: boolean
}

/** What is kept of one finding over all decisions about it, whatever their order. */
interface Sightings {
  /** The last decision in which it was open; where it never was, the last that says fixed. */
  last: Observation
  everOpen: boolean
  readonly fixedAt: string[]
}

/** One finding as it stands after all decisions. */
interface FindingHistory extends Observation {
  /** The first decision after it was last open that says fixed; null while it is open. */
  readonly fixedAt: string | null
}

interface Repository {
  latest: Pick<Decision, 'evaluatedAt' | 'exceptions'> & { readonly open: ReadonlySet<string> }
  readonly findings: Map<string, Sightings>
}

/** Collects decisions one by one, in any order, and keeps of each only what the figures need. */
export class MetricsCollector {
  readonly #repositories = new Map<string, Repository>()
  readonly #times: string[] = []
  readonly #verdicts: Record<Verdict, number> = { pass: 0, warn: 0, block: 0 }
  #complete = 0

  add(decision: Decision): void {
    const { evaluatedAt, verdict, completeness, outcomes } = decision
    this.#times.push(evaluatedAt)
    this.#verdicts[verdict] += 1
    if (completeness === 'complete') this.#complete += 1
    const name = decision.change.repository ?? ''
    const open = new Set(outcomes.filter(({ reason }) => reason !== 'fixed').map(({ id }) => id))
    const latest = { evaluatedAt, exceptions: decision.exceptions, open }
    const repository = this.#repositories.get(name) ?? { latest, findings: new Map() }
    this.#repositories.set(name, repository)
    if (evaluatedAt >= repository.latest.evaluatedAt) repository.latest = latest
    // What nothing looked for is neither open nor fixed.
    for (const outcome of outcomes.filter(({ stateReason }) => !isNotLookedFor(stateReason)))
      see(repository.findings, outcome, evaluatedAt)
  }

  result(): Metrics {
    const decisions = this.#times.length
    const times = this.#times.toSorted()
    const to = times.at(-1) ?? null
    const findings = [...this.#repositories.values()].flatMap(repository =>
      [...repository.findings.values()].map(historyOf)
    )
    const share = (numerator: number): Ratio => ({ numerator, denominator: decisions })
    return {
      decisions,
      from: times[0] ?? null,
      to,
      verdicts: Object.fromEntries(VERDICTS.map(each => [each, share(this.#verdicts[each])])) as Metrics['verdicts'],
      complete: share(this.#complete),
      exceptions: exceptionFigures([...this.#repositories.values()]),
      ...findingFigures(findings),
      rows: rowsOf(findings)
    }
  }
}

type StoredOutcome = Decision['outcomes'][number]

function see(findings: Map<string, Sightings>, outcome: StoredOutcome, at: string): void {
  const { id, tier, finding, reason, rules, sla, firstDetected } = outcome
  const isOpen = reason !== 'fixed'
  const blocked = rules.some(({ verdict }) => verdict === 'block')
  const own: Observation = {
    tier,
    severity: finding.severity,
    at,
    firstDetected,
    due: sla?.due ?? null,
    blocked,
    excepted: reason === 'excepted'
  }
  const known = findings.get(id) ?? { last: own, everOpen: isOpen, fixedAt: [] }
  findings.set(id, known)
  if (!isOpen) known.fixedAt.push(at)
  if (isOpen === known.everOpen ? at >= known.last.at : isOpen) known.last = own
  known.everOpen ||= isOpen
}

function historyOf({ last, everOpen, fixedAt }: Sightings): FindingHistory {
  const after = everOpen ? fixedAt.filter(at => at > last.at) : fixedAt
  return { ...last, fixedAt: after.toSorted()[0] ?? null }
}

function findingFigures(
  findings: readonly FindingHistory[]
): Pick<MetricsRow, 'waived' | 'sla' | 'timeToFix' | 'overdue'> {
  const blocks = findings.filter(({ blocked, fixedAt }) => blocked && fixedAt === null)
  const isOver = ({ due, at }: FindingHistory) => due !== null && due <= at
  const due = findings.filter(each => each.due !== null && (each.fixedAt !== null || isOver(each)))
  return {
    waived: { numerator: blocks.filter(({ excepted }) => excepted).length, denominator: blocks.length },
    sla: {
      numerator: due.filter(each => each.fixedAt !== null && each.fixedAt <= (each.due ?? '')).length,
      denominator: due.length
    },
    timeToFix: spread(
      findings.flatMap(({ fixedAt, firstDetected }) =>
        fixedAt === null || firstDetected === null ? [] : [(Date.parse(fixedAt) - Date.parse(firstDetected)) / DAY]
      )
    ),
    overdue: findings.filter(each => each.fixedAt === null && isOver(each)).length
  }
}

function rowsOf(findings: readonly FindingHistory[]): readonly MetricsRow[] {
  const severities: readonly Severity[] = ['unknown', ...KNOWN_SEVERITIES].toReversed() as readonly Severity[]
  return TIERS.flatMap(tier =>
    severities.flatMap(severity => {
      const own = findings.filter(each => each.tier === tier && each.severity === severity)
      return own.length === 0 ? [] : [{ tier, severity, ...findingFigures(own) }]
    })
  )
}

function exceptionFigures(repositories: readonly Repository[]): Metrics['exceptions'] {
  const all = repositories.flatMap(({ latest }) => latest.exceptions.map(exception => ({ ...exception, latest })))
  const active = all.filter(({ status }) => status === 'active' || status === 'expiring')
  const over = all.filter(({ status }) => status === 'expired')
  const left = active.flatMap(({ expires, latest }) => {
    if (expires === null) return []
    // A date alone lasts to its end (contract §4).
    const end = endOfDay(expires) ?? Date.parse(expires)
    return Number.isNaN(end) ? [] : [(end - Date.parse(latest.evaluatedAt)) / DAY]
  })
  return {
    active: active.length,
    daysLeft: spread(left),
    expiredButOpen: {
      numerator: over.filter(({ finding, latest }) => finding !== null && latest.open.has(finding)).length,
      denominator: over.length
    }
  }
}

/** Nearest-rank percentiles, to a tenth of a day. */
function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => {
    const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
    return value === undefined ? null : Math.round(value * 10) / 10
  }
  return { count: sorted.length, median: at(0.5), p90: at(0.9) }
}
