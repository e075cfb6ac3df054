import {
  type Category,
  type Finding,
  type KnownSeverity,
  type Severity,
  type SeveritySource,
  severityRank
} from '../../finding.js'
import {
  asArray,
  asInteger,
  type JsonObject,
  type JsonValue,
  member,
  scalarsIn,
  textMember
} from '../../ground/json.js'
import { type EffectiveLevel, OF_LEVEL } from '../gravity/level.js'
import { graverOf, type Rating, ratingOfResult } from '../gravity/rating.js'
import { gravest, severityOfScore, severityOfWord, usableScore, writtenScores } from '../gravity/scales.js'
import { at, propertiesOf, type ResultFacts, textAt } from '../members.js'
import { MESSAGE } from '../projection.js'
import type { FoundRule } from '../rules.js'
import type { SeverityPlace } from '../tools/profile.js'
import { UNKNOWN_TOOL } from '../tools/registry.js'
import { telling, tells } from '../tools/telling.js'
import type { RuleFacts } from './rule-facts.js'

/** A finding's severity and where it came from. */
export interface ResolvedSeverity {
  readonly severity: Severity
  readonly severitySource: SeveritySource
  readonly score: number | null
  readonly severityConflict: boolean
}

const RESULT_WORDS = [
  'severity',
  'Severity',
  'issue_severity',
  'securityRisk',
  'zizmor/severity',
  'DevSkimSeverity',
  'cvssv3_baseSeverity',
  'risk'
] as const
const RULE_WORDS = ['severity', 'problem.severity'] as const
const SECURITY = 'security-severity'
/** Every member that may hold a word. */
const WORDS = telling([...RESULT_WORDS, ...RULE_WORDS, SECURITY])
const OTHER_SCORES = ['cvssv4_baseScore', 'cvssv40_baseScore', 'cvssv3_baseScore'] as const
const SCORES = telling(OTHER_SCORES)

/** Severity words in capitals or small letters among the tags; no ordinary tag is called so. */
const TAG_WORDS = new Set(['critical', 'high', 'medium', 'low', 'informational', 'unknown'])

/** Veracode's scale from 0 to 5. */
const OF_RANK: readonly KnownSeverity[] = ['none', 'none', 'low', 'medium', 'high', 'critical']

/** Fortify's line between what is mild and what is not, of impact and of likelihood. */
const HALFWAY = 2.5

/** Of an impact above the half: high, and critical where it is likely. What lies below is left to the level. */
function priorityOf({ result, rule }: ResultFacts): KnownSeverity | undefined {
  const of = (bag: JsonObject | null, name: string) => Number(textMember(bag, name) ?? Number.NaN)
  const ofRule = propertiesOf(rule)
  if (!(of(ofRule, 'Impact') >= HALFWAY)) return undefined
  const likelihood = (of(ofRule, 'Accuracy') * of(ofRule, 'Probability') * of(propertiesOf(result), 'Confidence')) / 25
  return likelihood < HALFWAY ? 'high' : 'critical'
}

function wordAt(place: SeverityPlace, facts: ResultFacts): JsonValue | undefined {
  switch (place.in) {
    case 'tags':
      return facts.tags.find(tag => TAG_WORDS.has(tag.toLowerCase()))
    case 'rank':
      // Its older converter has the same scale in the level, as a text.
      return OF_RANK[asInteger(member(facts.result, 'rank')) ?? asInteger(member(facts.result, 'level')) ?? -1]
    case 'impact':
      return priorityOf(facts)
    case 'result-property':
      return at(propertiesOf(facts.result), place.path)
    case 'rule-property':
      return at(propertiesOf(facts.rule), place.path)
    default:
      return place.pattern.exec(textAt(place.in, facts) ?? '')?.[1]
  }
}

/** Texts of a result, in which a tool quotes names and lines that the change has written. */
const QUOTING = new Set<SeverityPlace['in']>(['message', 'markdown', 'location-message', 'logical-name', 'fix'])
/**
 * The severities that a text states which quotes others: where there is more than the tool's own line, or where that
 * may be cut off, nobody can tell which it is. Null where its one line is what the tool says.
 */
function statedIn(place: SeverityPlace, facts: ResultFacts): readonly KnownSeverity[] | null {
  if (!('pattern' in place) || !QUOTING.has(place.in)) return null
  const written = textAt(place.in, facts) ?? ''
  const every = new RegExp(place.pattern.source, `${place.pattern.flags.replace('g', '')}g`)
  const words = Array.from(written.matchAll(every), match => match[1])
  if (words.length < 2 && written.length < MESSAGE) return null
  return words.flatMap(word => severityOfWord(word) ?? [])
}

/** What tags, scores and the tool's other places say of the severity: a text with several words never goes below them. */
function statedElsewhere(facts: ResultFacts): readonly KnownSeverity[] {
  const scores = scoresOf(propertiesOf(facts.result), propertiesOf(facts.rule))
  const score = scores.security ?? scores.cvss
  const others = (facts.profile.severity ?? []).filter(place => !QUOTING.has(place.in))
  const words = [wordAt({ in: 'tags' }, facts), ...others.map(place => wordAt(place, facts))]
  return [...words.flatMap(word => severityOfWord(word) ?? []), ...(score === null ? [] : [severityOfScore(score)])]
}

/** What the tool's own places say: a severity, that it does not know, or nothing. */
function toolSeverity(facts: ResultFacts): KnownSeverity | 'unknown' | null {
  for (const place of facts.profile.severity ?? []) {
    const contested = statedIn(place, facts)
    if (contested !== null) return gravest([...contested, ...statedElsewhere(facts)]) ?? 'unknown'
    const word = wordAt(place, facts)
    if (typeof word === 'string' && word.trim().toLowerCase() === 'unknown') return 'unknown'
    const severity = severityOfWord(word)
    if (severity !== null) return severity
  }
  return null
}

function firstWord(properties: JsonObject | null, keys: readonly string[]): KnownSeverity | null {
  if (!tells(properties, WORDS)) return null
  for (const key of keys) {
    const severity = severityOfWord(member(properties, key))
    if (severity !== null) return severity
  }
  return null
}

interface Scores {
  /** `security-severity` of the rule or the result, the greater: the rule's may be another package's. */
  readonly security: number | null
  readonly cvss: number | null
}

function scoresOf(ofResult: JsonObject | null, ofRule: JsonObject | null): Scores {
  const security = greater(usableScore(member(ofRule, SECURITY)), usableScore(member(ofResult, SECURITY)))
  for (const bag of [ofResult, ofRule]) {
    if (!tells(bag, SCORES)) continue
    for (const name of OTHER_SCORES) {
      const cvss = usableScore(member(bag, name))
      if (cvss !== null) return { security, cvss }
    }
  }
  return { security, cvss: null }
}

const greater = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other)

/** True where the level that somebody stated and the score lie in different bands; `error` covers high and critical. */
function disagree(level: EffectiveLevel, score: number | null, facts: ResultFacts): boolean {
  if (score === null || !level.stated || level.level === null || facts.profile.levelIsNoSeverity) return false
  const band = severityOfScore(score)
  return level.level === 'error' ? band !== 'high' && band !== 'critical' : OF_LEVEL[level.level] !== band
}

/** A score of zero on the result or its rule. */
const isScoredZero = ({ result, rule }: ResultFacts): boolean =>
  [result, rule].some(each =>
    scalarsIn(member(propertiesOf(each), 'security-severity')).some(score => score !== '' && Number(score) === 0)
  )

/** A word, or the score beside it (`9.8 (low)`) where that is graver. */
const besideScore = (word: KnownSeverity, ...bags: readonly (JsonObject | null)[]): KnownSeverity =>
  gravest([word, ...bags.flatMap(bag => writtenScores(member(bag, SECURITY)).map(severityOfScore))]) ?? word

type Choice = readonly [Severity, SeveritySource]

const NO_TAGS: readonly string[] = []

/** The sources in their order; the first that says something usable decides. */
function choose(facts: ResultFacts, level: EffectiveLevel, category: Category, scores: Scores): Choice {
  const ofResult = propertiesOf(facts.result)
  const ofRule = propertiesOf(facts.rule)
  const tool = toolSeverity(facts)
  if (tool !== null && tool !== 'unknown') return [tool, 'tool']
  const resultWord = firstWord(ofResult, RESULT_WORDS)
  if (resultWord !== null) return [resultWord, 'result-property']
  if (scores.security !== null) return [severityOfScore(scores.security), 'security-severity']
  const securityWord = firstWord(ofRule, [SECURITY]) ?? firstWord(ofResult, [SECURITY])
  if (securityWord !== null) return [besideScore(securityWord, ofRule, ofResult), 'security-severity']
  if (scores.cvss !== null) return [severityOfScore(scores.cvss), 'cvss']
  const ruleWord = firstWord(ofRule, RULE_WORDS)
  if (ruleWord !== null && !facts.profile.levelIsNoSeverity) return [ruleWord, 'rule-property']
  if (category === 'secret' && !level.stated) return ['high', 'secret-default']
  // The tool says that it does not know, or its level says something else: then the level is no severity.
  if (tool === 'unknown' || facts.profile.levelIsNoSeverity || level.severity === null) return ['unknown', 'none']
  if (facts.profile.unratedIsNone && level.level === 'none' && isScoredZero(facts)) return ['unknown', 'none']
  return [level.severity, level.stated ? 'level' : 'level-default']
}

/** Sources that say nothing of the finding itself, or that most tools fill with three words for all. */
const COARSE: ReadonlySet<SeveritySource> = new Set(['secret-default', 'level', 'level-default', 'none'])

/**
 * What a level or a default says, raised by what the properties say under other names: what nobody can tell the scale of
 * never makes a finding milder. Who says that the severity is not known, or states a score that nobody can read, is not believed
 * a mild level.
 */
function raised([severity, source]: Choice, gravity: Rating, ofResult: Rating): Choice {
  if (!COARSE.has(source)) return [severity, source]
  const isGrave = severity !== 'unknown' && severityRank(severity) >= severityRank('high')
  const own = gravity.severity
  const outranks = own !== null && severityRank(own) > severityRank(severity === 'unknown' ? 'medium' : severity)
  if (outranks) return [own, ofResult.severity === own ? 'result-property' : 'rule-property']
  const isDoubted = gravity.isUnreadable || (gravity.isUnrated && own === null)
  return isDoubted && !isGrave ? ['unknown', 'none'] : [severity, source]
}

/** Severity of a result by the order of sources; see the table of severity sources in the documentation. */
export function resolveSeverity(
  facts: ResultFacts,
  level: EffectiveLevel,
  { rating }: Pick<RuleFacts, 'rating'>,
  category: Category,
  malware: boolean
): ResolvedSeverity {
  const scores = scoresOf(propertiesOf(facts.result), propertiesOf(facts.rule))
  const own = asArray(member(propertiesOf(facts.result), 'tags')).length === 0 ? NO_TAGS : facts.tags
  const ofResult = ratingOfResult(facts.result, { tags: own, isBareMeant: facts.profile === UNKNOWN_TOOL })
  const gravity = graverOf(ofResult, rating)
  const [severity, severitySource]: Choice = malware
    ? ['critical', 'malware']
    : raised(choose(facts, level, category, scores), gravity, ofResult)
  const score = scores.security ?? scores.cvss ?? gravity.score
  return { severity, severitySource, score, severityConflict: disagree(level, score, facts) }
}

/** Tells what of a result's severity could not be read, in sentences. */
export function warnOfSeverity(
  finding: Finding,
  found: FoundRule,
  level: EffectiveLevel,
  warn: (warning: string) => void
): void {
  if (level.isOdd)
    warn('Some results have a level that SARIF 2.1.0 does not know; it is a word of severity, or says nothing.')
  if (found.isDangling && finding.severity === 'unknown' && finding.category !== 'quality')
    warn('The rules of some results are not in the file, and nothing else states a severity: it is unknown.')
}
