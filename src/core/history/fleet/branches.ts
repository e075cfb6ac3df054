import type { FleetRun } from './facts.js'

/** The branch whose state counts, of one repository, and its runs. */
export interface Branch {
  /** Null where no run tells. */
  readonly name: string | null
  readonly runs: readonly FleetRun[]
}

/** Names that a default branch has where nothing else tells. */
const USUAL: readonly string[] = ['main', 'master']

/**
 * The default branch by what is known of it: scheduled runs are always on it, most pull requests go to it, and it has one
 * of two names. Runs that do not name their branch count with it. Runs whose event nobody told count only where no other
 * is there: what a pull request mends is not mended. Names that are given decide instead.
 */
export function branchOf(runs: readonly FleetRun[], named: readonly string[]): Branch {
  const decided = runs.filter(({ verdict }) => verdict !== null)
  const sure = decided.filter(({ merged }) => merged === true)
  const own = sure.length > 0 ? sure : decided.filter(({ merged }) => merged === null)
  if (named.length > 0) {
    const isNamed = ({ branch }: FleetRun) => branch === '' || named.includes(branch)
    return { name: named.find(name => own.some(({ branch }) => branch === name)) ?? null, runs: own.filter(isNamed) }
  }
  const requests = decided.filter(({ merged }) => merged === false)
  const evidence = [...new Set(own.map(({ branch }) => branch))]
    .filter(branch => branch !== '')
    .map(branch => ({
      branch,
      isScheduled: own.some(run => run.branch === branch && run.isScheduled),
      requests: requests.filter(run => run.branch === branch).length,
      isUsual: USUAL.includes(branch),
      runs: own.filter(run => run.branch === branch).length
    }))
    .sort(
      (a, b) =>
        Number(b.isScheduled) - Number(a.isScheduled) ||
        b.requests - a.requests ||
        Number(b.isUsual) - Number(a.isUsual) ||
        b.runs - a.runs ||
        (a.branch < b.branch ? -1 : 1)
    )
  const name = evidence[0]?.branch ?? null
  return { name, runs: own.filter(({ branch }) => branch === '' || branch === name) }
}
