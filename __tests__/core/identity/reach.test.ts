import { describe, expect, test } from '@jest/globals'
import type { CommitSide } from '../../../src/core/change/change.js'
import { finding, place, run } from './builders.js'

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
