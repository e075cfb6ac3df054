import { type Category, type KnownSeverity, type Severity, type SeveritySource, severityRank } from '../../finding.js'
import type { JsonObject, JsonValue } from '../../ground/json.js'
import { member } from '../../ground/json.js'
import { at, propertiesOf, type ResultFacts, textAt } from '../members.js'
import { MESSAGE } from '../projection.js'
import type { SeverityPlace } from '../tools/profile.js'
import type { EffectiveLevel, Level } from './level.js'

/** A finding's severity and where it came from. */
export interface ResolvedSeverity {
  readonly severity: Severity
  readonly severitySource: SeveritySource
  readonly score: number | null
  readonly severityConflict: boolean
}

/** Words that tools write for severity, in lower case. */
const WORDS: Readonly<Record<string, KnownSeverity>> = {
  critical: 'critical',
  blocker: 'critical',
  high: 'high',
  important: 'high',
  major: 'high',
  error: 'high',
  medium: 'medium',
  moderate: 'medium',
  warning: 'medium',
  low: 'low',
  minor: 'low',
  note: 'low',
  recommendation: 'low',
  manualreview: 'low',
  negligible: 'none',
  info: 'none',
  informational: 'none',
  information: 'none',
  none: 'none'
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
const OTHER_SCORES = ['cvssv4_baseScore', 'cvssv40_baseScore', 'cvssv3_baseScore'] as const
const OF_LEVEL = { error: 'high', warning: 'medium', note: 'low', none: 'none' } as const satisfies Record<
  Level,
  KnownSeverity
>

/** The severity that a word stands for, or null. */
export function severityOfWord(value: JsonValue | undefined): KnownSeverity | null {
  if (typeof value !== 'string' || value.length > 40) return null
  const word = value.trim().toLowerCase()
  return Object.hasOwn(WORDS, word) ? (WORDS[word] ?? null) : null
}

/**
 * A usable score: above 0 and at most 10. Anything else, be it `"undefined"`, `"9,8"`, 0 or 11, says nothing, and
 * above all not that there is no danger. Single precision written out has some fifteen decimals (`7.800000190734863`).
 */
export function usableScore(value: JsonValue | undefined): number | null {
  const score =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^\s*\+?\d{1,2}(?:\.\d{1,60})?\s*$/.test(value)
        ? Number(value)
        : Number.NaN
  return score > 0 && score <= 10 ? score : null
}

/** Bands in which GitHub shows `security-severity`: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
export const severityOfScore = (score: number): KnownSeverity =>
  score >= 9 ? 'critical' : score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low'

/** Severity words in capitals or small letters among the tags; no ordinary tag is called so. */
const TAG_WORDS = new Set(['critical', 'high', 'medium', 'low', 'informational', 'unknown'])

/** Veracode's scale from 0 to 5. */
const OF_RANK: readonly KnownSeverity[] = ['none', 'none', 'low', 'medium', 'high', 'critical']

function wordAt(place: SeverityPlace, facts: ResultFacts): JsonValue | undefined {
  switch (place.in) {
    case 'tags':
      return facts.tags.find(tag => TAG_WORDS.has(tag.toLowerCase()))
    case 'rank': {
      const rank = member(facts.result, 'rank')
      return typeof rank === 'number' ? OF_RANK[rank] : undefined
    }
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

const gravest = (severities: readonly KnownSeverity[]): KnownSeverity | null =>
  severities.reduce<KnownSeverity | null>(
    (worst, each) => (worst === null || severityRank(each) > severityRank(worst) ? each : worst),
    null
  )

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
  if (properties === null) return null
  for (const key of keys) {
    const severity = severityOfWord(member(properties, key))
    if (severity !== null) return severity
  }
  return null
}

interface Scores {
  /** `security-severity` of the rule, then of the result. */
  readonly security: number | null
  readonly cvss: number | null
}

function scoresOf(ofResult: JsonObject | null, ofRule: JsonObject | null): Scores {
  const key = 'security-severity'
  const security = usableScore(member(ofRule, key)) ?? usableScore(member(ofResult, key))
  for (const bag of [ofResult, ofRule]) {
    for (const name of OTHER_SCORES) {
      const cvss = usableScore(member(bag, name))
      if (cvss !== null) return { security, cvss }
    }
  }
  return { security, cvss: null }
}

/** True where the level that somebody stated and the score lie in different bands; `error` covers high and critical. */
function disagree(level: EffectiveLevel, score: number | null, facts: ResultFacts): boolean {
  if (score === null || !level.stated || level.level === null || facts.profile.levelIsNoSeverity) return false
  const band = severityOfScore(score)
  return level.level === 'error' ? band !== 'high' && band !== 'critical' : OF_LEVEL[level.level] !== band
}

type Choice = readonly [Severity, SeveritySource]

/** The sources in their order; the first that says something usable decides. */
function choose(facts: ResultFacts, level: EffectiveLevel, category: Category, scores: Scores): Choice {
  const ofResult = propertiesOf(facts.result)
  const ofRule = propertiesOf(facts.rule)
  const tool = toolSeverity(facts)
  if (tool !== null && tool !== 'unknown') return [tool, 'tool']
  const resultWord = firstWord(ofResult, RESULT_WORDS)
  if (resultWord !== null) return [resultWord, 'result-property']
  if (scores.security !== null) return [severityOfScore(scores.security), 'security-severity']
  const securityWord = firstWord(ofRule, ['security-severity']) ?? firstWord(ofResult, ['security-severity'])
  if (securityWord !== null) return [securityWord, 'security-severity']
  if (scores.cvss !== null) return [severityOfScore(scores.cvss), 'cvss']
  const ruleWord = firstWord(ofRule, ['severity', 'problem.severity'])
  if (ruleWord !== null && !facts.profile.levelIsNoSeverity) return [ruleWord, 'rule-property']
  if (category === 'secret' && !level.stated) return ['high', 'secret-default']
  // The tool says that it does not know, or its level says something else: then the level is no severity.
  if (tool === 'unknown' || facts.profile.levelIsNoSeverity || level.level === null) return ['unknown', 'none']
  return [OF_LEVEL[level.level], level.stated ? 'level' : 'level-default']
}

/** Severity of a result by the order of sources; see the table of severity sources in the documentation. */
export function resolveSeverity(facts: ResultFacts, level: EffectiveLevel, category: Category): ResolvedSeverity {
  const scores = scoresOf(propertiesOf(facts.result), propertiesOf(facts.rule))
  const [severity, severitySource] = choose(facts, level, category, scores)
  const score = scores.security ?? scores.cvss
  return { severity, severitySource, score, severityConflict: disagree(level, score, facts) }
}
