import { describe, expect, test } from '@jest/globals'
import type { Location, Span } from '../../../../src/core/finding.js'
import { spanOf } from '../../../../src/core/sarif/place/region.js'
import { spanReader } from '../../../../src/core/sarif/place/span.js'
import { aFinding } from '../../../builders.js'

const at = (path: string, span?: Span): Location => ({
  path,
  startLine: null,
  startColumn: null,
  endLine: null,
  endColumn: null,
  ...(span === undefined ? {} : { span })
})
const bytes = (offset: number, length = 0, quoted: string | null = null): Span => ({
  unit: 'byte',
  offset,
  length,
  quoted
})
const characters = (offset: number, length = 0, quoted: string | null = null): Span => ({
  ...bytes(offset, length, quoted),
  unit: 'character'
})
/** `line:column-line:column`; `file` without lines. */
const shown = ({ startLine, startColumn, endLine, endColumn, ...rest }: Location): string =>
  startLine === null && !('span' in rest) ? 'file' : `${startLine}:${startColumn}-${endLine}:${endColumn}`

const placed = (text: string | null, span: Span): string => {
  const { location } = spanReader(() => text)(aFinding({ location: at('a.sol', span) }))
  return location === null ? 'none' : shown(location)
}

describe('the stretch of a region', () => {
  test.each([
    [{ byteOffset: 32, byteLength: 8 }, bytes(32, 8)],
    [{ charOffset: 3, charLength: 2 }, characters(3, 2)],
    [{ charOffset: '3', charLength: '2' }, characters(3, 2)],
    [{ byteOffset: 0, byteLength: 8 }, bytes(0, 8)],
    [{ byteOffset: 7 }, bytes(7)],
    [{ byteOffset: 3, byteLength: 1, charOffset: 2, charLength: 1 }, bytes(3, 1)],
    [{ byteOffset: -1, charOffset: 3 }, characters(3)],
    [{ charOffset: 3, snippet: { text: 'code' } }, characters(3, 0, 'code')],
    [{ byteOffset: 0 }, undefined],
    [{ charOffset: 0, charLength: 0 }, undefined],
    [{ startLine: 0, byteOffset: 0, byteLength: 4 }, undefined],
    [{ startLine: 4, byteOffset: 9 }, undefined],
    [{ byteOffset: 1.5 }, undefined],
    [{}, undefined]
  ])('%j', (region, span) => expect(spanOf(region)).toEqual(span))
})

describe('lines of a stretch', () => {
  test.each<[string, string | null, Span, string]>([
    ['in the first line', 'abc\ndef\n', bytes(1, 2), '1:2-1:4'],
    ['at the start of a line', 'abc\ndef\n', bytes(4, 3), '2:1-2:4'],
    ['with the end of its line', 'abc\ndef\n', bytes(4, 4), '2:1-2:5'],
    ['over several lines', 'abc\ndef\nghi', bytes(2, 7), '1:3-3:2'],
    ['without a length', 'abc\ndef', bytes(5), '2:2-2:null'],
    ['behind CRLF', 'a\r\nb\r\nc', bytes(6, 1), '3:1-3:2'],
    ['behind lone CR', 'a\rb\rc', bytes(4, 1), '3:1-3:2'],
    ['bytes behind letters of several', 'äö\nxy', bytes(5, 2), '2:1-2:3'],
    ['characters behind the same', 'äö\nxy', characters(3, 2), '2:1-2:3'],
    ['bytes behind a mark of order', '\ufeffa\nb', bytes(5, 1), '2:1-2:2'],
    ['characters of which both counts lead to one line', '😀\nabcd', characters(3, 1), '2:null-2:null'],
    ['characters of which they lead to two', '😀\na\nb', characters(4, 1), 'file'],
    ['characters before an astral sign', 'ab\n😀', characters(1, 1), '1:2-1:3'],
    ['within a letter', 'äö', bytes(1, 1), 'file'],
    ['beyond the end', 'abc', bytes(3, 1), 'file'],
    ['that ends beyond the end', 'abc', bytes(1, 9), 'file'],
    ['of a text that nobody has', null, bytes(1, 1), 'file'],
    ['of a text that is no UTF-8', 'a\ufffd\nb', bytes(3, 1), 'file'],
    ['that quotes what is there', 'let a = 1\nlet b = 2', characters(10, 9, 'let b = 2'), '2:1-2:10'],
    ['that quotes a part of it', 'let a = 1\nlet b = 2', characters(10, 9, 'let b'), '2:1-2:10'],
    ['that quotes the line', 'let a = 1\nlet b = 2', characters(10, 5, 'let b = 2'), '2:1-2:6'],
    ['that quotes another text', 'let a = 1\nlet b = 2', characters(10, 9, '<form action'), 'file'],
    ['without a length that quotes another text', 'let a = 1\nlet b = 2', characters(10, 0, '<form'), 'file']
  ])('%s', (_name, text, span, expected) => expect(placed(text, span)).toBe(expected))

  test('of further places, each once and in their order', () => {
    const finding = aFinding({
      location: at('b.sol', bytes(0, 1)),
      otherLocations: [at('b.sol', bytes(2, 1)), at('c.sol', bytes(0, 1)), at('c.sol', bytes(1, 1))]
    })
    const { location, otherLocations } = spanReader(path => (path === 'b.sol' ? 'a\nb' : null))(finding)
    expect(
      [location, ...(otherLocations ?? [])].map(each => (each === null ? '' : `${each.path} ${shown(each)}`))
    ).toEqual(['b.sol 1:1-1:2', 'b.sol 2:1-2:2', 'c.sol file'])
  })

  test('a finding with lines stays as it is', () => {
    const finding = aFinding()
    expect(spanReader(() => 'x')(finding)).toBe(finding)
  })
})
