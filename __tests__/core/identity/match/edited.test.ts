import { describe, expect, test } from '@jest/globals'
import type { Edit } from '../../../../src/core/change/change.js'
import type { Finding } from '../../../../src/core/finding.js'
import { type FileTexts, toLines } from '../../../../src/core/identity/match/content.js'
import { pairEdited } from '../../../../src/core/identity/match/edited.js'
import { type Entry, pair, toEntry } from '../../../../src/core/identity/match/entry.js'
import { finding, place } from '../builders.js'

const PATH = 'src/a.js'
const UNMAPPED: FileTexts = { head: null, base: null, edits: null }

/** Lines of the base that the change replaces by lines of the head, all of one file. */
interface Step {
  readonly kept?: readonly string[]
  readonly old?: readonly string[]
  readonly now?: readonly string[]
}

/** Both texts, and the diff between them. */
function textsOf(...steps: readonly Step[]): FileTexts & { readonly base: object; readonly head: object } {
  const base: string[] = []
  const head: string[] = []
  const edits: Edit[] = []
  for (const { kept = [], old = [], now = [] } of steps) {
    base.push(...kept)
    head.push(...kept)
    if (old.length + now.length > 0)
      edits.push({ baseStart: base.length + 1, removed: old, headStart: head.length + 1, added: now.length })
    base.push(...old)
    head.push(...now)
  }
  return { base: toLines(base), head: toLines(head), edits }
}

const entriesIn = (lines: FileTexts['base'], word = 'eval(', more: Partial<Finding> = {}): Entry[] =>
  (lines?.raw ?? []).flatMap((text, index) =>
    Array.from(text.matchAll(/eval\(/g), ({ index: column }) => column)
      .filter(() => text.includes(word))
      .map(column => {
        const location = { ...place(PATH, index + 1, column + 1), endColumn: column + 6 }
        return toEntry(finding({ location, ...more }), index, lines, null, null)
      })
  )

/** Which line of the base each finding of the head was taken for; `-`: for none, and why. */
function shown(head: readonly Entry[]): readonly string[] {
  return head.map(({ partner, pass, doubt }) =>
    partner === null ? `- ${doubt ?? ''}`.trim() : `${partner.line} ${pass}`
  )
}

function edited(texts: FileTexts): readonly string[] {
  const [base, head] = [entriesIn(texts.base), entriesIn(texts.head)]
  pairEdited(base, head, texts)
  return shown(head)
}

const ONE = ['eval(alpha, beta, gamma)']
const MORE = ['eval(alpha, beta, gamma, more)']
const OTHER = ['eval(alpha, beta, gamma, other)']
const SIX = (from: number) => Array.from({ length: 6 }, (_, index) => `call${from + index}()`)

describe('a line within one edit', () => {
  test.each<[string, Step, readonly string[]]>([
    ['with a word more', { old: ONE, now: MORE }, ['1 edited']],
    ['that shares too little', { old: ONE, now: ['eval(delta)'] }, ['-']],
    ['with the same words but one name, much of the line', { old: ['eval(user)'], now: ['eval(userName)'] }, ['-']],
    [
      'with a longer name, and less than three quarters in common',
      { old: ['eval(user, options)'], now: ['eval(userName, options)'] },
      ['1 edited']
    ],
    ['with another one that is as near', { old: ONE, now: [...MORE, ...OTHER] }, ['- ambiguous', '- ambiguous']],
    [
      'with another one that only reads alike',
      { old: ['eval(alpha, beta, gamma, one)'], now: ['eval(alpha, beta, gamma, two)', 'eval(one, beta, six, alpha)'] },
      ['- ambiguous', '-']
    ],
    [
      'with one that shares three quarters of its words',
      { old: ['eval(alpha, beta, gamma, one)'], now: ['eval(alpha, beta, gamma, two)', 'eval(beta, alpha)'] },
      ['- ambiguous', '-']
    ],
    [
      'with one that shares less',
      {
        old: ['eval(user, options)'],
        now: ['eval(userName, options)', 'eval(options, other)']
      },
      ['1 edited', '-']
    ],
    ['two for one', { old: [...ONE, ...OTHER], now: MORE }, ['- ambiguous']],
    [
      'two on one line',
      { old: ['eval(alpha) + eval(beta) + gamma'], now: ['eval(alpha) + eval(beta) + gamma + delta'] },
      ['1 edited', '1 edited']
    ],
    [
      'as many lines as before: each in its row',
      {
        old: ['eval(alpha, beta, gamma, one)', 'eval(alpha, beta, gamma, two)'],
        now: ['eval(alpha, beta, gamma, six)', 'eval(alpha, beta, gamma, ten)']
      },
      ['1 edited', '2 edited']
    ],
    [
      'a line more: rows say nothing',
      {
        old: ['eval(alpha, beta, gamma, one)', 'eval(alpha, beta, gamma, two)'],
        now: ['eval(alpha, beta, gamma, six)', 'eval(alpha, beta, gamma, ten)', 'x']
      },
      ['- ambiguous', '- ambiguous']
    ]
  ])('%s', (_, step, expected) => expect(edited(textsOf(step))).toEqual(expected))

  test('rows count from the edit, wherever it is on either side', () => {
    const texts = textsOf(
      { now: SIX(0) },
      { kept: SIX(10) },
      {
        old: ['eval(alpha, beta, gamma, one)', 'eval(alpha, beta, gamma, two)'],
        now: ['eval(alpha, beta, gamma, six)', 'eval(alpha, beta, gamma, ten)']
      }
    )
    expect(edited(texts)).toEqual(['7 edited', '8 edited'])
  })

  test('the better one is taken, and the other is new without a doubt', () => {
    const now = ['eval(alpha, beta, gamma, zeta, eta)', 'eval(alpha, beta, gamma) // ;']
    expect(edited(textsOf({ old: ONE, now }))).toEqual(['-', '1 edited'])
  })

  test('of two old ones the better one is taken', () => {
    const old = ['eval(alpha, beta, gamma, zeta, eta)', 'eval(alpha, beta, gamma);']
    expect(edited(textsOf({ old, now: ['x', ...ONE, 'y'] }))).toEqual(['2 edited'])
  })

  test('a copy of what another finding of the baseline is about is no edit', () => {
    const old = [...ONE]
    const texts = textsOf({ old, now: MORE }, { kept: SIX(0) }, { kept: MORE })
    expect(edited(texts)).toEqual(['-', '-'])
  })

  test('the same text on a changed line is no copy', () => {
    expect(edited(textsOf({ old: ONE, now: [`  ${ONE[0]}  `] }))).toEqual(['1 edited'])
  })

  test('a region of several lines has no end in its first one', () => {
    const texts = textsOf({ old: ['eval(one, two, first)'], now: ['eval(one, two, other)'] })
    const over = (lines: FileTexts['base']) => {
      const location = { ...place(PATH, 1, 1), endLine: 2, endColumn: 2 }
      return [toEntry(finding({ location }), 0, lines, null, null)]
    }
    const head = over(texts.head)
    pairEdited(over(texts.base), head, texts)
    expect(shown(head)).toEqual(['-'])
  })

  test('the region ends where the scanner says', () => {
    const texts = textsOf({ old: ['item.a(one, two, first)'], now: ['item.a(one, two, other)'] })
    const at = (lines: FileTexts['base']) => {
      const location = { ...place(PATH, 1, 1), endColumn: 5 }
      return [toEntry(finding({ location }), 0, lines, null, null)]
    }
    const head = at(texts.head)
    pairEdited(at(texts.base), head, texts)
    expect(shown(head)).toEqual(['1 edited'])
  })

  const one = (lines: FileTexts['base'], startColumn: number | null) => [
    toEntry(finding({ location: place(PATH, 1, startColumn) }), 0, lines, null, null)
  ]
  test.each<[string, string, number | null, readonly string[]]>([
    ['words before the column are its own', 'found = eval(one, two', 9, ['1 edited']],
    ['without a column the rule begins the line', 'eval(one, two', null, ['-']]
  ])('%s', (_, start, column, expected) => {
    const texts = textsOf({ old: [`${start}, first)`], now: [`${start}, other)`] })
    const head = one(texts.head, column)
    pairEdited(one(texts.base, column), head, texts)
    expect(shown(head)).toEqual(expected)
  })

  test('what is known to be doubtful is not taken', () => {
    const texts = textsOf({ old: ONE, now: MORE })
    const head = entriesIn(texts.head).map(entry => ({ ...entry, doubt: 'ambiguous' as const }))
    pairEdited(entriesIn(texts.base), head, texts)
    expect(shown(head)).toEqual(['- ambiguous'])
  })

  test('a line that is not in the text is no other one', () => {
    const texts = textsOf({ old: ONE, now: MORE })
    const beyond = [toEntry(finding({ location: place(PATH, 9) }), 0, texts.head, null, null)]
    pairEdited(entriesIn(texts.base), beyond, texts)
    expect(shown(beyond)).toEqual(['-'])
  })
})

describe('a line from one edit to another', () => {
  const apart = (before: readonly string[], after: readonly string[]) =>
    textsOf({ kept: SIX(0), old: ONE }, { kept: SIX(10) }, { old: before, now: [...after, ...MORE] }, { kept: SIX(20) })
  // Of the head's eight lines around it, four are what was around the old one.
  const half = ['call2()', 'call3()', 'call4()', 'call5()']

  test('with the half of what is around it', () => {
    expect(edited(apart([], half))).toEqual(['7 edited'])
  })
  test('with less', () => {
    expect(edited(apart([], ['other()', ...half.slice(1)]))).toEqual(['-'])
  })
  test('among other lines', () => {
    expect(edited(apart([], []))).toEqual(['-'])
  })
  test('onto a line that the change did not write', () => {
    const texts = textsOf({ kept: SIX(0), old: ONE }, { kept: [...MORE, ...SIX(0)] })
    const head = entriesIn(texts.head)
    pairEdited(entriesIn(texts.base).slice(0, 1), head, texts)
    expect(shown(head)).toEqual(['-'])
  })
  test('as near as another one within the edit', () => {
    // Elsewhere: all words, and all that is around it. Here: a row of its own, and nothing that was around it.
    const among = (line: string, name: string) => [
      ...[1, 2, 3, 4].map(each => `${name}${each}()`),
      line,
      ...[6, 7, 8, 9].map(each => `${name}${each}()`)
    ]
    const texts = textsOf(
      { old: among('eval(alpha, beta, gamma, one)', 'old'), now: among('eval(alpha, beta, gamma, two)', 'now') },
      { kept: SIX(0) },
      { now: among('eval(alpha, beta, gamma, one);', 'old') }
    )
    expect(edited(texts)).toEqual(['- ambiguous', '- ambiguous'])
  })
})

describe('what is around lines of one edit', () => {
  const old = ['here1()', 'here2()', 'here3()', 'here4()', ...ONE, 'after1()', 'after2()', 'after3()', 'after4()']
  const near = (count: number) => [
    ...['here1()', 'here2()', 'here3()', 'here4()'].map((line, index) => (index < count ? line : `no${line}`))
  ]
  const gap = Array.from({ length: 12 }, () => '')
  test('decides between two that are alike', () => {
    const now = [...near(0), ...MORE, ...gap, ...near(4), ...OTHER, 'after1()', 'after2()', 'after3()', 'after4()', 'x']
    expect(edited(textsOf({ old, now }))).toEqual(['-', '5 edited'])
  })
  test('does not decide where it differs little', () => {
    const now = [...near(3), ...MORE, ...gap, ...near(4), ...OTHER]
    expect(edited(textsOf({ old, now }))).toEqual(['- ambiguous', '- ambiguous'])
  })
})

describe('rivals that are taken already', () => {
  const of = (...words: readonly string[]) => `eval(p1, p2, p3, p4, p5, p6, p7, p8, ${words.join(', ')})`
  const [A, B] = [of('eta', 'one'), of('zeta', 'ten')]
  const [A2, B2] = [`${of('eta', 'one')};`, of('zeta', 'six')]
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['an old one', [A, B], [A2, B2, 'x'], ['1 edited', '2 edited']],
    ['a new one', [A, B, 'x'], [B2, A2], ['2 edited', '1 edited']]
  ])('%s', (_, old, now, expected) => expect(edited(textsOf({ old, now }))).toEqual(expected))
})

describe('what is still in the base', () => {
  test('is not looked for', () => {
    const texts = textsOf({ kept: ONE }, { old: ['x'], now: MORE })
    expect(edited(texts)).toEqual(['-', '-'])
  })

  const many = (count: number, word = '') => Array.from({ length: count }, (_, index) => `eval(a${index}${word})`)

  test('nor does it count for the number of pairs', () => {
    const texts = textsOf({ kept: many(41) }, { old: ['x'], now: many(40, 'x') })
    const [base, head] = [entriesIn(texts.base), entriesIn(texts.head).slice(41)]
    pairEdited(base, head, texts)
    expect(new Set(shown(head))).toEqual(new Set(['-']))
  })

  test('nor does what has a partner', () => {
    const texts = textsOf({ old: many(41), now: [...many(41), ...many(40, 'x')] })
    const [base, head] = [entriesIn(texts.base), entriesIn(texts.head)]
    for (const [index, entry] of base.entries()) {
      const partner = head[index]
      if (partner !== undefined) pair(entry, partner, 'exact')
    }
    pairEdited(base, head, texts)
    expect(new Set(shown(head.slice(41)))).toEqual(new Set(['-']))
  })
})

test('what of the head has a partner does not count for the number of pairs', () => {
  const at = (line: number) => toEntry(finding({ location: place(PATH, line) }), 0, null, null, null)
  const head = Array.from({ length: 42 }, (_, line) => at(line + 1))
  for (const entry of head.slice(1)) pair({ ...entry }, entry, 'exact')
  pairEdited(
    head.slice(0, 40).map((_, line) => at(line + 1)),
    head,
    UNMAPPED
  )
  expect(head[0]?.doubt).toBeNull()
})

describe('so many pairs are compared', () => {
  const of = (rule: string, count: number): Entry[] =>
    Array.from({ length: count }, (_, index) =>
      toEntry(finding({ ruleId: rule, location: place(PATH, index + 1) }), index, null, null, null)
    )
  const doubts = (base: readonly Entry[], head: readonly Entry[]) => {
    pairEdited(base, head, UNMAPPED)
    return [...new Set(head.map(({ finding: { ruleId }, doubt }) => `${ruleId} ${doubt}`))]
  }

  test('for a rule', () => {
    expect(doubts(of('r', 40), of('r', 40))).toEqual(['r null'])
    expect(doubts(of('r', 41), of('r', 40))).toEqual(['r ambiguous'])
  })

  test('for a file', () => {
    const full = Array.from({ length: 12 }, (_, index) => `r${index}`).flatMap(rule => of(rule, 40))
    const last = (base: number, head: number) => [...of('half', base), ...of('other', head)]
    expect(doubts([...full, ...last(20, 40)], [...full.map(copy), ...of('half', 40), ...of('other', 1)])).toContain(
      'half null'
    )
    const told = doubts([...full, ...last(21, 40)], [...full.map(copy), ...of('half', 40), ...of('other', 1)])
    expect(told).toContain('half ambiguous')
    expect(told).toContain('r11 null')
  })

  const copy = (entry: Entry): Entry => ({ ...entry })
})

describe('without the text of the base, by the snippets', () => {
  const at = (line: number, snippet: string | null, lines: FileTexts['head'] = null) =>
    toEntry(
      finding({ location: place(PATH, line), clues: { snippet, fingerprints: {}, symbol: null } }),
      0,
      lines,
      null,
      null
    )
  const against = (before: Entry, after: Entry, texts: FileTexts = UNMAPPED) => {
    pairEdited([before], [after], texts)
    return shown([after])
  }
  const [old, now] = [ONE[0] ?? '', MORE[0] ?? '']

  test.each<[string, number, string | null, string | null, readonly string[]]>([
    ['an edited one', 2, old, now, ['1 edited']],
    ['thirty lines away', 31, old, now, ['1 edited']],
    ['further away', 32, old, now, ['-']],
    ['no snippet before', 2, null, now, ['-']],
    ['no snippet now', 2, old, null, ['-']]
  ])('%s', (_, line, before, after, expected) => expect(against(at(1, before), at(line, after))).toEqual(expected))

  test('upwards too', () => expect(against(at(31, old), at(1, now))).toEqual(['31 edited']))

  test('the head is compared by its snippet as well', () => {
    const head = toLines([`const found = other(${now}, with, more, words, than, that)`])
    expect(against(at(1, old), at(1, now, head), { ...UNMAPPED, head })).toEqual(['1 edited'])
  })

  test('where the diff is known, within one edit', () => {
    const { edits, head } = textsOf({ kept: SIX(0), old: ONE, now: MORE }, { kept: SIX(0) }, { now: MORE })
    const texts: FileTexts = { base: null, head: null, edits }
    expect(against(at(7, old), at(7, now), texts)).toEqual(['7 edited'])
    expect(against(at(7, old), at(14, now), texts)).toEqual(['-'])
    expect(against(at(7, old), at(7, now), { ...texts, head })).toEqual(['7 edited'])
    const base = toLines([...SIX(0), ...ONE, ...SIX(0)])
    expect(against(at(7, old, base), at(7, now), { ...texts, base })).toEqual(['7 edited'])
  })
})
