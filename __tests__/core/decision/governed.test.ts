import { expect, test } from '@jest/globals'
import { parseDiff } from '../../../src/core/change/diff-text.js'
import { governanceNotices, touchedGovernance } from '../../../src/core/decision/governed.js'

const GOVERNED = { policy: 'gate.yml', exceptions: 'exceptions.yml', workflow: '.github/workflows/gate.yml' }
const change = (from: string, to: string) =>
  `diff --git a/${from} b/${to}\n${from === to ? '' : `similarity index 90%\nrename from ${from}\nrename to ${to}\n`}--- a/${from}\n+++ b/${to}\n@@ -1 +1 @@\n-a\n+b\n`

test.each([
  ['nothing that governs', change('src/a.ts', 'src/a.ts'), []],
  ['the policy', change('gate.yml', 'gate.yml'), ['gate.yml']],
  ['the exceptions', change('exceptions.yml', 'exceptions.yml'), ['exceptions.yml']],
  ['the owners', change('.github/CODEOWNERS', '.github/CODEOWNERS'), ['.github/CODEOWNERS']],
  ['the workflow', change('.github/workflows/gate.yml', '.github/workflows/gate.yml'), ['.github/workflows/gate.yml']],
  ['the policy, renamed away', change('gate.yml', 'old.yml'), ['gate.yml']]
])('a change of %s', (_, text, touched) => {
  expect(touchedGovernance(parseDiff(text, 'd'), GOVERNED)).toEqual(touched)
})

test('the notices tell files that count as they were from the workflow, which somebody has to review', () => {
  expect(governanceNotices([], null)).toEqual([])
  expect(governanceNotices(['gate.yml'], GOVERNED.workflow)).toMatchObject([
    { message: expect.stringMatching(/gate\.yml.*base commit/) }
  ])
  expect(governanceNotices(['.github/workflows/gate.yml', 'gate.yml'], GOVERNED.workflow)).toHaveLength(2)
})

test('without a diff nothing is known to be touched', () => {
  expect(touchedGovernance(null, GOVERNED)).toEqual([])
})
