import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../../src/core/finding.js'
import { excerptLines, excerptOf } from '../../../../src/core/reports/ground/excerpt.js'
import { aFinding } from '../../../builders.js'

const at = (startLine: number | null, startColumn: number | null, endColumn: number | null, endLine = startLine) => ({
  location: { path: 'a.ts', startLine, startColumn, endLine, endColumn }
})
const shown = (text: string | null, overrides: Partial<Finding>): readonly string[] | null => {
  const finding = aFinding({ clues: { snippet: null, fingerprints: {}, symbol: null }, ...overrides })
  const excerpt = excerptOf(finding, text === null ? null : path => (path === 'a.ts' ? text : null))
  return excerpt === null ? null : excerptLines(excerpt)
}
const clues = (snippet: string) => ({ clues: { snippet, fingerprints: {}, symbol: null } })

describe('the line', () => {
  test.each<[string, string | null, Partial<Finding>, readonly string[] | null]>([
    ['with a caret', 'a\n  eval(x)\n', at(2, 3, 7), ['2 | eval(x)', '  | ^^^^']],
    ['without columns', 'a\n  eval(x)', at(2, null, null), ['2 | eval(x)']],
    ['to its end where the region goes on', '  f(\nx)', at(1, 3, 2, 2), ['1 | f(', '  | ^^']],
    ['tabs are no surprise', '\tif (x)\teval(x)', at(1, 9, 13), ['1 | if (x)  eval(x)', '  |         ^^^^']],
    ['hidden characters are spelt', 'a\u202eb', at(1, 2, 3), ['1 | a\\u{202e}b', '  |  ^^^^^^^^']],
    ['a column beyond the line', 'ab', at(1, 9, 10), ['1 | ab']],
    ['line ends of Windows', 'ab\r\ncd\r\n', at(2, 1, 3), ['2 | cd', '  | ^^']],
    ['no such line', 'ab', at(5, 1, 2), null],
    ['no line named', 'ab', at(null, null, null), null],
    ['an empty line', '\n\n', at(1, 1, 1), null],
    ['a file that cannot be read', null, at(1, 1, 2), null],
    [
      'what the scanner kept where the file is not there',
      null,
      { ...at(7, 1, 2), ...clues('\n  kept(x)\nmore') },
      ['7 | kept(x)']
    ],
    [
      'what the scanner kept where the file says something else',
      'other',
      { ...at(1, 1, 2), ...clues('kept(x)') },
      ['1 | kept(x)']
    ],
    ['packages have none', '{', { ...at(1, 1, 2), category: 'sca' }, null],
    ['secrets have none', 'key = "hunter2hunter2"', { ...at(1, 1, 2), category: 'secret' }, null],
    [
      'a hard-coded one is masked',
      'key = "hunter2hunter2"',
      { ...at(1, 8, 22), identifiers: ['CWE-798'] },
      ['1 | key = "hu…"']
    ],
    ['and so is a token anywhere', 'f("ghp_0123456789abcdefghijABCDEFGHIJ012345")', at(1, 1, 2), ['1 | f("ghp_…")']]
  ])('%s', (_name, text, overrides, lines) => expect(shown(text, overrides)).toEqual(lines))

  test('long ones are cut round what is meant', () => {
    const [line = '', caret = ''] = shown(`${'a'.repeat(500)}eval(x)${'b'.repeat(500)}`, at(1, 501, 505)) ?? []
    expect(line.length).toBeLessThan(120)
    expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('eval')
  })
})
