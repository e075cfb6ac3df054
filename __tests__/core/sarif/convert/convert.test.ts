import { describe, expect, test } from '@jest/globals'
import type { JsonObject, JsonValue } from '../../../../src/core/ground/json.js'
import { convertDependabot, isDependabot } from '../../../../src/core/sarif/convert/dependabot.js'
import { convertTrufflehog, isTrufflehog } from '../../../../src/core/sarif/convert/trufflehog.js'
import { createNormaliser } from '../../../../src/core/sarif/normalise.js'
import { withRoots } from '../feed.js'

const fromLines = (lines: readonly string[]) => {
  const normaliser = createNormaliser('trufflehog.json', { places: withRoots('/repo') })
  return normaliser.finish(convertTrufflehog(lines, normaliser))
}
const fromAlerts = (alerts: JsonValue) => {
  const normaliser = createNormaliser('alerts.json', { places: withRoots() })
  return normaliser.finish(convertDependabot(alerts, normaliser))
}

const secret = 'ghp_0123456789abcdefghij0123456789abcdef'
const line = (parts: JsonObject = {}, data: JsonObject = { Git: { commit: 'c', file: 'src/a.env', line: 7 } }) =>
  JSON.stringify({
    SourceMetadata: { Data: data },
    SourceName: 's',
    DetectorName: 'Github',
    Verified: false,
    Raw: secret,
    ...parts
  })

describe('TruffleHog', () => {
  test('a line is a finding without its secret', () => {
    const { findings, results, problem, runs } = fromLines([
      line({ Verified: true }),
      line({ Raw: 'other-secret-0001' }),
      ''
    ])
    expect([results, problem, runs[0]?.state]).toEqual([2, null, 'complete'])
    expect(
      findings.map(({ ruleId, category, severity, location }) => [
        ruleId,
        category,
        severity,
        location?.path,
        location?.startLine
      ])
    ).toEqual([
      ['Github', 'secret', 'high', 'src/a.env', 7],
      ['Github', 'secret', 'medium', 'src/a.env', 7]
    ])
    expect(JSON.stringify(findings)).not.toContain(secret)
    expect(findings[0]?.clues.snippet).not.toBe(findings[1]?.clues.snippet)
  })

  test.each<[string, JsonObject, string | null, string | null]>([
    ['a file system', { Filesystem: { file: '/repo/a.env', line: 1 } }, 'a.env', null],
    ['a percent sign', { Git: { file: 'a%b.env' } }, 'a%b.env', null],
    ['an image', { Docker: { image: 'x/y:1', file: 'etc/a' } }, null, 'host://docker/x/y:1']
  ])('%s', (_, data, path, symbol) => {
    const [finding] = fromLines([line({}, data)]).findings
    expect([finding?.location?.path ?? null, finding?.clues.symbol, finding?.placeProblem]).toEqual([
      path,
      symbol,
      null
    ])
  })

  test('log lines are no results; errors degrade, and other lines are a problem', () => {
    const log = JSON.stringify({ level: 'info-0', msg: 'running' })
    expect(fromLines([log, line()])).toMatchObject({ results: 1, problem: null })
    const failed = fromLines([JSON.stringify({ level: 'error', msg: 'no such repository' })])
    expect(failed.runs[0]).toMatchObject({
      state: 'degraded',
      reason: 'The tool reports an error, the first: no such repository.'
    })
    expect(fromLines([line(), '{"Detector']).problem).toEqual({
      offset: line().length + 1,
      message: 'A line is neither a finding nor a log message of TruffleHog'
    })
  })

  test.each([
    [line(), true],
    ['{"version":"2.1.0"}', false],
    ['[', false],
    ['', false]
  ])('is recognised: %s', (first, expected) => {
    expect(isTrufflehog(first)).toBe(expected)
  })
})

const alert = (parts: JsonObject = {}): JsonObject => ({
  number: 1,
  state: 'open',
  created_at: '2024-05-01T10:00:00Z',
  dependency: {
    package: { ecosystem: 'npm', name: 'lodash' },
    manifest_path: 'web/package-lock.json',
    scope: 'runtime'
  },
  security_advisory: {
    ghsa_id: 'GHSA-35jh-r3h4-6jhm',
    cve_id: 'CVE-2021-23337',
    summary: 'Command Injection in lodash',
    severity: 'high',
    cvss: { score: 7.2 },
    cwes: [{ cwe_id: 'CWE-77' }],
    identifiers: [{ type: 'GHSA', value: 'GHSA-35jh-r3h4-6jhm' }]
  },
  security_vulnerability: {
    severity: 'high',
    vulnerable_version_range: '< 4.17.21',
    first_patched_version: { identifier: '4.17.21' }
  },
  ...parts
})

describe('Dependabot', () => {
  test('an open alert is a finding', () => {
    const { findings, problem } = fromAlerts([alert()])
    expect(problem).toBeNull()
    expect(findings[0]).toMatchObject({
      tool: 'Dependabot',
      category: 'sca',
      severity: 'high',
      score: 7.2,
      identifiers: ['CVE-2021-23337', 'CWE-77', 'GHSA-35jh-r3h4-6jhm'],
      package: { purl: 'pkg:npm/lodash', name: 'lodash', version: null, fixedVersion: '4.17.21' },
      fixAvailable: true,
      firstDetected: '2024-05-01T10:00:00Z',
      suppression: null,
      tags: ['runtime'],
      location: { path: 'web/package-lock.json' }
    })
  })

  test('states: fixed is no finding, dismissed is a claim', () => {
    const { findings, results, notFindings } = fromAlerts([
      alert({ state: 'fixed' }),
      alert({ state: 'dismissed', dismissed_reason: 'tolerable_risk', dismissed_comment: 'later' }),
      alert({ state: 'auto_dismissed' })
    ])
    expect([results, notFindings]).toEqual([3, 1])
    expect(findings.map(finding => finding.suppression)).toEqual([
      { kind: 'external', justification: 'tolerable_risk: later' },
      { kind: 'external', justification: 'Dismissed automatically by a Dependabot rule' }
    ])
  })

  test('no patched version means no fix; an exact range is the version', () => {
    const [finding] = fromAlerts([
      alert({ security_vulnerability: { vulnerable_version_range: '= 1.2.3', first_patched_version: null } })
    ]).findings
    expect([finding?.fixAvailable, finding?.package?.version]).toEqual([false, '1.2.3'])
  })

  test('pages are unfolded, and what is no alert is a problem', () => {
    expect(fromAlerts([[alert()], [alert()]]).results).toBe(2)
    expect(isDependabot([[alert()]])).toBe(true)
    expect(isDependabot([{ a: 1 }])).toBe(false)
    expect(isDependabot({ runs: [] })).toBe(false)
    expect(fromAlerts([alert(), null])).toMatchObject({
      results: 1,
      problem: { message: 'An element of the array is no Dependabot alert with an advisory' }
    })
  })
})
