import type { Edit } from './change.js'
import { toBaseLine } from './edits.js'

/** A scanned file as the head has it; checks stand on the head, and what is scanned is often a trial merge. */
export interface HeadFile {
  /** Its path at the head; null where the head has no such file. */
  readonly path: string | null
  /** From the head's text to the scanned one; null where they are too different to tell. */
  readonly edits: readonly Edit[] | null
}

/** Lines of a file, and whether they are the very lines that were found. */
export interface HeadLines {
  readonly path: string
  readonly startLine: number
  readonly endLine: number
  readonly isExact: boolean
}

/** Where lines of a scanned file are at the head: the nearest ones where the head does not have these. */
export function onHead(path: string, startLine: number, endLine: number, head: HeadFile | undefined): HeadLines {
  if (head === undefined) return { path, startLine, endLine, isExact: true }
  if (head.path === null || head.edits === null) {
    return { path: head.path ?? path, startLine: 1, endLine: 1, isExact: false }
  }
  const [first, last] = [toBaseLine(head.edits, startLine), toBaseLine(head.edits, endLine)]
  const start = first ?? nearest(head.edits, startLine)
  return { path: head.path, startLine: start, endLine: Math.max(start, last ?? start), isExact: first !== null }
}

/** The head's line before which the added ones stand. */
const nearest = (edits: readonly Edit[], line: number): number =>
  Math.max(1, edits.find(({ headStart, added }) => line >= headStart && line < headStart + added)?.baseStart ?? 1)
