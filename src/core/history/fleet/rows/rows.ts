import type { DecisionDocument } from '../../../../generated/decision.js'
import type { DecisionRow, ExceptionRow, OutcomeRow, ScanRow } from '../../../../generated/rows.js'
import { matchWords } from '../../../exceptions/exception.js'
import { toolKey } from '../../../identity/fingerprint.js'
import { profileOf } from '../../../sarif/tools/registry.js'
import { endOfDay } from '../../../time/calendar.js'
import { storedMatch } from '../../stored.js'
import { type Common, commonColumns, instant, joined, type Own } from './common.js'
import { type FigureColumns, figureColumns, outcomeRow } from './outcome-row.js'
import type { StoredRun } from './stored-run.js'
import type { Table } from './tables.js'
import type { FigureDocument, HeadDocument } from './wanted.js'

/**
 * One decision as rows of the four tables (contract §7): flat, snake case, UTC; null is what is not known. What all rows
 * have in common is kept once: of a million rows, joining objects would take most of the time.
 */
export interface DecisionRows {
  readonly common: Common
  readonly decisions: readonly Own<DecisionRow>[]
  readonly outcomes: readonly Own<OutcomeRow>[]
  readonly exceptions: readonly Own<ExceptionRow>[]
  readonly scans: readonly Own<ScanRow>[]
  /** No table: the rows of outcomes name them. */
  readonly controls: DecisionDocument['controls']
}

/** What figures need of the rows of a decision. */
export interface FigureRows extends Pick<DecisionRows, 'common' | 'decisions' | 'exceptions' | 'scans'> {
  readonly outcomes: readonly FigureColumns[]
}

/** The rows of a decision. */
export function rowsOf(run: StoredRun): DecisionRows {
  return {
    common: commonColumns(run),
    decisions: [decisionRow(run)],
    outcomes: outcomesOf(run.document).map(outcome => outcomeRow(outcome, run.version)),
    exceptions: run.document.exceptions.flatMap(exceptionRows),
    scans: run.document.scans.flatMap(scanRows),
    controls: run.document.controls
  }
}

/** The same as far as figures need them. */
export function figureRowsOf(run: StoredRun<FigureDocument>): FigureRows {
  return {
    common: commonColumns(run),
    decisions: [decisionRow(run)],
    outcomes: outcomesOf(run.document).map(figureColumns),
    exceptions: run.document.exceptions.flatMap(exceptionRows),
    scans: run.document.scans.flatMap(scanRows)
  }
}

/** One table as NDJSON, a line each row. */
export const ndjsonLines = (rows: DecisionRows, table: Table): Generator<string> => rowLines(rows.common, rows[table])

export function* rowLines(common: Common, rows: readonly object[]): Generator<string> {
  const head = JSON.stringify(common).slice(0, -'}'.length)
  for (const row of rows) yield `${head},${JSON.stringify(row).slice('{'.length)}\n`
}

/** The same as one text: for a decision of ordinary size. */
export const ndjson = (rows: DecisionRows, table: Table): string => [...ndjsonLines(rows, table)].join('')

/** What a run reports, and what it knows from its baseline alone: absent in files of before. */
export const outcomesOf = <Each>(document: {
  readonly outcomes: readonly Each[]
  readonly notLookedFor?: readonly Each[]
}): readonly Each[] =>
  document.notLookedFor === undefined ? document.outcomes : [...document.outcomes, ...document.notLookedFor]

const NO_COUNTS: NonNullable<DecisionDocument['counts']> = {
  block: 0,
  warn: 0,
  pass: 0,
  total: 0,
  excepted: 0,
  suppressed: 0,
  monitored: 0,
  fixed: 0,
  results: 0,
  notFindings: 0
}

export function decisionRow({ document, version }: StoredRun<HeadDocument>): Own<DecisionRow> {
  const { gate, change, verdict, completeness, rollout, problems } = document
  const counts = document.counts ?? NO_COUNTS
  return {
    schema_version: version,
    gate_commit: gate.commit,
    run_id: change.runId,
    base_sha: change.baseSha,
    head_sha: change.headSha,
    scanned_sha: change.scannedSha,
    verdict,
    completeness,
    block: counts.block,
    warn: counts.warn,
    pass: counts.pass,
    total: counts.total,
    excepted: counts.excepted,
    suppressed: counts.suppressed,
    monitored: counts.monitored,
    fixed: counts.fixed,
    results: counts.results,
    would_block: rollout?.wouldBlock ?? null,
    would_warn: rollout?.wouldWarn ?? null,
    problems: problems.length
  }
}

type StoredException = DecisionDocument['exceptions'][number]

export const exceptionRows = (exception: StoredException): readonly Own<ExceptionRow>[] =>
  exception.approvers.length === 0
    ? [exceptionRow(exception, null, 0)]
    : exception.approvers.map((approver, index) => exceptionRow(exception, approver, index))

// One literal: objects into which others are spread took a fourth of all memory that figures over many decisions touched.
function exceptionRow(
  exception: StoredException,
  approver: StoredException['approvers'][number] | null,
  index: number
): Own<ExceptionRow> {
  const { expires } = exception
  const match = storedMatch(exception.match)
  const end = expires === null ? null : endOfDay(expires)
  const at = instant(approver?.at ?? null)
  return {
    exception_id: exception.id,
    status: exception.status,
    source: exception.source,
    finding_id: exception.finding,
    covers: match === null ? null : matchWords(match),
    type: exception.type,
    reason: exception.reason,
    owner: exception.owner,
    ticket: exception.ticket,
    controls: joined(exception.controls, '; '),
    quorum_needed: exception.quorum?.needed ?? null,
    quorum_have: exception.quorum?.have ?? null,
    expires,
    // A date alone lasts to its end (contract §4).
    expires_s: end === null ? instant(expires).seconds : Math.floor(end / 1000),
    problem: exception.problem,
    approver_index: index + 1,
    approver: approver?.login ?? null,
    approved_at: at.text,
    approved_s: at.seconds
  }
}

export function scanRows(scan: DecisionDocument['scans'][number]): readonly Own<ScanRow>[] {
  return (scan.tools.length === 0 ? [null] : scan.tools).map((tool, index) => ({
    scan_id: scan.id,
    category: scan.category ?? (tool === null ? null : (profileOf(tool.name).category ?? null)),
    state: scan.state,
    verdict: scan.verdict,
    reason: scan.reason,
    tool_index: index + 1,
    tool: tool?.name ?? null,
    tool_key: tool === null ? null : toolKey(tool.name),
    tool_version: tool?.version ?? null,
    results: tool?.results ?? null
  }))
}
