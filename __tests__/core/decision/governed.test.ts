import { describe, expect, test } from '@jest/globals'
import { parseDiff } from '../../../src/core/change/diff-text.js'
import { governanceNotices, scanningNotices, touchedGovernance } from '../../../src/core/decision/governed.js'

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

describe('a change of what decides what is scanned', () => {
  const policy = { governed: [{ layer: 'p', glob: 'ci/scan.sh' }] }
  const told = (text: string | null) => scanningNotices(text === null ? null : parseDiff(text, 'd'), policy)

  test('is told, once for what the policy governs and once for what scanners are known for', () => {
    const paths = ['ci/scan.sh', '.trivyignore', 'web/.snyk', 'src/a.ts']
    expect(told(paths.map(path => change(path, path)).join(''))).toEqual([
      { level: 'warning', code: 'scanning-changed', message: expect.stringMatching(/ci\/scan\.sh, which the policy/) },
      {
        level: 'warning',
        code: 'scanning-changed',
        message: expect.stringMatching(/ \.trivyignore, web\/\.snyk, from where/)
      }
    ])
  })

  test.each([
    ['renamed away', change('ci/scan.sh', 'ci/old.sh'), 1],
    ['renamed to it', change('ci/old.sh', 'ci/scan.sh'), 1],
    ['another file', change('src/a.ts', 'src/a.ts'), 0],
    ['no diff', null, 0]
  ])('%s', (_, text, count) => {
    expect(told(text)).toHaveLength(count)
  })

  test('names ten files of a folder at most', () => {
    const rules = Array.from({ length: 12 }, (_, at) => `.semgrep/r${at}.yml`)
    expect(told(rules.map(path => change(path, path)).join(''))).toMatchObject([
      { message: expect.stringMatching(/r7\.yml and 2 more files/) }
    ])
  })
})

test('each governing file is named, and the workflow apart from the files that count as they were', () => {
  const told = (...touched: string[]) => governanceNotices(touched, GOVERNED.workflow)
  const notice = (message: string) => ({ level: 'warning', code: 'governance-changed', message })
  const files = notice(
    'This change touches exceptions.yml, gate.yml: it is judged by these files as they are at the base commit'
  )
  const workflow = notice(
    'This change touches .github/workflows/gate.yml, the workflow that runs the gate: have it reviewed by whoever owns the gate'
  )
  expect(told('exceptions.yml', 'gate.yml')).toEqual([files])
  expect(told(GOVERNED.workflow)).toEqual([workflow])
  expect(told('exceptions.yml', GOVERNED.workflow, 'gate.yml')).toEqual([files, workflow])
  expect(governanceNotices([], GOVERNED.workflow)).toEqual([])
})

test.each([
  [10, / touches (?:\.semgrep\/r\d\.yml, ){9}\.semgrep\/r9\.yml, from where/],
  [11, /, \.semgrep\/r8\.yml and 1 more files, from where/]
])('of %i files of a folder ten are named', (count, words) => {
  const paths = Array.from({ length: count }, (_, at) => `.semgrep/r${at}.yml`)
  const diff = parseDiff(paths.map(path => change(path, path)).join(''), 'd')
  expect(scanningNotices(diff, { governed: [] })).toMatchObject([{ message: expect.stringMatching(words) }])
})

test('a file that the change adds governs under the one name that it has', () => {
  const added =
    'diff --git a/gate.yml b/gate.yml\nnew file mode 100644\n--- /dev/null\n+++ b/gate.yml\n@@ -0,0 +1 @@\n+a\n'
  expect(touchedGovernance(parseDiff(added, 'd'), GOVERNED)).toEqual(['gate.yml'])
})

test('where a run knows no policy, exceptions or workflow, no file is taken for them', () => {
  const unknown = { policy: null, exceptions: null, workflow: null }
  expect(touchedGovernance(parseDiff(change('src/a.ts', 'src/a.ts'), 'd'), unknown)).toEqual([])
})
