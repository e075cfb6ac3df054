/**
 * Conforma's rules for test results (conforma/policy, `policy/release/test_attestation`), by the fields that they read and
 * with the values that they come with.
 */
import { describe, expect, test } from '@jest/globals'
import type { Decision } from '../../../../src/core/decision/decision.js'
import { renderAttestation } from '../../../../src/core/reports/files/attestation.js'
import { PLAIN_CONTEXT } from '../../../../src/core/reports/ground/view-context.js'
import { aDecision } from '../../../builders.js'
import { BLIND, BLOCKED, CLEAN, WARNED } from '../sample-decisions.js'

interface Statement {
  readonly _type: string
  readonly subject: readonly { readonly digest: Readonly<Record<string, string>> }[]
  readonly predicateType: string
  readonly predicate: Readonly<Record<string, unknown>> & {
    readonly result?: string
    readonly configuration?: readonly { readonly name: string }[]
  }
}

const IMAGE = 'f'.repeat(64)
const statementOf = (decision: Decision): Statement =>
  JSON.parse(
    renderAttestation(decision, '0'.repeat(64), {
      ...PLAIN_CONTEXT,
      subjects: [{ name: 'ghcr.io/acme/pay', sha256: IMAGE }]
    })
  )

const RULE_DATA = {
  supported: ['PASSED', 'FAILED', 'WARNED', 'ERROR', 'SKIPPED'],
  denied: ['FAILED', 'ERROR', 'SKIPPED'],
  warned: ['WARNED']
}

/** What the rules answer about a statement. */
function conforma({ predicate }: Statement, informative: readonly string[] = []) {
  const name = predicate.configuration?.[0]?.name ?? 'unknown test'
  const { result } = predicate
  const counted = (key: string) => typeof predicate[key] === 'number' && Number(predicate[key]) > 0
  const fails = counted('failures') || RULE_DATA.denied.includes(result ?? '')
  const isUnknown = result === undefined || !RULE_DATA.supported.includes(result)
  return {
    name,
    deny: isUnknown || (fails && !informative.includes(name)),
    warn: counted('warnings') || RULE_DATA.warned.includes(result ?? '') || (fails && informative.includes(name))
  }
}

test('the statement is found: its type, that of its predicate, and the image by its digest', () => {
  const { _type, predicateType, subject } = statementOf(CLEAN)
  expect(_type).toBe('https://in-toto.io/Statement/v1')
  expect(predicateType).toBe('https://in-toto.io/attestation/test-result/v0.1')
  const digests = subject.map(({ digest }) => Object.entries(digest).map(([name, value]) => `${name}:${value}`))
  expect(digests.flat()).toContain(`sha256:${IMAGE}`)
  // Each has one digest: the rules take any of several.
  expect(digests.every(each => each.length === 1)).toBe(true)
})

describe('the verdict is the answer', () => {
  test.each([
    ['pass', CLEAN, { deny: false, warn: false }],
    ['warn', WARNED, { deny: false, warn: true }],
    ['block', BLOCKED, { deny: true, warn: false }],
    ['block for want of evidence', BLIND, { deny: true, warn: false }]
  ])('%s', (_, decision, answer) => expect(conforma(statementOf(decision))).toMatchObject(answer))

  test('a gate that is only informative warns', () => {
    expect(conforma(statementOf(BLOCKED), ['policy-gate'])).toMatchObject({ deny: false, warn: true })
  })
})

test.each([
  ['known', '1'.repeat(40)],
  ['not known', null]
])('the test is called by the gate, whichever policies count, where its sources are %s', (_, commit) => {
  const inputs = [{ kind: 'policy', name: 'preset:baseline', sha256: '0'.repeat(64), bytes: 1 }] as const
  expect(conforma(statementOf(aDecision({ gate: { version: '1.0.0', commit }, inputs }))).name).toBe('policy-gate')
})
