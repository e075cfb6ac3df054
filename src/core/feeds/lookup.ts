import type { Finding, Reachability } from '../finding.js'
import type { EpssScores, ExploitFacts, KevCatalogue } from './feed.js'
import { reachabilityBy } from './vex.js'

/** The facts about one finding. */
export interface FindingFacts {
  /** True: listed; false: the catalogue does not list it; null: no catalogue, or no CVE to look up. */
  readonly kev: boolean | null
  /** The highest score of its CVEs; null where no feed scores one. */
  readonly epss: number | null
  readonly reachability: Reachability
}

const isCve = (identifier: string): boolean => identifier.startsWith('CVE-')

/**
 * Looks the finding up in the feeds. A finding with several CVEs takes the worst of each fact on its own.
 * A VEX statement `not_affected` makes the code unreachable and nothing more: it is a claim, not an exception.
 * `repository`: `owner/name` of the repository, for statements about it as a whole.
 */
export function factsOf(finding: Finding, facts: ExploitFacts, repository: string | null = null): FindingFacts {
  if (facts.kev === null && facts.epss === null) return WITHOUT_FEEDS[reachabilityBy(finding, facts.vex, repository)]
  return {
    kev: facts.kev === null ? null : inCatalogue(finding, facts.kev),
    epss: facts.epss === null ? null : highestScore(finding, facts.epss),
    reachability: reachabilityBy(finding, facts.vex, repository)
  }
}

const WITHOUT_FEEDS: Readonly<Record<Reachability, FindingFacts>> = {
  reachable: { kev: null, epss: null, reachability: 'reachable' },
  potential: { kev: null, epss: null, reachability: 'potential' },
  unreachable: { kev: null, epss: null, reachability: 'unreachable' },
  unknown: { kev: null, epss: null, reachability: 'unknown' }
}

function inCatalogue(finding: Finding, { cves }: KevCatalogue): boolean | null {
  // A catalogue that lists nothing was cut off: that it does not list a CVE says nothing.
  if (cves.size === 0) return null
  let known = false
  for (const identifier of finding.identifiers) {
    if (!isCve(identifier)) continue
    if (cves.has(identifier)) return true
    known = true
  }
  return known ? false : null
}

function highestScore(finding: Finding, { scores }: EpssScores): number | null {
  let highest: number | null = null
  for (const identifier of finding.identifiers) {
    const score = scores.get(identifier)
    if (score !== undefined && (highest === null || score > highest)) highest = score
  }
  return highest
}
