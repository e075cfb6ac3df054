import { describe, expect, test } from '@jest/globals'
import type { ExceptionStatus } from '../../../../src/core/exceptions/exception.js'
import { PLAIN_CONTEXT } from '../../../../src/core/reports/ground/view-context.js'
import { renderCheck } from '../../../../src/core/reports/markdown/check.js'
import { commentMarker, renderComment } from '../../../../src/core/reports/markdown/comment.js'
import { renderSummary } from '../../../../src/core/reports/markdown/summary.js'
import { aDecision, aScan } from '../../../builders.js'
import { BLIND, BLOCKED, BROKEN_GLASS, CLEAN, WARNED } from '../sample-decisions.js'

const context = {
  ...PLAIN_CONTEXT,
  serverUrl: 'https://github.com',
  rules: [
    { id: 'known-exploited', layer: 'preset:baseline', description: 'Known exploited vulnerabilities never merge' }
  ]
}
const decisions = { blocked: BLOCKED, warned: WARNED, clean: CLEAN, blind: BLIND }

describe.each(Object.entries(decisions))('the whole output for %s', (_name, decision) => {
  test('comment', () => expect(renderComment(decision, context, 'always', false)).toMatchSnapshot())
  test('check', () => expect(renderCheck(decision, context)).toMatchSnapshot())
  test('summary', () => expect(renderSummary(decision, context)).toMatchSnapshot())
})

describe('whether a comment is written', () => {
  const requested = {
    ...CLEAN,
    exceptions: [
      { id: 'r', status: 'requested', source: 'comment', finding: null, expires: null, problem: null } as const
    ]
  }
  test.each([
    ['never, even on a block', BLOCKED, 'never', true, false],
    ['on a block', BLOCKED, 'on-findings', false, true],
    ['on a warning', WARNED, 'on-findings', false, true],
    ['on missing evidence', BLIND, 'on-findings', false, true],
    ['on a pass by break-glass in the exceptions file', BROKEN_GLASS, 'on-findings', false, true],
    ['not on a clean first run', CLEAN, 'on-findings', false, false],
    ['on a clean run after one that commented', CLEAN, 'on-findings', true, true],
    ['on a clean run where always', CLEAN, 'always', false, true],
    ['on a request that waits', requested, 'on-findings', false, true]
  ] as const)('%s', (_name, decision, mode, exists, written) => {
    expect(renderComment(decision, context, mode, exists) !== null).toBe(written)
  })
})

test('an entry of the exceptions file that is break-glass stands under the verdict, before anything else', () => {
  const [, verdict, , title, , sentence] = (renderComment(BROKEN_GLASS, context, 'always', false) ?? '').split('\n')
  expect(verdict).toMatch(/^### .*Passed with 1 exception/)
  expect(title).toBe('### 🚨 Break-glass: 1 finding passes unreviewed')
  expect(sentence).toMatch(/^- \*\*`?F-\w+`? passes by break-glass until .* for `?INC-77`?, entry/)
})

test.each([
  ['evidence that is whole', { ...BLOCKED, scans: [aScan()] }],
  ['scans that are missing, told before', BLOCKED]
])('that it must be fixed stands right before the first problem: %s', (_name, decision) => {
  const text = renderComment(decision, context, 'always', false) ?? ''
  expect(text).toMatch(/\*\*Must be fixed:\*\*\n\n#### 1\. Critical: lodash/)
})

test('an exception by advisory or rule says what it covers', () => {
  const told = { id: 'EXC-1', status: 'active', source: 'file', finding: null, expires: null, problem: null } as const
  const match = { kind: 'rule', tool: 'Semgrep', ruleId: 'x.y', path: 'src/**' } as const
  const text = renderComment({ ...CLEAN, exceptions: [{ ...told, match }] }, context, 'always', false)
  expect(text).toContain('- covers `Semgrep x.y at src/**` · active · `EXC-1`')
})

describe('an exception says once that it ends', () => {
  const line = (status: ExceptionStatus, expires: string | null): string => {
    const exception = { id: 'EXC-1', status, source: 'file', finding: null, expires, problem: null } as const
    const text = renderComment({ ...CLEAN, exceptions: [exception] }, context, 'always', false) ?? ''
    return /^- .*$/m.exec(text)?.[0] ?? ''
  }
  test.each<[ExceptionStatus, string | null, string]>([
    ['expiring', '2026-11-30', '- expires in 7 days (2026-11-30) · `EXC-1`'],
    ['expired', '2026-11-19', '- expired 3 days ago (2026-11-19) · `EXC-1`'],
    ['active', '2026-12-30', '- active · expires in 37 days (2026-12-30) · `EXC-1`'],
    ['invalid', '2026-11-19', '- invalid · expired 3 days ago (2026-11-19) · `EXC-1`'],
    // What has ended in the course of the day.
    ['expired', '2026-11-23', '- expired · expires within a day (2026-11-23) · `EXC-1`'],
    ['expired', null, '- expired · `EXC-1`']
  ])('%s, until %s', (status, expires, told) => expect(line(status, expires)).toBe(told))
})

describe('the marker', () => {
  test('is the first line of the comment', () => {
    expect(renderComment(BLOCKED, context, 'always', true)?.split('\n')[0]).toBe(commentMarker('Policy gate'))
  })
  test('differs between names that read alike', () => {
    expect(commentMarker('Gate A')).not.toBe(commentMarker('gate-a'))
  })
  test.each(['-->', 'a--b', '<script>', '', '日本'])('cannot be broken by the name %j', name => {
    expect(commentMarker(name)).toMatch(/^<!-- policy-gate:[a-z0-9-]+ -->$/)
    expect(commentMarker(name).slice(4, -3)).not.toContain('--')
  })
})

describe('controls in the summary', () => {
  const none = { block: 0, warn: 0, pass: 0, total: 0, excepted: 0, monitored: 0 }
  const rules = [{ id: 'introduced-high', layer: 'preset:baseline' }]
  const controls = [
    { id: 'A-1', rules, counts: { ...none, pass: 2, total: 2, excepted: 1, monitored: 1 }, verdict: 'pass' as const },
    { id: 'B|2 @everyone', rules, counts: { ...none, block: 3, total: 3 }, verdict: 'block' as const },
    { id: 'C-3', rules, counts: none, verdict: null }
  ]

  test('are a folded table, those that are not met first', () => {
    const text = renderSummary(aDecision({ controls }), PLAIN_CONTEXT)
    expect(text).toContain('<summary>Controls: 3, 2 with objections or not known</summary>')
    const rows = [...text.matchAll(/^\| `(?:A-1|B|C-3).*$/gm)].map(([row]) => row)
    expect(rows).toEqual([
      '| `B\\|2 @everyone` | `introduced-high` | 3 | 0 | 0 | block |',
      '| `C-3` | `introduced-high` | 0 | 0 | 0 | not known: evidence or an answer is missing |',
      '| `A-1` | `introduced-high` | 2 | 1 | 1 | pass |'
    ])
  })

  test('are no part of it where rules name none', () =>
    expect(renderSummary(aDecision(), PLAIN_CONTEXT)).not.toContain('Controls:'))
})
