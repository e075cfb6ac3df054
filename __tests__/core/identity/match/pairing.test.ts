import { describe, expect, test } from '@jest/globals'
import type { Edit } from '../../../../src/core/change/change.js'
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
const UNMAPPED: FileTexts = { head: null, base: null, edits: null }
const mapped = (edits: readonly Edit[], base: string | null = null, head: string | null = null): FileTexts => ({
  base: base === null ? null : toLines(base.split(' ')),
  head: head === null ? null : toLines(head.split(' ')),
  edits
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
  const also = (instance: string) => ({ clues: { snippet: null, fingerprints: {}, symbol: null, instance } })
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
    [
      'of the whole file, two by what the tool adds',
      [at(0, null, also('A'))],
      [at(0, null, also('B'))],
      UNMAPPED,
      ['-']
    ],
    [
      'no line on one side, two by what the tool adds',
      [at(0, SHORT, also('A'))],
      [at(5, SHORT, also('B'))],
      UNMAPPED,
      ['0 moved']
    ],
    [
      'no line on the other, two by what the tool adds',
      [at(5, SHORT, also('A'))],
      [at(0, SHORT, also('B'))],
      UNMAPPED,
      ['5 moved']
    ],
    [
      'a dependency of no line, two by what the tool adds',
      [at(0, SHORT, { category: 'sca', ...also('A') })],
      [at(0, SHORT, { category: 'sca', ...also('B') })],
      UNMAPPED,
      ['0 exact']
    ],
    ['of no line, to a line of a followed file', [at(0, SHORT)], [at(6, SHORT)], mapped(apart), ['0 moved']],
    [
      '24 characters',
      [at(2, `source ${'x'.repeat(23)}`)],
      [at(6, `source ${'x'.repeat(23)}`)],
      mapped(apart),
      ['- elsewhere']
    ],
    [
      '25 characters',
      [at(2, `source ${'x'.repeat(24)}`)],
      [at(6, `source ${'x'.repeat(24)}`)],
      mapped(apart),
      ['2 moved']
    ],
    [
      'among two lines of five',
      [at(2, SHORT)],
      [at(6, SHORT)],
      mapped(apart, BASE, 'hhh() aaa() bbb() one() two() eval(a) ccc()'),
      ['2 moved']
    ],
    [
      'among one line of five',
      [at(2, SHORT)],
      [at(6, SHORT)],
      mapped(apart, BASE, 'hhh() aaa() bbb() ddd() two() eval(a) ccc()'),
      ['- elsewhere']
    ],
    [
      'copied with all that is around it, and the old line is still there',
      [at(5, SHORT)],
      [at(9, SHORT)],
      mapped([edit(6, 0, 6, 4)], '1 2 3 abc eval(a) def', '1 2 3 abc eval(a) xyz 7 abc eval(a) def'),
      ['-']
    ],
    [
      'the same snippet, and a fingerprint of ours that the text does not give',
      [{ ...at(2, null, { snippet: 'eval(a)' }), claimed: 'ours' }],
      [at(2, SHORT, { snippet: 'eval(a)' })],
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
    ['one fewer, and the diff tells which', two, [at(4, SHORT)], mapped([edit(2, 1, 2, 0)]), ['5 exact']],
    ['on the line where one was', [at(3, SHORT), at(9, SHORT)], [at(3, SHORT)], UNMAPPED, ['3 exact']],
    [
      'in their order, though both are nearest to the last',
      [at(30, SHORT), at(40, SHORT)],
      [at(21, SHORT), at(29, SHORT)],
      UNMAPPED,
      ['30 moved', '40 moved']
    ],
    [
      'each takes the nearest that leaves enough for the rest',
      [at(3, SHORT), at(9, SHORT)],
      [at(2, SHORT), at(4, SHORT), at(6, SHORT), at(7, SHORT)],
      mapped([edit(1, 20, 1, 20)]),
      ['3 moved', '-', '-', '9 moved']
    ],
    [
      'three on one line',
      [at(5, SHORT), at(5, SHORT), at(5, SHORT)],
      [at(4, SHORT), at(4, SHORT), at(4, SHORT)],
      mapped([edit(2, 1, 2, 0)]),
      ['5 exact', '5 exact', '5 exact']
    ],
    [
      'one is found by its text, and of the rest nothing tells which is new',
      [at(2, LONG), at(5, null)],
      [at(2, LONG), at(6, 'source other()'), at(7, 'source more()')],
      UNMAPPED,
      ['2 exact', '- ambiguous', '- ambiguous']
    ],
    [
      'one is found by its text, and the rest are as many',
      [at(2, LONG), at(5, null)],
      [at(2, LONG), at(5, 'source other()')],
      UNMAPPED,
      ['2 exact', '5 exact']
    ],
    [
      'of some there is a text',
      [at(2, LONG), at(5, null)],
      [at(5, null), at(9, SHORT)],
      UNMAPPED,
      ['5 exact', '- elsewhere']
    ]
  ])('%s', (_, base, head, texts, expected) => expect(paired(base, head, texts)).toEqual(expected))

  describe('without a diff, lines go as far as those of what is there once', () => {
    const once = (line: number, name = 'once') => at(line, LONG, { ruleId: name })
    const dependency = (line: number) =>
      at(line, 'advisory CVE-2026-1', {
        category: 'sca',
        package: { purl: null, name: 'a', version: '1', fixedVersion: null }
      })
    const file = at(0, 'file', { ruleId: 'file' })
    const three = [once(10, 'x'), once(20, 'y'), once(30, 'z')]
    const moved = () => [once(11, 'x'), once(22, 'y'), once(33, 'z')]
    const of = (...lines: readonly number[]) => lines.map(line => at(line, SHORT))
    const copies = (entries: readonly Entry[]) => entries.map(entry => ({ ...entry }))
    /** Of two kinds: what is there once, and the rest. */
    const inOrder = (entries: readonly Entry[]) => [...entries].sort((left, right) => left.line - right.line)

    test.each<[string, readonly Entry[], readonly Entry[], string]>([
      ['after it', [once(1), ...of(3, 20)], [once(11), ...of(30)], '20 exact'],
      ['before the first', [...of(3, 4), once(20)], [...of(14), once(30)], '4 exact'],
      ['but what has no line', [file, ...of(3, 4), once(20)], [file, ...of(14), once(30)], '4 exact'],
      [
        'but what has no line now',
        [dependency(2), ...of(3, 4), once(20)],
        [dependency(0), ...of(14), once(30)],
        '4 exact'
      ],
      ['between three: above', [...three, ...of(5, 7)], [...moved(), ...of(8)], '7 exact'],
      ['between three: on the second', [...three, ...of(5, 20)], [...moved(), ...of(22)], '20 exact'],
      ['between three: after the first', [...three, ...of(5, 15)], [...moved(), ...of(16)], '15 exact'],
      ['between three: after the second', [...three, ...of(5, 25)], [...moved(), ...of(27)], '25 exact'],
      ['between three: after the third', [...three, ...of(5, 35)], [...moved(), ...of(38)], '35 exact']
    ])('%s', (_, base, head, expected) => {
      const after = copies(head)
      const found = paired(inOrder(copies(base)), inOrder(after), UNMAPPED)
      expect(found).toContain(expected)
      expect(after.filter(({ source }) => source === SHORT)[0]?.partner?.line).toBe(Number.parseInt(expected, 10))
    })

    test('of what is there once, words alone are believed at their own line', () => {
      const [base, head] = [
        [once(1), at(2, null)],
        [once(11), at(12, null)]
      ]
      expect(paired(base, head, UNMAPPED)).toEqual(['1 moved', '- elsewhere'])
    })
  })

  describe('blocks that changed places', () => {
    const [one, other] = ['aaa() bbb() eval(a) ccc() ddd()', 'eee() fff() eval(a) ggg() hhh()']
    // So far apart that neither is around the other.
    const gap = Array.from({ length: 12 }, () => '.').join(' ')
    const both = () => [at(3, SHORT), at(20, SHORT)]
    const of = (base: readonly string[], head: readonly string[]) =>
      mapped([edit(1, 30, 1, 30)], base.join(` ${gap} `), head.join(` ${gap} `))
    test('are known by what is around them', () => {
      expect(paired(both(), both(), of([one, other], [other, one]))).toEqual(['20 moved', '3 moved'])
    })
    test('with nothing around them, the order is all there is', () => {
      const empty = '. . eval(a) . .'
      expect(paired(both(), both(), of([empty, empty], [empty, empty]))).toEqual(['3 exact', '20 exact'])
    })
  })

  test('what is found on an ambiguous line has no doubt', () => {
    const of = (symbol: string) => at(2, SHORT, { clues: { snippet: null, fingerprints: {}, symbol } })
    const head = [of('x'), of('y')]
    expect(paired([of('x')], head, UNMAPPED)).toEqual(['2 exact', '- ambiguous'])
    expect(head[0]?.doubt).toBeNull()
  })

  test('versions tell dependencies apart, not code', () => {
    const code = (line: number, version: string) =>
      at(line, SHORT, { package: { purl: null, name: 'a', version, fixedVersion: null } })
    expect(paired([code(2, '1'), code(5, '2')], [code(2, '2'), code(5, '1')], UNMAPPED)).toEqual(['2 exact', '5 exact'])
  })

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
    expect([now.pass, more.pass]).toEqual(['exact', 'exact'])
    // One more than there were: of a package that is no doubt.
    expect(paired([of('1')], [of('1'), of('2')], UNMAPPED)).toEqual(['1 exact', '-'])
    // One version in two places of the file: that of its line is meant.
    expect(paired([of('1', 1), of('1', 5)], [of('1', 5)], UNMAPPED)).toEqual(['5 exact'])
    expect(paired([of('1', 1), of('2', 5)], [of('2', 1), of('1', 5)], UNMAPPED)).toEqual(['5 exact', '1 exact'])
    // Its old line is there still, which says nothing in a lock file.
    expect(paired([of('1', 5)], [of('1', 9)], mapped([edit(7, 0, 7, 2)]))).toEqual(['5 exact'])
    const nameless = (line: number) => at(line, null, { category: 'sca' })
    expect(paired([nameless(5)], [nameless(9)], mapped([edit(7, 0, 7, 2)]))).toEqual(['5 exact'])
  })
})

test('a secret that is blotted out is the same on an untouched line alone', () => {
  const secret = (line: number) => at(line, null, { category: 'secret', message: 'a key' })
  expect(paired([secret(5)], [secret(4)], mapped([edit(2, 1, 2, 0)]))).toEqual(['5 exact'])
  expect(paired([secret(2)], [secret(4)], mapped([edit(2, 3, 2, 3)]))).toEqual(['- elsewhere'])
  expect(paired([secret(2)], [secret(4)], UNMAPPED)).toEqual(['2 exact'])
  const shown = (line: number) => at(line, 'secret hash', { category: 'secret', message: 'a key' })
  expect(paired([shown(2)], [shown(4)], mapped([edit(2, 3, 2, 3)]))).toEqual(['2 exact'])
})
