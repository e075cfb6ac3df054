import { describe, expect, test } from '@jest/globals'
import { isAboutSeveral } from '../../../src/core/exceptions/cover.js'
import type { ExceptionCandidate, ExceptionMatch, ExceptionRecord } from '../../../src/core/exceptions/exception.js'
import { settle } from '../../../src/core/exceptions/settle.js'
import { toInstant } from '../../../src/core/time/instant.js'
import { candidate, dependency, exceptionPolicy, finding, findingId, later, NOW, record } from './builders.js'

const DAY = 86_400_000
const policy = exceptionPolicy()
const one = (exception: ExceptionRecord, finding: ExceptionCandidate = candidate(1), now = NOW) => {
  const { granted, refused, outcomes, notices } = settle([exception], [finding], policy, now)
  return {
    granted: granted.get(0) ?? null,
    refused: refused.get(0) ?? [],
    status: outcomes[0]?.status,
    problem: outcomes[0]?.problem,
    notices: notices.map(({ code }) => code)
  }
}

describe('lifecycle', () => {
  const end = '2026-12-20T23:59:59.999Z'
  test.each([
    ['long before', NOW, 'active', true],
    ['a millisecond before its last fifth', later(end, -10 * DAY - 1), 'active', true],
    ['in its last fifth', later(end, -10 * DAY + 1), 'expiring', true],
    ['at the last millisecond', end, 'expiring', true],
    ['a millisecond later', later(end, 1), 'expired', false],
    ['a year later', later(end, 365 * DAY), 'expired', false]
  ])('%s it is %s', (_, now, status, holds) => {
    const result = one(record('EXC-1'), candidate(1), now)
    expect(result.status).toBe(status)
    expect(result.granted).toEqual(holds ? { id: 'EXC-1', expires: '2026-12-20' } : null)
    expect(result.refused).toEqual(holds ? [] : ['exception EXC-1 expired on 2026-12-20'])
  })

  test.each([
    ['a long one, from the notice on', '2026-01-01', '2026-12-20', 14],
    ['a short one, in its last fifth', '2026-12-11', '2026-12-20', 2],
    ['of a day', '2026-12-20', '2026-12-20', 0.2]
  ])('%s it is expiring', (_, from, expiresText, days) => {
    const lax = exceptionPolicy({ maxDuration: { byTier: new Map(), kev: null } })
    const exception = record('EXC-1', { approvedAt: `${from}T00:00:00.000Z`, expiresText })
    const at = (left: number) => settle([exception], [candidate(1)], lax, later(end, -left)).outcomes[0]?.status
    expect(at(days * DAY + 1)).toBe('active')
    expect(at(days * DAY - 1)).toBe('expiring')
  })

  test('a written instant ends at that instant', () => {
    const expires = toInstant('2026-11-23T15:00:00Z', 'ends') ?? ''
    const exact = record('EXC-1', { expires, expiresText: '2026-11-23T15:00:00Z' })
    expect(one(exact, candidate(1), later(NOW, -1)).granted).not.toBeNull()
    expect(one(exact, candidate(1), NOW).refused).toEqual(['exception EXC-1 expired on 2026-11-23T15:00:00Z'])
  })

  test('a leap day is a day', () => {
    const leap = record('EXC-1', { approvedAt: '2028-02-01T00:00:00.000Z', expiresText: '2028-02-29' })
    expect(one(leap, candidate(1), '2028-02-29T23:59:59.999Z').granted).not.toBeNull()
    expect(one(leap, candidate(1), '2028-03-01T00:00:00.000Z').status).toBe('expired')
  })

  test('approved for later, it does not hold yet', () => {
    const result = one(record('EXC-1', { approvedAt: later(NOW, 1) }))
    expect(result).toMatchObject({ granted: null, status: 'invalid' })
  })

  test('approved at this instant, it holds', () => {
    expect(one(record('EXC-1', { approvedAt: NOW })).granted).not.toBeNull()
  })

  test('approved by nobody, it does not hold', () => {
    expect(one(record('EXC-1', { approvedBy: [] }))).toMatchObject({
      granted: null,
      status: 'invalid',
      problem: 'nobody approved it',
      refused: ['exception EXC-1 does not hold: nobody approved it']
    })
  })
})

describe('terms', () => {
  const lasting = (days: number, approvedAt = '2026-11-20T10:00:00.000Z') =>
    record('EXC-1', { approvedAt, expiresText: later('2026-11-20T00:00:00.000Z', days * DAY).slice(0, 10) })

  test.each<[string, Partial<ExceptionCandidate>, number]>([
    ['tier 0 critical', { tier: 0, effectiveSeverity: 'critical' }, 7],
    ['tier 0 high', { tier: 0, effectiveSeverity: 'high' }, 14],
    ['tier 0 low', { tier: 0, effectiveSeverity: 'low' }, 90],
    ['tier 2 high', { tier: 2, effectiveSeverity: 'high' }, 60],
    ['a tier that the policy leaves out takes the next less critical', { tier: 1, effectiveSeverity: 'high' }, 60],
    ['known exploited', { tier: 2, effectiveSeverity: 'low', kev: true }, 3]
  ])('%s: at most %s days', (_, risk, days) => {
    expect(one(lasting(days), candidate(1, risk)).granted).not.toBeNull()
    expect(one(lasting(days + 1), candidate(1, risk))).toMatchObject({
      granted: null,
      status: 'invalid',
      refused: [expect.stringContaining(`it runs for ${days + 1} days, at most ${days} days are allowed`)]
    })
  })

  test.each<[string, Parameters<typeof exceptionPolicy>[0], number]>([
    ['known exploitation is bound where nothing else is', { maxDuration: { byTier: new Map(), kev: 3 * DAY } }, 3],
    [
      'and by the shorter of both',
      { maxDuration: { byTier: new Map([[2, new Map([['high', 4 * DAY]])]]), kev: 30 * DAY } },
      4
    ],
    ['and by its severity where it has no bound', { maxDuration: { ...policy.maxDuration, kev: null } }, 60]
  ])('%s', (_, change, days) => {
    const held = (length: number) =>
      settle([lasting(length)], [candidate(1, { tier: 2, kev: true })], exceptionPolicy(change), NOW).granted.size
    expect([held(days), held(days + 1)]).toEqual([1, 0])
  })

  test.each<[string, Partial<ExceptionRecord>, string]>([
    [
      'break-glass without a ticket',
      { type: 'break-glass', ticket: null, expires: '2026-11-23T20:00:00Z', approvedAt: '2026-11-23T00:00:00.000Z' },
      'a ticket is required at tier 1'
    ],
    ['mitigated without controls', { type: 'mitigated', controls: [] }, 'compensating controls are required at tier 1']
  ])('%s never holds', (_, change, problem) => {
    const expiresText = change.expires ?? '2026-12-20'
    expect(one(record('EXC-1', { expiresText, ...change }))).toMatchObject({ granted: null, problem })
  })

  test('unknown exploitation is not known exploitation', () => {
    expect(one(lasting(60), candidate(1, { tier: 2, kev: null })).granted).not.toBeNull()
  })

  test('between written instants every millisecond counts', () => {
    const exact = (expires: string) =>
      record('EXC-1', { approvedAt: '2026-11-20T00:00:00.000Z', expires, expiresText: expires })
    const risk = candidate(1, { tier: 0 })
    expect(one(exact('2026-12-04T00:00:00.000Z'), risk).granted).not.toBeNull()
    expect(one(exact('2026-12-04T00:00:00.001Z'), risk).granted).toBeNull()
  })

  test.each<[string, Partial<ExceptionRecord>, string]>([
    ['ticket', { ticket: null }, 'a ticket is required at tier 1'],
    ['controls', { controls: [] }, 'compensating controls are required at tier 1']
  ])('%s where the policy asks for it', (field, change, sentence) => {
    const asking = exceptionPolicy({ require: { ticket: [], controls: [], [field]: [2] } })
    const { outcomes, granted } = settle([record('EXC-1', change)], [candidate(1)], asking, NOW)
    expect(granted.size).toBe(0)
    expect(outcomes[0]).toMatchObject({ status: 'invalid', problem: sentence })
    expect(settle([record('EXC-1', change)], [candidate(1)], policy, NOW).granted.size).toBe(1)
  })

  test('break-glass holds for a day, whatever the policy allows', () => {
    const glass = (expires: string) =>
      record('EXC-1', { type: 'break-glass', approvedAt: '2026-11-23T00:00:00.000Z', expires, expiresText: expires })
    expect(one(glass('2026-11-24T00:00:00.000Z')).granted).not.toBeNull()
    expect(one(glass('2026-11-24T00:00:00.001Z')).granted).toBeNull()
  })

  test('what can never be excepted is not', () => {
    const result = one(record('EXC-1'), candidate(1, { never: true }))
    expect(result).toMatchObject({
      granted: null,
      status: 'invalid',
      refused: [expect.stringContaining('no exception')]
    })
  })
})

describe('matching', () => {
  const advisory = (identifier: string, purl: string | null, path: string | null = null): ExceptionMatch => ({
    kind: 'advisory',
    identifier,
    package: purl,
    path
  })
  const rule = (path: string, ruleId = 'js.sql-injection', tool = 'Semgrep'): ExceptionMatch => ({
    kind: 'rule',
    tool,
    ruleId,
    path
  })
  const lodash = dependency('pkg:npm/lodash@4.17.20', ['CVE-2026-1', 'GHSA-aaaa-bbbb-cccc'])
  const sast = finding()

  test.each<[string, readonly (string | null)[], boolean]>([
    ['one version', ['pkg:npm/lodash@4.17.20'], true],
    ['two spellings', ['pkg:npm/lodash@4.17.20', 'pkg:npm/Lodash@4.17.20'], true],
    ['another version', ['pkg:npm/lodash@4.17.20', 'pkg:npm/lodash@4.17.19'], false],
    ['another package', ['pkg:npm/lodash@4.17.20', 'pkg:npm/lodash-es@4.17.20'], false],
    ['no package that is known', ['pkg:npm/lodash@4.17.20', null], false]
  ])('a package as everybody reports it: %s', (_, purls, expected) => {
    const packageReports = purls.map(purl => ({ purl, reachability: 'unknown' as const, fixAvailable: null }))
    const match = advisory('CVE-2026-1', 'pkg:npm/lodash@4.17.20')
    const several = candidate(1, { finding: { ...lodash, packageReports } })
    expect(one(record('EXC-1', { match }), several).granted !== null).toBe(expected)
  })

  test.each<[string, ExceptionMatch, typeof sast]>([
    ['id', { kind: 'finding', finding: findingId(1) }, sast],
    ['package without version', advisory('CVE-2026-1', 'pkg:npm/lodash'), lodash],
    ['package with version', advisory('CVE-2026-1', 'pkg:npm/lodash@4.17.20'), lodash],
    ['alias', advisory('GHSA-aaaa-bbbb-cccc', 'pkg:npm/lodash'), lodash],
    ['alias in another case', advisory('ghsa-AAAA-bbbb-cccc', 'pkg:npm/lodash'), lodash],
    ['identifier and path', advisory('CVE-2026-1', null, 'package-lock.json'), lodash],
    ['all three', advisory('CVE-2026-1', 'pkg:npm/lodash', 'package-lock.json'), lodash],
    [
      'scope with and without its escape',
      advisory('CVE-2026-1', 'pkg:npm/@a/b'),
      dependency('pkg:npm/%40a/b@1', ['CVE-2026-1'])
    ],
    [
      'qualifiers left open',
      advisory('CVE-2026-1', 'pkg:deb/debian/curl'),
      dependency('pkg:deb/debian/curl@7?arch=amd64', ['CVE-2026-1'])
    ],
    ['PyPI spelling', advisory('CVE-2026-1', 'pkg:pypi/Foo_Bar'), dependency('pkg:pypi/foo-bar@1', ['CVE-2026-1'])],
    ['rule and path', rule('src/db.ts'), sast],
    ['rule below a directory', rule('src/**'), sast],
    ['tool in another case', rule('src/db.ts', 'js.sql-injection', 'semgrep'), sast]
  ])('%s matches', (_, match, found) => {
    expect(one(record('EXC-1', { match }), candidate(1, { finding: found })).granted).not.toBeNull()
  })

  test.each<[string, ExceptionMatch, typeof sast, string]>([
    ['another id', { kind: 'finding', finding: findingId(2) }, sast, 'no finding has the id'],
    ['another advisory', advisory('CVE-2026-2', 'pkg:npm/lodash'), lodash, 'no finding has identifier CVE-2026-2'],
    ['another package', advisory('CVE-2026-1', 'pkg:npm/lodash-es'), lodash, 'package does not fit'],
    ['another ecosystem', advisory('CVE-2026-1', 'pkg:pypi/lodash'), lodash, 'package does not fit'],
    ['another version', advisory('CVE-2026-1', 'pkg:npm/lodash@4.17.21'), lodash, 'version does not fit'],
    [
      'another manifest',
      advisory('CVE-2026-1', 'pkg:npm/lodash', 'web/package-lock.json'),
      lodash,
      'path does not fit'
    ],
    [
      'a path in another case',
      rule('src/DB.ts'),
      sast,
      'path does not fit: rule js.sql-injection of Semgrep is found at src/db.ts'
    ],
    ['a path that only begins alike', rule('sr/**'), sast, 'path does not fit'],
    ['the directory itself', rule('src/db.ts/**'), sast, 'path does not fit'],
    ['another rule', rule('src/db.ts', 'js.other'), sast, 'no finding has rule js.other of Semgrep'],
    ['another tool', rule('src/db.ts', 'js.sql-injection', 'CodeQL'), sast, 'no finding has rule'],
    [
      'no package known',
      advisory('CVE-2026-1', 'pkg:npm/a'),
      finding({ identifiers: ['CVE-2026-1'], category: 'container' }),
      'package does not fit'
    ],
    [
      'other qualifiers',
      advisory('CVE-2026-1', 'pkg:deb/debian/curl?arch=arm64'),
      dependency('pkg:deb/debian/curl@7?arch=amd64', ['CVE-2026-1']),
      'qualifiers'
    ],
    ['no path known', rule('src/db.ts'), finding({ location: null }), 'no path']
  ])('%s does not match, and is told which field', (_, match, found, sentence) => {
    const result = one(record('EXC-1', { match }), candidate(1, { finding: found }))
    expect(result).toMatchObject({
      granted: null,
      refused: [],
      status: 'unused',
      problem: expect.stringContaining(sentence)
    })
    expect(result.notices).toContain('exception-unused')
  })

  test.each(['sast', 'secret', 'iac', 'quality', 'other'] as const)(
    'an advisory that a finding of %s names covers nothing, and says why',
    category => {
      const found = { ...lodash, category }
      for (const match of [
        advisory('CVE-2026-1', 'pkg:npm/lodash'),
        advisory('CVE-2026-1', null, 'package-lock.json')
      ]) {
        const result = one(record('EXC-1', { match }), candidate(1, { finding: found }))
        const problem = `identifier CVE-2026-1 is named by a finding of category ${category}, and an advisory covers dependencies and images only`
        expect(result).toMatchObject({ granted: null, status: 'unused', problem })
      }
    }
  )

  test('a rule that only looks like the one that is named is not covered by its name, but by the id of the finding', () => {
    const disguised = candidate(1, { finding: finding({ isDisguised: true }) })
    expect(one(record('EXC-1', { match: rule('src/db.ts') }), disguised)).toMatchObject({
      granted: null,
      status: 'unused'
    })
    expect(one(record('EXC-1'), disguised).granted).not.toBeNull()
  })

  test('what findings say cannot break out of a line', () => {
    const path = `a\n::error::b\u202e${'c'.repeat(5000)}`
    const found = finding({ location: { path, startLine: null, startColumn: null, endLine: null, endColumn: null } })
    const { problem } = one(record('EXC-1', { match: rule('src/db.ts') }), candidate(1, { finding: found }))
    expect(problem).toMatch(/^path does not fit: [ -~]+ a ::error::bc+$/)
    expect(problem).toHaveLength(400)
  })

  test('a path ending in /** holds at tiers 1 and 2 only, and says so at tier 0', () => {
    const exception = record('EXC-1', { match: rule('src/app/**') })
    const at = (tier: 0 | 1 | 2) =>
      candidate(tier, { tier, finding: finding({ location: { ...location, path: 'src/app/x.ts' } }) })
    const location = { startLine: 1, startColumn: null, endLine: null, endColumn: null, path: '' }
    const { granted, refused, outcomes, notices } = settle([exception], [at(0), at(1), at(2)], policy, NOW)
    expect([...granted.keys()]).toEqual([1, 2])
    expect(refused.get(0)).toEqual(['exception EXC-1 does not hold: a path that ends in /** is not allowed at tier 0'])
    expect(outcomes[0]?.status).toBe('active')
    expect(notices.map(({ code }) => code)).toContain('exception-partly-invalid')
    expect(settle([exception], [at(0)], policy, NOW).outcomes[0]?.status).toBe('invalid')
  })

  test.each<[string, readonly string[], boolean]>([
    ['both of its places', ['src/db.ts', 'src/other.ts'], true],
    ['the first of its places', ['src/db.ts', 'web/other.ts'], false],
    ['the last of its places', ['web/other.ts', 'src/db.ts'], false],
    ['the second of three', ['web/other.ts', 'src/db.ts', 'web/more.ts'], false]
  ])('an exception that names %s covers the finding or not', (_, [first = '', ...others], expected) => {
    const at = (path: string) => ({ path, startLine: 1, startColumn: null, endLine: null, endColumn: null })
    const several = finding({ location: at(first), otherLocations: others.map(at) })
    const byPath = { kind: 'advisory', identifier: 'CVE-2026-1', package: null, path: 'src/**' } as const
    const packages = { ...several, category: 'sca' as const, identifiers: ['CVE-2026-1'] }
    expect(one(record('EXC-1', { match: rule('src/**') }), candidate(1, { finding: several })).granted !== null).toBe(
      expected
    )
    expect(one(record('EXC-1', { match: byPath }), candidate(1, { finding: packages })).granted !== null).toBe(expected)
  })

  test('a version beside the package URL is its version', () => {
    const match = advisory('CVE-2026-1', 'pkg:npm/a@1.0.0')
    const versioned = (version: string | null) => {
      const found = dependency('pkg:npm/a', ['CVE-2026-1'])
      return candidate(1, {
        finding: { ...found, package: { purl: 'pkg:npm/a', name: 'a', version, fixedVersion: null } }
      })
    }
    expect(one(record('EXC-1', { match }), versioned('1.0.0')).granted).not.toBeNull()
    expect(one(record('EXC-1', { match }), versioned('1.0.1')).granted).toBeNull()
    expect(one(record('EXC-1', { match }), versioned(null)).granted).toBeNull()
  })

  test('which field does not fit is told by what is there, in the order of the alphabet', () => {
    const problemOf = (match: ExceptionMatch, findings: readonly (typeof sast)[]) =>
      settle(
        [record('EXC-1', { match })],
        findings.map((each, index) => candidate(index + 2, { finding: each })),
        policy,
        NOW
      ).outcomes[0]?.problem
    const npm = (name: string, path: string | null = 'package-lock.json') =>
      dependency(`pkg:npm/${name}`, ['CVE-2026-1'], path)
    expect(problemOf(advisory('CVE-2026-1', 'pkg:npm/x'), [npm('b@1'), npm('a@2')])).toBe(
      'package does not fit: identifier CVE-2026-1 is found in pkg:npm/a'
    )
    expect(
      problemOf(advisory('CVE-2026-1', 'pkg:npm/x'), [finding({ identifiers: ['CVE-2026-1'], category: 'sca' })])
    ).toBe('package does not fit: identifier CVE-2026-1 is found in no named package')
    expect(problemOf(advisory('CVE-2026-1', 'pkg:npm/a@3'), [npm('a@2'), npm('a@1')])).toBe(
      'version does not fit: identifier CVE-2026-1 is found in version 1'
    )
    expect(problemOf(advisory('CVE-2026-1', 'pkg:npm/a@3'), [npm('a')])).toBe(
      'version does not fit: identifier CVE-2026-1 is found in version unknown'
    )
    expect(problemOf(advisory('CVE-2026-1', 'pkg:npm/a', 'x/**'), [npm('a', 'c'), npm('a', 'b'), npm('a', 'd')])).toBe(
      'path does not fit: identifier CVE-2026-1 is found at b'
    )
    expect(problemOf(advisory('CVE-2026-1', null, 'x'), [npm('a', null)])).toBe(
      'path does not fit: identifier CVE-2026-1 is found at no path'
    )
    // What is at a path that fits is not covered for another reason: the other end of the alphabet says more.
    const at = (path: string) => ({ path, startLine: 1, startColumn: null, endLine: null, endColumn: null })
    const both = finding({ location: at('src/a.ts'), otherLocations: [at('web/b.ts')] })
    expect(problemOf(rule('src/**'), [both])).toBe(
      'path does not fit: rule js.sql-injection of Semgrep is found at web/b.ts'
    )
    expect(problemOf(rule('web/**'), [both])).toBe(
      'path does not fit: rule js.sql-injection of Semgrep is found at src/a.ts'
    )
  })

  test('two findings with one id are excepted by what names them otherwise', () => {
    const { granted } = settle(
      [record('EXC-1', { match: rule('src/db.ts') })],
      [candidate(1), candidate(1)],
      policy,
      NOW
    )
    expect(granted.size).toBe(2)
  })

  test('two findings with one id: neither is excepted by it', () => {
    const { granted, refused } = settle([record('EXC-1')], [candidate(1), candidate(1)], policy, NOW)
    expect(granted.size).toBe(0)
    expect(refused.get(0)).toEqual(['exception EXC-1 does not hold: two findings have this id'])
  })

  test('where the rules say pass an exception changes nothing, and is not called unused', () => {
    expect(one(record('EXC-1'), candidate(1, { matters: false }))).toMatchObject({ granted: null, status: 'active' })
  })
})

describe('a finding about several vulnerabilities', () => {
  const by = (id: string, identifier: string, expiresText = '2026-12-20') =>
    record(id, { expiresText, match: { kind: 'advisory', identifier, package: 'pkg:npm/a', path: null } })
  const about = (...identifiers: string[]) => candidate(1, { finding: dependency('pkg:npm/a@1', identifiers) })
  const grant = (records: readonly ExceptionRecord[], found: ExceptionCandidate) =>
    settle(records, [found], policy, NOW).granted.get(0) ?? null
  const two = about('CVE-2026-1', 'CVE-2026-2', 'USN-6543-1', 'CWE-79')
  const pairs = about('CVE-2026-1', 'CVE-2026-2', 'GHSA-aaaa-bbbb-cccc', 'GHSA-dddd-eeee-ffff')

  test.each<[string, readonly string[], ExceptionCandidate, boolean]>([
    ['one CVE of two', ['CVE-2026-1'], two, false],
    ['the other CVE', ['CVE-2026-2'], two, false],
    ['the notice that lists both', ['USN-6543-1'], two, false],
    ['one CVE and the notice', ['CVE-2026-1', 'USN-6543-1'], two, false],
    ['the weakness', ['CVE-2026-1', 'CVE-2026-3'], two, false],
    ['one of two notices', ['RHSA-2026:1'], about('RHSA-2026:1', 'RHSA-2026:2'), false],
    ['both notices', ['RHSA-2026:1', 'RHSA-2026:2'], about('RHSA-2026:1', 'RHSA-2026:2'), true],
    ['a notice with two weaknesses', ['USN-1-1'], about('USN-1-1', 'CWE-79', 'CWE-80'), true],
    ['one CVE that is written twice', ['cve-2026-1'], about('CVE-2026-1', 'cve-2026-1'), true],
    ['one CVE beside what is no id', ['CVE-2026-1'], about('CVE-2026-1', '12345'), true],
    ['both', ['CVE-2026-1', 'CVE-2026-2'], two, true],
    ['both in lower case', ['cve-2026-1', 'cve-2026-2'], two, true],
    ['both by another database', ['GHSA-aaaa-bbbb-cccc', 'ghsa-dddd-eeee-ffff'], pairs, true],
    ['one by each database', ['CVE-2026-1', 'GHSA-dddd-eeee-ffff'], pairs, false],
    ['one of two without CVE', ['GHSA-aaaa-bbbb-cccc'], about('GHSA-aaaa-bbbb-cccc', 'GHSA-dddd-eeee-ffff'), false],
    [
      'one of two of GitHub, where one has no CVE',
      ['GHSA-dddd-eeee-ffff'],
      about('CVE-2026-1', 'GHSA-aaaa-bbbb-cccc', 'GHSA-dddd-eeee-ffff'),
      false
    ],
    ['any name of one CVE', ['USN-2-1'], about('CVE-2026-1', 'GHSA-aaaa-bbbb-cccc', 'USN-1-1', 'USN-2-1'), true],
    ['an alias', ['USN-6543-1'], about('CVE-2026-1', 'USN-6543-1'), true]
  ])('%s', (_, identifiers, found, expected) => {
    const records = identifiers.map((identifier, index) => by(`EXC-${index}`, identifier))
    expect(grant(records, found) !== null).toBe(expected)
    expect(grant(records.toReversed(), found) !== null).toBe(expected)
  })

  test.each([
    [3, 'CVE-2026-2, CVE-2026-3, CVE-2026-4'],
    [4, 'CVE-2026-2, CVE-2026-3, CVE-2026-4 and 1 more'],
    [5, 'CVE-2026-2, CVE-2026-3, CVE-2026-4 and 2 more']
  ])('of %i others some are named', (others, named) => {
    const found = about(...Array.from({ length: others + 1 }, (_, index) => `CVE-2026-${index + 1}`))
    const { refused } = settle([by('EXC-1', 'CVE-2026-1')], [found], policy, NOW)
    expect(refused.get(0)).toEqual([
      `exception EXC-1 does not hold: the finding is about ${named} too, and each needs an exception`
    ])
  })

  test('of several for one id the one that holds longest counts', () => {
    const [short, long] = [by('EXC-1', 'CVE-2026-1', '2026-12-01'), by('EXC-2', 'CVE-2026-1', '2026-12-15')]
    const path = { kind: 'advisory', identifier: 'CVE-2026-1', package: null, path: 'package-lock.json' } as const
    const other = by('EXC-3', 'CVE-2026-2', '2026-12-20')
    for (const records of [
      [short, long, other],
      [other, { ...long, match: path }, short],
      [{ ...short, match: path }, long, other]
    ])
      expect(grant(records, two)).toEqual({ id: 'EXC-2', expires: '2026-12-15' })
  })

  test('whether it is about several', () => {
    expect([two, about('CVE-2026-1', 'USN-1-1'), about()].map(each => isAboutSeveral(each.finding))).toEqual([
      true,
      false,
      false
    ])
  })

  test('what is missing is told, and the exception is invalid', () => {
    const { refused, outcomes } = settle([by('EXC-1', 'CVE-2026-1')], [two], policy, NOW)
    const sentence = 'the finding is about CVE-2026-2 too, and each needs an exception'
    expect(refused.get(0)).toEqual([`exception EXC-1 does not hold: ${sentence}`])
    expect(outcomes).toMatchObject([{ status: 'invalid', problem: sentence }])
  })

  test('together they end with the first that ends, and none is called unneeded', () => {
    const both = [by('EXC-1', 'CVE-2026-1', '2026-12-01'), by('EXC-2', 'CVE-2026-2', '2026-12-10')]
    const { granted, outcomes, notices } = settle(both, [two], policy, NOW)
    expect(granted.get(0)).toEqual({ id: 'EXC-1', expires: '2026-12-01' })
    expect(outcomes.map(({ status }) => status)).toEqual(['active', 'active'])
    expect(notices.map(({ code }) => code)).not.toContain('exception-shadowed')
    const over = settle(both, [two], policy, '2026-12-02T00:00:00.000Z')
    expect(over.granted.size).toBe(0)
    expect(over.refused.get(0)).toEqual([
      'exception EXC-1 expired on 2026-12-01',
      'exception EXC-2 does not hold: the finding is about CVE-2026-1 too, and each needs an exception'
    ])
  })

  test('by its id the finding is covered whole, and a rule needs no advisory', () => {
    expect(grant([record('EXC-1')], two)).not.toBeNull()
    const match: ExceptionMatch = { kind: 'rule', tool: 'Trivy', ruleId: 'CVE-2026-1', path: 'package-lock.json' }
    expect(grant([record('EXC-1', { match })], two)).not.toBeNull()
  })
})

test('an outcome carries what the exception says for itself', () => {
  expect(
    settle([record('EXC-1')], [candidate(1, { tier: 0, effectiveSeverity: 'low' })], policy, NOW).outcomes
  ).toEqual([
    expect.objectContaining({
      account: {
        type: 'risk-accept',
        reason: 'The endpoint is disabled in production',
        owner: '@alice',
        approvers: ['@sec-bob', '@sec-carol'].map(login => ({ login, at: '2026-11-01T00:00:00.000Z', url: null })),
        ticket: 'SEC-12',
        controls: ['WAF rule 1234'],
        quorum: { needed: 2, have: 2 }
      }
    })
  ])
})

test('thousands of entries about thousands of findings are each looked at once', () => {
  const count = 5_000
  const path = (index: number) => `src/file-${index}.ts`
  const records = Array.from({ length: count }, (_, index) =>
    record(`EXC-${index}`, {
      match: { kind: 'rule', tool: 'Semgrep', ruleId: 'js.sql-injection', path: path(index) }
    })
  )
  let asked = 0
  const candidates = Array.from({ length: count }, (_, index) => {
    const found = finding({
      location: { path: path(index), startLine: 1, startColumn: null, endLine: null, endColumn: null }
    })
    return candidate(index, {
      get finding() {
        asked += 1
        return found
      }
    })
  })
  expect(settle(records, candidates, policy, NOW).granted.size).toBe(count)
  expect(asked).toBeLessThan(20 * count)
})

describe('several exceptions for one finding', () => {
  const expired = record('EXC-0', { expiresText: '2026-11-10' })
  const live = record('EXC-1', { expiresText: '2026-12-01' })
  const longer = record('EXC-2', { expiresText: '2026-12-05' })

  test('an expired one never shadows a live one', () => {
    for (const records of [
      [expired, live],
      [live, expired]
    ]) {
      const { granted, refused } = settle(records, [candidate(1)], policy, NOW)
      expect(granted.get(0)?.id).toBe('EXC-1')
      expect(refused.size).toBe(0)
    }
  })

  test('the one that holds longest is shown, the other is called unneeded', () => {
    const { granted, notices } = settle([live, longer], [candidate(1)], policy, NOW)
    expect(granted.get(0)?.id).toBe('EXC-2')
    expect(notices.find(({ code }) => code === 'exception-shadowed')?.message).toContain('EXC-1 is not needed: EXC-2')
  })

  test('also where they match in different ways', () => {
    const byRule = record('EXC-3', {
      match: { kind: 'rule', tool: 'Semgrep', ruleId: 'js.sql-injection', path: 'src/db.ts' }
    })
    const { granted, notices } = settle([live, byRule], [candidate(1)], policy, NOW)
    expect(granted.get(0)?.id).toBe('EXC-3')
    expect(notices.find(({ code }) => code === 'exception-shadowed')?.message).toContain('EXC-1')
  })

  test('all that do not hold are told', () => {
    const invalid = record('EXC-9', { expiresText: '2027-12-01' })
    expect(settle([expired, invalid], [candidate(1)], policy, NOW).refused.get(0)).toEqual([
      'exception EXC-0 expired on 2026-11-10',
      expect.stringContaining('exception EXC-9 does not hold: it runs for 395 days')
    ])
  })
})

describe('notices', () => {
  test('an exception over many findings is called broad', () => {
    const match: ExceptionMatch = { kind: 'rule', tool: 'Semgrep', ruleId: 'js.sql-injection', path: 'src/db.ts' }
    const findings = Array.from({ length: 11 }, (_, number) => candidate(number))
    const codes = (count: number) =>
      settle([record('EXC-1', { match })], findings.slice(0, count), policy, NOW).notices.map(({ code }) => code)
    expect(codes(11)).toContain('exception-broad')
    expect(codes(10)).not.toContain('exception-broad')
  })

  test('fewer names than a pull request would need', () => {
    const result = one(
      record('EXC-1', { approvedBy: ['@sec-bob'], expiresText: '2026-11-10', approvedAt: '2026-11-01T00:00:00.000Z' }),
      candidate(1, { tier: 0 }),
      '2026-11-02T00:00:00.000Z'
    )
    expect(result.notices).toContain('exception-few-approvals')
    expect(result.granted).not.toBeNull()
  })
})

test('many findings and many exceptions meet in one pass', () => {
  // Thirty million comparisons would take minutes: this ends within the test's time, whatever the machine.
  const findings = Array.from({ length: 30_000 }, (_, n) =>
    candidate(n, {
      finding: dependency(
        `pkg:npm/p${n % 5000}@1.${n % 7}`,
        [`CVE-2026-${n % 900}`],
        `apps/a${n % 50}/package-lock.json`
      )
    })
  )
  const records = Array.from({ length: 1000 }, (_, n) =>
    record(`EXC-${n}`, {
      match: {
        kind: 'advisory',
        identifier: `CVE-2026-${n % 300}`,
        package: `pkg:npm/p${n}`,
        path: n % 2 ? 'apps/**' : null
      }
    })
  )
  const { granted, outcomes } = settle(records, findings, policy, NOW)
  expect(outcomes).toHaveLength(1000)
  expect(granted.size).toBeGreaterThan(0)
})
