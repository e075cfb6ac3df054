import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../src/core/finding.js'
import { record } from '../exceptions/builders.js'
import { anInput, decideOn, identified, policyOf } from './evaluation.js'

const first = (decision: ReturnType<typeof decideOn>) => decision.outcomes[0]

describe('one finding', () => {
  const cases: readonly (readonly [string, string, Partial<Finding>, string, string])[] = [
    ['no rule matches', 'rules: [{ id: r, when: { severity: [low] }, verdict: block }]', {}, 'pass', 'no-rule'],
    ['a rule blocks', 'rules: [{ id: r, when: { min-severity: high }, verdict: block }]', {}, 'block', 'rule'],
    ['a rule passes', 'rules: [{ id: r, when: { min-severity: high }, verdict: pass }]', {}, 'pass', 'rule'],
    [
      'the strictest rule wins',
      'rules: [{ id: a, when: { min-severity: low }, verdict: warn }, { id: b, when: { min-severity: high }, verdict: block }]',
      {},
      'block',
      'rule'
    ],
    [
      'monitor only counts',
      'mode: monitor\nrules: [{ id: r, when: { min-severity: high }, verdict: block }]',
      {},
      'pass',
      'monitored'
    ],
    [
      'mode warn caps',
      'rules: [{ id: r, when: { min-severity: high }, verdict: block, mode: warn }]',
      {},
      'warn',
      'rule'
    ],
    [
      'enforce-from in the past lifts the cap',
      'rules: [{ id: r, when: { min-severity: high }, verdict: block, mode: warn, enforce-from: 2026-11-23 }]',
      {},
      'block',
      'rule'
    ],
    [
      'mode warn makes nothing of a pass',
      'rules: [{ id: r, when: { min-severity: high }, verdict: pass, mode: warn }]',
      {},
      'pass',
      'rule'
    ],
    [
      'a pass in monitor is no finding that is held back',
      'rules: [{ id: r, when: { min-severity: high }, verdict: pass, mode: monitor }]',
      {},
      'pass',
      'rule'
    ],
    [
      'what is below its count holds nothing back',
      'rules: [{ id: r, when: { min-severity: high }, verdict: block, more-than: 1 }, { id: s, when: { min-severity: high }, verdict: pass }]',
      {},
      'pass',
      'rule'
    ],
    [
      'enforce-from tomorrow does not',
      'rules: [{ id: r, when: { min-severity: high }, verdict: block, mode: warn, enforce-from: 2026-11-24 }]',
      {},
      'warn',
      'rule'
    ],
    [
      "enforce-from never lifts the layer's mode",
      'mode: warn\nrules: [{ id: r, when: { min-severity: high }, verdict: block, mode: monitor, enforce-from: 2026-01-01 }]',
      {},
      'warn',
      'rule'
    ],
    [
      'below the count',
      'rules: [{ id: r, when: { min-severity: high }, verdict: block, more-than: 1 }]',
      {},
      'pass',
      'below-count'
    ],
    [
      'what the file calls security is no lint below a preset',
      'extends: preset:baseline\ntools: { CodeQL: { category: quality } }',
      {},
      'block',
      'rule'
    ],
    [
      'above the count',
      'rules: [{ id: r, when: { min-severity: high }, verdict: block, more-than: 0 }]',
      {},
      'block',
      'rule'
    ],
    [
      'unknown severity counts as the policy says',
      'unknown-severity: critical\nrules: [{ id: r, when: { min-severity: critical }, verdict: block }]',
      { severity: 'unknown' },
      'block',
      'rule'
    ],
    [
      'quality needs its name',
      'rules: [{ id: r, when: { min-severity: low }, verdict: block }]',
      { category: 'quality' },
      'pass',
      'no-rule'
    ],
    [
      'a named quality rule',
      'rules: [{ id: r, when: { category: [quality], min-severity: low }, verdict: block }]',
      { category: 'quality' },
      'block',
      'rule'
    ],
    [
      'unless takes out',
      'rules: [{ id: r, when: { min-severity: low }, unless: { paths: ["services/**"] }, verdict: block }]',
      {},
      'pass',
      'no-rule'
    ],
    [
      'a place that cannot be mapped is at the most critical tier',
      'assets: [{ name: a, paths: ["**"], tier: 2 }]\nrules: [{ id: r, when: { tier: [0] }, verdict: block }]',
      { location: null, placeProblem: 'it leads out of the repository' },
      'block',
      'rule'
    ],
    [
      'tools of the policy raise a severity',
      'tools: { CodeQL: { rules: { js/sql-injection: { severity: critical } } } }\nrules: [{ id: r, when: { min-severity: critical }, verdict: block }]',
      {},
      'block',
      'rule'
    ],
    [
      'tools of the policy never lower a severity',
      'tools: { CodeQL: { rules: { js/sql-injection: { severity: low } } } }\nrules: [{ id: r, when: { min-severity: high }, verdict: block }]',
      {},
      'block',
      'rule'
    ]
  ]
  test.each(cases)('%s', async (_, yaml, finding, verdict, reason) => {
    const decision = decideOn(await policyOf(yaml), [identified(finding)])
    expect(first(decision)).toMatchObject({ verdict, reason })
    expect(decision.verdict).toBe(verdict)
  })
})

describe('suppressions are claims', () => {
  const block = 'rules: [{ id: r, when: { min-severity: low }, verdict: block }]'
  const inSource = { suppression: { kind: 'in-source', justification: 'nosemgrep' } } as const
  const external = { suppression: { kind: 'external', justification: 'accepted' } } as const
  const ending = (until: string) => ({ suppression: { ...external.suppression, until } })
  const cases = [
    ['honoured by default', block, inSource, 'introduced', null, 1, 'suppressed'],
    ['ignored where the policy says so', `suppressions: ignore\n${block}`, inSource, 'existing', false, 1, 'rule'],
    [
      'ignored at that tier alone',
      `suppressions: { tier-1: ignore }\n${block}`,
      inSource,
      'existing',
      false,
      1,
      'rule'
    ],
    ['added by the change at tier 0', block, inSource, 'introduced', true, 0, 'rule'],
    ['at tier 0 when nobody knows whether the change added it', block, inSource, 'unknown', null, 0, 'rule'],
    ['at tier 0 beside an old finding', block, inSource, 'existing', false, 0, 'rule'],
    ['an external one at tier 1', block, external, 'introduced', true, 1, 'suppressed'],
    ['one that ends later', block, ending('2026-11-23T15:00:01Z'), 'existing', false, 1, 'suppressed'],
    ['one that ends now', block, ending('2026-11-23T15:00:00Z'), 'existing', false, 1, 'rule'],
    ['one that ended', block, ending('2026-01-31T00:00:00Z'), 'existing', false, 1, 'rule'],
    ['an external one at tier 0', block, external, 'existing', false, 0, 'rule']
  ] as const
  test.each(cases)('%s', async (_, yaml, finding, state, inDiff, tier, reason) => {
    const decision = decideOn(await policyOf(yaml), [identified(finding, state, inDiff)], { defaultTier: tier })
    expect(first(decision)?.reason).toBe(reason)
  })

  test.each(['baseline', 'untouched'] as const)('at tier 0 it counts on a ground: %s', async suppressionGround => {
    const { finding, identity } = identified(inSource, 'existing', false)
    const found = [{ finding, identity: { ...identity, suppressionGround } }]
    const decide = async (yaml: string) => first(decideOn(await policyOf(yaml), found, { defaultTier: 0 }))?.reason
    expect(await decide(block)).toBe('suppressed')
    expect(await decide(`suppressions: { tier-0: ignore }\n${block}`)).toBe('rule')
  })
})

test('counts add up, and fixed findings are outside the total and last', async () => {
  const policy = await policyOf(
    'rules: [{ id: b, when: { severity: [critical] }, verdict: block }, { id: w, when: { severity: [high] }, verdict: warn }, { id: m, when: { severity: [low] }, verdict: block, mode: monitor }]'
  )
  const findings = [
    identified({ severity: 'low' }),
    identified({ severity: 'high', occurrences: 3 }),
    identified({ severity: 'critical' }),
    identified({ severity: 'medium' }),
    identified({ severity: 'critical', suppression: { kind: 'external', justification: null } })
  ]
  const decision = decideOn(policy, findings, {
    fixed: [identified({ severity: 'critical', occurrences: 5 })],
    inputs: [anInput({ notFindings: 2 }), anInput({ name: 'other.sarif', notFindings: 3 })]
  })
  expect(decision.counts).toEqual({
    block: 1,
    warn: 1,
    pass: 3,
    total: 5,
    excepted: 0,
    suppressed: 1,
    monitored: 1,
    fixed: 1,
    results: 12,
    notFindings: 5
  })
  expect(decision.outcomes.map(({ verdict, reason }) => `${verdict} ${reason}`)).toEqual([
    'block rule',
    'warn rule',
    'pass suppressed',
    'pass no-rule',
    'pass monitored',
    'pass fixed'
  ])
})

test('an excepted finding passes, and does not count against a limit', async () => {
  const policy = await policyOf(
    'rules: [{ id: r, when: { min-severity: low }, verdict: block, more-than: 1 }]\nexceptions: { approvers: { users: [sec] } }'
  )
  const [one, two] = [identified(), identified()]
  const exception = {
    id: 'EXC-1',
    source: 'file' as const,
    place: null,
    type: 'risk-accept' as const,
    match: { kind: 'finding' as const, finding: one.identity.id },
    reason: 'accepted for the length of this test',
    owner: 'dev',
    approvedBy: ['sec'],
    approvedAt: '2026-11-20T00:00:00Z',
    expires: '2026-11-25T23:59:59.999Z',
    expiresText: '2026-11-25',
    ticket: null,
    controls: []
  }
  const without = decideOn(policy, [one, two])
  const decision = decideOn(policy, [one, two], { exceptions: [exception] })
  expect(without.counts).toMatchObject({ block: 2 })
  expect(decision.counts).toMatchObject({ block: 0, pass: 2, excepted: 1 })
  expect(decision.outcomes.map(({ reason }) => reason).toSorted()).toEqual(['below-count', 'excepted'])
})

test('of three with one excepted the two others are still more than one', async () => {
  const policy = await policyOf(
    'rules: [{ id: r, when: { min-severity: low }, verdict: block, more-than: 1 }]\nexceptions: { approvers: { users: [sec] } }'
  )
  const findings = [identified(), identified(), identified()]
  const [one] = findings
  const exceptions = [{ ...record('EXC-2'), match: { kind: 'finding' as const, finding: one?.identity.id ?? '' } }]
  const pending = {
    id: 'EXC-1',
    status: 'requested',
    source: 'comment',
    finding: 'F-0',
    expires: null,
    problem: 'x'
  } as const
  const decision = decideOn(policy, findings, { exceptions, pendingExceptions: [pending] })
  expect(decision.counts).toMatchObject({ block: 2, excepted: 1 })
  expect(decision.exceptions.map(({ id }) => id)).toEqual(['EXC-1', 'EXC-2'])
  const [excepted] = decision.outcomes.filter(({ reason }) => reason === 'excepted')
  expect(excepted).toMatchObject({ exception: { id: 'EXC-2' }, canBeExcepted: false, refusedExceptions: [] })
  expect(decision.outcomes.filter(({ verdict }) => verdict === 'block')).toMatchObject([
    { exception: null, canBeExcepted: true },
    { exception: null, canBeExcepted: true }
  ])
})

test('an exception that does not hold is told at its finding, and none is offered where nobody or nothing allows one', async () => {
  const rule = 'rules: [{ id: r, when: { min-severity: low }, verdict: block }]\n'
  const found = identified()
  const over = {
    ...record('EXC-1', { expiresText: '2026-11-10' }),
    match: { kind: 'finding' as const, finding: found.identity.id }
  }
  const outcomeOf = async (yaml: string) =>
    decideOn(await policyOf(`${rule}${yaml}`), [found], { exceptions: [over] }).outcomes[0]
  expect(await outcomeOf('exceptions: { approvers: { users: [sec] } }')).toMatchObject({
    verdict: 'block',
    canBeExcepted: true,
    refusedExceptions: ['exception EXC-1 expired on 2026-11-10']
  })
  expect(await outcomeOf('')).toMatchObject({ canBeExcepted: false })
  expect(await outcomeOf('exceptions: { approvers: { users: [sec] }, never: [{ category: sast }] }')).toMatchObject({
    canBeExcepted: false
  })
  expect(await outcomeOf('exceptions: { approvers: { users: [sec] }, never: [{ category: secret }] }')).toMatchObject({
    canBeExcepted: true
  })
})

test('a scan that does not apply leaves the evidence complete', async () => {
  const policy = await policyOf(
    'rules: [{ id: r, when: { min-severity: low }, verdict: warn }]\nscans: [{ id: s, category: sca, applies-to: ["**/*.py"] }]'
  )
  expect(decideOn(policy, [], { checkout: ['a.ts'] })).toMatchObject({ completeness: 'complete', verdict: 'pass' })
  expect(decideOn(policy, [], { checkout: ['a.py'] })).toMatchObject({ completeness: 'incomplete', verdict: 'block' })
})

test('enforce-from lifts the cap from the first instant of its day on', async () => {
  const policy = await policyOf(
    'rules: [{ id: r, when: { min-severity: high }, verdict: block, mode: warn, enforce-from: 2026-11-24 }]'
  )
  const verdictAt = (now: string) => decideOn(policy, [identified()], { now }).verdict
  expect([verdictAt('2026-11-23T23:59:59.999Z'), verdictAt('2026-11-24T00:00:00Z')]).toEqual(['warn', 'block'])
})

describe('what is said of the rules that match', () => {
  const outcomesOf = async (rules: string) =>
    decideOn(await policyOf(`rules:\n${rules}`), [identified({ severity: 'high' })]).outcomes

  test('of a rule that too few findings match: that it says nothing', async () => {
    const [outcome] = await outcomesOf('  - { id: few, when: { severity: high }, more-than: 1, verdict: block }\n')
    expect(outcome).toMatchObject({ verdict: 'pass', reason: 'below-count' })
    expect(outcome?.rules).toEqual([
      { id: 'few', layer: 'policy.yml', verdict: 'pass', declared: 'block', belowCount: true }
    ])
  })

  test('a rule that is held back does not hide one that blocks', async () => {
    const [outcome] = await outcomesOf(
      '  - { id: now, when: { severity: high }, verdict: block }\n  - { id: later, when: { severity: high }, verdict: block, mode: monitor }\n'
    )
    expect(outcome).toMatchObject({ verdict: 'block', reason: 'rule' })
  })

  test('where none matches there are none, and no controls', async () => {
    const [outcome] = await outcomesOf('  - { id: r, when: { severity: low }, verdict: block, controls: [C] }\n')
    expect(outcome).toMatchObject({ verdict: 'pass', reason: 'no-rule', rules: [], controls: [] })
  })
})
