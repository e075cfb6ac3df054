import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { dayOf, endOfDay, midnightBefore, startOfDay } from '../../../src/core/time/calendar.js'
import { isInstant, isoInstant, parseIso, span, toInstant, utc } from '../../../src/core/time/instant.js'

const anyTime = fc.date({
  min: new Date('0100-01-02T00:00:00Z'),
  max: new Date('9999-12-30T00:00:00Z'),
  noInvalidDate: true
})

describe('a date or an instant of our own files', () => {
  test.each([
    ['2026-11-28', '2026-11-28T00:00:00.000Z', '2026-11-28T23:59:59.999Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z', '2024-02-29T23:59:59.999Z'],
    ['2026-11-28T12:00:00Z', '2026-11-28T12:00:00.000Z', '2026-11-28T11:59:59.999Z'],
    ['2026-02-29', null, null],
    ['2026-02-30T12:00:00Z', null, null],
    ['2026-11-28T25:00:00Z', null, null],
    ['2026-11-28T24:00:00Z', null, null],
    ['2026-11-28T10:00:60Z', null, null],
    ['2026-11-28 10:00:00Z', null, null],
    ['2026-11-28T12:00:00', null, null],
    ['2026-11-28T12:00:00+01:00', null, null],
    ['28.11.2026', null, null],
    ['', null, null]
  ])('%j begins at %s and ends at %s', (text, begins, ends) => {
    expect([toInstant(text, 'begins'), toInstant(text, 'ends')]).toEqual([begins, ends])
  })

  test('an instant is no date, and the other way round', () => {
    expect(['2026-11-28', '2026-11-28T12:00:00Z', '2026-02-30T12:00:00Z'].map(isInstant)).toEqual([false, true, false])
  })
})

describe('a date and time of another program', () => {
  test.each([
    ['2026-11-28', '2026-11-28T00:00:00Z'],
    ['2026-11-28T12:00:00', '2026-11-28T12:00:00Z'],
    [' 2026-11-28 12:00 ', '2026-11-28T12:00:00Z'],
    ['2026-11-28T12:00:00.5932Z', '2026-11-28T12:00:00Z'],
    ['2026-11-28t12:00:00z', '2026-11-28T12:00:00Z'],
    ['2026-11-28T12:00:00+0130', '2026-11-28T10:30:00Z'],
    ['2026-11-28T12:00:00-01:30', '2026-11-28T13:30:00Z'],
    ['1969-12-31T23:59:59.5Z', '1969-12-31T23:59:59Z'],
    ['2026-02-30T12:00:00Z', null],
    ['28 Nov 2026', null],
    ['2026-11-28T12', null],
    [null, null]
  ])('%j: %s', (text, expected) => {
    expect(utc(text)).toBe(expected)
  })
})

test('what the gate writes is read back', () => {
  fc.assert(
    fc.property(anyTime, date => {
      const time = date.getTime()
      expect(parseIso(isoInstant(time))).toBe(time)
      expect(startOfDay(dayOf(time))).toBe(midnightBefore(time))
      expect(endOfDay(dayOf(time))).toBeGreaterThanOrEqual(time)
    })
  )
})

test('to a date whole days count, to an instant the hours do', () => {
  const at = '2026-11-01T15:00:00Z'
  expect(span(at, '2026-11-08T23:59:59.999Z', '2026-11-08')).toBe(7 * 24 * 3_600_000)
  expect(span(at, '2026-11-02T15:00:00.000Z', '2026-11-02T15:00:00Z')).toBe(24 * 3_600_000)
})
