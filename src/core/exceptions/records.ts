import { ConfigurationError } from '../ground/errors.js'
import { time } from '../time/instant.js'
import type { YamlNode } from '../yaml/node.js'
import { parseYaml } from '../yaml/parse.js'
import { quoted } from '../yaml/quoted.js'
import type { ExceptionMatch, ExceptionRecord } from './exception.js'
import { MAX_EXCEPTIONS_BYTES, parseExceptions } from './file.js'

/**
 * The approved exceptions that outlive their pull request, as entries for the exceptions file, two spaces deep. The
 * same records give the same text. Break-glass ends with its head, so it has no entry; empty where nothing is left.
 */
export function recordsToYaml(records: readonly ExceptionRecord[], now: string): string {
  return entriesOf(lasting(records, now), '  ', '\n')
}

/** An exceptions file of these records alone. */
export function newExceptionsFile(records: readonly ExceptionRecord[], now: string): string {
  const entries = recordsToYaml(records, now)
  return entries === '' ? 'version: 1\nexceptions: []\n' : `version: 1\nexceptions:\n${entries}`
}

export interface MergedFile {
  readonly text: string
  /** Ids of the entries that are new; what the file has already is not added again. */
  readonly added: readonly string[]
}

/**
 * The text of an exceptions file with entries added after its last one; every other character stays. Null where the
 * file is written in a way that leaves no place for a further line (a list in brackets). Throws the
 * ConfigurationError of a file that has problems.
 */
export function mergeRecords(
  path: string,
  text: string,
  records: readonly ExceptionRecord[],
  now: string
): MergedFile | null {
  const known = new Set(parse(path, text).map(({ id }) => id))
  const fresh = lasting(records, now).filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return { text, added: [] }
  const gap = findGap(path, text)
  if (gap === null) return null
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  const before = text.slice(0, gap.start).replace(/ +$/, '')
  const separator = before === '' || /[\r\n]$/.test(before) ? '' : lineBreak
  const merged = `${before}${separator}${entriesOf(fresh, gap.indent, lineBreak)}${text.slice(gap.end)}`
  return isComplete(path, merged, [...known, ...fresh.map(({ id }) => id)])
    ? { text: merged, added: fresh.map(({ id }) => id) }
    : null
}

const parse = (path: string, text: string): readonly ExceptionRecord[] =>
  parseExceptions(path, new TextEncoder().encode(text))

/** Nothing is proposed that would not be read as it is meant. */
function isComplete(path: string, text: string, ids: readonly string[]): boolean {
  try {
    const read = new Set(parse(path, text).map(({ id }) => id))
    return read.size === ids.length && ids.every(id => read.has(id))
  } catch (error) {
    // The file had no problems before: the entries do not fit where they were put.
    if (error instanceof ConfigurationError) return false
    throw error
  }
}

/** The records that outlast their pull request: in force, and no break-glass. In the order of their ids. */
export function lasting(records: readonly ExceptionRecord[], now: string): readonly ExceptionRecord[] {
  return records
    .filter(({ type, expires }) => type !== 'break-glass' && time(expires) >= time(now))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

interface InsertionPoint {
  readonly start: number
  readonly end: number
  readonly indent: string
}

/** Where new entries go: after the last one, or in the place of an empty list. */
function findGap(path: string, text: string): InsertionPoint | null {
  const { root } = parseYaml(path, new TextEncoder().encode(text), { maxBytes: MAX_EXCEPTIONS_BYTES })
  if (root?.kind !== 'map') return null
  const at = root.entries.findIndex(({ key }) => key === 'exceptions')
  const list = root.entries[at]?.value
  if (list?.kind !== 'list') return null
  const start = offsetOf(text, list)
  if (list.items.length === 0) {
    const end = text.indexOf(']', start)
    return text[start] === '[' && end > start ? emptyList(text, start, end + 1) : null
  }
  const [first] = list.items
  const offset = first === undefined ? 0 : offsetOf(text, first)
  const lead = /(?:^|[\r\n])( *)- +$/.exec(text.slice(0, offset))
  if (lead === null) return null
  const next = root.entries[at + 1]
  const end = next === undefined ? text.length : offsetOf(text, { place: next.keyPlace })
  return { start: end, end, indent: lead[1] ?? '' }
}

/** The line break after the brackets stays outside, for entries bring their own. */
function emptyList(text: string, start: number, end: number): InsertionPoint {
  const rest = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(end))?.[0] ?? ''
  return { start, end: end + rest.length, indent: '  ' }
}

function offsetOf(text: string, { place }: Pick<YamlNode, 'place'>): number {
  let start = text.startsWith('\uFEFF') && place.line === 1 ? 1 : 0
  const breaks = text.matchAll(/\r\n|\r|\n/g)
  for (let line = 1; line < (place.line ?? 1); line += 1) {
    const { value } = breaks.next()
    if (value === undefined) break
    start = value.index + value[0].length
  }
  return start + (place.column ?? 1) - 1
}

function entriesOf(records: readonly ExceptionRecord[], indent: string, lineBreak: string): string {
  const lines = records.flatMap(record =>
    entryLines(record).map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}`)
  )
  return lines.map(line => line + lineBreak).join('')
}

function entryLines(record: ExceptionRecord): readonly string[] {
  return [
    `id: ${quoted(record.id)}`,
    `type: ${record.type}`,
    `match: { ${matchPairs(record.match).join(', ')} }`,
    `reason: ${quoted(record.reason)}`,
    `owner: ${quoted(record.owner)}`,
    `approved-by: ${quoteAll(record.approvedBy)}`,
    `approved-at: ${record.approvedAt.replace(/\.\d{3}Z$/, 'Z')}`,
    `expires: ${record.expiresText}`,
    ...(record.ticket === null ? [] : [`ticket: ${quoted(record.ticket)}`]),
    ...(record.controls.length === 0 ? [] : [`controls: ${quoteAll(record.controls)}`])
  ]
}

function matchPairs(match: ExceptionMatch): readonly string[] {
  switch (match.kind) {
    case 'finding':
      return [`finding: ${match.finding}`]
    case 'advisory': {
      const { identifier, package: purl, path } = match
      const pairs = [`identifier: ${quoted(identifier)}`]
      if (purl !== null) pairs.push(`package: ${quoted(purl)}`)
      if (path !== null) pairs.push(`path: ${quoted(path)}`)
      return pairs
    }
    case 'rule':
      return [`tool: ${quoted(match.tool)}`, `rule-id: ${quoted(match.ruleId)}`, `path: ${quoted(match.path)}`]
  }
}

const quoteAll = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`
