import { describe, expect, test } from '@jest/globals'
import type { Diff, DiffFile } from '../../../../src/core/change/change.js'
import type { Finding } from '../../../../src/core/finding.js'
import { fingerprintKey, fingerprintOf } from '../../../../src/core/identity/fingerprint.js'
import { bestContent, type Entry, pair, toEntry } from '../../../../src/core/identity/match/entry.js'
import { joinSeveral } from '../../../../src/core/identity/several/join.js'
import type { MatchedPart } from '../../../../src/core/identity/several/matched-part.js'
import { partsOf } from '../../../../src/core/identity/several/parts.js'
import { finding, place } from '../builders.js'

/** What is said of one place, beside its line. */
interface Spot extends Partial<Entry> {
  readonly at: readonly [string, number | null] | null
  /** Found again in the baseline. */
  readonly isFound?: boolean
  /** Where its file was. */
  readonly basePath?: string
  readonly isUnproven?: boolean
  readonly snippet?: string
}
interface Setting {
  readonly diff?: Diff | null
  readonly message?: string
  readonly claimed?: string
  readonly claims?: ReadonlyMap<string, number>
}

const keyAt = (at: Spot['at']): string => (at === null ? 'lost' : at.join(':'))
const locationOf = ([path, line]: readonly [string, number | null]) => place(path, line)

/** A finding of several places; all of them in one file or another, the last perhaps nowhere. */
function severalOf(spots: readonly Spot[], more: Partial<Finding> = {}): Finding {
  const [location = null, ...otherLocations] = spots.flatMap(({ at }) => (at === null ? [] : [locationOf(at)]))
  const isLost = spots.some(({ at }) => at === null)
  return finding({
    location,
    ...(otherLocations.length === 0 ? {} : { otherLocations }),
    ...(isLost ? { placeProblem: '/x: outside' } : {}),
    ...more
  })
}

function entryOf({ at, isFound = false, basePath: _, isUnproven: __, snippet, ...more }: Spot): Entry {
  const of = finding({ location: at === null ? null : locationOf(at), ...(snippet === undefined ? {} : { snippet }) })
  const entry = { ...toEntry(of, 0, null, null, of), key: keyAt(at), ...more }
  // Of another finding of the baseline, so that no owner has all places.
  if (isFound) pair(toEntry(of, 9, null, null, of), entry, 'exact')
  return entry
}

/** What the findings of the head are joined with, each given by its places. */
function join(heads: readonly (readonly Spot[])[], bases: readonly (readonly Spot[])[], setting: Setting = {}) {
  const { diff = null, claims = new Map() } = setting
  const head = partsOf(heads.map(spots => severalOf(spots)))
  const fingerprints = setting.claimed === undefined ? {} : { 'policyGate/v1': setting.claimed }
  const base = partsOf(bases.map(spots => severalOf(spots, { clues: { snippet: null, symbol: null, fingerprints } })))
  const headParts = new Map<number, MatchedPart>()
  for (const [at, { parts }] of head.several.entries())
    for (const [number, index] of parts.entries()) {
      const spot = heads[at]?.[number]
      if (spot === undefined) throw new Error('a place for each part')
      const entry = entryOf(spot)
      headParts.set(index, {
        entry,
        basePath: spot.basePath ?? spot.at?.[0] ?? '',
        cause: { state: 'introduced', reason: 'Not in the baseline' },
        movedFrom: null,
        suppressionGround: null
      })
    }
  const unproven = new Set<Entry>()
  const baseParts = new Map<number, Entry>()
  for (const [at, { parts }] of base.several.entries())
    for (const [number, index] of parts.entries()) {
      const spot = bases[at]?.[number]
      if (spot === undefined) throw new Error('a place for each part')
      const entry = entryOf(spot)
      if (spot.isUnproven) unproven.add(entry)
      baseParts.set(index, entry)
    }
  return joinSeveral({
    head,
    base,
    headParts,
    baseParts,
    claims,
    reserved: new Set(),
    diff,
    isProven: entry => !unproven.has(entry)
  })
}

const states = (...given: Parameters<typeof join>) => join(...given).head.map(({ cause }) => cause.state)

const A: Spot = { at: ['a.ts', 2] }
const B: Spot = { at: ['b.ts', 4] }
const LOST: Spot = { at: null }

const file = (more: Partial<DiffFile>): DiffFile => ({
  basePath: 'a.ts',
  change: 'modified',
  lines: null,
  edits: null,
  ...more
})
const diffOf = (files: Readonly<Record<string, DiffFile>>, complete = true): Diff => ({
  files: new Map(Object.entries(files)),
  complete
})
/** One line more before the second one of the file. */
const ADDED = file({ lines: [[1, 1]], edits: [{ baseStart: 1, removed: [], headStart: 1, added: 1 }] })

describe('the same text at the same places is the same, though no place was found alone', () => {
  test.each<[string, readonly Spot[], readonly Spot[], Setting, string]>([
    ['without a change', [A, B], [A, B], {}, 'existing'],
    ['in whatever order its places come', [A, B], [B, A], {}, 'existing'],
    ['with another place', [A, B], [A, { at: ['c.ts', 4] }], {}, 'introduced'],
    ['with a place more', [A, B], [A, B, { at: ['c.ts', 1] }], {}, 'introduced'],
    ['where a place of the baseline is not proven', [A, B], [A, { ...B, isUnproven: true }], {}, 'introduced'],
    [
      'the same, where one of its places was found',
      [{ ...A, isFound: true }, B],
      [A, { ...B, isUnproven: true }],
      {},
      'introduced'
    ],
    ['where several could be one of its places', [A, { ...B, doubt: 'ambiguous' }], [A, B], {}, 'introduced'],
    [
      'where one was found though several could be',
      [A, { ...B, doubt: 'ambiguous', isFound: true }],
      [A, B],
      {},
      'existing'
    ],
    ['where one of its places is not mapped', [A, LOST], [A, LOST], {}, 'existing'],
    [
      'where one of its places is a whole file',
      [A, { at: ['b.ts', null] }],
      [A, { at: ['b.ts', null] }],
      {},
      'existing'
    ],
    ['that the change leaves alone', [A, B], [A, B], { diff: diffOf({}) }, 'existing'],
    [
      'that it moved down',
      [{ ...A, at: ['a.ts', 3], key: 'a.ts:2' }, B],
      [A, B],
      { diff: diffOf({ 'a.ts': ADDED }) },
      'existing'
    ],
    ['that did not go where it moved the line', [A, B], [A, B], { diff: diffOf({ 'a.ts': ADDED }) }, 'introduced'],
    ['in a file that was another one', [{ ...A, basePath: 'old.ts' }, B], [A, B], {}, 'introduced']
  ])('%s', (_, head, base, setting, state) => expect(states([head], [base], setting)).toEqual([state]))

  test.each<[string, Diff | null, Spot, string]>([
    ['says more than its message', diffOf({ 'a.ts': file({}) }), { ...A, snippet: 'eval(first)' }, 'existing'],
    ['says no more than its message', diffOf({ 'a.ts': file({}) }), A, 'introduced'],
    ['says no more, and the diff is cut off', diffOf({}, false), A, 'introduced'],
    ['says no more, and there is no diff', null, A, 'existing']
  ])('where the diff does not tell of a line, it is so if the place %s', (_, diff, spot, state) => {
    expect(states([[spot, { ...B, snippet: 'eval(second)' }]], [[spot, B]], { diff })).toEqual([state])
  })

  test('a file that was renamed has the key that it had', () => {
    const moved: Spot = { at: ['new.ts', 2], basePath: 'a.ts', snippet: 'eval(first)', key: 'new' }
    const old = entryOf({ ...A, snippet: 'eval(first)' })
    const other = entryOf({ ...B, snippet: 'eval(second)' })
    const key = (entry: Entry, path: string) => fingerprintKey(entry.scope, path, bestContent(entry))
    const base = [
      { ...A, key: key(old, 'a.ts') },
      { ...B, key: key(other, 'b.ts') }
    ]
    const still = { ...B, snippet: 'eval(second)' }
    expect(states([[moved, still]], [base])).toEqual(['existing'])
    expect(states([[{ ...moved, basePath: 'new.ts' }, still]], [base])).toEqual(['introduced'])
  })

  test('where each place was found, none has to be proven', () => {
    const spots = (isFound: boolean): readonly Spot[] => [
      { ...A, isFound: true },
      { ...B, isFound }
    ]
    const base: readonly Spot[] = [A, { ...B, isUnproven: true }]
    const sameOf = (isFound: boolean) => join([spots(isFound)], [base]).head[0]?.same?.key ?? null
    expect([sameOf(true), sameOf(false)]).toEqual([['a.ts:2', 'b.ts:4'].join('\0\0'), null])
  })

  test('keys of places do not run together', () => {
    const keyed = (one: string, other: string) => [
      { ...A, key: one },
      { ...B, key: other }
    ]
    expect(states([keyed('ab', 'c')], [keyed('a', 'bc')])).toEqual(['introduced'])
  })
})

describe('of several that are equal', () => {
  test('as many are the same as there were', () => {
    const { head, base } = join(
      [
        [A, B],
        [A, B]
      ],
      [[A, B]]
    )
    expect(head.map(({ cause }) => cause.state)).toEqual(['existing', 'introduced'])
    expect(head[0]?.partner).toBe(base[0])
    expect(head[0]?.fingerprint).not.toBe(head[1]?.fingerprint)
  })

  test('what the change leaves alone takes the first number, whichever was read first', () => {
    const key = ['a.ts:2', 'b.ts:4'].join('\0\0')
    const touched = [{ ...A, changed: true }, B]
    for (const heads of [
      [touched, [A, B]],
      [[A, B], touched]
    ]) {
      const { head } = join(heads, [])
      const untouched = head.find(({ changed }) => changed !== true)
      expect(untouched?.fingerprint).toBe(fingerprintOf(key, 1))
    }
  })

  test('their order is that of their places, not that in which they were read', () => {
    const first: Spot[] = [{ ...A, at: ['a.ts', 2], key: 'x' }, B]
    const second: Spot[] = [{ ...A, at: ['a.ts', 7], key: 'x' }, B]
    const other: Spot[] = [{ ...A, key: 'a' }, B]
    const numbered = (heads: readonly Spot[][]) =>
      join(heads, [])
        .head.map(({ lead, fingerprint }: { lead?: Entry; fingerprint: string }) => `${lead?.line} ${fingerprint}`)
        .sort()
    expect(numbered([second, other, first])).toEqual(numbered([first, second, other]))
    const order = join([second, other, first], []).head.map(each => (each as { lead?: Entry }).lead)
    expect(order.map(lead => [lead?.key, lead?.line])).toEqual([
      ['a', 2],
      ['x', 2],
      ['x', 7]
    ])
  })
})

describe('the fingerprint of our own earlier output', () => {
  const own = fingerprintOf(['a.ts:2', 'b.ts:4'].join('\0\0'), 1)
  const second = fingerprintOf(['a.ts:2', 'b.ts:4'].join('\0\0'), 2)
  const masked: Spot[] = [
    { ...A, key: 'masked' },
    { ...B, key: 'masked too' }
  ]
  test.each<[string, string, ReadonlyMap<string, number>, string]>([
    ['says as much as the texts', own, new Map([[own, 0]]), 'existing'],
    ['says so of the second of two', second, new Map([[second, 0]]), 'existing'],
    ['that another finding bears as well counts for neither', own, new Map([[own, 5]]), 'introduced'],
    ['that is not known says nothing', own, new Map(), 'introduced'],
    ['of other places says nothing', fingerprintOf('other', 1), new Map([[fingerprintOf('other', 1), 0]]), 'introduced']
  ])('%s', (_, claimed, claims, state) => {
    expect(states([[A, B]], [masked], { claimed, claims })).toEqual([state])
  })
})

test('what is gone is gone at all of its places', () => {
  const gone = (spots: readonly Spot[]) => join([], [spots]).base.map(({ isGone }) => isGone)
  expect(gone([A, B])).toEqual([true])
  expect(gone([A, { ...B, isFound: true }])).toEqual([false])
})
