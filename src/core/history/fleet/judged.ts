import { type Branch, branchOf } from './branches.js'
import type { RepositoryFacts } from './collector.js'
import { type Cycle, cyclesOf, timelineOf } from './cycles.js'
import type { FleetQuestion } from './period.js'

/** A repository with what holds of its branch. */
export interface JudgedRepository {
  readonly facts: RepositoryFacts
  readonly branch: Branch
  readonly cycles: readonly Cycle[]
}

export function judgeRepository(facts: RepositoryFacts, { branches }: FleetQuestion): JudgedRepository {
  const branch = branchOf(facts.runs, branches)
  const line = timelineOf(branch.runs)
  const cycles = [...facts.findings].flatMap(([id, { sightings }]) => cyclesOf(facts.name, id, sightings, line))
  return { facts, branch, cycles }
}
