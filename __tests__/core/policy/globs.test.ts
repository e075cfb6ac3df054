import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Minimatch } from 'minimatch'
import { compileGlob, firstSegment, globProblem, matchAny } from '../../../src/core/policy/globs.js'
import { triesOf } from '../../thorough.js'

const matches = (glob: string, path: string) => compileGlob(glob, 'path')(path)

describe('path globs', () => {
  test.each([
    ['src/*.ts', 'src/a.ts', true],
    ['src/*.ts', 'src/sub/a.ts', false],
    ['src/**', 'src/sub/a.ts', true],
    ['**/*.ts', 'a.ts', true],
    ['**/test/**', 'a/test/b/c.ts', true],
    ['**/test/**', 'a/tests/b/c.ts', false],
    ['**', '.github/workflows/x.yml', true],
    ['*', '.env', true],
    ['?.ts', 'a.ts', true],
    ['?.ts', '😀.ts', true],
    ['?.ts', '/.ts', false],
    ['{src,lib}/**/*.{ts,js}', 'lib/a/b.js', true],
    ['{src,lib}/**/*.{ts,js}', 'test/a/b.js', false],
    ['a{,.bak}', 'a.bak', true],
    ['Src/**', 'src/a', false],
    ['a/**/b', 'a/b', true],
    ['a/**', 'a', false],
    ['a/**/**', 'a/b', true],
    ['**/**', 'a', true],
    ['*a*b*', 'xxaxxbxx', true],
    ['', '', true]
  ])('%s on %s: %s', (glob, path, expected) => {
    expect(matches(glob, path)).toBe(expected)
  })

  test('mean what the contract says, and no more', () => {
    // Of these, `!`, `#`, `$`, `@`, `+` and parentheses mean something to matchers of other kinds.
    const plain = ['a', 'b', '.', '-', 'ab', '!', '#', '$', '@', '+', '(', ')', '|', '^', '~', ' ', '%2e', 'é', '😀']
    const piece = fc.constantFrom(...plain, '*', '?', '*', '?', '{a,b}', '{a,.b}', '{,a}', '{*,b}', '{1..3,b}')
    const segment = fc.oneof(
      { weight: 1, arbitrary: fc.constant('**') },
      { weight: 3, arbitrary: fc.array(piece, { minLength: 1, maxLength: 4 }).map(pieces => pieces.join('')) }
    )
    const glob = fc
      .array(segment, { minLength: 1, maxLength: 4 })
      .map(segments => segments.join('/'))
      .filter(text => globProblem(text, 'path') === null)
    const name = fc
      .array(fc.constantFrom('a', 'b', '.', ...plain, '{a,b}', '*', '?', '[a]', '\\', '\n'), {
        minLength: 1,
        maxLength: 3
      })
      .map(pieces => pieces.join(''))
      .filter(text => text !== '.' && text !== '..')
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map(names => names.join('/'))
    // Most paths match no glob by chance; those that are made from the glob often do.
    const fitting = (text: string, some: string, more: string) =>
      text.replaceAll('**', more).replaceAll('*', some).replaceAll('?', 'x')
    const three = { minLength: 3, maxLength: 3 }
    fc.assert(
      fc.property(glob, fc.array(path, three), fc.array(name, three), (pattern, paths, names) => {
        const made = names.map((some, at) => fitting(pattern, some, paths[at] ?? ''))
        const matcher = compileGlob(pattern, 'path')
        const wrong = [...paths, ...made].filter(each => matcher(each) !== naive(pattern, each))
        expect(wrong).toEqual([])
      }),
      { numRuns: triesOf(3000) }
    )
  })
})

/** The contract's globs, in as few words as they can be said, however slow. */
function naive(glob: string, path: string): boolean {
  const [, head = '', choices, tail = ''] = /^([^{]*)\{([^}]*)\}(.*)$/s.exec(glob) ?? []
  if (choices !== undefined) return choices.split(',').some(choice => naive(head + choice + tail, path))
  const [parts, names] = [glob.split('/'), path.split('/')]
  const rest = (part: number, at: number): boolean => {
    if (part === parts.length) return at === names.length
    if (parts[part] !== '**')
      return at < names.length && isName(parts[part] ?? '', names[at] ?? '') && rest(part + 1, at + 1)
    // `a/**` is what is below `a`, and not `a`.
    const least = part === parts.length - 1 ? at + 1 : at
    return names.concat('').some((_, next) => next >= least && rest(part + 1, next))
  }
  return rest(0, 0)
}

/** A character is a code point, as people count them. */
function isName(pattern: string, name: string): boolean {
  const [wanted, ...more] = pattern
  const [first, ...rest] = name
  if (wanted === undefined) return first === undefined
  if (wanted === '*') return isName(more.join(''), name) || (first !== undefined && isName(pattern, rest.join('')))
  return first !== undefined && (wanted === '?' || wanted === first) && isName(more.join(''), rest.join(''))
}

describe('text globs', () => {
  test.each([
    ['js/*', 'js/sql/injection', true],
    ['*', '@typescript-eslint/no-eval', true],
    ['codeql', 'CodeQL', true],
    ['CVE-2026-*', 'cve-2026-1', true],
    ['semgrep?', 'semgrep', false],
    ['{a,b}-*', 'b-1', true],
    ['*', '', true]
  ])('%s on %s: %s', (glob, text, expected) => {
    expect(compileGlob(glob, 'text')(text)).toBe(expected)
  })
})

test('any of several globs, asked twice', () => {
  const any = matchAny(['a/**', '*.md'], 'path')
  expect(['a/b', 'x.md', 'b/x.md', 'a/b', 'b/x.md'].map(any)).toEqual([true, true, false, true, false])
})

describe('what is not allowed says which part of it', () => {
  test.each([
    ['!src/**', 'is negated'],
    ['@(a|b)', 'extended glob'],
    ['+(a)', 'extended glob'],
    ['src/!(a)', 'extended glob'],
    ['*(a)', 'extended glob'],
    ['[ab].ts', 'character class'],
    ['app/[slug]/page.tsx', 'character class'],
    ['src\\a', 'backslash'],
    ['{a,{b,c}}', 'braces'],
    ['{a,b', 'braces'],
    ['a}b', 'braces'],
    ['{a}', 'one alternative'],
    ['{1..9}', 'one alternative'],
    ['{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}', '128 alternatives'],
    ['src/**.ts', '`**` beside'],
    ['a***', 'three stars'],
    ['/src/**', 'begins with `/`'],
    ['src/', 'ends with `/`'],
    ['./src', 'part `.`'],
    ['a/../b', 'part `.`'],
    ['a//b', 'empty part'],
    ['{,a}/b', 'empty part'],
    ['', 'is empty'],
    ['a\nb', 'control character'],
    ['*a'.repeat(11), '11 wildcards'],
    ['a'.repeat(201), 'longer than 200']
  ])('%j: %s', (glob, expected) => {
    const problem = globProblem(glob, 'path')
    expect(problem?.message).toContain(expected)
    expect(problem?.hint).not.toBe('')
  })

  test('paths may have parentheses and other plain characters', () => {
    expect(globProblem('app/(group)/a+b@c#d/$x.ts', 'path')).toBeNull()
    expect(matches('app/(group)/*.ts', 'app/(group)/x.ts')).toBe(true)
  })
})

describe('published patterns that hang other matchers are refused, or answered in linear steps', () => {
  // CVE-2026-26996, -27903, -27904 (minimatch), CVE-2026-33671, -33672 (picomatch), CVE-2022-3517, CVE-2024-4067.
  test.each([
    ['*a'.repeat(7).concat('b'), 'a'.repeat(5000)],
    ['*a'.repeat(9).concat('*b'), 'a'.repeat(5000)],
    ['**/a/'.repeat(9).concat('x'), 'a/'.repeat(2000).concat('y')],
    [`${'**/*a'.concat('/')}`.repeat(4).concat('b'), 'a/'.repeat(2000).concat('c')],
    ['**/**/**/**/**/**/**/**/**/b', 'a/'.repeat(2000).concat('c')],
    ['{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}', 'a'.repeat(5000)],
    ['*?*?*?*?*b', 'a'.repeat(20_000)]
  ])('%s', (glob, text) => {
    expect(globProblem(glob, 'path')).toBeNull()
    expect(matches(glob, text)).toBe(false)
  })

  test.each([
    '*a'.repeat(20),
    '**/a/'.repeat(11).concat('x'),
    '+(a|aa)b',
    '{a,b}'.repeat(16),
    '@(*a)@(*a)',
    '{'.repeat(150)
  ])('%s is refused', glob => {
    expect(globProblem(glob, 'path')).not.toBeNull()
  })
})

const part = fc.constantFrom('a', 'b', 'ab', '.x', 'a.ts', '')
const globPart = fc.constantFrom('a', 'b', 'ab', '*', '**', '?', 'a*', '*.ts', '{a,b}', '{a,.x}*')

test('a glob of paths matches what its alternatives match, however the path begins', () => {
  fc.assert(
    fc.property(
      fc.array(globPart, { minLength: 1, maxLength: 4 }),
      fc.array(part, { minLength: 1, maxLength: 5 }),
      (pattern, segments) => {
        const [glob, path] = [pattern.join('/'), segments.join('/')]
        if (globProblem(glob, 'path') !== null) return
        const options = { dot: true, nonegate: true, nocomment: true, noext: true, platform: 'linux' } as const
        expect(compileGlob(glob, 'path')(path)).toBe(new Minimatch(glob, options).match(path))
        if (compileGlob(glob, 'path')(path)) expect([null, path.split('/')[0]]).toContain(firstSegment(glob))
      }
    ),
    { numRuns: 3_000, seed: 5 }
  )
})

test.each(['path', 'text'] as const)(
  'globs of a %s answer the same however often and in whatever order they are asked',
  kind => {
    const matches = matchAny(['a/**', '*b'], kind)
    const texts = ['a/x', 'c', 'b', 'a/x', 'c', 'c', 'a/y', 'b']
    expect(texts.map(text => matches(text))).toEqual([true, false, true, true, false, false, true, true])
  }
)
