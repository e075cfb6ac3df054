// Mutants that no test can tell from the code, each with the reason, in `equivalent.json`.
import { readFileSync } from 'node:fs'

/** One entry: in `file` the line `line` (trimmed), where `code` became `mutant`; `why` it makes no difference. */
export const equivalents = () => JSON.parse(readFileSync(new URL('./equivalent.json', import.meta.url), 'utf8'))

/** What names a mutant, whatever else of the file has moved. */
export const keyOf = ({ file, line, code, mutant }) => JSON.stringify([file, line, code, mutant])

/** Which of `mutants` are known to be equivalent, and which entries about `files` name no mutant (any more). */
export function known(mutants, files, entries = equivalents()) {
  const keys = new Set(entries.map(keyOf))
  const ids = new Set()
  const met = new Set()
  for (const { id, file, line, code, replacement } of mutants) {
    const key = keyOf({ file, line, code, mutant: replacement })
    if (!keys.has(key)) continue
    ids.add(id)
    met.add(key)
  }
  return { ids, stale: entries.filter(entry => files.includes(entry.file) && !met.has(keyOf(entry))) }
}
