import {
  compareLocations,
  type Finding,
  type KnownSeverity,
  type Location,
  locationsOf,
  type Package,
  type PackageReport,
  packageReportsOf,
  type Reporter,
  type Severity,
  type SuppressionClaim,
  severityRank,
  type TrailPlace,
  weakestGround
} from '../../finding.js'

/** How much each severity weighs: unknown counts as the policy says, and between equals the known one speaks. */
export type Gravity = Readonly<Record<Severity, number>>

export const gravityOf = (unknownAs: KnownSeverity): Gravity => ({
  none: 1,
  low: 3,
  medium: 5,
  high: 7,
  critical: 9,
  unknown: 2 * severityRank(unknownAs)
})

const SEPARATOR = '\u0000'

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The places of a finding including columns; findings without a place are told apart by what they name instead. */
export function placeKey({ location, otherLocations, placeProblem, clues }: Finding): string {
  if (location === null) return `-${placeProblem ?? ''}${SEPARATOR}${clues.symbol ?? ''}`
  if (otherLocations === undefined && placeProblem === null) return regionKey(location)
  return [location, ...(otherLocations ?? [])].map(regionKey).join(SEPARATOR) + SEPARATOR + (placeProblem ?? '')
}

const regionKey = ({ path, startLine, startColumn, endLine, endColumn }: Location): string =>
  `${path}:${startLine ?? ''}:${startColumn ?? ''}:${endLine ?? ''}:${endColumn ?? ''}`

/** A total order that depends on nothing but content, so that the order of files, runs and results never shows. */
function byContent(a: Finding, b: Finding, gravity: Gravity): number {
  return (
    gravity[b.severity] - gravity[a.severity] ||
    (b.score ?? 0) - (a.score ?? 0) ||
    compare(a.tool, b.tool) ||
    compare(a.toolVersion ?? '', b.toolVersion ?? '') ||
    compare(a.ruleId, b.ruleId) ||
    compare(placeKey(a), placeKey(b)) ||
    compare(a.message, b.message) ||
    compare(a.sources.join(SEPARATOR), b.sources.join(SEPARATOR)) ||
    compare(JSON.stringify(a), JSON.stringify(b))
  )
}

const union = (lists: readonly (readonly string[])[]): readonly string[] => {
  const first = lists[0] ?? []
  return lists.every(list => list === first) ? first : [...new Set(lists.flat())].sort(compare)
}

/** Suppressed only where every part is: one scanner's claim does not silence another. */
function suppressionOf(parts: readonly Finding[]): SuppressionClaim | null {
  const claims = parts.map(part => part.suppression)
  if (claims.some(claim => claim === null)) return null
  // A claim in the source can be checked there; one from outside cannot, and is the weaker of the two: most of all
  // where nobody says in which file it stands, or where they stand in several.
  const external = claims.filter(claim => claim?.kind === 'external')
  const [first, ...rest] = external
  const claim = first ?? claims[0] ?? null
  if (claim === null) return null
  // It holds as long as all of them do.
  const [until] = claims.flatMap(each => each?.until ?? []).sort(compare)
  const { path, until: _, ...known } = claim
  const isOneFile = path !== undefined && rest.every(each => each?.path === path)
  return { ...known, ...(isOneFile ? { path } : {}), ...(until === undefined ? {} : { until }) }
}

/** The package with everything that some part knows of it. */
function packageOf(parts: readonly Finding[]): Package | null {
  const packages = parts.flatMap(part => part.package ?? [])
  const best = packages.find(({ purl, version }) => purl !== null && version !== null) ?? packages[0]
  if (best === undefined) return null
  return {
    purl: best.purl ?? packages.find(({ purl }) => purl !== null)?.purl ?? null,
    name: best.name,
    version: best.version ?? packages.find(({ version }) => version !== null)?.version ?? null,
    fixedVersion: packages.find(({ fixedVersion }) => fixedVersion !== null)?.fixedVersion ?? null
  }
}

/** The worst that some part says; out of reach only where every part says so. */
function reachabilityOf(parts: readonly Finding[]): Finding['reachability'] {
  const stated = new Set(parts.map(part => part.reachability))
  if (stated.has('reachable')) return 'reachable'
  if (stated.has('potential')) return 'potential'
  return stated.has('unknown') ? 'unknown' : 'unreachable'
}

function fixOf(parts: readonly Finding[]): boolean | null {
  const stated = parts.map(part => part.fixAvailable)
  return stated.includes(true) ? true : stated.includes(false) ? false : null
}

/**
 * The places of all parts: those of the gravest, and of the others the files that it does not name. Tools count lines of
 * one manifest differently, and mean one place.
 */
function placesOfAll(parts: readonly Finding[]): Pick<Finding, 'location' | 'otherLocations'> {
  const files = new Set<string>()
  const all: Location[] = []
  for (const part of parts) {
    const places = locationsOf(part).filter(({ path }) => !files.has(path))
    for (const place of places) all.push(place)
    for (const { path } of places) files.add(path)
  }
  const [location = null, ...others] = all.sort(compareLocations)
  return others.length === 0 ? { location } : { location, otherLocations: others }
}

/** Everything that leads to one of the parts. */
function trailOfAll(parts: readonly Finding[]): Pick<Finding, 'trail'> {
  const steps = new Map<string, TrailPlace>()
  for (const { trail = [] } of parts) for (const step of trail) steps.set(JSON.stringify(step), step)
  if (steps.size === 0) return {}
  return { trail: [...steps].sort(([a], [b]) => compare(a, b)).map(([, step]) => step) }
}

/** Everyone who reported one of the parts, but for the one who speaks for all. */
function reportersOf(parts: readonly Finding[], lead: Finding): readonly Reporter[] {
  const reporters = new Map<string, Reporter>()
  for (const { tool, ruleId, alsoReportedBy = [] } of parts) {
    for (const reporter of [{ tool, ruleId }, ...alsoReportedBy]) {
      if (reporter.tool === lead.tool && reporter.ruleId === lead.ruleId) continue
      reporters.set(`${reporter.tool}${SEPARATOR}${reporter.ruleId}`, { tool: reporter.tool, ruleId: reporter.ruleId })
    }
  }
  return [...reporters].sort(([a], [b]) => compare(a, b)).map(([, reporter]) => reporter)
}

/** What each part says of the package, where they do not all say the same. */
function packageReports(parts: readonly Finding[]): Pick<Finding, 'packageReports'> {
  const reports = new Map<string, PackageReport>()
  for (const part of parts) for (const report of packageReportsOf(part)) reports.set(JSON.stringify(report), report)
  if (reports.size === 1) return {}
  return { packageReports: [...reports].sort(([a], [b]) => compare(a, b)).map(([, report]) => report) }
}

/** What each part calls it, where they do not all do alike. */
function namedByEach(parts: readonly Finding[]): Pick<Finding, 'namedBy'> {
  const named = new Map<string, NonNullable<Finding['namedBy']>[number]>()
  for (const { namedBy, identifiers, tags } of parts) {
    for (const each of namedBy ?? [{ identifiers, tags }])
      named.set(JSON.stringify([each.identifiers, each.tags]), each)
  }
  if (named.size === 1) return {}
  return { namedBy: [...named].sort(([a], [b]) => compare(a, b)).map(([, each]) => each) }
}

/** One finding for several that are the same: the gravest speaks, and what the others know is added. */
export function united(unsorted: readonly Finding[], gravity: Gravity): Finding {
  const [only] = unsorted
  if (only !== undefined && unsorted.length === 1) return only
  const parts = unsorted.toSorted((a, b) => byContent(a, b, gravity))
  const [lead, ...rest] = parts
  if (lead === undefined) throw new Error('A finding is made of at least one part')
  const others = reportersOf(parts, lead)
  const dates = parts.flatMap(part => part.firstDetected ?? [])
  return {
    ...lead,
    score: parts.reduce<number | null>((most, { score }) => (score === null ? most : Math.max(most ?? 0, score)), null),
    severityConflict: parts.some(part => part.severityConflict),
    ...(parts.some(part => part.isDisguised) ? { isDisguised: true as const } : {}),
    helpUri: lead.helpUri ?? rest.find(part => part.helpUri !== null)?.helpUri ?? null,
    ...placesOfAll(parts),
    placeGround: weakestGround(parts.map(part => part.placeGround)),
    claimedPlace: parts.find(part => part.claimedPlace !== null)?.claimedPlace ?? null,
    ...trailOfAll(parts),
    placeProblem: parts.find(part => part.placeProblem !== null)?.placeProblem ?? null,
    identifiers: union(parts.map(part => part.identifiers)),
    package: packageOf(parts),
    ...packageReports(parts),
    malware: parts.some(part => part.malware),
    reachability: reachabilityOf(parts),
    fixAvailable: fixOf(parts),
    tags: union(parts.map(part => part.tags)),
    ...namedByEach(parts),
    suppression: suppressionOf(parts),
    firstDetected: dates.sort(compare)[0] ?? null,
    occurrences: parts.reduce((sum, part) => sum + part.occurrences, 0),
    sources: union(parts.map(part => part.sources)),
    ...(others.length === 0 ? {} : { alsoReportedBy: others })
  }
}
