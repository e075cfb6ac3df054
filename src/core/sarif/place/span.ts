import { compareLocations, type Finding, type Location, type Span } from '../../finding.js'

/** Where each line of a text starts, in every unit that scanners count in. */
interface LineTable {
  readonly text: string
  /** In UTF-16 code units, as the text itself is counted. */
  readonly starts: readonly number[]
  readonly points: readonly number[]
  readonly bytes: readonly number[]
  /** The text is not all that is in the file: what could not be decoded may have had any length. */
  readonly isInexact: boolean
}

/** A position in a text: the line from 1, and where that is in UTF-16 code units. */
interface Position {
  readonly line: number
  readonly index: number
}

type Unit = 'starts' | 'points' | 'bytes'

/** Characters are code points or UTF-16 code units, and few tools say which: both must lead to one place. */
const UNITS: Readonly<Record<Span['unit'], readonly [Unit, ...Unit[]]>> = {
  byte: ['bytes'],
  character: ['starts', 'points']
}

const byteLength = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)

/** How much one character counts in a unit. */
const sizeIn = (unit: Unit, character: string): number =>
  unit === 'starts' ? character.length : unit === 'points' ? 1 : byteLength(character.codePointAt(0) ?? 0)

function tableOf(text: string): LineTable {
  const table = { starts: [0], points: [0], bytes: [0] }
  let [index, points, bytes] = [0, 0, 0]
  for (const character of text) {
    index += character.length
    points += 1
    bytes += sizeIn('bytes', character)
    const isEnd = character === '\n' || (character === '\r' && text.charAt(index) !== '\n')
    if (!isEnd) continue
    table.starts.push(index)
    table.points.push(points)
    table.bytes.push(bytes)
  }
  return { text, ...table, isInexact: text.includes('\ufffd') }
}

/** The index of the last line that starts at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The character at an offset; null where it is beyond the end, or within a character. */
function positionAt(table: LineTable, unit: Unit, offset: number): Position | null {
  const line = lineAt(table[unit], offset)
  let index = table.starts[line] ?? 0
  let counted = table[unit][line] ?? 0
  while (counted < offset && index < table.text.length) {
    const character = String.fromCodePoint(table.text.codePointAt(index) ?? 0)
    index += character.length
    counted += sizeIn(unit, character)
  }
  return counted === offset && index < table.text.length ? { line: line + 1, index } : null
}

const unspaced = (text: string): string => text.replace(/\s+/g, '')

/** Whether the scanner saw what stands there: what it quotes may be cut, and a stretch without a length is its start. */
function isQuoted(table: LineTable, { quoted }: Span, from: number, to: number): boolean {
  if (quoted === null) return true
  const seen = unspaced(quoted)
  const there = unspaced(table.text.slice(from, Math.max(to, from + quoted.length)))
  return there.startsWith(seen) || (to > from && seen.startsWith(unspaced(table.text.slice(from, to))))
}

function regionBy(table: LineTable, span: Span, unit: Unit): Omit<Location, 'path'> | null {
  const start = positionAt(table, unit, span.offset)
  const last = span.length === 0 ? start : positionAt(table, unit, span.offset + span.length - 1)
  if (start === null || last === null) return null
  const width = String.fromCodePoint(table.text.codePointAt(last.index) ?? 0).length
  const to = span.length === 0 ? start.index : last.index + width
  if (!isQuoted(table, span, start.index, to)) return null
  const columnOf = ({ line, index }: Position): number => index - (table.starts[line - 1] ?? 0) + 1
  return {
    startLine: start.line,
    startColumn: columnOf(start),
    endLine: last.line,
    endColumn: span.length === 0 ? null : columnOf(last) + width
  }
}

const NO_LINES = { startLine: null, startColumn: null, endLine: null, endColumn: null } as const

function regionOfSpan(table: LineTable | null, span: Span): Omit<Location, 'path'> {
  if (table === null || table.isInexact) return NO_LINES
  const [first, ...others] = UNITS[span.unit].map(unit => regionBy(table, span, unit))
  if (first === undefined || first === null) return NO_LINES
  const { startLine, endLine } = first
  if (others.some(other => other?.startLine !== startLine || other.endLine !== endLine)) return NO_LINES
  const isOnePlace = others.every(
    other => other?.startColumn === first.startColumn && other.endColumn === first.endColumn
  )
  return isOnePlace ? first : { ...first, startColumn: null, endColumn: null }
}

/**
 * Gives findings lines where their scanner only counted from the start of the file, by the text that it saw. Without the
 * text, or where the text cannot be what it saw, the place is the file. `textOf` is asked once for each file.
 */
export function spanReader(textOf: (path: string) => string | null): (finding: Finding) => Finding {
  const tables = new Map<string, LineTable | null>()
  const tableFor = (path: string): LineTable | null => {
    const known = tables.get(path)
    if (known !== undefined) return known
    const text = textOf(path)
    const table = text === null ? null : tableOf(text)
    tables.set(path, table)
    return table
  }
  const located = (location: Location): Location =>
    location.span === undefined
      ? location
      : { path: location.path, ...regionOfSpan(tableFor(location.path), location.span) }
  return finding => {
    const { location, otherLocations } = finding
    const isCounted = location?.span !== undefined || otherLocations?.some(({ span }) => span !== undefined)
    if (location === null || !isCounted) return finding
    const lead = located(location)
    const others = otherLocations?.map(located).sort(compareLocations)
    const apart = others?.filter(
      (other, at) => compareLocations(other, lead) !== 0 && compareLocations(other, others[at - 1] ?? lead) !== 0
    )
    const { otherLocations: _, ...rest } = finding
    return { ...rest, location: lead, ...(apart === undefined || apart.length === 0 ? {} : { otherLocations: apart }) }
  }
}
