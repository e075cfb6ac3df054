import { contextAt, type FileTexts, followLine, likeness } from './content.js'
import { addingEdit, removingEdit } from './diff.js'
import { contentOf, type Entry, LEVELS, type Level, pair } from './entry.js'

/** Findings of one scope with the same content, on both sides, each side in line order. */
interface Group {
  readonly base: Entry[]
  readonly head: Entry[]
}

/** Content that is long enough to be recognised anywhere in its file. */
const DISTINCTIVE = 24

/** Pairs findings whose content is equal, by the most trusted origin that both sides have. */
export function pairEqualContent(base: readonly Entry[], head: readonly Entry[], texts: FileTexts): void {
  for (const level of LEVELS) {
    const baseLeft = base.filter(entry => entry.partner === null)
    const headLeft = head.filter(entry => entry.partner === null)
    if (baseLeft.length === 0 || headLeft.length === 0) return
    if (level !== 'source' && allHaveSource(baseLeft) && allHaveSource(headLeft)) return
    for (const group of groups(baseLeft, headLeft, level)) pairGroup(group, level, texts)
  }
}

const allHaveSource = (entries: readonly Entry[]): boolean => entries.every(entry => entry.source !== null)

function groups(base: readonly Entry[], head: readonly Entry[], level: Level): Iterable<Group> {
  const found = new Map<string, Group>()
  for (const entry of base) {
    const content = contentOf(entry, level)
    if (content === null) continue
    const key = `${entry.scope}\0${content}`
    const group = found.get(key)
    if (group === undefined) found.set(key, { base: [entry], head: [] })
    else group.base.push(entry)
  }
  for (const entry of head) {
    const content = contentOf(entry, level)
    if (content !== null) found.get(`${entry.scope}\0${content}`)?.head.push(entry)
  }
  return found.values()
}

function pairGroup(group: Group, level: Level, texts: FileTexts): void {
  if (group.head.length === 0) return
  pairByLine(group, level, texts)
  if (group.base[0]?.kind === 'dependency') pairByVersion(group, level)
  if (texts.base !== null && texts.head !== null) pairByContext(group, level, texts)
  pairInOrder(group, level, texts)
}

/** Two findings may not be paired by weak content where stronger content of both is known and differs. */
function comparable(base: Entry, head: Entry, level: Level): boolean {
  for (const stronger of LEVELS) {
    if (stronger === level) return true
    if (contentOf(base, stronger) !== null && contentOf(head, stronger) !== null) return false
  }
  return true
}

/** Same line, after the diff is taken into account. */
function pairByLine(group: Group, level: Level, texts: FileTexts): void {
  pairByKey(
    group,
    level,
    'exact',
    entry => followLine(texts, entry.line) ?? (texts.mapped && entry.line > 0 ? null : entry.line),
    entry => entry.line
  )
}

function pairByVersion(group: Group, level: Level): void {
  const version = ({ finding }: Entry): string => finding.package?.version ?? ''
  pairByKey(group, level, 'exact', version, version)
}

/** Same lines around it: a block that moved as a whole. */
function pairByContext(group: Group, level: Level, texts: FileTexts): void {
  const { base, head } = texts
  if (base === null || head === null) return
  const around = (entry: Entry, lines: typeof base): string | null =>
    entry.partner !== null || entry.line === 0 ? null : contextAt(lines, entry.line).join('\n') || null
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
  level: Level,
  pass: 'exact' | 'moved',
  baseKey: (entry: Entry) => Key | null,
  headKey: (entry: Entry) => Key | null
): void {
  const waiting = new Map<Key, Entry[]>()
  for (let index = head.length - 1; index >= 0; index--) {
    const entry = head[index]
    const key = entry === undefined || entry.partner !== null ? null : headKey(entry)
    if (entry === undefined || key === null) continue
    const list = waiting.get(key)
    if (list === undefined) waiting.set(key, [entry])
    else list.push(entry)
  }
  for (const entry of base) {
    if (entry.partner !== null) continue
    const key = baseKey(entry)
    const list = key === null ? undefined : waiting.get(key)
    const candidate = list?.[list.length - 1]
    if (candidate === undefined || !comparable(entry, candidate, level)) continue
    list?.pop()
    pair(entry, candidate, pass)
  }
}

/** Whether the line of a base finding is still in the file: then a finding on another line is another one. */
export function stillThere(base: Entry, texts: FileTexts): boolean {
  return base.kind === 'code' && base.line > 0 && typeof followLine(texts, base.line) === 'number'
}

/**
 * The rest in line order: each base finding takes the nearest head finding that leaves enough for those after it.
 * Equal content makes the partners interchangeable, so this can hide none: the numbers on both sides stay the same.
 */
function pairInOrder(group: Group, level: Level, texts: FileTexts): void {
  const base = group.base.filter(entry => entry.partner === null && !stillThere(entry, texts))
  const head = group.head.filter(entry => entry.partner === null)
  let next = 0
  for (let index = 0; index < base.length && next < head.length; index++) {
    const entry = base[index]
    if (entry === undefined) break
    const last = Math.max(next, head.length - (base.length - index))
    let best = next
    while (best < last && distance(entry, head[best + 1]) < distance(entry, head[best])) best++
    const candidate = head[best]
    if (candidate === undefined) break
    if (comparable(entry, candidate, level) && mayBeMoved(entry, candidate, level, texts)) {
      pair(entry, candidate, entry.kind === 'code' && entry.line !== candidate.line ? 'moved' : 'exact')
      next = best + 1
    } else {
      candidate.doubt = 'elsewhere'
      next = best
    }
  }
}

const distance = (left: Entry, right: Entry | undefined): number =>
  right === undefined ? Number.POSITIVE_INFINITY : Math.abs(left.line - right.line)

/** Whether equal content at another line is the same finding: short code could be written anew anywhere. */
function mayBeMoved(base: Entry, head: Entry, level: Level, texts: FileTexts): boolean {
  if (base.kind !== 'code' || base.line === 0 || base.line === head.line) return true
  if (level === 'message') return hasColumns(base) && !texts.mapped
  const content = contentOf(base, level) ?? ''
  if (content.length - level.length > DISTINCTIVE || !texts.mapped) return true
  const edits = texts.diff?.edits ?? []
  const edit = removingEdit(edits, base.line)
  if (edit !== null && edit === addingEdit(edits, head.line)) return true
  if (texts.base === null || texts.head === null) return false
  return likeness(contextAt(texts.base, base.line), contextAt(texts.head, head.line)) >= 0.4
}

const hasColumns = ({ finding: { location } }: Entry): boolean =>
  location !== null && location.startColumn !== null && location.endColumn !== null && location.startColumn > 1
