import { configurationError } from '../../core/ground/errors.js'
import type { StoredRun } from '../../core/history/fleet/rows/stored-run.js'
import type { QuickReader } from '../../core/history/fleet/rows/wanted.js'
import { partsOfDocuments } from '../../files/decisions/decision-files.js'
import type { DecisionDocument } from '../../generated/decision.js'
import type { ParsedArguments } from '../arguments.js'
import { tellIgnored } from '../tell-ignored.js'
import { progressOf, type Terminal } from '../terminal.js'

/** Decision files between two signs of life. */
const EVERY = 1000

/**
 * The runs of which decision files tell in the directories that a command names, one after the other, each file once, as far
 * as `read` wants them. SARIF that the gate left beside a decision is part of the same run, and passed over. Throws a
 * ConfigurationError where there is no decision.
 */
export function* storedRuns<Document>(
  { words }: ParsedArguments,
  command: string,
  terminal: Terminal,
  read: QuickReader<Document>
): Generator<StoredRun<Document | DecisionDocument>, void> {
  if (words.length === 0)
    throw configurationError(`${command} needs a directory`, 'Give directories with decision files')
  const progress = progressOf(terminal)
  const seen = new Set<string>()
  const documents = partsOfDocuments(words, terminal.cwd, read)
  let next = documents.next()
  for (; next.done !== true; next = documents.next()) {
    if (seen.has(next.value.sha256)) continue
    seen.add(next.value.sha256)
    if (seen.size % EVERY === 0) progress(`${seen.size} decisions read`)
    yield next.value
  }
  progress(null)
  const { ignored } = next.value
  tellIgnored(ignored, terminal)
  if (seen.size === 0)
    throw configurationError(
      `there is no decision file in ${words.join(', ')}`,
      'Keep decision.json of your runs there'
    )
}
