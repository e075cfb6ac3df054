import { fits } from '../../core/change/fit.js'
import type { HeadFile } from '../../core/change/head-lines.js'
import { diffTexts } from '../../core/change/text-diff.js'
import type { SettledChange } from '../../gate/request.js'
import { type CommitReader, committedText } from './base-texts.js'
import { diffBetween } from './between.js'
import type { ScanCandidate } from './scanned.js'

/** Where the files of the scanned commit are at the head; null where they are the same there. */
export function headFiles(
  scanned: ScanCandidate | null,
  headSha: string | null,
  reader: Omit<CommitReader, 'commit'>,
  found: readonly ScanCandidate[],
  readSource: (path: string) => string | null
): SettledChange['onHead'] {
  if (scanned === null || headSha === null || scanned.commit.sha === headSha) return null
  if (found.some(({ commit }) => commit.sha === headSha && commit.tree === scanned.commit.tree)) return null
  return async paths => {
    // From the head to the scanned commit: what the base has got since the branch was begun.
    const since = await diffBetween(headSha, scanned.commit.sha, reader.root, reader.github)
    const files = new Map<string, HeadFile>()
    for (const path of paths) {
      const listed = since?.files.get(path)
      const text = readSource(path)
      if (listed === undefined && since?.complete === true) continue
      if (listed?.change === 'added') files.set(path, { path: null, edits: null })
      else if (listed?.edits && (text === null || fits(listed, text))) {
        files.set(path, { path: listed.basePath ?? path, edits: listed.edits })
      } else {
        files.set(path, await compared(path, listed?.basePath ?? path, text, { ...reader, commit: headSha }))
      }
    }
    return files
  }
}

async function compared(path: string, headPath: string, text: string | null, reader: CommitReader): Promise<HeadFile> {
  const head = await committedText(headPath, reader)
  if (head === null) return { path: null, edits: null }
  const edits = head === undefined || text === null ? null : diffTexts(head, text, headPath, path).edits
  return { path: headPath, edits }
}
