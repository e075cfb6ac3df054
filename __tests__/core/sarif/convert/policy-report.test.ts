import { describe, expect, test } from '@jest/globals'
import type { JsonObject, JsonValue } from '../../../../src/core/ground/json.js'
import { convertPolicyReports, mayBePolicyReports } from '../../../../src/core/sarif/convert/policy-report.js'
import { createNormaliser } from '../../../../src/core/sarif/normalise.js'
import { withRoots } from '../feed.js'

const read = (...documents: readonly JsonValue[]) => {
  const normaliser = createNormaliser('reports.json', { places: withRoots() })
  return normaliser.finish(convertPolicyReports(documents, normaliser))
}

const result = (parts: JsonObject = {}): JsonObject => ({
  source: 'kyverno',
  policy: 'require-limits',
  rule: 'limits',
  result: 'fail',
  severity: 'high',
  message: 'limits are required',
  ...parts
})
const report = (results: readonly JsonValue[], parts: JsonObject = {}): JsonObject => ({
  apiVersion: 'wgpolicyk8s.io/v1alpha2',
  kind: 'PolicyReport',
  scope: { kind: 'Pod', name: 'web', namespace: 'shop' },
  results,
  ...parts
})

describe('policy reports', () => {
  test('a failure is a finding in infrastructure, of the resource that is meant', () => {
    const { findings, runs, problem } = read(report([result()]))
    expect(problem).toBeNull()
    expect(runs).toMatchObject([{ tool: 'Kyverno', state: 'complete', categories: ['iac'] }])
    expect(findings).toMatchObject([
      {
        tool: 'Kyverno',
        category: 'iac',
        ruleId: 'require-limits/limits',
        severity: 'high',
        message: 'limits are required',
        location: null,
        clues: { symbol: 'shop/Pod/web' }
      }
    ])
  })

  test.each<[string, JsonObject, readonly string[]]>([
    ['pass', { result: 'pass' }, []],
    ['skip', { result: 'skip' }, []],
    ['warn', { result: 'warn' }, ['high']],
    ['warn without a severity', { result: 'warn', severity: null }, ['medium']],
    ['fail without a severity', { severity: null }, ['unknown']],
    ['a severity that nobody knows', { severity: 'dire' }, ['unknown']],
    ['info', { severity: 'info' }, ['none']],
    ['a word that nobody knows', { result: 'failed' }, ['high']]
  ])('%s', (_, parts, severities) => {
    const { findings, results, notFindings } = read(report([result(parts)]))
    expect(findings.map(({ severity }) => severity)).toEqual(severities)
    expect(results).toBe(findings.length + notFindings)
  })

  test('several resources, under either name, are several findings', () => {
    const pods = ['a', 'b'].map(name => ({ kind: 'Pod', name, namespace: 'shop' }))
    for (const key of ['resources', 'subjects']) {
      const { findings } = read(report([result({ [key]: pods })]))
      expect(findings.map(({ clues }) => clues.symbol)).toEqual(['shop/Pod/a', 'shop/Pod/b'])
    }
  })

  test.each<[string, JsonObject, string]>([
    ['a check that could not be evaluated', report([result({ result: 'error' })]), 'degraded'],
    ['the same, by its earlier name', report([result({ result: null, status: 'error' })]), 'degraded'],
    [
      'a failure by its earlier name',
      report([result({ result: null, status: 'fail' })], { summary: { fail: 1 } }),
      'complete'
    ],
    ['fewer failures than it counts', report([result()], { summary: { fail: 2 } }), 'degraded'],
    ['as many', report([result()], { summary: { fail: 1, pass: 9 } }), 'complete'],
    ['a result that is none', report([result(), 7]), 'degraded'],
    ['no results', report([]), 'complete']
  ])('state: %s', (_, document, state) => {
    expect(read(document).runs.map(run => run.state)).toEqual([state])
  })

  test('lists, other groups and engines', () => {
    const items = [
      report([result()]),
      report([result({ source: 'falco' })], { apiVersion: 'wgpolicyk8s.io/v1beta1', kind: 'ClusterPolicyReport' }),
      report([result({ source: null })], { apiVersion: 'openreports.io/v1alpha1', kind: 'Report' })
    ]
    const { runs, findings } = read({ apiVersion: 'v1', kind: 'List', items })
    expect(runs.map(({ tool }) => tool)).toEqual(['Kyverno', 'Policy report of falco', 'Policy report'])
    expect(findings.map(({ category }) => category)).toEqual(['iac', 'iac', 'iac'])
  })

  test('anything else is the problem, and the reports are kept', () => {
    const { findings, problem } = read({ kind: 'List', items: [report([result()]), { kind: 'Pod' }] })
    expect([findings.length, problem?.message]).toEqual([1, 'A document or item of a list is no policy report'])
  })

  test('a file is known by its beginning', () => {
    expect(mayBePolicyReports(JSON.stringify({ kind: 'List', items: [report([])] }))).toBe(true)
    expect(mayBePolicyReports('{"apiVersion": "v1", "kind": "Pod"}')).toBe(false)
  })
})
