import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import type { Diff, DiffFile, Edit } from '../../../../src/core/change/change.js'
import {
  comparedLine,
  contentAt,
  contextAt,
  deletedLines,
  fileTexts,
  followLine,
  likeness,
  mostLines,
  regionText,
  splitLines,
  tellingWords,
  toLines,
  wordsAround
} from '../../../../src/core/identity/match/content.js'
import { place } from '../builders.js'

const PATH = 'src/a.js'
const EDITS: readonly Edit[] = [{ baseStart: 2, removed: ['old', 'older'], headStart: 2, added: 1 }]
const file = (more: Partial<DiffFile>): DiffFile => ({
  change: 'modified',
  basePath: PATH,
  lines: [],
  edits: EDITS,
  ...more
})
const diffWith = (entry: DiffFile | null, complete = true): Diff => ({
  files: new Map(entry === null ? [] : [[PATH, entry]]),
  complete
})

describe('the two texts of a file', () => {
  const HEAD = 'one\nnew\r\nthree'
  const OLD = ['one', 'old', 'older', 'three']
  const NOW = ['one', 'new', 'three']

  test.each<[string, Diff | null, string | null, readonly (readonly string[] | null | boolean)[]]>([
    ['no diff', null, HEAD, [NOW, null, false]],
    ['no diff and no text', null, null, [null, null, false]],
    ['not touched', diffWith(null), HEAD, [NOW, NOW, true]],
    ['not named by a diff that is cut', diffWith(null, false), HEAD, [NOW, null, false]],
    ['edited', diffWith(file({})), HEAD, [NOW, OLD, true]],
    ['edited, by a diff that is cut elsewhere', diffWith(file({}), false), HEAD, [NOW, OLD, true]],
    ['edited, and its text cannot be read', diffWith(file({})), null, [null, null, true]],
    ['edited nobody knows where', diffWith(file({ edits: null })), HEAD, [NOW, null, false]],
    ['renamed', diffWith(file({ change: 'renamed', basePath: 'b.js', edits: [] })), HEAD, [NOW, NOW, true]],
    ['added', diffWith(file({ change: 'added', basePath: null })), HEAD, [NOW, null, false]],
    ['deleted', diffWith(file({ change: 'deleted' })), HEAD, [null, ['old', 'older'], true]],
    ['deleted, without its lines', diffWith(file({ change: 'deleted', edits: null })), HEAD, [null, null, false]]
  ])('%s', (_, diff, text, expected) => {
    const { head, base, edits } = fileTexts(PATH, diff, path => (path === PATH ? text : null))
    expect([head?.raw ?? null, base?.raw ?? null, edits !== null]).toEqual(expected)
    expect(edits ?? []).toEqual(expected[2] ? (diff?.files.get(PATH)?.edits ?? []) : [])
  })

  test('where nothing differs, both sides are one', () => {
    const { head, base } = fileTexts(PATH, diffWith(null), () => HEAD)
    expect(base).toBe(head)
  })

  test('of a deleted file nothing is read', () => {
    const unread = (): never => {
      throw new Error('it is not there')
    }
    expect(fileTexts(PATH, diffWith(file({ change: 'deleted' })), unread).head).toBeNull()
  })

  test('a line is followed as far as the edits are known', () => {
    const follow = (diff: Diff | null, line: number) =>
      followLine(
        fileTexts(PATH, diff, () => HEAD),
        line
      )
    expect([1, 2, 3, 4, 9].map(line => follow(diffWith(file({})), line))).toEqual([1, null, null, 3, 8])
    expect(follow(diffWith(null), 4)).toBe(4)
    expect(follow(null, 4)).toBeUndefined()
  })

  test('a deletion without lines leaves no text', () => {
    const emptied = { baseStart: 1, removed: [], headStart: 1, added: 0 }
    expect(deletedLines(file({ edits: [emptied] }))).toBeNull()
    expect(deletedLines(file({ edits: [...EDITS, ...EDITS] }))?.raw).toEqual(['old', 'older', 'old', 'older'])
  })
})

test('lines end where any system ends them', () => {
  expect(splitLines('a\nb\rc\r\nd\n\ne')).toEqual(['a', 'b', 'c', 'd', '', 'e'])
})

test.each([
  ['aVbcfx', 1],
  ['a\vb', 2],
  ['a\fb', 2],
  ['a\x1cb\x1dc\x1ed', 4],
  ['a\u0085b', 2],
  ['a\u2028b\u2029c', 3]
])('some scanner counts more lines in %j: %i', (line, count) => {
  expect(mostLines(toLines([line]))).toBe(count)
  expect(mostLines(toLines(['x', line, 'y']))).toBe(count + 2)
})

describe('what is written at a place', () => {
  const at = (raw: readonly string[], line: number | null, more: { endLine?: number; startColumn?: number } = {}) =>
    contentAt(toLines(raw), { ...place(PATH, line), ...more })

  test.each<[string, readonly string[], number | null, object, string | null]>([
    ['the line, without blanks', ['abcdefgh', '  const  r = eval(a)\t', 'x'], 2, {}, 'constr=eval(a)'],
    ['no line', ['abcdefgh'], null, {}, ''],
    ['a line beyond the end', ['abcdefgh'], 2, {}, null],
    ['the last line', ['abcdefgh'], 1, {}, 'abcdefgh'],
    [
      'at most three lines of a region',
      ['line_one', 'line_two', 'line_three', 'line_four', 'line_five'],
      2,
      { endLine: 5 },
      'line_two\nline_three\nline_four'
    ],
    ['two lines of a region', ['line_one', 'line_two', 'line_three'], 1, { endLine: 2 }, 'line_one\nline_two'],
    ['a region beyond the end', ['line_one', 'line_two'], 1, { endLine: 9 }, 'line_one\nline_two'],
    ['enough letters, with nothing around them', ['before', 'abcdefgh', 'after'], 2, {}, 'abcdefgh'],
    ['one letter too few', ['before', 'abcdefg', 'after'], 2, {}, 'before\nabcdefg\nafter'],
    ['a bracket', ['first', 'x', '}', 'y', 'last'], 3, {}, 'first\nx\n}\ny\nlast'],
    ['a bracket among brackets', ['far', '{', '(', '}', ')', '{', 'far'], 4, {}, '{\n(\n}\n)\n{'],
    ['a bracket at the top', ['}', 'x', 'y', 'z'], 1, {}, '\n\n}\nx\ny'],
    ['a bracket at the end', ['w', 'x', '}'], 3, {}, 'w\nx\n}\n\n'],
    ['many brackets', ['before', '('.repeat(32), 'after'], 2, {}, '('.repeat(32)],
    ['one bracket fewer', ['bef', '('.repeat(31), 'aft'], 2, {}, `bef\n${'('.repeat(31)}\naft`],
    ['around a region', ['before', '{', '}', 'after'], 2, { endLine: 3 }, 'before\n{\n}\nafter']
  ])('%s', (_, raw, line, more, expected) => expect(at(raw, line, more)).toBe(expected))

  const DIGITS = Array.from({ length: 300 }, (_, index) => `${index} `.padStart(4, '0')).join('')

  test('of a long line, what is around the column', () => {
    expect(at([DIGITS], 1, { startColumn: 501 })).toBe(DIGITS.slice(380, 620).replaceAll(' ', ''))
    expect(at([DIGITS], 1, { startColumn: 11 })).toBe(DIGITS.slice(0, 130).replaceAll(' ', ''))
    expect(at([DIGITS.slice(0, 400)], 1, { startColumn: 201 })).toBe(DIGITS.slice(0, 400).replaceAll(' ', ''))
    expect(at([DIGITS.slice(0, 401)], 1, { startColumn: 201 })).toBe(DIGITS.slice(80, 320).replaceAll(' ', ''))
  })

  test('of a long line without a column, the hash of all of it', () => {
    const hash = createHash('sha256').update(DIGITS.replaceAll(' ', '')).digest('hex')
    const lines = toLines(['x', DIGITS, `${DIGITS}x`])
    expect([1, 2].map(() => contentAt(lines, place(PATH, 2)))).toEqual([hash, hash])
    expect(contentAt(lines, place(PATH, 3))).not.toBe(hash)
  })

  test('each line is its own, in whatever order they are asked for', () => {
    const lines = toLines(['first  one', 'second one', 'third one'])
    expect([3, 1, 3, 2, 1].map(line => comparedLine(lines, line))).toEqual([
      'thirdone',
      'firstone',
      'thirdone',
      'secondone',
      'firstone'
    ])
  })
})

test.each([
  ['within the line', { startColumn: 3, endColumn: 6 }, 'cde'],
  ['one character', { startColumn: 3, endColumn: 4 }, 'c'],
  ['empty', { startColumn: 3, endColumn: 3 }, null],
  ['backwards', { startColumn: 4, endColumn: 3 }, null],
  ['no start', { startColumn: null, endColumn: 6 }, null],
  ['no start, to the end', { startColumn: null, endColumn: 13 }, null],
  ['no end', { startColumn: 3, endColumn: null }, null],
  ['over lines', { startColumn: 3, endColumn: 6, endLine: 2 }, null],
  ['no end line', { startColumn: 3, endColumn: 6, endLine: null }, 'cde'],
  ['no line', { startLine: null, endLine: null, startColumn: 3, endColumn: 6 }, null],
  ['blanks alone', { startColumn: 7, endColumn: 9 }, null],
  ['a line beyond the end', { startLine: 5, endLine: 5, startColumn: 3, endColumn: 6 }, null]
])('the text of a region: %s', (_, more, expected) => {
  expect(regionText(toLines(['abcdef   ghi', 'second']), { ...place(PATH, 1), ...more })).toBe(expected)
})

describe('what is around a place', () => {
  const numbered = (count: number) => Array.from({ length: count }, (_, index) => `line${index + 1}`)
  const around = (raw: readonly string[], line: number) => contextAt(toLines(raw), line)
  const names = (...numbers: readonly number[]) => numbers.map(number => `line${number}`)

  test('four lines on either side, the nearest first', () => {
    expect(around(numbered(30), 15)).toEqual(names(14, 13, 12, 11, 16, 17, 18, 19))
    expect(around(numbered(5), 2)).toEqual(names(1, 3, 4, 5))
    expect(around(numbered(5), 5)).toEqual(names(4, 3, 2, 1))
  })

  test('lines that say nothing are passed over, and long ones', () => {
    const raw = ['ab', 'x'.repeat(401), '...', 'at()', 'abc', 'x'.repeat(400)]
    expect(around(raw, 4)).toEqual(['abc', 'x'.repeat(400)])
    expect(around(raw, 5)).toEqual(['x'.repeat(400)])
  })

  test('no more than eleven lines away', () => {
    const far = (distance: number) => ['told', ...Array.from({ length: distance - 1 }, () => ''), 'place']
    expect(around(far(11), 12)).toEqual(['told'])
    expect(around(far(12), 13)).toEqual([])
    expect(around([...far(12)].reverse(), 1)).toEqual([])
    expect(around([...far(11)].reverse(), 1)).toEqual(['told'])
  })
})

test('words of code alone tell nothing', () => {
  expect(tellingWords('Async if (value) return await from(other) ? super : yield $a1')).toEqual([
    'value',
    'other',
    '$a1'
  ])
  expect(tellingWords('import x interface typeof while case')).toEqual(['x'])
  expect(tellingWords('{}();')).toEqual([])
  expect(tellingWords(`${'.'.repeat(1595)}abcdefgh`)).toEqual(['abcde'])
})

describe('the words before and after a place', () => {
  const TEXT = ['one two three', 'four five six seven', '  eval(a, b)', 'x y z', 'p q r s t u v w']
  const around = (raw: readonly string[], line: number | null, column: number | null, first: number, last: number) =>
    wordsAround(toLines(raw), place(PATH, line, column), first, last)
  const MANY = 'a b c d e f g h i j k l'

  test.each<[string, string | null, string | null]>([
    ['over the ends of lines', around(TEXT, 3, 3, 1, 5), 'two three four five six seven\neval a b x y z p q r s'],
    ['no further than the first line', around(TEXT, 3, 3, 2, 5), 'four five six seven\neval a b x y z p q r s'],
    ['no further than the last line', around(TEXT, 3, 3, 3, 4), '\neval a b x y z'],
    ['too few', around(TEXT, 3, 3, 3, 3), null],
    ['just enough', around(['f(a, b, c)'], 1, 1, 1, 1), '\nf a b c'],
    ['before and after a column', around(['a b c d'], 1, 5, 1, 1), 'a b\nc d'],
    ['no line', around(TEXT, null, 3, 1, 5), null],
    ['no column: all of the line', around([MANY, 'more'], 1, null, 1, 2), `\n${MANY}`],
    ['a column: so many of the line', around([MANY, 'more'], 1, 1, 1, 2), '\na b c d e f g h i j'],
    ['no column, and a short line', around(['a b c', MANY], 1, null, 1, 2), '\na b c a b c d e f g'],
    ['beyond the end', around(['a b c d'], 3, 1, 1, 9), 'a b c d\n'],
    ['no column in a line of 400', around([`a b c d ${'.'.repeat(392)}`], 1, null, 1, 1), '\na b c d'],
    ['no column in a longer line', around([`a b c d ${'.'.repeat(393)}`], 1, null, 1, 1), null],
    ['a column in a longer line', around([`a b c d ${'.'.repeat(393)}`], 1, 1, 1, 1), '\na b c d'],
    ['no more than 400 characters before', around([`far ${'.'.repeat(400)}a b c d`], 1, 405, 1, 1), '\na b c d'],
    ['all of them up to 400', around([`far ${'.'.repeat(396)}a b c d`], 1, 401, 1, 1), 'far\na b c d']
  ])('%s', (_, found, expected) => expect(found).toBe(expected))
})

test.each<[readonly string[], readonly string[], number]>([
  [[], [], 0],
  [['a'], [], 0],
  [[], ['a'], 0],
  [['a', 'b'], ['a', 'b'], 1],
  [['a', 'b'], ['c', 'd'], 0],
  [['a', 'b', 'c', 'd'], ['d', 'a', 'x', 'y'], 0.5],
  [['a'], ['a', 'a', 'a'], 0.5],
  [['a', 'a', 'a'], ['a'], 0.5],
  [['a', 'a'], ['a', 'a'], 1]
])('%j and %j are alike by %d', (left, right, share) => expect(likeness(left, right)).toBe(share))
