import { describe, expect, test } from '@jest/globals'
import type { Outcome } from '../../../../src/core/decision/decision.js'
import type { ExceptionOutcome, ExceptionType } from '../../../../src/core/exceptions/exception.js'
import { breakGlassWords, changeSentence, fixedWords, headline } from '../../../../src/core/reports/ground/headline.js'
import { aDecision, anOutcome, aScan } from '../../../builders.js'
import { BLIND, BLOCKED, CLEAN, WARNED } from '../sample-decisions.js'

const excepted = (id: string, expires: string) =>
  anOutcome({ verdict: 'pass', reason: 'excepted', state: 'existing', exception: { id, expires } })
const approved = (id: string, approvedBy: readonly string[]): ExceptionOutcome => ({
  id,
  status: 'active',
  source: 'file',
  finding: null,
  expires: null,
  problem: null,
  account: {
    type: 'risk-accept',
    reason: 'It can wait for the next release',
    owner: '@alice',
    approvers: approvedBy.map(login => ({ login, at: '2026-11-01T00:00:00Z', url: null })),
    ticket: null,
    controls: [],
    quorum: { needed: 1, have: approvedBy.length }
  }
})
const watched = (severity: 'critical' | 'high') =>
  anOutcome(
    {
      verdict: 'pass',
      reason: 'monitored',
      rules: [{ id: 'r', layer: 'l', verdict: 'pass', declared: 'block' }]
    },
    { severity }
  )
const TWO = [excepted('EXC-1', '2026-12-05'), excepted('EXC-2', '2026-12-31')]
const BOB = [approved('EXC-1', ['@sec-bob']), approved('EXC-2', ['@sec-bob']), approved('EXC-3', ['@eve'])]

describe('the headline', () => {
  test.each([
    [
      'what blocks, and what was not looked at',
      BLOCKED,
      'Blocked: 3 findings must be fixed or excepted; evidence incomplete (1 of 4 scans)'
    ],
    ['warnings and an exception', WARNED, 'Passed with warnings: 2 findings to look at, 1 exception (until 30 Nov)'],
    ['nothing', CLEAN, 'Passed: no findings'],
    ['a scan that failed', BLIND, 'Blocked: 1 scan must be repaired; evidence incomplete (1 of 1 scan)'],
    [
      'one that passes',
      aDecision({ outcomes: [anOutcome({ verdict: 'pass', reason: 'no-rule' })] }),
      'Passed: the finding does not stand in the way'
    ],
    [
      'a stale scan',
      aDecision({ outcomes: [], scans: [aScan({ state: 'stale', verdict: 'warn' })] }),
      'Passed with warnings: 1 scan to look at; evidence incomplete (1 of 1 scan)'
    ],
    [
      'missing evidence of no scan',
      aDecision({ outcomes: [], completeness: 'incomplete' }),
      'Passed: no findings; evidence incomplete'
    ],
    ['a block without a reason', aDecision({ outcomes: [], verdict: 'block' }), 'Blocked'],
    [
      'no exception where nobody can approve one',
      aDecision({ outcomes: [anOutcome({ canBeExcepted: false })] }),
      'Blocked: 1 finding must be fixed'
    ],
    [
      'a pass by exceptions',
      aDecision({ outcomes: TWO, exceptions: BOB }),
      'Passed with 2 exceptions (@sec-bob, until 5 Dec)'
    ],
    [
      'three approvers',
      aDecision({ outcomes: TWO.slice(0, 1), exceptions: [approved('EXC-1', ['@a', '@b', '@c'])] }),
      'Passed with 1 exception (@a, @b and 1 more, until 5 Dec)'
    ],
    [
      'an audit',
      aDecision({ outcomes: [watched('critical'), watched('high')] }),
      'Would block 2 (audit), 1 of them critical, passes today'
    ],
    [
      'an audit with an exception',
      aDecision({ outcomes: [watched('high'), ...TWO.slice(0, 1)], exceptions: BOB }),
      'Would block 1 (audit), passes today with 1 exception (@sec-bob, until 5 Dec)'
    ]
  ])('%s', (_name, decision, words) => expect(headline(decision)).toBe(words))
})

describe('the change in one sentence', () => {
  test('counts what is known of the base', () =>
    expect(changeSentence(BLOCKED)).toBe(
      'Compared with the base: 1 new, 1 newly disclosed, 1 fixed, 4 there before, 1 of unknown age.'
    ))
  test('says nothing where nothing was compared', () => {
    expect(changeSentence(CLEAN)).toBeNull()
    expect(changeSentence(aDecision({ outcomes: [anOutcome({ state: 'unknown' })] }))).toBeNull()
  })
})

test('what was fixed is named, a rule at several places once', () => {
  const fixed = (title: string) =>
    anOutcome(
      { verdict: 'pass', reason: 'fixed', state: 'fixed' },
      { ruleId: title, ruleText: { title, advice: null }, location: null }
    )
  const outcomes = ['Bad eval', 'Bad eval', 'Weak hash', 'Open redirect', 'Old cipher'].map(fixed)
  expect(fixedWords({ outcomes })).toEqual({
    words: 'You fixed 5: Bad eval (2); Weak hash; Open redirect and 1 more',
    isWhole: false
  })
  expect(fixedWords({ outcomes: outcomes.slice(0, 3) })?.isWhole).toBe(true)
  expect(fixedWords(CLEAN)).toBeNull()
})

describe('break-glass in the exceptions file', () => {
  const id = (digit: number) => `F-${String(digit).repeat(32)}`
  const entry = (overrides: Partial<ExceptionOutcome> = {}, type: ExceptionType | null = 'break-glass') => ({
    id: 'EXC-7',
    status: 'active' as const,
    source: 'file' as const,
    finding: null,
    expires: '2026-11-24T09:30:00Z',
    problem: null,
    account: {
      type,
      reason: 'Payments are down and this is the fix',
      owner: '@acme/payments',
      approvers: ['@bob', '@carol'].map(login => ({ login, at: '2026-11-23T09:30:00Z', url: null })),
      ticket: 'INC-77',
      controls: [],
      quorum: { needed: 2, have: 2 }
    },
    ...overrides
  })
  const by = (exception: string, digit: number, reason: Outcome['reason'] = 'excepted') =>
    anOutcome({
      id: id(digit),
      verdict: 'pass',
      reason,
      exception: { id: exception, expires: '2026-11-24T09:30:00Z' }
    })
  const words = (exceptions: readonly ExceptionOutcome[], ...outcomes: readonly Outcome[]) =>
    breakGlassWords(aDecision({ exceptions, outcomes }))

  test('says what passes, by whom, for what and until when', () =>
    expect(words([entry()], by('EXC-7', 1))).toEqual({
      title: 'Break-glass: 1 finding passes unreviewed',
      sentences: [
        `${id(1)} passes by break-glass until 2026-11-24T09:30:00Z, by bob, carol, for INC-77, entry EXC-7 of the exceptions file: review it after the fact`
      ]
    }))

  test('counts each finding, together with those of commands', () => {
    const outcomes = [by('EXC-7', 1), by('EXC-7', 2)]
    const notices = [{ level: 'error' as const, code: 'break-glass' as const, message: 'F-3 passes by break-glass' }]
    const told = breakGlassWords(aDecision({ exceptions: [entry()], outcomes, notices }))
    expect(told?.title).toBe('Break-glass: 3 findings pass unreviewed')
    expect(told?.sentences).toEqual(['F-3 passes by break-glass', expect.stringMatching(/^2 findings pass by/)])
  })

  test.each<[string, ExceptionOutcome, Outcome]>([
    ['an approval of the usual kind', entry({}, 'risk-accept'), by('EXC-7', 1)],
    ['an entry of which no type is known', entry({}, null), by('EXC-7', 1)],
    ['a command, which a notice tells', entry({ source: 'comment' }), by('EXC-7', 1)],
    ['an entry that is not the one it passes by', entry(), by('EXC-8', 1)],
    ['a finding that passes for another reason', entry(), by('EXC-7', 1, 'monitored')]
  ])('none for %s', (_name, exception, outcome) => expect(words([exception], outcome)).toBeNull())
})
