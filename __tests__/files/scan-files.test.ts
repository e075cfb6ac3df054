import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { NO_KNOWLEDGE } from '../../src/core/sarif/place/paths.js'
import { watchMemory } from '../../src/files/memory.js'
import { readScanFiles } from '../../src/files/scan-files.js'
import { aLog, aResult, aSarifRun, type Files, withFiles } from '../e2e/workspace.js'

const read = (files: Files) =>
  withFiles(files, async directory => {
    const { inputs } = await readScanFiles(['.'], directory, {
      places: { ...NO_KNOWLEDGE, roots: [directory] },
      statedOf: () => null,
      trails: false,
      ignored: async () => new Set(),
      progress: () => undefined,
      memory: watchMemory()
    })
    return inputs
  })

const LEAK = {
  SourceMetadata: { Data: { Filesystem: { file: 'src/config.ts', line: 7 } } },
  SourceName: 'trufflehog - filesystem',
  DetectorName: 'AWS',
  DetectorType: 2,
  Verified: true,
  Raw: 'not-a-real-secret-0123456789',
  Redacted: 'not-a-…'
}
const ALERT = {
  number: 1,
  state: 'open',
  dependency: {
    package: { ecosystem: 'npm', name: 'lodash' },
    manifest_path: 'web/package-lock.json',
    scope: 'runtime'
  },
  security_advisory: {
    ghsa_id: 'GHSA-35jh-r3h4-6jhm',
    cve_id: 'CVE-2021-23337',
    summary: 'Command injection in lodash',
    severity: 'high',
    identifiers: [
      { type: 'GHSA', value: 'GHSA-35jh-r3h4-6jhm' },
      { type: 'CVE', value: 'CVE-2021-23337' }
    ]
  },
  security_vulnerability: {
    package: { ecosystem: 'npm', name: 'lodash' },
    severity: 'high',
    vulnerable_version_range: '< 4.17.21',
    first_patched_version: { identifier: '4.17.21' }
  }
}

describe('what a file is, is told by its content', () => {
  test('SARIF, plain and compressed, under any name', async () => {
    const log = aLog(aSarifRun('CodeQL', [aResult('r', 'src/a.ts', 1)]))
    const inputs = await read({
      'a.json': log,
      'b.sarif.gz': gzipSync(JSON.stringify(log)),
      'c.sarif': gzipSync(JSON.stringify(log))
    })
    expect(inputs.map(({ name, results, problem }) => ({ name, results, problem }))).toEqual(
      ['a.json', 'b.sarif.gz', 'c.sarif'].map(name => ({ name, results: 1, problem: null }))
    )
  })

  test("TruffleHog's lines, without the secret", async () => {
    const [input] = await read({
      'leaks.json': `${JSON.stringify(LEAK)}\n${JSON.stringify({ ...LEAK, Verified: false })}\n`
    })
    expect(input).toMatchObject({ problem: null, results: 2, runs: [{ tool: 'TruffleHog', state: 'complete' }] })
    expect(input?.findings).toMatchObject([
      { category: 'secret', severity: 'high', location: { path: 'src/config.ts', startLine: 7 } },
      { category: 'secret', severity: 'medium' }
    ])
    expect(JSON.stringify(input)).not.toContain(LEAK.Raw)
  })

  test("Dependabot's alerts, with dismissed ones as claims and fixed ones counted", async () => {
    const alerts = [
      ALERT,
      { ...ALERT, number: 2, state: 'dismissed', dismissed_reason: 'tolerable_risk' },
      { ...ALERT, number: 3, state: 'fixed' }
    ]
    const [input] = await read({ 'alerts.json': alerts })
    expect(input).toMatchObject({ problem: null, results: 3, notFindings: 1, runs: [{ tool: 'Dependabot' }] })
    expect(input?.findings).toMatchObject([
      {
        category: 'sca',
        severity: 'high',
        package: { name: 'lodash', fixedVersion: '4.17.21' },
        suppression: null,
        fixAvailable: true
      },
      { suppression: { kind: 'external' } }
    ])
  })

  test('an empty list is clean only under the name of Dependabot', async () => {
    const inputs = await read({ 'dependabot-alerts.json': '[]', 'other.json': '[]' })
    expect(inputs.map(({ name, problem, runs }) => [name, problem === null, runs.length])).toEqual([
      ['dependabot-alerts.json', true, 1],
      ['other.json', false, 0]
    ])
  })

  test.each([
    ['a list of something else', '[1, 2]'],
    ['lines of something else', '{"a":1}\n{"b":2}\n'],
    ['an object of something else', '{"a":1}'],
    ['nothing', ''],
    ['a list that breaks off', '[{"security_advisory":']
  ])('%s is invalid', async (_, content) => {
    const [input] = await read({ 'x.json': content })
    expect(input?.problem).not.toBeNull()
    expect(input?.findings).toEqual([])
  })

  test('more results than are kept are all there, though the tool is named behind them', async () => {
    const results = Array.from({ length: 10_001 }, (_, index) => ({ ruleId: 'r', message: { text: `${index}` } }))
    const run = { results, tool: { driver: { name: 'Tool', rules: [{ id: 'r', helpUri: 'https://example.com/r' }] } } }
    const [input] = await read({ 'scan.sarif': { version: '2.1.0', runs: [run] } })
    expect(input).toMatchObject({ problem: null, results: 10_001 })
    expect(input?.findings).toHaveLength(10_001)
    expect(input?.findings.every(({ tool, helpUri }) => tool === 'Tool' && helpUri !== null)).toBe(true)
  })
})
