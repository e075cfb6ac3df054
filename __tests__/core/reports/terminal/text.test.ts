import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Outcome } from '../../../../src/core/decision/decision.js'
import type { Location } from '../../../../src/core/finding.js'
import { textReport } from '../../../../src/core/reports/terminal/text.js'
import { aDecision, anOutcome, aScan } from '../../../builders.js'
import { decisionFrom, hostileText } from '../hostile-text.js'
import { BROKEN_GLASS } from '../sample-decisions.js'

const OPTIONS = { colour: false, limits: { blockers: 20, warnings: 20 } }
const HIDDEN = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u

test('nothing of a scanner hides or reorders text in the terminal, or ends a line', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1, maxLength: 6 }), texts => {
      const report = textReport(decisionFrom(texts), OPTIONS)
      expect(report).not.toMatch(HIDDEN)
      expect(report.split('\n').filter(line => /^(?:::|##\[)/.test(line))).toEqual([])
    })
  )
})

test('a credential is masked wherever a scanner put it', () => {
  const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ012345'
  const location = { path: `src/${secret}.ts`, startLine: 1, startColumn: null, endLine: null, endColumn: null }
  const outcome = anOutcome({ verdict: 'block' }, { ruleId: `r-${secret}`, tool: secret, message: secret, location })
  const report = textReport(aDecision({ outcomes: [outcome] }), OPTIONS)
  expect(report).not.toContain(secret)
  expect(report).toContain('ghp_…')
})

test('what passes by break-glass stands under the verdict, before anything else', () => {
  const message =
    'F-1 passes by break-glass until 2026-12-02T09:30:00Z, by bob\u001b[2J, for INC-77: review it after the fact'
  const notices = [{ level: 'error' as const, code: 'break-glass' as const, message }]
  const [verdict, , title, first] = textReport(aDecision({ notices }), OPTIONS).split('\n')
  expect(verdict).toMatch(/^BLOCK/)
  expect(title).toBe('Break-glass: 1 finding passes unreviewed')
  expect(first).toContain('F-1 passes by break-glass')
  expect(first).not.toContain('\u001b')
  expect(textReport(BROKEN_GLASS, OPTIONS).split('\n')[2]).toBe('Break-glass: 1 finding passes unreviewed')
  expect(textReport(aDecision({}), OPTIONS)).not.toContain('Break-glass')
})

describe('who reads it is told what to do', () => {
  const exception = (
    status: 'active' | 'expiring' | 'expired' | 'unused',
    finding: string | null,
    problem: string | null
  ) => aDecision({ exceptions: [{ id: 'EXC-1', status, source: 'file', finding, expires: '2026-12-05', problem }] })

  test.each([
    ['active', 'F-1', null, 'EXC-1 is active, expires 2026-12-05, lets F-1 pass'],
    ['expiring', 'F-1', null, 'EXC-1 is expiring, expires 2026-12-05, lets F-1 pass'],
    ['expired', 'F-1', 'exception EXC-1 expired on 2026-12-05', 'EXC-1 expired 2026-12-05, and no longer covers F-1'],
    ['expired', null, 'exception EXC-1 expired on 2026-12-05', 'EXC-1 expired 2026-12-05'],
    ['unused', null, 'no finding has rule r', 'EXC-1 is unused, expires 2026-12-05: no finding has rule r']
  ] as const)('an exception that is %s', (status, finding, problem, expected) => {
    const lines = textReport(exception(status, finding, problem), OPTIONS).split('\n')
    expect(lines.slice(lines.indexOf('Exceptions'), lines.indexOf('Exceptions') + 3)).toEqual([
      'Exceptions',
      `  ${expected}`,
      ''
    ])
  })

  test('many that hold are bounded, those that need somebody are not', () => {
    const many = Array.from({ length: 25 }, (_, index) => ({
      ...{ id: `EXC-${index}`, source: 'file' as const, finding: null, expires: '2026-12-05', problem: null },
      status: index < 22 ? ('active' as const) : ('unused' as const)
    }))
    const report = textReport(aDecision({ exceptions: many }), OPTIONS)
    expect(report.match(/is active/g)).toHaveLength(20)
    expect(report.match(/is unused/g)).toHaveLength(3)
    expect(report).toContain('… and 2 more; --format json lists them all')
  })

  test('a file that cannot be read is named once, with what to do', () => {
    const reason = 'results/a.sarif: the file is empty (at byte 0)'
    const scan = aScan({ id: 'results/a.sarif', state: 'invalid', verdict: 'block', reason, tools: [] })
    expect(textReport(aDecision({ scans: [scan] }), { ...OPTIONS, width: null })).toContain(
      'results/a.sarif is invalid: the file is empty (at byte 0). Look into the log of the scanner; the file must be SARIF 2.1.0'
    )
  })
})

describe('what two tools say of one weakness', () => {
  const at = { path: 'src/run.ts', startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 }
  const of = (digit: number, tool: string, ruleId: string, more: Partial<Outcome> = {}, location: Location = at) =>
    anOutcome(
      { id: `F-${String(digit).repeat(32)}`, ...more },
      {
        tool,
        ruleId,
        identifiers: ['CWE-78'],
        location,
        clues: { snippet: 'exec(name)', fingerprints: {}, symbol: null }
      }
    )
  const report = (...outcomes: readonly Outcome[]) => textReport(aDecision({ outcomes }), OPTIONS)
  const count = (text: string, what: string) => text.split(what).length - 1

  test('is one problem that names both, with a request for each', () => {
    const text = report(of(1, 'CodeQL', 'command-line-injection'), of(2, 'Semgrep', 'child-process'))
    expect(count(text, '3 | exec(name)')).toBe(1)
    expect(text).toMatch(/command-line-injection \(CodeQL\) F-1{32}\n +and child-process \(Semgrep\) F-2{32}\n/)
    expect(text).toContain('Blocking (2 findings at 1 place)')
    expect(count(text, '/gate request F-')).toBe(2)
  })

  test('says of the second why it blocks, and what became of its exception, where that differs', () => {
    const rules = [{ id: 'other', layer: 'organisation', verdict: 'block' as const, declared: 'block' as const }]
    const second = of(2, 'Semgrep', 'child-process', { rules, refusedExceptions: ['exception EXC-1 expired'] })
    const text = report(of(1, 'CodeQL', 'command-line-injection'), second)
    expect(text).toContain('note: exception EXC-1 expired')
    expect(text).toMatch(/rule introduced-high[^\n]*\n[^\n]*F-1{32}\n[^\n]*rule other[^\n]*\n +and child-process/)
  })

  test.each<[string, Outcome]>([
    ['another line', of(2, 'Semgrep', 'child-process', {}, { ...at, startLine: 4 })],
    ['the same rule', of(2, 'CodeQL', 'command-line-injection')]
  ])('is two where it is %s', (_name, second) => {
    const text = report(of(1, 'CodeQL', 'command-line-injection'), second)
    expect(count(text, ' | exec(name)')).toBe(2)
    expect(text).toContain('Blocking (2)')
  })
})
