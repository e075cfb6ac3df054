import type { Diff } from '../change/change.js'
import type { Finding } from '../finding.js'
import { placeOf } from './fingerprint.js'
import type { IdentityContext } from './identified.js'
import { indexByPlace, NO_INDICES, type Places } from './match/indices.js'
import type { FileJob } from './match/match-file.js'
import { renames } from './renames.js'

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

const byPlace = (findings: readonly Finding[]): Places => indexByPlace(findings, placeOf)
