import { describe, expect, it } from '@jest/globals'
import { plainSeconds } from '../../../src/core/time/plain-instant.js'

const DAY = 86_400_000
const written = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z')

describe('an instant as the gate writes it', () => {
  it('is that of the calendar, on every day of four hundred years but the 29th of February', () => {
    const wrong: string[] = []
    for (let time = Date.UTC(1820, 0, 1, 13, 45, 59); time < Date.UTC(2220, 0, 1); time += DAY) {
      const text = written(time)
      const expected = text.slice(5, 10) === '02-29' ? null : time / 1000
      if (plainSeconds(text) !== expected) wrong.push(text)
    }
    expect(wrong).toEqual([])
  })

  it.each([
    ...['2026-11-30T24:00:00Z', '2026-11-30T23:60:00Z', '2026-11-30T23:59:60Z'],
    ...['2026-11-31T00:00:00Z', '2026-00-10T00:00:00Z', '2026-13-10T00:00:00Z', '2026-11-00T00:00:00Z'],
    ...[
      '2026-11-30T00:00:00.5Z',
      '2026-11-30T00:00:00+00',
      '2026-11-30 00:00:00Z',
      '2026-11-30',
      '2o26-11-30T00:00:00Z'
    ],
    ...['', '2026-02-29T00:00:00Z', '2026-02-30T00:00:00Z', '2026-11-30T00:00:00z', ' 2026-11-3T00:00:00Z']
  ])('is nothing else: %j', text => {
    expect(plainSeconds(text)).toBeNull()
  })
})
