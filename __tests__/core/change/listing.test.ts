import { expect, test } from '@jest/globals'
import { parseDiff } from '../../../src/core/change/diff-text.js'
import { strangersIn } from '../../../src/core/change/listing.js'

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
