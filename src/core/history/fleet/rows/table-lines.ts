import type { DecisionDocument } from '../../../../generated/decision.js'
import { commonColumns } from './common.js'
import { outcomeRow } from './outcome-row.js'
import { decisionRow, exceptionRows, outcomesOf, rowLines, scanRows } from './rows.js'
import type { StoredRun } from './stored-run.js'
import type { Table } from './tables.js'
import { type HeadDocument, type QuickReader, tableReader } from './wanted.js'

/** Stored runs one after the other, as far as `read` wants them. */
export type RunsFor = <Document>(read: QuickReader<Document>) => Iterable<StoredRun<Document | DecisionDocument>>

/** One table of many runs as NDJSON, the lines of one run after those of the other. */
export function tableLines(table: Table, runs: RunsFor): Iterable<Iterable<string>> {
  switch (table) {
    case 'decisions':
      return linesOfRuns(runs(tableReader('decisions')), run => [decisionRow(run)])
    case 'outcomes':
      return linesOfRuns(runs(tableReader('outcomes')), ({ document, version }) =>
        outcomesOf(document).map(outcome => outcomeRow(outcome, version))
      )
    case 'exceptions':
      return linesOfRuns(runs(tableReader('exceptions')), ({ document }) => document.exceptions.flatMap(exceptionRows))
    case 'scans':
      return linesOfRuns(runs(tableReader('scans')), ({ document }) => document.scans.flatMap(scanRows))
    default:
      return table satisfies never
  }
}

function* linesOfRuns<Run extends StoredRun<HeadDocument>>(
  runs: Iterable<Run>,
  rows: (run: Run) => readonly object[]
): Generator<Iterable<string>> {
  for (const run of runs) yield rowLines(commonColumns(run), rows(run))
}
