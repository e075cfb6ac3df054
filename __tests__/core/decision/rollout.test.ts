import { describe, expect, test } from '@jest/globals'
import { enforcedVerdict, heldBack } from '../../../src/core/decision/counts.js'
import type { MatchedRule } from '../../../src/core/decision/decision.js'
import { decisionJson } from '../../../src/core/reports/files/decision-json.js'
import { headline } from '../../../src/core/reports/ground/headline.js'
import { PLAIN_CONTEXT } from '../../../src/core/reports/ground/view-context.js'
import { renderCheck } from '../../../src/core/reports/markdown/check.js'
import { renderComment } from '../../../src/core/reports/markdown/comment.js'
import { renderSummary } from '../../../src/core/reports/markdown/summary.js'
import { textReport } from '../../../src/core/reports/terminal/text.js'
import { aDecision, aFinding, anOutcome } from '../../builders.js'

const rule = (verdict: MatchedRule['verdict'], declared: MatchedRule['verdict'], more: Partial<MatchedRule> = {}) => ({
  id: 'r',
  layer: 'p.yml',
  verdict,
  declared,
  ...more
})

describe('what modes hold back', () => {
  test.each([
    ['a monitored blocker', 'monitored', 'pass', [rule('pass', 'block')], 'block'],
    ['a monitored warning', 'monitored', 'pass', [rule('pass', 'warn')], 'warn'],
    ['a blocker that may only warn', 'rule', 'warn', [rule('warn', 'block')], 'block'],
    ['the strictest of several', 'monitored', 'pass', [rule('pass', 'warn'), rule('pass', 'block')], 'block'],
    ['an enforced blocker', 'rule', 'block', [rule('block', 'block'), rule('pass', 'block')], null],
    ['too few findings', 'below-count', 'pass', [rule('pass', 'block', { belowCount: true })], null],
    [
      'too few findings beside a monitored warning',
      'monitored',
      'pass',
      [rule('pass', 'block', { belowCount: true }), rule('pass', 'warn')],
      'warn'
    ],
    ['an excepted one', 'excepted', 'pass', [rule('block', 'block')], null],
    [
      'an excepted one that more would be said of',
      'excepted',
      'pass',
      [rule('warn', 'warn'), rule('pass', 'block')],
      null
    ],
    ['a suppressed one', 'suppressed', 'pass', [], null],
    ['no rule', 'no-rule', 'pass', [], null]
  ] as const)('%s', (_, reason, verdict, rules, expected) => {
    expect(enforcedVerdict(anOutcome({ reason, verdict, rules }))).toBe(expected)
  })

  const monitored = (severity: 'critical' | 'high', id: string) =>
    anOutcome({
      id: `F-${id.repeat(32)}`,
      finding: aFinding({ severity, ruleId: `rule-${id}` }),
      reason: 'monitored',
      verdict: 'pass',
      rules: [rule('pass', 'block')]
    })
  const outcomes = [monitored('critical', '1'), monitored('high', '2')]
  const decision = { ...aDecision({ outcomes }), verdict: 'pass' as const }
  const WORDS = /would block:? 2(?: \(audit\))?, 1 of them critical/i

  test('is counted, and told first by every view, with the list', () => {
    expect(heldBack(outcomes)).toMatchObject({ critical: 1, block: outcomes, warn: [] })
    expect(headline(decision)).toMatch(WORDS)
    const check = renderCheck(decision, PLAIN_CONTEXT)
    expect(check.title).toMatch(WORDS)
    const views = [
      textReport(decision, { colour: false, limits: { blockers: 20, warnings: 20 } }),
      renderSummary(decision, PLAIN_CONTEXT),
      renderComment(decision, PLAIN_CONTEXT, 'on-findings', false) ?? '',
      `${check.summary}${check.text}`
    ]
    for (const view of views) {
      expect(view).toMatch(WORDS)
      expect(view).toMatch(/rule-1/)
      expect(view).toMatch(/rule-2/)
    }
    expect(JSON.parse(decisionJson(decision))).toMatchObject({
      rollout: { wouldBlock: 2, wouldBlockCritical: 1, wouldWarn: 0 },
      outcomes: [{ would: 'block' }, { would: 'block' }]
    })
  })

  test('is counted by what would be said, the critical blockers by themselves', () => {
    const warned = anOutcome({ reason: 'monitored', verdict: 'pass', rules: [rule('pass', 'warn')] })
    const held = [monitored('critical', '1'), warned, monitored('critical', '2'), monitored('high', '3'), anOutcome()]
    expect(heldBack(held)).toEqual({ block: [held[0], held[2], held[3]], warn: [warned], critical: 2 })
  })

  test('where nothing is held back nothing is said', () => {
    const quiet = { ...aDecision({ outcomes: [anOutcome({ reason: 'no-rule', verdict: 'pass', rules: [] })] }) }
    expect(headline(quiet)).not.toContain('would')
    expect(renderComment({ ...quiet, verdict: 'pass' }, PLAIN_CONTEXT, 'on-findings', false)).toBeNull()
    expect(JSON.parse(decisionJson(quiet))).toMatchObject({ rollout: { wouldBlock: 0 }, outcomes: [{ would: null }] })
  })
})
