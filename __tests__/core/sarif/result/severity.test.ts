import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/core/ground/json.js'
import { severityOfScore, usableScore } from '../../../../src/core/sarif/gravity/scales.js'
import { logOf, normalise } from '../feed.js'

interface Case {
  readonly tool?: string
  readonly rule?: JsonObject
  readonly result?: JsonObject
}

/** Severity, source, score and conflict of one result. */
function severityOf({ tool = 'Tool', rule = {}, result = {} }: Case) {
  const log = logOf({
    tool: { driver: { name: tool, rules: [{ id: 'R1', ...rule }] } },
    results: [{ ruleId: 'R1', message: { text: 'm' }, ...result }]
  })
  const [finding] = normalise(log).findings
  return [finding?.severity, finding?.severitySource, finding?.score, finding?.severityConflict]
}
const score = (value: unknown): JsonObject => ({ properties: { 'security-severity': value as string } })
const level = (value: string): JsonObject => ({ defaultConfiguration: { level: value } })

test('pip-audit states no severity: its level is none either', () => {
  expect(severityOf({ tool: 'pip-audit', result: { level: 'warning' } }).slice(0, 2)).toEqual(['unknown', 'none'])
})

describe('usable scores', () => {
  test.each([
    ['9.8', 9.8],
    [' 9.8', 9.8],
    [9.9, 9.9],
    ['8.200000', 8.2],
    ['7.800000190734863', 7.800000190734863],
    ['9.800000000000000710542735760100185871124267578125', 9.8],
    ['+9.8', 9.8],
    [10, 10],
    ['10.0', 10],
    [0.1, 0.1],
    ['0.0', null],
    ['0', null],
    [0, null],
    [-1, null],
    [11, null],
    ['11', null],
    ['9,8', null],
    ['NaN', null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
    ['1e999', null],
    ['1e1', null],
    ['0x9', null],
    ['', null],
    ['undefined', null],
    ['null', null],
    ['HIGH', null],
    [null, null],
    [true, null],
    [[], null],
    [['9.8'], 9.8],
    [['2.0', 9.8, '7'], 9.8],
    [{ base: '8.1' }, 8.1],
    [['high'], null],
    [{}, null],
    [undefined, null]
  ])('%p gives %p', (value, expected) => {
    expect(usableScore(value as never)).toBe(expected)
  })

  test.each([
    [9, 'critical'],
    [8.9, 'high'],
    [7, 'high'],
    [6.9, 'medium'],
    [4, 'medium'],
    [3.9, 'low'],
    [0.1, 'low']
  ])('%p is %s', (value, expected) => {
    expect(severityOfScore(value)).toBe(expected)
  })
})

describe('order of the sources', () => {
  test.each<[string, Case, readonly unknown[]]>([
    ['no level anywhere', {}, ['medium', 'level-default', null, false]],
    ['the result’s level', { result: { level: 'note' }, rule: level('error') }, ['low', 'level', null, false]],
    ['the rule’s level', { rule: level('error') }, ['high', 'level', null, false]],
    ['a level nobody knows', { result: { level: 'advice' }, rule: level('error') }, ['high', 'level', null, false]],
    ['a level in capitals', { result: { level: 'Error' } }, ['high', 'level', null, false]],
    ['a word of severity for a level', { result: { level: 'critical' } }, ['critical', 'level', null, false]],
    ['an invented error', { result: { level: 'fatal' } }, ['high', 'level', null, false]],
    ['none with kind fail', { result: { level: 'none', kind: 'fail' } }, ['none', 'level', null, false]],
    ['none with a score', { result: { level: 'none' }, rule: score('7.8') }, ['high', 'security-severity', 7.8, true]],
    [
      'a score above the level',
      { result: { level: 'warning' }, rule: score('9.3') },
      ['critical', 'security-severity', 9.3, true]
    ],
    [
      'error covers critical',
      { result: { level: 'error' }, rule: score('9.3') },
      ['critical', 'security-severity', 9.3, false]
    ],
    ['the default level is no opinion', { rule: score('9.3') }, ['critical', 'security-severity', 9.3, false]],
    ['an unusable score', { result: { level: 'error' }, rule: score('undefined') }, ['high', 'level', null, false]],
    ['zero is unusable', { result: { level: 'error' }, rule: score('0.0') }, ['high', 'level', null, false]],
    [
      'a word for a score',
      { result: { level: 'note' }, rule: score('CRITICAL') },
      ['critical', 'security-severity', null, false]
    ],
    ['the result’s score', { result: score('9.1') }, ['critical', 'security-severity', 9.1, false]],
    ['a CVSS score', { result: { properties: { cvssv3_baseScore: 5.5 } } }, ['medium', 'cvss', 5.5, false]],
    [
      'a word of the result before the score',
      { result: { properties: { severity: 'HIGH' } }, rule: score('5.0') },
      ['high', 'result-property', 5, false]
    ],
    ['a word of the rule', { rule: { properties: { severity: 'HIGH' } } }, ['high', 'rule-property', null, false]],
    [
      'problem.severity',
      { rule: { properties: { 'problem.severity': 'recommendation' } } },
      ['low', 'rule-property', null, false]
    ],
    ['a mistyped word', { result: { properties: { severity: 3 } } }, ['medium', 'level-default', null, false]],
    [
      'a name of the prototype',
      { result: { properties: { severity: 'constructor' } } },
      ['medium', 'level-default', null, false]
    ],
    ['an open question with a level', { result: { kind: 'open', level: 'error' } }, ['high', 'level', null, false]],
    ['an open question without', { result: { kind: 'open' } }, ['unknown', 'none', null, false]]
  ])('%s', (_, input, expected) => {
    expect(severityOf(input)).toEqual(expected)
  })

  test('an override of the invocation stands between result and rule', () => {
    const run = (result: JsonObject) =>
      normalise(
        logOf({
          tool: { driver: { name: 'Tool', rules: [{ id: 'R1', defaultConfiguration: { level: 'error' } }] } },
          invocations: [
            {
              executionSuccessful: true,
              ruleConfigurationOverrides: [{ descriptor: { id: 'R1' }, configuration: { level: 'note' } }]
            }
          ],
          results: [{ ruleId: 'R1', message: { text: 'm' }, ...result }]
        })
      ).findings.map(finding => finding.severity)
    expect(run({ provenance: { invocationIndex: 0 } })).toEqual(['low'])
    expect(run({ provenance: { invocationIndex: 7 } })).toEqual(['high'])
    expect(run({ provenance: { invocationIndex: -1 } })).toEqual(['high'])
    expect(run({ provenance: { invocationIndex: 0 }, level: 'warning' })).toEqual(['medium'])
  })
})

describe('what the table of tools knows', () => {
  const snyk = (words: string, value: string): JsonObject => ({
    shortDescription: { text: words },
    properties: { 'security-severity': value }
  })
  test.each<[string, Case, readonly unknown[]]>([
    [
      'Trivy’s tag before its score',
      {
        tool: 'Trivy',
        result: { level: 'error' },
        rule: { properties: { tags: ['vulnerability', 'security', 'HIGH'], 'security-severity': '5.3' } }
      },
      ['high', 'tool', 5.3, true]
    ],
    [
      'Trivy’s message before the tag of the shared rule',
      {
        tool: 'Trivy',
        result: { message: { text: 'Package: a\nSeverity: CRITICAL\nFixed Version: ' } },
        rule: { properties: { tags: ['security', 'LOW'] } }
      },
      ['critical', 'tool', null, false]
    ],
    [
      'Trivy does not know',
      {
        tool: 'Trivy',
        result: { level: 'note' },
        rule: { properties: { tags: ['vulnerability', 'security', 'UNKNOWN'] } }
      },
      ['unknown', 'none', null, false]
    ],
    [
      'Trivy’s oldest rule ids',
      {
        tool: 'Trivy: Vulnerability Scanner for Containers',
        rule: { id: '[CRITICAL] CVE-2020-1' },
        result: { ruleId: '[CRITICAL] CVE-2020-1' }
      },
      ['critical', 'tool', null, false]
    ],
    [
      'Snyk’s words',
      { tool: 'Snyk Open Source', rule: snyk('Critical severity - RCE', 'undefined') },
      ['critical', 'tool', null, false]
    ],
    [
      'Snyk’s words of images',
      { tool: 'Snyk Container', rule: snyk('High severity - RCE', 'undefined') },
      ['high', 'tool', null, false]
    ],
    [
      'Wiz’s message before its tag',
      {
        tool: 'wizcli',
        result: { message: { text: 'Component: a\nSeverity: CRITICAL\nVersion: 1' } },
        rule: { properties: { tags: ['LOW'] } }
      },
      ['critical', 'tool', null, false]
    ],
    ['Wiz’s tag', { tool: 'wizcli', rule: { properties: { tags: ['HIGH'] } } }, ['high', 'tool', null, false]],
    [
      'Snyk under another name',
      {
        tool: 'sectools',
        rule: { ...snyk('Low severity - X', 'null'), id: 'SNYK-JS-X-1' },
        result: { ruleId: 'SNYK-JS-X-1', level: 'error' }
      },
      ['low', 'tool', null, false]
    ],
    [
      'OSV-Scanner with a score',
      { tool: 'osv-scanner', result: { level: 'warning' }, rule: score('9.8') },
      ['critical', 'security-severity', 9.8, false]
    ],
    ['OSV-Scanner without', { tool: 'osv-scanner', result: { level: 'warning' } }, ['unknown', 'none', null, false]],
    ['govulncheck', { tool: 'govulncheck', result: { level: 'error' } }, ['unknown', 'none', null, false]],
    [
      'nuclei, in its table',
      {
        tool: 'nuclei',
        result: {
          level: 'error',
          message: { text: 'found', markdown: '| Key | Value |\n| --- | --- |\n| Severity | critical |\n' }
        }
      },
      ['critical', 'tool', null, false]
    ],
    ['Brakeman', { tool: 'Brakeman', result: { level: 'error' } }, ['unknown', 'none', null, false]],
    [
      'cargo-audit with a score',
      { tool: 'cargo-audit', result: { level: 'error' }, rule: score('4.0') },
      ['medium', 'security-severity', 4, false]
    ],
    ['gitleaks without a level', { tool: 'gitleaks' }, ['high', 'secret-default', null, false]],
    [
      'ggshield with a level',
      { tool: 'GitGuardian ggshield', result: { level: 'note' } },
      ['low', 'level', null, false]
    ],
    [
      'Bandit',
      { tool: 'Bandit', result: { properties: { issue_severity: 'LOW' } } },
      ['low', 'result-property', null, false]
    ],
    [
      'gosec',
      { tool: 'gosec', result: { level: 'error' }, rule: { properties: { tags: ['security', 'MEDIUM'] } } },
      ['medium', 'tool', null, false]
    ],
    [
      'Prisma’s none is not none',
      {
        tool: 'Prisma Cloud (twistcli)',
        result: { level: 'none' },
        rule: { shortDescription: { text: '[Prisma Cloud] CVE-1 in a (low)' } }
      },
      ['low', 'tool', null, false]
    ],
    [
      'Orca',
      {
        tool: 'Orca Shift-Left Security',
        result: { message: { text: '', markdown: 'a (CVE-2022-1)\n\nSeverity: HIGH\n' } }
      },
      ['high', 'tool', null, false]
    ],
    [
      'Veracode’s rank',
      { tool: 'Veracode Static Analysis Pipeline Scan', result: { level: 'error', rank: 5 } },
      ['critical', 'tool', null, false]
    ],
    [
      'Snyk Code’s policy',
      { tool: 'SnykCode', result: { level: 'warning', properties: { 'snykPolicy/v1': { severity: 'low' } } } },
      ['low', 'tool', null, false]
    ],
    [
      'Snyk IaC',
      { tool: 'Snyk IaC', rule: { properties: { problem: { severity: 'high' } } } },
      ['high', 'tool', null, false]
    ],
    [
      'dependency-check',
      {
        tool: 'dependency-check',
        result: { level: 'warning' },
        rule: { properties: { cvssv3_baseSeverity: 'CRITICAL' } }
      },
      ['critical', 'tool', null, false]
    ]
  ])('%s', (_, input, expected) => {
    expect(severityOf(input)).toEqual(expected)
  })
})
