import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../../src/core/finding.js'
import { fingerprintKey, kindOf, messageContent, secretContent } from '../../../../src/core/identity/fingerprint.js'
import { toLines } from '../../../../src/core/identity/match/content.js'
import {
  bestContent,
  compareEntries,
  contentOf,
  type Entry,
  instancesOf,
  isByMessageAlone,
  pair,
  toEntry,
  unpaired
} from '../../../../src/core/identity/match/entry.js'
import { finding, place } from '../builders.js'

const PATH = 'src/a.js'
const PACKAGE = { purl: null, name: 'lodash', version: '1', fixedVersion: null }
const clues = (snippet: string | null, symbol: string | null = null, fingerprints = {}): Finding['clues'] => ({
  snippet,
  fingerprints,
  symbol
})
const entryOf = (parts: Partial<Finding>, lines: readonly string[] | null = null, whole: Finding | null = null) =>
  toEntry(finding(parts), 0, lines === null ? null : toLines(lines), null, whole)

describe('what is written at the place of a finding', () => {
  const TEXT = ['one()', 'const r = eval(a)', 'two()']
  const at = place(PATH, 2, 11)
  const secret = { category: 'secret', location: { ...at, endColumn: 18 } } as const
  const unnamed = { category: 'sca', identifiers: [] } as const

  test.each<[string, Partial<Finding>, readonly string[] | null, string | null]>([
    ['code', { location: at }, TEXT, 'source constr=eval(a)'],
    ['no text', { location: at }, null, null],
    ['no place', { location: null }, TEXT, null],
    ['its whole file', { location: place(PATH, null) }, TEXT, 'file'],
    ['its whole file, without a text', { location: place(PATH, null) }, null, 'file'],
    ['a line beyond the end', { location: place(PATH, 9) }, TEXT, null],
    ['a secret', secret, TEXT, secretContent('eval(a)')],
    ['a secret without columns', { ...secret, location: place(PATH, 2) }, TEXT, secretContent('constr=eval(a)')],
    ['a secret that its scanner cut out', { ...secret, clues: clues('key1') }, TEXT, secretContent('key1')],
    ['the same without a text', { ...secret, clues: clues('key1') }, null, secretContent('key1')],
    ['a secret that is blotted out', { ...secret, clues: clues('key***') }, TEXT, secretContent('eval(a)')],
    ['a secret of which nothing is known', secret, null, null],
    ['a secret beyond the end', { ...secret, location: place(PATH, 9) }, TEXT, null],
    ['an advisory', { category: 'sca', location: at, identifiers: ['CVE-2026-1'] }, TEXT, 'advisory CVE-2026-1'],
    ['a dependency without a name', { ...unnamed, location: at }, null, null],
    [
      'a dependency without a name, with its text',
      { ...unnamed, location: at },
      TEXT,
      `${messageContent(finding({ ...unnamed, location: at }))} constr=eval(a)`
    ]
  ])('%s', (_, parts, lines, expected) => expect(entryOf(parts, lines).source).toBe(expected))

  const wide = `eval(${'a'.repeat(56)}`
  test.each<[string, readonly string[], string, number, boolean]>([
    ['a part of the line', ['const r = eval(a)'], 'eval(a)', 1, true],
    ['more than the line', ['const r = eval(a)'], 'x\nconst r = eval(a)\ny', 1, true],
    ['blanks alone', ['const r = eval(a)'], '  ', 1, true],
    ['something else', ['const r = eval(a)'], 'eval(b)', 1, false],
    ['short lines of a region', ['abc', 'def', 'ghi'], 'abc def\tghi', 3, true],
    ['short lines and more', ['abc', 'def', 'ghi'], 'abc def ghi jkl', 3, true],
    ['some of its short lines', ['abc', 'def', 'ghi'], 'abc def', 3, true],
    ['a region, begun in the middle of it', ['aaaa()', 'bbbb()', 'cccc()'], 'x\nbbbb()\ndddd()', 3, true],
    ['a line of three letters of it', ['aaaa()', 'bbb', 'cccc()'], 'x\nbbb\ndddd()', 3, false],
    ['a line of four', ['aaaa()', 'bbbb', 'cccc()'], 'x\nbbbb\ndddd()', 3, true],
    ['the same for sixty characters', [`${wide}xxx)`], `${wide.slice(0, 60)}yyy)`, 1, true],
    ['the same for fewer', [`${wide.slice(0, 58)}xxx)`], `${wide.slice(0, 58)}yyy)`, 1, false]
  ])('a snippet that is %s', (_, text, snippet, endLine, agrees) => {
    const { source } = entryOf({ location: { ...place(PATH, 1), endLine }, clues: clues(snippet) }, text)
    expect(source !== null).toBe(agrees)
  })
})

test.each<[string, Partial<Finding>, number]>([
  ['code', {}, 3],
  ['code with a snippet', { clues: clues('x') }, 3],
  ['code that says of how many it tells', { instances: 7 }, 7],
  ['a package', { category: 'sca', package: PACKAGE }, 1],
  ['a dependency without a package', { category: 'sca', identifiers: ['CVE-2026-1'], clues: clues('x') }, 3],
  ['code that names a package', { package: PACKAGE }, 3],
  ['a secret that is shown', { category: 'secret', clues: clues('x') }, 1],
  ['a secret that is not shown', { category: 'secret' }, 3]
])('so many things: %s', (_, parts, count) => {
  const one = finding({ occurrences: 3, ...parts })
  expect(instancesOf(one, kindOf(one))).toBe(count)
  expect(toEntry(one, 0, null, null, null).count).toBe(count)
  expect(toEntry(one, 0, null, null, one).count).toBe(1)
})

test('the most trusted content is the one that is asked for first', () => {
  const given = { location: place(PATH, 1), message: 'm', clues: clues('eval(a)', null, { x: '1' }) }
  const entry = entryOf(given, ['eval(a) + long'])
  const levels = ['source', 'snippet', 'claims', 'message'] as const
  const contents = levels.map(level => contentOf(entry, level))
  expect(contents).toEqual(['source eval(a)+long', 'snippet eval(a)', 'claims x=1 m', 'message m  0::'])
  expect(bestContent(entry)).toBe(contents[0])
  expect(bestContent(entryOf(given))).toBe(contents[1])
  expect(bestContent(entryOf({ ...given, clues: clues(null, null, { x: '1' }) }))).toBe(contents[2])
  expect(bestContent(entryOf({ ...given, clues: clues(null) }))).toBe(contents[3])
  expect(fingerprintKey('s', 'p', 'c')).toBe('s\0p\0c')
})

describe('the order of findings', () => {
  const location = place(PATH, 5, 5)
  // What comes earlier decides: each pair differs the other way round in all that comes after.
  const low: readonly [string, Partial<Finding>, Partial<Finding>][] = [
    ['line', { location: { ...location, startLine: 4 } }, { location: { ...location, startLine: 5 } }],
    ['column', { location: { ...location, startColumn: 4 } }, { location: { ...location, startColumn: 5 } }],
    ['end line', { location: { ...location, endLine: 6 } }, { location: { ...location, endLine: 10 } }],
    ['end column', { location: { ...location, endColumn: 7 } }, { location: { ...location, endColumn: 10 } }],
    ['rule', { ruleId: 'a' }, { ruleId: 'b' }],
    ['tool', { tool: 'a' }, { tool: 'b' }],
    ['category', { category: 'iac' }, { category: 'sast' }],
    ['package', { package: { ...PACKAGE, name: 'a' } }, { package: { ...PACKAGE, name: 'b' } }],
    ['version', { package: { ...PACKAGE, version: '1' } }, { package: { ...PACKAGE, version: '2' } }],
    ['message', { message: 'a' }, { message: 'b' }],
    ['snippet', { clues: clues('a') }, { clues: clues('b') }],
    ['date', { firstDetected: '2026-01-01' }, { firstDetected: '2026-01-02' }],
    ['path', { location: { ...location, path: 'a' } }, { location: { ...location, path: 'b' } }],
    ['anything', { helpUri: 'a' }, { helpUri: 'b' }]
  ]
  const merged = (each: Partial<Finding>, more: Partial<Finding>): Partial<Finding> => ({
    ...more,
    ...each,
    ...(each.location && more.location ? { location: each.location } : {})
  })
  test.each(low)('%s', (name, first, second) => {
    const after = low.slice(low.findIndex(([each]) => each === name) + 1)
    for (const [, more, less] of [...after, [name, {}, {}] as const]) {
      const inLocation = first.location !== undefined && less.location !== undefined
      if (inLocation || (first.package && less.package)) continue
      const [left, right] = [
        entryOf({ location, ...merged(first, less) }),
        entryOf({ location, ...merged(second, more) })
      ]
      expect(compareEntries(left, right)).toBeLessThan(0)
      expect(compareEntries(right, left)).toBeGreaterThan(0)
      expect(compareEntries(left, left)).toBe(0)
    }
  })

  test.each<[string, Partial<Finding>, Partial<Finding>]>([
    ['column', { location: { ...location, startColumn: null } }, { location: { ...location, startColumn: 1 } }],
    ['end line', { location: { ...location, endLine: null } }, { location: { ...location, endLine: 1 } }],
    ['end column', { location }, { location: { ...location, endColumn: 1 } }],
    ['package', { package: null }, { package: { ...PACKAGE, name: 'A', version: null } }],
    ['version', { package: { ...PACKAGE, version: null } }, { package: PACKAGE }],
    ['snippet', { clues: clues(null), firstDetected: 'z' }, { clues: clues('S'), firstDetected: 'a' }],
    ['date', { firstDetected: null, helpUri: 'z' }, { firstDetected: '2026', helpUri: 'a' }],
    ['place', { location: null }, { location: place('A', null) }]
  ])('what has no %s stands first', (_, first, second) => {
    const [left, right] = [entryOf({ location, ...first }), entryOf({ location, ...second })]
    expect(compareEntries(left, right)).toBeLessThan(0)
    expect(compareEntries(right, left)).toBeGreaterThan(0)
  })

  test('columns stand before ends, and places before words', () => {
    const at = (startColumn: number, endLine: number, endColumn: number, ruleId: string) =>
      entryOf({ ruleId, location: { path: PATH, startLine: 5, startColumn, endLine, endColumn } })
    const sorted = [at(1, 9, 9, 'z'), at(2, 6, 9, 'z'), at(2, 7, 1, 'z'), at(2, 7, 2, 'a'), at(2, 7, 2, 'b')]
    expect([...sorted].reverse().sort(compareEntries)).toEqual(sorted)
  })

  test('of places that are told of alike, the whole finding decides', () => {
    const [one, other] = [finding({ message: 'a' }), finding({ message: 'b' })]
    expect(compareEntries(entryOf({}, null, one), entryOf({}, null, other))).toBeLessThan(0)
    expect(compareEntries(entryOf({}, null, other), entryOf({}, null, one))).toBeGreaterThan(0)
  })
})

describe('rule and message are all that the two have in common', () => {
  const NOWHERE = '/x/a.js:1: the path is absolute and lies outside the repository.'
  const SYSTEM = '/usr/include/a.h:3: the path lies outside the repository.'
  interface Case {
    readonly base?: Partial<Finding>
    readonly head?: Partial<Finding>
    readonly both?: Partial<Finding>
    readonly entry?: Partial<Entry>
    readonly pass?: Entry['pass']
  }
  const inLine = { location: place(PATH, 3) }
  const decide = ({ base = {}, head = {}, both = {}, entry = {}, pass = 'exact' }: Case): boolean => {
    const [before, after] = [entryOf({ ...inLine, ...both, ...base }), entryOf({ ...inLine, ...both, ...head })]
    pair(before, after, pass ?? 'exact')
    return isByMessageAlone({ ...after, changed: true, ...entry })
  }
  const iac = { category: 'iac', clues: clues(null, 'aws.a') } as const
  const sca = { category: 'sca' } as const

  test.each<[string, Case, boolean]>([
    ['on a changed line', {}, true],
    ['on a changed line to which it moved', { pass: 'moved' }, true],
    ['on the same untouched line', { pass: 'place' }, false],
    ['after an edit that is looked through', { pass: 'edited' }, false],
    ['on a line that the change leaves alone', { entry: { changed: false } }, false],
    ['on a line of which nobody knows', { entry: { changed: null } }, false],
    ['the same where it was asked for', { entry: { changed: null, isLineDoubtful: true } }, true],
    ['on no line', { both: { location: place(PATH, null) } }, false],
    ['a secret on a changed line', { both: { category: 'secret' } }, false],
    [
      'a secret on a doubtful line',
      { both: { category: 'secret' }, entry: { isLineDoubtful: true, changed: null } },
      true
    ],
    ['a resource', { both: iac }, false],
    ['code that names what it stands in', { both: { clues: clues(null, 'main') } }, true],
    ['what names nothing', { both: { clues: clues(null, '') } }, true],
    ['a package of a manifest that is changed', { both: { ...sca, package: PACKAGE } }, false],
    ['an advisory', { both: { ...sca, identifiers: ['CVE-2026-1'] } }, false],
    ['a dependency that names neither', { both: { ...sca, location: place(PATH, 3) } }, true],
    ['a dependency on a doubtful line', { both: sca, entry: { isLineDoubtful: true, changed: null } }, false],
    ['code that names an advisory', { both: { identifiers: ['CVE-2026-1'] } }, true],
    ['code that names a package', { both: { package: PACKAGE } }, true],
    ['the same snippet', { both: { clues: clues('eval(a)') } }, false],
    ['other snippets', { base: { clues: clues('eval(b)') }, head: { clues: clues('eval(a)') } }, true],
    ['a snippet on one side', { head: { clues: clues('eval(a)') } }, true],
    ['the same fingerprint', { both: { clues: clues(null, null, { x: '1' }) } }, false],
    ['the same text', { entry: { source: 'x', partner: { ...entryOf(inLine), source: 'x' } } }, false],
    ['nowhere in the repository', { both: { location: null, placeProblem: NOWHERE }, entry: { changed: null } }, true],
    [
      'another name of an advisory nowhere',
      {
        base: { identifiers: ['CVE-2026-1', 'A-1'] },
        head: { identifiers: ['CVE-2026-2', 'A-1'] },
        both: { ...sca, location: null, placeProblem: NOWHERE },
        pass: 'alias'
      },
      false
    ],
    [
      'another advisory of a package nowhere',
      {
        base: { ruleId: 'A-1' },
        head: { ruleId: 'A-2' },
        both: { ...sca, package: PACKAGE, location: null, placeProblem: NOWHERE },
        pass: 'alias'
      },
      false
    ],
    ['in a file of the system', { both: { location: null, placeProblem: SYSTEM } }, false],
    ['of no place at all', { both: { location: null } }, false],
    ['of nothing in the baseline', { entry: { partner: null } }, false]
  ])('%s', (_, given, expected) => expect(decide(given)).toBe(expected))
})

test('what may still be looked for is code at a line, without a partner', () => {
  const at = (parts: Partial<Finding>) => entryOf({ location: place(PATH, 3), ...parts })
  const [before, after] = [at({}), at({})]
  pair(before, after, 'exact')
  expect([at({}), at({ location: null }), at({ category: 'secret' }), before, after].map(unpaired)).toEqual([
    true,
    false,
    false,
    false,
    false
  ])
})
