import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/core/ground/json.js'
import { mergeFindings } from '../../../../src/core/identity/merging/merge.js'
import { logOf, normalise } from '../feed.js'

const GUID = '4d1c2f86-3c1f-4d6b-9f0e-0f6f3c0a1b2c'
const OTHER = '5e2d3097-4d20-4e7c-8a1f-1a704d1b2c3d'
const physicalLocation = { artifactLocation: { uri: 'infra/plan.json' } }
const names = (...list: readonly string[]) => ({
  locations: [{ physicalLocation, logicalLocations: list.map(fullyQualifiedName => ({ fullyQualifiedName })) }]
})

const found = (results: readonly JsonObject[], run: JsonObject = {}) =>
  normalise(
    logOf({
      results: results.map(parts => ({
        ruleId: 'R1',
        message: { text: 'a bucket is public' },
        locations: [{ physicalLocation }],
        ...parts
      })),
      ...run
    })
  ).findings

describe('results that differ in one thing only', () => {
  test.each<[string, JsonObject, JsonObject, number]>([
    ['nothing', {}, {}, 1],
    ['guid, which every result has of its own', { guid: GUID }, { guid: OTHER }, 1],
    ['correlation id', { correlationGuid: GUID }, { correlationGuid: OTHER }, 2],
    ['case of the correlation id', { correlationGuid: GUID }, { correlationGuid: GUID.toUpperCase() }, 1],
    ['correlation id of nothing but zeros', { correlationGuid: GUID.replace(/\w/g, '0') }, {}, 1],
    ['fingerprint', { fingerprints: { 'a/v1': 'AAAAAAAA' } }, { fingerprints: { 'a/v1': 'BBBBBBBB' } }, 2],
    ['fingerprint of one only', { fingerprints: { 'a/v1': 'AAAAAAAA' } }, {}, 2],
    ['fingerprint that is a placeholder', { fingerprints: { a: 'requires login' } }, {}, 1],
    ['partial fingerprint', { partialFingerprints: { a: 'AAAAAAAA' } }, { partialFingerprints: { a: 'BBBBBBBB' } }, 2],
    [
      'commit data',
      { partialFingerprints: { author: 'somebody' } },
      { partialFingerprints: { author: 'another one' } },
      1
    ],
    ['logical location', names('aws_s3_bucket.a'), names('aws_s3_bucket.b'), 2],
    ['second name', names('plan', 'aws_s3_bucket.a'), names('plan', 'aws_s3_bucket.b'), 2],
    ['order of names', names('plan', 'a', 'b'), names('plan', 'b', 'a'), 1],
    ['resource among the properties', { properties: { resource: 'a' } }, { properties: { resource: 'b' } }, 2],
    ['resource as an object', { properties: { resource: { id: 1 } } }, { properties: { resource: { id: 2 } } }, 2],
    ['package', { properties: { packageName: 'a' } }, { properties: { packageName: 'b' } }, 2],
    ['version of a package', { properties: { purl: 'pkg:npm/a@1' } }, { properties: { purl: 'pkg:npm/a@2' } }, 2]
  ])('%s', (_, a, b, expected) => {
    expect(mergeFindings(found([a, b]))).toHaveLength(expected)
    expect(mergeFindings(found([b, a]))).toHaveLength(expected)
  })

  test('names by their index in the run', () => {
    const by = (index: number) => ({ locations: [{ physicalLocation, logicalLocations: [{ index: 0 }, { index }] }] })
    const logicalLocations = ['plan', 'a', 'b'].map(name => ({ name }))
    expect(mergeFindings(found([by(1), by(2)], { logicalLocations }))).toHaveLength(2)
  })
})

test.each<[string, JsonObject, number | undefined]>([
  ['nothing said', {}, undefined],
  ['once', { occurrenceCount: 1 }, undefined],
  ['three times', { occurrenceCount: 3 }, 3],
  ['as a text', { occurrenceCount: '3' }, 3],
  ['no number of times', { occurrenceCount: -2 }, undefined],
  ['no number at all', { occurrenceCount: 'many' }, undefined],
  ['more than anybody counted', { occurrenceCount: 1e15 }, 1_000_000]
])('how often a result was observed: %s', (_, parts, expected) => {
  const [finding] = found([parts])
  expect([finding?.occurrences, finding?.instances]).toEqual([1, expected])
})
