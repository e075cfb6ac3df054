import { createHash, hash } from 'node:crypto'
import type { Diff, DiffFile } from './change.js'
import { baseLines } from './edits.js'

/** Letters beyond ASCII are one sign: a text that is no UTF-8 is decoded by everybody in another way. */
const compared = (line: string): string => line.replace(/\r+$/, '').replace(/[\u0080-\u{10ffff}]+/gu, '\ufffd')

/** Stands for lines of a text. Carriage returns at their ends do not count: git may write them into a checkout. */
export const digestOf = (lines: readonly string[]): string => hash('sha1', lines.map(compared).join('\n'), 'base64')

/**
 * Whether the diff of the file leads to that text: the lines that it shows stand at their numbers there, or git gives
 * the text the id that the diff names. Where hunks may be missing, taking the diff back must give the base's text as
 * well. A diff without edits and without evidence leads to any text.
 */
export function fits({ edits, fit }: DiffFile, text: string): boolean {
  if (edits === null) return false
  if (fit === undefined) return edits.length === 0
  const lines = text.split('\n')
  const { stretches } = fit
  const isShown = stretches.length > 0 && stretches.every(stretch => stands(stretch, lines))
  const isNamed = hasId(text, fit.blob) || (text.includes('\r') && hasId(text.replaceAll('\r\n', '\n'), fit.blob))
  if (!isShown && !isNamed) return false
  // Where a filter of git has written another text into the checkout, no id tells anything of either side.
  return fit.base === null || !isNamed || leadsBack(lines, edits, fit.base)
}

function stands({ start, count, digest }: NonNullable<DiffFile['fit']>['stretches'][number], lines: readonly string[]) {
  const end = start - 1 + count
  return start >= 1 && end <= lines.length && digestOf(lines.slice(start - 1, end)) === digest
}

/** Whether the base's text has that id: with the head's line ends or git's, and with or without one at the end of all. */
function leadsBack(lines: readonly string[], edits: NonNullable<DiffFile['edits']>, id: string): boolean {
  const before = baseLines(lines, edits)
  const plain = before.map(line => line.replace(/\r$/, ''))
  return [before, plain].some(each => {
    const text = each.join('\n')
    return hasId(text, id) || hasId(text.endsWith('\n') ? text.slice(0, -1) : `${text}\n`, id)
  })
}

/** Git's id of a text, as the files of a commit bear it (https://git-scm.com/docs/git-hash-object). */
export function blobId(text: string, algorithm: 'sha1' | 'sha256' = 'sha1'): string {
  const bytes = Buffer.from(text, 'utf8')
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/** Digits that an abbreviated id must have to say anything. */
const LEAST_DIGITS = 7

function hasId(text: string, id: string | null): boolean {
  if (id === null || id.length < LEAST_DIGITS) return false
  return (id.length <= 40 && blobId(text).startsWith(id)) || blobId(text, 'sha256').startsWith(id)
}

/**
 * The text that a file of the base has under its path there: the head's with the diff taken back. Null where that is not
 * known to the byte, as where git may have written the ends of lines.
 */
export function baseTextOf(
  path: string,
  diff: Diff | null,
  readSource: (path: string) => string | null
): string | null {
  if (diff === null) return null
  const file = [...diff.files].find(([, { basePath, change }]) => basePath === path && change !== 'copied')
  if (file === undefined) return diff.complete && !diff.files.has(path) ? readSource(path) : null
  const [headPath, change] = file
  const head = change.change === 'deleted' ? null : readSource(headPath)
  if (head === null || change.edits === null || head.includes('\r') || !fits(change, head)) return null
  return baseLines(head.split('\n'), change.edits).join('\n')
}
