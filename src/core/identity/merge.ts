import {
  type Category,
  type Finding,
  type KnownSeverity,
  type Package,
  REACHABILITIES,
  type Reporter,
  type Severity,
  type SuppressionClaim,
  severityRank
} from '../finding.js'
import { advisoryGroups } from './advisories.js'
import { claimedFingerprint } from './fingerprint.js'
import { elementAt, mapIndices, placesOf } from './match/indices.js'

/** How much each severity weighs: unknown counts as the policy says, and between equals the known one speaks. */
type Gravity = Readonly<Record<Severity, number>>

const gravityOf = (unknownAs: KnownSeverity): Gravity => ({
  none: 1,
  low: 3,
  medium: 5,
  high: 7,
  critical: 9,
  unknown: 2 * severityRank(unknownAs)
})

const DEPENDENCY: ReadonlySet<Category> = new Set(['sca', 'container'])
const SEPARATOR = '\u0000'

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The place of a finding including columns; findings without a place are told apart by what they name instead. */
function placeKey({ location, placeProblem, clues }: Finding): string {
  if (location === null) return `-${placeProblem ?? ''}${SEPARATOR}${clues.symbol ?? ''}`
  const { path, startLine, startColumn, endLine, endColumn } = location
  return `${path}:${startLine ?? ''}:${startColumn ?? ''}:${endLine ?? ''}:${endColumn ?? ''}`
}

/** Where and by which rule: what nearly always tells two results apart, and is short. */
const shortKey = (finding: Finding): string => `${placeKey(finding)}${SEPARATOR}${finding.ruleId}`

/** The rest of what two results share when one is the exact repetition of the other. */
const restKey = (finding: Finding): string =>
  [
    finding.tool,
    finding.category,
    finding.message,
    finding.package?.name ?? '',
    finding.package?.version ?? '',
    // Secrets differ in nothing else: two on one line are two.
    finding.category === 'secret' ? (finding.clues.snippet ?? '') : '',
    // Our own output has each finding once: two of it are two, though one line may be all that is left of either.
    claimedFingerprint(finding) ?? ''
  ].join(SEPARATOR)

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
  if (first == null) return claims[0] ?? null
  const { path: _, ...unknown } = first
  return rest.every(claim => claim?.path === first.path) ? first : unknown
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

const firstKnown = (parts: readonly Finding[]): Finding['reachability'] =>
  REACHABILITIES.find(value => parts.some(part => part.reachability === value)) ?? 'unknown'

function fixOf(parts: readonly Finding[]): boolean | null {
  const stated = parts.map(part => part.fixAvailable)
  return stated.includes(true) ? true : stated.includes(false) ? false : null
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

/** One finding for several that are the same: the gravest speaks, and what the others know is added. */
function united(unsorted: readonly Finding[], gravity: Gravity): Finding {
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
    helpUri: lead.helpUri ?? rest.find(part => part.helpUri !== null)?.helpUri ?? null,
    location: lead.location ?? rest.find(part => part.location !== null)?.location ?? null,
    placeProblem: parts.find(part => part.placeProblem !== null)?.placeProblem ?? null,
    identifiers: union(parts.map(part => part.identifiers)),
    package: packageOf(parts),
    reachability: firstKnown(parts),
    fixAvailable: fixOf(parts),
    tags: union(parts.map(part => part.tags)),
    suppression: suppressionOf(parts),
    firstDetected: dates.sort(compare)[0] ?? null,
    occurrences: parts.reduce((sum, part) => sum + part.occurrences, 0),
    sources: union(parts.map(part => part.sources)),
    ...(others.length === 0 ? {} : { alsoReportedBy: others })
  }
}

/** Elements in groups of equal key, in order of first appearance. */
function grouped<T>(elements: Iterable<T>, key: (element: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const element of elements) {
    const name = key(element)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [element])
    else group.push(element)
  }
  return groups
}

/** Exact repetitions become one; everything else is passed through. Keys are made only within a file, and long ones only where short ones collide. */
function withoutRepetitions(findings: readonly Finding[], gravity: Gravity): Finding[] {
  const kept: Finding[] = []
  for (const [, indices] of placesOf(findings, finding => finding.location?.path ?? '').entries()) {
    const ofFile = mapIndices(indices, index => elementAt(findings, index))
    const [only] = ofFile
    if (only !== undefined && ofFile.length === 1) kept.push(only)
    else for (const places of grouped(ofFile, shortKey).values()) uniteRepetitions(places, gravity, kept)
  }
  return kept
}

function uniteRepetitions(atPlace: readonly Finding[], gravity: Gravity, kept: Finding[]): void {
  const [only] = atPlace
  if (only !== undefined && atPlace.length === 1) kept.push(only)
  else for (const same of grouped(atPlace, restKey).values()) kept.push(united(same, gravity))
}

/** A package's name as every tool would write it: by its package URL without version and qualifiers, or as text. */
export function commonPackageName({ purl, name }: Package): string {
  const bare = purl === null ? name : purl.replace(/^pkg:[^/]*\//, '').replace(/[?#].*$/s, '')
  const unversioned = purl === null ? bare : bare.replace(/@[^@/]*$/, '')
  return unversioned.replace(/%40/gi, '@').replace(/:/g, '/').toLowerCase().replace(/_/g, '-')
}

const typeOf = (found: Package): string | null => /^pkg:([^/]+)\//.exec(found.purl ?? '')?.[1] ?? null
const versionOf = (finding: Finding): string | null => finding.package?.version?.replace(/^v(?=\d)/, '') ?? null

/** Where the package is declared; findings of an image are kept apart by the image and path in it. */
const manifestOf = ({ location, placeProblem, clues }: Finding): string =>
  location?.path ??
  (placeProblem === null ? `-${clues.symbol ?? ''}` : `?${placeProblem}${SEPARATOR}${clues.symbol ?? ''}`)

/** Parts of one package that may be the same vulnerability: split by type and version, unless a part does not know its own. */
function byKnown(parts: readonly Finding[], known: (finding: Finding) => string | null): Finding[][] {
  const values = new Set(parts.flatMap(part => known(part) ?? []))
  // With one value known, parts that know none are about it; with several, they could be about any and stay apart.
  if (values.size <= 1) return [[...parts]]
  return [...grouped(parts, part => known(part) ?? '').values()]
}

/** True for findings that can be the same vulnerability as another tool's. */
const isVulnerability = (finding: Finding): boolean =>
  DEPENDENCY.has(finding.category) && finding.package !== null && finding.identifiers.some(id => !id.startsWith('CWE-'))

function sameVulnerabilities(candidates: readonly Finding[], gravity: Gravity): Finding[] {
  const merged: Finding[] = []
  const places = grouped(candidates, finding =>
    finding.package === null
      ? ''
      : [finding.category, manifestOf(finding), commonPackageName(finding.package)].join(SEPARATOR)
  )
  for (const place of places.values()) {
    if (place.length === 1) {
      merged.push(...place)
      continue
    }
    for (const ofType of byKnown(place, part => (part.package === null ? null : typeOf(part.package)))) {
      for (const ofVersion of byKnown(ofType, versionOf)) {
        for (const group of advisoryGroups(ofVersion)) merged.push(united(group, gravity))
      }
    }
  }
  return merged
}

/**
 * Findings that are the same made one, whatever their order: exact repetitions, and one dependency's vulnerability that
 * several tools or ids name. The sum of `occurrences` stays what it was. Two manifests stay two, and so do two versions
 * and two categories. `unknownAs` is what an unknown severity counts as, so that the worst is the worst by the policy.
 * They come as they were read, by file: an order would cost more than it gives where the decision has one of its own.
 */
export function mergeFindings(findings: readonly Finding[], unknownAs: KnownSeverity = 'high'): Finding[] {
  const gravity = gravityOf(unknownAs)
  const distinct = withoutRepetitions(findings, gravity)
  const vulnerabilities: Finding[] = []
  const others: Finding[] = []
  for (const finding of distinct) (isVulnerability(finding) ? vulnerabilities : others).push(finding)
  for (const finding of sameVulnerabilities(vulnerabilities, gravity)) others.push(finding)
  return others
}
