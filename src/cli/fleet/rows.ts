import { configurationError } from '../../core/ground/errors.js'
import { type DecisionRows, ndjsonLines, TABLES, type Table } from '../../core/history/fleet/rows/rows.js'
import { ocsfLines } from '../../core/reports/files/siem/ocsf.js'
import { oneOfHint } from '../../core/yaml/nearest.js'
import { EXIT } from '../../gate/exit-codes.js'
import { type Flags, flagValue, type ParsedArguments } from '../arguments.js'
import type { CliCommand } from '../command.js'
import { oneFormat } from '../commands/format-flag.js'
import { storedRows } from './stored-rows.js'

const FORMATS = ['ndjson', 'ocsf'] as const
const FLAGS = {
  table: { value: 'TABLE', help: `one of ${TABLES.join(', ')}` },
  format: {
    value: 'FORMAT',
    help: 'ndjson: the table; ocsf: findings, controls and verdicts as events for a SIEM, no table'
  }
} as const satisfies Flags

/** Characters that are gathered before they are written: a line at a time would take a call each. */
const PIECE = 1 << 20

/** `rows DIR…`: decision files as one flat table for a warehouse, NDJSON on standard output. */
export const rowsCommand: CliCommand = {
  words: 'DIR…',
  flags: FLAGS,
  async run(args, terminal) {
    const linesOf = linesAskedFor(args)
    let text = ''
    for (const rows of storedRows(args, 'rows', terminal)) {
      for (const line of linesOf(rows)) text += line
      if (text.length < PIECE) continue
      await terminal.out(text)
      text = ''
    }
    await terminal.out(text)
    return EXIT.pass
  }
}

function linesAskedFor(args: ParsedArguments): (rows: DecisionRows) => Iterable<string> {
  const named = flagValue(args, 'table')
  if (oneFormat(args, FORMATS) === 'ocsf') {
    if (named === null) return ocsfLines
    throw configurationError('--format ocsf has no tables', 'Leave --table out')
  }
  const table = tableOf(named)
  return rows => ndjsonLines(rows, table)
}

function tableOf(text: string | null): Table {
  const table = TABLES.find(each => each === text)
  if (table !== undefined) return table
  const problem = text === null ? 'rows needs a table' : `There is no table ${text}`
  throw configurationError(problem, text === null ? `Write --table ${TABLES.join('|')}` : oneOfHint(text, TABLES))
}
