import { describe, expect, test } from '@jest/globals'
import { parseDiff } from '../../../../src/core/change/diff-text.js'
import { lockedBefore } from '../../../../src/core/change/locks/before.js'
import type { Finding } from '../../../../src/core/finding.js'
import { diffOf, finding, place } from '../../identity/builders.js'
import { SAMPLES, type Sample } from './samples.js'

const about = (path: string, name: string, version: string | null, more: Partial<Finding> = {}): Finding =>
  finding({
    category: 'sca',
    location: place(path, 1),
    package: { purl: null, name, version, fixedVersion: null },
    ...more
  })

type Texts = Readonly<Record<string, readonly [base: string, head: string]>>

/** Asks after files of which both texts are given; those that differ make the diff. */
function ask(texts: Texts, found: Finding, touchReadme = false): string | null {
  const changed = Object.entries(texts).filter(([, [base, head]]) => base !== head)
  const diff = changed.map(([path, [base, head]]) => diffOf(path, base, head)).join('')
  const readme = touchReadme || diff === '' ? diffOf('README.md', 'a\n', 'b\n') : ''
  return lockedBefore(parseDiff(diff + readme, 'x'), path => texts[path]?.[1] ?? null)(found)
}

const bump = ({ base, bumped: [, from, to] }: Sample): string => base.replaceAll(from, to)

describe.each(Object.entries(SAMPLES))('%s', (_, sample) => {
  const { path, base, type, kept, bumped } = sample
  const texts: Texts = { [path]: [base, bump(sample)] }

  test('what the change leaves alone was there before', () => {
    expect(ask(texts, about(path, ...kept))).toBe(path)
  })

  test('by its package URL, too', () => {
    const [name, version] = kept
    const purl = `pkg:${type}/${encodeURI(name).replace(':', '/')}@${version}`
    const found = about(path, 'whatever', version, { package: { purl, name: 'whatever', version, fixedVersion: null } })
    expect(ask(texts, found)).toBe(path)
  })

  test('a version that the change brings was not', () => {
    expect(ask(texts, about(path, bumped[0], bumped[2]))).toBeNull()
  })

  test('a version that only the base has is none that a scanner of the head can mean', () => {
    expect(ask(texts, about(path, bumped[0], bumped[1]))).toBeNull()
  })

  test.each([
    ['a name that is not there', 'no-such-package', kept[1]],
    ['no version', kept[0], null],
    ['another version', kept[0], '0.0.99']
  ])('%s', (__, name, version) => {
    expect(ask(texts, about(path, name, version))).toBeNull()
  })

  test('a file that the change leaves alone proves it, too, where it is known to be of the tree', () => {
    expect(ask({ [path]: [base, base] }, about(path, ...kept))).toBe(path)
    expect(ask({ [path]: [base, base] }, about(path, ...kept, { placeGround: 'generated' }))).toBeNull()
    expect(ask({ [path]: [base, base] }, about(path, ...kept, { placeGround: 'unchecked' }))).toBeNull()
  })

  test.each([
    ['cut off', (text: string) => text.slice(0, Math.floor(text.length / 3))],
    ['empty', () => ''],
    ['something else', () => '<<<<<<< HEAD\nx\n=======\n']
  ])('a base that is %s proves nothing', (__, broken) => {
    const before = broken(base).replaceAll(kept[1], '')
    expect(ask({ [path]: [before, base] }, about(path, ...kept))).toBeNull()
  })
})

const LOCK = 'package-lock.json'
const npm = (packages: Readonly<Record<string, object>>): string =>
  `${JSON.stringify({ lockfileVersion: 3, packages }, null, 2)}\n`
const semver = about(LOCK, 'semver', '7.5.1')
const had = (before: object, now: object): string | null =>
  ask({ [LOCK]: [npm({ 'node_modules/semver': before }), npm({ x: {}, 'node_modules/semver': now })] }, semver)

test('a second copy at another place is nothing new, another version of it is', () => {
  const base = { 'node_modules/semver': { version: '7.5.1' } }
  const more = (version: string) => npm({ 'node_modules/a/node_modules/semver': { version }, ...base })
  expect(ask({ [LOCK]: [npm(base), more('7.5.1')] }, semver)).toBe(LOCK)
  expect(ask({ [LOCK]: [npm(base), more('6.0.0')] }, about(LOCK, 'semver', '6.0.0'))).toBeNull()
})

describe('what was there for development only', () => {
  test.each<[string, object, object, string | null]>([
    ['is new in production', { version: '7.5.1', dev: true }, { version: '7.5.1' }, null],
    ['stays so', { version: '7.5.1', dev: true }, { version: '7.5.1', dev: true }, LOCK],
    ['was more before', { version: '7.5.1' }, { version: '7.5.1', dev: true }, LOCK]
  ])('%s', (_, before, now, expected) => {
    expect(had(before, now)).toBe(expected)
  })

  const sampleOf = (name: string): Sample => {
    const sample = SAMPLES[name]
    if (sample === undefined) throw new Error(name)
    return sample
  }

  test.each<[string, string, string]>([
    ['Poetry', 'groups = ["main", "dev"]', 'groups = ["dev"]'],
    ['PDM', 'version = "2.11.0"\ngroups = ["default"]', 'version = "2.11.0"\ngroups = ["docs"]'],
    ['Pipenv', '"default"', '"develop"'],
    ['Composer', '"packages"', '"packages-dev"'],
    ['Gradle', 'runtimeClasspath,testRuntimeClasspath', 'testRuntimeClasspath'],
    ['Maven', '<version>2.14.1</version>', '<version>2.14.1</version><scope>test</scope>'],
    ['pnpm, version 6', 'integrity: b}\n    dev: false', 'integrity: b}\n    dev: true'],
    ['NuGet, packages.config', 'targetFramework="net48"', 'developmentDependency="true"']
  ])('%s', (name, runtime, development) => {
    const { path, base, kept } = sampleOf(name)
    const before = base.replace(runtime, development)
    expect(before).not.toBe(base)
    expect(ask({ [path]: [before, base] }, about(path, ...kept))).toBeNull()
    expect(ask({ [path]: [before, before] }, about(path, ...kept))).toBe(path)
  })

  test.each<[string, string, string, string]>([
    [
      'yarn, classic',
      'package.json',
      '{"dependencies":{"a":"1"},"devDependencies":{"b":"1"}}',
      '{"dependencies":{"a":"1","b":"1"}}'
    ],
    ['Cargo', 'Cargo.toml', '[dependencies]\na = "1"\n', '[dependencies]\na = "1"\nb = { version = "1" }\n'],
    [
      'Cargo',
      'Cargo.toml',
      '[dependencies]\na = "1"\n',
      '[dependencies]\na = "1"\n[target.\'cfg(unix)\'.dependencies.b]\n'
    ]
  ])('%s: a new requirement may bring it along, where the lock file does not tell', (name, manifest, before, now) => {
    const sample = sampleOf(name)
    const lock = [sample.base, bump(sample)] as const
    const found = about(sample.path, ...sample.kept)
    expect(ask({ [sample.path]: lock, [manifest]: [before, now] }, found)).toBeNull()
    // Another version of what was required is no new requirement.
    expect(ask({ [sample.path]: lock, [manifest]: [before, before.replaceAll('1', '2')] }, found)).toBe(sample.path)
    expect(ask({ [sample.path]: lock, [manifest]: ['"""', now] }, found)).toBeNull()
  })

  test.each([
    ['uv', '    { name = "flask" },\n', '    { name = "flask" },\n    { name = "jinja2" },\n'],
    ['pnpm, version 9', '      lodash:\n', '      babel:\n        specifier: 1\n      lodash:\n'],
    ['Dart', 'dependency: transitive', 'dependency: "direct main"']
  ])('%s: the lock file names what is required', (name, before, now) => {
    const { path, base, kept } = sampleOf(name)
    expect(ask({ [path]: [base, base.replace(before, now)] }, about(path, ...kept))).toBeNull()
  })
})

describe('a diff that does not prove it', () => {
  const { path, base, kept } = SAMPLES.pip as Sample
  const found = about(path, ...kept)
  const by = (diff: string, text: string | null = base) => lockedBefore(parseDiff(diff, 'x'), () => text)(found)

  test.each([
    [
      'an added file',
      `diff --git a/${path} b/${path}\nnew file mode 100644\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1,3 @@\n+a\n+b\n+c\n`
    ],
    ['a renamed file', `diff --git a/x b/${path}\nsimilarity index 100%\nrename from x\nrename to ${path}\n`],
    ['a copied file', `diff --git a/x b/${path}\nsimilarity index 100%\ncopy from x\ncopy to ${path}\n`],
    ['edits that are not known', `diff --git a/${path} b/${path}\nindex 1..2 100644\n`],
    ['edits beyond the end of the file', diffOf(path, `${'x\n'.repeat(50)}a\n`, `${'x\n'.repeat(50)}b\n`)]
  ])('%s', (_, diff) => {
    expect(by(diff)).toBeNull()
  })

  test('a text that cannot be read, or whose lines are counted otherwise', () => {
    const diff = diffOf(path, base, bump(SAMPLES.pip as Sample))
    expect(by(diff)).toBe(path)
    expect(by(diff, null)).toBeNull()
    expect(by(diff, `a\rb\n${base}`)).toBeNull()
  })

  test('an incomplete diff says nothing of files that it does not name', () => {
    const diff = { files: new Map(), complete: false }
    expect(lockedBefore(diff, () => base)(found)).toBeNull()
  })

  test('carriage returns do not matter', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n')
    expect(ask({ [path]: [crlf(base), crlf(bump(SAMPLES.pip as Sample))] }, found)).toBe(path)
  })
})

describe('a finding at the manifest', () => {
  const base = npm({ 'node_modules/semver': { version: '7.5.1' }, 'node_modules/lodash': { version: '4.17.20' } })
  const head = base.replace('4.17.20', '4.17.21')
  const manifest = (version: string) => `{\n"dependencies": {\n"lodash": "${version}"\n}\n}\n`
  const atManifest = about('package.json', 'semver', '7.5.1')
  const both = [manifest('4.17.20'), manifest('4.17.21')] as const

  test('is proven by the lock file that changes with it', () => {
    expect(ask({ 'package.json': both, [LOCK]: [base, head] }, atManifest)).toBe(LOCK)
    expect(ask({ 'package.json': both, [LOCK]: [base, head] }, about('package.json', 'lodash', '4.17.21'))).toBeNull()
  })

  test('is not proven where the manifest names it anew', () => {
    const now = manifest('4.17.21').replace('"lodash"', '"semver": "7",\n"lodash"')
    expect(ask({ 'package.json': [manifest('4.17.20'), now], [LOCK]: [base, head] }, atManifest)).toBeNull()
  })

  test('is not proven by a lock file that the change leaves alone, or that is not there', () => {
    expect(ask({ 'package.json': both, [LOCK]: [base, base] }, atManifest)).toBeNull()
    expect(ask({ 'package.json': both }, atManifest)).toBeNull()
  })

  test('is not proven where one of two lock files brings it', () => {
    const yarn = [
      SAMPLES['yarn, classic']?.base.replace('7.5.1', '7.5.2') ?? '',
      SAMPLES['yarn, classic']?.base ?? ''
    ] as const
    expect(ask({ 'package.json': both, [LOCK]: [base, head], 'yarn.lock': yarn }, atManifest)).toBeNull()
  })

  test('go.sum also lists what is not used: go.mod decides', () => {
    const { base: mod, kept } = SAMPLES.Go as Sample
    const sum = ['a\n', 'b\n'] as const
    const found = about('go.sum', ...kept)
    expect(ask({ 'go.sum': sum, 'go.mod': [mod, bump(SAMPLES.Go as Sample)] }, found)).toBe('go.mod')
    expect(ask({ 'go.sum': [`${kept.join(' ')} h1:x\na\n`, `${kept.join(' ')} h1:x\nb\n`] }, found)).toBeNull()
  })
})

describe('Go', () => {
  const { base, kept, path } = SAMPLES.Go as Sample
  const found = about(path, ...kept)
  test.each([
    ['before 1.17 it does not list what is selected', base.replace('1.21.3', '1.16')],
    ['a module that is replaced is not used', `${base}replace golang.org/x/text => ../text\n`],
    ['one that is replaced in a block', `${base}replace (\n\tgolang.org/x/text v0.3.0 => golang.org/x/text v0.3.8\n)\n`]
  ])('%s', (_, before) => {
    expect(ask({ [path]: [before, base] }, found)).toBeNull()
  })

  test('what replaces a module is used', () => {
    const replaced = base.replace('x/text v0.3.0', 'x/text v0.1.0')
    const text = `${replaced}replace golang.org/x/text => golang.org/x/text v0.3.0\n`
    expect(ask({ [path]: [text, bump({ ...(SAMPLES.Go as Sample), base: text })] }, found)).toBe(path)
  })
})

describe('Maven', () => {
  const { base, kept, path } = SAMPLES.Maven as Sample
  const found = about(path, ...kept)
  const inside = (name: string) =>
    base.replace('<dependencies>', `<${name}><dependencies>`).replace('</dependencies>', `</dependencies></${name}>`)
  test.each([
    ['what is managed is not used yet', inside('dependencyManagement')],
    ['what a build uses', inside('build')],
    ['what a profile may use', inside('profiles')],
    [
      'what is commented out',
      base.replace('<dependencies>', '<!--<dependencies>').replace('</dependencies>', '</dependencies>-->')
    ],
    ['a version that is a property', base.replace('2.14.1', `\${v}`)],
    ['declared entities', `<!DOCTYPE p>${base}`]
  ])('%s', (_, before) => {
    expect(ask({ [path]: [before, base] }, found)).toBeNull()
  })
})

test.each([
  ['pip', 'requirements.txt', `a${' '.repeat(200_000)}b\n`],
  ['Go', 'go.mod', `a${' '.repeat(200_000)}b\n`],
  ['Maven', 'pom.xml', `<project>${'<!--'.repeat(100_000)}${'<build>'.repeat(50_000)}`],
  ['Poetry', 'poetry.lock', `${'['.repeat(200_000)}\n${'[[package]]\n'.repeat(20_000)}`],
  ['yarn', 'yarn.lock', `${'"a@'.repeat(60_000)}:\n`],
  ['pnpm', 'pnpm-lock.yaml', `lockfileVersion: 9\npackages:\n  ${'@a/'.repeat(60_000)}:\n`],
  ['npm', 'package-lock.json', '['.repeat(200_000)],
  ['npm, deep', 'package-lock.json', `${'{"dependencies":{"a":'.repeat(20_000)}{}${'}}'.repeat(20_000)}`]
])('hostile text is read in the time that its length takes: %s', (_, path, text) => {
  expect(ask({ [path]: [text, `${text}x\n`] }, about(path, 'semver', '7.5.1'))).toBeNull()
})

test('a name of the object prototype is a name like any other', () => {
  expect(
    ask(
      { [LOCK]: [npm({}), npm({ 'node_modules/constructor': { version: '1.0.0' } })] },
      about(LOCK, 'constructor', '1.0.0')
    )
  ).toBeNull()
})
