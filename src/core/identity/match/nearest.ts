import type { Edit } from '../../change/change.js'
import { addingEdit, removingEdit } from '../../change/edits.js'
import { advisoriesOf } from '../fingerprint.js'
import { type FileTexts, followLine, type Lines, wordsAround } from './content.js'
import { type Entry, pair, unpaired } from './entry.js'

/** Pairs what stands on a line that the change did not touch, whatever the rest of its region became. */
export function pairSamePlace(base: readonly Entry[], head: readonly Entry[], texts: FileTexts): void {
  const places = new Map<string, Entry[]>()
  for (const entry of head) {
    if (!unpaired(entry)) continue
    const key = placeKey(entry, entry.line)
    const list = places.get(key)
    if (list === undefined) places.set(key, [entry])
    else list.push(entry)
  }
  for (const entry of base) {
    const candidate = unpaired(entry) ? places.get(placeKey(entry, followLine(texts, entry.line)))?.shift() : undefined
    if (candidate !== undefined) pair(entry, candidate, 'place')
  }
}

/** No finding of the head is on a line that is gone. */
const placeKey = ({ scope, finding }: Entry, line: number | null | undefined): string =>
  `${scope}\0${line}:${finding.location?.startColumn}`

/** Pairs code that was only formatted anew: the same words around it, on changed lines on both sides. */
export function pairReformatted(base: readonly Entry[], head: readonly Entry[], texts: FileTexts): void {
  const { edits } = texts
  if (edits === null) return
  const waiting = new Map<string | null, Entry[]>()
  for (const entry of head) {
    const key = unpaired(entry) ? addedWords(entry, texts.head, edits) : null
    if (key === null) continue
    const list = waiting.get(key)
    if (list === undefined) waiting.set(key, [entry])
    else list.push(entry)
  }
  for (const entry of base) {
    const key = unpaired(entry) ? removedWords(entry, texts.base, edits) : null
    const candidate = waiting.get(key)?.shift()
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

/** Pairs advisories of one package and manifest that share an alias, although they lead with different ones. */
export function pairAliases(base: readonly Entry[], head: readonly Entry[]): void {
  const waiting = new Map<string, Entry[]>()
  for (const entry of head) {
    if (entry.kind !== 'dependency') continue
    for (const advisory of advisoriesOf(entry.finding)) {
      const key = `${entry.scope}\0${advisory.toUpperCase()}`
      const list = waiting.get(key)
      if (list === undefined) waiting.set(key, [entry])
      else list.push(entry)
    }
  }
  for (const entry of base) {
    if (entry.partner !== null) continue
    for (const advisory of advisoriesOf(entry.finding)) {
      const candidate = waiting.get(`${entry.scope}\0${advisory.toUpperCase()}`)?.find(other => other.partner === null)
      if (candidate === undefined) continue
      pair(entry, candidate, 'alias')
      break
    }
  }
}
