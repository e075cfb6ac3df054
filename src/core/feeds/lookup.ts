import type { Finding, Reachability } from '../finding.js'
import type { EpssScores, ExploitFacts, KevCatalogue, KevEntry } from './feed.js'
import { reachabilityBy } from './vex.js'

/** The facts about one finding. */
export interface FindingFacts {
  /** True: listed; false: the catalogue does not list it; null: no catalogue, one too old to tell, or no CVE to look up. */
  readonly kev: boolean | null
  /** What the catalogue says of it; null where it is not known to be listed. */
  readonly kevEntry: KevEntry | null
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
    kevEntry: facts.kev === null ? null : worstEntry(finding, facts.kev),
    epss: facts.epss === null ? null : highestScore(finding, facts.epss),
    reachability: reachabilityBy(finding, facts.vex, repository)
  }
}

const WITHOUT_FEEDS: Readonly<Record<Reachability, FindingFacts>> = {
  reachable: { kev: null, kevEntry: null, epss: null, reachability: 'reachable' },
  potential: { kev: null, kevEntry: null, epss: null, reachability: 'potential' },
  unreachable: { kev: null, kevEntry: null, epss: null, reachability: 'unreachable' },
  unknown: { kev: null, kevEntry: null, epss: null, reachability: 'unknown' }
}

function inCatalogue(finding: Finding, { cves, isOutdated }: KevCatalogue): boolean | null {
  // A catalogue that lists nothing was cut off: that it does not list a CVE says nothing.
  if (cves.size === 0) return null
  let known = false
  for (const identifier of finding.identifiers) {
    if (!isCve(identifier)) continue
    if (cves.has(identifier)) return true
    known = true
  }
  return known && isOutdated !== true ? false : null
}

/** Of several entries the earliest dates, and whether any is used for ransomware. */
function worstEntry({ identifiers }: Finding, { cves }: KevCatalogue): KevEntry | null {
  let worst: KevEntry | null = null
  for (const identifier of identifiers) {
    const entry = cves.get(identifier)
    if (entry !== undefined) worst = worst === null ? entry : worseOf(worst, entry)
  }
  return worst
}

const worseOf = (one: KevEntry, other: KevEntry): KevEntry => ({
  added: earlier(one.added || null, other.added || null) ?? '',
  dueDate: earlier(one.dueDate, other.dueDate),
  ransomware: one.ransomware ?? other.ransomware
})

const earlier = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one

function highestScore(finding: Finding, { scores }: EpssScores): number | null {
  let highest: number | null = null
  for (const identifier of finding.identifiers) {
    const score = scores.get(identifier)
    if (score !== undefined && (highest === null || score > highest)) highest = score
  }
  return highest
}
