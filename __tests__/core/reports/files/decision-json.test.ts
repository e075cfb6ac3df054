import { describe, expect, test } from '@jest/globals'
import { NO_CHANGE_KNOWN } from '../../../../src/core/decision/decision.js'
import { undecidedBy } from '../../../../src/core/decision/undecided.js'
import type { ExceptionMatch } from '../../../../src/core/exceptions/exception.js'
import { configurationError } from '../../../../src/core/ground/errors.js'
import { readDecision } from '../../../../src/core/history/stored.js'
import { decisionJson, isIntact, undecidedJson } from '../../../../src/core/reports/files/decision-json.js'
import { decisionErrors } from '../../../../src/generated/validators/decision.js'
import { aDecision } from '../../../builders.js'

const ACCOUNT = {
  type: 'risk-accept',
  reason: 'The endpoint is off until the rewrite',
  owner: '@alice',
  approvers: [{ login: '@sec-bob', at: '2026-11-20T10:00:00.000Z', url: 'https://example.test/c/1' }],
  ticket: 'SEC-12',
  controls: ['WAF rule 7'],
  quorum: { needed: 2, have: 1 }
} as const

const OUTCOME = { id: 'PR-1', source: 'comment', finding: 'F-1', expires: null, problem: '1 of 2 approvals' } as const

describe('the decision file', () => {
  const decision = aDecision({
    exceptions: [
      { ...OUTCOME, status: 'requested', account: ACCOUNT },
      { ...OUTCOME, id: 'PR-2', status: 'revoked' }
    ]
  })
  const text = decisionJson(decision)

  test('fits its schema, and comes back as it was', () => {
    expect(decisionErrors(JSON.parse(text)) || decisionErrors.errors).toBe(true)
    const read = readDecision(JSON.parse(text))
    if (read.kind !== 'decision') throw new Error(read.kind)
    expect(decisionJson(read.decision)).toBe(text)
  })

  test('tells of an exception who approved it, when and where, why, and how many are needed', () => {
    const [requested, revoked] = JSON.parse(text).exceptions
    expect(requested).toEqual({
      ...OUTCOME,
      status: 'requested',
      ...ACCOUNT,
      approvers: [{ login: '@sec-bob', at: '2026-11-20T10:00:00Z', source: 'comment', url: 'https://example.test/c/1' }]
    })
    expect(revoked).toMatchObject({ type: null, reason: null, owner: null, approvers: [], quorum: null })
  })

  test.each<[ExceptionMatch, Record<string, string>]>([
    [{ kind: 'finding', finding: 'F-1' }, { finding: 'F-1' }],
    [
      { kind: 'advisory', identifier: 'CVE-2026-1', package: 'pkg:npm/a', path: null },
      { identifier: 'CVE-2026-1', package: 'pkg:npm/a' }
    ],
    [
      { kind: 'advisory', identifier: 'CVE-2026-1', package: null, path: 'web/package-lock.json' },
      { identifier: 'CVE-2026-1', path: 'web/package-lock.json' }
    ],
    [
      { kind: 'rule', tool: 'Semgrep', ruleId: 'x.y', path: 'src/**' },
      { tool: 'Semgrep', ruleId: 'x.y', path: 'src/**' }
    ]
  ])('tells what an exception covers: %j', (match, told) => {
    const file = JSON.parse(decisionJson(aDecision({ exceptions: [{ ...OUTCOME, status: 'active', match }] })))
    const nothing = { finding: null, identifier: null, package: null, path: null, tool: null, ruleId: null }
    expect(file.exceptions[0].match).toEqual({ ...nothing, ...told })
    expect(decisionErrors(file) || decisionErrors.errors).toBe(true)
    const read = readDecision(file)
    expect(read.kind === 'decision' && read.decision.exceptions[0]?.match).toEqual(match)
  })

  test('bears a digest that every changed byte breaks', () => {
    expect(isIntact(text)).toBe(true)
    for (let at = 0; at < text.length; at += 1) {
      const changed = `${text.slice(0, at)}${text.charAt(at) === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`
      if (isIntact(changed)) throw new Error(`byte ${at} is not covered`)
    }
  })
})

describe('the decision file of a run that could not decide', () => {
  const asked = {
    gate: { version: '1.0.0', commit: null },
    evaluatedAt: '2026-11-23T15:00:00Z',
    change: { ...NO_CHANGE_KNOWN, pullRequest: 7 },
    options: null
  }
  const place = { path: 'p.yml', line: 3, column: 9 }

  test.each([
    [
      'for what it was given',
      configurationError('there is no such key', 'Remove it', place),
      { kind: 'configuration', ...place, message: 'there is no such key', hint: 'Remove it' }
    ],
    [
      'for a fault of its own, without the text of it',
      new TypeError('key sk-12345 is not'),
      { kind: 'internal', path: null, line: null, column: null, message: expect.stringContaining('log'), hint: null }
    ]
  ])('%s', (_, error, problem) => {
    const text = undecidedJson(undecidedBy(error, asked))
    const file = JSON.parse(text)
    expect(decisionErrors(file) || decisionErrors.errors).toBe(true)
    expect(file).toMatchObject({ verdict: null, completeness: 'incomplete', counts: null, problems: [problem] })
    expect(Object.keys(file)).toEqual(Object.keys(JSON.parse(decisionJson(aDecision()))))
    expect(isIntact(text)).toBe(true)
    expect(text).not.toContain('sk-12345')
    expect(readDecision(file)).toEqual({ kind: 'undecided', undecided: undecidedBy(error, asked) })
  })
})
