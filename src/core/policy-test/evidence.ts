import type { TestEntry } from '../../generated/policy-test.js'
import type { ExploitFacts } from '../feeds/feed.js'
import { ConfigurationError, type Place } from '../ground/errors.js'
import type { FeedName, Policy, ScanRequirement } from '../policy/policy.js'
import type { RunFacts, SarifInput } from '../sarif/input.js'
import { HOUR } from '../time/duration.js'
import { isoInstant } from '../time/instant.js'

type Scans = NonNullable<TestEntry['scans']>
const FEED = 'feed:'

/** The evidence of a test in short form: what `scans` names, and nothing else can be missing. */
export interface TestEvidence {
  /** The policy with the requirements that the test names; every other one counts as met. */
  readonly policy: Policy
  readonly inputs: readonly SarifInput[]
  readonly facts: ExploitFacts
  /** The commit that evidence has to be made for. */
  readonly commits: readonly string[]
}

const HEAD = 'f'.repeat(40)
const OTHER = '0'.repeat(40)

/** Makes evidence in the states that a test names. Throws a ConfigurationError for a scan that the policy does not have. */
export function evidenceOf(policy: Policy, scans: Scans, now: string, place: Place): TestEvidence {
  checkNames(policy, scans, place)
  const named = policy.scans.flatMap(scan => {
    const state = Object.hasOwn(scans, scan.id) ? scans[scan.id] : undefined
    return state === undefined ? [] : [{ scan: alone(scan), state }]
  })
  const feeds = new Map([...policy.feeds].filter(([name]) => Object.hasOwn(scans, `${FEED}${name}`)))
  const feedState = (name: FeedName) => scans[`${FEED}${name}`] ?? 'complete'
  const dated = (name: FeedName) => (feedState(name) === 'complete' ? now : null)
  const given = (name: FeedName) => feeds.has(name) && feedState(name) !== 'missing'
  return {
    policy: { ...policy, scans: named.map(({ scan }) => scan), feeds },
    inputs: named.flatMap(({ scan, state }) => (state === 'missing' ? [] : [inputOf(scan, state, now)])),
    facts: {
      kev: given('kev')
        ? { released: dated('kev'), cves: new Map([[ANY_CVE, { added: '', dueDate: null, ransomware: null }]]) }
        : null,
      epss: given('epss') ? { date: dated('epss'), scores: new Map([[ANY_CVE, 0]]) } : null,
      vex: given('vex') ? new Map([['', []]]) : new Map()
    },
    commits: [HEAD]
  }
}

/** A feed that is given lists something; what it says of a finding is stated with the finding. */
const ANY_CVE = 'CVE-1999-0000'

function checkNames(policy: Policy, scans: Scans, place: Place): void {
  const known = [...policy.scans.map(({ id }) => id), ...[...policy.feeds.keys()].map(name => `${FEED}${name}`)]
  const problems = Object.keys(scans)
    .filter(id => !known.includes(id))
    .map(id => ({
      place,
      message: `the policy requires no scan \`${id.slice(0, 60)}\``,
      hint: known.length === 0 ? 'Remove it: the policy requires no scans' : `It requires ${known.join(', ')}`
    }))
  if (problems.length > 0) throw new ConfigurationError(problems)
}

/** The requirement with a tool of its own, so that what is delivered for one does not meet another. */
const alone = (scan: ScanRequirement): ScanRequirement => ({
  ...scan,
  tools: [`scan ${scan.id}`],
  category: null,
  tiers: null,
  appliesTo: null
})

function inputOf({ id, tools, maxAge }: ScanRequirement, state: Scans[string], now: string): SarifInput {
  const run: RunFacts = {
    tool: tools?.[0] ?? id,
    version: null,
    results: 0,
    notFindings: 0,
    state: state === 'failed' || state === 'degraded' ? state : 'complete',
    reason: 'the test says so',
    categories: [],
    secretScan: 'not-said',
    rules: null,
    // Too old where the policy bounds the age, else made for another commit.
    revisions: state === 'stale' && maxAge === null ? [OTHER] : [],
    endTime: state === 'stale' && maxAge !== null ? isoInstant(Date.parse(now) - maxAge - HOUR) : now
  }
  return {
    name: `${id} of the test`,
    sha256: '0'.repeat(64),
    bytes: 0,
    runs: [run],
    findings: [],
    results: 0,
    notFindings: 0,
    problem: state === 'invalid' ? { offset: null, message: 'the test says so' } : null,
    warnings: []
  }
}
