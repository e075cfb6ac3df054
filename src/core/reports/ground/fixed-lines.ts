import type { Replacement } from '../../finding.js'

/** Whole lines of a text, counted from 1, and what is to stand in their place. */
export interface FixedLines {
  readonly first: number
  readonly last: number
  /** None where the lines are deleted. */
  readonly after: readonly string[]
}

/** A larger text is made by no person. */
const LARGEST_TEXT = 2_000_000
/** Lines from the first replacement to the last. */
const MOST_LINES = 30

/** Of other signs tools count columns in different ways: what stands before a column must be the same in all. */
const COUNTED_ALIKE = /^[\t\x20-\x7e]*$/

/**
 * The lines of the text that a fix changes, as it would leave them: no more of them than it changes. Null where it does
 * not fit the text, changes nothing, or reaches over too many lines, and where lines end in another way than by a line
 * feed, which a suggestion cannot write.
 */
export function fixedLines(text: string, replacements: readonly Replacement[]): FixedLines | null {
  const first = replacements.reduce((line, each) => Math.min(line, each.startLine), Number.MAX_SAFE_INTEGER)
  const last = replacements.reduce((line, each) => Math.max(line, each.endLine), 0)
  if (text.length > LARGEST_TEXT || first > last || last - first >= MOST_LINES) return null
  const all = text.split('\n')
  const before = all.slice(first - 1, last)
  if (last > all.length || before.some(line => line.includes('\r'))) return null
  const fixed = replaced(before, first, replacements)
  if (fixed === null) return null
  const lines = onlyChanged(before, fixed.split('\n'), first)
  // After the last line feed there is no line that could be replaced.
  return lines !== null && lines.last === all.length && all.at(-1) === '' ? null : lines
}

/** The lines, joined, with all replacements made; null where one does not fit, or two meet. */
function replaced(lines: readonly string[], first: number, replacements: readonly Replacement[]): string | null {
  const starts = [0]
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1)
  const offset = (number: number, column: number | null): number | null => {
    const line = lines[number - first]
    const start = starts[number - first]
    if (line === undefined || start === undefined) return null
    if (column === null) return start + line.length
    return column - 1 > line.length || !COUNTED_ALIKE.test(line.slice(0, column - 1)) ? null : start + column - 1
  }
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = []
  for (const { startLine, startColumn, endLine, endColumn, text } of replacements) {
    const [from, to] = [offset(startLine, startColumn), offset(endLine, endColumn)]
    if (from === null || to === null || to < from) return null
    edits.push({ from, to, text })
  }
  edits.sort((a, b) => a.from - b.from)
  const whole = lines.join('\n')
  let [result, next] = ['', 0]
  for (const { from, to, text } of edits) {
    if (from < next) return null
    result += whole.slice(next, from) + text
    next = to
  }
  return result + whole.slice(next)
}

/** Lines at both ends that stay as they are are left out; one stays where nothing else is replaced. */
function onlyChanged(before: readonly string[], after: readonly string[], first: number): FixedLines | null {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  if (head === before.length && head === after.length) return null
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  // Lines are added between two that stay: a suggestion has to replace one of them.
  if (head + tail === before.length) {
    if (tail > 0) tail -= 1
    else head -= 1
  }
  return {
    first: first + head,
    last: first + before.length - 1 - tail,
    after: after.slice(head, after.length - tail)
  }
}
