import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { formatProblem } from '../../../src/core/ground/errors.js'
import {
  CODEOWNERS_MAX_BYTES,
  codeownersNotices,
  ownersOf,
  parseCodeowners
} from '../../../src/core/policy/codeowners.js'

const read = (text: string) => parseCodeowners('.github/CODEOWNERS', Buffer.from(text))
const owns = (pattern: string, path: string) => ownersOf(read(`${pattern} @acme/team`), path).length > 0

describe('patterns', () => {
  test.each([
    ['*', 'a', true],
    ['*', 'a/b/c.js', true],
    ['*', '.github/workflows/gate.yml', true],
    ['*.js', 'a.js', true],
    ['*.js', 'a/b/c.js', true],
    ['*.js', 'a.jsx', false],
    ['/a.js', 'a.js', true],
    ['/a.js', 'b/a.js', false],
    ['/build/logs/', 'build/logs/x/y.log', true],
    ['/build/logs/', 'build/logs', false],
    ['/build/logs/', 'a/build/logs/x', false],
    ['/build/logs', 'build/logs/x/y.log', true],
    ['/build/logs', 'build/logs', true],
    ['build/logs', 'a/build/logs/x', false],
    ['docs/*', 'docs/a.md', true],
    ['docs/*', 'docs/build/a.md', false],
    ['docs/*', 'a/docs/b.md', false],
    ['/docs/*', 'docs/a/b.md', false],
    ['docs/**', 'docs/build/a.md', true],
    ['docs/**', 'docs', false],
    ['docs/*.md', 'docs/a.md', true],
    ['docs/*.md', 'docs/a/b.md', false],
    ['/*', 'README.md', true],
    ['/*', 'src/a.ts', false],
    ['apps/', 'apps/a', true],
    ['apps/', 'x/apps/a/b', true],
    ['apps/', 'x/apps', false],
    ['apps', 'x/apps/a', true],
    ['apps', 'x/apps', true],
    ['apps', 'x/apps2/a', false],
    ['**/logs', 'logs', true],
    ['**/logs', 'a/b/logs/c', true],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/x/y/b', true],
    ['a/**/b', 'a/x/y/c', false],
    ['/**', 'a/b', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['*a*b*', 'xxaxxbxx', true],
    ['*a*b*', 'xxbxxaxx', false],
    ['/SRC/', 'src/a', false],
    ['/', 'a', false],
    ['/my\\ file.md', 'my file.md', true],
    ['/my\\ file.md', 'my\\ file.md', false],
    ['/apps/\\[param\\]/', 'apps/[param]/page.ts', true],
    ['/apps/\\[param\\]/', 'apps/p/page.ts', false],
    ['\\[...slug\\].tsx', 'app/[...slug].tsx', true],
    ['/app/\\(shop\\)/\\[id\\]/*', 'app/(shop)/[id]/page.tsx', true],
    ['/app/(shop)/', 'app/(shop)/page.tsx', true],
    ['/a\\*b', 'a*b', true],
    ['/a\\*b', 'axb', false],
    ['/a\\?b', 'axb', false],
    ['/a\\/b', 'a/b', true],
    ['/a\\\\b', 'a\\b', true],
    ['/a\\ b/**/c', 'a b/x/c', true]
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(owns(pattern, path)).toBe(expected)
  })
})

describe('the file', () => {
  const file = read(`# Owners
* @acme/all
/src/    @acme/core dev@example.com # trailing words
/src/vendor/

!/src/x @acme/no
[Docs] @acme/docs
/a[0-9] @acme/no
\\#notes @acme/no
/bad owner
/a\u00a0@acme/no
/ends\\ @acme/no
/ends\\
`)

  test.each([
    ['README.md', ['@acme/all']],
    ['src/a.ts', ['@acme/core', 'dev@example.com']],
    ['src/vendor/a.ts', []],
    ['src/x', ['@acme/core', 'dev@example.com']],
    ['a1', ['@acme/all']],
    ['bad', ['@acme/all']]
  ])('the last matching line owns %s', (path, owners) => {
    expect(ownersOf(file, path)).toEqual(owners)
  })

  test('lines that mean nothing are told', () => {
    expect(file.problems.map(({ place }) => place?.line)).toEqual([6, 7, 8, 9, 10, 11, 13])
    expect(file.rules.map(({ pattern }) => pattern)).toEqual(['*', '/src/', '/src/vendor/', '/ends\\ @acme/no'])
  })

  test('line breaks of any kind, a byte order mark, no lines', () => {
    expect(ownersOf(read('\uFEFFa @x\r\nb @y\rc @z'), 'b')).toEqual(['@y'])
    expect(ownersOf(read(''), 'a')).toEqual([])
  })
})

describe('what gives nothing an owner is told', () => {
  const notices = (text: string) => codeownersNotices(read(text)).map(({ level, message }) => `${level} ${message}`)

  test.each([
    ['nothing wrong', '* @acme/all\n', []],
    [
      'one line, with its place',
      '* @acme/all\n!a @b\n',
      [
        'warning .github/CODEOWNERS:2:1: a pattern cannot be negated. Write a later line without owners instead: as it is, the line is passed over'
      ]
    ],
    [
      'many lines in one notice',
      '[a] @b\n'.repeat(5),
      [
        `warning ${[1, 2, 3]
          .map(
            line =>
              `.github/CODEOWNERS:${line}:1: a pattern has no character ranges. Write \`\\[\` and \`\\]\` for brackets of a name: as it is, the line is passed over`
          )
          .join('; ')}; and so for 2 more of its lines`
      ]
    ]
  ])('%s', (_, text, expected) => {
    expect(notices(text)).toEqual(expected)
  })

  test('a file that GitHub does not load', () => {
    const file = read(`* @acme/all\n#${'x'.repeat(CODEOWNERS_MAX_BYTES)}`)
    expect(file.problems.map(formatProblem)).toEqual([
      '.github/CODEOWNERS: the file is larger than 3 MB, and gives nothing an owner. Shorten it: GitHub does not load it either'
    ])
    expect(ownersOf(file, 'a')).toEqual([])
  })
})

describe('laws', () => {
  const segment = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '.'), minLength: 1, maxLength: 4 })
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: 4 })
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map(parts => parts.join('/'))

  test('a path without wildcards owns itself and what is below it', () => {
    fc.assert(
      fc.property(path, path, (owned, rest) => {
        expect(owns(`/${owned}`, owned)).toBe(true)
        expect(owns(`/${owned}`, `${owned}/${rest}`)).toBe(true)
      })
    )
  })

  test('an unanchored word matches wherever it matches at the root', () => {
    fc.assert(
      fc.property(segment, path, name, (pattern, found, prefix) => {
        fc.pre(!/^\*+$/.test(pattern) && owns(pattern, found))
        expect(owns(pattern, `${prefix}/${found}`)).toBe(true)
      })
    )
  })

  test('one segment matches as its regular expression does', () => {
    fc.assert(
      fc.property(segment, name, (pattern, found) => {
        fc.pre(pattern !== '**')
        const source = [...pattern]
          .map(c => (c === '*' ? '[^/]*' : c === '?' ? '[^/]' : c === '.' ? '\\.' : c))
          .join('')
        expect(owns(`/${pattern}`, found)).toBe(new RegExp(`^${source}$`).test(found))
      })
    )
  })

  test('patterns made to be slow end', () => {
    expect(owns(`/${'*a'.repeat(100)}b`, 'a'.repeat(5000))).toBe(false)
    expect(owns(`${'**/a/'.repeat(200)}x`, 'a/'.repeat(2000))).toBe(false)
  })
})

test('a backslash before a break that only some readers see is told, and not passed over', () => {
  const { rules, problems } = parseCodeowners('CODEOWNERS', new TextEncoder().encode('\\\u2028 @alice'))
  expect([rules, problems.length]).toEqual([[], 1])
})
