import type { Diff, DiffFile } from '../core/change/change.js'
import { fileIn } from '../core/change/diff.js'
import type { Notice } from '../core/ground/notice.js'
import type { SettledChange } from './request.js'

const UNKNOWN_FILE: DiffFile = { change: 'modified', basePath: null, lines: null, edits: null, doubt: 'unfit' }

/** Files that a notice names. */
const MOST_NAMED = 5

/**
 * The change, of which nothing is known at paths that lead over a symbolic link to a file that it touches: the diff
 * names that file alone, and whoever judges the same scans elsewhere has no link to follow. So they are recorded like
 * files that a step has edited.
 */
export function withLinked(
  settled: SettledChange,
  paths: readonly string[],
  leadsTo: (path: string) => string | null
): SettledChange {
  const { diff, edited, readSource } = settled
  if (diff === null) return settled
  const linked = paths.filter(path => isReached(diff, path, leadsTo(path)))
  if (linked.length === 0) return settled
  const isLinked = new Set(linked)
  return {
    ...settled,
    diff: { ...diff, files: new Map([...diff.files, ...linked.map(path => [path, UNKNOWN_FILE] as const)]) },
    readSource: path => (isLinked.has(path) ? null : readSource(path)),
    edited: edited === null ? null : [...new Set([...edited, ...linked])].sort(),
    notices: [...settled.notices, noticeOf(linked)]
  }
}

const isReached = (diff: Diff, path: string, target: string | null): boolean =>
  target !== null && !diff.files.has(path) && fileIn(diff, target) !== undefined

function noticeOf(paths: readonly string[]): Notice {
  const rest = paths.length - MOST_NAMED
  const named = paths.slice(0, MOST_NAMED).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
  const message =
    `The change touches files that symbolic links lead to, so nothing is known of the lines of ${named}. ` +
    'Let the scanner name the files themselves'
  return { level: 'warning', code: 'diff-unfit', message }
}
