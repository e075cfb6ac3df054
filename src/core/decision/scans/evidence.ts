import type { Category } from '../../finding.js'
import type { Ran } from '../../identity/ran.js'
import type { Policy, ScanRequirement, Verdict } from '../../policy/policy.js'
import { worst } from '../../policy/policy.js'
import { EVIDENCE_STATES, type EvidenceState, type RunFacts, type SarifInput } from '../../sarif/input.js'
import { isPast } from '../../time/instant.js'
import type { ScanOutcome } from '../decision.js'
import { compareText } from '../order.js'
import { type Applicability, requirementApplies } from './applicability.js'
import { type Coverage, coverageOf, NOT_SAID, unmet } from './coverage.js'
import { vanishedScans } from './vanished.js'

/** What evidence is judged against. */
export interface EvidenceContext extends Applicability {
  readonly policy: Policy
  readonly inputs: readonly SarifInput[]
  readonly ranAtBase: Ran
  /** Commits that a run may name as its own: the head, and on a pull request the merge commit. Empty: not known. */
  readonly commits: readonly string[]
  /** ISO 8601 UTC. */
  readonly now: string
}

/** One run of one file, or a file that has none. */
interface Delivery {
  readonly input: SarifInput
  readonly run: RunFacts | null
}

interface Judged {
  readonly state: EvidenceState
  readonly reason: string
}

type Penalties = Pick<ScanRequirement, 'ifMissing' | 'ifInvalid' | 'ifFailed' | 'ifDegraded' | 'ifStale'>

/** Contract §4: what an input costs that no `scans` entry covers. */
const DEFAULT_PENALTIES: Penalties = {
  ifMissing: 'block',
  ifInvalid: 'block',
  ifFailed: 'block',
  ifDegraded: 'warn',
  ifStale: 'warn'
}

/**
 * Judges the scans that the policy requires, then every delivered file that no requirement covers (contract §4,
 * Evidence; SARIF 2.1.0 Appendix I). Several runs that one requirement covers are united: the worst counts.
 */
export function judgeEvidence(context: EvidenceContext): readonly ScanOutcome[] {
  const deliveries = context.inputs.flatMap(deliveriesOf)
  const covered = new Set<Delivery>()
  const required = context.policy.scans.map(requirement => {
    const own = coveringOf(requirement, deliveries, context)
    for (const { delivery } of own) covered.add(delivery)
    return judgeRequirement(requirement, own, deliveries, context)
  })
  const others = context.inputs.flatMap(input => {
    const own = deliveries
      .filter(delivery => delivery.input === input && !covered.has(delivery))
      .map((delivery): Covering => ({ delivery, coverage: 'met' }))
    return own.length === 0 ? [] : [outcomeOf(input.name, null, own, DEFAULT_PENALTIES, null, context)]
  })
  return [...required, ...others, ...vanishedScans(context)]
}

/** A delivery that a requirement is met by, or may be. */
interface Covering {
  readonly delivery: Delivery
  readonly coverage: Exclude<Coverage, 'none'>
}

/** What meets the requirement; where nothing is known to, what may. */
function coveringOf(
  requirement: ScanRequirement,
  deliveries: readonly Delivery[],
  { policy }: EvidenceContext
): readonly Covering[] {
  const all = deliveries.flatMap((delivery): Covering[] => {
    const coverage = delivery.run === null ? 'none' : coverageOf(requirement, delivery.run, policy)
    return coverage === 'none' ? [] : [{ delivery, coverage }]
  })
  const met = all.filter(({ coverage }) => coverage === 'met')
  return met.length > 0 ? met : all
}

function deliveriesOf(input: SarifInput): readonly Delivery[] {
  if (input.runs.length === 0) return [{ input, run: null }]
  return input.runs.map(run => ({ input, run }))
}

function judgeRequirement(
  requirement: ScanRequirement,
  own: readonly Covering[],
  all: readonly Delivery[],
  context: EvidenceContext
): ScanOutcome {
  const { id, category } = requirement
  if (own.length > 0) return outcomeOf(id, category, own, requirement, requirement.maxAge, context)
  const applies = requirementApplies(requirement, context)
  if (!applies.applies) {
    return { id, category, state: 'not-applicable', tools: [], verdict: 'pass', reason: applies.reason }
  }
  const unreadable = all.filter(({ input }) => input.problem !== null).map(({ input }) => input.name)
  const hint = unreadable.length > 0 ? `; unreadable: ${[...new Set(unreadable)].join(', ')}` : ''
  const reason = `${unmet(
    requirement,
    all.flatMap(({ run }) => run ?? [])
  )}${hint}`
  return { id, category, state: 'missing', tools: [], verdict: requirement.ifMissing, reason }
}

function outcomeOf(
  id: string,
  category: Category | null,
  own: readonly Covering[],
  penalties: Penalties,
  maxAge: number | null,
  context: EvidenceContext
): ScanOutcome {
  const judged = own.flatMap(each => judgeCovering(each, maxAge, context))
  const state = judged.map(each => each.state).reduce(worstState)
  return {
    id,
    category,
    state,
    tools: toolsOf(own.map(({ delivery }) => delivery)),
    verdict: judged.map(each => penaltyOf(each.state, penalties)).reduce(worst, 'pass'),
    reason: [...new Set(judged.filter(each => each.state === state).map(each => each.reason.replace(/\.$/, '')))]
      .toSorted()
      .join('; ')
  }
}

/** Sorted, so that the order of runs in a file does not show in the decision. */
const toolsOf = (deliveries: readonly Delivery[]): ScanOutcome['tools'] =>
  deliveries
    .flatMap(({ run }) =>
      run === null ? [] : [{ name: run.tool, version: run.version, results: run.results, rules: run.rules }]
    )
    .toSorted(
      (a, b) => compareText(a.name, b.name) || compareText(a.version ?? '', b.version ?? '') || a.results - b.results
    )

const worstState = (a: EvidenceState, b: EvidenceState): EvidenceState =>
  EVIDENCE_STATES.indexOf(a) >= EVIDENCE_STATES.indexOf(b) ? a : b

function penaltyOf(state: EvidenceState, penalties: Penalties): Verdict {
  switch (state) {
    case 'complete':
    case 'not-applicable':
      return 'pass'
    case 'degraded':
      return penalties.ifDegraded
    case 'stale':
      return penalties.ifStale
    case 'missing':
      return penalties.ifMissing
    case 'failed':
      return penalties.ifFailed
    case 'invalid':
      return penalties.ifInvalid
    default:
      return state satisfies never
  }
}

/** What may have been the scan that is asked for and does not say so is less than that scan, whatever else it is. */
function judgeCovering(
  { delivery, coverage }: Covering,
  maxAge: number | null,
  context: EvidenceContext
): readonly Judged[] {
  const judged = judgeDelivery(delivery, maxAge, context)
  if (coverage === 'met' || delivery.run === null) return judged
  return [...judged, { state: 'degraded', reason: `${delivery.run.tool}: ${NOT_SAID}` }]
}

/** Everything that a delivery lacks: one fault must not stand before another that costs more. */
function judgeDelivery({ input, run }: Delivery, maxAge: number | null, context: EvidenceContext): readonly Judged[] {
  const { name, problem } = input
  const unread: readonly Judged[] =
    problem === null
      ? []
      : [
          {
            state: 'invalid',
            reason: `${name}: ${problem.message}${problem.offset === null ? '' : ` (at byte ${problem.offset})`}`
          }
        ]
  if (run === null) return unread.length > 0 ? unread : [judgeEmpty(name, context.policy)]
  const faults = [...unread, ...faultsOf(run, maxAge, context)]
  return faults.length > 0 ? faults : [{ state: 'complete', reason: run.reason || 'The scan ran to its end' }]
}

function faultsOf(run: RunFacts, maxAge: number | null, context: EvidenceContext): readonly Judged[] {
  const stale = staleness(run, maxAge, context)
  const broken: readonly Judged[] =
    run.state === 'complete' ? [] : [{ state: run.state, reason: `${run.tool}: ${run.reason}` }]
  return stale === null ? broken : [...broken, { state: 'stale', reason: `${run.tool}: ${stale}` }]
}

/** A file without runs, which some tools write after a clean scan and others when they did nothing. */
function judgeEmpty(name: string, { emptyRuns }: Policy): Judged {
  if (emptyRuns === 'clean')
    return { state: 'complete', reason: `${name}: it has no run; by \`empty-runs: clean\` that is a clean scan` }
  const reason =
    'the file has no run: nothing says that anything was scanned. Let the scanner write a run without results, or, ' +
    'where it writes this after a clean scan (Salesforce Code Analyzer, sarif merge), set `empty-runs: clean` in the policy'
  return { state: 'invalid', reason: `${name}: ${reason}` }
}

/** Why a run is stale, or null. Short commit ids of at least seven digits are compared as prefixes. */
function staleness(run: RunFacts, maxAge: number | null, { commits, now }: EvidenceContext): string | null {
  const own = commits.map(sha => sha.toLowerCase())
  const named = run.revisions.map(revision => revision.toLowerCase()).filter(isCommit)
  if (own.length > 0 && named.length > 0 && !named.some(sha => own.some(commit => commit.startsWith(sha)))) {
    return `made for commit ${named[0]}, not for ${own[0]}`
  }
  if (maxAge === null) return null
  if (run.endTime === null) return 'does not say when it ended (endTimeUtc), so that max-age cannot be checked'
  if (!isPast(run.endTime, now)) return `says that it ended at ${run.endTime}, which is yet to come`
  const age = Date.parse(now) - Date.parse(run.endTime)
  return age > maxAge ? `ended at ${run.endTime}, longer ago than max-age allows` : null
}

const isCommit = (revision: string): boolean => /^[0-9a-f]{7,64}$/.test(revision)
