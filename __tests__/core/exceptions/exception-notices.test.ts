import { describe, expect, test } from '@jest/globals'
import type { ExceptionMatch, ExceptionOutcome, ExceptionRecord } from '../../../src/core/exceptions/exception.js'
import { exceptionNotices } from '../../../src/core/exceptions/exception-notices.js'
import { settle } from '../../../src/core/exceptions/settle.js'
import type { Tally } from '../../../src/core/exceptions/tally.js'
import { candidate, exceptionPolicy, finding, findingId, NOW, record } from './builders.js'

const COUNTS: Tally = { findings: 1, holds: 1, shown: 1, finding: null, refusal: null, shadow: null, quorum: 2 }

const told = (
  status: ExceptionOutcome['status'],
  counts: Partial<Tally> = {},
  change: Partial<ExceptionRecord> = {}
) => {
  const problem = status === 'active' || status === 'expiring' ? null : 'because'
  const outcome = { id: 'E', status, source: 'file', finding: null, expires: '2026-12-20', problem } as const
  return exceptionNotices(outcome, record('E', change), { ...COUNTS, ...counts }).map(
    ({ level, code, message }) => `${level} ${code}: ${message}`
  )
}

const rule = (path: string, ruleId = 'r'): ExceptionMatch => ({ kind: 'rule', tool: 'Semgrep', ruleId, path })
const anywhere: ExceptionMatch = { kind: 'advisory', identifier: 'CVE-2026-1', package: 'pkg:npm/a', path: null }

describe('what people hear of an exception', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['active', told('active'), []],
    ['asked for', told('requested'), []],
    [
      'expired',
      told('expired'),
      ['warning exception-expired: because. Fix the finding, or have a new exception approved']
    ],
    [
      'expired and of no use',
      told('expired', { findings: 0 }),
      ['warning exception-expired: because. Nothing matches it any more: remove it']
    ],
    [
      'invalid',
      told('invalid', { refusal: 'x', shown: 0 }),
      ['warning exception-invalid: exception E does not hold: because']
    ],
    ['unused', told('unused', { findings: 11 }), ['info exception-unused: exception E is unused: because']],
    ['expiring', told('expiring'), ['warning exception-expiring: exception E expires on 2026-12-20']],
    [
      'in part',
      told('active', { findings: 5, holds: 2, refusal: 'it is late' }),
      ['warning exception-partly-invalid: exception E does not hold for 3 of 5 findings: it is late']
    ],
    [
      'of no need',
      told('active', { shown: 0, shadow: 'F' }),
      ['info exception-shadowed: exception E is not needed: F covers the same and holds longer']
    ],
    ['of need for one of several', told('active', { shown: 1, shadow: 'F' }), []],
    ['shown nowhere, and by none else', told('active', { shown: 0 }), []],
    ['about ten', told('active', { findings: 10, holds: 10 }), []],
    [
      'about eleven',
      told('active', { findings: 11, holds: 11 }),
      ['warning exception-broad: exception E is broad: it covers 11 findings']
    ],
    [
      'about a directory of the root',
      told('active', {}, { match: rule('src/**') }),
      ['warning exception-broad: exception E is broad: it covers 1 finding']
    ],
    ['about a directory below', told('active', {}, { match: rule('src/a/**') }), []],
    ['about a package anywhere', told('active', {}, { match: anywhere }), []],
    [
      'of too few people',
      told('active', {}, { approvedBy: ['@a'] }),
      ['warning exception-few-approvals: exception E names 1 of the 2 approvals that a pull request would need']
    ]
  ])('%s', (_, notices, expected) => expect(notices).toEqual(expected))

  test('nothing without its record or what was counted', () => {
    const outcome = { id: 'E', status: 'unused', source: 'file', finding: null, expires: '', problem: 'x' } as const
    expect(exceptionNotices(outcome, undefined, COUNTS)).toEqual([])
    expect(exceptionNotices(outcome, record('E'), undefined)).toEqual([])
  })
})

describe('outcomes', () => {
  const policy = exceptionPolicy()
  const byRule = (id: string, change: Partial<ExceptionRecord> = {}) =>
    record(id, { match: rule('src/db.ts', 'js.sql-injection'), ...change })
  const settled = (records: readonly ExceptionRecord[], candidates = [candidate(1)]) =>
    settle(records, candidates, policy, NOW)

  test('and notices are in an order of their own, whatever the order of the records', () => {
    const records = [
      byRule('EXC-1', { expiresText: '2026-11-10' }),
      byRule('EXC-2'),
      byRule('EXC-3', { expiresText: '2026-11-11' }),
      byRule('EXC-3', { source: 'comment', expiresText: '2026-11-11' })
    ]
    const [forth, back] = [settled(records), settled(records.toReversed())]
    expect(forth).toEqual(back)
    expect(forth.outcomes.map(({ id, source }) => `${id} ${source}`)).toEqual([
      'EXC-1 file',
      'EXC-2 file',
      'EXC-3 comment',
      'EXC-3 file'
    ])
    expect(forth.notices.map(({ message }) => message.split(' ')[1])).toEqual(['EXC-1', 'EXC-3', 'EXC-3'])
    expect(forth.refused.size).toBe(0)
  })

  test('of one name are told apart by what they are about', () => {
    const of = (number: number) =>
      record('EXC-1', { match: { kind: 'finding', finding: findingId(number) }, expiresText: '2026-11-10' })
    for (const records of [
      [of(1), of(2)],
      [of(2), of(1)]
    ])
      expect(settled(records).outcomes.map(each => each.finding)).toEqual([findingId(1), findingId(2)])
  })

  test('of those that end together the first one is shown, and the other is not needed', () => {
    for (const records of [
      [byRule('EXC-1'), byRule('EXC-2')],
      [byRule('EXC-2'), byRule('EXC-1')],
      [byRule('EXC-2'), record('EXC-1')],
      [record('EXC-1'), byRule('EXC-2')]
    ]) {
      const { granted, notices } = settled(records)
      expect(granted.get(0)?.id).toBe('EXC-1')
      expect(notices.map(({ message }) => message)).toEqual([
        'exception EXC-2 is not needed: EXC-1 covers the same and holds longer'
      ])
    }
  })

  test('one that is shown for one finding is needed, whatever else covers the other', () => {
    const other = candidate(2, { finding: finding({ location: null }) })
    const { notices, outcomes } = settled(
      [record('EXC-1'), record('EXC-2', { match: { kind: 'finding', finding: findingId(2) } })],
      [candidate(1), other]
    )
    expect(notices).toEqual([])
    expect(outcomes.map(({ finding: about }) => about)).toEqual([findingId(1), findingId(2)])
  })

  test('by a rule names the finding where it is one, and asks for the approvals of the highest risk', () => {
    const two = [candidate(1), candidate(2, { tier: 0, effectiveSeverity: 'low' })]
    const [alone, both] = [settled([byRule('EXC-1')]).outcomes[0], settled([byRule('EXC-1')], two).outcomes[0]]
    expect([alone?.finding, alone?.account?.quorum.needed]).toEqual([findingId(1), 1])
    expect([both?.finding, both?.account?.quorum.needed]).toEqual([null, 2])
    const glass = byRule('EXC-1', {
      type: 'break-glass',
      approvedAt: '2026-11-23T00:00:00.000Z',
      expires: '2026-11-23T20:00:00.000Z',
      expiresText: '2026-11-23T20:00:00Z'
    })
    expect(settled([glass]).outcomes[0]?.account?.quorum.needed).toBe(2)
    expect(settled([byRule('EXC-1')], []).outcomes[0]).toMatchObject({
      finding: null,
      account: { quorum: { needed: null } }
    })
  })

  test('approved by nobody is invalid, even where it matches nothing', () => {
    expect(settled([record('EXC-1', { approvedBy: [] })], []).outcomes).toMatchObject([
      { status: 'invalid', problem: 'nobody approved it' }
    ])
  })

  test('the first reason of several is told, and how many it is about', () => {
    const never = { never: true }
    const { outcomes, notices } = settled(
      [byRule('EXC-1', { expiresText: '2027-01-20' })],
      [
        candidate(1, { tier: 0, effectiveSeverity: 'low' }),
        candidate(2, never),
        candidate(3, never),
        candidate(4, { effectiveSeverity: 'low' })
      ]
    )
    expect(outcomes).toMatchObject([{ status: 'active', problem: null }])
    expect(notices.map(({ message }) => message)).toEqual([
      'exception EXC-1 does not hold for 2 of 4 findings: the policy allows no exception for this finding'
    ])
  })
})
