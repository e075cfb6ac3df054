import type { Edit, Stretch } from './change.js'
import { digestOf } from './fit.js'

/** Replacements read from consecutive hunks, and where reading ended. */
export interface Hunks {
  readonly edits: readonly Edit[]
  /** What the hunks show of the head. */
  readonly stretches: readonly Stretch[]
  /** Index of the first line that belongs to no hunk. */
  readonly next: number
  /** Number of lines that hold text: an empty one after the last line break does not count. */
  readonly end: number
  /** False where a line holds ends of lines that git does not count: then nobody knows which line a scanner means. */
  readonly isCounted: boolean
  /** What is wrong with the hunk that ends at `next`, or null. */
  readonly problem: string | null
}

/**
 * Ends of lines for some scanner and not for git: a lone carriage return, the separators of Unicode, NEL (Roslyn and
 * YAML count it), and what Python's `splitlines` counts besides: VT, FF, FS, GS and RS. A text with NUL is most likely
 * one of UTF-16, in which a line feed may be half of a letter.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are looked for.
const UNCOUNTED = /\r(?!\n|$)|[\0\v\f\x1c-\x1e\u0085\u2028\u2029]/

/** Whether git and all scanners number the lines of the text alike. */
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
  const stretches: Stretch[] = []
  const end = lines[lines.length - 1] === '' ? lines.length - 1 : lines.length
  const isCounted = (next: number): boolean => {
    for (let line = start; line < next; line++) if (!isCountedAlike(lines[line] ?? '')) return false
    return true
  }
  const past: HunkCounts = { base: 0, head: 0 }
  let index = start
  while (index < end) {
    const header = readHeader(lines[index] ?? '')
    if (header === null) break
    const broken = (next: number, problem: string): Hunks => ({
      ...{ edits, stretches, next, end },
      isCounted: false,
      problem
    })
    const { at, left } = header
    if (at.base < past.base || at.head < past.head) return broken(index, 'the hunks overlap or are out of order')
    const { head: first } = at
    const shown: string[] = []
    index = parseBody(lines, index + 1, end, { at, left, edits, shown })
    if (left.base !== 0 || left.head !== 0) return broken(index, 'the hunk ends before its line counts are met')
    Object.assign(past, at)
    if (shown.length > 0) stretches.push({ start: first, count: shown.length, digest: digestOf(shown) })
    if (lines[index]?.startsWith('\\ ')) index++
  }
  return { edits, stretches, next: index, end, isCounted: isCounted(index), problem: null }
}

/** First lines and counts of a hunk; null where the line is no header of one. */
function readHeader(line: string): { readonly at: HunkCounts; readonly left: HunkCounts } | null {
  const header = HEADER.exec(line)
  if (header === null) return null
  const [, baseLine, baseCount, headLine, headCount] = header
  const left = { base: Number(baseCount ?? 1), head: Number(headCount ?? 1) }
  // With a count of zero the header names the line before the place.
  const at = {
    base: Number(baseLine) + (left.base === 0 ? 1 : 0),
    head: Number(headLine) + (left.head === 0 ? 1 : 0)
  }
  return { at, left }
}

/** Where the reading of one hunk is: the next line on both sides, what is left of its counts, and what it has brought. */
interface Body {
  readonly at: HunkCounts
  readonly left: HunkCounts
  readonly edits: Edit[]
  readonly shown: string[]
}

/** Reads one hunk's lines; counts `left` down and returns the index after it. */
function parseBody(lines: readonly string[], start: number, end: number, { at, left, edits, shown }: Body): number {
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
      shown.push(line.slice(1))
      at.head++
      left.head--
    } else if (mark === 92 /* \ No newline at end of file */) {
    } else if ((mark === 32 || line === '' || line === '\r') && left.base > 0 && left.head > 0) {
      // Some senders strip the blank that marks an empty context line.
      flush()
      shown.push(line === '\r' ? line : line.slice(1))
      at.base++
      at.head++
      left.base--
      left.head--
    } else break
  }
  flush()
  return index
}
