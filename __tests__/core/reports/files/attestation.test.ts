import { describe, expect, test } from '@jest/globals'
import { NO_CHANGE_KNOWN } from '../../../../src/core/decision/decision.js'
import { attestationPredicate, renderAttestation } from '../../../../src/core/reports/files/attestation.js'
import { PLAIN_CONTEXT } from '../../../../src/core/reports/ground/view-context.js'
import { aDecision } from '../../../builders.js'
import { BLIND, BLOCKED, CLEAN, WARNED } from '../sample-decisions.js'

const digest = 'd'.repeat(64)
const context = {
  ...PLAIN_CONTEXT,
  runUrl: 'https://github.com/acme/pay/actions/runs/1',
  rules: [{ id: 'never-matched', layer: 'preset:baseline', description: null }]
}

test('the whole statement about an ordinary pull request', () => {
  expect(renderAttestation(BLOCKED, digest, context)).toMatchSnapshot()
})

describe('the result', () => {
  test.each([
    ['PASSED', CLEAN],
    ['WARNED', WARNED],
    ['FAILED', BLOCKED],
    ['FAILED', BLIND]
  ])('%s', (result, decision) => expect(attestationPredicate(decision, context)).toMatchObject({ result }))
})

test('subjects are the decision file and the commit, where it is known', () => {
  expect(JSON.parse(renderAttestation(BLOCKED, digest, context)).subject).toEqual([
    { name: 'decision.json', digest: { sha256: digest } },
    { name: 'acme/pay', digest: { gitCommit: BLOCKED.change.headSha } }
  ])
  const local = aDecision({
    change: NO_CHANGE_KNOWN
  })
  expect(JSON.parse(renderAttestation(local, digest, PLAIN_CONTEXT)).subject).toHaveLength(1)
})

test('every rule and scan is in exactly one list', () => {
  const { passedTests, warnedTests, failedTests } = attestationPredicate(BLOCKED, context) as Record<
    string,
    readonly string[]
  >
  expect({ passedTests, warnedTests, failedTests }).toEqual({
    passedTests: ['rule:preset:baseline#never-matched', 'scan:sast', 'scan:sca', 'scan:secrets'],
    warnedTests: ['rule:.github/policy-gate.yml#backlog', 'scan:iac'],
    failedTests: ['rule:preset:baseline#introduced-high', 'rule:preset:baseline#known-exploited']
  })
})
