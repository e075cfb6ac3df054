import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readZip, ZipError } from '../../../src/github/reads/zip.js'
import { type ZipEntry, zip } from '../../fake-github/zip.js'

const LIMITS = { files: 10, bytes: 10_000 }
const file = (name: string, content: string | Uint8Array = 'x', more: Partial<ZipEntry> = {}): ZipEntry => ({
  name,
  content,
  ...more
})

describe('an archive', () => {
  test('gives its files, packed or stored; directories and a comment do not matter', () => {
    const made = zip([
      file('a/', '', { mode: 0o040755 }),
      file('a/b.sarif', 'B'.repeat(500)),
      file('c', 'C', { stored: true }),
      file('empty', '')
    ])
    const commented = Buffer.concat([made.subarray(0, -2), Buffer.from([5, 0]), Buffer.from('hello')])
    const names = readZip(commented, LIMITS).map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])
    expect(names).toEqual([
      ['a/b.sarif', 'B'.repeat(500)],
      ['c', 'C'],
      ['empty', '']
    ])
  })

  test('without files is empty', () => {
    expect(readZip(zip([]), LIMITS)).toEqual([])
  })

  test.each<[string, readonly ZipEntry[], string]>([
    ['a path out of it', [file('../x')], 'a path in it is not plain'],
    ['a path out of it, further in', [file('a/../../x')], 'a path in it is not plain'],
    ['an absolute path', [file('/etc/passwd')], 'a path in it is not plain'],
    ['an empty part', [file('a//b')], 'a path in it is not plain'],
    ['a dot', [file('./a')], 'a path in it is not plain'],
    ['no name', [file('')], 'a path in it is not plain'],
    ['a drive', [file('C:x')], 'characters that paths must not have'],
    ['a backslash', [file('a\\..\\x')], 'characters that paths must not have'],
    ['a NUL', [file('a\0b')], 'characters that paths must not have'],
    ['a symbolic link', [file('a', '/etc/passwd', { mode: 0o120777 })], 'a link or a special file'],
    ['a device', [file('a', '', { mode: 0o020666 })], 'a link or a special file'],
    ['the same name twice', [file('a', '1'), file('a', '2')], 'two names in it are the same'],
    ['names that differ in case', [file('Results.sarif'), file('results.SARIF')], 'two names in it are the same'],
    ['names that differ in normalisation', [file('\u00e4'), file('a\u0308')], 'two names in it are the same'],
    ['a file that is a directory too', [file('a'), file('A/b')], 'both a file and a directory'],
    ['two names of one file', [file('a', 'x', { localName: 'b' })], 'name the same file differently'],
    ['encryption', [file('a', 'x', { flags: 1 })], 'it is encrypted'],
    ['too many files', Array.from({ length: 11 }, (_, n) => file(`f${n}`)), 'more than the 10 that are read'],
    ['too many bytes', [file('a', 'x'.repeat(10_001))], 'more than the 10000 that are read'],
    ['too many bytes in all', [file('a', 'x'.repeat(6000)), file('b', 'x'.repeat(6000))], '12000 bytes'],
    ['a bomb that lies about its size', [file('a', 'x'.repeat(5_000_000), { declaredSize: 100 })], 'it is damaged'],
    ['a size that is too large', [file('a', 'x', { declaredSize: 50 })], 'it is damaged'],
    ['a wrong checksum', [file('a', 'x', { crc: 1 })], 'it is damaged'],
    ['zip64', [file('a', 'x', { declaredSize: 0xffffffff })], 'it is too large (zip64)']
  ])('with %s is refused', (_, entries, why) => {
    expect(() => readZip(zip(entries), LIMITS)).toThrow(why)
  })

  test('whose entries point outside is refused', () => {
    const made = Buffer.from(zip([file('a')]))
    made.writeUInt32LE(9999, made.length - 22 - 1 - 46 + 42)
    expect(() => readZip(made, LIMITS)).toThrow('it is damaged')
  })

  test('of any bytes, or cut or changed anywhere, gives files or a refusal and nothing else', () => {
    const good = zip([file('a', 'hello'.repeat(20)), file('b', 'x', { stored: true })])
    const change = fc.record({ at: fc.nat(good.length - 1), to: fc.nat(255), cut: fc.nat(good.length) })
    const read = (bytes: Uint8Array) => {
      try {
        return readZip(bytes, LIMITS).length
      } catch (error) {
        if (error instanceof ZipError) return 0
        throw error
      }
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), change, (noise, { at, to, cut }) => {
        const changed = Buffer.from(good)
        changed[at] = to
        for (const bytes of [noise, changed, good.subarray(0, cut)]) expect(read(bytes)).toBeLessThanOrEqual(2)
      })
    )
  })
})
