import { describe, expect, test } from '@jest/globals'
import type { DiffFile, Edit } from '../../../../src/core/change/change.js'
import type { Finding } from '../../../../src/core/finding.js'
import { type FileTexts, toLines } from '../../../../src/core/identity/match/content.js'
import { type Entry, toEntry } from '../../../../src/core/identity/match/entry.js'
import { pairEqualContent } from '../../../../src/core/identity/match/pairing.js'
import { finding, place } from '../builders.js'

const PATH = 'src/a.js'
const SHORT = 'source eval(a)'
const LONG = 'source return eval(readTheWholeRequestBody(request))'

/** A finding at a line, of which the text there is known, or not. */
function at(line: number, source: string | null, more: Partial<Finding> & { readonly snippet?: string } = {}): Entry {
  const location = line === 0 ? null : place(PATH, line)
  return { ...toEntry(finding({ location, ...more }), line, null, null, null), source }
}

/** The change takes `removed` lines of the base out and puts `added` lines of the head in, each at a line of its side. */
const edit = (baseStart: number, removed: number, headStart: number, added: number): Edit => ({
  baseStart,
  removed: Array.from({ length: removed }, () => ''),
  headStart,
  added
})
const changed = (...edits: readonly Edit[]): DiffFile => ({ change: 'modified', basePath: PATH, lines: [], edits })
const UNMAPPED: FileTexts = { head: null, base: null, diff: null, mapped: false }
const mapped = (edits: readonly Edit[], base: string | null = null, head: string | null = null): FileTexts => ({
  base: base === null ? null : toLines(base.split(' ')),
  head: head === null ? null : toLines(head.split(' ')),
  diff: changed(...edits),
  mapped: true
})

/** Which line each finding of the head was found again at, and how; `-`: it was not, and why. */
function paired(base: readonly Entry[], head: readonly Entry[], texts: FileTexts): readonly string[] {
  pairEqualContent(base, head, texts)
  return head.map(({ partner, pass, doubt }) =>
    partner === null ? `- ${doubt ?? ''}`.trim() : `${partner.line} ${pass}`
  )
}

describe('equal text at another line', () => {
  // The line went from 2 to 6: taken out by the first edit, and put in by the second.
  const apart = [edit(2, 1, 2, 0), edit(7, 0, 6, 1)]
  const BASE = 'one() eval(a) two() three() four() five() six()'
  const FAR = 'one() two() three() four() five() eval(a) six()'
  const message = { message: 'm' }
  const told = (symbol: string) => ({ clues: { snippet: null, fingerprints: {}, symbol } })
  const words = (line: number, startColumn: number, endColumn: number | null) =>
    at(line, null, { ...message, location: { ...place(PATH, line, startColumn), endColumn } })

  test.each<[string, readonly Entry[], readonly Entry[], FileTexts, readonly string[]]>([
    ['without a diff it moved', [at(2, SHORT)], [at(6, SHORT)], UNMAPPED, ['2 moved']],
    ['short, within one edit', [at(2, SHORT)], [at(4, SHORT)], mapped([edit(2, 3, 2, 3)]), ['2 moved']],
    ['short, from one edit to another', [at(2, SHORT)], [at(6, SHORT)], mapped(apart), ['- elsewhere']],
    [
      'the same by the texts, among other lines',
      [at(2, SHORT)],
      [at(6, SHORT)],
      mapped(apart, BASE, 'a() b() c() d() e() eval(a) f()'),
      ['- elsewhere']
    ],
    [
      'the same by the texts, among the same lines',
      [at(2, SHORT)],
      [at(6, SHORT)],
      mapped(apart, BASE, FAR),
      ['2 moved']
    ],
    ['the text of one side alone', [at(2, SHORT)], [at(6, SHORT)], mapped(apart, BASE, null), ['- elsewhere']],
    ['the text of the other alone', [at(2, SHORT)], [at(6, SHORT)], mapped(apart, null, FAR), ['- elsewhere']],
    ['long, from one edit to another', [at(2, LONG)], [at(6, LONG)], mapped(apart), ['2 moved']],
    ['on a line that the change leaves alone', [at(5, SHORT)], [at(4, SHORT)], mapped(apart), ['5 exact']],
    ['where the old line is still there', [at(5, SHORT)], [at(6, SHORT)], mapped(apart), ['-']],
    ['another text', [at(2, SHORT)], [at(2, LONG)], UNMAPPED, ['-']],
    ['of another rule', [at(2, SHORT)], [at(2, SHORT, { ruleId: 'other' })], UNMAPPED, ['-']],
    ['words alone, without columns', [at(2, null, message)], [at(6, null, message)], UNMAPPED, ['- elsewhere']],
    ['words alone, at a column', [words(2, 5, 9)], [words(6, 5, 9)], UNMAPPED, ['2 moved']],
    ['words alone, at a column of a followed file', [words(2, 5, 9)], [words(6, 5, 9)], mapped(apart), ['- elsewhere']],
    ['words alone, at the first column', [words(2, 1, 9)], [words(6, 1, 9)], UNMAPPED, ['- elsewhere']],
    ['words alone, at a column without its end', [words(2, 5, null)], [words(6, 5, null)], UNMAPPED, ['- elsewhere']],
    [
      'the same words with another snippet',
      [at(2, null, { snippet: 'eval(a)' })],
      [at(2, null, { snippet: 'eval(b)' })],
      UNMAPPED,
      ['- elsewhere']
    ],
    [
      'the same words, a snippet on one side',
      [at(2, null, { snippet: 'eval(a)' })],
      [at(2, null)],
      UNMAPPED,
      ['2 exact']
    ],
    ['the same words, the text of one side', [at(2, null)], [at(2, SHORT)], UNMAPPED, ['2 exact']],
    [
      'the same words, and a fingerprint of ours that this text does not give',
      [{ ...at(2, null), claimed: 'ours' }],
      [at(2, SHORT)],
      UNMAPPED,
      ['- elsewhere']
    ],
    [
      'the same words, and a fingerprint of ours where no text is known',
      [{ ...at(2, null), claimed: 'ours' }],
      [at(2, null)],
      UNMAPPED,
      ['2 exact']
    ],
    ['of the whole file, told apart by the tool', [at(0, null, told('A'))], [at(0, null, told('B'))], UNMAPPED, ['-']],
    [
      'of the whole file, the same for the tool',
      [at(0, null, told('A'))],
      [at(0, null, told('A'))],
      UNMAPPED,
      ['0 exact']
    ],
    ['words alone, of the whole file', [at(0, null, message)], [at(0, null, message)], UNMAPPED, ['0 exact']],
    ['the same words with other text', [at(2, SHORT, message)], [at(2, LONG, message)], UNMAPPED, ['-']]
  ])('%s', (_, base, head, texts, expected) => expect(paired(base, head, texts)).toEqual(expected))
})

describe('several with equal text', () => {
  const two = [at(2, SHORT), at(5, SHORT)]
  test.each<[string, readonly Entry[], readonly Entry[], FileTexts, readonly string[]]>([
    [
      'as many: in their order',
      [at(2, SHORT), at(5, SHORT)],
      [at(4, SHORT), at(7, SHORT)],
      UNMAPPED,
      ['2 moved', '5 moved']
    ],
    [
      'one more, and nothing tells which',
      [at(2, SHORT)],
      [at(2, SHORT), at(5, SHORT)],
      UNMAPPED,
      ['- ambiguous', '- ambiguous']
    ],
    [
      'one more, and the diff tells which',
      [at(2, SHORT)],
      [at(2, SHORT), at(5, SHORT)],
      mapped([edit(5, 0, 5, 1)]),
      ['2 exact', '-']
    ],
    ['one fewer: the nearest', [at(2, SHORT), at(8, SHORT)], [at(8, SHORT)], UNMAPPED, ['8 exact']],
    ['one fewer, and the diff tells which', two, [at(4, SHORT)], mapped([edit(2, 1, 2, 0)]), ['5 exact']]
  ])('%s', (_, base, head, texts, expected) => expect(paired(base, head, texts)).toEqual(expected))

  test('each of one line is paired with what it is told apart by', () => {
    const of = (symbol: string) => at(2, SHORT, { clues: { snippet: null, fingerprints: {}, symbol } })
    const [a, b, c, d] = [of('x'), of('y'), of('y'), of('x')]
    if (!a || !b || !c || !d) throw new Error('there are four')
    pairEqualContent([a, b], [c, d], UNMAPPED)
    expect([c.partner === b, d.partner === a]).toEqual([true, true])
  })

  test('of one package the version tells them apart', () => {
    const of = (version: string, line = 1) =>
      at(line, 'CVE-2026-1', { category: 'sca', package: { purl: null, name: 'a', version, fixedVersion: null } })
    const [old, other, now, more] = [of('1'), of('2'), of('2'), of('3')]
    if (!old || !other || !now || !more) throw new Error('there are four')
    pairEqualContent([old, other], [more, now], UNMAPPED)
    expect([now.partner === other, more.partner === old]).toEqual([true, true])
  })
})

test('a secret that is blotted out is the same on an untouched line alone', () => {
  const secret = (line: number) => at(line, null, { category: 'secret', message: 'a key' })
  expect(paired([secret(5)], [secret(4)], mapped([edit(2, 1, 2, 0)]))).toEqual(['5 exact'])
  expect(paired([secret(2)], [secret(4)], mapped([edit(2, 3, 2, 3)]))).toEqual(['- elsewhere'])
  expect(paired([secret(2)], [secret(4)], UNMAPPED)).toEqual(['2 exact'])
})
