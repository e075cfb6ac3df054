import { JUDGED_EVENTS } from '../../change/occasion/events.js'
import { ExceptionFacts } from './exception-facts.js'
import { byTime, type FleetRun, type RunKind, type Sighting, Sightings, type Traits, type View } from './facts.js'
import type { FigureRows } from './rows/rows.js'

type SeenOutcome = FigureRows['outcomes'][number]
type Scan = FigureRows['scans'][number]

/** All that is kept of one finding. */
export interface FindingRecord {
  /** What the last run of any kind says of it, for what becomes of changes. */
  last: Sighting
  /** The first run of any kind in which a change brought it in; null where none did. */
  introduced: FleetRun | null
  /** Of runs that may be about a branch. */
  readonly sightings: Sightings
  /** What runs have said of it, each once: most say the same, and there may be a million. */
  readonly views: View[]
}

/** Since when a category of scans was last complete, and last had nothing to look at. Seconds since 1970. */
export interface CategoryFacts {
  complete: number | null
  notApplicable: number | null
}

/** All that is kept of one repository. */
export interface RepositoryFacts {
  readonly name: string
  readonly runs: FleetRun[]
  readonly findings: Map<string, FindingRecord>
  readonly categories: Map<string, CategoryFacts>
  readonly exceptions: ExceptionFacts
}

/** Collects the rows of decisions one by one, in any order, and keeps of each only what figures need. */
export class FleetCollector {
  readonly #now: number
  readonly #repositories = new Map<string, RepositoryFacts>()
  readonly #seen = new Set<string>()
  readonly #kinds = new Map<string, RunKind>()
  readonly #traits = new Map<string, Traits>()

  /** What is decided after `now` (seconds since 1970) is not known yet. */
  constructor(now: number) {
    this.#now = now
  }

  /** False where the decision was there already, or is of later than now. */
  add({ common, decisions, outcomes, exceptions, scans }: FigureRows): boolean {
    const [decision] = decisions
    if (decision === undefined || common.evaluated_s > this.#now || this.#seen.has(common.decision_sha256)) return false
    this.#seen.add(common.decision_sha256)
    const repository = this.#repository(common.repository ?? '')
    const kind = this.#kind({
      month: common.evaluated_month,
      branch: common.branch ?? '',
      merged: common.merged,
      isScheduled: common.event === JUDGED_EVENTS.schedule,
      verdict: decision.verdict,
      isComplete: decision.completeness === 'complete',
      wouldBlock: decision.would_block === null ? null : decision.would_block > 0,
      looked: lookedWith(scans),
      hasScan: scans.some(({ state }) => state === 'complete'),
      containersPass: containersPass(outcomes, scans)
    })
    const run: FleetRun = { sha256: common.decision_sha256, at: common.evaluated_s, kind }
    repository.runs.push(run)
    if (kind.verdict === null) return true
    for (const outcome of outcomes) see(repository.findings, outcome, run, this.#traits)
    for (const row of exceptions) repository.exceptions.add(row, run)
    for (const row of scans) seeCategory(repository.categories, row, run)
    return true
  }

  repositories(): readonly RepositoryFacts[] {
    return [...this.#repositories.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  #repository(name: string): RepositoryFacts {
    const known = this.#repositories.get(name)
    if (known !== undefined) return known
    const made = { name, runs: [], findings: new Map(), categories: new Map(), exceptions: new ExceptionFacts() }
    this.#repositories.set(name, made)
    return made
  }

  /** One object for all runs of which the same is true. */
  #kind(kind: RunKind): RunKind {
    const key = JSON.stringify(kind)
    const known = this.#kinds.get(key)
    if (known === undefined) this.#kinds.set(key, kind)
    return known ?? kind
  }
}

/**
 * The tools all of whose scans are complete. Where a scan failed or cannot be read and nobody knows whose it is, none is:
 * it could have been anybody's.
 */
function lookedWith(scans: readonly Scan[]): readonly string[] {
  if (scans.some(({ tool, state }) => tool === null && (state === 'failed' || state === 'invalid'))) return []
  const tools = new Map<string, boolean>()
  for (const { tool_key, state } of scans)
    if (tool_key !== null) tools.set(tool_key, state === 'complete' && tools.get(tool_key) !== false)
  return [...tools].flatMap(([tool, isComplete]) => (isComplete ? [tool] : [])).sort()
}

function containersPass(outcomes: readonly SeenOutcome[], scans: readonly Scan[]): boolean | null {
  const own = scans.filter(({ category, state }) => category === 'container' && state !== 'not-applicable')
  if (own.length === 0) return null
  const blocks = outcomes.some(({ category, verdict }) => category === 'container' && verdict === 'block')
  return !blocks && own.every(({ state }) => state === 'complete')
}

type KnownTraits = Map<string, Traits>

function see(findings: Map<string, FindingRecord>, outcome: SeenOutcome, run: FleetRun, traits: KnownTraits): void {
  const known = findings.get(outcome.finding_id)
  const view = known?.views.find(each => says(outcome, each)) ?? viewOf(outcome, traits)
  const facts = known ?? { last: { run, view }, introduced: null, sightings: new Sightings(), views: [] }
  if (known === undefined) findings.set(outcome.finding_id, facts)
  if (!facts.views.includes(view)) facts.views.push(view)
  if (byTime(run, facts.last.run) > 0) facts.last = { run, view }
  if (run.kind.merged !== false) facts.sightings.add(run, view)
  if (outcome.state === 'introduced' && (facts.introduced === null || byTime(run, facts.introduced) < 0))
    facts.introduced = run
}

const viewOf = (outcome: SeenOutcome, traits: KnownTraits): View => ({
  traits: traitsOf(outcome, traits),
  isOpen: outcome.is_open,
  isReported: isReported(outcome),
  firstDetected: outcome.first_detected_s,
  due: outcome.sla_due_s,
  fixAvailable: outcome.fix_available,
  isExcepted: outcome.reason === 'excepted',
  isBlockedByRule: outcome.blocked_by_rule
})

function traitsOf({ tier, severity, category, exposure, owners, tool_key }: SeenOutcome, known: KnownTraits): Traits {
  const traits = { tier, severity, category, exposure, owners, tool_key }
  const key = JSON.stringify(traits)
  const same = known.get(key)
  if (same === undefined) known.set(key, traits)
  return same ?? traits
}

const isReported = ({ was_looked_for, reason }: SeenOutcome): boolean => was_looked_for && reason !== 'fixed'

// What differs most often comes first.
const says = (outcome: SeenOutcome, view: View, traits = view.traits): boolean =>
  outcome.sla_due_s === view.due &&
  outcome.first_detected_s === view.firstDetected &&
  outcome.is_open === view.isOpen &&
  isReported(outcome) === view.isReported &&
  (outcome.reason === 'excepted') === view.isExcepted &&
  outcome.blocked_by_rule === view.isBlockedByRule &&
  outcome.fix_available === view.fixAvailable &&
  outcome.severity === traits.severity &&
  outcome.tier === traits.tier &&
  outcome.exposure === traits.exposure &&
  outcome.owners === traits.owners &&
  outcome.category === traits.category &&
  outcome.tool_key === traits.tool_key

function seeCategory(categories: Map<string, CategoryFacts>, { category, state }: Scan, { at }: FleetRun): void {
  if (category === null) return
  const facts = categories.get(category) ?? { complete: null, notApplicable: null }
  categories.set(category, facts)
  if (state === 'complete') facts.complete = Math.max(facts.complete ?? at, at)
  if (state === 'not-applicable') facts.notApplicable = Math.max(facts.notApplicable ?? at, at)
}
