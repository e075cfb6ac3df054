import { describe, expect, test } from '@jest/globals'
import { NO_FACTS } from '../../../src/core/feeds/feed.js'
import { factsOf } from '../../../src/core/feeds/lookup.js'
import { parseEpss, parseKev, parseVex } from '../../../src/core/feeds/parse.js'
import { indexVex } from '../../../src/core/feeds/vex.js'
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
  const entry = (cveID: string, more: object = {}) => ({ cveID, dateAdded: '2026-01-02', ...more })

  test.each<[string, object, object]>([
    ['nothing more', {}, { dueDate: null, ransomware: null }],
    [
      'a day and a campaign',
      { dueDate: '2026-01-23', knownRansomwareCampaignUse: 'Known' },
      { dueDate: '2026-01-23', ransomware: true }
    ],
    ['neither known', { dueDate: 'soon', knownRansomwareCampaignUse: 'Unknown' }, { dueDate: null, ransomware: null }],
    ['of other kinds', { dueDate: 3, knownRansomwareCampaignUse: true }, { dueDate: null, ransomware: null }]
  ])('is read by CVE, in any case, with its dates: %s', (_, more, expected) => {
    const { released, cves } = kev({ count: 1, vulnerabilities: [entry(' cve-2026-1000 ', more)] })
    expect([released, [...cves]]).toEqual([
      '2026-11-20T10:00:00Z',
      [['CVE-2026-1000', { added: '2026-01-02', ...expected }]]
    ])
  })
  test.each<[string, string, RegExp]>([
    ['no JSON', '{', /^k\.json:1:2: not JSON/],
    ['no JSON from some line on', '{\n  "count": 1,\n}', /^k\.json:3:1: not JSON/],
    ['no object', '[]', /^k\.json: not a JSON object/],
    [
      'an entry without a CVE, on its line',
      '{\n"vulnerabilities":[\n{"cveID":"x"}]}',
      /^k\.json:3:10: vulnerabilities\[0\] has no CVE id/
    ],
    ['fewer than it counts', '{\n"count": 2, "vulnerabilities":[]}', /^k\.json:2:10: says that it has 2/],
    ['no JSON, which is told in one line', '[[[[[[[[[t\n::error::x', /^k\.json:1:10: not JSON: .*\[\[t ::error.*$/],
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
  const statement = (more: object) => ({
    vulnerability: { name: 'CVE-2026-1000' },
    status: 'not_affected',
    justification: 'component_not_present',
    ...more
  })
  const lodash = (more: object = {}) => ({ products: [{ '@id': 'pkg:npm/lodash@1.0' }], ...more })
  const reachabilityBy = (statements: readonly object[], finding = advisory('CVE-2026-1000', '1.0')) =>
    factsOf(finding, { ...NO_FACTS, vex: indexVex(parseVex(JSON.stringify({ statements }), 'v.json')) }, 'acme/pay')
      .reachability

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
      'the package beside an id of another kind',
      [statement({ products: [{ '@id': 'https://acme.example/x', identifiers: { purl: 'pkg:npm/lodash@1.0' } }] })],
      'unreachable'
    ],
    [
      "a part of somebody else's product",
      [statement({ products: [{ '@id': 'pkg:oci/app', subcomponents: [{ '@id': 'pkg:npm/lodash@1.0' }] }] })],
      'unknown'
    ],
    [
      'a part of the repository',
      [statement({ products: [{ '@id': 'pkg:github/Acme/pay', subcomponents: [{ '@id': 'pkg:npm/lodash@1.0' }] }] })],
      'unreachable'
    ],
    [
      'another part of the repository',
      [statement({ products: [{ '@id': 'pkg:github/acme/pay', subcomponents: [{ '@id': 'pkg:npm/x@1.0' }] }] })],
      'unknown'
    ],
    [
      'the repository by its address',
      [statement({ products: [{ '@id': 'https://github.com/acme/pay' }] })],
      'unreachable'
    ],
    ['one version of the repository', [statement({ products: [{ '@id': 'pkg:github/acme/pay@v1' }] })], 'unknown'],
    ['another repository', [statement({ products: [{ '@id': 'pkg:github/acme/payments' }] })], 'unknown'],
    ['no product', [statement({})], 'unknown'],
    ['the package without a justification', [statement(lodash({ justification: undefined }))], 'unknown'],
    ['the package with a blank justification', [statement(lodash({ justification: ' ' }))], 'unknown'],
    [
      'the package with an impact statement',
      [statement(lodash({ justification: undefined, impact_statement: 'Not compiled in' }))],
      'unreachable'
    ],
    ['another architecture', [statement({ products: [{ '@id': 'pkg:npm/lodash@1.0?arch=armv7' }] })], 'unknown'],
    [
      'the package, later than that it is looked at',
      [
        statement(lodash({ status: 'under_investigation', timestamp: '2026-01-08T00:00:00Z' })),
        statement(lodash({ timestamp: '2026-01-09T00:00:00Z' }))
      ],
      'unreachable'
    ],
    [
      'the package, earlier than that it is affected',
      [
        statement(lodash({ timestamp: '2026-01-08T00:00:00Z' })),
        statement(lodash({ status: 'affected', timestamp: '2026-01-09T00:00:00Z' }))
      ],
      'unknown'
    ],
    [
      'the package at a time that nobody knows, with one of another kind',
      [statement(lodash()), statement(lodash({ status: 'affected', timestamp: '2026-01-09T00:00:00Z' }))],
      'unknown'
    ],
    [
      'the package, later, without a justification',
      [
        statement(lodash({ status: 'affected', timestamp: '2026-01-08T00:00:00Z' })),
        statement(lodash({ justification: undefined, timestamp: '2026-01-09T00:00:00Z' }))
      ],
      'unknown'
    ],
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

  test.each([
    ['acme/web/shop', 'pkg:generic/acme/web/shop', 'unreachable'],
    ['Acme/Web/Shop', 'pkg:generic/acme/web/shop', 'unreachable'],
    ['My Project/shop', 'pkg:github/my%20project/shop', 'unreachable'],
    ['acme/pay', 'pkg:generic/acme/pay?vcs_url=git+https://gitlab.com/acme/pay', 'unreachable'],
    ['acme/pay', 'pkg:bitbucket/acme/pay', 'unreachable'],
    ['acme/pay', 'pkg:generic/acme/pay@1', 'unknown'],
    ['acme/pay', 'pkg:npm/acme/pay', 'unknown'],
    ['acme/web/shop', 'pkg:github/web/shop', 'unknown'],
    ['acme/web/shop', 'pkg:generic/acme/shop', 'unknown']
  ])('about the repository %s, named %s', (repository, id, expected) => {
    const statements = JSON.stringify({ statements: [statement({ products: [{ '@id': id }] })] })
    const facts = { ...NO_FACTS, vex: indexVex(parseVex(statements, 'v.json')) }
    expect(factsOf(advisory('CVE-2026-1000', '1.0'), facts, repository).reachability).toBe(expected)
  })

  test.each<[string, readonly string[], readonly string[], string]>([
    ['a GHSA in any case', ['GHSA-29mw-wpgm-hmr9'], ['ghsa-29MW-wpgm-hmr9'], 'unreachable'],
    ['one of two CVEs', ['CVE-2026-1000', 'CVE-2026-1001'], ['CVE-2026-1000'], 'unknown'],
    ['both CVEs', ['CVE-2026-1000', 'CVE-2026-1001'], ['CVE-2026-1000', 'CVE-2026-1001'], 'unreachable'],
    [
      'one of two of GitHub, where one has no CVE',
      ['CVE-2026-1000', 'GHSA-29mw-wpgm-hmr9', 'GHSA-29mw-wpgm-hmr8'],
      ['GHSA-29mw-wpgm-hmr8'],
      'unknown'
    ],
    [
      'two CVEs by an alias',
      ['CVE-2026-1000', 'CVE-2026-1001', 'GHSA-29mw-wpgm-hmr9'],
      ['GHSA-29mw-wpgm-hmr9'],
      'unknown'
    ]
  ])('about %s', (_, identifiers, names, expected) => {
    const finding = advisory('CVE-2026-1000', '1.0', 'p', { identifiers })
    const statements = names.map(name => statement(lodash({ vulnerability: { name } })))
    expect(reachabilityBy(statements, finding)).toBe(expected)
  })

  test.each<[string, readonly (string | null)[], string]>([
    ['all', ['pkg:npm/lodash@1.0', 'pkg:npm/lodash@1.0?arch=x'], 'unreachable'],
    ['one of two', ['pkg:npm/lodash@1.0', 'pkg:npm/lodash@2.0'], 'unknown'],
    ['one, where another names none,', ['pkg:npm/lodash@1.0', null], 'unknown']
  ])('has to cover the packages of %s reporters', (_, purls, expected) => {
    const packageReports = purls.map(purl => ({ purl, reachability: 'unknown' as const, fixAvailable: null }))
    const finding = advisory('CVE-2026-1000', '1.0', 'p', { packageReports })
    expect(reachabilityBy([statement(lodash())], finding)).toBe(expected)
  })

  test.each<[string, string, string]>([
    ['its name', 'pkg:oci/pay', 'unreachable'],
    ['its name and registry', 'pkg:oci/pay?repository_url=ghcr.io/acme/pay', 'unreachable'],
    ['its digest', 'pkg:oci/pay@sha256:0a1b', 'unreachable'],
    ['another digest', 'pkg:oci/pay@sha256:0a1c', 'unknown'],
    ['another registry', 'pkg:oci/pay?repository_url=ghcr.io/other/pay', 'unknown'],
    ['another image', 'pkg:oci/payments', 'unknown']
  ])('about a part of the image by %s', (_, id, expected) => {
    const clues = { snippet: null, fingerprints: {}, symbol: 'ghcr.io/acme/pay:1.2@sha256:0a1b#lodash' }
    const finding = advisory('CVE-2026-1000', '1.0', 'p', { category: 'container', clues })
    const products = [{ '@id': id, subcomponents: [{ '@id': 'pkg:npm/lodash@1.0' }] }]
    expect(reachabilityBy([statement({ products })], finding)).toBe(expected)
    expect(reachabilityBy([statement({ products })])).toBe('unknown')
  })

  test('never contradicts a scanner that saw the code reached', () => {
    const finding = advisory('CVE-2026-1000', '1.0', 'p', { reachability: 'reachable' })
    expect(reachabilityBy([statement(lodash())], finding)).toBe('reachable')
  })
  test.each<[string, string, RegExp]>([
    ['no statements', '{}', /^v\.json: has no list `statements`/],
    ['no JSON', '{"statements": [', /^v\.json:1:17: not JSON/],
    [
      'a status that nobody knows',
      '{"statements": [\n{"vulnerability": "CVE-2026-1", "status": "x"}]}',
      /^v\.json:2:43: statements\[0\]/
    ],
    ['no vulnerability', JSON.stringify({ statements: [{ status: 'fixed' }] }), /statements\[0\] has no vulnerability/],
    ['an unknown status', JSON.stringify({ statements: [statement({ status: 'fine' })] }), /no known status/]
  ])('%s is an error', (_, text, expected) => expect(problemOf(() => parseVex(text, 'v.json'))).toMatch(expected))
})
