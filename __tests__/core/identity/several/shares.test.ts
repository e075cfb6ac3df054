import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../../src/core/finding.js'
import { type Entry, type Pass, pair, toEntry } from '../../../../src/core/identity/match/entry.js'
import {
  type Claimed,
  type JoinedBase,
  shares,
  type UnjoinedHead
} from '../../../../src/core/identity/several/joined.js'
import type { MatchedPart } from '../../../../src/core/identity/several/matched-part.js'
import { finding, place } from '../builders.js'

const WHOLE = finding({})
const entryOf = (of: Partial<Finding>, more: Partial<Entry> = {}): Entry => ({
  ...toEntry(finding(of), 0, null, null, WHOLE),
  ...more
})
const cause = (state: MatchedPart['cause']['state'], reason = 'So it is') => ({ state, reason })
const partOf = (entry: Entry, more: Partial<MatchedPart> = {}): MatchedPart => ({
  entry,
  basePath: entry.finding.location?.path ?? '',
  cause: cause('existing'),
  movedFrom: null,
  suppressionGround: null,
  ...more
})

/** A place that was found again as the same. */
function found(of: Partial<Finding>, pass: Pass = 'exact', more: Partial<Entry> = {}): Entry {
  const entry = entryOf(of, more)
  pair(entryOf(of), entry, pass)
  return entry
}

const A = { location: place('a.ts', 2), clues: { snippet: 'eval(first)', fingerprints: {}, symbol: null } }
const B = { location: place('b.ts', 4) }
const LOST = { location: null, placeProblem: '/out/x.c:4: it lies outside the repository' }

const draft = (parts: readonly MatchedPart[], more: Partial<UnjoinedHead> = {}, occurrences = 1): UnjoinedHead => ({
  several: { finding: finding({ occurrences }), index: 0, parts: parts.map((_, at) => at) },
  lead: parts[0]?.entry ?? entryOf(A),
  parts,
  key: 'k',
  baseKey: 'k',
  count: occurrences,
  ...more
})
const owner = (name: string): JoinedBase => ({
  several: { finding: finding({ message: name }), index: 0, parts: [] },
  entries: [],
  isGone: false,
  count: 9,
  key: name,
  ordinal: 1,
  fingerprint: '',
  claimed: null,
  partner: null,
  pass: null
})
const claimed = (count: number, name = 'one', isFirst = true): Claimed => ({ owner: owner(name), count, isFirst })
const nobody = () => null

describe('a finding that stands for several things is told in shares', () => {
  const parts = [partOf(found(A)), partOf(found(B))]
  /** Of each share how many results and things it has, whether it is one of the baseline, and its state. */
  const told = (count: number, results: number, first: Claimed | null, more: readonly Claimed[]) => {
    const asked: number[] = []
    const rest = [...more]
    const found = shares(draft(parts, { count }, results), first, (_, left) => {
      asked.push(left)
      return rest.shift() ?? null
    })
    return {
      asked,
      shares: found.map(each => [each.occurrences, each.count, each.same?.key ?? null, each.cause.state])
    }
  }

  test.each<[string, number, number, Claimed | null, readonly Claimed[], object]>([
    ['none of it was there', 3, 3, null, [], { asked: [], shares: [[3, 3, null, 'existing']] }],
    ['all of it was there', 3, 3, claimed(3), [], { asked: [], shares: [[3, 3, 'one', 'existing']] }],
    [
      'one was there',
      3,
      3,
      claimed(1),
      [],
      {
        asked: [2],
        shares: [
          [1, 1, 'one', 'existing'],
          [2, 2, null, 'introduced']
        ]
      }
    ],
    [
      'two of one and one of another were there',
      4,
      4,
      claimed(2),
      [claimed(1, 'two')],
      {
        asked: [2, 1],
        shares: [
          [1, 2, 'one', 'existing'],
          [1, 1, 'two', 'existing'],
          [2, 1, null, 'introduced']
        ]
      }
    ],
    [
      'all were there, as two',
      4,
      4,
      claimed(1),
      [claimed(3, 'two'), claimed(1, 'three')],
      {
        asked: [3],
        shares: [
          [1, 1, 'one', 'existing'],
          [3, 3, 'two', 'existing']
        ]
      }
    ],
    [
      'more were there than there are results to tell them by',
      4,
      2,
      claimed(1),
      [claimed(1, 'two'), claimed(1, 'three')],
      {
        asked: [3],
        shares: [
          [1, 1, 'one', 'existing'],
          [1, 1, 'two', 'existing']
        ]
      }
    ]
  ])('%s', (_, count, results, first, more, expected) => {
    expect(told(count, results, first, more)).toEqual(expected)
  })

  test('one result that tells of more than were there is new as a whole, and says so', () => {
    const [only, ...others] = shares(draft(parts, { count: 3 }, 1), claimed(2), nobody)
    expect(others).toEqual([])
    expect(only).toMatchObject({
      occurrences: 1,
      count: 3,
      partner: null,
      same: { key: 'one' },
      cause: { state: 'introduced', reason: 'More than in the baseline, which has 2 that say the same' }
    })
  })

  test('what is more than was there says how many there were', () => {
    const [, more] = shares(draft(parts, { count: 3 }, 3), claimed(1), nobody)
    expect(more?.cause.reason).toBe('More than in the baseline, which has one that says the same')
  })

  test('one id is given once', () => {
    const [first] = shares(draft(parts), claimed(1), nobody)
    expect(first?.partner).toBe(first?.same)
    const [second] = shares(draft(parts), claimed(1, 'one', false), nobody)
    expect([second?.partner, second?.same?.key]).toEqual([null, 'one'])
  })
})

describe('what is true of the whole', () => {
  const whole = (parts: readonly MatchedPart[], first: Claimed | null = null) => {
    const [only] = shares(draft(parts), first, nobody)
    if (only === undefined) throw new Error('a finding has a share')
    return only
  }

  test.each<[string, readonly (boolean | null)[], boolean | null]>([
    ['the change reaches none of its places', [false, false], false],
    ['it reaches one', [null, true, false], true],
    ['of one nobody knows', [false, null], null]
  ])('%s', (_, changed, expected) => {
    expect(whole(changed.map(each => partOf(entryOf(A, { changed: each })))).changed).toBe(expected)
  })

  test.each<[readonly Pass[], Pass]>([
    [['exact', 'exact'], 'exact'],
    [['exact', 'moved'], 'moved'],
    [['moved', 'edited'], 'edited'],
    [['exact', 'edited'], 'edited'],
    [['place', 'moved'], 'place']
  ])('places found by %j are found by %s', (passes, expected) => {
    expect(whole(passes.map(pass => partOf(found(A, pass)))).pass).toBe(expected)
  })

  test('where a place was not found the same key alone says that it is the same', () => {
    const parts = [partOf(found(A, 'edited')), partOf(entryOf(B))]
    expect(whole(parts).pass).toBeNull()
    expect(whole(parts, claimed(1)).pass).toBe('exact')
  })

  test.each<[string, readonly [string, MatchedPart['cause']['state']][], string]>([
    [
      'introduced before unknown',
      [
        ['a', 'unknown'],
        ['b', 'introduced']
      ],
      'b'
    ],
    [
      'unknown before newly disclosed',
      [
        ['a', 'newly-disclosed'],
        ['b', 'unknown']
      ],
      'b'
    ],
    [
      'newly disclosed before existing',
      [
        ['a', 'existing'],
        ['b', 'newly-disclosed']
      ],
      'b'
    ],
    [
      'existing before fixed',
      [
        ['a', 'fixed'],
        ['b', 'existing']
      ],
      'b'
    ],
    [
      'the first of equals',
      [
        ['a', 'existing'],
        ['b', 'existing']
      ],
      'a'
    ]
  ])('it is what its worst place is: %s', (_, states, expected) => {
    const parts = states.map(([reason, state]) => partOf(found(A), { cause: { state, reason } }))
    expect(whole(parts).cause.reason).toBe(expected)
  })

  test.each<[string, Entry, string]>([
    ['a line', entryOf(B), 'The result got a new place, b.ts:4: not in the baseline'],
    ['a file', entryOf({ location: place('b.ts', null) }), 'The result got a new place, b.ts:1: not in the baseline'],
    ['a claim', entryOf(LOST), 'The result got a new place, /out/x.c:4: not in the baseline'],
    [
      'a claim that holds more than one colon',
      entryOf({ location: null, placeProblem: 'C:\\x: 4: no' }),
      'The result got a new place, C:\\x: 4: not in the baseline'
    ],
    [
      'nothing',
      entryOf({ location: null, placeProblem: null }),
      'The result got a new place, unknown: not in the baseline'
    ]
  ])('a new place beside others that were there is named: %s', (_, entry, reason) => {
    const fresh = partOf(entry, { cause: cause('introduced', 'Not in the baseline') })
    expect(whole([partOf(found(A)), fresh]).cause).toEqual({ state: 'introduced', reason })
  })

  test.each<[string, readonly MatchedPart[]]>([
    ['none of its places was there', [partOf(entryOf(A), { cause: cause('introduced') }), partOf(entryOf(B))]],
    ['the place was there itself', [partOf(found(A), { cause: cause('introduced') }), partOf(entryOf(B))]]
  ])('no place is called new where %s', (_, parts) => {
    expect(whole(parts).cause).toEqual(cause('introduced'))
  })

  test('nor where all is as it was', () => {
    expect(whole([partOf(entryOf(A)), partOf(found(B))]).cause).toEqual(cause('existing'))
  })

  test('it has the date of what it was, else of the place that was there first', () => {
    const dated = (firstDetected: string | null) => {
      const entry = entryOf(A)
      pair(entryOf({ ...A, firstDetected, message: `${firstDetected}` }), entry, 'exact')
      return partOf(entry)
    }
    const parts = [dated(null), dated('2026-03-01'), partOf(entryOf(B)), dated('2026-02-01'), dated('no date')]
    expect(whole(parts).before?.message).toBe('2026-02-01')
    expect(whole(parts, claimed(1)).before?.message).toBe('one')
    expect(whole([dated(null)]).before?.message).toBe('null')
    expect(whole([partOf(entryOf(B))]).before).toBeUndefined()
  })

  test('a suppression is older than the change where it is so at each place, by the weaker ground', () => {
    const grounds = (...all: MatchedPart['suppressionGround'][]) =>
      whole(all.map(suppressionGround => partOf(found(A), { suppressionGround }))).ofPlaces
    expect(grounds('untouched', 'baseline')).toEqual({ suppressionGround: 'untouched' })
    expect(grounds('baseline', 'baseline')).toEqual({ suppressionGround: 'baseline' })
    expect(grounds('baseline', null)).toEqual({})
  })

  test('the places that are in the change are told, and those that were moved', () => {
    const parts = [
      partOf(found(A, 'exact', { changed: true })),
      partOf(found(B, 'exact', { changed: false }), { movedFrom: 'old.ts' }),
      partOf(found(LOST, 'exact', { changed: true }), { movedFrom: 'lost.ts' })
    ]
    expect(whole(parts).ofPlaces).toEqual({
      changedPlaces: [A.location],
      moves: [{ location: B.location, from: 'old.ts' }]
    })
  })
})

describe('places that a message alone finds again', () => {
  const unknown = { cause: cause('unknown', 'Nobody can tell') }
  const lost = () => partOf(found(LOST), unknown)
  const doubtful = (changed: boolean | null) => partOf(found(B, 'exact', { changed, isLineDoubtful: true }), unknown)
  const sure = () => partOf(found(A))
  const stateOf = (...parts: MatchedPart[]) => shares(draft(parts), claimed(1), nobody)[0]?.cause

  test.each<[string, readonly MatchedPart[], string]>([
    ['are held by another that says more', [sure(), lost()], 'In the baseline'],
    ['are held on a line that the change leaves alone', [sure(), doubtful(false)], 'In the baseline'],
    ['are not held by each other', [lost(), lost()], 'Nobody can tell'],
    ['are not held on a line that the change may reach', [sure(), doubtful(null)], 'Nobody can tell'],
    ['are not held on a line that it reaches', [sure(), doubtful(true)], 'Nobody can tell'],
    ['are held all or none', [sure(), lost(), doubtful(true)], 'Nobody can tell'],
    ['are not looked for where there are none', [partOf(found(A), unknown), sure()], 'Nobody can tell']
  ])('%s', (_, parts, reason) => expect(stateOf(...parts)?.reason).toBe(reason))

  test('a whole that was there though a place was not found is in the baseline', () => {
    expect(stateOf(sure(), partOf(entryOf(B), unknown))).toEqual({ state: 'existing', reason: 'In the baseline' })
  })
})
