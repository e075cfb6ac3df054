import { describe, expect, test } from '@jest/globals'
import type { Edit } from '../../../src/core/change/change.js'
import {
  addingEdit,
  baseLines,
  changedLines,
  reaches,
  removingEdit,
  toBaseLine,
  toHeadLine
} from '../../../src/core/change/edits.js'

const edit = (baseStart: number, removed: readonly string[], headStart: number, added: number): Edit => ({
  baseStart,
  removed,
  headStart,
  added
})
/** One line for two, two lines more, three lines less, one line for another. */
const EDITS = [edit(3, ['c', 'd'], 3, 1), edit(8, [], 7, 2), edit(12, ['l', 'm', 'n'], 13, 0), edit(17, ['q'], 15, 1)]
const BASE = [...'abcdefghijklmnopqrs']
const HEAD = ['a', 'b', '+', 'e', 'f', 'g', '+', '+', 'h', 'i', 'j', 'k', 'o', 'p', '+', 'r', 's']
const numbered = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test('lines of the base, at the head', () => {
  const found = numbered(19).map(line => toHeadLine(EDITS, line))
  expect(found).toEqual([1, 2, null, null, 4, 5, 6, 9, 10, 11, 12, null, null, null, 13, 14, null, 16, 17])
  for (const [index, line] of found.entries()) if (line !== null) expect(HEAD[line - 1]).toBe(BASE[index])
  expect(toHeadLine([], 7)).toBe(7)
})

test('lines of the head, at the base', () => {
  const found = numbered(17).map(line => toBaseLine(EDITS, line))
  expect(found).toEqual([1, 2, null, 5, 6, 7, null, null, 8, 9, 10, 11, 15, 16, null, 18, 19])
  expect(toBaseLine([], 7)).toBe(7)
})

test('which edit took a line away', () => {
  const found = numbered(19).map(line => removingEdit(EDITS, line))
  expect(found.map(each => each ?? '-').join('')).toBe('--00-------222--3--')
  expect(removingEdit([], 1)).toBeNull()
})

test('which edit added a line', () => {
  const found = numbered(17).map(line => addingEdit(EDITS, line))
  expect(found.map(each => each ?? '-').join('')).toBe('--0---11------3--')
  expect(addingEdit([], 1)).toBeNull()
  // Lines were taken away where others were put in by the edit before: both begin at one line of the head.
  expect([5, 6, 7].map(line => addingEdit([edit(5, [], 5, 2), edit(5, ['x'], 5, 0)], line))).toEqual([0, 0, null])
})

test('the base is the head with the edits taken back', () => {
  expect(baseLines(HEAD, EDITS)).toEqual(BASE)
  expect(baseLines(HEAD, [])).toBe(HEAD)
  expect(baseLines(['a'], [edit(3, ['c'], 3, 0)])).toEqual(['a', '', 'c'])
  expect(changedLines(EDITS)).toEqual([
    [3, 3],
    [7, 8],
    [15, 15]
  ])
})

describe('lines that the change reaches', () => {
  test('one by one: what it adds, and what is next to a line that is gone', () => {
    const found = numbered(18).filter(line => reaches(EDITS, line, line))
    expect(found).toEqual([2, 3, 4, 7, 8, 12, 13, 14, 15, 16])
  })
  test.each([
    [5, 6, false],
    [5, 7, true],
    [1, 1, false],
    [1, 2, true],
    [9, 11, false],
    [9, 12, true],
    [8, 11, true],
    [17, 99, false],
    [1, 99, true]
  ])('from %i to %i: %s', (first, last, expected) => expect(reaches(EDITS, first, last)).toBe(expected))
  test('an edit that does nothing reaches nothing', () => {
    expect(reaches([edit(5, [], 5, 0)], 5, 5)).toBe(false)
    expect(reaches([], 5, 5)).toBe(false)
  })
})
