import type { Category } from '../../finding.js'
import { advisoriesIn, weaknessesIn } from '../../ground/advisory-ids.js'
import {
  asArray,
  asObject,
  elementsOf,
  guidMember,
  indexMember,
  type JsonObject,
  type JsonValue,
  member,
  scalarsIn,
  textMember
} from '../../ground/json.js'
import { remembered } from '../../ground/remembered.js'
import { at, propertiesOf, type ResultFacts, strings, textAt } from '../members.js'
import { states } from '../tools/stated.js'
import { telling, tells } from '../tools/telling.js'

const NONE: readonly string[] = []

/** The same of tags, which repeat. */
const advisoriesOfTag = remembered(advisoriesIn)
const weaknessesOfTag = remembered(weaknessesIn)

const bareNumber = (value: string): readonly string[] => {
  const match = /^\s*0{0,4}([1-9]\d{0,4})\s*$/.exec(value)
  return match === null ? [] : [`CWE-${match[1]}`]
}

/** Taxonomies of a run, for references that name no component. */
export type Taxonomies = readonly (JsonObject | null)[]

/** The taxonomy that a reference leads to, by name, guid or index (SARIF 2.1.0 §3.54); one that the file lacks is known by its name alone. */
function taxonomyOf(component: JsonObject | null, taxonomies: Taxonomies): JsonObject | null {
  const name = textMember(component, 'name')
  const guid = guidMember(component)
  const position = indexMember(component, 'index')
  if (name !== null) return taxonomies.find(candidate => textMember(candidate, 'name') === name) ?? { name }
  if (guid !== null) return taxonomies.find(candidate => guidMember(candidate) === guid) ?? null
  return position === null ? null : (taxonomies[position] ?? null)
}

const OF_WEAKNESSES = /^(?:cwe\b|common weakness enumeration)/i

function weaknessOfTaxon(taxon: JsonObject | null, taxonomies: Taxonomies): readonly string[] {
  const taxonomy = taxonomyOf(asObject(member(taxon, 'toolComponent')), taxonomies)
  const position = indexMember(taxon, 'index')
  const guid = guidMember(taxon)
  const taxa = asArray(member(taxonomy, 'taxa'))
  const byGuid = guid === null ? null : asObject(taxa.find(each => guidMember(asObject(each)) === guid))
  const listed = position === null ? byGuid : asObject(taxa[position])
  const value = member(taxon, 'id') ?? member(listed, 'id')
  const id = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''
  const written = weaknessesIn(id)
  if (written.length > 0) return written
  return OF_WEAKNESSES.test(textMember(taxonomy, 'name') ?? textMember(taxonomy, 'fullName') ?? '')
    ? bareNumber(id)
    : []
}

/** CWE values of property bags: text, numbers, or what holds them. */
function weaknessOfProperty(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'number') return bareNumber(String(value))
  if (typeof value === 'string') {
    const written = weaknessesIn(value)
    return written.length > 0 ? written : bareNumber(value)
  }
  return scalarsIn(value).flatMap(weaknessOfProperty)
}

const IDS = telling(['tags'], 'advisory', 'weakness')

/** Ids that the structured places of a rule or a result hold. */
export interface StructuredIds {
  readonly advisories: readonly string[]
  readonly weaknesses: readonly string[]
}

const NO_IDS: StructuredIds = { advisories: [], weaknesses: [] }

function bagIds(bag: JsonObject | null): StructuredIds {
  if (!tells(bag, IDS)) return NO_IDS
  const advisories: string[] = []
  const weaknesses: string[] = []
  for (const tag of strings(member(bag, 'tags'))) {
    for (const id of advisoriesOfTag(tag)) advisories.push(id)
    for (const id of weaknessesOfTag(tag)) weaknesses.push(id)
  }
  for (const [name, value] of Object.entries(bag ?? {})) {
    if (states(name, 'advisory')) advisories.push(...scalarsIn(value).flatMap(each => advisoriesIn(String(each))))
    if (states(name, 'weakness')) weaknesses.push(...weaknessOfProperty(value))
  }
  return { advisories, weaknesses }
}

/** Ids of a rule, the same for all its results: the structured ones, and what its prose would add. */
export interface RuleIds extends StructuredIds {
  /** Advisories of both descriptions. */
  readonly described: readonly string[]
  /** Advisories of the short description and of the list with which Snyk begins the full one: aliases, not mentions. */
  readonly named: readonly string[]
  /** Weaknesses of descriptions and help address. */
  readonly explained: readonly string[]
  /** The structured ones, sorted, each once. */
  readonly all: readonly string[]
  /** The same with what results add to them, by what that is: one list for all results that add the same. */
  readonly extended: Map<string, readonly string[]>
}

/** Addresses of advisories among the references of a help text. */
const ADVISORY_ADDRESS =
  /https:\/\/(?:nvd\.nist\.gov\/vuln\/detail|github\.com\/advisories|osv\.dev\/vulnerability|www\.cve\.org\/CVERecord\?id=)[/]?[\w-]{1,40}/g

/** Semgrep Supply Chain names its advisory nowhere but in the references of the help. */
const idsOfReferences = (ruleId: string, rule: JsonObject | null): readonly string[] =>
  /(?:^|\.)ssc-/.test(ruleId)
    ? (String(at(rule, ['help', 'markdown']) ?? '').match(ADVISORY_ADDRESS) ?? []).flatMap(advisoriesIn)
    : NONE

/** The list in parentheses with which Snyk begins a description: `(CVE-2021-1, CVE-2021-2) pkg@1.0.0`. */
const LEADING_LIST = /^\(([^()]{0,500})\)/

const sorted = (ids: readonly string[]): readonly string[] => [...new Set(ids)].sort()

/** A relation that says of a rule what it is not (SARIF 2.1.0 §3.53.3). */
function isDisjoint(relationship: JsonObject | null): boolean {
  const kinds = strings(member(relationship, 'kinds'))
  return kinds.length > 0 && kinds.every(kind => kind === 'disjoint')
}

/** Works out the ids of a rule. */
export function idsOfRule(
  ruleId: string,
  rule: JsonObject | null,
  ruleIdIsCwe: boolean,
  taxonomies: Taxonomies
): RuleIds {
  const bag = bagIds(propertiesOf(rule))
  const helpUri = textMember(rule, 'helpUri') ?? ''
  const short = String(at(rule, ['shortDescription', 'text']) ?? '')
  const full = String(at(rule, ['fullDescription', 'text']) ?? '')
  const name = textMember(rule, 'name') ?? ''
  const targets = asArray(member(rule, 'relationships'))
    .filter(each => !isDisjoint(asObject(each)))
    .map(each => ({ target: asObject(member(asObject(each), 'target')) }))
  const advisories = [
    ...advisoriesIn(ruleId),
    ...strings(member(rule, 'deprecatedIds')).flatMap(advisoriesIn),
    ...strings(member(rule, 'deprecatedNames')).flatMap(advisoriesIn),
    ...bag.advisories,
    ...targets.flatMap(({ target }) => advisoriesIn(textMember(target, 'id') ?? '')),
    ...idsOfReferences(ruleId, rule)
  ]
  const weaknesses = [
    ...bag.weaknesses,
    ...(ruleIdIsCwe ? bareNumber(ruleId) : weaknessesIn(ruleId)),
    ...weaknessesIn(name),
    ...targets.flatMap(({ target }) => weaknessOfTaxon(target, taxonomies))
  ]
  return {
    advisories,
    weaknesses,
    described: [name, short, full, ...(helpUri.match(ADVISORY_ADDRESS) ?? [])].flatMap(advisoriesIn),
    named: [short, LEADING_LIST.exec(full)?.[1] ?? ''].flatMap(advisoriesIn),
    explained: [short, full, helpUri].flatMap(weaknessesIn),
    all: sorted([...advisories, ...weaknesses]),
    extended: new Map()
  }
}

/** Ids that the structured places of the result itself hold. */
export function idsOfResult(result: JsonObject, taxonomies: Taxonomies): StructuredIds {
  const bag = propertiesOf(result)
  const own = bag === null ? NO_IDS : bagIds(bag)
  const listed = elementsOf(member(result, 'taxa'))
  if (listed.length === 0) return own
  const taxa = listed.flatMap(taxon => weaknessOfTaxon(asObject(taxon), taxonomies))
  const named = listed.flatMap(taxon => advisoriesIn(textMember(asObject(taxon), 'id') ?? ''))
  if (taxa.length === 0 && named.length === 0) return own
  return { advisories: [...own.advisories, ...named], weaknesses: [...own.weaknesses, ...taxa] }
}

/**
 * Ids of a result in their usual spelling, sorted, each once.
 * Prose is asked only for what the structured places lack: descriptions mention related advisories, and a false join
 * would lend one vulnerability another's known exploitation. Help texts are never asked. `own` are those of the result.
 */
export function identifiersOf(facts: ResultFacts, ofRule: RuleIds, own: StructuredIds): readonly string[] {
  const structured = own.advisories.length === 0 ? ofRule.advisories : [...ofRule.advisories, ...own.advisories]
  const added = own === NO_IDS ? [] : [...own.advisories, ...own.weaknesses]
  if (structured.length === 0) {
    added.push(...ofRule.described, ...advisoriesIn(facts.message), ...advisoriesIn(textAt('markdown', facts) ?? ''))
  } else if (!structured.some(id => id.startsWith('CVE-'))) {
    added.push(...ofRule.named, ...advisoriesIn(facts.message.slice(0, 300)))
  }
  if (ofRule.weaknesses.length === 0 && own.weaknesses.length === 0) {
    added.push(...ofRule.explained, ...weaknessesIn(facts.message), ...weaknessesIn(textAt('markdown', facts) ?? ''))
  }
  return extended(ofRule, added)
}

/** One list for all results that add the same to the rule's. */
function extended(ofRule: RuleIds, added: readonly string[]): readonly string[] {
  if (added.length === 0) return ofRule.all
  const key = added.join(' ')
  const known = ofRule.extended.get(key) ?? sorted([...ofRule.all, ...added])
  ofRule.extended.set(key, known)
  return known
}

/**
 * Ids of a result whose prose quotes the code that it is about: those of the structured places, and weaknesses that the
 * rule explains. A literal `'CVE-2021-44228'` in the code, or a file that is called so, is no vulnerability of that name.
 */
export function writtenIdentifiersOf(ofRule: RuleIds, own: StructuredIds): readonly string[] {
  const isExplained = ofRule.weaknesses.length === 0 && own.weaknesses.length === 0
  return extended(ofRule, [...own.advisories, ...own.weaknesses, ...(isExplained ? ofRule.explained : [])])
}

/** Whether ids in the prose of such findings are ids: not where the prose quotes what an author wrote. */
export const isProseTrusted = (category: Category): boolean =>
  category === 'sca' || category === 'container' || category === 'other'

/** True for ids of vulnerabilities; CWE ids name kinds of weakness. */
export const isAdvisory = (identifier: string): boolean => !identifier.startsWith('CWE-')
