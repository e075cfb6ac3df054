import { describe, expect, test } from '@jest/globals'
import type { ExceptionRecord } from '../../../src/core/exceptions/exception.js'
import { exceptionFileWarnings } from '../../../src/core/exceptions/file-warnings.js'
import { policyOf } from '../decision/evaluation.js'

const PLACE = { path: 'exceptions.yml', line: 3, column: 5 }
const RECORD: ExceptionRecord = {
  id: 'EXC-1',
  source: 'file',
  place: PLACE,
  type: 'risk-accept',
  match: { kind: 'finding', finding: `F-${'0'.repeat(32)}` },
  reason: 'The endpoint is disabled in production',
  owner: '@alice',
  approvedBy: ['@bob'],
  approvedAt: '2026-11-01T00:00:00.000Z',
  expires: '2026-11-30T23:59:59.999Z',
  expiresText: '2026-11-30',
  ticket: null,
  controls: []
}
const REVIEW = 'Let somebody else approve, or see that the review of this file did'
const told = async (more: Partial<ExceptionRecord>, exceptions: string | null) =>
  exceptionFileWarnings(
    [{ ...RECORD, ...more }],
    exceptions === null
      ? null
      : await policyOf(`rules: [{ id: r, when: { kev: true }, verdict: block }]\nexceptions: ${exceptions}`)
  )
const ANY = '{ approvers: { roles: [admin] } }'
const NAMED = '{ approvers: { users: [bob, Carol] } }'

describe('an entry that is well formed', () => {
  test.each<[string, Partial<ExceptionRecord>, string | null, readonly string[]]>([
    ['and approved by another', {}, ANY, []],
    ['by its owner alone', { approvedBy: ['Alice'] }, ANY, ['exception EXC-1 is approved by its owner alone']],
    ['by its owner and another', { approvedBy: ['@alice', '@bob'] }, ANY, []],
    ['by nobody', { approvedBy: [] }, ANY, []],
    ['by one who is named', { approvedBy: ['@dan', '@CAROL'] }, NAMED, []],
    [
      'by none who is named',
      { approvedBy: ['@dan'] },
      NAMED,
      ['exception EXC-1 is approved by nobody of `approvers.users`']
    ],
    [
      'by none who is named, where others may',
      { approvedBy: ['@dan'] },
      '{ approvers: { users: [bob], teams: [acme/sec] } }',
      []
    ],
    ['the same of a role', { approvedBy: ['@dan'] }, '{ approvers: { users: [bob], roles: [admin] } }', []],
    ['without a policy', { approvedBy: ['@dan'] }, null, []],
    [
      'by its owner alone, without a policy',
      { approvedBy: ['alice'] },
      null,
      ['exception EXC-1 is approved by its owner alone']
    ]
  ])('%s', async (_, more, exceptions, messages) => {
    expect(await told(more, exceptions)).toEqual(messages.map(message => ({ place: PLACE, message, hint: REVIEW })))
  })

  test('that is longer than the policy allows for anything', async () => {
    const [problem, ...others] = await told(
      {},
      '{ approvers: { roles: [admin] }, max-duration: { tier-2: { low: 7d } } }'
    )
    expect(others).toEqual([])
    expect(problem).toMatchObject({ place: PLACE, hint: 'Change the entry as the policy asks' })
    expect(problem?.message).toMatch(/^exception EXC-1 holds for no finding from low on: ./)
  })

  test('about an identifier that nothing is called by', async () => {
    const match = { kind: 'advisory', identifier: 'CVE-26-1', package: 'pkg:npm/a', path: null } as const
    const [problem, ...others] = await told({ match }, null)
    expect(others).toEqual([])
    expect(problem?.place).toEqual(PLACE)
    expect(problem?.message).toMatch(/^exception EXC-1: `match\.identifier` says `CVE-26-1`, which ./)
    expect(problem?.hint).not.toBe('')
    expect(await told({ match: { ...match, identifier: 'CVE-2026-1234' } }, null)).toEqual([])
  })
})
