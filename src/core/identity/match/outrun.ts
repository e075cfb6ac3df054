import type { FileTexts, Lines } from './content.js'
import { comparedLine, weight } from './content.js'
import type { Entry } from './entry.js'

/** A snippet that says less than this may stand anywhere. */
const TELLING = 8
/** So many lines are compared with snippets for one file: a hostile file must not stall the gate. */
const MOST_COMPARED = 2_000_000

/**
 * Findings of a baseline whose lines are not those of the base, and the lines at which their texts stand there; null
 * where nothing shows one. That the base moved on since the baseline was made is proven where what the scanner saw at
 * a line is another text than the base has there, and stands in the base elsewhere. Of a tool whose snippets are not the
 * texts at its lines in the scanned file either, it proves nothing.
 */
export function outrun(
  base: readonly Entry[],
  head: readonly Entry[],
  texts: FileTexts
): ReadonlyMap<Entry, number> | null {
  if (texts.base === null || texts.edits === null) return null
  const strays = base.filter(isAstray)
  if (strays.length === 0) return null
  const exact = exactTools(head)
  const groups = groupsOf(strays.filter(({ finding }) => exact.has(finding.tool)))
  if (groups.size === 0) return null
  const written = writtenIn(texts.base)
  if (groups.size * written.length > MOST_COMPARED) return null
  const lines = new Map<Entry, number>()
  for (const [snippet, entries] of groups) {
    const taken = new Set(base.filter(entry => entry.source !== null && saysSo(entry, entries)).map(({ line }) => line))
    const free = linesWith(snippet.split('\n'), written).filter(line => !taken.has(line))
    nearest(entries, free).forEach((line, index) => {
      const entry = entries[index]
      if (entry !== undefined) lines.set(entry, line)
    })
  }
  return lines.size === 0 ? null : lines
}

/** Whether the text at its line is another one than the scanner saw there, or there is no such line. */
const isAstray = ({ kind, line, source, finding: { clues } }: Entry): boolean =>
  kind === 'code' && line > 0 && source === null && clues.snippet !== null

const saysSo = ({ scope, finding }: Entry, [like]: readonly Entry[]): boolean =>
  scope === like?.scope && finding.clues.snippet === like.finding.clues.snippet

/** Tools whose snippets all are the texts at their lines. */
function exactTools(head: readonly Entry[]): ReadonlySet<string> {
  const shown = head.filter(({ kind, line, finding }) => kind === 'code' && line > 0 && finding.clues.snippet !== null)
  const others = new Set(shown.filter(isAstray).map(({ finding }) => finding.tool))
  return new Set(shown.map(({ finding }) => finding.tool).filter(tool => !others.has(tool)))
}

/** Findings of one rule with one text, by that text. */
function groupsOf(strays: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>()
  for (const entry of strays) {
    const snippet = squeezed(entry.finding.clues.snippet ?? '')
    if (weight(snippet) < TELLING) continue
    const key = `${snippet}\0${entry.scope}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [entry])
    else group.push(entry)
  }
  return new Map([...groups].map(([key, entries]) => [key.slice(0, key.indexOf('\0')), entries]))
}

const squeezed = (snippet: string): string =>
  snippet
    .split(/\r\n|\n|\r/)
    .map(line => line.replace(/\s+/g, ''))
    .filter(line => line !== '')
    .join('\n')

/** A line with something on it. */
interface FilledLine {
  readonly line: number
  readonly text: string
}

const writtenIn = (lines: Lines): readonly FilledLine[] =>
  lines.raw
    .map((_, index) => ({ line: index + 1, text: comparedLine(lines, index + 1) }))
    .filter(({ text }) => text !== '')

/** Where the text stands, which may begin and end within lines. */
function linesWith(snippet: readonly string[], written: readonly FilledLine[]): readonly number[] {
  const last = snippet.length - 1
  const has = (text: string, index: number): boolean => {
    const wanted = snippet[index] ?? ''
    if (last === 0) return text.includes(wanted)
    if (index === 0) return text.endsWith(wanted)
    return index === last ? text.startsWith(wanted) : text === wanted
  }
  return written.flatMap(({ line }, at) =>
    snippet.every((_, index) => has(written[at + index]?.text ?? '', index)) ? [line] : []
  )
}

/** A line for each finding as far as they go, in their order: the nearest that leaves enough for those after it. */
function nearest(entries: readonly Entry[], lines: readonly number[]): readonly number[] {
  const found: number[] = []
  let next = 0
  for (const [index, { line }] of entries.entries()) {
    const last = lines.length - (entries.length - index)
    const away = (at: number): number => Math.abs((lines[at] ?? Number.POSITIVE_INFINITY) - line)
    let best = next
    while (best < last && away(best + 1) < away(best)) best++
    const taken = lines[best]
    if (taken === undefined) break
    found.push(taken)
    next = best + 1
  }
  return found
}
