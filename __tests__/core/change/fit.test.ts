import { describe, expect, test } from '@jest/globals'
import { changedAt, fitted, fromApiFiles } from '../../../src/core/change/diff.js'
import { parseDiff } from '../../../src/core/change/diff-text.js'
import { blobId } from '../../../src/core/change/fit.js'
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
