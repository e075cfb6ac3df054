import { configurationError } from '../../core/ground/errors.js'
import { ndjson, TABLES, type Table } from '../../core/history/fleet/rows/rows.js'
import { oneOfHint } from '../../core/yaml/nearest.js'
import { EXIT } from '../../gate/exit-codes.js'
import { type Flags, flagValue } from '../arguments.js'
import type { CliCommand } from '../command.js'
import { storedRows } from './stored-rows.js'

const FLAGS = {
  table: { value: 'TABLE', help: `one of ${TABLES.join(', ')}` }
} as const satisfies Flags

/** Characters that are gathered before they are written: a line at a time would take a call each. */
const PIECE = 1 << 20

/** `rows DIR…`: decision files as one flat table for a warehouse, NDJSON on standard output. */
export const rowsCommand: CliCommand = {
  summary: 'Turn decision files into flat tables',
  words: 'DIR…',
  flags: FLAGS,
  async run(args, terminal) {
    const table = tableOf(flagValue(args, 'table'))
    let text = ''
    for (const rows of storedRows(args, 'rows', terminal)) {
      text += ndjson(rows, table)
      if (text.length < PIECE) continue
      await terminal.out(text)
      text = ''
    }
    await terminal.out(text)
    return EXIT.pass
  }
}

function tableOf(text: string | null): Table {
  const table = TABLES.find(each => each === text)
  if (table !== undefined) return table
  const problem = text === null ? 'rows needs a table' : `There is no table ${text}`
  throw configurationError(problem, text === null ? `Write --table ${TABLES.join('|')}` : oneOfHint(text, TABLES))
}
