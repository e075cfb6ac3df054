import type { Category, Finding, TrailPlace } from '../../finding.js'
import { asObject, asString, type JsonObject, member, textMember } from '../../ground/json.js'
import { utc } from '../../time/instant.js'
import type { PolicyRules } from '../gravity/configured.js'
import { effectiveLevel } from '../gravity/level.js'
import { type Overrides, overridingRating } from '../gravity/overrides.js'
import { graverOf, type Rating } from '../gravity/rating.js'
import { at, type ResultFacts, textAt, messageOf as writtenMessage } from '../members.js'
import { isMalware } from '../package/malware.js'
import type { PathMapper } from '../place/paths.js'
import type { MappedPlace } from '../place/resolve.js'
import type { FoundRule, RuleFinder } from '../rules.js'
import type { StatedCategory } from '../stated-category.js'
import type { ToolProfile } from '../tools/profile.js'
import { categoriesOf } from './category.js'
import { cluesOf } from './clues.js'
import { type ByCopy, gravestOf, packageByCopy, wholePackage } from './copies.js'
import {
  identifiersOf,
  idsOfResult,
  isAdvisory,
  isProseTrusted,
  type Taxonomies,
  writtenIdentifiersOf
} from './identifiers.js'
import { messageText, plainText, withoutTags } from './message.js'
import { toldByGate } from './own-output.js'
import { claimedIn, type Placed, placedBy, quotedIn } from './places.js'
import { addDoubts, addRareMembers, type Mutable } from './rare-members.js'
import { reachabilityOf } from './reachability.js'
import { type RuleFacts, ruleFactsOf, tagsOf } from './rule-facts.js'
import { commitOf, maskQuotedSecrets } from './secrets.js'
import { resolveSeverity, warnOfSeverity } from './severity.js'
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
  /** By all that the policy says of where the tool ran, then by what its upper layers do: a place counts by each. */
  readonly places: readonly PathMapper[]
  readonly stated: StatedCategory | null
  /** Where flows, stacks and related locations of a result lead through; null where nobody asks for it. */
  readonly trailOf: ((result: JsonObject) => readonly TrailPlace[] | undefined) | null
  /** What its invocations set rules to; null where nothing. */
  readonly overrides: Overrides | null
  /** What the policies that it was held to say of rules; null where there are none. */
  readonly policyRules: PolicyRules | null
  readonly logicalLocations: readonly (JsonObject | null)[]
  readonly taxonomies: Taxonomies
  /** The run scanned an image: its paths lie in the image. */
  readonly imageName: string | null
  /** The run is in a file that the gate wrote. */
  readonly isOwnOutput: boolean
  /** govulncheck's `scan_level`. */
  readonly scanLevel: string | null
  /** One copy of each text: rule-level values are the same for thousands of findings. */
  readonly share: (value: string) => string
  readonly warn: (warning: string) => void
}

/** Image scans name an image where a file is wanted; where the run does not say that it scanned one, build files belong to the repository. */
const IMAGE_RECIPE = /(?:^|\/)[^/]*(?:Dockerfile|Containerfile)[^/]*$/i
const BUILD_FILE = /\.(?:ya?ml|json|tf|toml)$/i
const IMAGE_RULES = new Set(['OsPackageVulnerability', 'OS package vulnerability'])

const NEVER = (): boolean => false
const ALWAYS = (): boolean => true

/** Tells which places lie in an image. A file of the scanned tree does not, whatever words a message quotes. */
function imagesOf(facts: ResultFacts, run: RunContext): (place: MappedPlace) => boolean {
  const { profile, message } = facts
  if (profile.noFiles) return NEVER
  if (run.imageName !== null) return ALWAYS
  const isSaid = profile.imageMessage?.test(message) === true
  const isMeant = profile.category === 'container' || IMAGE_RULES.has(textAt('rule-name', facts) ?? '')
  if (!isSaid && !isMeant) return NEVER
  return place => {
    if (place.kind !== 'file') return true
    if (place.ground === 'tree' || IMAGE_RECIPE.test(place.path)) return false
    return isSaid || !BUILD_FILE.test(place.path)
  }
}

/** Without the place, which takes some of these facts to find. */
function factsOf(result: JsonObject, found: FoundRule, ofRule: RuleFacts): Facts {
  const { rule } = found
  const { ruleId, profile } = ofRule
  const raw =
    messageText(writtenMessage(result), rule, found.globalMessages) ??
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
    location: null,
    tags: tagsOf(ofRule, result),
    packagePatterns: ofRule.packagePatterns
  }
}

/** Facts while they are gathered. */
type Facts = Omit<ResultFacts, 'location'> & { location: JsonObject | null }

/** The place that the location names; of a tool that writes paths where it cannot make an address, by that. */
function mappedPlace(element: JsonObject | null, facts: ResultFacts, places: PathMapper): MappedPlace {
  const { profile } = facts
  const reference = asObject(member(asObject(member(element, 'physicalLocation')), 'artifactLocation'))
  if (profile.category === 'secret' && commitOf(facts) !== null) return places.ofHistory(reference)
  const place = places.ofLocation(reference)
  const { pathInLocationMessage: pattern } = profile
  if (pattern === undefined || asString(member(reference, 'uri')) !== '') return place
  const path = pattern.exec(asString(at(element, ['message', 'text'])) ?? '')?.groups?.path
  return path === undefined ? place : places.ofText(path)
}

/** The id to report: stable across scans, and never empty. */
function stableRuleId(facts: ResultFacts, identifiers: readonly string[], run: RunContext): string {
  if (!facts.profile.unstableRuleIds?.test(facts.ruleId)) return facts.ruleId
  return run.share(identifiers.find(isAdvisory) ?? facts.ruleId)
}

function messageOf(facts: ResultFacts, category: Category, { location, otherLocations, place }: Placed): string {
  if (category !== 'secret') return facts.message
  const path = location?.path ?? (place.kind === 'file' ? place.path : '')
  const paths = otherLocations === undefined ? [path] : [path, ...otherLocations.map(other => other.path)]
  return maskQuotedSecrets(facts.message, quotedIn(facts.result), [
    facts.ruleId,
    ...paths,
    textMember(facts.rule, 'name') ?? ''
  ])
}

/** One result as a finding: the facts that the scanner states, in the program's own terms. */
export function findingOf(result: JsonObject, kind: 'fail' | 'open', run: RunContext): Finding {
  const found = run.findRule(result)
  if (found.inconsistent && found.rule !== null) {
    run.warn('Some results point to a rule of another id; the id was trusted.')
  }
  // Nearly every rule is the only one of its id.
  const gravest =
    found.copies.length === 0 ? null : gravestOf(found.copies.map(copy => findingBy(copy, true, result, kind, run)))
  const finding = gravest ?? findingBy(found, false, result, kind, run).finding
  return run.isOwnOutput ? toldByGate(finding, result) : finding
}

function placesOf(facts: Facts, run: RunContext): Placed {
  const isImage = imagesOf(facts, run)
  const placed = placedBy(facts.result, {
    placesOf: element => run.places.map(places => mappedPlace(element, facts, places)),
    isElsewhere: facts.profile.noFiles === true ? ALWAYS : isImage,
    imageName: run.imageName,
    isOwnOutput: run.isOwnOutput
  })
  facts.location = placed.lead
  return placed
}

/** What the rule says of its severity, and what it was set to. */
const ratingFor = ({ result, rule, ruleId }: ResultFacts, { rating }: RuleFacts, { overrides }: RunContext): Rating =>
  overrides === null ? rating : graverOf(rating, overridingRating(overrides, result, ruleId, rule))

/** The result as a finding by this rule, which may be one of several of its id. */
function findingBy(
  found: FoundRule,
  isCopy: boolean,
  result: JsonObject,
  kind: 'fail' | 'open',
  run: RunContext
): ByCopy {
  const ofRule = ruleFactsOf(found, run)
  const facts = factsOf(result, found, ofRule)
  const placed = placesOf(facts, run)
  const own = idsOfResult(result, run.taxonomies)
  const evidence = identifiersOf(facts, ofRule.ids, own)
  const claimed = claimedIn(placed)
  const { named, isMeant } = isCopy ? packageByCopy(facts, claimed) : wholePackage(facts, claimed)
  const { category, byFile, quoting } = categoriesOf(facts, run, {
    path: claimed,
    image: placed.isElsewhere && facts.profile.noFiles !== true,
    packageType: named.type,
    identifiers: evidence,
    isRuleUnreadable: found.isUnreadable,
    component: found.componentName
  })
  const identifiers = isProseTrusted(category) ? evidence : writtenIdentifiersOf(ofRule.ids, own)
  const level = effectiveLevel(result, kind, found, ofRule, run.overrides)
  const rated = { rating: ratingFor(facts, ofRule, run) }
  const isDependency = category === 'sca' || category === 'container'
  const malware = isMalware(facts, category, identifiers, ofRule.malware)
  const { severity, severitySource, score, severityConflict } = resolveSeverity(facts, level, rated, category, malware)
  const finding: Mutable<Finding> = {
    tool: run.tool,
    toolVersion: run.toolVersion,
    ruleId: stableRuleId(facts, identifiers, run),
    category,
    severity,
    severitySource,
    score,
    severityConflict,
    message: messageOf(facts, quoting, placed),
    helpUri: ofRule.helpUri,
    location: placed.location,
    placeGround: placed.ground,
    claimedPlace: placed.claimed,
    placeProblem: placed.placeProblem,
    identifiers,
    package: isDependency ? named.package : null,
    malware,
    reachability: reachabilityOf(facts, level, run.scanLevel),
    fixAvailable: isDependency ? named.fixAvailable : null,
    tags: facts.tags,
    suppression: suppressionOf(result, run.places),
    firstDetected: utc(textMember(asObject(member(result, 'provenance')), 'firstDetectionTimeUtc')),
    clues: cluesOf(facts, quoting, placed, { named: named.package, run }),
    occurrences: 1,
    sources: run.sources
  }
  addRareMembers(finding, placed, run.trailOf?.(result), facts, isDependency ? named.candidates : [])
  addDoubts(finding, ofRule, byFile, result)
  warnOfSeverity(finding, found, level, run.warn)
  return { finding, isMeant }
}
