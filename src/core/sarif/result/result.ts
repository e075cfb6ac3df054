import type { Category, Finding } from '../../finding.js'
import { asArray, asObject, asString, type JsonObject, member } from '../../ground/json.js'
import { utc } from '../../time/instant.js'
import { at, logicalName, propertiesOf, type ResultFacts, strings, textAt } from '../members.js'
import { packageOf, packagePatternsOf } from '../package/package.js'
import type { PathMapper } from '../place/paths.js'
import type { MappedPlace } from '../place/resolve.js'
import { type FoundRule, type RuleFinder, textMember } from '../rules.js'
import type { ToolProfile } from '../tools/profile.js'
import { profileOfRule, UNKNOWN_TOOL } from '../tools/registry.js'
import { categoryOf } from './category.js'
import { fingerprintsOf } from './clues.js'
import { identifiersOf, idsOfRule, isAdvisory, type RuleIds, type Taxonomies } from './identifiers.js'
import { effectiveLevel } from './level.js'
import { messageText, plainText, visibleName, withoutTags } from './message.js'
import { type Placed, placedAt } from './placed.js'
import { reachabilityOf } from './reachability.js'
import { maskQuotedSecrets, secretStandIn } from './secrets.js'
import { resolveSeverity } from './severity.js'
import { suppressionOf } from './suppression.js'

/** What all results of a run share. */
export interface RunContext {
  readonly tool: string
  readonly toolVersion: string | null
  readonly profile: ToolProfile
  readonly sources: readonly string[]
  readonly findRule: RuleFinder
  /** What was worked out of each rule: once, however many results it has. */
  readonly ruleFacts: Map<FoundRule, RuleFacts>
  readonly places: PathMapper
  readonly invocations: readonly (JsonObject | null)[]
  readonly logicalLocations: readonly (JsonObject | null)[]
  readonly taxonomies: Taxonomies
  /** The run scanned an image: its paths lie in the image. */
  readonly imageName: string | null
  /** govulncheck's `scan_level`. */
  readonly scanLevel: string | null
  /** One copy of each text: rule-level values are the same for thousands of findings. */
  readonly share: (value: string) => string
  readonly warn: (warning: string) => void
}

const KINDS = new Set(['pass', 'open', 'informational', 'notApplicable', 'review', 'fail'])

/** `fail` or `open` for a finding, null for a result that is none: another kind, or absent since the baseline (SARIF 2.1.0 §3.27.9, §3.27.24). */
export function findingKind(result: JsonObject): 'fail' | 'open' | null {
  if (asString(member(result, 'baselineState')) === 'absent') return null
  const kind = asString(member(result, 'kind'))
  if (kind === null || !KINDS.has(kind) || kind === 'fail') return 'fail'
  return kind === 'open' ? 'open' : null
}

/** Image scans name an image where a file is wanted; where the run does not say that it scanned one, build files belong to the repository. */
const IMAGE_RECIPE = /(?:^|\/)[^/]*(?:Dockerfile|Containerfile)[^/]*$/i
const BUILD_FILE = /\.(?:ya?ml|json|tf|toml)$/i
const IMAGE_RULES = new Set(['OsPackageVulnerability', 'OS package vulnerability'])

/** Whether the place lies in an image. A file of the scanned tree does not, whatever words a message quotes. */
function isImage(facts: ResultFacts, place: MappedPlace, run: RunContext): boolean {
  const { profile, message } = facts
  if (profile.noFiles) return false
  if (run.imageName !== null) return true
  if (place.kind === 'file' && (place.ground === 'tree' || IMAGE_RECIPE.test(place.path))) return false
  if (profile.imageMessage?.test(message)) return true
  if (place.kind === 'file' && BUILD_FILE.test(place.path)) return false
  return profile.category === 'container' || IMAGE_RULES.has(textAt('rule-name', facts) ?? '')
}

/** What all results of a rule share. */
interface RuleFacts {
  readonly ruleId: string
  readonly profile: ToolProfile
  readonly tags: readonly string[]
  readonly ids: RuleIds
  readonly helpUri: string | null
  readonly packagePatterns: ResultFacts['packagePatterns']
  readonly extendedTags: Map<string, readonly string[]>
}

function ruleFactsOf(found: FoundRule, run: RunContext): RuleFacts {
  const known = run.ruleFacts.get(found)
  if (known !== undefined) return known
  const { rule } = found
  const ruleId = visibleName(found.id ?? textMember(rule, 'name') ?? '') || 'unnamed-rule'
  const profile = run.profile === UNKNOWN_TOOL ? profileOfRule(ruleId) : run.profile
  const helpUri = textMember(rule, 'helpUri')
  const facts: RuleFacts = {
    ruleId,
    profile,
    tags: [...new Set(strings(member(propertiesOf(rule), 'tags')))],
    ids: idsOfRule(ruleId, rule, profile.ruleIdIsCwe === true, run.taxonomies),
    helpUri: helpUri !== null && /^https?:\/\//i.test(helpUri) ? helpUri : null,
    packagePatterns: packagePatternsOf(ruleId, rule, profile),
    extendedTags: new Map()
  }
  run.ruleFacts.set(found, facts)
  return facts
}

function factsOf(result: JsonObject, found: FoundRule, ofRule: RuleFacts): ResultFacts {
  const { rule } = found
  const { ruleId, profile } = ofRule
  const raw =
    messageText(asObject(member(result, 'message')), rule, found.globalMessages) ??
    asString(at(rule, ['shortDescription', 'text'])) ??
    asString(at(rule, ['fullDescription', 'text'])) ??
    textMember(rule, 'name') ??
    ''
  return {
    result,
    rule,
    profile,
    ruleId,
    message: plainText(profile.htmlMessages ? withoutTags(raw) : raw),
    location: asObject(asArray(member(result, 'locations'))[0]),
    tags: tagsOf(ofRule, result),
    packagePatterns: ofRule.packagePatterns
  }
}

/** One list for all results that add the same tags to the rule's. */
function tagsOf({ tags, extendedTags }: RuleFacts, result: JsonObject): readonly string[] {
  const own = strings(member(propertiesOf(result), 'tags'))
  if (own.length === 0) return tags
  const key = own.join('\u0000')
  const known = extendedTags.get(key) ?? [...new Set([...tags, ...own])]
  extendedTags.set(key, known)
  return known
}

/** The place that the location names; of a tool that writes paths where it cannot make an address, by that. */
function mappedPlace(facts: ResultFacts, physical: JsonObject | null, { places }: RunContext): MappedPlace {
  const reference = asObject(member(physical, 'artifactLocation'))
  const place = places.ofLocation(reference)
  const { pathInLocationMessage: pattern } = facts.profile
  if (pattern === undefined || asString(member(reference, 'uri')) !== '') return place
  const path = pattern.exec(textAt('location-message', facts) ?? '')?.groups?.path
  return path === undefined ? place : places.ofText(path)
}

/** Name of the resource: the location's own, or what the index leads to in the run (SARIF 2.1.0 §3.33). */
function resourceOf(facts: ResultFacts, run: RunContext): string | null {
  const named = logicalName(facts.location)
  if (named !== null) return named
  const position = member(asObject(asArray(member(facts.location, 'logicalLocations'))[0]), 'index')
  const shared = typeof position === 'number' ? (run.logicalLocations[position] ?? null) : null
  return textMember(shared, 'fullyQualifiedName') ?? textMember(shared, 'name')
}

/** What the finding names; where that is an image or an address, it comes first, as the path does elsewhere. */
function symbolOf(
  facts: ResultFacts,
  place: MappedPlace,
  placed: Placed,
  named: boolean,
  run: RunContext
): string | null {
  const resource = resourceOf(facts, run) ?? (place.kind === 'file' ? place.member : null)
  if (placed.reference === null) return resource
  // The name of a package is known already, and its version must not make another finding of it.
  return resource === null || named ? placed.reference : `${placed.reference}#${resource}`
}

/** The id to report: stable across scans, and never empty. */
function stableRuleId(facts: ResultFacts, identifiers: readonly string[], run: RunContext): string {
  if (!facts.profile.unstableRuleIds?.test(facts.ruleId)) return facts.ruleId
  return run.share(identifiers.find(isAdvisory) ?? facts.ruleId)
}

function cluesOf(facts: ResultFacts, category: Category, region: JsonObject | null, symbol: string | null) {
  const snippet = asString(at(region, ['snippet', 'text']))
  const offender = textMember(propertiesOf(facts.result), 'offender')
  const dependency = category === 'sca' || category === 'container'
  return {
    snippet: category === 'secret' ? secretStandIn(facts.ruleId, offender ?? snippet) : snippet,
    fingerprints: fingerprintsOf(facts.result, facts.ruleId, dependency),
    symbol
  }
}

function messageOf(facts: ResultFacts, category: Category, region: JsonObject | null, place: MappedPlace): string {
  if (category !== 'secret') return facts.message
  const quoted = [textMember(propertiesOf(facts.result), 'offender'), asString(at(region, ['snippet', 'text']))]
  const keep = [facts.ruleId, place.kind === 'file' ? place.path : '', textMember(facts.rule, 'name') ?? '']
  return maskQuotedSecrets(facts.message, quoted, keep)
}

/** One result as a finding: the facts that the scanner states, in the program's own terms. */
export function findingOf(result: JsonObject, kind: 'fail' | 'open', run: RunContext): Finding {
  const found = run.findRule(result)
  if (found.inconsistent) run.warn('Some results point to a rule of another id; the id was trusted.')
  const ofRule = ruleFactsOf(found, run)
  const facts = factsOf(result, found, ofRule)
  const physical = asObject(member(facts.location, 'physicalLocation'))
  const region = asObject(member(physical, 'region'))
  const place = mappedPlace(facts, physical, run)
  const image = isImage(facts, place, run)
  const identifiers = identifiersOf(facts, ofRule.ids, run.taxonomies)
  const placed = placedAt(place, region, image || facts.profile.noFiles === true, run.imageName)
  const claimed = place.kind === 'file' ? place.path : place.kind === 'unmappable' ? place.claimed : null
  const named = packageOf(facts, claimed)
  const category = categoryOf(facts, {
    path: claimed,
    image,
    packageType: named.type,
    identifiers
  })
  const level = effectiveLevel(result, kind, facts.ruleId, found.rule, run.invocations)
  if (level.unknownWord !== null) run.warn('Some results have a level that SARIF 2.1.0 does not know; it was ignored.')
  const dependency = category === 'sca' || category === 'container'
  const { severity, severitySource, score, severityConflict } = resolveSeverity(facts, level, category)
  return {
    tool: run.tool,
    toolVersion: run.toolVersion,
    ruleId: stableRuleId(facts, identifiers, run),
    category,
    severity,
    severitySource,
    score,
    severityConflict,
    message: messageOf(facts, category, region, place),
    helpUri: ofRule.helpUri,
    location: placed.location,
    placeGround: placed.ground,
    claimedPlace: placed.claimed,
    placeProblem: placed.placeProblem,
    identifiers,
    package: dependency ? named.package : null,
    reachability: reachabilityOf(facts, level, run.scanLevel),
    fixAvailable: dependency ? named.fixAvailable : null,
    tags: facts.tags,
    suppression: suppressionOf(result, run.places.ofLocation),
    firstDetected: utc(textMember(asObject(member(result, 'provenance')), 'firstDetectionTimeUtc')),
    clues: cluesOf(facts, category, region, symbolOf(facts, place, placed, named.package !== null, run)),
    occurrences: 1,
    sources: run.sources
  }
}
