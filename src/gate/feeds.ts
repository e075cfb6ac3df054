import { relative, resolve, sep } from 'node:path'
import type { Diff } from '../core/change/change.js'
import type { Notice } from '../core/ground/notice.js'
import { type FeedsRead, feedFiles, readFeeds } from '../files/feed-files.js'
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
  const told: string[] = []
  const touched = await touchedIn(root, diff)
  for (const { path, name } of feedFiles(request, request.cwd)) {
    const own = touched(resolve(path), name)
    if (own === null) continue
    const before = await port.readInRepository(own)
    const here = readOrNull(path)
    if (before !== null && here !== null && sha256Of(before) === sha256Of(here)) continue
    atBase.set(path, before)
    told.push(own)
  }
  return { ...readFeeds(request, request.cwd, atBase), notices: told.length === 0 ? [] : [notice(told)] }
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
