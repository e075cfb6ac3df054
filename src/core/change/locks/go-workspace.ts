import { directives } from './line-locks.js'
import { linesOf } from './locked.js'

/** Both texts of a file that the change touches; `untouched` where it does not, null where they are not known. */
type BothTexts = (path: string) => { readonly head: string; readonly base: string } | 'untouched' | null

/** Whether the change may alter what the lock file at a path comes to, though not in that file. */
export type Overruled = (path: string, textsOf: BothTexts) => boolean

/**
 * A `go.work` beside a `go.mod` or above it replaces modules of all that it uses (https://go.dev/ref/mod#workspaces): one
 * that drops a replacement brings back what `go.mod` names all along.
 */
export const overruledByWorkspace: Overruled = (path, textsOf) =>
  foldersOf(path).some(folder => {
    const texts = textsOf(`${folder}go.work`)
    if (texts === 'untouched') return false
    return texts === null || replacements(texts.head) !== replacements(texts.base)
  })

/** The folder of a file and all above it, each with a slash at its end; the root is the empty text. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return Array.from({ length: parts.length + 1 }, (_, count) =>
    parts
      .slice(0, count)
      .map(part => `${part}/`)
      .join('')
  )
}

function replacements(workspace: string): string {
  const lines = linesOf(workspace).map(line => (line.split('//', 1)[0] ?? '').trim())
  const replaced = [...directives(lines)].filter(([word]) => word === 'replace')
  return replaced
    .map(([, rest]) => rest.replace(/\s+/g, ' '))
    .sort()
    .join('\n')
}
