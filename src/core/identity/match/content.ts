import { hash } from 'node:crypto'
import type { Diff, DiffFile, Edit } from '../../change/change.js'
import { fileIn } from '../../change/diff.js'
import { baseLines, toHeadLine } from '../../change/edits.js'
import type { Location } from '../../finding.js'

/**
 * The two texts of one file, as far as they are known, with the lines in the form in which they are compared: without
 * any white space, so that indentation and line endings do not count. Lives as long as its file is being matched.
 */
export interface FileTexts {
  readonly head: Lines | null
  readonly base: Lines | null
  /** How lines of the base are followed to the head: none where the change does not touch them, null where nobody knows. */
  readonly edits: readonly Edit[] | null
}

/** Raw lines, and their compared form, filled as it is asked for. */
export interface Lines {
  readonly raw: readonly string[]
  readonly compared: (string | undefined)[]
  /** Hashes of long lines, of which findings without a column may stand anywhere. */
  readonly hashes: Map<number, string>
}

/** Lines longer than this (minified code) are compared by the part around the column. */
const LONG_LINE = 400
const AROUND_COLUMN = 120
/** Regions are told apart by their first lines: the rest of a long one may change freely. */
const REGION_LINES = 3
/** With fewer letters and digits than this a line says too little, and its neighbours are taken in. */
const WEAK = 8
const CONTEXT_REACH = 4

/** Texts of a head file and, by applying the diff backwards, of the same file at the base. */
export function fileTexts(path: string, diff: Diff | null, readSource: (path: string) => string | null): FileTexts {
  const file = diff === null ? null : (fileIn(diff, path) ?? null)
  const text = file?.change === 'deleted' ? null : readSource(path)
  const head = text === null ? null : toLines(splitLines(text))
  const edits = editsOf(file, diff)
  if (file?.change === 'deleted') return { head, base: deletedLines(file), edits }
  if (head === null || edits === null) return { head, base: null, edits }
  return { head, base: edits.length === 0 ? head : toLines(baseLines(head.raw, edits)), edits }
}

/** What became of the lines of a file: nothing where the change does not touch it, null where nobody knows. */
function editsOf(file: DiffFile | null, diff: Diff | null): readonly Edit[] | null {
  if (file === null) return diff?.complete === true ? [] : null
  return file.change === 'added' ? null : file.edits
}

/** All lines of a file that the change deletes, or null where the diff does not hold them. */
export function deletedLines(file: DiffFile): Lines | null {
  const removed = file.edits?.flatMap(edit => edit.removed) ?? []
  return removed.length === 0 ? null : toLines(removed)
}

/** Lines of a text, whatever ends them. */
export const splitLines = (text: string): readonly string[] => text.split(/\r\n|\n|\r/)

/** How many lines the text has at most: some scanners count more ends of lines than we do. */
export const mostLines = ({ raw }: Lines): number =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that some scanners count.
  raw.length + raw.reduce((more, line) => more + (line.match(/[\v\f\x1c-\x1e\u0085\u2028\u2029]/g)?.length ?? 0), 0)

export const toLines = (raw: readonly string[]): Lines => ({ raw, compared: [], hashes: new Map() })

/** The head line of a base line: null where the line is gone, undefined where that is not known. */
export function followLine({ edits }: FileTexts, baseLine: number): number | null | undefined {
  return edits === null ? undefined : toHeadLine(edits, baseLine)
}

/** One line without white space; empty outside of the file. Lines count from 1. */
export function comparedLine(lines: Lines, line: number): string {
  const known = lines.compared[line - 1]
  if (known !== undefined) return known
  const value = (lines.raw[line - 1] ?? '').replace(/\s+/g, '')
  lines.compared[line - 1] = value
  return value
}

/** Letters, digits and underscores: how much a line says. */
export const weight = (text: string): number => text.length - text.replace(/[\p{L}\p{N}_]/gu, '').length

/**
 * What stands at the place: the first lines of its region, and the lines around it while it says too little, such as
 * a lone bracket. Null where the file has no such line: then it is not the file that was scanned.
 */
export function contentAt(lines: Lines, location: Location): string | null {
  const first = location.startLine
  if (first === null) return ''
  const raw = lines.raw[first - 1]
  if (raw === undefined) return null
  if (raw.length > LONG_LINE) {
    return location.startColumn === null ? hashOfLine(lines, first) : aroundColumn(raw, location.startColumn)
  }
  const last = Math.min(location.endLine ?? first, first + REGION_LINES - 1, lines.raw.length)
  let text = comparedLine(lines, first)
  for (let line = first + 1; line <= last; line++) text += `\n${comparedLine(lines, line)}`
  for (let reach = 1; reach <= 2 && text.length < WEAK * 4 && weight(text) < WEAK; reach++) {
    text = `${comparedLine(lines, first - reach)}\n${text}\n${comparedLine(lines, last + reach)}`
  }
  return text
}

/** Stands for the whole of a long line; worked out once, as thousands of findings may be on it. */
function hashOfLine(lines: Lines, line: number): string {
  const known = lines.hashes.get(line)
  if (known !== undefined) return known
  const value = hash('sha256', comparedLine(lines, line), 'hex')
  lines.hashes.set(line, value)
  return value
}

const aroundColumn = (raw: string, column: number): string =>
  raw.slice(Math.max(0, column - 1 - AROUND_COLUMN), column - 1 + AROUND_COLUMN).replace(/\s+/g, '')

/** The exact text of a region within one line, or null where it has no columns or spans several lines. */
export function regionText(lines: Lines, location: Location): string | null {
  const { startLine, startColumn, endLine, endColumn } = location
  if (startColumn === null || endColumn === null || (endLine ?? startLine) !== startLine) return null
  const text = (lines.raw[(startLine ?? 0) - 1] ?? '').slice(startColumn - 1, endColumn - 1)
  return text.trim() === '' ? null : text
}

/** Lines near a place that say something, without the place's own line. */
export function contextAt(lines: Lines, line: number): readonly string[] {
  const around: string[] = []
  for (const step of [-1, 1]) {
    let found = 0
    for (let at = line + step; found < CONTEXT_REACH && Math.abs(at - line) < 12; at += step) {
      const text = comparedLine(lines, at)
      if (text.length > LONG_LINE || weight(text) < 3) continue
      around.push(text)
      found++
    }
  }
  return around
}

const WORDS = /[\p{L}\p{N}_$]+/gu

/** Identifiers, numbers and words of a text. */
const wordsOf = (text: string): readonly string[] => text.slice(0, LONG_LINE * 4).match(WORDS) ?? []

/** Words that all code shares: two lines are not alike because both of them throw or return something. */
const COMMON = new Set(
  (
    'as async await case catch class const def do else export extends false final finally for from func function if ' +
    'import in instanceof interface is let new none not null of or private protected public return self static ' +
    'string super switch this throw throws true try type typeof undefined var void while with yield'
  ).split(' ')
)

/** Words of a line that tell it from others. */
export const tellingWords = (text: string): readonly string[] =>
  wordsOf(text).filter(word => !COMMON.has(word.toLowerCase()))

const WORDS_BEFORE = 6
const WORDS_AFTER = 10

/**
 * The words before and after the place, over line ends, within the given lines: what stays the same when code is
 * formatted anew. Null where there are too few to mean anything.
 */
export function wordsAround(lines: Lines, location: Location, first: number, last: number): string | null {
  const line = location.startLine
  if (line === null) return null
  const text = lines.raw[line - 1] ?? ''
  const column = (location.startColumn ?? 1) - 1
  let before = wordsOf(text.slice(Math.max(0, column - LONG_LINE), column))
  for (let at = line - 1; before.length < WORDS_BEFORE && at >= first; at--) {
    before = [...wordsOf(lines.raw[at - 1] ?? ''), ...before]
  }
  // Without a column the finding may be anywhere in its line, and all of that must stay the same.
  if (location.startColumn === null && text.length > LONG_LINE) return null
  let after = wordsOf(text.slice(column))
  const most = location.startColumn === null ? Math.max(WORDS_AFTER, after.length) : WORDS_AFTER
  for (let at = line + 1; after.length < WORDS_AFTER && at <= last; at++) {
    after = [...after, ...wordsOf(lines.raw[at - 1] ?? '')]
  }
  if (before.length + after.length < 4) return null
  return `${before.slice(-WORDS_BEFORE).join(' ')}\n${after.slice(0, most).join(' ')}`
}

/** Share of common elements of two lists, counted with repetition: 0 (nothing in common) to 1 (the same). */
export function likeness(left: readonly string[], right: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const count = counts.get(word) ?? 0
    if (count > 0) common++
    counts.set(word, count - 1)
  }
  return common === 0 ? 0 : (2 * common) / (left.length + right.length)
}
