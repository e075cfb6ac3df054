import type { Category } from '../finding.js'
import { toolKey } from '../identity/fingerprint.js'
import type { Policy, ScanRequirement, Verdict } from '../policy/policy.js'
import { worst } from '../policy/policy.js'
import { EVIDENCE_STATES, type EvidenceState, type RunFacts, type SarifInput } from '../sarif/input.js'
import { plainName } from '../sarif/tools/names.js'
import { isPast } from '../time/instant.js'
import { type Applicability, requirementApplies } from './applicability.js'
import type { ScanOutcome } from './decision.js'
import { compareText } from './order.js'

/** What evidence is judged against. */
export interface EvidenceContext extends Applicability {
  readonly policy: Policy
  readonly inputs: readonly SarifInput[]
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
    const own = deliveries.filter(
      delivery => delivery.run !== null && covers(requirement, delivery.run, context.policy)
    )
    for (const delivery of own) covered.add(delivery)
    return judgeRequirement(requirement, own, deliveries, context)
  })
  const others = context.inputs.flatMap(input => {
    const own = deliveries.filter(delivery => delivery.input === input && !covered.has(delivery))
    return own.length === 0 ? [] : [outcomeOf(input.name, null, own, DEFAULT_PENALTIES, null, context)]
  })
  return [...required, ...others]
}

function deliveriesOf(input: SarifInput): readonly Delivery[] {
  if (input.runs.length === 0) return [{ input, run: null }]
  return input.runs.map(run => ({ input, run }))
}

function judgeRequirement(
  requirement: ScanRequirement,
  own: readonly Delivery[],
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
  const reason = `No run of ${wanted(requirement)} was delivered${hint}`
  return { id, category, state: 'missing', tools: [], verdict: requirement.ifMissing, reason }
}

function wanted(requirement: ScanRequirement): string {
  if (requirement.tools !== null) return requirement.tools.join(' or ')
  return `a ${requirement.category ?? 'scan'} tool`
}

function covers(requirement: ScanRequirement, run: RunFacts, policy: Policy): boolean {
  if (requirement.tools !== null) return requirement.tools.some(tool => toolMatches(tool, run.tool))
  const stated = policy.tools.get(run.tool.toLowerCase())?.category
  const categories: readonly string[] = stated ? [stated] : run.categories
  return requirement.category === null || categories.includes(requirement.category)
}

/**
 * A tool is meant by any of its names, or by the first words of the one that it has: `Snyk` means `Snyk Code` too. Case,
 * decoration and what a wrapper adds do not matter.
 */
function toolMatches(wantedName: string, driver: string): boolean {
  const wantedLower = wantedName.toLowerCase()
  const names = [driver.toLowerCase(), plainName(driver)]
  return toolKey(driver) === toolKey(wantedName) || names.some(name => `${name} `.startsWith(`${wantedLower} `))
}

function outcomeOf(
  id: string,
  category: Category | null,
  deliveries: readonly Delivery[],
  penalties: Penalties,
  maxAge: number | null,
  context: EvidenceContext
): ScanOutcome {
  const judged = deliveries.map(delivery => judgeDelivery(delivery, maxAge, context))
  const state = judged.map(each => each.state).reduce(worstState)
  return {
    id,
    category,
    state,
    tools: toolsOf(deliveries),
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

function judgeDelivery({ input, run }: Delivery, maxAge: number | null, context: EvidenceContext): Judged {
  if (input.problem !== null) {
    const { offset, message } = input.problem
    const at = offset === null ? '' : ` (at byte ${offset})`
    return { state: 'invalid', reason: `${input.name}: ${message}${at}` }
  }
  if (run === null) return judgeEmpty(input.name, context.policy)
  if (run.state === 'failed') return { state: 'failed', reason: `${run.tool}: ${run.reason}` }
  const stale = staleness(run, maxAge, context)
  if (stale !== null && run.state === 'complete') return { state: 'stale', reason: `${run.tool}: ${stale}` }
  if (run.state === 'degraded') return { state: 'degraded', reason: `${run.tool}: ${run.reason}` }
  return { state: 'complete', reason: run.reason || 'The scan ran to its end' }
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
  if (maxAge === null || run.endTime === null) return null
  if (!isPast(run.endTime, now)) return `says that it ended at ${run.endTime}, which is yet to come`
  const age = Date.parse(now) - Date.parse(run.endTime)
  return age > maxAge ? `ended at ${run.endTime}, longer ago than max-age allows` : null
}

const isCommit = (revision: string): boolean => /^[0-9a-f]{7,64}$/.test(revision)
