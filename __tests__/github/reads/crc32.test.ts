import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { crc32, crc32ByTable } from '../../../src/github/reads/crc32.js'

test.each([
  ['', 0],
  ['123456789', 0xcbf43926],
  ['a'.repeat(100_000), 0x1be2fa87]
])('the published value of %.10j', (text, expected) => {
  const bytes = Buffer.from(text)
  expect([crc32(bytes), crc32ByTable(bytes)]).toEqual([expected, expected])
})

test('with Node and without it the same', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      expect(crc32(bytes)).toBe(crc32ByTable(bytes))
    })
  )
})
