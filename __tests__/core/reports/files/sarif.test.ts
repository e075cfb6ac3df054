import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Decision, Outcome } from '../../../../src/core/decision/decision.js'
import { STATES } from '../../../../src/core/finding.js'
import { sarifChunks } from '../../../../src/core/reports/files/sarif.js'
import { PLAIN_CONTEXT } from '../../../../src/core/reports/ground/view-context.js'
import { aDecision, anOutcome, aScan } from '../../../builders.js'
import { triesOf } from '../../../thorough.js'
import { decisionFrom, hostileText } from '../hostile-text.js'
import { BLIND, BLOCKED, CLEAN } from '../sample-decisions.js'

const context = { ...PLAIN_CONTEXT, serverUrl: 'https://github.com' }
const text = (decision: Decision): string => [...sarifChunks(decision, context)].join('')

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly guid: string
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations?: readonly {
    readonly physicalLocation?: {
      readonly artifactLocation: { readonly uri: string }
      readonly region?: Readonly<Record<string, unknown>>
    }
  }[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly baselineState: string
  readonly suppressions: readonly Readonly<Record<string, string>>[]
  readonly provenance?: { readonly firstDetectionTimeUtc: string }
  readonly properties: Readonly<Record<string, unknown>>
}
interface Run {
  readonly tool: {
    readonly driver: {
      readonly name: string
      readonly version?: string
      readonly rules: readonly { readonly id: string; readonly helpUri?: string }[]
    }
  }
  readonly invocations: readonly { readonly executionSuccessful: boolean }[]
  readonly versionControlProvenance?: readonly object[]
  readonly results: readonly Result[]
}
const runsOf = (decision: Decision): readonly Run[] => (JSON.parse(text(decision)) as { runs: readonly Run[] }).runs
const resultOf = (outcome: Outcome): Result => {
  const result = runsOf(aDecision({ outcomes: [outcome] }))[0]?.results[0]
  if (result === undefined) throw new Error('no result')
  return result
}

test('the whole report of an ordinary pull request', () => expect(JSON.parse(text(BLOCKED))).toMatchSnapshot())

describe('runs', () => {
  test('every finding once, under its own tool', () => {
    const runs = runsOf(BLOCKED)
    const places = runs.flatMap(run =>
      run.results.map(result => `${run.tool.driver.name} ${result.partialFingerprints['policyGate/v1']}`)
    )
    expect(places.sort()).toEqual(
      BLOCKED.outcomes.map(({ finding, id }) => `${finding.tool} ${id.slice('F-'.length)}`).sort()
    )
  })

  test('a tool that found nothing has an empty run', () => {
    expect(runsOf(CLEAN)).toMatchObject([
      { tool: { driver: { name: 'CodeQL', version: '2.20.0', rules: [] } }, results: [] }
    ])
  })

  test('a failed scan does not read as a successful one', () => {
    expect(runsOf(BLIND)[0]?.invocations).toEqual([{ executionSuccessful: false }])
  })

  test('no version is stated where there were several', () => {
    const decision = aDecision({
      outcomes: [],
      scans: [aScan({ tools: ['1', '2'].map(version => ({ name: 'CodeQL', version, results: 0 })) })]
    })
    expect(runsOf(decision)).toHaveLength(1)
    expect(runsOf(decision)[0]?.tool.driver.version).toBeUndefined()
  })

  test('no tool at all gives a valid empty log', () => {
    expect(JSON.parse(text(aDecision({ outcomes: [], scans: [] })))).toMatchObject({ version: '2.1.0', runs: [] })
  })

  test('rule indexes lead to the rule', () => {
    for (const { tool, results } of runsOf(BLOCKED))
      for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
  })
})

describe('results', () => {
  const states = { introduced: 'new', 'newly-disclosed': 'new', existing: 'unchanged', fixed: 'absent', unknown: 'new' }
  test.each(STATES)('baseline state of %s', state =>
    expect(resultOf(anOutcome({ state })).baselineState).toBe(states[state])
  )

  test.each([
    ['the score where it is the severity', 'high', 8.8, '8.8'],
    ['a whole score with its decimal', 'critical', 9, '9.0'],
    ['not rounded across a band', 'medium', 6.96, '6.96'],
    ['the band where there is no score', 'critical', null, '9.5'],
    ['the band where the score says something else', 'high', 5, '8.0'],
    ['nothing where nothing is known', 'unknown', null, undefined],
    ['nothing where it is harmless', 'none', null, undefined]
  ] as const)('security-severity: %s', (_name, severity, score, expected) => {
    expect(resultOf(anOutcome({}, { severity, score })).properties['security-severity']).toBe(expected)
  })

  test('an unknown severity stays a warning', () => {
    expect(resultOf(anOutcome({}, { severity: 'unknown', score: null }))).toMatchObject({ level: 'warning' })
  })

  test('an exception is an accepted external suppression, with its justification', () => {
    const excepted = anOutcome({
      verdict: 'pass',
      reason: 'excepted',
      exception: { id: 'EXC-1', expires: '2026-11-30' }
    })
    expect(resultOf(excepted).suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'Exception EXC-1, expires 2026-11-30' }
    ])
  })

  test('which names who approved it, as what, why and for which ticket, and no secret', () => {
    const excepted = anOutcome({
      verdict: 'pass',
      reason: 'excepted',
      exception: { id: 'EXC-1', expires: '2026-11-30' }
    })
    const account = {
      type: 'mitigated',
      reason: 'Behind the WAF since May, with password=hunter2hunter2',
      owner: '@alice',
      approvers: [
        { login: '@sec-bob', at: '2026-11-20T00:00:00Z', url: null },
        { login: '@sec-carol', at: '2026-11-21T00:00:00Z', url: null }
      ],
      ticket: 'SEC-12',
      controls: ['WAF rule 7'],
      quorum: { needed: 2, have: 2 }
    } as const
    const decision = aDecision({
      outcomes: [excepted],
      exceptions: [
        { id: 'EXC-1', status: 'active', source: 'file', finding: null, expires: '2026-11-30', problem: null, account }
      ]
    })
    const [run] = JSON.parse([...sarifChunks(decision)].join('')).runs
    expect(run.results[0].suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification:
          'Exception EXC-1, expires 2026-11-30, mitigated, approved by @sec-bob, @sec-carol, ticket SEC-12, ' +
          'controls: WAF rule 7: Behind the WAF since May, with password=hu…'
      }
    ])
    expect(run.conversion.tool.driver).toEqual({ name: 'Policy Gate', version: `1.0.0 (${'c'.repeat(40)})` })
  })

  test.each([
    ['in-source', 'inSource'],
    ['external', 'external']
  ] as const)('an honoured suppression of kind %s', (kind, written) => {
    const outcome = anOutcome(
      { verdict: 'pass', reason: 'suppressed' },
      { suppression: { kind, justification: 'tests only' } }
    )
    expect(resultOf(outcome).suppressions).toEqual([{ kind: written, status: 'accepted', justification: 'tests only' }])
  })

  test('a suppression that was not honoured is not repeated as accepted', () => {
    expect(resultOf(anOutcome({}, { suppression: { kind: 'external', justification: null } })).suppressions).toEqual([])
  })

  test('first detection, where it is known', () => {
    expect(resultOf(anOutcome()).provenance).toEqual({ firstDetectionTimeUtc: '2026-11-20T00:00:00Z' })
    expect(resultOf(anOutcome({ firstDetected: null })).provenance).toBeUndefined()
  })

  test('the producer’s fingerprints stay beside the gate’s', () => {
    const outcome = anOutcome(
      {},
      {
        clues: {
          snippet: null,
          symbol: null,
          fingerprints: { primaryLocationLineHash: 'abc:1', 'policyGate/v1': 'forged' }
        }
      }
    )
    expect(resultOf(outcome).partialFingerprints).toEqual({
      primaryLocationLineHash: 'abc:1',
      'policyGate/v1': outcome.id.slice('F-'.length)
    })
  })

  test.each([
    ['spaces and signs', 'a b/ü(1)#x?.ts', 'a%20b/%C3%BC%281%29%23x%3F.ts'],
    ['a colon in the first part', 'ubuntu:22.04/x', 'ubuntu%3A22.04/x']
  ])('a path with %s is a valid relative URI', (_name, path, uri) => {
    const location = { path, startLine: 1, startColumn: null, endLine: null, endColumn: null }
    expect(resultOf(anOutcome({}, { location })).locations?.[0]?.physicalLocation?.artifactLocation.uri).toBe(uri)
  })

  test.each([
    ['none', {}, undefined],
    ['line 0', { startLine: 0, endLine: 0 }, undefined],
    [
      'an end before the start',
      { startLine: 5, endLine: 2, startColumn: 4, endColumn: 2 },
      { startLine: 5, startColumn: 4 }
    ],
    [
      'columns over two lines',
      { startLine: 5, endLine: 6, startColumn: 4, endColumn: 2 },
      { startLine: 5, startColumn: 4, endLine: 6, endColumn: 2 }
    ]
  ])('region with %s', (_name, place, expected) => {
    const location = { path: 'a', startLine: null, startColumn: null, endLine: null, endColumn: null, ...place }
    const outcome = anOutcome({}, { location, clues: { snippet: null, symbol: null, fingerprints: {} } })
    expect(resultOf(outcome).locations?.[0]?.physicalLocation?.region).toEqual(expected)
  })

  test('a secret is neither in the message nor in a snippet', () => {
    expect(text(BLOCKED)).not.toContain('AKIAIOSFODNN7EXAMPLE')
  })
})

describe('for any text', () => {
  // Patterns of the OASIS schema: sarif-schema-2.1.0.json, definitions result.guid and tags.uniqueItems.
  const GUID = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$/
  test('it is JSON with all findings, valid guids, URIs and unique tags', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 7 }), texts => {
        const results = runsOf(decisionFrom(texts)).flatMap(run => run.results)
        expect(results).toHaveLength(4)
        for (const { guid, locations, properties, message } of results) {
          expect(guid).toMatch(GUID)
          expect(message.text).not.toBe('')
          const tags = (properties.tags ?? []) as readonly string[]
          expect(new Set(tags).size).toBe(tags.length)
          for (const { physicalLocation } of locations ?? [])
            if (physicalLocation) expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w.~%/-]+$/)
        }
      }),
      { numRuns: triesOf(200) }
    )
  })

  test('the guid follows the fingerprint', () => {
    const guid = (fingerprint: string): string => resultOf(anOutcome({ id: `F-${fingerprint}` })).guid
    fc.assert(fc.property(fc.stringMatching(/^[0-9a-f]{32}$/), fingerprint => expect(guid(fingerprint)).toMatch(GUID)))
    expect(guid('0'.repeat(32))).not.toBe(guid('1'.repeat(32)))
  })

  test.each(['javascript:alert(1)', 'not an address', 'https://exa mple/', 'ftp://x', ''])(
    'helpUri %j is left out',
    helpUri => {
      expect(
        runsOf(aDecision({ outcomes: [anOutcome({}, { helpUri })] }))[0]?.tool.driver.rules[0]?.helpUri
      ).toBeUndefined()
    }
  )
})

test('many findings come in small pieces', () => {
  const outcomes = Array.from({ length: 2_000 }, () => anOutcome())
  const pieces = [...sarifChunks(aDecision({ outcomes }), context)]
  expect(pieces.length).toBeGreaterThan(2_000)
  expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThan(5_000)
})
