import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Finding, Package, SuppressionClaim } from '../../../../src/core/finding.js'
import { commonPackageName, mergeFindings } from '../../../../src/core/identity/merging/merge.js'
import { aPlainFinding } from '../../../builders.js'
import { triesOf } from '../../../thorough.js'

const place = (path: string, startLine: number | null = 1, startColumn: number | null = null) => ({
  path,
  startLine,
  startColumn,
  endLine: startLine,
  endColumn: null
})
const NO_CLUES = { snippet: null, fingerprints: {}, symbol: null }
const finding = (parts: Partial<Finding> = {}): Finding =>
  aPlainFinding({
    tool: 'T',
    toolVersion: null,
    ruleId: 'R1',
    severity: 'medium',
    location: place('a.js'),
    sources: ['one.sarif'],
    ...parts
  })
const lodash: Package = { purl: 'pkg:npm/lodash@4.17.20', name: 'lodash', version: '4.17.20', fixedVersion: null }
const vulnerability = (tool: string, identifiers: readonly string[], parts: Partial<Finding> = {}): Finding =>
  finding({
    tool,
    ruleId: identifiers[0] ?? 'X',
    identifiers: [...identifiers].sort(),
    category: 'sca',
    location: place('package-lock.json'),
    package: lodash,
    sources: [`${tool}.sarif`],
    ...parts
  })

const accepted = { kind: 'external', justification: 'ok' } as const
const inFile = (path: string): SuppressionClaim => ({ ...accepted, path })
const sizes = (findings: readonly Finding[]) =>
  mergeFindings(findings)
    .map(({ occurrences }) => occurrences)
    .sort()

describe('exact repetitions', () => {
  test.each<[string, readonly Partial<Finding>[], readonly number[]]>([
    ['the same thing twice', [{}, {}], [2]],
    ['occurrences add up', [{ occurrences: 2 }, { occurrences: 3 }], [5]],
    ['another line', [{}, { location: place('a.js', 2) }], [1, 1]],
    ['another column', [{}, { location: place('a.js', 1, 4) }], [1, 1]],
    ['another message', [{}, { message: 'n' }], [1, 1]],
    ['another rule', [{}, { ruleId: 'R2' }], [1, 1]],
    ['another tool', [{}, { tool: 'U' }], [1, 1]],
    ['another category', [{}, { category: 'iac' }], [1, 1]],
    ['another file', [{}, { location: place('b.js') }], [1, 1]],
    ['no place', [{ location: null }, { location: null }], [2]],
    [
      'places that could not be mapped',
      [
        { location: null, placeProblem: '/x:1: no' },
        { location: null, placeProblem: '/y:1: no' }
      ],
      [1, 1]
    ],
    [
      'two resources',
      [
        { location: null, clues: { ...NO_CLUES, symbol: 'a' } },
        { location: null, clues: { ...NO_CLUES, symbol: 'b' } }
      ],
      [1, 1]
    ],
    [
      'two secrets on one line',
      [
        { category: 'secret', clues: { ...NO_CLUES, snippet: 'sha256:1' } },
        { category: 'secret', clues: { ...NO_CLUES, snippet: 'sha256:2' } }
      ],
      [1, 1]
    ]
  ])('%s', (_, parts, expected) => {
    expect(sizes(parts.map(finding))).toEqual(expected)
  })

  test('keep the worst, all sources, and a suppression only if all are suppressed', () => {
    const [merged] = mergeFindings([
      finding({
        severity: 'low',
        suppression: accepted,
        sources: ['b.sarif'],
        tags: ['x'],
        firstDetected: '2024-02-01T00:00:00Z'
      }),
      finding({ severity: 'high', score: 8, sources: ['a.sarif'], tags: ['y'], firstDetected: '2024-01-01T00:00:00Z' })
    ])
    expect(merged).toMatchObject({
      severity: 'high',
      score: 8,
      suppression: null,
      sources: ['a.sarif', 'b.sarif'],
      tags: ['x', 'y'],
      firstDetected: '2024-01-01T00:00:00Z'
    })
    expect(
      mergeFindings([finding({ suppression: accepted }), finding({ suppression: accepted })])[0]?.suppression
    ).toEqual(accepted)
  })

  test.each<[string, readonly SuppressionClaim[], SuppressionClaim]>([
    ['the external one', [{ kind: 'in-source', justification: null }, inFile('a')], inFile('a')],
    ['one of one file', [inFile('a'), inFile('a')], inFile('a')],
    ['that of several files, of none', [inFile('a'), inFile('b')], accepted],
    ['that of no file', [inFile('a'), accepted], accepted]
  ])('of several suppressions: %s', (_, claims, expected) => {
    for (const order of [claims, claims.toReversed()]) {
      const merged = mergeFindings(order.map((suppression, index) => finding({ suppression, score: index })))
      expect(merged.map(({ suppression }) => suppression)).toEqual([expected])
    }
  })
})

describe('vulnerabilities of dependencies', () => {
  test('one vulnerability named by three tools is one finding', () => {
    const [merged, ...others] = mergeFindings([
      vulnerability('Trivy', ['CVE-2021-23337'], { severity: 'high', score: 7.2, fixAvailable: false }),
      vulnerability('Grype', ['GHSA-35jh-r3h4-6jhm', 'CVE-2021-23337'], {
        severity: 'medium',
        package: { ...lodash, fixedVersion: '4.17.21' },
        fixAvailable: true,
        occurrences: 2
      }),
      vulnerability('OSV', ['GHSA-35jh-r3h4-6jhm'], { severity: 'unknown', location: place('package-lock.json', null) })
    ])
    expect(others).toEqual([])
    expect(merged).toMatchObject({
      tool: 'Trivy',
      severity: 'high',
      occurrences: 4,
      fixAvailable: true,
      identifiers: ['CVE-2021-23337', 'GHSA-35jh-r3h4-6jhm'],
      package: { fixedVersion: '4.17.21' },
      sources: ['Grype.sarif', 'OSV.sarif', 'Trivy.sarif']
    })
  })

  test.each<[string, readonly Finding[], readonly number[]]>([
    [
      'a chain of aliases',
      [
        vulnerability('A', ['CVE-2020-0001', 'GHSA-aaaa-aaaa-aaaa']),
        vulnerability('B', ['PYSEC-2020-1', 'GO-2020-0001']),
        vulnerability('C', ['GHSA-aaaa-aaaa-aaaa', 'GO-2020-0001'])
      ],
      [3]
    ],
    ['two CVEs stay two', [vulnerability('A', ['CVE-2020-0001']), vulnerability('A', ['CVE-2020-0002'])], [1, 1]],
    [
      'a shared alias does not join two CVEs',
      [
        vulnerability('A', ['CVE-2020-0001', 'GHSA-aaaa-aaaa-aaaa']),
        vulnerability('B', ['CVE-2020-0002', 'GHSA-aaaa-aaaa-aaaa'])
      ],
      [1, 1]
    ],
    [
      'nor does a list of both',
      [
        vulnerability('A', ['CVE-2020-0001']),
        vulnerability('A', ['CVE-2020-0002']),
        vulnerability('B', ['SNYK-JS-A-1', 'CVE-2020-0001', 'CVE-2020-0002'])
      ],
      [1, 1, 1]
    ],
    [
      'a CWE joins nothing',
      [vulnerability('A', ['CVE-2020-0001', 'CWE-79']), vulnerability('B', ['CVE-2020-0002', 'CWE-79'])],
      [1, 1]
    ],
    [
      'two manifests stay two',
      [
        vulnerability('A', ['CVE-2020-0001']),
        vulnerability('B', ['CVE-2020-0001'], { location: place('web/package-lock.json') })
      ],
      [1, 1]
    ],
    [
      'two versions stay two',
      [
        vulnerability('A', ['CVE-2020-0001']),
        vulnerability('B', ['CVE-2020-0001'], {
          package: { ...lodash, version: '3.0.0', purl: 'pkg:npm/lodash@3.0.0' }
        })
      ],
      [1, 1]
    ],
    [
      'an unknown version joins the only one',
      [
        vulnerability('A', ['CVE-2020-0001']),
        vulnerability('B', ['CVE-2020-0001'], { package: { ...lodash, version: null, purl: 'pkg:npm/lodash' } })
      ],
      [2]
    ],
    [
      'an unknown ecosystem joins',
      [
        vulnerability('A', ['CVE-2020-0001']),
        vulnerability('B', ['CVE-2020-0001'], { package: { ...lodash, purl: null } })
      ],
      [2]
    ],
    [
      'two packages stay two',
      [
        vulnerability('A', ['CVE-2020-0001']),
        vulnerability('B', ['CVE-2020-0001'], {
          package: { ...lodash, name: 'underscore', purl: 'pkg:npm/underscore@4.17.20' }
        })
      ],
      [1, 1]
    ],
    [
      'two categories stay two',
      [vulnerability('A', ['CVE-2020-0001']), vulnerability('B', ['CVE-2020-0001'], { category: 'container' })],
      [1, 1]
    ],
    [
      'two ecosystems stay two',
      [
        vulnerability('A', ['CVE-2020-0001']),
        vulnerability('B', ['CVE-2020-0001'], { package: { ...lodash, purl: 'pkg:gem/lodash@4.17.20' } })
      ],
      [1, 1]
    ],
    [
      'code findings are left alone',
      [finding({ identifiers: ['CVE-2020-0001'] }), finding({ tool: 'U', identifiers: ['CVE-2020-0001'] })],
      [1, 1]
    ]
  ])('%s', (_, findings, expected) => {
    expect(sizes(findings)).toEqual(expected)
  })

  test('everyone who reported it can still be asked for', () => {
    const [merged] = mergeFindings([
      vulnerability('Trivy', ['CVE-2021-23337'], { severity: 'low' }),
      vulnerability('Grype', ['GHSA-35jh-r3h4-6jhm', 'CVE-2021-23337'], { severity: 'high' })
    ])
    expect([merged?.tool, merged?.ruleId, merged?.alsoReportedBy]).toEqual([
      'Grype',
      'GHSA-35jh-r3h4-6jhm',
      [{ tool: 'Trivy', ruleId: 'CVE-2021-23337' }]
    ])
    expect(mergeFindings([finding(), finding()])[0]).not.toHaveProperty('alsoReportedBy')
  })

  test.each([
    ['high', 'low', 'unknown'],
    ['high', 'high', 'high'],
    ['low', 'medium', 'medium'],
    ['critical', 'high', 'unknown'],
    ['none', 'none', 'none']
  ] as const)('unknown counts as %s: with %s it makes %s', (unknownAs, severity, expected) => {
    const parts = [
      vulnerability('A', ['CVE-2020-0001'], { severity: 'unknown' }),
      vulnerability('B', ['CVE-2020-0001'], { severity })
    ]
    expect(mergeFindings(parts, unknownAs).map(merged => merged.severity)).toEqual([expected])
  })

  test.each([
    ['pkg:npm/%40a/b@1.0?x=y', '@a/b', '@a/b'],
    ['pkg:maven/g/a@1', 'g:a', 'g/a'],
    [null, 'g:a', 'g/a'],
    ['pkg:pypi/foo-bar@1', 'Foo_Bar', 'foo-bar'],
    [null, 'Foo_Bar', 'foo-bar']
  ])('%s and %s are %s', (purl, name, expected) => {
    expect(commonPackageName({ purl, name, version: null, fixedVersion: null })).toBe(expected)
  })
})

describe('laws', () => {
  const ids = fc.uniqueArray(
    fc.constantFrom(
      'CVE-2020-0001',
      'CVE-2020-0002',
      'GHSA-aaaa-aaaa-aaaa',
      'GHSA-cccc-cccc-cccc',
      'GO-2020-0001',
      'PYSEC-2020-1',
      'SNYK-JS-A-1',
      'CWE-79'
    ),
    { minLength: 1, maxLength: 4 }
  )
  const any = fc.record({
    tool: fc.constantFrom('A', 'B', 'C'),
    ids,
    category: fc.constantFrom('sca' as const, 'sast' as const, 'container' as const),
    severity: fc.constantFrom('low' as const, 'high' as const, 'unknown' as const),
    path: fc.constantFrom('a.lock', 'b.lock', null),
    version: fc.constantFrom('1', '2', null),
    suppressed: fc.boolean(),
    source: fc.constantFrom('x.sarif', 'y.sarif')
  })
  const findings = fc.array(any, { maxLength: 12 }).map(list =>
    list.map(({ tool, ids: identifiers, category, severity, path, version, suppressed, source }) =>
      vulnerability(tool, identifiers, {
        category,
        severity,
        location: path === null ? null : place(path),
        package: { ...lodash, purl: null, version },
        suppression: suppressed ? accepted : null,
        sources: [source]
      })
    )
  )
  const total = (list: readonly Finding[]) => list.reduce((sum, { occurrences }) => sum + occurrences, 0)

  test('nothing is lost, and neither order nor repetition of merging matters', () => {
    fc.assert(
      fc.property(
        findings.chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length }))),
        ([list, shuffled]) => {
          const merged = mergeFindings(list)
          expect(total(merged)).toBe(total(list))
          const sorted = (list: readonly Finding[]) => list.map(each => JSON.stringify(each)).sort()
          expect(sorted(mergeFindings(shuffled))).toEqual(sorted(merged))
          expect(new Set(merged.flatMap(({ identifiers }) => identifiers))).toEqual(
            new Set(list.flatMap(({ identifiers }) => identifiers))
          )
          expect(merged.filter(({ suppression }) => suppression === null).length > 0).toBe(
            list.some(({ suppression }) => suppression === null)
          )
        }
      ),
      { numRuns: triesOf(500) }
    )
  })
})
