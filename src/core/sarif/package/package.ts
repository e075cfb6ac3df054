import type { Package } from '../../finding.js'
import { type JsonObject, member } from '../../ground/json.js'
import {
  type Groups,
  type PatternOfResults,
  type PreparedPattern,
  propertiesOf,
  type ResultFacts,
  strings,
  textAt
} from '../members.js'
import { textMember } from '../rules.js'
import type { TextPlace, ToolProfile } from '../tools/profile.js'
import { ALL_PACKAGE_PATTERNS, PACKAGE_IN_MESSAGE, UNKNOWN_TOOL } from '../tools/registry.js'
import { typeOfFile, typeOfWord } from './manifests.js'
import { partsOfPurl, purlOf } from './purl.js'

/** The package of a finding, its type, and whether the tool said that a fix exists. */
export interface FoundPackage {
  readonly package: Package | null
  /** Package type of the package URL specification. */
  readonly type: string | null
  readonly fixAvailable: boolean | null
}

const NOTHING: FoundPackage = { package: null, type: null, fixAvailable: null }

interface PackageParts {
  name: string | null
  version: string | null
  /** Empty where the tool says that there is none, null where it says nothing. */
  fixed: string | null
  type: string | null
}

const MAX_PART = 500
const NO_VERSION = /^(?:|n\/a|none|null|unknown|undefined|-|\[\]|no fix(?:ed version)?|not fixed|will_not_fix)$/i

/** Property names under which tools without a pattern of their own keep the parts. */
const PROPERTY_PARTS = [
  ['name', ['component', 'packageName']],
  ['version', ['componentVersion', 'packageVersion']],
  ['fixed', ['fixedVersion']],
  ['type', ['componentOrigin']]
] as const

/** Ecosystem in the ids of some databases. */
const TYPE_OF_RULE: readonly (readonly [RegExp, (match: RegExpExecArray) => string | null])[] = [
  [/^SNYK-([A-Z]+)[0-9]*-/, match => typeOfWord(match[1] ?? '')],
  [/^GO-\d{4}-/, () => 'golang'],
  [/^RUSTSEC-/, () => 'cargo'],
  [/^PYSEC-/, () => 'pypi']
]

const bounded = (value: string): string =>
  value
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, MAX_PART)

const NONE: readonly Groups[] = []

/** Groups of the first match, or of all matches of a global pattern. */
function matchesIn(pattern: RegExp, value: string): readonly Groups[] {
  if (pattern.global) return Array.from(value.matchAll(pattern), ({ groups }) => groups ?? {})
  const groups = pattern.exec(value)?.groups
  return groups === undefined ? NONE : [groups]
}

/** Texts that all results of a rule share. */
const OF_RULE = new Set<TextPlace>([
  'rule-id',
  'rule-name',
  'short-description',
  'full-description',
  'help',
  'help-markdown'
])

/** The patterns to ask of the results of a rule; those that match nothing in the texts of the rule are left out. */
export function packagePatternsOf(
  ruleId: string,
  rule: JsonObject | null,
  profile: ToolProfile
): readonly PreparedPattern[] {
  const patterns = profile === UNKNOWN_TOOL ? ALL_PACKAGE_PATTERNS : (profile.packages ?? [])
  return patterns.flatMap(({ in: place, pattern }): PreparedPattern[] => {
    if (!OF_RULE.has(place)) return [{ pattern, place }]
    const matches = matchesIn(pattern, textAt(place, { result: {}, rule, ruleId, location: null }) ?? '')
    return matches.length === 0 ? [] : [{ pattern, place: null, matches }]
  })
}

function fromPatterns(facts: ResultFacts, parts: PackageParts): void {
  const message = textAt('message', facts)
  const telling = message !== null && PACKAGE_IN_MESSAGE.test(message) ? message : null
  for (const prepared of facts.packagePatterns) {
    const matches = prepared.place === null ? prepared.matches : matchesInResult(prepared, facts, telling)
    if (matches.length === 0) continue
    const groups = prepared.pattern.global ? matches.find(({ name }) => name === parts.name) : matches[0]
    if (groups !== undefined) takeParts(groups, parts)
  }
}

/** `telling` is the message, where it may name a package. */
function matchesInResult({ pattern, place }: PatternOfResults, facts: ResultFacts, telling: string | null) {
  const value = place === 'message' ? telling : textAt(place, facts)
  return value === null ? NONE : matchesIn(pattern, value)
}

function takeParts(groups: Groups, parts: PackageParts): void {
  for (const key of ['name', 'version', 'fixed', 'type'] as const) {
    const value = groups[key]
    if (value !== undefined && parts[key] === null) parts[key] = bounded(value)
  }
}

function fromProperties(bag: JsonObject | null, parts: PackageParts): void {
  for (const [part, keys] of PROPERTY_PARTS) {
    for (const key of keys) {
      const value = textMember(bag, key)
      if (value !== null && parts[part] === null) parts[part] = bounded(value)
    }
  }
}

/** The package URL that the tool wrote, if it is about the same package; a rule's list holds one of several packages. */
function explicitPurl(facts: ResultFacts, name: string | null): string | null {
  const own = propertiesOf(facts.result)
  const ofRule = propertiesOf(facts.rule)
  const candidates = [
    textMember(own, 'purl') ?? '',
    ...strings(member(own, 'purls')),
    textAt('logical-name', facts) ?? '',
    ...strings(member(ofRule, 'purls')),
    textMember(ofRule, 'purl') ?? ''
  ]
  return (
    candidates.find(candidate => {
      const parts = candidate.startsWith('pkg:') ? partsOfPurl(candidate) : null
      return parts !== null && (name === null || parts.name === name || parts.name.endsWith(`/${name}`))
    }) ?? null
  )
}

/** `CVE-2021-1_requests@2.0` (Checkov) and `CVE-2021-1-openssl` (Grype) name the package in the rule id. */
const IN_RULE_ID: readonly RegExp[] = [
  /^(?:CVE-\d{4}-\d{4,19}|GHSA(?:-[0-9a-z]{4}){3}|LIC)_(?<name>[^@\s]{1,200})@(?<version>\S{1,100})$/,
  /^(?:CVE-\d{4}-\d{4,19}|GHSA(?:-[0-9a-z]{4}){3})-(?<name>[^\s]{1,200})$/
]

function typeOf(facts: ResultFacts, parts: PackageParts, path: string | null): string | null {
  const worded = parts.type === null ? null : typeOfWord(parts.type)
  if (worded !== null) return worded
  if (facts.profile.packages !== undefined) {
    for (const tag of facts.tags) {
      const tagged = typeOfWord(tag)
      if (tagged !== null) return tagged
    }
  }
  for (const [pattern, type] of TYPE_OF_RULE) {
    const match = pattern.exec(facts.ruleId)
    const found = match === null ? null : type(match)
    if (found !== null) return found
  }
  return path === null ? null : typeOfFile(path)
}

const version = (value: string | null): string | null => (value === null || NO_VERSION.test(value) ? null : value)

function fixOf(facts: ResultFacts, fixed: string | null): boolean | null {
  if (version(fixed) !== null) return true
  if (fixed !== null) return false
  const stated = member(propertiesOf(facts.result), 'solutionAvailable')
  return typeof stated === 'boolean' ? stated : null
}

/** Package, type and fix by a package URL that the tool wrote. */
function byPurl(facts: ResultFacts, parts: PackageParts, purl: string): FoundPackage | null {
  const written = partsOfPurl(purl)
  if (written === null) return null
  // A name matched as text may be a package URL itself (dependency-check).
  const textual = parts.name?.startsWith('pkg:') === true
  const known = version(textual ? written.version : (parts.version ?? written.version))
  return {
    package: {
      purl: written.version === known ? purl : purlOf(written.type, written.name, known),
      name: parts.name === null || textual ? written.name : parts.name,
      version: known,
      fixedVersion: version(parts.fixed)
    },
    type: written.type,
    fixAvailable: fixOf(facts, parts.fixed)
  }
}

function fromRuleId(ruleId: string, parts: PackageParts): void {
  for (const pattern of IN_RULE_ID) {
    const groups = pattern.exec(ruleId)?.groups
    parts.name ??= groups?.name ?? null
    parts.version ??= groups?.version ?? null
  }
}

/** The package that a result is about, with everything that its tool is known to say of it. `path` is the file that the result names. */
export function packageOf(facts: ResultFacts, path: string | null): FoundPackage {
  const { writes } = facts.profile
  if (writes.length > 0 && !writes.some(category => category === 'sca' || category === 'container')) return NOTHING
  const parts: PackageParts = { name: null, version: null, fixed: null, type: null }
  fromProperties(propertiesOf(facts.result), parts)
  fromPatterns(facts, parts)
  const purl = explicitPurl(facts, parts.name)
  const found = purl === null ? null : byPurl(facts, parts, purl)
  if (found !== null) return found
  if (parts.name === null) fromRuleId(facts.ruleId, parts)
  const type = typeOf(facts, parts, path)
  const fixAvailable = fixOf(facts, parts.fixed)
  if (parts.name === null || parts.name === '') return { package: null, type, fixAvailable }
  const known = version(parts.version)
  const url = type === null ? null : purlOf(type, parts.name, known)
  return {
    package: { purl: url, name: parts.name, version: known, fixedVersion: version(parts.fixed) },
    type,
    fixAvailable
  }
}
