import type { Category, Finding, KnownSeverity, Package } from '../../finding.js'
import { bareVersion, parsePackageUrl } from '../../ground/package-url.js'
import { claimedFingerprint, instanceKey } from '../fingerprint.js'
import { elementAt, mapIndices, placesOf } from '../match/indices.js'
import { advisoryGroups } from './advisories.js'
import { type Gravity, gravityOf, placeKey, united } from './unite.js'

const DEPENDENCY: ReadonlySet<Category> = new Set(['sca', 'container'])
const SEPARATOR = '\u0000'

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
    finding.package?.purl ?? '',
    // Two instances by the tool's own word, or two resources at one place.
    instanceKey(finding),
    // Secrets differ in nothing else: two on one line are two.
    finding.category === 'secret' ? (finding.clues.snippet ?? '') : '',
    // The same secret in two commits of a history: one of them may be part of the change.
    finding.commit ?? '',
    // Our own output has each finding once: two of it are two, though one line may be all that is left of either.
    claimedFingerprint(finding) ?? ''
  ].join(SEPARATOR)

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
  else for (const same of grouped(atPlace, restKey).values()) kept.push(repeated(same, gravity))
}

/** One finding for exact repetitions: as many things as one file alone tells of, since files may repeat each other. */
function repeated(same: readonly Finding[], gravity: Gravity): Finding {
  const one = united(same, gravity)
  if (same.length === 1) return one
  const { instances: _, ...bare } = one
  const byFile = [...grouped(same, ({ sources }) => sources.join(SEPARATOR)).values()]
  const told = byFile.map(parts => parts.reduce((sum, part) => sum + (part.instances ?? part.occurrences), 0))
  const instances = Math.max(...told)
  return instances === one.occurrences ? bare : { ...bare, instances }
}

/**
 * A package's name as every tool would write it, by its package URL or as text. Coarser than the name in its registry:
 * which ecosystem a bare name belongs to is not known.
 */
export function commonPackageName({ purl, name }: Package): string {
  const parsed = purl === null ? null : parsePackageUrl(purl)
  const own = parsed === null ? name : parsed.base.slice(parsed.type.length + 1)
  return own.replace(/:/g, '/').toLowerCase().replace(/_/g, '-')
}

const typeOf = ({ purl }: Package): string | null => (purl === null ? null : (parsePackageUrl(purl)?.type ?? null))
const versionOf = ({ package: found }: Finding): string | null =>
  found?.version == null ? null : bareVersion(found.version)

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
