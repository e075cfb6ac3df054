import {
  comparedLine,
  contextAt,
  type FileTexts,
  followLine,
  type Lines,
  likeness,
  tellingWords,
  wordsAround
} from './content.js'
import { addingEdit, removingEdit } from './diff.js'
import { type Entry, pair } from './entry.js'
import { advisoriesOf } from './fingerprint.js'
import type { Edit } from './model.js'

/** Pairs what stands on a line that the change did not touch, whatever the rest of its region became. */
export function pairSamePlace(base: readonly Entry[], head: readonly Entry[], texts: FileTexts): void {
  if (!texts.mapped) return
  const places = new Map<string, Entry[]>()
  for (const entry of head) {
    if (entry.partner !== null || entry.kind !== 'code' || entry.line === 0) continue
    const key = placeKey(entry, entry.line)
    const list = places.get(key)
    if (list === undefined) places.set(key, [entry])
    else list.push(entry)
  }
  if (places.size === 0) return
  for (const entry of base) {
    if (entry.partner !== null || entry.kind !== 'code' || entry.line === 0) continue
    const line = followLine(texts, entry.line)
    const candidate = line == null ? undefined : places.get(placeKey(entry, line))?.shift()
    if (candidate !== undefined) pair(entry, candidate, 'place')
  }
}

const placeKey = ({ scope, finding }: Entry, line: number): string =>
  `${scope}\0${line}:${finding.location?.startColumn ?? ''}`

/** Pairs code that was only formatted anew: the same words around it, on changed lines on both sides. */
export function pairReformatted(base: readonly Entry[], head: readonly Entry[], texts: FileTexts): void {
  const edits = texts.diff?.edits ?? []
  if (edits.length === 0) return
  const waiting = new Map<string, Entry[]>()
  for (const entry of head) {
    const key = unpaired(entry) ? addedWords(entry, texts.head, edits) : null
    if (key === null) continue
    const list = waiting.get(key)
    if (list === undefined) waiting.set(key, [entry])
    else list.push(entry)
  }
  for (const entry of base) {
    const key = unpaired(entry) && waiting.size > 0 ? removedWords(entry, texts.base, edits) : null
    const candidate = key === null ? undefined : waiting.get(key)?.shift()
    if (candidate !== undefined) pair(entry, candidate, 'reformatted')
  }
}

function addedWords(entry: Entry, lines: Lines | null, edits: readonly Edit[]): string | null {
  const edit = edits[addingEdit(edits, entry.line) ?? -1]
  return edit === undefined ? null : wordsKey(entry, lines, edit.headStart, edit.headStart + edit.added - 1)
}

function removedWords(entry: Entry, lines: Lines | null, edits: readonly Edit[]): string | null {
  const edit = edits[removingEdit(edits, entry.line) ?? -1]
  return edit === undefined ? null : wordsKey(entry, lines, edit.baseStart, edit.baseStart + edit.removed.length - 1)
}

function wordsKey({ finding, scope }: Entry, lines: Lines | null, first: number, last: number): string | null {
  if (lines === null || finding.location === null) return null
  const words = wordsAround(lines, finding.location, first, last)
  return words === null ? null : `${scope}\0${words}`
}

const unpaired = (entry: Entry): boolean => entry.partner === null && entry.kind === 'code' && entry.line > 0

/** More pairs than this are not compared one by one, for a rule and for a file: a hostile file must not stall the gate. */
const MOST_PAIRS = { rule: 1_600, file: 20_000 }
/** Words of the line that must stay. */
const ALIKE = 0.75
/** Lines around it that must stay where the line went elsewhere in the file. */
const ALIKE_CONTEXT = 0.5
/** By how much the best candidate must be better than the next one. */
const MARGIN = 0.1
/** Without a diff: how far an edited line may have gone. */
const REACH = 30

interface Candidate {
  readonly base: Entry
  readonly head: Entry
  readonly score: number
}

/** Pairs lines that were edited: alike enough, near enough, and each other's only best candidate. */
export function pairEdited(base: readonly Entry[], head: readonly Entry[], texts: FileTexts): void {
  const scopes = new Map<string, { base: Entry[]; head: Entry[] }>()
  for (const entry of base) {
    if (!unpaired(entry) || typeof followLine(texts, entry.line) === 'number') continue
    const scope = scopes.get(entry.scope)
    if (scope === undefined) scopes.set(entry.scope, { base: [entry], head: [] })
    else scope.base.push(entry)
  }
  for (const entry of head) if (unpaired(entry)) scopes.get(entry.scope)?.head.push(entry)
  let left = MOST_PAIRS.file
  for (const scope of scopes.values()) {
    const pairs = scope.base.length * scope.head.length
    if (pairs === 0) continue
    if (pairs > MOST_PAIRS.rule || pairs > left) {
      for (const entry of scope.head) entry.doubt = 'ambiguous'
    } else {
      left -= pairs
      pairBest(candidates(scope.base, scope.head, texts))
    }
  }
}

function candidates(base: readonly Entry[], head: readonly Entry[], texts: FileTexts): readonly Candidate[] {
  const found: Candidate[] = []
  for (const left of base) {
    for (const right of head) {
      const score = editScore(left, right, texts)
      if (score > 0) found.push({ base: left, head: right, score })
    }
  }
  return found.sort((left, right) => right.score - left.score)
}

/** Takes the best candidates first; where a rival is about as good, none is taken: which one is new cannot be said. */
function pairBest(sorted: readonly Candidate[]): void {
  for (const candidate of sorted) {
    if (candidate.base.partner !== null || candidate.head.partner !== null) continue
    const rival = sorted.some(other => isRival(candidate, other))
    if (rival) candidate.head.doubt = 'ambiguous'
    else pair(candidate.base, candidate.head, 'edited')
  }
}

function isRival(candidate: Candidate, other: Candidate): boolean {
  if (other === candidate || other.score < candidate.score - MARGIN) return false
  if (other.base !== candidate.base && other.head !== candidate.head) return false
  // Several findings on one line go together: which is which does not matter.
  if (other.base.line === candidate.base.line && other.head.line === candidate.head.line) return false
  return other.base.partner === null && other.head.partner === null
}

/** How likely the head's finding is the base's one after an edit; 0 where it is not acceptable. */
function editScore(base: Entry, head: Entry, texts: FileTexts): number {
  const line = lineLikeness(base, head, texts)
  if (line < ALIKE) return 0
  if (!texts.mapped) return Math.abs(base.line - head.line) <= REACH ? line : 0
  const edits = texts.diff?.edits ?? []
  const added = addingEdit(edits, head.line)
  const removed = removingEdit(edits, base.line)
  if (added === null || removed === null) return 0
  const around =
    texts.base === null || texts.head === null
      ? 0
      : likeness(contextAt(texts.base, base.line), contextAt(texts.head, head.line))
  if (added !== removed) return around >= ALIKE_CONTEXT ? (line + around) / 2 : 0
  const edit = edits[added]
  const sameRow =
    edit !== undefined &&
    edit.removed.length === edit.added &&
    base.line - edit.baseStart === head.line - edit.headStart
  return line + around / 4 + (sameRow ? 0.25 : 0)
}

function lineLikeness(base: Entry, head: Entry, texts: FileTexts): number {
  const before = texts.base === null ? base.finding.clues.snippet : texts.base.raw[base.line - 1]
  const after = texts.head === null || texts.base === null ? head.finding.clues.snippet : texts.head.raw[head.line - 1]
  if (before == null || after == null) return 0
  if (
    texts.base !== null &&
    texts.head !== null &&
    comparedLine(texts.base, base.line) === comparedLine(texts.head, head.line)
  ) {
    return 1
  }
  return likeness(tellingWords(before), tellingWords(after))
}

/** Pairs advisories of one package and manifest that share an alias, although they lead with different ones. */
export function pairAliases(base: readonly Entry[], head: readonly Entry[]): void {
  const waiting = new Map<string, Entry[]>()
  for (const entry of head) {
    if (entry.partner !== null || entry.kind !== 'dependency') continue
    for (const advisory of advisoriesOf(entry.finding)) {
      const key = `${entry.scope}\0${advisory.toUpperCase()}`
      const list = waiting.get(key)
      if (list === undefined) waiting.set(key, [entry])
      else list.push(entry)
    }
  }
  if (waiting.size === 0) return
  for (const entry of base) {
    if (entry.partner !== null || entry.kind !== 'dependency') continue
    for (const advisory of advisoriesOf(entry.finding)) {
      const candidate = waiting.get(`${entry.scope}\0${advisory.toUpperCase()}`)?.find(other => other.partner === null)
      if (candidate === undefined) continue
      pair(entry, candidate, 'alias')
      break
    }
  }
}
