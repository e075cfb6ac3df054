import { asObject, type JsonObject, member, textMember } from '../../ground/json.js'
import {
  type Groups,
  isOfRule,
  type PatternOfResults,
  type PreparedPattern,
  type ResultFacts,
  textAt,
  textOfRule
} from '../members.js'
import type { TextPlace, ToolProfile } from '../tools/profile.js'
import { ALL_PACKAGE_PATTERNS, mayNamePackage, UNKNOWN_TOOL } from '../tools/registry.js'
import { telling, tells } from '../tools/telling.js'

/** What is known of a package while it is gathered, as texts. */
export interface PackageParts {
  name: string | null
  version: string | null
  /** Empty where the tool says that there is none, null where it says nothing. */
  fixed: string | null
  type: string | null
  /** The tool says how to get rid of it by an upgrade of another package. */
  hasRemedy: boolean
}

const PARTS = ['name', 'version', 'fixed', 'type'] as const
type Texts = Partial<Record<(typeof PARTS)[number], string>>

const MAX_PART = 500

const bounded = (value: string): string =>
  value
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, MAX_PART)

/** Members of a property bag in which tools keep the parts, the clearest first. */
const PROPERTY_PARTS: Readonly<Record<(typeof PARTS)[number], readonly string[]>> = {
  name: ['component', 'packageName', 'package_name', 'pkgName', 'PkgName', 'package', 'dependency', 'library'],
  version: [
    'componentVersion',
    'packageVersion',
    'package_version',
    'installedVersion',
    'installed_version',
    'InstalledVersion',
    'currentVersion',
    'version'
  ],
  fixed: [
    'fixedVersion',
    'fixed_version',
    'FixedVersion',
    'fixVersion',
    'fix_version',
    'fixedIn',
    'patchedVersion',
    'patchedVersions',
    'fixedVersions'
  ],
  type: ['componentOrigin', 'ecosystem', 'packageManager', 'package_manager', 'packageType', 'pkgType']
}

/** Every such member. `package` may be an object that holds them. */
export const PACKAGE_PROPERTIES: readonly string[] = Object.values(PROPERTY_PARTS)
  .flat()
  .filter(name => name !== 'package')

/** Members that may be an object about the package, with its parts and its package URL. */
export const PACKAGE_HOLDERS = ['package', 'component', 'dependency', 'library', 'module'] as const

/** Every member that is asked. */
const PARTS_NAMED = telling([...PACKAGE_PROPERTIES, ...PACKAGE_HOLDERS])

/** A name without the host that some tools write before the names of repositories. */
const bareName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/^(?:github|gitlab|bitbucket)\.(?:com|org)\//, '')

const same = (a: string, b: string): boolean => bareName(a) === bareName(b)

/** Takes what is not known yet, of texts that are about one package; nothing of another package than the one that is known. */
function take(texts: Texts, parts: PackageParts): void {
  if (texts.name !== undefined && parts.name !== null && !same(texts.name, parts.name)) return
  for (const key of PARTS) {
    const value = texts[key]
    if (value !== undefined && parts[key] === null) parts[key] = bounded(value)
  }
}

/**
 * The parts that a property bag holds, beside each other or in an object of their own. A rule's count only where it
 * names the package: it has a version of its own.
 */
export function fromProperties(of: 'result' | 'rule', bag: JsonObject | null, parts: PackageParts): void {
  if (bag === null || !tells(bag, PARTS_NAMED)) return
  const nested = PACKAGE_HOLDERS.map(name => asObject(member(bag, name))).find(each => each !== null) ?? null
  const texts: Texts = {}
  for (const part of PARTS) {
    const value = (nested === null ? null : (textMember(nested, part) ?? valueIn(nested, part))) ?? valueIn(bag, part)
    if (value !== null) texts[part] = value
  }
  apart(texts)
  // A bare `version` says nothing where nobody says of what.
  if (texts.name !== undefined || (of === 'result' && isWordedFor(bag))) take(texts, parts)
}

/** `lodash@4.17.20` where a name is wanted; the scope of a name stands before it. */
function apart(texts: Texts): void {
  const [, name, version] = /^(.+)@(v?\d[^@\s]*)$/.exec(texts.name?.trim() ?? '') ?? []
  if (name === undefined || version === undefined || name.startsWith('pkg:')) return
  texts.name = name
  texts.version ??= version
}

const valueIn = (bag: JsonObject, part: (typeof PARTS)[number]): string | null =>
  PROPERTY_PARTS[part].map(key => textMember(bag, key)).find(value => value !== null) ?? null

/** Members whose name says that they are about a package. */
const isWordedFor = (bag: JsonObject): boolean =>
  [...PROPERTY_PARTS.fixed, ...PROPERTY_PARTS.type, ...PROPERTY_PARTS.version].some(
    key => key !== 'version' && textMember(bag, key) !== null
  )

const NONE: readonly Groups[] = []

/** Groups of the first match, or of all matches of a global pattern. */
function matchesIn(pattern: RegExp, value: string): readonly Groups[] {
  if (pattern.global) return Array.from(value.matchAll(pattern), ({ groups }) => groups ?? {})
  const groups = pattern.exec(value)?.groups
  return groups === undefined ? NONE : [groups]
}

/** The patterns to ask of the results of a rule; those that match nothing in the texts of the rule are left out. */
export function packagePatternsOf(
  ruleId: string,
  rule: JsonObject | null,
  profile: ToolProfile
): readonly PreparedPattern[] {
  const patterns = profile === UNKNOWN_TOOL ? ALL_PACKAGE_PATTERNS : (profile.packages ?? [])
  return patterns.flatMap(({ in: place, pattern }): PreparedPattern[] => {
    if (!isOfRule(place)) return [{ pattern, place, of: place }]
    const matches = matchesIn(pattern, textOfRule(place, ruleId, rule) ?? '')
    return matches.length === 0 ? [] : [{ pattern, place: null, of: place, matches }]
  })
}

/** Where in a result a list of patterns looks: one answer for all results of a rule. */
const placesIn = new WeakMap<readonly PreparedPattern[], readonly (TextPlace | null)[]>()

function placesAsked(patterns: readonly PreparedPattern[]): readonly (TextPlace | null)[] {
  const places = placesIn.get(patterns) ?? [...new Set(patterns.map(({ place }) => place))]
  placesIn.set(patterns, places)
  return places
}

/** What the texts of the result say, then those of its rule: a text that names another package says nothing of this one. */
export function fromPatterns(facts: ResultFacts, parts: PackageParts): void {
  if (facts.packagePatterns.length === 0) return
  const message = textAt('message', facts)
  const telling = message !== null && mayNamePackage(message) ? message : null
  // Most results have none of the texts that the patterns of all tools ask for.
  const isAsked = (place: TextPlace | null): boolean =>
    place === null || (place === 'message' ? telling : textAt(place, facts)) !== null
  if (!placesAsked(facts.packagePatterns).some(isAsked)) return
  const strangers = new Set<TextPlace>()
  for (const prepared of facts.packagePatterns) {
    const matches = prepared.place === null ? prepared.matches : matchesInResult(prepared, facts, telling)
    if (matches.length === 0) continue
    const { name: known } = parts
    const isKnown = ({ name }: Groups): boolean => name === undefined || known === null || same(name, known)
    const groups = prepared.pattern.global
      ? matches.find(({ name }) => known !== null && name !== undefined && same(name, known))
      : matches[0]
    if (groups === undefined || strangers.has(prepared.of)) continue
    if (isKnown(groups)) take(groups, parts)
    else {
      strangers.add(prepared.of)
      if (prepared.of === 'fix') parts.hasRemedy = true
    }
  }
}

/** `telling` is the message, where it may name a package. */
function matchesInResult({ pattern, place }: PatternOfResults, facts: ResultFacts, telling: string | null) {
  const value = place === 'message' ? telling : textAt(place, facts)
  return value === null ? NONE : matchesIn(pattern, value)
}
