import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../src/core/finding.js'
import { mergeFindings } from '../../../src/core/identity/merging/merge.js'
import { aPlainFinding } from '../../builders.js'
import { decideOn, identified, policyOf } from './evaluation.js'

const report = (tool: string, identifiers: readonly string[], tags: readonly string[] = []): Finding =>
  aPlainFinding({
    tool,
    ruleId: identifiers[0] ?? 'none',
    category: 'sca',
    identifiers,
    tags,
    message: `${tool} found it`,
    location: { path: 'package-lock.json', startLine: 1, startColumn: null, endLine: 1, endColumn: null },
    package: { purl: 'pkg:npm/lodash@4.17.20', name: 'lodash', version: '4.17.20', fixedVersion: null }
  })

const verdictOf = async (unless: string, reports: readonly Finding[]) => {
  const policy = await policyOf(
    `rules: [{ id: r, when: { min-severity: high }, unless: { ${unless} }, verdict: block }]`
  )
  const merged = mergeFindings(reports)
  return {
    verdict: decideOn(
      policy,
      merged.map(each => identified(each))
    ).verdict,
    merged
  }
}

const CVE = 'CVE-2026-1'
const GHSA = 'GHSA-aaaa-bbbb-cccc'

describe('a vulnerability that two tools report is excused only where each report is', () => {
  test.each<[string, string, readonly Finding[], 'pass' | 'block']>([
    ['a tag of both', 'tags: beta', [report('Trivy', [CVE], ['beta']), report('Grype', [CVE], ['beta', 'x'])], 'pass'],
    ['a tag of the second', 'tags: beta', [report('Trivy', [CVE], ['sca']), report('Grype', [CVE], ['beta'])], 'block'],
    [
      'a tag of one, none of the other',
      'tags: beta',
      [report('Trivy', [CVE]), report('Grype', [CVE], ['beta'])],
      'block'
    ],
    [
      'a tag each',
      'tags: [beta, alpha]',
      [report('Trivy', [CVE], ['alpha']), report('Grype', [CVE], ['beta'])],
      'pass'
    ],
    ['a weakness of both', 'cwe: CWE-79', [report('Trivy', [CVE, 'CWE-79']), report('Grype', [CVE, 'CWE-79'])], 'pass'],
    [
      'a weakness of the second',
      'cwe: CWE-1104',
      [report('Trivy', [CVE, 'CWE-79']), report('Grype', [CVE, 'CWE-1104'])],
      'block'
    ],
    [
      'a weakness that the first does not tell',
      'cwe: CWE-1104',
      [report('Trivy', [CVE]), report('Grype', [CVE, 'CWE-1104'])],
      'block'
    ],
    [
      'the same result twice, with another tag',
      'tags: beta',
      [report('Trivy', [CVE], ['beta']), report('Trivy', [CVE], ['sca'])],
      'block'
    ]
  ])('%s', async (_, unless, reports, verdict) => {
    const { verdict: found, merged } = await verdictOf(unless, reports)
    expect(merged).toHaveLength(1)
    expect(found).toBe(verdict)
    expect((await verdictOf(unless, reports.toReversed())).verdict).toBe(verdict)
    // One report alone is never judged more strictly than the two together.
    for (const alone of reports) if ((await verdictOf(unless, [alone])).verdict === 'block') expect(found).toBe('block')
  })
})

describe('a finding about several vulnerabilities is excused only where each is named', () => {
  const several = [report('Trivy', [CVE, 'CVE-2026-2', GHSA, 'GHSA-dddd-eeee-ffff', 'USN-1-1'])]
  test.each<[string, readonly Finding[], 'pass' | 'block']>([
    [CVE, several, 'block'],
    [GHSA, several, 'block'],
    ['USN-1-1', several, 'block'],
    [`[${CVE}, USN-1-1, ${GHSA}]`, several, 'block'],
    [`[${CVE}, CVE-2026-2]`, several, 'pass'],
    [`[${GHSA}, GHSA-dddd-eeee-ffff]`, several, 'pass'],
    ['"cve-2026-*"', several, 'pass'],
    ['"CVE-2026-{2,3}"', several, 'block'],
    ['USN-1-1', [report('Trivy', [CVE, 'USN-1-1'])], 'pass'],
    ['USN-1-1', [report('Trivy', ['USN-1-1', 'USN-1-2'])], 'block']
  ])('%s', async (named, reports, verdict) => {
    expect((await verdictOf(`identifier: ${named}`, reports)).verdict).toBe(verdict)
  })

  test('names of one are interchangeable, whoever tells them', async () => {
    const reports = [report('Trivy', [CVE]), report('Grype', [CVE, GHSA])]
    expect((await verdictOf(`identifier: ${GHSA}`, reports)).verdict).toBe('pass')
  })

  test('in `when` any of them is enough', async () => {
    const policy = await policyOf(`rules: [{ id: r, when: { identifier: ${CVE} }, verdict: block }]`)
    expect(decideOn(policy, [identified(several[0])]).verdict).toBe('block')
  })
})
