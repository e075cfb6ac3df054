import type { Package } from '../finding.js'
import { type JsonObject, member } from '../json.js'
import { propertiesOf, type ResultFacts, strings, textAt } from './facts.js'
import { typeOfFile, typeOfWord } from './manifests.js'
import { text } from './rules.js'
import { ALL_PACKAGE_PATTERNS, UNKNOWN_TOOL } from './tools/registry.js'

/** The package of a finding, its type, and whether the tool said that a fix exists. */
export interface FoundPackage {
  readonly package: Package | null
  /** Package type of the package URL specification. */
  readonly type: string | null
  readonly fixAvailable: boolean | null
}

interface Parts {
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

/** A segment of a package URL: percent-encoded but for what the specification leaves (unreserved, and `:`). */
const encoded = (value: string): string =>
  encodeURIComponent(value)
    .replace(/%3A/g, ':')
    .replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** A package URL from its parts, by the rules of its type (https://github.com/package-url/purl-spec). */
export function purlOf(type: string, rawName: string, version: string | null): string {
  const separated = type === 'maven' ? rawName.replace(/:/g, '/') : rawName
  const name =
    type === 'pypi'
      ? separated.toLowerCase().replace(/_/g, '-')
      : ['composer', 'deb', 'apk', 'golang', 'hex', 'githubactions'].includes(type)
        ? separated.toLowerCase()
        : separated
  const path = name
    .split('/')
    .filter(segment => segment !== '')
    .map(encoded)
    .join('/')
  return `pkg:${type}/${path}${version === null ? '' : `@${encoded(version)}`}`
}

const safelyDecoded = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** Type, name and version of a package URL, or null. */
export function partsOfPurl(purl: string): { type: string; name: string; version: string | null } | null {
  const match = /^pkg:\/{0,2}([A-Za-z][A-Za-z0-9.+-]{0,40})\/([^?#]{1,500})/.exec(purl)
  if (match === null) return null
  const [, type = '', rest = ''] = match
  const at = rest.lastIndexOf('@')
  const split = at > 0 && !rest.slice(at).includes('/') ? at : rest.length
  const name = safelyDecoded(rest.slice(0, split).replace(/^\/+|\/+$/g, ''))
  const version = split < rest.length ? safelyDecoded(rest.slice(split + 1)) : null
  return name === '' ? null : { type: type.toLowerCase(), name, version }
}

const bounded = (value: string): string =>
  value
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, MAX_PART)

/** Groups of the first match, or of a global pattern's first match about the package. */
function matchAbout(pattern: RegExp, value: string, name: string | null): Readonly<Record<string, string>> | undefined {
  if (!pattern.global) return pattern.exec(value)?.groups
  for (const { groups } of value.matchAll(pattern)) if (groups?.name === name) return groups
  return undefined
}

function fromPatterns(facts: ResultFacts, parts: Parts): void {
  const patterns = facts.profile === UNKNOWN_TOOL ? ALL_PACKAGE_PATTERNS : (facts.profile.packages ?? [])
  for (const { in: place, pattern } of patterns) {
    const groups = matchAbout(pattern, textAt(place, facts) ?? '', parts.name)
    if (groups === undefined) continue
    for (const key of ['name', 'version', 'fixed', 'type'] as const) {
      const value = groups[key]
      if (value !== undefined && parts[key] === null) parts[key] = bounded(value)
    }
  }
}

function fromProperties(bag: JsonObject | null, parts: Parts): void {
  for (const [part, keys] of PROPERTY_PARTS) {
    for (const key of keys) {
      const value = text(bag, key)
      if (value !== null && parts[part] === null) parts[part] = bounded(value)
    }
  }
}

/** The package URL that the tool wrote, if it is about the same package; a rule's list holds one of several packages. */
function explicitPurl(facts: ResultFacts, name: string | null): string | null {
  const own = propertiesOf(facts.result)
  const ofRule = propertiesOf(facts.rule)
  const candidates = [
    text(own, 'purl') ?? '',
    ...strings(member(own, 'purls')),
    textAt('logical-name', facts) ?? '',
    ...strings(member(ofRule, 'purls')),
    text(ofRule, 'purl') ?? ''
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

function typeOf(facts: ResultFacts, parts: Parts, path: string | null): string | null {
  const worded = parts.type === null ? null : typeOfWord(parts.type)
  if (worded !== null) return worded
  const tagged = facts.tags.map(typeOfWord).find(type => type !== null)
  if (facts.profile.packages !== undefined && tagged !== undefined && tagged !== null) return tagged
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

/** The package that a result is about, with everything that its tool is known to say of it. `path` is the file that the result names. */
export function packageOf(facts: ResultFacts, path: string | null): FoundPackage {
  const parts: Parts = { name: null, version: null, fixed: null, type: null }
  fromProperties(propertiesOf(facts.result), parts)
  fromPatterns(facts, parts)
  const purl = explicitPurl(facts, parts.name)
  const fromPurl = purl === null ? null : partsOfPurl(purl)
  if (fromPurl !== null) {
    // A name matched as text may be a package URL itself (dependency-check).
    const textual = parts.name?.startsWith('pkg:') === true
    const named = parts.name === null || textual ? fromPurl.name : parts.name
    const known = version(textual ? fromPurl.version : (parts.version ?? fromPurl.version))
    const same = fromPurl.version === known
    const package_ = {
      purl: same ? purl : purlOf(fromPurl.type, fromPurl.name, known),
      name: named,
      version: known,
      fixedVersion: version(parts.fixed)
    }
    return { package: package_, type: fromPurl.type, fixAvailable: fixOf(facts, parts.fixed) }
  }
  for (const pattern of parts.name === null ? IN_RULE_ID : []) {
    const groups = pattern.exec(facts.ruleId)?.groups
    parts.name ??= groups?.name ?? null
    parts.version ??= groups?.version ?? null
  }
  const type = typeOf(facts, parts, path)
  const name = parts.name === null || parts.name === '' ? null : parts.name
  if (name === null) return { package: null, type, fixAvailable: fixOf(facts, parts.fixed) }
  const known = version(parts.version)
  return {
    package: {
      purl: type === null ? null : purlOf(type, name, known),
      name,
      version: known,
      fixedVersion: version(parts.fixed)
    },
    type,
    fixAvailable: fixOf(facts, parts.fixed)
  }
}
