import { describe, expect, test } from '@jest/globals'
import type { DiffFile } from '../../../src/core/change/change.js'
import { changedAt, fitted } from '../../../src/core/change/diff.js'
import { parseDiff } from '../../../src/core/change/diff-text.js'

const HUNK = '--- a/a.ts\n+++ b/a.ts\n@@ -1,4 +1,4 @@\n one\n one\n one\n-was\n+two\n'
const MODIFIED = `diff --git a/a.ts b/a.ts\n${HUNK}`
const TEXT = 'one\none\none\ntwo\n'
const DELETED = 'diff --git a/a.ts b/a.ts\ndeleted file mode 100644\n--- a/a.ts\n+++ /dev/null\n@@ -1 +0,0 @@\n-one\n'
const MODE = 'diff --git a/a.ts b/a.ts\nold mode 100644\nnew mode 100755\n-- \n'

/** What is known of the file once the diff is held against that text. */
function held(diff: string, text: string | null, paths: readonly string[] = ['a.ts']) {
  const result = fitted(parseDiff(diff, 'd', true), new Set(paths), () => text)
  const file: Partial<DiffFile> = result.diff.files.get('a.ts') ?? {}
  return { unfit: result.unfit, lines: file.lines ?? null, doubt: file.doubt ?? null, isEdited: file.edits !== null }
}

describe('a diff is held against the text that was scanned', () => {
  test.each<[string, string, string | null, object]>([
    ['it leads there', MODIFIED, TEXT, { unfit: [], lines: [[4, 4]], doubt: null, isEdited: true }],
    ['it leads elsewhere', MODIFIED, 'one\nthree\n', { unfit: ['a.ts'], lines: null, doubt: 'unfit', isEdited: false }],
    ['nobody can read the text', MODIFIED, null, { unfit: [], lines: [[4, 4]], doubt: 'unread', isEdited: true }],
    [
      'scanners count its lines apart',
      MODIFIED,
      'one\none\none\ntwo\u2028\n',
      { unfit: [], lines: null, doubt: null, isEdited: false }
    ],
    [
      'it says that the file is gone',
      DELETED,
      'one\n',
      { unfit: ['a.ts'], lines: null, doubt: 'unfit', isEdited: true }
    ],
    [
      'it says so, and nobody can read the text',
      DELETED,
      null,
      { unfit: ['a.ts'], lines: null, doubt: 'unfit', isEdited: true }
    ],
    ['it changes a mode alone', MODE, null, { unfit: [], lines: [], doubt: null, isEdited: true }]
  ])('%s', (_, diff, text, expected) => expect(held(diff, text)).toEqual(expected))

  test('of files that no finding names nothing is asked', () => {
    expect(held(MODIFIED, 'other\n', [])).toEqual({ unfit: [], lines: [[4, 4]], doubt: null, isEdited: true })
  })

  test('where it leads elsewhere every line may be part of the change', () => {
    const at = (startLine: number | null) => ({
      path: 'a.ts',
      startLine,
      startColumn: null,
      endLine: startLine,
      endColumn: null
    })
    const { diff } = fitted(parseDiff(MODIFIED, 'd', true), new Set(['a.ts']), () => 'x\n')
    expect([changedAt(diff, at(1)), changedAt(diff, at(null))]).toEqual([true, true])
    const { diff: unread } = fitted(parseDiff(MODIFIED, 'd', true), new Set(['a.ts']), () => null)
    expect([changedAt(unread, at(1)), changedAt(unread, at(4)), changedAt(unread, at(null))]).toEqual([
      null,
      true,
      true
    ])
  })

  test('the paths that it does not fit are told in order', () => {
    const both = ['b.ts', 'a.ts'].map(path => MODIFIED.replaceAll('a.ts', path)).join('')
    expect(fitted(parseDiff(both, 'd', true), new Set(['a.ts', 'b.ts']), () => 'x\n').unfit).toEqual(['a.ts', 'b.ts'])
  })
})

test.each([
  ['to another kind of file', 'notes.txt', 'a.py', true],
  ['within its kind', 'b.py', 'a.py', false]
])('a file that is renamed %s is all new: %s → %s', (_, from, to, expected) => {
  const diff = parseDiff(
    `diff --git a/${from} b/${to}\nsimilarity index 100%\nrename from ${from}\nrename to ${to}\n`,
    'd',
    true
  )
  expect(changedAt(diff, { path: to, startLine: 1, startColumn: null, endLine: 1, endColumn: null })).toBe(expected)
})
