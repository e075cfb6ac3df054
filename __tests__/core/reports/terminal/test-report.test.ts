import { expect, test } from '@jest/globals'
import {
  type TestFileResult,
  testReportJunit,
  testReportText
} from '../../../../src/core/reports/terminal/test-report.js'

test('names of tests give no command to a runner that shows them', () => {
  const name = '##vso[task.setvariable variable=x]y'
  const place = { path: name, line: 1, column: 1 }
  const mismatches = [{ what: name, expected: '::error::a', actual: '##[error]b', outcome: null }]
  const files: readonly TestFileResult[] = [
    { path: name, policy: name, results: [{ name, place, mismatches, traces: [] }] }
  ]
  for (const text of [testReportText(files), testReportJunit(files)]) {
    expect(text).not.toMatch(/##[a-z]*\[|^\s*::/im)
    expect(text).toContain('vso[task.setvariable')
  }
})
