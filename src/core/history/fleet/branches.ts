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
  const decided = runs.filter(({ kind }) => kind.verdict !== null)
  const sure = decided.filter(({ kind }) => kind.merged === true)
  const own = sure.length > 0 ? sure : decided.filter(({ kind }) => kind.merged === null)
  if (named.length > 0) {
    const isNamed = ({ kind }: FleetRun) => kind.branch === '' || named.includes(kind.branch)
    return { name: named.find(name => own.some(({ kind }) => kind.branch === name)) ?? null, runs: own.filter(isNamed) }
  }
  const requests = decided.filter(({ kind }) => kind.merged === false)
  const evidence = [...new Set(own.map(({ kind }) => kind.branch))]
    .filter(branch => branch !== '')
    .map(branch => ({
      branch,
      isScheduled: own.some(({ kind }) => kind.branch === branch && kind.isScheduled),
      requests: requests.filter(({ kind }) => kind.branch === branch).length,
      isUsual: USUAL.includes(branch),
      runs: own.filter(({ kind }) => kind.branch === branch).length
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
  return { name, runs: own.filter(({ kind }) => kind.branch === '' || kind.branch === name) }
}
