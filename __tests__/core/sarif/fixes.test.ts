import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../src/core/finding.js'
import { logProjection } from '../../../src/core/sarif/fixes.js'
import { createNormaliser } from '../../../src/core/sarif/normalise.js'
import { createSarifReader } from '../../../src/core/sarif/reader/sarif-reader.js'
import { withRoots } from './feed.js'

const OWN = { uri: 'src/a.ts', uriBaseId: '%SRCROOT%', index: 3 }

const replacement = (deletedRegion: object, text?: unknown) => ({
  deletedRegion,
  ...(text === undefined ? {} : { insertedContent: typeof text === 'string' ? { text } : text })
})
const change = (replacements: readonly object[], artifactLocation: object = { uri: 'src/a.ts' }) => ({
  artifactLocation,
  replacements
})
const fix = (...artifactChanges: readonly object[]) => ({ description: { text: 'Do it' }, artifactChanges })
const LINE = { startLine: 4 }

/** The finding of a result with these fixes, read as a file is. */
function read(fixes: unknown, wanted = { trails: false, fixes: true }, own: object = OWN): Finding | undefined {
  const result = {
    ruleId: 'r',
    message: { text: 'A message' },
    locations: [{ physicalLocation: { artifactLocation: own, region: { startLine: 4 } } }],
    fixes
  }
  const log = { version: '2.1.0', runs: [{ tool: { driver: { name: 'T' } }, results: [result] }] }
  const normaliser = createNormaliser('a.sarif', { places: withRoots('/repo') })
  const reader = createSarifReader(normaliser, logProjection(wanted))
  reader.write(Buffer.from(JSON.stringify(log)))
  const { findings, problem } = normaliser.finish(reader.end())
  expect(problem).toBeNull()
  return findings[0]
}
const replacementsOf = (...args: Parameters<typeof read>) => read(...args)?.replacements

describe('what a fix replaces', () => {
  test.each([
    ['columns', { startLine: 4, startColumn: 2, endLine: 5, endColumn: 3 }, 'x', [4, 2, 5, 3, 'x']],
    ['a line without columns: all of it', LINE, 'x', [4, 1, 4, null, 'x']],
    ['nothing inserted: deleted', { startLine: 4, endLine: 6, endColumn: 1 }, undefined, [4, 1, 6, 1, '']],
    ['nothing deleted: inserted', { startLine: 4, startColumn: 3, endColumn: 3 }, 'x', [4, 3, 4, 3, 'x']]
  ])('%s', (_, region, text, [startLine, startColumn, endLine, endColumn, inserted]) => {
    const expected = [{ startLine, startColumn, endLine, endColumn, text: inserted }]
    expect(replacementsOf([fix(change([replacement(region, text)]))])).toEqual(expected)
    expect(replacementsOf([fix(change([replacement(region, text)]))], { trails: true, fixes: true })).toEqual(expected)
  })

  test.each([
    ['bytes', replacement({ byteOffset: 4, byteLength: 2 }, 'x')],
    ['line 0', replacement({ startLine: 0 }, 'x')],
    ['an end before the start', replacement({ startLine: 4, endLine: 3 }, 'x')],
    ['a column before the start', replacement({ startLine: 4, startColumn: 5, endColumn: 2 }, 'x')],
    ['column 0', replacement({ startLine: 4, startColumn: 0 }, 'x')],
    ['a word for a number', replacement({ startLine: 4, endColumn: 'end' }, 'x')],
    ['a binary content', replacement(LINE, { binary: 'AAAA' })],
    ['a content with both', replacement(LINE, { binary: 'AAAA', text: 'x' })],
    ['a content without text', replacement(LINE, {})],
    ['a text that is no text', replacement(LINE, { text: 7 })],
    ['a text that is too long to be kept whole', replacement(LINE, 'x'.repeat(4_001))],
    ['no region', { insertedContent: { text: 'x' } }]
  ])('%s is none', (_, one) => {
    expect(replacementsOf([fix(change([one]))])).toBeUndefined()
    expect(replacementsOf([fix(change([replacement(LINE, 'x'), one]))])).toBeUndefined()
  })

  test('twenty replacements are kept, more of them are none', () => {
    const many = (count: number) => [fix(change(Array.from({ length: count }, () => replacement(LINE, 'x'))))]
    expect(replacementsOf(many(20))).toHaveLength(20)
    expect(replacementsOf(many(21))).toBeUndefined()
    expect(replacementsOf(many(0))).toBeUndefined()
  })

  test('the first usable of several fixes counts', () => {
    const fixes = [fix(change([replacement({ startLine: 0 }, 'a')])), fix(change([replacement(LINE, 'b')]))]
    expect(replacementsOf(fixes)).toMatchObject([{ text: 'b' }])
  })
})

describe('the file is the one of the finding', () => {
  const at = (location: object, own?: object) =>
    replacementsOf([fix(change([replacement(LINE, 'x')], location))], undefined, own) !== undefined
  test.each<[string, object, object | undefined, boolean]>([
    ['the same reference', OWN, undefined, true],
    ['the same address without its base', { uri: 'src/a.ts' }, undefined, true],
    ['another base', { uri: 'src/a.ts', uriBaseId: 'OTHER' }, undefined, false],
    ['another file', { uri: 'src/b.ts' }, undefined, false],
    ['the index alone', { index: 3 }, undefined, true],
    ['another index', { index: 4 }, undefined, false],
    ['no index', { index: -1 }, { uri: 'src/a.ts', index: -1 }, false],
    ['nothing', {}, undefined, false]
  ])('%s', (_, location, own, isSame) => expect(at(location, own)).toBe(isSame))

  test('a fix that changes two files is none', () => {
    const two = fix(change([replacement(LINE, 'x')]), change([replacement(LINE, 'x')], { uri: 'src/b.ts' }))
    expect(replacementsOf([two])).toBeUndefined()
  })
})

test('where nobody wants suggestions nothing of it is read, and the finding is the same otherwise', () => {
  const fixes = [fix(change([replacement(LINE, 'x')]))]
  for (const trails of [false, true]) {
    const [wanted, plain] = [read(fixes, { trails, fixes: true }), read(fixes, { trails, fixes: false })]
    expect(wanted).toEqual({ ...plain, replacements: [expect.anything()] })
    expect(plain?.fixText).toBe('Do it')
  }
})

test.each([[null], ['x'], [{}], [[null]], [[{ artifactChanges: null }]], [[{ artifactChanges: [null, 1] }]]])(
  'fixes that are none: %j',
  fixes => expect(replacementsOf(fixes)).toBeUndefined()
)
