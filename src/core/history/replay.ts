import { CONDITION_NAMES, type ConditionName } from '../../generated/condition-names.js'
import type { Evaluation } from '../decision/decide.js'
import type { Decision, Outcome, ScanOutcome } from '../decision/decision.js'
import { vanishedTool } from '../decision/scans/vanished.js'
import type { ExceptionRecord } from '../exceptions/exception.js'
import type { ExploitFacts } from '../feeds/feed.js'
import { toolKey } from '../identity/fingerprint.js'
import type { IdentifiedFinding } from '../identity/identified.js'
import type { Ran } from '../identity/ran.js'
import { ROWS } from '../policy/conditions/table.js'
import { DEFAULT_TIER, type FeedName, type Policy, type Tier } from '../policy/policy.js'
import type { RunFacts, SarifInput } from '../sarif/input.js'
import { type Granted, grantedIn } from './granted.js'

/** What a decision cannot tell about its evaluation, and how it was read instead; closed. */
const OWN_GAPS = {
  'raised-severity': 'severities that the policy of then had raised stay as they were raised',
  exceptions: 'who approved an exception is taken to be allowed to, and no label is asked for',
  'exception-terms':
    'exceptions hold only where the policy asks for nothing that the decision does not tell of them: terms, what they name, the commit that was approved',
  applicability: 'required scans of the policy are taken to apply: a decision does not list the files of the checkout',
  suppressions: 'at tier 0 suppressions count only where they counted then',
  'no-branch': 'rules on `branch` do not match: the decision does not say for which branch it was made',
  'feed-age': 'feeds are taken to be as fresh as they were judged then'
} as const

/** One of these, or a condition that asks for a fact which decisions do not record. */
export type Gap = keyof typeof OWN_GAPS | ConditionName

/** What was assumed, as a sentence. */
export function gapText(gap: Gap): string {
  if (!isCondition(gap)) return OWN_GAPS[gap]
  const { stored } = ROWS[gap]
  return stored === 'recorded' ? `\`${gap}\` is asked of what the decision records` : stored.assumed
}

const isCondition = (gap: Gap): gap is ConditionName => Object.hasOwn(ROWS, gap)

/** What may replace what a decision records. */
export interface ReplayOptions {
  /** Exceptions that apply; null: those that the decision shows as holding. */
  readonly exceptions: readonly ExceptionRecord[] | null
  /** Tier of paths that no asset names; null: as the decision shows it. */
  readonly defaultTier: Tier | null
  /** ISO 8601 UTC; null: the instant of the decision. */
  readonly now: string | null
}

/** The evaluation that a stored decision rests on, under another policy, with what had to be assumed. */
export function replay(
  decision: Decision,
  policy: Policy,
  options: ReplayOptions
): { readonly evaluation: Evaluation; readonly gaps: readonly Gap[] } {
  const now = options.now ?? decision.evaluatedAt
  const current = decision.outcomes.filter(({ reason }) => reason !== 'fixed')
  const fixed = decision.outcomes.filter(({ reason }) => reason === 'fixed')
  const exempt = new Set(decision.scans.filter(({ state }) => state === 'not-applicable').map(({ id }) => id))
  const scans = policy.scans.filter(({ id }) => !exempt.has(id))
  const bare: Evaluation = {
    gate: decision.gate,
    policy: { ...policy, scans },
    defaultTier: options.defaultTier ?? defaultTierOf(decision),
    inputs: inputsOf(decision, now),
    findings: current.map(identifiedOf),
    fixed: fixed.map(identifiedOf),
    exceptions: options.exceptions ?? [],
    pendingExceptions: [],
    codeowners: null,
    facts: factsOf(decision, now),
    change: decision.change,
    ranAtBase: vanishedIn(decision),
    commits: [HEAD],
    options: null,
    checkout: null,
    files: [],
    notices: [],
    now
  }
  const granted = options.exceptions === null ? grantedIn(decision, bare) : null
  const evaluation = granted === null ? bare : { ...bare, exceptions: granted.records }
  return { evaluation, gaps: gapsOf(decision, policy, scans.length, granted) }
}

function gapsOf(decision: Decision, policy: Policy, scans: number, granted: Granted | null): readonly Gap[] {
  const { outcomes } = decision
  const asked = policy.rules.flatMap(({ when, unless }) => (unless === null ? [when] : [when, unless]))
  const unrecorded = CONDITION_NAMES.filter(
    name => ROWS[name].stored !== 'recorded' && asked.some(conditions => conditions[name] !== null)
  )
  const known = new Set(decision.scans.map(({ id }) => id))
  const gaps: readonly (readonly [Gap, boolean])[] = [
    ['raised-severity', outcomes.some(({ finding }) => finding.severitySource === 'policy')],
    ['exceptions', granted !== null && granted.records.length > 0],
    ['exception-terms', granted?.isOpen === true],
    [
      'applicability',
      scans > 0 && policy.scans.some(scan => !known.has(scan.id) && (scan.appliesTo ?? scan.tiers) !== null)
    ],
    ['suppressions', outcomes.some(isSuppressedElsewhere)],
    ...unrecorded.map(name => [name, true] as const),
    ['no-branch', decision.change.branch === null && asked.some(({ branch }) => branch !== null)],
    ['feed-age', [...policy.feeds.values()].some(({ maxAge }) => maxAge !== null)]
  ]
  return gaps.flatMap(([gap, isOpen]) => (isOpen ? [gap] : []))
}

/** Whether a scanner calls the finding suppressed, and nobody had to ask whether that is older than the change. */
const isSuppressedElsewhere = ({ finding, reason, tier }: Outcome): boolean =>
  finding.suppression !== null && (reason !== 'suppressed' || tier !== 0)

const identifiedOf = (outcome: Outcome): IdentifiedFinding => ({
  finding: outcome.finding,
  identity: {
    id: outcome.id,
    state: outcome.state,
    stateReason: outcome.stateReason ?? '',
    inDiff: outcome.inDiff,
    firstDetected: outcome.firstDetected,
    // A ground is not recorded; at tier 0 a suppression that was honoured had one.
    ...(outcome.reason === 'suppressed' && outcome.tier === 0 ? { suppressionGround: 'baseline' as const } : {})
  },
  facts: { kev: outcome.kev, kevEntry: outcome.kevEntry, epss: outcome.epss, reachability: outcome.reachability }
})

/** Where no asset names the place, the tier that is shown is the default one. */
function defaultTierOf({ outcomes }: Decision): Tier {
  return outcomes.find(({ asset, finding }) => asset === null && finding.placeProblem === null)?.tier ?? DEFAULT_TIER
}

const HEAD = 'f'.repeat(40)
const OTHER = '0'.repeat(40)

/** Tools that the baseline had and the run lacked: they lack again. */
const vanishedIn = ({ scans }: Decision): Ran =>
  new Map(
    scans.flatMap(({ id }) => {
      const name = vanishedTool(id)
      return name === null ? [] : [[toolKey(name), { name, rules: null, failed: false }]]
    })
  )

/** The delivered evidence in the states that it was judged to have; what was missing is missing again. */
function inputsOf({ scans, outcomes }: Decision, now: string): readonly SarifInput[] {
  const categories = new Map<string, Set<string>>()
  for (const { finding } of outcomes) {
    const known = categories.get(finding.tool) ?? new Set()
    categories.set(finding.tool, known.add(finding.category))
  }
  const delivered = scans.filter(
    ({ id, state }) => !id.startsWith('feed:') && !['missing', 'not-applicable'].includes(state)
  )
  return delivered.map(scan => inputOf(scan, tool => [...(categories.get(tool) ?? [])], now))
}

function inputOf(scan: ScanOutcome, categoriesOf: (tool: string) => readonly string[], now: string): SarifInput {
  const runs = scan.tools.map(
    ({ name, version, results }): RunFacts => ({
      tool: name,
      version,
      results,
      notFindings: 0,
      state: scan.state === 'failed' || scan.state === 'degraded' ? scan.state : 'complete',
      reason: scan.reason,
      categories: [...new Set([...(scan.category === null ? [] : [scan.category]), ...categoriesOf(name)])],
      // What it was judged by then, it is judged by now.
      secretScan: 'shown',
      rules: null,
      revisions: scan.state === 'stale' ? [OTHER] : [],
      endTime: scan.state === 'stale' ? null : now
    })
  )
  return {
    name: scan.id,
    sha256: '',
    bytes: 0,
    runs,
    findings: [],
    results: runs.reduce((sum, { results }) => sum + results, 0),
    notFindings: 0,
    problem: scan.state === 'invalid' ? { offset: null, message: scan.reason } : null,
    warnings: []
  }
}

/** Only presence and freshness are asked of feeds: what they said of each finding is recorded with it. */
function factsOf({ inputs, scans }: Decision, now: string): ExploitFacts {
  const isGiven = (kind: FeedName) => inputs.some(input => input.kind === kind)
  const isStale = (kind: FeedName) => scans.some(({ id, state }) => id === `feed:${kind}` && state === 'stale')
  const date = (kind: FeedName) => (isStale(kind) ? null : now)
  return {
    kev: isGiven('kev') ? { released: date('kev'), cves: new Map() } : null,
    epss: isGiven('epss') ? { date: date('epss'), scores: new Map() } : null,
    vex: isGiven('vex') ? new Map([['', []]]) : new Map()
  }
}
