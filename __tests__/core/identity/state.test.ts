import { describe, expect, test } from '@jest/globals'
import type { Diff } from '../../../src/core/change/change.js'
import { parseDiff } from '../../../src/core/change/diff-text.js'
import type { Finding } from '../../../src/core/finding.js'
import { type Entry, toEntry } from '../../../src/core/identity/match/entry.js'
import { NOTHING_RAN, type Ran } from '../../../src/core/identity/ran.js'
import {
  baselineFacts,
  type Cause,
  causeByDiff,
  causeOfDoubtful,
  causeOfNew,
  firstDetection,
  moreThan,
  movedElsewhere,
  SILENT_BASELINE,
  upgradeOf
} from '../../../src/core/identity/state.js'
import { advisory, finding, NOW, place, ranWith, replaceDiff } from './builders.js'

const LOCK = 'web/package-lock.json'
const IN_A = replaceDiff('a.js', 3, ['old'], ['new'])
const DOCS = replaceDiff('README.md', 1, ['old'], ['new'])
const IN_MANIFEST = replaceDiff('web/package.json', 1, ['old'], ['new'])
const of = (text: string | null, complete = true): Diff | null =>
  text === null ? null : { ...parseDiff(text, 'x.diff'), complete }
const entryOf = (one: Finding, more: Partial<Entry> = {}): Entry => ({ ...toEntry(one, 0, null, null, null), ...more })
const at = (line: number, more: Partial<Finding> = {}) => finding({ location: place('a.js', line), ...more })
const told = ({ state, reason }: Cause) => `${state}: ${reason}`
const STEP = { path: 'a.js', firstLine: 3, lastLine: 3 }

describe('where no baseline tells, the diff decides', () => {
  const lost = finding({ location: null, placeProblem: '/x/a.js:1: no' })
  test.each<[string, Finding, Partial<Entry>, string | null, string]>([
    ['neither', at(3), {}, null, 'unknown: There is neither a baseline nor a diff'],
    ['a changed place', at(3), { changed: true }, IN_A, 'introduced: No baseline; its place is part of the change'],
    [
      'an untouched place',
      at(9),
      { changed: false },
      IN_A,
      'existing: No baseline; its place is not part of the change'
    ],
    [
      'a place of which nobody knows',
      at(9),
      { changed: null },
      IN_A,
      'unknown: No baseline, and the diff does not show whether its place changed'
    ],
    [
      'a place that is not proven',
      at(9, { placeGround: 'unchecked' }),
      { changed: false },
      IN_A,
      'unknown: No baseline, and nobody knows whether its file is in the repository: check out the repository, or give its directory as source-root'
    ],
    [
      'a file that is made',
      at(9, { placeGround: 'generated' }),
      { changed: null },
      IN_A,
      'unknown: No baseline, and its file is none of the repository: git ignores it, or the build makes it'
    ],
    ['no place', finding({}), { changed: null }, IN_A, 'unknown: No baseline, and the finding names no place'],
    [
      'a place outside',
      lost,
      { changed: null },
      IN_A,
      'unknown: No baseline, and its place is not mapped into the repository'
    ],
    [
      'what leads to a place outside is changed',
      { ...lost, trail: [STEP] },
      { changed: true },
      IN_A,
      'introduced: No baseline; what leads to it is part of the change'
    ],
    [
      'what leads to it',
      at(9, { trail: [STEP] }),
      { changed: true },
      IN_A,
      'introduced: No baseline; what leads to it is part of the change'
    ],
    [
      'its manifest',
      advisory('CVE-2026-1', '1'),
      { changed: true },
      IN_MANIFEST,
      'introduced: No baseline; its manifest is part of the change'
    ],
    [
      'an advisory elsewhere',
      advisory('CVE-2026-1', '1'),
      { changed: false },
      IN_A,
      'newly-disclosed: No baseline; the change does not touch its manifest'
    ],
    [
      'an advisory of a version that the base had',
      advisory('CVE-2026-1', '1'),
      { changed: false, lockedBy: LOCK },
      IN_A,
      `newly-disclosed: No baseline; the base's ${LOCK} already has lodash 1`
    ],
    [
      'a dependency without an advisory',
      advisory('x', '1', LOCK, { identifiers: [] }),
      { changed: false },
      IN_A,
      'existing: No baseline; its place is not part of the change'
    ],
    [
      'code that names an advisory',
      at(9, { identifiers: ['CVE-2026-1'] }),
      { changed: false },
      IN_A,
      'existing: No baseline; its place is not part of the change'
    ]
  ])('%s', (_, one, more, diff, expected) => {
    expect(told(causeByDiff(entryOf(one, more), { diff: of(diff) }))).toBe(expected)
  })

  test('where the diff leads to another text', () => {
    const diff = of(IN_A)
    const file = diff?.files.get('a.js')
    if (!diff || !file) throw new Error('there is a file')
    const doubted: Diff = { ...diff, files: new Map([['a.js', { ...file, doubt: 'unfit' }]]) }
    const expected = 'unknown: No baseline, and the diff leads to another text of its file'
    expect(told(causeByDiff(entryOf(at(3), { changed: true }), { diff: doubted }))).toBe(expected)
    expect(
      causeByDiff(entryOf({ ...at(3), location: null, trail: [STEP] }, { changed: true }), { diff: doubted }).state
    ).toBe('introduced')
  })

  test('a secret of the history is where its commit is', () => {
    const secret = entryOf(at(3, { category: 'secret', commit: 'c'.repeat(40) }))
    const by = (side: 'change' | 'base' | 'unknown' | null) =>
      told(causeByDiff(secret, { diff: null, ...(side === null ? {} : { history: () => side }) }))
    const unknown = 'unknown: No baseline, and nobody can tell whether the change brings its commit'
    expect([by('change'), by('base'), by('unknown'), by(null)]).toEqual([
      'introduced: No baseline; the change brings the commit in which it was found',
      'existing: No baseline; the base has the commit in which it was found',
      unknown,
      unknown
    ])
  })

  test('a baseline that does not tell is named', () => {
    const silent = (diff: string | null) =>
      told(causeByDiff(entryOf(at(3), { changed: true }), { diff: of(diff) }, SILENT_BASELINE))
    expect(silent(null)).toBe('unknown: The baseline does not tell, and there is no diff')
    expect(silent(IN_A)).toBe('introduced: The baseline does not tell; its place is part of the change')
  })

  test('of what the baseline has at another place by now, nothing is newly disclosed', () => {
    const doubtful = (one: Finding, changed: boolean) =>
      told(causeOfDoubtful(entryOf(one, { changed }), { diff: of(IN_A) }))
    const why = 'In the baseline, but its place is another one in the base by now'
    expect(doubtful(advisory('CVE-2026-1', '1'), false)).toBe(
      `existing: ${why}; the change does not touch its manifest`
    )
    expect(doubtful(at(3), true)).toBe(`introduced: ${why}; its place is part of the change`)
  })
})

describe('of a finding that the baseline does not have', () => {
  const known = at(1, { toolVersion: '1.0.0' })
  interface Case {
    readonly one?: Finding
    readonly entry?: Partial<Entry>
    readonly diff?: string | null
    readonly complete?: boolean
    readonly baseline?: readonly Finding[]
    readonly ran?: Ran
  }
  const cause = ({
    one = at(9),
    entry = {},
    diff = IN_A,
    complete = true,
    baseline = [known],
    ran = NOTHING_RAN
  }: Case) =>
    told(causeOfNew(entryOf(one, { changed: false, ...entry }), of(diff, complete), baselineFacts(baseline, ran)))
  const upgraded = (line: number, path: string, more: Partial<Finding> = {}) =>
    finding({ location: place(path, line), toolVersion: '2.0.0', ...more })
  const changed = { changed: true }
  const unknown = { changed: null }
  const lodash = (version: string, path = LOCK) => advisory('CVE-2026-1', version, path)
  const NEW_RULES = ranWith(['other'])

  test.each<[string, Case, string]>([
    ['a changed place', { entry: changed }, 'introduced: Not in the baseline; its place is part of the change'],
    [
      'an untouched place',
      {},
      'introduced: Not in the baseline; its place is not part of the change, which may reach it from elsewhere'
    ],
    ['a place of which nobody knows', { entry: unknown }, 'introduced: Not in the baseline'],
    ['no diff', { diff: null, entry: unknown }, 'introduced: Not in the baseline'],
    [
      'what leads to it is changed',
      { one: at(9, { trail: [STEP] }), entry: changed },
      'introduced: Not in the baseline; what leads to it is part of the change'
    ],
    [
      'several could be it',
      { entry: { ...changed, doubt: 'ambiguous' } },
      'introduced: Not in the baseline; its place is part of the change; several findings of the baseline could be this one after an edit, so it counts as new'
    ],
    [
      'the same text is elsewhere',
      { entry: { ...unknown, doubt: 'elsewhere' } },
      'introduced: Not in the baseline; the baseline has the same text at another place of the file, too little to be sure that it moved'
    ],
    [
      'more than there were',
      { entry: { beyond: 2 } },
      'introduced: More than in the baseline, which has 2 that say the same'
    ],
    [
      'documentation alone is changed',
      { diff: DOCS },
      'newly-disclosed: Not in the baseline, and the change touches documentation only'
    ],
    [
      'the same of an unknown place',
      { diff: DOCS, entry: unknown },
      'newly-disclosed: Not in the baseline, and the change touches documentation only'
    ],
    [
      'the same, not proven',
      { one: at(9, { placeGround: 'unchecked' }), diff: DOCS, entry: unknown },
      'introduced: Not in the baseline'
    ],
    [
      'documentation, of a diff that is cut',
      { diff: DOCS, complete: false, entry: unknown },
      'introduced: Not in the baseline'
    ],
    [
      'the rule did not run then',
      { ran: NEW_RULES },
      'newly-disclosed: The rule did not run at the base, and its place is not part of the change'
    ],
    [
      'the same at a changed place',
      { ran: NEW_RULES, entry: changed },
      'introduced: Not in the baseline; its place is part of the change'
    ],
    [
      'the same at a place of which nobody knows',
      { ran: NEW_RULES, entry: unknown },
      'introduced: Not in the baseline'
    ],
    [
      'the rule ran then',
      { ran: ranWith(['no-eval']) },
      'introduced: Not in the baseline; its place is not part of the change, which may reach it from elsewhere'
    ],
    [
      'the tool was upgraded, and its file is untouched',
      { one: upgraded(9, 'b.js') },
      'newly-disclosed: The tool was upgraded from 1.0.0 to 2.0.0, and its place is not part of the change'
    ],
    [
      'the tool was upgraded, and its rule is another one',
      { one: upgraded(9, 'a.js', { ruleId: 'new' }) },
      'newly-disclosed: The tool was upgraded from 1.0.0 to 2.0.0, and its place is not part of the change'
    ],
    [
      'the tool was upgraded, and rule and file are known',
      { one: upgraded(9, 'a.js') },
      'introduced: Not in the baseline; its place is not part of the change, which may reach it from elsewhere; the tool was upgraded from 1.0.0 to 2.0.0'
    ],
    [
      'the tool was upgraded, and its place is changed',
      { one: upgraded(3, 'a.js', { ruleId: 'new' }), entry: changed },
      'introduced: Not in the baseline; its place is part of the change; the tool was upgraded from 1.0.0 to 2.0.0'
    ],
    [
      'the same of a place outside',
      { one: { ...upgraded(9, 'b.js'), location: null, placeProblem: '/x/b.js: no' }, entry: unknown },
      'introduced: Not in the baseline; the tool was upgraded from 1.0.0 to 2.0.0'
    ],
    [
      'an advisory, and the manifest is untouched',
      { one: lodash('1') },
      'newly-disclosed: Not in the baseline, and the change does not touch its manifest: the advisory is new'
    ],
    ['an advisory, and nobody knows', { one: lodash('1'), entry: unknown }, 'introduced: Not in the baseline'],
    [
      'an advisory, and the manifest is changed',
      { one: lodash('1'), entry: changed, diff: IN_MANIFEST },
      'introduced: Not in the baseline; its place is part of the change'
    ],
    [
      'an advisory of a version that the baseline has',
      { one: lodash('v2.1'), entry: changed, baseline: [lodash('2.1'), lodash('1')] },
      'newly-disclosed: Not in the baseline, which has this version of the package: the advisory is new'
    ],
    [
      'the same in another manifest',
      { one: lodash('2', 'other/package-lock.json'), entry: changed, baseline: [lodash('2')], diff: null },
      'introduced: Not in the baseline; its place is part of the change'
    ],
    [
      'an advisory of a version that the lock file had',
      { one: lodash('2'), entry: { changed: true, lockedBy: LOCK } },
      `newly-disclosed: Not in the baseline, but the base's ${LOCK} already has lodash 2: the advisory is new`
    ],
    [
      'an advisory of another version than the baseline has',
      { one: lodash('3'), baseline: [lodash('2'), lodash('1')] },
      'introduced: Not in the baseline, which has this package only in another version: 1, 2'
    ],
    [
      'a dependency that leads through the change',
      { one: { ...lodash('1'), trail: [STEP] }, entry: changed },
      'introduced: Not in the baseline; what leads to it is part of the change'
    ],
    [
      'code that names a package of another version',
      {
        one: at(3, { package: lodash('3').package }),
        entry: changed,
        baseline: [at(9, { package: lodash('2').package })]
      },
      'introduced: Not in the baseline; its place is part of the change'
    ]
  ])('%s', (_, given, expected) => expect(cause(given)).toBe(expected))
})

test('one that says the same, and several', () => {
  expect(moreThan(1).reason).toBe('More than in the baseline, which has one that says the same')
  expect(moreThan(3)).toEqual({
    state: 'introduced',
    reason: 'More than in the baseline, which has 3 that say the same'
  })
})

test('an upgrade is told by the versions of the tool', () => {
  const by = (version: string | null, ...before: readonly (string | null)[]) =>
    upgradeOf(
      finding({ toolVersion: version }),
      baselineFacts(
        before.map(toolVersion => finding({ toolVersion })),
        NOTHING_RAN
      )
    )
  expect(by('2', '1', '0')).toBe('0, 1 to 2')
  expect([by('1', '1', '0'), by(null, '1'), by('2', null), by('2')]).toEqual([null, null, null, null])
  expect(by('2', null, '1')).toBe('1 to 2')
})

test('what another file may have moved is a dependency of which the base has other versions alone', () => {
  const facts = baselineFacts([advisory('CVE-2026-1', '1')], NOTHING_RAN)
  const [other, same] = [entryOf(advisory('CVE-2026-1', '2')), entryOf(advisory('CVE-2026-1', '1'))]
  const code = entryOf({ ...advisory('CVE-2026-1', '2'), category: 'sast' })
  const unversioned = entryOf(advisory('CVE-2026-1', '2', LOCK, { package: null }))
  expect(
    [other, same, code, unversioned, { ...other, partner: same }].map(each => movedElsewhere(each, facts))
  ).toEqual([true, false, false, false, false])
  expect(movedElsewhere(other, null)).toBe(false)
})

test('the first detection is the earliest date that is known, and none after now', () => {
  const dated = (firstDetected: string | null) => finding({ firstDetected })
  const first = (own: string | null, old: string | null | undefined, now = NOW) =>
    firstDetection(dated(own), old === undefined ? undefined : dated(old), now)
  expect(first(null, undefined)).toBe(NOW)
  expect(first('2026-01-02', '2026-01-01')).toBe('2026-01-01')
  expect(first('2026-01-01', '2026-01-02')).toBe('2026-01-01')
  expect(first(null, '2026-01-02')).toBe('2026-01-02')
  expect(first('2027-01-01', null)).toBe(NOW)
  expect(first('no date', 'neither')).toBe(NOW)
  expect(first(null, null, '')).toBeNull()
  expect(first('2027-01-01', null, '')).toBe('2027-01-01')
  expect(first('2026-11-23T15:00:00.000Z', null)).toBe(NOW)
})
