import { describe, expect, test } from '@jest/globals'
import type { JsonObject, JsonValue } from '../../../../src/core/ground/json.js'
import { convertDependabot, isDependabot } from '../../../../src/core/sarif/convert/dependabot.js'
import { createNormaliser } from '../../../../src/core/sarif/normalise.js'
import { withRoots } from '../feed.js'

const fromAlerts = (alerts: JsonValue) => {
  const normaliser = createNormaliser('alerts.json', { places: withRoots() })
  return normaliser.finish(convertDependabot(alerts, normaliser))
}

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
      { kind: 'external', justification: 'tolerable_risk: later (dismissed; nobody else approved it)' },
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
