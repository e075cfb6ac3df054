import type { ScanSite, SourcePort } from '../../gate/request.js'
import { attempt } from '../../github/http/failure.js'
import type { GitHub } from '../../github/port.js'
import { type CommitReader, committedText } from './base-texts.js'

/** Files that are fetched for one evaluation; findings beyond are told apart without the text of their file. */
export const MOST_FILES = 300
const AT_ONCE = 8

/**
 * Files of a change, read through the API and never checked out. The trial merge comes first, because the pull request's
 * own run scanned that; then the head. Where it is not certain which was scanned, a path may be of either: one that is in
 * the other alone must not be taken for the file of this one that fits best.
 */
export function remoteSources(github: GitHub, commits: readonly string[], site: ScanSite | null = null): SourcePort {
  return {
    site,
    files: async () => {
      const listed = await Promise.all(commits.map(commit => attempt(github.filesAt(commit))))
      const trees = listed.flatMap(each => (each.ok ? [each.value] : []))
      const known = trees.filter(tree => tree !== null)
      return known.length === 0 || known.length < trees.length ? null : [...new Set(known.flat())]
    },
    read: paths =>
      readCommitted(
        paths,
        commits.map(commit => ({ commit, root: null, github }))
      )
  }
}

/**
 * Reads files at the first of these commits that has them. Those of the clone cost nothing but time; what is beyond the
 * limit has no text, in the order in which it was asked for.
 */
export async function readCommitted(
  paths: readonly string[],
  readers: readonly CommitReader[]
): Promise<(path: string) => string | null> {
  const texts = new Map<string, string | null>()
  const wanted = paths.slice(0, MOST_FILES)
  const readOne = async (path: string): Promise<string | null> => {
    for (const reader of readers) {
      const text = await committedText(path, reader)
      if (text != null) return text
    }
    return null
  }
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    const some = wanted.slice(start, start + AT_ONCE)
    const read = await Promise.all(some.map(readOne))
    for (const [index, path] of some.entries()) texts.set(path, read[index] ?? null)
  }
  return path => texts.get(path) ?? null
}
