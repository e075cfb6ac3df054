import { configurationError } from '../ground/errors.js'
import type { Diff, DiffFile, Fit } from './change.js'
import { diffFile } from './diff.js'
import { gitNames, NO_FILE, pathsOfSection } from './file-names.js'
import { type Hunks, parseHunks } from './hunks.js'
import { NEW_SECTION, readHeader, type Section } from './section.js'

/**
 * Reads a unified diff as git or diff writes it: extended headers, quoted names, renames, binary and mode changes.
 * `name` is what problems call the text. Throws ConfigurationError where a part cannot be read: a change that is half
 * understood would make new findings look old. `isWhole`: the text is known to have its end; else its last section is
 * only believed where the texts show that nothing is missing. That whole sections are missing no text can show.
 */
export function parseDiff(text: string, name: string, isWhole = false): Diff {
  const lines = text.split('\n')
  const files = new Map<string, DiffFile>()
  const lastWritten = lines.findLastIndex(line => line.trim() !== '')
  let index = 0
  while (index < lines.length) {
    const line = lines[index] ?? ''
    if (/^diff --(?:cc|combined) /.test(line) || line.startsWith('@@@ ')) {
      fail(name, index, 'this is a combined diff of a merge', 'Compare two commits: git diff BASE...HEAD')
    }
    if (line.startsWith('@@ ')) fail(name, index, 'a hunk stands outside of a file section', HINT)
    if (startsSection(lines, index)) index = parseSection(lines, index, { name, files, isWhole, lastWritten })
    else {
      refuseForeign(lines, index, name)
      refuseCut(lines, index, name)
      index++
    }
  }
  if (files.size === 0 && /\S/.test(text)) fail(name, 0, 'there is no file section in this text', HINT)
  return { files, complete: true }
}

const HINT = 'Make it with: git diff --no-ext-diff BASE...HEAD'

function fail(name: string, index: number, message: string, hint: string): never {
  throw configurationError(message, hint, { path: name, line: index + 1, column: 1 })
}

/** What other settings and other programs write of changed files: to skip it would be to lose these files. */
const FOREIGN: readonly RegExp[] = [
  /^\p{Cc}\[/u,
  /^Submodule ./,
  /^Only in .+: /,
  /^(?:Binary files|Files) .+ differ\r?$/,
  /^\*{15}/,
  /^@@/
]

function refuseForeign(lines: readonly string[], index: number, name: string): void {
  const line = lines[index] ?? ''
  if (FOREIGN.some(pattern => pattern.test(line))) fail(name, index, 'this is no part of a unified diff of git', HINT)
}

/** After the hunks of a file comes another file, or text that is none of a hunk: else the line counts were too low. */
function refuseSurplus(lines: readonly string[], start: number, name: string): void {
  let index = start
  while (lines[index] === '' || lines[index] === '\r') index++
  const line = lines[index] ?? ''
  const isBody = /^[+-]/.test(line) || (index === start && line.startsWith(' '))
  // `-- ` begins the signature of a mail.
  if (isBody && !/^-- \r?$/.test(line) && !startsSection(lines, index))
    fail(name, index, 'the hunk goes on after its line counts are met', HINT)
}

const startsSection = (lines: readonly string[], index: number): boolean =>
  (lines[index] ?? '').startsWith('diff --git ') ||
  ((lines[index] ?? '').startsWith('--- ') && (lines[index + 1] ?? '').startsWith('+++ '))

/** The beginning of a section is all that there is of it: what was lost with it must not look untouched. */
function refuseCut(lines: readonly string[], index: number, name: string): void {
  const line = lines[index] ?? ''
  const isLast = index === lines.length - 1
  const starts = isLast && line !== '' && ['diff --git ', '@@ '].some(start => start.startsWith(line))
  const isHalf = line.startsWith('--- ') && lines.slice(index + 1).every(after => '+++ '.startsWith(after))
  if (starts || isHalf) fail(name, index, 'the diff breaks off here', HINT)
}

/** What the sections of one text share. */
interface DiffReading {
  readonly name: string
  readonly files: Map<string, DiffFile>
  readonly isWhole: boolean
  /** Index of the last line that is not blank. */
  readonly lastWritten: number
}

const NO_HUNKS = { edits: [], stretches: [], isCounted: true, problem: null } as const

/** Reads one file's section, adds it to `files`, and returns the index after it. */
function parseSection(lines: readonly string[], start: number, reading: DiffReading): number {
  const { name } = reading
  const { section, index, end } = parseHeader(lines, start, name)
  let hunks: Hunks = { ...NO_HUNKS, next: index, end: lines.length }
  if ((lines[index] ?? '').startsWith('@@ ')) {
    hunks = parseHunks(lines, index)
    if (hunks.problem !== null || hunks.next === index)
      fail(name, Math.min(hunks.next, lines.length - 1), hunks.problem ?? 'not a hunk header', HINT)
    refuseSurplus(lines, hunks.next, name)
  }
  if (section.git && section.change === 'added' && section.ids === null && hunks.edits.length === 0) {
    fail(name, start, 'the section of an added file breaks off', HINT)
  }
  const after = hunks.next === index ? end : hunks.next
  const isLast = !reading.isWhole && after > reading.lastWritten
  addFile(section, hunks, { ...reading, start, isLast })
  return hunks.next
}

interface ParsedHeader {
  readonly section: Section
  /** Index of the first line that is none of the header. */
  readonly index: number
  /** Index after the last line that git writes in one: mails go on with other text. */
  readonly end: number
}

function parseHeader(lines: readonly string[], start: number, name: string): ParsedHeader {
  let section = NEW_SECTION
  let index = start
  const first = (lines[index] ?? '').replace(/\r$/, '')
  if (first.startsWith('diff --git ')) {
    section = { ...section, git: true, first, names: gitNames(first.slice('diff --git '.length)) }
    index++
  }
  let end = index
  while (index < lines.length && !startsNext(lines, index, section)) {
    const line = (lines[index] ?? '').replace(/\r$/, '')
    const read = readHeader(line, section, index === lines.length - 1)
    if (read === null) fail(name, index, 'this header is cut off, or none of git', HINT)
    if (read !== 'kept') [section, end] = [read, index + 1]
    if (!section.binary) refuseForeign(lines, index, name)
    index++
  }
  return { section, index, end }
}

function startsNext(lines: readonly string[], index: number, section: Section): boolean {
  const line = lines[index] ?? ''
  if (line.startsWith('@@ ') || line.startsWith('@@@ ') || line.startsWith('diff --')) return true
  return section.new !== null && startsSection(lines, index)
}

interface SectionPlace extends DiffReading {
  readonly start: number
  /** Whether more of the section may have been cut off. */
  readonly isLast: boolean
}

function addFile(section: Section, hunks: Hunks, { name, files, start, isLast, isWhole }: SectionPlace): void {
  const [base, head] = pathsOfSection(section) ?? fail(name, start, 'the names of the file cannot be read', HINT)
  const edits = isShown(section, hunks, isLast) ? hunks.edits : null
  const entry = diffFile(changeOf(section), base, edits, fitOf(section, hunks, isWhole))
  const before = files.get(head)
  // A file that becomes a link, or the other way round, is written as a deletion and an addition.
  const replaced = before !== undefined && before.change === 'deleted' && entry.change === 'added'
  // Of several commits, one may rename what another one before it edited: then the edits are at lines that nobody knows.
  const again = entry.change === 'renamed' && files.has(base)
  const twice = (before !== undefined && !replaced) || again
  files.set(head, twice ? { change: 'modified', basePath: head, lines: null, edits: null } : entry)
}

function changeOf({ git, old, new: added, change }: Section): DiffFile['change'] {
  if (git) return change
  return old === NO_FILE ? 'added' : added === NO_FILE ? 'deleted' : change
}

/** A text that somebody gave may leave lines out (`git diff -w`, `-I`), and its end may be missing; ours does neither. */
function fitOf({ ids }: Section, { stretches }: Hunks, isWhole: boolean): Fit | null {
  if (ids === null && stretches.length === 0) return null
  const [base, blob] = ids ?? [null, null]
  return { blob, base: isWhole ? null : base, stretches }
}

/** Whether the hunks are all that changed: a header may speak of a change that is not shown, or was cut off. */
function isShown(section: Section, { edits, isCounted }: Hunks, isLast: boolean): boolean {
  const { binary, change, ids, modes, new: added, similarity } = section
  if (binary || !isCounted) return false
  if (edits.length > 0) return true
  if (added !== null || (ids !== null && ids[0] !== ids[1] && change !== 'deleted')) return false
  if (change === 'renamed' || change === 'copied') return similarity === 100
  // Of a mode alone nothing tells that no hunks were to follow.
  return change !== 'modified' || (modes === 2 && !isLast)
}
