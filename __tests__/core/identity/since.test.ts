import { describe, expect, test } from '@jest/globals'
import type { Diff } from '../../../src/core/change/change.js'
import { parseDiff } from '../../../src/core/change/diff-text.js'
import type { Finding } from '../../../src/core/finding.js'
import { toEntry } from '../../../src/core/identity/match/entry.js'
import type { Ran } from '../../../src/core/identity/ran.js'
import { carried, isSilent, NOTHING_SINCE, sinceReaches } from '../../../src/core/identity/since.js'
import { baselineFacts } from '../../../src/core/identity/state.js'
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

describe('what came since the baseline reaches a finding of it', () => {
  const at = (path: string, line: number | null, more: Partial<Finding> = {}) =>
    finding({ location: place(path, line), ...more })
  const LINE = sinceOf(replaceDiff('src/a.ts', 10, ['x'], ['y']))
  const STEPS = (...trail: NonNullable<Finding['trail']>): Partial<Finding> => ({ trail })
  const step = (path: string, isClaimed = false) =>
    isClaimed ? { path, firstLine: 1, lastLine: 1, isClaimed: true as const } : { path, firstLine: 1, lastLine: 1 }

  /** `now`: what the finding is at the head, where that says more. */
  function reached(since: Diff | undefined, before: Finding, now: Finding = before, diff = '', source = 'a\n') {
    const entry = toEntry(now, 0, null, null, null)
    const context = { since, diff: diff === '' ? null : parseDiff(diff, 'd'), readSource: () => source }
    return sinceReaches(before, entry, context as Parameters<typeof sinceReaches>[2])
  }

  test.each<[string, Diff | undefined, Finding, Finding | undefined, boolean | null]>([
    ['nobody asks', undefined, at('src/a.ts', 10), undefined, false],
    ['nothing came', NOTHING_SINCE, at('src/a.ts', 10), undefined, false],
    ['nobody knows what came', { files: new Map(), complete: false }, at('src/b.ts', 10), undefined, null],
    ['its line', LINE, at('src/a.ts', 10), undefined, true],
    ['another line', LINE, at('src/a.ts', 12), undefined, false],
    ['its whole file', LINE, at('src/a.ts', null), undefined, true],
    ['another file', LINE, at('src/b.ts', 10), undefined, false],
    ['no place', LINE, finding({ location: null }), undefined, null],
    [
      'a commit of the history',
      LINE,
      at('src/a.ts', 10, { category: 'secret', commit: 'a'.repeat(40) }),
      undefined,
      false
    ],
    ['documentation alone', sinceOf(replaceDiff('README.md', 1, ['x'], ['y'])), at('src/a.ts', 10), undefined, false],
    ['a step of what it is now', LINE, at('src/b.ts', 1), at('src/b.ts', 1, STEPS(step('src/a.ts'))), true],
    ['one of its steps', LINE, at('src/b.ts', 1), at('src/b.ts', 1, STEPS(step('src/c.ts'), step('src/a.ts'))), true],
    ['none of its steps', LINE, at('src/b.ts', 1), at('src/b.ts', 1, STEPS(step('src/c.ts'))), false],
    [
      'a step that may be anywhere',
      LINE,
      at('src/b.ts', 1),
      at('src/b.ts', 1, STEPS(step('src/c.ts'), step('x.h', true))),
      null
    ],
    ['a step of no name', LINE, at('src/b.ts', 1), at('src/b.ts', 1, STEPS(step('src/c.ts'), step(''))), null],
    [
      'steps, where nobody knows all that came',
      { ...LINE, complete: false },
      at('src/a.ts', 12),
      at('src/a.ts', 12, STEPS(step('src/c.ts'))),
      null
    ],
    ['its line, whatever its steps', LINE, at('src/a.ts', 10), at('src/a.ts', 10, STEPS(step('src/c.ts'))), true],
    [
      'a step of what is no code',
      LINE,
      at('src/b.ts', 1, { category: 'secret' }),
      at('src/b.ts', 1, { category: 'secret', ...STEPS(step('src/a.ts')) }),
      false
    ]
  ])('%s', (_, since, before, now, expected) => expect(reached(since, before, now)).toBe(expected))

  test('a step in a file that the change renames is looked for by both names', () => {
    const now = at('src/b.ts', 1, STEPS(step('src/new.ts')))
    const rename = (from: string) =>
      `diff --git a/${from} b/src/new.ts\nsimilarity index 100%\nrename from ${from}\nrename to src/new.ts\n`
    expect(reached(LINE, at('src/b.ts', 1), now, rename('src/a.ts'))).toBe(true)
    expect(reached(LINE, at('src/b.ts', 1), now, rename('src/old.ts'))).toBe(false)
  })

  test('of a file whose lines moved it is known only where scanners count them like git', () => {
    const away = at('src/a.ts', 12)
    expect(reached(LINE, away, away, '', 'a\u2028b\n')).toBeNull()
    expect(reached(LINE, at('src/b.ts', 12), at('src/b.ts', 12), '', 'a\u2028b\n')).toBe(false)
    expect(reached(LINE, away, finding({ location: null }))).toBeNull()
    const unread = { since: LINE, diff: null, readSource: () => null }
    expect(sinceReaches(away, toEntry(away, 0, null, null, null), unread)).toBeNull()
    const lock = advisory('CVE-2026-1', '1.0.0', 'src/a.lock')
    expect(sinceReaches(lock, toEntry(lock, 0, null, null, null), unread)).toBe(false)
  })
})

describe('a baseline that the gate has found says nothing of what is not in it', () => {
  const found = finding({ location: place('new.ts', 12) })
  const facts = (ran: Ran) => baselineFacts([], ran)
  const rename = 'diff --git a/src/a.ts b/new.ts\nsimilarity index 90%\nrename from src/a.ts\nrename to new.ts\n'
  const hunk = '--- a/src/a.ts\n+++ b/new.ts\n@@ -0,0 +1,2 @@\n+x\n+y\n'
  const silent = (since: Diff | undefined, ran: Ran, more: Partial<Finding> = {}) => {
    const of = { ...found, ...more }
    const context = { since, diff: parseDiff(`${rename}${hunk}`, 'd'), readSource: () => 'a\n' }
    return isSilent(
      toEntry(of, 0, null, null, null),
      'src/a.ts',
      context as unknown as Parameters<typeof isSilent>[2],
      facts(ran)
    )
  }
  const changed = (line: number) => sinceOf(replaceDiff('src/a.ts', line, ['x'], ['y']))
  test.each<[string, Diff | undefined, Ran, Partial<Finding>, boolean]>([
    ['it is of a file that was given', undefined, new Map(), {}, false],
    ['its tool did not run there', NOTHING_SINCE, new Map(), {}, true],
    ['its tool failed there', NOTHING_SINCE, ranWith(null, { failed: true }), {}, true],
    ['nothing came since', NOTHING_SINCE, ranWith(null), {}, false],
    // What stands on line 12 stood on line 10 before.
    ['its line is another one since', changed(10), ranWith(null), {}, true],
    ['another line is', changed(14), ranWith(null), {}, false],
    ['nobody knows its place', changed(10), ranWith(null), { location: null }, true]
  ])('%s', (_, since, ran, more, expected) => expect(silent(since, ran, more)).toBe(expected))
})

describe('findings of the baseline are carried to where they are', () => {
  const rename = 'diff --git a/a.ts b/b.ts\nsimilarity index 100%\nrename from a.ts\nrename to b.ts\n'
  const shift = (path: string) => replaceDiff(path, 3, [], ['1', '2'])
  const where = (of: Finding | undefined) =>
    [of?.location, ...(of?.otherLocations ?? [])].map(each => `${each?.path}:${each?.startLine}`)
  const along = (diff: string, ...places: readonly [string, number | null][]) => {
    const [location = null, ...otherLocations] = places.map(([path, line]) => place(path, line))
    const more = otherLocations.length === 0 ? {} : { otherLocations }
    return where(carried([finding({ location, ...more })], sinceOf(diff))[0])
  }
  test.each<[string, string, [string, number | null][], string[]]>([
    ['lines before the edit stay', shift('a.ts'), [['a.ts', 2]], ['a.ts:2']],
    ['lines behind it move', shift('a.ts'), [['a.ts', 3]], ['a.ts:5']],
    ['whole files stay whole', shift('a.ts'), [['a.ts', null]], ['a.ts:null']],
    ['other files stay', shift('z.ts'), [['a.ts', 3]], ['a.ts:3']],
    [
      'each place moves',
      `${shift('a.ts')}${shift('c.ts')}`,
      [
        ['a.ts', 3],
        ['c.ts', 9]
      ],
      ['a.ts:5', 'c.ts:11']
    ],
    [
      'one of two places moves',
      shift('c.ts'),
      [
        ['a.ts', 3],
        ['c.ts', 9]
      ],
      ['a.ts:3', 'c.ts:11']
    ],
    ['a renamed file has its new name', rename, [['a.ts', 3]], ['b.ts:3']],
    [
      'what is gone is where something took its place',
      replaceDiff('a.ts', 5, ['x', 'y'], ['z']),
      [['a.ts', 6]],
      ['a.ts:5']
    ],
    ['the last edit before it counts', `${replaceDiff('a.ts', 2, [], ['n'])}`, [['a.ts', 2]], ['a.ts:3']]
  ])('%s', (_, diff, places, expected) => expect(along(diff, ...places)).toEqual(expected))

  test('what has no place, and all where nothing came, is left as it is', () => {
    const none = finding({ location: null })
    const some = finding({ location: place('a.ts', 3) })
    expect(carried([none], sinceOf(shift('a.ts')))[0]).toBe(none)
    expect(carried([some], sinceOf(shift('z.ts')))[0]).toBe(some)
    const all = [some]
    expect(carried(all, NOTHING_SINCE)).toBe(all)
  })

  test('of a file of which nobody knows the lines, or that is new there, the lines stay', () => {
    const unknown = { basePath: 'a.ts', change: 'modified', lines: null, edits: null } as const
    const since = { files: new Map([['a.ts', unknown]]), complete: true }
    expect(where(carried([finding({ location: place('a.ts', 9) })], since)[0])).toEqual(['a.ts:9'])
    const added = 'diff --git a/a.ts b/a.ts\nnew file mode 100644\n--- /dev/null\n+++ b/a.ts\n@@ -0,0 +1,2 @@\n+x\n+y\n'
    expect(along(added, ['a.ts', 9])).toEqual(['a.ts:9'])
  })
})
