import { type KnownSeverity, severityRank } from '../../finding.js'
import { baseScoreOf } from '../../ground/cvss.js'
import { type JsonValue, scalarsIn } from '../../ground/json.js'
import { remembered } from '../../ground/remembered.js'

/** Words that tools write for severity, in lower case. */
const WORDS: Readonly<Record<string, KnownSeverity>> = {
  critical: 'critical',
  'very high': 'critical',
  'very-high': 'critical',
  very_high: 'critical',
  veryhigh: 'critical',
  blocker: 'critical',
  high: 'high',
  important: 'high',
  major: 'high',
  error: 'high',
  severe: 'high',
  serious: 'high',
  fatal: 'high',
  urgent: 'critical',
  emergency: 'critical',
  extreme: 'critical',
  catastrophic: 'critical',
  medium: 'medium',
  moderate: 'medium',
  warning: 'medium',
  low: 'low',
  'very low': 'low',
  'very-low': 'low',
  very_low: 'low',
  verylow: 'low',
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

/** The gravest of severities, or null of none. */
export const gravest = (severities: readonly KnownSeverity[]): KnownSeverity | null =>
  severities.reduce<KnownSeverity | null>(
    (worst, each) => (worst === null || severityRank(each) > severityRank(worst) ? each : worst),
    null
  )

/** What may stand beside a word of severity: `5 - Critical`, `CRITICAL (9.8)`, `Severity: high`. */
const BESIDE = new Set(['cvss', 'severity', 'priority', 'risk', 'level', 'score', 'rated', 'v', 'p', 's', 'sev', ''])
const PARTS = /[^\p{L}]+/u

/** The gravest word of severity of a text that holds nothing else, but for numbers and decoration; null of any other. */
function decorated(text: string): KnownSeverity | null {
  const rest = text.split(PARTS).filter(part => !BESIDE.has(part))
  const found = rest.flatMap(part => (Object.hasOwn(WORDS, part) ? (WORDS[part] ?? []) : []))
  return found.length === rest.length ? gravest(found) : null
}

/** The severity that a word stands for, or null; of several in a list or an object the gravest. */
export function severityOfWord(value: JsonValue | undefined): KnownSeverity | null {
  if (typeof value === 'object') return gravest(scalarsIn(value).flatMap(each => severityOfWord(each) ?? []))
  return typeof value !== 'string' || value.length > 40 ? null : severityOfText(value)
}

/** Results repeat a few words and numbers: what each of them says is worked out once. */
const severityOfText = remembered((text): KnownSeverity | null => {
  const word = text.trim().toLowerCase()
  return Object.hasOwn(WORDS, word) ? (WORDS[word] ?? null) : decorated(word)
})

const NOT_RATED =
  /^(?:unknown|undetermined|un(?:rated|scored|assigned|triaged|classified)|not[-_ ](?:rated|scored|assigned|triaged|available|yet[-_ ]\w+)|pending|tbd)$/i

/** A word by which a tool says that it does not know the severity. */
export const isUnrated = (value: JsonValue | undefined): boolean =>
  scalarsIn(value).some(each => typeof each === 'string' && NOT_RATED.test(each.trim()))

/**
 * A usable score: above 0 and at most 10. Anything else, be it `"undefined"`, 0 or 11, says nothing, and
 * above all not that there is no danger. Of several the greatest
 * counts. Single precision written out has some fifteen decimals (`7.800000190734863`).
 */
export function usableScore(value: JsonValue | undefined): number | null {
  if (typeof value === 'object') {
    const scores = scalarsIn(value).flatMap(each => usableScore(each) ?? [])
    return scores.length === 0 ? null : Math.max(...scores)
  }
  if (typeof value === 'string') return (value.length > SHORT ? readScore : knownScore)(value)
  return typeof value === 'number' && value > 0 && value <= 10 ? value : null
}

/** Longer texts are not remembered. */
const SHORT = 100

function readScore(text: string): number | null {
  const score = /^\s*\+?\d{1,2}(?:\.\d{1,60})?\s*$/.test(text) ? Number(text) : Number.NaN
  return score > 0 && score <= 10 ? score : null
}

const knownScore = remembered(readScore)

/** `9.8/10`, `9.8 (Critical)`, `9,8`, `CVSS:3.1 9.8`. Behind CVSS, what is a version and nothing else is no score. */
const WRITTEN_SCORE =
  /^(?:cvss\W{0,3}v?(?:2\.0|3\.[01]|4\.0)\W{1,3}|cvss\b(?!\W{0,3}v?(?:2\.0|3\.[01]|4\.0)$)[^\d]{0,10}|(?:base ?)?score\W{1,3})?(\d{1,2}(?:[.,]\d{1,9})?)(?: ?\/ ?10(?:[.,]0)?| out of 10| ?cvss| ?\(.{0,40}\)| [a-z]{3,10})?$/i

/** The scores that a value holds, also as people write them, in order; each above 0 and at most 10. */
export const writtenScores = (value: JsonValue | undefined): readonly number[] =>
  scalarsIn(value).flatMap(each => (typeof each === 'string' ? scoreOfText(each) : usableScore(each)) ?? [])

/** Of a number, or of a vector: results repeat them. Longer texts are not remembered. */
const scoreOfText = (text: string): number | null => (text.length > LONGEST ? writtenScore : knownWritten)(text)
const LONGEST = 200

function writtenScore(text: string): number | null {
  const written = WRITTEN_SCORE.exec(text.trim())?.[1]?.replace(',', '.')
  const score = usableScore(text) ?? usableScore(written) ?? baseScoreOf(text)
  return score === 0 ? null : score
}

const knownWritten = remembered(writtenScore)

/** From here a number is more than mild on a scale of a hundred; what is smaller is mild on any that has it. */
const LEAST_BEYOND = 40
/** What tools write that have no score, and what is zero. */
const NO_SCORE =
  /^(?:|[+-]?[0-9]{1,2}(?:\.[0-9]{1,60})?|-[0-9.]+|undefined|null|nil|none|nan|n\/?a|not[-_ ]applicable|-+)$/i

/**
 * True where a value states a score that cannot be read: on another scale than that from 0 to 10 (`98`), or in a way
 * that nobody writes a score (`9.8.1`, `sev1`). What says that there is none, says nothing: `"undefined"`, `"NaN"`, 0, 11.
 */
export function isScoreUnreadable(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return false
  if (typeof value === 'boolean') return true
  const all = scalarsIn(value)
  // Beside a score in an object stands who gave it.
  const isBare = typeof value === 'string'
  const isLost = (each: string | number): boolean =>
    typeof each === 'number' || /^\s*\+?\d+(?:\.\d+)?\s*$/.test(each)
      ? Number(each) >= LEAST_BEYOND
      : (isBare || /\d/.test(each)) &&
        !NO_SCORE.test(each.trim()) &&
        severityOfWord(each) === null &&
        baseScoreOf(each) === null
  return writtenScores(value).length === 0 && all.some(isLost)
}

/** Bands in which GitHub shows `security-severity`: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
export const severityOfScore = (score: number): KnownSeverity =>
  score >= 9 ? 'critical' : score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low'
