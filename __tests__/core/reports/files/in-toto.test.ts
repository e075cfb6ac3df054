/**
 * in-toto's definitions (in-toto/attestation: `protos/in_toto_attestation`, `go/v1`, `spec/predicates/svr.md`): the members of each
 * message, and what its own reader asks of a statement.
 */
import { describe, expect, test } from '@jest/globals'
import type { Decision } from '../../../../src/core/decision/decision.js'
import { renderAttestation, renderVerification } from '../../../../src/core/reports/files/attestation.js'
import { PLAIN_CONTEXT } from '../../../../src/core/reports/ground/view-context.js'
import { aDecision } from '../../../builders.js'
import { BLIND, BLOCKED, CLEAN, WARNED } from '../sample-decisions.js'

type Value = Readonly<Record<string, unknown>>

/** Bytes of the digests that are written. */
const DIGESTS: Readonly<Record<string, readonly number[]>> = { sha256: [32], gitCommit: [20, 32], gitBlob: [20, 32] }
const DESCRIPTOR = ['name', 'uri', 'digest', 'content', 'downloadLocation', 'mediaType', 'annotations']
const PREDICATES: Readonly<Record<string, readonly string[]>> = {
  'https://in-toto.io/attestation/test-result/v0.1': [
    ...['result', 'configuration', 'url', 'passedTests', 'warnedTests', 'failedTests']
  ],
  'https://in-toto.io/attestation/svr/v0.2': ['verifier', 'timeCreated', 'properties']
}

const unknown = (value: Value, known: readonly string[], path: string): readonly string[] =>
  Object.keys(value).flatMap(key => (known.includes(key) ? [] : [`${path}.${key} is unknown`]))

function descriptorObjections(value: Value, path: string): readonly string[] {
  const digest = (value.digest ?? {}) as Readonly<Record<string, string>>
  const isNamed = [value.name, value.uri].some(each => typeof each === 'string' && each !== '')
  return [
    ...unknown(value, DESCRIPTOR, path),
    ...(isNamed || Object.keys(digest).length > 0 ? [] : [`${path} has neither name, URI nor digest`]),
    ...Object.entries(digest).flatMap(([name, hex]) =>
      /^(?:[0-9a-f]{2})+$/.test(hex) && (DIGESTS[name] ?? []).includes(hex.length / 2) ? [] : [`${path}: ${name}`]
    )
  ]
}

function objectionsTo(text: string): readonly string[] {
  const { _type, subject, predicateType, predicate, ...more } = JSON.parse(text)
  const members = PREDICATES[predicateType] ?? []
  const subjects = subject as readonly Value[]
  const descriptors = [...(predicate.configuration ?? []), ...(predicate.verifier?.policies ?? [])] as readonly Value[]
  return [
    ...unknown(more, [], 'statement'),
    ...(_type === 'https://in-toto.io/Statement/v1' ? [] : ['_type']),
    ...(subjects.length > 0 && subjects.every(({ digest }) => digest !== undefined)
      ? []
      : ['a subject needs a digest']),
    ...subjects.flatMap((each, index) => descriptorObjections(each, `subject[${index}]`)),
    ...unknown(predicate, members, 'predicate'),
    ...descriptors.flatMap((each, index) => descriptorObjections(each, `descriptor[${index}]`))
  ]
}

const rendered = (decision: Decision): readonly string[] =>
  [renderAttestation, renderVerification].map(render =>
    render(decision, '0'.repeat(64), { ...PLAIN_CONTEXT, subjects: [{ name: 'image', sha256: 'f'.repeat(64) }] })
  )

describe('both statements keep to them', () => {
  test.each([
    ['a block', BLOCKED],
    ['a warning', WARNED],
    ['a pass', CLEAN],
    ['no evidence', BLIND],
    ['no commits', aDecision({ gate: { version: '1.0.0', commit: null }, inputs: [] })]
  ])('%s', (_, decision) => {
    for (const text of rendered(decision)) expect(objectionsTo(text)).toEqual([])
  })

  test('which objects to what is wrong', () => {
    const [text = ''] = rendered(BLOCKED)
    const wrong = (change: (statement: Value) => object) => objectionsTo(JSON.stringify(change(JSON.parse(text))))
    expect(wrong(each => ({ ...each, extra: 1 }))).toEqual(['statement.extra is unknown'])
    expect(wrong(each => ({ ...each, subject: [{ name: 'x' }] }))).toEqual(['a subject needs a digest'])
    expect(wrong(each => ({ ...each, subject: [{ digest: { sha256: 'ff' } }] }))).toEqual(['subject[0]: sha256'])
    expect(wrong(each => ({ ...each, predicate: { verdict: 'PASSED' } }))).toEqual(['predicate.verdict is unknown'])
  })
})

test('an SVR names its policies even where there are none, and its verifier by a URI', () => {
  const [, text = ''] = rendered(aDecision({ inputs: [] }))
  const { verifier, timeCreated, properties } = JSON.parse(text).predicate
  expect(verifier.policies).toEqual([])
  expect(new URL(verifier.id).protocol).toBe('https:')
  expect(new Date(timeCreated).toISOString().slice(0, 19)).toBe(timeCreated.slice(0, 19))
  expect(properties.every((each: unknown) => typeof each === 'string')).toBe(true)
})
