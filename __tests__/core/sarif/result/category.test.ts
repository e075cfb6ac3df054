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
    ['Scorecard', { tool: 'Scorecard', rule: tags('security') }, 'other'],
    ['nuclei, a CVE template', { tool: 'nuclei', id: 'CVE-2021-44228-log4j' }, 'other'],
    ['Template Analyzer', { tool: 'templateanalyzer', id: 'AZR-000001' }, 'iac'],
    ['nctl', { tool: 'nctl', id: 'require-labels' }, 'iac'],
    ['defsec', { tool: 'defsec', id: 'aws-s3-enable-logging', uri: 'a.json' }, 'iac'],
    ['Sobelow', { tool: 'Sobelow', id: 'SBLW004' }, 'sast'],
    ['Aderyn', { tool: 'aderyn', id: 'reentrancy', uri: 'src/a.sol' }, 'sast'],
    ['CIS-CAT', { tool: 'CisCat', rule: tags('security') }, 'other'],
    ['JFrog’s policies, a licence', { tool: 'JFrog Policy Enforcer', id: 'GPL-3.0_left-pad_1.0.0' }, 'sca'],
    [
      'Trivy’s old template, a package of the system',
      { tool: 'Trivy', id: 'CVE-2020-1', rule: { name: 'OS Package Vulnerability (Debian)' } },
      'container'
    ],
    [
      'Trivy’s old template, a package of a language',
      { tool: 'Trivy', id: 'CVE-2020-1', rule: { name: 'Programming Language Vulnerability (Npm)' } },
      'sca'
    ],
    ['actionlint’s template', { tool: 'GitHub Actions lint', id: 'syntax-check' }, 'quality'],
    ['Checkstyle in MegaLinter', { tool: 'Checkstyle (MegaLinter JAVA_CHECKSTYLE)' }, 'quality'],
    ['HTMLHint', { tool: 'HTMLHint', id: 'doctype-first' }, 'quality'],
    ['clippy', { tool: 'clippy', id: 'clippy::needless_borrow' }, 'quality'],
    ['a linter, with a weakness', { tool: 'HTMLHint', rule: tags('CWE-79') }, 'sast'],
    ['FxCop', { tool: 'FxCop', id: 'CA1031', rule: { properties: { Category: 'Microsoft.Design' } } }, 'quality'],
    ['FxCop, security', { tool: 'FxCop', id: 'X1', rule: { properties: { Category: 'Microsoft.Security' } } }, 'sast'],
    ['FxCop, SQL', { tool: 'FxCop', id: 'CA2100' }, 'sast'],
    ['Parasoft', { tool: 'Parasoft Jtest', id: 'FORMAT.IND' }, 'quality'],
    ['Parasoft, security', { tool: 'Parasoft Jtest', id: 'SECURITY.WSC.ACPST' }, 'sast'],
    ['Parasoft, taint', { tool: 'Parasoft C/C++test', id: 'BD-SECURITY-TDSQL' }, 'sast'],
    ['Polyspace', { tool: 'Polyspace Bug Finder', id: 'MISRA C:2012 Rule-9.1' }, 'quality'],
    ['Polyspace, taint', { tool: 'Polyspace Bug Finder', id: 'TAINTED_STRING' }, 'sast'],
    ['PSScriptAnalyzer', { tool: 'PSScriptAnalyzer', id: 'PSAvoidTrailingWhitespace' }, 'quality'],
    ['PSScriptAnalyzer, security', { tool: 'PSScriptAnalyzer', id: 'PSAvoidUsingInvokeExpression' }, 'sast'],
    ['Qodana', { tool: 'QDJVM', id: 'UnusedDeclaration' }, 'quality'],
    ['Qodana, injection', { tool: 'QDJVM', id: 'SqlInjection' }, 'sast'],
    ['Qodana, a secret', { tool: 'QDJVM', id: 'HardcodedPasswords' }, 'secret'],
    ['Appknox', { tool: 'Appknox' }, 'sast'],
    ['Solhint', { tool: 'solhint', id: 'avoid-tx-origin' }, 'sast'],
    ['Solhint, style', { tool: 'solhint', id: 'use-natspec' }, 'quality'],
    ['Salesforce’s analyser', { tool: 'Salesforce Code Analyzer', id: 'ApexCRUDViolation' }, 'sast'],
    ['Salesforce’s analyser, style', { tool: 'Salesforce Code Analyzer', id: 'AvoidDebugStatements' }, 'quality'],
    ['flake8 with Bandit’s rules', { tool: 'flake8', id: 'S602' }, 'sast'],
    ['a tool that is named for a linter and security', { tool: 'ESLint Security Scanner' }, 'other']
  ])('%s', (_, input, expected) => {
    expect(categoryOf(input)).toBe(expected)
  })
})

describe('a secret is known by', () => {
  const bag = (properties: JsonObject): JsonObject => ({ properties })
  test.each<[string, Case]>([
    ['its driver', { tool: 'betterleaks' }],
    ['its driver, whoever else runs it', { tool: 'Enigma (reported by Codacy)', id: 'hardcoded_password' }],
    ['the word secrets in its driver', { tool: 'Live Secrets' }],
    ['a category of the result', { result: bag({ category: 'secret' }) }],
    ['one of a list', { result: bag({ category: ['cloud', 'Secrets'] }) }],
    ['a category of the rule', { rule: bag({ categories: ['Secret Detection'] }) }],
    ['its type', { result: bag({ type: 'secret' }) }],
    [
      'its type, of a known analyser',
      { tool: 'CodeQL', rule: bag({ tags: ['maintainability'], category: 'credentials' }) }
    ],
    ['Microsoft’s ids of rules', { id: 'SEC101/005.SlackApiKey' }],
    ['the id of its rule', { id: 'hardcoded_password' }],
    ['the name of its rule', { rule: { name: 'DoNotExposePlaintextSecrets/GitHubPat' } }],
    ['KICS’ query', { tool: 'KICS', rule: { name: 'Passwords And Secrets - AWS Access Key' }, uri: 'main.tf' }],
    ['Checkmarx’ query', { tool: 'Checkmarx One', id: 'Passwords And Secrets - Generic Token - 1 (kics)' }],
    ['the words of gitleaks', { result: { message: { text: 'my-rule has detected secret for file a.js.' } } }],
    ['what its rule says', { rule: { shortDescription: { text: 'Detected risk of type x and category secret' } } }],
    ['its message', { result: { message: { text: 'Found a hard-coded AWS secret in the file' } } }]
  ])('%s', (_, input) => expect(categoryOf(input)).toBe('secret'))

  test('the extension that has its rule', () => {
    const extensions: JsonObject[] = [{ name: 'Acme/DoNotExposePlaintextSecrets', rules: [{ id: 'R1' }] }]
    const results: JsonObject[] = [
      { ruleId: 'R1', rule: { id: 'R1', index: 0, toolComponent: { index: 0 } }, message: { text: 'm' } }
    ]
    const { findings } = normalise(logOf({ tool: { driver: { name: 'Acme' }, extensions }, results }))
    expect(findings[0]?.category).toBe('secret')
  })

  test.each<[string, Case, string]>([
    ['how infrastructure keeps its secrets', { tool: 'KICS', rule: bag({ category: 'Secret Management' }) }, 'iac'],
    ['a name that a secret has', { id: 'no-secret-in-names' }, 'other'],
    ['a Kubernetes object', { result: { message: { text: 'The Secret "db" is not used by any pod' } } }, 'other'],
    ['a known analyser’s message', { tool: 'ESLint', result: { message: { text: 'Found a secret' } } }, 'quality']
  ])('and not by %s', (_, input, category) => expect(categoryOf(input)).toBe(category))
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
  expect([profileOf(name).names[0]].flat()[0]).toBe(expected)
})
