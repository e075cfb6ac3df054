import type { Diff, DiffFile } from '../core/change/change.js'
import { fileIn, fitted } from '../core/change/diff.js'
import { filesAskedFor } from '../core/change/locks/asked.js'
import type { Notice } from '../core/ground/notice.js'
import type { SarifInput } from '../core/sarif/input.js'
import type { KnownChange, SettledChange } from './request.js'
import { pathsOutside } from './sources.js'

/** What is known of the scanned tree besides its texts. */
interface TreeFacts {
  /** Files that the diff names and the tree does not have: what the diff does not name may have changed then. */
  readonly strangers?: readonly string[]
  /** Where a path of the checkout leads over a symbolic link; null: it is the file itself. Absent: nothing is checked out. */
  readonly leadsTo?: (path: string) => string | null
}

/** Files that a notice names. */
const MOST_NAMED = 5

/**
 * The change, held against what was scanned: by whoever knows more of it, and in the end against the very texts. Files
 * whose diff leads to another text than the one that is there are told in one notice.
 */
export async function settleScanned(
  change: KnownChange,
  inputs: readonly SarifInput[],
  readSource: (path: string) => string | null,
  { strangers = [], leadsTo }: TreeFacts = {}
): Promise<SettledChange> {
  const asGiven: SettledChange = { ...UNSETTLED, diff: change.diff, readSource }
  // Nobody has anything to hold against them: of a million findings the files are not listed for nothing.
  if (change.settle === undefined && change.diff === null) return asGiven
  const findings = inputs.flatMap(input => input.findings)
  const outside = pathsOutside(findings)
  // Whoever knows more of the change is asked for all files; what was only handed over tells of those that it names.
  const among = change.settle === undefined ? change.diff?.files : undefined
  const paths = filesAskedFor(findings, among).filter(path => !outside.has(path))
  const commits = [...new Set(findings.flatMap(({ commit }) => commit ?? []))]
  const revisions = [...new Set(inputs.flatMap(({ runs }) => runs.flatMap(run => run.revisions)))]
  const known = (await change.settle?.({ paths, readSource, commits, revisions })) ?? asGiven
  if (known.diff === null) return known
  const all = () => filesAskedFor(findings).filter(path => !outside.has(path))
  const settled = leadsTo === undefined ? known : withLinked(known, among === undefined ? paths : all(), leadsTo)
  if (settled.diff === null) return settled
  const unfit = paths.filter(path => known.diff?.files.get(path)?.doubt === 'unfit')
  const held = fitted(settled.diff, new Set(paths), settled.readSource)
  const told = [...new Set([...unfit, ...held.unfit])].sort()
  return {
    ...settled,
    diff: strangers.length === 0 ? held.diff : { ...held.diff, complete: false },
    notices: [
      ...settled.notices,
      ...(told.length === 0 ? [] : [unfitNotice(told)]),
      ...(strangers.length === 0 ? [] : [strangersNotice(strangers)])
    ]
  }
}

const UNSETTLED: Omit<SettledChange, 'diff' | 'readSource'> = {
  scannedSha: null,
  mergedInto: null,
  isCertain: false,
  edited: [],
  commits: [],
  history: null,
  notices: [],
  onHead: null
}

function named(paths: readonly string[]): string {
  const rest = paths.length - MOST_NAMED
  return paths.slice(0, MOST_NAMED).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}

function unfitNotice(paths: readonly string[]): Notice {
  const message =
    `The diff leads to another text than the one that was scanned, so nothing is known of the lines of ${named(paths)}. ` +
    'Commit what is not committed, update the branch, or scan the commit that the diff leads to'
  return { level: 'warning', code: 'diff-unfit', message }
}

function strangersNotice(paths: readonly string[]): Notice {
  const message =
    `The diff names files that the scanned tree does not have, so nothing is known of those that it does not name: ${named(paths)}. ` +
    'Give a diff with paths from the root of the checkout (no --relative), and scan the commit that it leads to'
  return { level: 'warning', code: 'diff-unfit', message }
}

const UNKNOWN_FILE: DiffFile = { change: 'modified', basePath: null, lines: null, edits: null, doubt: 'unfit' }

/**
 * The change, of which nothing is known at paths that lead over a symbolic link to a file that it touches: the diff
 * names that file alone, and whoever judges the same scans elsewhere has no link to follow. So they are recorded like
 * files that a step has edited.
 */
function withLinked(
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
    notices: [...settled.notices, linkedNotice(linked)]
  }
}

const isReached = (diff: Diff, path: string, target: string | null): boolean =>
  target !== null && !diff.files.has(path) && fileIn(diff, target) !== undefined

function linkedNotice(paths: readonly string[]): Notice {
  const message =
    `The change touches files that symbolic links lead to, so nothing is known of the lines of ${named(paths)}. ` +
    'Let the scanner name the files themselves'
  return { level: 'warning', code: 'diff-unfit', message }
}
