import { expect, test } from '@jest/globals'
import type { Edit } from '../../../src/core/change/change.js'
import { type HeadFile, onHead } from '../../../src/core/change/head-lines.js'

const edit = (baseStart: number, removed: number, headStart: number, added: number): Edit => ({
  baseStart,
  removed: Array.from({ length: removed }, () => 'x'),
  headStart,
  added
})
const file = (edits: readonly Edit[] | null, path: string | null = 'src/a.ts'): HeadFile => ({ path, edits })

test.each<[string, HeadFile | undefined, number, number, object]>([
  ['the same file', undefined, 7, 9, { startLine: 7, endLine: 9, isExact: true }],
  ['five lines more above', file([edit(1, 0, 1, 5)]), 15, 16, { startLine: 10, endLine: 11, isExact: true }],
  ['five lines less above', file([edit(1, 5, 1, 0)]), 5, 5, { startLine: 10, endLine: 10, isExact: true }],
  ['a line that the head does not have', file([edit(8, 0, 8, 3)]), 9, 9, { startLine: 8, endLine: 8, isExact: false }],
  ['a region that ends in such lines', file([edit(8, 0, 8, 3)]), 7, 9, { startLine: 7, endLine: 7, isExact: true }],
  ['a moved file', file([], 'old/a.ts'), 3, 3, { path: 'old/a.ts', startLine: 3, endLine: 3, isExact: true }],
  ['a file that the head does not have', file(null, null), 3, 3, { startLine: 1, endLine: 1, isExact: false }],
  ['another text altogether', file(null), 3, 3, { startLine: 1, endLine: 1, isExact: false }]
])('%s', (_, head, first, last, expected) => {
  expect(onHead('src/a.ts', first, last, head)).toEqual({ path: 'src/a.ts', ...expected })
})
