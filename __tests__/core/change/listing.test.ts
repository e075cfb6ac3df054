import { expect, test } from '@jest/globals'
import { parseDiff } from '../../../src/core/change/diff-text.js'
import { listingBefore, strangersIn, withChanged } from '../../../src/core/change/listing.js'

const edited = (path: string) => `--- a/${path}\n+++ b/${path}\n@@ -1 +1 @@\n-a\n+b\n`
const deleted = (path: string) => `--- a/${path}\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n`
const listing = { files: ['src/a.js', 'kit', 'caf\u0065\u0301'], untracked: ['gen/', 'new.js'], isWhole: true } as const

test.each<[string, string, readonly string[]]>([
  ['a file of the tree', edited('src/a.js'), []],
  ['a name in another form of Unicode', edited('caf\u00e9'), []],
  ['what lies below a submodule', edited('kit/x.c'), []],
  ['what git does not track', edited('gen/o.js') + edited('new.js'), []],
  ['a deleted file', deleted('src/b.js'), []],
  ['a path from a sub folder', edited('a.js'), ['a.js']],
  ['another case', edited('SRC/A.js') + edited('src/a.js'), ['SRC/A.js']]
])('strangers to the tree: %s', (_name, diff, expected) => {
  const parsed = parseDiff(diff, 'd')
  expect(strangersIn({ ...listing, isGits: true }, parsed)).toEqual(expected)
  expect(strangersIn(listing, parsed)).toEqual([])
})

const renamed = (from: string, to: string) =>
  `diff --git a/${from} b/${to}\nsimilarity index 100%\nrename from ${from}\nrename to ${to}\n`
const copied = (from: string, to: string) =>
  `diff --git a/${from} b/${to}\nsimilarity index 100%\ncopy from ${from}\ncopy to ${to}\n`
const added = (path: string) =>
  `diff --git a/${path} b/${path}\nnew file mode 100644\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+b\n`
const CHANGE = parseDiff(
  [
    edited('src/a.js'),
    deleted('gone.js'),
    added('new.ts'),
    renamed('old.js', 'now.js'),
    copied('src/a.js', 'copy.js')
  ].join(''),
  'd'
)

test('nothing is strange without a change, or to a tree that nobody has listed', () => {
  expect(strangersIn({ ...listing, isGits: true }, null)).toEqual([])
  expect(strangersIn(null, CHANGE)).toEqual([])
  expect(strangersIn({ ...listing, isGits: true }, parseDiff(edited('z.js') + edited('b.js'), 'd'))).toEqual([
    'b.js',
    'z.js'
  ])
})

test('the listing has the files that the change leaves in the tree', () => {
  expect(withChanged(listing, CHANGE)).toEqual({ ...listing, files: [...listing.files, 'new.ts', 'now.js', 'copy.js'] })
  expect(withChanged(listing, null)).toBe(listing)
  const nothing = parseDiff(edited('src/a.js') + deleted('gone.js'), 'd')
  expect(withChanged(listing, nothing)).toBe(listing)
})

test('the listing of before has what the change takes away, under the old names', () => {
  const now = { ...listing, files: ['src/a.js', 'new.ts', 'now.js', 'copy.js'] }
  expect(listingBefore(now, CHANGE)).toEqual({ ...listing, files: ['src/a.js', 'gone.js', 'old.js'] })
  expect(listingBefore(now, null)).toBe(now)
})
