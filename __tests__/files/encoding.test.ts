import { expect, test } from '@jest/globals'
import { isCountedAlike } from '../../src/core/change/hunks.js'
import { sourceText } from '../../src/files/encoding.js'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

test.each<[string, Buffer, string, boolean]>([
  ['plain text', Buffer.from('a\nb'), 'a\nb', true],
  ['letters of UTF-8 that hold the byte', Buffer.from('Å…\u{10145}\nb'), 'Å…\u{10145}\nb', true],
  ['NEL as UTF-8 writes it', Buffer.from('a\u0085b'), 'a\u0085b', false],
  ['NEL as Latin-1 writes it', latin('a\u0085b'), 'a\u0085b', false],
  ['several of them', latin('\u0085a\u0085\u0085'), '\u0085a\u0085\u0085', false],
  ['Latin-1 without it', latin('d\u00e9j\u00e0'), 'd\ufffdj\ufffd', true],
  ['behind a letter of Latin-1', latin('\u00e9\u0085b'), '\ufffd\u0085b', false],
  ['behind the beginning of a letter that does not go on', latin('\u00f0\u0090\u0085 '), '\ufffd\u0085 ', false],
  ['as the end of what is a letter of UTF-8 to everybody', latin('\u00c3\u0085'), 'Å', true]
])('%s', (_, bytes, text, isCounted) => {
  expect(sourceText(bytes)).toBe(text)
  expect(isCountedAlike(sourceText(bytes))).toBe(isCounted)
})
