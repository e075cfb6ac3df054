import type { Diff } from '../change/change.js'
import type { Finding } from '../finding.js'
import { kindOf, namedContent, placeOf, scopeOf, snippetContent } from './fingerprint.js'
import type { IdentityContext } from './identified.js'
import { comparedLine, deletedLines, likeness, splitLines, toLines } from './match/content.js'
import { type Indices, NO_INDICES, type Places, placesOf } from './match/indices.js'
import type { FileJob } from './match/match-file.js'

/** As git decides by default (`git diff -M`): half of the file must be the same. We ask for a little more. */
const ALIKE = 0.6
/** More files than this on both sides are not compared one by one. */
const MOST_FILES = 100

/**
 * The findings by file, those of renamed files under the new name. Renamed files come first, so that the fingerprints
 * that they had at their old paths are not given again; the order of the others is of no account.
 */
export function* jobs(
  findings: readonly Finding[],
  baseline: readonly Finding[],
  context: IdentityContext
): Generator<FileJob> {
  const head = byPlace(findings)
  const base = byPlace(baseline)
  const renamed = renames(findings, baseline, head, base, context)
  const moved = [...renamed].filter(([path]) => head.has(path)).sort(([left], [right]) => (left < right ? -1 : 1))
  const gone = new Set(moved.map(([, basePath]) => basePath))
  for (const [path, basePath] of moved) {
    const apart = gone.has(path) ? NO_INDICES : base.at(path)
    yield { path, basePath, head: head.at(path), base: base.at(basePath), apart }
  }
  for (const [path, indices] of head.entries()) {
    if (renamed.has(path)) continue
    const before = gone.has(path) ? NO_INDICES : base.at(path)
    // A file that took over a path is another file than the one that had it before.
    const [own, apart] = isAddition(path, context.diff) ? [NO_INDICES, before] : [before, NO_INDICES]
    yield { path, basePath: path, head: indices, base: own, apart }
  }
  for (const [path, indices] of base.entries()) {
    if (head.has(path) || gone.has(path)) continue
    yield { path, basePath: path, head: NO_INDICES, base: indices, apart: NO_INDICES }
  }
}

function isAddition(path: string, diff: Diff | null): boolean {
  const file = diff?.files.get(path)
  return file !== undefined && (file.change === 'added' || file.change === 'copied' || file.change === 'renamed')
}

const byPlace = (findings: readonly Finding[]): Places => placesOf(findings, placeOf)

/**
 * Head paths with the base path that they had: as the diff says; where it says deletion and addition, by the likeness
 * of the texts; where there is no diff, by findings that are all found again. The old path must be gone, and no other
 * file may be as likely: copies are new.
 */
export function renames(
  findings: readonly Finding[],
  baseline: readonly Finding[],
  head: Places,
  base: Places,
  context: IdentityContext
): ReadonlyMap<string, string> {
  if (baseline.length === 0) return new Map()
  const gone = [...base.keys()].filter(path => path !== '' && !head.has(path))
  const fresh = [...head.keys()].filter(path => path !== '' && !base.has(path))
  if (context.diff === null) return byFindings(findings, baseline, head, base, gone, fresh, context.readSource)
  const renamed = movedByDiff(context.diff)
  for (const [path, basePath] of byText(context.diff, gone, fresh, context.readSource)) renamed.set(path, basePath)
  return renamed
}

/** Files that the diff itself calls renamed, with the path that each had. */
export function movedByDiff({ files }: Diff): Map<string, string> {
  const renamed = new Map<string, string>()
  const sources = new Map<string, number>()
  for (const { change, basePath } of files.values()) {
    if (change === 'renamed' && basePath !== null) sources.set(basePath, (sources.get(basePath) ?? 0) + 1)
  }
  for (const [path, { change, basePath }] of files) {
    if (change !== 'renamed' || basePath === null || sources.get(basePath) !== 1) continue
    // The old path may be taken by a new file; by the same one changed, it was copied and not renamed.
    const now = files.get(basePath)?.change
    if (now !== 'modified' && now !== 'deleted') renamed.set(path, basePath)
  }
  return renamed
}

/** Completes a diff that was made without looking for renames. */
function byText(
  diff: Diff,
  gone: readonly string[],
  fresh: readonly string[],
  readSource: (path: string) => string | null
): ReadonlyMap<string, string> {
  const deleted = gone.filter(path => diff.files.get(path)?.change === 'deleted')
  const added = fresh.filter(path => diff.files.get(path)?.change === 'added')
  if (deleted.length === 0 || added.length === 0) return new Map()
  if (deleted.length > MOST_FILES || added.length > MOST_FILES) return new Map()
  const before = deleted.map(path => {
    const file = diff.files.get(path)
    return { path, lines: comparedLines(file === undefined ? null : (deletedLines(file)?.raw ?? null)) }
  })
  const after = added.map(path => {
    const text = readSource(path)
    return { path, lines: comparedLines(text === null ? null : splitLines(text)) }
  })
  const pairs: (readonly [string, string])[] = []
  for (const left of before) {
    for (const right of after) if (likeness(left.lines, right.lines) >= ALIKE) pairs.push([right.path, left.path])
  }
  return uniquePairs(pairs)
}

function comparedLines(raw: readonly string[] | null): readonly string[] {
  if (raw === null) return []
  const lines = toLines(raw)
  return raw.map((_, index) => comparedLine(lines, index + 1)).filter(line => line.length > 1)
}

/** Only pairs in which neither side has a second candidate. */
function uniquePairs(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  for (const [path, basePath] of pairs) {
    for (const side of [`head ${path}`, `base ${basePath}`]) counts.set(side, (counts.get(side) ?? 0) + 1)
  }
  return new Map(pairs.filter(([path, old]) => counts.get(`head ${path}`) === 1 && counts.get(`base ${old}`) === 1))
}

/**
 * Without a diff: every snippet of the vanished file's findings is found in the new file, which has no others, and
 * either the name stayed or there are at least two. The head's text must be readable, else "gone" means nothing.
 */
function byFindings(
  findings: readonly Finding[],
  baseline: readonly Finding[],
  head: Places,
  base: Places,
  gone: readonly string[],
  fresh: readonly string[],
  readSource: (path: string) => string | null
): ReadonlyMap<string, string> {
  const candidates = byContents(
    fresh.filter(path => readSource(path) !== null),
    path => contentsOf(findings, head.at(path))
  )
  const pairs: (readonly [string, string])[] = []
  for (const path of gone) {
    const indices = base.at(path)
    const key = readSource(path) === null ? contentsOf(baseline, indices) : null
    for (const other of candidates.get(key ?? '') ?? []) {
      if (indices.length > 1 || nameOf(other) === nameOf(path)) pairs.push([other, path])
    }
  }
  return uniquePairs(pairs)
}

function byContents(
  paths: readonly string[],
  contents: (path: string) => string | null
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const path of paths) {
    const key = contents(path)
    if (key === null) continue
    const list = found.get(key)
    if (list === undefined) found.set(key, [path])
    else list.push(path)
  }
  return found
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** All that a file's findings are about, in one key; null where one of them cannot be recognised by its content. */
function contentsOf(findings: readonly Finding[], indices: Indices): string | null {
  const contents: string[] = []
  for (const index of indices) {
    const finding = findings[index]
    if (finding === undefined || finding.category === 'container') return null
    const kind = kindOf(finding)
    const content = namedContent(finding, kind) ?? snippetContent(finding, kind)
    if (content === null) return null
    contents.push(`${scopeOf(finding, kind)}\0${content}`)
  }
  return contents.sort().join('\0\0')
}
