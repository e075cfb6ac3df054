import { describe, expect, test } from '@jest/globals'
import { adviceFor } from '../../../../src/core/decision/next-step.js'
import type { Finding } from '../../../../src/core/finding.js'
import { problemsOf } from '../../../../src/core/reports/ground/problems.js'
import { ruleTitleOf, titleOf } from '../../../../src/core/reports/ground/title.js'
import { aFinding, anOutcome } from '../../../builders.js'

const minimist = { purl: 'pkg:npm/minimist@1.2.5', name: 'minimist', version: '1.2.5', fixedVersion: '1.2.6' }
const rule = (title: string | null, advice: string | null = null) => ({ ruleText: { title, advice } })

describe('what is wrong', () => {
  test.each<[string, Partial<Finding>, string]>([
    ['the rule says it', rule('Query built from user input'), 'Query built from user input'],
    ['else the first sentence of the message', { message: 'Found eval. It may run anything.' }, 'Found eval'],
    [
      'a version number ends no sentence',
      { message: 'Uses MD5 of OpenSSL 1.0.2 here. Use SHA-256.' },
      'Uses MD5 of OpenSSL 1.0.2 here'
    ],
    [
      'an abbreviation ends none either',
      { message: 'Bad hash, e.g. MD5, is used. Stop.' },
      'Bad hash, e.g. MD5, is used'
    ],
    [
      'the telling field of a form',
      {
        message:
          'Artifact: Dockerfile\nType: dockerfile\nSeverity: HIGH\nMessage: Last USER command should not be root.'
      },
      'Last USER command should not be root'
    ],
    ['without the place at its end', { message: 'A call of exec in file services/payments/db.ts.' }, 'A call of exec'],
    [
      'a secret by its kind',
      { message: 'generic-api-key has detected secret for file services/payments/db.ts.' },
      'Secret (generic-api-key)'
    ],
    [
      'the message where the rule says only what it looks for',
      { ...rule('Detects calls of exec'), message: 'Found exec() with a variable. More.' },
      'Found exec() with a variable'
    ],
    [
      'the rule where the message is no sentence',
      { ...rule('Disallow the use of eval'), message: 'eval' },
      'Disallow the use of eval'
    ],
    ['the id where nobody says more', { message: 'eval', ruleId: 'no-eval' }, 'no-eval'],
    ['the id where a form tells nothing', { message: 'A: 1\nB: 2\nC: 3', ruleId: 'x-1' }, 'x-1'],
    [
      'a package comes first',
      { category: 'sca', package: minimist, ...rule('Prototype Pollution') },
      'minimist 1.2.5: Prototype Pollution'
    ],
    [
      'once',
      { category: 'sca', package: minimist, ...rule('minimist: prototype pollution') },
      'minimist 1.2.5: prototype pollution'
    ],
    [
      'with the advisory where the rule is silent',
      { category: 'sca', package: minimist, identifiers: ['CVE-2021-44906', 'CWE-1321'] },
      'minimist 1.2.5: CVE-2021-44906'
    ],
    [
      'nor at the end',
      { category: 'sca', package: minimist, ...rule('Prototype Pollution in minimist') },
      'minimist 1.2.5: Prototype Pollution'
    ],
    ['malware is named so', { category: 'sca', package: minimist, malware: true }, 'minimist 1.2.5 is malware'],
    [
      'secrets are masked',
      { category: 'secret', ruleId: 'k', message: 'Found AKIAIOSFODNN7EXAMPLE in it.', ...rule(null) },
      'Found AKIA… in it'
    ]
  ])('%s', (_name, overrides, title) => expect(titleOf(aFinding(overrides))).toBe(title))
})

test('one title for several places: the message where they agree, else what the rule says', () => {
  const at = (message: string, startLine: number) =>
    anOutcome(
      { id: `F-${String(startLine).padStart(32, '0')}` },
      {
        ...rule('Warn on uses of insecure functions'),
        message,
        location: { path: 'a.c', startLine, startColumn: null, endLine: null, endColumn: null }
      }
    )
  const titles = (...messages: readonly string[]) =>
    problemsOf(messages.map((text, index) => at(text, index + 1))).map(({ title }) => title)
  expect(titles('Call of strcpy', 'Call of strcpy')).toEqual(['Call of strcpy'])
  expect(titles('Call of strcpy', 'Call of strcat')).toEqual(['Warn on uses of insecure functions'])
  expect(ruleTitleOf(aFinding({ ...rule(null), message: 'Call of strcpy' }))).toBe('Call of strcpy')
})

describe('what to do', () => {
  test.each<[string, Partial<Finding>, string | null]>([
    [
      'the fix of the file',
      { fixText: 'Use a prepared statement. More.', ...rule(null, 'no') },
      'Use a prepared statement'
    ],
    ['the advice of the rule', rule(null, 'Escape it'), 'Escape it'],
    ['advice in the message', { message: 'MD5 is broken. Use SHA-256 instead.' }, 'Use SHA-256 instead'],
    ['nothing is made up', { message: 'MD5 is broken. It was in 2004.' }, null],
    ['the fixed version', { category: 'sca', package: minimist }, 'Upgrade minimist to 1.2.6'],
    [
      'with what brings it in',
      { category: 'sca', package: minimist, fixText: 'Upgrade to mkdirp@0.5.6' },
      'Upgrade minimist to 1.2.6: mkdirp 0.5.6 brings it in'
    ],
    [
      'not where that is the package itself',
      { category: 'sca', package: minimist, fixText: 'Upgrade to minimist@1.2.6' },
      'Upgrade minimist to 1.2.6'
    ]
  ])('%s', (_name, overrides, advice) => expect(adviceFor(aFinding(overrides), null)).toBe(advice))

  const packages = (direct: readonly string[], name: string) =>
    JSON.stringify({
      packages: {
        '': { dependencies: Object.fromEntries(direct.map(each => [each, '*'])) },
        ...Object.fromEntries(
          direct.map(each => [`node_modules/${each}`, { version: '1.0.0', dependencies: { [name]: '*' } }])
        ),
        [`node_modules/${name}`]: { version: '1.2.5' }
      }
    })
  const location = { path: 'package-lock.json', startLine: null, startColumn: null, endLine: null, endColumn: null }
  const NO_FIX = { ...minimist, fixedVersion: null }

  test.each<[string, readonly string[], Partial<Finding>, string]>([
    ['one brings it in', ['mkdirp'], {}, 'Update mkdirp (direct; brings minimist) so that minimist ≥ 1.2.6'],
    ['two do', ['mkdirp', 'a'], {}, 'Update a and mkdirp (direct; bring minimist) so that minimist ≥ 1.2.6'],
    ['more do', ['mkdirp', 'a', 'c'], {}, 'Update a, c and others (direct; bring minimist) so that minimist ≥ 1.2.6'],
    [
      'several versions are fixed',
      ['mkdirp'],
      { package: { ...minimist, fixedVersion: '0.2.4, 1.2.6' } },
      'Update mkdirp (direct; brings minimist) so that minimist is one of 0.2.4, 1.2.6'
    ],
    [
      'the version of the fix is not known',
      ['mkdirp'],
      { package: NO_FIX, fixAvailable: true },
      'Update mkdirp (direct; brings minimist): a fix is available'
    ],
    [
      'no fix is known',
      ['mkdirp'],
      { package: NO_FIX },
      'Replace or remove mkdirp (direct; brings minimist): no fixed version is known'
    ],
    [
      'it is malware',
      ['mkdirp'],
      { malware: true },
      'Remove mkdirp (direct; brings minimist): it is malware, and what ran it may be compromised'
    ],
    [
      'the scanner names the version that brings the fix',
      ['mkdirp'],
      { fixText: 'Upgrade to mkdirp@0.5.6' },
      'Upgrade minimist to 1.2.6: mkdirp 0.5.6 brings it in'
    ],
    ['the repository asks for it itself', [], {}, 'Upgrade minimist to 1.2.6']
  ])('where the lock file tells that %s', (_name, direct, overrides, advice) => {
    const finding = aFinding({ category: 'sca', package: minimist, location, ...overrides })
    expect(adviceFor(finding, () => packages(direct, 'minimist'))).toBe(advice)
    expect(adviceFor(finding, () => null)).not.toContain('direct')
  })

  test('of Go the command that raises what is indirect', () => {
    const net = { name: 'golang.org/x/net', version: '0.1.0', fixedVersion: '0.38.0', purl: null }
    const finding = aFinding({ category: 'sca', package: net, location: { ...location, path: 'go.mod' } })
    const mod = (mark: string) => () => `module x\n\nrequire golang.org/x/net v0.1.0${mark}\n`
    expect(adviceFor(finding, mod(' // indirect'))).toBe(
      'Upgrade golang.org/x/net to 0.38.0, which is indirect, by go get golang.org/x/net@v0.38.0'
    )
    expect(adviceFor(finding, mod(''))).toBe('Upgrade golang.org/x/net to 0.38.0')
  })
})
