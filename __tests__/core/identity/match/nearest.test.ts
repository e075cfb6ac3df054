import { describe, expect, test } from '@jest/globals'
import type { Edit } from '../../../../src/core/change/change.js'
import type { Finding } from '../../../../src/core/finding.js'
import { type FileTexts, toLines } from '../../../../src/core/identity/match/content.js'
import { type Entry, pair, toEntry } from '../../../../src/core/identity/match/entry.js'
import { pairAliases, pairReformatted, pairSamePlace } from '../../../../src/core/identity/match/nearest.js'
import { advisory, finding, place } from '../builders.js'

const PATH = 'src/a.js'
const at = (line: number, column: number | null = null, more: Partial<Finding> = {}): Entry =>
  toEntry(finding({ location: line === 0 ? null : place(PATH, line, column), ...more }), 0, null, null, null)

const taken = (entry: Entry): Entry => {
  pair({ ...entry }, entry, 'exact')
  return entry
}

/** The line of the base that each of the head was found again at, or `-`. */
const shown = (head: readonly Entry[]): readonly string[] =>
  head.map(({ partner, pass }) => (partner === null ? '-' : `${partner.line} ${pass}`))

const mapped = (edits: readonly Edit[], base: readonly string[] | null, head: readonly string[] | null): FileTexts => ({
  base: base === null ? null : toLines(base),
  head: head === null ? null : toLines(head),
  edits
})

describe('on the same untouched line', () => {
  // Line 2 is gone, so that line 5 became line 4.
  const TEXTS = mapped([{ baseStart: 2, removed: ['x'], headStart: 2, added: 0 }], null, null)
  const UNMAPPED: FileTexts = { head: null, base: null, edits: null }
  const other = { category: 'secret' } as const

  test.each<[string, readonly Entry[], readonly Entry[], FileTexts, readonly string[]]>([
    ['at its line', [at(5, 3)], [at(4, 3)], TEXTS, ['5 place']],
    ['without a column', [at(5)], [at(4)], TEXTS, ['5 place']],
    ['at another column', [at(5, 3)], [at(4, 4)], TEXTS, ['-']],
    ['at a column on one side', [at(5, 3)], [at(4)], TEXTS, ['-']],
    ['at another line', [at(5, 3)], [at(5, 3)], TEXTS, ['-']],
    ['of another rule', [at(5, 3)], [at(4, 3, { ruleId: 'other' })], TEXTS, ['-']],
    ['on a line that is gone', [at(2, 3)], [at(2, 3)], TEXTS, ['-']],
    ['where no line is followed', [at(5, 3)], [at(5, 3)], UNMAPPED, ['-']],
    ['of the whole file', [at(0)], [at(0)], TEXTS, ['-']],
    ['a secret', [at(5, 3, other)], [at(4, 3, other)], TEXTS, ['-']],
    ['two of them', [at(5, 3), at(5, 3)], [at(4, 3), at(4, 3)], TEXTS, ['5 place', '5 place']],
    ['one more', [at(5, 3)], [at(4, 3), at(4, 3)], TEXTS, ['5 place', '-']],
    ['one fewer', [at(5, 3), at(5, 3)], [at(4, 3)], TEXTS, ['5 place']],
    ['what was found again already', [at(5, 3)], [taken(at(4, 3))], TEXTS, ['4 exact']],
    ['what is another one already', [taken(at(5, 3))], [at(4, 3)], TEXTS, ['-']]
  ])('%s', (_, base, head, texts, expected) => {
    pairSamePlace(base, head, texts)
    expect(shown(head)).toEqual(expected)
    expect(new Set(head.map(({ partner }) => partner ?? {})).size).toBe(head.length)
  })
})

describe('formatted anew', () => {
  const OLD = ['if (ready) eval(first, second, third)']
  const NEW = ['if (ready)', '  eval(first, second, third)']
  const AROUND = ['zero()', 'one()']
  const edits: readonly Edit[] = [{ baseStart: 3, removed: OLD, headStart: 3, added: 2 }]
  const TEXTS = mapped(edits, [...AROUND, ...OLD, 'after()'], [...AROUND, ...NEW, 'behind()'])
  const [base, head] = [() => at(3, 12), () => at(4, 3)]

  test.each<[string, readonly Entry[], readonly Entry[], FileTexts, readonly string[]]>([
    ['over two lines', [base()], [head()], TEXTS, ['3 reformatted']],
    ['of another rule', [base()], [at(4, 3, { ruleId: 'other' })], TEXTS, ['-']],
    ['two of them', [base(), base()], [head(), head()], TEXTS, ['3 reformatted', '3 reformatted']],
    ['one more', [base()], [head(), head()], TEXTS, ['3 reformatted', '-']],
    ['what was found again already', [base()], [taken(head())], TEXTS, ['4 exact']],
    ['what is another one already', [taken(base())], [head()], TEXTS, ['-']],
    ['without a diff', [base()], [head()], { ...TEXTS, edits: null }, ['-']],
    ['without the text of the base', [base()], [head()], { ...TEXTS, base: null }, ['-']],
    ['without the text of the head', [base()], [head()], { ...TEXTS, head: null }, ['-']],
    ['of no line', [at(0)], [at(0)], TEXTS, ['-']],
    [
      'with too few words to tell',
      [at(1, 1)],
      [at(1, 1)],
      mapped([{ baseStart: 1, removed: ['f( a)'], headStart: 1, added: 1 }], ['f( a)'], ['f(a)']),
      ['-']
    ]
  ])('%s', (_, before, after, texts, expected) => {
    pairReformatted(before, after, texts)
    expect(shown(after)).toEqual(expected)
    expect(new Set(after.map(({ partner }) => partner ?? {})).size).toBe(after.length)
  })

  test('the words after it may be on the next lines', () => {
    const old = ['eval(first, second,', '  third, fourth)']
    const now = ['eval(', '  first, second, third,', '  fourth)']
    const texts = mapped(
      [{ baseStart: 3, removed: old, headStart: 3, added: 3 }],
      [...AROUND, ...old, 'after()'],
      [...AROUND, ...now, 'behind()']
    )
    const after = [at(3, 1)]
    pairReformatted([at(3, 1)], after, texts)
    expect(shown(after)).toEqual(['3 reformatted'])
  })

  describe('the change has to have written both lines', () => {
    const SAME = 'a(b, c, d, e, f) && eval(first, second, third, fourth)'
    const two: readonly Edit[] = [
      { baseStart: 2, removed: [SAME], headStart: 2, added: 1 },
      { baseStart: 4, removed: [SAME], headStart: 4, added: 1 }
    ]
    const texts = mapped(two, ['a', SAME, 'b', SAME, SAME], ['a', SAME, 'b', SAME, SAME])
    test.each<[string, number, number, readonly string[]]>([
      ['both', 2, 4, ['2 reformatted']],
      ['both, the other way round', 4, 2, ['4 reformatted']],
      ['the new one is older', 2, 5, ['-']],
      ['the old one is still there', 5, 2, ['-']]
    ])('%s', (_, before, after, expected) => {
      const [left, right] = [[at(before, 21)], [at(after, 21)]]
      pairReformatted(left, right, texts)
      expect(shown(right)).toEqual(expected)
    })
  })
})

describe('under another name of the advisory', () => {
  const of = (ids: readonly string[], more: Partial<Finding> = {}): Entry =>
    toEntry(advisory(ids[0] ?? '', '1', undefined, { identifiers: ids, ...more }), 0, null, null, null)
  const [CVE, GHSA, OTHER] = ['CVE-2026-1', 'GHSA-aaaa-bbbb-cccc', 'RUSTSEC-2026-1']
  const code = { category: 'sast', ruleId: 'r' } as const

  test.each<[string, readonly Entry[], readonly Entry[], readonly (number | null)[]]>([
    ['one in common', [of([CVE, GHSA])], [of([OTHER, GHSA])], [0]],
    ['in another case', [of([GHSA])], [of([GHSA.toLowerCase(), OTHER])], [0]],
    ['none in common', [of([CVE])], [of([OTHER])], [null]],
    ['a class of weakness', [of([CVE, 'CWE-79'])], [of([OTHER, 'CWE-79'])], [null]],
    ['two of them', [of([CVE, GHSA]), of([CVE, OTHER])], [of([CVE, 'A-1']), of([CVE, 'B-1'])], [0, 1]],
    ['two in common', [of([CVE, GHSA]), of([CVE])], [of([CVE, GHSA]), of([GHSA])], [0, null]],
    ['what was found again already', [of([CVE])], [taken(of([CVE, GHSA]))], [-1]],
    ['what is another one already', [taken(of([CVE]))], [of([CVE, GHSA])], [null]],
    ['code', [of([CVE, GHSA], code)], [of([CVE, OTHER], code)], [null]]
  ])('%s', (_, base, head, expected) => {
    pairAliases(base, head)
    expect(head.map(({ partner }) => (partner === null ? null : base.indexOf(partner)))).toEqual(expected)
    expect(
      head.every(({ partner, pass }) => partner === null || pass === (base.includes(partner) ? 'alias' : 'exact'))
    ).toBe(true)
  })
})
