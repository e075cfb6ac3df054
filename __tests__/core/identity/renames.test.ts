import { describe, expect, test } from '@jest/globals'
import type { Diff, DiffFile } from '../../../src/core/change/change.js'
import type { Finding } from '../../../src/core/finding.js'
import { placeOf } from '../../../src/core/identity/fingerprint.js'
import { placesOf } from '../../../src/core/identity/match/indices.js'
import { movedByDiff, renames } from '../../../src/core/identity/renames.js'
import { finding, NOW, place } from './builders.js'

const entry = (
  change: DiffFile['change'],
  basePath: string | null = null,
  removed: readonly string[] | null = null
): DiffFile => ({
  change,
  basePath,
  lines: [],
  edits: removed === null ? null : [{ baseStart: 1, removed, headStart: 1, added: 0 }]
})
const diffOf = (files: Readonly<Record<string, DiffFile>>): Diff => ({
  files: new Map(Object.entries(files)),
  complete: true
})

describe('what the diff calls renamed', () => {
  test.each<[string, Readonly<Record<string, DiffFile>>, readonly (readonly [string, string])[]]>([
    ['one file', { 'b.js': entry('renamed', 'a.js') }, [['b.js', 'a.js']]],
    ['a copy', { 'b.js': entry('copied', 'a.js') }, []],
    ['an edited file', { 'b.js': entry('modified', 'b.js') }, []],
    ['two from one', { 'b.js': entry('renamed', 'a.js'), 'c.js': entry('renamed', 'a.js') }, []],
    ['without its old name', { 'b.js': entry('renamed', null), 'c.js': entry('renamed', 'a.js') }, [['c.js', 'a.js']]],
    [
      'and a new file at the old path',
      { 'b.js': entry('renamed', 'a.js'), 'a.js': entry('added') },
      [['b.js', 'a.js']]
    ],
    ['and the old one is edited', { 'b.js': entry('renamed', 'a.js'), 'a.js': entry('modified', 'a.js') }, []],
    ['and the old one is deleted too', { 'b.js': entry('renamed', 'a.js'), 'a.js': entry('deleted', 'a.js') }, []],
    [
      'one after the other',
      { 'b.js': entry('renamed', 'a.js'), 'c.js': entry('renamed', 'b.js') },
      [
        ['b.js', 'a.js'],
        ['c.js', 'b.js']
      ]
    ]
  ])('%s', (_, files, expected) => expect([...movedByDiff(diffOf(files))]).toEqual(expected))
})

const at = (path: string, more: Partial<Finding> & { readonly snippet?: string } = {}): Finding =>
  finding({ location: place(path, 2), ...more })

function renamed(
  head: readonly Finding[],
  baseline: readonly Finding[],
  { diff = null, texts = {} }: { readonly diff?: Diff | null; readonly texts?: Readonly<Record<string, string>> }
): Readonly<Record<string, string>> {
  const context = { baseline, diff, readSource: (path: string) => texts[path] ?? null, now: NOW }
  return Object.fromEntries(renames(head, baseline, placesOf(head, placeOf), placesOf(baseline, placeOf), context))
}

describe('a deletion and an addition', () => {
  const TEN = Array.from({ length: 10 }, (_, index) => `line number ${index}`)
  const like = (count: number) => TEN.map((line, index) => (index < count ? line : `another ${index}`))
  const gone = (lines: readonly string[] | null) => entry('deleted', 'old.js', lines)
  const NEW = entry('added')
  const told = (files: Readonly<Record<string, DiffFile>>, texts: Readonly<Record<string, readonly string[]>>) => {
    const joined = Object.fromEntries(Object.entries(texts).map(([path, lines]) => [path, lines.join('\n')]))
    const heads = Object.keys(texts).map(path => at(path))
    const bases = Object.keys(files)
      .filter(path => files[path]?.change !== 'added')
      .map(path => at(path))
    return renamed(heads, bases, { diff: diffOf(files), texts: joined })
  }

  test.each<[string, Readonly<Record<string, DiffFile>>, Readonly<Record<string, readonly string[]>>, object]>([
    ['of the same text', { 'old.js': gone(TEN), 'new.js': NEW }, { 'new.js': TEN }, { 'new.js': 'old.js' }],
    ['of six lines of ten', { 'old.js': gone(TEN), 'new.js': NEW }, { 'new.js': like(6) }, { 'new.js': 'old.js' }],
    ['of five lines of ten', { 'old.js': gone(TEN), 'new.js': NEW }, { 'new.js': like(5) }, {}],
    [
      'in other spaces, and lines of a bracket count for nothing',
      { 'old.js': gone(TEN), 'new.js': NEW },
      { 'new.js': [...like(6).map(line => `  ${line} `), ...TEN.map(() => '}')] },
      { 'new.js': 'old.js' }
    ],
    ['without the lines that were deleted', { 'old.js': gone(null), 'new.js': NEW }, { 'new.js': TEN }, {}],
    [
      'of one that is only edited',
      { 'old.js': entry('modified', 'old.js', TEN), 'new.js': NEW },
      { 'new.js': TEN },
      {}
    ],
    ['of one that is not new', { 'old.js': gone(TEN), 'new.js': entry('modified', 'new.js') }, { 'new.js': TEN }, {}],
    ['of a copy', { 'old.js': gone(TEN), 'new.js': NEW, 'more.js': NEW }, { 'new.js': TEN, 'more.js': TEN }, {}],
    ['of two alike', { 'old.js': gone(TEN), 'older.js': gone(TEN), 'new.js': NEW }, { 'new.js': TEN }, {}],
    [
      'of two that are not alike',
      { 'old.js': gone(TEN), 'older.js': gone(like(0)), 'new.js': NEW, 'more.js': NEW },
      { 'new.js': TEN, 'more.js': like(0) },
      { 'new.js': 'old.js', 'more.js': 'older.js' }
    ]
  ])('%s', (_, files, texts, expected) => expect(told(files, texts)).toEqual(expected))

  test('what the text says stands beside what the diff says', () => {
    const files = { 'b.js': entry('renamed', 'a.js'), 'old.js': gone(TEN), 'new.js': NEW }
    expect(told(files, { 'new.js': TEN })).toEqual({ 'b.js': 'a.js', 'new.js': 'old.js' })
  })

  test('a file without a text is like none', () => {
    const diff = diffOf({ 'old.js': gone(TEN), 'new.js': NEW })
    expect(renamed([at('new.js')], [at('old.js')], { diff })).toEqual({})
  })

  test('a path that is on both sides was not renamed', () => {
    const diff = diffOf({ 'old.js': gone(TEN), 'new.js': NEW })
    const texts = { 'new.js': TEN.join('\n') }
    expect(renamed([at('new.js'), at('old.js')], [at('old.js')], { diff, texts })).toEqual({})
    expect(renamed([at('new.js')], [at('old.js'), at('new.js')], { diff, texts })).toEqual({})
  })

  test.each([
    [100, 1, 1],
    [101, 1, 0],
    [1, 100, 1],
    [1, 101, 0]
  ])('%i deleted and %i added files: compared up to a hundred', (deleted, added, count) => {
    const olds = Array.from({ length: deleted }, (_, index) => `old${index}.js`)
    const news = Array.from({ length: added }, (_, index) => `new${index}.js`)
    const files = Object.fromEntries([
      ...olds.map((path, index) => [path, gone(index === 0 ? TEN : [`only ${path}`])] as const),
      ...news.map(path => [path, NEW] as const)
    ])
    const texts = Object.fromEntries(news.map((path, index) => [path, index === 0 ? TEN.join('\n') : `just ${path}`]))
    const result = renamed(
      news.map(path => at(path)),
      olds.map(path => at(path)),
      { diff: diffOf(files), texts }
    )
    expect(Object.keys(result)).toHaveLength(count)
  })
})

describe('without a diff, by findings that are all found again', () => {
  const [A, B] = [{ snippet: 'eval(alpha)' }, { snippet: 'eval(beta)', ruleId: 'other' }]
  const files = (...paths: readonly string[]) => ({ texts: Object.fromEntries(paths.map(path => [path, 'text'])) })
  const two = (path: string) => [at(path, A), at(path, B)]

  test.each<[string, readonly Finding[], readonly Finding[], object, object]>([
    ['two of them', two('new.js'), two('old.js'), files('new.js'), { 'new.js': 'old.js' }],
    ['in another order', two('new.js').reverse(), two('old.js'), files('new.js'), { 'new.js': 'old.js' }],
    ['one, under another name', [at('new.js', A)], [at('old.js', A)], files('new.js'), {}],
    ['one, in another folder', [at('new/a.js', A)], [at('old/a.js', A)], files('new/a.js'), { 'new/a.js': 'old/a.js' }],
    ['one, from a folder to the root', [at('a.js', A)], [at('old/a.js', A)], files('a.js'), { 'a.js': 'old/a.js' }],
    ['one of two', [at('new.js', A)], two('old.js'), files('new.js'), {}],
    ['one more than two', [...two('new.js'), at('new.js', { snippet: 'x' })], two('old.js'), files('new.js'), {}],
    ['two in two files', [...two('new.js'), ...two('copy.js')], two('old.js'), files('new.js', 'copy.js'), {}],
    ['two from two files', two('new.js'), [...two('old.js'), ...two('older.js')], files('new.js'), {}],
    [
      'two renamings',
      [...two('new.js'), at('b/x.js', A)],
      [...two('old.js'), at('a/x.js', A)],
      files('new.js', 'b/x.js'),
      { 'new.js': 'old.js', 'b/x.js': 'a/x.js' }
    ],
    ['the new file cannot be read', two('new.js'), two('old.js'), files(), {}],
    ['the old file is still there', two('new.js'), two('old.js'), files('new.js', 'old.js'), {}],
    ['one cannot be recognised', [at('new.js'), at('new.js', A)], [at('old.js'), at('old.js', A)], files('new.js'), {}],
    ['none can be recognised', [at('new/a.js')], [at('old/a.js')], files('new/a.js'), {}],
    [
      'of images',
      two('new.js').map(each => ({ ...each, category: 'container' as const })),
      two('old.js').map(each => ({ ...each, category: 'container' as const })),
      files('new.js'),
      {}
    ],
    [
      'of dependencies, which are known by their advisory',
      ['CVE-2026-1', 'CVE-2026-2'].map(id => at('new.lock', { category: 'sca', identifiers: [id] })),
      ['CVE-2026-2', 'CVE-2026-1'].map(id => at('old.lock', { category: 'sca', identifiers: [id] })),
      files('new.lock'),
      { 'new.lock': 'old.lock' }
    ],
    ['of no file', two('').map(each => ({ ...each, location: null })), two('old.js'), files(''), {}],
    ['into no file', two('new.js'), two('').map(each => ({ ...each, location: null })), files('new.js'), {}],
    ['without a baseline', two('new.js'), [], files('new.js'), {}]
  ])('%s', (_, head, baseline, setting, expected) => expect(renamed(head, baseline, setting)).toEqual(expected))
})
