import { describe, expect, test } from '@jest/globals'
import { NO_CHANGE_KNOWN } from '../../../../src/core/decision/decision.js'
import {
  attestationPredicate,
  renderAttestation,
  renderVerification,
  verificationPredicate
} from '../../../../src/core/reports/files/attestation.js'
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

test('what the caller names is a subject of both statements', () => {
  const subjects = [{ name: 'ghcr.io/acme/pay', sha256: 'e'.repeat(64) }]
  for (const render of [renderAttestation, renderVerification])
    expect(JSON.parse(render(BLOCKED, digest, { ...context, subjects })).subject.at(-1)).toEqual({
      name: 'ghcr.io/acme/pay',
      digest: { sha256: 'e'.repeat(64) }
    })
})

describe('a verification lists what is known to hold', () => {
  const control = (id: string, verdict: 'pass' | 'block' | null, excepted = 0, monitored = 0) => ({
    id,
    rules: [],
    counts: { block: 0, warn: 0, pass: 0, total: 0, excepted, monitored },
    verdict
  })
  const controls = [
    control('MET', 'pass'),
    control('ACCEPTED', 'pass', 1),
    control('WATCHED', 'pass', 0, 1),
    control('MISSED', 'block'),
    control('UNKNOWN', null)
  ]
  test.each([
    ['passes', CLEAN, ['NOT_BLOCKED', 'PASSED', 'EVIDENCE_COMPLETE']],
    ['warns', { ...CLEAN, verdict: 'warn' as const }, ['NOT_BLOCKED', 'EVIDENCE_COMPLETE']],
    ['passes on incomplete evidence', { ...CLEAN, completeness: 'incomplete' as const, controls }, ['NOT_BLOCKED']],
    ['blocks', { ...CLEAN, verdict: 'block' as const }, ['EVIDENCE_COMPLETE']],
    ['names controls', { ...CLEAN, controls }, ['NOT_BLOCKED', 'PASSED', 'EVIDENCE_COMPLETE', 'CONTROL:MET']]
  ])('%s', (_, decision, properties) => {
    expect(verificationPredicate(decision)).toMatchObject({ properties: properties.map(each => `POLICY_GATE_${each}`) })
  })

  test('as an SVR 0.2 statement', () => {
    expect(JSON.parse(renderVerification(BLOCKED, digest, context))).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: 'https://in-toto.io/attestation/svr/v0.2',
      predicate: {
        verifier: {
          id: 'https://github.com/policy-gate/policy-gate/v1.0.0',
          policies: [{ name: 'preset:baseline', digest: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } }]
        },
        timeCreated: BLOCKED.evaluatedAt
      }
    })
  })
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

test('a scan that is not complete has passed nothing, whatever the policy lets that cost', () => {
  const scans = BLOCKED.scans.map(scan =>
    scan.id === 'sast' ? ({ ...scan, state: 'missing', verdict: 'pass' } as const) : scan
  )
  expect(attestationPredicate({ ...BLOCKED, scans }, context)).toMatchObject({
    passedTests: ['rule:preset:baseline#never-matched', 'scan:sca', 'scan:secrets'],
    warnedTests: ['rule:.github/policy-gate.yml#backlog', 'scan:iac']
  })
})

test('a rule that could not be asked, or may not object yet, has passed nothing', () => {
  const [never] = context.rules.filter(({ id }) => id === 'never-matched')
  const held = { id: 'held', layer: 'p.yml', verdict: 'pass', declared: 'block' } as const
  const decision = {
    ...BLOCKED,
    outcomes: BLOCKED.outcomes.map((each, index) => (index === 0 ? { ...each, rules: [...each.rules, held] } : each))
  }
  const rules = [...context.rules, { id: 'held', layer: 'p.yml', description: null }]
  const unasked = new Set(never === undefined ? [] : [never])
  expect(attestationPredicate(decision, { ...context, rules, unasked })).toMatchObject({
    passedTests: ['scan:sast', 'scan:sca', 'scan:secrets']
  })
})
