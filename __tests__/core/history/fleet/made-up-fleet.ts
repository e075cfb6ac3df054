import type { Decision, Outcome } from '../../../../src/core/decision/decision.js'
import type { Finding } from '../../../../src/core/finding.js'
import type { Tier } from '../../../../src/core/policy/policy.js'
import { isoInstant } from '../../../../src/core/time/instant.js'
import { aDecision, anOutcome, aScan } from '../../../builders.js'

const DAY = 86_400_000
const START = Date.UTC(2026, 0, 1, 3)
/** Days to fix that the made-up policy allows. */
const ALLOWED: Readonly<Record<string, number>> = { critical: 14, high: 30, medium: 90, low: 180 }

export const at = (day: number): string => isoInstant(START + day * DAY)

/** One stay of a finding on the default branch: the runs that first have it and first have it no more (null: still there). */
interface Stay {
  readonly from: number
  readonly to: number | null
}

/** A finding with all its stays, and what is known of it. */
export interface PlannedFinding {
  readonly id: string
  readonly severity: 'critical' | 'high' | 'medium' | 'low'
  readonly category: Finding['category']
  readonly tier: Tier
  readonly exposure: string | null
  readonly owner: string
  readonly stays: readonly Stay[]
  /** FleetRun from which a fix is known; null: never. */
  readonly fixKnownFrom: number | null
}

/** A repository: its runs on the default branch, a week apart, and its findings. */
export interface PlannedRepository {
  readonly name: string
  readonly branch: string
  readonly runs: number
  /** Runs whose scanner failed: nobody learns anything of them. */
  readonly failed: ReadonlySet<number>
  /** Whether runs say what is gone, or no longer name it. */
  readonly tells: boolean
  readonly findings: readonly PlannedFinding[]
}

/** The day of a run: every repository on a day of the week of its own. */
export const dayOfRun = (repository: number, run: number): number => 7 * run + (repository % 7)

/** The same numbers at every call: a linear congruential generator (Numerical Recipes). */
function dice(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const pick = <Item>(items: readonly Item[], roll: (below: number) => number): Item => {
  const item = items[roll(items.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

/** Twenty repositories over a year. The third falls silent after half of it. */
export function planFleet(): readonly PlannedRepository[] {
  const roll = dice(7)
  return Array.from({ length: 20 }, (_, index) => {
    const runs = index === 2 ? 26 : 51
    const failed = new Set([10 + (index % 5), 30 + (index % 7)])
    return {
      name: `acme/repo-${String(index).padStart(2, '0')}`,
      branch: pick(['main', 'master', 'trunk'], roll),
      runs,
      failed,
      tells: index % 2 === 0,
      findings: Array.from({ length: 12 }, (_, number) => plannedFinding(index, number, runs, failed, roll))
    }
  })
}

function plannedFinding(
  repository: number,
  number: number,
  runs: number,
  failed: ReadonlySet<number>,
  roll: (below: number) => number
): PlannedFinding {
  const stays = plannedStays(runs, failed, roll)
  const tier = roll(3) as Tier
  const hasFix = roll(2) === 0
  const [first] = stays
  return {
    id: `F-${String(repository * 100 + number).padStart(32, '0')}`,
    severity: pick(['critical', 'high', 'medium', 'low'], roll),
    category: pick(['sast', 'sca', 'secret', 'container'], roll),
    tier,
    exposure: pick(['internet', 'internal', null], roll),
    owner: pick(['@acme/pay', '@acme/web', '@acme/data'], roll),
    stays,
    fixKnownFrom: hasFix && first !== undefined ? first.from + roll(3) : null
  }
}

/** One to three stays; none begins or ends in a run that failed, which could not have told. */
function plannedStays(runs: number, failed: ReadonlySet<number>, roll: (below: number) => number): readonly Stay[] {
  const sound = (run: number): number => (failed.has(run) ? sound(run + 1) : run)
  const stays: Stay[] = []
  let next = sound(roll(runs - 8))
  for (let stay = 0; stay < 1 + roll(3); stay += 1) {
    const to = sound(next + 1 + roll(10))
    if (to >= runs) return [...stays, { from: next, to: null }]
    stays.push({ from: next, to })
    next = sound(to + 1 + roll(20))
    if (next >= runs) break
  }
  return stays
}

const isThere = ({ stays }: PlannedFinding, run: number): boolean =>
  stays.some(({ from, to }) => from <= run && (to === null || run < to))

const isNewlyGone = ({ stays }: PlannedFinding, run: number): boolean => stays.some(({ to }) => to === run)

/** The stay of a run: its first day is the first detection. */
const stayOf = ({ stays }: PlannedFinding, run: number): Stay | undefined => stays.findLast(({ from }) => from <= run)

const SCANS = { sast: 'CodeQL', sca: 'Trivy', secret: 'gitleaks', container: 'Grype' } as const

export const toolOf = (category: Finding['category']): string => SCANS[category as keyof typeof SCANS]

function scansOf(isSound: boolean): Decision['scans'] {
  return Object.entries(SCANS).map(([category, name]) =>
    aScan({
      id: category,
      category: category as Finding['category'],
      state: isSound ? 'complete' : 'failed',
      verdict: isSound ? 'pass' : 'block',
      tools: [{ name, version: '1', results: 1 }]
    })
  )
}

function outcomeIn(finding: PlannedFinding, repository: number, run: number): Outcome {
  const first = dayOfRun(repository, stayOf(finding, run)?.from ?? run)
  const allowed = ALLOWED[finding.severity] ?? 0
  const isBlocking = finding.severity === 'critical'
  return anOutcome(
    {
      id: finding.id,
      tier: finding.tier,
      exposure: finding.exposure,
      owners: [finding.owner],
      state: stayOf(finding, run)?.from === run ? 'introduced' : 'existing',
      stateReason: null,
      firstDetected: at(first),
      verdict: isBlocking ? 'block' : 'pass',
      reason: isBlocking ? 'rule' : 'no-rule',
      rules: isBlocking ? [{ id: 'critical', layer: 'p.yml', verdict: 'block', declared: 'block' }] : [],
      sla: { due: at(first + allowed), status: 'within' }
    },
    {
      severity: finding.severity,
      category: finding.category,
      tool: toolOf(finding.category),
      fixAvailable: finding.fixKnownFrom !== null && run >= finding.fixKnownFrom
    }
  )
}

const gone = (outcome: Outcome): Outcome => ({
  ...outcome,
  state: 'fixed',
  verdict: 'pass',
  reason: 'fixed',
  rules: [],
  sla: null
})

/** Every decision of the year: of the branch, and of a pull request after each run that mends all and is never merged. */
export function decisionsOf(fleet: readonly PlannedRepository[]): readonly Decision[] {
  return fleet.flatMap((repository, index) =>
    Array.from({ length: repository.runs }, (_, run) => run).flatMap(run => {
      const isSound = !repository.failed.has(run)
      const there = repository.findings.filter(finding => isThere(finding, run))
      const left = repository.tells ? repository.findings.filter(finding => isNewlyGone(finding, run)) : []
      const outcomes = there.map(finding => outcomeIn(finding, index, run))
      const day = dayOfRun(index, run)
      const change = { repository: repository.name, baseSha: null, headSha: null, pullRequest: null, event: 'push' }
      const onBranch = aDecision({
        evaluatedAt: at(day),
        change: { ...aDecision().change, ...change, branch: repository.branch },
        scans: scansOf(isSound),
        outcomes: isSound ? [...outcomes, ...left.map(finding => gone(outcomeIn(finding, index, run)))] : []
      })
      const request = aDecision({
        evaluatedAt: at(day + 1),
        change: {
          ...aDecision().change,
          ...change,
          event: 'pull_request',
          pullRequest: run + 1,
          branch: repository.branch
        },
        scans: scansOf(true),
        outcomes: outcomes.map(gone)
      })
      return [onBranch, request]
    })
  )
}
