import type { Diff, DiffFile } from '../../../src/core/change/change.js'
import { changedAt } from '../../../src/core/change/diff.js'
import { parseDiff } from '../../../src/core/change/diff-text.js'
import { must, NAME, readOrTold, type Target } from '../target.js'

/** A unified diff: no added line is lost, no file of it looks untouched, and half of a hunk is told. */
export const diff: Target = {
  name: 'diff',
  form: 'lines',
  words: [
    ...['diff --git a/a.ts b/a.ts', '--- a/a.ts', '+++ b/a.ts', '+++ /dev/null', '--- /dev/null', '@@ -1 +1 @@'],
    ...[
      '@@ -0,0 +1,2 @@',
      '@@ -1,3 +1,4 @@',
      'index 0123456..789abcd 100644',
      'new file mode 100644',
      'deleted file mode 100644'
    ],
    ...[
      'rename from a.ts',
      'rename to b.ts',
      'similarity index 100%',
      'Binary files a/x and b/x differ',
      'GIT binary patch'
    ],
    ...['old mode 100644', 'new mode 100755', '\\ No newline at end of file', '+', '-', ' ', '"a/\\303\\244.ts"']
  ],
  check(_, text) {
    const read = readOrTold(text, () => parseDiff(text, NAME))
    if (read === null) return
    must(read.files.size > 0 || text.trim() === '', 'a text in which nothing was found')
    const lines = text.split('\n')
    let shown = 0
    for (const [path, file] of read.files) {
      checkFile(path, file, read)
      shown += file.edits?.reduce((sum, { added }) => sum + added, 0) ?? 0
    }
    must(shown <= lines.filter(line => line.startsWith('+')).length, 'more lines are added than stand there')
    checkCut(text, read)
  }
}

function checkFile(path: string, { lines, edits, change, basePath }: DiffFile, read: Diff): void {
  must(path !== '', 'a file without a name')
  must(change === 'added' ? basePath === null : basePath !== null, 'a file that has no path before it, or one too many')
  must((lines === null) === (edits === null), 'lines without edits')
  let past = 0
  for (const [first, last] of lines ?? []) {
    must(first >= 1 && first <= last && first > past, 'lines that are no lines')
    past = last
    const at = { path, startLine: first, startColumn: null, endLine: last, endColumn: null }
    must(changedAt(read, at) !== false, 'a changed line that is not changed')
  }
  const anywhere = { path, startLine: 1, startColumn: null, endLine: 2 ** 31, endColumn: null }
  must(change === 'deleted' || edits?.length === 0 || changedAt(read, anywhere) !== false, 'a changed file that is not')
}

/** What is cut off within the last hunk must be told, or leave the file's lines open. */
function checkCut(text: string, read: Diff): void {
  const lines = text.replace(/\n+$/, '').split('\n')
  const last = lines.at(-1) ?? ''
  if (!/^[+-]/.test(last) || /^(?:\+\+\+|---|-- )/.test(last)) return
  const cut = lines.slice(0, -1).join('\n')
  const again = readOrTold(cut, () => parseDiff(cut, NAME))
  if (again === null) return
  for (const [path, { edits }] of read.files) {
    if (edits === null || edits.length === 0) continue
    const now = again.files.get(path)
    must(now === undefined || now.edits === null || sum(now) === sum({ edits }), `a line of ${path} was lost`)
  }
}

const sum = ({ edits }: Pick<DiffFile, 'edits'>): number =>
  edits?.reduce((total, { added, removed }) => total + added + removed.length, 0) ?? 0
