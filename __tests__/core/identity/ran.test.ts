import { describe, expect, test } from '@jest/globals'
import { isListed, isNotLookedFor, isScanMissing, ranIn } from '../../../src/core/identity/ran.js'
import { anInput, aRun } from '../decision/evaluation.js'
import { finding, place, ranWith, replaceDiff, run, scan, states } from './builders.js'

const FILE = 'src/app.js'
const TEXT = 'const a = 1\neval(a)\n'
const ELSEWHERE = replaceDiff('src/other.js', 1, ['old'], ['new'])

describe('what ran', () => {
  const of = (...runs: Parameters<typeof aRun>[0][]) => ranIn([anInput({ runs: runs.map(aRun) })]).get('codeql')

  test('is united over the runs of a tool, however its name is spelt', () => {
    expect(of({ rules: ['a'] }, { tool: ' codeql', rules: ['b'] })?.rules).toEqual(new Set(['a', 'b']))
  })
  test('is not known where one run does not tell, whichever comes first', () => {
    expect(of({ rules: ['a'] }, { rules: null })?.rules).toBeNull()
    expect(of({ rules: null }, { rules: ['a'] })?.rules).toBeNull()
  })
  test('tells of failed runs and of files that broke off', () => {
    expect(of({}, { state: 'failed' })?.failed).toBe(true)
    expect(of({})?.failed).toBe(false)
    const broken = anInput({ problem: { offset: 3, message: 'ends too early' } })
    expect(ranIn([broken, anInput()]).get('codeql')?.failed).toBe(true)
  })
  test('covers specialised rules', () => {
    expect(isListed(new Set(['CA1']), 'CA1/md5')).toBe(true)
    expect(isListed(new Set(['CA1/md5']), 'CA1')).toBe(false)
  })
})

describe('a rule that did not run at the base', () => {
  const cause = (base: readonly string[] | null, diff: string | undefined = ELSEWHERE) =>
    run(scan(FILE, TEXT), {
      baseline: [],
      files: { [FILE]: TEXT },
      ...(diff === '' ? {} : { diff }),
      more: { ran: { base: ranWith(base), head: ranWith(['no-eval', 'old']) } }
    })

  test('discloses what was there, and is told', () => {
    const result = cause(['old'])
    expect(states(result)).toEqual(['newly-disclosed'])
    expect(result.findings[0]?.identity.stateReason).toContain('The rule did not run at the base')
    expect(result.notices).toEqual(['Scanner runs 1 rule that did not run at the base: no-eval'])
    expect(result.warnings).toEqual([])
  })
  test.each<[string, readonly string[] | null, string | undefined]>([
    ['it ran', ['old', 'no-eval'], ELSEWHERE],
    ['nobody knows whether it ran', null, ELSEWHERE],
    ['the place is part of the change', ['old'], replaceDiff(FILE, 2, ['eval(b)'], ['eval(a)'])],
    ['no diff tells what is part of the change', ['old'], '']
  ])('excuses nothing where %s', (_, base, diff) => expect(states(cause(base, diff))).toEqual(['introduced']))
})

describe('a finding of the baseline that is not there now', () => {
  const goneWith = (head: ReturnType<typeof ranWith>) =>
    run([], { baseline: scan(FILE, TEXT), more: { ran: { base: ranWith(['no-eval', 'old']), head } } })
  const reasonWith = (head: ReturnType<typeof ranWith>) => goneWith(head).fixed[0]?.identity.stateReason ?? null

  test.each<[string, ReturnType<typeof ranWith>, boolean]>([
    ['its rule ran', ranWith(['no-eval']), false],
    ['nobody knows which rules ran', ranWith(null), false],
    ['its rule did not run', ranWith(['other']), true],
    ['its tool did not run', new Map(), true],
    ['its tool failed', ranWith(['no-eval'], { failed: true }), true]
  ])('%s', (_, head, unseen) => expect(isNotLookedFor(reasonWith(head))).toBe(unseen))

  test('because its file is deleted is fixed', () => {
    const diff = `diff --git a/${FILE} b/${FILE}\ndeleted file mode 100644\n--- a/${FILE}\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-const a = 1\n-eval(a)\n`
    const { fixed } = run([], {
      baseline: scan(FILE, TEXT),
      diff,
      more: { ran: { base: ranWith(null), head: new Map() } }
    })
    expect(isNotLookedFor(fixed[0]?.identity.stateReason ?? null)).toBe(false)
  })
  test('warns of the rules that are gone, five by name', () => {
    const rules = ['g', 'f', 'e', 'd', 'c', 'b', 'a']
    const { warnings } = run([], {
      baseline: [],
      more: { ran: { base: ranWith([...rules, 'kept']), head: ranWith(['kept']) } }
    })
    expect(warnings).toEqual(['Scanner no longer runs 7 rules that ran at the base: a, b, c, d, e and 2 more'])
  })
  test('needs no warning without a baseline', () => {
    const more = { ran: { base: new Map(), head: ranWith(['kept']) } }
    expect(run([finding({ location: place(FILE, 1) })], { more }).warnings).toEqual([])
  })
})

test.each([
  ['In the baseline; its tool did not run now', true, true],
  ['In the baseline, and not reported now; a scan of its tool failed', true, true],
  ['In the baseline; its rule did not run now', true, false],
  ['In the baseline, and not reported now', false, false],
  [null, false, false]
])('%s: nobody looked: %s, and another scan would: %s', (reason, isUnseen, isMissing) => {
  expect([isNotLookedFor(reason), isScanMissing(reason)]).toEqual([isUnseen, isMissing])
})
