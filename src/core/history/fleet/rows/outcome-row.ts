import type { OutcomeRow } from '../../../../generated/rows.js'
import { toolKey } from '../../../identity/fingerprint.js'
import { isNotLookedFor } from '../../../identity/ran.js'
import { instant, joined, type Own } from './common.js'
import type { StoredRun } from './stored-run.js'
import type { FigureOutcome, RowOutcome } from './wanted.js'

/** What is said of a finding of the baseline that nobody looked for. */
const UNSEEN = { reason: 'no-rule', state: 'unknown' } as const

/** The columns of a finding in a run on which figures rest. */
export type FigureColumns = Pick<
  OutcomeRow,
  | (
      | 'finding_id'
      | 'is_open'
      | 'was_looked_for'
      | 'tool_key'
      | 'category'
      | 'severity'
      | 'tier'
      | 'exposure'
      | 'owners'
    )
  | ('state' | 'fix_available' | 'first_detected_s' | 'verdict' | 'reason' | 'blocked_by_rule' | 'sla_due_s')
>

export function figureColumns(outcome: FigureOutcome): FigureColumns {
  const { finding, sla } = outcome
  const wasLookedFor = !isNotLookedFor(finding.stateReason)
  // Files of before call it fixed.
  const { reason, state } = wasLookedFor ? { reason: outcome.reason, state: finding.state } : UNSEEN
  return {
    finding_id: finding.id,
    // What nobody looked for is there until somebody has looked.
    is_open: reason !== 'fixed',
    was_looked_for: wasLookedFor,
    tool_key: toolKey(finding.tool),
    category: finding.category,
    severity: finding.severity,
    tier: finding.tier,
    exposure: finding.exposure,
    owners: joined(finding.owners),
    state,
    fix_available: finding.fixAvailable,
    first_detected_s: instant(finding.firstDetected).seconds,
    verdict: outcome.verdict,
    reason,
    blocked_by_rule: outcome.rules.some(({ verdict }) => verdict === 'block'),
    sla_due_s: instant(sla === null ? null : sla.due).seconds
  }
}

/** The row of one finding in one decision. */
export function outcomeRow(outcome: RowOutcome, version: StoredRun['version']): Own<OutcomeRow> {
  const { finding, sla, exception } = outcome
  const told = figureColumns(outcome)
  return {
    finding_id: told.finding_id,
    is_open: told.is_open,
    was_looked_for: told.was_looked_for,
    tool: finding.tool,
    tool_key: told.tool_key,
    tool_version: finding.toolVersion,
    rule_id: finding.ruleId,
    category: told.category,
    severity: told.severity,
    severity_source: finding.severitySource,
    score: finding.score,
    message: finding.message,
    path: finding.location?.path ?? null,
    start_line: finding.location?.startLine ?? null,
    claimed_place: finding.claimedPlace,
    place_problem: finding.placeProblem,
    asset: finding.asset,
    tier: told.tier,
    exposure: told.exposure,
    owners: told.owners,
    state: told.state,
    in_diff: finding.inDiff,
    identifiers: joined(finding.identifiers),
    package_purl: finding.package?.purl ?? null,
    package_name: finding.package?.name ?? null,
    package_version: finding.package?.version ?? null,
    fixed_version: finding.package?.fixedVersion ?? null,
    fix_available: told.fix_available,
    kev: finding.kev,
    epss: finding.epss,
    reachability: finding.reachability,
    // The first version told of no malware; that there is none, it did not say.
    malware: finding.malware || (version === 1 ? null : false),
    first_detected: instant(finding.firstDetected).text,
    first_detected_s: told.first_detected_s,
    verdict: told.verdict,
    reason: told.reason,
    rules: joined(outcome.rules.map(({ id }) => id)),
    controls: joined(outcome.controls),
    blocked_by_rule: told.blocked_by_rule,
    would: outcome.would,
    sla_due: instant(sla === null ? null : sla.due).text,
    sla_due_s: told.sla_due_s,
    sla_status: sla === null ? null : sla.status,
    exception_id: exception === null ? null : exception.id,
    exception_expires: exception === null ? null : exception.expires
  }
}
