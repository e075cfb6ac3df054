import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Edit } from '../../../src/core/change/change.js'
import { changedAt, fileStatusOf, fromApiFiles } from '../../../src/core/change/diff.js'
import { parseDiff } from '../../../src/core/change/diff-text.js'
import {
  addingEdit,
  baseLines,
  changedLines,
  removingEdit,
  toBaseLine,
  toHeadLine
} from '../../../src/core/change/edits.js'
import { ConfigurationError } from '../../../src/core/ground/errors.js'
import { place } from '../identity/builders.js'

const files = (...lines: readonly string[]) =>
  [...parseDiff(lines.join('\n'), 'x.diff').files].map(([path, { change, basePath, lines: ranges }]) => [
    path,
    change,
    basePath,
    ranges
  ])

const HUNK = '@@ -1 +1 @@\n-a\n+b\n'

describe('parseDiff', () => {
  test.each<[string, readonly string[], readonly unknown[]]>([
    [
      'modified',
      [
        'diff --git a/x.js b/x.js',
        'index 1..2 100644',
        '--- a/x.js',
        '+++ b/x.js',
        '@@ -1,3 +1,4 @@ f()',
        ' a',
        '-b',
        '+c',
        '+d',
        ' e',
        ''
      ],
      ['x.js', 'modified', 'x.js', [[2, 3]]]
    ],
    [
      'added',
      ['diff --git a/x b/x', 'new file mode 100644', '--- /dev/null', '+++ b/x', '@@ -0,0 +1 @@', '+a', ''],
      ['x', 'added', null, [[1, 1]]]
    ],
    [
      'added and empty',
      ['diff --git a/x b/x', 'new file mode 100644', 'index 0000000..e69de29', ''],
      ['x', 'added', null, null]
    ],
    ['cut after its name', ['diff --git a/x b/x', ''], ['x', 'modified', 'x', null]],
    ['cut after its header', ['diff --git a/x b/x', 'index 1..2 100644', ''], ['x', 'modified', 'x', null]],
    ['cut before its hunks', ['diff --git a/x b/x', '--- a/x', '+++ b/x', ''], ['x', 'modified', 'x', null]],
    [
      'a new file in a directory a, as diff writes it',
      ['--- /dev/null', '+++ a/x', '@@ -0,0 +1 @@', '+a'],
      ['a/x', 'added', null, [[1, 1]]]
    ],
    [
      'deleted',
      ['diff --git a/x b/x', 'deleted file mode 100644', '--- a/x', '+++ /dev/null', '@@ -1 +0,0 @@', '-a', ''],
      ['x', 'deleted', 'x', []]
    ],
    [
      'renamed without hunks',
      ['diff --git a/a b.js b/c d.js', 'similarity index 100%', 'rename from a b.js', 'rename to c d.js'],
      ['c d.js', 'renamed', 'a b.js', []]
    ],
    [
      'renamed with hunks',
      ['diff --git a/a b/b', 'rename from a', 'rename to b', '--- a/a', '+++ b/b', '@@ -2 +2 @@', '-x', '+y'],
      ['b', 'renamed', 'a', [[2, 2]]]
    ],
    [
      'copied: all of it is new',
      ['diff --git a/a b/b', 'similarity index 100%', 'copy from a', 'copy to b'],
      ['b', 'copied', 'a', null]
    ],
    ['binary', ['diff --git a/a b/a', 'index 1..2', 'Binary files a/a and b/a differ'], ['a', 'modified', 'a', null]],
    [
      'binary patch',
      [
        'diff --git a/a b/a',
        'index 1..2',
        'GIT binary patch',
        'delta 5',
        'McmZQ%fB+5v',
        '',
        'delta 5',
        'McmZQ%fB+5v',
        ''
      ],
      ['a', 'modified', 'a', null]
    ],
    [
      'mode only',
      ['diff --git a/a b/a', 'old mode 100644', 'new mode 100755', '-- ', '2.40'],
      ['a', 'modified', 'a', []]
    ],
    [
      'mode only, and nothing shows that no hunk followed',
      ['diff --git a/a b/a', 'old mode 100644', 'new mode 100755', ''],
      ['a', 'modified', 'a', null]
    ],
    [
      'renamed and edited, without the edits',
      ['diff --git a/a b/b', 'similarity index 90%', 'rename from a', 'rename to b', ''],
      ['b', 'renamed', 'a', null]
    ],
    [
      'no newline at end',
      [
        '--- a/x',
        '+++ b/x',
        '@@ -1 +1 @@',
        '-a',
        '\\ No newline at end of file',
        '+b',
        '\\ No newline at end of file',
        ''
      ],
      ['x', 'modified', 'x', [[1, 1]]]
    ],
    [
      'CRLF content',
      ['--- a/x', '+++ b/x', '@@ -1,2 +1,2 @@', ' a\r', '-b\r', '+c\r', ''],
      ['x', 'modified', 'x', [[2, 2]]]
    ],
    [
      'CRLF everywhere',
      ['diff --git a/x b/x\r', '--- a/x\r', '+++ b/x\r', '@@ -1,2 +1,2 @@\r', ' a\r', '-b\r', '+c\r', ''],
      ['x', 'modified', 'x', [[2, 2]]]
    ],
    [
      'quoted octal',
      ['diff --git "a/n\\303\\244\\"\\t.js" "b/n\\303\\244\\"\\t.js"', 'old mode 100644', 'new mode 100755', '-- '],
      ['nä"\t.js', 'modified', 'nä"\t.js', []]
    ],
    [
      'no prefix',
      ['diff --git a/x.js a/x.js', '--- a/x.js', '+++ a/x.js', '@@ -1 +1 @@', '-a', '+b'],
      ['a/x.js', 'modified', 'a/x.js', [[1, 1]]]
    ],
    [
      'no prefix, added',
      ['diff --git b/x.js b/x.js', 'new file mode 100644', '--- /dev/null', '+++ b/x.js', '@@ -0,0 +1 @@', '+b'],
      ['b/x.js', 'added', null, [[1, 1]]]
    ],
    [
      'mnemonic prefixes',
      ['diff --git i/x.js w/x.js', '--- i/x.js', '+++ w/x.js', '@@ -1 +1 @@', '-a', '+b'],
      ['x.js', 'modified', 'x.js', [[1, 1]]]
    ],
    [
      'names with blanks',
      ['diff --git a/x y b/x y', '--- a/x y\t', '+++ b/x y\t', '@@ -1 +1 @@', '-a', '+b'],
      ['x y', 'modified', 'x y', [[1, 1]]]
    ],
    [
      'diff -u with times',
      ['diff -ru a/x b/x', '--- a/x\t2026-01-01', '+++ b/x\t2026-01-02', '@@ -1 +1 @@', '-a', '+b'],
      ['x', 'modified', 'x', [[1, 1]]]
    ],
    [
      'lines that look like headers',
      ['diff --git a/x b/x', '--- a/x', '+++ b/x', '@@ -1,2 +1,2 @@', '--- a/y', '+++ b/y', ' @@ -1 +1 @@', ''],
      ['x', 'modified', 'x', [[1, 1]]]
    ],
    [
      'stripped blank context',
      ['--- a/x', '+++ b/x', '@@ -1,2 +1,3 @@', '', '+b', ' c'],
      ['x', 'modified', 'x', [[2, 2]]]
    ],
    [
      'a file that became a link',
      [
        'diff --git a/x b/x',
        'deleted file mode 100644',
        '--- a/x',
        '+++ /dev/null',
        '@@ -1 +0,0 @@',
        '-a',
        'diff --git a/x b/x',
        'new file mode 120000',
        '--- /dev/null',
        '+++ b/x',
        '@@ -0,0 +1 @@',
        '+y',
        '\\ No newline at end of file'
      ],
      ['x', 'added', null, [[1, 1]]]
    ]
  ])('%s', (_, lines, expected) => {
    expect(files(...lines)).toEqual([expected])
  })

  test.each([
    ['a lone carriage return', '+b\rc'],
    ['one before the end of a CRLF line', '+b\r\r'],
    ['a line separator of Unicode', '+b\u2028c'],
    ['NEL', '+b\u0085c'],
    ['a vertical tab', '+b\vc'],
    ['a form feed', '+\f'],
    ['a file separator', '+b\x1cc'],
    ['a record separator', '+b\x1ec']
  ])('%s: git counts other lines than scanners do, so none is known', (_, added) => {
    expect(files('--- a/x', '+++ b/x', '@@ -1 +1 @@', '-a', added)).toEqual([['x', 'modified', 'x', null]])
  })

  test('a file that comes twice has unknown lines', () => {
    const one = ['--- a/x', '+++ b/x', '@@ -1 +1 @@', '-a', '+b']
    expect(files(...one, ...one)).toEqual([['x', 'modified', 'x', null]])
  })

  test('a file that is edited and then renamed by a later commit has unknown lines', () => {
    const edited = ['diff --git a/x b/x', '--- a/x', '+++ b/x', '@@ -1 +1 @@', '-a', '+b']
    const renamed = ['diff --git a/x b/y', 'similarity index 100%', 'rename from x', 'rename to y']
    expect(files(...edited, ...renamed)).toContainEqual(['y', 'modified', 'y', null])
  })

  test('text around the sections is skipped', () => {
    const mail = [
      'From: a',
      'Subject: b',
      '---',
      ' x | 2 +-',
      '',
      'diff --git a/x b/x',
      '--- a/x',
      '+++ b/x',
      '@@ -1 +1 @@',
      '-a',
      '+b',
      '-- ',
      '2.40',
      ''
    ]
    expect(files(...mail)).toEqual([['x', 'modified', 'x', [[1, 1]]]])
  })

  /** Two hunks of one line each. */
  const two = (first: string, second: string) => `--- a/x\n+++ b/x\n${first}\n-a\n+b\n${second}\n-c\n+d\n`

  test('hunks may touch', () => {
    const edits = parseDiff(two('@@ -1 +1 @@', '@@ -2 +2 @@'), 'x.diff').files.get('x')?.edits
    expect(edits?.map(({ baseStart, headStart }) => [baseStart, headStart])).toEqual([
      [1, 1],
      [2, 2]
    ])
  })

  test('an empty diff is a change of nothing', () => {
    expect(parseDiff('', 'x.diff')).toEqual({ files: new Map(), complete: true })
  })

  test.each([
    [
      'a combined diff',
      'diff --cc x\nindex 1,2..3\n--- a/x\n+++ b/x\n@@@ -1 -1 +1 @@@\n',
      'x.diff:1:1: this is a combined diff'
    ],
    ['a hunk that is cut', '--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\n-b\n', 'x.diff:6:1: the hunk ends before'],
    ['a hunk without a file', '@@ -1 +1 @@\n-a\n+b\n', 'x.diff:1:1: a hunk stands outside'],
    ['a broken hunk header', '--- a/x\n+++ b/x\n@@ -1,a +1 @@\n', 'x.diff:3:1: not a hunk header'],
    ['hunks out of order', '--- a/x\n+++ b/x\n@@ -9 +9 @@\n-a\n+b\n@@ -1 +1 @@\n-a\n+b\n', 'the hunks overlap'],
    ['hunks out of order in the base alone', two('@@ -9 +1 @@', '@@ -1 +9 @@'), 'x.diff:6:1: the hunks overlap'],
    ['hunks out of order in the head alone', two('@@ -1 +9 @@', '@@ -9 +1 @@'), 'x.diff:6:1: the hunks overlap'],
    ['hunks that share a line of the base', two('@@ -1 +1 @@', '@@ -1 +2 @@'), 'x.diff:6:1: the hunks overlap'],
    ['hunks that share a line of the head', two('@@ -1 +1 @@', '@@ -2 +1 @@'), 'x.diff:6:1: the hunks overlap'],
    ['other text', 'hello\n', 'x.diff:1:1: there is no file section'],
    ['a prefix of its own', `diff --git old/x new/x\n--- old/x\n+++ new/x\n${HUNK}`, 'x.diff:1:1: the names'],
    [
      'a new file under such a prefix',
      `diff --git o/x n/x\nnew file mode 100644\n--- /dev/null\n+++ n/x\n${HUNK}`,
      'names'
    ],
    ['two directories', `--- old/x\n+++ new/x\n${HUNK}`, 'x.diff:1:1: the names'],
    ['the change backwards', `diff --git b/x a/x\n--- b/x\n+++ a/x\n${HUNK}`, 'x.diff:1:1: the names'],
    ['names that differ', `diff --git a/y b/y\n--- a/x\n+++ b/x\n${HUNK}`, 'x.diff:1:1: the names'],
    ['a rename of another file', `diff --git a/x b/r\nrename from q\nrename to r\n--- a/x\n+++ b/x\n${HUNK}`, 'names'],
    ['a count that is too low', `--- a/x\n+++ b/x\n${HUNK}+c\n`, 'x.diff:6:1: the hunk goes on'],
    ['such a count, after an empty line', `--- a/x\n+++ b/x\n${HUNK}\n+c\n`, 'x.diff:7:1: the hunk goes on'],
    ['a hunk header without blanks', '--- a/x\n+++ b/x\n@@-1 +1@@\n-a\n+b\n', 'x.diff:3:1: this is no part'],
    ['a file on one side', `--- a/x\n+++ b/x\n${HUNK}Only in b: y\n`, 'x.diff:6:1: this is no part'],
    ['a binary file of diff', `--- a/x\n+++ b/x\n${HUNK}Binary files a/y and b/y differ\n`, 'x.diff:6:1: this is no'],
    ['a log of a submodule', `--- a/x\n+++ b/x\n${HUNK}Submodule y 1..2:\n  > z\n`, 'x.diff:6:1: this is no part'],
    ['colours', `--- a/x\n+++ b/x\n${HUNK}\u001b[1mdiff --git a/y b/y\u001b[m\n`, 'x.diff:6:1: this is no part'],
    ['a context diff', `--- a/x\n+++ b/x\n${HUNK}*** a/y\n--- b/y\n***************\n`, 'x.diff:8:1: this is no part']
  ])('%s is a problem with its place', (_, text, problem) => {
    expect(() => parseDiff(text, 'x.diff')).toThrow(ConfigurationError)
    expect(() => parseDiff(text, 'x.diff')).toThrow(problem)
  })
})

describe('fromApiFiles', () => {
  test('reads the records of the API', () => {
    const { files: read, complete } = fromApiFiles(
      [
        { filename: 'a', status: 'modified', patch: '@@ -1 +1 @@\n-a\n+b' },
        {
          filename: 'b',
          status: 'renamed',
          previous_filename: 'old',
          patch: '@@ -1,0 +2 @@\n+b\n\\ No newline at end of file'
        },
        { filename: 'big', status: 'modified' },
        { filename: 'empty', status: 'modified', patch: '' },
        { filename: 'cut', status: 'modified', patch: '@@ -1,9 +1,9 @@\n a' },
        { filename: 'new', status: 'added', patch: '@@ -0,0 +1,2 @@\n+a\n+b' },
        { filename: 'gone', status: 'removed', patch: '@@ -1 +0,0 @@\n-a' },
        { filename: 'copy', status: 'copied', previous_filename: 'a', patch: '@@ -1 +1 @@\n-a\n+b' },
        { filename: 'same', status: 'unchanged' }
      ],
      false
    )
    expect([...read].map(([path, { change, basePath, lines }]) => [path, change, basePath, lines])).toEqual([
      ['a', 'modified', 'a', [[1, 1]]],
      ['b', 'renamed', 'old', [[2, 2]]],
      ['big', 'modified', 'big', null],
      ['empty', 'modified', 'empty', null],
      ['cut', 'modified', 'cut', null],
      ['new', 'added', null, [[1, 2]]],
      ['gone', 'deleted', 'gone', []],
      ['copy', 'copied', 'a', null]
    ])
    expect(complete).toBe(false)
  })
})

test('a word of GitHub that is not known says that the file was changed', () => {
  expect(['added', 'removed', 'unchanged', 'shuffled', ''].map(fileStatusOf)).toEqual([
    'added',
    'removed',
    'unchanged',
    'changed',
    'changed'
  ])
})

describe('a patch of GitHub', () => {
  const PATCH = '@@ -1 +1 @@\n-a\n+b'
  const of = (patch: string, more: object = {}) => {
    const { files: read, complete } = fromApiFiles([{ filename: 'x', status: 'modified', patch, ...more }])
    const file = read.get('x')
    return [file?.lines ?? null, file?.fit?.blob ?? null, file?.fit?.stretches.length ?? null, complete]
  }
  test.each<[string, string, object, readonly unknown[]]>([
    ['whole', PATCH, {}, [[[1, 1]], null, 1, true]],
    ['with the id of its text', PATCH, { sha: 'f'.repeat(40) }, [[[1, 1]], 'f'.repeat(40), 1, true]],
    ['cut in its last hunk', `${PATCH}\n@@ -9,3 +9,3 @@\n x`, {}, [null, null, 1, true]],
    ['with more behind it', `${PATCH}\nmore`, {}, [null, null, 1, true]],
    ['of lines that scanners count otherwise', '@@ -1 +1 @@\n-a\n+b\vc', {}, [null, null, 1, true]],
    ['out of order', '@@ -9 +9 @@\n-a\n+b\n@@ -1 +1 @@\n-a\n+b', {}, [null, null, 1, true]],
    ['empty', '', { sha: 'f'.repeat(40) }, [null, null, null, true]]
  ])('%s', (_, patch, more, expected) => expect(of(patch, more)).toEqual(expected))
})

const NEW = '@@ -0,0 +1 @@\n+x\n'

describe('changedAt', () => {
  const diff = parseDiff(
    '--- a/x\n+++ b/x\n@@ -5,0 +6,2 @@\n+a\n+b\n@@ -9,1 +11,0 @@\n-z\ndiff --git a/m b/m\nold mode 100644\nnew mode 100755\n-- \n',
    'd'
  )

  test.each([
    ['x', 5, 5, false],
    ['x', 6, 6, true],
    ['x', 7, 7, true],
    ['x', 8, 8, false],
    ['x', 1, 90, true],
    ['x', 9, 10, false],
    ['x', 11, 11, true],
    ['x', 12, 12, true],
    ['x', 13, 13, false],
    ['x', null, null, true],
    ['m', null, null, false],
    ['m', 1, 1, false],
    ['y', 6, 6, false]
  ])('%s %s to %s: %s', (path, startLine, endLine, expected) => {
    expect(changedAt(diff, { ...place(path, startLine), endLine })).toBe(expected)
  })

  const added = (path: string, mode = 100644) =>
    parseDiff(`diff --git "a/${path}" "b/${path}"\nnew file mode ${mode}\n--- /dev/null\n+++ "b/${path}"\n${NEW}`, 'd')

  test.each([
    ['percent signs', 'src/ev%69l.js', 'src/evil.js'],
    ['a decomposed letter', 'e\u0301.js', '\u00e9.js'],
    ['backslashes', 'src\\\\evil.js', 'src/evil.js'],
    ['blanks at the end', 'evil.js ', 'evil.js'],
    ['a scheme', 'file:evil.js', 'evil.js']
  ])('a name with %s is the name that it is read as, too', (_, path, read) => {
    expect(changedAt(added(path), place(read, 7))).toBe(true)
  })

  test('what lies under a submodule or a link changes with it', () => {
    expect(changedAt(added('libs/sub', 160000), place('libs/sub/src/x.js', 7))).toBe(true)
    expect(changedAt(added('libs/sub', 160000), place('libs/submarine/x.js', 7))).toBe(false)
    expect(changedAt(added('libs/sub', 160000), place('libs/other.js', 7))).toBe(false)
    const gone = parseDiff('--- a/libs/sub\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n', 'd')
    expect(changedAt(gone, place('libs/sub/x.js', 7))).toBe(false)
  })

  test('is unknown where the file is not named and the diff is incomplete', () => {
    expect(changedAt({ ...diff, complete: false }, place('y', 1))).toBeNull()
    expect(changedAt({ ...diff, complete: false }, place('x', 1))).toBe(false)
  })
})

/** Replacements of a text, with the texts before and after. */
const change = fc
  .array(
    fc.record({
      kept: fc.integer({ min: 1, max: 4 }),
      removed: fc.integer({ min: 0, max: 3 }),
      added: fc.integer({ min: 0, max: 3 })
    }),
    { maxLength: 8 }
  )
  .map(parts => {
    const base: string[] = []
    const head: string[] = []
    const edits: Edit[] = []
    const kept: [number, number][] = []
    parts.forEach(({ kept: same, removed, added }, part) => {
      for (let index = 0; index < same; index++) {
        base.push(`same ${part} ${index}`)
        head.push(`same ${part} ${index}`)
        kept.push([base.length, head.length])
      }
      const gone = Array.from({ length: removed }, (_, index) => `old ${part} ${index}`)
      if (removed + added > 0)
        edits.push({ baseStart: base.length + 1, removed: gone, headStart: head.length + 1, added })
      base.push(...gone)
      head.push(...Array.from({ length: added }, (_, index) => `new ${part} ${index}`))
    })
    return { base, head, edits, kept }
  })

describe('replacements', () => {
  test('applied backwards give the base', () => {
    fc.assert(fc.property(change, ({ base, head, edits }) => expect(baseLines(head, edits)).toEqual(base)))
  })

  test('map each line that stayed, and no other', () => {
    fc.assert(
      fc.property(change, ({ base, head, edits, kept }) => {
        const mapped = new Map(kept)
        base.forEach((_, index) => {
          expect(toHeadLine(edits, index + 1)).toBe(mapped.get(index + 1) ?? null)
          expect(removingEdit(edits, index + 1) === null).toBe(mapped.has(index + 1))
        })
        const stayed = new Set(mapped.values())
        const back = new Map(kept.map(([before, after]) => [after, before]))
        head.forEach((_, index) => {
          expect(toBaseLine(edits, index + 1)).toBe(back.get(index + 1) ?? null)
          expect(addingEdit(edits, index + 1) === null).toBe(stayed.has(index + 1))
        })
        expect(changedLines(edits).reduce((sum, [first, last]) => sum + last - first + 1, 0)).toBe(
          head.length - kept.length
        )
      })
    )
  })
})
