import type { Category } from '../../finding.js'
import { type JsonObject, type JsonValue, member, scalarsIn } from '../../ground/json.js'
import { remembered } from '../../ground/remembered.js'
import { severityOfWord, usableScore } from '../gravity/scales.js'
import { isBagUnreadable, propertiesOf, type ResultFacts, strings, textAt } from '../members.js'
import { isLockFile, isSystemType, typeOfFile } from '../package/manifests.js'
import { categoryByPolicy, type StatedCategory } from '../stated-category.js'
import type { ToolProfile } from '../tools/profile.js'
import { UNKNOWN_TOOL } from '../tools/registry.js'
import { isTelling, telling, tells } from '../tools/telling.js'
import { categoryInOwn } from './own-output.js'
import { isStatedSecret, looksLikeSecret } from './secrets.js'

/** Rule ids that tell the kind of finding whatever the tool; the first that matches decides. */
const RULE_IDS: readonly (readonly [RegExp, Category | 'dependency'])[] = [
  [
    /^(?:CVE-\d{4}-|GHSA-|GO-\d{4}-|RUSTSEC-|PYSEC-|MAL-\d|DLA-\d|DSA-\d|RHSA-|ALAS|OSV-\d|SNYK-(?!CC-)[A-Z]+[0-9]*-|BDSA-|snyk:lic|npm:[^:]+:\d{8}|ANCHOREVULN_|LIC_[^@\s]+@)/,
    'dependency'
  ],
  [
    /^(?:CKV_SECRET_|HS-LEAKS-|(?:[\w.-]+\.)?generic\.secrets\.|@secretlint\/|SEC10[1-5]\/\d{3}|CSCAN-|[a-z_]+_hardcoded_secret$)/,
    'secret'
  ],
  [/^(?:CKV2?_(?:GHA|GITHUB|GITLAB|CIRCLECIPIPELINES|AZUREPIPELINES|BITBUCKET|ARGO)_|zizmor\/)/, 'iac'],
  [/^(?:CIS-DI-|DKL-|DL\d{4}\b)/, 'container'],
  [/^(?:CKV2?_|AVD-|KSV-?\d|AC_(?:AWS|AZURE|GCP|K8S|DOCKER)|SNYK-CC-|DS-?\d{3,4}$)/, 'iac'],
  [/^(?:ssc-|(?:[\w.-]+\.)?rules\.dependency_aware\.)/, 'dependency']
]

/** Tags and rule names by which scanners of several kinds mark each result. */
const TYPE_TAGS: Readonly<Record<string, Category | 'dependency'>> = {
  vulnerability: 'dependency',
  license: 'sca',
  misconfiguration: 'iac',
  'iac-misconfiguration': 'iac',
  secret: 'secret',
  sast: 'sast',
  sca: 'sca',
  kics: 'iac',
  iac: 'iac',
  containers: 'container',
  'sscs-secret-detection': 'secret'
}
const TYPE_NAMES: readonly (readonly [RegExp, Category])[] = [
  // Trivy's template of before 0.20 names the distribution or the package manager in brackets.
  [/^os ?package ?vulnerability(?: \(.*\))?$/i, 'container'],
  [/^(?:language-?specific ?package|programming language) ?vulnerability(?: \(.*\))?$/i, 'sca'],
  [/^(?:library|package) vulnerability$/i, 'sca'],
  [/^misconfiguration$/i, 'iac'],
  [/^secret$/i, 'secret'],
  [/^license$/i, 'sca']
]
/** Files that hold nothing but infrastructure. */
const INFRASTRUCTURE_FILE =
  /\.tf(?:vars|\.json)?$|(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[^/]*)?$|\.dockerfile$|\.bicep$/i

/** What the category depends on besides the result. */
export interface CategoryEvidence {
  readonly path: string | null
  /** The place is an image, or a file in one. */
  readonly image: boolean
  readonly packageType: string | null
  readonly identifiers: readonly string[]
  /** Its rule is not found, and rules of the tool cannot be read. */
  readonly isRuleUnreadable: boolean
  /** Name of the driver or extension that has the rule. */
  readonly component: string | null
}

const dependency = (evidence: CategoryEvidence): Category =>
  isSystemType(evidence.packageType) || (evidence.image && evidence.packageType === null) ? 'container' : 'sca'

function byType(facts: ResultFacts, evidence: CategoryEvidence): Category | null {
  const name = textAt('rule-name', facts) ?? ''
  const named = TYPE_NAMES.find(([pattern]) => pattern.test(name))?.[1]
  if (named !== undefined) return named
  const suffix = /\((sast|sca|kics|iac|containers|sscs-secret-detection)\)$/i.exec(facts.ruleId)?.[1]
  for (const tag of suffix === undefined ? facts.tags : [suffix]) {
    const key = tag.toLowerCase()
    const category = Object.hasOwn(TYPE_TAGS, key) ? TYPE_TAGS[key] : undefined
    if (category !== undefined) return category === 'dependency' ? dependency(evidence) : category
  }
  return null
}

function byRuleId(facts: ResultFacts, evidence: CategoryEvidence): Category | null {
  const category = ofRuleId(facts.ruleId)
  if (category === 'dependency') return facts.profile.category === 'container' ? 'container' : dependency(evidence)
  return category
}

const ofRuleId = remembered(ruleId => RULE_IDS.find(([pattern]) => pattern.test(ruleId))?.[1] ?? null)

const SECURITY_TAG = /^(?:security|vulnerability|owasp\b.*|datadog_category:security)$/i
const isSecurityTag = remembered(tag => SECURITY_TAG.test(tag))

/** Where analysers name the category of a rule: Roslyn `Security`, SonarAnalyzer `Blocker Vulnerability`. */
const SECURITY_CATEGORY = /(?<![a-z])(?:security|vulnerability)(?![a-z])/i
/** The quality that a rule of SonarQube is about stands in objects. */
const CATEGORIES = telling(['ruleset', 'ruleSet', 'impacts'], 'kind')
/** An extension that is named for security has rules of security: `eslint-plugin-security`. */
const SECURITY_COMPONENT = /(?<![a-z])security(?![a-z])/i

/** A tag or category `security`, a CWE or a score, be it a word: what makes a finding of an analyser one of security. */
const isSecurity = (facts: ResultFacts, evidence: CategoryEvidence): boolean =>
  (evidence.identifiers.length > 0 && !facts.profile.weaknessIsNoEvidence) ||
  facts.tags.some(isSecurityTag) ||
  evidence.isRuleUnreadable ||
  [facts.rule, facts.result].some(hasUnreadable) ||
  [propertiesOf(facts.rule), propertiesOf(facts.result)].some(
    bag =>
      usableScore(member(bag, 'security-severity')) !== null ||
      severityOfWord(member(bag, 'security-severity')) !== null ||
      (tells(bag, CATEGORIES) &&
        Object.entries(bag ?? {}).some(
          ([name, value]) => isTelling(name, CATEGORIES) && strings(value).some(each => SECURITY_CATEGORY.test(each))
        ))
  )

/** Members that may say that a finding is one of security: where nobody can read them, they may. */
const TELLING = ['tags', 'category', 'security-severity'] as const

/** True where a property bag, or a member of it on which security hangs, holds something that says nothing readable. */
function hasUnreadable(object: JsonObject | null): boolean {
  if (isBagUnreadable(object)) return true
  const bag = propertiesOf(object)
  return TELLING.some(key => {
    const value = member(bag, key) ?? null
    if (typeof value !== 'object') return typeof value === 'boolean'
    return value !== null && !isEmpty(value) && scalarsIn(value).length === 0
  })
}

const isEmpty = (value: JsonValue): boolean => Array.isArray(value) && value.length === 0

/** For tools that are not known, the kind of file is better than nothing. */
function byPlace(evidence: CategoryEvidence, security: boolean): Category | null {
  const { path } = evidence
  if (evidence.image) return 'container'
  if (path === null) return null
  if (isLockFile(path) || (security && typeOfFile(path) !== null)) return dependency(evidence)
  return INFRASTRUCTURE_FILE.test(path) ? 'iac' : null
}

/**
 * The category of a result by its file alone: whether it is a secret, its type tag, its rule id, its tool, its place,
 * and whether there is evidence of security at all.
 */
export function categoryByFile(facts: ResultFacts, evidence: CategoryEvidence): Category {
  const { profile } = facts
  const unknown = profile === UNKNOWN_TOOL
  if (isStatedSecret(facts, evidence.component) || (unknown && looksLikeSecret(facts))) return 'secret'
  if (profile.typeTags) {
    const typed = byType(facts, evidence)
    if (typed !== null) return typed
  }
  if (member(propertiesOf(facts.result), 'exposure') !== undefined) return dependency(evidence)
  const ruled = isOfOneKind(profile) ? null : byRuleId(facts, evidence)
  if (ruled !== null) return ruled
  if (profile.category !== undefined) return profile.category
  if (profile.securityRules?.test(facts.ruleId)) return 'sast'
  if (unknown) return byEvidence(facts, evidence)
  return profile.writes.includes('quality') ? ofAnalyser(facts, evidence) : dependency(evidence)
}

/** The category with what the policy says of the tool, that of the file alone, and the one by which texts are masked. */
export function categoriesOf(
  facts: ResultFacts,
  { stated, isOwnOutput }: { readonly stated: StatedCategory | null; readonly isOwnOutput: boolean },
  evidence: CategoryEvidence
) {
  const judged = categoryByFile(facts, evidence)
  const byFile = isOwnOutput ? categoryInOwn(facts.result, judged) : judged
  const category = categoryByPolicy(byFile, stated)
  // What quotes a secret quotes it under any name.
  return { category, byFile, quoting: byFile === 'secret' ? byFile : category }
}

/** Whatever such a tool finds is of one kind, though its rule ids may be those of another: tests for a CVE in a running system. */
const isOfOneKind = ({ category }: ToolProfile): boolean => category === 'secret' || category === 'other'

/** A known analyser's finding is one of security only with evidence of it; the rest of what it writes is lint. */
function ofAnalyser(facts: ResultFacts, evidence: CategoryEvidence): Category {
  const { component } = evidence
  if (isSecurity(facts, evidence) || (component !== null && SECURITY_COMPONENT.test(component))) return 'sast'
  return facts.profile.tagsEveryRule && facts.tags.length === 0 ? 'sast' : 'quality'
}

const toldByTag = remembered((tag): Category | null =>
  /^secrets?$/i.test(tag) ? 'secret' : /^(?:iac-)?misconfiguration$/i.test(tag) ? 'iac' : null
)

/** Of a tool that nobody knows. Rules pass over `quality`, and must not pass over the unknown: without evidence it is `other`. */
function byEvidence(facts: ResultFacts, evidence: CategoryEvidence): Category {
  // Only these two of the tags are told from ordinary words by nothing else.
  for (const tag of facts.tags) {
    const told = toldByTag(tag)
    if (told !== null) return told
  }
  const security = isSecurity(facts, evidence)
  return byPlace(evidence, security) ?? (security ? 'sast' : 'other')
}
