import { describe, expect, test } from '@jest/globals'
import { adviceFor, nextStep, remedyFor, remedyOf } from '../../../src/core/decision/next-step.js'
import type { Finding } from '../../../src/core/finding.js'
import { aFinding, anOutcome } from '../../builders.js'

type Pack = NonNullable<Finding['package']>
const dependency = (pack: Partial<Pack>, more: Partial<Finding> = {}): Partial<Finding> => ({
  category: 'sca',
  package: { purl: null, name: 'qs', version: '6.2.0', fixedVersion: null, ...pack },
  ...more
})
const at = (path: string, startLine: number | null = null) => ({
  path,
  startLine,
  startColumn: null,
  endLine: startLine,
  endColumn: null
})

describe('what is to be done about a package', () => {
  test.each<[string, Partial<Finding>, string]>([
    ['a fixed version', dependency({ fixedVersion: '6.2.4' }), 'Upgrade qs to 6.2.4'],
    [
      'what brings it in, as the scanner names it',
      dependency({ fixedVersion: '6.2.4' }, { fixText: 'Upgrade to express@4.17.3' }),
      'Upgrade qs to 6.2.4: express 4.17.3 brings it in'
    ],
    [
      'the package itself, named once more',
      dependency({ fixedVersion: '6.2.4' }, { fixText: 'Upgrade to qs@6.2.4' }),
      'Upgrade qs to 6.2.4'
    ],
    [
      'a text that only ends like the name of a parent',
      dependency({ fixedVersion: '6.2.4' }, { fixText: 'Please Upgrade to express@4.17.3' }),
      'Upgrade qs to 6.2.4'
    ],
    [
      'a text that goes on behind the version',
      dependency({ fixedVersion: '6.2.4' }, { fixText: 'Upgrade to express@4.17.3 or later' }),
      'Upgrade qs to 6.2.4'
    ],
    [
      'a parent of one letter and a version of one digit',
      dependency({ fixedVersion: '6.2.4' }, { fixText: 'Upgrade to x@4' }),
      'Upgrade qs to 6.2.4: x 4 brings it in'
    ],
    [
      'a parent without a version',
      dependency({ fixedVersion: '6.2.4' }, { fixText: 'Upgrade to express@latest' }),
      'Upgrade qs to 6.2.4'
    ],
    [
      'a fix, and no version of it',
      dependency({}, { fixAvailable: true }),
      'Upgrade qs, or what brings it in: a fix is available'
    ],
    ['no fix', dependency({}, { fixAvailable: false }), 'Replace or remove qs 6.2.0: no fixed version is known'],
    [
      'nobody knows of a fix, nor of the version',
      dependency({ version: null }, { fixAvailable: null }),
      'Replace or remove qs: no fixed version is known'
    ],
    [
      'an empty version of a fix',
      dependency({ fixedVersion: '' }),
      'Replace or remove qs 6.2.0: no fixed version is known'
    ],
    [
      'malware',
      dependency({ fixedVersion: '6.2.4' }, { malware: true }),
      'Remove qs: it is malware, and what ran it may be compromised'
    ],
    [
      'malware of no name',
      { malware: true, package: null },
      'Remove it: it is malware, and what ran it may be compromised'
    ]
  ])('%s', (_, finding, expected) => expect(remedyFor(aFinding(finding), null)).toBe(expected))
})

describe('what the repository itself asks for is named before what that brings in', () => {
  const lock = (parents: readonly string[]) => {
    const packages = Object.fromEntries(
      parents.map(name => [`node_modules/${name}`, { version: '1.0.0', dependencies: { qs: '*' } }])
    )
    const root = { dependencies: Object.fromEntries(parents.map(name => [name, '*'])) }
    const all = { '': root, ...packages, 'node_modules/qs': { version: '6.2.0' } }
    const text = JSON.stringify({ lockfileVersion: 3, packages: all })
    return (path: string) => (path === 'package-lock.json' ? text : null)
  }
  const found = (pack: Partial<Pack>, more: Partial<Finding> = {}) =>
    aFinding(dependency(pack, { location: at('package-lock.json'), ...more }))

  test.each<[string, readonly string[], Partial<Pack>, Partial<Finding>, string]>([
    ['one', ['express'], { fixedVersion: '6.2.4' }, {}, 'Update express (direct; brings qs) so that qs ≥ 6.2.4'],
    [
      'two',
      ['express', 'request'],
      { fixedVersion: '6.2.4' },
      {},
      'Update express and request (direct; bring qs) so that qs ≥ 6.2.4'
    ],
    [
      'more than two',
      ['express', 'request', 'zap'],
      { fixedVersion: '6.2.4' },
      {},
      'Update express, request and others (direct; bring qs) so that qs ≥ 6.2.4'
    ],
    [
      'several fixed versions',
      ['express'],
      { fixedVersion: '6.2.4, 6.5.3' },
      {},
      'Update express (direct; brings qs) so that qs is one of 6.2.4, 6.5.3'
    ],
    [
      'words before a version',
      ['express'],
      { fixedVersion: 'from 6.2.4' },
      {},
      'Update express (direct; brings qs) so that qs is one of from 6.2.4'
    ],
    [
      'a version of one digit',
      ['express'],
      { fixedVersion: 'v7' },
      {},
      'Update express (direct; brings qs) so that qs ≥ v7'
    ],
    [
      'a fix of no version',
      ['express'],
      {},
      { fixAvailable: true },
      'Update express (direct; brings qs): a fix is available'
    ],
    ['no fix', ['express'], {}, {}, 'Replace or remove express (direct; brings qs): no fixed version is known'],
    [
      'malware',
      ['express'],
      {},
      { malware: true },
      'Remove express (direct; brings qs): it is malware, and what ran it may be compromised'
    ]
  ])('%s', (_, parents, pack, more, expected) => expect(remedyFor(found(pack, more), lock(parents))).toBe(expected))

  test('a module of Go that is indirect has its command', () => {
    const name = 'golang.org/x/net'
    const purl = `pkg:golang/${name}@0.1.0`
    const mod = `module example.test/a\n\nrequire (\n\t${name} v0.1.0 // indirect\n)\n`
    const source = (path: string) => (path === 'go.mod' ? mod : null)
    const of = (fixedVersion: string) =>
      aFinding(dependency({ name, purl, version: '0.1.0', fixedVersion }, { location: at('go.mod') }))
    expect(remedyFor(of('v0.7.0'), source)).toBe(
      `Upgrade ${name} to v0.7.0, which is indirect, by go get ${name}@v0.7.0`
    )
    expect(remedyFor(of('0.7.0, 0.9.0'), source)).toBe(`Upgrade ${name} to 0.7.0, 0.9.0`)
  })
})

describe('what is to be done about code', () => {
  const rule = (advice: string | null) => ({ ruleText: { advice } }) as unknown as Partial<Finding>
  test.each<[string, Partial<Finding>, string]>([
    ['a place', { location: at('a.ts', 3) }, 'Fix the code at a.ts:3'],
    ['a file', { location: at('a.ts') }, 'Fix the code at a.ts'],
    ['no place', { location: null }, 'Fix the code'],
    ['two places', { location: at('a.ts'), otherLocations: [at('b.ts')] }, 'Fix the code at a.ts and 1 more place'],
    [
      'three places',
      { location: at('a.ts', 1), otherLocations: [at('b.ts'), at('c.ts')] },
      'Fix the code at a.ts:1 and 2 more places'
    ],
    ['infrastructure', { category: 'iac', location: at('x.tf') }, 'Fix the configuration at x.tf'],
    ['an image', { category: 'container', location: null }, 'Rebuild the image on a fixed base'],
    ['a secret', { category: 'secret' }, 'Revoke the secret and remove it from the code and its history'],
    ['advice behind what is wrong', { message: 'MD5 is weak. It is old. Use SHA-256.  Or better.' }, 'Use SHA-256'],
    ['advice behind a word without a comma', { message: 'MD5 is weak. Instead use SHA-256.' }, 'Instead use SHA-256'],
    ['sanitise, as the English write it', { message: 'Bad. Sanitise it.' }, 'Sanitise it'],
    ['advice with a word before', { message: 'MD5 is weak. Instead, use SHA-256.' }, 'Instead, use SHA-256'],
    ['a word that only begins like advice', { message: 'MD5 is weak. User data is lost.' }, 'Fix the code'],
    ['what only holds words of advice', { message: 'MD5 is weak. You could use SHA-256.' }, 'Fix the code'],
    ['a first sentence, which says what is wrong', { message: 'Use of MD5.' }, 'Fix the code'],
    ['the fix of the file', { fixText: 'Quote the variable. Then test.' }, 'Quote the variable'],
    ['it before what the rule says', { fixText: 'Quote it.', ...rule('Use SHA-256.') }, 'Quote it'],
    ['what the rule says', { message: 'Bad. Use X.', ...rule('Use SHA-256. It is fast.') }, 'Use SHA-256'],
    ['a rule that says nothing', { message: 'Bad. Use X.', ...rule(null) }, 'Use X'],
    ['an empty fix', { fixText: '  ' }, 'Fix the code'],
    ['advice of 240 characters', { fixText: 'a'.repeat(240) }, 'a'.repeat(240)],
    ['advice that nobody reads', { fixText: 'a'.repeat(241) }, 'Fix the code']
  ])('%s', (_, finding, expected) => {
    expect(remedyFor(aFinding({ message: 'It is wrong.', location: null, ...finding }), null)).toBe(expected)
  })

  test('one rule is read once, and each rule for itself', () => {
    const ruleText = { advice: 'Use A.' } as unknown as NonNullable<Finding['ruleText']>
    const other = { advice: 'Use B.' } as unknown as NonNullable<Finding['ruleText']>
    const told = [ruleText, ruleText, other].map(text => adviceFor(aFinding({ ruleText: text }), null))
    expect(told).toEqual(['Use A', 'Use A', 'Use B'])
  })

  test('nobody says anything: there is no advice', () =>
    expect(adviceFor(aFinding({ message: 'It is wrong.' }), null)).toBeNull())
})

describe('an exception', () => {
  const id = `F-${'0'.repeat(32)}`
  const outcome = (canBeExcepted: boolean, verdict: 'pass' | 'warn' = 'warn') =>
    anOutcome({ id, canBeExcepted, verdict, finding: aFinding({ message: 'Bad.', location: null }) })

  test('is offered with its command where one may be given', () => {
    expect(remedyOf(outcome(true), null)).toBe('Fix the code, or request an exception')
    expect(nextStep(outcome(true))).toBe(`Fix the code, or request an exception: /gate request ${id} reason="…"`)
  })

  test('is not offered where none may be', () => {
    expect(remedyOf(outcome(false), null)).toBe('Fix the code')
    expect(nextStep(outcome(false))).toBe('Fix the code')
  })

  test('of what passes nobody needs', () => {
    expect(remedyOf(outcome(true, 'pass'), null)).toBeNull()
    expect(nextStep(outcome(true, 'pass'))).toBeNull()
  })
})
