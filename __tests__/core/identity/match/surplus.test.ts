import { describe, expect, test } from '@jest/globals'
import { type Entry, pair, toEntry } from '../../../../src/core/identity/match/entry.js'
import { pairRests } from '../../../../src/core/identity/match/surplus.js'
import { finding } from '../builders.js'

const entry = (count: number, { occurrences = count, rule = 'r', index = 0 } = {}): Entry => ({
  ...toEntry(finding({ ruleId: rule }), index, null, 'claimed', null),
  count,
  occurrences
})

/** Two that were found to be the same. */
function same(base: Entry, head: Entry): readonly [Entry, Entry] {
  pair(base, head, 'exact')
  return [base, head]
}

/** Pairs what is of one rule, in its order. */
function pairAll(base: readonly Entry[], head: readonly Entry[]): void {
  expect([...base, ...head].map(({ partner }) => partner)).toEqual([...base, ...head].map(() => null))
  const left = [...base]
  for (const each of head) {
    const at = left.findIndex(({ scope }) => scope === each.scope)
    const [found] = at < 0 ? [] : left.splice(at, 1)
    if (found !== undefined) pair(found, each, 'exact')
  }
}
const nothing = (): void => undefined

const told = (entries: readonly Entry[]) =>
  entries.map(({ count, occurrences, beyond, partner }) => ({
    count,
    occurrences,
    of: partner?.count ?? null,
    ...(beyond === null ? {} : { beyond })
  }))

describe('where one side stands for more', () => {
  test('as many on both sides: nothing comes off', () => {
    const [base, head] = same(entry(3), entry(3))
    expect(pairRests([base], [head], nothing)).toEqual([])
    expect([base.count, head.count]).toEqual([3, 3])
  })

  test('more now: what is open in the baseline takes one each, and the rest is new', () => {
    const [base, head] = same(entry(4), entry(9))
    const open = [entry(1), entry(1), entry(1, { rule: 'other' })]
    const [taken, other] = same(entry(1), entry(1, { index: 1 }))
    const found = pairRests([base, taken, ...open], [head, other], pairAll)
    expect(told(found)).toEqual([
      { count: 1, occurrences: 1, of: 1 },
      { count: 1, occurrences: 1, of: 1 },
      { count: 3, occurrences: 3, of: null, beyond: 6 }
    ])
    expect(told([head])).toEqual([{ count: 4, occurrences: 4, of: 4 }])
    expect(found.map(({ claimed }) => claimed)).toEqual([null, null, null])
  })

  test('what finds nothing is one again', () => {
    const [base, head] = same(entry(4), entry(9))
    const open = [entry(1), entry(1)]
    expect(told(pairRests([base, ...open], [head], nothing))).toEqual([
      { count: 5, occurrences: 5, of: null, beyond: 4 }
    ])
  })

  test('nothing comes off that stands for none', () => {
    const [base, head] = same(entry(2), entry(4))
    const open = [1, 2, 3, 4, 5].map(() => entry(1))
    expect(told(pairRests([base, ...open], [head], pairAll))).toEqual([
      { count: 1, occurrences: 1, of: 1 },
      { count: 1, occurrences: 1, of: 1 }
    ])
  })

  test('a result stays for what is left', () => {
    const [base, head] = same(entry(2), entry(4, { occurrences: 2 }))
    const open = [entry(1), entry(1), entry(1)]
    expect(told(pairRests([base, ...open], [head], nothing))).toEqual([
      { count: 2, occurrences: 1, of: null, beyond: 2 }
    ])
    const [few, many] = same(entry(1), entry(10, { occurrences: 2 }))
    expect(told(pairRests([few], [many], nothing))).toEqual([{ count: 9, occurrences: 1, of: null, beyond: 1 }])
    expect(told([many])).toEqual([{ count: 1, occurrences: 1, of: 1 }])
    const [two, three] = same(entry(2), entry(6, { occurrences: 3 }))
    expect(told(pairRests([two], [three], nothing))).toEqual([{ count: 4, occurrences: 2, of: null, beyond: 2 }])
  })

  test('with three results, two may come off', () => {
    const [base, head] = same(entry(1), entry(3))
    expect(told(pairRests([base, entry(1), entry(1)], [head], pairAll))).toEqual([
      { count: 1, occurrences: 1, of: 1 },
      { count: 1, occurrences: 1, of: 1 }
    ])
  })

  test('fewer now: what the baseline has more of is there for others', () => {
    const [base, head] = same(entry(3), entry(1))
    const other = entry(2, { index: 1 })
    expect(pairRests([base], [head, other], pairAll)).toEqual([])
    expect(told([head, other])).toEqual([
      { count: 1, occurrences: 1, of: 1 },
      { count: 2, occurrences: 2, of: 2 }
    ])
    expect(other.partner?.claimed).toBeNull()
  })

  test('what came off and found one that stands for more is compared again', () => {
    const [base, head] = same(entry(1), entry(3))
    const other = entry(1, { index: 1 })
    const found = pairRests([base, entry(3)], [head, other], pairAll)
    expect(told([...found, head, other])).toEqual([1, 2, 3, 4].map(() => ({ count: 1, occurrences: 1, of: 1 })))
  })

  test('a result that says itself of how many it tells cannot be told in part', () => {
    const [base, head] = same(entry(2), entry(5, { occurrences: 1 }))
    expect(pairRests([base], [head], nothing)).toEqual([])
    expect(told([head])).toEqual([{ count: 5, occurrences: 1, of: null, beyond: 2 }])
    expect([base.count, head.pass]).toEqual([5, null])
  })
})
