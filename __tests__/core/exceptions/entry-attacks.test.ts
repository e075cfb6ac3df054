import { describe, expect, test } from '@jest/globals'
import type { ExceptionCandidate } from '../../../src/core/exceptions/exception.js'
import { parseExceptions } from '../../../src/core/exceptions/file.js'
import { settle } from '../../../src/core/exceptions/settle.js'
import { ConfigurationError } from '../../../src/core/ground/errors.js'
import { candidate, dependency, exceptionPolicy, finding, findingId, NOW } from './builders.js'

const ENTRY = {
  id: 'EXC-1',
  type: 'risk-accept',
  match: `{ finding: ${findingId(1)} }`,
  reason: 'The endpoint is disabled in production',
  owner: '"@alice"',
  'approved-by': '["@sec-bob"]',
  'approved-at': '2026-11-20',
  expires: '2026-11-30'
}

const anEntry = (change: Readonly<Record<string, string>> = {}): string =>
  `  - ${Object.entries({ ...ENTRY, ...change })
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n    ')}\n`
const aFile = (...entries: readonly string[]): string => `version: 1\nexceptions:\n${entries.join('')}`

const unbound = exceptionPolicy({ maxDuration: { byTier: new Map(), kev: null } })

/** `excepted`, the status of each entry that does not hold, or `malformed`. */
function outcomeOf(text: string, one: ExceptionCandidate, policy = unbound): string {
  try {
    const records = parseExceptions('exceptions.yml', new TextEncoder().encode(text))
    const { granted, outcomes } = settle(records, [one], policy, NOW)
    return granted.size > 0 ? 'excepted' : outcomes.map(({ status }) => status).join(' ')
  } catch (error) {
    if (error instanceof ConfigurationError) return 'malformed'
    throw error
  }
}

const weakness = candidate(1)
const vulnerable = (identifiers: readonly string[], purl: string, path: string | null = 'package-lock.json') =>
  candidate(1, { finding: dependency(purl, identifiers, path) })

describe('dates', () => {
  test.each<[string, string, string]>([
    ['2026-11-23', '2026-11-30', 'excepted'],
    ['2026-11-24', '2026-11-30', 'invalid'],
    ['2026-11-23T15:00:01Z', '2026-11-30', 'invalid'],
    ['2026-11-20', '2026-11-22', 'expired'],
    ['2026-11-23T10:00:00Z', '2026-11-23T10:00:00Z', 'malformed'],
    ['2026-11-20T00:00:00Z', '2026-11-23T15:00:00Z', 'expired'],
    ['2026-11-20T00:00:00Z', '2026-11-23T15:00:01Z', 'excepted'],
    ...(
      [
        '0000-01-01',
        '10000-01-01',
        '2026-11-30T24:00:00Z',
        '2026-11-30T23:59:60Z',
        '2026-11-30T12:00:00+14:00',
        '2026-11-30t12:00:00z',
        '20261130',
        '2026-W48',
        '2026-334',
        '1e9',
        '~',
        '"2026-11-30 "',
        '"\uff12\uff10\uff12\uff16-11-30"'
      ] as const
    ).map((expires): [string, string, string] => ['2026-11-20', expires, 'malformed'])
  ])('from %s to %s: %s', (from, expires, outcome) => {
    expect(outcomeOf(aFile(anEntry({ 'approved-at': from, expires })), weakness)).toBe(outcome)
  })

  test('for ever is too long where any bound applies, though it be that of a milder finding', () => {
    const bound = exceptionPolicy({
      maxDuration: { byTier: new Map([[2, new Map([['low', 7 * 86_400_000]])]]), kev: null }
    })
    expect(outcomeOf(aFile(anEntry({ expires: '9999-12-31' })), weakness, bound)).toBe('invalid')
  })
})

describe('an entry that names a rule, a little beside', () => {
  const at = (path: string, tool = 'Semgrep', rule = 'js.sql-injection') =>
    `{ tool: "${tool}", rule-id: "${rule}", path: "${path}" }`
  test.each<[string, string]>([
    [at('src/db.ts', 'SEMGREP'), 'excepted'],
    [at('src/db.ts', 'Semgrep', 'JS.sql-injection'), 'unused'],
    [at('src/db.ts', 'Semgrep', 'js.*'), 'unused'],
    [at('src/db.ts', '*'), 'unused'],
    [at('SRC/db.ts'), 'unused'],
    [at('src/db.ts/**'), 'unused'],
    [at('s/**'), 'unused'],
    [at('sr/**'), 'unused'],
    [at('{src}/**'), 'unused'],
    [at('src/d%62.ts'), 'unused'],
    [at('**'), 'malformed'],
    [at('/**'), 'malformed'],
    [at('src/*'), 'malformed'],
    [at('src/../src/db.ts'), 'malformed'],
    [at('./src/db.ts'), 'malformed'],
    [at('/src/db.ts'), 'malformed'],
    [at('src//db.ts'), 'malformed'],
    [at('src/db.ts/'), 'malformed'],
    [at('src\\\\db.ts'), 'malformed']
  ])('%s: %s', (match, outcome) => {
    expect(outcomeOf(aFile(anEntry({ match })), weakness)).toBe(outcome)
  })

  test('a folder covers no place that could not be mapped', () => {
    const lost = candidate(1, { finding: finding({ placeProblem: 'nobody knows' }) })
    expect(outcomeOf(aFile(anEntry({ match: at('src/**') })), lost)).toBe('unused')
  })
})

describe('an entry that names an advisory, a little beside', () => {
  const [CVE, LODASH] = ['CVE-2026-1', 'pkg:npm/lodash@4.17.20']
  test.each<[string, ExceptionCandidate, string]>([
    [`identifier: ${CVE}, package: "pkg:npm/lodash"`, vulnerable([CVE], LODASH), 'excepted'],
    [`identifier: ${CVE}, package: "pkg:npm/lodash@"`, vulnerable([CVE], LODASH), 'malformed'],
    [`identifier: ${CVE}, package: "pkg:npm/lodash@?a=b"`, vulnerable([CVE], LODASH), 'malformed'],
    [`identifier: ${CVE}, package: "pkg:npm/lodash@#sub"`, vulnerable([CVE], LODASH), 'malformed'],
    [`identifier: ${CVE}, package: "pkg:npm/lodash@4"`, vulnerable([CVE], LODASH), 'unused'],
    [`identifier: ${CVE}, package: "pkg:npm/lodash@%3E4"`, vulnerable([CVE], LODASH), 'unused'],
    [`identifier: ${CVE}, package: "pkg:npm/lodash?x=y"`, vulnerable([CVE], LODASH), 'unused'],
    [`identifier: ${CVE}, package: "pkg:npm/lodash#sub"`, vulnerable([CVE], LODASH), 'unused'],
    [`identifier: ${CVE}, package: "pkg:npm/%2A"`, vulnerable([CVE], LODASH), 'unused'],
    [`identifier: ${CVE}, package: "pkg:npm/%40acme/lodash"`, vulnerable([CVE], LODASH), 'unused'],
    [`identifier: ${CVE}, package: "pkg:npm/lodash"`, vulnerable([CVE], 'pkg:npm/%40evil/lodash@1'), 'unused'],
    [`identifier: ${CVE}, package: "pkg:npm/%40a%2Flodash"`, vulnerable([CVE], 'pkg:npm/%40a/lodash@1'), 'malformed'],
    [`identifier: ${CVE}, package: "pkg:maven/a/b"`, vulnerable([CVE], 'pkg:maven/a.b/b@1'), 'unused'],
    [
      `identifier: ${CVE}, package: "pkg:deb/debian/openssl?distro=11"`,
      vulnerable([CVE], 'pkg:deb/debian/openssl@1?distro=12'),
      'unused'
    ],
    [`identifier: "${CVE} ", package: "pkg:npm/lodash"`, vulnerable([CVE], LODASH), 'malformed'],
    ['identifier: CVE-2026-01, package: "pkg:npm/lodash"', vulnerable([CVE], LODASH), 'unused'],
    [`identifier: ${CVE}, path: package-lock.json`, vulnerable([CVE], LODASH, 'web/package-lock.json'), 'unused'],
    [`identifier: ${CVE}, path: "web/**"`, vulnerable([CVE], LODASH, null), 'unused'],
    [
      'identifier: "RHSA-2026:1", package: "pkg:npm/lodash"',
      vulnerable([CVE, 'CVE-2026-2', 'RHSA-2026:1', 'RHSA-2026:2'], LODASH),
      'invalid'
    ]
  ])('{ %s } on %j: %s', (match, one, outcome) => {
    expect(outcomeOf(aFile(anEntry({ match: `{ ${match} }` })), one)).toBe(outcome)
  })
})

describe('people, reasons and the file', () => {
  const FILLERS = '\u3164\u115f\u1160\uffa0'
  test.each<[string, string, string]>([
    ['one approver in two spellings', aFile(anEntry({ 'approved-by': '["@sec-bob", "SEC-BOB"]' })), 'malformed'],
    ['an approver in Cyrillic', aFile(anEntry({ 'approved-by': '["@s\u0435c-bob"]' })), 'malformed'],
    ['a reason of letters that show nothing', aFile(anEntry({ reason: `"x${FILLERS.repeat(6)}"` })), 'malformed'],
    [
      'controls of letters that show nothing',
      aFile(anEntry({ type: 'mitigated', controls: '["\u3164"]' })),
      'malformed'
    ],
    ['a ticket that is a program', aFile(anEntry({ ticket: '"javascript:alert(1)"' })), 'malformed'],
    ['a type in capitals', aFile(anEntry({ type: 'Risk-accept' })), 'malformed'],
    ['an expiry given twice', `${aFile(anEntry())}    expires: 2029-01-01\n`, 'malformed'],
    ['a second document', `${aFile(anEntry())}---\n${aFile(anEntry())}`, 'malformed'],
    ['no list', 'version: 1\nexceptions:\n', 'malformed'],
    ['an expired twin', aFile(anEntry(), anEntry({ id: 'EXC-2', expires: '2026-11-21' })), 'excepted'],
    ['a twin of the same id', aFile(anEntry(), anEntry({ expires: '2026-11-21' })), 'malformed']
  ])('%s', (_, text, outcome) => {
    expect(outcomeOf(text, weakness)).toBe(outcome)
  })
})
