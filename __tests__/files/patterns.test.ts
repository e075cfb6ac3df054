import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { expandPatterns } from '../../src/files/patterns.js'

let root: string
let base: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gate-files-'))
  // Characters that mean something in a glob must not, in the path of the base.
  base = join(root, 'a (b) [c] {d,e}')
  for (const path of [
    'one.sarif',
    'notes.txt',
    'scan/b.sarif',
    'scan/a.sarif.json',
    'scan/c.json.gz',
    'scan/B.SARIF.GZ',
    'scan/readme.md',
    'scan/.hidden/d.sarif',
    'scan/deep/er/e.sarif',
    'scan/deep/er/f.out',
    'odd/[x].sarif',
    'odd/!not.sarif',
    'odd/#5.sarif',
    '../elsewhere/secret.sarif'
  ]) {
    mkdirSync(dirname(join(base, path)), { recursive: true })
    writeFileSync(join(base, path), '{}')
  }
})
afterEach(() => rmSync(root, { recursive: true }))

const names = (...patterns: string[]) => expandPatterns(patterns, base).files.map(file => file.name)
const inScan = [
  'scan/.hidden/d.sarif',
  'scan/B.SARIF.GZ',
  'scan/a.sarif.json',
  'scan/b.sarif',
  'scan/c.json.gz',
  'scan/deep/er/e.sarif'
]

describe('patterns', () => {
  test.each<[string, string[], string[]]>([
    ['a file', ['one.sarif'], ['one.sarif']],
    ['a file of any name', ['notes.txt'], ['notes.txt']],
    ['a directory', ['scan'], inScan],
    ['a directory with a slash', ['./scan/'], inScan],
    ['a star', ['scan/*.sarif'], ['scan/b.sarif']],
    ['a star without a dot keeps to names of SARIF, and takes directories whole', ['scan/*'], inScan],
    [
      'two stars match dot files',
      ['scan/**/*.sarif'],
      ['scan/.hidden/d.sarif', 'scan/b.sarif', 'scan/deep/er/e.sarif']
    ],
    ['two stars at the end', ['scan/**'], inScan],
    ['two stars first', ['**/e.sarif'], ['scan/deep/er/e.sarif']],
    ['a directory by a star', ['sc*/de*'], ['scan/deep/er/e.sarif']],
    ['other names by an explicit ending', ['scan/**/*.out'], ['scan/deep/er/f.out']],
    ['braces', ['scan/{b,x}.sarif'], ['scan/b.sarif']],
    ['a name with brackets', ['odd/[x].sarif'], ['odd/[x].sarif']],
    [
      'names that could be read as negation or comment',
      ['odd/!n*.sarif', 'odd/#*.sarif'],
      ['odd/!not.sarif', 'odd/#5.sarif'].sort()
    ],
    ['each file once', ['scan/b.sarif', './scan/b.sarif', 'scan/*.sarif', 'scan/../scan/b.sarif'], ['scan/b.sarif']],
    ['a way up', ['../elsewhere/*.sarif'], ['elsewhere']],
    ['blank lines', ['', '  ', ' one.sarif '], ['one.sarif']]
  ])('%s', (_, patterns, expected) => {
    const found = names(...patterns)
    if (expected[0] === 'elsewhere') expect(found).toEqual([join(root, 'elsewhere/secret.sarif')])
    else expect(found).toEqual(expected)
  })

  test('absolute paths inside the base are named relative to it', () => {
    expect(names(join(base, 'scan/b.sarif'))).toEqual(['scan/b.sarif'])
    expect(names(`${root}/elsewhere/*.sarif`)).toEqual([join(root, 'elsewhere/secret.sarif')])
  })

  test('what gives no file is told', () => {
    mkdirSync(join(base, 'empty'))
    const patterns = ['gone.sarif', 'scan/*.xml', 'empty', 'nowhere/**', 'one.sarif/x', 'x*'.repeat(5000), 'one.sarif']
    const { files, unmatched } = expandPatterns(patterns, base)
    expect(files.map(file => file.name)).toEqual(['one.sarif'])
    expect(unmatched).toEqual(patterns.slice(0, -1))
  })

  test('what the system does not let one look for is not absent', () => {
    symlinkSync('circle', join(base, 'circle'))
    const { files, unmatched } = expandPatterns(['circle/out.sarif', 'circle/*.sarif', 'gone/out.sarif'], base)
    expect(files.map(({ name }) => name)).toEqual(['circle/*.sarif', 'circle/out.sarif'])
    expect(unmatched).toEqual(['gone/out.sarif'])
  })

  test('a directory named like a file is no file without findings', () => {
    mkdirSync(join(base, 'mistaken/x.sarif'), { recursive: true })
    expect(names('mistaken')).toEqual(['mistaken/x.sarif'])
    expect(names('mistaken/*.sarif')).toEqual(['mistaken/x.sarif'])
  })

  test('a link to a directory outside without such files is no scan', () => {
    mkdirSync(join(root, 'notes/more'), { recursive: true })
    writeFileSync(join(root, 'notes/more/a.txt'), '')
    symlinkSync(join(root, 'notes'), join(base, 'scan/notes'))
    expect(expandPatterns(['scan'], base).outside).toEqual([])
    writeFileSync(join(root, 'notes/more/a.sarif'), '')
    expect(expandPatterns(['scan'], base).outside.map(({ name }) => name)).toEqual(['scan/notes'])
  })

  test('of a directory it is told what is not read, of a glob nothing', () => {
    writeFileSync(join(base, 'scan/deep/note.xml'), '')
    expect(expandPatterns(['scan/deep'], base).passedOver.map(({ name }) => name)).toEqual([
      'scan/deep/er/f.out',
      'scan/deep/note.xml'
    ])
    expect(expandPatterns(['scan/deep/**/*.sarif'], base).passedOver).toEqual([])
    expect(expandPatterns(['scan/deep', 'scan/deep/note.xml'], base).passedOver.map(({ name }) => name)).toEqual([
      'scan/deep/er/f.out'
    ])
  })

  test('links are followed inside the base only, and never in circles', () => {
    symlinkSync(join(root, 'elsewhere'), join(base, 'scan/out'))
    symlinkSync(join(root, 'elsewhere/secret.sarif'), join(base, 'scan/out.sarif'))
    symlinkSync('..', join(base, 'scan/deep/up'))
    symlinkSync('b.sarif', join(base, 'scan/a-link.sarif'))
    symlinkSync('nothing', join(base, 'scan/dangling.sarif'))
    symlinkSync('loop.sarif', join(base, 'scan/loop.sarif'))
    for (const pattern of ['scan', 'scan/**']) {
      const { files, outside } = expandPatterns([pattern], base)
      expect(files.map(file => file.name)).toEqual([...inScan, 'scan/dangling.sarif', 'scan/loop.sarif'].sort())
      expect(outside.map(({ name }) => name)).toEqual(['scan/out', 'scan/out.sarif'])
    }
    const outsideOf = (...patterns: string[]) => expandPatterns(patterns, base).outside.map(({ name }) => name)
    expect(outsideOf('scan', 'scan/out.sarif')).toEqual(['scan/out'])
    expect(outsideOf('scan', 'scan/out')).toEqual([])
    expect(names('scan/out.sarif')).toEqual(['scan/out.sarif'])
    expect(names('scan/dangling.sarif')).toEqual(['scan/dangling.sarif'])
  })
})
