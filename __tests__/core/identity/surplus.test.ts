import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../src/core/finding.js'
import { mergeFindings } from '../../../src/core/identity/merging/merge.js'
import { finding, ids, place, replaceDiff, run, type Setting, states } from './builders.js'

const PLAN = place('plan.json', null)
const LINE = place('a.ts', 2)
const files = { 'a.ts': 'one()\neval(first)\n', 'b.ts': 'two()\neval(second)\n' }
const ELSEWHERE = replaceDiff('z.ts', 1, ['old'], ['new'])

/** The same result so many times, as one scan tells of it. */
const times = (count: number, parts: Partial<Finding> = {}): readonly Finding[] =>
  mergeFindings(Array.from({ length: count }, () => finding({ location: PLAN, ...parts })))

const instance = (id: string, parts: Partial<Finding> = {}): Finding =>
  finding({ location: PLAN, ...parts, clues: { snippet: null, fingerprints: { InstanceId: id }, symbol: null } })
const named = (symbol: string): Finding =>
  finding({ location: LINE, clues: { snippet: null, fingerprints: {}, symbol } })
const more = (text: string): Finding =>
  finding({ location: LINE, clues: { snippet: null, fingerprints: {}, symbol: null, instance: text } })

const onLine = (id: string): Finding => instance(id, { location: LINE })

const sorted = (head: readonly Finding[], baseline: readonly Finding[], setting: Setting = {}) => {
  const result = run(head, { baseline, files, diff: ELSEWHERE, ...setting })
  const told = result.findings.map(each => `${each.identity.state} ${each.finding.occurrences}`)
  return { told: told.sort(), fixed: result.fixed.length, ids: new Set(ids(result)).size }
}

describe('of what differs in nothing, numbers are compared', () => {
  const several = { location: LINE, otherLocations: [place('b.ts', 2)] }
  test.each<[string, readonly Finding[], readonly Finding[], readonly string[], number]>([
    ['as many', times(2), times(2), ['existing 2'], 0],
    ['one more', times(2), times(1), ['existing 1', 'introduced 1'], 0],
    ['many more', times(9), times(4), ['existing 4', 'introduced 5'], 0],
    ['fewer', times(1), times(3), ['existing 1'], 0],
    [
      'one more on a line',
      times(2, { location: LINE }),
      times(1, { location: LINE }),
      ['existing 1', 'introduced 1'],
      0
    ],
    [
      'one more of no place',
      times(2, { location: null }),
      times(1, { location: null }),
      ['existing 1', 'introduced 1'],
      0
    ],
    ['one more of several places', times(2, several), times(1, several), ['existing 1', 'introduced 1'], 0],
    ['fewer of several places', times(1, several), times(2, several), ['existing 1'], 0],
    [
      'one more of several places, told apart at the base',
      times(3, several),
      [instance('AAAAAAAA', several), instance('BBBBBBBB', several)],
      ['existing 1', 'existing 1', 'introduced 1'],
      0
    ],
    ['told apart now', [instance('AAAAAAAA'), instance('BBBBBBBB')], times(2), ['existing 1', 'existing 1'], 0],
    [
      'told apart now, of several places',
      [instance('AAAAAAAA', several), instance('BBBBBBBB', several)],
      times(2, several),
      ['existing 1', 'existing 1'],
      0
    ],
    [
      'told apart now, and one more',
      [instance('AAAAAAAA'), instance('BBBBBBBB'), instance('CCCCCCCC')],
      times(2),
      ['existing 1', 'existing 1', 'introduced 1'],
      0
    ],
    ['told apart before', times(2), [instance('AAAAAAAA'), instance('BBBBBBBB')], ['existing 1', 'existing 1'], 0],
    ['told apart before, and one fewer', times(1), [instance('AAAAAAAA'), instance('BBBBBBBB')], ['existing 1'], 1]
  ])('%s', (_, head, baseline, told, fixed) => {
    expect(sorted(head, baseline)).toEqual({ told, fixed, ids: told.length })
  })

  test('without a diff, too', () => {
    const setting = { baseline: times(1), files }
    expect(states(run(times(2), setting)).toSorted()).toEqual(['existing', 'introduced'])
  })

  test('the reason says how many there were', () => {
    const reasons = run(times(3), { baseline: times(2), diff: ELSEWHERE }).findings.map(
      each => each.identity.stateReason
    )
    expect(reasons).toContain('More than in the baseline, which has 2 that say the same')
  })

  test('what was there keeps its id, and what is new has none of the baseline', () => {
    const [before] = ids(run(times(1), {}))
    const now = run(times(2), { baseline: times(1), diff: ELSEWHERE }).findings
    expect(now.find(each => each.identity.state === 'existing')?.identity.id).toBe(before)
    expect(now.find(each => each.identity.state === 'introduced')?.identity.id).not.toBe(before)
  })

  test.each<[string, Partial<Finding>]>([
    ['one version of a package', { category: 'sca', identifiers: ['CVE-2026-1'], package: aPackage('1.0.0') }],
    ['a secret that is known', { category: 'secret', clues: { snippet: 'sha256:1', fingerprints: {}, symbol: null } }]
  ])('%s is one, however often it is told of', (_, parts) => {
    expect(sorted(times(3, parts), times(1, parts)).told).toEqual(['existing 3'])
  })

  test('a file that is given twice tells of nothing more', () => {
    const twice = mergeFindings([...times(2, { sources: ['a.sarif'] }), ...times(2, { sources: ['copy.sarif'] })])
    expect(sorted(twice, times(2)).told).toEqual(['existing 4'])
    expect(sorted(twice, times(1)).told).toEqual(['existing 2', 'introduced 2'])
  })

  test('a result that says how often it was observed is new as a whole', () => {
    const observed = (instances: number) => [finding({ location: PLAN, instances })]
    expect(sorted(observed(2), observed(2)).told).toEqual(['existing 1'])
    expect(sorted(observed(3), observed(2))).toEqual({ told: ['introduced 1'], fixed: 0, ids: 1 })
  })
})

function aPackage(version: string) {
  return { purl: `pkg:npm/p@${version}`, name: 'p', version, fixedVersion: null }
}

describe('what tells two apart', () => {
  test.each<[string, readonly Finding[], number]>([
    ['fingerprints of the tool', [instance('AAAAAAAA'), instance('BBBBBBBB')], 2],
    ['the same fingerprint', [instance('AAAAAAAA'), instance('AAAAAAAA')], 1],
    ['resources on one line', [named('aws_s3_bucket.a'), named('aws_s3_bucket.b')], 2],
    ['the same resource', [named('aws_s3_bucket.a'), named('aws_s3_bucket.a')], 1],
    ['an id of correlation', [more('1'), more('2')], 2],
    ['nothing', [more('1'), more('1')], 1]
  ])('%s', (_, findings, expected) => {
    expect(mergeFindings(findings)).toHaveLength(expected)
    const [first] = findings
    if (first === undefined) throw new RangeError('no finding')
    const told = sorted(mergeFindings(findings), [first]).told
    expect(told.filter(each => each.startsWith('introduced'))).toHaveLength(1)
  })

  test.each<[string, Finding, Finding, string]>([
    ['another instance', instance('AAAAAAAA'), instance('BBBBBBBB'), 'introduced'],
    ['the same instance', instance('AAAAAAAA'), instance('AAAAAAAA'), 'existing'],
    ['another instance on a line with the same text', onLine('AAAAAAAA'), onLine('BBBBBBBB'), 'existing'],
    ['another resource', { ...more('a'), location: PLAN }, { ...more('b'), location: PLAN }, 'introduced'],
    ['a resource that is named now', finding({ location: PLAN }), { ...more('b'), location: PLAN }, 'existing'],
    ['another name', { ...named('a'), location: PLAN }, { ...named('b'), location: PLAN }, 'introduced']
  ])('instead of one that is gone: %s', (_, before, now, state) => {
    expect(states(run([now], { baseline: [before], files, diff: ELSEWHERE }))).toEqual([state])
  })

  test.each<[string, Setting]>([
    ['with a diff', { diff: ELSEWHERE }],
    ['without', {}]
  ])('the one that the baseline has keeps its id: %s', (_, setting) => {
    const [a, b] = [instance('BBBBBBBB'), instance('AAAAAAAA')]
    const { findings } = run([b, a], { baseline: [a], files, ...setting })
    expect(findings.map(each => each.identity.state)).toEqual(['introduced', 'existing'])
  })
})
