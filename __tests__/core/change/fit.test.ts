import { describe, expect, test } from '@jest/globals'
import type { DiffFile, Stretch } from '../../../src/core/change/change.js'
import { changedAt, fitted, fromApiFiles } from '../../../src/core/change/diff.js'
import { parseDiff } from '../../../src/core/change/diff-text.js'
import { baseTextOf, blobId, digestOf, fits } from '../../../src/core/change/fit.js'
import { place } from '../identity/builders.js'

const BASE = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`)
const HEAD = [...BASE.slice(0, 5), 'danger()', ...BASE.slice(6)]
const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`
const short = (lines: readonly string[]): string => blobId(text(lines)).slice(0, 9)

const EDIT = ['@@ -5,3 +5,3 @@', ' line 5', '-line 6', '+danger()', ' line 7']
const section = (path: string, index: string | null, ...hunks: readonly string[]) => [
  `diff --git a/${path} b/${path}`,
  ...(index === null ? [] : [`index ${index} 100644`]),
  `--- a/${path}`,
  `+++ b/${path}`,
  ...hunks
]
const END = section('z', null, '@@ -1 +1 @@', '-a', '+b')
const IDS = `${short(BASE)}..${short(HEAD)}`

/** Whether the change reaches each of the lines, once the diff was held against the text. */
function reached(diff: readonly string[], scanned: string | null, lines: readonly number[], path = 'x') {
  const { diff: held, unfit } = fitted(parseDiff(text(diff), 'd'), new Set([path]), () => scanned)
  return { lines: lines.map(line => changedAt(held, place(path, line))), unfit }
}

const KNOWN = { lines: [false, true], unfit: [] }
const UNFIT = { lines: [true, true], unfit: ['x'] }

describe('a diff and the text that it leads to', () => {
  test.each<[string, readonly string[], readonly string[] | string, object]>([
    ['the lines stand at their numbers', [...section('x', null, ...EDIT), ...END], HEAD, KNOWN],
    ['with carriage returns in the checkout', [...section('x', IDS, ...EDIT), ...END], HEAD.map(l => `${l}\r`), KNOWN],
    ['lines were put above', [...section('x', IDS, ...EDIT), ...END], ['// new', ...HEAD], UNFIT],
    ['lines were taken away above', [...section('x', IDS, ...EDIT), ...END], HEAD.slice(1), UNFIT],
    ['lines were put below', [...section('x', IDS, ...EDIT), ...END], [...HEAD, '// new'], KNOWN],
    ['the added line is another', [...section('x', IDS, ...EDIT), ...END], BASE, UNFIT],
    ['a text that is too short', [...section('x', IDS, ...EDIT), ...END], HEAD.slice(0, 5), UNFIT],
    ['an empty text', [...section('x', IDS, ...EDIT), ...END], '', UNFIT],
    [
      'removal without context, and its id',
      [...section('x', `${short(BASE)}..${short(BASE.slice(1))}`, '@@ -1 +0,0 @@', '-line 1'), ...END],
      BASE.slice(1),
      { lines: [false, false], unfit: [] }
    ],
    [
      'removal without context, and another id',
      [...section('x', `${short(BASE)}..${short(HEAD)}`, '@@ -1 +0,0 @@', '-line 1'), ...END],
      BASE.slice(1),
      UNFIT
    ],
    [
      'removal without context or id',
      [...section('x', null, '@@ -1 +0,0 @@', '-line 1'), ...END],
      BASE.slice(1),
      UNFIT
    ],
    ['the last section, whose hunks lead back to the base', section('x', IDS, ...EDIT), HEAD, KNOWN],
    [
      'the last section, of which a hunk is missing',
      section('x', `${short(BASE)}..${short([...HEAD.slice(0, 11), 'evil()'])}`, ...EDIT),
      [...HEAD.slice(0, 11), 'evil()'],
      UNFIT
    ],
    [
      'a pointer of Git LFS for the text itself',
      [
        ...section(
          'x',
          '1234567..89abcde',
          '@@ -1,3 +1,3 @@',
          ' version https://git-lfs.github.com/spec/v1',
          `-oid sha256:${'0'.repeat(64)}`,
          '-size 1',
          `+oid sha256:${'1'.repeat(64)}`,
          '+size 2'
        ),
        ...END
      ],
      HEAD,
      UNFIT
    ],
    [
      'letters that are no UTF-8',
      [...section('x', null, '@@ -1 +1 @@', '-a', '+gr\u00fc\u00dfe'), ...END],
      ['gr\ufffd\ufffde', 'b'],
      { lines: [false, false], unfit: [] }
    ]
  ])('%s', (_, diff, scanned, expected) => {
    expect(reached(diff, typeof scanned === 'string' ? scanned : text(scanned), [3, 6])).toEqual(expected)
  })

  test('where the text cannot be read, nothing is proven to be untouched', () => {
    expect(reached([...section('x', IDS, ...EDIT), ...END], null, [3, 6])).toEqual({ lines: [null, true], unfit: [] })
  })

  test('a rename without edits needs no text', () => {
    const renamed = ['diff --git a/o b/x', 'similarity index 100%', 'rename from o', 'rename to x']
    expect(reached([...renamed, ...END], null, [3])).toEqual({ lines: [false], unfit: [] })
  })

  test('all of an added file is new, beyond its hunks too', () => {
    const added = ['diff --git a/x b/x', 'new file mode 100644', 'index 0000000..1234567', '--- /dev/null', '+++ b/x']
    const pointer = ['@@ -0,0 +1,2 @@', '+version https://git-lfs.github.com/spec/v1', '+size 2']
    expect(reached([...added, ...pointer], text(HEAD), [1, 2, 40])).toEqual({ lines: [true, true, true], unfit: [] })
  })

  test('what the diff deletes and a scanner has seen is known to nobody', () => {
    const deleted = [
      'diff --git a/x b/x',
      'deleted file mode 100644',
      '--- a/x',
      '+++ /dev/null',
      '@@ -1 +0,0 @@',
      '-a'
    ]
    expect(reached(deleted, text(HEAD), [1, 9])).toEqual({ lines: [true, true], unfit: ['x'] })
  })

  test('the counts of GitHub tell that a patch was cut', () => {
    const file = { filename: 'x', status: 'modified' as const, patch: EDIT.join('\n'), additions: 1, deletions: 1 }
    const lines = (more: object) => fromApiFiles([{ ...file, ...more }]).files.get('x')?.lines
    expect(lines({})).toEqual([[6, 6]])
    expect(lines({ additions: 2 })).toBeNull()
    expect(lines({ deletions: 2 })).toBeNull()
  })
})

describe('a removed line', () => {
  const TF = ['resource "db" "a" {', '  name = "a"', '  size = 1', '}', '', 'resource "db" "b" {', '}']
  const without = section('x', null, '@@ -2,3 +2,2 @@', '   name = "a"', '-  encrypted = true', '   size = 1')
  test.each<[string, readonly string[], readonly string[], number, number, boolean]>([
    ['within a block', without, TF, 1, 4, true],
    ['next to a line above it', without, TF, 2, 2, true],
    ['next to a line below it', without, TF, 3, 3, true],
    ['away from another block', without, TF, 6, 7, false],
    ['away from a line of the block', without, TF, 1, 1, false],
    [
      'a decorator above a method',
      section('x', null, '@@ -1,3 +1,2 @@', ' class A {', '-  @PreAuthorize("admin")', '   void pay() {}'),
      ['class A {', '  void pay() {}', '  void see() {}', '}'],
      2,
      2,
      true
    ],
    [
      'a decorator above that became another',
      section(
        'x',
        null,
        '@@ -1,3 +1,3 @@',
        ' class A {',
        '-  @PreAuthorize("admin")',
        '+  @PermitAll',
        '   void pay() {}'
      ),
      ['class A {', '  @PermitAll', '  void pay() {}', '  void see() {}', '}'],
      3,
      3,
      true
    ],
    [
      'the user of an image, where the first line is reported',
      section('x', null, '@@ -1,2 +1 @@', ' FROM node:24', '-USER app'),
      ['FROM node:24', '', 'CMD ["node"]'],
      1,
      1,
      true
    ],
    ['the last line of a file', section('x', null, '@@ -2,2 +2 @@', ' b', '-c'), ['a', 'b'], 2, 2, true]
  ])('%s', (_, diff, scanned, first, last, expected) => {
    const { diff: held } = fitted(parseDiff(text([...diff, ...END]), 'd'), new Set(['x']), () => text(scanned))
    expect(changedAt(held, { ...place('x', first), endLine: last })).toBe(expected)
  })
})

describe('a git diff that breaks off', () => {
  const SECOND = [...BASE.slice(0, 2), 'evil()', ...BASE.slice(3, 9), 'worse()', ...BASE.slice(9)]
  const id = (lines: readonly string[]) => blobId(text(lines))
  const sections = [
    [
      'diff --git a/a.sh b/a.sh',
      'old mode 100644',
      'new mode 100755',
      `index ${id(BASE)}..${id(HEAD)}`,
      '--- a/a.sh',
      '+++ b/a.sh',
      ...EDIT
    ],
    [
      'diff --git a/b.ts b/b.ts',
      'new file mode 100644',
      `index ${'0'.repeat(40)}..${id(HEAD)}`,
      '--- /dev/null',
      '+++ b/b.ts',
      `@@ -0,0 +1,${HEAD.length} @@`,
      ...HEAD.map(line => `+${line}`)
    ],
    [
      'diff --git a/old.ts b/lib/c.ts',
      'similarity index 80%',
      'rename from old.ts',
      'rename to lib/c.ts',
      `index ${id(BASE)}..${id(SECOND)} 100644`,
      '--- a/old.ts',
      '+++ b/lib/c.ts',
      '@@ -2,3 +2,3 @@',
      ' line 2',
      '-line 3',
      '+evil()',
      ' line 4',
      '@@ -8,3 +8,4 @@ line 7',
      ' line 8',
      ' line 9',
      '+worse()',
      ' line 10'
    ],
    [
      'diff --git a/gone.ts b/gone.ts',
      'deleted file mode 100644',
      `index ${id(['a'])}..${'0'.repeat(40)}`,
      '--- a/gone.ts',
      '+++ /dev/null',
      '@@ -1 +0,0 @@',
      '-a'
    ],
    [
      'diff --git "a/n\\303\\244.ts" "b/n\\303\\244.ts"',
      `index ${id(BASE)}..${id(HEAD)} 100644`,
      '--- "a/n\\303\\244.ts"',
      '+++ "b/n\\303\\244.ts"',
      ...EDIT
    ]
  ].map(text)
  const whole = sections.join('')
  const scanned: Readonly<Record<string, readonly string[]>> = {
    'a.sh': HEAD,
    'b.ts': HEAD,
    'lib/c.ts': SECOND,
    'nä.ts': HEAD
  }
  /** Lines that the change adds. */
  const changed = [
    ['a.sh', 6],
    ['b.ts', 6],
    ['lib/c.ts', 3],
    ['lib/c.ts', 10],
    ['nä.ts', 6]
  ] as const
  /** Where one file ends and the next begins: no text can show that whole files are missing behind. */
  const borders = new Set(sections.map((_, index) => sections.slice(0, index + 1).join('').length))

  test('is read whole', () => {
    const { unfit } = fitted(parseDiff(whole, 'd'), new Set(Object.keys(scanned)), path => text(scanned[path] ?? []))
    expect(unfit).toEqual([])
  })

  test('at any place: it is refused, or nothing that was lost looks untouched', () => {
    const wrong: number[] = []
    let accepted = 0
    for (let end = 1; end < whole.length; end++) {
      if (borders.has(end) || borders.has(end + 1)) continue
      const states = statesAt(whole.slice(0, end))
      if (states === null) continue
      accepted++
      if (states.some(state => state === false)) wrong.push(end)
    }
    expect(wrong.map(end => whole.slice(end - 40, end))).toEqual([])
    expect(accepted).toBeGreaterThan(0)
  })

  /** What is known of the lines that the change adds to the files of which anything was read, and of the one that was cut. */
  function statesAt(cut: string): readonly (boolean | null)[] | null {
    const begun = sections.findIndex((_, index) => sections.slice(0, index + 1).join('').length > cut.length)
    const names = ['a.sh', 'b.ts', 'lib/c.ts', 'gone.ts', 'nä.ts'].slice(0, begun + 1)
    try {
      const { diff } = fitted(parseDiff(cut, 'd'), new Set(names), path => text(scanned[path] ?? []))
      return changed.flatMap(([path, line]) => (names.includes(path) ? [changedAt(diff, place(path, line))] : []))
    } catch {
      return null
    }
  }
})

describe('the evidence of a text', () => {
  const lines = ['a', 'b', 'c', 'd']
  const TEXT = text(lines)
  const stretch = (start: number, ...shown: readonly string[]): Stretch => ({
    start,
    count: shown.length,
    digest: digestOf(shown)
  })
  const file = (fit: Partial<NonNullable<DiffFile['fit']>> | undefined, edits: DiffFile['edits'] = []): DiffFile => ({
    change: 'modified',
    basePath: 'x',
    lines: [],
    edits,
    ...(fit === undefined ? {} : { fit: { blob: null, base: null, stretches: [], ...fit } })
  })
  const ONE = [{ baseStart: 2, removed: ['old'], headStart: 2, added: 1 }]
  const id = blobId(TEXT)
  const crlf = TEXT.replaceAll('\n', '\r\n')
  const before = blobId('a\nold\nc\nd\n')

  test.each<[string, DiffFile, string, boolean]>([
    ['edits that are not known', file({ stretches: [stretch(2, 'b')] }, null), TEXT, false],
    ['no edits and no evidence', file(undefined), TEXT, true],
    ['edits without evidence', file(undefined, ONE), TEXT, false],
    ['neither lines nor an id', file({}), TEXT, false],
    ['lines at their numbers', file({ stretches: [stretch(2, 'b', 'c')] }), TEXT, true],
    ['two stretches', file({ stretches: [stretch(1, 'a'), stretch(4, 'd')] }), TEXT, true],
    ['one of two stretches', file({ stretches: [stretch(1, 'a'), stretch(4, 'x')] }), TEXT, false],
    ['the other of two', file({ stretches: [stretch(1, 'x'), stretch(4, 'd')] }), TEXT, false],
    ['lines at other numbers', file({ stretches: [stretch(3, 'b', 'c')] }), TEXT, false],
    ['lines beyond the end', file({ stretches: [stretch(5, '', '')] }), TEXT, false],
    ['no lines beyond the end', file({ stretches: [{ start: 9, count: 0, digest: digestOf([]) }] }), TEXT, false],
    ['no lines before the beginning', file({ stretches: [{ start: 0, count: 0, digest: digestOf([]) }] }), TEXT, false],
    ['its id', file({ blob: id }), TEXT, true],
    ['its id by SHA-256', file({ blob: blobId(TEXT, 'sha256') }), TEXT, true],
    ['seven digits of it', file({ blob: id.slice(0, 7) }), TEXT, true],
    ['six digits of it', file({ blob: id.slice(0, 6) }), TEXT, false],
    ['the end of it', file({ blob: id.slice(10) }), TEXT, false],
    ['the end of it by SHA-256', file({ blob: blobId(TEXT, 'sha256').slice(10) }), TEXT, false],
    ['another id', file({ blob: before }), TEXT, false],
    ['its id, checked out with carriage returns', file({ blob: id }), crlf, true],
    ['the id with carriage returns', file({ blob: blobId(crlf) }), crlf, true],
    ['another id, with carriage returns', file({ blob: before }), crlf, false],
    ['its id, and it leads back', file({ blob: id, base: before }, ONE), TEXT, true],
    ['its id, and it leads back to git’s line ends', file({ blob: id, base: before }, ONE), crlf, true],
    ['its id, and it leads elsewhere', file({ blob: id, base: blobId('x') }, ONE), TEXT, false],
    [
      'its id, and it leads back to a text without an end',
      file({ blob: id, base: blobId('a\nold\nc\nd') }, ONE),
      TEXT,
      true
    ],
    [
      'its id, and it leads back to a text with an end',
      file({ blob: blobId('a\nb'), base: blobId('a\nold\n') }, ONE),
      'a\nb',
      true
    ],
    [
      'its lines alone, wherever they lead back to',
      file({ base: blobId('x'), stretches: [stretch(2, 'b')] }, ONE),
      TEXT,
      true
    ],
    [
      'its lines, and its id leads elsewhere',
      file({ blob: id, base: blobId('x'), stretches: [stretch(2, 'b')] }, ONE),
      TEXT,
      false
    ]
  ])('%s', (_, given, scanned, expected) => expect(fits(given, scanned)).toBe(expected))

  test('the text of the base is the head’s with the diff taken back', () => {
    const shown = file({ stretches: [stretch(2, 'b')] }, ONE)
    const of = (entry: DiffFile | null, scanned: string | null = TEXT, { path = 'x', complete = true } = {}) =>
      baseTextOf(path, { files: new Map(entry === null ? [] : [['x', entry]]), complete }, asked =>
        asked === 'x' ? scanned : asked === 'y' ? 'of y' : null
      )
    expect(of(shown)).toBe('a\nold\nc\nd\n')
    expect(of(shown, 'a\nx\nc\n')).toBeNull()
    expect(of(shown, null)).toBeNull()
    expect(of(shown, crlf)).toBeNull()
    expect(of({ ...shown, edits: null })).toBeNull()
    expect(of({ ...shown, change: 'deleted' })).toBeNull()
    expect(of({ ...shown, change: 'copied' })).toBeNull()
    expect(of({ ...shown, change: 'added', basePath: null })).toBeNull()
    expect(of({ ...shown, change: 'renamed', basePath: 'o' }, TEXT, { path: 'o' })).toBe('a\nold\nc\nd\n')
    expect(of({ ...shown, change: 'copied', basePath: 'y' }, TEXT, { path: 'y' })).toBe('of y')
    expect([of(shown, TEXT, { path: 'y' }), of(null, TEXT, { path: 'y' })]).toEqual(['of y', 'of y'])
    expect(of(shown, TEXT, { path: 'y', complete: false })).toBeNull()
    expect(baseTextOf('x', null, () => TEXT)).toBeNull()
  })
})
