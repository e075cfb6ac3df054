import { configurationError } from '../../core/ground/errors.js'
import { type DecisionRows, rowsOf } from '../../core/history/fleet/rows/rows.js'
import { storedDocuments } from '../../files/decision-files.js'
import type { ParsedArguments } from '../arguments.js'
import { progressOf, type Terminal, tellLine } from '../terminal.js'

/** Decision files between two signs of life. */
const EVERY = 1000

/**
 * The rows of every decision file in the directories that a command names, one after the other, each file once. SARIF that
 * the gate left beside a decision is part of the same run, and passed over. Throws a ConfigurationError where there is no
 * decision.
 */
export function* storedRows(
  { words }: ParsedArguments,
  command: string,
  terminal: Terminal
): Generator<DecisionRows, void> {
  if (words.length === 0)
    throw configurationError(`${command} needs a directory`, 'Give directories with decision files')
  const progress = progressOf(terminal)
  const seen = new Set<string>()
  const documents = storedDocuments(words, terminal.cwd)
  let next = documents.next()
  for (; next.done !== true; next = documents.next()) {
    if (seen.has(next.value.sha256)) continue
    seen.add(next.value.sha256)
    if (seen.size % EVERY === 0) progress(`${seen.size} decisions read`)
    yield rowsOf(next.value)
  }
  progress(null)
  const { ignored } = next.value
  if (ignored.length > 0)
    tellLine(terminal, `${ignored.length} JSON files are neither decisions nor SARIF, such as ${ignored[0]}`)
  if (seen.size === 0)
    throw configurationError(
      `there is no decision file in ${words.join(', ')}`,
      'Keep decision.json of your runs there'
    )
}
