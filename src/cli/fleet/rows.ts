import { configurationError } from '../../core/ground/errors.js'
import { rowsOf } from '../../core/history/fleet/rows/rows.js'
import type { StoredRun } from '../../core/history/fleet/rows/stored-run.js'
import { type RunsFor, tableLines } from '../../core/history/fleet/rows/table-lines.js'
import { TABLES, type Table } from '../../core/history/fleet/rows/tables.js'
import { wholeReader } from '../../core/history/fleet/rows/wanted.js'
import { ocsfLines } from '../../core/reports/files/siem/ocsf.js'
import { oneOfHint } from '../../core/yaml/nearest.js'
import { EXIT } from '../../gate/exit-codes.js'
import { type Flags, flagValue, type ParsedArguments } from '../arguments.js'
import type { CliCommand } from '../command.js'
import { oneFormat } from '../commands/format-flag.js'
import type { Terminal } from '../terminal.js'
import { storedRuns } from './stored-runs.js'

const FORMATS = ['ndjson', 'ocsf'] as const
const FLAGS = {
  table: { value: 'TABLE', help: `one of ${TABLES.join(', ')}` },
  format: {
    value: 'FORMAT',
    help: 'ndjson: the table; ocsf: findings, controls and verdicts as events for a SIEM, no table'
  }
} as const satisfies Flags

/**
 * Characters that are gathered before they are written: a line at a time would take a call each, and of a megabyte most would
 * have been moved to where the collector seldom looks.
 */
const PIECE = 1 << 16

/** `rows DIR…`: decision files as one flat table for a warehouse, NDJSON on standard output. */
export const rowsCommand: CliCommand = {
  words: 'DIR…',
  flags: FLAGS,
  async run(args, terminal) {
    let text = ''
    for (const lines of linesAskedFor(args, terminal)) {
      for (const line of lines) text += line
      if (text.length < PIECE) continue
      await terminal.out(text)
      text = ''
    }
    await terminal.out(text)
    return EXIT.pass
  }
}

/** The lines of one run after those of the other. */
function linesAskedFor(args: ParsedArguments, terminal: Terminal): Iterable<Iterable<string>> {
  const named = flagValue(args, 'table')
  const runs: RunsFor = read => storedRuns(args, 'rows', terminal, read)
  if (oneFormat(args, FORMATS) === 'ndjson') return tableLines(tableOf(named), runs)
  if (named === null) return ocsfOf(runs(wholeReader))
  throw configurationError('--format ocsf has no tables', 'Leave --table out')
}

function* ocsfOf(runs: Iterable<StoredRun>): Generator<Iterable<string>> {
  for (const run of runs) yield ocsfLines(rowsOf(run))
}

function tableOf(text: string | null): Table {
  const table = TABLES.find(each => each === text)
  if (table !== undefined) return table
  const problem = text === null ? 'rows needs a table' : `There is no table ${text}`
  throw configurationError(problem, text === null ? `Write --table ${TABLES.join('|')}` : oneOfHint(text, TABLES))
}
