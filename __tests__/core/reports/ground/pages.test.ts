import { expect, test } from '@jest/globals'
import { advisoryPages, rulePages } from '../../../../src/core/reports/ground/pages.js'
import { aFinding } from '../../../builders.js'

test('advisories before weaknesses, at our own addresses', () => {
  const identifiers = ['CWE-1321', 'CVE-2021-44906', 'GHSA-xvch-5gv4-984h', 'SNYK-JS-MINIMIST-2429795', 'TICKET-1']
  expect(advisoryPages(aFinding({ identifiers })).map(({ address }) => address)).toEqual([
    'https://nvd.nist.gov/vuln/detail/CVE-2021-44906',
    'https://github.com/advisories/GHSA-xvch-5gv4-984h',
    'https://security.snyk.io/vuln/SNYK-JS-MINIMIST-2429795',
    'https://cwe.mitre.org/data/definitions/1321.html'
  ])
})

test.each([
  ['CodeQL', 'js/sql-injection', 'https://codeql.github.com/codeql-query-help/javascript/js-sql-injection/'],
  ['ESLint', 'no-eval', 'https://eslint.org/docs/latest/rules/no-eval'],
  ['ESLint', 'security/detect-eval', null],
  ['CodeQL', 'xx/a', null],
  [
    'Semgrep OSS',
    'javascript.lang.security.audit.detect-eval',
    'https://semgrep.dev/r/javascript.lang.security.audit.detect-eval'
  ],
  ['ESLint', 'x](http://evil)', null],
  ['Evil', 'no-eval', null]
])('the page of %s %s', (tool, ruleId, address) => {
  const finding = aFinding({ tool, ruleId, helpUri: 'https://evil.example/' })
  expect(rulePages(finding).map(reference => reference.address)).toEqual(address === null ? [] : [address])
})
