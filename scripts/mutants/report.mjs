// What came of the mutants, in lines: a table by file, and each survivor as path:line:column.

const short = text => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 90 ? `${line.slice(0, 89)}…` : line
}

const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

/** How many of `results` are killed, out of those that are not known to be equivalent. */
export function score(results) {
  const counted = results.filter(({ outcome }) => outcome !== 'equivalent')
  const killed = counted.filter(({ outcome }) => outcome === 'killed' || outcome === 'endless')
  return { killed: killed.length, counted: counted.length, share: counted.length ? killed.length / counted.length : 1 }
}

/** The report as text. */
export function report(results) {
  const files = grouped(results)
  const rows = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, own]) => [file, own])
  const survivors = results.filter(({ outcome }) => outcome === 'survived' || outcome === 'no test')
  const width = Math.max(...rows.map(([file]) => file.length), 5)
  return [
    ...survivors
      .sort((a, b) => (a.file === b.file ? a.row - b.row || a.column - b.column : a.file < b.file ? -1 : 1))
      .map(
        ({ file, row, column, kind, code, replacement, outcome }) =>
          `${file}:${row}:${column}: ${outcome}, ${kind}: ${short(code)} → ${short(replacement)}`
      ),
    '',
    `${'file'.padEnd(width)}  killed       %  survived  no test  endless  equivalent`,
    ...rows.map(([file, own]) => line(file.padEnd(width), own)),
    line('all'.padEnd(width), results)
  ].join('\n')
}

function line(title, results) {
  const { killed, counted } = score(results)
  const count = name => results.filter(({ outcome }) => outcome === name).length
  return [
    title,
    `${killed}/${counted}`.padStart(7),
    percent(killed, counted).padStart(8),
    String(count('survived')).padStart(8),
    String(count('no test')).padStart(7),
    String(count('endless')).padStart(7),
    String(count('equivalent')).padStart(10)
  ].join('  ')
}

function grouped(results) {
  const files = new Map()
  for (const result of results) files.set(result.file, [...(files.get(result.file) ?? []), result])
  return files
}
