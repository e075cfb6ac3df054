import type { Diff, DiffFile } from '../../core/change/change.js'
import { diffFile } from '../../core/change/diff.js'
import { blobId } from '../../core/change/fit.js'
import { diffTexts } from '../../core/change/text-diff.js'
import { sourceText } from '../../files/encoding.js'
import { fileAt } from '../../files/git.js'
import { attempt } from '../../github/http/failure.js'
import type { GitHub } from '../../github/port.js'

/** Texts that are fetched to be compared, in one evaluation; files beyond are unknown. */
const MOST_TEXTS = 100
const MAX_BYTES = 8 * 1024 * 1024

/** Where a commit's files can be read. */
export interface CommitReader {
  readonly commit: string
  /** The local clone, if there is one. */
  readonly root: string | null
  readonly github: GitHub | null
}

/** Nothing is known of the file: its lines, or whether it was there before. */
export const UNKNOWN_FILE: DiffFile = { change: 'modified', basePath: null, lines: null, edits: null, doubt: 'unfit' }

/**
 * The diff, with what the texts themselves tell of these paths: a file that the commit has not is added, one that it has
 * the same is untouched, and another one is compared line by line. Whatever commit was scanned, what differs from the
 * tree that the change is merged into is all that the change can have brought.
 */
export async function compareTexts(
  diff: Diff,
  paths: readonly string[],
  readSource: (path: string) => string | null,
  reader: CommitReader
): Promise<Diff> {
  if (paths.length === 0) return diff
  const files = new Map(diff.files)
  const blobs = await blobsOf(reader)
  let left = MOST_TEXTS
  for (const path of paths) {
    const text = readSource(path)
    const before = files.get(path)
    const basePath = before?.change === 'renamed' ? (before.basePath ?? path) : path
    const id = blobs?.get(basePath)
    if (text === null) files.set(path, UNKNOWN_FILE)
    else if (blobs !== null && id === undefined) files.set(path, diffFile('added', null, null))
    else if (id === blobId(text, id?.length === 64 ? 'sha256' : 'sha1') && basePath === path)
      untouch(files, path, diff.complete)
    else {
      left -= 1
      const base = left < 0 ? undefined : await committedText(basePath, reader)
      files.set(path, compared(base, text, basePath, path))
    }
  }
  return { files, complete: diff.complete }
}

/** Where the list is not whole, a file that is not listed is unknown: one that is proven to be untouched must be. */
function untouch(files: Map<string, DiffFile>, path: string, isComplete: boolean): void {
  if (isComplete) files.delete(path)
  else files.set(path, { change: 'modified', basePath: path, lines: [], edits: [] })
}

function compared(base: string | null | undefined, text: string, basePath: string, path: string): DiffFile {
  if (base === undefined) return UNKNOWN_FILE
  return base === null ? diffFile('added', null, null) : diffTexts(base, text, basePath, path)
}

/** Ids of all files; null where they are not known, so that each file has to be asked for. */
async function blobsOf({ commit, root, github }: CommitReader): Promise<ReadonlyMap<string, string> | null> {
  // Files of a clone cost nothing.
  if (github === null || (root !== null && (await fileAt(root, commit, '.gitattributes')).value !== null)) return null
  const listed = await attempt(github.blobsAt(commit))
  return listed.ok ? listed.value : null
}

/** The file's text at the commit; null where it has none, undefined where nobody can tell. */
export async function committedText(
  path: string,
  { commit, root, github }: CommitReader
): Promise<string | null | undefined> {
  const local = root === null ? null : (await fileAt(root, commit, path)).value
  const asked =
    local === null && github !== null ? await attempt(github.fileAt({ path, ref: commit, maxBytes: MAX_BYTES })) : null
  const file = local ?? (asked?.ok ? asked.value : null)
  if (file === null || file.kind === 'not-a-file') return undefined
  return file.kind === 'absent' ? null : sourceText(Buffer.from(file.bytes))
}
