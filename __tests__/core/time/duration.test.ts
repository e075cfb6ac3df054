import { expect, test } from '@jest/globals'
import { DAY, describeDuration, formatDuration, HOUR, parseDuration } from '../../../src/core/time/duration.js'

test.each([
  ['24h', DAY],
  ['7d', 7 * DAY],
  ['2w', 14 * DAY],
  ['0d', null],
  ['07d', null],
  ['7', null],
  ['7m', null],
  ['-1d', null],
  ['1.5d', null],
  ['7D', null],
  [' 7d', null],
  ['999999d', null]
])('%j', (text, expected) => {
  expect(parseDuration(text)).toBe(expected)
})

test.each([
  [DAY, '1d', '1 day'],
  [DAY / 2, '12h', '12 hours'],
  [14 * DAY, '14d', '14 days'],
  [HOUR, '1h', '1 hour']
])('%d ms: %s, in words %s', (duration, text, words) => {
  expect([formatDuration(duration), describeDuration(duration)]).toEqual([text, words])
})
