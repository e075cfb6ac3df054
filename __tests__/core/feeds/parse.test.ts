import { describe, expect, test } from '@jest/globals'
import { NO_FACTS } from '../../../src/core/feeds/feed.js'
import { factsOf, indexVex } from '../../../src/core/feeds/lookup.js'
import { parseEpss, parseKev, parseVex } from '../../../src/core/feeds/parse.js'
import { ConfigurationError } from '../../../src/core/ground/errors.js'
import { advisory } from '../identity/builders.js'

const problemOf = (parse: () => unknown): string => {
  try {
    parse()
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message
    throw error
  }
  return 'no problem'
}

describe('KEV', () => {
  const kev = (more: object) =>
    parseKev(JSON.stringify({ dateReleased: '2026-11-20T10:00:00.000Z', ...more }), 'k.json')
  const entry = (cveID: string) => ({ cveID, dateAdded: '2026-01-02' })

  test('is read by CVE, in any case, with its date', () => {
    const { released, cves } = kev({ count: 1, vulnerabilities: [entry(' cve-2026-1000 ')] })
    expect([released, [...cves]]).toEqual(['2026-11-20T10:00:00Z', [['CVE-2026-1000', '2026-01-02']]])
  })
  test.each<[string, string, RegExp]>([
    ['no JSON', '{', /^k\.json: not JSON/],
    ['a list', '[]', /^k\.json: not a JSON object/],
    ['something else', '{}', /has no list `vulnerabilities`/],
    ['an entry without a CVE', '{"vulnerabilities":[{}]}', /vulnerabilities\[0\] has no CVE id/],
    ['fewer entries than it counts', '{"count":2,"vulnerabilities":[{"cveID":"CVE-2026-1000"}]}', /says that it has 2 /]
  ])('%s is an error', (_, text, expected) => expect(problemOf(() => parseKev(text, 'k.json'))).toMatch(expected))
  test('a date that is none is not known', () => {
    expect(kev({ dateReleased: 'soon', vulnerabilities: [] }).released).toBeNull()
  })
})

describe('EPSS', () => {
  const HEAD = '#model_version:v2025,score_date:2026-11-23T00:00:00+0000\ncve,epss,percentile\n'
  test('is read with its date, whatever ends its lines', () => {
    const { date, scores } = parseEpss(`${HEAD}CVE-2026-1000,0.5,0.9\r\ncve-2026-1001,1,1\n\n`, 'e.csv')
    expect([date, [...scores]]).toEqual([
      '2026-11-23T00:00:00Z',
      [
        ['CVE-2026-1000', 0.5],
        ['CVE-2026-1001', 1]
      ]
    ])
  })
  test.each<[string, string, RegExp]>([
    ['nothing', '', /^e\.csv:1:1: the file is empty/],
    ['no header', 'CVE-2026-1000,0.5\n', /^e\.csv:1:1: the header names no columns/],
    ['a score above 1', `${HEAD}CVE-2026-1000,1.5,0\n`, /^e\.csv:3:1: not a CVE id with a score/],
    ['an absent score', `${HEAD}CVE-2026-1000,,0\n`, /^e\.csv:3:1: not a CVE id with a score/],
    ['another id', `${HEAD}GHSA-x,0.5,0\n`, /^e\.csv:3:1: not a CVE id/]
  ])('%s is an error', (_, text, expected) => expect(problemOf(() => parseEpss(text, 'e.csv'))).toMatch(expected))
})

describe('VEX', () => {
  const statement = (more: object) => ({ vulnerability: { name: 'CVE-2026-1000' }, status: 'not_affected', ...more })
  const lodash = (more: object = {}) => ({ products: [{ '@id': 'pkg:npm/lodash@1.0' }], ...more })
  const reachabilityBy = (statements: readonly object[], finding = advisory('CVE-2026-1000', '1.0')) =>
    factsOf(finding, { ...NO_FACTS, vex: indexVex(parseVex(JSON.stringify({ statements }), 'v.json')) }).reachability

  test.each<[string, readonly object[], string]>([
    ['the package', [statement(lodash())], 'unreachable'],
    ['the package of any version', [statement({ products: [{ '@id': 'pkg:npm/lodash' }] })], 'unreachable'],
    ['the package by a plain text', [statement({ products: ['pkg:npm/lodash@1.0'] })], 'unreachable'],
    [
      'the package by its identifiers',
      [statement({ products: [{ identifiers: { purl: 'pkg:npm/lodash@1.0' } }] })],
      'unreachable'
    ],
    [
      'a part of a product',
      [statement({ products: [{ '@id': 'pkg:oci/app', subcomponents: [{ '@id': 'pkg:npm/lodash@1.0' }] }] })],
      'unreachable'
    ],
    ['no product in particular', [statement({})], 'unreachable'],
    ['the vulnerability as a plain text', [statement(lodash({ vulnerability: 'cve-2026-1000' }))], 'unreachable'],
    [
      'one of its aliases',
      [statement(lodash({ vulnerability: { name: 'GHSA-x', aliases: ['CVE-2026-1000'] } }))],
      'unreachable'
    ],
    ['another version', [statement({ products: [{ '@id': 'pkg:npm/lodash@2.0' }] })], 'unknown'],
    ['another package', [statement({ products: [{ '@id': 'pkg:npm/lodash-es@1.0' }] })], 'unknown'],
    [
      'another part of a product',
      [statement({ products: [{ '@id': 'pkg:npm/lodash', subcomponents: [{ '@id': 'pkg:npm/x' }] }] })],
      'unknown'
    ],
    [
      'products that are named in another way',
      [statement({ products: [{ identifiers: { cpe23: 'cpe:2.3:a:x' } }] })],
      'unknown'
    ],
    ['another vulnerability', [statement(lodash({ vulnerability: { name: 'CVE-2026-1001' } }))], 'unknown'],
    ['the package, and says that it is affected', [statement(lodash({ status: 'affected' }))], 'unknown'],
    ['both', [statement(lodash()), statement(lodash({ status: 'under_investigation' }))], 'unknown']
  ])('about %s', (_, statements, expected) => expect(reachabilityBy(statements)).toBe(expected))

  test('never contradicts a scanner that saw the code reached', () => {
    const finding = advisory('CVE-2026-1000', '1.0', 'p', { reachability: 'reachable' })
    expect(reachabilityBy([statement(lodash())], finding)).toBe('reachable')
  })
  test.each<[string, string, RegExp]>([
    ['no statements', '{}', /^v\.json: has no list `statements`/],
    ['no vulnerability', JSON.stringify({ statements: [{ status: 'fixed' }] }), /statements\[0\] has no vulnerability/],
    ['an unknown status', JSON.stringify({ statements: [statement({ status: 'fine' })] }), /no known status/]
  ])('%s is an error', (_, text, expected) => expect(problemOf(() => parseVex(text, 'v.json'))).toMatch(expected))
})
