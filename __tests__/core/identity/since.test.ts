import { describe, expect, test } from '@jest/globals'
import type { Diff } from '../../../src/core/change/change.js'
import { parseDiff } from '../../../src/core/change/diff-text.js'
import type { Finding } from '../../../src/core/finding.js'
import type { Ran } from '../../../src/core/identity/ran.js'
import { carried, NOTHING_SINCE } from '../../../src/core/identity/since.js'
import { advisory, diffOf, finding, place, ranWith, replaceDiff, run, scan } from './builders.js'

const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`
const A = Array.from({ length: 20 }, (_, index) =>
  index === 9 ? 'eval(readTheInput())' : `const value${index} = ${index}`
)
/** The same finding on a line that is part of the change. */
const edited = (lines: readonly string[]) => lines.map(line => line.replace('(readTheInput())', '( readTheInput() )'))

const sinceOf = (diff: string, complete = true): Diff => ({ ...parseDiff(diff, 'since.diff'), complete })

interface Story {
  /** What main has got between the baseline and the commit that the change starts from. */
  readonly since: Diff
  readonly base: readonly string[]
  readonly head: readonly string[]
}

/** State and ground of what is found at the head in `src/a.ts`, with a baseline of the earlier text. */
function told({ since, base, head }: Story, parts: Partial<Finding> = {}, ran: Ran = ranWith(null)) {
  const [before, now] = [scan('src/a.ts', text(A)), scan('src/a.ts', text(head), 'eval', parts)]
  const { findings, fixed } = run(now, {
    baseline: carried(before, since),
    diff: diffOf('src/a.ts', text(base), text(head)),
    files: { 'src/a.ts': text(head) },
    more: { since, ran: { base: ran, head: ran } }
  })
  return [findings[0]?.identity.state, findings[0]?.identity.stateReason, fixed.length]
}

const sinceTo = (base: readonly string[]): Diff => sinceOf(diffOf('src/a.ts', text(A), text(base)))
const ABOVE = ['// 1', '// 2', ...A]
const MENDED = A.map(line => line.replace('eval', 'safe'))
const STEP = { path: 'src/b.ts', firstLine: 3, lastLine: 3 }

describe('a finding of an earlier baseline, whose line the change edits', () => {
  test.each<[string, Story, Partial<Finding>, string]>([
    ['nothing came since', { since: NOTHING_SINCE, base: A, head: edited(A) }, {}, 'existing'],
    ['lines came above it', { since: sinceTo(ABOVE), base: ABOVE, head: edited(ABOVE) }, {}, 'existing'],
    [
      'another file was changed',
      { since: sinceOf(replaceDiff('b.ts', 1, ['x'], ['y'])), base: A, head: edited(A) },
      {},
      'existing'
    ],
    [
      'lines came above it, and the scanner counts lines otherwise',
      { since: sinceTo(ABOVE), base: ABOVE, head: edited([...ABOVE, 'a\rb']) },
      {},
      'introduced'
    ],
    ['its line was mended', { since: sinceTo(MENDED), base: MENDED, head: edited(A) }, {}, 'introduced'],
    [
      'what it leads through was changed',
      { since: sinceOf(replaceDiff('src/b.ts', 9, ['x'], ['y'])), base: A, head: edited(A) },
      { trail: [STEP] },
      'introduced'
    ],
    [
      'it leads elsewhere',
      { since: sinceOf(replaceDiff('src/c.ts', 9, ['x'], ['y'])), base: A, head: edited(A) },
      { trail: [STEP] },
      'existing'
    ],
    ['nobody knows all files that changed', { since: sinceOf('', false), base: A, head: edited(A) }, {}, 'introduced']
  ])('%s: %s', (_, story, parts, state) => {
    expect(told(story, parts)[0]).toBe(state)
  })
})

test('what came since and was mended there is no merit of the change', () => {
  const head = [...MENDED, '// the change']
  const story = { since: sinceTo(MENDED), base: MENDED, head }
  const before = scan('src/a.ts', text(A))
  const setting = { diff: diffOf('src/a.ts', text(MENDED), text(head)), files: { 'src/a.ts': text(head) } }
  const withSince = run([], { ...setting, baseline: carried(before, story.since), more: { since: story.since } })
  expect(withSince.fixed).toEqual([])
  expect(run([], { ...setting, baseline: before, more: { since: NOTHING_SINCE } }).fixed).toHaveLength(1)
})

test('id and date stay, also of a finding that is not proven to be in the base', () => {
  const [old] = scan('src/a.ts', text(A), 'eval', { firstDetected: '2026-01-01T00:00:00Z' })
  const since = sinceOf('', false)
  const baseline = old === undefined ? [] : [old]
  const { findings } = run(scan('src/a.ts', text(A)), {
    baseline: carried(baseline, since),
    diff: replaceDiff('other.ts', 1, [], ['x']),
    files: { 'src/a.ts': text(A) },
    more: { since }
  })
  expect(findings[0]?.identity).toMatchObject({
    state: 'existing',
    firstDetected: '2026-01-01T00:00:00Z',
    stateReason: 'In the baseline, but its place is another one in the base by now; its place is not part of the change'
  })
})

describe('a finding that is not in a baseline which the gate has found', () => {
  const elsewhere = replaceDiff('other.ts', 1, [], ['x'])
  const one = finding({ location: place('src/a.ts', 10) })
  const state = (more: object, ran: Ran, found = one) =>
    run([found], {
      baseline: [],
      diff: elsewhere,
      files: { 'src/a.ts': text(A) },
      more: { ran: { base: ran, head: ran }, ...more }
    }).findings[0]?.identity.state

  test.each<[string, object, Ran, Finding, string]>([
    ['of a tool that ran there', { since: NOTHING_SINCE }, ranWith(null), one, 'introduced'],
    ['of a tool that did not', { since: NOTHING_SINCE }, new Map(), one, 'existing'],
    ['of a tool that failed there', { since: NOTHING_SINCE }, ranWith(null, { failed: true }), one, 'existing'],
    [
      'on lines that came since',
      { since: sinceOf(replaceDiff('src/a.ts', 10, ['x'], ['y'])) },
      ranWith(null),
      one,
      'existing'
    ],
    [
      'on lines of before',
      { since: sinceOf(replaceDiff('src/a.ts', 18, ['x'], ['y'])) },
      ranWith(null),
      one,
      'introduced'
    ],
    ['without a place, and something came since', { since: sinceOf(elsewhere) }, ranWith(null), finding({}), 'unknown'],
    ['in a baseline that somebody gave', {}, new Map(), one, 'introduced']
  ])('%s', (_, more, ran, found, expected) => {
    expect(state(more, ran, found)).toBe(expected)
  })
})

describe('dependencies', () => {
  const LOCK = 'web/package-lock.json'
  const since = sinceOf(replaceDiff(LOCK, 5, ['x'], ['y']))
  const found = advisory('CVE-2026-1', '4.17.20')
  const state = (diff: string, more: object = {}) =>
    run([found], { baseline: [found], diff, more: { since, ...more } }).findings[0]?.identity.state

  test('one that neither the change nor the base since has moved is existing', () => {
    expect(state(replaceDiff('web/a.ts', 1, [], ['x']))).toBe('existing')
    expect(state(replaceDiff(LOCK, 9, [], ['x']), { since: sinceOf(replaceDiff('a.md', 1, [], ['x'])) })).toBe(
      'existing'
    )
  })

  test('one whose lock file both have changed is not proven to be there still', () => {
    expect(state(replaceDiff(LOCK, 9, [], ['x']))).toBe('introduced')
  })
})

test('a suppression that main has taken away is not older than the change that brings it back', () => {
  const suppressed = { suppression: { kind: 'in-source', justification: null } } as const
  const head = edited(A)
  const ground = (base: readonly string[], since: Diff) =>
    run(scan('src/a.ts', text(head), 'eval', suppressed), {
      baseline: carried(scan('src/a.ts', text(A), 'eval', suppressed), since),
      diff: diffOf('src/a.ts', text(base), text(head)),
      files: { 'src/a.ts': text(head) },
      more: { since }
    }).findings[0]?.identity.suppressionGround
  expect(ground(A, NOTHING_SINCE)).toBe('baseline')
  expect(ground(MENDED, sinceTo(MENDED))).toBeUndefined()
})

test('findings are carried along renames and lines', () => {
  const diff =
    'diff --git a/src/a.ts b/lib/a.ts\nsimilarity index 90%\nrename from src/a.ts\nrename to lib/a.ts\n--- a/src/a.ts\n+++ b/lib/a.ts\n@@ -1,1 +1,2 @@\n+// new\n const value0 = 0\n'
  const [one] = carried([finding({ location: place('src/a.ts', 10) })], sinceOf(diff))
  expect(one?.location).toMatchObject({ path: 'lib/a.ts', startLine: 11, endLine: 11 })
})
