import { relative, resolve, sep } from 'node:path'
import type { Diff } from '../core/change/change.js'
import type { Notice } from '../core/ground/notice.js'
import { type FeedsRead, feedFiles, readFeeds } from '../files/feed-files.js'
import type { ListedFile } from '../files/patterns.js'
import { type PolicyPort, readOrNull, sha256Of } from '../files/policy-files.js'
import { trackedFiles } from '../files/tree.js'
import type { GateRequest } from './request.js'

/**
 * The feeds, of which those that lie in the repository count as they are at its base where the change touches them: a
 * change could otherwise declare itself unaffected. What it does not touch, and what the job has fetched, counts as it is
 * here. Of files whose scans a run has kept the place is told by the end of the path.
 */
export async function feedsOf(
  request: GateRequest,
  port: PolicyPort,
  root: string,
  diff: Diff | null
): Promise<FeedsRead & { readonly notices: readonly Notice[] }> {
  const atBase = new Map<string, Uint8Array | null>()
  const told = new Set<string>()
  const seen = new Set<string>()
  const touched = await touchedIn(root, diff)
  const gone = goneFrom(diff, root, request.cwd)
  for (const { path, name } of feedFiles(request, request.cwd, gone)) {
    const removed = gone.find(each => each.path === path)?.name ?? null
    const own = removed ?? touched(resolve(path), name)
    // One that was renamed counts already, under its new name.
    if (own === null || (removed !== null && seen.has(own))) continue
    seen.add(own)
    const before = await port.readInRepository(own)
    const here = readOrNull(path)
    if (before !== null && here !== null && sha256Of(before) === sha256Of(here)) continue
    // Where the base has it no longer, either, it is a file that is missing.
    if (before === null && here === null) continue
    atBase.set(path, before)
    told.add(own)
  }
  const known = gone.filter(({ path }) => atBase.has(path))
  const read = readFeeds(request, request.cwd, atBase, known)
  return { ...read, notices: told.size === 0 ? [] : [notice([...told])] }
}

/**
 * Files that the change takes away, each by its path in the repository, at every place where a pattern may look for it:
 * the checkout, and the directory into which what a run has kept was unpacked.
 */
function goneFrom(diff: Diff | null, root: string, cwd: string): readonly ListedFile[] {
  const isNested = [relative(root, cwd), relative(cwd, root)].some(way => !way.startsWith('..'))
  const names = [...(diff?.files ?? [])].flatMap(([path, { change, basePath }]) =>
    change === 'deleted' ? [path] : change === 'renamed' && basePath !== null ? [basePath] : []
  )
  const places = isNested ? [root] : [root, cwd]
  return names.flatMap(name => places.map(place => ({ path: resolve(place, name), name })))
}

const notice = (paths: readonly string[]): Notice => ({
  level: 'warning',
  code: 'governance-changed',
  message: `This change touches ${[...paths].sort().join(', ')}: what it says counts as it is at the base commit`
})

/** The path at the base of a feed that the change touches, or may touch; null for one that it leaves alone. */
type TouchedFeed = (path: string, name: string) => string | null

/** Where the change is not known, every file counts as touched that git knows, or where git cannot say. */
async function touchedIn(root: string, diff: Diff | null): Promise<TouchedFeed> {
  const tracked = diff?.complete === true ? null : (await trackedFiles(root)).value
  const inRepository = (path: string): string | null => {
    const inner = relative(root, path)
    return inner === '' || inner.startsWith('..') || resolve(inner) === inner ? null : inner.split(sep).join('/')
  }
  return (path, name) => {
    const inner = inRepository(path)
    const own = inner ?? [...(diff?.files.keys() ?? [])].find(each => isEndOf(each, name) || isEndOf(name, each))
    if (own === undefined) return null
    const file = diff?.files.get(own)
    if (file !== undefined) return file.basePath ?? own
    if (diff?.complete === true) return null
    return tracked === null || tracked.includes(own) ? own : null
  }
}

const isEndOf = (path: string, end: string): boolean => path === end || path.endsWith(`/${end}`)
