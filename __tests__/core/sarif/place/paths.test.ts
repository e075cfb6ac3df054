import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/core/ground/json.js'
import { mapUri, pathContext, pathMapper } from '../../../../src/core/sarif/place/paths.js'
import type { PathContext } from '../../../../src/core/sarif/place/positions.js'
import { regionOf } from '../../../../src/core/sarif/place/region.js'
import { runClaims } from '../../../../src/core/sarif/place/run-claims.js'
import { withRoots } from '../feed.js'

const context = (parts: Partial<PathContext> = {}): PathContext => ({
  roots: ['/repo', 'C:/repo', '/src'],
  bases: null,
  artifacts: [],
  workingDirectories: [],
  leadingSlash: false,
  tree: null,
  subfolder: null,
  siblings: new Set(),
  isBaseline: false,
  root: null,
  mountedAt: null,
  unlisted: () => {},
  folders: new Set(),
  isHistory: false,
  claims: runClaims(),
  ...parts
})
const placed = (uri: string, base: string | null = null, parts: Partial<PathContext> = {}) => {
  const place = mapUri(uri, base, context(parts))
  return place.kind === 'file' ? place.path : place.kind === 'none' ? `none:${place.reference ?? ''}` : place.problem
}

const ESCAPES = 'the path leads out of the repository with ".."'
const OUTSIDE = 'the path is absolute and lies outside the repository'
const ENCODED = 'the path is percent-encoded more than once'
const CONTROLS = 'the path holds control characters'
const ADDRESS = 'the place is an address of an unknown kind'

test('a chain of bases that makes a path too long', () => {
  const chain = Array.from({ length: 3000 }, (_, index) => [`B${index}`, { uri: 'x/', uriBaseId: `B${index + 1}` }])
  expect(placed('a.js', 'B0', { bases: Object.fromEntries(chain) as JsonObject })).toBe(
    'the path is longer than 4096 characters'
  )
})

describe('paths of the repository', () => {
  test.each([
    ['src/a.js', 'src/a.js'],
    ['./src/a.js', 'src/a.js'],
    ['src//a.js', 'src/a.js'],
    ['src/./b/../a.js', 'src/a.js'],
    ['src\\main\\a.java', 'src/main/a.java'],
    ['/repo/src/a.js', 'src/a.js'],
    ['file:///repo/src/a.js', 'src/a.js'],
    ['file:/repo/src/a.js', 'src/a.js'],
    ['file:////repo/src/a.js', 'src/a.js'],
    ['file://localhost/repo/a.js', 'a.js'],
    ['file:///C:/repo/src/a.cs', 'src/a.cs'],
    ['file://C:\\repo\\a.cs', 'a.cs'],
    ['c:\\Repo\\a.cs', 'a.cs'],
    ['/repo/x/../src/a.js', 'src/a.js'],
    ['file://secrets_scanner/tests/x.js', 'secrets_scanner/tests/x.js'],
    ['a%20b.js', 'a b.js'],
    ['a b.js', 'a b.js'],
    ['100%.txt', '100%.txt'],
    ['x/%2e%2e/a.js', 'a.js'],
    ['cafe\u0301.js', 'caf\u00e9.js'],
    ['/home/runner/work/app/app/a.py', 'a.py'],
    ['file:///github/workspace/a.js', 'a.js'],
    ['/__w/app/app/a.py', 'a.py'],
    ['D:/a/app/app/a.cs', 'a.cs'],
    ['file:///D:/a/app/app/a.cs', 'a.cs'],
    ['/builds/group/project/a.py', 'a.py'],
    ['/home/vsts/work/1/s/a.py', 'a.py'],
    ['/home/circleci/project/a.py', 'a.py']
  ])('%s is %s', (uri, expected) => {
    expect(placed(uri)).toBe(expected)
  })
})

describe('what claims to be a file and cannot be mapped', () => {
  test.each([
    ['../a.js', ESCAPES],
    ['src/../../a.js', ESCAPES],
    ['..%2fa.js', ESCAPES],
    ['%2e%2e/a.js', ESCAPES],
    ['..\\..\\a.tf', ESCAPES],
    ['/repo/../etc/passwd', OUTSIDE],
    ['/repository/a.js', OUTSIDE],
    ['/etc/passwd', OUTSIDE],
    ['file:///etc/passwd', OUTSIDE],
    ['C:\\Windows\\a.cs', OUTSIDE],
    ['a%252e%252e/b.js', ENCODED],
    ['%252e%252e%252fa.js', ENCODED],
    ['a%00.js', CONTROLS],
    ['a\u0000.js', CONTROLS],
    ['a%0ab.js', CONTROLS],
    ['xy%3A//services/pay/a.js', ADDRESS],
    ['jar:file:/x!/a', ADDRESS],
    ['https:/services/a.js', ADDRESS],
    [`${'a/'.repeat(2100)}b`, 'the path is longer than 4096 characters']
  ])('%s: %s', (uri, expected) => {
    expect(placed(uri)).toBe(expected)
  })
})

describe('what claims no file', () => {
  test.each([
    ['', 'none:'],
    ['no file associated with this alert', 'none:'],
    ['unknown-file', 'none:'],
    ['<command-line>', 'none:'],
    ['/repo', 'none:'],
    ['.', 'none:'],
    ['https://site/path', 'none:https://site/path'],
    ['host://10.0.0.1:443', 'none:host://10.0.0.1:443'],
    ['git::https://github.com/org/mod.git//x?ref=1', 'none:git::https://github.com/org/mod.git//x?ref=1'],
    ['pkg:npm/a@1', 'none:pkg:npm/a@1']
  ])('%p: %s', (uri, expected) => {
    expect(placed(uri)).toBe(expected)
  })
})

describe('base ids', () => {
  const bases = (value: JsonObject): Partial<PathContext> => ({ bases: value })
  test.each<[string, string, string | null, JsonObject | null, string]>([
    ['without an entry', 'a.js', '%SRCROOT%', null, 'a.js'],
    ['without an address', 'a.js', 'ROOT', { ROOT: {} }, 'a.js'],
    ['the root of the repository', 'a.js', 'ROOT', { ROOT: { uri: 'file:///repo/' } }, 'a.js'],
    ['a directory in it', 'a.js', 'ROOT', { ROOT: { uri: 'file:///repo/sub/' } }, 'sub/a.js'],
    ['Trivy’s lie', 'terraform/s3.tf', 'ROOTPATH', { ROOTPATH: { uri: 'file:///' } }, 'terraform/s3.tf'],
    ['a chain', 'a.js', 'B', { A: { uri: 'file:///repo/' }, B: { uri: 'sub/', uriBaseId: 'A' } }, 'sub/a.js'],
    ['a chain that stays relative', 'a.js', 'B', { A: {}, B: { uri: 'app/', uriBaseId: 'A' } }, 'app/a.js'],
    ['a loop ends', 'a.js', 'A', { A: { uri: 'x/', uriBaseId: 'B' }, B: { uri: 'y/', uriBaseId: 'A' } }, 'y/x/a.js'],
    ['a loop with itself', 'a.js', 'A', { A: { uri: 'x/', uriBaseId: 'A' } }, 'x/a.js'],
    ['a base elsewhere', 'a.js', 'PROJECTROOT', { PROJECTROOT: { uri: 'file:///Users/y/cli/' } }, 'a.js'],
    ['an absolute path under a base', 'file:///Users/y/cli/a.js', null, { R: { uri: 'file:///Users/y/cli/' } }, 'a.js'],
    ['the path as the id', 'a.c', '/repo/sub', null, 'sub/a.c'],
    ['the root on the web', 'a.js', 'R', { R: { uri: 'https://dev.azure.com/org/_git/repo/' } }, 'a.js'],
    ['a directory of it', 'a.js', 'B', { R: { uri: 'https://h/r/' }, B: { uri: 'sub/', uriBaseId: 'R' } }, 'sub/a.js'],
    ['a base that escapes', 'a.js', 'B', { B: { uri: '../' } }, ESCAPES]
  ])('%s', (_, uri, base, entries, expected) => {
    expect(placed(uri, base, entries === null ? {} : bases(entries))).toBe(expected)
  })
})

test('a leading slash means nothing only to tools that are known for it, and never before a machine’s directories', () => {
  expect(placed('/modules/a.tf', null, { leadingSlash: true })).toBe('modules/a.tf')
  expect(placed('/modules/a.tf')).toBe(OUTSIDE)
  expect(placed('/home/alice/a.tf', null, { leadingSlash: true })).toBe(OUTSIDE)
})

test('an artifact is found by its index when it has no address of its own', () => {
  const run = { artifacts: [{ location: { uri: 'a.js' } }, { location: { uri: 'b.js' } }] }
  const { ofLocation: map } = pathMapper(pathContext(run, withRoots(), { leadingSlash: false }))
  expect(map({ index: 1 })).toMatchObject({ kind: 'file', path: 'b.js' })
  expect(map({ uri: 'c.js', index: 1 })).toMatchObject({ kind: 'file', path: 'c.js' })
  for (const index of [-1, 0.5]) expect(map({ index })).toEqual({ kind: 'none', reference: null })
  // Somebody claims a place, and the file does not say which.
  for (const index of [2, 1e9])
    expect(map({ index })).toMatchObject({ kind: 'unmappable', claimed: `artifacts[${index}]` })
})

test.each<[JsonObject, readonly (number | null)[]]>([
  [{ startLine: 3 }, [3, null, 3, null]],
  [{ startLine: 3, startColumn: 2, endLine: 4, endColumn: 1 }, [3, 2, 4, 1]],
  [{ startLine: 0, endLine: 0 }, [null, null, null, null]],
  [{ startLine: 5, endLine: 2 }, [5, null, 5, null]],
  [{ startLine: 5, startColumn: 9, endColumn: 2 }, [5, 9, 5, null]],
  [{ startLine: '12' }, [12, null, 12, null]],
  [{ startLine: -1, startColumn: -1 }, [null, null, null, null]],
  [{}, [null, null, null, null]]
])('region %j', (region, expected) => {
  expect(Object.values(regionOf(region))).toEqual(expected)
})
