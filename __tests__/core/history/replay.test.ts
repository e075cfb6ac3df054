import { describe, expect, test } from '@jest/globals'
import { decide } from '../../../src/core/decision/decide.js'
import type { Decision } from '../../../src/core/decision/decision.js'
import { compareDecisions } from '../../../src/core/history/effect.js'
import { replay } from '../../../src/core/history/replay.js'
import { readDecision } from '../../../src/core/history/stored.js'
import type { Policy } from '../../../src/core/policy/policy.js'
import { decisionJson } from '../../../src/core/reports/files/decision-json.js'
import { effectMarkdown } from '../../../src/core/reports/markdown/effect.js'
import { prepare } from '../../../src/gate/gate.js'
import { localPorts } from '../../../src/gate/local-ports.js'
import { shopRequest } from '../../cli/shop.js'
import { anInput, aRun, decideOn, identified, policyOf } from '../decision/evaluation.js'

const AS_STORED = { exceptions: null, defaultTier: null, now: null }

/** The decision as its file gives it back. */
function stored(decision: Decision): Decision {
  const read = readDecision(JSON.parse(decisionJson(decision)))
  if (read.kind !== 'decision') throw new Error(read.kind)
  return read.decision
}

const replayed = (decision: Decision, policy: Policy): Decision =>
  decide(replay(stored(decision), policy, AS_STORED).evaluation)

const judged = ({ verdict, outcomes, scans }: Decision) => ({
  verdict,
  outcomes: outcomes.map(({ id, tier, verdict: own, reason, rules, sla }) => ({ id, tier, own, reason, rules, sla })),
  scans: scans.map(({ id, state, verdict: own }) => ({ id, state, own }))
})

describe('a stored decision under the policy that made it', () => {
  test('gives the same verdicts, reasons, rules and scans', async () => {
    const request = shopRequest()
    const evaluation = await prepare(request, localPorts(request), () => undefined)
    const decision = decide(evaluation)
    const again = replayed(decision, evaluation.policy)
    expect(judged(again)).toEqual(judged(decision))
    expect(compareDecisions(decision, again)).toMatchObject({
      changes: [],
      newlyBlocking: 0,
      noLongerBlocking: 0,
      rules: [],
      scans: []
    })
  })

  test.each(['complete', 'degraded', 'failed', 'stale', 'missing'] as const)(
    'a scan that is %s stays so',
    async state => {
      const policy = await policyOf(
        'scans: [{ id: sast, tools: [CodeQL], if-degraded: warn, if-failed: block, if-stale: warn, if-missing: block }]\nrules: [{ id: r, when: { kev: true }, verdict: warn }]\n'
      )
      const run = aRun({
        state: state === 'degraded' || state === 'failed' ? state : 'complete',
        revisions: state === 'stale' ? ['abcdef1'] : []
      })
      const inputs = state === 'missing' ? [] : [anInput({ runs: [run] })]
      const decision = decideOn(policy, [identified({}, 'existing')], { inputs, commits: ['b'.repeat(40)] })
      expect(decision.scans[0]?.state).toBe(state)
      expect(judged(replayed(decision, policy))).toEqual(judged(decision))
    }
  )

  test('an unreadable file still blocks, and what did not apply still does not', async () => {
    const policy = await policyOf(
      'scans: [{ id: iac, category: iac, applies-to: ["*.tf"] }]\nrules: [{ id: r, when: { kev: true }, verdict: warn }]\n'
    )
    const broken = anInput({ runs: [], problem: { offset: 3, message: 'no JSON' } })
    const decision = decideOn(policy, [], { inputs: [broken], checkout: ['a.ts'] })
    expect(judged(decision).scans.map(({ state }) => state)).toEqual(['not-applicable', 'invalid'])
    expect(replayed(decision, policy).scans.map(({ id, state }) => [id, state])).toEqual([['codeql.sarif', 'invalid']])
    expect(replayed(decision, policy).verdict).toBe('block')
  })
})

describe('under another policy', () => {
  const warns = policyOf('rules: [{ id: high, when: { min-severity: high }, verdict: warn }]\n')
  const blocks = policyOf('rules: [{ id: medium, when: { min-severity: medium }, verdict: block }]\n')

  test('what would newly block is told, by finding and by rule', async () => {
    const decision = decideOn(await warns, [
      identified({ severity: 'high' }),
      identified({ severity: 'medium' }),
      identified({ severity: 'low' })
    ])
    const effect = compareDecisions(decision, replayed(decision, await blocks))
    expect(effect).toMatchObject({
      before: { verdict: 'warn' },
      after: { verdict: 'block' },
      newlyBlocking: 2,
      noLongerBlocking: 0,
      rules: [{ id: 'medium', newlyBlocking: 2, noLongerBlocking: 0 }]
    })
    expect(effect.changes.map(({ before, after }) => `${before} ${after}`)).toEqual(['pass block', 'warn block'])
    const back = compareDecisions(replayed(decision, await blocks), decision)
    expect(back).toMatchObject({
      newlyBlocking: 0,
      noLongerBlocking: 2,
      rules: [{ id: 'medium', noLongerBlocking: 2 }]
    })
    expect(effectMarkdown(effect)).toContain(
      '**`warn` → `block`**: 2 findings would newly block, 0 would no longer block.'
    )
  })

  test('hostile text of scanners stays text', async () => {
    const decision = decideOn(await warns, [identified({ ruleId: '`</td>|@everyone <!-- x', severity: 'high' })])
    const markdown = effectMarkdown(compareDecisions(decision, replayed(decision, await blocks)))
    expect(markdown).not.toMatch(/<!--/)
    expect(markdown).not.toMatch(/[^\\]\|@everyone/)
  })

  test('what a decision cannot tell is said', async () => {
    const policy = await policyOf(
      'feeds: { kev: { max-age: 7d } }\nscans: [{ id: new, category: iac, tiers: [0] }]\nrules: [{ id: r, when: { branch: main }, verdict: warn }]\n'
    )
    const decision = decideOn(await warns, [identified({ severitySource: 'policy' })])
    expect(replay(stored(decision), policy, AS_STORED).gaps).toEqual([
      'raised-severity',
      'applicability',
      'no-branch',
      'feed-age'
    ])
  })

  test('an exception that held holds, unless the candidate allows none', async () => {
    const decision = decideOn(await warns, [identified({ category: 'secret' })])
    const [outcome] = decision.outcomes
    if (outcome === undefined) throw new Error('there is no outcome')
    const excepted: Decision = {
      ...decision,
      outcomes: [{ ...outcome, verdict: 'pass', reason: 'excepted', exception: { id: 'EXC-1', expires: '2026-12-31' } }]
    }
    const strict = await policyOf(
      'rules: [{ id: r, when: { min-severity: high }, verdict: block }]\nexceptions: { never: [{ category: secret }] }\n'
    )
    expect(replayed(excepted, await blocks).outcomes[0]).toMatchObject({
      reason: 'excepted',
      exception: { id: 'EXC-1' }
    })
    expect(replayed(excepted, strict)).toMatchObject({ verdict: 'block' })
  })
})

test('what is no decision is not read as one', () => {
  expect(readDecision({ schemaVersion: 1 })).toMatchObject({ kind: 'invalid' })
  expect(readDecision({})).toMatchObject({ kind: 'invalid' })
})
