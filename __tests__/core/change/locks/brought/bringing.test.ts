import { describe, expect, test } from '@jest/globals'
import { bringingOf } from '../../../../../src/core/change/locks/brought/bringing.js'
import { packageUrlOf } from '../../../../../src/core/ground/package-url.js'
import { aFinding } from '../../../../builders.js'
import { LOCKS, type LockSample } from './samples.js'

function sample(name: string): LockSample {
  const found = LOCKS[name]
  if (found === undefined) throw new Error(`There is no sample ${name}`)
  return found
}

type Named = readonly [string, string | null]

const findingOf = (path: string | null, [name, version]: Named, type: string | null = null) =>
  aFinding({
    category: 'sca',
    location: path === null ? null : { path, startLine: null, startColumn: null, endLine: null, endColumn: null },
    package: { name, version, purl: type === null ? null : packageUrlOf(type, name, version), fixedVersion: null }
  })

const treeOf = (files: Readonly<Record<string, string>>) => {
  const byPath = new Map(Object.entries(files))
  return (path: string) => byPath.get(path) ?? null
}

const lockOf = (packages: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}) =>
  treeOf({ 'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages, ...more }) })

const asked = (tree: (path: string) => string | null, name: string, version = '1.0.0') =>
  bringingOf(findingOf('package-lock.json', [name, version], 'npm'), tree)

describe.each(Object.entries(LOCKS))('%s', (_name, { lock, type, files, direct, deep, shared }) => {
  const tree = treeOf(files)

  test('names what the repository asks for and what brings the package in', () => {
    expect(bringingOf(findingOf(lock, deep, type), tree)).toEqual({ kind: 'brought', by: [direct], isMore: false })
    expect(bringingOf(findingOf(lock, deep), tree)).toEqual({ kind: 'brought', by: [direct], isMore: false })
  })

  test('what is asked for and required by others too is direct', () =>
    expect(bringingOf(findingOf(lock, shared, type), tree)).toEqual({ kind: 'direct' }))

  test.each<readonly [string, Named, string | null]>([
    ['another version', [deep[0], '99.0.0'], type],
    ['a name that is not there', ['nothing-of-this-name', '1.0.0'], type],
    ['no version', [deep[0], null], type],
    ['another ecosystem', deep, type === 'hex' ? 'npm' : 'hex'],
    ['a name of every object', ['constructor', '1.0.0'], type],
    ['its prototype', ['__proto__', '1.0.0'], type]
  ])('of %s nothing is known', (_what, named, of) => expect(bringingOf(findingOf(lock, named, of), tree)).toBeNull())

  test('what is cut off anywhere is read without a fault', () => {
    const text = files[lock] ?? ''
    for (let end = 0; end < text.length; end += 7) {
      const cut = bringingOf(findingOf(lock, deep, type), treeOf({ ...files, [lock]: text.slice(0, end) }))
      expect([null, 'brought', 'direct']).toContain(cut?.kind ?? null)
    }
  })
})

describe('where the lock file does not tell', () => {
  test.each(['yarn.lock, version 1', 'poetry.lock and the words of Poetry', 'composer.lock'])(
    '%s needs its manifest',
    name => {
      const { lock, type, files, deep } = sample(name)
      expect(bringingOf(findingOf(lock, deep, type), treeOf({ [lock]: files[lock] ?? '' }))).toBeNull()
    }
  )

  test('workspaces of the first Yarn ask for more than one manifest says', () => {
    const { lock, files, deep } = sample('yarn.lock, version 1')
    const manifest = JSON.stringify({ workspaces: ['apps/*'], dependencies: { express: '^4.17.1' } })
    expect(bringingOf(findingOf(lock, deep), treeOf({ ...files, 'package.json': manifest }))).toBeNull()
  })

  test('version 1 of package-lock.json has no list of what is asked for', () =>
    expect(
      asked(treeOf({ 'package-lock.json': '{"lockfileVersion":1,"dependencies":{"a":{"version":"1.0.0"}}}' }), 'a')
    ).toBeNull())

  test('no tree, no place, no package', () => {
    const { lock, files, deep } = sample('Cargo.lock')
    expect(bringingOf(findingOf(lock, deep), null)).toBeNull()
    expect(bringingOf(findingOf(null, deep), treeOf(files))).toBeNull()
    expect(bringingOf(aFinding({ package: null }), treeOf(files))).toBeNull()
  })
})

test('a finding in the manifest is told of by the lock file beside it', () => {
  const { files, deep } = sample('package-lock.json, version 3')
  expect(bringingOf(findingOf('web/package.json', deep, 'npm'), treeOf(files))).toMatchObject({ by: ['express'] })
  expect(bringingOf(findingOf('other/package.json', deep, 'npm'), treeOf(files))).toBeNull()
})

test('go.mod says what is indirect, and not by whom', () => {
  const tree = treeOf({
    'go.mod':
      'module x\n\ngo 1.22\n\nrequire golang.org/x/text v0.3.0\n\nrequire (\n\tgolang.org/x/net v0.1.0 // indirect\n\tb.org/c v1.0.0 // needed\n)\n'
  })
  const of = (name: string) => bringingOf(findingOf('go.mod', [name, '0.1.0'], 'golang'), tree)
  expect(of('golang.org/x/net')).toEqual({ kind: 'indirect' })
  expect(of('golang.org/x/text')).toBeNull()
  expect(of('b.org/c')).toBeNull()
  expect(bringingOf(findingOf('go.sum', ['golang.org/x/net', '0.1.0'], 'golang'), tree)).toEqual({ kind: 'indirect' })
})

describe('several bring it in', () => {
  const chain = (roots: readonly string[]) =>
    lockOf({
      '': { dependencies: Object.fromEntries(roots.map(root => [root, '*'])) },
      ...Object.fromEntries(
        roots.map(root => [`node_modules/${root}`, { version: '1.0.0', dependencies: { deep: '*' } }])
      ),
      'node_modules/deep': { version: '1.0.0' }
    })

  test('by name, whatever the order in the file', () => {
    expect(asked(chain(['b', 'a']), 'deep')).toEqual({ kind: 'brought', by: ['a', 'b'], isMore: false })
    expect(asked(chain(['a', 'b']), 'deep')).toEqual({ kind: 'brought', by: ['a', 'b'], isMore: false })
  })

  test('a third is told as more', () =>
    expect(asked(chain(['c', 'b', 'a']), 'deep')).toEqual({ kind: 'brought', by: ['a', 'b'], isMore: true }))

  test('the nearest comes first', () => {
    const tree = lockOf({
      '': { dependencies: { a: '*', z: '*' } },
      'node_modules/a': { version: '1.0.0', dependencies: { middle: '*' } },
      'node_modules/middle': { version: '1.0.0', dependencies: { deep: '*' } },
      'node_modules/z': { version: '1.0.0', dependencies: { deep: '*' } },
      'node_modules/deep': { version: '1.0.0' }
    })
    expect(asked(tree, 'deep')).toEqual({ kind: 'brought', by: ['z', 'a'], isMore: false })
  })
})

describe('hostile lock files', () => {
  test('a circle ends', () => {
    const tree = lockOf({
      '': { dependencies: { a: '*' } },
      'node_modules/a': { version: '1.0.0', dependencies: { b: '*' } },
      'node_modules/b': { version: '1.0.0', dependencies: { a: '*', b: '*' } }
    })
    expect(asked(tree, 'b')).toEqual({ kind: 'brought', by: ['a'], isMore: false })
  })

  test('an island that nobody asks for is brought in by nobody', () => {
    const tree = lockOf({
      '': {},
      'node_modules/a': { version: '1.0.0', dependencies: { b: '*' } },
      'node_modules/b': { version: '1.0.0', dependencies: { a: '*' } }
    })
    expect(asked(tree, 'b')).toBeNull()
  })

  test('names of every object are names like others', () => {
    const tree = treeOf({
      'package-lock.json':
        '{"packages":{"":{"dependencies":{"constructor":"*"}},"node_modules/constructor":{"version":"1.0.0","dependencies":{"__proto__":"*"}},"node_modules/__proto__":{"version":"1.0.0"},"__proto__":{"dependencies":{"evil":"*"}}}}'
    })
    expect(asked(tree, '__proto__')).toEqual({ kind: 'brought', by: ['constructor'], isMore: false })
    expect(({} as Record<string, unknown>).dependencies).toBeUndefined()
  })

  test('who has a name that is none is not told', () => {
    const name = 'a`<script>@everyone'
    const tree = lockOf({
      '': { dependencies: { [name]: '*' } },
      [`node_modules/${name}`]: { version: '1.0.0', dependencies: { deep: '*' } },
      'node_modules/deep': { version: '1.0.0' }
    })
    expect(asked(tree, 'deep')).toBeNull()
  })

  test.each([
    ['packages', 50_001, 0],
    ['requirements', 500, 501]
  ])('more %s than a tool locks are not looked at', (_what, nodes, required) => {
    const many = Object.fromEntries(Array.from({ length: required }, (_, index) => [`n${index}`, '*']))
    const packages = Object.fromEntries(
      Array.from({ length: nodes }, (_, index) => [
        `node_modules/n${index}`,
        { version: '1.0.0', ...(required === 0 ? {} : { dependencies: many }) }
      ])
    )
    const tree = lockOf({ '': { dependencies: { n0: '*' } }, ...packages })
    expect(asked(tree, 'n0')).toBeNull()
  })

  test.each([
    ['not JSON', '{'],
    ['deep', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['a list', '[]'],
    ['other types', '{"packages":{"":[],"node_modules/a":7,"node_modules/b":{"version":[],"dependencies":"x"}}}']
  ])('%s tells nothing', (_what, text) => expect(asked(treeOf({ 'package-lock.json': text }), 'b')).toBeNull())

  test('marks of a merge in yarn.lock, texts over several lines in TOML', () => {
    const yarn = treeOf({ 'package.json': '{}', 'yarn.lock': '<<<<<<< ours\na@1:\n  version "1"\n' })
    expect(bringingOf(findingOf('yarn.lock', ['a', '1'], 'npm'), yarn)).toBeNull()
    const cargo = LOCKS['Cargo.lock']?.files['Cargo.lock'] ?? ''
    const hidden = treeOf({ 'Cargo.lock': `x = """\n${cargo}\n"""` })
    expect(bringingOf(findingOf('Cargo.lock', ['memchr', '2.4.0'], 'cargo'), hidden)).toBeNull()
  })
})
