import type { Decision, Outcome } from '../../decision/decision.js'
import { placeRemark } from '../../decision/places/place-advice.js'
import type { Severity } from '../../finding.js'
import { fingerprintIn } from '../../identity/fingerprint.js'
import { safeMessageLine } from '../ground/masks.js'
import { clip, jsonText, visibleLine } from '../ground/visible-text.js'

// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
const SEVERITIES = {
  critical: 'critical',
  high: 'major',
  medium: 'minor',
  low: 'info',
  none: 'info',
  unknown: 'minor'
} as const satisfies Record<Severity, string>

/** What stops the merge is a blocker whatever its severity; what was accepted is information. */
function severityOf(outcome: Outcome): string {
  if (outcome.verdict === 'block') return 'blocker'
  return outcome.reason === 'excepted' || outcome.reason === 'suppressed'
    ? 'info'
    : SEVERITIES[outcome.finding.severity]
}

function entry(outcome: Outcome): object {
  const { finding } = outcome
  const said = clip(visibleLine(safeMessageLine(finding)) || visibleLine(finding.ruleId), 1000)
  const remark = placeRemark(finding)
  const message = remark === null ? said : `${said} (${clip(visibleLine(remark), 1000)})`
  return {
    description: outcome.exception === null ? message : `${message} (exception ${visibleLine(outcome.exception.id)})`,
    check_name: visibleLine(finding.ruleId),
    fingerprint: fingerprintIn(outcome.id),
    severity: severityOf(outcome),
    location: {
      // The format requires a path: a finding without one is shown at the scanner's file.
      path: finding.location?.path ?? finding.sources[0] ?? '.',
      lines: { begin: Math.max(1, finding.location?.startLine ?? 1) }
    }
  }
}

/** GitLab code quality JSON, piece by piece: every finding that is there, fixed ones not. */
export function* gitlabChunks(decision: Decision): Generator<string> {
  yield '['
  let separator = '\n'
  for (const outcome of decision.outcomes) {
    if (outcome.state === 'fixed') continue
    yield separator + jsonText(entry(outcome))
    separator = ',\n'
  }
  yield '\n]\n'
}
