import { configurationError } from '../ground/errors.js'
import type { Diff, DiffFile } from './change.js'
import { diffFile } from './diff.js'
import { type Hunks, parseHunks } from './hunks.js'

/** What the headers of one file's section say; names as written, without quotes. */
interface Section {
  /** Both names of `diff --git`, where they can be told apart. */
  names: readonly [string, string] | null
  old: string | null
  new: string | null
  from: string | null
  to: string | null
  change: DiffFile['change']
  binary: boolean
  git: boolean
  /** Whether the header says that the content differs, which hunks must then show. */
  differs: boolean
  /** Whether the header says that the mode differs, which needs no hunks. */
  mode: boolean
}

/**
 * Reads a unified diff as git or diff writes it: extended headers, quoted names, renames, binary and mode changes.
 * `name` is what problems call the text. Throws ConfigurationError where a part cannot be read: a change that is half
 * understood would make new findings look old.
 */
export function parseDiff(text: string, name: string): Diff {
  const lines = text.split('\n')
  const files = new Map<string, DiffFile>()
  let index = 0
  while (index < lines.length) {
    const line = lines[index] ?? ''
    if (/^diff --(?:cc|combined) /.test(line) || line.startsWith('@@@ ')) {
      fail(name, index, 'this is a combined diff of a merge', 'Compare two commits: git diff BASE...HEAD')
    }
    if (line.startsWith('@@ ')) fail(name, index, 'a hunk stands outside of a file section', HINT)
    if (startsSection(lines, index)) index = parseSection(lines, index, name, files)
    else {
      refuseForeign(lines, index, name)
      index++
    }
  }
  if (files.size === 0 && /\S/.test(text)) fail(name, 0, 'there is no file section in this text', HINT)
  return { files, complete: true }
}

const HINT = 'Make it with: git diff --no-ext-diff BASE...HEAD'

function fail(name: string, index: number, message: string, hint: string): never {
  throw configurationError(message, hint, { path: name, line: index + 1, column: null })
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

/** Reads one file's section, adds it to `files`, and returns the index after it. */
function parseSection(lines: readonly string[], start: number, name: string, files: Map<string, DiffFile>): number {
  const section: Section = {
    names: null,
    old: null,
    new: null,
    from: null,
    to: null,
    change: 'modified',
    binary: false,
    git: false,
    differs: false,
    mode: false
  }
  let index = start
  if ((lines[index] ?? '').startsWith('diff --git ')) {
    section.git = true
    section.names = gitNames((lines[index] ?? '').slice('diff --git '.length).replace(/\r$/, ''))
    index++
  }
  while (index < lines.length && !startsNext(lines, index, section)) {
    readHeader((lines[index] ?? '').replace(/\r$/, ''), section)
    if (!section.binary) refuseForeign(lines, index, name)
    index++
  }
  let hunks: Hunks = { edits: [], next: index, end: lines.length, isCounted: true, problem: null }
  if ((lines[index] ?? '').startsWith('@@ ')) {
    hunks = parseHunks(lines, index)
    if (hunks.problem !== null || hunks.next === index)
      fail(name, hunks.next, hunks.problem ?? 'not a hunk header', HINT)
    refuseSurplus(lines, hunks.next, name)
  }
  addFile(section, hunks, name, start, files)
  return hunks.next
}

function startsNext(lines: readonly string[], index: number, section: Section): boolean {
  const line = lines[index] ?? ''
  if (line.startsWith('@@ ') || line.startsWith('@@@ ') || line.startsWith('diff --')) return true
  return section.new !== null && startsSection(lines, index)
}

const HEADERS: readonly (readonly [string, (section: Section, value: string) => void])[] = [
  ['--- ', (section, value) => (section.old ??= fileName(value))],
  ['+++ ', (section, value) => (section.new ??= fileName(value))],
  ['index ', (section, value) => (section.differs = /^([0-9a-f]+)\.\.(?!\1(?: |$))/.test(value))],
  ['old mode ', section => (section.mode = true)],
  ['new file mode ', section => (section.change = 'added')],
  ['deleted file mode ', section => (section.change = 'deleted')],
  ['rename from ', (section, value) => (section.from = unquote(value))],
  ['rename to ', (section, value) => setTarget(section, 'renamed', value)],
  ['copy from ', (section, value) => (section.from = unquote(value))],
  ['copy to ', (section, value) => setTarget(section, 'copied', value)],
  ['Binary files ', section => (section.binary = true)],
  ['GIT binary patch', section => (section.binary = true)]
]

function setTarget(section: Section, change: DiffFile['change'], value: string): void {
  section.change = change
  section.to = unquote(value)
}

function readHeader(line: string, section: Section): void {
  for (const [start, read] of HEADERS) if (line.startsWith(start)) return void read(section, line.slice(start.length))
}

function addFile(section: Section, hunks: Hunks, name: string, start: number, files: Map<string, DiffFile>): void {
  const [base, head] = paths(section) ?? fail(name, start, 'the names of the file cannot be read', HINT)
  if (!section.git) {
    if (section.old === NOWHERE) section.change = 'added'
    if (section.new === NOWHERE) section.change = 'deleted'
  }
  const entry = diffFile(section.change, base, isShown(section, hunks) ? hunks.edits : null)
  const before = files.get(head)
  // A file that becomes a link, or the other way round, is written as a deletion and an addition.
  const replaced = before !== undefined && before.change === 'deleted' && entry.change === 'added'
  // Of several commits, one may rename what another one before it edited: then the edits are at lines that nobody knows.
  const again = entry.change === 'renamed' && files.has(base)
  const twice = (before !== undefined && !replaced) || again
  files.set(head, twice ? { ...entry, change: 'modified', basePath: head, lines: null, edits: null } : entry)
}

/** Whether the hunks are all that changed: a header may speak of a change that is not shown, or was cut off. */
function isShown({ binary, change, differs, mode, new: added }: Section, { edits, isCounted }: Hunks): boolean {
  if (binary || !isCounted) return false
  if (edits.length > 0) return true
  if (added !== null || (differs && change !== 'deleted')) return false
  return change !== 'modified' || mode
}

const NOWHERE = '/dev/null'

/** Base and head path of a section, with the prefixes that git puts before them taken off. */
function paths(section: Section): readonly [string, string] | null {
  const { names, old, new: added, from, to } = section
  const found = from !== null && to !== null ? ([from, to] as const) : (names ?? textNames(section))
  return found !== null && isNamed(old, found[0]) && isNamed(added, found[1]) ? found : null
}

/** The names of a section that only `---` and `+++` name, as diff writes it. Of a new file alone, no prefix can be told. */
function textNames({ old, new: added, git }: Section): readonly [string, string] | null {
  if (git || old === null || added === null) return null
  if (old !== NOWHERE && added !== NOWHERE) return same(withoutPrefixes(old, added))
  const path = old === NOWHERE ? added.replace(/^b\//, '') : old.replace(/^a\//, '')
  return [path, path]
}

/** Whether a `---` or `+++` line, if there is one, names the path: nothing, or one prefix, stands before it. */
const isNamed = (written: string | null, path: string): boolean =>
  written === null || written === NOWHERE || written === path || /^[^/]*\/(.*)$/s.exec(written)?.[1] === path

/** Takes off `a/` and `b/` (or git's mnemonic `i/ w/ c/ o/`, or `1/ 2/` of --no-index) where both names have them. */
function withoutPrefixes(old: string, added: string): readonly [string, string] {
  const prefixed = /^[aciow1]\//.test(old) && /^[bciow2]\//.test(added) && old.charAt(0) !== added.charAt(0)
  return prefixed ? [old.slice(2), added.slice(2)] : [old, added]
}

/**
 * The names of a `diff --git` line. Unquoted names may hold blanks: they can be told apart only where both are the
 * same, which holds for all sections but renames and copies, and those name their paths in headers of their own.
 */
function gitNames(text: string): readonly [string, string] | null {
  if (text.includes('"')) {
    const names = /^("(?:[^"\\]|\\.)*"|\S.*?) ("(?:[^"\\]|\\.)*"|\S.*)$/.exec(text)
    return names === null ? null : same(withoutPrefixes(unquote(names[1] ?? ''), unquote(names[2] ?? '')))
  }
  const middle = (text.length - 1) / 2
  if (text.charAt(middle) !== ' ') return null
  return same(withoutPrefixes(text.slice(0, middle), text.slice(middle + 1)))
}

const same = (names: readonly [string, string]): readonly [string, string] | null =>
  names[0] === names[1] ? names : null

/** The name in a `---` or `+++` line: diff puts a tab and a time after it, git a tab where the name holds blanks. */
function fileName(value: string): string {
  if (value.startsWith('"')) return unquote(value)
  const tab = value.indexOf('\t')
  return tab < 0 ? value : value.slice(0, tab)
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 }

/** Undoes git's quoting (`core.quotePath`): C escapes, and octal for each byte of UTF-8. */
function unquote(value: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(value)
  if (quoted === null) return value
  const bytes: number[] = []
  for (const [part, octal, letter] of (quoted[1] ?? '').matchAll(/\\([0-3][0-7]{2})|\\(.)|[^\\]+/gsu)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8))
    else if (letter !== undefined) bytes.push(ESCAPES[letter] ?? letter.charCodeAt(0))
    else for (const byte of Buffer.from(part, 'utf8')) bytes.push(byte)
  }
  return Buffer.from(bytes).toString('utf8')
}
