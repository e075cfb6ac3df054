import { isoInstant } from '../../time/instant.js'
import type { RepositoryFacts } from './collector.js'
import type { JudgedRepository } from './judged.js'
import type { FleetQuestion } from './period.js'
import { type Ratio, ratioOf } from './statistics.js'

/** Repositories whose default branch nobody looked at within the time: how it stands there is not known. */
export interface Silence extends Ratio {
  readonly repositories: readonly {
    readonly repository: string
    readonly branch: string | null
    /** The last run on the branch with a complete scan; null where there never was one. */
    readonly lastScan: string | null
  }[]
}

export function silenceOf(judged: readonly JudgedRepository[], { now, within }: FleetQuestion): Silence {
  const all = judged.map(({ facts, branch }) => ({
    repository: facts.name,
    branch: branch.name,
    last: branch.runs.reduce((last, { kind, at }) => (kind.hasScan ? Math.max(last, at) : last), -Infinity)
  }))
  const silent = all.filter(({ last }) => last < now - within)
  return {
    numerator: silent.length,
    denominator: all.length,
    repositories: silent.map(({ last, ...each }) => ({
      ...each,
      lastScan: last === -Infinity ? null : isoInstant(last * 1000)
    }))
  }
}

export function categoryCoverage(
  repositories: readonly RepositoryFacts[],
  { now, within }: FleetQuestion
): readonly (Ratio & { readonly category: string })[] {
  const categories = [...new Set(repositories.flatMap(({ categories }) => [...categories.keys()]))].sort()
  return categories.map(category => {
    const states = repositories.map(each => each.categories.get(category) ?? { complete: null, notApplicable: null })
    // Where there was nothing to look at when it was last asked, nothing is missing.
    const asked = states.filter(
      ({ complete, notApplicable }) => (notApplicable ?? -1) <= (complete ?? -1) || notApplicable === null
    )
    return { category, ...ratioOf(asked, ({ complete }) => complete !== null && complete >= now - within) }
  })
}
