import type { Edit } from './change.js'

/** Replacements read from consecutive hunks, and where reading ended. */
export interface Hunks {
  readonly edits: readonly Edit[]
  /** Index of the first line that belongs to no hunk. */
  readonly next: number
  /** Number of lines that hold text: an empty one after the last line break does not count. */
  readonly end: number
  /** False where a line holds ends of lines that git does not count: then nobody knows which line a scanner means. */
  readonly isCounted: boolean
  /** What is wrong with the hunk that ends at `next`, or null. */
  readonly problem: string | null
}

/** Ends of lines for scanners and editors, and not for git: a lone carriage return, and the separators of Unicode. */
const UNCOUNTED = /\r(?!\n|$)|[\u2028\u2029]/

/** Whether git and a scanner number the lines of the text alike. */
export const isCountedAlike = (text: string): boolean => !UNCOUNTED.test(text)

interface HunkCounts {
  base: number
  head: number
}

const HEADER = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/

/**
 * Reads the hunks that start at line `start` of a unified diff
 * (https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html).
 * Line counts of the headers are authoritative: a removed line that looks like a header stays a removed line.
 */
export function parseHunks(lines: readonly string[], start: number): Hunks {
  const edits: Edit[] = []
  const end = lines[lines.length - 1] === '' ? lines.length - 1 : lines.length
  const isCounted = (next: number): boolean => {
    for (let line = start; line < next; line++) if (!isCountedAlike(lines[line] ?? '')) return false
    return true
  }
  let index = start
  while (index < end) {
    const header = HEADER.exec(lines[index] ?? '')
    if (header === null) break
    const [, baseLine, baseCount, headLine, headCount] = header
    const left = { base: Number(baseCount ?? 1), head: Number(headCount ?? 1) }
    // With a count of zero the header names the line before the place.
    const at = {
      base: Number(baseLine) + (left.base === 0 ? 1 : 0),
      head: Number(headLine) + (left.head === 0 ? 1 : 0)
    }
    index = parseBody(lines, index + 1, end, at, left, edits)
    if (left.base !== 0 || left.head !== 0) {
      return { edits, next: index, end, isCounted: false, problem: 'the hunk ends before its line counts are met' }
    }
    if (lines[index]?.startsWith('\\ ')) index++
  }
  const problem = outOfOrder(edits) ? 'the hunks overlap or are out of order' : null
  return { edits, next: index, end, isCounted: isCounted(index), problem }
}

/** Reads one hunk's lines; counts `left` down and returns the index after it. */
function parseBody(
  lines: readonly string[],
  start: number,
  end: number,
  at: HunkCounts,
  left: HunkCounts,
  edits: Edit[]
): number {
  let removed: string[] = []
  let added = 0
  let index = start
  const flush = (): void => {
    if (removed.length > 0 || added > 0) {
      edits.push({ baseStart: at.base - removed.length, removed, headStart: at.head - added, added })
    }
    removed = []
    added = 0
  }
  for (; index < end && (left.base > 0 || left.head > 0); index++) {
    const line = lines[index] ?? ''
    const mark = line.charCodeAt(0)
    if (mark === 45 /* - */ && left.base > 0) {
      removed.push(line.slice(1))
      at.base++
      left.base--
    } else if (mark === 43 /* + */ && left.head > 0) {
      added++
      at.head++
      left.head--
    } else if (mark === 92 /* \ No newline at end of file */) {
    } else if ((mark === 32 || line === '' || line === '\r') && left.base > 0 && left.head > 0) {
      // Some senders strip the blank that marks an empty context line.
      flush()
      at.base++
      at.head++
      left.base--
      left.head--
    } else break
  }
  flush()
  return index
}

function outOfOrder(edits: readonly Edit[]): boolean {
  let base = 0
  let head = 0
  for (const edit of edits) {
    if (edit.baseStart < base || edit.headStart < head) return true
    base = edit.baseStart + edit.removed.length
    head = edit.headStart + edit.added
  }
  return false
}
