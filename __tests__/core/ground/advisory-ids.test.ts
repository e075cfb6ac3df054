import { describe, expect, test } from '@jest/globals'
import { advisoriesIn, identifierMisfit, weaknessesIn } from '../../../src/core/ground/advisory-ids.js'

describe('spellings', () => {
  test.each([
    ['89: no', []],
    ['CWE-89', ['CWE-89']],
    ['cwe-089', ['CWE-89']],
    ['CWE-89: Improper', ['CWE-89']],
    ['external/cwe/cwe-089', ['CWE-89']],
    ['CWE:614', ['CWE-614']],
    ['CWE-532 Insertion', ['CWE-532']],
    ['CWE_79', ['CWE-79']],
    ['https://cwe.mitre.org/data/definitions/78.html', ['CWE-78']],
    ['CWE-0', []],
    ['xcwe-12', []]
  ])('%s', (value, expected) => {
    expect(weaknessesIn(value)).toEqual(expected)
  })

  test.each([
    ['cve-2021-44228', ['CVE-2021-44228']],
    ['CVE-2021-44228_log4j@2.0', ['CVE-2021-44228']],
    ['CVE-2021-44228-log4j', ['CVE-2021-44228']],
    ['BDSA-2020-1001 (CVE-2020-11022)', ['BDSA-2020-1001', 'CVE-2020-11022']],
    ['ghsa-29MW-wpgm-hmr9', ['GHSA-29mw-wpgm-hmr9']],
    ['GO-2021-0113', ['GO-2021-0113']],
    ['RUSTSEC-2022-0013', ['RUSTSEC-2022-0013']],
    ['PYSEC-2025-49', ['PYSEC-2025-49']],
    ['SNYK-JS-LODASH-567746', ['SNYK-JS-LODASH-567746']],
    ['SNYK-CC-TF-1', []],
    ['CVE-21-1', []],
    ['xCVE-2021-44228', []]
  ])('%s', (value, expected) => {
    expect([...advisoriesIn(value)].sort()).toEqual(expected)
  })
})

describe('what a finding can have as an identifier', () => {
  test.each([
    'CVE-2021-44228',
    'cve-2021-44228',
    'CWE-79',
    'GHSA-29mw-wpgm-hmr9',
    'BIT-redis-2025-49844',
    'snyk-js-lodash-567746',
    'RHSA-2024:1234',
    'USN-6543-1',
    'CVE-*',
    'CVE-2026-*',
    '*',
    '*44228',
    'c*',
    '{CVE,GHSA}-*',
    'BIT-redis-*'
  ])('%s', value => {
    expect(identifierMisfit(value)).toBeNull()
  })

  test.each([
    ['CVE-2026', 'begin with'],
    ['CVE 2026 1234', 'begin with'],
    ['log4shell', 'begin with'],
    ['lodash*', 'begin with'],
    ['java/sql-*', 'begin with'],
    ['CWE-079', 'Write `CWE-79`'],
    ['CVE-2021-44228.', 'Write `CVE-2021-44228`'],
    ['https://nvd.nist.gov/vuln/detail/CVE-2021-44228', 'Write `CVE-2021-44228`']
  ])('not %s', (value, hint) => {
    expect(identifierMisfit(value)?.hint).toContain(hint)
  })
})
