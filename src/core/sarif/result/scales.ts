import { type KnownSeverity, severityRank } from '../../finding.js'
import { type JsonValue, scalarsIn } from '../../ground/json.js'

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

/** The severity that a word stands for, or null; of several in a list or an object the gravest. */
export function severityOfWord(value: JsonValue | undefined): KnownSeverity | null {
  if (typeof value === 'object') return gravest(scalarsIn(value).flatMap(each => severityOfWord(each) ?? []))
  if (typeof value !== 'string' || value.length > 40) return null
  const word = value.trim().toLowerCase()
  return Object.hasOwn(WORDS, word) ? (WORDS[word] ?? null) : null
}

/**
 * A usable score: above 0 and at most 10. Anything else, be it `"undefined"`, `"9,8"`, 0 or 11, says nothing, and
 * above all not that there is no danger. Of several the greatest
 * counts. Single precision written out has some fifteen decimals (`7.800000190734863`).
 */
export function usableScore(value: JsonValue | undefined): number | null {
  if (typeof value === 'object') {
    const scores = scalarsIn(value).flatMap(each => usableScore(each) ?? [])
    return scores.length === 0 ? null : Math.max(...scores)
  }
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
