import { KNOWN_SEVERITIES, type Severity } from '../../finding.js'
import { TIERS, type Tier, VERDICTS, type Verdict } from '../../policy/policy.js'
import { isoInstant } from '../../time/instant.js'
import type { RepositoryFacts } from './collector.js'
import { categoryCoverage, type Silence, silenceOf } from './coverage.js'
import type { Cycle } from './cycles.js'
import { type ExceptionFigures, exceptionFigures } from './exception-figures.js'
import type { FleetRun, Traits } from './facts.js'
import {
  byMonth,
  type FindingFigures,
  findingFigures,
  type Grouping,
  groupOf,
  type LastSight,
  monthFigures
} from './finding-figures.js'
import { judgeRepository } from './judged.js'
import type { FleetQuestion } from './period.js'
import { type AgeingBar, ageing, byExposure, type Special, special } from './special.js'
import { grouped, type Ratio, ratioOf, type Spread } from './statistics.js'

/** Figures of one group of findings. */
export type FigureGroup<Key> = FindingFigures & Key

/** KPIs over many decisions: what is on the default branches, and what became of it. */
export interface Metrics extends FindingFigures, Special {
  /** Decision files, each once, those too of runs that could not decide. */
  readonly decisions: number
  readonly from: string | null
  readonly to: string | null
  readonly now: string
  readonly since: string | null
  readonly repositories: readonly { readonly repository: string; readonly branch: string | null }[]
  /** Of the runs that decided since. */
  readonly verdicts: Readonly<Record<Verdict, Ratio>>
  readonly complete: Ratio
  /** Runs that could not decide, of all since. */
  readonly undecided: Ratio
  /** How long the gate took stands in no decision: not known. */
  readonly duration: Spread | null
  /** Runs that do not block and would if every rule were enforced, of those whose file tells. */
  readonly wouldBlock: Ratio
  readonly silent: Silence
  /** Repositories with a complete scan of the category within the time, of those that have something of it to look at. */
  readonly coverage: readonly (Ratio & { readonly category: string })[]
  readonly exceptions: ExceptionFigures
  readonly criticalByExposure: readonly (Spread & { readonly exposure: string | null })[]
  readonly ageing: readonly AgeingBar[]
  readonly months: readonly FigureGroup<{ readonly month: string }>[]
  /** Tiers and severities that have findings, the most critical first. */
  readonly rows: readonly FigureGroup<{ readonly tier: Tier; readonly severity: Severity }>[]
  readonly by: Grouping | null
  readonly groups: readonly FigureGroup<{ readonly key: string }>[]
}

/** All figures; nothing is asked but the facts and the question. */
export function metricsOf(
  repositories: readonly RepositoryFacts[],
  question: FleetQuestion,
  by: Grouping | null
): Metrics {
  const judged = repositories.map(facts => judgeRepository(facts, question))
  const cycles = judged.flatMap(each => each.cycles)
  const last = repositories.flatMap(lastSights)
  const open = new Set(cycles.flatMap(each => (each.gone === null ? [`${each.repository}\n${each.finding}`] : [])))
  const months = monthGroups(cycles, last, question)
  return {
    ...runFigures(
      repositories.flatMap(({ runs }) => runs),
      question
    ),
    repositories: judged.map(({ facts, branch }) => ({ repository: facts.name, branch: branch.name })),
    silent: silenceOf(judged, question),
    coverage: categoryCoverage(repositories, question),
    ...findingFigures(cycles, last, question),
    exceptions: exceptionFigures(repositories, question, (repository, finding) =>
      open.has(`${repository}\n${finding}`)
    ),
    criticalByExposure: byExposure(cycles, question),
    ...special(judged, cycles, question),
    ageing: ageing(cycles, question),
    months,
    rows: tierRows(cycles, last, question),
    by,
    groups: by === null ? [] : groupsBy(by, cycles, last, question, months)
  }
}

const lastSights = ({ name, findings }: RepositoryFacts): readonly LastSight[] =>
  [...findings].map(([finding, { last }]) => ({ ...last, repository: name, finding }))

type RunFigures = Pick<
  Metrics,
  'decisions' | 'from' | 'to' | 'now' | 'since' | 'verdicts' | 'complete' | 'undecided' | 'duration' | 'wouldBlock'
>

function runFigures(all: readonly FleetRun[], { now, since }: FleetQuestion): RunFigures {
  const runs = all.filter(({ at }) => at >= since).map(({ kind }) => kind)
  const decided = runs.filter(({ verdict }) => verdict !== null)
  const times = all.map(({ at }) => at).sort((a, b) => a - b)
  const instant = (at: number | undefined) => (at === undefined ? null : isoInstant(at * 1000))
  return {
    decisions: all.length,
    from: instant(times[0]),
    to: instant(times.at(-1)),
    now: isoInstant(now * 1000),
    since: since === 0 ? null : isoInstant(since * 1000),
    verdicts: Object.fromEntries(
      VERDICTS.map(each => [each, ratioOf(decided, ({ verdict }) => verdict === each)])
    ) as Metrics['verdicts'],
    complete: ratioOf(decided, ({ isComplete }) => isComplete),
    undecided: ratioOf(runs, ({ verdict }) => verdict === null),
    duration: null,
    wouldBlock: ratioOf(
      decided.filter(({ wouldBlock }) => wouldBlock !== null),
      ({ verdict, wouldBlock }) => verdict !== 'block' && wouldBlock === true
    )
  }
}

const monthGroups = (
  cycles: readonly Cycle[],
  last: readonly LastSight[],
  question: FleetQuestion
): Metrics['months'] =>
  [...byMonth(cycles, last, question)].map(([month, own]) => ({ month, ...monthFigures(own, question) }))

function groupsBy(
  by: Grouping,
  cycles: readonly Cycle[],
  last: readonly LastSight[],
  question: FleetQuestion,
  months: Metrics['months']
): Metrics['groups'] {
  if (by === 'month') return months.map(({ month, ...figures }) => ({ key: month, ...figures }))
  const ofCycles = grouped(cycles, each => groupOf(by, each.repository, each.traits))
  const ofLast = grouped(last, ({ repository, view }) => groupOf(by, repository, view.traits))
  return [...new Set([...ofCycles.keys(), ...ofLast.keys()])]
    .sort()
    .map(key => ({ key, ...findingFigures(ofCycles.get(key) ?? [], ofLast.get(key) ?? [], question) }))
}

function tierRows(cycles: readonly Cycle[], last: readonly LastSight[], question: FleetQuestion): Metrics['rows'] {
  const severities: readonly Severity[] = [...KNOWN_SEVERITIES.toReversed(), 'unknown']
  const keyOf = ({ tier, severity }: Pick<Traits, 'tier' | 'severity'>) => `${tier} ${severity}`
  const ofCycles = grouped(cycles, ({ traits }) => keyOf(traits))
  const ofLast = grouped(last, ({ view }) => keyOf(view.traits))
  return TIERS.flatMap(tier =>
    severities.flatMap(severity => {
      const key = keyOf({ tier, severity })
      const own = ofCycles.get(key) ?? []
      const ends = ofLast.get(key) ?? []
      return own.length + ends.length === 0 ? [] : [{ tier, severity, ...findingFigures(own, ends, question) }]
    })
  )
}
