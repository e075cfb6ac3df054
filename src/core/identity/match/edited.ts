import { addingEdit, removingEdit } from '../../change/edits.js'
import { contextAt, type FileTexts, followLine, type Lines, likeness, tellingWords } from './content.js'
import { isSameLineEdited, type LinePlace } from './edited-line.js'
import { bestContent, type Entry, pair, unpaired } from './entry.js'

/** More pairs than this are not compared one by one, for a rule and for a file: a hostile file must not stall the gate. */
const MOST_PAIRS = { rule: 1_600, file: 20_000 }
/** With so many words in common, a line is a rival of the one that is taken for the edited one. */
const ALIKE = 0.75
/** Lines around it that must stay where the line went elsewhere in the file. */
const ALIKE_CONTEXT = 0.5
/** By how much the best candidate must be better than the next one. */
const MARGIN = 0.1
/** Without a diff: how far an edited line may have gone. */
const REACH = 30

/** Findings of one rule that were not found again. */
interface Scope {
  readonly base: Entry[]
  readonly head: Entry[]
}

interface Candidate {
  readonly base: Entry
  readonly head: Entry
  readonly score: number
  /** Whether the line can only be the same one edited; else the candidate is nothing but a rival. */
  readonly accepted: boolean
}

/** Pairs lines that were edited: the same but for one spot, near enough, and each other's only best candidate. */
export function pairEdited(base: readonly Entry[], head: readonly Entry[], texts: FileTexts): void {
  const scopes = scopesOf(base, head, texts)
  if (scopes.length === 0) return
  const known = contentsOf(base)
  let left = MOST_PAIRS.file
  for (const scope of scopes) {
    const pairs = scope.base.length * scope.head.length
    if (pairs > MOST_PAIRS.rule || pairs > left) {
      for (const entry of scope.head) entry.doubt = 'ambiguous'
    } else {
      left -= pairs
      pairBest(candidates(scope, known, texts))
    }
  }
}

/** What may still be the other side's: of the base, only what is on lines that are gone. */
function scopesOf(base: readonly Entry[], head: readonly Entry[], texts: FileTexts): readonly Scope[] {
  const scopes = new Map<string, Scope>()
  for (const entry of base) {
    if (!unpaired(entry) || typeof followLine(texts, entry.line) === 'number') continue
    const scope = scopes.get(entry.scope)
    if (scope === undefined) scopes.set(entry.scope, { base: [entry], head: [] })
    else scope.base.push(entry)
  }
  for (const entry of head)
    if (unpaired(entry) && entry.doubt !== 'ambiguous') scopes.get(entry.scope)?.head.push(entry)
  return [...scopes.values()]
}

/** What the baseline's findings are about: a line that says the same as another one of them is a copy, not an edit. */
const contentsOf = (base: readonly Entry[]): ReadonlySet<string> => new Set(base.map(contentKey))

const contentKey = (entry: Entry): string => `${entry.scope}\0${bestContent(entry)}`

function candidates({ base, head }: Scope, known: ReadonlySet<string>, texts: FileTexts): readonly Candidate[] {
  const found: Candidate[] = []
  for (const right of head) {
    const copy = known.has(contentKey(right))
    for (const left of base) {
      const candidate = candidateOf(left, right, copy, texts)
      if (candidate !== null) found.push(candidate)
    }
  }
  return found.sort((left, right) => right.score - left.score)
}

/** Takes the best candidates first; where a rival is about as good, none is taken: which one is new cannot be said. */
function pairBest(sorted: readonly Candidate[]): void {
  for (const candidate of sorted) {
    if (!candidate.accepted || candidate.base.partner !== null || candidate.head.partner !== null) continue
    const rival = sorted.some(other => isRival(candidate, other))
    if (rival) candidate.head.doubt = 'ambiguous'
    else pair(candidate.base, candidate.head, 'edited')
  }
}

function isRival(candidate: Candidate, other: Candidate): boolean {
  if (other.score < candidate.score - MARGIN) return false
  if (other.base !== candidate.base && other.head !== candidate.head) return false
  // Several findings on one line go together: which is which does not matter. So is the candidate no rival of its own.
  if (other.base.line === candidate.base.line && other.head.line === candidate.head.line) return false
  return other.base.partner === null && other.head.partner === null
}

/** How likely the head's finding is the base's one after an edit; null where it cannot be. */
function candidateOf(base: Entry, head: Entry, copy: boolean, texts: FileTexts): Candidate | null {
  const before = placeIn(base, texts.base)
  const after = placeIn(head, texts.base === null ? null : texts.head)
  if (before === null || after === null) return null
  const accepted = isSameLineEdited(before, after) && (!copy || contentKey(base) === contentKey(head))
  const words = likeness(tellingWords(before.line), tellingWords(after.line))
  if (!accepted && words < ALIKE) return null
  const score = scoreOf(base, head, Math.max(words, accepted ? ALIKE : 0), texts)
  return score === 0 ? null : { base, head, score, accepted }
}

/** The line of a finding, or its snippet where the text of either side is not known. */
function placeIn({ finding: { clues, location }, line }: Entry, lines: Lines | null): LinePlace | null {
  if (lines === null) return clues.snippet === null ? null : { line: clues.snippet, column: 1, end: null }
  const text = lines.raw[line - 1]
  if (text === undefined) return null
  const oneLine = location !== null && (location.endLine ?? line) === line
  return { line: text, column: location?.startColumn ?? 1, end: oneLine ? location.endColumn : null }
}

/** The likeness of the lines and of what is around them; 0 where the change could not make one into the other. */
function scoreOf(base: Entry, head: Entry, line: number, texts: FileTexts): number {
  const { edits } = texts
  if (edits === null) return Math.abs(base.line - head.line) <= REACH ? line : 0
  const added = addingEdit(edits, head.line)
  // A line of the base that is still there is no candidate, see above: what is null here is the head's.
  const removed = removingEdit(edits, base.line)
  if (added === null) return 0
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
