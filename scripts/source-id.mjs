// The state of the sources that a bundle is built from, as one git object id. A bundle that is committed cannot hold the
// id of the commit that holds it; this is what it can hold, and what anybody can ask of a commit without this repository's
// code: git ls-tree -r --format='%(objectname) %(path)' COMMIT -- package-lock.json scripts/build.mjs src | git hash-object --stdin
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a bundle is made of: the lock file stands for the packages in it. */
export const SOURCES = ['package-lock.json', 'scripts/build.mjs', 'src']

/** 40 hex digits; the same for the same files, wherever they lie. */
export function sourceId(root) {
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
  // Git's order: by bytes.
  const paths = ['package-lock.json', 'scripts/build.mjs', ...files].sort((a, b) =>
    Buffer.compare(Buffer.from(a), Buffer.from(b))
  )
  return blobId(Buffer.from(paths.map(path => `${blobId(readFileSync(join(root, path)))} ${path}\n`).join('')))
}

/** The id that git gives to a file of these bytes. */
const blobId = bytes => createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
