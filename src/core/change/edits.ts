import type { Edit } from './change.js'

/** Ranges of added lines that belong to replacements. */
export function changedLines(edits: readonly Edit[]): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = []
  for (const { headStart, added } of edits) if (added > 0) ranges.push([headStart, headStart + added - 1])
  return ranges
}

/** Index of the last replacement that starts at or before the base line, or -1. */
function editBefore(edits: readonly Edit[], baseLine: number): number {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edits[middle]?.baseStart ?? 0) <= baseLine) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The head's number of a line of the base, or null where the change removed or replaced it. */
export function toHeadLine(edits: readonly Edit[], baseLine: number): number | null {
  const edit = edits[editBefore(edits, baseLine)]
  if (edit === undefined) return baseLine
  const past = baseLine - edit.baseStart - edit.removed.length
  return past < 0 ? null : edit.headStart + edit.added + past
}

/** Index of the replacement that removed the base line, or null. */
export function removingEdit(edits: readonly Edit[], baseLine: number): number | null {
  const index = editBefore(edits, baseLine)
  const edit = edits[index]
  return edit !== undefined && baseLine < edit.baseStart + edit.removed.length ? index : null
}

/** Index of the replacement that added the head line, or null. */
export function addingEdit(edits: readonly Edit[], headLine: number): number | null {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edits[middle]?.headStart ?? 0) <= headLine) low = middle + 1
    else high = middle
  }
  // Removals without additions may share the head line with the replacement before them.
  for (let index = low - 1; index >= 0; index--) {
    const edit = edits[index]
    if (edit === undefined || edit.headStart + edit.added > headLine) return edit === undefined ? null : index
    if (edit.added > 0) return null
  }
  return null
}

/** The base's lines, from the head's lines and the replacements: a diff applied backwards. */
export function baseLines(headLines: readonly string[], edits: readonly Edit[]): readonly string[] {
  if (edits.length === 0) return headLines
  const lines: string[] = []
  let next = 1
  for (const { headStart, added, removed } of edits) {
    for (; next < headStart; next++) lines.push(headLines[next - 1] ?? '')
    for (const line of removed) lines.push(line)
    next = headStart + added
  }
  for (; next <= headLines.length; next++) lines.push(headLines[next - 1] ?? '')
  return lines
}

/**
 * Whether the change reaches the lines: it adds or edits one of them, or it removes lines within or next to them. What
 * protects a place (a decorator, a key of a block, `USER app`) often stands beside it, and is reported when it is gone.
 */
export function reaches(edits: readonly Edit[], first: number, last: number): boolean {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    const edit = edits[middle]
    if (edit !== undefined && edit.headStart + edit.added < first) low = middle + 1
    else high = middle
  }
  for (let index = low; ; index++) {
    const edit = edits[index]
    if (edit === undefined || edit.headStart > last + 1) return false
    const { headStart, added, removed } = edit
    if (added > 0 && headStart <= last && headStart + added > first) return true
    if (removed.length > 0) return true
  }
}

/** The base's number of a line of the head, or null where the change added or edited it. */
export function toBaseLine(edits: readonly Edit[], headLine: number): number | null {
  let shift = 0
  for (const { headStart, added, removed } of edits) {
    if (headLine < headStart) break
    if (headLine < headStart + added) return null
    shift += removed.length - added
  }
  return headLine + shift
}
