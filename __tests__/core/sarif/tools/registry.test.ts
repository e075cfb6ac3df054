import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import {
  ALL_PACKAGE_PATTERNS,
  mayNamePackage,
  PROFILES,
  profileOf,
  profileOfRule
} from '../../../../src/core/sarif/tools/registry.js'

test.each(PROFILES.flatMap(profile => profile.names.flat().map(name => [name, profile] as const)))(
  '%s is found by its name, in any case, with what follows it',
  (name, profile) => {
    for (const driver of [name, name.toUpperCase(), ` ${name} `, `${name} (2.0)`]) {
      expect(profileOf(driver)).toBe(profile)
    }
  }
)

/** Texts of the tests about SARIF, in which a case names its tool; and what real output is kept. */
const texts = [
  ...readdirSync('__tests__/core', { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.test.ts') && !path.endsWith('registry.test.ts'))
    .map(path => readFileSync(join('__tests__/core', path), 'utf8')),
  readFileSync('__tests__/fixtures/scanners/README.md', 'utf8')
]
  .join('\n')
  .toLowerCase()

/** What a profile says besides the kind of all its findings: each needs a case that shows it. */
const isPlain = (profile: object): boolean =>
  Object.keys(profile).every(key => ['names', 'category', 'writes', 'noFiles'].includes(key))

test('of every tool that has ways of its own a case shows them', () => {
  const unshown = PROFILES.filter(
    profile => !isPlain(profile) && !profile.names.flat().some(name => texts.includes(name))
  ).map(({ names }) => names[0])
  expect(unshown).toEqual([])
})

test('of every tool whose severity is read in its own way a case about severities shows it', () => {
  const cases = ['severity', 'stated']
    .map(name => readFileSync(`__tests__/core/sarif/result/${name}.test.ts`, 'utf8').toLowerCase())
    .join('\n')
  const unshown = PROFILES.filter(
    ({ severity, levelIsNoSeverity, names }) =>
      (severity !== undefined || levelIsNoSeverity) && !names.flat().some(name => cases.includes(`'${name}'`))
  ).map(({ names }) => names[0])
  expect(unshown).toEqual([])
})

test('what a tool always writes is among what it may write', () => {
  expect(PROFILES.filter(({ category, writes }) => category && !writes.includes(category))).toEqual([])
})

test('a rule id that one tool alone writes has one meaning', () => {
  for (const id of ['CKV_AWS_1', 'CKV2_AWS_1', 'SNYK-JS-A-1', 'SNYK-CC-TF-1', 'snyk:lic:npm:a', 'BDSA-2024-1']) {
    const signed = PROFILES.filter(({ signature }) => signature?.test(id))
    expect([id, signed]).toEqual([id, [profileOfRule(id)]])
  }
})

test('no pattern for messages matches a text without what is looked for before the patterns are', () => {
  // What a pattern wants to the letter: without its groups, classes, and whatever may be absent.
  const literal = (source: string): string =>
    source
      .replace(/\\([()])/g, (_, bracket: string) => (bracket === '(' ? '\u0001' : ''))
      .replace(/\(\?<[^>]+>[^()]*\)|\[[^\]]*\][*+?]?|\(\?:[^()]*\)[*+?]?|.[*?]/g, '')
      .replaceAll('\u0001', '(')
  const sources = ALL_PACKAGE_PATTERNS.filter(each => each.in === 'message').map(({ pattern }) => pattern.source)
  expect(sources.length).toBeGreaterThan(10)
  for (const source of sources) expect(literal(source)).toMatch(/[:(]| (?:vulnerable|package) /)
  expect(mayNamePackage('Package: left-pad')).toBe(true)
  expect(mayNamePackage('lodash 1.0.0 is vulnerable to CVE-2021-1')).toBe(true)
  expect(mayNamePackage('A value: of no package')).toBe(false)
})
