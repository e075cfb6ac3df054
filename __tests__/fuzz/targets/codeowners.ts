import { formatProblem } from '../../../src/core/ground/errors.js'
import { ownersOf, parseCodeowners } from '../../../src/core/policy/codeowners.js'
import { must, mustBeShowable, NAME, type Target } from '../target.js'

const PATHS = ['a', 'src/a.ts', 'src/b/c.ts', 'docs/x y.md', '.github/CODEOWNERS', 'web/src/a.ts', 'a/b/c/d/e']

/** Lines that say something, and that GitHub reads. */
const isSaying = (line: string): boolean => /^[ \t\v\f]*[^ \t\v\f#]/.test(line)

/** A CODEOWNERS file: each line counts or is told, the last that matches wins, and what says nothing changes nothing. */
export const codeowners: Target = {
  name: 'codeowners',
  form: 'lines',
  words: [
    '*',
    '**',
    '/',
    'src/',
    '/src/**',
    '*.ts',
    '@alice',
    '@acme/team',
    'a@b.io',
    '#',
    '\\ ',
    '\\[',
    '[ab]',
    '!a',
    '?'
  ],
  check(bytes, text) {
    const read = parseCodeowners(NAME, bytes)
    const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
    must(
      read.rules.length + read.problems.length === lines.filter(isSaying).length,
      'a line that is neither read nor told'
    )
    for (const problem of read.problems) {
      must((problem.place?.line ?? 0) >= 1 && (problem.place?.line ?? 0) <= lines.length, 'a place outside of the file')
      mustBeShowable(formatProblem(problem))
    }
    const owners = new Set(read.rules.map(rule => rule.owners))
    const encoder = new TextEncoder()
    const more = parseCodeowners(NAME, encoder.encode(`# first\n\n${text}\n\n  # last`))
    const taken = parseCodeowners(NAME, encoder.encode(`${text}\n* @last`))
    for (const path of PATHS) {
      const own = ownersOf(read, path)
      must(own.length === 0 || owners.has(own), 'an owner that no line names')
      must(JSON.stringify(ownersOf(more, path)) === JSON.stringify(own), 'a comment changes an owner')
      must(ownersOf(taken, path).join() === '@last', 'the last line does not win')
    }
  }
}
