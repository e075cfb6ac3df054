import { describe, expect, test } from '@jest/globals'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import type { Outcome } from '../../../../src/core/decision/decision.js'
import type { Finding } from '../../../../src/core/finding.js'
import { PLAIN_CONTEXT } from '../../../../src/core/reports/ground/view-context.js'
import { renderComment } from '../../../../src/core/reports/markdown/comment.js'
import { aDecision, anOutcome } from '../../../builders.js'

const idOf = (number: number): string => `F-${number.toString(16).padStart(32, '0')}`
const found = (number: number, outcome: Partial<Outcome>, finding: Partial<Finding> = {}): Outcome =>
  anOutcome(
    { id: idOf(number), ...outcome },
    {
      ruleId: `rule-${number}`,
      identifiers: [],
      message: `Weakness number ${number} is here.`,
      location: { path: `src/${number}.ts`, startLine: number, startColumn: 3, endLine: number, endColumn: 7 },
      clues: { snippet: null, fingerprints: {}, symbol: null },
      ...finding
    }
  )
const rules = [{ id: 'introduced-high', layer: 'preset:baseline', description: 'No new high ones' }]
const source = () => '\n\n\n\n  eval(x)\n'.repeat(20)
const comment = (outcomes: readonly Outcome[]): string =>
  renderComment(
    aDecision({ outcomes }),
    { ...PLAIN_CONTEXT, serverUrl: 'https://github.com', rules, source },
    'always',
    true
  ) ?? ''
const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index + 1)
const cards = (text: string): number => (text.match(/^#### /gm) ?? []).length
const rows = (text: string): number => (text.match(/^\| \*\*High:\*\* /gm) ?? []).length

describe('what blocks', () => {
  test('three cards, the other problems in a table, of which a screen stands open', () => {
    const text = comment(range(40).map(number => found(number, {})))
    expect([cards(text), rows(text)]).toEqual([3, 37])
    const open = text.slice(0, text.indexOf('25 more problems'))
    expect(rows(open)).toBe(12)
    expect(text).toContain('40 findings must be fixed')
  })

  test('a rule at many places is one row that opens, with each id', () => {
    const flood = range(30).map(number => found(number, {}, { ruleId: 'flood', message: 'One weakness.' }))
    const text = comment(flood)
    expect(cards(text)).toBe(1)
    expect(text).toContain('30 findings in 1 problem.')
    expect(text).toContain('and 29 more places')
    for (const number of range(10)) expect(text).toContain(idOf(number))
    expect(text).toContain('and 20 more')
  })

  test('one weakness that two tools name is asked for once, a line for each finding', () => {
    const place = { location: { path: 'a.ts', startLine: 5, startColumn: 3, endLine: 5, endColumn: 7 } }
    const text = comment([
      found(1, {}, { ...place, tool: 'ESLint', ruleId: 'no-eval' }),
      found(2, {}, { ...place, tool: 'Semgrep', ruleId: 'detect-eval' })
    ])
    expect(cards(text)).toBe(1)
    expect(text).toContain('found by ESLint, Semgrep')
    expect(text.match(/^\/gate request /gm)).toHaveLength(2)
    expect(text).toContain('5 | eval(x)\n  | ^^^^')
  })

  test('nothing is offered that nobody can approve', () => {
    const text = comment([found(1, { canBeExcepted: false }), found(2, { canBeExcepted: false })])
    expect(text).not.toMatch(/\/gate|except/i)
  })

  test('says why a milder one stands first, only where one does', () => {
    const first = found(1, { tier: 0 }, { severity: 'medium' })
    const second = found(2, { tier: 2 }, { severity: 'critical' })
    expect(comment([first, second])).toContain('**Must be fixed:** most critical tier first.')
    expect(comment([first])).not.toContain('tier first')
    const joined = found(3, { tier: 0 }, { severity: 'medium', ruleId: 'rule-1' })
    expect(comment([first, joined, second])).toContain(
      '**Must be fixed:** 3 findings in 2 problems, most critical tier first.'
    )
  })

  test('each rule of the policy is explained once', () => {
    const text = comment(range(9).map(number => found(number, {})))
    expect(text.match(/No new high ones/g)).toHaveLength(1)
    expect(text).toContain('`introduced-high` (9): No new high ones')
  })
})

test('rows open within their cell: the tags are read as such, and what they hold as Markdown', () => {
  const page = micromark(comment(range(5).map(number => found(number, {}))), {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()]
  })
  expect(page).toMatch(
    /<td><strong>High:<\/strong> Weakness number 4 is here <details><summary>tier 0 · new · CodeQL<\/summary>/
  )
})

test('an audit shows what it would block', () => {
  const watched = range(4).map(number =>
    found(number, {
      verdict: 'pass',
      reason: 'monitored',
      rules: [{ id: 'introduced-high', layer: 'preset:audit', verdict: 'pass', declared: 'block' }]
    })
  )
  const text = comment(watched)
  expect(text).toContain('Would block 4 (audit)')
  expect(rows(text)).toBe(4)
})
