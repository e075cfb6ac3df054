import type { Finding, Outcome } from '../../../../generated/decision.js'
import type { OutcomeRow } from '../../../../generated/rows.js'
import { toolKey } from '../../../identity/fingerprint.js'
import { isNotLookedFor } from '../../../identity/ran.js'
import { type Common, instant, joined } from './common.js'
import type { StoredRun } from './stored-run.js'

type JudgementColumns = Pick<
  OutcomeRow,
  Exclude<keyof OutcomeRow, keyof Common | keyof ReturnType<typeof toolColumns> | keyof ReturnType<typeof factColumns>>
>

/** The row of one finding in one decision. */
export function outcomeRow(outcome: Outcome, version: StoredRun['version'], common: Common): OutcomeRow {
  const { finding } = outcome
  return { ...common, ...judgementColumns(outcome), ...toolColumns(finding), ...factColumns(finding, version) }
}

function judgementColumns({ finding, ...outcome }: Outcome): JudgementColumns {
  const wasLookedFor = !isNotLookedFor(finding.stateReason)
  const due = instant(outcome.sla?.due ?? null)
  return {
    finding_id: finding.id,
    // What nobody looked for is there until somebody has looked.
    is_open: outcome.reason !== 'fixed' || !wasLookedFor,
    was_looked_for: wasLookedFor,
    state: finding.state,
    verdict: outcome.verdict,
    reason: outcome.reason,
    rules: joined(outcome.rules.map(({ id }) => id)),
    controls: joined(outcome.controls),
    blocked_by_rule: outcome.rules.some(({ verdict }) => verdict === 'block'),
    would: outcome.would,
    sla_due: due.text,
    sla_due_s: due.seconds,
    sla_status: outcome.sla?.status ?? null,
    exception_id: outcome.exception?.id ?? null,
    exception_expires: outcome.exception?.expires ?? null
  }
}

function toolColumns(finding: Finding) {
  return {
    tool: finding.tool,
    tool_key: toolKey(finding.tool),
    tool_version: finding.toolVersion,
    rule_id: finding.ruleId,
    category: finding.category,
    severity: finding.severity,
    severity_source: finding.severitySource,
    score: finding.score,
    message: finding.message,
    identifiers: joined(finding.identifiers)
  } satisfies Partial<OutcomeRow>
}

function factColumns(finding: Finding, version: StoredRun['version']) {
  const first = instant(finding.firstDetected)
  return {
    path: finding.location?.path ?? null,
    start_line: finding.location?.startLine ?? null,
    asset: finding.asset,
    tier: finding.tier,
    exposure: finding.exposure,
    owners: joined(finding.owners),
    in_diff: finding.inDiff,
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
    first_detected_s: first.seconds
  } satisfies Partial<OutcomeRow>
}
