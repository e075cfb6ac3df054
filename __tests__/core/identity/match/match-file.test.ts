import { describe, expect, test } from '@jest/globals'
import type { Diff, DiffFile } from '../../../../src/core/change/change.js'
import type { Finding } from '../../../../src/core/finding.js'
import {
  advisoriesOf,
  claimedFingerprint,
  fingerprintKey,
  fingerprintOf,
  kindOf,
  scopeOf
} from '../../../../src/core/identity/fingerprint.js'
import type { Entry } from '../../../../src/core/identity/match/entry.js'
import {
  claimsOf,
  type FileJob,
  loneFinding,
  type MatchInput,
  matchFile
} from '../../../../src/core/identity/match/match-file.js'
import { finding, place } from '../builders.js'

const PATH = 'src/a.js'
const OLD = 'src/old.js'
const SOURCE = ['one()', 'eval(a)', 'two()', 'three()', 'eval(a)', 'four()', 'five()', 'six()', 'eval(a)']
const WHOLE = finding({ message: 'of several places' })

interface Side {
  readonly findings: readonly Finding[]
  /** Which of them are places of a finding of several. */
  readonly parts?: readonly number[]
}
interface Setting {
  readonly path?: string
  readonly basePath?: string
  readonly apart?: readonly Finding[]
  readonly files?: Readonly<Record<string, DiffFile>> | null
  readonly text?: readonly string[] | null
}

const at = (line: number, more: Partial<Finding> & { readonly snippet?: string } = {}, column: number | null = null) =>
  finding({ location: line === 0 ? null : place(PATH, line, column), ...more })
const ours = (fingerprint: string, more: Partial<Finding> = {}): Finding =>
  finding({ clues: { snippet: null, fingerprints: { 'policyGate/v1': fingerprint }, symbol: null }, ...more })

function given(head: Side, base: Side, setting: Setting): readonly [FileJob, MatchInput] {
  const { path = PATH, basePath = path, apart = [], files = {}, text = SOURCE } = setting
  const findings = [...base.findings, ...apart]
  const wholeIn =
    (parts: readonly number[] = []) =>
    (index: number) =>
      parts.includes(index) ? WHOLE : null
  const diff: Diff | null = files === null ? null : { files: new Map(Object.entries(files)), complete: true }
  const job: FileJob = {
    path,
    basePath,
    head: head.findings.map((_, index) => index),
    base: base.findings.map((_, index) => index),
    apart: apart.map((_, index) => base.findings.length + index)
  }
  return [
    job,
    {
      head: { findings: head.findings, wholeOf: wholeIn(head.parts) },
      base: { findings, wholeOf: wholeIn(base.parts) },
      diff,
      readSource: asked => (asked === path ? (text?.join('\n') ?? null) : null),
      claims: claimsOf(findings),
      mayBeOutrun: false
    }
  ]
}

const matched = (head: Side, base: Side, setting: Setting = {}) => matchFile(...given(head, base, setting))
const lineOf = ({ partner, pass }: Entry): string => (partner === null ? '-' : `${partner.line} ${pass}`)
const found = (head: readonly Finding[], base: readonly Finding[], setting: Setting = {}) =>
  matched({ findings: head }, { findings: base }, setting).head.map(lineOf)

test('of fingerprints of ours that come twice, the first one counts', () => {
  const [a, b] = ['a'.repeat(32), 'b'.repeat(32)]
  const baseline = [at(1), ours(a), ours(b), ours(a), ours('no fingerprint')]
  expect([...claimsOf(baseline)]).toEqual([
    [a, 1],
    [b, 2]
  ])
  const { base } = matched({ findings: [] }, { findings: baseline })
  expect(base.map(({ index, claimed }) => [index, claimed]).sort()).toEqual([
    [0, null],
    [1, a],
    [2, b],
    [3, null],
    [4, null]
  ])
})

describe('both sides come back in an order of their own', () => {
  test('and those that stand apart, which are not matched', () => {
    const { head, base, apart, surplus, lines } = matched(
      { findings: [at(5), at(2)] },
      { findings: [at(5), at(2)] },
      { apart: [at(9), ours('c'.repeat(32), { location: place(PATH, 3) })] }
    )
    expect(head.map(lineOf)).toEqual(['2 exact', '5 exact'])
    expect(base.map(({ line }) => line)).toEqual([2, 5])
    expect(apart.map(({ line, claimed, source, partner }) => [line, claimed, source, partner])).toEqual([
      [3, 'c'.repeat(32), null, null],
      [9, null, null, null]
    ])
    expect([surplus, lines?.raw]).toEqual([[], SOURCE])
  })

  test('one side alone', () => {
    expect(found([at(2)], [])).toEqual(['-'])
    expect(matched({ findings: [] }, { findings: [at(2)] }).base.map(lineOf)).toEqual(['-'])
  })
})

describe('places of findings of several', () => {
  const partners = (entries: readonly Entry[]) =>
    entries.map(({ index, partner }) => [index, partner?.index ?? null]).sort()

  test('are not taken for findings of one place, while there is one of their kind', () => {
    const base = { findings: [at(2), at(9)], parts: [1] }
    const head = { findings: [at(2, {}, 1), at(2, {}, 5), at(9, {}, 1), at(9, {}, 5)], parts: [0, 3] }
    expect(partners(matched(head, base).head)).toEqual([
      [0, null],
      [1, 0],
      [2, null],
      [3, 1]
    ])
  })

  test('are taken for them where there is none', () => {
    const snippet = 'eval(a)'
    const base = { findings: [at(2, { snippet }), at(9, { snippet })] }
    const head = { findings: [at(2, { snippet }), at(5, { snippet })], parts: [0] }
    const unknown = { text: null, files: null }
    expect(partners(matched(head, base, unknown).head)).toEqual([
      [0, 0],
      [1, 1]
    ])
    expect(partners(matched(base, head, unknown).head)).toEqual([
      [0, 0],
      [1, 1]
    ])
  })

  test('have no fingerprint of ours', () => {
    const claimed = ours('a'.repeat(32), { location: place(PATH, 2) })
    const of = (parts: readonly number[]) => matched({ findings: [] }, { findings: [claimed], parts }).base[0]?.claimed
    expect([of([]), of([0])]).toEqual(['a'.repeat(32), null])
  })
})

describe('a finding that is alone in its file', () => {
  const lone = (head: Side, base: Side, apart: readonly Finding[] = []) => loneFinding(...given(head, base, { apart }))
  test('has its entry and the text of its file', () => {
    const { entry, lines } = lone({ findings: [at(2)] }, { findings: [] }) ?? {}
    expect([entry?.line, entry?.source, entry?.index, lines?.raw]).toEqual([
      2,
      'source one()\neval(a)\ntwo()',
      0,
      SOURCE
    ])
  })
  test.each<[string, Side, Side, readonly Finding[]]>([
    ['two', { findings: [at(2), at(5)] }, { findings: [] }, []],
    ['none', { findings: [] }, { findings: [] }, []],
    ['one in the baseline', { findings: [at(2)] }, { findings: [at(9)] }, []],
    ['one that stands apart', { findings: [at(2)] }, { findings: [] }, [at(9)]],
    ['one place of several', { findings: [at(2)], parts: [0] }, { findings: [] }, []]
  ])('is not: %s', (_, head, base, apart) => expect(lone(head, base, apart)).toBeNull())
})

describe('a file that was renamed', () => {
  const removed = (lines: readonly string[]) => [{ baseStart: 1, removed: lines, headStart: 1, added: 0 }]
  const added = (count: number) => [{ baseStart: 1, removed: [], headStart: 1, added: count }]
  const entry = (change: DiffFile['change'], basePath: string | null, edits: DiffFile['edits']): DiffFile => ({
    change,
    basePath,
    lines: [],
    edits
  })
  const before = [...SOURCE.slice(2, 7)] // its `eval(a)` stands in line 3
  const NEW = entry('added', null, added(SOURCE.length))

  test.each<[string, NonNullable<Setting['files']> | null, number, string]>([
    ['by git, which tells the lines', { [PATH]: entry('renamed', OLD, removed(['x', 'y', 'z'])) }, 8, '8 exact'],
    ['as a deletion and an addition', { [PATH]: NEW, [OLD]: entry('deleted', OLD, removed(before)) }, 3, '3 moved'],
    [
      'as an addition, while the old one is edited',
      { [PATH]: NEW, [OLD]: entry('modified', OLD, removed(before)) },
      3,
      '-'
    ],
    ['as an addition alone', { [PATH]: NEW }, 3, '-'],
    ['without a diff', null, 3, '-']
  ])('%s', (_, files, line, expected) => {
    expect(found([at(5)], [at(line, { message: 'other' })], { files, basePath: OLD })).toEqual([expected])
  })
})

describe('what our own fingerprint says of a finding of the baseline', () => {
  const keyOf = (one: Finding, content: string, path = PATH) => fingerprintKey(scopeOf(one, kindOf(one)), path, content)
  const known = (content: string, ordinal = 1) => fingerprintOf(keyOf(at(2), content), ordinal)
  const text = 'source one()\neval(a)\ntwo()'
  const UNREAD = { files: null }
  const other = { message: 'said in other words' }
  const owner = (line: number, fingerprint: string, more: Partial<Finding> = {}) =>
    ours(fingerprint, { location: place(PATH, line), ...other, ...more })

  test('where its own text is out of reach, it has the text of the head', () => {
    expect(found([at(2)], [owner(7, known(text))], UNREAD)).toEqual(['7 moved'])
    expect(found([at(2)], [at(7, other)], UNREAD)).toEqual(['-'])
    expect(found([at(2)], [owner(7, known('another'))], UNREAD)).toEqual(['-'])
  })

  test('where its own text is known, that counts', () => {
    const alone = [...SOURCE.slice(0, 6), 'other(place)', 'six()']
    expect(found([at(2)], [owner(7, known(text))], { text: alone })).toEqual(['-'])
    const edits = [{ baseStart: 2, removed: ['x()', 'other(place)'], headStart: 2, added: 1 }]
    const files = { [PATH]: { change: 'modified', basePath: PATH, lines: [], edits } } as const
    expect(found([at(2)], [owner(3, known(text))], { files })).toEqual(['-'])
    // For its whole file, no text is its own.
    const whole = ours(known(text), { location: place(PATH, null), ...other })
    expect(found([at(2)], [whole], { files })).toEqual(['0 moved'])
  })

  test('by the path that the file had', () => {
    const moved = fingerprintOf(keyOf(at(2), text, OLD), 1)
    expect(found([at(2)], [owner(7, moved)], { ...UNREAD, basePath: OLD })).toEqual(['7 moved'])
    expect(found([at(2)], [owner(7, known(text))], { ...UNREAD, basePath: OLD })).toEqual(['-'])
  })

  test('of another kind it says nothing', () => {
    expect(found([at(2)], [owner(7, known(text), { category: 'secret' })], UNREAD)).toEqual(['-'])
  })

  test('of equal ones as many as there are, and as many as may be gone', () => {
    const same = Array.from({ length: 3 }, () => ['one()', 'eval(a)', 'two()', ...Array.from({ length: 9 }, () => '')])
    const head = [2, 14].map(line => at(line))
    const setting = { files: null, text: same.flat() }
    const ordinals = (head: readonly Finding[], ...numbers: readonly number[]) =>
      found(
        head,
        numbers.map((each, index) => owner(40 + index, known(text, each))),
        setting
      ).filter(each => each !== '-').length
    expect(ordinals(head, 3, 4)).toBe(2)
    expect(ordinals(head.slice(0, 1), 2)).toBe(1)
    expect(ordinals(head.slice(0, 1), 3)).toBe(0)
  })

  test('where no text is read, it has what the head carries', () => {
    const carried = { files: null, text: null }
    const snippet = at(2, { snippet: 'eval(a)' })
    expect(found([snippet], [owner(7, known('snippet eval(a)'))], carried)).toEqual(['7 moved'])
    const claims = at(2, { clues: { snippet: null, fingerprints: { x: '1' }, symbol: null } })
    expect(found([claims], [owner(7, known('claims x=1 Do not evaluate text'))], carried)).toEqual(['7 moved'])
    const words = at(2, {}, 5)
    const location = { ...place(PATH, 2, 5), endColumn: 9 }
    const content = 'message Do not evaluate text  0:5:9'
    expect(
      found([{ ...words, location }], [owner(7, known(content), { location: { ...location, startLine: 7 } })], carried)
    ).toEqual(['7 moved'])
  })

  test('what was in no file is in its scope, though our output does not name its place', () => {
    const lost = finding({ location: null, placeProblem: '/x/a.js:1: the path lies outside the repository.' })
    const fingerprint = fingerprintOf(keyOf(lost, 'message Do not evaluate text  ::', ''), 1)
    const setting = { path: '', files: null, text: null }
    expect(found([lost], [ours(fingerprint)], setting)).toEqual(['0 exact'])
    expect(found([lost], [finding({ location: null })], setting)).toEqual(['-'])
  })

  test('a fingerprint is one of ours by its name and its form', () => {
    expect(claimedFingerprint(ours('a'.repeat(32)))).toBe('a'.repeat(32))
    expect(claimedFingerprint(at(2))).toBeNull()
    expect(advisoriesOf(at(2))).toEqual([])
  })
})
