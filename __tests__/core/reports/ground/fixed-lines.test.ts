import { expect, test } from '@jest/globals'
import type { Replacement } from '../../../../src/core/finding.js'
import { fixedLines } from '../../../../src/core/reports/ground/fixed-lines.js'

const TEXT = 'one\ntwo\nthree\n\tfour()\nfive\n'
const at = (startLine: number, startColumn: number, endLine: number, endColumn: number | null, text: string) =>
  ({ startLine, startColumn, endLine, endColumn, text }) satisfies Replacement

test.each<[string, readonly Replacement[], readonly [number, number, readonly string[]]]>([
  ['a part of a line', [at(2, 2, 2, 3, 'W')], [2, 2, ['tWo']]],
  ['a whole line', [at(2, 1, 2, null, 'deux')], [2, 2, ['deux']]],
  ['after a tab', [at(4, 2, 4, 6, 'vier')], [4, 4, ['\tvier()']]],
  ['several lines by one', [at(2, 1, 4, null, 'x')], [2, 4, ['x']]],
  ['one line by several', [at(2, 1, 2, null, 'a\nb')], [2, 2, ['a', 'b']]],
  ['a line and its end: deleted', [at(2, 1, 3, 1, '')], [2, 2, []]],
  ['a line left empty', [at(2, 1, 2, null, '')], [2, 2, ['']]],
  ['lines inserted before one, which stays', [at(2, 1, 2, 1, 'new\n')], [2, 2, ['new', 'two']]],
  ['lines inserted after one, which stays', [at(2, 4, 2, 4, '\nnew')], [2, 2, ['two', 'new']]],
  ['no more lines than change', [at(1, 1, 5, null, 'one\ntwo\nTHREE\n\tfour()\nfive')], [3, 3, ['THREE']]],
  ['two places, in any order', [at(3, 1, 3, 2, 'T'), at(1, 1, 1, 2, 'O')], [1, 3, ['One', 'two', 'Three']]],
  ['two that touch', [at(1, 1, 1, 2, 'O'), at(1, 2, 1, 3, 'N')], [1, 1, ['ONe']]]
])('%s', (_, replacements, [first, last, after]) => {
  expect(fixedLines(TEXT, replacements)).toEqual({ first, last, after })
})

test.each<[string, string, readonly Replacement[]]>([
  ['nothing changes', TEXT, [at(2, 1, 2, null, 'two')]],
  ['no replacement', TEXT, []],
  ['a line that is not there', TEXT, [at(7, 1, 7, null, 'x')]],
  ['an end that is not there', TEXT, [at(5, 1, 9, null, 'x')]],
  ['behind the last line end', TEXT, [at(6, 1, 6, null, 'x')]],
  ['a column that is not there', TEXT, [at(2, 5, 2, null, 'x')]],
  ['an end column that is not there', TEXT, [at(2, 1, 2, 9, 'x')]],
  ['two that overlap', TEXT, [at(2, 1, 2, 3, 'a'), at(2, 2, 2, 4, 'b')]],
  ['columns behind signs that tools count in different ways', 'a😀b\n', [at(1, 3, 1, 4, 'x')]],
  ['lines that end otherwise', 'one\r\ntwo\r\n', [at(1, 1, 1, 4, 'x')]],
  ['too many lines', 'x\n'.repeat(50), [at(1, 1, 1, 2, 'y'), at(31, 1, 31, 2, 'y')]]
])('none: %s', (_, text, replacements) => expect(fixedLines(text, replacements)).toBeNull())

test('signs that tools count in different ways do not matter where no column stands behind them', () => {
  expect(fixedLines('é = 1\n', [at(1, 1, 1, null, 'x')])).toEqual({ first: 1, last: 1, after: ['x'] })
  expect(fixedLines('a = é\n', [at(1, 1, 1, 2, 'b')])).toEqual({ first: 1, last: 1, after: ['b = é'] })
})

test('the last line of a text that does not end in a line feed', () => {
  expect(fixedLines('one\ntwo', [at(2, 1, 2, null, 'x')])).toEqual({ first: 2, last: 2, after: ['x'] })
})
