import { diffArrays } from 'diff'
import type { DiffFile, Edit } from './change.js'
import { diffFile } from './diff.js'
import { digestOf } from './fit.js'

/** Lines that may differ between two texts; more than these are not told apart, and nothing is known then. */
const MOST_EDITS = 1_000

/**
 * The change from one text of a file to the other, line by line. The head's text is the one that was scanned, so the
 * result fits it. Carriage returns at the ends of lines do not count. Lines are unknown where too much differs.
 */
export function diffTexts(base: string, head: string, basePath: string, path: string): DiffFile {
  const change = basePath === path ? 'modified' : 'renamed'
  const [before, after] = [linesOf(base), linesOf(head)]
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS })
  if (parts === undefined) return diffFile(change, basePath, null)
  const edits: Edit[] = []
  let [baseLine, headLine] = [1, 1]
  let removed: readonly string[] = []
  let added = 0
  const flush = (): void => {
    if (removed.length > 0 || added > 0) {
      edits.push({ baseStart: baseLine - removed.length, removed, headStart: headLine - added, added })
    }
    removed = []
    added = 0
  }
  for (const { added: isAdded, removed: isRemoved, value } of parts) {
    if (isRemoved) {
      removed = [...removed, ...value]
      baseLine += value.length
    } else if (isAdded) {
      added += value.length
      headLine += value.length
    } else {
      flush()
      baseLine += value.length
      headLine += value.length
    }
  }
  flush()
  const stretches = [{ start: 1, count: after.length, digest: digestOf(after) }]
  return diffFile(change, basePath, edits, { blob: null, base: null, stretches })
}

const linesOf = (text: string): readonly string[] => text.split('\n').map(line => line.replace(/\r$/, ''))
