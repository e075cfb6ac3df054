import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { locationsOf } from '../../../../src/core/finding.js'
import type { JsonObject } from '../../../../src/core/ground/json.js'
import { logOf, normalise } from '../feed.js'

const at = (uri: string, startLine: number | null = 1, more: JsonObject = {}): JsonObject => ({
  physicalLocation: { artifactLocation: { uri }, ...(startLine === null ? {} : { region: { startLine, ...more } }) }
})
const named = (fullyQualifiedName: string): JsonObject => ({ logicalLocations: [{ fullyQualifiedName }] })

const read = (locations: readonly (JsonObject | null)[], run: JsonObject = {}) => {
  const [finding] = normalise(
    logOf({ results: [{ ruleId: 'R', message: { text: 'm' }, locations: [...locations] }], ...run })
  ).findings
  if (finding === undefined) throw new Error('a result is a finding')
  return finding
}
const placesOf = (locations: readonly (JsonObject | null)[], run: JsonObject = {}) =>
  locationsOf(read(locations, run)).map(({ path, startLine }) => (startLine === null ? path : `${path}:${startLine}`))

describe('places of a result', () => {
  test.each<[string, (JsonObject | null)[], string[]]>([
    ['none', [], []],
    ['one', [at('a.ts')], ['a.ts:1']],
    ['two, in the order of paths', [at('b.ts'), at('a.ts')], ['a.ts:1', 'b.ts:1']],
    ['two of one file, in the order of lines', [at('a.ts', 9), at('a.ts', 2)], ['a.ts:2', 'a.ts:9']],
    ['one that is there three times', [at('a.ts'), at('b.ts'), at('a.ts'), at('a.ts')], ['a.ts:1', 'b.ts:1']],
    ['a name before the file', [named('db.q'), at('a.ts')], ['a.ts:1']],
    ['names around files', [named('x'), at('b.ts'), named('y'), at('a.ts'), named('z')], ['a.ts:1', 'b.ts:1']],
    ['what is no object before the file', [null, at('a.ts')], ['a.ts:1']],
    ['a file without a line', [at('b.ts', 3), at('a.ts', null)], ['a.ts', 'b.ts:3']],
    ['a word for no file beside a file', [at('unknown'), at('a.ts')], ['a.ts:1']]
  ])('%s', (_, locations, expected) => {
    expect(placesOf(locations)).toEqual(expected)
  })

  test('an index leads into the artifacts of the run', () => {
    const indexed = (index: number): JsonObject => ({ physicalLocation: { artifactLocation: { index } } })
    const artifacts = [{ location: { uri: 'one.ts' } }, { location: { uri: 'two.ts' } }]
    expect(placesOf([indexed(1), indexed(0)], { artifacts })).toEqual(['one.ts', 'two.ts'])
  })

  test('snippet and symbol are those of the first place', () => {
    const first = { ...at('a.ts', 1, { snippet: { text: 'first()' } }), ...named('a.first') }
    const second = { ...at('b.ts', 1, { snippet: { text: 'second()' } }), ...named('b.second') }
    for (const order of [
      [first, second],
      [second, first]
    ]) {
      expect(read(order).clues).toMatchObject({ snippet: 'first()', symbol: 'a.first' })
    }
  })

  test('a name without a place names the finding where no place does', () => {
    expect(read([named('db.q'), at('a.ts')]).clues.symbol).toBe('db.q')
  })

  test('the order of the elements never shows', () => {
    const elements = fc.uniqueArray(
      fc.constantFrom(
        at('a.ts'),
        at('a.ts', 7),
        at('b/c.ts'),
        at('/out/x.c', 4),
        at('/out/y.c'),
        named('f'),
        named('g')
      ),
      { minLength: 2, maxLength: 7 }
    )
    fc.assert(
      fc.property(
        elements.chain(some => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        ([some, shuffled]) => {
          expect(read(shuffled)).toEqual(read(some))
        }
      )
    )
  })
})

describe('places of which some could not be mapped', () => {
  test.each<[string, JsonObject[], string | null, string]>([
    ['alone', [at('/out/x.c', 4)], null, '/out/x.c:4: the path is absolute and lies outside the repository.'],
    [
      'beside a file',
      [at('a.ts'), at('/out/x.c', 4)],
      'a.ts',
      '/out/x.c:4: the path is absolute and lies outside the repository.'
    ],
    [
      'several',
      [at('/out/y.c'), at('/out/x.c', 4)],
      null,
      '/out/x.c, /out/y.c: the path is absolute and lies outside the repository.'
    ]
  ])('%s', (_, locations, path, problem) => {
    const { location, placeProblem } = read(locations)
    expect([location?.path ?? null, placeProblem]).toEqual([path, problem])
  })

  test('of many some are named and all count', () => {
    const many = (last: string) => ['a', 'b', 'c', 'd', last].map(name => at(`/out/${name}.c`))
    const { placeProblem } = read(many('e'))
    expect(placeProblem).toMatch(/^\/out\/a\.c, \/out\/b\.c, \/out\/c\.c and 2 more places \([0-9a-f]{8}\): /)
    expect(read(many('f')).placeProblem).not.toBe(placeProblem)
  })
})

describe('more places than are kept', () => {
  const files = (count: number) => Array.from({ length: count }, (_, index) => at(`f${index}.ts`))

  test.each([
    [1_000, 1_000, null],
    [1_001, 1_000, '1 more places']
  ])('of %i files %i are kept', (count, kept, told) => {
    const finding = read(files(count))
    expect(locationsOf(finding)).toHaveLength(kept)
    if (told === null) expect(finding.placeProblem).toBeNull()
    else expect(finding.placeProblem).toContain(told)
  })

  test('one that finds no room is told from another', () => {
    const problem = (last: string) => read([...files(1_000), at(last)]).placeProblem
    expect(problem('z1.ts')).not.toBe(problem('z2.ts'))
  })
})

test('a message about a secret keeps none that any of its places quotes', () => {
  const quoting = (uri: string, secret: string) => at(uri, 1, { snippet: { text: secret } })
  const [finding] = normalise(
    logOf({
      tool: { driver: { name: 'gitleaks' } },
      results: [
        {
          ruleId: 'token',
          message: { text: 'found hunter-two and correct-horse' },
          locations: [quoting('b.env', 'hunter-two'), quoting('a.env', 'correct-horse')]
        }
      ]
    })
  ).findings
  expect(finding?.message).toBe('found *** and ***')
})

describe('the commit of a secret', () => {
  const SHA = '0123456789abcdef0123456789abcdef01234567'
  const commitOf = (tool: string, result: JsonObject) =>
    normalise(logOf({ tool: { driver: { name: tool } }, results: [{ ruleId: 'token', ...result }] })).findings[0]
      ?.commit
  const said = (text: string): JsonObject => ({ message: { text } })

  test.each<[string, string, JsonObject, string | undefined]>([
    ['gitleaks', 'gitleaks', { partialFingerprints: { commitSha: SHA } }, SHA],
    ['in capitals', 'gitleaks', { partialFingerprints: { commitSha: SHA.toUpperCase() } }, SHA],
    [
      'of 64 digits',
      'gitleaks',
      { partialFingerprints: { commitSha: SHA + SHA.slice(0, 24) } },
      SHA + SHA.slice(0, 24)
    ],
    ['betterleaks', 'betterleaks', { partialFingerprints: { commitSha: SHA } }, SHA],
    ['a property', 'trufflehog', { properties: { commit: SHA } }, SHA],
    ['empty', 'gitleaks', { partialFingerprints: { commitSha: '' } }, undefined],
    ['cut short', 'gitleaks', { partialFingerprints: { commitSha: SHA.slice(0, 16) } }, undefined],
    ['the message of gitleaks', 'gitleaks', said(`token has detected secret for file a b.env at commit ${SHA}.`), SHA],
    [
      'a file that is named like the end of such a message',
      'gitleaks',
      { ...said(`token has detected secret for file x at commit ${SHA}.`), partialFingerprints: { commitSha: '' } },
      undefined
    ],
    [
      'a message that goes on',
      'gitleaks',
      said(`token has detected secret for file a at commit ${SHA} or so.`),
      undefined
    ],
    [
      'a name in the message',
      'gitleaks',
      said(`token has detected secret for file at commit ${SHA}/x.env.`),
      undefined
    ],
    ['the message of another tool', 'trufflehog', said(`secret for file a.env at commit ${SHA}.`), undefined],
    ['no secret', 'Semgrep', { properties: { commit: SHA } }, undefined]
  ])('%s', (_, tool, result, expected) => {
    expect(commitOf(tool, result)).toBe(expected)
  })
})
