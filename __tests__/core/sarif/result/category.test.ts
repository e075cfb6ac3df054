import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/core/ground/json.js'
import { profileOf } from '../../../../src/core/sarif/tools/registry.js'
import { logOf, normalise } from '../feed.js'

interface Case {
  readonly tool?: string
  readonly id?: string
  readonly rule?: JsonObject
  readonly result?: JsonObject
  readonly uri?: string
}
function categoryOf({ tool = 'Tool', id = 'R1', rule = {}, result = {}, uri = 'src/a.js' }: Case) {
  const log = logOf({
    tool: { driver: { name: tool, rules: [{ id, ...rule }] } },
    results: [
      {
        ruleId: id,
        message: { text: 'm' },
        locations: [{ physicalLocation: { artifactLocation: { uri } } }],
        ...result
      }
    ]
  })
  return normalise(log).findings[0]?.category
}
const tags = (...names: string[]): JsonObject => ({ properties: { tags: names } })

describe('category', () => {
  test.each<[string, Case, string]>([
    ['no evidence', {}, 'other'],
    ['a tag', { rule: tags('security') }, 'sast'],
    ['a weakness', { rule: tags('CWE-89') }, 'sast'],
    ['a score', { rule: { properties: { 'security-severity': '5' } } }, 'sast'],
    ['a score that is a word', { rule: { properties: { 'security-severity': 'HIGH' } } }, 'sast'],
    ['a linter with such a word', { tool: 'PMD', rule: { properties: { 'security-severity': 'HIGH' } } }, 'sast'],
    ['Roslyn’s category', { tool: 'MSBuild', id: 'X1', rule: { properties: { category: 'Security' } } }, 'sast'],
    [
      'Sonar’s category',
      { tool: 'MSBuild', id: 'S1', rule: { properties: { category: 'Major Vulnerability' } } },
      'sast'
    ],
    [
      'no such category',
      { tool: 'MSBuild', id: 'S1', rule: { properties: { category: 'not-vulnerable' } } },
      'quality'
    ],
    ['insecure deserialisation', { tool: 'MSBuild', id: 'CA2300' }, 'sast'],
    ['clang-tidy', { tool: 'Clang-Tidy', id: 'clang-analyzer-security.insecureAPI.strcpy' }, 'sast'],
    ['golangci-lint with gosec', { tool: 'golangci-lint', id: 'gosec' }, 'sast'],
    ['golangci-lint', { tool: 'golangci-lint', id: 'errcheck' }, 'quality'],
    ['RuboCop', { tool: 'RuboCop', id: 'Security/Eval' }, 'sast'],
    ['Spectral', { tool: 'spectral', id: 'owasp:api2:2019-no-http-basic' }, 'sast'],
    ['Grype, an advisory of a vendor', { tool: 'grype', id: 'ELSA-2024-1-openssl' }, 'sca'],
    ['an unusable score', { rule: { properties: { 'security-severity': '0.0' } } }, 'other'],
    ['CodeQL, quality', { tool: 'CodeQL', rule: tags('maintainability', 'external/cwe/cwe-561') }, 'quality'],
    ['CodeQL, security', { tool: 'CodeQL', rule: tags('security') }, 'sast'],
    ['Semgrep without a tag', { tool: 'Semgrep OSS' }, 'sast'],
    ['Semgrep secrets', { tool: 'Semgrep OSS', id: 'generic.secrets.security.x' }, 'secret'],
    [
      'Semgrep supply chain',
      { tool: 'Semgrep OSS', id: 'ssc-1', result: { properties: { exposure: 'reachable' } }, uri: 'yarn.lock' },
      'sca'
    ],
    [
      'Trivy, image package',
      {
        tool: 'Trivy',
        id: 'CVE-2020-0001',
        rule: { name: 'OsPackageVulnerability', ...tags('vulnerability', 'security', 'HIGH') }
      },
      'container'
    ],
    [
      'Trivy, language package',
      { tool: 'Trivy', id: 'CVE-2020-0001', rule: { name: 'LanguageSpecificPackageVulnerability' } },
      'sca'
    ],
    ['Trivy, misconfiguration', { tool: 'Trivy', rule: tags('misconfiguration', 'security', 'LOW') }, 'iac'],
    [
      'Trivy, secret',
      { tool: 'Trivy', id: 'aws-access-key-id', rule: tags('secret', 'security', 'CRITICAL') },
      'secret'
    ],
    ['Checkov', { tool: 'Checkov', id: 'CKV_AWS_20' }, 'iac'],
    ['Checkov, secret', { tool: 'checkov', id: 'CKV_SECRET_6' }, 'secret'],
    ['Checkov, dependency', { tool: 'Checkov', id: 'CVE-2021-1234_requests@2.0', uri: 'requirements.txt' }, 'sca'],
    ['Checkov renamed', { id: 'CKV_AWS_20' }, 'iac'],
    ['Horusec, leak', { tool: 'HorusecEngine', id: 'HS-LEAKS-25' }, 'secret'],
    ['Snyk Container', { tool: 'Snyk Container', id: 'SNYK-ALPINE319-MUSL-1', uri: 'Dockerfile' }, 'container'],
    ['Snyk renamed', { id: 'SNYK-JS-A-1', uri: 'package.json' }, 'sca'],
    ['Snyk IaC', { tool: 'Snyk IaC', id: 'SNYK-CC-TF-1' }, 'iac'],
    ['Checkmarx One by suffix', { tool: 'Checkmarx One', id: 'Passwords - 12 (kics)' }, 'iac'],
    ['Mend’s analyser is no dependency scanner', { tool: 'mend.sast.java-driver-exec.jar' }, 'sast'],
    ['gitleaks whatever the rule', { tool: 'gitleaks', id: 'CVE-2020-0001' }, 'secret'],
    ['ruff, security', { tool: 'ruff', id: 'S608' }, 'sast'],
    ['ruff, style', { tool: 'ruff', id: 'E501' }, 'quality'],
    ['ESLint, security', { tool: 'ESLint', id: 'security/detect-eval' }, 'sast'],
    ['ESLint, style', { tool: 'ESLint', id: 'semi' }, 'quality'],
    ['an advisory of an unknown tool', { id: 'GHSA-29mw-wpgm-hmr9' }, 'sca'],
    ['an unknown tool on Terraform', { uri: 'infra/main.tf' }, 'iac'],
    ['an unknown tool on a lock file', { uri: 'go.sum' }, 'sca'],
    ['an unknown tool on a manifest, no evidence', { uri: 'package.json' }, 'other'],
    ['CodeQL, a rule of which nothing is known', { tool: 'CodeQL' }, 'sast'],
    ['CodeQL, maintainability', { tool: 'CodeQL', rule: tags('maintainability') }, 'quality'],
    ['JFrog on infrastructure', { tool: 'JFrog Terraform scanner', id: 'aws_no_tls' }, 'iac'],
    ['JFrog on infrastructure, a secret', { tool: 'JFrog Terraform scanner', id: 'EXP-1234' }, 'secret'],
    ['Scorecard', { tool: 'Scorecard', rule: tags('security') }, 'other']
  ])('%s', (_, input, expected) => {
    expect(categoryOf(input)).toBe(expected)
  })
})

test.each([
  ['Trivy: Vulnerability Scanner for Containers', 'trivy'],
  ['CODEQL', 'codeql'],
  ['CodeQL command-line toolchain', 'codeql'],
  ['GNU C++17', 'gnu c'],
  ['SnykCode', 'snykcode'],
  ['Snyk IaC', 'snyk iac'],
  ['Anchore Container Vulnerability Report (T0)', 'grype'],
  ['clang-tidy', 'clang'],
  ['zapper', undefined],
  ['', undefined],
  ['__proto__', undefined]
])('driver %s', (name, expected) => {
  expect(profileOf(name).names[0]).toBe(expected)
})
