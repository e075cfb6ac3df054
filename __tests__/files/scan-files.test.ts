import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
      fixes: false,
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

describe("GitHub's lists and policy reports", () => {
  const alerts = {
    'code.json': [
      {
        state: 'open',
        rule: { id: 'r', severity: 'error' },
        tool: { name: 'CodeQL' },
        most_recent_instance: { location: { path: 'a.ts', start_line: 1 } }
      }
    ],
    'secrets.json': [{ state: 'open', secret_type: 'acme_token' }],
    'reports.json': {
      apiVersion: 'v1',
      kind: 'List',
      items: [
        { apiVersion: 'wgpolicyk8s.io/v1beta1', kind: 'PolicyReport', results: [{ policy: 'p', result: 'fail' }] }
      ]
    }
  }
  test('are told by their content', async () => {
    const inputs = await read(alerts)
    expect(inputs.map(({ name, runs, findings, problem }) => [name, runs[0]?.tool, findings.length, problem])).toEqual([
      ['code.json', 'CodeQL', 1, null],
      ['reports.json', 'Policy report', 1, null],
      ['secrets.json', 'GitHub secret scanning', 1, null]
    ])
  })

  test.each([
    ['dependabot-alerts.json', 'Dependabot'],
    ['secret-scanning-alerts.json', 'GitHub secret scanning'],
    ['code_scanning.json', 'GitHub code scanning'],
    ['code-scanning/alerts.json', undefined],
    ['alerts.json', undefined]
  ])('an empty list is clean by its name alone: %s', async (name, tool) => {
    const [input] = await read({ [name]: '[]' })
    expect([input?.runs[0]?.tool, input?.problem === null]).toEqual([tool, tool !== undefined])
    if (tool === undefined) expect(input?.problem?.message).toContain('call it dependabot-alerts.json')
  })
})

describe('what is not read', () => {
  const scan = (files: Files, links: Readonly<Record<string, string>> = {}) =>
    withFiles(files, async directory => {
      for (const [name, target] of Object.entries(links)) symlinkSync(target, join(directory, name))
      return readScanFiles(['results'], directory, {
        places: { ...NO_KNOWLEDGE, roots: [directory] },
        statedOf: () => null,
        trails: false,
        fixes: false,
        ignored: async () => new Set(),
        progress: () => undefined,
        memory: watchMemory()
      })
    })
  const clean = { 'results/a.sarif': aLog(aSarifRun('CodeQL', [])) }

  test('is told, with what it looks like', async () => {
    const { inputs, unread } = await scan({
      ...clean,
      'results/cppcheck.xml': '<?xml version="1.0"?>\n<results version="2"><cppcheck version="2.17"/>',
      'results/log.txt': 'done',
      'results/README.md': 'what lies here',
      'results/.gitkeep': ''
    })
    expect(inputs.map(({ problem }) => problem)).toEqual([null])
    expect(unread).toEqual([
      "results/cppcheck.xml is not read: it looks like cppcheck's XML; let it write SARIF with `--output-format=sarif`",
      'Not read, as their names are none of SARIF: results/log.txt'
    ])
  })

  test('of many other files nothing is told but the formats that are known', async () => {
    const others = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`results/${index}.txt`, '']))
    const { unread } = await scan({ ...clean, ...others, 'results/a.html': '<!doctype html>' })
    expect(unread).toEqual(['results/a.html is not read: it looks like HTML; let the tool write SARIF'])
  })

  test('in another format under the name of SARIF is invalid, and says what it is', async () => {
    const { inputs } = await scan({ 'results/trivy.json': { SchemaVersion: 2, ArtifactName: 'a', Results: [] } })
    expect(inputs[0]?.problem?.message).toMatch(/has no runs; it looks like Trivy's JSON; .*--format sarif/)
  })

  test('a link out of the directory is invalid evidence', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'policy-gate-outside-'))
    writeFileSync(join(outside, 'b.sarif'), '{}')
    const { inputs, outside: links } = await scan(clean, { 'results/b.sarif': join(outside, 'b.sarif') })
    rmSync(outside, { recursive: true })
    expect(links).toEqual(['results/b.sarif'])
    expect(inputs.map(({ name, problem }) => [name, problem === null])).toEqual([
      ['results/a.sarif', true],
      ['results/b.sarif', false]
    ])
  })
})
