import type { Outcome } from '../../../../generated/decision.js'
import type { OutcomeRow } from '../../../../generated/rows.js'
import { toolKey } from '../../../identity/fingerprint.js'
import { isNotLookedFor } from '../../../identity/ran.js'
import { instant, joined, type Own } from './common.js'
import type { StoredRun } from './stored-run.js'

/** What is said of a finding of the baseline that nobody looked for. */
const UNSEEN = { reason: 'no-rule', state: 'unknown' } as const

/** The row of one finding in one decision. */
export function outcomeRow(outcome: Outcome, version: StoredRun['version']): Own<OutcomeRow> {
  const { finding, sla, exception } = outcome
  const wasLookedFor = !isNotLookedFor(finding.stateReason)
  // Files of before call it fixed.
  const { reason, state } = wasLookedFor ? { ...outcome, state: finding.state } : UNSEEN
  const due = instant(sla === null ? null : sla.due)
  const first = instant(finding.firstDetected)
  return {
    finding_id: finding.id,
    // What nobody looked for is there until somebody has looked.
    is_open: reason !== 'fixed',
    was_looked_for: wasLookedFor,
    tool: finding.tool,
    tool_key: toolKey(finding.tool),
    tool_version: finding.toolVersion,
    rule_id: finding.ruleId,
    category: finding.category,
    severity: finding.severity,
    severity_source: finding.severitySource,
    score: finding.score,
    message: finding.message,
    path: finding.location?.path ?? null,
    start_line: finding.location?.startLine ?? null,
    claimed_place: finding.claimedPlace,
    place_problem: finding.placeProblem,
    asset: finding.asset,
    tier: finding.tier,
    exposure: finding.exposure,
    owners: joined(finding.owners),
    state,
    in_diff: finding.inDiff,
    identifiers: joined(finding.identifiers),
    package_purl: finding.package?.purl ?? null,
    package_name: finding.package?.name ?? null,
    package_version: finding.package?.version ?? null,
    fixed_version: finding.package?.fixedVersion ?? null,
    fix_available: finding.fixAvailable,
    kev: finding.kev,
    epss: finding.epss,
    reachability: finding.reachability,
    // The first version told of no malware; that there is none, it did not say.
    malware: finding.malware || (version === 1 ? null : false),
    first_detected: first.text,
    first_detected_s: first.seconds,
    verdict: outcome.verdict,
    reason,
    rules: joined(outcome.rules.map(({ id }) => id)),
    controls: joined(outcome.controls),
    blocked_by_rule: outcome.rules.some(({ verdict }) => verdict === 'block'),
    would: outcome.would,
    sla_due: due.text,
    sla_due_s: due.seconds,
    sla_status: sla === null ? null : sla.status,
    exception_id: exception === null ? null : exception.id,
    exception_expires: exception === null ? null : exception.expires
  }
}
