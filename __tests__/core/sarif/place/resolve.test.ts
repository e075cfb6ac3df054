import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/core/ground/json.js'
import { mapUri, pathContext, pathMapper } from '../../../../src/core/sarif/place/paths.js'
import type { PathContext } from '../../../../src/core/sarif/place/positions.js'
import type { MappedPlace } from '../../../../src/core/sarif/place/resolve.js'
import { listingOfDirectory, treeOf, withIgnored } from '../../../../src/core/sarif/place/tree.js'
import { withRoots } from '../feed.js'

const FILES = [
  'Dockerfile',
  'README.md',
  'package-lock.json',
  'web/package-lock.json',
  'services/payments/src/db.ts',
  'services/payments/src/main/java/com/acme/Db.java',
  'terraform/net/main.tf',
  'terraform/dns/main.tf',
  'charts/shop/Chart.yaml',
  'charts/shop/templates/deployment.yaml',
  'configs/already%20named.yaml',
  'lib/app.jar',
  'src/Main.cs',
  'tools/old/report.js',
  'vendor/kit',
  'docs/caf\u0065\u0301.md'
]
const tree = treeOf({ files: FILES, untracked: ['gen/', 'notes.txt'], isWhole: true })
const context = (parts: Partial<PathContext> = {}, run: JsonObject = {}): PathContext => ({
  ...pathContext(run, { ...withRoots('/repo'), tree }, { leadingSlash: false }),
  ...parts
})
const shown = (place: MappedPlace): string => {
  if (place.kind === 'none') return `none:${place.reference ?? ''}`
  if (place.kind === 'unmappable') return `? ${place.problem}`
  const { path, ground, line, member } = place
  return [ground, path, line === null ? '' : `line ${line}`, member === null ? '' : `in it ${member}`]
    .filter(part => part !== '')
    .join(' ')
}
const placed = (uri: string, parts: Partial<PathContext> = {}, base: string | null = null) =>
  shown(mapUri(uri, base, context(parts)))

const NOT_THERE = '? no file of the scanned tree has this path'
const SEVERAL = '? several files of the scanned tree could be meant'
const OUTSIDE = '? the path is absolute and lies outside the repository'

describe('a path of the tree', () => {
  test.each([
    ['as it is', 'services/payments/src/db.ts', 'tree services/payments/src/db.ts'],
    ['below the root', '/repo/src/Main.cs', 'tree src/Main.cs'],
    ['that has per cent signs, encoded', 'configs/already%2520named.yaml', 'tree configs/already%20named.yaml'],
    ['that has per cent signs, as it is', 'configs/already%20named.yaml', 'tree configs/already%20named.yaml'],
    ['in the other spelling of a letter', 'docs/caf\u00e9.md', 'tree docs/caf\u0065\u0301.md'],
    ['below a submodule', 'vendor/kit/src/x.c', 'tree vendor/kit/src/x.c'],
    ['with a line behind it', 'services/payments/src/db.ts:12', 'tree services/payments/src/db.ts line 12'],
    ['with line and column', 'services/payments/src/db.ts:12:3', 'tree services/payments/src/db.ts line 12'],
    ['with a line in brackets', 'src/Main.cs(12,5)', 'tree src/Main.cs line 12'],
    ['with a fragment', 'services/payments/src/db.ts#L7-L9', 'tree services/payments/src/db.ts line 7'],
    ['with a query', 'services/payments/src/db.ts?ref=refs/heads/main', 'tree services/payments/src/db.ts'],
    ['with both', 'services/payments/src/db.ts?ref=main#L4', 'tree services/payments/src/db.ts line 4'],
    ['of an archive', 'lib/app.jar!/BOOT-INF/log4j.jar', 'tree lib/app.jar in it BOOT-INF/log4j.jar'],
    ['of an archive, without slash', 'lib/app.jar!a/B.class', 'tree lib/app.jar in it a/B.class'],
    ['of an archive, with a colon', 'lib/app.jar:a/B.class', 'tree lib/app.jar in it a/B.class'],
    ['of an archive, as Java writes it', 'jar:file:/repo/lib/app.jar!/a/B.class', 'tree lib/app.jar in it a/B.class'],
    ['with a slash before it', '/tools/old/report.js', 'tree tools/old/report.js'],
    ['as the runner has it', '/home/runner/work/shop/shop/README.md', 'tree README.md']
  ])('%s', (_, uri, expected) => {
    expect(placed(uri)).toBe(expected)
  })

  test('what is in an archive keeps no lines of the archive, and its parent is found by the index', () => {
    const artifacts = [
      { location: { uri: 'lib/app.jar' } },
      { location: { uri: 'BOOT-INF/a.jar' }, parentIndex: 0 },
      { location: { uri: 'x/B.class' }, parentIndex: 1 }
    ]
    const { ofLocation } = pathMapper(context({}, { artifacts }))
    expect(shown(ofLocation({ index: 2 }))).toBe('tree lib/app.jar in it x/B.class')
    expect(shown(ofLocation({ uri: 'x/B.class', index: 2 }))).toBe('tree lib/app.jar in it x/B.class')
    expect(shown(ofLocation({ index: 0 }))).toBe('tree lib/app.jar')
  })
})

describe('a path that only one file fits', () => {
  test.each([
    ['of a scanner that ran in a folder', 'src/db.ts', 'services/payments/src/db.ts'],
    ['by the package of a class', 'com/acme/Db.java', 'services/payments/src/main/java/com/acme/Db.java'],
    ['by the name of a chart', 'shop/templates/deployment.yaml', 'charts/shop/templates/deployment.yaml'],
    ['by another name of the chart', 'webshop/templates/deployment.yaml', 'charts/shop/templates/deployment.yaml'],
    [
      'rendered in a temporary directory',
      '/tmp/x1/web/templates/deployment.yaml',
      'charts/shop/templates/deployment.yaml'
    ],
    ['out of a mount', '../../path/terraform/net/main.tf', 'terraform/net/main.tf'],
    ['in a mount', '/src/terraform/net/main.tf', 'terraform/net/main.tf'],
    ['in the mount of a folder', '/src/src/db.ts', 'services/payments/src/db.ts'],
    ['in a folder of the workspace', '/home/runner/work/a/a/main/tools/old/report.js', 'tools/old/report.js'],
    ['on another machine', 'file:///data/ci/job42/shop/tools/old/report.js', 'tools/old/report.js'],
    ['with the repository’s name before it', 'shop/tools/old/report.js', 'tools/old/report.js'],
    ['in the other case', 'SRC/main.cs', 'src/Main.cs'],
    ['with a line behind it', 'src/db.ts:4', 'services/payments/src/db.ts'],
    ['of one name', 'report.js', 'tools/old/report.js']
  ])('%s', (_, uri, path) => {
    const place = mapUri(uri, null, context())
    expect(place).toMatchObject({ kind: 'file', path, ground: 'tree', claimed: expect.any(String) })
  })

  test('a root that a run claims may be a folder of the repository', () => {
    const bases = { PROJECTROOT: { uri: 'file:///data/ci/shop/services/payments/' } }
    expect(placed('file:///data/ci/shop/services/payments/src/db.ts', { bases })).toBe(
      'tree services/payments/src/db.ts'
    )
    expect(placed('src/db.ts', { bases }, 'PROJECTROOT')).toBe('tree services/payments/src/db.ts')
  })
})

describe('what is no file of the tree', () => {
  test.each([
    ['a file that is not there', 'services/payments/src/ledger.ts', NOT_THERE],
    ['a file of another machine', '/mnt/agent/services/payments/src/ledger.ts', OUTSIDE],
    ['one of two', 'main.tf', SEVERAL],
    ['a file of the system', '/usr/lib/tools/old/report.js', OUTSIDE],
    ['a file of a package', '/home/a/.m2/repository/x/tools/old/report.js', OUTSIDE],
    ['a module of the cache', '/home/a/go/pkg/mod/x.org/y@v1.2.3/tools/old/report.js', OUTSIDE],
    [
      'a file of an installed package',
      'app/node_modules/x/tools/old/report.js',
      'generated app/node_modules/x/tools/old/report.js'
    ],
    ['one name of another machine', '/mnt/x/report.js', OUTSIDE],
    ['a file below a folder of the repository', 'web/tools/old/report.js', NOT_THERE],
    ['a file below the root that is not there', '/repo/report.js', NOT_THERE],
    ['a control character', 'tools/old/report\u0001.js', '? the path holds control characters'],
    ['a word', 'Package-Descriptor', 'none:Package-Descriptor'],
    ['words', 'no file', 'none:'],
    ['an address', 'https://example.com/tools/old/report.js', 'none:https://example.com/tools/old/report.js'],
    ['what the build makes', 'obj/Debug/net8.0/x.g.cs', 'generated obj/Debug/net8.0/x.g.cs'],
    ['what lies in the checkout and is not tracked', 'gen/a.ts', 'generated gen/a.ts'],
    ['a file that is not tracked', 'notes.txt', 'generated notes.txt']
  ])('%s', (_, uri, expected) => {
    expect(placed(uri)).toBe(expected)
  })

  test('a folder that has the name of a usual mount: a file in it, or one of the root', () => {
    const listing = (files: readonly string[]) => treeOf({ files, untracked: [], isWhole: true })
    expect(placed('/src/main.ts', { tree: listing(['src/main.ts', 'main.ts']) })).toBe(SEVERAL)
    expect(placed('/src/main.ts', { tree: listing(['src/main.ts', 'lib/main.ts']) })).toBe('tree src/main.ts')
  })

  test('what git ignores is none of the repository, though a file fits', () => {
    const ignored = withIgnored(tree, new Set(['src/db.ts']))
    expect(placed('src/db.ts', { tree: ignored })).toBe('generated src/db.ts')
  })

  test('another checkout of the workspace is another repository', () => {
    const parts = { subfolder: 'shop', siblings: new Set(['kit']) }
    expect(placed('shop/README.md', parts)).toBe('tree README.md')
    expect(placed('kit/tools/old/report.js', parts)).toBe(NOT_THERE)
    expect(placed('/home/runner/work/a/a/kit/tools/old/report.js', parts)).toBe(NOT_THERE)
  })

  test('in a folder of the workspace the path without the folder is the one of the repository', () => {
    const ignored = withIgnored(tree, new Set(['gen/x.ts', 'shop/gen/x.ts']))
    expect(placed('shop/gen/x.ts', { subfolder: 'shop', tree: ignored })).toBe('generated gen/x.ts')
    expect(placed('shop/build/x.ts', { subfolder: 'shop' })).toBe('generated build/x.ts')
    expect(placed('gen/x.ts', { subfolder: 'shop', tree: ignored })).toBe('generated gen/x.ts')
  })

  test('whoever can ask git is told of it', () => {
    const asked: string[] = []
    for (const uri of ['a/b.ts', 'README.md', 'src/db.ts', 'https://x/y']) {
      placed(uri, { unlisted: path => asked.push(path) })
    }
    expect(asked).toEqual(['a/b.ts', 'src/db.ts'])
  })
})

describe('what the policy says of a tool', () => {
  test.each<[string, Partial<PathContext>, string, string]>([
    ['the folder in which it ran', { root: 'terraform/net' }, 'main.tf', 'tree terraform/net/main.tf'],
    ['a way out of that folder', { root: 'terraform/net' }, '../dns/main.tf', 'tree terraform/dns/main.tf'],
    ['before a file of the same path', { root: 'web' }, 'package-lock.json', 'tree web/package-lock.json'],
    ['where nothing is in that folder', { root: 'web' }, 'README.md', 'tree README.md'],
    ['where it saw the repository', { mountedAt: '/mnt/x' }, '/mnt/x/README.md', 'tree README.md'],
    ['the same, as KICS writes it', { mountedAt: '/path' }, '../../path/Dockerfile', 'tree Dockerfile'],
    ['the same, as it is written there', { mountedAt: '../../path' }, '../../path/Dockerfile', 'tree Dockerfile'],
    ['nothing of what is not there', { mountedAt: '/mnt/x' }, '/mnt/x/tools/report.js', NOT_THERE]
  ])('%s', (_, parts, uri, expected) => {
    expect(placed(uri, parts)).toBe(expected)
  })
})

describe('where less is known', () => {
  test('without a tree the path is kept, and nothing is proven', () => {
    expect(placed('src/db.ts', { tree: null })).toBe('unchecked src/db.ts')
    expect(placed('main.tf', { tree: null, root: 'terraform/net' })).toBe('unchecked terraform/net/main.tf')
  })

  test('a directory that nobody called the checkout proves what it has, and denies nothing', () => {
    const partial = treeOf(listingOfDirectory(['src/a.ts', 'dist/a.js'], false))
    expect(placed('src/a.ts', { tree: partial })).toBe('tree src/a.ts')
    expect(placed('src/b.ts', { tree: partial })).toBe('unchecked src/b.ts')
    expect(placed('a.ts', { tree: partial })).toBe('unchecked a.ts')
    expect(placed('dist/a.js', { tree: partial })).toBe('generated dist/a.js')
  })

  test('what a baseline names and its tree no longer has keeps its path', () => {
    const parts = { isBaseline: true }
    expect(placed('gone/a.ts', parts)).toBe('unchecked gone/a.ts')
    expect(placed('main.tf', parts)).toBe('unchecked main.tf')
    expect(placed('src/db.ts', parts)).toBe('tree services/payments/src/db.ts')
  })
})

test('what a commit of the history has keeps its path, and is never another file', () => {
  const { ofHistory } = pathMapper(context())
  expect(shown(ofHistory({ uri: 'src/db.ts' }))).toBe('unchecked src/db.ts')
  expect(shown(ofHistory({ uri: 'README.md' }))).toBe('tree README.md')
  expect(shown(ofHistory({ uri: '/mnt/x/gone.env' }))).toBe(OUTSIDE)
})

describe('names that a change chooses', () => {
  const evil = (...files: readonly string[]) => ({ tree: treeOf({ files, untracked: [], isWhole: true }) })
  test.each<[string, readonly string[], string, string]>([
    ['a directory %2e%2e', ['services/%2e%2e/x.py'], 'services/%2e%2e/x.py', 'tree services/%2e%2e/x.py'],
    ['the same beside its decoy', ['services/%2e%2e/x.py', 'x.py'], 'services/%2e%2e/x.py', SEVERAL],
    ['a blank before the name of another', [' web/a.py', 'web/a.py'], ' web/a.py', SEVERAL],
    ['a blank behind a name', ['web/a.py '], 'web/a.py ', 'tree web/a.py '],
    ['an encoded slash', ['web%2Fa.py', 'web/a.py'], 'web%2Fa.py', SEVERAL],
    ['a line behind the name of a decoy', ['pay/db.ts', 'pay/db.ts:1'], 'pay/db.ts:1', SEVERAL],
    ['a fragment behind the name of a decoy', ['pay/db.ts', 'pay/db.ts#L1'], 'pay/db.ts#L1', SEVERAL],
    ['a directory that is an address', ['pkg:npm/a.js'], 'pkg:npm/a.js', 'tree pkg:npm/a.js'],
    ['a file that is no file', ['unknown'], 'unknown', 'tree unknown'],
    ['a colon', ['notes:bar.c'], 'notes%3Abar.c', 'tree notes:bar.c'],
    ['a backslash', ['services\\x.py'], 'services\\x.py', 'tree services\\x.py'],
    ['a second file with the same end', ['pay/src/db.ts', 'docs/src/db.ts'], 'src/db.ts', SEVERAL],
    ['a copy in the way of a mount', ['pay/src/db.ts', 'x/pay/src/db.ts'], '/mnt/x/pay/src/db.ts', SEVERAL],
    ['an end that is hidden by case', ['pay/a.ts', 'PAY/a.ts'], 'Pay/a.ts', SEVERAL]
  ])('%s', (_, files, uri, expected) => {
    expect(placed(uri, evil(...files))).toBe(expected)
  })

  test('a root that a run claims does not hide a longer end of the path', () => {
    const parts = { ...evil('src/db.ts', 'pay/src/db.ts'), bases: { R: { uri: 'file:///ci/shop/pay/' } } }
    expect(placed('file:///ci/shop/pay/src/db.ts', parts)).toBe(SEVERAL)
  })
})

test('a hundred thousand files are looked up in no time that matters', () => {
  const files = Array.from({ length: 100_000 }, (_, index) => `d${index % 300}/e${index % 7}/f${index}.ts`)
  const large = treeOf({ files, untracked: [], isWhole: true })
  const parts = { tree: large }
  for (let index = 0; index < 20_000; index += 1) mapUri(`e${index % 7}/f${index}.ts`, null, context(parts))
  expect(placed('e3/f3.ts', parts)).toBe('tree d3/e3/f3.ts')
})
