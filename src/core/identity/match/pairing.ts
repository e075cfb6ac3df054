import { addingEdit, removingEdit } from '../../change/edits.js'
import { areToldApart, instanceKey } from '../fingerprint.js'
import { contextAt, type FileTexts, followLine, likeness } from './content.js'
import { CONTENT_ORIGINS, type ContentOrigin, contentOf, type Entry, pair } from './entry.js'

/** Findings of one scope with the same content, on both sides, each side in line order. */
interface Group {
  readonly base: Entry[]
  readonly head: Entry[]
}

/** Content that is long enough to be recognised anywhere in its file. */
const DISTINCTIVE = 24

/** Pairs findings whose content is equal, by the most trusted origin that both sides have. */
export function pairEqualContent(base: readonly Entry[], head: readonly Entry[], texts: FileTexts): void {
  for (const level of CONTENT_ORIGINS) {
    const baseLeft = base.filter(entry => entry.partner === null)
    const headLeft = head.filter(entry => entry.partner === null)
    if (baseLeft.length === 0 || headLeft.length === 0) return
    if (level !== 'source' && allHaveSource(baseLeft) && allHaveSource(headLeft)) return
    const found = [...groups(baseLeft, headLeft, level)]
    // Content that is there once on both sides tells how far the lines around it went; that helps with the rest.
    for (const group of found) if (isSingle(group)) pairGroup(group, level, texts, sameLine)
    const expected = texts.edits === null ? shiftedLine(base) : sameLine
    for (const group of found) if (!isSingle(group)) pairGroup(group, level, texts, expected)
  }
}

const isSingle = ({ base, head }: Group): boolean => base.length === 1 && head.length === 1

/** Where a base finding is looked for at the head when no diff tells it. */
type ExpectedLine = (entry: Entry) => number

const sameLine: ExpectedLine = entry => entry.line

/** Lines go as far as the nearest finding above that was found again, or the first of all. */
function shiftedLine(base: readonly Entry[]): ExpectedLine {
  const anchors = base.filter(entry => entry.partner !== null && entry.line > 0 && entry.partner.line > 0)
  return entry => {
    let low = 0
    let high = anchors.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((anchors[middle]?.line ?? 0) <= entry.line) low = middle + 1
      else high = middle
    }
    const anchor = anchors[Math.max(0, low - 1)]
    return entry.line + (anchor?.partner == null ? 0 : anchor.partner.line - anchor.line)
  }
}

const allHaveSource = (entries: readonly Entry[]): boolean => entries.every(entry => entry.source !== null)

function groups(base: readonly Entry[], head: readonly Entry[], level: ContentOrigin): Iterable<Group> {
  const found = new Map<string | null, Group>()
  for (const entry of base) {
    const key = contentKey(entry, level)
    if (key === null) continue
    const group = found.get(key)
    if (group === undefined) found.set(key, { base: [entry], head: [] })
    else group.base.push(entry)
  }
  for (const entry of head) found.get(contentKey(entry, level))?.head.push(entry)
  return found.values()
}

/** What has no content of the level has a key that no group has. */
function contentKey(entry: Entry, level: ContentOrigin): string | null {
  const content = contentOf(entry, level)
  return content === null ? null : `${entry.scope}\0${content}`
}

function pairGroup(group: Group, level: ContentOrigin, texts: FileTexts, expected: ExpectedLine): void {
  if (group.head.length === 0) return
  if (isAmbiguous(group, texts)) {
    // On one line it is no matter which is which, and what tells them apart may be believed.
    if (areOnOneLine(group)) pairByInstance(group, level, ON_ONE_LINE, ON_ONE_LINE)
    for (const entry of group.head) if (entry.partner === null) entry.doubt = 'ambiguous'
    return
  }
  // Scanners report all of a lock file at one line: there the version tells the old finding from the new one.
  if (group.base[0]?.kind === 'dependency') pairByVersion(group, level)
  pairByLine(group, level, texts, expected)
  pairByContext(group, level, texts)
  pairInOrder(group, level, texts, expected)
}

/**
 * More of the same than there were, and no diff to tell which line was there: any of them may be the new one, and the
 * one that is taken for it must not hide it. Versions tell dependencies apart.
 */
const isAmbiguous = ({ base, head }: Group, { edits }: FileTexts): boolean =>
  edits === null && head.length > countOf(base) && base[0]?.kind !== 'dependency'

const countOf = (entries: readonly Entry[]): number => entries.reduce((sum, { count }) => sum + count, 0)

const areOnOneLine = ({ base, head }: Group): boolean =>
  [base, head].every(entries => entries.every(({ line }) => line === entries[0]?.line))

/** Two findings may not be paired by weak content where stronger content of both is known and differs. */
function comparable(base: Entry, head: Entry, level: ContentOrigin): boolean {
  if (level === 'message' && base.claimed !== null && head.source !== null) {
    // Our fingerprint at the base is none of those that the head's text gives: the text is another one.
    return false
  }
  // Without a line there is no text that could show that both are the same.
  if (base.line === 0 && head.line === 0 && base.kind === 'code' && areToldApart(base.finding, head.finding))
    return false
  for (const stronger of CONTENT_ORIGINS) {
    if (stronger === level) break
    if (contentOf(base, stronger) !== null && contentOf(head, stronger) !== null) return false
  }
  return true
}

/** Same line, after the diff is taken into account. */
function pairByLine(group: Group, level: ContentOrigin, texts: FileTexts, expected: ExpectedLine): void {
  const baseLine: LineOf = entry => {
    const line = followLine(texts, entry.line)
    return line === undefined ? expected(entry) : line
  }
  const headLine: LineOf = entry => entry.line
  if (!isSingle(group) && group.base[0]?.kind !== 'dependency') pairByInstance(group, level, baseLine, headLine)
  pairByKey(group, level, 'exact', baseLine, headLine)
}

type LineOf = (entry: Entry) => number | null

/** For findings that are all on one line, wherever that is by now. */
const ON_ONE_LINE: LineOf = () => 0

/** What is told apart on one line by more than the line: each is paired with its own kind before any other. */
function pairByInstance(group: Group, level: ContentOrigin, baseLine: LineOf, headLine: LineOf): void {
  const keyBy = (lineOf: LineOf) => (entry: Entry) =>
    `${lineOf(entry)}\0${instanceKey(entry.finding)}\0${entry.finding.message}`
  pairByKey(group, level, 'exact', keyBy(baseLine), keyBy(headLine))
}

function pairByVersion(group: Group, level: ContentOrigin): void {
  const version = ({ finding }: Entry): string | null => finding.package?.version ?? null
  const versionAtLine = (entry: Entry): string | null => {
    const known = version(entry)
    return known === null ? null : `${entry.line}:${known}`
  }
  pairByKey(group, level, 'exact', versionAtLine, versionAtLine)
  pairByKey(group, level, 'exact', version, version)
}

/** Same lines around it: a block that moved as a whole. */
function pairByContext(group: Group, level: ContentOrigin, texts: FileTexts): void {
  const { base, head } = texts
  if (base === null || head === null) return
  const around = ({ line }: Entry, lines: typeof base): string | null => contextAt(lines, line).join('\n') || null
  pairByKey(
    group,
    level,
    'moved',
    entry => (stillThere(entry, texts) ? null : around(entry, base)),
    entry => around(entry, head)
  )
}

function pairByKey<Key>(
  { base, head }: Group,
  level: ContentOrigin,
  pass: 'exact' | 'moved',
  baseKey: (entry: Entry) => Key | null,
  headKey: (entry: Entry) => Key | null
): void {
  const waiting = new Map<Key | null, Entry[]>()
  for (const entry of head.toReversed()) {
    const key = entry.partner === null ? headKey(entry) : null
    if (key === null) continue
    const list = waiting.get(key)
    if (list === undefined) waiting.set(key, [entry])
    else list.push(entry)
  }
  for (const entry of base) {
    if (entry.partner !== null) continue
    const list = waiting.get(baseKey(entry))
    const candidate = list?.at(-1)
    if (candidate === undefined || !comparable(entry, candidate, level)) continue
    list?.pop()
    pair(entry, candidate, pass)
  }
}

/** Whether the line of a base finding is still in the file: then a finding on another line is another one. */
function stillThere(base: Entry, texts: FileTexts): boolean {
  return base.kind === 'code' && base.line > 0 && typeof followLine(texts, base.line) === 'number'
}

/**
 * The rest in line order: each base finding takes the nearest head finding that leaves enough for those after it.
 * Equal content makes the partners interchangeable, so this can hide none: the numbers on both sides stay the same.
 */
function pairInOrder(group: Group, level: ContentOrigin, texts: FileTexts, expected: ExpectedLine): void {
  const base = group.base.filter(entry => entry.partner === null && !stillThere(entry, texts))
  const head = group.head.filter(entry => entry.partner === null)
  let next = 0
  for (const [index, entry] of base.entries()) {
    const last = Math.max(next, head.length - (base.length - index))
    let best = next
    const line = expected(entry)
    while (best < last && distance(line, head[best + 1]) < distance(line, head[best])) best++
    const candidate = head[best]
    if (candidate === undefined) break
    if (comparable(entry, candidate, level) && mayBeMoved(entry, candidate, level, texts)) {
      pair(entry, candidate, entry.kind === 'code' && entry.line !== candidate.line ? 'moved' : 'exact')
      next = best + 1
    } else {
      if (candidate.line > 0) candidate.doubt = 'elsewhere'
      next = best
    }
  }
}

const distance = (line: number, entry: Entry | undefined): number =>
  entry === undefined ? Number.POSITIVE_INFINITY : Math.abs(line - entry.line)

/** Whether equal content at another line is the same finding: short code could be written anew anywhere. */
function mayBeMoved(base: Entry, head: Entry, level: ContentOrigin, texts: FileTexts): boolean {
  // Of a secret that is blotted out, nothing but an untouched line says that it is not another one.
  if (base.kind === 'secret' && level === 'message' && texts.edits !== null) return false
  if (base.kind !== 'code' || base.line === 0 || base.line === head.line) return true
  const { edits } = texts
  if (level === 'message') return hasColumns(base) && texts.edits === null
  const content = contentOf(base, level) ?? ''
  if (content.length - level.length > DISTINCTIVE || edits === null) return true
  // The base's line is gone, or the finding would have been left to it.
  if (removingEdit(edits, base.line) === addingEdit(edits, head.line)) return true
  if (texts.base === null || texts.head === null) return false
  return likeness(contextAt(texts.base, base.line), contextAt(texts.head, head.line)) >= 0.4
}

const hasColumns = ({ finding: { location } }: Entry): boolean =>
  (location?.startColumn ?? 0) > 1 && location?.endColumn !== null
