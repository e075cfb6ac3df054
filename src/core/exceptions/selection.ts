import { type Category, type Finding, isDependency, packageReportsOf, pathsOf, reportersOf } from '../finding.js'
import { coversPackage, type PackageUrl, parsePackageUrl } from '../ground/package-url.js'
import type { ExceptionCandidate, ExceptionMatch, ExceptionRecord } from './exception.js'
import { cleanText } from './wording.js'

/** All exceptions that say the same: they match the same findings, so they are matched once. */
export interface Selector {
  readonly match: ExceptionMatch
  readonly package: PackageUrl | null
  readonly isSubtree: boolean
  /** Indexes of the records. */
  readonly records: number[]
}

/** What findings there are under one advisory or rule, for saying which field of an exception does not fit. */
interface Seen {
  /** By package base (empty: none known). */
  readonly packages: Map<string, SeenPackage>
  /** Category of a finding that only names the advisory, and is of no dependency and no image. */
  elsewhere: Category | null
}

interface SeenPackage {
  readonly versions: Set<string>
  /** First and last path in the order of the alphabet. */
  path: string | null
  lastPath: string | null
}

interface SubjectIndex {
  /** By package base and path, either of them empty where the exception leaves it open. */
  readonly byPlace: Map<string, Selector[]>
  readonly seen: Seen
}

/**
 * Exceptions by what they name. A finding asks with what it is (its id; each identifier and its rule, at its path and
 * every directory above) so that the cost does not grow with the number of exceptions.
 */
export interface SelectorIndex {
  readonly selectors: readonly Selector[]
  readonly byFinding: ReadonlyMap<string, Selector>
  readonly bySubject: ReadonlyMap<string, SubjectIndex>
}

/** Indexes records by what they name; records that say the same share one selector. */
export function indexSelectors(records: readonly ExceptionRecord[]): SelectorIndex {
  const known = new Map<string, Selector>()
  const byFinding = new Map<string, Selector>()
  const bySubject = new Map<string, SubjectIndex>()
  for (const [index, { match }] of records.entries()) {
    const key = JSON.stringify(match, Object.keys(match).sort())
    const selector = known.get(key) ?? newSelector(match)
    selector.records.push(index)
    if (known.has(key)) continue
    known.set(key, selector)
    if (match.kind === 'finding') byFinding.set(match.finding, selector)
    else addToSubject(bySubject, subjectOf(match), placeKey(match.path, selector.package?.base ?? null), selector)
  }
  return { selectors: [...known.values()], byFinding, bySubject }
}

function newSelector(match: ExceptionMatch): Selector {
  const isSubtree = match.kind !== 'finding' && (match.path?.endsWith('/**') ?? false)
  const purl = match.kind === 'advisory' && match.package !== null ? parsePackageUrl(match.package) : null
  return { match, package: purl, isSubtree, records: [] }
}

function addToSubject(subjects: Map<string, SubjectIndex>, key: string, place: string, selector: Selector): void {
  const subject = subjects.get(key) ?? {
    byPlace: new Map<string, Selector[]>(),
    seen: { packages: new Map(), elsewhere: null }
  }
  subjects.set(key, subject)
  const atPlace = subject.byPlace.get(place)
  if (atPlace) atPlace.push(selector)
  else subject.byPlace.set(place, [selector])
}

/** Every selector that names this finding, or one of its advisories: see `coverOf`. What was asked for is noted, for `nearMiss`. */
export function selectorsOf(index: SelectorIndex, { finding, id }: ExceptionCandidate): readonly Selector[] {
  const byId = index.byFinding.get(id)
  const found = new Set<Selector>(byId ? [byId] : [])
  const reporters = finding.isDisguised ? [] : reportersOf(finding)
  const rules = reporters.map(({ tool, ruleId }) => ruleKey(tool, ruleId))
  // An advisory is about software that is brought in: what code only names is no vulnerability of that name.
  const isSoftware = isDependency(finding)
  const advisories = finding.identifiers.map(identifierKey)
  if (!isSoftware) for (const key of advisories) noteElsewhere(index.bySubject.get(key), finding.category)
  const keys = isSoftware ? [...advisories, ...rules] : rules
  const subjects = keys.flatMap(key => index.bySubject.get(key) ?? [])
  if (subjects.length === 0) return [...found]
  const paths = pathsOf(finding)
  const purl = finding.package?.purl == null ? null : parsePackageUrl(finding.package.purl)
  const version = purl?.version ?? finding.package?.version ?? null
  for (const subject of subjects) {
    for (const path of paths) note(subject.seen, path, purl?.base ?? '', version)
    for (const selector of coveringAll(paths, subject, purl?.base ?? null)) {
      if (fitsPackage(selector, finding)) found.add(selector)
    }
  }
  return [...found]
}

/** Selectors that cover every place: one that names a harmless place must not silence another. */
function coveringAll(
  paths: readonly (string | null)[],
  { byPlace }: SubjectIndex,
  packageBase: string | null
): ReadonlySet<Selector> {
  let covering: Set<Selector> | null = null
  for (const path of paths) {
    const here = new Set<Selector>()
    for (const place of placesOf(path, packageBase)) {
      for (const selector of byPlace.get(place) ?? []) if (covering?.has(selector) !== false) here.add(selector)
    }
    covering = here
  }
  return covering ?? new Set()
}

const NOTHING_SEEN: Seen = { packages: new Map(), elsewhere: null }

function noteElsewhere(subject: SubjectIndex | undefined, category: Category): void {
  if (subject !== undefined) subject.seen.elsewhere ??= category
}

/** Which field keeps a selector from matching any finding that has been asked for: one line, whatever findings say. */
export const nearMiss = (index: SelectorIndex, selector: Selector): string =>
  [...cleanText(missOf(index, selector))].slice(0, 400).join('')

function missOf(index: SelectorIndex, { match, package: wanted }: Selector): string {
  if (match.kind === 'finding') return `no finding has the id ${match.finding}`
  const { packages: seen, elsewhere } = index.bySubject.get(subjectOf(match))?.seen ?? NOTHING_SEEN
  const what = match.kind === 'advisory' ? `identifier ${match.identifier}` : `rule ${match.ruleId} of ${match.tool}`
  if (seen.size === 0 && elsewhere !== null) {
    return `${what} is named by a finding of category ${elsewhere}, and an advisory covers dependencies and images only`
  }
  if (seen.size === 0) return `no finding has ${what}`
  if (match.kind === 'rule' || match.package === null) {
    return `path does not fit: ${what} is found at ${pathBeyond(match, [...seen.values()]) ?? 'no path'}`
  }
  const found = wanted === null ? undefined : seen.get(wanted.base)
  if (found === undefined) {
    const [other] = [...seen.keys()].filter(Boolean).sort()
    return `package does not fit: ${what} is found in ${other === undefined ? 'no named package' : `pkg:${other}`}`
  }
  if (wanted !== null && wanted.version !== null && !found.versions.has(wanted.version)) {
    return `version does not fit: ${what} is found in version ${[...found.versions].sort()[0] ?? 'unknown'}`
  }
  if (match.path === null) return `package does not fit: ${what} is found with other qualifiers`
  return `path does not fit: ${what} is found at ${pathBeyond(match, [found]) ?? 'no path'}`
}

/** A path that the match leaves out, where one is known. */
function pathBeyond({ path }: { readonly path: string | null }, seen: readonly SeenPackage[]): string | null {
  const first = seen.flatMap(each => each.path ?? []).sort()
  const last = seen.flatMap(each => each.lastPath ?? []).sort()
  return [...first, ...last].find(each => path === null || !pathFits(path, each)) ?? first[0] ?? null
}

/** Whether the path of a match covers a path: the same, or under it where it ends in two stars. */
export const pathFits = (wanted: string, path: string): boolean =>
  wanted.endsWith('/**') ? path.startsWith(wanted.slice(0, -'**'.length)) : wanted === path

/** Identifiers are compared without regard to case: `ghsa-…` and `GHSA-…` are one. */
const identifierKey = (identifier: string): string => `i\0${identifier.toUpperCase()}`
const ruleKey = (tool: string, ruleId: string): string => `r\0${tool.toLowerCase()}\0${ruleId}`

const subjectOf = (match: Exclude<ExceptionMatch, { kind: 'finding' }>): string =>
  match.kind === 'advisory' ? identifierKey(match.identifier) : ruleKey(match.tool, match.ruleId)

const placeKey = (path: string | null, packageBase: string | null): string => `${packageBase ?? ''}\0${path ?? ''}`

function* placesOf(path: string | null, packageBase: string | null): Generator<string> {
  const bases = packageBase === null ? [null] : [null, packageBase]
  for (const base of bases) {
    yield placeKey(null, base)
    if (path === null) continue
    yield placeKey(path, base)
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      yield placeKey(`${path.slice(0, at)}/**`, base)
    }
  }
}

function fitsPackage({ match, package: wanted }: Selector, finding: Finding): boolean {
  if (match.kind !== 'advisory' || match.package === null) return true
  return wanted !== null && coversReports(wanted, finding)
}

/** Whether a package URL covers the package, by whoever reports it: nobody is silenced by another's word. */
export const coversReports = (wanted: PackageUrl, finding: Finding): boolean =>
  packageReportsOf(finding).every(({ purl }) => {
    const found = purl === null ? null : parsePackageUrl(purl)
    return found !== null && coversPackage(wanted, found, finding.package?.version ?? null)
  })

function note(seen: Seen, path: string | null, base: string, version: string | null): void {
  const known = seen.packages.get(base) ?? { versions: new Set(), path: null, lastPath: null }
  seen.packages.set(base, known)
  if (version !== null) known.versions.add(version)
  if (path !== null && (known.path === null || path < known.path)) known.path = path
  if (path !== null && (known.lastPath === null || path > known.lastPath)) known.lastPath = path
}
