import { type Finding, isDependency } from '../../finding.js'
import { safeSnippet, safeSource } from './masks.js'
import { clip } from './visible-text.js'

/** The text of a file as it was scanned, by its path; null where nobody can read it. */
export type SourceText = (path: string) => string | null

/** One line of source, fit to be shown in plain text; what escapes a view's markup is the view's. */
export interface Excerpt {
  /** Number of the line, counted from 1. */
  readonly line: number
  /** Without its indentation, without tabs, hidden characters spelt, secrets masked. */
  readonly text: string
  /** What of the text is meant, in code points from 0; null where that is not known. */
  readonly mark: { readonly from: number; readonly length: number } | null
}

/** Code points of a line that fit beside its number. */
const MOST = 96
/** A longer line is made by no person, and is not looked at. */
const LONGEST_LINE = 20_000

const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

const visible = (text: string): string =>
  text.replaceAll('\t', '  ').replace(HIDDEN, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)

const points = (text: string): number => [...text].length

/** The line of that number; null where the text has none. */
export function lineAt(text: string, number: number): string | null {
  let start = 0
  for (let line = 1; line < number; line += 1) {
    const end = text.indexOf('\n', start)
    if (end === -1) return null
    start = end + 1
  }
  const end = text.indexOf('\n', start)
  const line = text.slice(start, end === -1 ? undefined : end).replace(/\r$/, '')
  return line.length > LONGEST_LINE ? null : line
}

/** What of the line a finding means: its columns, as far as they lie in it. */
function regionOf({ location }: Finding, line: string): readonly [number, number] | null {
  const { startLine = null, startColumn = null, endLine = null, endColumn = null } = location ?? {}
  if (startColumn === null || startColumn < 1 || startColumn > line.length) return null
  const isWithin = (endLine ?? startLine) === startLine && endColumn !== null
  return [startColumn - 1, Math.min(line.length, isWithin ? Math.max(endColumn - 1, startColumn) : line.length)]
}

/** A window of the text round what is meant, where all of it would be too long. */
function fitted(line: number, text: string, mark: Excerpt['mark']): Excerpt {
  const all = [...text]
  if (all.length <= MOST) return { line, text, mark }
  if (mark === null || mark.from + mark.length < MOST) return { line, text: clip(text, MOST), mark }
  const from = Math.max(0, Math.min(mark.from - 20, all.length - MOST))
  const shown = all.slice(from, from + MOST).join('')
  const length = Math.min(mark.length, MOST - (mark.from - from))
  return { line, text: `…${shown}`, mark: { from: mark.from - from + 1, length } }
}

function excerptOfLine(finding: Finding, number: number, line: string): Excerpt | null {
  const bare = line.trim()
  if (bare === '') return null
  const masked = safeSource(finding, bare)
  if (masked === null) return null
  const indent = line.length - line.trimStart().length
  const region = masked === bare ? regionOf(finding, line.trimEnd()) : null
  if (region === null) return fitted(number, visible(masked), null)
  const [from, to] = [Math.max(region[0], indent), Math.max(region[1], indent + 1)]
  const before = visible(line.slice(indent, from))
  const meant = visible(line.slice(from, to).trimEnd())
  const after = visible(line.slice(from, to).slice(line.slice(from, to).trimEnd().length) + line.slice(to).trimEnd())
  return fitted(number, before + meant + after, { from: points(before), length: Math.max(1, points(meant)) })
}

const bareText = (text: string): string => text.replace(/\s+/g, '')

/** Whether the line is the one that the scanner saw, as far as it says what it saw. */
export const agrees = (line: string, snippet: string | null): boolean =>
  snippet === null || bareText(line).includes(bareText(snippet.split('\n').find(each => each.trim() !== '') ?? ''))

/**
 * The line that the finding is about: from the scanned tree, else what the scanner kept of it. Null where there is no
 * such line, where it may hold a secret, and for packages, whose line in a lock file says nothing.
 */
export function excerptOf(finding: Finding, source: SourceText | null): Excerpt | null {
  const { location, clues } = finding
  if (location === null || location.startLine === null || finding.category === 'secret' || isDependency(finding))
    return null
  const text = source?.(location.path) ?? null
  const line = text === null ? null : lineAt(text, location.startLine)
  if (line !== null && agrees(line, clues.snippet)) return excerptOfLine(finding, location.startLine, line)
  const [first = ''] = (safeSnippet(finding) ?? '').split('\n').filter(each => each.trim() !== '')
  if (first.trim() === '' || first.length > LONGEST_LINE) return null
  return fitted(location.startLine, visible(first.trim()), null)
}

/** The excerpt with the number of its line and carets under what is meant: two lines at most. */
export function excerptLines({ line, text, mark }: Excerpt): readonly string[] {
  const number = String(line)
  const caret =
    mark === null ? [] : [`${' '.repeat(number.length)} | ${' '.repeat(mark.from)}${'^'.repeat(mark.length)}`]
  return [`${number} | ${text}`, ...caret]
}
