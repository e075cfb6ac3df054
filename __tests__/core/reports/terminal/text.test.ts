import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { textReport } from '../../../../src/core/reports/terminal/text.js'
import { aDecision, anOutcome } from '../../../builders.js'
import { decisionFrom, hostileText } from '../hostile-text.js'

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
  expect(textReport(aDecision({}), OPTIONS)).not.toContain('Break-glass')
})
