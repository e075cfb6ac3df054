import { describe, expect, test } from '@jest/globals'
import { profileOf, toolIdentity, UNKNOWN_TOOL } from '../../../../src/core/sarif/tools/registry.js'

const firstName = (driver: string): string | undefined => [profileOf(driver).names[0]].flat()[0]

describe('a driver is known wherever its name stands', () => {
  test.each([
    ['🐸 JFrog SAST', 'jfrog sast'],
    ['🔎 Semgrep OSS', 'semgrep oss'],
    ['[ESLint]', 'eslint'],
    ['Acme gitleaks', 'gitleaks'],
    ['acme/trivy', 'trivy'],
    ['Scan: Checkov', 'checkov'],
    ['Our ESLint', 'eslint'],
    ['Checkstyle (MegaLinter JAVA_CHECKSTYLE)', 'checkstyle'],
    ['Semgrep (MegaLinter REPOSITORY_SEMGREP)', 'semgrep oss'],
    ['MegaLinter (Bandit)', 'bandit'],
    ['reviewdog: ESLint', 'eslint'],
    ['Eslint-9 (reported by Codacy)', 'eslint'],
    ['Spotbugs (reported by Codacy)', 'spotbugs'],
    ['Microsoft Security DevOps (trivy)', 'trivy'],
    ['Psalm 5.26.1', 'checkstyle'],
    ['Dart Analyzer', 'checkstyle'],
    ['Checkstyle 10.21', 'checkstyle'],
    ['GNU C++20', 'gnu c'],
    ['CisCat', 'nessus'],
    ['JFrog Binary Secrets Scanner', 'trufflehog'],
    ['Parasoft Jtest', 'parasoft'],
    ['Ansible Lint', 'ansible-lint'],
    ['osv_scanner', 'osv-scanner'],
    ['DockerScout 1.2', 'docker scout']
  ])('%s', (driver, name) => expect(firstName(driver)).toBe(name))
})

test.each([
  ['Puppet Lint', 'puppet-lint'],
  ['PuppetLint', 'puppet-lint'],
  ['Kube Linter', 'kubelinter']
])('%s and %s are one tool, whatever joins the words', (one, other) => {
  expect(toolIdentity(one)).toBe(toolIdentity(other))
})

describe('another tool is not taken for one that its name reminds of', () => {
  test.each([
    'ESLint Security Scanner',
    'pylint-security-audit',
    'SuperESLint',
    'not-eslint',
    'Imago',
    'Lizard Guard',
    'Infer Vulnerabilities',
    'Food Safety',
    'The Clippy Project',
    'Dart Throwing Analysis',
    'ESLint + Semgrep',
    'trivyx',
    'zapper',
    ''
  ])('%s', driver => expect(profileOf(driver)).toBe(UNKNOWN_TOOL))

  test.each(['Acme Secret Scanner', 'Secrets', 'Cloud credentials finder'])('%s is named for secrets alone', driver =>
    expect(profileOf(driver).category).toBe('secret')
  )
  test.each(['Secrets & IaC', 'Dependencies and Secrets', 'Secretary', 'Nosecrets2'])('%s is not', driver =>
    expect(profileOf(driver).category).toBeUndefined()
  )
})

describe('one tool by all its names', () => {
  test.each([
    [
      'Semgrep OSS',
      'Semgrep PRO',
      'semgrep',
      'Opengrep',
      '🔥 Semgrep',
      'Semgrep (MegaLinter REPOSITORY_SEMGREP)',
      'Semgrep 1.90.0'
    ],
    ['CodeQL', 'CodeQL command-line toolchain', ' codeql '],
    ['Checkov', 'Bridgecrew', 'checkov (MegaLinter REPOSITORY_CHECKOV)'],
    ['ESLint', 'Eslint-9 (reported by Codacy)', 'ESLint (MegaLinter TYPESCRIPT_ES)'],
    ['actionlint', 'GitHub Actions lint'],
    ['tfsec', 'defsec'],
    ['Acme  Scan', 'acme scan', 'Acme Scan (MegaLinter ACME_SCAN)'],
    ['GNU C17', 'GNU C++20']
  ])('%s', (...names) => expect(new Set(names.map(toolIdentity)).size).toBe(1))

  test.each([
    ['Semgrep OSS', 'Semgrep Supply Chain', 'Semgrep Secrets', 'Acme Semgrep', 'semgrep-rules-manager'],
    ['Snyk Code', 'Snyk Open Source', 'Snyk Container', 'Snyk IaC', 'snyk'],
    ['clang', 'Clang Analyzer', 'Clang-Tidy', 'clangd'],
    ['gitleaks', 'betterleaks'],
    ['PMD', 'PHPMD', 'PMD-CPD'],
    ['Trivy', 'Acme Trivy', 'Trivy Operator'],
    ['Checkmarx One', 'Checkmarx - SAST'],
    ['JFrog SAST', 'JFrog Xray Scanner', 'JFrog Secrets Scanner', 'JFrog Binary Secrets Scanner'],
    ['Acme Scan 1', 'Acme Scan 2'],
    ['Fortify', 'Fortify on Demand DAST'],
    ['SpotBugs', 'FindSecBugs']
  ])('%s and others stay apart', (...names) => expect(new Set(names.map(toolIdentity)).size).toBe(names.length))
})
