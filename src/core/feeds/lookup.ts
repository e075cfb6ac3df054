import type { Finding, Reachability } from '../finding.js'
import type { EpssScores, ExploitFacts, KevCatalogue, VexStatement } from './feed.js'

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
 */
export function factsOf(finding: Finding, facts: ExploitFacts): FindingFacts {
  if (facts.kev === null && facts.epss === null) return WITHOUT_FEEDS[reachabilityOf(finding, facts.vex)]
  return {
    kev: facts.kev === null ? null : inCatalogue(finding, facts.kev),
    epss: facts.epss === null ? null : highestScore(finding, facts.epss),
    reachability: reachabilityOf(finding, facts.vex)
  }
}

const WITHOUT_FEEDS: Readonly<Record<Reachability, FindingFacts>> = {
  reachable: { kev: null, epss: null, reachability: 'reachable' },
  potential: { kev: null, epss: null, reachability: 'potential' },
  unreachable: { kev: null, epss: null, reachability: 'unreachable' },
  unknown: { kev: null, epss: null, reachability: 'unknown' }
}

function inCatalogue(finding: Finding, { cves }: KevCatalogue): boolean | null {
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

/** Statements by the ids that they are about, aliases included. */
export function indexVex(statements: readonly VexStatement[]): ExploitFacts['vex'] {
  const index = new Map<string, VexStatement[]>()
  for (const statement of statements) {
    for (const identifier of statement.identifiers) {
      const list = index.get(identifier)
      if (list === undefined) index.set(identifier, [statement])
      else list.push(statement)
    }
  }
  return index
}

function reachabilityOf(finding: Finding, vex: ExploitFacts['vex']): Reachability {
  if (vex.size === 0 || finding.reachability === 'reachable' || finding.package === null) return finding.reachability
  const { purl } = finding.package
  const about = finding.identifiers.flatMap(identifier => vex.get(identifier) ?? []).filter(each => isAbout(each, purl))
  if (about.length === 0 || about.some(statement => statement.status !== 'not_affected')) return finding.reachability
  return 'unreachable'
}

function isAbout({ products }: VexStatement, purl: string | null): boolean {
  return products === null || (purl !== null && products.some(product => samePackage(product, purl)))
}

/** Equal package URLs, or the same package where the statement names no version. Qualifiers are not compared. */
function samePackage(product: string, purl: string): boolean {
  const bare = (text: string): string => text.split(/[?#]/, 1)[0] ?? text
  const wanted = bare(product)
  const own = bare(purl)
  if (wanted === own) return true
  const version = own.lastIndexOf('@')
  return version > own.lastIndexOf('/') && wanted === own.slice(0, version)
}
