import { describe, expect, test } from '@jest/globals'
import type { CommitSide } from '../../../src/core/change/change.js'
import { parseDiff } from '../../../src/core/change/diff-text.js'
import type { Finding } from '../../../src/core/finding.js'
import { toLines } from '../../../src/core/identity/match/content.js'
import { isFollowed, leadsThrough, placeChanged, reachedPart } from '../../../src/core/identity/reach.js'
import { finding, place, replaceDiff, run } from './builders.js'

const TEXT = Array.from({ length: 10 }, (_, index) => `const value${index} = eval(${index})`).join('\n')
const EDIT =
  '--- a/x.js\n+++ b/x.js\n@@ -4,3 +4,3 @@\n const value3 = eval(3)\n-old\n+const value4 = eval(4)\n const value5 = eval(5)\n'
const state = (line: number, files: Readonly<Record<string, string>>, path = 'x.js') => {
  const { findings } = run([finding({ location: place(path, line) })], { diff: EDIT, files })
  const { state: found, stateReason, inDiff } = findings[0]?.identity ?? {}
  return { state: found, stateReason, inDiff }
}

describe('without a baseline', () => {
  test.each([
    ['an untouched line of a file that fits', 1, TEXT, 'existing', false],
    ['the line that the change adds', 5, TEXT, 'introduced', true],
    ['any line of another text than the diff leads to', 1, `new\n${TEXT}`, 'unknown', true],
    ['an untouched line, where the text cannot be read', 1, null, 'unknown', null],
    ['the line that the change adds, where the text cannot be read', 5, null, 'introduced', true],
    ['a line beyond the end of the text', 99, TEXT, 'unknown', null],
    ['the last line, for scanners that count NEL', 12, `${TEXT}\u0085a\u0085b`, 'introduced', true]
  ])('%s', (_, line, text, expected, inDiff) => {
    expect(state(line, text === null ? {} : { 'x.js': text })).toMatchObject({ state: expected, inDiff })
  })

  test.each([
    ['within it', 3, 'existing'],
    ['beyond its end', 4, 'unknown'],
    ['at the line that an editor shows after the last', 3, 'existing']
  ])('a file that the change leaves alone, at a line %s', (_, line, expected) => {
    expect(state(line, { 'y.js': 'a\nb\n' }, 'y.js').state).toBe(expected)
  })

  test('that a documentation file is all that changes proves nothing of lines that nobody has in it', () => {
    const diff = '--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-a\n+b\n'
    const { findings } = run([finding({ location: place('a.md', 90) })], { diff, files: { 'a.md': 'b\n' } })
    expect(findings[0]?.identity.state).toBe('unknown')
  })
})

describe('a secret of the history', () => {
  const COMMIT = 'c'.repeat(40)
  const secret = finding({ category: 'secret', location: place('x.js', 1), commit: COMMIT, snippet: 'AKIA' })
  const stateOf = (side: CommitSide | null, diff: string | null) => {
    const more = side === null ? {} : { history: () => side }
    const setting = { ...(diff === null ? {} : { diff }), files: { 'x.js': TEXT }, more }
    const { state: found, inDiff } = run([secret], setting).findings[0]?.identity ?? {}
    return [found, inDiff]
  }

  test.each<[CommitSide | null, string | null, string, boolean | null]>([
    ['change', EDIT, 'introduced', true],
    ['change', null, 'introduced', true],
    ['base', EDIT, 'existing', false],
    ['base', null, 'existing', false],
    ['unknown', EDIT, 'unknown', null],
    [null, EDIT, 'unknown', null],
    [null, null, 'unknown', null]
  ])('whose commit is of the %s', (side, diff, expected, inDiff) => {
    expect(stateOf(side, diff)).toEqual([expected, inDiff])
  })

  test('is in the baseline still, where that has it', () => {
    const { findings } = run([secret], { baseline: [secret], files: {}, more: { history: () => 'change' } })
    expect(findings[0]?.identity.state).toBe('existing')
  })
})

describe('whether the change reaches a place', () => {
  const at = (path: string, line: number | null, more: Partial<Finding> = {}) =>
    finding({ location: place(path, line), ...more })
  const DIFF = parseDiff(replaceDiff('a.ts', 5, ['x'], ['y']), 'd')
  const CODE = { kind: 'code' } as const
  const DEPENDENCY = { kind: 'dependency' } as const
  const lines = (text: string) => toLines(text.split('\n'))

  test.each<[string, Finding, string, boolean | null]>([
    ['a line of it', at('a.ts', 5), '1\n2\n3\n4\n5\n', true],
    ['another line', at('a.ts', 9), '1\n2\n3\n4\n5\n6\n7\n8\n9\n', false],
    ['the last line', at('a.ts', 9), '1\n2\n3\n4\n5\n6\n7\n8\n9', false],
    ['a line beyond the end', at('a.ts', 12), '1\n2\n3\n4\n5\n6\n7\n8\n9\n', null],
    ['a line beyond the end of another file', at('b.ts', 12), '1\n', null],
    ['a line that some scanners count', at('b.ts', 3), 'a\u2028b\u2028c', false],
    ['no place', finding({ location: null }), '', null],
    ['a place that is not proven', at('b.ts', 1, { placeGround: 'unchecked' }), '1\n', null]
  ])('%s', (_, of, text, expected) => expect(placeChanged(of, CODE, DIFF, lines(text))).toBe(expected))

  test('where nobody can read the file its line is believed', () => {
    expect(placeChanged(at('b.ts', 99), CODE, DIFF, null)).toBe(false)
  })

  const via = (...paths: readonly string[]): Partial<Finding> => ({
    trail: paths.map(path => ({ path, firstLine: 5, lastLine: 5 }))
  })
  test.each<[string, Finding, { readonly kind: 'code' | 'dependency' }, boolean | null]>([
    ['nothing leads to it', at('b.ts', 1), CODE, false],
    ['what leads to it is in the change', at('b.ts', 1, via('c.ts', 'a.ts')), CODE, true],
    ['what leads to it is not', at('b.ts', 1, via('c.ts')), CODE, false],
    ['that a dependency is named in its manifest leads to nothing', at('a.ts', 1, via('a.ts')), DEPENDENCY, false],
    ['where it is used does', at('b.lock', 1, via('b.lock', 'a.ts')), DEPENDENCY, true],
    ['its own file leads to code', at('a.ts', 1, via('a.ts')), CODE, true]
  ])('%s', (_, of, entry, expected) => {
    expect(leadsThrough(of, entry, DIFF)).toBe(expected)
    expect(leadsThrough(of, entry, null)).toBe(false)
  })

  test('what of it lies in the change', () => {
    expect(reachedPart(at('b.ts', 1, via('a.ts')), CODE, DIFF)).toBe('trail')
    expect(reachedPart(at('a.ts', 5, via('a.ts')), CODE, DIFF)).toBe('place')
    expect(reachedPart(at('b.ts', 1, via('a.ts')), CODE, null)).toBe('place')
    expect(reachedPart(at('b.ts', 1), CODE, DIFF)).toBe('place')
  })

  test.each<[string, Finding, ReturnType<typeof parseDiff> | null, boolean]>([
    ['without a diff', at('a.ts', 1), null, true],
    ['without a place', finding({ location: null }), DIFF, true],
    ['in a file that is shown', at('a.ts', 1), DIFF, true],
    ['in a file that the change does not name', at('b.ts', 1), DIFF, true],
    ['the same, where the diff is cut off', at('b.ts', 1), { ...DIFF, complete: false }, false],
    [
      'in a file that is not shown',
      at('a.ts', 1),
      parseDiff('diff --git a/a.ts b/a.ts\nindex 1..2 100644\n', 'd'),
      false
    ],
    [
      'in a file that is new',
      at('a.ts', 1),
      parseDiff('diff --git a/a.ts b/a.ts\nnew file mode 100644\n--- /dev/null\n+++ b/a.ts\n@@ -0,0 +1 @@\n+x\n', 'd'),
      false
    ]
  ])('its line can be followed: %s', (_, of, diff, expected) => expect(isFollowed(of, diff)).toBe(expected))
})
