import { type Terminal, tellLine } from './terminal.js'

/** Files of a directory of decisions that are none, and no SARIF either. */
export function tellIgnored(ignored: readonly string[], terminal: Pick<Terminal, 'err'>): void {
  const [first] = ignored
  if (first === undefined) return
  const files = ignored.length === 1 ? '1 JSON file is' : `${ignored.length} JSON files are`
  tellLine(terminal, `${files} neither a decision nor SARIF, such as ${first}`)
}
