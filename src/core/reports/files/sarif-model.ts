import type { Outcome } from '../../decision/decision.js'
import type { KnownSeverity, Severity, State } from '../../finding.js'
import type { JsonObject } from '../../ground/json.js'
import { isScanMissing } from '../../identity/ran.js'
import { uuidOf } from './name-uuid.js'

/** SARIF levels (§3.27.10). An unknown severity stays visible as a warning: `none` would call it harmless. */
export const SARIF_LEVELS = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  none: 'none',
  unknown: 'warning'
} as const satisfies Record<Severity, string>

/** §3.27.24. What is not known to be old is new. */
const BASELINE_STATES = {
  introduced: 'new',
  'newly-disclosed': 'new',
  unknown: 'new',
  existing: 'unchanged',
  fixed: 'absent'
} as const satisfies Record<State, string>

/** What nobody scanned for is kept as it was: the file may be the next baseline, and the tool may run again. */
export const baselineStateOf = ({ state, stateReason }: Pick<Outcome, 'state' | 'stateReason'>): string =>
  state === 'fixed' && isScanMissing(stateReason) ? BASELINE_STATES.existing : BASELINE_STATES[state]

// One score inside each band of code scanning, for findings that have a severity and no score of it:
// https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
const BAND_SCORES: Readonly<Record<KnownSeverity, string | null>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  none: null
}

const band = (score: number): KnownSeverity =>
  score >= 9 ? 'critical' : score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low'

/** `security-severity`: the finding's score, or where score and severity disagree one that shows the severity; null where none is known. */
export function securitySeverity({ severity, score }: Outcome['finding']): string | null {
  const own = score === null ? null : Number.isInteger(score) ? score.toFixed(1) : String(score)
  if (severity === 'unknown') return own
  return score !== null && band(score) === severity ? own : BAND_SCORES[severity]
}

/** A guid that is the same for the same finding (§3.5.3 asks for the form of RFC 4122; this is its name-based one). */
export const guidOf = (fingerprint: string): string | null =>
  /^[0-9a-f]{32}$/.test(fingerprint) ? uuidOf(fingerprint) : null

/** The object without members that are null: in SARIF an unknown property is absent. Called some ten times a finding. */
export function compact(object: JsonObject): JsonObject {
  const whole: Record<string, JsonObject[string]> = {}
  for (const name in object) {
    const value = object[name]
    if (value !== null && value !== undefined) whole[name] = value
  }
  return whole
}
