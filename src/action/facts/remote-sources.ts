import type { SourcePort } from '../../gate/request.js'
import { attempt } from '../../github/http/failure.js'
import type { GitHub } from '../../github/port.js'

/** Files that are fetched for one evaluation; findings beyond are told apart without the text of their file. */
const MOST_FILES = 300
const MAX_BYTES = 8 * 1024 * 1024
const AT_ONCE = 8

/**
 * Files of a change, read through the API and never checked out. The trial merge comes first, because the pull request's
 * own run scanned that; then the head.
 */
export function remoteSources(github: GitHub, commits: readonly string[]): SourcePort {
  const readOne = async (path: string): Promise<string | null> => {
    for (const ref of commits) {
      const file = await attempt(github.fileAt({ path, ref, maxBytes: MAX_BYTES }))
      if (file.ok && file.value.kind === 'file') return Buffer.from(file.value.bytes).toString('utf8')
    }
    return null
  }
  return {
    files: async () => {
      for (const commit of commits) {
        const listed = await attempt(github.filesAt(commit))
        if (listed.ok) return listed.value
      }
      return null
    },
    read: async paths => {
      const texts = new Map<string, string | null>()
      const wanted = paths.slice(0, MOST_FILES)
      for (let start = 0; start < wanted.length; start += AT_ONCE) {
        const some = wanted.slice(start, start + AT_ONCE)
        const read = await Promise.all(some.map(readOne))
        for (const [index, path] of some.entries()) texts.set(path, read[index] ?? null)
      }
      return path => texts.get(path) ?? null
    }
  }
}
