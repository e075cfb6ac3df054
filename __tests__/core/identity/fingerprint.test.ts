import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../src/core/finding.js'
import {
  advisoriesOf,
  areToldApart,
  claimedFingerprint,
  claimsContent,
  elsewhereOf,
  fingerprintIn,
  fingerprintKey,
  fingerprintOf,
  idOf,
  instanceKey,
  isInSystem,
  kindOf,
  messageContent,
  namedContent,
  packageKey,
  placeOf,
  scopeOf,
  secretContent,
  snippetContent,
  toolKey
} from '../../../src/core/identity/fingerprint.js'
import { finding, place } from './builders.js'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const clues = (more: Partial<Finding['clues']>): Pick<Finding, 'clues'> => ({
  clues: { snippet: null, fingerprints: {}, symbol: null, ...more }
})
const named = (name: string) => ({ package: { purl: null, name, version: '1', fixedVersion: null } })
const problem = (path: string) => ({ location: null, placeProblem: `${path}: the path lies outside the repository.` })

test('classes of weaknesses are no advisories', () => {
  const identifiers = ['CWE-79', 'owasp-a01', 'CVE-2026-1', 'XCWE-5', 'CWEX-1', 'GHSA-aaaa-bbbb-cccc', 'PCI 3']
  expect(advisoriesOf(finding({ identifiers }))).toEqual(['CVE-2026-1', 'XCWE-5', 'CWEX-1', 'GHSA-aaaa-bbbb-cccc'])
})

test.each<[string, Partial<Finding>, string]>([
  ['a secret', { category: 'secret' }, 'secret'],
  ['a dependency', { category: 'sca' }, 'dependency'],
  ['an image', { category: 'container' }, 'dependency'],
  ['how an image is built', { category: 'container', ruleId: 'DL3008' }, 'code'],
  ['how an image is built, of Dockle', { category: 'container', ruleId: 'CIS-DI-0001' }, 'code'],
  ['a rule that only ends like one', { category: 'container', ruleId: 'XDL3008' }, 'dependency'],
  ['such a rule about a package', { category: 'container', ruleId: 'DL3008', ...named('a') }, 'dependency'],
  [
    'such a rule about an advisory',
    { category: 'container', ruleId: 'DL3008', identifiers: ['CVE-2026-1'] },
    'dependency'
  ],
  ['a resource', { category: 'iac', ...clues({ symbol: 'aws.a' }) }, 'resource'],
  ['infrastructure without a resource', { category: 'iac' }, 'code'],
  ['infrastructure with an empty one', { category: 'iac', ...clues({ symbol: '' }) }, 'code'],
  ['code with a symbol', { category: 'sast', ...clues({ symbol: 'main' }) }, 'code']
])('%s is known as it should be', (_, parts, kind) => expect(kindOf(finding(parts))).toBe(kind))

test('a tool has one key, however its name is written', () => {
  expect(toolKey('Semgrep OSS')).toBe(toolKey('semgrep  oss'))
  expect(toolKey('Semgrep OSS')).not.toBe(toolKey('Trivy'))
  for (let index = 0; index < 1_100; index++) expect(toolKey(`Tool ${index}`)).toBe(toolKey(`tool ${index}`))
})

describe('what needs no source', () => {
  const dependency = (identifiers: readonly string[], more: Partial<Finding> = {}) =>
    namedContent(finding({ category: 'sca', ruleId: 'rule', identifiers, ...more }), 'dependency')
  test.each<[string, readonly string[], string]>([
    ['the lowest CVE', ['GHSA-aaaa', 'CVE-2026-2', 'cve-2026-1', 'A-CVE-'], 'advisory CVE-2026-1'],
    ['the lowest GHSA', ['X-1', 'GHSA-bbbb', 'ghsa-aaaa', 'A-GHSA-'], 'advisory GHSA-AAAA'],
    ['the lowest of others', ['Z-1', 'A-1'], 'advisory A-1']
  ])('%s', (_, identifiers, expected) => expect(dependency(identifiers)).toBe(expected))

  test('the rule, where a package has no advisory', () => {
    expect(dependency([], named('lodash'))).toBe('advisory rule')
  })
  test('rule and message, where nothing is named', () => {
    const message = '2 things are 10 old'
    expect(dependency([], { message })).toBe('advisory rule # things are # old')
    expect(dependency([], { message, location: place('a', 1) })).toBe('advisory rule # things are # old')
    expect(dependency([], { message, location: place('a', null) })).toBe('advisory rule # things are # old')
    expect(dependency([], { message, location: place('a', 2) })).toBeNull()
  })
  test('the resource, and nothing of code', () => {
    expect(namedContent(finding(clues({ symbol: 'aws.a' })), 'resource')).toBe('resource aws.a')
    expect(namedContent(finding(clues({ symbol: 'aws.a' })), 'code')).toBeNull()
    expect(namedContent(finding({}), 'secret')).toBeNull()
  })
})

test('a package is one by its name', () => {
  expect(packageKey(finding(named('  LoDash ')))).toBe('lodash')
  expect(packageKey(finding({}))).toBe('')
})

test('the place is a path, or an image without its tag', () => {
  const at = (category: Finding['category']) => placeOf(finding({ category, location: place('acme/app:1.2', null) }))
  expect([at('container'), at('sast'), placeOf(finding({ location: null }))]).toEqual(['acme/app', 'acme/app:1.2', ''])
})

describe('outside of the repository', () => {
  test.each<[string, Partial<Finding>, string]>([
    ['in a file of it', { location: place('a.js', 1), placeProblem: '/x/a.js: no' }, ''],
    ['a path', problem('/x/a.js'), '/x/a.js'],
    ['a path with a line', problem('/x/a.js:12'), '/x/a.js'],
    ['a path with a drive', problem('c:/x/a.js:12'), 'c:/x/a.js'],
    ['a path with a colon', problem('/x/a: b.js:12'), '/x/a: b.js'],
    ['a home directory', problem('/home/alice/x/a.js'), '~/x/a.js'],
    ['one of another system', problem('C:/Users/alice/x/a.js'), '~/x/a.js'],
    ['a home directory further down', problem('/srv/home/alice/a.js'), '/srv/home/alice/a.js'],
    ['a temporary directory', problem('/var/tmp/run-1/x/a.js'), '~/x/a.js'],
    ['the last temporary directory', problem('/tmp/a/tmp/run-1/x/a.js'), '~/x/a.js'],
    ['a numbered workspace', problem('/ci/job@2/x@34/a.js'), '/ci/job/x/a.js'],
    ['a version at the end', problem('/ci/job@2'), '/ci/job@2'],
    ['no place at all', { location: null, ...clues({ symbol: 'app' }) }, ''],
    ['an image without a name', { location: null, category: 'container' }, ''],
    ['an image', { location: null, category: 'container', ...clues({ symbol: 'acme/app:1' }) }, 'acme/app'],
    [
      'two images',
      { location: null, category: 'container', ...clues({ symbol: 'acme/app:1, acme/api:2' }) },
      'acme/app, acme/api'
    ],
    [
      'packed files',
      {
        location: null,
        category: 'container',
        ...clues({ symbol: 'lib/log4j-core-2.14.1.jar, lib/a-v1.whl, b-1.txt, c1.jar' })
      },
      'lib/log4j-core.jar, lib/a.whl, b-1.txt, c1.jar'
    ]
  ])('%s', (_, parts, expected) => expect(elsewhereOf(finding(parts))).toBe(expected))

  test.each<[string, boolean]>([
    ['/usr/include/a.h', true],
    ['file:///usr/include/a.h', true],
    ['C:\\Windows\\System32\\a.h', true],
    ['/work/a.h', false],
    ['/x/file:///usr/include/a.h', false],
    ['file://usr/include/a.h', false]
  ])('%s is of the system: %s', (path, expected) => expect(isInSystem(finding(problem(path)))).toBe(expected))
})

describe('the scope', () => {
  test.each<[string, Partial<Finding>, string]>([
    ['code: its rule', { ruleId: 'r' }, 'code\0scanner\0r'],
    ['a secret', { category: 'secret', ruleId: 'r' }, 'secret\0scanner\0r'],
    ['a dependency: its package', { category: 'sca', ...named('A') }, 'dependency\0a'],
    ['a dependency by its advisory', { category: 'sca', identifiers: ['CVE-1'] }, 'dependency\0'],
    ['a dependency that names nothing', { category: 'sca', ruleId: 'r' }, 'dependency\0scanner\0r'],
    ['code that names a package', { ruleId: 'r', ...named('A') }, 'code\0scanner\0r'],
    ['outside', { ruleId: 'r', ...problem('/x') }, 'code\0scanner\0r\0/x'],
    ['a dependency outside', { category: 'sca', ...named('A'), ...problem('/x') }, 'dependency\0a\0/x'],
    ['what has our separator in it', { ruleId: 'r\0s' }, 'code\0scanner\0r\uFFFDs']
  ])('%s', (_, parts, scope) => {
    const one = finding(parts)
    expect(scopeOf(one, kindOf(one))).toBe(scope)
  })
})

test('a fingerprint is half of a hash of all that it stands for, and the number from the second on', () => {
  expect(fingerprintKey('s', 'p\0q', 'c\0d')).toBe('s\0p\uFFFDq\0c\uFFFDd')
  expect(fingerprintOf('key', 1)).toBe(sha256('policyGate/v1\0key').slice(0, 32))
  expect(fingerprintOf('key', 2)).toBe(sha256('policyGate/v1\0key\x002').slice(0, 32))
  const fingerprint = fingerprintOf('key', 1)
  expect(idOf(fingerprint)).toBe(`F-${fingerprint}`)
  expect(fingerprintIn(idOf(fingerprint))).toBe(fingerprint)
  expect(() => idOf('abc')).toThrow(new RangeError('a fingerprint of 3 characters'))
})

test.each<[string, Readonly<Record<string, string>>, string | null]>([
  ['ours', { 'policyGate/v1': 'a'.repeat(32) }, 'a'.repeat(32)],
  ['of another name', { other: 'a'.repeat(32) }, null],
  ['too long', { 'policyGate/v1': 'a'.repeat(33) }, null],
  ['too short', { 'policyGate/v1': 'a'.repeat(31) }, null],
  ['of other letters', { 'policyGate/v1': 'g'.repeat(32) }, null]
])('a fingerprint of an earlier run: %s', (_, fingerprints, expected) => {
  expect(claimedFingerprint(finding(clues({ fingerprints })))).toBe(expected)
  const inherited = Object.create({ 'policyGate/v1': 'a'.repeat(32) }) as Record<string, string>
  expect(claimedFingerprint(finding(clues({ fingerprints: inherited })))).toBeNull()
})

describe('the message', () => {
  const of = (message: string, location: Finding['location'] = place('a', null)) =>
    messageContent(finding({ message, location }))
  test.each([
    ['line 12 of 7', 'line # of #'],
    ['  two  blanks\tand\na tab  ', 'two blanks and a tab'],
    ['a b', 'a b'],
    ['host 10.0.0.1:80', 'host #']
  ])('%j in a file', (message, key) => expect(of(message)).toBe(`message ${key}  ::`))
  test.each([
    ['host 10.0.0.1', 'host 10.0.0.1'],
    ['host 192.168.100.255:8080 has 3', 'host 192.168.100.255:8080 has #'],
    ['version 1.2.3', 'version #.#.#'],
    ['version 1.2.3.4.5', 'version #.#.#.#.#'],
    ['id 12345.1.1.1', 'id #.#.#.#'],
    ['12 of 7', '# of #']
  ])('%j where no place tells which host is meant', (message, key) =>
    expect(of(message, null)).toBe(`message ${key}  ::`)
  )

  test('with what is named, and the shape of the region', () => {
    const at = (more: Partial<NonNullable<Finding['location']>>, symbol: string | null = null) =>
      messageContent(finding({ message: 'm', location: { ...place('a', 3), ...more }, ...clues({ symbol }) }))
    expect(at({})).toBe('message m  0::')
    expect(at({ endLine: 5, startColumn: 2, endColumn: 9 }, 'main')).toBe('message m main 2:2:9')
    expect(at({ endLine: null })).toBe('message m  0::')
  })
})

describe('the snippet', () => {
  test.each<[string | null, string | null]>([
    [null, null],
    ['', null],
    [' \n', null],
    [' eval( a )\n b', 'snippet eval(a)b'],
    ['x'.repeat(1000), `snippet ${'x'.repeat(1000)}`],
    ['x'.repeat(1001), `snippet ${sha256('x'.repeat(1001))}`]
  ])('%j of code', (snippet, expected) => expect(snippetContent(finding(clues({ snippet })), 'code')).toBe(expected))

  test.each<[string, boolean]>([
    ['AKIA***', false],
    ['AKIA**', true],
    ['Redacted', false],
    ['AKIAXXXXXX', false],
    ['AKIAxxxxx', true],
    ['AKIA...', false],
    ['AKIA..', true],
    ['AKIA...9', true],
    ['AKIA\u2026', false],
    ['AKIA*9', true]
  ])('%j of a secret can be compared: %s', (snippet, isShown) => {
    expect(snippetContent(finding(clues({ snippet })), 'secret')).toBe(isShown ? secretContent(snippet) : null)
  })

  test('a secret is hashed with our salt, without blanks around it', () => {
    expect(secretContent(' key ')).toBe(`secret ${sha256('policyGate/v1/secret\0key')}`)
  })
})

describe('fingerprints of the tool', () => {
  const COLUMN = 'primaryLocationStartColumnFingerprint'
  const of = (fingerprints: Readonly<Record<string, string>>, more: Partial<Finding['clues']> = {}) =>
    finding({ message: 'm 1', location: place('a', 1), ...clues({ fingerprints, ...more }) })

  test('are claimed together with the message, in an order of their own', () => {
    expect(claimsContent(of({ b: '2', a: '1' }))).toBe('claims a=1 b=2 m #')
    expect(claimsContent(of({ [COLUMN]: '5', 'policyGate/v1': 'x' }))).toBeNull()
    expect(claimsContent(of({}))).toBeNull()
  })

  test('tell instances apart, as what is named does', () => {
    expect(instanceKey(of({ b: '2', a: '1', [COLUMN]: '5' }))).toBe('a=1\0b=2\0')
    expect(instanceKey(of({}))).toBe('')
    expect(instanceKey(of({ a: '1' }, { symbol: 'x' }))).toBe('a=1\0x\0')
    expect(instanceKey(of({}, { instance: 'y' }))).toBe('\0y')
  })

  test.each<[string, Finding, Finding, boolean]>([
    ['nothing', of({}), of({}), false],
    ['two names', of({}, { symbol: 'x' }), of({}, { symbol: 'y' }), true],
    ['one name', of({}, { symbol: 'x' }), of({}, { symbol: 'x' }), false],
    ['a name on the left', of({}, { symbol: 'x' }), of({}), false],
    ['a name on the right', of({}), of({}, { symbol: 'x' }), false],
    ['two instances', of({}, { instance: 'x' }), of({}, { instance: 'y' }), true],
    ['one instance', of({}, { instance: 'x' }), of({}, { instance: 'x' }), false],
    ['an instance on the left', of({}, { instance: 'x' }), of({}), false],
    ['an instance on the right', of({}), of({}, { instance: 'x' }), false],
    ['another fingerprint', of({ a: '1' }), of({ a: '2' }), true],
    ['another one of two', of({ a: '1', b: '1' }), of({ a: '2', b: '1' }), false],
    ['others altogether', of({ a: '1', b: '1' }), of({ a: '2', b: '2' }), true],
    ['fingerprints of other names', of({ a: '1' }), of({ b: '2' }), false],
    ['another column alone', of({ [COLUMN]: '1' }), of({ [COLUMN]: '2' }), false]
  ])('two by %s: %j', (_, left, right, expected) => expect(areToldApart(left, right)).toBe(expected))
})
