import type { Package, PackageReport } from '../../finding.js'
import { member } from '../../ground/json.js'
import { type PackageUrl, packageUrlOf, parsePackageUrl, registryName } from '../../ground/package-url.js'
import { remembered } from '../../ground/remembered.js'
import { type Groups, propertiesOf, type ResultFacts } from '../members.js'
import { isSystemType, typeOfFile, typeOfWord } from './manifests.js'
import { fromPatterns, fromProperties, type PackageParts } from './parts.js'
import { purlsOf } from './purls.js'

/** The package of a finding, its type, and whether the tool said that a fix exists. */
export interface FoundPackage {
  readonly package: Package | null
  /** Where the tool lists several packages and nothing tells which is meant: their package URLs. Empty where one is meant. */
  readonly candidates: readonly string[]
  /** Package type of the package URL specification. */
  readonly type: string | null
  readonly fixAvailable: boolean | null
}

/** Where several packages are listed and nothing tells which is meant, each of them is one that is reported. */
export const reportsOf = (
  candidates: readonly string[],
  { reachability, fixAvailable }: Omit<PackageReport, 'purl'>
): readonly PackageReport[] => candidates.toSorted().map(purl => ({ purl, reachability, fixAvailable }))

const NONE: readonly string[] = []
const NOTHING: FoundPackage = { package: null, candidates: NONE, type: null, fixAvailable: null }

const NO_VERSION =
  /^(?:|n\/a|none|null|unknown|undefined|-|\[\]|no fix(?:ed version)?(?: available)?|not (?:fixed|available)|unfixed|will_not_fix)$/i

/** Ecosystem in the ids of some databases. */
const TYPE_OF_RULE: readonly (readonly [RegExp, (match: RegExpExecArray) => string | null])[] = [
  [/^SNYK-([A-Z]+)[0-9]*-/, match => typeOfWord(match[1] ?? '')],
  [/^GO-\d{4}-/, () => 'golang'],
  [/^RUSTSEC-/, () => 'cargo'],
  [/^PYSEC-/, () => 'pypi']
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
  return typeOfRule(facts.ruleId) ?? (path === null ? null : typeOfFile(path))
}

const typeOfRule = remembered((ruleId): string | null => {
  for (const [pattern, type] of TYPE_OF_RULE) {
    const match = pattern.exec(ruleId)
    const found = match === null ? null : type(match)
    if (found !== null) return found
  }
  return null
})

/** JFrog writes versions as ranges of one, and lists of them. */
const unbracketed = (value: string): string => value.replace(/[[(]([^[\](),]{1,100})[\])]/g, '$1')

function version(value: string | null): string | null {
  if (value === null) return null
  const bare = unbracketed(value)
  return NO_VERSION.test(bare) ? null : bare
}

function fixOf(facts: ResultFacts, { fixed, hasRemedy }: PackageParts): boolean | null {
  if (version(fixed) !== null || hasRemedy) return true
  if (fixed !== null) return false
  const stated = member(propertiesOf(facts.result), 'solutionAvailable')
  return typeof stated === 'boolean' ? stated : null
}

/** Whether a package URL is of the package that was named: by its whole name, or the last part of it. */
function isNamed({ type, name }: PackageUrl, wanted: string): boolean {
  const [own, other] = [registryName(type, name), registryName(type, wanted)].map(each => each.toLowerCase())
  return own !== undefined && other !== undefined && (own === other || own.endsWith(`/${other}`))
}

/** The package URL that the tool wrote of this package: in this version, if there is one of it. */
function writtenOf(purls: readonly PackageUrl[], { name, version: stated }: PackageParts): PackageUrl | null {
  const named = name === null ? purls : purls.filter(purl => isNamed(purl, name))
  return named.find(purl => stated !== null && purl.version === stated) ?? named[0] ?? null
}

/** Package, type and fix by a package URL that the tool wrote. */
function byPurl(facts: ResultFacts, parts: PackageParts, written: PackageUrl): FoundPackage {
  const known = version(parts.version) ?? version(written.version)
  const purl = written.version === known ? written.text : packageUrlOf(written.type, written.name, known)
  return {
    package: { purl, name: parts.name ?? written.name, version: known, fixedVersion: version(parts.fixed) },
    candidates: [],
    type: written.type,
    fixAvailable: fixOf(facts, parts)
  }
}

/** Of a list without a word on which is meant: any of them may be. What they have in common is the package. */
function byList(facts: ResultFacts, parts: PackageParts, purls: readonly PackageUrl[]): FoundPackage | null {
  const [first, ...others] = purls
  if (first === undefined) return null
  if (others.every(({ text }) => text === first.text)) return byPurl(facts, parts, first)
  const isOnePackage = others.every(({ base }) => base === first.base)
  return {
    package: {
      purl: isOnePackage ? packageUrlOf(first.type, first.name, null) : null,
      name: isOnePackage ? first.name : purls.map(({ name }) => name).join(', '),
      version: null,
      fixedVersion: null
    },
    candidates: purls.map(({ text }) => text),
    type: first.type,
    fixAvailable: fixOf(facts, parts)
  }
}

/** `CVE-2021-1_requests@2.0` (Checkov), `CVE-2021-1-openssl` (Grype) name the package in the rule id. */
const IN_RULE_ID: readonly RegExp[] = [
  /^(?:CVE-\d{4}-\d{4,19}|GHSA(?:-[0-9a-z]{4}){3}|LIC)_(?<name>[^@\s]{1,200})@(?<version>\S{1,100})$/,
  /^(?:CVE-\d{4}-\d{4,19}|GHSA(?:-[0-9a-z]{4}){3})-(?<name>[^\s]{1,200})$/
]

function fromRuleId(ruleId: string, parts: PackageParts): void {
  for (const groups of namedByRule(ruleId)) {
    parts.name ??= groups.name ?? null
    parts.version ??= groups.version ?? null
  }
}

const namedByRule = remembered((ruleId): readonly Groups[] =>
  IN_RULE_ID.map(pattern => pattern.exec(ruleId)?.groups).filter(groups => groups !== undefined)
)

/** A name matched as text may be a package URL itself (dependency-check, Docker Scout), or hold its type (JFrog: `debian:bookworm:bash`). */
function unfold(parts: PackageParts): PackageUrl | null {
  if (parts.name === null) return null
  const own = parsePackageUrl(parts.name)
  if (own !== null) {
    // A distribution is no part of the name that people know.
    parts.name = isSystemType(own.type) ? (own.name.split('/').at(-1) ?? own.name) : own.name
    parts.version = own.version ?? parts.version
    return own
  }
  const [, distribution = '', name = ''] =
    /^(debian|ubuntu|alpine|redhat|rhel|centos):[^:]+:(.+)$/i.exec(parts.name) ?? []
  if (name !== '') {
    parts.name = name
    parts.type = distribution
  }
  return null
}

/** The package that a result is about, with everything that its tool is known to say of it. `path` is the file that the result names. */
export function packageOf(facts: ResultFacts, path: string | null): FoundPackage {
  const { writes } = facts.profile
  if (writes.length > 0 && !writes.some(category => category === 'sca' || category === 'container')) return NOTHING
  const parts: PackageParts = { name: null, version: null, fixed: null, type: null, hasRemedy: false }
  fromProperties('result', propertiesOf(facts.result), parts)
  fromPatterns(facts, parts)
  fromProperties('rule', propertiesOf(facts.rule), parts)
  const own = unfold(parts)
  if (own !== null) return byPurl(facts, parts, own)
  const purls = purlsOf(facts)
  const found = parts.name === null && purls.ofResult.length === 0 ? byList(facts, parts, purls.ofRule) : null
  if (found !== null) return found
  const all = purls.ofRule.length === 0 ? purls.ofResult : [...purls.ofResult, ...purls.ofRule]
  const written = all.length === 0 ? null : writtenOf(all, parts)
  if (written !== null) return byPurl(facts, parts, written)
  if (parts.name === null) fromRuleId(facts.ruleId, parts)
  const type = typeOf(facts, parts, path)
  const fixAvailable = fixOf(facts, parts)
  if (parts.name === null || parts.name === '') return { package: null, candidates: NONE, type, fixAvailable }
  const known = version(parts.version)
  const purl = type === null ? null : packageUrlOf(type, parts.name, known)
  return {
    package: { purl, name: parts.name, version: known, fixedVersion: version(parts.fixed) },
    candidates: [],
    type,
    fixAvailable
  }
}
