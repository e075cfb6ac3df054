import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mapUri, NO_KNOWLEDGE, pathContext } from '../../../../src/core/sarif/place/paths.js'
import { plainPlace } from '../../../../src/core/sarif/place/plain.js'
import type { PathContext, PlaceKnowledge } from '../../../../src/core/sarif/place/positions.js'
import { treeOf } from '../../../../src/core/sarif/place/tree.js'

const FILES = ['src/a.ts', 'lib/b-1.ts', 'vendor/kit', 'docs/readme.md', 'app/src/a.ts', 'app/lib/b-1.ts']
const UNTRACKED = ['gen/', 'lib/new.ts', 'out']

const segment = fc.constantFrom(
  ...['src', 'lib', 'vendor', 'kit', 'app', 'gen', 'out', 'build', 'node_modules', 'a.ts', 'b-1.ts', 'new.ts', 'A.TS'],
  ...[
    '.',
    '..',
    '...',
    '',
    'n',
    'a',
    'x y',
    'a.jar:x',
    'c%2fd',
    'caf\u00e9',
    'a.ts:12',
    '~',
    '$HOME',
    'C:',
    'http:',
    '*'
  ]
)
const path = fc.oneof(
  fc.array(segment, { minLength: 1, maxLength: 5 }).map(segments => segments.join('/')),
  fc.constantFrom(...FILES, 'vendor/kit/x.c', 'gen/x.ts')
)

const knowledge: fc.Arbitrary<PlaceKnowledge> = fc
  .record({
    tree: fc.constantFrom(null, true, false),
    isBaseline: fc.boolean(),
    subfolder: fc.constantFrom(null, null, null, 'app'),
    siblings: fc.constantFrom<readonly string[]>([], [], [], ['lib'])
  })
  .map(({ tree, siblings, ...rest }) => ({
    ...NO_KNOWLEDGE,
    ...rest,
    siblings: new Set(siblings),
    tree: tree === null ? null : treeOf({ files: FILES, untracked: UNTRACKED, isWhole: tree })
  }))

/** What a context was told while a place was looked for. */
function listening(given: PathContext) {
  const told: string[] = []
  const claims = {
    ...given.claims,
    named: (each: string) => void told.push(`named ${each}`),
    foundIn: (each: string) => void told.push(`in ${each}`)
  }
  return { told, context: { ...given, claims, unlisted: (each: string) => void told.push(`unlisted ${each}`) } }
}

test('a plain path has the place of the long way, and tells the same', () => {
  const answered = new Set<string>()
  fc.assert(
    fc.property(
      path,
      knowledge,
      fc.constantFrom(null, null, null, 'app', '..'),
      fc.constantFrom<readonly string[]>([], ['app']),
      fc.boolean(),
      (raw, known, root, folders, isHistory) => {
        const made = { ...pathContext({}, known, { leadingSlash: false, folders }), root, isHistory }
        const [short, long] = [listening(made), listening(made)]
        const place = plainPlace(raw, '', short.context)
        if (place === null) return
        expect(place).toEqual(mapUri(raw, null, long.context))
        expect(short.told).toEqual(long.told)
        answered.add(place.kind === 'file' ? place.ground : place.kind)
      }
    ),
    { numRuns: 3_000, seed: 7 }
  )
  expect([...answered].sort()).toEqual(['generated', 'tree', 'unchecked', 'unmappable'])
})

test.each([
  ['a path below another base', 'src/a.ts', 'web'],
  ['a word', 'unknown', ''],
  ['a word with a slash', 'n/a', ''],
  ['a path with dots in it', 'src/../lib/b-1.ts', ''],
  ['an absolute path', '/src/a.ts', ''],
  ['what must be decoded', 'src/a%20b.ts', '']
])('%s takes the long way', (_, raw, base) => {
  expect(plainPlace(raw, base, pathContext({}, NO_KNOWLEDGE, { leadingSlash: false }))).toBeNull()
})
