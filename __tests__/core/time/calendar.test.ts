import { expect, test } from '@jest/globals'
import { endOfDay, startOfDay } from '../../../src/core/time/calendar.js'
import { DAY } from '../../../src/core/time/duration.js'

test.each([
  ['2027-01-15', '2027-01-15T00:00:00.000Z'],
  ['2028-02-29', '2028-02-29T00:00:00.000Z'],
  ['2027-02-29', null],
  ['2027-02-30', null],
  ['2027-13-01', null],
  ['2027-00-10', null],
  ['2027-1-5', null],
  ['0050-01-01', null],
  ['tomorrow', null]
])('day %j', (text, expected) => {
  expect(startOfDay(text)).toBe(expected === null ? null : Date.parse(expected))
  expect(endOfDay(text)).toBe(expected === null ? null : Date.parse(expected) + DAY - 1)
})
