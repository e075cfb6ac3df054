import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/core/ground/json.js'
import { logOf, normalise } from '../feed.js'

test('a cell of blanks without an end is read in one go', () => {
  // Thousands of blanks, which a pattern may divide among three places in as many ways as there are stars.
  const markdown = `| [CVE-1](a) |b|c|${' '.repeat(7_900)}\n| [CVE-1](a) | high | yes |  zlib  |  1.2.11 | fixed in 1.2.12 |`
  const { findings } = normalise(
    logOf({
      tool: { driver: { name: 'Prisma Cloud', rules: [{ id: 'CVE-2026-1000', help: { text: 'h', markdown } }] } },
      results: [{ ruleId: 'CVE-2026-1000', message: { text: 'm' } }]
    })
  )
  expect(findings[0]?.package).toMatchObject({ name: 'zlib', version: '1.2.11', fixedVersion: '1.2.12' })
})

interface Case {
  readonly tool: string
  readonly id: string
  readonly rule?: JsonObject
  readonly result?: JsonObject
  readonly uri?: string
}
function found({ tool, id, rule = {}, result = {}, uri = 'x' }: Case) {
  const location = { physicalLocation: { artifactLocation: { uri } } }
  const { logical, ...rest } = result
  const log = logOf({
    tool: { driver: { name: tool, rules: [{ id, ...rule }] } },
    results: [
      {
        ruleId: id,
        message: { text: 'm' },
        locations: [{ ...location, ...(logical === undefined ? {} : { logicalLocations: logical }) }],
        ...rest
      }
    ]
  })
  const [finding] = normalise(log).findings
  return [finding?.package?.purl, finding?.package?.version, finding?.package?.fixedVersion, finding?.fixAvailable]
}
const message = (text: string): JsonObject => ({ message: { text } })
const logical = (fullyQualifiedName: string): JsonObject => ({ logical: [{ fullyQualifiedName }] })

describe('where tools name the package', () => {
  test.each<[string, Case, readonly unknown[]]>([
    [
      'Trivy',
      {
        tool: 'Trivy',
        id: 'CVE-2020-0001',
        uri: 'package-lock.json',
        rule: { name: 'LanguageSpecificPackageVulnerability' },
        result: message(
          'Package: @a/b\nInstalled Version: 1.0.0\nVulnerability CVE-2020-0001\nSeverity: LOW\nFixed Version: 1.0.1, 2.0.0\nLink: x'
        )
      },
      ['pkg:npm/%40a/b@1.0.0', '1.0.0', '1.0.1, 2.0.0', true]
    ],
    [
      'Trivy without a fix',
      {
        tool: 'Trivy',
        id: 'CVE-2020-0001',
        uri: 'go.mod',
        result: message('Package: a.b/c\nInstalled Version: v1\nSeverity: LOW\nFixed Version: \nLink: x')
      },
      ['pkg:golang/a.b/c@v1', 'v1', null, false]
    ],
    [
      'OSV-Scanner',
      {
        tool: 'osv-scanner',
        id: 'CVE-2020-0001',
        uri: 'yarn.lock',
        rule: { help: { markdown: '| CVE-2020-0001 | other | 9.0.0 |\n| GHSA-29mw-wpgm-hmr9 | @a/b | 1.6.1 |\n' } },
        result: message("Package '@a/b@1.5.0' is vulnerable to 'CVE-2020-0001'.")
      },
      ['pkg:npm/%40a/b@1.5.0', '1.5.0', '1.6.1', true]
    ],
    [
      'Grype',
      {
        tool: 'grype',
        id: 'CVE-2020-0001-openssl-dev',
        rule: {
          help: { text: 'Fix Version: 1.2\nType: apk' },
          properties: { purls: ['pkg:apk/alpine/openssl-dev@1.1?arch=x', 'pkg:apk/alpine/other@1'] }
        },
        result: message('A high vulnerability in apk package: openssl-dev, version 1.1 was found in image a:1 at: /lib')
      },
      ['pkg:apk/alpine/openssl-dev@1.1?arch=x', '1.1', '1.2', true]
    ],
    [
      'Snyk, scoped',
      {
        tool: 'Snyk Open Source',
        id: 'SNYK-JS-AB-1',
        uri: 'package.json',
        result: { ...logical('@a/b@1.0.0'), fixes: [{ description: { text: 'Upgrade to @a/b@1.2.0' } }] }
      },
      ['pkg:npm/%40a/b@1.0.0', '1.0.0', '1.2.0', true]
    ],
    [
      'Snyk, by id',
      { tool: 'Snyk Open Source', id: 'SNYK-PYTHON-PY-1', result: logical('py@1.4') },
      ['pkg:pypi/py@1.4', '1.4', null, null]
    ],
    [
      'dependency-check',
      { tool: 'dependency-check', id: 'CVE-2020-0001', result: logical('pkg:maven/io.netty/netty@4.1') },
      ['pkg:maven/io.netty/netty@4.1', '4.1', null, null]
    ],
    [
      'Wiz',
      {
        tool: 'WizCLI',
        id: 'vulnerability-b567f35d-e92c-5b9f-a6c5-63fad3dc5897',
        uri: 'poetry.lock',
        rule: { shortDescription: { text: 'CVE-2020-0001' } },
        result: message('Name: CVE-2020-0001\nComponent: a\nVersion: 1\nFixed version: N/A')
      },
      ['pkg:pypi/a@1', '1', null, false]
    ],
    [
      'Orca',
      {
        tool: 'Orca Shift-Left Security',
        id: 'CVE-2022-0001-poetry',
        uri: 'poetry.lock',
        result: {
          message: {
            text: '',
            markdown: 'django (CVE-2022-0001)\n\nSeverity: HIGH\nInstalled version: 3.2.14\nFixed version:3.2.15'
          }
        }
      },
      ['pkg:pypi/django@3.2.14', '3.2.14', '3.2.15', true]
    ],
    [
      'Black Duck',
      {
        tool: 'My-Project',
        id: 'BDSA-2020-1001 (CVE-2020-11022)',
        result: {
          properties: { component: 'c', componentVersion: '1', componentOrigin: 'npm', solutionAvailable: false }
        }
      },
      ['pkg:npm/c@1', '1', null, false]
    ],
    [
      'Checkov',
      { tool: 'Checkov', id: 'CVE-2021-1234_requests@2.0', uri: 'requirements.txt' },
      ['pkg:pypi/requests@2.0', '2.0', null, null]
    ],
    [
      'cargo-audit',
      {
        tool: 'cargo-audit',
        id: 'RUSTSEC-2020-0001',
        uri: 'Cargo.lock',
        result: message('time 0.1.0 is vulnerable to RUSTSEC-2020-0001 (x)')
      },
      ['pkg:cargo/time@0.1.0', '0.1.0', null, null]
    ],
    [
      'govulncheck',
      {
        tool: 'govulncheck',
        id: 'GO-2021-0054',
        uri: 'go.mod',
        result: { stacks: [{ frames: [{ module: 'own@' }, { module: 'github.com/a/b@v1.6.5' }] }] }
      },
      ['pkg:golang/github.com/a/b@v1.6.5', 'v1.6.5', null, null]
    ],
    [
      'Snyk, where another package is to be upgraded',
      {
        tool: 'Snyk Open Source',
        id: 'SNYK-JS-QS-1',
        uri: 'package.json',
        result: { ...logical('qs@6.7.0'), fixes: [{ description: { text: 'Upgrade to body-parser@1.19.2' } }] }
      },
      ['pkg:npm/qs@6.7.0', '6.7.0', null, true]
    ],
    [
      'Snyk, where the help names the fix',
      {
        tool: 'Snyk Open Source',
        id: 'SNYK-JS-ASYNC-1',
        uri: 'package.json',
        rule: { help: { markdown: '# Remediation\nUpgrade `async` to version 2.6.4, 3.2.2 or higher.\n' } },
        result: { ...logical('async@2.0.0'), fixes: [{ description: { text: 'Upgrade to mongoose@5.7.3' } }] }
      },
      ['pkg:npm/async@2.0.0', '2.0.0', '2.6.4, 3.2.2', true]
    ],
    [
      'Snyk Container, where the help names the distribution first',
      {
        tool: 'Snyk Container',
        id: 'SNYK-ALPINE319-MUSL-1',
        rule: { help: { markdown: 'Upgrade `Alpine:3.19` `musl` to version 1.2.4-r5 or higher.' } },
        result: {
          ...logical('musl@1.2.4-r4'),
          fixes: [{ description: { text: 'Upgrade to musl/musl-utils@1.2.4-r5' } }]
        }
      },
      ['pkg:apk/musl@1.2.4-r4', '1.2.4-r4', '1.2.4-r5', true]
    ],
    [
      'Snyk, where only one of the names has a host',
      {
        tool: 'Snyk Open Source',
        id: 'SNYK-SWIFT-VAPORVAPOR-1',
        rule: { help: { markdown: 'Upgrade `vapor/vapor` to version 4.84.2 or higher.' } },
        result: logical('github.com/vapor/vapor@4.83.2')
      },
      ['pkg:swift/github.com/vapor/vapor@4.83.2', '4.83.2', '4.84.2', true]
    ],
    [
      'Docker Scout, whose rule lists another version first',
      {
        tool: 'docker scout',
        id: 'CVE-2020-0001',
        rule: { properties: { purls: ['pkg:npm/a@3.0.0', 'pkg:npm/a@4.1.0'], fixed_version: '3.0.1' } },
        result: message('  Package         : pkg:npm/a@4.1.0      \n  Fixed version   : 4.1.1     \n')
      },
      ['pkg:npm/a@4.1.0', '4.1.0', '4.1.1', true]
    ],
    [
      'Docker Scout without a fix',
      {
        tool: 'docker scout',
        id: 'CVE-2020-0001',
        result: message('  Package : pkg:deb/debian/glibc@2.36?os_version=12 \n  Fixed version : not fixed \n')
      },
      ['pkg:deb/debian/glibc@2.36?os_version=12', '2.36', null, false]
    ],
    [
      'JFrog Xray, whose message names what brings it in',
      {
        tool: 'JFrog Xray Scanner',
        id: 'CVE-2020-0001_b_c_1.2.3',
        uri: 'package.json',
        rule: { shortDescription: { text: '[CVE-2020-0001] b_c 1.2.3' } },
        result: { ...message('[CVE-2020-0001] a 9.0.0'), properties: { fixedVersion: '[1.2.4], [2.0.0]' } }
      },
      ['pkg:npm/b_c@1.2.3', '1.2.3', '1.2.4, 2.0.0', true]
    ],
    [
      'JFrog Xray without a fix, in an image',
      {
        tool: 'JFrog Xray Scanner',
        id: 'CVE-2020-0001_debian:bookworm:bash_5.2',
        uri: 'sha256__0a1b.tar',
        rule: { shortDescription: { text: '[CVE-2020-0001] debian:bookworm:bash 5.2' } },
        result: { properties: { fixedVersion: 'No fix available' } }
      },
      ['pkg:deb/bash@5.2', '5.2', null, false]
    ],
    [
      'Checkmarx, with a scope',
      { tool: 'Checkmarx One', id: 'CVE-2020-0001 (sca)', result: message('Npm-@a/b-9.0.0 (CVE-2020-0001)') },
      ['pkg:npm/%40a/b@9.0.0', '9.0.0', null, null]
    ],
    [
      'Checkmarx, with numbers in the name',
      { tool: 'Checkmarx One', id: 'Cx1 (sca)', result: message('Maven-a.b:log4j-1.2-api-2.14.1-beta (Cx1)') },
      ['pkg:maven/a.b/log4j-1.2-api@2.14.1-beta', '2.14.1-beta', null, null]
    ],
    [
      'properties of a tool that nobody knows',
      {
        tool: 'X',
        id: 'CVE-2020-0001',
        result: { properties: { package: 'Foo_Bar', version: '1', fixed_version: '2', ecosystem: 'PyPI' } }
      },
      ['pkg:pypi/foo-bar@1', '1', '2', true]
    ],
    [
      'an object of properties',
      {
        tool: 'X',
        id: 'CVE-2020-0001',
        result: { properties: { package: { name: 'bash', version: '5', ecosystem: 'Debian:12' }, version: '9' } }
      },
      ['pkg:deb/bash@5', '5', null, null]
    ],
    [
      'properties of the rule for another package',
      {
        tool: 'X',
        id: 'CVE-2020-0001',
        uri: 'package.json',
        rule: { properties: { packageName: 'a', version: '1', fixedVersion: '2' } },
        result: { properties: { packageName: 'b' } }
      },
      ['pkg:npm/b', null, null, null]
    ],
    [
      'a bare version of a rule',
      {
        tool: 'X',
        id: 'CVE-2020-0001',
        uri: 'package.json',
        rule: { properties: { version: '1' } },
        result: { properties: { packageName: 'b' } }
      },
      ['pkg:npm/b', null, null, null]
    ],
    [
      'a list of which nothing tells what is meant',
      {
        tool: 'X',
        id: 'CVE-2020-0001',
        rule: { properties: { purls: ['pkg:npm/a@1', 'pkg:npm/a@2'] } }
      },
      ['pkg:npm/a', null, null, null]
    ],
    [
      'an unknown ecosystem',
      { tool: 'osv-scanner', id: 'CVE-2020-0001', result: message("Package 'a@1' is vulnerable to 'CVE-2020-0001'.") },
      [null, '1', null, null]
    ],
    [
      'an analyser names no package',
      { tool: 'CodeQL', id: 'js/x', result: logical('f@1') },
      [undefined, undefined, undefined, null]
    ]
  ])('%s', (_, input, expected) => {
    expect(found(input)).toEqual(expected)
  })
})

test.each<[string, string | null, string]>([
  ['error', 'symbol', 'reachable'],
  ['warning', 'symbol', 'potential'],
  ['note', 'symbol', 'potential'],
  ['error', 'module', 'unknown'],
  ['error', null, 'reachable']
])('govulncheck %s at level %s is %s', (level, scanLevel, expected) => {
  const properties = scanLevel === null ? {} : { scan_level: scanLevel }
  const log = logOf({
    tool: { driver: { name: 'govulncheck', properties } },
    results: [{ ruleId: 'GO-2021-0001', level, message: { text: 'm' } }]
  })
  expect(normalise(log).findings[0]?.reachability).toBe(expected)
})

test('each package of a list may be the one that is meant', () => {
  const purls = ['pkg:npm/a@1', 'pkg:npm/b@2']
  const log = logOf({
    tool: { driver: { name: 'X', rules: [{ id: 'CVE-2026-1000', properties: { purls } }] } },
    results: [{ ruleId: 'CVE-2026-1000', message: { text: 'm' } }]
  })
  expect(normalise(log).findings[0]?.packageReports?.map(({ purl }) => purl)).toEqual(purls)
})

test.each<[string, string]>([
  ['Not Applicable', 'unreachable'],
  ['not_applicable', 'unreachable'],
  ['Applicable', 'reachable'],
  ['Not Covered', 'unknown'],
  ['Undetermined', 'unknown']
])('applicability %s is %s', (applicability, expected) => {
  const log = logOf({
    tool: { driver: { name: 'JFrog Xray Scanner' } },
    results: [{ ruleId: 'CVE-2026-1000', message: { text: 'm' }, properties: { applicability } }]
  })
  expect(normalise(log).findings[0]?.reachability).toBe(expected)
})

test.each<[string, string, JsonObject, readonly string[]]>([
  ['Bitnami numbers as CVE does', 'BIT-redis-2025-49844-redis', {}, ['BIT-redis-2025-49844', 'CVE-2025-49844']],
  [
    'Semgrep Supply Chain names them among the references',
    'ssc-parity-1',
    {
      help: {
        markdown:
          'Text CVE-2000-0001\n - [x](https://nvd.nist.gov/vuln/detail/CVE-2023-48795)\n - [y](https://github.com/advisories/GHSA-45x7-px36-x8w8)'
      }
    },
    ['CVE-2023-48795', 'GHSA-45x7-px36-x8w8']
  ],
  [
    'references of other rules are no names',
    'other',
    { help: { markdown: '[x](https://nvd.nist.gov/vuln/detail/CVE-2023-48795)' } },
    []
  ]
])('%s', (_, id, rule, expected) => {
  const log = logOf({
    tool: { driver: { name: 'Semgrep OSS', rules: [{ id, ...rule }] } },
    results: [{ ruleId: id, level: 'error', message: { text: 'm' }, properties: { exposure: 'reachable' } }]
  })
  expect(normalise(log).findings[0]?.identifiers).toEqual(expected)
})
